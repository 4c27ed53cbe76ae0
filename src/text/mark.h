// Positions that move with edits.
#pragma once

#include "text/units.h"

namespace dajim::text {

/// What a mark does when text is inserted exactly at it.
enum class Stick { before, after };  ///< stay before the new text, or go behind it

/// Where `position` is after `edit`. A position inside the replaced range goes to the start (Stick::before) or the end
/// (Stick::after) of the replacement.
Position moved(Position position, const Edit& edit, Stick stick);

/// The end of `edit`'s replacement in the text after it.
Position end_of(const Edit& edit);

}  // namespace dajim::text
