// The browser's end of the store: the writer's lock, the guarded IDBFS folder and the write-ahead records in IndexedDB.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::web {

/// Why something could not be kept. Whatever the reason, nothing that was kept before is touched, and what was not
/// kept yet stays in memory and is tried again.
enum class StorageFailure : std::uint8_t {
    blocked,   ///< the database does not open (another window, an older version, holds it)
    missing,   ///< there is no IndexedDB here: the program goes on in memory, nothing will be kept
    full,      ///< no room
    other,
};

/// Why the pen, asked for, stays where it is.
enum class PenStays : std::uint8_t {
    elsewhere,  ///< it went to a third window
    refused,    ///< the window that writes cannot keep what was written there
    silent,     ///< … or does not answer; it may still do so later
};

/// Who hears how storage fares. Calls come as tasks of their own, never inside a call of Storage, and each owes a
/// frame.
struct StorageEvents {
    virtual ~StorageEvents() = default;

    /// Once, when the files lie under Storage::folder(). `records` are the write-ahead records in their order;
    /// `place` is what write_place() kept last, empty when nothing was. A window that is no `writer` reads and must not
    /// call append, write_place or sync. Until this call nothing may be edited: on_storage_failed before it means
    /// that what is kept could not be read (it comes again should a later try work), except for
    /// StorageFailure::missing, after which there is nothing to wait for. False: nobody can write on it here.
    virtual bool on_storage_ready(bool writer, std::vector<std::string> records, std::string place) = 0;
    /// The folder holds the files of now, to be loaded again: the pen has come here, or this window reads along and has
    /// missed something.
    virtual bool on_storage_reread(bool writer, std::vector<std::string> records, std::string place) = 0;
    /// The window that writes has kept this record.
    virtual void on_record_arrived(std::string_view record) = 0;
    /// Of the last record that the journal here has.
    virtual std::uint64_t sequence() = 0;
    /// Another window wants the pen, or this one is about to be frozen: append() what is not yet recorded, before
    /// returning; from then on this window reads.
    virtual void on_hand_over() = 0;
    /// … but what was appended could not be kept: this window writes on.
    virtual void on_writes_on() = 0;
    /// The pen was taken away. True when there is something here that is not kept: it stays, and nothing is read until
    /// the pen comes back.
    virtual bool on_overtaken() = 0;
    virtual void on_pen_stays(PenStays why) = 0;
    /// How long the browser keeps all this; comes when it has said so.
    virtual void on_keeping(bool lasting, bool webkit, bool installed) = 0;
    /// All records up to `sequence` are committed, with durability strict. After a failure: it works again.
    virtual void on_record_stored(std::uint64_t sequence) = 0;
    /// The files of sync(sequence, …) are committed; the records they contain are no longer needed and will be dropped.
    virtual void on_files_synced(std::uint64_t sequence) = 0;
    /// Comes once for each fruitless try, with what the browser said for the curious.
    virtual void on_storage_failed(StorageFailure kind, std::string detail) = 0;
    /// The page is hidden, frozen or leaves: append() what is not yet recorded and write_place(), before returning.
    virtual void on_page_leaving() = 0;
};

/// One per page. All work is done in the background and answered through StorageEvents.
class Storage {
public:
    /// Takes the lock if it is free, reads everything, and hears the page's end from then on. `events` must outlive
    /// the page.
    void open(StorageEvents& events);

    /// Where the files are, without a final slash; the same from the start.
    std::string folder() const;

    /// Writes one record, at once and in one transaction. Sequences rise.
    void append(std::uint64_t sequence, std::string_view record);

    /// Where the writer was (JSON); the latest wins, and losing one is no harm.
    void write_place(std::string_view json);

    /// Asks the window that writes for the pen: on_storage_reread when it comes, else on_pen_stays within three seconds.
    void ask_to_write();
    /// Takes the pen away from a window that does not answer. What that one writes later spoils nothing.
    void take_over();

    /// Carries what Store::save did to IndexedDB. May be called while another sync runs: the one after it then
    /// carries all.
    void sync(std::uint64_t sequence, const std::vector<std::string>& written, const std::vector<std::string>& removed);
};

}  // namespace dajim::web
