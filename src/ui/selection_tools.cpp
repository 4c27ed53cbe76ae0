// Handles and menu of a selection, see selection_tools.h.
#include "ui/selection_tools.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Handle;
using text::Affinity;

constexpr float radius = 9;          // of a knob, CSS pixels
constexpr float finger = 44;         // what a finger hits
constexpr float away = 8;            // of the menu from what it is about, and from the window's edges
constexpr std::array items{CommandId::cut, CommandId::copy, CommandId::paste, CommandId::select_all};

ImVec2 middle(Rect rect) { return {rect.x + rect.width / 2, rect.y + rect.height / 2}; }

/// What is seen of the selection between its two ends: a stretch of one row, or all the rows' width.
Rect seen(Rect begin, Rect end, Rect sight) {
    const bool one_row = std::abs(begin.y - end.y) < 1;
    const float x0 = one_row ? std::clamp(begin.x, sight.x, sight.right()) : sight.x;
    const float x1 = one_row ? std::clamp(end.x, sight.x, sight.right()) : sight.right();
    const float y0 = std::max(begin.y, sight.y), y1 = std::min(end.bottom(), sight.bottom());
    return {x0, y0, x1 - x0, y1 - y0};
}

/// A drop that points at its end of the selection.
void draw_handle(Controls& controls, Rect end, Rect knob) {
    ImDrawList& list = controls.list();
    const ImU32 color = controls.theme().accent;
    const ImVec2 at = middle(knob);
    const float side = at.x < end.x ? 0 : -radius;
    list.AddCircleFilled(at, radius, color, 32);
    list.AddRectFilled({at.x + side, knob.y}, {at.x + side + radius, at.y}, color);
}

}  // namespace

Rect knob(Rect end, Handle handle) {
    const bool left = handle == Handle::begin && end.x >= 2 * radius;   // else it would hang out of the window
    return {left ? end.x - 2 * radius : end.x, end.bottom(), 2 * radius, 2 * radius};
}

Rect grip(Rect knob) {
    const ImVec2 at = middle(knob);
    return {at.x - finger / 2, knob.y - 4, finger, finger};
}

std::optional<Handle> handle_at(std::optional<Rect> begin, std::optional<Rect> end, ImVec2 at) {
    const auto reach = [at](const std::optional<Rect>& knob) {
        if (!knob || !grip(*knob).holds(at)) return 1e9f;
        return std::hypot(middle(*knob).x - at.x, middle(*knob).y - at.y);
    };
    const float first = reach(begin), last = reach(end);
    if (std::min(first, last) >= 1e9f) return std::nullopt;
    return first < last ? Handle::begin : Handle::end;
}

Rect menu_place(Rect window, Rect selected, ImVec2 size, bool handles) {
    const float least_x = window.x + away, most_x = std::max(least_x, window.right() - away - size.x);
    const float x = std::clamp(selected.x + selected.width / 2 - size.x / 2, least_x, most_x);
    const float above = selected.y - away - size.y;
    const float below = selected.bottom() + away + (handles ? 2 * radius : 0);
    const float most_y = window.bottom() - away - size.y;
    float y = above;
    if (above < window.y + away) y = below;
    if (y > most_y) y = std::max(selected.y, window.y) + (selected.height - size.y) / 2;
    return {x, std::clamp(y, window.y, std::max(window.y, most_y)), size.x, size.y};
}

void SelectionTools::cover(Controls& controls) const {
    controls.cover(begin_ ? grip(*begin_) : Rect{});
    controls.cover(end_ ? grip(*end_) : Rect{});
    controls.cover(menu_);
}

