// Pasts put together, see past.h. Each is whole (fitness.h); two that do not agree about a revision may not be, so only a parent of a
// lower generation counts as one.
#include "journal/past.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include "journal/unite_pair.h"

namespace dajim::journal {
namespace {

constexpr std::size_t kept_contents = 4;    // of one past, the newest

const Revision* find(const Past& past, const Id& id) {
    const auto found = past.find(id);
    return found == past.end() ? nullptr : &found->second;
}

template <class Use>
void each_parent(const Past& past, const Revision& revision, Use use) {
    for (const Id& id : revision.parents) {
        const Revision* const parent = find(past, id);
        if (parent && parent->generation < revision.generation) use(*parent);
    }
}

bool comes_before(const Revision& a, const Revision& b) { return std::tie(a.generation, a.id) < std::tie(b.generation, b.id); }

bool is_husk(const Content& content) { return std::holds_alternative<Husk>(content); }
bool is_gone(const Content& content) { return std::holds_alternative<Gone>(content); }

template <class Thing>
const Thing* thing_of(const Content& content) {
    const auto* held = std::get_if<std::shared_ptr<const Thing>>(&content);
    return held ? held->get() : nullptr;
}

template <class Thing>
Content united_things(const Content& base, const Content& earlier, const Content& later) {
    const Thing *const was = thing_of<Thing>(base), *const a = thing_of<Thing>(earlier), *const b = thing_of<Thing>(later);
    if (a && b) return std::make_shared<const Thing>(united(was, *a, *b));
    // Deleted by one: gone where the other did nothing to it, else back.
    const Thing* const left = a ? a : b;
    if (was && *was == *left) return Gone{};
    return a ? earlier : later;
}

Content united_contents(const Content& base, const Content& earlier, const Content& later) {
    if (is_husk(earlier) || same_content(earlier, later)) return later;
    if (is_husk(later)) return earlier;
    const bool pairs = thing_of<Pair>(earlier) || thing_of<Pair>(later);
    return pairs ? united_things<Pair>(base, earlier, later) : united_things<Listing>(base, earlier, later);
}

/// Revisions as one, by what they have in common.
class Folding {
public:
    explicit Folding(const Past& past) : past_(past) {}

    /// None of them comes from another; in their order.
    Content fold(const std::vector<Id>& ids) {
        if (ids.empty()) return Husk{};
        if (ids.size() == 1) return find(past_, ids[0])->content;
        if (const auto known = known_.find(ids); known != known_.end()) return known->second;
        Content content = find(past_, ids[0])->content;
        std::set<Id> seen = with_ancestors(past_, {ids[0]});
        for (std::size_t i = 1; i < ids.size(); ++i) {
            const std::set<Id> his = with_ancestors(past_, {ids[i]});
            std::set<Id> common;
            std::set_intersection(seen.begin(), seen.end(), his.begin(), his.end(), std::inserter(common, common.end()));
            content = united_contents(fold(last_of(common)), content, find(past_, ids[i])->content);
            seen.insert(his.begin(), his.end());
        }
        return known_[ids] = content;
    }

    /// Those that no other of the set comes from, in their order.
    std::vector<Id> last_of(const std::set<Id>& ids) const {
        std::set<Id> older;
        for (const Id& id : ids) each_parent(past_, *find(past_, id), [&](const Revision& parent) { older.insert(parent.id); });
        std::vector<const Revision*> last;
        for (const Id& id : ids)
            if (!older.contains(id)) last.push_back(find(past_, id));
        std::sort(last.begin(), last.end(), [](const Revision* a, const Revision* b) { return comes_before(*a, *b); });
        std::vector<Id> out;
        for (const Revision* one : last) out.push_back(one->id);
        return out;
    }

private:
    const Past& past_;
    std::map<std::vector<Id>, Content> known_;
};

// ------------------------------------------------------------------------------------------------------------------ a journal

/// Things by what their pasts make of them.
class Assembly {
public:
    explicit Assembly(const Pasts& pasts) : pasts_(pasts) {
        for (const auto& [item, past] : pasts) {
            const Content content = content_of(past);
            if (const auto* pair = std::get_if<std::shared_ptr<const Pair>>(&content)) pairs_[item.id] = *pair;
            else if (const Listing* listing = thing_of<Listing>(content)) listings_[item] = *listing;
        }
    }

    Journal run() {
        Journal journal;
        const Listing about = listings_[Item{}];
        journal.id = about.id;
        journal.title = about.name;
        journal.unknown = about.unknown;
        std::set<Id> listed;
        for (const Id& id : about.order)
            if (listed.insert(id).second) add_series(journal, id);
        for (const auto& [item, listing] : listings_)
            if (item.of == Item::Of::series && listed.insert(item.id).second) add_series(journal, item.id);
        for (const auto& [id, pair] : pairs_)
            if (!placed_.contains(id)) add_homeless(journal, *pair);
        return journal;
    }

private:
    void add_series(Journal& journal, const Id& id) {
        const auto found = listings_.find({Item::Of::series, id});
        if (found == listings_.end()) return;
        Series& series = journal.series.emplace_back(Series{id, found->second.name, {}, found->second.unknown});
        for (const Id& pair : found->second.order) {
            const auto living = pairs_.find(pair);
            if (living != pairs_.end() && placed_.insert(pair).second) series.pairs.push_back(*living->second);
        }
    }

