// Sentences of a resolution that speak to the one who will read it at the end: "6개월 후의 내 모습이 궁금하다", "Dear future me".
#pragma once

#include <cstddef>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// In the order of the text; rather too few than too many: what is only done for one's future self ("미래의 나를 위해 저축한다") is none. A
/// heading or a line that only greets brings the words under it along. `skip`: paragraphs of front matter. Linear in the text's length.
std::vector<text::Range> echo_sentences(const text::Buffer& resolution, std::size_t skip = 0);

}  // namespace dajim::journal