void SelectionTools::draw(Controls& controls, app::Program& program, EditorView* view, Rect window, Deeds& deeds) {
    controls.uncover();
    controls.uncover();
    controls.uncover();
    const app::State& state = program.state();
    const app::SelectionTools& tools = state.tools;
    const bool by_finger = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
    const Rect menu_before = std::exchange(menu_, {});
    if (!view || !by_finger || !text_of(state, tools.target)) {
        begin_ = end_ = std::nullopt;
        dragging_ = false;
        return;
    }
    const text::Range range = state.editor(tools.target).selection.range();
    const Affinity ends = range.empty() ? state.editor(tools.target).selection.affinity : Affinity::upstream;
    const Rect begin = view->box_of(program, range.begin, range.empty() ? ends : Affinity::downstream);
    const Rect end = view->box_of(program, range.end, ends);
    const Rect sight = view->sight();
    const auto seen_end = [sight](Rect at) { return at.bottom() > sight.y + 1 && at.bottom() <= sight.bottom() + 1 && at.x >= sight.x && at.x <= sight.right(); };
    begin_ = tools.handles && seen_end(begin) ? std::optional(knob(begin, Handle::begin)) : std::nullopt;
    end_ = tools.handles && seen_end(end) ? std::optional(knob(end, Handle::end)) : std::nullopt;
    if (dragging_ || !menu_before.holds(ImGui::GetIO().MousePos)) handles(controls, program, *view, deeds);
    if (begin_) draw_handle(controls, begin, *begin_);
    if (end_) draw_handle(controls, end, *end_);
    const Rect selected = seen(begin, end, sight);
    if (tools.menu && !dragging_ && selected.height > 0) menu(controls, state, window, selected, deeds);
}

void SelectionTools::handles(Controls& controls, app::Program& program, EditorView& view, Deeds& deeds) {
    const ImGuiIO& io = ImGui::GetIO();
    const app::Target target = program.state().tools.target;
    const std::optional<Handle> under = handle_at(begin_, end_, io.MousePos);
    // The cursor tells web/window that a finger which moves from here drags and does not scroll.
    if ((under && controls.pointer_over(grip(*(under == Handle::begin ? begin_ : end_)))) || dragging_) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if (!dragging_ && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
            const text::Range range = program.state().editor(target).selection.range();
            const Rect end = view.box_of(program, under == Handle::begin ? range.begin : range.end,
                                         under == Handle::begin ? Affinity::downstream : Affinity::upstream);
            grasp_ = {io.MousePos.x - end.x, io.MousePos.y - middle(end).y};
            dragging_ = true;
            deeds.push_back(app::TakeHandle{target, *under});
        }
    }
    if (!dragging_) return;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        dragging_ = false;
        deeds.push_back(app::FingerUp{target});
        return;
    }
    const ImVec2 at{io.MousePos.x - grasp_.x, io.MousePos.y - grasp_.y};
    if (ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
        const text::Hit hit = view.hit(program, at);
        deeds.push_back(app::MoveHandle{target, hit.position, hit.affinity});
        view.pull(at.y);
    }
}

void SelectionTools::menu(Controls& controls, const app::State& state, Rect window, Rect selected, Deeds& deeds) {
    const ButtonLook look{.kind = ButtonLook::Kind::row};
    const auto possible = [&state](CommandId id) { return app::command(id).possible(state); };
    const auto width = [&controls](CommandId id) {
        return std::max(finger, controls.width(controls.say(app::command(id).title), Face::label) + 26);
    };
    float wide = 0;
    for (CommandId id : items) wide += possible(id) ? width(id) : 0;
    if (wide == 0) return;
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    menu_ = menu_place(window, selected, {wide + 8, finger}, state.tools.handles);
    for (int spread = 3; spread > 0; --spread) {
        const float by = static_cast<float>(spread);
        list.AddRectFilled({menu_.x - by, menu_.y - by * 0.2f}, {menu_.right() + by, menu_.bottom() + by * 1.5f}, faded(theme.shadow, 0.7f), 10 + by);
    }
    list.AddRectFilled(menu_.min(), menu_.max(), theme.paper, 10);
    list.AddRect(menu_.min(), menu_.max(), theme.line, 10, 0, 1);
    controls.open(Role::group, "selection tools", controls.say(app::Str::selection_tools), menu_);
    float x = menu_.x + 4;
    for (CommandId id : items) {
        if (!possible(id)) continue;
        if (x > menu_.x + 4) list.AddLine({x, menu_.y + 12}, {x, menu_.bottom() - 12}, theme.line, 1);
        if (controls.command(id, {x, menu_.y, width(id), menu_.height}, look)) deeds.push_back(app::Run{id});
        x += width(id);
    }
    controls.close();
}

}  // namespace dajim::ui
