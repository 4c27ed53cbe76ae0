// An amended resolution read otherwise than as it is now: its page gives way to one that nobody writes in, and has its place again later.
#include "app/program.h"

namespace dajim::app {

/// Asked once more, the page is as it is now again.
void Program::read(Reads what) {
    if (what == Reads::now || what == state_.reading.what) return leave_reading();
    const bool had_keyboard = state_.focus == Target::resolution || state_.focus == Target::reading;
    show_reading(what);
    state_.shown = journal::End::resolution;
    if (had_keyboard) host_.focus_text(Target::reading);
    place_dirty();
    host_.redraw();
}

/// What was at the page's upper edge stays there.
void Program::show_reading(Reads what) {
    const journal::Pair& pair = *state_.chosen_pair();
    const text::Buffer& text = pair.document(journal::End::resolution).text;
    const bool was_open = state_.reading.open();
    Editor at = editor(was_open ? Target::reading : Target::resolution);
    if (was_open) {
        at.scroll.top = state_.reading.now(at.scroll.top);
        at.selection.head = state_.reading.now(at.selection.head);
    }
    state_.reading = app::read(what, pair.seal->text, text);
    Editor& reader = editor(Target::reading);
    const text::Position head = state_.reading.shown(text.clamp(at.selection.head));
    reader.selection = {head, head, at.selection.affinity};
    reader.scroll = {state_.reading.shown(text.clamp(at.scroll.top)), at.scroll.offset};
    reader.goal_x.reset();
    reader.reveal = false;
    reader.stamp++;
    const std::size_t index = static_cast<std::size_t>(Target::reading);
    window_known_[index] = false;
    pages_[index] = pages_[static_cast<std::size_t>(Target::resolution)];
    state_.tools = {};
}

void Program::leave_reading() {
    if (!state_.reading.open()) return;
    const bool offered = state_.reading.offered;
    state_.reading = {};
    state_.reading.offered = offered;
    state_.tools = {};
    if (state_.focus == Target::reading) host_.focus_text(Target::resolution);
    host_.redraw();
}

/// After any change and choice: is there still something to read otherwise, and is it what is shown?
void Program::settle_reading() {
    const journal::Pair* pair = state_.chosen_pair();
    const text::Buffer* text = pair ? &pair->document(journal::End::resolution).text : nullptr;
    state_.reading.offered = pair && pair->seal && differs(*text, pair->seal->text);
    if (!state_.reading.offered) return leave_reading();
    const bool current = state_.reading.identity == text->identity() && state_.reading.revision == text->revision();
    if (state_.reading.open() && !current) show_reading(state_.reading.what);
}

}  // namespace dajim::app
