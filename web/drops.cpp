// Between Program and web/drops.js. Where the pointer is, ImGui is told, and the views find the place in the text.
#include "web/drops.h"

#include <emscripten/emscripten.h>

#include <cfloat>

#include "imgui.h"

using dajim::app::Program;

extern "C" void dj_drops_start();

namespace dajim::web {
namespace {
Program* program = nullptr;
Frames* frames = nullptr;
}  // namespace

void Drops::start(app::Program& the_program, Frames& the_frames) {
    program = &the_program;
    frames = &the_frames;
    dj_drops_start();
}

// -------------------------------------------------------------------------------------------------------- called by drops.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_drops_copies(bool copies) {
    if (program->state().carried) program->perform(app::CarryCopy{copies});
}

EMSCRIPTEN_KEEPALIVE void dj_drops_released() {
    if (program->state().carried) frames->draw_now();
}

EMSCRIPTEN_KEEPALIVE void dj_drops_over(float x, float y) {
    program->perform(app::BringIn{});
    ImGui::GetIO().AddMousePosEvent(x, y);
    frames->owe(2);
}

EMSCRIPTEN_KEEPALIVE void dj_drops_away() {
    program->perform(app::LetGo{true});
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    frames->owe();
}

EMSCRIPTEN_KEEPALIVE void dj_drops_fell(float x, float y, const char* plain, std::size_t length, const char* markdown,
                                        std::size_t markdown_length) {
    dj_drops_over(x, y);
    frames->draw_now();   // now it is known over which letter
    program->text_dropped(std::string_view(plain, length), std::string_view(markdown, markdown_length));
    frames->draw_now();   // and what is typed at once goes there
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    frames->owe();
}

}  // extern "C"

}  // namespace dajim::web
