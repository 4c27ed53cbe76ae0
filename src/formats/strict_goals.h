// Goals, passages and seals as strict JSON, for the changes that hold them.
#pragma once

#include "formats/strict_json.h"
#include "journal/change.h"

namespace dajim::formats {

void write_goal(StrictWriter& out, const journal::Goal& goal);
void write_passage(StrictWriter& out, const journal::Passage& passage);
void write_placed(StrictWriter& out, const journal::Placed& placed);
void write_seal(StrictWriter& out, const journal::Seal& seal);
/// All that a pair has besides its names, days and texts.
void write_marks(StrictWriter& out, const journal::Pair& pair);

journal::Goal read_goal(Members& in);
journal::Passage read_passage(Members& in);
journal::Placed read_placed(Members& in);
journal::Seal read_seal(Members& in);
void read_marks(Members& in, journal::Pair& pair);

}  // namespace dajim::formats
