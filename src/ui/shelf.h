// The list of series and their pairs, with what can be done to each, and how the desk is to look.
#pragma once

#include "app/state.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class Shelf {
public:
    void draw(Controls& controls, const app::State& state, Rect rect, Deeds& deeds);

private:
    void settings(Controls& controls, const app::State& state, Rect rect, Deeds& deeds);
    float list(Controls& controls, const app::State& state, Rect rect, Deeds& deeds, float y);

    float scroll_ = 0;     // CSS pixels
    float height_ = 0;     // of the whole list, as last drawn
    journal::Id shown_;    // the chosen pair that was last brought into sight
};

}  // namespace dajim::ui
