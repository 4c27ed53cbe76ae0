// Beside a resolution that is yet to be written: last time's goals, each carried on by a press, and what one can learn from them.
#pragma once

#include <cstdint>
#include <string>

#include "app/look_back.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class LookBackView {
public:
    /// Draws it into `box`, scrolled where it is longer. True when it wants to be drawn once more, at once.
    bool draw(Controls& controls, const app::State& state, const app::LookBack& back, Rect box, std::uint64_t look, Deeds& deeds);

private:
    float list(Controls& controls, const app::State& state, std::string_view id, std::string_view name, const std::vector<app::LookBack::Line>& lines,
               Rect box, float y, Deeds& deeds);
    float row(Controls& controls, const app::State& state, const app::LookBack::Line& line, Rect box, float y, Deeds& deeds);
    float words(Controls& controls, Role role, std::string_view id, std::string_view text, Face face, ImU32 color, Rect box, float y);

    journal::Id pair_;          // whose page it was drawn beside
    float scroll_ = 0, height_ = 0;
    std::string focused_;       // the goal whose row has the keyboard
    bool again_ = false;
};

}  // namespace dajim::ui
