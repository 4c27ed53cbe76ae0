// Grapheme clusters. The library reads a text from its start; a paragraph may be a megabyte. So boundaries that two
// neighbouring code points settle by themselves are found first, and the library is asked about what lies between two
// such.
#include "text/clusters.h"

#include <graphemebreak.h>

#include <algorithm>

#include "text/breaks.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr char32_t kJoiner = 0x200D;

/// Code points that never join one of their own sort: what nearly all text consists of.
bool is_plain(char32_t c) {
    if (c < 0x7F) return c >= 0x20 || c == '\t';
    if (c < 0x530) {
        return between(c, 0xC0, 0x2FF) || between(c, 0x370, 0x482) || between(c, 0x48A, 0x52F);
    }
    return between(c, 0xAC00, 0xD7A3) || between(c, 0x4E00, 0x9FFF) || between(c, 0x3400, 0x4DBF)
           || between(c, 0x3000, 0x3029) || between(c, 0x3041, 0x3096) || between(c, 0x309B, 0x30FF)
           || between(c, 0x3131, 0x318E) || between(c, 0x2010, 0x2027) || between(c, 0xFF01, 0xFF9D);
}

void library_breaks(std::string_view text, char* breaks) {
    set_graphemebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), nullptr, breaks);
}

/// True when `mark` (one code point) joins whatever stands before it.
bool joins_back(std::string_view mark) {
    std::string pair = "x";
    pair += mark;
    char breaks[8];
    library_breaks(pair, breaks);
    return breaks[0] == GRAPHEMEBREAK_NOBREAK;
}

/// True when there is a boundary at `byte` (between two code points) whatever stands further off. Text further to the
/// left matters to three rules only: emoji joined by U+200D (GB11), pairs of regional indicators (GB12) and
/// Indic conjuncts (GB9c).
bool is_certain(std::string_view paragraph, std::size_t byte) {
    const std::size_t left_begin = floor_code_point(paragraph, byte - 1);
    std::size_t left_length = 0, right_length = 0;
    const char32_t left = decode(paragraph, left_begin, left_length);
    const char32_t right = decode(paragraph, byte, right_length);
    if (is_plain(left) && is_plain(right)) return true;
    if (left == kJoiner) return false;
    if (is_regional_indicator(left) && is_regional_indicator(right)) return false;
    char breaks[8];
    library_breaks(paragraph.substr(left_begin, left_length + right_length), breaks);
    if (breaks[left_length - 1] != GRAPHEMEBREAK_BREAK) return false;
    const bool may_be_indic = between(right, 0x900, 0x1FFF) || between(right, 0xA800, 0xABFF)
                              || between(right, 0x11000, 0x11FFF);
    return !may_be_indic || !joins_back(paragraph.substr(left_begin, left_length));
}

std::size_t next_code_point(std::string_view paragraph, std::size_t byte) {
    std::size_t length = 0;
    decode(paragraph, byte, length);
    return byte + length;
}

std::size_t previous_code_point(std::string_view paragraph, std::size_t byte) {
    return floor_code_point(paragraph, byte - 1);
}

/// The certain boundaries around a code point's start: the last at or before it, the first after it.
std::size_t certain_at_or_before(std::string_view paragraph, std::size_t byte) {
    while (byte > 0 && !is_certain(paragraph, byte)) byte = previous_code_point(paragraph, byte);
    return byte;
}

std::size_t certain_after(std::string_view paragraph, std::size_t byte) {
    do byte = next_code_point(paragraph, byte);
    while (byte < paragraph.size() && !is_certain(paragraph, byte));
    return byte;
}

/// The boundary at or before `byte`, which starts a code point.
std::size_t boundary_at_or_before(std::string_view paragraph, std::size_t byte) {
    if (byte == 0 || byte >= paragraph.size()) return byte;
    const std::size_t begin = certain_at_or_before(paragraph, byte);
    if (begin == byte) return byte;
    const std::size_t end = next_code_point(paragraph, byte);
    std::string breaks(end - begin, '\0');
    library_breaks(paragraph.substr(begin, end - begin), breaks.data());
    while (byte > begin && breaks[byte - begin - 1] != GRAPHEMEBREAK_BREAK) --byte;
    return byte;
}

}  // namespace

std::string_view ClusterWalk::next() {
    const std::size_t begin = at_;
    if (done()) return {};
    if (begin >= stretch_end_) {
        at_ = next_code_point(paragraph_, begin);
        if (at_ >= paragraph_.size() || is_certain(paragraph_, at_)) return paragraph_.substr(begin, at_ - begin);
        stretch_begin_ = certain_at_or_before(paragraph_, begin);
        stretch_end_ = certain_after(paragraph_, begin);
        breaks_.resize(stretch_end_ - stretch_begin_);
        library_breaks(paragraph_.substr(stretch_begin_, breaks_.size()), breaks_.data());
    }
    at_ = begin + 1;
    while (at_ < stretch_end_ && breaks_[at_ - 1 - stretch_begin_] != GRAPHEMEBREAK_BREAK) ++at_;
    return paragraph_.substr(begin, at_ - begin);
}

std::size_t next_cluster(std::string_view paragraph, std::size_t byte) {
    if (byte >= paragraph.size()) return paragraph.size();
    ClusterWalk walk(paragraph, floor_code_point(paragraph, byte));
    walk.next();
    return walk.at();
}

std::size_t previous_cluster(std::string_view paragraph, std::size_t byte) {
    if (byte == 0 || paragraph.empty()) return 0;
    return boundary_at_or_before(paragraph, floor_code_point(paragraph, std::min(byte, paragraph.size()) - 1));
}

std::size_t floor_cluster(std::string_view paragraph, std::size_t byte) {
    return boundary_at_or_before(paragraph, floor_code_point(paragraph, byte));
}

}  // namespace dajim::text
