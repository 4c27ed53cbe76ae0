// What stands at the foot of a page: how many goals or answers it has, and what can be done about them.
#pragma once

#include "app/state.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

inline constexpr float foot_height = 38;   // CSS pixels

void draw_foot(Controls& controls, const app::State& state, journal::End end, Rect box, Deeds& deeds);

}  // namespace dajim::ui
