// A journal on plain files: the saving. load.cpp has the reading.
#include "store/store.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "formats/sha256.h"
#include "store/files.h"
#include "store/names.h"
#include "store/pack.h"
#include "store/pair_file.h"

namespace dajim::store {

namespace {

constexpr std::size_t most_loose = 32;   // pairs with files of their own; more are packed …
constexpr std::size_t kept_loose = 8;    // … but for these, the last that were written in
constexpr std::size_t pack_bytes = std::size_t{1} << 20, pack_pairs = 256;

template <class Use>
void each_name(const Index& index, Use use) {
    for (const auto* files : {&index.order, &index.packs}) {
        for (const StoredFile& file : *files) use(file.name);
    }
    for (const auto& [id, file] : index.pairs) use(file.name);
}

/// What tells one part from another: its first line that no other part has.
const journal::Id& mark_of(const Part& part) { return part.lines[part.lines.size() > 1].id; }

/// The part of `order` with the same lines; null when there is none. Of a first part the same is asked about the journal.
const Part* same_part(const std::vector<Part>& order, const std::map<std::string_view, const Part*>& by_mark, const Part& part, bool first) {
    if (first) {
        const bool same = !order.empty() && order.front().lines == part.lines && order.front().about == part.about;
        return same ? &order.front() : nullptr;
    }
    const auto found = by_mark.find(mark_of(part));
    return found != by_mark.end() && found->second->lines == part.lines ? found->second : nullptr;
}

}  // namespace

/// What a save is making: the next index, and what of the journal goes into its files.
struct Store::Saving {
    const journal::Journal& journal;
    Index next;
    std::optional<std::vector<Part>> order = {};                   ///< where it is another than before
    std::vector<std::pair<journal::Id, PackedAt>> packed = {};

