// Words by what they mean, so that a promise and the look back at it share them: "책을 읽기" and "책은 읽었다", "두 번" and "2회".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::journal {

struct ContentWord {
    std::u32string key;            ///< equal for words that mean the same; of a number its digits and what is counted
    std::uint32_t begin = 0, end = 0;   ///< bytes in the text, particles in
    bool number = false;
    bool light = false;            ///< stands in goals of every kind: how often ("매일"), what all do ("쓰기"), what posts are ("소개")
};

/// The words of a text that carry meaning, in order. Folded (text/fold.h), particles and endings taken off by rule: light-weight, so that
/// a few different words have one key and a few forms of one word two. Left out: particles, pronouns, numbers of nothing and what stands in every
/// sentence, addresses, and words about judging and promising ("지켰다", "목표"), which are about every goal. Linear in the text.
std::vector<ContentWord> content_words(std::string_view text);

/// What one Hangul word (folded syllables) is without particles and endings; for content_words and its tests.
std::u32string stem_of(std::u32string_view word);

/// Of a number's key: its value and what it counts. 0 and empty for all else.
double number_of(std::u32string_view key);
std::u32string_view counted_in(std::u32string_view key);

}  // namespace dajim::journal
