// What became of one text in another: the stretches that both have, that only the first has, and that only the second has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::text {

/// A stretch of the one text, of the other, or (kept) of both. Where a text has nothing of it, its range is empty and tells the place.
struct DiffPart {
    enum class Is : std::uint8_t { kept, removed, added } is = Is::kept;
    Range before, after;
    bool operator==(const DiffPart&) const = default;
};

/// In order and without gaps: the kept and removed ones together are `before`, the kept and added ones `after`, byte for byte. Compared by
/// paragraphs first and then, where those differ, by words (an eojeol, a blank, a sign or a line's end each), so that no cluster is
/// parted. Of each place that changed, what was removed comes before what was added. Words that two passages share by chance alone are
/// not kept. Where the search for the fewest changes would take long, whole paragraphs are removed and added: the time is bounded,
/// about 30 ms for each megabyte at worst.
std::vector<DiffPart> difference(const Buffer& before, const Buffer& after);

/// `count` tokens from `before` on are those from `after` on.
struct Common {
    std::size_t before = 0, after = 0, count = 0;
    bool operator==(const Common&) const = default;
};

/// A longest common subsequence as its stretches, in order: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in
/// linear space. `steps` is what it may take: comparisons are counted off it, and where none are left, what is not yet compared counts
/// as different.
std::vector<Common> common(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after, std::size_t& steps);

}  // namespace dajim::text
