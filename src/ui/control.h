// The control layer: everything that can be pressed, read or dragged is drawn here, and told to the mirror in the same breath.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/command.h"
#include "app/state.h"
#include "imgui.h"
#include "text/layout.h"
#include "ui/mirror.h"
#include "ui/theme.h"
#include "ui/typesetting.h"

namespace dajim::ui {

/// CSS pixels in the window.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool holds(ImVec2 at) const { return at.x >= x && at.y >= y && at.x < right() && at.y < bottom(); }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {right(), bottom()}; }
};

struct ButtonLook {
    enum class Kind : std::uint8_t { quiet, outlined, filled, row } kind = Kind::quiet;
    bool left = false;          ///< label at the left edge, else in the middle
    bool selected = false;      ///< drawn and told as chosen
    bool enabled = true;
    float inset = 10;           ///< of a left label
    Face face = Face::label;
    std::string_view shortcut = {};  ///< aria-keyshortcuts
    Role role = Role::button;
    bool pressed = false;       ///< of a toggle
    bool has_popup = false, expanded = false;
    std::string_view description = {};  ///< told beside the name
};

/// On one line, and not more than `most` bytes of it.
std::string one_line(std::string_view text, std::size_t most = std::string_view::npos);

struct ScrollRange { float offset = 0, visible = 0, whole = 0; };

/// A view that was scrolled by all of io.MouseWheel takes it. Where nobody does, at an edge, what glides comes to rest (web/window).
inline void take_wheel() { ImGui::GetIO().MouseWheel = 0; }

/// One frame: begin, controls in reading order, end.
class Controls {
public:
    Controls(Typesetting& typesetting, Mirror& mirror) : typesetting_(typesetting), mirror_(mirror) {}

    /// `look` changes with whatever changes how wide letters are.
    void begin(const app::State& state, bool mac, std::uint64_t look);
    void end();

    const Theme& theme() const { return *theme_; }
    Typesetting& typesetting() { return typesetting_; }
    ImDrawList& list() { return *ImGui::GetWindowDrawList(); }
    std::uint64_t look() const { return look_; }   ///< as begin was told
    const char* say(app::Str string) const { return app::say(string, language_); }
    app::Language language() const { return language_; }
    float time() const;

    /// What follows until close() is inside this one.
    void open(Role role, std::string_view id, std::string_view name, Rect rect);
    void close();
    /// Like open(): a dialog that lies over everything else. True when it is to go (Escape). The keyboard goes into it when it comes: to
    /// its button `first`, or to the first there is.
    bool open_dialog(std::string_view id, std::string_view name, Rect rect, std::string_view first = {});
    /// It goes without anything having been chosen: the keyboard returns to where it was.
    void give_back() { gives_back_ = true; }

    /// True once when it was pressed, by pointer, key or assistive technology. `id` need be unique only among its neighbours.
    bool button(std::string_view id, std::string_view name, std::string_view label, Rect rect, const ButtonLook& look = {});
    /// A button for a row of the command table: name, shortcut and possibility from there.
    bool command(app::CommandId id, Rect rect, ButtonLook look = {}, std::string_view label = {}, std::string_view subject = {});
    /// An item of a list with a shape of its own: its caller draws it and hears the pointer. `rect` is where it is told to be.
    struct Item { bool pressed = false; bool focused = false, ring = false; };   // pressed as of button(); its focus is shown by `ring`
    Item item(std::string_view id, std::string_view name, Rect rect, bool selected);
    /// A handle between two things, dragged or moved by arrow keys: the wanted share when it moved, else a negative number.
    /// `heard`: nothing else lies in `rect` under the pointer.
    float divider(std::string_view id, std::string_view name, Rect rect, Rect track, float share, bool heard = true);
    static std::string textbox_id(app::Target target) { return "textbox" + std::to_string(static_cast<int>(target)); }
    /// Tells a textbox that somebody else draws.
    void textbox(app::Target target, std::string_view name, Rect rect, bool multiline, bool read_only, bool invalid,
                 std::string_view description = {});
    void heading(int level, std::string_view text, Rect rect, Face face, ImU32 color);
    void status(std::string_view id, Role role, std::string_view text, Rect rect, ImU32 color);
    /// The node of a control when it has the keyboard, else 0.
    NodeId focused(std::string_view id) const { return mirror_.focused == id_of(id) ? mirror_.focused : 0; }
    /// Read, but not drawn by the control layer.
    void told(Role role, std::string_view id, std::string_view name, Rect rect);

    // --- plain drawing
    float width(std::string_view text, Face face);
    /// One line from `x`, vertically in the middle of the box; cut with "…" at `most` CSS pixels. Returns its width.
    float label(std::string_view text, float x, float middle, Face face, ImU32 color, float most = 1e9f);
    /// Wrapped; returns the height.
    float paragraph(std::string_view text, Rect box, Face face, ImU32 color, float leading, bool centred = false, bool draw = true);

    /// Nothing hears the pointer until unblock(): for what lies above all the rest and is drawn last.
    void block() { blocked_ = true; }
    void unblock() { blocked_ = false; }
    /// What lies under `rect` does not hear the pointer until uncover(): for what floats above it but is drawn later. Covers are laid
    /// from the lowest up, and come off in that order.
    void cover(Rect rect) { covers_.push_back(rect); }
    /// … beneath those that are laid already.
    void cover_lowest(Rect rect) { covers_.insert(covers_.begin(), rect); }
    void uncover() { covers_.erase(covers_.begin()); }
    bool pointer_over(Rect rect) const;
    /// What of `rect` is not clipped away; empty: nothing.
    Rect seen_of(Rect rect);
    bool in_sight(Rect rect) { const Rect seen = seen_of(rect); return seen.width > 0 && seen.height > 0; }
    bool blocked() const { return blocked_; }
    /// What was told so far in this frame, and what of it has the keyboard; 0: nothing.
    const std::vector<Node>& nodes() const { return mirror_.nodes; }
    NodeId focused() const { return mirror_.focused; }

private:
    /// A label as it is set: the same ones are drawn in each frame.
    struct Line { std::string text; std::vector<text::Run> runs; float width = 0; };
    const Line& line(std::string_view text, Face face);

    NodeId id_of(std::string_view id) const;
    Node& tell(Role role, std::string_view id, std::string_view name, Rect rect);
    bool asked(NodeId id, Deed deed);
    /// Something else lies over `rect` where the pointer is. ImGui must not hear of it then: of two at one place it takes the first.
    bool hidden(Rect rect) const;
    void focus_ring(NodeId id, Rect rect, float rounding);

    Typesetting& typesetting_;
    Mirror& mirror_;
    const Theme* theme_ = nullptr;
    const app::State* state_ = nullptr;
    app::Language language_ = app::Language::en;
    bool mac_ = false;
    std::vector<NodeId> parents_;
    bool blocked_ = false;
    std::vector<Rect> covers_;
    NodeId dragged_ = 0;
    NodeId dialog_ = 0, last_dialog_ = 0;   // open in this frame, and in the one before
    bool dialog_begins_ = false;            // its first control gets the keyboard …
    std::string dialog_first_;              // … or this one
    NodeId before_dialog_ = 0;              // had it
    bool gives_back_ = false;               // and gets it back
    std::uint64_t look_ = 0;
    std::unordered_map<std::string, Line> lines_;   // by face and text
};

}  // namespace dajim::ui
