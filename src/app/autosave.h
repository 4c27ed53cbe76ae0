// When what is kept: changes become records at most 250 ms after they were made, and files when the writer rests.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/state.h"
#include "journal/change.h"
#include "store/record.h"

namespace dajim::app {

/// Keeps the account only; whoever asks `due` hands the record to the host.
class Autosave {
public:
    /// The journal as loaded holds everything up to `sequence`; `replayed` of it are not in files yet.
    void begin(std::uint64_t sequence, std::size_t replayed, const std::set<journal::Id>& changed);

    /// A change was applied at `now_ms`.
    void note(journal::Change change, double now_ms);

    /// The record to append now, if one is due (or `at_once` and there is anything).
    std::optional<store::Record> take_record(double now_ms, bool at_once);
    /// True when the files should be written now: the writer rests, or many records have gathered. Never while a sync runs.
    bool files_due(double now_ms, bool at_once) const;
    /// Files are being written as of `sequence()`; returns the pairs that changed since the last time.
    std::set<journal::Id> take_changed();
    /// The pairs that changed since the last files that stand; those that are being written are among them.
    std::set<journal::Id> not_in_files() const;

    void record_stored(std::uint64_t sequence);
    void files_synced(std::uint64_t sequence);
    /// The files did not come to be: what they were to take is owed again.
    void files_failed();

    /// The last record made.
    std::uint64_t sequence() const { return sequence_; }
    bool all_stored() const { return pending_.empty() && stored_ >= sequence_; }
    /// When `take_record` or `files_due` will next have something to do; none: nothing is owed.
    std::optional<double> next_ms() const;

private:
    std::vector<journal::Change> pending_;
    double first_pending_ms_ = 0, last_change_ms_ = 0;
    std::uint64_t sequence_ = 0, stored_ = 0, in_files_ = 0;
    std::set<journal::Id> changed_, taken_;   // taken_: by the files that are being written
    bool syncing_ = false;
};

}  // namespace dajim::app
