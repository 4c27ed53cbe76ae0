// How words become rows, and how the rows of a long paragraph follow an edit; inside the text layer.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/layout.h"

namespace dajim::text {

/// `text` as rows of a paragraph; `goes_on`: rows stand above it, so that its first one hangs as they do.
ParagraphRows set_rows(std::string_view text, const Typesetter& typesetter, const ParagraphStyle& style, std::vector<Stretch> stretches,
                       float width, Wrap wrap, bool goes_on);

/// Brings `rows`, of what `text` was before an edit that left its first `head` and its last `tail` bytes alone, up to date: what
/// set_rows gives, but for the time of the rows round the edit. False when they must be set whole: nothing was changed then.
bool mend_rows(ParagraphRows& rows, std::string_view text, std::size_t head, std::size_t tail, const Typesetter& typesetter, float width,
               Wrap wrap);

}  // namespace dajim::text
