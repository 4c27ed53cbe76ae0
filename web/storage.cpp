// The browser's end of the store: hands bytes over to storage.js and its answers on to StorageEvents.
#include "web/storage.h"

#include <cstddef>
#include <utility>

#include <emscripten/emscripten.h>

extern "C" {
void dj_storage_open(const char* folder);
void dj_storage_append(double sequence, const char* bytes, std::size_t length);
void dj_storage_place(const char* json, std::size_t length);
void dj_storage_note(const char* path, std::size_t length, bool removed);
void dj_storage_sync(double sequence);
void dj_pen_want();
void dj_pen_take();
}

namespace dajim::web {

namespace {

constexpr const char* folder_path = "/dajim";

StorageEvents* events = nullptr;
std::vector<std::string> records;  // those that came since the last on_ready

}  // namespace

void Storage::open(StorageEvents& hearer) {
    events = &hearer;
    dj_storage_open(folder_path);
}

std::string Storage::folder() const { return folder_path; }

void Storage::append(std::uint64_t sequence, std::string_view record) {
    dj_storage_append(static_cast<double>(sequence), record.data(), record.size());
}

void Storage::write_place(std::string_view json) { dj_storage_place(json.data(), json.size()); }

void Storage::ask_to_write() { dj_pen_want(); }
void Storage::take_over() { dj_pen_take(); }

void Storage::sync(std::uint64_t sequence, const std::vector<std::string>& written,
                   const std::vector<std::string>& removed) {
    for (const std::string& path : written) dj_storage_note(path.data(), path.size(), false);
    for (const std::string& path : removed) dj_storage_note(path.data(), path.size(), true);
    dj_storage_sync(static_cast<double>(sequence));
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_storage_on_record(const char* bytes, std::size_t length) {
    records.emplace_back(bytes, length);
}

EMSCRIPTEN_KEEPALIVE bool dj_storage_on_ready(bool writer, bool again, const char* place, std::size_t length) {
    auto all = std::exchange(records, {});
    if (again) return events->on_storage_reread(writer, std::move(all), std::string(place, length));
    return events->on_storage_ready(writer, std::move(all), std::string(place, length));
}

EMSCRIPTEN_KEEPALIVE void dj_storage_on_news(const char* bytes, std::size_t length) {
    events->on_record_arrived(std::string_view(bytes, length));
}

EMSCRIPTEN_KEEPALIVE double dj_storage_sequence() { return static_cast<double>(events->sequence()); }

EMSCRIPTEN_KEEPALIVE void dj_storage_on_hand_over() { events->on_hand_over(); }

EMSCRIPTEN_KEEPALIVE void dj_storage_on_writes_on() { events->on_writes_on(); }

EMSCRIPTEN_KEEPALIVE bool dj_storage_on_overtaken() { return events->on_overtaken(); }

EMSCRIPTEN_KEEPALIVE void dj_storage_on_pen_stays(int why) { events->on_pen_stays(static_cast<PenStays>(why)); }

EMSCRIPTEN_KEEPALIVE void dj_storage_on_keeping(bool lasting, bool webkit, bool installed) {
    events->on_keeping(lasting, webkit, installed);
}

EMSCRIPTEN_KEEPALIVE void dj_storage_on_stored(double sequence) {
    events->on_record_stored(static_cast<std::uint64_t>(sequence));
}

EMSCRIPTEN_KEEPALIVE void dj_storage_on_synced(double sequence) {
    events->on_files_synced(static_cast<std::uint64_t>(sequence));
}

EMSCRIPTEN_KEEPALIVE void dj_storage_on_failed(int kind, const char* detail, std::size_t length) {
    events->on_storage_failed(static_cast<StorageFailure>(kind), std::string(detail, length));
}

EMSCRIPTEN_KEEPALIVE void dj_storage_on_leaving() { events->on_page_leaving(); }

}  // extern "C"

}  // namespace dajim::web
