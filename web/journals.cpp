// Between Program and web/journals.js.
#include "web/journals.h"

#include <emscripten/emscripten.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using dajim::app::JournalFile;
using dajim::app::OtherJournal;
using dajim::app::Program;

extern "C" {
char* dj_journals_here();
void dj_journals_list();
void dj_journals_make(const char* id, const char* name, const char* made, const char* file_name, const char* bytes, std::size_t length);
void dj_journals_find();
void dj_journals_let_file_go();
void dj_journals_open(const char* id);
void dj_journals_note();
}

namespace dajim::web::journals {
namespace {

Program* program = nullptr;
std::vector<OtherJournal> found;   // since the last answer

}  // namespace

void start(Program& the_program) {
    program = &the_program;
    char* const id = dj_journals_here();
    if (id && *id) program->is_journal(id);
    std::free(id);
}

void list() { dj_journals_list(); }

void make(const OtherJournal& journal, const JournalFile* file) {
    dj_journals_make(journal.id.c_str(), journal.name.c_str(), journal.made.c_str(), file ? file->name.c_str() : nullptr,
                     file ? file->bytes.data() : nullptr, file ? file->bytes.size() : 0);
}

void find() { dj_journals_find(); }
void let_file_go() { dj_journals_let_file_go(); }
void open(std::string_view id) { dj_journals_open(std::string(id).c_str()); }
void note() { dj_journals_note(); }

// ------------------------------------------------------------------------------------------------------ called by journals.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_journals_on_one(const char* id, const char* name, const char* made) { found.push_back({id, name, made}); }

EMSCRIPTEN_KEEPALIVE void dj_journals_on_listed(bool could) {
    std::vector<OtherJournal> all = std::exchange(found, {});
    program->journals_listed(could ? std::optional(std::move(all)) : std::nullopt);
}

EMSCRIPTEN_KEEPALIVE void dj_journals_on_made(bool made) { program->journal_made(made); }

/// `bytes` is null where no file waits.
EMSCRIPTEN_KEEPALIVE void dj_journals_on_found(const char* name, const char* file_name, const char* bytes, std::size_t length) {
    if (!bytes) return program->journal_found(name, nullptr);
    const JournalFile file{file_name, std::string(bytes, length)};
    program->journal_found(name, &file);
}

}  // extern "C"

}  // namespace dajim::web::journals
