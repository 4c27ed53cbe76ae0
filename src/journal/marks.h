// The passages of a pair as marks: which belong to an end, and where an edit leaves them.
#pragma once

#include <optional>

#include "journal/journal.h"
#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// Calls `visit(passage)` for every passage of one end, in an order of its own: goals and echoes in the resolution, answers and
/// unpromised things in the retrospective.
template <class OnePair, class Visit>
void for_each_passage(OnePair& pair, End end, Visit visit) {
    for (auto& goal : pair.goals) {
        if (end == End::resolution) visit(goal.words);
        else for (auto& answer : goal.answers) visit(answer);
    }
    for (auto& passage : end == End::resolution ? pair.echoes : pair.unpromised) visit(passage);
}

/// Where a passage of `before` stands once `edit` is done; nothing when all of its words go.
///
/// What is typed at its edges is not its own, unless its line is: words at the end of a line that it goes on to belong to it, up to the
/// first line break, and so do words at the beginning of one that it begins (behind list signs), though not the signs of lists, boxes,
/// quotes and headings nor the blanks that may be put before it. What replaces all of its words takes their place.
/// Typing key by key leads to the same place as putting in the same words at once.
std::optional<text::Range> moved(const text::Buffer& before, text::Range range, const text::Edit& edit);

}  // namespace dajim::journal
