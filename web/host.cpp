// What the program asks of the browser, see host.h.
#include "web/host.h"

#include <emscripten/emscripten.h>

#include <array>
#include <cstdlib>

#include "web/clipboard.h"
#include "web/journals.h"
#include "web/own_file.h"
#include "web/secrets.h"
#include "web/versions.h"

extern "C" {
void dj_host_warn(bool unsaved);
void dj_host_take_update();
void dj_host_reload();
void dj_host_open(const char* address);
void dj_host_look();
int dj_host_looks();
void dj_host_now_utc(char* out);
void dj_host_now_here(char* out);
int dj_host_today();
void dj_host_random(unsigned char* out, std::size_t count);
int dj_host_is_mac();
char* dj_host_language();
char* dj_host_language_wish();
int dj_host_watch_colours();
int dj_host_kept_before();
void dj_host_note_kept();
}

namespace dajim::web {
namespace {

app::Program* watcher = nullptr;

std::string taken(char* from_js) {
    std::string out = from_js ? from_js : "";
    std::free(from_js);
    return out;
}

}  // namespace

double Browser::now_ms() { return emscripten_get_now(); }

std::string Browser::now_utc() {
    std::array<char, 21> out{};
    dj_host_now_utc(out.data());
    return out.data();
}

std::string Browser::now_here() {
    std::array<char, 17> out{};
    dj_host_now_here(out.data());
    return out.data();
}

journal::Date Browser::today() {
    const int day = dj_host_today();
    return {day / 10000, day / 100 % 100, day % 100};
}

std::string Browser::fresh_id() {
    // 80 bits: two machines that merge one day will not have met on the same name.
    std::array<unsigned char, 16> chance{};
    dj_host_random(chance.data(), chance.size());
    std::string id;
    for (const unsigned char byte : chance) id += "abcdefghijklmnopqrstuvwxyz234567"[byte & 31];
    return id;
}

bool Browser::is_mac() {
    static const bool mac = dj_host_is_mac() != 0;
    return mac;
}

void Browser::wake_in(double ms) { frames_.wake_in(ms); }
void Browser::redraw() { frames_.owe(); }

void Browser::warn_on_leaving(bool unsaved) { dj_host_warn(unsaved); }

void Browser::pick_file() { files_.pick(); }
void Browser::save_file(std::string_view name, std::string_view mime, std::string_view bytes) { files_.save(name, mime, bytes); }

void Browser::find_own_file(bool whole) { own_file::find(whole); }
void Browser::bind_file(std::string_view name) { own_file::bind(name); }
void Browser::bind_folder() { own_file::bind_folder(); }
void Browser::permit_own_file() { own_file::permit(); }
void Browser::read_own_file() { own_file::read(); }
void Browser::own_file_taken() { own_file::taken(); }
void Browser::write_own_file(std::uint64_t sequence, std::string_view bytes) { own_file::write(sequence, bytes); }
void Browser::recall_own_file() { own_file::recall(); }
void Browser::release_own_file() { own_file::release(); }

bool Browser::has_cryptography() { return secrets::possible(); }
std::string Browser::chance(std::size_t bytes) {
    std::string out(bytes, '\0');
    dj_host_random(reinterpret_cast<unsigned char*>(out.data()), out.size());
    return out;
}
void Browser::encrypt(unsigned job, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes) {
    secrets::encrypt(job, head, password, bytes);
}
void Browser::decrypt(unsigned job, const formats::Encrypted& file, std::string_view password) { secrets::decrypt(job, file, password); }

void Browser::open_link(std::string_view address) { dj_host_open(std::string(address).c_str()); }
void Browser::open_looking_window() { dj_host_look(); }
void Browser::write_clipboard(std::string_view text) { clipboard::write(text); }
void Browser::read_clipboard() { clipboard::read(); }

void Browser::focus_text(app::Target target) { text_.focus(target); }
void Browser::end_composition() { text_.end_composition(); }

std::string Browser::folder() { return storage_.folder(); }
void Browser::append_record(std::uint64_t sequence, std::string_view record) { storage_.append(sequence, record); }
void Browser::write_place(std::string_view json) { storage_.write_place(json); }
bool Browser::kept_before() { return dj_host_kept_before() != 0; }
void Browser::note_kept() {
    dj_host_note_kept();
    journals::note();
}
void Browser::sync_files(std::uint64_t sequence, const std::vector<std::string>& written, const std::vector<std::string>& removed) {
    storage_.sync(sequence, written, removed);
}

void Browser::keep_version(const app::PageOf& page, const app::Version& version, std::string_view text) { versions::keep(page, version, text); }
void Browser::list_versions(const app::PageOf& page) { versions::list(page); }
void Browser::read_version(const app::PageOf& page, std::uint64_t number) { versions::read(page, number); }
void Browser::drop_versions(const app::PageOf& page, const std::vector<std::uint64_t>& numbers) { versions::drop(page, numbers); }
void Browser::list_versioned_pairs() { versions::list_pairs(); }
void Browser::mark_missed(const journal::Id& pair, std::string_view line) { versions::mark_missed(pair, line); }
void Browser::drop_versioned_pair(const journal::Id& pair) { versions::drop_pair(pair); }
void Browser::thin_versions() { versions::thin(); }

void Browser::list_journals() { journals::list(); }
void Browser::make_journal(const app::OtherJournal& journal, const app::JournalFile* file) { journals::make(journal, file); }
void Browser::find_journal() { journals::find(); }
void Browser::let_journal_file_go() { journals::let_file_go(); }
void Browser::open_journal(std::string_view id) { journals::open(id); }

void Browser::ask_to_write() { storage_.ask_to_write(); }
void Browser::take_over() { storage_.take_over(); }
void Browser::take_update() { dj_host_take_update(); }
void Browser::reload() { dj_host_reload(); }

std::string browser_language() { return taken(dj_host_language()); }
bool is_looking_window() { return dj_host_looks() != 0; }
std::string language_wish() { return taken(dj_host_language_wish()); }

void watch_colours(app::Program& program) {
    watcher = &program;
    program.system_dark(dj_host_watch_colours() != 0);
}

extern "C" EMSCRIPTEN_KEEPALIVE void dj_host_dark(int dark) { watcher->system_dark(dark != 0); }

}  // namespace dajim::web
