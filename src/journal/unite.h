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

/// … where it left this device as `then` and was written in since. What another device has made of it comes from that, and not from what the
/// journal is now: so `then` becomes a revision of every thing of which nothing was handed over since.
std::vector<Change> handing_over_then(const Journal& journal, const Journal& then, const NameRevision& name);

/// What a file that one device writes again and again said when it was read last: its pasts as they were written, and completed.
struct Reading {
    Pasts written, completed;
};

/// A journal that came is made to say what its file said: what was written in it after its pasts were brought to what it is becomes a
/// revision, the same as where it was written. What it lacks is not deleted by that. With `last`, which becomes this reading, what was
/// written in the file since then comes from what it was then: else who goes on with a sentence would seem to have written another.
void complete_pasts(Journal& incoming, const NameRevision& name, Reading* last = nullptr);

/// Has a pair come or gone of which no past tells? Only of what was told to be there others know that it has gone, once that is told too.
bool has_untold_pairs(const Journal& journal);

struct UnionPlan {
    std::vector<Change> changes;            ///< to apply in this order, as one step; none: there is nothing new
    std::size_t pairs_new = 0;              ///< not here before
    std::size_t pairs_back = 0;             ///< … but deleted here, and edited there: they come back
    std::size_t pairs_changed = 0;          ///< other than they are here
    std::size_t pairs_gone = 0;             ///< deleted there, and not edited here
    std::size_t texts_merged = 0;           ///< texts edited on both sides that became one
    std::size_t texts_both_kept = 0;        ///< … of which both are kept, since they were edited at the same place
    bool deletes_much = false;              ///< see is_much

    /// Does anything change that anybody sees? Else what the two knew of each other is all that is new.
    bool is_seen() const;
    /// What comes after it, in the same step.
    void append(UnionPlan more);
};

/// Are so many pairs more than one in ten? Then somebody is asked before they go.
bool is_much(std::size_t pairs_gone, const Journal& journal);

/// True when the two come from one journal: by its id, or by a pair that both have or had.
bool are_related(const Journal& own, const Journal& incoming);

/// Plans to unite the two. What comes of it is the same whichever of them is `own`. A pair that is missing in `incoming` is not deleted by
/// that: only a deletion that its past tells of is one.
UnionPlan plan_union(const Journal& own, const Journal& incoming, const NameRevision& name);

}  // namespace dajim::journal
