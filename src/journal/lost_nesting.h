// The nesting of a list that a paste has printed flat.
#pragma once

#include <vector>

#include "journal/outline.h"
#include "text/buffer.h"

namespace dajim::journal {

/// An outline with what lies between two alike in the first of them, and without the second. Linear.
std::vector<Block> with_lost_nesting(const text::Buffer& text, std::vector<Block> blocks);

}  // namespace dajim::journal
