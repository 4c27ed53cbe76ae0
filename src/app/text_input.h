// What passes between the program and a hidden textarea: a window of text round the caret, in UTF-16, and keys.
#pragma once

#include <cstdint>
#include <string>

#include "text/units.h"

namespace dajim::app {

/// What the textarea of a target should hold. Offsets count from the window's start.
struct TextWindow {
    std::string text;  ///< UTF-8
    text::Utf16 selection_start, selection_end;
    bool backward = false;   ///< the caret is at selection_start
    bool read_only = false;
};

/// The textarea's value changed: [from, to) of the window became `inserted`, and this is its selection now.
struct WindowEdit {
    text::Utf16 from, to;
    std::string inserted;  ///< UTF-8, valid
    text::Utf16 selection_start, selection_end;  ///< in the new value
    bool composing = false;
    text::Utf16 preedit_start, preedit_end;      ///< of what is being composed, in the new value; equal when nothing is
};

enum class Key : std::uint8_t {
    other, left, right, up, down, home, end, page_up, page_down, enter, tab, escape, backspace, del, f2, f6,
    letter,  ///< see KeyPress::letter
    f3, f8,
};

/// A key that no composition wants. `letter` by its place on a US keyboard (KeyboardEvent.code), so that shortcuts work while
/// a Hangul layout is active.
struct KeyPress {
    Key key = Key::other;
    char letter = 0;  ///< 'A'-'Z', '0'-'9', or one of "[]-=,./" for Key::letter
    bool shift = false, control = false, alt = false, meta = false;
};

}  // namespace dajim::app
