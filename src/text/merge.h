// Two texts that came from a third become one again: what either changed is taken, and where both changed the same lines, both are kept.
#pragma once

#include <optional>

#include "text/buffer.h"

namespace dajim::text {

struct Merged {
    Buffer text;                  ///< where the two do not agree: as the later one has it
    std::optional<Buffer> other;  ///< … as the earlier one has it; nothing when they agree everywhere
};

/// By whole lines (diff3). What one changed and the other did not is as the one has it; where both changed lines that touch, they agree
/// when they changed them alike, or when all that the one has there the other has too. Every line that is in one of the two and not in
/// `base` is in one of the results, and so is every line that is in both.
Merged merge(const Buffer& base, const Buffer& earlier, const Buffer& later);

}  // namespace dajim::text
