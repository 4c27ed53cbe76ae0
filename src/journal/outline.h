// A post as its lines are meant: headings, items of lists and what lies in them, prose; code, markup and a blog's footer left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// One line with words in it. Blocks never span paragraphs.
struct Block {
    enum class Kind : std::uint8_t { heading, item, prose } kind = Kind::prose;
    text::Range words;                    ///< without marks, blanks at the ends and emphasis round all of it
    std::uint8_t level = 0;               ///< of a heading: 0 the front matter's title, 1 to 6 by its marks, `bold_heading`, `plain_heading`
    std::optional<std::size_t> heading;   ///< index of the heading it stands under; of a heading: the one above it
    std::optional<std::size_t> parent;    ///< index of the item in which an item lies, or which a line of prose goes on with
    std::size_t children = 0;             ///< of an item: items that lie directly in it
    bool task = false;                    ///< an item with a box
    bool quoted = false;                  ///< behind '>'
};
inline constexpr std::uint8_t bold_heading = 7;    ///< a line that is bold from end to end
inline constexpr std::uint8_t plain_heading = 8;   ///< a short line that only its place and its words make a heading

/// The blocks of a text in its order; linear in its length. `skip`: paragraphs of front matter, of which only the title is read.
/// Nesting goes by indent (one column is enough), by a number above bullets, and, where a paste has lost the indents and printed a
/// parent again behind its children, by that.
std::vector<Block> outline(const text::Buffer& text, std::size_t skip = 0);

/// The words of a block.
std::string_view words_of(const text::Buffer& text, const Block& block);

}  // namespace dajim::journal
