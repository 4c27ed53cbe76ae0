// Characters, blanks and words of a text, kept up to date by the paragraphs that changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/buffer.h"

namespace dajim::text {

struct Counts {
    std::size_t letters = 0;   ///< code points that are no white space
    std::size_t blanks = 0;    ///< white space within lines; the lines' ends are not counted
    std::size_t words = 0;     ///< stretches between blanks: in Korean, eojeols
    bool operator==(const Counts&) const = default;
};

class CharacterCount {
public:
    /// O(changed paragraphs) after the first call for a buffer.
    const Counts& of(const Buffer& buffer);
    /// Of one paragraph of the buffer that was counted last.
    Counts in(std::size_t paragraph) const;

private:
    struct Line { std::uint32_t letters = 0, blanks = 0, words = 0; };
    static Line count(std::string_view paragraph);
    void add(const Line& line);
    void take(const Line& line);

    std::uint64_t identity_ = 0, revision_ = 0;
    std::vector<Line> lines_;
    Counts total_;
};

}  // namespace dajim::text
