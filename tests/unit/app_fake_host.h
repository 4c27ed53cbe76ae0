// The world outside the program as tests see it: a clock that stands still, ids in order, storage that answers when told to.
#pragma once

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/program.h"

namespace fake {

/// A folder that goes away with the test.
class Folder {
public:
    Folder() {
        char name[] = "/tmp/dajim-app-XXXXXX";
        path_ = mkdtemp(name);
    }
    ~Folder() {
        nftw(path_.c_str(), [](const char* name, const struct stat*, int, struct FTW*) { return ::remove(name); }, 8, FTW_DEPTH | FTW_PHYS);
    }
    Folder(const Folder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

struct SavedFile { std::string name, mime, bytes; };
struct Appended { std::uint64_t sequence = 0; std::string bytes; };
struct SecretJob { unsigned job = 0; bool encrypts = false; dajim::formats::EncryptedHead head; std::string password, bytes; };
struct Synced { std::uint64_t sequence = 0; std::vector<std::string> written, removed; };

/// What storage was given is kept; what it has not yet said it stored waits for `answer`.
class Host final : public dajim::app::Host {
public:
    explicit Host(std::string folder) : folder_(std::move(folder)) {}

    // What a test sets
    dajim::app::Program* program = nullptr;
    double now = 1000;
    bool mac = false;
    bool cryptography = true;
    bool gives_clipboard = false;            ///< whoever reads it is answered at once
    unsigned next_id = 1;
    void (*compositions)(void*) = nullptr;   ///< ends what is being composed
    void* composer = nullptr;

    // What a test looks at
    std::vector<Appended> records;           ///< that are in no file yet
    std::vector<Synced> syncs;
    std::string place;
    bool warns = false;   // before the page goes
    bool kept = false;    // a journal, some time
    std::size_t places_written = 0, picks = 0, clipboard_reads = 0, asks = 0, takes = 0, updates = 0, reloads = 0, looks = 0;
    std::optional<std::string> clipboard;   ///< plain text: what a command wrote to it
    std::vector<SavedFile> files;
    std::optional<std::string> bound;   ///< the name of the file of one's own that was asked for
    bool finds_whole = false;
    std::size_t finds = 0, permits = 0, own_reads = 0, own_taken = 0, releases = 0;
    std::vector<Appended> own_writes;
    std::string own_left;              ///< what was written in it last, by this window
    std::vector<std::string> opened;   ///< addresses
    std::vector<SecretJob> secrets;    ///< that were not answered yet
    struct KeptVersion { std::string line, text; };
    std::map<dajim::app::PageOf, std::map<std::uint64_t, KeptVersion>> versions;
    std::map<std::string, std::string> missed;   ///< by pair
    bool keeps_versions = true;
    std::string utc = "2026-11-22T03:00:00Z", here = "2026-11-22 12:00";
    std::size_t thinned = 0;
    struct MadeJournal { dajim::app::OtherJournal journal; std::optional<dajim::app::JournalFile> file; };
    std::vector<MadeJournal> made;
    std::size_t journal_lists = 0, journal_finds = 0, journal_files_gone = 0;
    std::vector<std::string> went;   ///< to these journals
    std::optional<double> wake;

    std::vector<std::string> record_bytes() const {
        std::vector<std::string> all;
        for (const Appended& record : records) all.push_back(record.bytes);
        return all;
    }

    /// Storage says that all it was given is safe.
    void answer() {
        const std::uint64_t last = records.empty() ? 0 : records.back().sequence;
        if (last > answered_) program->record_stored(answered_ = last);
        while (answered_syncs_ < syncs.size()) {
            const std::uint64_t sequence = syncs[answered_syncs_++].sequence;
            std::erase_if(records, [sequence](const Appended& record) { return record.sequence <= sequence; });
            program->files_synced(sequence);
        }
    }

    /// Answers the oldest secret job. What stands for AES: head and password before the bytes, something like a tag behind them.
    void answer_secret(bool can = true) {
        const SecretJob job = secrets.front();
        secrets.erase(secrets.begin());
        const std::string lock = dajim::formats::authenticated(job.head) + job.password + "\n";
        const auto inside = [&]() -> std::optional<std::string_view> {
            if (!can || !job.bytes.starts_with(lock) || !job.bytes.ends_with(tag)) return std::nullopt;
            return std::string_view(job.bytes).substr(lock.size(), job.bytes.size() - lock.size() - tag.size());
        };
        if (!job.encrypts) return program->decrypted(job.job, inside());
        const std::string locked = lock + job.bytes + std::string(tag);
        program->encrypted(job.job, can ? std::optional<std::string_view>(locked) : std::nullopt);
    }

    /// Whatever was asked about versions is answered, as long as there is something.
    void answer_versions() {
        while (!version_questions_.empty()) {
            const std::function<void()> question = std::move(version_questions_.front());
            version_questions_.erase(version_questions_.begin());
            question();
        }
    }

    /// Time goes by; every wish to be woken is granted when it is due.
    void pass(double ms) {
        const double until = now + ms;
        for (int ticks = 0; wake && *wake <= until && ticks < 1000; ++ticks) {
            now = std::max(now, *wake);
            wake.reset();
            program->tick();
        }
        now = until;
    }

    double now_ms() override { return now; }
    std::string now_utc() override { return utc; }
    std::string now_here() override { return here; }
    dajim::journal::Date day{2026, 11, 22};
    dajim::journal::Date today() override { return day; }
    std::string fresh_id() override { return "id-" + std::to_string(next_id++); }
    bool is_mac() override { return mac; }
    void wake_in(double ms) override { wake = std::min(wake.value_or(now + ms), now + ms); }
    void redraw() override {}
    void warn_on_leaving(bool unsaved) override { warns = unsaved; }
    void pick_file() override { ++picks; }
    void find_own_file(bool whole) override { ++finds, finds_whole = whole; }
    void bind_file(std::string_view name) override { bound = name; }
    void bind_folder() override { bound = "a folder"; }
    void permit_own_file() override { ++permits; }
    void read_own_file() override { ++own_reads; }
    void own_file_taken() override { ++own_taken; }
    void write_own_file(std::uint64_t sequence, std::string_view bytes) override { own_writes.push_back({sequence, std::string(bytes)}); }
    void recall_own_file() override { if (!own_left.empty()) program->own_file_left(own_left); }
    void release_own_file() override { ++releases; }
    bool has_cryptography() override { return cryptography; }
    std::string chance(std::size_t bytes) override { return std::string(bytes, static_cast<char>('a' + next_id++ % 26)); }
    void encrypt(unsigned job, const dajim::formats::EncryptedHead& head, std::string_view password, std::string_view bytes) override {
        secrets.push_back({job, true, head, std::string(password), std::string(bytes)});
    }
    void decrypt(unsigned job, const dajim::formats::Encrypted& file, std::string_view password) override {
        secrets.push_back({job, false, file.head, std::string(password), file.data});
    }
    void open_link(std::string_view address) override { opened.emplace_back(address); }
    void open_looking_window() override { ++looks; }
    void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override {
        files.push_back({std::string(name), std::string(mime), std::string(bytes)});
    }
    void write_clipboard(std::string_view text) override { clipboard = text; }   // the test says how it went
    void read_clipboard() override {
        ++clipboard_reads;
        if (gives_clipboard) program->clipboard_read(clipboard.value_or(""));
    }
    void focus_text(dajim::app::Target target) override { program->focused(target); }
    void end_composition() override {
        if (compositions) compositions(composer);
    }
    std::string folder() override { return folder_; }
    void append_record(std::uint64_t sequence, std::string_view record) override { records.push_back({sequence, std::string(record)}); }
    bool kept_before() override { return kept; }
    void note_kept() override { kept = true; }
    void write_place(std::string_view json) override {
        place = json;
        ++places_written;
    }
    void sync_files(std::uint64_t sequence, const std::vector<std::string>& written, const std::vector<std::string>& removed) override {
        syncs.push_back({sequence, written, removed});
    }

    void keep_version(const dajim::app::PageOf& page, const dajim::app::Version& version, std::string_view text) override {
        if (keeps_versions) versions[page][version.number] = {dajim::app::write_version(version), std::string(text)};
        version_questions_.push_back([this, page, kept = keeps_versions] { program->version_kept(page, kept); });
    }
    void list_versions(const dajim::app::PageOf& page) override {
        version_questions_.push_back([this, page] {
            if (!keeps_versions) return program->versions_listed(page, std::nullopt);
            std::vector<dajim::app::Version> found;
            for (const auto& [number, one] : versions[page]) found.push_back(*dajim::app::read_version(number, one.line));
            program->versions_listed(page, std::move(found));
        });
    }
    void read_version(const dajim::app::PageOf& page, std::uint64_t number) override {
        version_questions_.push_back([this, page, number] {
            const auto found = versions[page].find(number);
            program->version_read(page, number, found == versions[page].end() ? std::nullopt : std::optional<std::string_view>(found->second.text));
        });
    }
    void drop_versions(const dajim::app::PageOf& page, const std::vector<std::uint64_t>& numbers) override {
        for (const std::uint64_t number : numbers) versions[page].erase(number);
    }
    void list_versioned_pairs() override {
        version_questions_.push_back([this] {
            std::map<std::string, std::string> all;
            for (const auto& [page, kept] : versions) if (!kept.empty()) all[page.pair] = missed[page.pair];
            std::vector<dajim::app::VersionedPair> pairs;
            for (const auto& [pair, line] : all) pairs.push_back({pair, line});
            program->versioned_pairs(pairs);
        });
    }
    void mark_missed(const dajim::journal::Id& pair, std::string_view line) override { missed[pair] = line; }
    void drop_versioned_pair(const dajim::journal::Id& pair) override {
        std::erase_if(versions, [&](const auto& one) { return one.first.pair == pair; });
        missed.erase(pair);
    }
    void thin_versions() override { ++thinned; }
    void list_journals() override { ++journal_lists; }
    void make_journal(const dajim::app::OtherJournal& journal, const dajim::app::JournalFile* file) override {
        made.push_back({journal, file ? std::optional(*file) : std::nullopt});
    }
    void find_journal() override { ++journal_finds; }
    void let_journal_file_go() override { ++journal_files_gone; }
    void open_journal(std::string_view id) override { went.emplace_back(id); }
    void ask_to_write() override { ++asks; }
    void take_over() override { ++takes; }
    void take_update() override { ++updates; }
    void reload() override { ++reloads; }

private:
    static constexpr std::string_view tag = "sixteen bytes...";
    std::string folder_;
    std::uint64_t answered_ = 0;
    std::size_t answered_syncs_ = 0;
    std::vector<std::function<void()>> version_questions_;
};

}  // namespace fake
