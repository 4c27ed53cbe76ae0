// Letters and ends of Korean and English words, as far as reading goals asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::journal {

/// Hangul composed, ASCII capitals small, apostrophes straight: what vocabularies are compared with.
std::string plain(std::string_view text);

/// The text without blanks at its ends; the ends of lines count as such.
std::string_view trimmed(std::string_view text);

/// No more than so many code points?
bool is_short(std::string_view words, std::size_t code_points);
inline constexpr std::size_t longest_plain_heading = 40;   ///< code points of a line that may be a heading without a mark

/// The bytes of a text as a set of 64: a word with a byte that a text lacks is not in it, which is asked before looking for it.
constexpr std::uint64_t bytes_of(std::string_view text) {
    std::uint64_t bytes = 0;
    for (const char c : text) bytes |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63);
    return bytes;
}
constexpr bool may_hold(std::uint64_t text_bytes, std::string_view word) { return (bytes_of(word) & ~text_bytes) == 0; }

/// Does `text` hold `word`? An English word must begin where a word begins.
bool has_word(std::string_view text, std::string_view word);
/// Where `word` stands for the last time, or npos; likewise.
std::size_t last_word(std::string_view text, std::string_view word);

/// Code points of a vocabulary's UTF-8, and its words, which blanks part.
std::u32string decoded(std::string_view text);
std::vector<std::u32string> words_in(std::string_view vocabulary);

/// The number of a Hangul syllable's final consonant (Unicode's order, 0 none); -1 for all else.
int tail_of(char32_t syllable);
inline constexpr int tail_n = 4, tail_l = 8, tail_ss = 20;

/// The code point before `byte`, and where it begins; 0 at the start.
char32_t decode_before(std::string_view text, std::size_t byte, std::size_t& begin);

/// Is it a letter or a digit, of any script (roughly: no blank, mark, symbol or picture)?
bool is_word_sign(char32_t code_point);

}  // namespace dajim::journal