    /// No series lists it any more: where it stood last, and that series is there again if it is not.
    void add_homeless(Journal& journal, const Pair& pair) {
        const Revision* last = nullptr;
        const Id* home = nullptr;
        for (auto at = pasts_.lower_bound({Item::Of::series, {}}); at != pasts_.end() && at->first.of == Item::Of::series; ++at) {
            for (const auto& [id, revision] : at->second) {
                const Listing* const listing = thing_of<Listing>(revision.content);
                if (!listing || std::find(listing->order.begin(), listing->order.end(), pair.id) == listing->order.end()) continue;
                if (last && !comes_before(*last, revision)) continue;
                last = &revision;
                home = &at->first.id;
            }
        }
        const auto is_home = [&](const Series& one) { return home && one.id == *home; };
        auto series = std::find_if(journal.series.begin(), journal.series.end(), is_home);
        if (series == journal.series.end()) {
            if (home) {
                const Listing& listing = *thing_of<Listing>(last->content);
                series = journal.series.insert(series, Series{*home, listing.name, {}, listing.unknown});
            } else if (journal.series.empty()) {
                series = journal.series.insert(series, Series{"found", {}, {}, {}});
            } else {
                series = journal.series.begin();
            }
        }
        series->pairs.insert(place_in(*series, home ? thing_of<Listing>(last->content) : nullptr, pair.id), pair);
    }

    /// Behind the nearest that it stood behind; at the end where it stood nowhere.
    static std::vector<Pair>::iterator place_in(Series& series, const Listing* stood, const Id& id) {
        if (!stood) return series.pairs.end();
        auto at = std::find(stood->order.begin(), stood->order.end(), id);
        while (at != stood->order.begin()) {
            --at;
            const auto found = std::find_if(series.pairs.begin(), series.pairs.end(), [&](const Pair& one) { return one.id == *at; });
            if (found != series.pairs.end()) return found + 1;
        }
        return series.pairs.begin();
    }

    const Pasts& pasts_;
    std::map<Id, std::shared_ptr<const Pair>> pairs_;
    std::map<Item, Listing> listings_;
    std::set<Id> placed_;
};

}  // namespace

bool same_content(const Content& a, const Content& b) {
    if (a.index() != b.index()) return false;
    if (const auto* pair = std::get_if<std::shared_ptr<const Pair>>(&a)) {
        const auto& other = *std::get_if<std::shared_ptr<const Pair>>(&b);
        return *pair == other || **pair == *other;
    }
    if (const auto* listing = std::get_if<std::shared_ptr<const Listing>>(&a)) {
        const auto& other = *std::get_if<std::shared_ptr<const Listing>>(&b);
        return *listing == other || **listing == *other;
    }
    return true;
}

std::vector<Id> heads(const Past& past) {
    std::set<Id> all;
    for (const auto& [id, revision] : past) all.insert(id);
    return Folding(past).last_of(all);
}

std::set<Id> with_ancestors(const Past& past, const std::vector<Id>& ids) {
    std::set<Id> found;
    std::vector<Id> left = ids;
    while (!left.empty()) {
        const Id id = std::move(left.back());
        left.pop_back();
        const Revision* const revision = find(past, id);
        if (!revision || !found.insert(id).second) continue;
        each_parent(past, *revision, [&](const Revision& parent) { left.push_back(parent.id); });
    }
    return found;
}

Content content_of(const Past& past) { return Folding(past).fold(heads(past)); }

Past united(const Past& a, const Past& b) {
    Past out = a;
    for (const auto& [id, revision] : b) {
        const auto [at, is_new] = out.emplace(id, revision);
        if (!is_new && is_husk(at->second.content) && !is_husk(revision.content)) at->second = revision;
    }
    bury(out);
    return out;
}

void bury(Past& past) {
    std::vector<Id> deletions;
    for (const auto& [id, revision] : past)
        if (is_gone(revision.content)) deletions.push_back(id);
    if (deletions.empty()) return;
    for (const Id& id : with_ancestors(past, deletions)) {
        Content& content = past[id].content;
        if (thing_of<Pair>(content)) content = Husk{};
    }
}

void unite(Pasts& into, const Pasts& more) {
    for (const auto& [item, past] : more) {
        const auto [at, is_new] = into.emplace(item, past);
        if (!is_new) at->second = united(at->second, past);
    }
}

Pasts united(Pasts a, const Pasts& b) {
    unite(a, b);
    return a;
}

std::vector<Revision> outgrown(const Past& past) {
    std::vector<Revision> husks;
    if (heads(past).size() != 1) return husks;
    std::vector<const Revision*> contents;
    for (const auto& [id, revision] : past)
        if (!is_husk(revision.content) && !is_gone(revision.content)) contents.push_back(&revision);
    std::sort(contents.begin(), contents.end(), [](const Revision* a, const Revision* b) { return comes_before(*b, *a); });
    for (std::size_t at = kept_contents; at < contents.size(); ++at) {
        husks.push_back(*contents[at]);
        husks.back().content = Husk{};
    }
    return husks;
}

Journal assembled(const Pasts& pasts) { return Assembly(pasts).run(); }

Listing listing_of(const Series& series) {
    Listing listing{{}, series.name, {}, series.unknown};
    for (const Pair& pair : series.pairs) listing.order.push_back(pair.id);
    return listing;
}

Listing listing_of(const Journal& journal) {
    Listing listing{journal.id, journal.title, {}, journal.unknown};
    for (const Series& series : journal.series) listing.order.push_back(series.id);
    return listing;
}

}  // namespace dajim::journal
