// How a resolution that was amended after its seal is read: as it is now, as it was sealed, or with the difference drawn in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/buffer.h"
#include "text/diff.h"
#include "text/units.h"

namespace dajim::app {

enum class Reads : std::uint8_t { now, sealed, difference };

struct Reading {
    /// A stretch of the sealed text, of the one of now or of both, and where it stands in what is read; empty where that leaves it out.
    struct Part { text::DiffPart part; text::Range shown; };

    bool offered = false;                 ///< the resolution is sealed, and differs from what was sealed
    Reads what = Reads::now;
    text::Buffer text;                    ///< what is read, not to be written in; empty while that is `now`
    std::vector<Part> parts;
    std::size_t added = 0, removed = 0;   ///< places
    std::uint64_t identity = 0, revision = 0;   ///< of the resolution that it was made of

    bool open() const { return what != Reads::now; }
    /// Where words of the resolution as it is now stand in what is read, with those that they came in the place of; none: it lacks them.
    std::optional<text::Range> shown(text::Range now) const;
    /// The place in what is read for one of the resolution as it is now, and back.
    text::Position shown(text::Position now) const;
    text::Position now(text::Position shown) const;
};

/// Is this not what was sealed?
bool differs(const text::Buffer& now, std::string_view sealed);

/// `what`: one of the two that are not `now`.
Reading read(Reads what, std::string_view sealed, const text::Buffer& now);

}  // namespace dajim::app
