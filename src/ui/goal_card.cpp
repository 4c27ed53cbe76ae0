// The card of the chosen goal, see goal_card.h.
#include "ui/goal_card.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/goal_words.h"
#include "app/tallies.h"
#include "app/trail.h"
#include "journal/lineage.h"
#include "ui/verdict_looks.h"

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;
using app::Target;
using journal::VerdictKind;

constexpr float row_height = 38;
constexpr float gap = 4;
constexpr float most_of_room = 0.45f;   // that the card takes

constexpr std::pair<CommandId, VerdictKind> verdicts[] = {
    {CommandId::verdict_kept, VerdictKind::kept},       {CommandId::verdict_partly, VerdictKind::partly},
    {CommandId::verdict_not_kept, VerdictKind::not_kept}, {CommandId::verdict_changed, VerdictKind::changed},
    {CommandId::verdict_dropped, VerdictKind::dropped}, {CommandId::verdict_cannot_judge, VerdictKind::cannot_judge}};

constexpr std::pair<CommandId, journal::Carried> carries[] = {{CommandId::carried_same, journal::Carried::same},
                                                             {CommandId::carried_raised, journal::Carried::raised},
                                                             {CommandId::carried_lowered, journal::Carried::lowered}};

Str carried_words(journal::Carried as) {
    return as == journal::Carried::raised ? Str::carried_raised : as == journal::Carried::lowered ? Str::carried_lowered : Str::carried_same;
}

/// What the goal has been through: lost, written as.
std::string story(const Controls& controls, const app::State& state, const journal::Goal& goal) {
    std::string out;
    const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : " · ") + part; };
    if (!goal.words.range && !goal.remembered) add(controls.say(Str::lost_words));
    if (app::is_topic(goal) && state.topics.any()) {
        const std::string_view title = state.topics.title_of(goal.id);
        if (!title.empty()) add(app::say(Str::topic_written, state.language, {title}));
        add(app::topics_told(state.topics, state.language));
    }
    return out;
}

}  // namespace

std::vector<GoalCard::Row> GoalCard::broken(Row pieces, float width) {
    std::vector<Row> rows(1);
    float x = 0;
    for (Piece& piece : pieces) {
        if (!rows.back().empty() && x + piece.width > width) {
            rows.emplace_back();
            x = 0;
        }
        x += piece.width + gap;
        rows.back().push_back(std::move(piece));
    }
    return rows;
}

GoalCard::Piece GoalCard::pressed(Controls& controls, CommandId id, const ButtonLook& look, std::string_view label, Deeds& deeds) {
    const std::string shown(label.empty() ? controls.say(app::command(id).title) : label);
    return {controls.width(shown, look.face) + 20, false, [&controls, id, look, shown, &deeds](Rect rect) {
        if (controls.command(id, rect, look, shown)) deeds.push_back(app::Run{id});
    }};
}

GoalCard::Piece GoalCard::field(Controls& controls, app::Program& program, Views& views, Target target, Str name, Str hint, float width,
                                bool fills, std::uint64_t look, double now_ms, Deeds& deeds) {
    const float label = controls.width(controls.say(name), Face::small) + 8;
    EditorView& view = views[static_cast<std::size_t>(target)];
    return {label + width, fills, [&controls, &program, &view, name, hint, label, look, now_ms, &deeds](Rect rect) {
        controls.label(controls.say(name), rect.x + 2, rect.y + rect.height / 2, Face::small, controls.theme().soft, label);
        view.framed(controls, program, name, hint, {rect.x + label, rect.y, rect.width - label, rect.height}, look, now_ms, deeds);
    }};
}

