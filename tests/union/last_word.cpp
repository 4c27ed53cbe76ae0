// Asks two last revisions what the journal has to say, see last_word.h. Where there are three or more, that they are the same in any order is all that is asked.
#include "last_word.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <type_traits>

#include "journal/past.h"

namespace trial {
namespace {

using journal::Id;
using journal::Past;
using journal::Revision;

struct Parting {
    const Revision *base, *earlier, *later;   // base: null where the two have nothing in common
};

/// Nothing but where there are two, and one from which they parted.
std::optional<Parting> parting_of(const Past& past) {
    const std::vector<Id> last = journal::heads(past);
    if (last.size() != 2) return std::nullopt;
    const Revision *a = &past.at(last[0]), *b = &past.at(last[1]);
    if (std::tie(b->generation, b->id) < std::tie(a->generation, a->id)) std::swap(a, b);
    const std::set<Id> mine = journal::with_ancestors(past, {a->id}), theirs = journal::with_ancestors(past, {b->id});
    std::set<Id> common, older;
    std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::inserter(common, common.end()));
    for (const Id& id : common) older.insert(past.at(id).parents.begin(), past.at(id).parents.end());
    std::erase_if(common, [&](const Id& id) { return older.contains(id); });
    if (common.size() > 1) return std::nullopt;
    return Parting{common.empty() ? nullptr : &past.at(*common.begin()), a, b};
}

template <class Thing>
const Thing* thing_of(const Revision* revision) {
    const auto* held = revision ? std::get_if<std::shared_ptr<const Thing>>(&revision->content) : nullptr;
    return held ? held->get() : nullptr;
}

template <class Thing>
struct Versions {
    const Thing &now, *base, &earlier, &later;

    template <class Value>
    bool stands(Value Thing::*member) const {
        // An enumeration always says something.
        const bool has_none = !std::is_enum_v<Value> && later.*member == Value{};
        const Value& last = (base ? later.*member == base->*member : has_none) ? earlier.*member : later.*member;
        return now.*member == last;
    }
};

std::string broken(const Versions<journal::Goal>& goal) {
    if (!goal.stands(&journal::Goal::area)) return "area";
    if (!goal.stands(&journal::Goal::weight)) return "weight";
    if (!goal.stands(&journal::Goal::confidence)) return "confidence";
    if (!goal.now.verdict || !goal.earlier.verdict || !goal.later.verdict) return {};
    const journal::Verdict* const before = goal.base && goal.base->verdict ? &*goal.base->verdict : nullptr;
    const Versions<journal::Verdict> verdict{*goal.now.verdict, before, *goal.earlier.verdict, *goal.later.verdict};
    return verdict.stands(&journal::Verdict::kind) ? "" : "verdict";
}

std::string broken(const Versions<journal::Pair>& pair) {
    if (!pair.stands(&journal::Pair::name)) return "name";
    if (!pair.stands(&journal::Pair::start) || !pair.stands(&journal::Pair::end)) return "days";
    if (!pair.stands(&journal::Pair::seal) || !pair.stands(&journal::Pair::seals_on)) return "seal";
    if (!pair.stands(&journal::Pair::done)) return "day on which it was done";
    for (const journal::Goal& now : pair.now.goals) {
        const journal::Goal *const a = find_goal(pair.earlier, now.id), *const b = find_goal(pair.later, now.id);
        if (!a || !b) continue;
        const std::string what = broken(Versions<journal::Goal>{now, pair.base ? find_goal(*pair.base, now.id) : nullptr, *a, *b});
        if (!what.empty()) return what;
    }
    return {};
}

template <class Thing>
std::string broken(const Thing& now, const Parting& parting) {
    const Thing *const a = thing_of<Thing>(parting.earlier), *const b = thing_of<Thing>(parting.later);
    return a && b ? broken(Versions<Thing>{now, thing_of<Thing>(parting.base), *a, *b}) : std::string();   // one deleted it
}

std::string broken(const Versions<journal::Listing>& listing) { return listing.stands(&journal::Listing::name) ? "" : "name"; }

}  // namespace

std::string broken_last_word(const journal::Journal& journal) {
    for (const auto& [item, past] : journal.pasts) {
        const auto parting = parting_of(past);
        if (!parting) continue;
        std::string what;
        if (item.of == journal::Item::Of::pair) {
            if (const journal::Pair* const pair = find_pair(journal, item.id)) what = broken(*pair, *parting);
        } else if (item.of == journal::Item::Of::journal) {
            what = broken(listing_of(journal), *parting);
        } else if (const journal::Series* const series = find_series(journal, item.id)) {
            what = broken(listing_of(*series), *parting);
        }
        if (!what.empty()) return "the last word does not stand: the " + what + " of " + (item.id.empty() ? "the journal" : item.id);
    }
    return {};
}

}  // namespace trial
