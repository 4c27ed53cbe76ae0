// Revisions as entries of a journal's file, and what they are called.
#pragma once

#include <optional>

#include "formats/entry_writing.h"
#include "formats/json.h"
#include "journal/journal.h"

namespace dajim::formats {

/// Half of the SHA-256 of the thing, the parents, the generation and the content: what has the same has the same name on every device.
journal::Id name_of_revision(const journal::Item& item, const journal::Revision& revision);

/// All revisions of a thing. `now` is the pair as the file has it, whose content is not written again; null for what is no pair, or gone.
void write_past(Entries& entries, const journal::Item& item, const journal::Past& past, const journal::Pair* now);

struct ReadRevision {
    journal::Item item;
    journal::Revision revision;   ///< AsNow: it is what the file has as the pair
};
/// Nothing where it is none. A content that is not what the id was made of becomes a husk, unless it is trusted to be that.
std::optional<ReadRevision> read_revision(const Json& entry, bool trusted);

}  // namespace dajim::formats
