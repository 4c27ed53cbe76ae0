// The bar of proposals, see proposal_bar.h.
#include "ui/proposal_bar.h"

#include <algorithm>
#include <string>

#include "app/goal_words.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;

constexpr float row_height = 40;
constexpr float tool = 32;

}  // namespace

float draw_proposals(Controls& controls, const app::State& state, Rect room, Deeds& deeds) {
    const app::Proposed* now = state.proposing.now();
    const journal::Pair* pair = state.chosen_pair();
    if (!now || !pair) return 0;
    const Theme& theme = controls.theme();
    const bool wide = room.width >= 720;
    const std::string words = pair->document(now->end).text.text(now->range);
    const journal::Goal* goal = journal::find_goal(*pair, now->goal);
    std::string asked = now->next ? app::say(Str::proposed_next, state.language, {words})
                        : now->end == journal::End::resolution ? app::say(Str::proposed_goal, state.language, {words})
                        : goal ? app::say(Str::proposed_answer, state.language, {goal->words.exact, words})
                               : app::say(Str::proposed_remembered, state.language, {words});
    std::replace(asked.begin(), asked.end(), '\n', ' ');
    std::string why = app::why_words(now->why, state.language);
    const auto also = [&why](const std::string& more) { why += (why.empty() ? "" : " · ") + more; };
    if (now->measure) also(app::measure_words(*now->measure, state.language));
    if (now->verdict) also(app::say(Str::proposed_verdict, state.language, {controls.say(app::verdict_words(*now->verdict))}));

    // Sentence and reason, and behind them, or below, what can be done.
    const float inset = wide ? 12 : 8;
    const Rect panel{room.x + (wide ? 0 : 4), room.y + 4, room.width - (wide ? 0 : 8), wide ? 56.0f : 56.0f + row_height};
    controls.open(Role::group, "proposals", controls.say(Str::proposals), panel);
    controls.list().AddRectFilled(panel.min(), panel.max(), theme.paper, 8);
    controls.list().AddRect(panel.min(), panel.max(), theme.line, 8, 0, 1);
    const std::string count = std::to_string(state.proposing.at + 1) + "/" + std::to_string(state.proposing.all.size());
    const auto wide_of = [&](CommandId id) { return controls.width(controls.say(app::command(id).title), Face::label) + 22; };
    const float tools = controls.width(count, Face::small) + 10 + 3 * tool + wide_of(CommandId::accept) + wide_of(CommandId::refuse) +
                        wide_of(CommandId::accept_all) + (wide ? wide_of(CommandId::refuse_all) : 0) + 12;
    const float text_width = wide ? panel.width - 2 * inset - tools - 10 : panel.width - 2 * inset;
    const Rect sentence{panel.x + inset, panel.y + 7, text_width, 22};
    controls.told(Role::status, "proposed", asked + (why.empty() ? "" : " — " + why), sentence);
    controls.label(asked, sentence.x, sentence.y + 11, Face::label, theme.ink, sentence.width);
    controls.label(why, sentence.x, sentence.y + 32, Face::small, theme.soft, sentence.width);

    float x = wide ? panel.right() - inset - tools : panel.x + inset;
    const float y = wide ? panel.y + (56 - tool) / 2 : panel.y + 56 + (row_height - tool) / 2 - 4;
    const auto press = [&](CommandId id, float width, ButtonLook look, std::string_view label) {
        if (controls.command(id, {x, y, width, tool}, look, label)) deeds.push_back(app::Run{id});
        x += width;
    };
    press(CommandId::accept, wide_of(CommandId::accept), {.kind = ButtonLook::Kind::filled, .face = Face::label}, {});
    x += 4;
    press(CommandId::refuse, wide_of(CommandId::refuse), {.kind = ButtonLook::Kind::outlined}, {});
    x += 8;
    press(CommandId::previous_proposal, tool, {}, "↑");
    x += controls.label(count, x + 3, y + tool / 2, Face::small, theme.soft) + 6;
    press(CommandId::next_proposal, tool, {}, "↓");
    press(CommandId::accept_all, wide_of(CommandId::accept_all), {.face = Face::label}, {});
    if (wide) press(CommandId::refuse_all, wide_of(CommandId::refuse_all), {.face = Face::label}, {});
    press(CommandId::close_proposals, tool, {}, "×");
    controls.close();
    return panel.height + 8;
}

}  // namespace dajim::ui
