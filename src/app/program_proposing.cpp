// Proposals: looked for, gone through one by one, taken or left.
#include <algorithm>

#include "app/goal_words.h"
#include "app/program.h"

namespace dajim::app {

using journal::Change;
using journal::End;

void Program::proposal_command(CommandId id) {
    Proposing& proposing = state_.proposing;
    const std::size_t count = proposing.all.size();
    switch (id) {
        case CommandId::find_goals: return propose(End::resolution, true);
        case CommandId::find_onward:
            proposing = {propose_next(state_.journal, *state_.chosen_pair()), 0};
            if (!proposing.open()) tell(words(Str::no_next_found, {}));
            break;
        case CommandId::find_answers: return propose(End::retrospective, true);
        case CommandId::accept: return accept(false);
        case CommandId::accept_all: return accept(true);
        case CommandId::refuse: return refuse(false);
        case CommandId::refuse_all: return refuse(true);
        case CommandId::next_proposal: proposing.at = (proposing.at + 1) % count; break;
        case CommandId::previous_proposal: proposing.at = (proposing.at + count - 1) % count; break;
        case CommandId::close_proposals: proposing = {}; return host_.redraw();
        default: return;
    }
    show_proposal();
}

/// `asked`: somebody did, and is told when there is nothing.
void Program::propose(End end, bool asked) {
    const journal::Pair& pair = *state_.chosen_pair();
    state_.proposing = {end == End::resolution ? propose_goals(pair) : propose_answers(pair), 0};
    if (state_.proposing.open()) return show_proposal();
    if (asked) tell(words(end == End::resolution ? Str::no_goals_found : Str::no_answers_found, {}));
    host_.redraw();
}

/// A post says at once what it seems to promise or to answer; a book is not read through unasked.
void Program::propose_after_import(End end) {
    constexpr std::size_t most_bytes = 1024 * 1024;
    const journal::Pair& pair = *state_.chosen_pair();
    if (pair.document(end).text.bytes() > most_bytes || (end == End::retrospective && pair.goals.empty())) return;
    propose(end, false);
}

/// Brings the words in question into sight, and the goal that they would answer level with them.
void Program::show_proposal() {
    host_.redraw();
    const Proposed* now = state_.proposing.now();
    if (!now) return;
    leave_reading();   // its words, not others, are in question
    state_.shown = now->end;
    const Target target = page(now->end);
    show_at(target, now->range.begin, std::nullopt);
    const journal::Pair& pair = *state_.chosen_pair();
    if (const journal::Goal* goal = journal::find_goal(pair, now->goal); goal && goal->words.range) {
        show_at(Target::resolution, goal->words.range->begin, height_in_sight(target, now->range.begin));
    }
}

void Program::accept(bool all) {
    const journal::Pair& pair = *state_.chosen_pair();
    Proposing& proposing = state_.proposing;
    std::vector<Change> changes;
    std::vector<journal::Goal> answered;   // a goal may have several answers
    std::vector<journal::Goal> added;
    std::vector<Onward> next;
    for (std::size_t i = 0; i < proposing.all.size(); ++i) {
        if (!all && i != proposing.at) continue;
        const Proposed& one = proposing.all[i];
        const std::string exact = pair.document(one.end).text.text(one.range);
        if (one.end == End::resolution) {
            journal::Goal& goal = added.emplace_back();
            goal.id = goal.words.id = host_.fresh_id();
            goal.words.range = one.range;
            goal.words.exact = exact;
            goal.measure = one.measure;
            goal.area = one.area;
            continue;
        }
        if (one.next) {
            next.push_back(onward(pair, one.range, *one.next));
            continue;
        }
        const journal::Passage passage{host_.fresh_id(), one.range, exact};
        journal::Goal* goal = nullptr;
        if (one.goal.empty()) {
            goal = &added.emplace_back();
            goal->id = goal->words.id = host_.fresh_id();
            goal->words.exact = exact;
            goal->remembered = true;
        } else {
            const auto there = std::find_if(answered.begin(), answered.end(), [&](const journal::Goal& other) { return other.id == one.goal; });
            const journal::Goal* known = journal::find_goal(pair, one.goal);
            if (!known) continue;
            goal = there != answered.end() ? &*there : &answered.emplace_back(*known);
        }
        goal->answers.push_back(passage);
        if (one.verdict && !goal->verdict) goal->verdict = journal::Verdict{*one.verdict, one.still_right, {}, {}, {}};
    }
    for (journal::Goal& goal : answered) changes.push_back(journal::GoalChanged{pair.id, std::move(goal)});
    std::size_t index = pair.goals.size();
    for (journal::Goal& goal : added) {
        const std::size_t at = goal.words.range && !all ? journal::index_for(pair, *goal.words.range) : index++;
        changes.push_back(journal::GoalAdded{pair.id, std::move(goal), at});
    }
    history_.part();
    const std::size_t count = all ? proposing.all.size() : 1;
    const bool onwards = !next.empty();
    if (all) keep_before({}, VersionWhy::bulk);
    if (!(onwards ? hand_on(std::move(next)) : change(std::move(changes), Joins::never))) return;
    if (all) {
        proposing = {};
        if (onwards) return;   // where they went is told
        tell(words(Str::accepted_all, {std::to_string(count)}), false, true);
        return;
    }
    leave_proposal();
}

/// Refused goals are not proposed again; a match that does not fit is left.
void Program::refuse(bool all) {
    const journal::Pair& pair = *state_.chosen_pair();
    Proposing& proposing = state_.proposing;
    std::vector<std::string> refused = pair.refused;
    for (std::size_t i = 0; i < proposing.all.size(); ++i) {
        const Proposed& one = proposing.all[i];
        if ((all || i == proposing.at) && (one.end == End::resolution || one.next)) refused.push_back(pair.document(one.end).text.text(one.range));
    }
    history_.part();
    if (refused != pair.refused) change({journal::RefusedChanged{pair.id, std::move(refused)}}, Joins::never);
    if (all) proposing = {};
    else leave_proposal();
    host_.redraw();
}

void Program::leave_proposal() {
    Proposing& proposing = state_.proposing;
    proposing.all.erase(proposing.all.begin() + static_cast<std::ptrdiff_t>(proposing.at));
    if (proposing.at >= proposing.all.size()) proposing.at = 0;
    show_proposal();
}

}  // namespace dajim::app
