// What is drawn round words in a row: the ground of code, the line under a link, the line through what is struck.
#pragma once

#include <string_view>

#include "imgui.h"
#include "text/layout.h"
#include "ui/theme.h"

namespace dajim::ui {

/// Where a row stands in the window, CSS pixels.
struct RowPlace {
    float left, top, bottom, baseline;
    float ascent, descent;   ///< of the paragraph's face
};

/// The ground of code inside a row; to be drawn before its words.
void draw_grounds(ImDrawList& list, const text::ParagraphRows& rows, const text::Row& row, const RowPlace& place, const Theme& theme);
/// The mark that stands for a sign without a picture (text::is_unseen), `width` wide from `x`.
void draw_unseen(ImDrawList& list, std::string_view sign, float x, float width, const RowPlace& place, const Theme& theme);
/// Lines under and through words.
void draw_lines(ImDrawList& list, const text::ParagraphRows& rows, const text::Row& row, const RowPlace& place, const Theme& theme);

}  // namespace dajim::ui
