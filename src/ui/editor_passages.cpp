// Goals, answers and proposals where they stand in a page: the chosen ones' ground, signs in the margin, the verdict behind an answer.
#include <algorithm>
#include <cmath>
#include <string>

#include "app/goal_words.h"
#include "ui/echo_bar.h"
#include "ui/editor.h"
#include "ui/verdict_looks.h"

namespace dajim::ui {
namespace {

using app::Target;
using journal::Goal;
using text::Affinity;
using text::Position;
using text::Range;

constexpr float margin_sign = 9;      // CSS pixels across
constexpr float margin_reach = 30;    // left of the text, where the margin hears the pointer

}  // namespace

/// Rows of a passage as one box, as wide as the text and a little more; nothing when none of it is near the sight.
std::optional<Rect> EditorView::rows_of(app::Program& program, ImVec2 origin, const Range& range, const text::Paragraphs& near) const {
    if (range.end.paragraph < near.begin || range.begin.paragraph >= near.end) return std::nullopt;
    text::Layout& layout = program.layout(target_);
    const text::CaretBox from = layout.caret(range.begin, Affinity::downstream), to = layout.caret(range.end, Affinity::upstream);
    return Rect{origin.x - 10, origin.y + from.y, width_ + 20, to.y + to.height - from.y};
}

/// Behind the words: the ground of the chosen goal and of its answers, of what was never promised and is chosen, of the band under the pointer, and of what is proposed.
void EditorView::draw_passages(Controls& controls, app::Program& program, ImVec2 origin, float top, float bottom) {
    const app::State& state = program.state();
    text::Layout& layout = program.layout(target_);
    near_ = {layout.paragraph_at(top), layout.paragraph_at(bottom) + 1};
    signs_.clear();
    const journal::Pair& pair = *state.chosen_pair();
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const auto light = [&](const Rect& rows, bool chosen, bool lit) {
        if (chosen || lit) list.AddRectFilled(rows.min(), rows.max(), faded(theme.chosen, chosen ? 1 : 0.6f), 5);
    };
    const auto ground = [&](const std::optional<Range>& range, const Goal& goal) {
        if (!range) return;
        const std::optional<Rect> rows = rows_of(program, origin, *range, near_);
        if (!rows) return;
        light(*rows, goal.id == state.goal, goal.id == lit_);
        const float line = layout.rows(range->begin.paragraph).style.line_height;
        signs_.push_back({{origin.x - margin_reach, rows->y, margin_reach - 6, std::min(line, rows->height)}, goal.id, *range,
                          goal.verdict ? std::optional(goal.verdict->kind) : std::nullopt});
    };
    const bool right = state.end_at(target_) == journal::End::retrospective;
    for (const Goal& goal : pair.goals) {
        if (!right) ground(app::words_shown(state, goal), goal);
        else for (const journal::Passage& answer : goal.answers) ground(shown(state, journal::End::retrospective, answer.range), goal);
    }
    for (const journal::Passage& one : pair.unpromised) {
        const std::optional<Range> range = right ? shown(state, journal::End::retrospective, one.range) : std::nullopt;
        if (!range || (one.id != state.unpromised && one.id != lit_)) continue;
        if (const std::optional<Rect> rows = rows_of(program, origin, *range, near_)) light(*rows, one.id == state.unpromised, true);
    }
    if (target_ == Target::resolution) draw_echo_marks(controls, program, origin);
    for (const app::Proposed& one : state.proposing.all) {
        if (app::page(one.end) != target_) continue;
        const std::optional<Rect> rows = rows_of(program, origin, one.range, near_);
        if (!rows) continue;
        const bool here = &one == state.proposing.now();
        if (here) list.AddRectFilled(rows->min(), rows->max(), theme.found, 5);
        for (float y = rows->y + 3; y < rows->bottom() - 3; y += 6) {   // a dotted line beside it: not yet a goal
            list.AddRectFilled({rows->x - 5, y}, {rows->x - 3, y + 2}, here ? theme.accent : theme.soft);
        }
    }
}

/// Beside words that speak to the future self a thin line on their right, towards the page that will give them back, and their sign.
void EditorView::draw_echo_marks(Controls& controls, app::Program& program, ImVec2 origin) {
    const app::State& state = program.state();
    const Theme& theme = controls.theme();
    float last = -100;   // where two begin in one row, one sign is enough
    for (const journal::Passage& echo : state.chosen_pair()->echoes) {
        const std::optional<Rect> rows = echo.range ? rows_of(program, origin, *echo.range, near_) : std::nullopt;
        if (!rows) continue;
        const bool roomy = rows->right() + 20 <= sight_.right();   // for the line too
        const float x = roomy ? rows->right() + 2 : sight_.right() - 19;
        if (roomy) controls.list().AddRectFilled({x, rows->y + 4}, {x + 1.5f, rows->bottom() - 4}, faded(theme.accent, 0.55f));
        const float middle = rows->y + program.layout(target_).rows(echo.range->begin.paragraph).style.line_height / 2;
        if (std::abs(middle - last) > 14) draw_echo_sign(controls.list(), {x + 12, middle}, theme.accent);
        last = middle;
        const float top = std::clamp(rows->y, sight_.y, sight_.bottom()), bottom = std::clamp(rows->bottom(), sight_.y, sight_.bottom());
        if (bottom - top < 1) continue;
        controls.told(Role::text, "echo " + echo.id, app::say(app::Str::echo_told, state.language, {echo.exact}), {origin.x, top, width_, bottom - top});
    }
}

/// Under a quote that is not quite what was promised a broken line, and behind it, where there is room, what was.
void EditorView::draw_misquotes(Controls& controls, app::Program& program, ImVec2 origin, Deeds& deeds) {
    const app::State& state = program.state();
    if (target_ != Target::retrospective) return;
    text::Layout& layout = program.layout(target_);
    const Theme& theme = controls.theme();
    std::size_t index = 0;
    for (const journal::Misquote& one : state.misquotes) {
        ++index;
        if (!rows_of(program, origin, one.range, near_)) continue;
        const std::string said = app::say(app::Str::misquoted, state.language, {app::promised(state.chosen_pair()->goals[one.promise])});
        const text::CaretBox begin = layout.caret(one.range.begin, Affinity::downstream), end = layout.caret(one.range.end, Affinity::upstream);
        for (float y = begin.y; y <= end.y + 1; y += end.height) {
            const float from = y <= begin.y + 1 ? begin.x : 0, to = y >= end.y - 1 ? end.x : width_;
            for (float x = from; x < to; x += 7) {
                const float under = origin.y + y + end.height - 5;
                controls.list().AddRectFilled({origin.x + x, under}, {origin.x + std::min(x + 4, to), under + 1.5f}, theme.trouble);
            }
        }
        const Rect behind{origin.x + end.x + 14, origin.y + end.y, std::max(0.0f, width_ - end.x - 14), end.height};
        const float wide = std::min(behind.width, controls.width(said, Face::small) + 12);
        const Rect press{behind.x, behind.y, std::max(24.0f, wide), behind.height};
        const std::string name = said + " — " + controls.say(app::Str::mend_quote);
        if (controls.button("misquote " + std::to_string(index), name, "", press)) deeds.push_back(app::MendQuote{index - 1});
        controls.label(wide > 60 ? said : "≠", press.x + 6, press.y + press.height / 2, Face::small, theme.trouble, press.width - 8);
    }
}

/// In the margin a sign for each goal, told by its verdict; behind an answer the verdict itself. Over the words.
void EditorView::draw_signs(Controls& controls, app::Program& program, ImVec2 origin) {
    text::Layout& layout = program.layout(target_);
    ImDrawList& list = controls.list();
    const Theme& theme = controls.theme();
    for (const MarginSign& sign : signs_) {
        const ImVec2 middle{origin.x - 21, sign.box.y + sign.box.height / 2};
        if (program.state().end_at(target_) == journal::End::resolution) {
            if (sign.verdict) draw_sign(list, *sign.verdict, middle, margin_sign / 2, theme);
            else list.AddCircle(middle, margin_sign / 2 - 0.5f, theme.accent, 0, 1.5f);
        } else if (sign.verdict) {
            const text::CaretBox end = layout.caret(sign.range.end, Affinity::upstream);
            const float right = sight_.right() - 16;   // up to the scroll thumb
            const float room = right - (origin.x + end.x + 4);
            const bool brief = pill_width(controls, *sign.verdict, false) > room;   // never on the words
            const float x = std::min(origin.x + end.x + 10, right - pill_width(controls, *sign.verdict, brief));
            draw_pill(controls, *sign.verdict, x, origin.y + end.y + end.height / 2, brief);
        }
    }
    if (const std::optional<std::size_t> line = line_to_mark(controls, program, origin)) {
        const float y = origin.y + layout.top(*line) + layout.rows(*line).style.space_before + layout.rows(*line).style.line_height / 2;
        list.AddCircle({origin.x - 21, y}, margin_sign / 2 - 0.5f, faded(theme.accent, 0.5f), 0, 1.5f);
    }
}

/// The line of the resolution whose margin the pointer is in, and that would become a goal by a press there.
std::optional<std::size_t> EditorView::line_to_mark(const Controls& controls, app::Program& program, ImVec2 origin) const {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Rect margin{origin.x - margin_reach, sight_.y, margin_reach - 6, sight_.height};
    const text::Buffer& buffer = *text_of(program.state(), target_);
    if (target_ != Target::resolution || !program.state().editable() || pressing_ || !controls.pointer_over(margin)) return std::nullopt;
    text::Layout& layout = program.layout(target_);
    const std::size_t line = layout.paragraph_at(mouse.y - origin.y);
    if (layout.top(line) + origin.y > mouse.y || layout.top(line) + layout.rows(line).height() + origin.y < mouse.y) return std::nullopt;
    const bool marked = std::any_of(signs_.begin(), signs_.end(), [&](const MarginSign& sign) { return sign.box.holds(mouse); });
    const Position at{line, 0};
    if (marked || !app::markable(buffer, {at, at, Affinity::downstream})) return std::nullopt;
    return line;
}

/// A press in the margin: on a sign, which chooses its goal, or beside a line, which makes it one. True when it was taken.
bool EditorView::press_margin(const Controls& controls, app::Program& program, ImVec2 origin, Deeds& deeds) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto sign = std::find_if(signs_.begin(), signs_.end(), [&](const MarginSign& one) { return one.box.holds(mouse); });
    const bool on_sign = sign != signs_.end() && controls.pointer_over(sign->box);
    const std::optional<std::size_t> line = on_sign ? std::nullopt : line_to_mark(controls, program, origin);
    if (!on_sign && !line) return false;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return false;
    if (on_sign) deeds.push_back(app::ChooseGoal{sign->goal});
    else deeds.push_back(app::MarkLine{*line});
    return true;
}

}  // namespace dajim::ui
