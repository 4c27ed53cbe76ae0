// What the journal remembers of its things as they were handed over: revisions, each by the ones it came from.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "journal/id.h"

namespace dajim::journal {

struct Pair;

/// A thing that has a past: a pair, a series (its name and which pairs it has), or the journal itself (its title and its series).
struct Item {
    enum class Of : std::uint8_t { journal, series, pair } of = Of::journal;
    Id id;   ///< empty for the journal
    auto operator<=>(const Item&) const = default;
};

/// A series or the journal, but for what it lists.
struct Listing {
    Id id;                          ///< the journal's; empty for a series
    std::string name;               ///< or title
    std::vector<Id> order;          ///< of a series its pairs, of the journal its series
    std::vector<Unknown> unknown;
    bool operator==(const Listing&) const = default;
};

struct Husk { bool operator==(const Husk&) const = default; };    ///< it was something; what, is known no more
struct Gone { bool operator==(const Gone&) const = default; };    ///< it was deleted
struct AsNow { bool operator==(const AsNow&) const = default; };  ///< only in a change: what the pair is when it is applied

using Content = std::variant<Husk, Gone, AsNow, std::shared_ptr<const Pair>, std::shared_ptr<const Listing>>;

/// By what is in them.
bool same_content(const Content& a, const Content& b);

struct Revision {
    Id id;                          ///< made of all the rest (formats/revision_json.h): who has the same has the same name for it
    std::vector<Id> parents;        ///< sorted
    std::uint64_t generation = 1;   ///< one more than the greatest of its parents'
    Content content;
    bool operator==(const Revision& other) const {
        return id == other.id && parents == other.parents && generation == other.generation && same_content(content, other.content);
    }
};

inline constexpr std::uint64_t most_generations = 1'000'000'000;

/// The revisions of one thing. It only ever grows; what is too old to be needed becomes a husk.
using Past = std::map<Id, Revision>;
using Pasts = std::map<Item, Past>;

}  // namespace dajim::journal
