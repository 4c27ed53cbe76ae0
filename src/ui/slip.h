// The slip: a sheet over the desk that tells what there is to see, and takes what is to be written, before something is done. What it says is app/slip's.
#pragma once

#include <span>
#include <vector>

#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class SlipView {
public:
    /// In the middle of `window`, the desk shaded behind it. Nothing where there is no slip.
    void draw(Controls& controls, app::Program& program, Rect window, std::span<EditorView> views, std::uint64_t shown, double now_ms,
              Deeds& deeds);

private:
    void measure(Controls& controls, const app::Slip& slip, float width, std::uint64_t look);
    void list(Controls& controls, const app::Slip& slip, Rect box, Deeds& deeds);
    void row(Controls& controls, const app::Slip& slip, std::size_t index, Rect rect, Rect box, Deeds& deeds);
    float fields_height(Controls& controls, const app::Slip& slip, float width) const;
    void fields(Controls& controls, app::Program& program, Rect box, std::span<EditorView> views, std::uint64_t shown, double now_ms, Deeds& deeds);
    float buttons(Controls& controls, const app::State& state, Rect foot, bool draw, Deeds& deeds);

    struct Measured { std::string words; float words_height = 0, height = 0; };   // of a row; its words as they are shown
    std::vector<Measured> rows_;
    std::uint64_t stamp_ = 0, look_ = 0;   // measured for this slip …
    float width_ = 0;                      // … at this width
    float scroll_ = 0, whole_ = 0;
    bool asks_ = false;                    // the one that was last drawn had fields
    NodeId seen_ = 0;                      // the row that had the keyboard when it was last brought into sight
};

}  // namespace dajim::ui
