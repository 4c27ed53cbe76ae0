// Korean counts with its own numbers up to 99 and with Chinese ones for all else; both multiply by 백, 천, 만 and 억.
#include "journal/numerals.h"

#include <algorithm>
#include <string>

namespace dajim::journal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }
bool letter_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; }

struct Name { std::string_view name; double value; };

constexpr Name native_tens[] = {{"열", 10}, {"스물", 20}, {"스무", 20}, {"서른", 30}, {"마흔", 40}, {"쉰", 50}, {"예순", 60}, {"일흔", 70}, {"여든", 80}, {"아흔", 90}};
constexpr Name native_ones[] = {{"하나", 1}, {"한두", 1}, {"두세", 2}, {"서너", 3}, {"너댓", 4}, {"네댓", 4}, {"대여섯", 5}, {"예닐곱", 6}, {"한", 1}, {"둘", 2}, {"두", 2}, {"셋", 3}, {"세", 3}, {"석", 3}, {"넷", 4}, {"네", 4}, {"넉", 4},
                                {"다섯", 5}, {"여섯", 6}, {"일곱", 7}, {"여덟", 8}, {"아홉", 9}};
constexpr Name sino_ones[] = {{"일", 1}, {"이", 2}, {"삼", 3}, {"사", 4}, {"오", 5}, {"육", 6}, {"칠", 7}, {"팔", 8}, {"구", 9}};
constexpr Name small_units[] = {{"십", 10}, {"백", 100}, {"천", 1000}};
constexpr Name large_units[] = {{"만", 10'000}, {"억", 100'000'000}};
constexpr Name english[] = {
    {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11},
    {"twelve", 12}, {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
    {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90},
    {"a hundred", 100}, {"one hundred", 100}, {"hundred", 100}, {"a thousand", 1000}, {"a dozen", 12}, {"dozen", 12}, {"a couple of", 2},
};

template <std::size_t N>
const Name* name_at(const Name (&names)[N], std::string_view text, std::size_t at) {
    const Name* found = nullptr;
    for (const Name& name : names) {
        if (text.substr(at).starts_with(name.name) && (!found || name.name.size() > found->name.size())) found = &name;
    }
    return found;
}

// Digits with thousands' commas and one decimal point; bytes taken, and the value.
std::size_t read_digits(std::string_view text, std::size_t at, double& value) {
    std::string kept;
    std::size_t end = at;
    bool point = false;
    while (end < text.size()) {
        if (is_digit(text[end])) kept += text[end];
        else if (text[end] == ',' && digit_at(text, end + 1) && digit_at(text, end + 2) && digit_at(text, end + 3) && !digit_at(text, end + 4)) {}
        else if (text[end] == '.' && digit_at(text, end + 1) && !point) {
            point = true;
            kept += '.';
        } else {
            break;
        }
        if (++end - at > 18) break;
    }
    value = 0;
    double place = 0;
    for (const char c : kept) {
        if (c == '.') place = 0.1;
        else if (place == 0) value = value * 10 + (c - '0');
        else {
            value += (c - '0') * place;
            place /= 10;
        }
    }
    return end - at;
}

// "1만 5천", "3천", "15만": what multiplies digits, and what follows it.
void read_units(std::string_view text, std::size_t at, Numeral& numeral) {
    double total = 0, here = numeral.value;
    bool any = false;
    std::size_t end = at + numeral.bytes;
    for (;;) {
        const Name* small = name_at(small_units, text, end);
        const Name* large = name_at(large_units, text, end);
        if (large) {
            total = (total + here) * large->value;
            here = 0;
            end += large->name.size();
        } else if (small) {
            total += here * small->value;
            here = 0;
            end += small->name.size();
        } else {
            break;
        }
        any = true;
        const std::size_t next = end < text.size() && text[end] == ' ' ? end + 1 : end;
        if (!digit_at(text, next)) break;
        double more = 0;
        const std::size_t bytes = read_digits(text, next, more);
        if (!name_at(small_units, text, next + bytes) && next != end) break;   // "3만 2개" are two numbers
        here = more;
        end = next + bytes;
    }
    if (!any) return;
    numeral.value = total + here;
    numeral.bytes = end - at;
}

std::optional<Numeral> read_native(std::string_view text, std::size_t at) {
    Numeral numeral{0, 0, Numeral::Script::native};
    if (const Name* tens = name_at(native_tens, text, at)) {
        numeral.value = tens->value;
        numeral.bytes = tens->name.size();
    }
    if (const Name* ones = name_at(native_ones, text, at + numeral.bytes)) {
        numeral.value += ones->value;
        numeral.bytes += ones->name.size();
    }
    if (numeral.bytes == 0) return std::nullopt;
    return numeral;
}

std::optional<Numeral> read_sino(std::string_view text, std::size_t at) {
    double total = 0, section = 0, digit = 0;
    std::size_t end = at;
    bool units = false;
    for (;;) {
        if (const Name* ones = name_at(sino_ones, text, end); ones && digit == 0) {
            digit = ones->value;
            end += ones->name.size();
        } else if (const Name* small = name_at(small_units, text, end)) {
            section += (digit == 0 ? 1 : digit) * small->value;
            digit = 0;
            units = true;
            end += small->name.size();
        } else if (const Name* large = name_at(large_units, text, end)) {
            const double many = section + digit;
            total += (many == 0 ? 1 : many) * large->value;
            section = digit = 0;
            units = true;
            end += large->name.size();
        } else {
            break;
        }
        // "천 오백": a blank inside a number comes only before another one.
        if (units && end < text.size() && text[end] == ' ' && name_at(sino_ones, text, end + 1)) {
            const Name* ones = name_at(sino_ones, text, end + 1);
            if (name_at(small_units, text, end + 1 + ones->name.size())) ++end;
        }
    }
    // A single Chinese digit is a syllable of some word far more often ("이 분", "오늘").
    if (!units) {
        const std::string_view rest = text.substr(end);
        const bool counted = rest.starts_with("회") || rest.starts_with("개월") || rest.starts_with("주일") || rest.starts_with("킬로") || rest.starts_with("퍼센트");
        const bool likely = text.substr(at).starts_with("삼") || text.substr(at).starts_with("육") || text.substr(at).starts_with("칠") || text.substr(at).starts_with("팔") ||
                            rest.starts_with("주일") || rest.starts_with("개월");
        if (end == at || !counted || !likely) return std::nullopt;
    }
    return Numeral{total + section + digit, end - at, Numeral::Script::sino};
}

}  // namespace

std::size_t knit_digits(std::string_view text, std::size_t at) {
    if (!digit_at(text, at)) return 0;
    std::size_t end = at, joints = 0, last_joint = 0;
    bool colon = false;
    char joint = 0;
    while (end < text.size()) {
        if (is_digit(text[end])) {
            ++end;
            continue;
        }
        const char c = text[end];
        if ((c != '-' && c != '.' && c != ':' && c != '/' && c != 'x') || !digit_at(text, end + 1)) break;
        colon |= c == ':';
        joint = c;
        last_joint = end;
        ++joints;
        ++end;
    }
    if (joints == 0) return 0;
    if (joints >= 2 || colon || joint == 'x') return end - at;
    // "3-4" and "1.5" are read as numbers; "2022-05" and "05/08" are dates.
    if (joint == '-' && last_joint - at <= 3) return 0;
    if (joint == '.') return 0;
    return joint == '/' || joint == '-' ? end - at : 0;
}

std::optional<Numeral> read_numeral(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    if (is_digit(text[at])) {
        if (knit_digits(text, at) > 0) return std::nullopt;
        Numeral numeral;
        numeral.bytes = read_digits(text, at, numeral.value);
        read_units(text, at, numeral);
        // "3~4번", "2-3 times": the first is what is promised, the rest is hope.
        std::size_t next = at + numeral.bytes;
        const bool range = next < text.size() && (text[next] == '~' || text[next] == '-' || text.substr(next).starts_with("–"));
        if (range) {
            next += text[next] == '~' || text[next] == '-' ? 1 : std::string_view("–").size();
            double more = 0;
            if (digit_at(text, next)) numeral.bytes = next + read_digits(text, next, more) - at;
        }
        return numeral;
    }
    if (letter_at(text, at)) {
        const Name* name = name_at(english, text, at);
        if (!name || letter_at(text, at + name->name.size())) return std::nullopt;
        Numeral numeral{name->value, name->name.size(), Numeral::Script::english};
        if (name->value >= 20 && name->value < 100) {
            std::size_t next = at + numeral.bytes;
            if (next < text.size() && (text[next] == '-' || text[next] == ' ')) {
                const Name* ones = name_at(english, text, next + 1);
                if (ones && ones->value < 10 && !letter_at(text, next + 1 + ones->name.size())) {
                    numeral.value += ones->value;
                    numeral.bytes = next + 1 + ones->name.size() - at;
                }
            }
        }
        return numeral;
    }
    const auto native = read_native(text, at), sino = read_sino(text, at);
    if (native && sino) return native->bytes >= sino->bytes ? native : sino;
    return native ? native : sino;
}

}  // namespace dajim::journal
