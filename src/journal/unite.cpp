// The union of two journals as changes, see unite.h.
#include "journal/unite.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "journal/past.h"

namespace dajim::journal {
namespace {

enum class Absence { deleted, unknown };   ///< what it means that a thing which the pasts tell of is not in the journal

/// Pairs and series by their ids.
class Things {
public:
    explicit Things(const Journal& journal) {
        for (const Series& series : journal.series) {
            series_[series.id] = &series;
            for (const Pair& pair : series.pairs) pairs_[pair.id] = &pair;
        }
    }
    const std::map<Id, const Pair*>& pairs() const { return pairs_; }
    const std::map<Id, const Series*>& series() const { return series_; }
    const Pair* pair(const Id& id) const {
        const auto found = pairs_.find(id);
        return found == pairs_.end() ? nullptr : found->second;
    }
    const Series* one_series(const Id& id) const {
        const auto found = series_.find(id);
        return found == series_.end() ? nullptr : found->second;
    }

private:
    std::map<Id, const Pair*> pairs_;
    std::map<Id, const Series*> series_;
};

bool is_now(const Content& content, const Pair* pair) {
    const auto* held = std::get_if<std::shared_ptr<const Pair>>(&content);
    return held && pair && **held == *pair;
}

/// The pasts with what the journal is as their last revisions.
class Handing {
public:
    Handing(const Journal& journal, const NameRevision& name, Absence absence)
        : pasts_(journal.pasts), journal_(journal), now_(journal), name_(name), absence_(absence) {}

    /// What lists a pair that comes back, or one that another series has too, shows itself only once that is there: so until all fits. What
    /// is there only because a pair needs it, and stands elsewhere now, fits once it is told for its own sake.
    Pasts run() {
        for (bool whole = false; grow_all(whole) || !std::exchange(whole, true);) {}
        return std::move(pasts_);
    }

private:
    /// Of what the pasts do not tell, or (`whole`) of all, where something is not told. True when there was anything.
    bool grow_all(bool whole) {
        grew_ = false;
        const Journal shown = assembled(pasts_);
        if (whole && shown.series == journal_.series) return false;
        const Things then(shown);
        for (const auto& [id, pair] : now_.pairs()) {
            const Pair* const known = then.pair(id);
            if (whole || !known || *known != *pair) grow({Item::Of::pair, id}, std::make_shared<const Pair>(*pair));
        }
        for (const auto& [id, series] : now_.series()) {
            const Series* const known = then.one_series(id);
            Listing listing = listing_of(*series);
            if (whole || !known || listing_of(*known) != listing) grow({Item::Of::series, id}, std::make_shared<const Listing>(std::move(listing)));
        }
        if (Listing listing = listing_of(journal_); !pasts_.contains({}) || listing_of(shown) != listing)
            grow({}, std::make_shared<const Listing>(std::move(listing)));
        if (absence_ == Absence::unknown) return grew_;
        for (const auto& [id, pair] : then.pairs())
            if (!now_.pair(id)) grow({Item::Of::pair, id}, Gone{});
        for (const auto& [id, series] : then.series())
            if (!now_.one_series(id)) grow({Item::Of::series, id}, Gone{});
        return grew_;
    }

    void grow(const Item& item, Content content) {
        Past& past = pasts_[item];
        if (!past.empty() && same_content(content_of(past), content)) return;
        Revision revision{{}, heads(past), 1, std::move(content)};
        for (const Id& parent : revision.parents) revision.generation = std::max(revision.generation, past[parent].generation + 1);
        std::sort(revision.parents.begin(), revision.parents.end());
        revision.id = name_(item, revision);
        past[revision.id] = revision;
        for (Revision& husk : outgrown(past)) past[husk.id] = std::move(husk);
        bury(past);
        grew_ = true;
    }

