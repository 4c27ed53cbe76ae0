// The bar above the pages that goes through what is proposed: take it, leave it, or all of it at once.
#pragma once

#include "app/program.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

/// Draws it at the upper edge of `room` while something is proposed; returns the height it takes of it.
float draw_proposals(Controls& controls, const app::State& state, Rect room, Deeds& deeds);

}  // namespace dajim::ui
