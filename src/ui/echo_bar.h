// What the writer left for themselves at the start, given back at the foot of a retrospective that is not yet begun.
#pragma once

#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

/// At the lower edge of `room`; returns the height it takes there, 0 where there is nothing to give back. It stays until each echo is
/// answered or somebody leaves them for later, as long as nothing else was written first.
float draw_echoes(Controls& controls, const app::State& state, Rect room, Deeds& deeds);

/// The sign of an echo: waves that go out from `centre`'s left, 10 CSS pixels across.
void draw_echo_sign(ImDrawList& list, ImVec2 centre, ImU32 color);

}  // namespace dajim::ui
