// A goal as a thread through the pairs: what of a pair is still open, where a goal comes from, and whether it asks for more than that did.
#pragma once

#include <optional>

#include "journal/journal.h"

namespace dajim::journal {

/// Not kept, kept in part, silent or not to be judged as worded: what may go on in the next pair.
bool is_open(const Goal& goal);

/// What an origin leads to. `goal` is the goal, or the one that the passage answers; null where the words belong to none, or are gone.
struct Source {
    const Pair* pair = nullptr;         ///< null: not in this journal
    const Goal* goal = nullptr;
    const Passage* passage = nullptr;   ///< where it stands; null where the origin names no passage of the pair
    End end = End::resolution;          ///< where the passage stands
};
Source source_of(const Journal& journal, const Origin& origin);

/// Whether a measure asks for more than the earlier one, for less, or for as much; nothing where the two do not compare (they count
/// other things, or not in numbers). Of "at most", less is more.
std::optional<Carried> carried_by(const Measure& earlier, const Measure& later);

}  // namespace dajim::journal
