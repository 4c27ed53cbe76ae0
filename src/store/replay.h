// Brings write-ahead records onto a journal read from files of different age.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "journal/journal.h"

namespace dajim::store {

/// Up to which record the parts of a journal are already what the records made of them.
struct Contained {
    std::uint64_t structure = 0;    ///< series, their order and names, which pairs there are
    bool structure_guessed = false; ///< no index was readable; changes of structure are then always worth a try
    std::map<journal::Id, std::uint64_t> pairs;  ///< the content of each pair
};

struct Replayed {
    std::uint64_t last = 0;          ///< highest number of an intact record, 0 without any
    std::size_t applied = 0;         ///< records of which something was applied
    std::set<journal::Id> changed;   ///< pairs that are no longer what their file says
    std::vector<std::string> left;   ///< records, as bytes, that were damaged or that could not be applied whole
};

/// The number before the lowest record's, 0 when there is none or one is damaged. Records are dropped only once files
/// contain them, so up to there everything is in the files, even where no index says so.
std::uint64_t before_first(const std::vector<std::string>& records);

/// Applies the changes of `records` (any order, repeated ones too) that `contained` does not have yet, by rising
/// number.
///
/// A change is applied only when every record between what its part contains and itself is there and intact: an
/// edit's place in a text means nothing after a missing edit. What comes after a gap is therefore left aside whole,
/// and handed back. A change of a pair that does not fit (the pair was lost, the place is outside its text) keeps all
/// later changes of that pair out, and of no other. A change of structure speaks of ids, so one that does not fit
/// cannot spoil those after it.
Replayed replay(journal::Journal& journal, Contained contained, const std::vector<std::string>& records);

}  // namespace dajim::store
