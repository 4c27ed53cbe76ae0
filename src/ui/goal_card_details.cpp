// What the card of a goal shows when all is asked for: how it is counted, what stood in its way, and what proves it.
#include <algorithm>
#include <string>

#include "app/links.h"
#include "app/obstacles.h"
#include "app/tallies.h"
#include "ui/goal_card.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;
using app::Target;

constexpr float most_link = 190;   // CSS pixels

}  // namespace

GoalCard::Piece GoalCard::title(Controls& controls, Str words) {
    return {controls.width(controls.say(words), Face::small) + 6, false, [&controls, words](Rect rect) {
        controls.label(controls.say(words), rect.x + 2, rect.y + rect.height / 2, Face::small, controls.theme().soft);
    }};
}

GoalCard::Piece GoalCard::unnamed(Controls& controls, app::Program& program, Views& views, Target target, Str name, Str hint, float width,
                                  bool fills, std::uint64_t look, double now_ms, Deeds& deeds) {
    EditorView& view = views[static_cast<std::size_t>(target)];
    return {width, fills, [&controls, &program, &view, name, hint, look, now_ms, &deeds](Rect rect) {
        view.framed(controls, program, name, hint, rect, look, now_ms, deeds);
    }};
}

/// One press is one tick; it says how far they have come.
GoalCard::Piece GoalCard::ticked(Controls& controls, const std::string& ticks, Deeds& deeds) {
    const std::string shown = "✓ " + ticks;
    return {controls.width(shown, Face::small) + 20, false, [&controls, ticks, shown, &deeds](Rect rect) {
        const ButtonLook look{.kind = ButtonLook::Kind::outlined, .face = Face::small, .description = ticks};
        if (controls.command(CommandId::tally, rect, look, shown)) deeds.push_back(app::Run{CommandId::tally});
    }};
}

GoalCard::Row GoalCard::details(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Goal& goal = *state.chosen_goal();
    Row row;
    const auto add = [&](Target target, Str name, Str hint, float width, bool fills) {
        row.push_back(field(controls, program, views, target, name, hint, width, fills, look, now_ms, deeds));
    };
    add(Target::goal_measure, Str::goal_measure, Str::goal_measure_hint, 150, false);
    const std::string ticks = app::tally_words(goal, *state.chosen_pair(), state.language);
    row.push_back(ticked(controls, ticks, deeds));
    row.push_back(unnamed(controls, program, views, Target::goal_tally, Str::goal_tally, Str::goal_tally_hint, 120, false, look, now_ms, deeds));
    if (!goal.tallies.empty()) row.push_back(pressed(controls, CommandId::untick, {.face = Face::small}, "−1", deeds));
    add(Target::goal_confidence, Str::goal_confidence, Str::percent_hint, 62, false);
    add(Target::goal_weight, Str::goal_weight, Str::weight_hint, 48, false);
    add(Target::goal_area, Str::goal_area, Str::goal_area, 110, false);
    if (goal.verdict) add(Target::goal_score, Str::goal_score, Str::percent_hint, 62, false);
    add(Target::goal_notes, Str::goal_notes, Str::goal_notes, 150, true);
    row.push_back(pressed(controls, CommandId::carry_raised, {.face = Face::small}, {}, deeds));
    row.push_back(pressed(controls, CommandId::carry_lowered, {.face = Face::small}, {}, deeds));
    row.push_back(pressed(controls, CommandId::forget_goal, {.face = Face::small}, {}, deeds));
    return row;
}

/// What stood in its way: tags to press, and a field for one's own.
GoalCard::Row GoalCard::hindered(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Verdict& verdict = *state.chosen_goal()->verdict;
    Row row;
    if (verdict.kind == journal::VerdictKind::kept && verdict.obstacles.empty()) return row;
    row.push_back(title(controls, Str::obstacles));
    for (const app::Obstacle& one : app::known_obstacles()) {
        const bool on = app::has_obstacle(verdict, one.tag);
        const std::string label = std::string(on ? "✓ " : "") + controls.say(one.title);
        const std::string name = app::say(Str::obstacle, state.language, {controls.say(one.title)});
        const ButtonLook press{.kind = on ? ButtonLook::Kind::outlined : ButtonLook::Kind::quiet, .enabled = state.editable(), .face = Face::small,
                               .role = Role::toggle, .pressed = on};
        row.push_back({std::max(34.0f, controls.width(label, Face::small) + 16), false, [&controls, &deeds, press, label, name, tag = one.tag](Rect rect) {
            if (controls.button(name, name, label, rect, press)) deeds.push_back(app::ToggleObstacle{tag});
        }});
    }
    row.push_back(unnamed(controls, program, views, Target::goal_obstacles, Str::goal_obstacles, Str::goal_obstacles_hint, 150, true, look, now_ms, deeds));
    return row;
}

/// Links to what came of it: opened by a press, taken away by the cross behind them.
GoalCard::Row GoalCard::linked(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    const std::vector<std::string>& links = state.chosen_goal()->evidence;
    Row row;
    row.push_back(title(controls, Str::evidence));
    for (std::size_t at = 0; at < links.size(); ++at) {
        const std::string_view shown = app::short_link(links[at]);
        const float width = std::min(most_link, controls.width(shown, Face::small) + 16);
        row.push_back({width + 28, false, [&controls, &deeds, &state, &link = links[at], shown, width, at](Rect rect) {
            const ButtonLook open{.kind = ButtonLook::Kind::outlined, .left = true, .enabled = app::safe_to_open(link), .inset = 8, .face = Face::small};
            const std::string number = std::to_string(at);
            if (controls.button("link " + number, app::say(Str::open_evidence, state.language, {link}), shown, {rect.x, rect.y, width, rect.height}, open)) {
                deeds.push_back(app::OpenEvidence{at});
            }
            const ButtonLook away{.enabled = state.editable(), .face = Face::small};
            const Rect cross{rect.x + width + 1, rect.y, 26, rect.height};
            if (controls.button("away " + number, app::say(Str::forget_evidence, state.language, {link}), "×", cross, away)) deeds.push_back(app::ForgetEvidence{at});
        }});
    }
    row.push_back(unnamed(controls, program, views, Target::goal_link, Str::goal_link, Str::goal_link, 150, false, look, now_ms, deeds));
    return row;
}

}  // namespace dajim::ui
