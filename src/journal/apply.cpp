// The one door: each change checked against the journal, done, and answered with the change that takes it back.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "journal/change.h"
#include "text/utf8.h"

namespace dajim::journal {

namespace {

using Outcome = text::Result<Change, ChangeError>;

bool is_clean(std::string_view words) {
    return words.find('\0') == std::string_view::npos && text::is_valid_utf8(words);
}

bool is_clean(const std::vector<Unknown>& unknown) {
    return std::all_of(unknown.begin(), unknown.end(),
                       [](const Unknown& one) { return is_clean(one.key) && is_clean(one.json); });
}

bool is_clean(const Document& document) {
    for (std::size_t i = 0; i < document.text.paragraphs(); ++i)
        if (!is_clean(document.text.paragraph(i))) return false;
    return is_clean(document.file_name) && is_clean(document.unknown);
}

bool is_clean(const Pair& pair) {
    return is_clean(pair.name) && is_clean(pair.unknown) && is_clean(pair.documents[0]) && is_clean(pair.documents[1]);
}

bool is_clean(const Series& series) {
    return is_clean(series.name) && is_clean(series.unknown) &&
           std::all_of(series.pairs.begin(), series.pairs.end(), [](const Pair& pair) { return is_clean(pair); });
}

bool days_exist(const std::optional<Date>& start, const std::optional<Date>& end) {
    return (!start || exists(*start)) && (!end || exists(*end));
}

bool is_taken(const Journal& journal, std::string_view id) {
    return find_series(journal, id) != nullptr || find_pair(journal, id) != nullptr;
}

template <class Vector>
auto at(Vector& vector, std::size_t index) {
    return vector.begin() + static_cast<std::ptrdiff_t>(index);
}

template <class Vector>
void move_within(Vector& vector, std::size_t from, std::size_t to) {
    if (from < to) std::rotate(at(vector, from), at(vector, from + 1), at(vector, to + 1));
    if (to < from) std::rotate(at(vector, to), at(vector, from), at(vector, from + 1));
}

// Applies the changes to the journal it was made for, one overload a change.
class Door {
public:
    explicit Door(Journal& journal) : journal_(journal) {}

    Outcome operator()(const JournalRenamed& change) {
        if (!is_clean(change.title)) return ChangeError::bad_text;
        return Change{JournalRenamed{std::exchange(journal_.title, change.title)}};
    }

    Outcome operator()(const JournalAdopted& change) {
        if (!change.id.empty() && !is_id(change.id)) return ChangeError::taken_id;
        if (!is_clean(change.title) || !is_clean(change.unknown)) return ChangeError::bad_text;
        return Change{JournalAdopted{std::exchange(journal_.id, change.id), std::exchange(journal_.title, change.title),
                                     std::exchange(journal_.unknown, change.unknown)}};
    }

    Outcome operator()(const SeriesAdded& change) {
        std::set<std::string_view> ids;
        const auto is_new = [&](const Id& id) { return is_id(id) && !is_taken(journal_, id) && ids.insert(id).second; };
        if (!is_new(change.series.id)) return ChangeError::taken_id;
        for (const Pair& pair : change.series.pairs) {
            if (!is_new(pair.id)) return ChangeError::taken_id;
            if (!days_exist(pair.start, pair.end)) return ChangeError::out_of_range;
        }
        if (change.index > journal_.series.size()) return ChangeError::out_of_range;
        if (!is_clean(change.series)) return ChangeError::bad_text;
        journal_.series.insert(at(journal_.series, change.index), change.series);
        return Change{SeriesRemoved{change.series.id}};
    }

    Outcome operator()(const SeriesRemoved& change) {
        const auto found = series_index(change.series);
        if (!found) return ChangeError::unknown_id;
        Series series = std::move(journal_.series[*found]);
        journal_.series.erase(at(journal_.series, *found));
        return Change{SeriesAdded{std::move(series), *found}};
    }

    Outcome operator()(const SeriesRenamed& change) {
        const auto found = series_index(change.series);
        if (!found) return ChangeError::unknown_id;
        if (!is_clean(change.name)) return ChangeError::bad_text;
        return Change{SeriesRenamed{change.series, std::exchange(journal_.series[*found].name, change.name)}};
    }

    Outcome operator()(const SeriesMoved& change) {
        const auto found = series_index(change.series);
        if (!found) return ChangeError::unknown_id;
        if (change.index >= journal_.series.size()) return ChangeError::out_of_range;
        move_within(journal_.series, *found, change.index);
        return Change{SeriesMoved{change.series, *found}};
    }

