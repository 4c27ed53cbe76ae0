// The bar that finds and replaces, see find_bar.h.
#include "ui/find_bar.h"

#include <algorithm>
#include <string>

#include "text/breaks.h"
#include "text/utf8.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::FindScope;
using app::Str;

constexpr float one_row_from = 720;   // wide enough for field and switches side by side
constexpr float row_height = 40;
constexpr float tool_height = 32;
constexpr float list_row = 32;
constexpr std::size_t most_rows = 7;
constexpr std::size_t snippet_behind = 160;   // bytes of a line behind what was found in it

/// "3/12"; nothing while there is nothing to find.
std::string count_of(const Controls& controls, const app::State& state) {
    const app::Finding& finding = state.finding;
    if (finding.query.empty()) return {};
    const std::size_t count = finding.count();
    const std::string more = finding.complete() ? "" : "…";
    if (count == 0) return finding.complete() ? controls.say(Str::found_none) : more;
    const app::Found place{state.pair, state.shown, state.editor(app::page(state.shown)).selection.range()};
    const std::optional<std::size_t> at = finding.index_of(place);
    return (at ? app::with_commas(*at + 1) : std::string("–")) + "/" + app::with_commas(count) + more;
}

void press(Controls& controls, CommandId id, Rect rect, const ButtonLook& look, std::string_view label, Deeds& deeds) {
    if (controls.command(id, rect, look, label)) deeds.push_back(app::Run{id});
}

}  // namespace

float FindBar::draw(Controls& controls, app::Program& program, Rect room, EditorView& words, EditorView& replacement, std::uint64_t look,
                    double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    if (!state.finding.open) {
        shown_.reset();
        return 0;
    }
    const Theme& theme = controls.theme();
    const bool wide = room.width >= one_row_from;
    const bool listed = state.finding.scope == FindScope::journal && state.finding.count() > 0;
    const float tool_rows = wide ? 1 : 2;
    const float inset = wide ? 8.0f : 6.0f;
    const float fixed = 2 * 4 + row_height * (tool_rows + (state.finding.replacing ? 1 : 0));
    const std::size_t rows = !listed ? 0 : std::min({most_rows, state.finding.count(),
        static_cast<std::size_t>(std::max(2.0f, (room.height * 0.45f - fixed) / list_row))});
    const Rect panel{room.x + (wide ? 0 : 4), room.y + 4, room.width - (wide ? 0 : 8), fixed + (rows > 0 ? static_cast<float>(rows) * list_row + 6 : 0)};
    controls.open(Role::group, "find bar", controls.say(Str::find), panel);
    controls.list().AddRectFilled(panel.min(), panel.max(), theme.paper, 8);
    controls.list().AddRect(panel.min(), panel.max(), theme.line, 8, 0, 1);

    // From the right edge inwards; told in reading order.
    const std::string count = count_of(controls, state);
    const float left = panel.x + inset, right = panel.right() - inset;
    const float count_width = std::max(52.0f, controls.width(count, Face::small) + 8);
    const float tools_width = wide ? 270.0f : 0;
    const float top = panel.y + 4 + (row_height - tool_height) / 2;
    const float expand = state.editable() ? tool_height : 0;
    const float words_x = left + expand + (expand > 0 ? 2 : 0);
    const float words_width = std::min(420.0f, right - words_x - 3 * tool_height - tools_width - count_width - 10);
    if (expand > 0) {
        const ButtonLook open{.role = Role::toggle, .pressed = state.finding.replacing};
        press(controls, CommandId::find_replacing, {left, top, tool_height, tool_height}, open, state.finding.replacing ? "▾" : "▸", deeds);
    }
    words.framed(controls, program, Str::find_words, Str::find_hint, {words_x, top, words_width, tool_height}, look, now_ms, deeds);
    float x = words_x + words_width + 6;
    const bool none = count == controls.say(Str::found_none);
    controls.status("found", Role::status, count, {x, top, count_width, tool_height}, none ? theme.trouble : theme.soft);
    x += count_width;
    press(controls, CommandId::find_previous, {x, top, tool_height, tool_height}, {}, "↑", deeds);
    press(controls, CommandId::find_next, {x + tool_height, top, tool_height, tool_height}, {}, "↓", deeds);
    x += 2 * tool_height;
    if (wide) tools(controls, state, x + 10, top, tool_height, deeds);
    press(controls, CommandId::find_close, {right - tool_height, top, tool_height, tool_height}, {}, "×", deeds);
    float y = top + row_height;
    if (!wide) {
        tools(controls, state, left, y, tool_height, deeds);
        y += row_height;
    }
    if (state.finding.replacing) {
        const float one = controls.width(controls.say(Str::replace_one), Face::label) + 20;
        const float all = controls.width(controls.say(Str::replace_all), Face::label) + 20;
        const float most = right - words_x - one - all - 8;
        const float width = wide ? std::min(words_width, most) : most;
        replacement.framed(controls, program, Str::replacement, Str::replacement, {words_x, y, width, tool_height}, look, now_ms, deeds);
        const ButtonLook outlined{.kind = ButtonLook::Kind::outlined};
        press(controls, CommandId::replace_one, {words_x + width + 4, y, one, tool_height}, outlined, "", deeds);
        press(controls, CommandId::replace_all, {words_x + width + 8 + one, y, all, tool_height}, outlined, "", deeds);
        y += row_height;
    }
    if (rows > 0) list(controls, state, {panel.x + 4, y, panel.width - 8, static_cast<float>(rows) * list_row}, rows, deeds);
    controls.close();
    return panel.height + 8;
}

