// How sentences end in Korean and English when people promise, wish, report or are polite.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::journal {

/// How a sentence ends.
enum class Mood : std::uint8_t {
    none,        ///< a noun, or nothing that is known
    promise,     ///< "-겠다", "-려고 한다", "-ㄹ 것이다", "목표이다", "I will"
    wish,        ///< "-고 싶다", "-면 좋겠다", "I want to"
    act,         ///< "-기", "-자", "-ㄴ다": what a goal in a list sounds like
    past,        ///< "-았다"
    statement,   ///< any other sentence
};
struct Ending {
    Mood mood = Mood::none;
    std::string quote;   ///< the words that say so, of a promise or wish
};
/// Looks at no more than the last few words.
Ending ending_of(std::string_view sentence);

/// Is a promise about nothing but the text itself, the reader or good manners ("정리해 보겠습니다", "부탁드리겠습니다")?
bool is_courtesy(std::string_view sentence);
/// A hope about the period, the text or its readers at large ("즐거운 한 해가 되면 좋겠다"), which nobody can keep or break.
bool hopes_at_large(std::string_view sentence);
/// Does a sentence name a time to come ("앞으로", "올해는", "next")?
bool looks_ahead(std::string_view sentence);
/// Does a promise name something that can be done, and not only a feeling?
bool is_concrete(std::string_view sentence);

/// The sentences of a line, as bytes [begin, end) without the blanks around them.
struct Sentence { std::size_t begin = 0, end = 0; };
std::vector<Sentence> sentences(std::string_view line);

}  // namespace dajim::journal
