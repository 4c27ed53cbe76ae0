// What the pointer carries, see carry.h.
#include "ui/carry.h"

namespace dajim::ui {
namespace {
constexpr float lifted_after = 4;   // CSS pixels that a hand may tremble while it clicks
}

void carry(const Controls& controls, app::Program& program, std::span<const EditorView> views, Deeds& deeds) {
    const app::State& state = program.state();
    if (!state.carried) return;
    const app::Carried& carried = *state.carried;
    const bool from_outside = carried.from == app::Target::none;   // the browser tells when those are let go
    if (!from_outside && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        deeds.push_back(app::LetGo{});
        return;
    }
    if (!from_outside && !carried.moving && !ImGui::IsMouseDragging(ImGuiMouseButton_Left, lifted_after)) return;
    app::Carry now{app::Target::none};
    for (const EditorView& view : views) {
        if (from_outside ? app::is_reading(view.target()) : !app::is_page(view.target())) continue;
        const std::optional<text::Hit> at = view.under_pointer(controls, program);
        if (at) now = {view.target(), at->position, at->affinity};
    }
    ImGui::SetMouseCursor(now.over == app::Target::none ? ImGuiMouseCursor_NotAllowed : ImGuiMouseCursor_Arrow);
    const bool same = carried.moving && carried.over == now.over && carried.at == now.at && carried.affinity == now.affinity;
    if (!same) deeds.push_back(now);
}

}  // namespace dajim::ui
