// A page read otherwise than as it is now: it gives way to one that nobody writes in, and has its place again later.
#include <utility>

#include "app/program.h"

namespace dajim::app {

/// What is there to be read is another reading of what is open, or else of what was sealed. Asked once more, the page is as it is now again.
void Program::read(Reads what) {
    if (what == Reads::now || what == state_.reading.what) return leave_reading();
    if (state_.reading.open()) {
        show_reading(what);
        if (is_reading(state_.focus)) host_.focus_text(Target::reading);
        return;
    }
    const journal::Pair* pair = state_.chosen_pair();
    if (pair && pair->seal) read_other(journal::End::resolution, pair->seal->text, Source::seal, {}, what);
}

void Program::read_sealed() {
    if (state_.reading.open() && state_.reading.source != Source::seal) leave_reading();
    read(Reads::other);
}

void Program::read_other(journal::End end, std::string other, Source source, std::string name, Reads what) {
    if (!state_.chosen_pair() || what == Reads::now) return;
    const bool had_keyboard = state_.focus == page(end) || is_reading(state_.focus);
    leave_reading();
    other_ = std::move(other);
    state_.reading.end = end;
    state_.reading.source = source;
    state_.reading.name = std::move(name);
    state_.shown = end;
    show_reading(what);
    if (had_keyboard || source != Source::seal) host_.focus_text(Target::reading);
    place_dirty();
}

/// What was at the page's upper edge stays there.
void Program::show_reading(Reads what) {
    const journal::End end = state_.reading.end;
    const text::Buffer& text = state_.chosen_pair()->document(end).text;
    const bool was_open = state_.reading.open();
    Editor at = editor(was_open ? Target::reading : page(end));
    if (was_open) {
        at.scroll.top = state_.reading.now(at.scroll.top);
        at.selection.head = state_.reading.now(at.selection.head);
    }
    Reading reading = app::read(what, other_, text);
    reading.offered = state_.reading.offered;
    reading.end = end;
    reading.source = state_.reading.source;
    reading.name = std::move(state_.reading.name);
    state_.reading = std::move(reading);
    Editor& reader = editor(Target::reading);
    const text::Position head = state_.reading.shown(text.clamp(at.selection.head));
    reader.selection = {head, head, at.selection.affinity};
    reader.scroll = {state_.reading.shown(text.clamp(at.scroll.top)), at.scroll.offset};
    reader.goal_x.reset();
    reader.reveal = false;
    reader.stamp++;
    const std::size_t index = static_cast<std::size_t>(Target::reading);
    window_known_[index] = false;
    pages_[index] = pages_[static_cast<std::size_t>(page(end))];
    state_.tools = {};
    host_.redraw();
}

void Program::leave_reading() {
    if (!state_.reading.open()) return;
    const bool offered = state_.reading.offered;
    const Target back = page(state_.reading.end);
    state_.reading = {};
    state_.reading.offered = offered;
    other_.clear();
    state_.tools = {};
    if (is_reading(state_.focus)) host_.focus_text(back);
    host_.redraw();
}

/// After any change and choice: is there still something to read otherwise, and is it what is shown?
void Program::settle_reading() {
    const journal::Pair* pair = state_.chosen_pair();
    Reading& reading = state_.reading;
    reading.offered = pair && pair->seal && differs(pair->document(journal::End::resolution).text, pair->seal->text);
    if (!reading.open()) return;
    if (!pair || (reading.source == Source::seal && !reading.offered)) return leave_reading();
    const journal::Document& document = pair->document(reading.end);
    if (reading.source == Source::beside && (document.others.empty() || document.others.back() != other_)) return leave_reading();
    const text::Buffer& text = document.text;
    if (reading.identity != text.identity() || reading.revision != text.revision()) show_reading(reading.what);
}

}  // namespace dajim::app
