// UAX #14 by libunibreak; keep_all is UAX #14 with Hangul taken for letters, as its section 8 suggests for text with
// spaces.
#include <linebreak.h>

#include <string>

#include "text/breaks.h"
#include "text/hangul.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

// Small kana and ー do not start a row (LB1 resolves CJ to NS); ambiguous signs are letters.
constexpr const char* kStrict = "-strict";

/// A picture, or what stands at the end of one: variation selector, keycap, tag.
bool is_of_picture(char32_t c) {
    return is_pictograph(c) || c == 0xFE0F || c == 0x20E3 || between(c, 0xE0020, 0xE007F);
}

/// Full-width brackets: 《다짐》을, 한국「語」. UAX #14 already holds the half-width ones to the letters they touch.
bool opens(char32_t c) {
    return (between(c, 0x3008, 0x3010) && c % 2 == 0) || (between(c, 0x3014, 0x301A) && c % 2 == 0) || c == 0x301D
           || c == 0xFF08 || c == 0xFF3B || c == 0xFF5B || c == 0xFF5F || c == 0xFF62;
}
bool closes(char32_t c) {
    return (between(c, 0x3009, 0x3011) && c % 2 == 1) || (between(c, 0x3015, 0x301B) && c % 2 == 1) || c == 0x301E
           || c == 0x301F || c == 0xFF09 || c == 0xFF3D || c == 0xFF5D || c == 0xFF60 || c == 0xFF63;
}

/// What belongs to the same eojeol as the Hangul beside it, though UAX #14 would part it from letters.
bool is_of_eojeol(char32_t c) { return east_asian(c) != EastAsian::none || is_of_picture(c); }

/// The middle dot of 가·나 never starts a row.
bool is_middle_dot(char32_t c) { return c == 0xB7 || c == 0x2027 || c == 0x318D; }

}  // namespace

std::vector<bool> row_ends(std::string_view paragraph, Wrap wrap) {
    std::vector<bool> ends(paragraph.size());
    if (paragraph.empty()) return ends;

    std::u32string text;
    text.reserve(paragraph.size());
    for (std::size_t at = 0, length = 0; at < paragraph.size(); at += length) text += decode(paragraph, at, length);

    std::vector<utf32_t> asked(text.begin(), text.end());
    if (wrap == Wrap::keep_all) {
        for (utf32_t& c : asked) {
            if (is_hangul(c)) c = 'a';
        }
    }
    std::string breaks(asked.size(), '\0');
    set_linebreaks_utf32(asked.data(), asked.size(), kStrict, breaks.data());

    std::size_t end = 0;  // of the code point i, in bytes
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t length = 0;
        decode(paragraph, end, length);
        end += length;
        if (i + 1 == text.size()) break;
        bool may_end = breaks[i] == LINEBREAK_ALLOWBREAK || breaks[i] == LINEBREAK_MUSTBREAK;
        if (!may_end) continue;
        const char32_t left = text[i], right = text[i + 1];
        if (is_middle_dot(right) && !is_blank(left)) may_end = false;
        if (wrap == Wrap::keep_all) {
            if (is_hangul(left) && (is_of_eojeol(right) || opens(right))) may_end = false;
            if (is_hangul(right) && (is_of_eojeol(left) || closes(left))) may_end = false;
        }
        ends[end - 1] = may_end;
    }
    ends.back() = true;
    return ends;
}

}  // namespace dajim::text
