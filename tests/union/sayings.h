// What is said in a journal, each thing by the part that it stands in: what no union may lose.
#pragma once

#include <compare>
#include <map>
#include <string>

#include "journal/journal.h"

namespace trial {

using namespace dajim;

/// A line of a text, a note or a reason; an element of a list; a member that only a later version knows.
struct Saying {
    std::string in;      ///< which part of which thing
    std::string words;
    auto operator<=>(const Saying&) const = default;
};

/// Where in its part: only a text has something beside it.
enum Standing : unsigned { in_itself = 1, beside = 2, anywhere = 3 };
using Sayings = std::map<Saying, unsigned>;

/// The words of their writers: lines of texts, kept ones too; of a goal that it is there, and its measure,
/// origin and verdict are; its notes, verdict's reason and obstacles, links,
/// ticks and amendments; the refused words of a pair. Not what can be but one (last_word.h).
Sayings prose_of(const journal::Journal& journal);

/// Members of a later version, of the journal, its series, pairs, texts, goals and other passages. A tick's or an amendment's are in the
/// prose, as it is one thing with them; a seal's stand and fall with it.
Sayings unknown_of(const journal::Journal& journal);

/// Of a thing, and not of its words.
inline constexpr const char* is_there = "is there";

/// The name of a member that every device gives a value of its own: the last word is kept, and the name.
inline constexpr const char* disputed = "disputed";

}  // namespace trial
