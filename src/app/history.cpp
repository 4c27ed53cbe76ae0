// Undo and redo, see history.h.
#include "app/history.h"

#include <iterator>

namespace dajim::app {
namespace {

constexpr double burst_pause_ms = 1500;
constexpr std::size_t most_steps = 5000;
constexpr std::size_t most_changes_in_a_burst = 400;

}  // namespace

void History::done(std::vector<journal::Change> inverses, const Place& before, const Place& after, Joins joins, double now_ms) {
    future_.clear();
    bool join = open_ && !past_.empty() && joins != Joins::never && past_.back().after.target == before.target &&
                past_.back().after.pair == before.pair;
    if (join && joins == Joins::typing) {
        join = (kind_ == Joins::typing || kind_ == Joins::composing) && now_ms - last_ms_ <= burst_pause_ms &&
               past_.back().after.selection == before.selection && past_.back().changes.size() < most_changes_in_a_burst;
    } else if (join && joins == Joins::field) {
        join = kind_ == Joins::field;
    }
    if (join) {
        Step& step = past_.back();
        step.changes.insert(step.changes.end(), std::make_move_iterator(inverses.begin()), std::make_move_iterator(inverses.end()));
        step.after = after;
    } else {
        if (past_.size() >= most_steps) past_.erase(past_.begin(), past_.begin() + most_steps / 10);
        past_.push_back({std::move(inverses), before, after});
    }
    open_ = joins != Joins::never;
    fresh_ = true;
    kind_ = joins;
    last_ms_ = now_ms;
}

std::optional<Step> History::take_undo() {
    if (past_.empty()) return std::nullopt;
    Step step = std::move(past_.back());
    past_.pop_back();
    part();
    return step;
}

std::optional<Step> History::take_redo() {
    if (future_.empty()) return std::nullopt;
    Step step = std::move(future_.back());
    future_.pop_back();
    part();
    return step;
}

}  // namespace dajim::app
