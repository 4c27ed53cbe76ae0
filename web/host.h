// The browser as the program's Host: clock, chance and preferences asked here, the rest passed on.
#pragma once

#include <string>

#include "app/host.h"
#include "app/program.h"
#include "web/files.h"
#include "web/frames.h"
#include "web/storage.h"
#include "web/text_input.h"

namespace dajim::web {

class Browser final : public app::Host {
public:
    Browser(TextInput& text, Files& files, Storage& storage, Frames& frames)
        : text_(text), files_(files), storage_(storage), frames_(frames) {}

    double now_ms() override;
    std::string now_utc() override;
    std::string now_here() override;
    journal::Date today() override;
    std::string fresh_id() override;
    bool is_mac() override;
    void wake_in(double ms) override;
    void redraw() override;
    void warn_on_leaving(bool unsaved) override;
    void pick_file() override;
    void find_own_file(bool whole) override;
    void bind_file(std::string_view name) override;
    void bind_folder() override;
    void permit_own_file() override;
    void read_own_file() override;
    void own_file_taken() override;
    void write_own_file(std::uint64_t sequence, std::string_view bytes) override;
    void recall_own_file() override;
    void release_own_file() override;
    bool has_cryptography() override;
    std::string chance(std::size_t bytes) override;
    void encrypt(unsigned job, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes) override;
    void decrypt(unsigned job, const formats::Encrypted& file, std::string_view password) override;
    void open_link(std::string_view address) override;
    void open_looking_window() override;
    void save_file(std::string_view name, std::string_view mime, std::string_view bytes) override;
    void write_clipboard(std::string_view text) override;
    void read_clipboard() override;
    void focus_text(app::Target target) override;
    void end_composition() override;
    std::string folder() override;
    void append_record(std::uint64_t sequence, std::string_view record) override;
    void write_place(std::string_view json) override;
    bool kept_before() override;
    void note_kept() override;
    void sync_files(std::uint64_t sequence, const std::vector<std::string>& written,
                    const std::vector<std::string>& removed) override;
    void keep_version(const app::PageOf& page, const app::Version& version, std::string_view text) override;
    void list_versions(const app::PageOf& page) override;
    void read_version(const app::PageOf& page, std::uint64_t number) override;
    void drop_versions(const app::PageOf& page, const std::vector<std::uint64_t>& numbers) override;
    void list_versioned_pairs() override;
    void mark_missed(const journal::Id& pair, std::string_view line) override;
    void drop_versioned_pair(const journal::Id& pair) override;
    void thin_versions() override;
    void list_journals() override;
    void make_journal(const app::OtherJournal& journal, const app::JournalFile* file) override;
    void find_journal() override;
    void let_journal_file_go() override;
    void open_journal(std::string_view id) override;
    void ask_to_write() override;
    void take_over() override;
    void take_update() override;
    void reload() override;

private:
    TextInput& text_;
    Files& files_;
    Storage& storage_;
    Frames& frames_;
};

/// The first of the browser's languages that the program speaks ("ko-KR"), else its first.
std::string browser_language();
/// What `?lang=` in the address says, empty when it is not there.
std::string language_wish();
/// Is the page to look at files alone (?look)?
bool is_looking_window();

/// Tells the program whether the system wishes dark colours, now and whenever that changes. `program` must outlive the page.
void watch_colours(app::Program& program);

}  // namespace dajim::web
