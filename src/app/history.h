// Undo and redo of every change: steps of inverse changes, typing gathered into bursts.
#pragma once

#include <optional>
#include <vector>

#include "app/state.h"
#include "app/target.h"
#include "journal/change.h"

namespace dajim::app {

/// Where the writer was when a step began or ended.
struct Place {
    journal::Id series, pair;
    Target target = Target::none;
    Selection selection;
};

/// One thing to take back. `changes` are to be applied last to first.
struct Step {
    std::vector<journal::Change> changes;
    Place before, after;
};

/// What joins changes into one step.
enum class Joins : std::uint8_t {
    never,      ///< a step of its own
    typing,     ///< with typing in the same text that stands where the last left off
    composing,  ///< with the step before at any pause: nobody is brought back to half a syllable
    field,      ///< with the edits of the same field since it got the keyboard
};

class History {
public:
    /// Notes what was done. `inverses` in the order the changes were applied.
    void done(std::vector<journal::Change> inverses, const Place& before, const Place& after, Joins joins, double now_ms);
    /// The caret's place after what was done last, known only now.
    void moved_on(const Place& place) {
        if (fresh_) past_.back().after = place;
    }
    /// Ends the burst: what comes next is a step of its own.
    void part() { open_ = fresh_ = false; }

    /// The newest step turned out to change nothing.
    void forget_newest() {
        past_.pop_back();
        part();
    }
    std::size_t depth() const { return past_.size(); }
    /// May the newest step still grow by edits of the field it began in?
    bool in_field() const { return open_ && kind_ == Joins::field; }

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }

    /// Takes the newest step off; the caller applies it and hands the inverses back by undone / redone.
    std::optional<Step> take_undo();
    std::optional<Step> take_redo();
    void undone(Step redo) { future_.push_back(std::move(redo)); }
    void redone(Step undo) { past_.push_back(std::move(undo)); }

private:
    std::vector<Step> past_, future_;
    bool open_ = false;          // the newest step may still grow
    bool fresh_ = false;         // nothing happened since the newest step
    Joins kind_ = Joins::never;
    double last_ms_ = 0;
};

}  // namespace dajim::app
