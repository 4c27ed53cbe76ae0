// Goals, their answers and verdicts: what one marks and judges.
#include <algorithm>

#include "app/goal_words.h"
#include "app/program.h"
#include "journal/anchor.h"
#include "text/mark.h"

namespace dajim::app {
namespace {

using journal::Change;
using journal::End;
using journal::Goal;
using journal::Passage;
using journal::VerdictKind;

std::optional<VerdictKind> verdict_of(CommandId id) {
    switch (id) {
        case CommandId::verdict_kept: return VerdictKind::kept;
        case CommandId::verdict_partly: return VerdictKind::partly;
        case CommandId::verdict_not_kept: return VerdictKind::not_kept;
        case CommandId::verdict_changed: return VerdictKind::changed;
        case CommandId::verdict_dropped: return VerdictKind::dropped;
        case CommandId::verdict_cannot_judge: return VerdictKind::cannot_judge;
        default: return std::nullopt;
    }
}

}  // namespace

void Program::goal_command(CommandId id) {
    const journal::Pair& pair = *state_.chosen_pair();
    const Goal* goal = state_.chosen_goal();
    switch (id) {
        case CommandId::mark: return mark(state_.focus, editor(state_.focus).selection);
        case CommandId::remember: return remember();
        case CommandId::forget_unpromised: return forget_unpromised();
        case CommandId::leave_unpromised: return choose_unpromised({});
        case CommandId::next_goal: return choose_goal(goal_beside(pair, state_.goal, false));
        case CommandId::previous_goal: return choose_goal(goal_beside(pair, state_.goal, true));
        case CommandId::leave_goal: return choose_goal({});
        case CommandId::level: return level();
        case CommandId::show_stated: return show_stated();
        case CommandId::mend_quote:
            if (const journal::Misquote* wrong = misquote_at(state_)) mend_quote(*wrong);
            return;
        case CommandId::goal_details: state_.goal_details = !state_.goal_details; return host_.redraw();
        case CommandId::hinge:
            state_.settings.hinged = !state_.settings.hinged;
            if (state_.settings.hinged) level();
            return place_dirty();
        default: break;
    }
    if (!goal) return;
    switch (id) {
        case CommandId::forget_goal: return forget_goal();
        case CommandId::quote_goal: return quote_goal();
        case CommandId::tally: return tally();
        case CommandId::judge_by_ticks: return judge_by_ticks();
        case CommandId::untick: {
            Goal counted = *goal;
            counted.tallies.pop_back();
            return change_goal(std::move(counted), Joins::never);
        }
        case CommandId::still_right:
        case CommandId::not_right: {
            Goal judged = *goal;
            if (!judged.verdict) return;
            const bool right = id == CommandId::still_right;
            judged.verdict->still_right = judged.verdict->still_right == right ? std::nullopt : std::optional(right);
            return change_goal(std::move(judged), Joins::never);
        }
        default: break;
    }
    const std::optional<VerdictKind> kind = verdict_of(id);
    if (!kind) return;
    Goal judged = *goal;
    if (judged.verdict && judged.verdict->kind == *kind) {
        judged.verdict.reset();   // pressed once more: taken back
    } else {
        if (!judged.verdict) judged.verdict.emplace();
        judged.verdict->kind = *kind;
    }
    change_goal(std::move(judged), Joins::never);
}

void Program::change_goal(Goal goal, Joins joins) { change({journal::GoalChanged{state_.pair, std::move(goal)}}, joins); }

void Program::choose_goal(const journal::Id& id) {
    const journal::Pair* pair = state_.chosen_pair();
    const Goal* goal = pair ? journal::find_goal(*pair, id) : nullptr;
    state_.goal = goal ? id : journal::Id{};
    if (goal) state_.unpromised.clear();
    refresh_fields(true);
    if (goal) level();
    host_.redraw();
}

// ------------------------------------------------------------------------------------------------------------------- marking

/// In the resolution: the words become a goal, or the goal that they are is chosen. In the retrospective: they answer the chosen
/// goal, or no longer do; where none is chosen they are something that was never promised.
void Program::mark(Target target, const Selection& selection) {
    const journal::Pair& pair = *state_.chosen_pair();
    const text::Buffer& text = *text_of(state_, target);
    const std::optional<text::Range> range = markable(text, selection);
    if (!range) return tell(words(Str::nothing_to_mark, {}));
    history_.part();
    if (target == Target::resolution) {
        const auto there = std::find_if(pair.goals.begin(), pair.goals.end(), [&](const Goal& one) {
            return one.words.range == *range || (selection.empty() && one.words.range && one.words.range->holds(*range));
        });
        if (there != pair.goals.end()) {
            choose_goal(there->id);
            return;
        }
        Goal goal;
        goal.id = goal.words.id = host_.fresh_id();
        goal.words.range = *range;
        goal.words.exact = text.text(*range);
        goal.measure = journal::read_measure(goal.words.exact);
        if (pair.seal) goal.amendments.push_back({.date = host_.today(), .words = goal.words.exact});
        const journal::Id id = goal.id;
        const std::size_t index = journal::index_for(pair, *range);
        if (change({journal::GoalAdded{pair.id, std::move(goal), index}}, Joins::never)) choose_goal(id);
        return;
    }
    const Passage passage{host_.fresh_id(), *range, text.text(*range)};
    const auto is_here = [&](const Passage& one) { return one.range && one.range->holds(*range); };
    if (const Goal* chosen = state_.chosen_goal()) {
        Goal goal = *chosen;
        if (std::erase_if(goal.answers, is_here) == 0) goal.answers.push_back(passage);
        return change_goal(std::move(goal), Joins::never);
    }
    std::vector<Passage> unpromised = pair.unpromised;
    const bool fresh = std::erase_if(unpromised, is_here) == 0;
    if (fresh) unpromised.push_back(passage);
    if (change({journal::UnpromisedChanged{pair.id, std::move(unpromised)}}, Joins::never) && fresh) choose_unpromised(passage.id);
}

void Program::forget_goal() {
    const Goal goal = *state_.chosen_goal();
    history_.part();
    if (!change({journal::GoalRemoved{state_.pair, goal.id}}, Joins::never)) return;
    choose_goal({});
    tell(words(Str::goal_forgotten, {goal.words.exact}), false, true);
}

/// The goal's sealed words go into the retrospective as a quote, which is its answer; the caret stands under it, to write on.
void Program::quote_goal() {
    const Goal& goal = *state_.chosen_goal();
    const Quoting put = quoting(*text_of(state_, Target::retrospective), editor(Target::retrospective).selection.head, promised(goal));
    Goal answered = goal;
    answered.answers.push_back({host_.fresh_id(), put.quote, put.words});
    write_under(put, {journal::GoalChanged{state_.pair, std::move(answered)}});
}

void Program::write_under(const Quoting& put, std::vector<Change> also) {
    also.insert(also.begin(), journal::TextEdited{state_.pair, End::retrospective, put.edit});
    history_.part();
    if (!change(std::move(also), Joins::never)) return;
    const text::Position behind = text::end_of(put.edit);
    state_.shown = End::retrospective;
    select(Target::retrospective, {behind, behind, text::Affinity::downstream});
    history_.moved_on(here());
    host_.focus_text(Target::retrospective);
}

/// A quote that is not quite what was promised becomes what was.
void Program::mend_quote(const journal::Misquote& wrong) {
    const text::Edit edit{wrong.range, quoted(promised(state_.chosen_pair()->goals[wrong.promise])).substr(2)};   // its first sign stands there
    history_.part();
    replace(Target::retrospective, edit, Joins::never);
}

/// After any change: which quotes are not quite what was promised. Only what may have changed is looked at again.
void Program::find_misquotes() {
    const journal::Pair* pair = state_.chosen_pair();
    std::vector<std::string> to;
    if (pair) {
        for (const Goal& goal : pair->goals) to.push_back(promised(goal));
    }
    const text::Buffer* text = pair ? &pair->document(End::retrospective).text : nullptr;
    const std::uint64_t of = text ? text->identity() : 0, at = text ? text->revision() : 0;
    if (of == misquotes_of_ && at == misquotes_at_ && to == misquotes_to_) return;
    misquotes_of_ = of;
    misquotes_at_ = at;
    misquotes_to_ = std::move(to);
    const std::vector<std::string_view> promises(misquotes_to_.begin(), misquotes_to_.end());
    state_.misquotes = text ? journal::misquotes(promises, *text) : std::vector<journal::Misquote>{};
}

/// What belongs to a change of words: what is erased keeps its words whole, passages that were lost and are pasted come back, and a sealed goal's new wording is dated.
void Program::tend_passages(const Where& edited, std::vector<Change>& inverses) {
    const journal::Pair* pair = journal::find_pair(state_.journal, edited.pair);
    if (!pair) return;
    const auto also = [&](Change more) {
        if (std::optional<Change> inverse = apply_one(std::move(more), Target::none)) inverses.push_back(std::move(*inverse));
    };
    if (std::vector<journal::Placed> lost = erasing_.lost(*pair, edited.end); !lost.empty()) {
        also(journal::PassagesPlaced{pair->id, edited.end, std::move(lost)});
    }
    if (!edited.range.empty()) {
        std::vector<journal::Placed> placed = journal::found_again(*pair, edited.end, edited.range);
        if (!placed.empty()) also(journal::PassagesPlaced{pair->id, edited.end, std::move(placed)});
    }
    if (!pair->seal || edited.end != End::resolution) return;
    const journal::Date today = host_.today();
    std::vector<Goal> amended;
    for (const Goal& goal : pair->goals) {
        const std::string& last = goal.amendments.empty() ? goal.sealed : goal.amendments.back().words;
        if (goal.remembered || goal.words.exact == last) continue;
        Goal& other = amended.emplace_back(goal);
        if (!other.amendments.empty() && other.amendments.back().date == today) other.amendments.pop_back();
        const std::string& earlier = other.amendments.empty() ? other.sealed : other.amendments.back().words;
        if (other.words.exact != earlier) other.amendments.push_back({.date = today, .words = other.words.exact});
    }
    for (Goal& goal : amended) also(journal::GoalChanged{edited.pair, std::move(goal)});
}

}  // namespace dajim::app
