// The door for goals and what else is marked: every one of these is an exchange, and the inverse gives back what was there.
#include <utility>

#include "journal/door.h"
#include "journal/fitness.h"

namespace dajim::journal {

namespace {

std::optional<std::size_t> index_of(const Pair& pair, std::string_view goal) {
    for (std::size_t i = 0; i < pair.goals.size(); ++i)
        if (pair.goals[i].id == goal) return i;
    return std::nullopt;
}

Goal without_what_is_gone(Goal goal) {
    forget_what_is_gone(goal);
    return goal;
}

// Exchanges a list of passages of one end; it stays as it was when one of them does not fit.
std::optional<ChangeError> exchange_passages(Pair& pair, std::vector<Passage>& list, End end, std::vector<Passage>& passages) {
    for (const Passage& passage : passages)
        if (const auto wrong = misfit(passage, pair.document(end).text)) return wrong;
    std::swap(list, passages);
    if (ids_are_apart(pair)) return std::nullopt;
    std::swap(list, passages);
    return ChangeError::taken_id;
}

}  // namespace

Outcome Door::operator()(const GoalAdded& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (change.index > pair->goals.size()) return ChangeError::out_of_range;
    if (const auto wrong = misfit(change.goal, *pair)) return *wrong;
    pair->goals.insert(at(pair->goals, change.index), without_what_is_gone(change.goal));
    if (!ids_are_apart(*pair)) {
        pair->goals.erase(at(pair->goals, change.index));
        return ChangeError::taken_id;
    }
    return Change{GoalRemoved{change.pair, change.goal.id}};
}

Outcome Door::operator()(const GoalRemoved& change) {
    Pair* const pair = pair_of(change.pair);
    const auto index = pair ? index_of(*pair, change.goal) : std::nullopt;
    if (!index) return ChangeError::unknown_id;
    Goal goal = std::move(pair->goals[*index]);
    pair->goals.erase(at(pair->goals, *index));
    return Change{GoalAdded{change.pair, std::move(goal), *index}};
}

Outcome Door::operator()(const GoalChanged& change) {
    Pair* const pair = pair_of(change.pair);
    const auto index = pair ? index_of(*pair, change.goal.id) : std::nullopt;
    if (!index) return ChangeError::unknown_id;
    if (const auto wrong = misfit(change.goal, *pair)) return *wrong;
    Goal before = std::exchange(pair->goals[*index], without_what_is_gone(change.goal));
    if (!ids_are_apart(*pair)) {
        pair->goals[*index] = std::move(before);
        return ChangeError::taken_id;
    }
    return Change{GoalChanged{change.pair, std::move(before)}};
}

Outcome Door::operator()(const GoalMoved& change) {
    Pair* const pair = pair_of(change.pair);
    const auto index = pair ? index_of(*pair, change.goal) : std::nullopt;
    if (!index) return ChangeError::unknown_id;
    if (change.index >= pair->goals.size()) return ChangeError::out_of_range;
    move_within(pair->goals, *index, change.index);
    return Change{GoalMoved{change.pair, change.goal, *index}};
}

Outcome Door::operator()(const UnpromisedChanged& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    std::vector<Passage> passages = change.passages;
    if (const auto wrong = exchange_passages(*pair, pair->unpromised, End::retrospective, passages)) return *wrong;
    return Change{UnpromisedChanged{change.pair, std::move(passages)}};
}

Outcome Door::operator()(const EchoesChanged& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    std::vector<Passage> passages = change.passages;
    if (const auto wrong = exchange_passages(*pair, pair->echoes, End::resolution, passages)) return *wrong;
    return Change{EchoesChanged{change.pair, std::move(passages)}};
}

Outcome Door::operator()(const RefusedChanged& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (const auto wrong = misfit(change.words)) return *wrong;
    return Change{RefusedChanged{change.pair, std::exchange(pair->refused, change.words)}};
}

Outcome Door::operator()(const PairSealed& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (change.seal)
        if (const auto wrong = misfit(*change.seal)) return *wrong;
    return Change{PairSealed{change.pair, std::exchange(pair->seal, change.seal)}};
}

Outcome Door::operator()(const SealPlanned& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (change.day && !exists(*change.day)) return ChangeError::out_of_range;
    return Change{SealPlanned{change.pair, std::exchange(pair->seals_on, change.day)}};
}

Outcome Door::operator()(const RetrospectiveDone& change) {
    Pair* const pair = pair_of(change.pair);
    if (!pair) return ChangeError::unknown_id;
    if (change.day && !exists(*change.day)) return ChangeError::out_of_range;
    return Change{RetrospectiveDone{change.pair, std::exchange(pair->done, change.day)}};
}

}  // namespace dajim::journal
