// Which lines of a text are code between fences (``` or ~~~), kept up with its edits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/buffer.h"

namespace dajim::app {

/// The fence that is open behind a line: its length, negative for tildes; 0 when none is.
using Fence = std::int16_t;

/// The fence open behind `line` when `before` was open before it. CommonMark 0.31, 4.5, at any indent: a list may stand around it.
Fence fence_behind(Fence before, std::string_view line);

class CodeBlocks {
public:
    enum class Line : std::uint8_t { prose, fence, code };

    /// Follows the buffer; returns the paragraphs whose answer may have changed. O(changed paragraphs), unless a fence came or went.
    text::Paragraphs settle(const text::Buffer& buffer);
    Line at(std::size_t paragraph) const;
    /// Is there any?
    bool any() const { return open_ > 0; }

private:
    std::uint64_t identity_ = 0, revision_ = 0;
    std::vector<Fence> behind_;   // each line
    std::size_t open_ = 0;        // lines behind which a fence is open
};

}  // namespace dajim::app
