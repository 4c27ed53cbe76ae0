// What lies beside a resolution that is yet to be written: last time's goals and what became of them, and how sure one has been.
#pragma once

#include <optional>
#include <vector>

#include "app/state.h"
#include "journal/calibration.h"

namespace dajim::app {

/// Pointers are into the state it was made of.
struct LookBack {
    struct Line {
        const journal::Pair* pair = nullptr;
        const journal::Goal* goal = nullptr;
        journal::Id here;   ///< the goal of the chosen pair that carries it on; empty: none does
    };
    const journal::Pair* last = nullptr;                  ///< the nearest earlier pair with goals
    std::vector<Line> goals;                              ///< its goals in the order of its text, but for those in `unjudged`
    std::vector<Line> unjudged;                           ///< wordings of all earlier pairs that could not be judged, the newest first
    std::optional<journal::Calibration> calibration;      ///< over all earlier pairs
};

/// Nothing where there is no earlier pair with goals, and once somebody writes: the chosen pair's resolution holds more than what was
/// carried on into it.
std::optional<LookBack> look_back(const State& state);

}  // namespace dajim::app
