// Quotes of a promise that are not quite its words: what memory made of them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

struct Misquote {
    std::size_t promise = 0;   ///< index of the words that were meant
    text::Range range;         ///< what stands in their place, without the quote's signs; several lines of one quote are one
};

/// Quotes ("> …") in the text that are near to one of the promises and equal to none. Blanks, emphasis and the signs of lists make no
/// difference. `skip`: paragraphs of front matter. Work is bounded: of very many or very long quotes the last ones are not compared.
std::vector<Misquote> misquotes(std::span<const std::string_view> promises, const text::Buffer& text, std::size_t skip = 0);

}  // namespace dajim::journal
