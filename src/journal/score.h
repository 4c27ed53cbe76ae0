// What verdicts come to as one number, and what verdict a counted goal's tallies propose.
#pragma once

#include <optional>
#include <span>

#include "journal/goal.h"
#include "journal/measure.h"

namespace dajim::journal {

/// A goal's share in the score of all.
struct Weighed {
    std::optional<Verdict> verdict;   ///< none: silent
    int weight = 1;                   ///< 1 to 5; less counts as 1, more as 5
};

/// What one verdict is worth, 0 to 100; none where it has no place in the sum:
///   a score that was given            itself, whatever the kind
///   kept 100, partly 50, not kept 0
///   changed                           none: another goal took its place
///   dropped                           none; 0 if the goal was still right, for then giving it up was a loss
///   cannot be judged                  none
std::optional<double> worth(const Verdict& verdict);

/// The mean of the worths by weight, 0 to 100; silent goals have no place in it. None where nothing has.
std::optional<double> computed_score(std::span<const Weighed> goals);
std::optional<double> computed_score(std::span<const Goal> goals);

struct ProposedVerdict {
    VerdictKind kind = VerdictKind::not_kept;   ///< kept, partly or not_kept
    int score = 0;                              ///< 0 to 100; 100 is kept, and kept is 100
    double amount = 0;                          ///< of all tallies in the period
    bool operator==(const ProposedVerdict&) const = default;
};

/// From `start` to `end`, both days in; tallies of other days do not count. Nothing without a tally (nobody kept count), for measures
/// that are not counted (qualitative, rules, topics), and for "every so long" where a day is missing or a round's length is not known.
///
///   at least N, n of m, n percent     the sum against N
///   … in every so long, and rates     of each whole stretch of that length what was reached, N at most; all of them together
///   at most N                         kept up to N, above it not
///   … in every so long                how many of the stretches stayed within N
///   yes or no                         any tally is yes
/// More tallies never lower the score, but for "at most", where they never raise it. What is left after the last whole stretch counts
/// into that one; a period shorter than one stretch is one.
std::optional<ProposedVerdict> proposed_verdict(const Measure& measure, std::span<const Tally> tallies, std::optional<Date> start = {},
                                                std::optional<Date> end = {});

}  // namespace dajim::journal