    /// The pairs of these ids, in the journal's order.
    std::vector<Located> locate(const std::set<journal::Id>& ids) const {
        std::vector<Located> found;
        for (const journal::Series& series : journal.series) {
            for (const journal::Pair& pair : series.pairs) {
                if (found.size() == ids.size()) return found;
                if (ids.contains(pair.id)) found.push_back({&series, &pair});
            }
        }
        return found;
    }
};

std::string Store::path(std::string_view name) const { return folder_ + "/" + std::string(name); }

/// `name`, or one like it that no file has, nor had when the index was written.
std::string Store::free_name(const std::string& name) const {
    const std::size_t dot = name.rfind('.');
    const auto taken = [&](const std::string& one) {
        return is_there(path(one)) || std::find(carried_.removed.begin(), carried_.removed.end(), one) != carried_.removed.end();
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

/// A file that no index names yet; should none ever do, it goes after the next save.
std::optional<StoredFile> Store::write_new(const std::string& wanted, const std::string& bytes) {
    StoredFile file{.name = free_name(wanted), .bytes = bytes.size(), .sha256 = formats::sha256(bytes)};
    if (!write_file(path(file.name), bytes)) return std::nullopt;
    note_written(file.name);
    doomed_.push_back(file.name);
    return file;
}

/// The parts of the order that are not in files yet. Pairs that came are unsaved afterwards, those that went have no file.
bool Store::save_order(Saving& saving) {
    if (is_order_of(order_, saving.journal)) return true;
    saving.order = order_of(saving.journal);
    std::map<std::string_view, const Part*> by_mark;
    for (const Part& part : order_) {
        if (&part != &order_.front()) by_mark[mark_of(part)] = &part;
    }
    saving.next.order.clear();
    for (Part& part : *saving.order) {
        const Part* same = same_part(order_, by_mark, part, &part == &saving.order->front());
        if (same) {
            part.file = same->file;
        } else {
            const auto file = write_new(order_folder + "/" + std::to_string(saving.next.sequence) + ".json", write_part(part));
            if (!file) return false;
            part.file = *file;
        }
        saving.next.order.push_back(part.file);
    }

    std::set<std::string_view> there;
    for (const Part& part : *saving.order) {
        for (const Listed& line : part.lines) {
            if (line.is_series) continue;
            there.insert(line.id);
            if (!saving.next.pairs.contains(line.id) && !packed_.contains(line.id)) unsaved_.insert(line.id);
        }
    }
    const auto gone = [&](const auto& one) { return !there.contains(one.first); };
    std::erase_if(saving.next.pairs, gone);
    std::erase_if(packed_, gone);
    std::erase_if(unsaved_, [&](const journal::Id& id) { return !there.contains(id); });
    return true;
}

/// When too many pairs have files of their own: packs of all but the last, and with them what is left of packs that have come to hold
/// little. Takes out of `loose`, the pairs to be written, what went into packs.
bool Store::save_packs(Saving& saving, std::set<journal::Id>& loose) {
    std::vector<std::pair<std::uint64_t, journal::Id>> by_age;
    for (const journal::Id& id : loose) by_age.emplace_back(saving.next.sequence, id);
    for (const auto& [id, file] : saving.next.pairs) {
        if (!loose.contains(id)) by_age.emplace_back(read_file_name(file.name)->sequence, id);
    }
    if (by_age.size() <= most_loose) return true;
    std::sort(by_age.begin(), by_age.end());
    std::set<journal::Id> into;
    for (std::size_t i = 0; i + kept_loose < by_age.size(); ++i) into.insert(by_age[i].second);

    std::map<std::string_view, std::size_t> held;
    for (const auto& [id, at] : packed_) {
        if (!loose.contains(id)) held[at.pack] += at.bytes;
    }
    std::set<std::string> emptied;
    std::size_t moved = 0;
    for (const StoredFile& pack : saving.next.packs) {
        if (held[pack.name] >= pack_bytes / 2 || moved >= 4 * pack_bytes) continue;
        moved += held[pack.name];
        emptied.insert(pack.name);
    }
    for (const auto& [id, at] : packed_) {
        if (emptied.contains(at.pack) && !loose.contains(id)) into.insert(id);
    }

    std::vector<PackedPair> pack;
    std::size_t size = 0;
    const auto close_pack = [&] {
        if (pack.empty()) return true;
        const auto file = write_new(packs_folder + "/" + std::to_string(saving.next.sequence) + ".txt", write_pack(pack));
        if (!file) return false;
        for (const PackedPair& pair : pack) saving.packed.push_back({pair.id, {file->name, pair.bytes.size()}});
        saving.next.packs.push_back(*file);
        pack.clear();
        size = 0;
        return true;
    };
    std::erase_if(saving.next.packs, [&](const StoredFile& file) { return emptied.contains(file.name); });
    for (const Located& one : saving.locate(into)) {
        pack.push_back({one.pair->id, write_pair(saving.journal, *one.series, *one.pair)});
        size += pack.back().bytes.size();
        if ((size >= pack_bytes || pack.size() == pack_pairs) && !close_pack()) return false;
    }
    if (!close_pack()) return false;
    for (const journal::Id& id : into) {
        saving.next.pairs.erase(id);
        loose.erase(id);
    }
    return true;
}

bool Store::save_pairs(Saving& saving, const std::set<journal::Id>& loose) {
    for (const Located& one : saving.locate(loose)) {
        const std::string wanted = pairs_folder + "/" + one.pair->id + "." + std::to_string(saving.next.sequence) + ".json";
        const auto file = write_new(wanted, write_pair(saving.journal, *one.series, *one.pair));
        if (!file) return false;
        saving.next.pairs[one.pair->id] = *file;
    }
    return true;
}

/// The next index stands. What neither it nor the one before it names goes.
void Store::tidy(Index next) {
    std::set<std::string_view> needed;
    each_name(next, [&](const std::string& name) { needed.insert(name); });
    std::vector<std::string> doomed;
    for (std::string& name : std::exchange(doomed_, {})) {
        if (needed.contains(name)) continue;
        if (remove_file(path(name))) note_removed(name);
        else if (is_there(path(name))) doomed.push_back(std::move(name));
    }
    each_name(named_, [&](const std::string& name) {
        if (!needed.contains(name)) doomed.push_back(name);
    });
    doomed_ = std::move(doomed);
    named_ = std::move(next);
}

/// At the start: what saves that were broken off, and the index before this one, have left.
void Store::doom_unnamed() {
    std::set<std::string_view> named;
    each_name(named_, [&](const std::string& name) { named.insert(name); });
    for (const std::string& folder : {order_folder, packs_folder, pairs_folder}) {
        for (const std::string& file : list_folder(path(folder))) {
            std::string name = folder + "/" + file;
            if (!named.contains(name)) doomed_.push_back(std::move(name));
        }
    }
}

text::Result<Saved, StoreError> Store::save(const journal::Journal& journal, const std::set<journal::Id>& changed,
                                            std::uint64_t sequence) {
    if (!loaded_) return StoreError::unwritable;
    unsaved_.insert(changed.begin(), changed.end());
    if (!make_folder(folder_)) return StoreError::unwritable;
    for (const std::string& folder : {order_folder, packs_folder, pairs_folder}) {
        if (!make_folder(path(folder))) return StoreError::unwritable;
    }

    Saving saving{.journal = journal, .next = named_};
    saving.next.sequence = sequence;
    if (!save_order(saving)) return StoreError::unwritable;
    std::set<journal::Id> loose = unsaved_;
    if (!save_packs(saving, loose) || !save_pairs(saving, loose)) return StoreError::unwritable;

    if (!index_.empty()) {
        if (!write_file(path(previous_name), index_)) return StoreError::unwritable;
        note_written(previous_name);
    }
    std::string index = write_index(saving.next);
    if (!write_file(path(index_name), index)) return StoreError::unwritable;
    note_written(index_name);

    // From here on the new journal stands; what follows is tidying up.
    index_ = std::move(index);
    if (saving.order) order_ = std::move(*saving.order);
    for (const journal::Id& id : loose) packed_.erase(id);
    for (auto& [id, at] : saving.packed) packed_[id] = std::move(at);
    unsaved_.clear();
    tidy(std::move(saving.next));
    return std::exchange(carried_, {});
}

}  // namespace dajim::store
