// Between Program and web/clipboard.js.
#include "web/clipboard.h"

#include <emscripten/emscripten.h>

extern "C" {
void dj_clipboard_write(const char* bytes, std::size_t length);
void dj_clipboard_read();
}

namespace dajim::web::clipboard {
namespace {
app::Program* program = nullptr;
}

void start(app::Program& the_program) { program = &the_program; }
void write(std::string_view text) { dj_clipboard_write(text.data(), text.size()); }
void read() { dj_clipboard_read(); }

// ---------------------------------------------------------------------------------------------------- called by clipboard.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_clipboard_written(int allowed) { program->clipboard_written(allowed != 0); }
EMSCRIPTEN_KEEPALIVE void dj_clipboard_got(const char* bytes, std::size_t length) { program->clipboard_read({bytes, length}); }
EMSCRIPTEN_KEEPALIVE void dj_clipboard_refused() { program->clipboard_refused(); }

}  // extern "C"

}  // namespace dajim::web::clipboard
