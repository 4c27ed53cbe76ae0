// What a past says of its thing: which revisions are the last ones, and what they make together.
#pragma once

#include <set>
#include <vector>

#include "journal/journal.h"
#include "journal/revision.h"

namespace dajim::journal {

/// Revisions that no other comes from, in the order in which they are put together: by generation, then by id.
std::vector<Id> heads(const Past& past);

/// Of all that these come from, themselves included.
std::set<Id> with_ancestors(const Past& past, const std::vector<Id>& ids);

/// What the last revisions make together: the same for the same set of revisions, whoever gathered them in whatever order. A husk where
/// nothing is known.
Content content_of(const Past& past);

/// All revisions of both; where one of them has a content and the other a husk, the content.
Past united(const Past& a, const Past& b);
Pasts united(Pasts a, const Pasts& b);
/// … into the first ones.
void unite(Pasts& into, const Pasts& more);

/// What a deleted pair was is forgotten: whatever a deletion comes from becomes a husk. So it is in all that was united.
void bury(Past& past);

/// Which of them become husks: where there is a single last revision, all but the newest contents.
std::vector<Revision> outgrown(const Past& past);

/// The journal that the pasts tell of, without them.
Journal assembled(const Pasts& pasts);

/// What a series and the journal are as things with a past.
Listing listing_of(const Series& series);
Listing listing_of(const Journal& journal);

}  // namespace dajim::journal