    Pasts pasts_;
    const Journal& journal_;
    Things now_;
    const NameRevision& name_;
    Absence absence_;
    bool grew_ = false;
};

Pasts pasts_of(const Journal& journal, const NameRevision& name, Absence absence) { return Handing(journal, name, absence).run(); }

/// What is known of a thing in `more`, where no more was told of it in `pasts` than in `then`.
void put_where_untold(Pasts& pasts, const Pasts& then, const Pasts& more) {
    const auto past_in = [](const Pasts& all, const Item& item) {
        const auto found = all.find(item);
        return found == all.end() ? nullptr : &found->second;
    };
    for (const auto& [item, past] : more) {
        const Past *const was = past_in(then, item), *const is = past_in(pasts, item);
        if (was && is ? *was == *is : was == is) pasts[item] = past;
    }
}

/// What makes the one pasts the other, which have all their revisions. The contents that pairs have in `now` go without a copy.
std::vector<Change> growth(const Pasts& from, const Pasts& to, const Journal& now) {
    const Things things(now);
    std::vector<Change> changes;
    for (const auto& [item, past] : to) {
        const auto known = from.find(item);
        PastChanged change{item, {}, {}};
        for (const auto& [id, revision] : past) {
            if (known != from.end()) {
                const auto same = known->second.find(id);
                if (same != known->second.end() && same->second == revision) continue;
            }
            change.put.push_back(revision);
            if (item.of == Item::Of::pair && is_now(revision.content, things.pair(item.id))) change.put.back().content = AsNow{};
        }
        if (!change.put.empty()) changes.push_back(std::move(change));
    }
    return changes;
}

/// Makes one journal the other, but for the pasts.
class Turning {
public:
    Turning(const Journal& own, const Journal& target) : target_(target), now_(own), then_(target) {
        for (const Series& series : own.series) {
            series_.push_back(series.id);
            for (const Pair& pair : series.pairs) pairs_[series.id].push_back(pair.id);
        }
        if (own.id != target.id || own.title != target.title || own.unknown != target.unknown)
            changes_.push_back(JournalAdopted{target.id, target.title, target.unknown});
    }

    std::vector<Change> run() {
        for (const Series& series : target_.series) {
            const Series* const here = now_.one_series(series.id);
            if (!here) {
                changes_.push_back(SeriesAdded{Series{series.id, series.name, {}, series.unknown}, series_.size()});
                series_.push_back(series.id);
            } else if (here->name != series.name || here->unknown != series.unknown) {
                changes_.push_back(SeriesAdopted{series.id, series.name, series.unknown});
            }
        }
        for (const auto& [id, pair] : now_.pairs()) {
            if (then_.pair(id)) continue;
            changes_.push_back(PairRemoved{id});
            take_out(id);
        }
        for (const Series& series : target_.series)
            for (std::size_t at = 0; at < series.pairs.size(); ++at) put(series.pairs[at], series.id, at);
        for (const auto& [id, series] : now_.series()) {
            if (then_.one_series(id)) continue;
            changes_.push_back(SeriesRemoved{id});
            std::erase(series_, id);
        }
        for (std::size_t at = 0; at < target_.series.size(); ++at) {
            const Id& id = target_.series[at].id;
            if (series_[at] == id) continue;
            changes_.push_back(SeriesMoved{id, at});
            std::erase(series_, id);
            series_.insert(series_.begin() + static_cast<std::ptrdiff_t>(at), id);
        }
        return std::move(changes_);
    }

private:
    void take_out(const Id& pair) {
        for (auto& [series, pairs] : pairs_) std::erase(pairs, pair);
    }

    void put(const Pair& pair, const Id& series, std::size_t at) {
        const Pair* const here = now_.pair(pair.id);
        if (here && *here != pair) changes_.push_back(PairReplaced{pair});
        std::vector<Id>& order = pairs_[series];
        if (at < order.size() && order[at] == pair.id) return;
        if (here) changes_.push_back(PairMoved{pair.id, series, at});
        else changes_.push_back(PairAdded{series, pair, at});
        take_out(pair.id);
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), pair.id);
    }

    const Journal& target_;
    Things now_, then_;
    std::vector<Id> series_;
    std::map<Id, std::vector<Id>> pairs_;
    std::vector<Change> changes_;
};

