// A text that two devices changed at the same place: that there is another, and what is to become of the two, at the page's head.
#pragma once

#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

/// At the upper edge of `room`; returns the height it takes there, 0 where a page has one text.
float draw_other_text(Controls& controls, const app::State& state, journal::End end, Rect room, Deeds& deeds);

}  // namespace dajim::ui
