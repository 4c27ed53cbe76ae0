// Where an editor's text stands in the window: asked by what lies over it, pulled along by what is dragged, lifted by a keyboard.
#include <algorithm>
#include <utility>

#include "ui/editor.h"

namespace dajim::ui {
namespace {

using text::Affinity;
using text::Position;

constexpr float carry_zone = 28;   // inside an edge, where carried words make a page scroll; CSS pixels
constexpr float edge = 56;   // of a page, within which a finger that drags pulls the text along; CSS pixels

}  // namespace

void EditorView::stand(ImVec2 origin, Rect sight, double now_ms) {
    origin_ = origin;
    sight_ = sight;
    drawn_ms_ = now_ms;
}

Rect EditorView::box_of(app::Program& program, Position at, Affinity affinity) const {
    const text::CaretBox box = program.layout(target_).caret(at, affinity);
    return {origin_.x + box.x, origin_.y + box.y, 0, box.height};
}

text::Hit EditorView::hit(app::Program& program, ImVec2 at) const {
    return program.layout(target_).hit(at.x - origin_.x, at.y - origin_.y);
}

/// How fast what is dragged pulls the text along, CSS pixels a second: the faster the farther past an edge. Fingers cannot get past
/// one, they pull from a little before it.
float EditorView::pulling(Rect text, bool carrying) {
    const ImGuiIO& io = ImGui::GetIO();
    std::optional<float> y = std::exchange(pull_y_, std::nullopt);
    float inset = std::min(edge, text.height / 4), haste = 12;
    if (pressing_ && ImGui::IsMouseDown(ImGuiMouseButton_Left)) y = io.MousePos.y, inset = 0, haste = 6;
    if (holding_ && ImGui::IsMouseDragging(ImGuiMouseButton_Right, 2)) y = io.MousePos.y;
    if (carrying) y = io.MousePos.y, inset = carry_zone;
    if (!y) return 0;
    const float above = text.y + inset - *y, below = *y - (text.bottom() - inset);
    const float past = above > 0 ? -above : below > 0 ? below : 0;
    return std::clamp(past, -200.0f, 200.0f) * haste;
}

/// A caret in sight stays in sight when a keyboard takes its room. When the keyboard goes, the page comes back to where it stood, unless
/// it was scrolled in the meantime.
bool EditorView::risen(const app::Editor& editor, float height) {
    const bool less = height < height_ - 1;
    if (less && !risen_) risen_ = Risen{height_, editor.scroll, editor.scroll};
    height_ = height;
    return less && caret_seen_;
}

}  // namespace dajim::ui
