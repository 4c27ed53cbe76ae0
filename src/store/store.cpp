// A journal on plain files: one file a pair, and an index whose renaming is the moment of the save.
#include "store/store.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "formats/sha256.h"
#include "store/files.h"
#include "store/replay.h"

namespace dajim::store {

namespace {

const std::string index_name = "index.json";
const std::string previous_name = "index.previous.json";
const std::string pairs_folder = "pairs";
const std::string quarantine_folder = "quarantine";

}  // namespace

/// What a load has found so far.
struct Store::Reading {
    Loaded loaded;
    Contained contained;
    std::uint64_t certain = 0;  ///< for want of a sound index: what the newest file of a pair contains at least
};

std::string Store::path(std::string_view name) const { return folder_ + "/" + std::string(name); }

std::optional<journal::Pair> Store::named_pair(const PairFile& file, std::string_view id) const {
    std::string bytes;
    if (read_file(path(file.name), bytes) != FileRead::done) return std::nullopt;
    if (bytes.size() != file.bytes || formats::sha256(bytes) != file.sha256) return std::nullopt;
    auto alone = read_pair(bytes, id);
    if (!alone) return std::nullopt;
    return std::move(alone->series[0].pairs[0]);
}

/// The journal of one pair that the pair's newest intact file is, whether an index names that or not. Damaged ones on
/// the way to it are put aside.
std::optional<journal::Journal> Store::newest_pair(std::string_view id, Reading& reading) {
    std::vector<std::pair<std::uint64_t, std::string>> files;
    for (const std::string& name : list_folder(path(pairs_folder))) {
        const auto facts = read_pair_name(name);
        if (facts && facts->id == id) files.emplace_back(facts->sequence, pairs_folder + "/" + name);
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, a.second.size(), a.second) > std::tuple(b.first, b.second.size(), b.second);
    });
    for (const auto& [sequence, name] : files) {
        std::string bytes;
        if (read_file(path(name), bytes) == FileRead::done) {
            if (auto alone = read_pair(bytes, id)) {
                const bool is_newest = name == files.front().second;
                reading.contained.pairs[journal::Id(id)] = is_newest ? std::max(sequence, reading.certain) : sequence;
                return alone;
            }
        }
        put_aside(name, reading.loaded.damage);
    }
    return std::nullopt;
}

/// `name`, or one like it that no file has, nor had when the index was written.
std::string Store::free_name(const std::string& name) const {
    const std::size_t dot = name.rfind('.');
    const std::vector<std::string> there = list_folder(path(name.substr(0, name.rfind('/'))));
    const auto taken = [&](const std::string& one) {
        return std::binary_search(there.begin(), there.end(), one.substr(one.rfind('/') + 1)) ||
               std::find(carried_.removed.begin(), carried_.removed.end(), one) != carried_.removed.end();
    };
    std::string candidate = name;
    for (int n = 2; taken(candidate); ++n) candidate = name.substr(0, dot) + "-" + std::to_string(n) + name.substr(dot);
    return candidate;
}

void Store::note_written(const std::string& name) {
    std::erase(carried_.removed, name);
    std::erase(carried_.written, name);
    carried_.written.push_back(name);
}

void Store::note_removed(const std::string& name) {
    std::erase(carried_.written, name);
    std::erase(carried_.removed, name);
    carried_.removed.push_back(name);
}

void Store::put_aside(const std::string& name, Damage& damage) {
    const std::string base = name.substr(name.rfind('/') + 1);
    const std::string aside = free_name(quarantine_folder + "/" + base);
    if (make_folder(path(quarantine_folder)) && rename_file(path(name), path(aside))) {
        note_written(aside);
        note_removed(name);
        damage.files.push_back(aside.substr(aside.rfind('/') + 1));
    } else if (std::find(damage.files.begin(), damage.files.end(), base) == damage.files.end()) {
        damage.files.push_back(base);  // it could not be moved, and so may be met again
    }
}

void Store::put_aside(const std::vector<std::string>& records) {
    std::string all;
    for (const std::string& record : records) all += record + "\n";
    const std::string name = quarantine_folder + "/records-" + formats::sha256(all).substr(0, 8) + ".txt";
    if (make_folder(path(quarantine_folder)) && write_file(path(name), all)) note_written(name);
}

/// The index, or the one before it when that is damaged or gone; then `index_` stays empty. Nothing when there is
/// neither.
text::Result<std::optional<Index>, StoreError> Store::open_index(Damage& damage) {
    std::optional<Index> index;
    std::vector<std::string> unsound;
    for (const std::string& name : {index_name, previous_name}) {
        std::string bytes;
        const FileRead read = read_file(path(name), bytes);
        if (read == FileRead::failed) return StoreError::unreadable;
        if (read == FileRead::missing) continue;
        auto sound = read_index(bytes);
        if (!sound && sound.error() == IndexError::newer) return StoreError::newer;
        if (!sound) {
            unsound.push_back(name);
        } else if (!index) {
            index = std::move(sound.value());
            if (name == index_name) index_ = std::move(bytes);
        }
    }
    // Only now is it sure that no later version has been here.
    for (const std::string& name : unsound) put_aside(name, damage);
    if (index && index_.empty() && unsound.empty()) damage.files.push_back(index_name);
    return index;
}

