// A pair's spine on the shelf: its ribbon in small, a bar for each goal.
#pragma once

#include <string>

#include "journal/journal.h"
#include "ui/control.h"

namespace dajim::ui {

constexpr float spine_height = 8;   ///< CSS pixels

/// In the order of the goals, from `x` on, at most `room` wide.
void draw_spine(Controls& controls, const journal::Pair& pair, float x, float y, float room);
/// The same in words: "3 kept, 1 partly, 1 silent"; empty for a pair without goals.
std::string spine_words(const Controls& controls, const journal::Pair& pair);

}  // namespace dajim::ui
