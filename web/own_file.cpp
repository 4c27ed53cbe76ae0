// Between Program and web/own_file.js.
#include "web/own_file.h"

#include <emscripten/emscripten.h>

using dajim::app::OwnFile;
using dajim::app::Program;

extern "C" {
int dj_own_file_possible();
void dj_own_file_find(bool whole);
void dj_own_file_bind(const char* name, std::size_t length);
void dj_own_file_bind_folder();
void dj_own_file_permit();
void dj_own_file_read();
void dj_own_file_taken();
void dj_own_file_write(double sequence, const char* bytes, std::size_t length);
void dj_own_file_recall();
void dj_own_file_release();
}

namespace dajim::web::own_file {
namespace {
Program* program = nullptr;
}

void start(Program& the_program) {
    program = &the_program;
    if (dj_own_file_possible() != 0) program->own_file_possible();
}

void find(bool whole) { dj_own_file_find(whole); }
void bind(std::string_view name) { dj_own_file_bind(name.data(), name.size()); }
void bind_folder() { dj_own_file_bind_folder(); }
void permit() { dj_own_file_permit(); }
void read() { dj_own_file_read(); }
void taken() { dj_own_file_taken(); }
void write(std::uint64_t sequence, std::string_view bytes) { dj_own_file_write(static_cast<double>(sequence), bytes.data(), bytes.size()); }
void recall() { dj_own_file_recall(); }
void release() { dj_own_file_release(); }

// ----------------------------------------------------------------------------------------------------- called by own_file.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_own_file_is(int is, const char* name, std::size_t length, bool folder, double sequence) {
    program->own_file_is(static_cast<OwnFile::Is>(is), std::string_view(name, length), folder, static_cast<std::uint64_t>(sequence));
}

EMSCRIPTEN_KEEPALIVE void dj_own_file_left(const char* bytes, std::size_t length) { program->own_file_left(std::string_view(bytes, length)); }

EMSCRIPTEN_KEEPALIVE void dj_own_file_arrived(const char* name, std::size_t name_length, const char* bytes, std::size_t length) {
    program->own_file_read(std::string_view(name, name_length), std::string_view(bytes, length));
}

EMSCRIPTEN_KEEPALIVE void dj_own_folder_holds(const char* name, std::size_t name_length, const char* bytes, std::size_t length) {
    program->own_folder_holds(std::string_view(name, name_length), std::string_view(bytes, length));
}

EMSCRIPTEN_KEEPALIVE bool dj_own_folder_read() { return program->own_folder_read(); }

EMSCRIPTEN_KEEPALIVE void dj_own_file_written(double sequence) { program->own_file_written(static_cast<std::uint64_t>(sequence)); }

}  // extern "C"

}  // namespace dajim::web::own_file