/// How words are compared and where they are looked for; returns where it ends.
float FindBar::tools(Controls& controls, const app::State& state, float x, float y, float height, Deeds& deeds) {
    const app::Finding& finding = state.finding;
    struct Tool { CommandId id; const char* label; bool on; Role role; };
    const Tool all[] = {{CommandId::find_case, "Aa", finding.options.match_case, Role::toggle},
                        {CommandId::find_whole_words, controls.say(Str::whole_words_label), finding.options.whole_words, Role::toggle},
                        {CommandId::find_in_page, controls.say(Str::scope_page), finding.scope == FindScope::page, Role::button},
                        {CommandId::find_in_pair, controls.say(Str::scope_pair), finding.scope == FindScope::pair, Role::button},
                        {CommandId::find_in_journal, controls.say(Str::scope_journal), finding.scope == FindScope::journal, Role::button}};
    for (const Tool& tool : all) {
        const float width = std::max(36.0f, controls.width(tool.label, Face::label) + 18);
        const bool toggle = tool.role == Role::toggle;
        ButtonLook look{.role = tool.role, .pressed = toggle && tool.on};
        look.selected = !toggle && tool.on;
        const Rect rect{x, y, width, height};
        if (tool.on) controls.list().AddRectFilled(rect.min(), rect.max(), controls.theme().chosen, 6);
        press(controls, tool.id, rect, look, tool.label, deeds);
        if (tool.on) controls.list().AddRect(rect.min(), rect.max(), controls.theme().accent, 6, 0, 1);
        x += width + (tool.id == CommandId::find_whole_words ? 12 : 2);
    }
    return x;
}

/// Matches in the whole journal, as many rows as there is room for; the one that is chosen is kept in sight.
void FindBar::list(Controls& controls, const app::State& state, Rect rect, std::size_t rows, Deeds& deeds) {
    const app::Finding& finding = state.finding;
    const std::size_t count = finding.count(), last = count - std::min(count, rows);
    const std::optional<std::size_t> chosen =
        finding.index_of({state.pair, state.shown, state.editor(app::page(state.shown)).selection.range()});
    if (chosen != shown_) {
        shown_ = chosen;
        if (chosen && (*chosen < first_ || *chosen >= first_ + rows)) first_ = *chosen - std::min(*chosen, rows / 2);
    }
    const float wheel = controls.pointer_over(rect) ? ImGui::GetIO().MouseWheel : 0;
    if (wheel != 0) {
        const auto by = static_cast<std::ptrdiff_t>(wheel * 3);
        first_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(first_) - (by != 0 ? by : wheel > 0 ? 1 : -1)));
    }
    first_ = std::min(first_, last);
    controls.open(Role::group, "found list", controls.say(Str::found_in_all), rect);
    for (std::size_t at = 0; at < rows && first_ + at < count; ++at) {
        row(controls, state, first_ + at, {rect.x, rect.y + static_cast<float>(at) * list_row, rect.width - 12, list_row}, deeds);
    }
    controls.close();
    if (last == 0) return;
    const float length = std::max(24.0f, rect.height * static_cast<float>(rows) / static_cast<float>(count));
    const float from = rect.y + (rect.height - length) * static_cast<float>(first_) / static_cast<float>(last);
    controls.list().AddRectFilled({rect.right() - 7, from}, {rect.right() - 4, from + length}, faded(controls.theme().faint, 0.7f), 2);
}

/// "9기 다짐", and the words round what was found.
void FindBar::row(Controls& controls, const app::State& state, std::size_t index, Rect rect, Deeds& deeds) {
    const Theme& theme = controls.theme();
    const app::Found found = state.finding.at(index);
    const journal::Pair* pair = journal::find_pair(state.journal, found.pair);
    if (!pair) return;
    const std::string& line = pair->document(found.end).text.paragraph(found.range.begin.paragraph);
    const auto cut = [&line](std::size_t from, std::size_t to) { return line.substr(from, to - from); };
    const std::size_t begin = found.range.begin.byte, end = found.range.end.byte;
    const float column = std::min(150.0f, rect.width * 0.34f), room = rect.width - column - 10;
    const auto snippet_before = static_cast<std::size_t>(room * 0.35f / 14) * 3;   // bytes: Hangul of a third of the row
    const std::size_t from = begin <= snippet_before ? 0 : text::floor_cluster(line, begin - snippet_before);
    const std::size_t to = text::floor_code_point(line, std::min(line.size(), end + snippet_behind));
    const std::string before = (from > 0 ? "…" : "") + cut(from, begin), words = cut(begin, std::min(end, begin + snippet_behind)), behind = cut(end, to);
    const std::string where = (pair->name.empty() ? std::string(controls.say(Str::untitled_pair)) : pair->name) + " " +
                              controls.say(found.end == journal::End::resolution ? Str::resolution : Str::retrospective);
    const bool here = shown_ == index;
    ButtonLook look{.kind = ButtonLook::Kind::row, .left = true, .selected = here};
    // A line may hold what is looked for more than once: the number tells its rows apart.
    if (controls.button("found " + std::to_string(index), where + ": " + before + words + behind, "", rect, look)) {
        deeds.push_back(app::GoToMatch{index});
    }
    const float middle = rect.y + rect.height / 2;
    controls.label(where, rect.x + 10, middle, Face::small, theme.soft, column - 14);
    float x = rect.x + column + 4;
    const float right = rect.right() - 6;
    x += controls.label(before, x, middle, Face::label, theme.soft, right - x);
    const float wide = std::min(controls.width(words, Face::label), right - x);
    if (wide > 0) controls.list().AddRectFilled({x - 1, middle - 11}, {x + wide + 1, middle + 11}, here ? theme.found_here : theme.found, 3);
    if (right - x > 8) x += controls.label(words, x, middle, Face::label, theme.ink, right - x);
    if (right - x > 8) controls.label(behind, x, middle, Face::label, theme.soft, right - x);
}

}  // namespace dajim::ui
