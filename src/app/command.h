// The table of everything a person can do: menus, buttons, shortcuts, the mirror and the tests read it.
#pragma once

#include <span>
#include <string>

#include "app/command_id.h"
#include "app/state.h"
#include "app/text_input.h"

namespace dajim::app {

class Program;

enum class Platform : std::uint8_t { any, mac, other };

/// `control` is Command on a Mac and Ctrl elsewhere.
struct Shortcut {
    Key key = Key::other;
    char letter = 0;
    bool control = false, shift = false, alt = false;
    Platform platform = Platform::any;
    bool none() const { return key == Key::other; }
    bool on(bool mac) const { return !none() && platform != (mac ? Platform::other : Platform::mac); }
};

struct Command {
    CommandId id;
    const char* name;       ///< for tests and logs, never shown
    Str title;
    Shortcut shortcut;
    Shortcut other;         ///< a second one, as Ctrl+Y
    bool (*possible)(const State&);
};

std::span<const Command> commands();
const Command& command(CommandId id);

/// The one that is shown for it; none where it has none.
const Shortcut& shortcut_of(const Command& command, bool mac);

/// The command a key press asks for, if any.
const Command* command_for(const KeyPress& press, bool mac);

/// "Ctrl+Shift+Z" or "⇧⌘Z"; for aria-keyshortcuts the form "Control+Shift+Z".
std::string shown_shortcut(const Shortcut& shortcut, bool mac);
std::string aria_shortcut(const Shortcut& shortcut, bool mac);

}  // namespace dajim::app
