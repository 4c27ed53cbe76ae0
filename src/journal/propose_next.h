// What a retrospective says of the time to come: Keep, Problem and Try, regrets, "나의 다음은?". Proposals for the next resolution.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/goal.h"
#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// What a heading says of what stands under it, as far as that could go on.
enum class Onwards : std::uint8_t {
    keep,       ///< Keep, Continue, 계속할 것
    problem,    ///< Problem, Lacked, Regretted, 아쉬운 점
    next,       ///< Try, Start, Next, Longed for, 다음에는, 앞으로, 나의 다음은?
    stop,       ///< Stop, 그만둘 것
};
std::optional<Onwards> heading_onwards(std::string_view heading);

struct NextProposal {
    text::Range words;                   ///< in the retrospective, without the list's mark
    Onwards section = Onwards::next;
    std::string heading;                 ///< the one that says so
    Carried carried = Carried::same;     ///< a hint: what is to be tried is more than there was, what is to stop is less
};

/// The items of lists under such headings, else the sentences there, in the order of the text; linear in its length. An item's own items
/// tell of it and are not proposed; an item that reads as such a heading stands over those in it. `skip`: paragraphs of front matter.
std::vector<NextProposal> propose_next(const text::Buffer& retrospective, std::size_t skip = 0);

}  // namespace dajim::journal
