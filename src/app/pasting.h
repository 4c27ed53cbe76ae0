// What a paste puts into a page: Markdown where it has some and where Markdown is written, parted from the words around it. Pure.
#pragma once

#include <string_view>

#include "text/buffer.h"

namespace dajim::app {

/// `range` of the page replaced by `markdown`, or by `plain` where there is none, and in code and front matter, which take words as they
/// are. A heading, list or quote that comes into the middle of a line gets lines of its own. Both must be clean (valid UTF-8, '\n').
text::Edit pasted(const text::Buffer& page, text::Range range, std::string_view plain, std::string_view markdown);

}  // namespace dajim::app
