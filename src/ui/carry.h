// What the pointer carries: says over which text it is, and when it is let go.
#pragma once

#include <span>

#include "ui/editor.h"

namespace dajim::ui {

/// Once a frame, after all of `views` that are to be seen have been drawn.
void carry(const Controls& controls, app::Program& program, std::span<const EditorView> views, Deeds& deeds);

}  // namespace dajim::ui
