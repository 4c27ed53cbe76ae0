// What fingers use at a selection: two handles to move its ends by, and a small menu. Drawn over everything.
#pragma once

#include <optional>
#include <vector>

#include "app/handles.h"
#include "app/program.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

/// The knob of a handle hangs below its end of the selection, the first one's to the left where there is room, the last one's to the right.
Rect knob(Rect end, app::Handle handle);
/// Where a finger takes hold of it: as wide as a finger.
Rect grip(Rect knob);
/// The handle that a finger at `at` means; of two that it touches, the nearer one. Either may be out of sight.
std::optional<app::Handle> handle_at(std::optional<Rect> begin, std::optional<Rect> end, ImVec2 at);
/// Where the menu goes: above what is selected, else below it and its handles, else inside; always within `window`.
/// `selected` is what is seen of the selection, without its knobs.
Rect menu_place(Rect window, Rect selected, ImVec2 size, bool handles);

class SelectionTools {
public:
    /// Before what lies under them is drawn: it does not hear the finger.
    void cover(Controls& controls) const;
    /// After everything else. `view` is that of the tools' text, null when it is not on the screen; `window` is what no keyboard covers.
    void draw(Controls& controls, app::Program& program, EditorView* view, Rect window, Deeds& deeds);

private:
    void handles(Controls& controls, app::Program& program, EditorView& view, Deeds& deeds);
    void menu(Controls& controls, const app::State& state, Rect window, Rect selected, Deeds& deeds);

    std::optional<Rect> begin_, end_;       // knobs, as last drawn
    Rect menu_;
    bool dragging_ = false;
    ImVec2 grasp_;                          // from the middle of the row to the finger
};

}  // namespace dajim::ui
