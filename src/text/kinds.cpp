// Ranges of Unicode blocks; wide ones on purpose, so that letters yet to be encoded fall on the right side.
#include "text/kinds.h"

#include "text/hangul.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

/// Variation selector 16 or the keycap: they make a picture of what they follow.
bool asks_for_picture(std::string_view cluster) {
    return cluster.find("\xEF\xB8\x8F") != std::string_view::npos
           || cluster.find("\xE2\x83\xA3") != std::string_view::npos;
}

}  // namespace

bool is_blank(char32_t code_point) {
    if (code_point < 0x1680) return code_point == ' ' || code_point == '\t';
    return code_point == 0x1680 || (between(code_point, 0x2000, 0x200A) && code_point != 0x2007)
           || code_point == 0x205F || code_point == 0x3000;
}

bool is_control(char32_t code_point) { return code_point < 0x20 || between(code_point, 0x7F, 0x9F); }

bool is_unseen(std::string_view cluster) {
    std::size_t length = 0;
    const char32_t c = decode(cluster, 0, length);
    if (length != cluster.size() || c == '\t' || c == '\r') return false;
    if (c < 0xAD) return is_control(c);
    return c == 0xAD || c == 0x61C || c == 0x180E || between(c, 0x200B, 0x200F) || between(c, 0x2028, 0x202E) || between(c, 0x2060, 0x206F)
           || c == 0xFEFF || between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE007F);
}

bool turns_direction(std::string_view cluster) {
    std::size_t length = 0;
    const char32_t c = decode(cluster, 0, length);
    return is_unseen(cluster) && (c == 0x61C || c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069));
}

EastAsian east_asian(char32_t code_point) {
    if (code_point < 0x2E80) return EastAsian::none;
    if (between(code_point, 0x3041, 0x309F) || between(code_point, 0x1B001, 0x1B11F)) return EastAsian::hiragana;
    if ((between(code_point, 0x30A1, 0x30FF) && code_point != 0x30FB) || between(code_point, 0x31F0, 0x31FF)
        || between(code_point, 0xFF66, 0xFF9F) || code_point == 0x1B000 || between(code_point, 0x1B120, 0x1B2FF)) {
        return EastAsian::katakana;
    }
    if (between(code_point, 0x2E80, 0x2FDF) || between(code_point, 0x3005, 0x3007)
        || between(code_point, 0x3021, 0x3029) || between(code_point, 0x3038, 0x303B)
        || between(code_point, 0x3100, 0x312F) || between(code_point, 0x31A0, 0x31BF)
        || between(code_point, 0x3400, 0x4DBF) || between(code_point, 0x4E00, 0xA4CF)
        || between(code_point, 0xF900, 0xFAFF) || between(code_point, 0x20000, 0x3FFFF)) {
        return EastAsian::ideograph;
    }
    return EastAsian::none;
}

bool is_regional_indicator(char32_t code_point) { return between(code_point, 0x1F1E6, 0x1F1FF); }

bool is_pictograph(char32_t code_point) {
    return between(code_point, 0x1F000, 0x1FAFF) || between(code_point, 0x2300, 0x23FF)
           || between(code_point, 0x2600, 0x27BF) || between(code_point, 0x2B00, 0x2BFF);
}

bool is_emoji(std::string_view cluster) {
    std::size_t length = 0;
    const char32_t first = decode(cluster, 0, length);
    return is_pictograph(first) || (length < cluster.size() && asks_for_picture(cluster));
}

bool stands_alone(std::string_view cluster) {
    std::size_t length = 0;
    const char32_t first = decode(cluster, 0, length);
    if (between(first, '0', '9')) return true;  // as wide as each other; a number that counts up needs no new picture
    if (first < 0x1100) return length < cluster.size() && asks_for_picture(cluster);
    if (is_hangul(first)) return true;
    return between(first, 0x2190, 0x2BFF)        // arrows, signs, symbols
           || between(first, 0x2E80, 0xA4CF)     // radicals to Yi
           || between(first, 0xF900, 0xFAFF)     // compatibility ideographs
           || between(first, 0xFE30, 0xFE4F)     // vertical forms
           || between(first, 0xFF01, 0xFFEF)     // full-width and half-width forms
           || between(first, 0x1B000, 0x1B2FF)   // kana
           || between(first, 0x1F000, 0x1FAFF)   // pictures
           || between(first, 0x20000, 0x3FFFF)   // more ideographs
           || (length < cluster.size() && asks_for_picture(cluster));
}

}  // namespace dajim::text
