// What sort of sign a code point is, as far as rows, runs and words ask.
#pragma once

#include <string_view>

namespace dajim::text {

constexpr bool between(char32_t code_point, char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
}

/// A space that may part rows and hang past their end: not the no-break ones, not the zero-width one.
bool is_blank(char32_t code_point);

/// True for C0 and C1 controls (the tab too).
bool is_control(char32_t code_point);

/// True for a cluster that shows nothing by itself, and yet may change what is shown: controls, zero-width spaces and joiners, soft
/// hyphens, direction marks. Not for the tab, nor for the '\r' that some files keep at their lines' ends.
bool is_unseen(std::string_view cluster);
/// … and of those, the ones that turn the direction of what follows: text can be made to look like another with them.
bool turns_direction(std::string_view cluster);

/// Scripts written without spaces whose letters are words' parts: what tells 日本 from です.
enum class EastAsian : unsigned char { none, ideograph, hiragana, katakana };
EastAsian east_asian(char32_t code_point);

bool is_regional_indicator(char32_t code_point);

/// True for the signs that most fonts draw as pictures, in colour or not.
bool is_pictograph(char32_t code_point);

/// True when a cluster is a picture: an emoji, a flag, a keycap.
bool is_emoji(std::string_view cluster);

/// True when a cluster is measured and drawn by itself: Hangul, ideographs, kana, full-width signs, symbols and emoji.
/// Everything else may be kerned with its neighbours.
bool stands_alone(std::string_view cluster);

}  // namespace dajim::text
