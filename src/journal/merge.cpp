// Plans an import: what is new is added, what is the same is left, what differs is put beside.
#include "journal/merge.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <variant>

namespace dajim::journal {

namespace {

// An origin's pair may have another id here.
bool same_but_for_id(const Goal& a, const Goal& b) {
    if (!a.origin || !b.origin || a.origin->pair == b.origin->pair) return a == b;
    Goal other = b;
    other.origin->pair = a.origin->pair;
    return a == other;
}

bool same_but_for_id(const Pair& a, const Pair& b) {
    return a.name == b.name && a.start == b.start && a.end == b.end && a.documents == b.documents && a.unpromised == b.unpromised &&
           a.echoes == b.echoes && a.refused == b.refused && a.seal == b.seal && a.seals_on == b.seals_on && a.done == b.done && a.unknown == b.unknown &&
           std::equal(a.goals.begin(), a.goals.end(), b.goals.begin(), b.goals.end(),
                      [](const Goal& one, const Goal& other) { return same_but_for_id(one, other); });
}

// The journal as it will be: which ids are taken, and the order of the pairs in each series that is here already.
class Plan {
public:
    Plan(const Journal& own, const std::function<Id()>& fresh_id) : own_(own), fresh_id_(fresh_id) {
        for (const Series& series : own.series) {
            taken_.insert(series.id);
            for (const Pair& pair : series.pairs) {
                taken_.insert(pair.id);
                order_[series.id].push_back(pair.id);
            }
        }
        for (const Unknown& one : own.unknown)
            if (one.key.starts_with(unknown_entries)) taken_.insert(one.key.substr(unknown_entries.size()));
        series_count_ = own.series.size();
    }

    void add_series(const Series& incoming) {
        Series added = incoming;
        added.pairs.clear();
        for (const Pair& pair : incoming.pairs)
            if (std::optional<Pair> copy = what_to_add(pair)) added.pairs.push_back(std::move(*copy));
        if (added.pairs.empty() && !incoming.pairs.empty()) return;  // all of it lives in other series here
        if (!taken_.insert(added.id).second) added.id = new_id();
        else series_ids_.insert(added.id);
        result.changes.push_back(SeriesAdded{std::move(added), series_count_++});
        ++result.series_added;
    }

    void add_pairs(const Series& incoming) {
        std::vector<Id>& order = order_[incoming.id];
        std::map<Id, Id> latest;  // the incoming pair's id, and the id it was put beside under
        for (std::size_t i = 0; i < incoming.pairs.size(); ++i) {
            std::optional<Pair> copy = what_to_add(incoming.pairs[i]);
            if (!copy) continue;
            const std::size_t index = place_for(incoming, i, order, latest);
            latest[incoming.pairs[i].id] = copy->id;
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(index), copy->id);
            result.changes.push_back(PairAdded{incoming.id, std::move(*copy), index});
        }
    }

    // Goals carried on from a pair that has another id here come from that one.
    void lead_origins() {
        for (Change& change : result.changes) {
            if (auto* added = std::get_if<PairAdded>(&change)) lead_origins(added->pair);
            if (auto* added = std::get_if<SeriesAdded>(&change))
                for (Pair& pair : added->series.pairs) lead_origins(pair);
        }
    }

    /// What comes under its own id has its past with it, and into an empty journal all of them do.
    void add_pasts(const Journal& incoming, bool all) {
        for (const auto& [item, past] : incoming.pasts) {
            const bool new_pair = item.of == Item::Of::pair && !find_pair(own_, item.id) && find_pair(incoming, item.id) &&
                                  !other_ids_.contains(item.id);
            const bool new_series = item.of == Item::Of::series && series_ids_.contains(item.id);
            if (!all && !new_pair && !new_series) continue;
            const auto known = own_.pasts.find(item);
            PastChanged grown{item, {}, {}};
            for (const auto& [id, revision] : past)
                if (known == own_.pasts.end() || !known->second.contains(id)) grown.put.push_back(revision);
            if (!grown.put.empty()) result.changes.push_back(std::move(grown));
        }
    }

    MergePlan result;

private:
    void lead_origins(Pair& pair) const {
        for (Goal& goal : pair.goals) {
            if (!goal.origin) continue;
            const auto here = other_ids_.find(goal.origin->pair);
            if (here != other_ids_.end()) goal.origin->pair = here->second;
        }
    }

