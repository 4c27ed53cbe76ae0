// What is looked for in the journal, where, and what of it was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "journal/journal.h"
#include "text/find.h"

namespace dajim::app {

enum class FindScope : std::uint8_t { page, pair, journal };

/// One of the journal's documents, and the matches in it.
struct Searched {
    journal::Id pair;
    journal::End end = journal::End::resolution;
    text::Matches matches;
};

/// A place in the journal.
struct Found {
    journal::Id pair;
    journal::End end = journal::End::resolution;
    text::Range range;
    bool operator==(const Found&) const = default;
};

struct Finding {
    bool open = false;          ///< the bar is there, matches are shown
    bool replacing = false;     ///< … with its second row
    FindScope scope = FindScope::pair;
    text::FindOptions options;
    text::Query query;
    std::vector<Searched> documents;   ///< of the scope, in the journal's order
    Found origin;               ///< where the person stood when they began to write what they look for
    bool seeks = false;         ///< the match next to the origin is to be shown once it is known

    /// All documents of the scope, or those of one pair, were searched.
    bool complete() const;
    bool complete(const journal::Id& pair) const;
    std::size_t count() const;
    /// Null where the document is not in the scope.
    const text::Matches* in(const journal::Id& pair, journal::End end) const;
    /// The match at an index over all documents; index < count().
    Found at(std::size_t index) const;
    /// The index of the match that lies at this very place.
    std::optional<std::size_t> index_of(const Found& place) const;
    /// The next match behind a place, or before it; after the last comes the first. `within`: of this pair alone (empty: of all).
    /// A match that begins at the place is next to it where the place is none itself.
    std::optional<Found> next(const Found& from, bool backward, const journal::Id& within = {}) const;
};

/// Takes over which documents the scope has now, and searches what is not known of them, `here` (a pair) first, up to about `bytes`.
void search(Finding& finding, const journal::Journal& journal, const journal::Id& here, journal::End shown, std::size_t bytes);

/// Edits that put `with` in the place of each match, last to first. Where there are very many, one edit does the work of all.
std::vector<text::Edit> replacing_all(const text::Buffer& buffer, const text::Matches& matches, std::string_view with);

}  // namespace dajim::app
