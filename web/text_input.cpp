// Between Program and web/text_input.js.
#include "web/text_input.h"

#include <emscripten/emscripten.h>

#include <array>
#include <cstdint>
#include <string_view>

using dajim::app::Key;
using dajim::app::Program;
using dajim::app::Target;
using dajim::app::TextWindow;
using dajim::app::WindowEdit;
using dajim::text::Utf16;

extern "C" {
void dj_text_start();
void dj_text_place(int target, float x, float y, float height, float size);
int dj_text_ready(int target);
void dj_text_show(int target, const char* bytes, std::size_t length, std::size_t from, std::size_t to, bool backward);
void dj_text_focus(int target);
bool dj_text_waits();
void dj_text_shut();
void dj_text_end();
void dj_text_take(const char* bytes, std::size_t length);
float dj_text_visible_height();
}

namespace dajim::web {
namespace {

// What text_input.js counts on.
static_assert(int(Key::left) == 1 && int(Key::right) == 2 && int(Key::up) == 3 && int(Key::down) == 4 && int(Key::home) == 5 &&
              int(Key::end) == 6 && int(Key::page_up) == 7 && int(Key::page_down) == 8 && int(Key::enter) == 9 && int(Key::tab) == 10 &&
              int(Key::escape) == 11 && int(Key::backspace) == 12 && int(Key::del) == 13 && int(Key::f2) == 14 && int(Key::f6) == 15 &&
              int(Key::letter) == 16 && int(Key::f3) == 17 && int(Key::f8) == 18);

constexpr std::uint64_t never = ~std::uint64_t{0};

Program* program = nullptr;
Frames* frames = nullptr;
std::array<std::uint64_t, app::target_count> shown{};   // the stamp each textarea has seen

/// Puts what the model has into the textarea, unless it composes: then the end of that asks again.
void settle(Target target) {
    if (!dj_text_ready(int(target))) return;
    shown[std::size_t(target)] = program->text_stamp(target);
    const TextWindow window = program->text_window(target, false);
    dj_text_show(int(target), window.text.data(), window.text.size(), window.selection_start.value,
                 window.selection_end.value, window.backward);
}

void settle_if_moved(Target target) {
    if (shown[std::size_t(target)] != program->text_stamp(target)) settle(target);
}

}  // namespace

void TextInput::start(app::Program& the_program, Frames& the_frames) {
    program = &the_program;
    frames = &the_frames;
    shown.fill(never);
    dj_text_start();
}

void TextInput::place(app::Target target, float x, float y, float height, float size) {
    if (target != Target::none) dj_text_place(int(target), x, y, height, size);
}

void TextInput::update() {
    for (const Target target : app::all_targets) settle_if_moved(target);
}

void TextInput::focus(app::Target target) { dj_text_focus(int(target)); }

void TextInput::shut() { dj_text_shut(); }
void TextInput::end_composition() { dj_text_end(); }

float TextInput::visible_height() { return dj_text_visible_height(); }

// --------------------------------------------------------------------------------- called by text_input.js, inside DOM events

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_text_edited(int target, std::size_t from, std::size_t to, const char* bytes, std::size_t length,
                                         std::size_t start, std::size_t end, int composing, std::size_t preedit_start,
                                         std::size_t preedit_end) {
    WindowEdit edit{Utf16{from}, Utf16{to}, std::string(bytes, length), Utf16{start}, Utf16{end}, composing != 0, {}, {}};
    if (composing) {
        edit.preedit_start = Utf16{preedit_start};
        edit.preedit_end = Utf16{preedit_end};
    }
    program->window_edited(Target(target), edit);
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_text_composed(int target) {
    program->composition_ended(Target(target));
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE bool dj_text_key(int target, int key, int letter, int modifiers) {
    const app::KeyPress press{Key(key),          char(letter),        (modifiers & 1) != 0, (modifiers & 2) != 0,
                              (modifiers & 4) != 0, (modifiers & 8) != 0};
    const bool took = program->key_pressed(Target(target), press);
    if (target >= 0) settle_if_moved(Target(target));
    frames->owe();
    if (dj_text_waits()) frames->draw_now();   // the next letter must find the field that this key opened
    return took;
}

EMSCRIPTEN_KEEPALIVE void dj_text_selected(int target) {
    const std::string text = program->selected_text(Target(target));
    dj_text_take(text.data(), text.size());
}

EMSCRIPTEN_KEEPALIVE void dj_text_cut(int target) {
    program->cut(Target(target));
    settle_if_moved(Target(target));
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_text_paste(int target, const char* bytes, std::size_t length, const char* markdown,
                                        std::size_t markdown_length) {
    program->paste(Target(target), std::string_view(bytes, length), std::string_view(markdown, markdown_length));
    settle_if_moved(Target(target));
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_text_focused(int target) {
    program->focused(Target(target));
    if (target >= 0) settle(Target(target));
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_text_settle(int target) {
    if (!program->text_window_serves(Target(target))) settle(Target(target));
    else settle_if_moved(Target(target));
}

EMSCRIPTEN_KEEPALIVE void dj_text_undo(int target, int redo) {
    program->perform(app::Run{redo ? app::CommandId::redo : app::CommandId::undo});
    settle_if_moved(Target(target));
    frames->owe();
}

/// Before a key or a word acts on the textarea.
EMSCRIPTEN_KEEPALIVE void dj_text_freshen(int target) { settle_if_moved(Target(target)); }

/// The pointer went down in a text and the canvas has heard of it. The next animation frame would be too late: what is typed or
/// composed at once must land where the click put the caret.
EMSCRIPTEN_KEEPALIVE void dj_text_pressed() { frames->draw_now(); }

EMSCRIPTEN_KEEPALIVE void dj_text_viewport() { frames->owe(); }

}  // extern "C"

}  // namespace dajim::web