    // The pair to add, under a free id; nothing when it is here already. Counts what it finds.
    std::optional<Pair> what_to_add(const Pair& incoming) {
        const Pair* const taken = find_pair(own_, incoming.id);
        if (const Pair* const here = taken != nullptr ? find_same(*taken, incoming) : nullptr) {
            if (here != taken) other_ids_[incoming.id] = here->id;
            ++result.pairs_same;
            return std::nullopt;
        }
        Pair copy = incoming;
        if (!taken_.insert(copy.id).second) {
            copy.id = new_id();
            other_ids_[incoming.id] = copy.id;
            ++result.pairs_kept_beside;
        } else {
            ++result.pairs_added;
        }
        return copy;
    }

    // The pair of that id when it is the same, or one that an earlier import put beside; null when neither is.
    const Pair* find_same(const Pair& taken, const Pair& incoming) const {
        if (same_but_for_id(taken, incoming)) return &taken;
        for (const Series& series : own_.series)
            for (const Pair& pair : series.pairs)
                if (same_but_for_id(pair, incoming)) return &pair;
        return nullptr;
    }

    // After the pair it follows in the incoming series (after its own other version first of all), else before the one
    // it precedes, else at the end.
    static std::size_t place_for(const Series& incoming, std::size_t which, const std::vector<Id>& order,
                                 const std::map<Id, Id>& latest) {
        const auto index_of = [&](const Id& id) -> std::optional<std::size_t> {
            const auto beside = latest.find(id);
            const auto found = std::find(order.begin(), order.end(), beside == latest.end() ? id : beside->second);
            if (found == order.end()) return std::nullopt;
            return static_cast<std::size_t>(found - order.begin());
        };
        for (std::size_t i = which + 1; i-- > 0;)
            if (const auto index = index_of(incoming.pairs[i].id)) return *index + 1;
        for (std::size_t i = which + 1; i < incoming.pairs.size(); ++i)
            if (const auto index = index_of(incoming.pairs[i].id)) return *index;
        return order.size();
    }

    Id new_id() {
        Id id = fresh_id_();
        while (!taken_.insert(id).second) id = fresh_id_();
        return id;
    }

    const Journal& own_;
    const std::function<Id()>& fresh_id_;
    std::set<Id> taken_;
    std::set<Id> series_ids_;     // of series that are added under their own ids
    std::map<Id, Id> other_ids_;  // of incoming pairs: the id of the same words here
    std::map<Id, std::vector<Id>> order_;
    std::size_t series_count_ = 0;
};

// Entries of kinds that only a later version knows come along like pairs do; by key, so that none comes twice. One with the id of
// something else here stays behind.
std::vector<Unknown> with_unknown_entries(const Journal& journal, const std::vector<Unknown>& incoming) {
    std::vector<Unknown> own = journal.unknown;
    const std::size_t before = own.size();
    for (const Unknown& entry : incoming) {
        if (!entry.key.starts_with(unknown_entries)) continue;
        const bool has_id = entry.key.size() > unknown_entries.size();
        const bool here = std::any_of(own.begin(), own.end(), [&](const Unknown& one) {
            return has_id ? one.key == entry.key : one == entry;
        });
        const std::string_view id = std::string_view(entry.key).substr(unknown_entries.size());
        const bool taken = find_series(journal, id) != nullptr || find_pair(journal, id) != nullptr;
        if (!here && !taken) own.push_back(entry);
    }
    if (own.size() > before) std::sort(own.begin(), own.end());
    return own;
}

}  // namespace

MergePlan plan_merge(const Journal& own, const Journal& incoming, const std::function<Id()>& fresh_id) {
    Plan plan(own, fresh_id);
    const bool empty = own.series.empty() && own.unknown.empty();
    JournalAdopted facts{own.id, own.title, with_unknown_entries(own, incoming.unknown)};
    if (empty) facts = {incoming.id, incoming.title, incoming.unknown};
    if (facts.id != own.id || facts.title != own.title || facts.unknown != own.unknown)
        plan.result.changes.push_back(std::move(facts));

    for (const Series& series : incoming.series) {
        if (find_series(own, series.id) != nullptr) plan.add_pairs(series);
        else plan.add_series(series);
    }
    plan.lead_origins();
    plan.add_pasts(incoming, empty);
    return std::move(plan.result);
}

}  // namespace dajim::journal
