// A page beside another text of it (what was sealed, a version): read as it is now, as that other text, or with the difference drawn in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "text/buffer.h"
#include "text/diff.h"
#include "text/units.h"

namespace dajim::app {

enum class Reads : std::uint8_t { now, other, difference };

/// What the other text is.
enum class Source : std::uint8_t {
    seal,      ///< the words that were sealed
    version,   ///< this page as it was some time (app/versions.h)
    beside,    ///< what another device made of it, kept beside since both changed the same place
};

struct Reading {
    /// A stretch of the other text, of the one of now or of both, and where it stands in what is read; empty where that leaves it out.
    struct Part { text::DiffPart part; text::Range shown; };

    bool offered = false;                 ///< the resolution is sealed, and differs from what was sealed
    Reads what = Reads::now;
    journal::End end = journal::End::resolution;   ///< in whose place it stands
    Source source = Source::seal;
    std::string name;                     ///< what the other text is called, where its source does not say it
    text::Buffer text;                    ///< what is read, not to be written in; empty while that is `now`
    std::vector<Part> parts;
    std::size_t added = 0, removed = 0;   ///< places
    std::uint64_t identity = 0, revision = 0;   ///< of the page that it was made of

    bool open() const { return what != Reads::now; }
    bool differs() const { return added + removed > 0; }
    /// Where words of the page as it is now stand in what is read, with those that they came in the place of; none: it lacks them.
    std::optional<text::Range> shown(text::Range now) const;
    /// The place in what is read for one of the page as it is now, and back.
    text::Position shown(text::Position now) const;
    text::Position now(text::Position shown) const;
};

/// Is this not that text?
bool differs(const text::Buffer& now, std::string_view other);

/// `what`: one of the two that are not `now`.
Reading read(Reads what, std::string_view other, const text::Buffer& now);

}  // namespace dajim::app
