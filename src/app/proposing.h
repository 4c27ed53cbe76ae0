// What is proposed for the chosen pair and not yet taken or left: goals in the resolution, answers in the retrospective.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal.h"
#include "journal/proposals.h"

namespace dajim::app {

/// One thing to take or to leave.
struct Proposed {
    journal::End end = journal::End::resolution;   ///< where its words stand
    text::Range range;
    journal::Id goal;                              ///< which it answers; of the retrospective, empty: judged, and never promised
    std::string area;                              ///< of a goal: the words of what it lies in
    std::optional<journal::Measure> measure;
    std::optional<journal::VerdictKind> verdict;
    std::optional<bool> still_right;
    std::optional<journal::Carried> next;          ///< of the retrospective: words that would go on in the next pair, and how
    journal::Why why;
};

struct Proposing {
    std::vector<Proposed> all;   ///< in the order of the text
    std::size_t at = 0;          ///< the one that is looked at
    bool open() const { return !all.empty(); }
    const Proposed* now() const { return at < all.size() ? &all[at] : nullptr; }
};

/// What the resolution's words propose, without what is a goal already or was refused.
std::vector<Proposed> propose_goals(const journal::Pair& pair);
/// What in the retrospective seems to answer goals that have no answer, or to judge what was never promised.
std::vector<Proposed> propose_answers(const journal::Pair& pair);
/// What in the retrospective could go on in the next pair, without what went on already or was refused.
std::vector<Proposed> propose_next(const journal::Journal& journal, const journal::Pair& pair);

/// Proposals move with the words; those whose words went are no more.
void follow(Proposing& proposing, journal::End end, const text::Edit& edit);

}  // namespace dajim::app