/// The pairs an index lists, each from the file it names or the newest there is; those that have none left are missing.
void Store::read_listed_pairs(Index index, Reading& reading) {
    reading.loaded.journal = std::move(index.journal);
    for (journal::Series& series : reading.loaded.journal.series) {
        std::vector<journal::Pair> pairs;
        for (const journal::Pair& listed : series.pairs) {
            const PairFile& file = index.files[listed.id];
            if (!index_.empty()) {
                if (auto pair = named_pair(file, listed.id)) {
                    reading.contained.pairs[listed.id] = index.sequence;
                    files_[listed.id] = file;
                    pairs.push_back(std::move(*pair));
                    continue;
                }
                put_aside(file.name, reading.loaded.damage);
            }
            if (auto alone = newest_pair(listed.id, reading)) pairs.push_back(std::move(alone->series[0].pairs[0]));
        }
        series.pairs = std::move(pairs);
    }
}

/// The pairs that have files but no place in the journal yet, each put into its series.
void Store::read_unlisted_pairs(Reading& reading) {
    journal::Journal& journal = reading.loaded.journal;
    std::set<journal::Id> ids;
    for (const std::string& name : list_folder(path(pairs_folder))) {
        const auto facts = read_pair_name(name);
        if (facts && !journal::find_pair(journal, facts->id)) ids.emplace(facts->id);
    }
    for (const journal::Id& id : ids) {
        auto alone = newest_pair(id, reading);
        if (!alone) continue;
        if (journal.id.empty()) journal.id = alone->id;
        journal::Series& home = alone->series[0];
        const auto is_home = [&](const journal::Series& one) { return one.id == home.id; };
        const auto at = std::find_if(journal.series.begin(), journal.series.end(), is_home);
        if (at == journal.series.end()) journal.series.push_back(std::move(home));
        else at->pairs.push_back(std::move(home.pairs[0]));
    }
}

text::Result<Loaded, StoreError> Store::load(const std::vector<std::string>& records) {
    loaded_ = false;
    index_.clear();
    files_.clear();
    unsaved_.clear();
    carried_ = {};

    Reading reading;
    Loaded& loaded = reading.loaded;
    auto index = open_index(loaded.damage);
    if (!index) return index.error();
    const bool guessed = index_.empty(), nothing = !index.value();
    if (guessed) reading.certain = before_first(records);
    reading.contained.structure_guessed = guessed;
    if (!nothing) {
        reading.contained.structure = index.value()->sequence;
        read_listed_pairs(std::move(*index.value()), reading);
    }
    if (guessed) read_unlisted_pairs(reading);
    loaded.fresh = nothing && loaded.journal.series.empty() && loaded.damage.none() && records.empty();

    loaded.sequence = reading.contained.structure;
    for (const auto& [id, sequence] : reading.contained.pairs) loaded.sequence = std::max(loaded.sequence, sequence);
    Replayed replayed = replay(loaded.journal, std::move(reading.contained), records);
    loaded.sequence = std::max(loaded.sequence, replayed.last);
    loaded.replayed = replayed.applied;
    loaded.damage.records = replayed.left.size();
    if (!replayed.left.empty()) put_aside(replayed.left);
    unsaved_ = std::move(replayed.changed);
    loaded_ = true;
    return std::move(loaded);
}

text::Result<Saved, StoreError> Store::save(const journal::Journal& journal, const std::set<journal::Id>& changed,
                                            std::uint64_t sequence) {
    if (!loaded_) return StoreError::unwritable;
    unsaved_.insert(changed.begin(), changed.end());
    if (!make_folder(folder_) || !make_folder(path(pairs_folder))) return StoreError::unwritable;

    PairFiles files;
    for (const journal::Series& series : journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            PairFile& file = files[pair.id];
            const auto known = files_.find(pair.id);
            if (known != files_.end() && !unsaved_.contains(pair.id)) {
                file = known->second;
                continue;
            }
            const std::string bytes = write_pair(journal, series, pair);
            file = {.name = free_name(pairs_folder + "/" + pair.id + "." + std::to_string(sequence) + ".json"),
                    .bytes = bytes.size(),
                    .sha256 = formats::sha256(bytes)};
            if (!write_file(path(file.name), bytes)) return StoreError::unwritable;
            note_written(file.name);
        }
    }
    if (!index_.empty()) {
        if (!write_file(path(previous_name), index_)) return StoreError::unwritable;
        note_written(previous_name);
    }
    std::string index = write_index(journal, sequence, files);
    if (!write_file(path(index_name), index)) return StoreError::unwritable;
    note_written(index_name);

    // From here on the new journal stands; what follows is tidying up.
    std::set<std::string> needed;
    for (const auto* named : {&files, &files_}) {
        for (const auto& [id, file] : *named) needed.insert(file.name);
    }
    index_ = std::move(index);
    files_ = std::move(files);
    unsaved_.clear();
    for (const std::string& name : list_folder(path(pairs_folder))) {
        const std::string file = pairs_folder + "/" + name;
        if (!needed.contains(file) && remove_file(path(file))) note_removed(file);
    }
    return std::exchange(carried_, {});
}

}  // namespace dajim::store
