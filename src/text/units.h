// Places in a document. Bytes are offsets in a paragraph's UTF-8; UTF-16 exists only at the JavaScript border.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace dajim::text {

/// A count or offset of UTF-16 code units, as a browser counts; never mixed with bytes.
struct Utf16 {
    std::size_t value = 0;
    auto operator<=>(const Utf16&) const = default;
};

/// A place between two clusters of a document.
struct Position {
    std::size_t paragraph = 0;  ///< index of the paragraph (a line of the file)
    std::size_t byte = 0;       ///< offset in its UTF-8, at a grapheme boundary (at least at a code point's)
    auto operator<=>(const Position&) const = default;
};

/// Which of two rows a caret belongs to where a soft wrap divides them.
enum class Affinity : std::uint8_t {
    downstream,  ///< start of the next row
    upstream,    ///< end of the row before
};

/// begin <= end.
struct Range {
    Position begin;
    Position end;
    bool empty() const { return begin == end; }
    bool holds(const Range& other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
    bool operator==(const Range&) const = default;
};

/// Paragraphs [begin, end).
struct Paragraphs {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const Paragraphs&) const = default;
};

/// Replace what stands in `range` by `text` (valid UTF-8, '\n' parts paragraphs).
struct Edit {
    Range range;
    std::string text;
    bool operator==(const Edit&) const = default;
};

}  // namespace dajim::text
