// The next beginning: what one pair hands on to the next, how that pair is made, and what an empty page begins with.
#include <algorithm>

#include "app/goal_words.h"
#include "app/markdown.h"
#include "app/next_name.h"
#include "app/program.h"
#include "journal/lineage.h"
#include "text/mark.h"

namespace dajim::app {
namespace {

using journal::Change;
using journal::End;
using journal::Goal;
using journal::Pair;

/// Words as one line of a list; empty where there are none.
std::string one_line(std::string words) {
    std::replace_if(words.begin(), words.end(), [](char sign) { return sign == '\n' || sign == '\r' || sign == '\t'; }, ' ');
    const std::size_t begin = words.find_first_not_of(' ');
    if (begin == std::string::npos) return {};
    return words.substr(begin, words.find_last_not_of(' ') + 1 - begin);
}

/// What parts a new item from the end of a text.
std::string before_item(const text::Buffer& text) {
    const std::string& last = text.paragraph(text.paragraphs() - 1);
    if (last.find_first_not_of(" \t\r") == std::string::npos) return last.empty() ? "- " : "\n- ";
    return read_lead(last).item() ? "\n- " : "\n\n- ";
}

std::string name_of(const Pair& pair, Language language) { return pair.name.empty() ? say(Str::untitled_pair, language) : pair.name; }

}  // namespace

void Program::beginning_command(CommandId id) {
    const Goal* goal = state_.chosen_goal();
    const auto carry = [&](journal::Carried as) { hand_on({onward(state_.pair, *goal, as)}); };
    const auto carried = [&](journal::Carried as) {
        Goal other = *goal;
        other.origin->carried = as;
        change_goal(std::move(other), Joins::never);
    };
    switch (id) {
        case CommandId::carry_goal: return carry(journal::Carried::same);
        case CommandId::carry_raised: return carry(journal::Carried::raised);
        case CommandId::carry_lowered: return carry(journal::Carried::lowered);
        case CommandId::carried_same: return carried(journal::Carried::same);
        case CommandId::carried_raised: return carried(journal::Carried::raised);
        case CommandId::carried_lowered: return carried(journal::Carried::lowered);
        case CommandId::carry_open: return carry_open();
        case CommandId::carry_selection: return carry_selection();
        case CommandId::go_there: {
            const GoTo there{state_.notice->pair, state_.notice->passage};
            state_.notice.reset();
            return go_to(there);
        }
        default: return;
    }
}

/// The pair that comes behind the last one of a series, begun today; of none, the first one of a first series.
Pair Program::fresh_pair(const journal::Series* in) const {
    Pair pair;
    pair.id = host_.fresh_id();
    pair.start = host_.today();
    if (in && !in->pairs.empty()) pair.name = next_name(in->pairs.back().name);
    else pair.name = std::to_string(pair.start->year);
    return pair;
}

Program::Onward Program::onward(const journal::Id& pair, const Goal& goal, journal::Carried as) {
    return {goal.words.exact, {pair, goal.id, as}, goal.measure, goal.area, goal.weight};
}

/// Words of a retrospective: of an answer or of something unpromised they bear its mark, else they name their pair alone.
Program::Onward Program::onward(const Pair& pair, const text::Range& range, journal::Carried as) {
    Onward out{pair.document(End::retrospective).text.text(range), {pair.id, pair.id, as}, {}};
    const auto named = [&](const journal::Passage& passage) {
        if (passage.range && passage.range->holds(range)) out.origin.passage = passage.id;
    };
    for (const Goal& goal : pair.goals) std::for_each(goal.answers.begin(), goal.answers.end(), named);
    std::for_each(pair.unpromised.begin(), pair.unpromised.end(), named);
    return out;
}

/// Words of the chosen pair go on in the next one of its series, which is made where there is none; `also` is part of the same step.
bool Program::hand_on(std::vector<Onward> what, std::vector<Change> also) {
    const journal::Series& series = *journal::series_of(state_.journal, state_.pair);
    const auto here = std::find_if(series.pairs.begin(), series.pairs.end(), [&](const Pair& one) { return one.id == state_.pair; });
    if (here + 1 != series.pairs.end()) return hand_on(*(here + 1), std::move(what), std::move(also));
    const Pair fresh = fresh_pair(&series);
    also.push_back(journal::PairAdded{series.id, fresh, series.pairs.size()});
    return hand_on(fresh, std::move(what), std::move(also));
}

/// Each of them is an item at the end of the resolution and a goal that knows where it comes from. What is there already stays as it is.
bool Program::hand_on(const Pair& to, std::vector<Onward> what, std::vector<Change> also) {
    const text::Buffer& text = to.document(End::resolution).text;
    const text::Position end = text.end();
    std::string before = before_item(text), written;
    std::vector<Goal> goals;
    const Goal* known = nullptr;
    text::Position at = end;
    for (Onward& one : what) {
        const std::string line = one_line(std::move(one.words));
        if (line.empty()) continue;
        const auto there = std::find_if(to.goals.begin(), to.goals.end(), [&](const Goal& goal) {
            // What bears no mark names its pair alone, and is known by its words.
            return goal.origin && goal.origin->pair == one.origin.pair && goal.origin->passage == one.origin.passage &&
                   (one.origin.passage != one.origin.pair || goal.words.exact == line);
        });
        if (there != to.goals.end()) {
            known = &*there;
            continue;
        }
        Goal& goal = goals.emplace_back();
        const text::Position begin = text::end_of({{at, at}, before});
        at = text::end_of({{begin, begin}, line});
        written += before + line;
        before = "\n- ";
        goal.id = goal.words.id = host_.fresh_id();
        goal.words.range = text::Range{begin, at};
        goal.words.exact = line;
        goal.measure = one.measure ? one.measure : journal::read_measure(line);
        goal.area = one.area;
        goal.weight = one.weight;
        goal.origin = one.origin;
        if (to.seal) goal.amendments.push_back({.date = host_.today(), .words = line});
    }
    const std::string name = name_of(to, state_.language);
    const auto lead_there = [&](const journal::Id& goal) {
        if (to.id == state_.pair) return;   // it is there before one's eyes
        state_.notice->pair = to.id;
        state_.notice->passage = goal;
    };
    if (goals.empty()) {
        if (known) {
            tell(words(Str::carried_already, {known->words.exact, name}));
            lead_there(known->id);
        }
        return false;
    }
    const journal::Id first = goals.front().id, pair = to.id;
    const std::string said = goals.size() == 1 ? words(Str::carried_goal, {goals.front().words.exact, name})
                                               : words(Str::carried_goals, {std::to_string(goals.size()), name});
    also.push_back(journal::TextEdited{pair, End::resolution, {{end, end}, std::move(written)}});
    std::size_t index = to.goals.size();
    for (Goal& goal : goals) also.push_back(journal::GoalAdded{pair, std::move(goal), index++});
    history_.part();
    const bool here = pair == state_.pair;
    if (!change(std::move(also), Joins::never)) return false;
    tell(said, false, true);
    if (!here) {
        state_.notice->pair = pair;
        state_.notice->passage = first;
    }
    return true;
}

void Program::carry_open() {
    std::vector<Onward> open;
    for (const Goal& goal : state_.chosen_pair()->goals) {
        if (journal::is_open(goal)) open.push_back(onward(state_.pair, goal, journal::Carried::same));
    }
    hand_on(std::move(open));
}

/// What is selected, or the line at the caret. Where that is a goal, an answer or something unpromised it is that which goes on; other
/// words have no mark to be known by, and name their pair alone.
void Program::carry_selection() {
    const Pair& pair = *state_.chosen_pair();
    const Target target = state_.written();
    const text::Buffer& text = *text_of(state_, target);
    const std::optional<text::Range> range = markable(text, editor(target).selection);
    if (!range) return tell(words(Str::nothing_to_mark, {}));
    if (target == Target::retrospective) {
        hand_on({onward(pair, *range, journal::Carried::same)});
        return;
    }
    const auto goal = std::find_if(pair.goals.begin(), pair.goals.end(), [&](const Goal& one) { return one.words.range && one.words.range->holds(*range); });
    if (goal != pair.goals.end()) hand_on({onward(pair.id, *goal, journal::Carried::same)});
    else hand_on({{text.text(*range), {pair.id, pair.id}, {}}});
}

/// From the look back: into the pair that is being begun, the page beside it.
void Program::carry_here(const CarryHere& carry) {
    const Pair* from = journal::find_pair(state_.journal, carry.pair);
    const Goal* goal = from ? journal::find_goal(*from, carry.goal) : nullptr;
    const Pair* here = state_.chosen_pair();
    if (!goal || !here || !state_.editable()) return;
    host_.end_composition();
    if (hand_on(*here, {onward(from->id, *goal, journal::Carried::same)}, {})) history_.moved_on(this->here());
}

void Program::go_to(const GoTo& there) {
    const journal::Source source = journal::source_of(state_.journal, {there.pair, there.passage});
    if (!source.pair) return tell(words(Str::origin_gone, {}));
    host_.end_composition();
    if (there.pair != state_.pair) choose_pair(there.pair);
    const Pair& pair = *state_.chosen_pair();   // `source` stays: choosing changes no journal
    std::optional<text::Range> range = source.passage ? source.passage->range : std::nullopt;
    state_.shown = source.end;
    if (!source.passage && !there.words.empty()) {   // what bears no mark is looked for by its words
        for (const End end : journal::both_ends) {
            const text::Buffer& text = pair.document(end).text;
            for (std::size_t at = 0; at < text.paragraphs() && !range; ++at) {
                const std::size_t byte = text.paragraph(at).find(there.words);
                if (byte == std::string::npos) continue;
                range = text::Range{{at, byte}, {at, byte + there.words.size()}};
                state_.shown = end;
            }
        }
    }
    choose_goal(source.goal ? source.goal->id : journal::Id{});
    if (range) {
        const Target target = page(state_.shown);
        if (!source.goal) select(target, {range->begin, range->end, text::Affinity::downstream});
        show_at(target, range->begin, std::nullopt);
    }
    place_dirty();
    host_.redraw();
}

/// The skeleton is one step; the caret stands where the writing begins.
void Program::use_template(const UseTemplate& use) {
    const Pair* pair = state_.chosen_pair();
    if (!pair || !state_.editable() || !pair->document(use.end).text.empty()) return;
    host_.end_composition();
    const Target target = page(use.end);
    const Skeleton skeleton = app::skeleton(use.which, use.end, *pair, *journal::series_of(state_.journal, pair->id), state_.language);
    const auto place = [&](std::size_t byte) { return text::end_of({{{}, {}}, skeleton.text.substr(0, byte)}); };
    std::vector<Change> changes{journal::TextEdited{pair->id, use.end, {{{}, {}}, skeleton.text}}};
    for (const Skeleton::Quote& quote : skeleton.quotes) {
        Goal goal = *journal::find_goal(*pair, quote.goal);
        goal.answers.push_back({host_.fresh_id(), text::Range{place(quote.begin), place(quote.end)}, skeleton.text.substr(quote.begin, quote.end - quote.begin)});
        changes.push_back(journal::GoalChanged{pair->id, std::move(goal)});
    }
    history_.part();
    if (!change(std::move(changes), Joins::never)) return;
    const text::Position caret = place(skeleton.caret);
    state_.shown = use.end;
    select(target, {caret, caret, text::Affinity::downstream});
    history_.moved_on({state_.series, state_.pair, target, editor(target).selection});
    host_.focus_text(target);
}

}  // namespace dajim::app
