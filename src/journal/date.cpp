// Days read from what people write, and written one way.
#include "journal/date.h"

#include <array>
#include <cstddef>

namespace dajim::journal {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Takes up to `most` digits off the front of `text`; how many there were.
std::size_t take_number(std::string_view& text, std::size_t most, int& value) {
    std::size_t count = 0;
    value = 0;
    while (count < most && count < text.size() && is_digit(text[count])) {
        value = value * 10 + (text[count] - '0');
        ++count;
    }
    text.remove_prefix(count);
    return count;
}

void skip_blanks(std::string_view& text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
}

// A time, a zone or a remark may follow a date; more digits or letters mean that it was no date.
bool may_follow(std::string_view rest) {
    if (rest.empty() || is_blank(rest[0]) || rest[0] == '\r' || rest[0] == '\n') return true;
    if (rest[0] == 'T' || rest[0] == 't') return rest.size() == 1 || is_digit(rest[1]);
    return rest[0] == '(' || rest[0] == ',';
}

}  // namespace

bool exists(Date date) {
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1) return false;
    constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    const int length = lengths[static_cast<std::size_t>(date.month - 1)] + (leap && date.month == 2 ? 1 : 0);
    return date.day <= length;
}

std::optional<Date> read_date(std::string_view text) {
    skip_blanks(text);
    Date date;
    if (take_number(text, 4, date.year) != 4) return std::nullopt;
    if (!text.empty() && is_digit(text.front())) {  // 20241013
        if (take_number(text, 2, date.month) != 2 || take_number(text, 2, date.day) != 2) return std::nullopt;
    } else {
        skip_blanks(text);
        if (text.empty()) return std::nullopt;
        const char separator = text.front();
        if (separator != '-' && separator != '.' && separator != '/') return std::nullopt;
        text.remove_prefix(1);
        skip_blanks(text);
        if (take_number(text, 2, date.month) == 0) return std::nullopt;
        skip_blanks(text);
        if (text.empty() || text.front() != separator) return std::nullopt;
        text.remove_prefix(1);
        skip_blanks(text);
        if (take_number(text, 2, date.day) == 0) return std::nullopt;
        if (separator == '.' && !text.empty() && text.front() == '.') text.remove_prefix(1);
    }
    if (!may_follow(text) || !exists(date)) return std::nullopt;
    return date;
}

std::string write_date(Date date) {
    std::string out = "0000-00-00";
    const auto put = [&out](std::size_t last, std::size_t digits, int value) {
        for (; digits > 0; --digits, value /= 10) out[last--] = static_cast<char>('0' + value % 10);
    };
    put(3, 4, date.year);
    put(6, 2, date.month);
    put(9, 2, date.day);
    return out;
}

}  // namespace dajim::journal
