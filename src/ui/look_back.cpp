// The look back, see look_back.h.
#include "ui/look_back.h"

#include <algorithm>
#include <cmath>

#include "app/goal_words.h"
#include "text/utf8.h"
#include "ui/verdict_looks.h"

namespace dajim::ui {
namespace {

using app::LookBack;
using app::Str;

constexpr float inset = 8;            // CSS pixels
constexpr float sign_room = 22;
constexpr float leading = 22, small_leading = 18;
constexpr std::size_t most_bytes = 400;   // of words that are shown or told
constexpr std::size_t most_rows = 200;    // of a list

std::string cut(std::string words) {
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words.size() <= most_bytes ? words : words.substr(0, text::floor_code_point(words, most_bytes)) + "…";
}

/// What can be seen of it; what cannot is told at the edge where it went.
Rect within(Rect rect, Rect box) {
    const float height = std::min(rect.height, box.height);
    const float y = std::clamp(rect.y, box.y, box.bottom() - std::min(height, 24.0f));
    return {rect.x, y, rect.width, std::min(height, box.bottom() - y)};
}

std::string hundredths(double value) {
    const long rounded = std::lround(value * 100);
    return std::to_string(rounded / 100) + (rounded % 100 < 10 ? ".0" : ".") + std::to_string(rounded % 100);
}

}  // namespace

float LookBackView::words(Controls& controls, Role role, std::string_view id, std::string_view text, Face face, ImU32 color, Rect box, float y) {
    const float line = face == Face::small ? small_leading : leading;
    const Rect at{box.x + inset, y, box.width - 2 * inset, 0};
    const float height = controls.paragraph(text, at, face, color, line);
    controls.told(role, id, text, within({at.x, y, at.width, height}, box));
    return height;
}

/// A goal with its sign and what became of it; a press carries it on, or, where it went on already, chooses it there.
float LookBackView::row(Controls& controls, const app::State& state, const LookBack::Line& line, Rect box, float y, Deeds& deeds) {
    const Theme& theme = controls.theme();
    const journal::Goal& goal = *line.goal;
    const std::string said = cut(goal.words.exact);
    std::string became = goal.verdict ? controls.say(app::verdict_words(goal.verdict->kind)) : controls.say(Str::no_verdict);
    if (goal.verdict && !goal.verdict->reason.empty()) became += " — " + cut(goal.verdict->reason);
    const bool went_on = !line.here.empty();
    const std::string act = std::string(went_on ? "✓ " : "") + controls.say(went_on ? Str::look_back_carried : Str::look_back_carry);
    const float act_width = controls.width(act, Face::small) + 20;
    const float x = box.x + inset + sign_room;
    const float width = std::max(60.0f, box.right() - inset - act_width - 12 - x);
    const float high = controls.paragraph(said, {x, 0, width, 0}, Face::label, 0, leading, false, false);
    const float low = controls.paragraph(became, {x, 0, width, 0}, Face::small, 0, small_leading, false, false);
    const Rect rect{box.x, y, box.width, std::max(34.0f, high + low + 12)};
    const bool seen = rect.bottom() > box.y && rect.y < box.bottom();

    const std::string name = went_on ? app::say(Str::goal_told, state.language, {said, controls.say(Str::look_back_carried)})
                                     : app::say(Str::look_back_press, state.language, {said}) + " — " + became;
    const std::string id = line.pair->id + goal.id;
    const Controls::Item item = controls.item(id, name, within(rect, box), went_on);
    if (item.focused && focused_ != id) {   // the keyboard came to it: into sight
        focused_ = id;
        const float before = scroll_;
        if (rect.y < box.y) scroll_ -= box.y - rect.y;
        if (rect.bottom() > box.bottom()) scroll_ += rect.bottom() - box.bottom();
        again_ = again_ || scroll_ != before;
    }
    bool pressed = item.pressed, over = false;
    if (seen && state.editable()) {
        const Rect heard = within(rect, box);
        over = controls.pointer_over(heard);
        if (over) {
            ImGui::PushID(id.c_str());
            ImGui::SetCursorScreenPos(heard.min());
            if (ImGui::InvisibleButton("##", {heard.width, std::max(1.0f, heard.height)})) pressed = true;
            ImGui::PopID();
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
    }
    if (pressed && state.editable()) {
        if (went_on) deeds.push_back(app::GoTo{state.pair, line.here});
        else deeds.push_back(app::CarryHere{line.pair->id, goal.id});
    }
    if (!seen) return rect.height;

    ImDrawList& list = controls.list();
    if (over) list.AddRectFilled(rect.min(), rect.max(), faded(theme.ink, 0.05f), 7);
    if (item.ring) list.AddRect({rect.x + 1, rect.y + 1}, {rect.right() - 1, rect.bottom() - 1}, theme.accent, 7, 0, 2);
    const ImVec2 sign{box.x + inset + 7, y + 6 + leading / 2};
    if (goal.verdict) draw_sign(list, goal.verdict->kind, sign, 5, theme);
    else list.AddCircleFilled(sign, 2, unjudged_color(theme));
    controls.paragraph(said, {x, y + 6, width, 0}, Face::label, theme.ink, leading);
    controls.paragraph(became, {x, y + 6 + high, width, 0}, Face::small, theme.soft, small_leading);
    const Rect pill{box.right() - inset - act_width, y + 6, act_width, 24};
    if (!went_on && state.editable()) list.AddRect(pill.min(), pill.max(), theme.line, 7, 0, 1);
    if (went_on || state.editable()) controls.label(act, pill.x + 10, pill.y + 12, Face::small, went_on ? theme.soft : theme.accent);
    return rect.height;
}

float LookBackView::list(Controls& controls, const app::State& state, std::string_view id, std::string_view name, const std::vector<LookBack::Line>& lines,
                         Rect box, float y, Deeds& deeds) {
    const float top = y;
    controls.open(Role::list, id, name, box);
    const std::size_t shown = std::min(lines.size(), most_rows);
    for (std::size_t at = 0; at < shown; ++at) y += row(controls, state, lines[at], box, y, deeds);
    controls.close();
    if (shown < lines.size()) y += words(controls, Role::text, std::string(id) + " more", "… " + std::to_string(lines.size() - shown), Face::small, controls.theme().soft, box, y);
    return y - top;
}

bool LookBackView::draw(Controls& controls, const app::State& state, const LookBack& back, Rect box, std::uint64_t, Deeds& deeds) {
    const Theme& theme = controls.theme();
    if (pair_ != state.pair) scroll_ = 0;
    pair_ = state.pair;
    again_ = false;
    const ImGuiIO& io = ImGui::GetIO();
    const bool wheeled = io.MouseWheel != 0 && controls.pointer_over(box);
    const float wish = wheeled ? scroll_ - io.MouseWheel * 100 : scroll_;
    scroll_ = std::clamp(wish, 0.0f, std::max(0.0f, height_ - box.height));
    if (wheeled && scroll_ == wish) take_wheel();

    const std::string name = back.last->name.empty() ? controls.say(Str::untitled_pair) : back.last->name;
    const std::string title = app::say(Str::look_back, state.language, {name});
    controls.open(Role::group, "look back", title, box);
    controls.list().AddLine({box.x + inset, box.y}, {box.right() - inset, box.y}, theme.line, 1);
    controls.list().PushClipRect(box.min(), box.max(), true);
    const float top = box.y - scroll_;
    float y = top + 10;
    if (!back.goals.empty()) {
        y += words(controls, Role::heading, "title", title, Face::label_strong, theme.accent, box, y) + 4;
        y += list(controls, state, "last goals", title, back.goals, box, y, deeds) + 14;
    }
    if (!back.unjudged.empty()) {
        const char* asks = controls.say(Str::look_back_unjudged);
        y += words(controls, Role::heading, "unjudged title", asks, Face::label_strong, theme.accent, box, y);
        y += words(controls, Role::text, "unjudged means", controls.say(Str::look_back_unjudged_means), Face::small, theme.soft, box, y) + 4;
        y += list(controls, state, "unjudged", asks, back.unjudged, box, y, deeds) + 14;
    }
    if (const auto& known = back.calibration) {
        const journal::Calibration::Bin& usual = known->usual();
        y += words(controls, Role::heading, "calibration title", controls.say(Str::calibration), Face::label_strong, theme.accent, box, y);
        y += words(controls, Role::text, "calibration", app::say(Str::calibration_usual, state.language, {std::to_string(usual.said), std::to_string(usual.came)}),
                   Face::label, theme.ink, box, y);
        y += words(controls, Role::text, "calibration all",
                   app::say(Str::calibration_all, state.language,
                            {std::to_string(known->goals), std::to_string(known->said), std::to_string(known->came), hundredths(known->brier)}),
                   Face::small, theme.soft, box, y) + 14;
    }
    controls.list().PopClipRect();
    controls.close();
    height_ = y - top;
    if (height_ > box.height) {   // how far one is
        const float thumb = std::max(24.0f, box.height * box.height / height_);
        const float at = box.y + (box.height - thumb) * scroll_ / std::max(1.0f, height_ - box.height);
        controls.list().AddRectFilled({box.right() - 4, at}, {box.right() - 1, at + thumb}, faded(theme.ink, 0.18f), 2);
    }
    return again_;
}

}  // namespace dajim::ui
