// A document's text as paragraphs, changed by edits only, that remembers which paragraphs changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/units.h"

namespace dajim::text {

/// Paragraphs [first, first + removed) became [first, first + inserted). Of the first one's beginning and the last one's end so many
/// bytes are as they were.
struct ParagraphChange {
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t inserted = 0;
    std::size_t head = 0, tail = 0;
};

/// Changes in a row (at least one) as one that spans them all.
ParagraphChange spanning(const std::vector<ParagraphChange>& changes);

/// A text of at least one paragraph. Joining the paragraphs with '\n' gives the text back byte for byte.
class Buffer {
public:
    Buffer();
    /// `text` must be valid UTF-8; it is parted at every '\n' ('\r' stays, as an ordinary character).
    explicit Buffer(std::string_view text);
    Buffer(const Buffer&);              ///< the copy has an identity of its own
    Buffer& operator=(const Buffer&);   ///< likewise
    Buffer(Buffer&&) = default;
    Buffer& operator=(Buffer&&) = default;

    std::size_t paragraphs() const { return paragraphs_.size(); }
    const std::string& paragraph(std::size_t index) const { return paragraphs_[index]; }
    /// Length of the whole text in bytes, newlines included.
    std::size_t bytes() const { return bytes_; }
    bool empty() const { return bytes_ == 0; }
    Position end() const;
    std::string text() const;
    std::string text(Range range) const;

    /// True when both ends of `range` lie in the text at code point boundaries and are in order.
    bool contains(Range range) const;
    /// The nearest position in the text at a code point boundary.
    Position clamp(Position position) const;

    /// Applies `edit` (its range contained, its text valid UTF-8: asserted) and returns the edit that takes it back.
    Edit apply(const Edit& edit);

    /// Identity of this buffer object and the number of edits it has seen: what a cache compares.
    std::uint64_t identity() const { return identity_; }
    std::uint64_t revision() const { return revision_; }
    /// The paragraph changes after `revision`, oldest first; nothing when that is too long ago to be remembered.
    std::optional<std::vector<ParagraphChange>> changes_since(std::uint64_t revision) const;

    bool operator==(const Buffer& other) const { return paragraphs_ == other.paragraphs_; }

private:
    std::vector<std::string> paragraphs_;
    std::size_t bytes_ = 0;
    std::uint64_t identity_ = 0;
    std::uint64_t revision_ = 0;
    std::vector<ParagraphChange> changes_;  // the last ones, oldest first
};

}  // namespace dajim::text
