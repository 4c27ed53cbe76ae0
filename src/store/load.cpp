// A journal on plain files: the reading, and what becomes of damage.
#include <algorithm>
#include <tuple>
#include <utility>

#include "formats/sha256.h"
#include "journal/past.h"
#include "store/files.h"
#include "store/names.h"
#include "store/pack.h"
#include "store/pair_file.h"
#include "store/replay.h"
#include "store/store.h"

namespace dajim::store {

namespace {

bool is_sound(const StoredFile& file, std::string_view bytes) {
    return bytes.size() == file.bytes && formats::sha256(bytes) == file.sha256;
}

}  // namespace

/// What a load has found so far.
struct Store::Reading {
    Loaded loaded;
    Contained contained;
    std::uint64_t certain = 0;                      ///< for want of a sound index: what the newest file of a pair contains at least
    std::set<journal::Id> listed;                   ///< pairs that have a place in the journal
    bool everything = false;                        ///< others are taken too: what lists them may be damaged
    std::map<journal::Id, journal::Journal> found;  ///< journals of one pair
    std::set<journal::Id> lost;                     ///< pairs whose newest file is damaged: what stands in is older

    bool wants(const journal::Id& id) const { return (everything || listed.contains(id)) && !found.contains(id); }
    void take(const journal::Id& id, journal::Journal alone, std::uint64_t sequence) {
        found[id] = std::move(alone);
        contained.pairs[id] = sequence;
    }
};

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

/// For a file of which much is sound: until the next save it is still needed where it stands.
void Store::put_copy_aside(const std::string& name, std::string_view bytes, Damage& damage) {
    const std::string base = name.substr(name.rfind('/') + 1);
    damage.files.push_back(base);
    if (bytes.empty()) return;
    const std::size_t dot = base.rfind('.');
    const std::string aside = quarantine_folder + "/" + base.substr(0, dot) + "-" + formats::sha256(bytes).substr(0, 8) + base.substr(dot);
    if (is_there(path(aside))) return;
    if (make_folder(path(quarantine_folder)) && write_file(path(aside), bytes)) note_written(aside);
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

/// The journal without words. Where a part is damaged, its pairs are found by their files.
void Store::read_order(const Index& index, Reading& reading) {
    journal::Journal& journal = reading.loaded.journal;
    if (index.listed) {
        journal = *index.listed;
    } else {
        for (const StoredFile& file : index.order) {
            std::string bytes;
            const bool there = read_file(path(file.name), bytes) == FileRead::done;
            auto part = there && is_sound(file, bytes) ? read_part(bytes) : std::nullopt;
            if (!part) {
                put_copy_aside(file.name, bytes, reading.loaded.damage);
                reading.everything = true;
                continue;
            }
            if (&file == &index.order.front()) journal = part->about;
            append_part(journal, *part);
            part->file = file;
            order_.push_back(std::move(*part));
            named_.order.push_back(file);
        }
    }
    for (const journal::Series& series : journal.series) {
        for (const journal::Pair& pair : series.pairs) reading.listed.insert(pair.id);
    }
}

/// Puts in the newest intact file of the pair, if it is newer than what was found. Damaged ones on the way to it are put aside.
void Store::read_newest_loose(const journal::Id& id, Reading& reading) {
    std::vector<std::pair<std::uint64_t, std::string>> files;
    for (const std::string& name : list_folder(path(pairs_folder))) {
        const auto facts = read_file_name(name);
        if (facts && facts->id == id) files.emplace_back(facts->sequence, pairs_folder + "/" + name);
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.first, a.second.size(), a.second) > std::tuple(b.first, b.second.size(), b.second);
    });
    for (const auto& [sequence, name] : files) {
        if (reading.found.contains(id) && reading.contained.pairs[id] > sequence) return;
        std::string bytes;
        if (read_file(path(name), bytes) == FileRead::done) {
            if (auto alone = read_pair(bytes, id)) {
                reading.take(id, std::move(*alone), sequence);
                return;
            }
        }
        reading.lost.insert(id);
        put_aside(name, reading.loaded.damage);
    }
}

/// By a sound index. What had to be taken from elsewhere than it says is unsaved.
void Store::read_named(const Index& index, Reading& reading) {
    for (const auto& [id, file] : index.pairs) {
        if (!reading.wants(id)) continue;
        std::string bytes;
        const bool there = read_file(path(file.name), bytes) == FileRead::done;
        auto alone = there && is_sound(file, bytes) ? read_pair(bytes, id) : std::nullopt;
        if (alone) {
            reading.take(id, std::move(*alone), index.sequence);
            named_.pairs[id] = file;
        } else {
            put_aside(file.name, reading.loaded.damage);
            reading.lost.insert(id);
        }
    }
    bool doubtful = false;  // a newer pack had nobody knows what
    for (auto file = index.packs.rbegin(); file != index.packs.rend(); ++file) {
        std::string bytes;
        const bool there = read_file(path(file->name), bytes) == FileRead::done;
        const bool sound = there && is_sound(*file, bytes);
        const ReadPack pack = read_pack(bytes);
        for (const PackedPair& pair : pack.pairs) {
            if (!pair.id.empty() && !reading.wants(pair.id)) continue;
            auto alone = read_pair(pair.bytes, pair.id);
            if (!alone) {
                if (!pair.id.empty()) reading.lost.insert(pair.id);
                continue;
            }
            const journal::Id id = alone->series[0].pairs[0].id;
            if (!reading.wants(id)) continue;
            const bool older = doubtful || reading.lost.contains(id);
            reading.take(id, std::move(*alone), older ? read_file_name(file->name)->sequence : index.sequence);
            if (sound && !older) packed_[id] = {file->name, pair.bytes.size()};
            else unsaved_.insert(id);
        }
        if (sound) {
            named_.packs.push_back(*file);
        } else {
            put_copy_aside(file->name, bytes, reading.loaded.damage);
            doubtful = doubtful || !pack.is_complete;
        }
    }
    std::reverse(named_.packs.begin(), named_.packs.end());
    for (const journal::Id& id : std::set(reading.lost)) {
        read_newest_loose(id, reading);
        unsaved_.insert(id);
    }
}

