// Fences around code (``` or ~~~), a line at a time.
#pragma once

#include <cstdint>
#include <string_view>

namespace dajim::text {

/// The fence that is open behind a line: its length, negative for tildes; 0 when none is.
using Fence = std::int16_t;

/// The fence open behind `line` when `before` was open before it. CommonMark 0.31, 4.5, at any indent: a list may stand around it.
Fence fence_behind(Fence before, std::string_view line);

}  // namespace dajim::text
