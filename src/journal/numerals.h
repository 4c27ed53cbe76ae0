// Numbers as people write them: in digits, in Korean ("열두", "삼십", "1만 5천") and in English.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dajim::journal {

struct Numeral {
    double value = 0;
    std::size_t bytes = 0;   ///< of the text that it takes
    enum class Script : std::uint8_t { digits, native, sino, english } script = Script::digits;   ///< "5", "다섯", "오", "five"
};

/// The number that begins at `at`, the longest there is. `text`: as `plain` gives it. Dates, times, versions and other digits with
/// dots, colons or dashes between them are no numbers; of a range ("3~4") it is the first, and the whole range is taken.
std::optional<Numeral> read_numeral(std::string_view text, std::size_t at);

/// Bytes at `at` that are digits knit together to something that is no number ("2022-05-08", "7:30", "1.2.3"); 0 when there are none.
std::size_t knit_digits(std::string_view text, std::size_t at);

}  // namespace dajim::journal
