// The handles' rules, see handles.h.
#include "app/handles.h"

#include "app/editing.h"

namespace dajim::app {

Selection taken_by(const Selection& selection, Handle handle) {
    const text::Range range = selection.range();
    if (handle == Handle::begin) return {range.end, range.begin, text::Affinity::downstream};
    return {range.begin, range.end, selection.affinity};
}

Selection handle_moved(const text::Buffer& buffer, const Selection& selection, text::Position to, text::Affinity affinity) {
    if (to != selection.anchor) return {selection.anchor, to, affinity};
    const bool before = selection.head < selection.anchor;
    text::Position head = before ? cluster_left(buffer, to) : cluster_right(buffer, to);
    if (head == to) head = before ? cluster_right(buffer, to) : cluster_left(buffer, to);   // at an end of the text
    return {selection.anchor, head, text::Affinity::downstream};
}

}  // namespace dajim::app
