// The bar above the pages that finds and replaces, and the list of matches in the whole journal.
#pragma once

#include "app/program.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class FindBar {
public:
    /// Draws it at the upper edge of `room` while it is open; returns the height it takes of it. `words` and `replacement` draw its fields.
    float draw(Controls& controls, app::Program& program, Rect room, EditorView& words, EditorView& replacement, std::uint64_t look,
               double now_ms, Deeds& deeds);

private:
    float tools(Controls& controls, const app::State& state, float x, float y, float height, Deeds& deeds);
    void list(Controls& controls, const app::State& state, Rect rect, std::size_t rows, Deeds& deeds);
    void row(Controls& controls, const app::State& state, std::size_t index, Rect rect, Deeds& deeds);

    std::size_t first_ = 0;                 // row at the list's upper edge
    std::optional<std::size_t> shown_;      // the match that was last brought into sight there
};

}  // namespace dajim::ui