/// Which goal it is, the way to its neighbours, and what else can be done with it.
GoalCard::Row GoalCard::head(Controls& controls, const app::State& state, Deeds& deeds, float width) {
    const journal::Goal& goal = *state.chosen_goal();
    const std::string name = app::say(Str::goal, state.language, {goal.words.exact});
    const std::string past = story(controls, state, goal);
    Row row;
    row.push_back({piece_height, false, [&controls, &deeds](Rect rect) {
        if (controls.command(CommandId::previous_goal, rect, {}, "↑")) deeds.push_back(app::Run{CommandId::previous_goal});
    }});
    row.push_back({piece_height, false, [&controls, &deeds](Rect rect) {
        if (controls.command(CommandId::next_goal, rect, {}, "↓")) deeds.push_back(app::Run{CommandId::next_goal});
    }});
    row.push_back({std::min(width - 90, 220.0f), true, [&controls, &goal, name, past](Rect rect) {
        controls.told(Role::text, "goal words", name, rect);
        const float wide = controls.label(goal.words.exact, rect.x + 4, rect.y + rect.height / 2, Face::label_strong, controls.theme().ink, rect.width - 8);
        if (past.empty() || wide + 60 > rect.width) return;
        const Rect behind{rect.x + wide + 14, rect.y, rect.width - wide - 18, rect.height};
        controls.told(Role::text, "goal story", past, behind);
        controls.label(past, behind.x, rect.y + rect.height / 2, Face::small, controls.theme().soft, behind.width);
    }});
    const ButtonLook small{.face = Face::small};
    row.push_back(pressed(controls, CommandId::quote_goal, small, {}, deeds));
    row.push_back(pressed(controls, CommandId::carry_goal, small, {}, deeds));
    ButtonLook more{.face = Face::small, .role = Role::toggle, .pressed = state.goal_details};
    row.push_back(pressed(controls, CommandId::goal_details, more, std::string(controls.say(Str::goal_details)) + (state.goal_details ? " ▾" : " ▸"), deeds));
    row.push_back({piece_height, false, [&controls, &deeds](Rect rect) {
        if (controls.command(CommandId::leave_goal, rect, {}, "×")) deeds.push_back(app::Run{CommandId::leave_goal});
    }});
    return row;
}

/// Where a goal comes from, by a press to there, and whether it asks for as much as it did.
GoalCard::Row GoalCard::lineage(Controls& controls, const app::State& state, Deeds& deeds, float width) {
    const journal::Goal& goal = *state.chosen_goal();
    const journal::Source from = journal::source_of(state.journal, *goal.origin);
    Row row;
    if (from.pair) {
        const journal::Origin& origin = *goal.origin;
        const std::string pair = from.pair->name.empty() ? controls.say(Str::untitled_pair) : from.pair->name;
        const std::string& words = from.goal ? from.goal->words.exact : from.passage ? from.passage->exact : goal.words.exact;
        const Str as = carried_words(origin.carried);
        const std::string name = app::say(Str::go_to_origin, state.language, {pair, words, controls.say(as)});
        const std::string label = "← " + pair + " · " + words;
        const float wide = std::min({controls.width(label, Face::small) + 20, width, 420.0f});
        row.push_back({wide, false, [&controls, &deeds, &goal, origin, name, label](Rect rect) {
            const ButtonLook look{.left = true, .face = Face::small};
            if (controls.button("origin", name, label, rect, look)) deeds.push_back(app::GoTo{origin.pair, origin.passage, goal.words.exact});
        }});
    }
    Row choice;
    float together = -gap;
    for (const auto& [id, as] : carries) {
        const bool on = goal.origin->carried == as;
        ButtonLook press{.kind = on ? ButtonLook::Kind::outlined : ButtonLook::Kind::quiet, .face = Face::small, .role = Role::toggle, .pressed = on};
        choice.push_back(pressed(controls, id, press, std::string(on ? "✓ " : "") + controls.say(carried_words(as)), deeds));
        together += choice.back().width + gap;
    }
    row.push_back({together, false, [choice = std::move(choice)](Rect rect) {   // one choice, on one row
        for (const Piece& one : choice) {
            one.draw({rect.x, rect.y, one.width, rect.height});
            rect.x += one.width + gap;
        }
    }});
    return row;
}

/// Where it was amended: what was sealed, and what it became, each with its day.
GoalCard::Row GoalCard::trail(Controls& controls, const app::State& state, float width) {
    Row row;
    for (const std::string& step : app::trail(*state.chosen_pair(), *state.chosen_goal(), state.language)) {
        const std::size_t at = row.size();
        row.push_back({std::min(width, controls.width(step, Face::small) + 12), false, [&controls, step, at](Rect rect) {
            controls.told(Role::text, "trail " + std::to_string(at), step, rect);
            controls.label(step, rect.x + 4, rect.y + rect.height / 2, Face::small, controls.theme().soft, rect.width - 8);
        }});
    }
    return row;
}

