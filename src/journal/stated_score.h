// The score that a retrospective gives to all of its goals together: "다짐의 70% 정도는 지켰다", "스스로에게 80점", "7/10".
#pragma once

#include <cstddef>
#include <optional>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

struct StatedScore {
    text::Range range;   ///< the sentence that states it
    int score = 0;       ///< 0 to 100
    bool operator==(const StatedScore&) const = default;
};

/// The sentence that most plainly scores the whole, if there is one; of equals the last. A percentage of a single goal, one that is denied
/// ("100% 만족하지는 못했다") and one of something else ("70% 할인") is none. `skip`: paragraphs of front matter.
std::optional<StatedScore> stated_score(const text::Buffer& retrospective, std::size_t skip = 0);

}  // namespace dajim::journal
