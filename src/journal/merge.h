// How another journal comes into one's own: as changes that add and never replace.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "journal/change.h"

namespace dajim::journal {

struct MergePlan {
    std::vector<Change> changes;  ///< to apply in this order, as one step
    std::size_t series_added = 0;
    std::size_t pairs_added = 0;
    std::size_t pairs_same = 0;   ///< already here, word for word and goal for goal
    std::size_t pairs_kept_beside = 0;  ///< here with other words or goals: the incoming one is added beside it, under a new id
};

/// Plans to bring `incoming` into `own`. Nothing of `own` is replaced or deleted. A series that is here by id takes the
/// new pairs; into an empty journal everything comes as it is, ids, order and unknown fields included. `fresh_id` makes
/// new ids.
MergePlan plan_merge(const Journal& own, const Journal& incoming, const std::function<Id()>& fresh_id);

}  // namespace dajim::journal
