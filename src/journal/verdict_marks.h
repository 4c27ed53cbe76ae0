// Signs that judge: ticked boxes, ✅ and ❌, O and X in a table, words struck through.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/goal.h"

namespace dajim::journal {

struct Mark {
    VerdictKind kind = VerdictKind::kept;
    std::string quote;      ///< the sign as written
    bool struck = false;    ///< it is a strike through the words
};

/// The sign that judges a line (its list's mark taken off, its task box not). O, X and △ count where they stand alone at an end or in a
/// cell. Signs that contradict each other ("✅ done, ❌ not done") judge nothing, nor does a box that nobody ticked.
std::optional<Mark> read_mark(std::string_view line);

}  // namespace dajim::journal
