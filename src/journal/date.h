// A day of the Gregorian calendar, without clock or zone.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace dajim::journal {

struct Date {
    int year = 1, month = 1, day = 1;
    auto operator<=>(const Date&) const = default;
};

/// True for a day that exists, years 1 to 9999.
bool exists(Date date);

/// Reads "2024-10-13", "2024.10.13", "2024. 10. 13.", "2024/10/13", "20241013", also unpadded ("2022-5-8") and with
/// blanks around; what follows a full date ("2021-04-30 17:31:00 +0900", "T…") is left out. Nothing for all else.
std::optional<Date> read_date(std::string_view text);

/// "2024-10-13".
std::string write_date(Date date);

}  // namespace dajim::journal