/// Without a sound index: each pair from the newest file that has it, be it known to the index before or not.
void Store::read_all(const Index* before, Reading& reading) {
    reading.everything = true;
    std::map<journal::Id, std::uint64_t> newest;
    std::vector<std::pair<std::uint64_t, std::string>> packs;
    for (const std::string& name : list_folder(path(packs_folder))) {
        if (const auto facts = read_file_name(name)) packs.emplace_back(facts->sequence, packs_folder + "/" + name);
    }
    std::sort(packs.rbegin(), packs.rend());
    for (const auto& [sequence, name] : packs) {
        const auto same_name = [&name = name](const StoredFile& file) { return file.name == name; };
        const bool known = before && std::any_of(before->packs.begin(), before->packs.end(), same_name);
        std::string bytes;
        const bool there = read_file(path(name), bytes) == FileRead::done;
        const ReadPack pack = read_pack(bytes);
        bool sound = there && pack.is_complete;
        for (const PackedPair& pair : pack.pairs) {
            auto alone = read_pair(pair.bytes, pair.id);
            sound = sound && alone;
            const journal::Id id = alone ? alone->series[0].pairs[0].id : pair.id;
            if (id.empty() || (known && !reading.listed.contains(id))) continue;  // it had been deleted
            newest.try_emplace(id, sequence);
            if (alone && reading.wants(id)) reading.take(id, std::move(*alone), sequence);
        }
        if (!sound) put_copy_aside(name, bytes, reading.loaded.damage);
    }
    for (const std::string& name : list_folder(path(pairs_folder))) {
        const auto facts = read_file_name(name);
        if (!facts || facts->id.empty()) continue;
        std::uint64_t& known = newest[journal::Id(facts->id)];
        known = std::max(known, facts->sequence);
    }
    for (const auto& [id, sequence] : newest) {
        read_newest_loose(id, reading);
        std::uint64_t& contained = reading.contained.pairs[id];
        if (contained == sequence) contained = std::max(sequence, reading.certain);
    }
}

/// Gives each pair its words and its place; those that have none left are missing.
void Store::assemble(Reading& reading) {
    journal::Journal& journal = reading.loaded.journal;
    for (journal::Series& series : journal.series) {
        std::vector<journal::Pair> pairs;
        for (const journal::Pair& listed : series.pairs) {
            const auto found = reading.found.find(listed.id);
            if (found == reading.found.end()) continue;
            pairs.push_back(std::move(found->second.series[0].pairs[0]));
            journal::unite(journal.pasts, found->second.pasts);
            reading.found.erase(found);
        }
        series.pairs = std::move(pairs);
    }
    for (auto& [id, alone] : reading.found) {
        journal::unite(journal.pasts, alone.pasts);
        if (journal.id.empty()) {
            journal.id = alone.id;
            journal.title = alone.title;
        }
        journal::Series& home = alone.series[0];
        const auto is_home = [&](const journal::Series& one) { return one.id == home.id; };
        const auto at = std::find_if(journal.series.begin(), journal.series.end(), is_home);
        if (at == journal.series.end()) {
            journal.series.push_back(std::move(home));
            continue;
        }
        if (at->name.empty()) at->name = home.name;  // where it was named is lost
        at->pairs.push_back(std::move(home.pairs[0]));
    }
}

text::Result<Loaded, StoreError> Store::load(const std::vector<std::string>& records) {
    loaded_ = false;
    index_.clear();
    named_ = {};
    order_.clear();
    packed_.clear();
    unsaved_.clear();
    doomed_.clear();
    carried_ = {};

    Reading reading;
    Loaded& loaded = reading.loaded;
    auto opened = open_index(loaded.damage);
    if (!opened) return opened.error();
    const std::optional<Index>& index = opened.value();
    const bool guessed = index_.empty();
    loaded.older = index && index->listed;
    if (index) {
        reading.contained.structure = index->sequence;
        read_order(*index, reading);
    }
    if (guessed) {
        reading.certain = before_first(records);
        read_all(index ? &*index : nullptr, reading);
    } else {
        read_named(*index, reading);
    }
    reading.contained.structure_guessed = reading.everything;
    assemble(reading);
    if (reading.everything) order_.clear();
    if (guessed) named_ = {};
    loaded.fresh = !index && loaded.journal.series.empty() && loaded.damage.none() && records.empty();

    loaded.sequence = reading.contained.structure;
    for (const auto& [id, sequence] : reading.contained.pairs) loaded.sequence = std::max(loaded.sequence, sequence);
    Replayed replayed = replay(loaded.journal, std::move(reading.contained), records);
    loaded.sequence = std::max(loaded.sequence, replayed.last);
    loaded.replayed = replayed.applied;
    loaded.damage.records = replayed.left.size();
    if (!replayed.left.empty()) put_aside(replayed.left);
    loaded.recovered = replayed.changed;
    unsaved_.merge(replayed.changed);
    doom_unnamed();
    loaded_ = true;
    return std::move(loaded);
}

}  // namespace dajim::store
