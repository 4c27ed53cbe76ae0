// What there is to say of a page beside its goals, in rows above its foot: how an amended resolution can be read,
// what it has of the pair before, which topics became posts. Mostly nothing.
#pragma once

#include "app/state.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

/// How high the rows are that are `width` wide; 0 where there is nothing to say. CSS pixels.
float notes_height(Controls& controls, const app::State& state, journal::End end, float width);
/// Draws them into `box`, which is so high.
void draw_notes(Controls& controls, const app::State& state, journal::End end, Rect box, Deeds& deeds);

/// What a page that is read otherwise is called, and what is told beside its name.
std::string reading_name(const Controls& controls, const app::State& state);
std::string reading_told(const Controls& controls, const app::State& state);

}  // namespace dajim::ui
