// A journal on plain files: one file a pair, and an index whose renaming is the moment of the save.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "store/index.h"
#include "store/record.h"
#include "text/result.h"

namespace dajim::store {

/// What could not be read at the start, was put aside (never deleted) and is told to the writer.
struct Damage {
    std::vector<std::string> files;    ///< names of pair files and indexes: under quarantine/, or gone altogether
    std::size_t records = 0;           ///< write-ahead records that were damaged or did not fit; under quarantine/ too
    bool none() const { return files.empty() && records == 0; }
};

struct Loaded {
    journal::Journal journal;
    std::uint64_t sequence = 0;        ///< of the last record there is; the next one gets a higher number
    std::size_t replayed = 0;          ///< write-ahead records applied on top of the files
    bool fresh = false;                ///< nothing was there: a first visit
    Damage damage;
};

enum class StoreError {
    unreadable,  ///< the folder or the index cannot be read, though it is there
    newer,       ///< written by a later major version: nothing is touched
    unwritable,  ///< a file could not be written; the last save stands
};

/// What one save did, for those who must carry it to a slower store.
struct Saved {
    std::vector<std::string> written;  ///< paths relative to the folder
    std::vector<std::string> removed;
};

/// Files under one folder:
///   index.json                 the journal without words: series, order, names, and for each pair the file that holds
///                              it, its length and SHA-256
///   index.previous.json        the index before it
///   pairs/<id>.<sequence>.json one pair with both documents, a journal by itself; a changed pair gets a new file
///   quarantine/                what was damaged
/// A save writes the changed pairs' new files, then index.json.tmp, then renames it over index.json: whatever happens
/// between, the old index still names files that are all there. Files that neither this index nor the one before it
/// names are removed after.
///
/// Damage costs as little as it can. For a damaged pair file the pair's newest intact file stands in, and the records
/// since then are applied to it where none is missing; for a damaged index the one before it, and the pairs it did not
/// know yet are found by their files. After a load that found damage, save before appending the next record: records
/// after a missing one are not replayed.
class Store {
public:
    explicit Store(std::string folder) : folder_(std::move(folder)) {}

    /// Reads and checks everything, then replays the records (any order, repeated ones too) newer than the files.
    text::Result<Loaded, StoreError> load(const std::vector<std::string>& records);

    /// Saves the journal as of `sequence`. `changed` names the pairs whose content changed since the last save or load
    /// (what the load itself replayed it knows); all others keep their file. What a failed save should have written is
    /// written by the next. Unwritable without a load before.
    text::Result<Saved, StoreError> save(const journal::Journal& journal, const std::set<journal::Id>& changed,
                                         std::uint64_t sequence);

private:
    std::string path(std::string_view name) const;
    std::optional<journal::Pair> named_pair(const PairFile& file, std::string_view id) const;
    struct Reading;
    text::Result<std::optional<Index>, StoreError> open_index(Damage& damage);
    void read_listed_pairs(Index index, Reading& reading);
    void read_unlisted_pairs(Reading& reading);
    std::optional<journal::Journal> newest_pair(std::string_view id, Reading& reading);
    void put_aside(const std::string& name, Damage& damage);
    void put_aside(const std::vector<std::string>& records);
    std::string free_name(const std::string& name) const;
    void note_written(const std::string& name);
    void note_removed(const std::string& name);

    std::string folder_;
    bool loaded_ = false;
    std::string index_;               ///< index.json as it stands, empty when there is none
    PairFiles files_;                 ///< what it names
    std::set<journal::Id> unsaved_;   ///< pairs whose file is not what the journal says
    Saved carried_;                   ///< what happened to files since the last successful save
};

}  // namespace dajim::store
