// The door's inside: one overload a change. `apply` is all that enters.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "journal/change.h"

namespace dajim::journal {

using Outcome = text::Result<Change, ChangeError>;

/// Applies a change to the journal it was made for.
class Door {
public:
    explicit Door(Journal& journal) : journal_(journal) {}

    Outcome operator()(const JournalRenamed& change);
    Outcome operator()(const JournalAdopted& change);
    Outcome operator()(const SeriesAdded& change);
    Outcome operator()(const SeriesRemoved& change);
    Outcome operator()(const SeriesRenamed& change);
    Outcome operator()(const SeriesAdopted& change);
    Outcome operator()(const SeriesMoved& change);
    Outcome operator()(const PairAdded& change);
    Outcome operator()(const PairRemoved& change);
    Outcome operator()(const PairRenamed& change);
    Outcome operator()(const PairMoved& change);
    Outcome operator()(const PairReplaced& change);
    Outcome operator()(const PairDated& change);
    Outcome operator()(const PastChanged& change);
    // apply_text.cpp
    Outcome operator()(const TextEdited& change);
    Outcome operator()(const DocumentReplaced& change);
    Outcome operator()(const OthersChanged& change);
    Outcome operator()(const PassagesPlaced& change);
    // apply_goals.cpp
    Outcome operator()(const GoalAdded& change);
    Outcome operator()(const GoalRemoved& change);
    Outcome operator()(const GoalChanged& change);
    Outcome operator()(const GoalMoved& change);
    Outcome operator()(const UnpromisedChanged& change);
    Outcome operator()(const EchoesChanged& change);
    Outcome operator()(const RefusedChanged& change);
    Outcome operator()(const PairSealed& change);
    Outcome operator()(const SealPlanned& change);
    Outcome operator()(const RetrospectiveDone& change);

private:
    struct Place { std::size_t series, pair; };

    std::optional<std::size_t> series_index(std::string_view id) const;
    std::optional<Place> place_of(std::string_view id) const;
    Pair& pair_at(Place place) { return journal_.series[place.series].pairs[place.pair]; }
    Pair* pair_of(std::string_view id);   ///< null when there is none

    Journal& journal_;
};

template <class Vector>
auto at(Vector& vector, std::size_t index) {
    return vector.begin() + static_cast<std::ptrdiff_t>(index);
}

template <class Vector>
void move_within(Vector& vector, std::size_t from, std::size_t to) {
    if (from < to) std::rotate(at(vector, from), at(vector, from + 1), at(vector, to + 1));
    if (to < from) std::rotate(at(vector, to), at(vector, from), at(vector, from + 1));
}

}  // namespace dajim::journal
