// Which lines of a text are code between fences (``` or ~~~), kept up with its edits.
#pragma once

#include <cstdint>
#include <vector>

#include "text/buffer.h"
#include "text/fences.h"

namespace dajim::app {

using text::Fence;
using text::fence_behind;

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
