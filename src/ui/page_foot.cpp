// The foot of a page, see page_foot.h.
#include "ui/page_foot.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "journal/score.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;

constexpr float roomy = 500;        // CSS pixels: words and all tools fit
constexpr float roomy_words = 90;   // what is counted has some room beside the scores

struct Counted { std::size_t promised = 0, answered = 0, silent = 0; };

Counted count(const journal::Pair& pair) {
    Counted out;
    for (const journal::Goal& goal : pair.goals) {
        out.promised += !goal.remembered;
        out.answered += !goal.answers.empty();
        out.silent += goal.answers.empty() && !goal.verdict;
    }
    return out;
}

/// What the verdicts come to and, to be pressed, what the text says they do, from the right edge of `room`; returns where they begin.
/// Where there is little room they are numbers alone; the mirror is told all of it.
float draw_scores(Controls& controls, const app::State& state, Rect room, Deeds& deeds) {
    const std::optional<double> computed = journal::computed_score(state.chosen_pair()->goals);
    const auto say = [&](Str string, long score) { return app::say(string, state.language, {std::to_string(score)}); };
    const auto width = [&](const std::string& words) { return words.empty() ? 0 : controls.width(words, Face::small) + 12; };
    const std::string whole = computed ? say(Str::computed_score, std::lround(*computed)) : std::string();
    const std::string whole_stated = state.stated ? say(Str::stated_score, state.stated->score) : std::string();
    std::string words = whole, stated = whole_stated;
    if (width(words) + width(stated) + roomy_words > room.width) {
        if (computed) words = say(Str::points, std::lround(*computed));
        if (state.stated) stated = say(Str::stated_points, state.stated->score);
    }
    float x = room.right();
    if (state.stated && x - width(stated) >= room.x) {
        x -= width(stated);
        const ButtonLook look{.face = Face::small, .description = whole_stated};
        const Rect press{x, room.y, width(stated), room.height};
        if (controls.command(CommandId::show_stated, press, look, stated)) deeds.push_back(app::Run{CommandId::show_stated});
    }
    if (!computed) return x;
    const float from = std::max(room.x, x - width(words));
    controls.told(Role::text, "computed score", whole, {from, room.y + 3, x - from, 24});
    controls.label(words, from + 6, room.y + room.height / 2, Face::small, controls.theme().soft, x - from);
    return from;
}

}  // namespace

void draw_foot(Controls& controls, const app::State& state, journal::End end, Rect box, Deeds& deeds) {
    const journal::Pair& pair = *state.chosen_pair();
    if (pair.document(end).text.empty()) return;
    const bool left = end == journal::End::resolution;
    const Counted counted = count(pair);
    const auto say = [&](Str string, std::size_t number) { return app::say(string, state.language, {std::to_string(number)}); };
    std::string words;
    const auto add = [&words](const std::string& part) { words += (words.empty() ? "" : " · ") + part; };
    if (left) {
        if (counted.promised > 0) add(say(Str::goal_count, counted.promised));
        if (pair.seals_on && !pair.seal) add(app::say(Str::seals_on, state.language, {journal::write_date(*pair.seals_on)}));
        if (pair.seal) add(app::say(Str::sealed_on, state.language, {journal::write_date(pair.seal->date)}));
    } else if (!pair.goals.empty() || !pair.unpromised.empty()) {
        add(say(Str::answer_count, counted.answered));
        if (counted.silent > 0) add(say(Str::silent_count, counted.silent));
        if (!pair.unpromised.empty()) add(say(Str::unpromised_count, pair.unpromised.size()));
        if (pair.done) add(app::say(Str::done_on, state.language, {journal::write_date(*pair.done)}));
    }
    controls.open(Role::group, left ? "foot left" : "foot right", controls.say(Str::goals), box);
    const float middle = box.y + box.height / 2 - 1, height = 30;
    // From the right edge inwards as far as there is room; what can be pressed goes before what is only told.
    const app::Target target = app::page(end);
    const bool selected = state.written() == target && !state.editor(target).selection.empty();
    const bool judged = std::any_of(pair.goals.begin(), pair.goals.end(), [](const journal::Goal& goal) { return goal.verdict.has_value(); });
    struct Tool { CommandId id; bool on; };
    const Tool tools[] = {{left ? CommandId::find_goals : CommandId::find_answers, false},
                          {left ? CommandId::seal : CommandId::done, left ? pair.seal.has_value() : pair.done.has_value()},
                          {CommandId::carry_selection, false}, {CommandId::find_onward, false}, {CommandId::carry_open, false},
                          {left ? CommandId::echo : CommandId::hinge, !left && state.settings.hinged}};
    const float told_width = words.empty() ? 0 : controls.width(words, Face::small) + 24;
    float x = box.right();
    for (const Tool& tool : tools) {
        if (tool.id == CommandId::hinge && (pair.goals.empty() || box.width < roomy)) continue;
        if (tool.id == CommandId::echo && (box.width < 360 || !app::command(tool.id).possible(state))) continue;   // of the line written in
        if (tool.id == CommandId::carry_selection && !selected) continue;
        if (tool.id == CommandId::find_onward && (left || selected || (state.stated && box.width < roomy))) continue;   // the scores are told first
        if (tool.id == CommandId::carry_open && (left || selected || !judged || !app::command(tool.id).possible(state))) continue;
        const Str title = tool.id == CommandId::echo ? Str::echo_short : tool.id == CommandId::find_onward ? Str::foot_next
                          : tool.id == CommandId::carry_open ? Str::foot_open : app::command(tool.id).title;
        const std::string label = std::string(tool.on ? "✓ " : "") + controls.say(title);
        const float width = controls.width(label, Face::small) + 18;
        if (tool.id == CommandId::carry_open && x - width - told_width < box.x) continue;
        if (x - width < box.x) break;
        x -= width;
        ButtonLook look{.face = Face::small};
        if (tool.id == CommandId::hinge) look.role = Role::toggle, look.pressed = tool.on;
        if (controls.command(tool.id, {x, middle - height / 2, width, height}, look, label)) deeds.push_back(app::Run{tool.id});
    }
    if (!left) x = draw_scores(controls, state, {box.x, middle - height / 2, x - box.x, height}, deeds);
    if (!words.empty()) {
        const Rect told{box.x + 10, middle - 12, std::max(0.0f, x - box.x - 14), 24};
        controls.told(Role::text, left ? "goals told" : "answers told", words, told);
        if (told.width >= std::min(50.0f, controls.width(words, Face::small))) controls.label(words, told.x, middle, Face::small, controls.theme().soft, told.width);
    }
    controls.close();
}

}  // namespace dajim::ui
