// Between Program and web/storage_versions.js.
#include "web/versions.h"

#include <emscripten/emscripten.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

using dajim::app::Program;

extern "C" {
void dj_versions_keep(unsigned job, const char* pair, int end, double number, const char* line, const char* text, std::size_t length);
void dj_versions_list(unsigned job, const char* pair, int end);
void dj_versions_read(unsigned job, const char* pair, int end, double number);
void dj_versions_drop(const char* pair, int end, double number);
void dj_versions_list_pairs();
void dj_versions_mark(const char* pair, const char* line);
void dj_versions_drop_pair(const char* pair);
void dj_versions_thin();
}

namespace dajim::web::versions {
namespace {

struct Asked { app::PageOf page; std::uint64_t number = 0; std::vector<app::Version> found = {}; };

Program* program = nullptr;
unsigned last_job = 0;
std::map<unsigned, Asked> asked;                // and not answered yet
std::vector<app::VersionedPair> pairs;          // that came since the last answer

std::optional<Asked> take(unsigned job) {
    const auto found = asked.find(job);
    if (found == asked.end()) return std::nullopt;
    Asked out = std::move(found->second);
    asked.erase(found);
    return out;
}

}  // namespace

void start(Program& the_program) { program = &the_program; }

void keep(const app::PageOf& page, const app::Version& version, std::string_view text) {
    asked[++last_job] = {page, version.number};
    dj_versions_keep(last_job, page.pair.c_str(), static_cast<int>(page.end), static_cast<double>(version.number),
                     app::write_version(version).c_str(), text.data(), text.size());
}

void list(const app::PageOf& page) {
    asked[++last_job] = {page};
    dj_versions_list(last_job, page.pair.c_str(), static_cast<int>(page.end));
}

void read(const app::PageOf& page, std::uint64_t number) {
    asked[++last_job] = {page, number};
    dj_versions_read(last_job, page.pair.c_str(), static_cast<int>(page.end), static_cast<double>(number));
}

void drop(const app::PageOf& page, const std::vector<std::uint64_t>& numbers) {
    for (const std::uint64_t number : numbers) dj_versions_drop(page.pair.c_str(), static_cast<int>(page.end), static_cast<double>(number));
}

void list_pairs() { dj_versions_list_pairs(); }
void mark_missed(const journal::Id& pair, std::string_view line) { dj_versions_mark(pair.c_str(), std::string(line).c_str()); }
void drop_pair(const journal::Id& pair) { dj_versions_drop_pair(pair.c_str()); }
void thin() { dj_versions_thin(); }

// ------------------------------------------------------------------------------------------------- called by storage_versions.js

extern "C" {

EMSCRIPTEN_KEEPALIVE void dj_versions_on_kept(unsigned job, bool kept) {
    if (const std::optional<Asked> one = take(job)) program->version_kept(one->page, kept);
}

EMSCRIPTEN_KEEPALIVE void dj_versions_on_line(unsigned job, double number, const char* bytes, std::size_t length) {
    const auto of = asked.find(job);
    if (of == asked.end()) return;
    if (std::optional<app::Version> version = app::read_version(static_cast<std::uint64_t>(number), {bytes, length})) {
        of->second.found.push_back(std::move(*version));
    }
}

EMSCRIPTEN_KEEPALIVE void dj_versions_on_listed(unsigned job, bool could) {
    std::optional<Asked> one = take(job);
    if (one) program->versions_listed(one->page, could ? std::optional(std::move(one->found)) : std::nullopt);
}

/// `bytes` is null where there is none.
EMSCRIPTEN_KEEPALIVE void dj_versions_on_read(unsigned job, const char* bytes, std::size_t length) {
    const std::optional<Asked> one = take(job);
    if (one) program->version_read(one->page, one->number, bytes ? std::optional(std::string_view(bytes, length)) : std::nullopt);
}

EMSCRIPTEN_KEEPALIVE void dj_versions_on_pair(const char* pair, const char* missed) { pairs.push_back({pair, missed}); }

EMSCRIPTEN_KEEPALIVE void dj_versions_on_pairs() { program->versioned_pairs(std::exchange(pairs, {})); }

}  // extern "C"

}  // namespace dajim::web::versions
