// Journals that were edited on several devices from a common past become one, and what a device hands over of its own.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "journal/change.h"
#include "journal/journal.h"

namespace dajim::journal {

/// The id of a revision that has all but its id (formats/revision_json.h).
using NameRevision = std::function<Id(const Item&, const Revision&)>;

/// What makes the pasts say what the journal is: done before it is handed over, and before another comes in. Empty when they do.
std::vector<Change> handing_over(const Journal& journal, const NameRevision& name);

struct UnionPlan {
    std::vector<Change> changes;            ///< to apply in this order, as one step; none: there is nothing new
    std::size_t pairs_new = 0;              ///< not here before
    std::size_t pairs_back = 0;             ///< … but deleted here, and edited there: they come back
    std::size_t pairs_changed = 0;          ///< other than they are here
    std::size_t pairs_gone = 0;             ///< deleted there, and not edited here
    std::size_t texts_merged = 0;           ///< texts edited on both sides that became one
    std::size_t texts_both_kept = 0;        ///< … of which both are kept, since they were edited at the same place
    bool deletes_much = false;              ///< more than one pair in ten would go
};

/// True when the two come from one journal: by its id, or by a pair that both have or had.
bool are_related(const Journal& own, const Journal& incoming);

/// Plans to unite the two. What comes of it is the same whichever of them is `own`. A pair that is missing in `incoming` is not deleted by
/// that: only a deletion that its past tells of is one.
UnionPlan plan_union(const Journal& own, const Journal& incoming, const NameRevision& name);

}  // namespace dajim::journal
