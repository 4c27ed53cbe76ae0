// Between Program and web/files.js.
#include "web/files.h"

#include <emscripten/emscripten.h>

#include "formats/encrypted.h"

using dajim::app::Program;
using dajim::app::Target;

extern "C" {
void dj_files_start(std::size_t most);
void dj_files_pick();
void dj_files_save(const char* name, std::size_t name_length, const char* mime, std::size_t mime_length, const char* bytes,
                   std::size_t length);
}

namespace dajim::web {
namespace {
Program* program = nullptr;
}

void Files::start(app::Program& the_program) {
    program = &the_program;
    dj_files_start(formats::max_encrypted_bytes);
}

void Files::pick() { dj_files_pick(); }

void Files::save(std::string_view name, std::string_view mime, std::string_view bytes) {
    dj_files_save(name.data(), name.size(), mime.data(), mime.size(), bytes.data(), bytes.size());
}

// -------------------------------------------------------------------------------------------------------- called by files.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_file_arrived(const char* name, std::size_t name_length, const char* bytes, std::size_t length, int page) {
    program->file_arrived(std::string_view(name, name_length), std::string_view(bytes, length), Target(page));
}

EMSCRIPTEN_KEEPALIVE void dj_file_refused(const char* name, std::size_t length, bool too_large) {
    program->file_refused(std::string_view(name, length), too_large);
}

}  // extern "C"

}  // namespace dajim::web
