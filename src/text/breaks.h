// Where a caret may stand, what a word is, and where a row may end (UAX #29 and #14, by libunibreak).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dajim::text {

/// Grapheme cluster boundaries around `byte` in a paragraph; at the ends they stay.
std::size_t next_cluster(std::string_view paragraph, std::size_t byte);
std::size_t previous_cluster(std::string_view paragraph, std::size_t byte);
/// The boundary at or before `byte`.
std::size_t floor_cluster(std::string_view paragraph, std::size_t byte);

/// Where word motion stops: forward to the end of the next word (or to its start, as Windows does), back to a word's
/// start. Words, runs of signs and single pictures are stopped at; blanks are passed over.
std::size_t next_word_end(std::string_view paragraph, std::size_t byte);
std::size_t next_word_start(std::string_view paragraph, std::size_t byte);
std::size_t previous_word_start(std::string_view paragraph, std::size_t byte);

/// True when word motion may stop between the clusters that meet at `byte`.
bool is_word_border(std::string_view paragraph, std::size_t byte);

struct Span { std::size_t begin, end; };
/// What a double click on the cluster at `byte` (Layout::under) selects: the word (in Korean the eojeol without its
/// punctuation), the run of blanks, or the sign.
Span word_at(std::string_view paragraph, std::size_t byte);

enum class Wrap : std::uint8_t {
    keep_all,      ///< Korean breaks between words only; the default
    any_syllable,  ///< UAX #14 as it stands: between any two syllables
};

/// For every byte b of the paragraph: may a row end after the character whose last byte is b?  (entry b true = break
/// allowed between b and b + 1; true for the last byte). Line-start and line-end prohibitions are UAX #14's.
std::vector<bool> row_ends(std::string_view paragraph, Wrap wrap);

}  // namespace dajim::text
