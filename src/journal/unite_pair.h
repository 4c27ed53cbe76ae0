// Two versions of one thing become one again, by what became of it since a third from which both come.
#pragma once

#include "journal/journal.h"

namespace dajim::journal {

/// Where only one side changed something, it is as that side has it. Where both did: of what can be but one (a name, a day, a verdict) the
/// later side's; of lists each element by itself, an edit beating a deletion; texts as text::merge has them, and what it parts stays
/// beside (Document::others); notes and reasons one below the other. Passages are looked for in the texts by their words. `base` is null
/// where nothing in common is known: then both sides' texts are kept whole.
Pair united(const Pair* base, const Pair& earlier, const Pair& later);
Listing united(const Listing* base, const Listing& earlier, const Listing& later);

}  // namespace dajim::journal
