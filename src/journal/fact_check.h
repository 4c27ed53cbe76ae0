// Numbers of a retrospective against what is known otherwise: the ticks, what was promised, and the verdict.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "journal/journal.h"
#include "journal/measure.h"

namespace dajim::journal {

struct Contradiction {
    enum class With : std::uint8_t {
        tallies,   ///< what is told as done is not what the ticks come to
        promise,   ///< what is told as promised is not what was
        verdict,   ///< what is told as done does not fit the verdict by the goal's measure
    } with = With::tallies;
    std::size_t goal = 0;   ///< index in the pair's goals
    text::Range range;      ///< the sentence of the retrospective
    Measure said;           ///< what it says
    Measure known;          ///< what is known: the sum of the ticks, the promise, the measure that was judged by
};

/// Goal by goal in the order of the text's sentences. Only passages that answer a goal are read (and the prose right under one that is a
/// quote), and only what is plain is told: a number in the goal's unit, in a clause that tells what was done or what was promised. What
/// may be about a part, another period, a plan or something missed, and what is only about so many, is taken to fit. Linear in the answers.
std::vector<Contradiction> contradictions(const Pair& pair);

}  // namespace dajim::journal
