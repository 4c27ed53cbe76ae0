// Fingers: taps, what they hold, the selection's handles; and the clipboard, for which fingers have no keys.
#include "app/command.h"
#include "app/editing.h"
#include "app/handles.h"
#include "app/program.h"

namespace dajim::app {

void Program::show_tools(Target target, bool menu) {
    state_.tools = {target, !editor(target).selection.empty(), menu};
    host_.redraw();
}

/// What the menu did is done; where its button had taken the keyboard, the text gets it back.
void Program::close_menu(Target target) {
    if (!state_.tools.menu) return;
    state_.tools.menu = false;
    host_.focus_text(target);
    host_.redraw();
}

/// A tap on what is selected already, or on the caret, asks for the menu; a second one on the caret puts it away. Else false: a tap
/// puts the caret, on a selection too once its menu is there.
bool Program::tapped(const Press& press) {
    const Selection& selection = editor(press.target).selection;
    const text::Range range = selection.range();
    const bool here = state_.focus == press.target && range.begin <= press.at && press.at <= range.end;
    const bool shown = state_.tools.target == press.target && state_.tools.menu;
    if (press.clicks > 1 || !here || (shown && !selection.empty())) return false;
    show_tools(press.target, !shown);
    return true;
}

/// A word is selected under the finger; where there is none, the caret is put there. The keyboard waits until the finger is lifted,
/// since iOS shows one for nothing but a tap's end.
void Program::hold(const Hold& hold) {
    const text::Buffer* buffer = text_of(state_, hold.target);
    if (!buffer) return;
    host_.end_composition();
    history_.part();
    press_clicks_ = 2;
    press_range_ = pressed_range(*buffer, buffer->clamp(hold.under), 2);
    const bool blank = buffer->text(press_range_).find_first_not_of(" \t") == std::string::npos;
    if (blank) press_range_ = {buffer->clamp(hold.at), buffer->clamp(hold.at)};
    select(hold.target, {press_range_.begin, press_range_.end, hold.affinity});
    editor(hold.target).reveal = false;   // it is under the finger
    show_tools(hold.target, false);
}

void Program::take_handle(const TakeHandle& taken) {
    if (!text_of(state_, taken.target)) return;
    host_.end_composition();
    history_.part();
    select(taken.target, taken_by(editor(taken.target).selection, taken.handle));
    editor(taken.target).reveal = false;
    show_tools(taken.target, false);
}

void Program::move_handle(const MoveHandle& moved) {
    const text::Buffer* buffer = text_of(state_, moved.target);
    if (!buffer) return;
    const Selection now = editor(moved.target).selection;
    const Selection next = handle_moved(*buffer, now, buffer->clamp(moved.to), moved.affinity);
    if (next == now) return;
    select(moved.target, next);
    editor(moved.target).reveal = false;   // the view scrolls by itself where the finger comes near an edge
    show_tools(moved.target, false);
}

void Program::finger_up(const FingerUp& up) {
    if (!text_of(state_, up.target)) return;
    host_.focus_text(up.target);
    show_tools(up.target, true);
}

// --------------------------------------------------------------------------------------------------------------- clipboard

Program::Clipping Program::clipping(Target target, bool cut) const {
    return {target, state_.pair, state_.series, cut, state_.editor(target).selection};
}

/// While the browser asked, another pair may have been chosen.
bool Program::still_there(const Clipping& clipping) const {
    return clipping.pair == state_.pair && clipping.series == state_.series && text_of(state_, clipping.target);
}

/// What is cut goes only when the clipboard has it.
void Program::copy(bool cut) {
    const Target target = state_.meant();
    copying_ = clipping(target, cut);
    close_menu(target);
    host_.write_clipboard(selected_text(target));
}

void Program::clipboard_written(bool allowed) {
    const std::optional<Clipping> was = std::exchange(copying_, std::nullopt);
    if (!was) return;
    if (!allowed) return tell(words(Str::copy_refused, {}), true);
    if (!was->cut || !still_there(*was) || editor(was->target).selection != was->selection) return;
    host_.end_composition();
    cut(was->target);
}

void Program::clipboard_read(std::string_view utf8) {
    const std::optional<Clipping> was = std::exchange(pasting_, std::nullopt);
    if (!was || !still_there(*was)) return;
    if (utf8.empty()) tell(words(Str::paste_empty, {}));
    else paste(was->target, utf8);
}

void Program::clipboard_refused() {
    if (std::exchange(pasting_, std::nullopt)) tell(words(Str::paste_refused, {}), true);
}

}  // namespace dajim::app
