// What the headings of a retrospective say of all that stands under them: Keep and Problem, kept and not kept, what is next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/goal.h"
#include "journal/passages.h"
#include "text/buffer.h"

namespace dajim::journal {

struct Section {
    bool ahead = false;                 ///< of what is yet to be done: Try, 다음, 앞으로; nothing there answers a goal
    bool written = false;               ///< of what was written: a list there is one of posts
    bool promises = false;              ///< a heading speaks of goals or of what became of them
    std::optional<VerdictKind> kind;    ///< what is listed here was kept, or not
    bool plain = false;                 ///< … in so many words ("지킨 것"), not as a sort of heading ("Keep", "아쉬운 점")
};

/// For every part, by the headings and items over it; a heading or item tells of those in it, not of itself.
std::vector<Section> sections(const text::Buffer& text, const Passages& passages);

}  // namespace dajim::journal
