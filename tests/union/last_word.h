// The rule for what can be but one (a name, a title, a day, a verdict's kind): the last word stands.
#pragma once

#include <string>

#include "journal/journal.h"

namespace trial {

using namespace dajim;

/// Of two last revisions of a thing, the value of the one that changed it since they parted; where both did, of the
/// later one by its stamp; where nothing in common is known, of the later one that has any. The stamp is the generation, then the id: how much a device had seen, and never what its clock said.
/// The journal must be what its pasts tell, as it is after a union. What breaks the rule, or nothing.
std::string broken_last_word(const journal::Journal& journal);

}  // namespace trial
