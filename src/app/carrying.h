// Words carried by the pointer: what letting them go at a place does to the texts. Pure.
#pragma once

#include <optional>
#include <vector>

#include "app/state.h"
#include "text/buffer.h"

namespace dajim::app {

/// Edits in the order in which they are made, and what is selected in `onto` then: the words that were dropped.
struct Dropped {
    struct InText { Target target; text::Edit edit; };
    std::vector<InText> edits;
    Selection selection;
};

/// The words of `range` in `from` go to `at` in `onto`, or, where `copies`, are also there. Nothing when they would fall onto themselves.
/// `from_text` and `onto_text` are the targets' texts, the same one when they are one.
std::optional<Dropped> dropped(Target from, const text::Buffer& from_text, text::Range range, Target onto, const text::Buffer& onto_text,
                               text::Position at, bool copies);

}  // namespace dajim::app
