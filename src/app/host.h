// What the program needs from outside; web/ implements it for the browser, tests implement it for themselves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/journals.h"
#include "app/target.h"
#include "app/versions.h"
#include "formats/encrypted.h"
#include "journal/date.h"

namespace dajim::app {

/// All calls return at once. What they start is answered by a call of Program, in a task of its own.
class Host {
public:
    // Clock, chance, machine
    virtual double now_ms() = 0;                    ///< monotonic
    virtual std::string now_utc() = 0;              ///< RFC 3339, seconds
    virtual std::string now_here() = 0;             ///< "2026-11-22 12:00", by the clock on the wall
    virtual journal::Date today() = 0;
    virtual std::string fresh_id() = 0;             ///< random, an Id
    virtual bool is_mac() = 0;

    /// Asks for a call of Program::tick in `ms` (replacing an earlier wish that is later).
    virtual void wake_in(double ms) = 0;
    /// Something visible changed: draw.
    virtual void redraw() = 0;

    /// While `unsaved`, the browser asks before it lets the page go.
    virtual void warn_on_leaving(bool unsaved) = 0;

    // Files: a picked or dropped file comes back through Program::file_arrived.
    virtual void pick_file() = 0;
    virtual void save_file(std::string_view name, std::string_view mime, std::string_view bytes) = 0;

    // A file of one's own, where the browser can write to one (it says so by Program::own_file_possible). How it stands with it is told by
    // Program::own_file_is, whatever was asked.
    /// Is there one from before? `whole`: storage has all that it ever took, so that what is in the file is here too.
    virtual void find_own_file(bool whole) = 0;
    virtual void bind_file(std::string_view name) = 0;   ///< a new one that might be called so; empty: one that is there is picked
    virtual void bind_folder() = 0;                      ///< a folder is picked: a file of this device's is made in it
    virtual void permit_own_file() = 0;                  ///< the browser asks whether it may be written again
    virtual void read_own_file() = 0;                    ///< answered by Program::own_file_read
    virtual void own_file_taken() = 0;                   ///< what was read last is in the journal: it may be written over
    /// Never over what was not read. Answered by Program::own_file_written.
    virtual void write_own_file(std::uint64_t sequence, std::string_view bytes) = 0;
    virtual void recall_own_file() = 0;                  ///< what this window wrote last, if it did: Program::own_file_left, at once
    virtual void release_own_file() = 0;                 ///< it stays as it is, and is nobody's business any more

    // Cryptography (formats/encrypted.h), under the password as UTF-8 in NFC: answered by Program::encrypted and Program::decrypted.
    virtual bool has_cryptography() = 0;            ///< a page that came without https has none
    virtual std::string chance(std::size_t bytes) = 0;   ///< so many, at random
    virtual void encrypt(unsigned job, const formats::EncryptedHead& head, std::string_view password, std::string_view bytes) = 0;
    virtual void decrypt(unsigned job, const formats::Encrypted& file, std::string_view password) = 0;

    /// In a window of its own; `address` has passed safe_to_open.
    virtual void open_link(std::string_view address) = 0;
    /// A window that shows files and writes nothing (Program::look).
    virtual void open_looking_window() = 0;

    // The system's clipboard: answered by Program::clipboard_written, and by clipboard_read or clipboard_refused.
    virtual void write_clipboard(std::string_view text) = 0;
    virtual void read_clipboard() = 0;

    // Text input
    virtual void focus_text(Target target) = 0;     ///< the element that takes the keyboard
    virtual void end_composition() = 0;             ///< commit what is being composed, now

    // Storage: web/storage in the browser
    virtual std::string folder() = 0;               ///< where Store works
    virtual void append_record(std::uint64_t sequence, std::string_view record) = 0;
    virtual void write_place(std::string_view json) = 0;
    /// Has this browser ever kept a journal here? Remembered apart from the journal, for when that has been emptied.
    virtual bool kept_before() = 0;
    virtual void note_kept() = 0;
    virtual void sync_files(std::uint64_t sequence, const std::vector<std::string>& written,
                            const std::vector<std::string>& removed) = 0;

    // Versions, apart from the journal and read only when somebody asks for them; only a window that writes keeps or drops any
    virtual void keep_version(const PageOf& page, const Version& version, std::string_view text) = 0;   ///< answered by Program::version_kept
    virtual void list_versions(const PageOf& page) = 0;                            ///< … by Program::versions_listed, in their order
    virtual void read_version(const PageOf& page, std::uint64_t number) = 0;       ///< … by Program::version_read
    virtual void drop_versions(const PageOf& page, const std::vector<std::uint64_t>& numbers) = 0;
    virtual void list_versioned_pairs() = 0;                                       ///< … by Program::versioned_pairs, if it can be
    virtual void mark_missed(const journal::Id& pair, std::string_view line) = 0;  ///< without a line it is not missed
    virtual void drop_versioned_pair(const journal::Id& pair) = 0;
    virtual void thin_versions() = 0;               ///< there is no room: of each page the newest one stays

    // Other journals of this browser, each with storage of its own (app/journals.h)
    virtual void list_journals() = 0;                              ///< answered by Program::journals_listed
    /// With the file that it is to begin with, or empty. Answered by Program::journal_made.
    virtual void make_journal(const OtherJournal& journal, const JournalFile* file) = 0;
    virtual void find_journal() = 0;                               ///< this window's; answered by Program::journal_found, if it can be
    virtual void let_journal_file_go() = 0;                        ///< the file that it began with: its words are saved
    virtual void open_journal(std::string_view id) = 0;            ///< in this window; empty: the first one

    // Other windows: answered by Program::storage_reread once this one may write, else by Program::pen_stays
    virtual void ask_to_write() = 0;                ///< the window that writes is asked for the pen
    virtual void take_over() = 0;                   ///< the pen is taken from it

    // Later versions of the page
    virtual void take_update() = 0;                 ///< begins with the one that waits: answered by Program::update_taken
    virtual void reload() = 0;

protected:
    ~Host() = default;
};

/// Why storage does not keep what it was given; each has its own sentence.
enum class StorageTrouble : std::uint8_t { none, missing, blocked, full, failed };

}  // namespace dajim::app
