// The table of everything a person can do: menus, buttons, shortcuts, the mirror and the tests read it.
#pragma once

#include <span>
#include <string>

#include "app/command_id.h"
#include "app/state.h"
#include "app/text_input.h"

namespace dajim::app {

class Program;

/// `control` is Command on a Mac and Ctrl elsewhere.
struct Shortcut {
    Key key = Key::other;
    char letter = 0;
    bool control = false, shift = false, alt = false;
    bool none() const { return key == Key::other; }
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

/// The command a key press asks for, if any.
const Command* command_for(const KeyPress& press, bool mac);

/// "Ctrl+Shift+Z" or "⇧⌘Z"; for aria-keyshortcuts the form "Control+Shift+Z".
std::string shown_shortcut(const Shortcut& shortcut, bool mac);
std::string aria_shortcut(const Shortcut& shortcut, bool mac);

}  // namespace dajim::app
