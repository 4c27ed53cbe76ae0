// What is said of a goal beside its verdict: ticks with amounts, links, what stood in the way; and the scores of all.
#include <algorithm>

#include "app/links.h"
#include "app/program.h"
#include "app/tallies.h"

namespace dajim::app {
/// One more, or what the field beside it says. Words that cannot be read stay there.
void Program::tally() {
    const journal::Goal* goal = state_.chosen_goal();
    if (!goal) return;
    std::optional<journal::Tally> one = read_tally(field(Target::goal_tally).text.text(), goal->measure, host_.today());
    if (!one) return;
    journal::Goal counted = *goal;
    counted.tallies.push_back(std::move(*one));
    history_.part();
    change_goal(std::move(counted), Joins::never);
    show_field(Target::goal_tally, {});
}

void Program::judge_by_ticks() {
    const journal::Goal* goal = state_.chosen_goal();
    const std::optional<journal::ProposedVerdict> proposed = goal ? tallied_verdict(*goal, *state_.chosen_pair()) : std::nullopt;
    if (!proposed) return;
    journal::Goal judged = *goal;
    judged.verdict.emplace().kind = proposed->kind;
    judged.verdict->score = proposed->score;
    change_goal(std::move(judged), Joins::never);
}

/// What is written into a field of this kind becomes something of the goal's.
void Program::enter(Target target) {
    if (target == Target::goal_tally) tally();
    if (target == Target::goal_link) add_link();
}

void Program::add_link() {
    const journal::Goal* goal = state_.chosen_goal();
    const std::optional<std::string> link = read_link(field(Target::goal_link).text.text());
    if (!goal || !link) return;
    journal::Goal linked = *goal;
    if (std::find(linked.evidence.begin(), linked.evidence.end(), *link) == linked.evidence.end()) linked.evidence.push_back(*link);
    history_.part();
    if (linked != *goal) change_goal(std::move(linked), Joins::never);
    show_field(Target::goal_link, {});
    host_.redraw();
}

void Program::forget_evidence(std::size_t index) {
    const journal::Goal* goal = state_.chosen_goal();
    if (!state_.editable() || !goal || index >= goal->evidence.size()) return;
    journal::Goal without = *goal;
    without.evidence.erase(without.evidence.begin() + static_cast<std::ptrdiff_t>(index));
    history_.part();
    change_goal(std::move(without), Joins::never);
}

void Program::toggle_obstacle(const std::string& tag) {
    const journal::Goal* goal = state_.chosen_goal();
    if (!state_.editable() || !goal || !goal->verdict) return;
    journal::Goal judged = *goal;
    if (std::erase(judged.verdict->obstacles, tag) == 0) judged.verdict->obstacles.push_back(tag);
    history_.part();
    change_goal(std::move(judged), Joins::never);
}

/// Its sentence comes into sight, selected.
void Program::show_stated() {
    find_told();   // the words may have moved since
    if (!state_.stated) return host_.redraw();
    const text::Range range = state_.stated->range;
    state_.shown = journal::End::retrospective;
    history_.part();
    select(Target::retrospective, {range.begin, range.end, text::Affinity::upstream});
    host_.focus_text(Target::retrospective);
}

}  // namespace dajim::app