/// Six verdicts, the one that ticks propose, whether it was still right, and why.
GoalCard::Row GoalCard::judged(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Goal& goal = *state.chosen_goal();
    Row row;
    for (const auto& [id, kind] : verdicts) {
        const bool on = goal.verdict && goal.verdict->kind == kind;
        const char* label = controls.say(app::verdict_words(kind));
        row.push_back({controls.width(label, Face::label) + 38, false, [&controls, &deeds, id = id, kind = kind, on, label](Rect rect) {
            const Theme& theme = controls.theme();
            if (on) controls.list().AddRectFilled(rect.min(), rect.max(), theme.chosen, 7);
            ButtonLook press{.role = Role::toggle, .pressed = on};
            if (controls.command(id, rect, press, " ")) deeds.push_back(app::Run{id});
            const ImU32 color = band_look(theme, kind).color;
            if (on) controls.list().AddRect(rect.min(), rect.max(), color, 7, 0, 1.5f);
            draw_sign(controls.list(), kind, {rect.x + 16, rect.y + rect.height / 2}, 5, theme);
            controls.label(label, rect.x + 27, rect.y + rect.height / 2, Face::label, theme.ink);
        }});
    }
    if (const std::optional<journal::ProposedVerdict> proposed = app::tallied_verdict(goal, *state.chosen_pair())) {
        const std::string ticks = app::tally_words(goal, *state.chosen_pair(), state.language);
        const std::string words = app::say(Str::judged_by_ticks, state.language,
                                           {ticks, verdict_within(controls, proposed->kind), std::to_string(proposed->score)});
        row.push_back({controls.width(words, Face::small) + 38, false, [&controls, &deeds, words, kind = proposed->kind](Rect rect) {
            const ButtonLook look{.kind = ButtonLook::Kind::outlined, .description = words};
            if (controls.command(CommandId::judge_by_ticks, rect, look, " ")) deeds.push_back(app::Run{CommandId::judge_by_ticks});
            draw_sign(controls.list(), kind, {rect.x + 15, rect.y + rect.height / 2}, 4.5f, controls.theme());
            controls.label(words, rect.x + 26, rect.y + rect.height / 2, Face::small, controls.theme().ink, rect.width - 30);
        }});
    }
    if (goal.verdict) {
        for (const bool right : {true, false}) {
            const CommandId id = right ? CommandId::still_right : CommandId::not_right;
            const bool on = goal.verdict->still_right == right;
            ButtonLook press{.kind = on ? ButtonLook::Kind::outlined : ButtonLook::Kind::quiet, .face = Face::small, .role = Role::toggle, .pressed = on};
            row.push_back(pressed(controls, id, press, std::string(on ? "✓ " : "") + controls.say(app::command(id).title), deeds));
        }
        row.push_back(field(controls, program, views, Target::goal_reason, Str::goal_reason, Str::goal_reason_hint, 150, true, look, now_ms, deeds));
    }
    return row;
}

void GoalCard::draw_row(const Row& row, Rect rect, float width) {
    float used = -gap;
    std::size_t filling = 0;
    for (const Piece& piece : row) {
        used += piece.width + gap;
        filling += piece.fills;
    }
    const float spare = filling > 0 ? std::max(0.0f, width - used) / static_cast<float>(filling) : 0;
    float x = rect.x;
    for (const Piece& piece : row) {
        const float wide = piece.width + (piece.fills ? spare : 0);
        piece.draw({x, rect.y, std::min(wide, rect.right() - x), rect.height});
        x += wide + gap;
    }
}

/// The first row in sight, after the wheel and the keyboard, which brings the row that it comes to with it.
std::size_t GoalCard::scrolled(Controls& controls, Rect panel, std::size_t rows, std::size_t shown) {
    const float most = static_cast<float>(rows - shown) * row_height;
    if (controls.focused() != focused_) {
        focused_ = controls.focused();
        const auto row = std::find_if(row_nodes_.begin(), row_nodes_.end(), [&](const RowNode& one) { return one.node == focused_; });
        if (row != row_nodes_.end()) {
            const float top = static_cast<float>(row->row) * row_height;
            scroll_ = std::clamp(scroll_, top - static_cast<float>(shown - 1) * row_height, top);
        }
    }
    const ImGuiIO& io = ImGui::GetIO();
    if (most > 0 && io.MouseWheel != 0 && controls.pointer_over(panel)) {
        scroll_ -= io.MouseWheel * 60;
        take_wheel();
    }
    scroll_ = std::clamp(scroll_, 0.0f, most);
    if (most > 0) {
        const float length = panel.height * static_cast<float>(shown) / static_cast<float>(rows), way = panel.height - length - 8;
        const float y = panel.y + 4 + way * scroll_ / most;
        controls.list().AddRectFilled({panel.right() - 5, y}, {panel.right() - 2, y + length}, faded(controls.theme().faint, 0.7f), 1.5f);
    }
    return static_cast<std::size_t>(std::lround(scroll_ / row_height));
}

