// The two handles of a selection: what moving one of them does. Pure.
#pragma once

#include "app/state.h"
#include "text/buffer.h"

namespace dajim::app {

enum class Handle : std::uint8_t { begin, end };

/// Taken by a handle: that end is the head from now on, the other one the anchor.
Selection taken_by(const Selection& selection, Handle handle);

/// The taken handle is at `to`. Moved over the other one they change places, and between them there is always one cluster at
/// least, on the side where the moving one was: what a finger has selected does not come undone in its hand.
Selection handle_moved(const text::Buffer& buffer, const Selection& selection, text::Position to, text::Affinity affinity);

}  // namespace dajim::app
