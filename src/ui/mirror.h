// What the control layer tells of each drawn frame to those who do not see it: roles, names, values, bounds, and what was asked back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/target.h"

namespace dajim::ui {

enum class Role : std::uint8_t {
    button, textbox, heading, status, alert, group, list, list_item, tab_list, tab, tab_panel, separator, toggle, text, dialog, navigation,
};

/// Stable over frames for the same control: a hash of its name path.
using NodeId = std::uint32_t;

struct Node {
    NodeId id = 0;
    NodeId parent = 0;            ///< 0: the root
    Role role = Role::text;
    std::string name;             ///< accessible name, in the current language
    std::string value;            ///< text of a status, alert or text; description of a control (empty: none)
    float x = 0, y = 0, width = 0, height = 0;   ///< CSS pixels in the window
    bool disabled = false;
    bool selected = false;        ///< tab, list item (aria-current)
    bool pressed = false;         ///< toggle
    bool multiline = false, read_only = false, invalid = false;  ///< textbox
    bool secret = false, hidden = false;   ///< textbox: of a password, whose letters are not seen now
    bool has_popup = false, expanded = false;
    int level = 0;                ///< heading
    int now = 0, least = 0, most = 100;   ///< separator
    app::Target target = app::Target::none;   ///< textbox
    std::string shortcut;         ///< aria-keyshortcuts
    bool operator==(const Node&) const = default;
};

/// What a person did to a mirrored element.
enum class Deed : std::uint8_t { activate, increase, decrease, to_least, to_most, dismiss };
struct Request { NodeId id = 0; Deed deed = Deed::activate; };

/// Filled anew by the control layer in each drawn frame, in reading order; web/mirror carries the differences to the DOM.
struct Mirror {
    std::vector<Node> nodes;
    std::vector<Request> requests;   ///< from the DOM since the last frame; the control layer takes them
    NodeId focused = 0;              ///< the node that has DOM focus and should show it; 0: none
    bool focus_visible = false;      ///< the focus came by keyboard: draw a ring
    NodeId focus_wish = 0;           ///< the control layer asks the DOM to move focus there
};

}  // namespace dajim::ui
