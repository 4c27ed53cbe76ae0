// A text without its blanks, for looking up Korean words that everybody spaces differently: "못 했다", "못했다".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::journal {

/// The folded signs of a text (text/fold.h) but for blanks, emphasis, and what is not said by the writer here: links, quoted words,
/// code, struck words. In their place stands one `gap`.
struct Tight {
    static constexpr char32_t gap = 0xFFFC;
    std::vector<char32_t> signs;
    std::vector<std::uint32_t> begins;   ///< byte of each sign in the text
    std::vector<bool> fresh;             ///< a word begins here
    std::size_t struck = 0;              ///< signs that were struck

    std::size_t size() const { return signs.size(); }
    char32_t at(std::size_t index) const { return index < signs.size() ? signs[index] : 0; }
    /// True when no word goes on at `index`.
    bool word_ends(std::size_t index) const { return index >= signs.size() || fresh[index]; }
    /// Where `word` stands from `index` on, are the signs its?
    bool has(std::size_t index, std::u32string_view word) const;
};

Tight tighten(std::string_view text);

}  // namespace dajim::journal
