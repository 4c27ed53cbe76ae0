// What the words of a few lines are in Markdown (strong, code, a link), by md4c; the signs that make them so stay in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::formats {

/// A stretch of words that are more than prose.
struct MarkdownSpan {
    enum Is : std::uint8_t { strong = 1, emphasis = 2, strike = 4, code = 8, link = 16, sign = 32 };   // sign: "**", "](…)", a tag
    std::uint32_t begin = 0, end = 0;   ///< bytes of the block, at code point boundaries
    std::uint8_t is = 0;
    std::uint16_t address = 0;          ///< of a link: one more than its place in MarkdownSpans::addresses
    bool operator==(const MarkdownSpan&) const = default;
};

struct MarkdownSpans {
    std::vector<MarkdownSpan> spans;      ///< in order, none empty, none over another
    std::vector<std::string> addresses;   ///< as they were written, escapes and entities resolved; nobody checked them
};

/// `block`: lines parted by '\n' that belong together (a paragraph, a list's items). CommonMark with strikethrough and bare addresses
/// as links; what an indent alone would make code is prose here, since the block comes without the list it may stand in.
/// Never an error: any text is Markdown.
MarkdownSpans markdown_spans(std::string_view block);

}  // namespace dajim::formats
