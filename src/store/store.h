// A journal on plain files: what was lately written a file a pair, all else in packs, and an index whose renaming is the moment of the save.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "store/index.h"
#include "store/order.h"
#include "store/record.h"
#include "text/result.h"

namespace dajim::store {

/// What could not be read at the start, was put aside (never deleted) and is told to the writer.
struct Damage {
    std::vector<std::string> files;    ///< names of files: under quarantine/, or gone altogether
    std::size_t records = 0;           ///< write-ahead records that were damaged or did not fit; under quarantine/ too
    bool none() const { return files.empty() && records == 0; }
};

struct Loaded {
    journal::Journal journal;
    std::uint64_t sequence = 0;        ///< of the last record there is; the next one gets a higher number
    std::size_t replayed = 0;          ///< write-ahead records applied on top of the files
    std::set<journal::Id> recovered;   ///< pairs that are what those made of them
    bool fresh = false;                ///< nothing was there: a first visit
    bool older = false;                ///< an older Dajim wrote it; the next save writes it anew
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
///   index.json                 the root: names all files below with their lengths and SHA-256
///   index.previous.json        the index before it
///   order/<sequence>.json      a part of the order: title, series, which pairs they have
///   packs/<sequence>.txt       many pairs, for those that were not written in lately; of bounded size, never changed
///   pairs/<id>.<sequence>.json one pair with both documents, a journal by itself; a changed pair gets a new file
///   quarantine/                what was damaged
/// A save writes the changed pairs' new files, and what it must of order and packs, then index.json.tmp, then renames it over index.json:
/// whatever happens between, the old index still names files that are all there. Files that neither this index nor the one before it
/// names are removed after. So the cost of a save is that of what changed: it neither names nor looks at the packed pairs.
///
/// Damage costs as little as it can. For a damaged file of a pair, or a damaged place in a pack, the pair's newest intact file stands in,
/// and the records since then are applied to it where none is missing; for a damaged index the one before it, and the pairs it did not
/// know yet are found by their files. After a load that found damage, save before appending the next record: records after a missing one
/// are not replayed.
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
    struct PackedAt {
        std::string pack;
        std::size_t bytes = 0;
    };
    struct Located {
        const journal::Series* series;
        const journal::Pair* pair;
    };
    struct Saving;
    struct Reading;

    std::string path(std::string_view name) const;
    std::string free_name(const std::string& name) const;
    std::optional<StoredFile> write_new(const std::string& wanted, const std::string& bytes);
    void note_written(const std::string& name);
    void note_removed(const std::string& name);

    bool save_order(Saving& saving);
    bool save_packs(Saving& saving, std::set<journal::Id>& loose);
    bool save_pairs(Saving& saving, const std::set<journal::Id>& loose);
    void tidy(Index next);
    void doom_unnamed();

    text::Result<std::optional<Index>, StoreError> open_index(Damage& damage);
    void read_order(const Index& index, Reading& reading);
    void read_named(const Index& index, Reading& reading);
    void read_all(const Index* before, Reading& reading);
    void read_newest_loose(const journal::Id& id, Reading& reading);
    void assemble(Reading& reading);
    void put_aside(const std::string& name, Damage& damage);
    void put_copy_aside(const std::string& name, std::string_view bytes, Damage& damage);
    void put_aside(const std::vector<std::string>& records);

    std::string folder_;
    bool loaded_ = false;
    std::string index_;                      ///< index.json as it stands, empty when there is none
    Index named_;                            ///< what it names, without what was found damaged
    std::vector<Part> order_;                ///< its order; empty: none that holds
    std::map<journal::Id, PackedAt> packed_; ///< pairs without a file of their own
    std::set<journal::Id> unsaved_;          ///< pairs whose file is not what the journal says
    std::vector<std::string> doomed_;        ///< files that no index will name once the next one stands
    Saved carried_;                          ///< what happened to files since the last successful save
};

}  // namespace dajim::store