void count(UnionPlan& plan, const Journal& own, const Journal& incoming, const Journal& target) {
    const Things now(own), there(incoming), then(target);
    for (const auto& [id, pair] : then.pairs()) {
        const Pair* const here = now.pair(id);
        if (!here) {
            const auto past = own.pasts.find({Item::Of::pair, id});
            ++(past == own.pasts.end() ? plan.pairs_new : plan.pairs_back);
            continue;
        }
        if (*here == *pair) continue;
        ++plan.pairs_changed;
        const Pair* const theirs = there.pair(id);
        for (const End end : both_ends) {
            const Document &ours = here->document(end), &both = pair->document(end);
            if (both.others.size() > ours.others.size() && (!theirs || both.others != theirs->document(end).others)) ++plan.texts_both_kept;
            else if (theirs && both.text != ours.text && both.text != theirs->document(end).text) ++plan.texts_merged;
        }
    }
    for (const auto& [id, pair] : now.pairs()) plan.pairs_gone += then.pair(id) == nullptr;
    plan.deletes_much = is_much(plan.pairs_gone, own);
}

}  // namespace

bool UnionPlan::is_seen() const {
    return std::any_of(changes.begin(), changes.end(), [](const Change& one) { return !std::holds_alternative<PastChanged>(one); });
}

void UnionPlan::append(UnionPlan more) {
    std::move(more.changes.begin(), more.changes.end(), std::back_inserter(changes));
    pairs_new += more.pairs_new;
    pairs_back += more.pairs_back;
    pairs_changed += more.pairs_changed;
    pairs_gone += more.pairs_gone;
    texts_merged += more.texts_merged;
    texts_both_kept += more.texts_both_kept;
    deletes_much |= more.deletes_much;
}

bool is_much(std::size_t pairs_gone, const Journal& journal) {
    std::size_t pairs = 0;
    for (const Series& series : journal.series) pairs += series.pairs.size();
    return pairs_gone * 10 > pairs;
}

std::vector<Change> handing_over(const Journal& journal, const NameRevision& name) {
    return growth(journal.pasts, pasts_of(journal, name, Absence::deleted), journal);
}

std::vector<Change> handing_over_then(const Journal& journal, const Journal& then, const NameRevision& name) {
    Pasts grown = journal.pasts;
    put_where_untold(grown, then.pasts, pasts_of(then, name, Absence::deleted));
    return growth(journal.pasts, grown, journal);
}

void complete_pasts(Journal& incoming, const NameRevision& name, Reading* last) {
    if (incoming.pasts.empty()) return;
    Pasts written = incoming.pasts;
    if (last) put_where_untold(incoming.pasts, last->written, last->completed);
    incoming.pasts = pasts_of(incoming, name, Absence::unknown);
    if (last) *last = {std::move(written), incoming.pasts};
}

bool has_untold_pairs(const Journal& journal) {
    const Things now(journal);
    const auto is_new = [&](const auto& one) { return !journal.pasts.contains({Item::Of::pair, one.first}); };
    const auto has_gone = [&](const auto& one) {
        const auto& [item, past] = one;
        if (item.of != Item::Of::pair || now.pair(item.id)) return false;
        const Content known = content_of(past);
        return !std::holds_alternative<Gone>(known) && !std::holds_alternative<Husk>(known);
    };
    return std::any_of(now.pairs().begin(), now.pairs().end(), is_new) || std::any_of(journal.pasts.begin(), journal.pasts.end(), has_gone);
}

bool are_related(const Journal& own, const Journal& incoming) {
    if (incoming.pasts.empty()) return false;
    if (own.id == incoming.id && !own.id.empty()) return true;
    const Things here(own);
    for (const auto& [item, past] : incoming.pasts)
        if (item.of == Item::Of::pair && (here.pair(item.id) || own.pasts.contains(item))) return true;
    return false;
}

UnionPlan plan_union(const Journal& own, const Journal& incoming, const NameRevision& name) {
    UnionPlan plan;
    const Pasts ours = pasts_of(own, name, Absence::deleted);
    const Pasts all = united(ours, pasts_of(incoming, name, Absence::unknown));
    if (all == ours) return plan;
    const Journal target = assembled(all);
    plan.changes = growth(own.pasts, ours, own);
    for (Change& change : Turning(own, target).run()) plan.changes.push_back(std::move(change));
    for (Change& change : growth(ours, all, target)) plan.changes.push_back(std::move(change));
    count(plan, own, incoming, target);
    return plan;
}

}  // namespace dajim::journal