/// What happened without having been promised, and what can become of it.
GoalCard::Row GoalCard::never_promised(Controls& controls, const journal::Passage& passage, Deeds& deeds, float width) {
    Row row;
    row.push_back({std::min(width - 44, 220.0f), true, [&controls, &passage](Rect rect) {
        const float middle = rect.y + rect.height / 2, x = rect.x + 4;
        const float label = controls.label(controls.say(Str::unpromised), x, middle, Face::small, unpromised_color(controls.theme()), rect.width) + 10;
        controls.told(Role::text, "unpromised words", passage.exact, rect);
        controls.label(passage.exact, x + label, middle, Face::label_strong, controls.theme().ink, std::max(0.0f, rect.width - label - 8));
    }});
    const ButtonLook small{.face = Face::small};
    row.push_back(pressed(controls, CommandId::remember, small, {}, deeds));
    row.push_back(pressed(controls, CommandId::forget_unpromised, small, {}, deeds));
    row.push_back({piece_height, false, [&controls, &deeds](Rect rect) {
        if (controls.command(CommandId::leave_unpromised, rect, {}, "×")) deeds.push_back(app::Run{CommandId::leave_unpromised});
    }});
    return row;
}

float GoalCard::draw(Controls& controls, app::Program& program, Rect room, Views& views, std::uint64_t look, double now_ms, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Passage* unpromised = state.chosen_unpromised();
    if (!state.chosen_goal() && !unpromised) return 0;
    const bool wide = room.width >= 700;
    const float inset = wide ? 10 : 6;
    const float width = room.width - 2 * inset - (wide ? 0 : 8);
    std::vector<Row> rows;
    const auto add = [&](Row pieces) {
        if (pieces.empty()) return;
        for (Row& row : broken(std::move(pieces), width)) rows.push_back(std::move(row));
    };
    if (unpromised) {
        add(never_promised(controls, *unpromised, deeds, width));
    } else {
        add(head(controls, state, deeds, width));
        if (state.chosen_goal()->origin) add(lineage(controls, state, deeds, width));
        if (Row past = trail(controls, state, width); !past.empty()) add(std::move(past));
        add(judged(controls, program, views, look, now_ms, deeds));
        if (state.goal_details) {
            add(details(controls, program, views, look, now_ms, deeds));
            if (state.chosen_goal()->verdict) add(hindered(controls, program, views, look, now_ms, deeds));
            add(linked(controls, program, views, look, now_ms, deeds));
        }
    }
    // What does not fit is scrolled, by whole rows: the pages keep at least half of the room.
    const std::size_t fit = std::max(std::size_t{2}, static_cast<std::size_t>((room.height * most_of_room - 8) / row_height));
    const std::size_t shown = std::min(rows.size(), fit);
    const float height = static_cast<float>(shown) * row_height + 8;
    const Rect panel{room.x + (wide ? 0 : 4), room.bottom() - height, room.width - (wide ? 0 : 8), height};
    controls.list().AddRectFilled(panel.min(), panel.max(), controls.theme().paper, 8);
    controls.list().AddRect(panel.min(), panel.max(), controls.theme().line, 8, 0, 1);
    const std::string name = unpromised ? app::say(Str::unpromised_one, state.language, {unpromised->exact})
                                        : app::say(Str::goal, state.language, {state.chosen_goal()->words.exact});
    controls.open(Role::group, "goal card", name, panel);
    const std::size_t first = scrolled(controls, panel, rows.size(), shown);
    row_nodes_.clear();
    const std::size_t before = controls.nodes().size();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool seen = at >= first && at < first + shown;
        const std::size_t place = std::clamp(at, first, first + shown - 1) - first;
        const float y = panel.y + 4 + (row_height - piece_height) / 2 + static_cast<float>(place) * row_height;
        const bool blocks = !seen && !controls.blocked();
        if (blocks) controls.block();   // told, so that the keyboard finds it, but neither seen nor pressed
        if (!seen) controls.list().PushClipRect({panel.x, y}, {panel.x, y}, true);
        draw_row(rows[at], {panel.x + inset, y, panel.width - 2 * inset, piece_height}, width);
        if (!seen) controls.list().PopClipRect();
        if (blocks) controls.unblock();
        for (std::size_t node = before + row_nodes_.size(); node < controls.nodes().size(); ++node) row_nodes_.push_back({controls.nodes()[node].id, at});
    }
    controls.close();
    return height + 6;
}

}  // namespace dajim::ui
