// Three-way merges of what is not prose: single values, lists of elements that have a name, sets.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dajim::journal {

template <class Value>
bool says_nothing(const Value&) { return false; }
template <class Value>
bool says_nothing(const std::optional<Value>& value) { return !value; }
inline bool says_nothing(const std::string& value) { return value.empty(); }

/// The value of the side that changed it; of both, the later one's. Where it is not known what it was, a side that has none may never have
/// had one: then it is the other's.
template <class Value>
const Value& chosen(const Value* base, const Value& earlier, const Value& later) {
    return (base ? later == *base : says_nothing(later)) ? earlier : later;
}

/// Which keys there are and in which order, whether by elements or by themselves. An element that one side deleted goes, unless
/// `edited(key)` says that the other side did something to it.
template <class Key, class Edited>
std::vector<Key> united_keys(const std::vector<Key>& base, const std::vector<Key>& earlier, const std::vector<Key>& later, Edited edited) {
    const std::set<Key> before(base.begin(), base.end()), e(earlier.begin(), earlier.end()), l(later.begin(), later.end());
    const auto stays = [&](const Key& key) { return (e.contains(key) && l.contains(key)) || !before.contains(key) || edited(key); };
    // The order of the side that rearranged; of both, the later one's.
    const auto of_both = [&](const std::vector<Key>& keys, const std::set<Key>& others) {
        std::vector<Key> out;
        for (const Key& key : keys)
            if (others.contains(key)) out.push_back(key);
        return out;
    };
    const bool later_is_first = of_both(base, l) != of_both(later, before) || of_both(base, e) == of_both(earlier, before);
    const std::vector<Key>& first = later_is_first ? later : earlier;
    const std::vector<Key>& second = later_is_first ? earlier : later;
    std::vector<Key> out;
    std::set<Key> there;
    for (const Key& key : first)
        if (stays(key) && there.insert(key).second) out.push_back(key);
    // What only the other side has comes behind what it stands behind there.
    std::size_t at = 0;
    for (const Key& key : second) {
        if (stays(key) && there.insert(key).second) {
            out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), key);
            ++at;
            continue;
        }
        const auto found = std::find(out.begin(), out.end(), key);
        if (found != out.end()) at = static_cast<std::size_t>(found - out.begin()) + 1;
    }
    return out;
}

/// A list without repetitions as a set in an order.
template <class Value>
std::vector<Value> united_set(const std::vector<Value>* base, const std::vector<Value>& earlier, const std::vector<Value>& later) {
    if (earlier == later || (base && earlier == *base)) return later;
    if (base && later == *base) return earlier;
    return united_keys(base ? *base : std::vector<Value>{}, earlier, later, [](const Value&) { return false; });
}

/// A list whose elements have a key each; `unite(base or null, earlier, later)` makes one of two, `same` tells whether an element was left alone.
template <class Element, class KeyOf, class Same, class Unite>
std::vector<Element> united_elements(const std::vector<Element>* base, const std::vector<Element>& earlier, const std::vector<Element>& later,
                                     KeyOf key_of, Same same, Unite unite) {
    using Key = std::remove_cvref_t<decltype(key_of(earlier.front()))>;
    const auto keys_of = [&](const std::vector<Element>& elements, std::map<Key, const Element*>& by_key) {
        std::vector<Key> keys;
        for (const Element& one : elements)
            if (by_key.emplace(key_of(one), &one).second) keys.push_back(key_of(one));
        return keys;
    };
    std::map<Key, const Element*> before, e, l;
    const std::vector<Key> base_keys = base ? keys_of(*base, before) : std::vector<Key>{}, earlier_keys = keys_of(earlier, e), later_keys = keys_of(later, l);
    const auto in = [](const std::map<Key, const Element*>& elements, const Key& key) {
        const auto found = elements.find(key);
        return found == elements.end() ? nullptr : found->second;
    };
    const auto edited = [&](const Key& key) {
        const Element* const left = in(e, key) ? in(e, key) : in(l, key);
        return left && in(before, key) && !same(*in(before, key), *left);
    };
    std::vector<Element> out;
    for (const Key& key : united_keys(base_keys, earlier_keys, later_keys, edited)) {
        const Element *const a = in(e, key), *const b = in(l, key);
        out.push_back(a && b ? unite(in(before, key), *a, *b) : a ? *a : *b);
    }
    return out;
}

}  // namespace dajim::journal