    Outcome operator()(const PairAdded& change) {
        const auto found = series_index(change.series);
        if (!found) return ChangeError::unknown_id;
        if (!is_id(change.pair.id) || is_taken(journal_, change.pair.id)) return ChangeError::taken_id;
        std::vector<Pair>& pairs = journal_.series[*found].pairs;
        if (change.index > pairs.size() || !days_exist(change.pair.start, change.pair.end))
            return ChangeError::out_of_range;
        if (!is_clean(change.pair)) return ChangeError::bad_text;
        pairs.insert(at(pairs, change.index), change.pair);
        return Change{PairRemoved{change.pair.id}};
    }

    Outcome operator()(const PairRemoved& change) {
        const auto found = place_of(change.pair);
        if (!found) return ChangeError::unknown_id;
        Series& series = journal_.series[found->series];
        Pair pair = std::move(series.pairs[found->pair]);
        series.pairs.erase(at(series.pairs, found->pair));
        return Change{PairAdded{series.id, std::move(pair), found->pair}};
    }

    Outcome operator()(const PairRenamed& change) {
        const auto found = place_of(change.pair);
        if (!found) return ChangeError::unknown_id;
        if (!is_clean(change.name)) return ChangeError::bad_text;
        return Change{PairRenamed{change.pair, std::exchange(pair_at(*found).name, change.name)}};
    }

    Outcome operator()(const PairMoved& change) {
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

    Outcome operator()(const PairDated& change) {
        const auto found = place_of(change.pair);
        if (!found) return ChangeError::unknown_id;
        if (!days_exist(change.start, change.end)) return ChangeError::out_of_range;
        Pair& pair = pair_at(*found);
        return Change{
            PairDated{change.pair, std::exchange(pair.start, change.start), std::exchange(pair.end, change.end)}};
    }

    Outcome operator()(const TextEdited& change) {
        const auto found = place_of(change.pair);
        if (!found) return ChangeError::unknown_id;
        text::Buffer& buffer = pair_at(*found).document(change.end).text;
        if (!buffer.contains(change.edit.range)) return ChangeError::out_of_range;
        if (!is_clean(change.edit.text)) return ChangeError::bad_text;
        return Change{TextEdited{change.pair, change.end, buffer.apply(change.edit)}};
    }

    Outcome operator()(const DocumentReplaced& change) {
        const auto found = place_of(change.pair);
        if (!found) return ChangeError::unknown_id;
        if (!is_clean(change.document)) return ChangeError::bad_text;
        return Change{DocumentReplaced{change.pair, change.end,
                                       std::exchange(pair_at(*found).document(change.end), change.document)}};
    }

private:
    struct Place { std::size_t series, pair; };

    std::optional<std::size_t> series_index(std::string_view id) const {
        for (std::size_t i = 0; i < journal_.series.size(); ++i)
            if (journal_.series[i].id == id) return i;
        return std::nullopt;
    }

    std::optional<Place> place_of(std::string_view id) const {
        for (std::size_t i = 0; i < journal_.series.size(); ++i)
            for (std::size_t k = 0; k < journal_.series[i].pairs.size(); ++k)
                if (journal_.series[i].pairs[k].id == id) return Place{i, k};
        return std::nullopt;
    }

    Pair& pair_at(Place place) { return journal_.series[place.series].pairs[place.pair]; }

    Journal& journal_;
};

}  // namespace

Outcome apply(Journal& journal, const Change& change) {
    return std::visit(Door{journal}, change);
}

std::vector<Id> touched_pairs(const Change& change) {
    struct Pairs {
        std::vector<Id> operator()(const JournalRenamed&) const { return {}; }
        std::vector<Id> operator()(const JournalAdopted&) const { return {}; }
        std::vector<Id> operator()(const SeriesAdded& added) const {
            std::vector<Id> ids;
            for (const Pair& pair : added.series.pairs) ids.push_back(pair.id);
            return ids;
        }
        std::vector<Id> operator()(const SeriesRemoved&) const { return {}; }
        std::vector<Id> operator()(const SeriesRenamed&) const { return {}; }
        std::vector<Id> operator()(const SeriesMoved&) const { return {}; }
        std::vector<Id> operator()(const PairAdded& added) const { return {added.pair.id}; }
        std::vector<Id> operator()(const PairRemoved& change) const { return {change.pair}; }
        std::vector<Id> operator()(const PairRenamed& change) const { return {change.pair}; }
        std::vector<Id> operator()(const PairMoved& change) const { return {change.pair}; }
        std::vector<Id> operator()(const PairDated& change) const { return {change.pair}; }
        std::vector<Id> operator()(const TextEdited& change) const { return {change.pair}; }
        std::vector<Id> operator()(const DocumentReplaced& change) const { return {change.pair}; }
    };
    return std::visit(Pairs{}, change);
}

}  // namespace dajim::journal
