// Topics that were planned against posts that a retrospective tells of: written, not written, and written without having been planned.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// A topic, with what is known of it already.
struct PlannedTopic {
    std::string words;
    std::optional<text::Range> answer;   ///< where the retrospective speaks of it, as somebody marked
    std::optional<bool> written;         ///< what somebody judged; none: the retrospective is asked
};

struct Topics {
    std::vector<bool> written;                        ///< each topic in its order
    std::vector<std::optional<text::Range>> posts;    ///< of each what it became, where that is told
    std::vector<text::Range> unplanned;               ///< posts of no topic, in the order of the text

    std::size_t count_written() const;
};

/// A post is an item, a row or a line that is a link, or whatever is listed under a heading that speaks of what was written (or, under
/// such a heading, a heading itself). It is a topic's when it has most of the topic's words (journal/likeness.h); the likest pair is
/// taken first, and each post once. Posts that no topic planned are counted in those lists alone that are of what was written, or where
/// some planned post stands: other links are no posts. `skip`: paragraphs of front matter.
Topics reconcile(std::span<const PlannedTopic> topics, const text::Buffer& retrospective, std::size_t skip = 0);

}  // namespace dajim::journal
