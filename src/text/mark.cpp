// A mark keeps to the text beside it; only where that text is replaced must it choose a side.
#include "text/mark.h"

#include <algorithm>

namespace dajim::text {

Position end_of(const Edit& edit) {
    const auto newlines = static_cast<std::size_t>(std::count(edit.text.begin(), edit.text.end(), '\n'));
    if (newlines == 0) return {edit.range.begin.paragraph, edit.range.begin.byte + edit.text.size()};
    return {edit.range.begin.paragraph + newlines, edit.text.size() - edit.text.rfind('\n') - 1};
}

Position moved(Position position, const Edit& edit, Stick stick) {
    const auto& [begin, end] = edit.range;
    const bool insertion = edit.range.empty();
    if (position < begin || (position == begin && !insertion)) return position;
    if (position < end || (position == begin && insertion)) return stick == Stick::before ? begin : end_of(edit);
    const Position new_end = end_of(edit);
    if (position.paragraph == end.paragraph) return {new_end.paragraph, new_end.byte + (position.byte - end.byte)};
    return {position.paragraph - end.paragraph + new_end.paragraph, position.byte};
}

}  // namespace dajim::text
