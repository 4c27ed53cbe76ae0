// The window of a text that a hidden textarea holds: about 64 characters either side of the selection, a long selection folded.
#pragma once

#include "app/state.h"
#include "app/text_input.h"
#include "text/buffer.h"
#include "text/units.h"

namespace dajim::app {

/// Where a textarea's value lies in the document. A selection too long to be mirrored is folded: the value holds
/// [begin, fold.begin) and then [fold.end, end), and an edit that touches the fold's place takes all of it away.
struct WindowMap {
    text::Position begin, end;
    text::Range fold;   ///< empty: nothing is folded
};

/// A new window round the selection.
WindowMap window_around(const text::Buffer& buffer, const Selection& selection);

/// True while `map` can go on serving the selection: it is inside, with some room on both sides.
bool has_room(const text::Buffer& buffer, const WindowMap& map, const Selection& selection);

/// What the textarea should hold.
TextWindow show(const text::Buffer& buffer, const WindowMap& map, const Selection& selection);

/// The document's position of an offset in the window; offsets past the end give the end.
text::Position position_at(const text::Buffer& buffer, const WindowMap& map, text::Utf16 offset);

/// The map after an edit of the document.
WindowMap moved(const WindowMap& map, const text::Edit& edit);

}  // namespace dajim::app
