// What happened without having been promised: chosen, put aside again, or remembered as a goal after all.
#include <algorithm>

#include "app/goal_words.h"
#include "app/program.h"

namespace dajim::app {

using journal::End;
using journal::Passage;

void Program::choose_unpromised(const journal::Id& id) {
    const journal::Pair* pair = state_.chosen_pair();
    const Passage* one = pair ? journal::find_unpromised(*pair, id) : nullptr;
    state_.unpromised = one ? id : journal::Id{};
    if (one) {
        choose_goal({});
        state_.shown = End::retrospective;
        if (const std::optional<text::Range> range = shown(state_, End::retrospective, one->range)) show_at(state_.at(End::retrospective), range->begin, std::nullopt);
    }
    host_.redraw();
}

void Program::forget_unpromised() {
    const journal::Id id = state_.unpromised;
    std::vector<Passage> left = state_.chosen_pair()->unpromised;
    std::erase_if(left, [&](const Passage& one) { return one.id == id; });
    history_.part();
    change({journal::UnpromisedChanged{state_.pair, std::move(left)}}, Joins::never);
}

/// What was judged and never promised becomes a goal that is remembered, with these words as its answer: the chosen ones of what was
/// never promised, or else those at the caret.
void Program::remember() {
    const journal::Pair& pair = *state_.chosen_pair();
    journal::Goal goal;
    goal.id = goal.words.id = host_.fresh_id();
    goal.remembered = true;
    std::vector<journal::Change> changes;
    if (const Passage* chosen = state_.chosen_unpromised()) {
        goal.answers.push_back(*chosen);
        std::vector<Passage> left = pair.unpromised;
        std::erase_if(left, [&](const Passage& one) { return one.id == chosen->id; });
        changes.push_back(journal::UnpromisedChanged{pair.id, std::move(left)});
    } else {
        const text::Buffer& text = pair.document(End::retrospective).text;
        const std::optional<text::Range> range = markable(text, editor(Target::retrospective).selection);
        if (!range) return tell(words(Str::nothing_to_mark, {}));
        goal.answers.push_back({host_.fresh_id(), *range, text.text(*range)});
    }
    goal.words.exact = goal.answers.front().exact;
    const journal::Id id = goal.id;
    changes.push_back(journal::GoalAdded{pair.id, std::move(goal), pair.goals.size()});
    history_.part();
    if (change(std::move(changes), Joins::never)) choose_goal(id);
}

}  // namespace dajim::app
