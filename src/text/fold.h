// A text folded for searching: what means the same is the same sign, and every sign knows where it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dajim::text {

/// Signs of a text, each with the byte at which its group begins: a character with the marks upon it, or a Hangul syllable, however
/// many code points write it. Signs of one group share that byte.
struct Folded {
    std::vector<char32_t> signs;
    std::vector<std::uint32_t> begins;
    void clear() {
        signs.clear();
        begins.clear();
    }
};

/// Appends the signs of `text`: characters taken apart canonically, with the marks of a letter in one order (so that NFC and NFD are
/// alike); Hangul as syllables, single jamo as compatibility jamo; half-width and full-width forms as what they stand for, spaces of a
/// fixed width as spaces; and, unless `match_case`, capitals as small letters (Unicode's simple case folding).
void fold(std::string_view text, bool match_case, Folded& out);

/// The small letter of a capital; all else is itself.
char32_t fold_case(char32_t code_point);

}  // namespace dajim::text
