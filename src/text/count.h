// Characters of a text without its blanks, kept up to date by the paragraphs that changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/buffer.h"

namespace dajim::text {

class CharacterCount {
public:
    /// Code points of `buffer` that are no white space. O(changed paragraphs) after the first call for a buffer.
    std::size_t of(const Buffer& buffer);

private:
    std::uint64_t identity_ = 0, revision_ = 0;
    std::vector<std::uint32_t> counts_;
    std::size_t total_ = 0;
};

}  // namespace dajim::text
