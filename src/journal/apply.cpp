// The one door: each change checked against the journal, done, and answered with the change that takes it back. What is done to
// texts is in apply_text.cpp, to goals in apply_goals.cpp.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "journal/door.h"
#include "journal/fitness.h"

namespace dajim::journal {

namespace {

/// Is this the id of an entry that nobody knows? In the file it would be there twice.
bool is_unknown_entry(const std::vector<Unknown>& unknown, std::string_view id) {
    return std::any_of(unknown.begin(), unknown.end(), [&](const Unknown& one) {
        return one.key.starts_with(unknown_entries) && std::string_view(one.key).substr(unknown_entries.size()) == id;
    });
}

bool is_taken(const Journal& journal, std::string_view id) {
    return find_series(journal, id) != nullptr || find_pair(journal, id) != nullptr || is_unknown_entry(journal.unknown, id);
}

struct Touched {
    std::vector<Id> operator()(const JournalRenamed&) const { return {}; }
    std::vector<Id> operator()(const JournalAdopted&) const { return {}; }
    std::vector<Id> operator()(const SeriesAdded& added) const {
        std::vector<Id> ids;
        for (const Pair& pair : added.series.pairs) ids.push_back(pair.id);
        return ids;
    }
    std::vector<Id> operator()(const SeriesRemoved&) const { return {}; }
    std::vector<Id> operator()(const SeriesRenamed&) const { return {}; }
    std::vector<Id> operator()(const SeriesAdopted&) const { return {}; }
    std::vector<Id> operator()(const SeriesMoved&) const { return {}; }
    std::vector<Id> operator()(const PairAdded& added) const { return {added.pair.id}; }
    std::vector<Id> operator()(const PairReplaced& replaced) const { return {replaced.pair.id}; }
    std::vector<Id> operator()(const PastChanged& grown) const {
        return grown.item.of == Item::Of::pair ? std::vector{grown.item.id} : std::vector<Id>{};
    }
    std::vector<Id> operator()(const auto& of_one_pair) const { return {of_one_pair.pair}; }
};

}  // namespace

Outcome Door::operator()(const JournalRenamed& change) {
    if (!is_clean(change.title)) return ChangeError::bad_text;
    return Change{JournalRenamed{std::exchange(journal_.title, change.title)}};
}

Outcome Door::operator()(const JournalAdopted& change) {
    if (!change.id.empty() && !is_id(change.id)) return ChangeError::taken_id;
    if (!is_clean(change.title) || !is_clean(change.unknown)) return ChangeError::bad_text;
    for (const Series& series : journal_.series) {
        if (is_unknown_entry(change.unknown, series.id)) return ChangeError::taken_id;
        for (const Pair& pair : series.pairs)
            if (is_unknown_entry(change.unknown, pair.id)) return ChangeError::taken_id;
    }
    return Change{JournalAdopted{std::exchange(journal_.id, change.id), std::exchange(journal_.title, change.title),
                                 std::exchange(journal_.unknown, change.unknown)}};
}

Outcome Door::operator()(const SeriesAdded& change) {
    std::set<std::string_view> ids;
    const auto is_new = [&](const Id& id) { return is_id(id) && !is_taken(journal_, id) && ids.insert(id).second; };
    if (!is_new(change.series.id)) return ChangeError::taken_id;
    for (const Pair& pair : change.series.pairs) {
        if (!is_new(pair.id)) return ChangeError::taken_id;
        if (const auto wrong = misfit(pair)) return *wrong;
    }
    if (change.index > journal_.series.size()) return ChangeError::out_of_range;
    if (!is_clean(change.series.name) || !is_clean(change.series.unknown)) return ChangeError::bad_text;
    journal_.series.insert(at(journal_.series, change.index), change.series);
    return Change{SeriesRemoved{change.series.id}};
}

Outcome Door::operator()(const SeriesRemoved& change) {
    const auto found = series_index(change.series);
    if (!found) return ChangeError::unknown_id;
    Series series = std::move(journal_.series[*found]);
    journal_.series.erase(at(journal_.series, *found));
    return Change{SeriesAdded{std::move(series), *found}};
}

Outcome Door::operator()(const SeriesRenamed& change) {
    const auto found = series_index(change.series);
    if (!found) return ChangeError::unknown_id;
    if (!is_clean(change.name)) return ChangeError::bad_text;
    return Change{SeriesRenamed{change.series, std::exchange(journal_.series[*found].name, change.name)}};
}

Outcome Door::operator()(const SeriesAdopted& change) {
    const auto found = series_index(change.series);
    if (!found) return ChangeError::unknown_id;
    if (!is_clean(change.name) || !is_clean(change.unknown)) return ChangeError::bad_text;
    Series& series = journal_.series[*found];
    return Change{SeriesAdopted{change.series, std::exchange(series.name, change.name), std::exchange(series.unknown, change.unknown)}};
}

Outcome Door::operator()(const SeriesMoved& change) {
    const auto found = series_index(change.series);
    if (!found) return ChangeError::unknown_id;
    if (change.index >= journal_.series.size()) return ChangeError::out_of_range;
    move_within(journal_.series, *found, change.index);
    return Change{SeriesMoved{change.series, *found}};
}

Outcome Door::operator()(const PairAdded& change) {
    const auto found = series_index(change.series);
    if (!found) return ChangeError::unknown_id;
    if (!is_id(change.pair.id) || is_taken(journal_, change.pair.id)) return ChangeError::taken_id;
    std::vector<Pair>& pairs = journal_.series[*found].pairs;
    if (change.index > pairs.size()) return ChangeError::out_of_range;
    if (const auto wrong = misfit(change.pair)) return *wrong;
    pairs.insert(at(pairs, change.index), change.pair);
    return Change{PairRemoved{change.pair.id}};
}

Outcome Door::operator()(const PairRemoved& change) {
    const auto found = place_of(change.pair);
    if (!found) return ChangeError::unknown_id;
    Series& series = journal_.series[found->series];
    Pair pair = std::move(series.pairs[found->pair]);
    series.pairs.erase(at(series.pairs, found->pair));
    return Change{PairAdded{series.id, std::move(pair), found->pair}};
}

Outcome Door::operator()(const PairRenamed& change) {
    const auto found = place_of(change.pair);
    if (!found) return ChangeError::unknown_id;
    if (!is_clean(change.name)) return ChangeError::bad_text;
    return Change{PairRenamed{change.pair, std::exchange(pair_at(*found).name, change.name)}};
}

Outcome Door::operator()(const PairMoved& change) {
    const auto found = place_of(change.pair);
    const auto goal = series_index(change.series);
    if (!found || !goal) return ChangeError::unknown_id;
    Series& from = journal_.series[found->series];
    Series& to = journal_.series[*goal];
    const std::size_t end = to.pairs.size() - (&from == &to ? 1 : 0);
    if (change.index > end) return ChangeError::out_of_range;
    if (&from == &to) {
        move_within(from.pairs, found->pair, change.index);
    } else {
        Pair pair = std::move(from.pairs[found->pair]);
        from.pairs.erase(at(from.pairs, found->pair));
        to.pairs.insert(at(to.pairs, change.index), std::move(pair));
    }
    return Change{PairMoved{change.pair, from.id, found->pair}};
}

Outcome Door::operator()(const PairReplaced& change) {
    Pair* const pair = pair_of(change.pair.id);
    if (!pair) return ChangeError::unknown_id;
    if (const auto wrong = misfit(change.pair)) return *wrong;
    return Change{PairReplaced{std::exchange(*pair, change.pair)}};
}

Outcome Door::operator()(const PastChanged& change) {
    const auto past = journal_.pasts.find(change.item);
    Past grown = past == journal_.pasts.end() ? Past{} : past->second;
    PastChanged back{change.item, {}, {}};
    std::set<std::string_view> named(change.take.begin(), change.take.end());
    for (const Revision& one : change.put) {
        if (!named.insert(one.id).second) return ChangeError::taken_id;
        Revision revision = one;
        if (std::holds_alternative<AsNow>(revision.content)) {
            const Pair* const pair = change.item.of == Item::Of::pair ? find_pair(journal_, change.item.id) : nullptr;
            if (!pair) return ChangeError::unknown_id;
            revision.content = std::make_shared<const Pair>(*pair);
        }
        if (const auto wrong = misfit(revision, change.item)) return *wrong;
        const auto [at, is_new] = grown.emplace(one.id, revision);
        if (is_new) back.take.push_back(one.id);
        else back.put.push_back(std::exchange(at->second, std::move(revision)));
    }
    if (!is_whole(grown)) return ChangeError::out_of_range;
    // From the youngest on, so that those go together that come from each other.
    std::vector<const Revision*> leaving;
    for (const Id& id : change.take)
        if (const auto at = grown.find(id); at != grown.end()) leaving.push_back(&at->second);
    std::sort(leaving.begin(), leaving.end(), [](const Revision* a, const Revision* b) { return a->generation > b->generation; });
    for (const Revision* one : leaving) {
        const bool needed = std::any_of(grown.begin(), grown.end(), [&](const auto& other) {
            return std::find(other.second.parents.begin(), other.second.parents.end(), one->id) != other.second.parents.end();
        });
        if (needed) continue;
        back.put.push_back(*one);
        grown.erase(Id(one->id));
    }
    if (grown.empty()) journal_.pasts.erase(change.item);
    else journal_.pasts[change.item] = std::move(grown);
    return Change{std::move(back)};
}

Outcome Door::operator()(const PairDated& change) {
    const auto found = place_of(change.pair);
    if (!found) return ChangeError::unknown_id;
    if (!days_exist(change.start, change.end)) return ChangeError::out_of_range;
    Pair& pair = pair_at(*found);
    return Change{
        PairDated{change.pair, std::exchange(pair.start, change.start), std::exchange(pair.end, change.end)}};
}

std::optional<std::size_t> Door::series_index(std::string_view id) const {
    for (std::size_t i = 0; i < journal_.series.size(); ++i)
        if (journal_.series[i].id == id) return i;
    return std::nullopt;
}

std::optional<Door::Place> Door::place_of(std::string_view id) const {
    for (std::size_t i = 0; i < journal_.series.size(); ++i)
        for (std::size_t k = 0; k < journal_.series[i].pairs.size(); ++k)
            if (journal_.series[i].pairs[k].id == id) return Place{i, k};
    return std::nullopt;
}

Pair* Door::pair_of(std::string_view id) {
    const auto place = place_of(id);
    return place ? &pair_at(*place) : nullptr;
}

Outcome apply(Journal& journal, const Change& change) {
    return std::visit(Door{journal}, change);
}

std::vector<Id> touched_pairs(const Change& change) {
    return std::visit(Touched{}, change);
}

}  // namespace dajim::journal
