// The order of a journal in parts.
#include "store/order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "store/pair_file.h"

namespace dajim::store {

namespace {

constexpr std::uint32_t lines_of_a_part = 128;  // on average

bool ends_part(std::string_view id) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return (hash ^ hash >> 16) % lines_of_a_part == 0;
}

const std::string nameless;
const std::vector<journal::Unknown> nothing;

/// Calls line(begins_part, is_series, id, name, unknown) for each line of the order until one answers false.
template <class Line>
bool walk(const journal::Journal& journal, Line line) {
    bool begins = false;
    for (const journal::Series& series : journal.series) {
        if (!line(begins, true, series.id, series.name, series.unknown)) return false;
        begins = ends_part(series.id);
        for (const journal::Pair& pair : series.pairs) {
            if (begins && !line(true, true, series.id, nameless, nothing)) return false;
            if (!line(false, false, pair.id, nameless, nothing)) return false;
            begins = ends_part(pair.id);
        }
    }
    return true;
}

/// Calls use(item, past) for those that no file of a pair has, until one answers false.
template <class Use>
bool walk_pasts(const journal::Journal& journal, Use use) {
    if (journal.pasts.empty()) return true;
    std::unordered_set<std::string_view> living;
    for (const journal::Series& series : journal.series)
        for (const journal::Pair& pair : series.pairs) living.insert(pair.id);
    return std::all_of(journal.pasts.begin(), journal.pasts.end(), [&](const auto& one) {
        return (one.first.of == journal::Item::Of::pair && living.contains(one.first.id)) || use(one.first, one.second);
    });
}

}  // namespace

std::vector<Part> order_of(const journal::Journal& journal) {
    std::vector<Part> order(1);
    order[0].about = {.id = journal.id, .title = journal.title, .series = {}, .unknown = journal.unknown};
    walk_pasts(journal, [&](const journal::Item& item, const journal::Past& past) { return order[0].about.pasts.emplace(item, past).second; });
    walk(journal, [&](bool begins, bool is_series, const auto& id, const auto& name, const auto& unknown) {
        if (begins) order.emplace_back();
        order.back().lines.push_back({is_series, id, name, unknown});
        return true;
    });
    return order;
}

bool is_order_of(const std::vector<Part>& order, const journal::Journal& journal) {
    if (order.empty()) return false;
    const journal::Journal& about = order[0].about;
    if (about.id != journal.id || about.title != journal.title || about.unknown != journal.unknown) return false;
    auto known = about.pasts.begin();
    const bool same_pasts = walk_pasts(journal, [&](const journal::Item& item, const journal::Past& past) {
        const bool same = known != about.pasts.end() && known->first == item && known->second == past;
        if (same) ++known;
        return same;
    });
    if (!same_pasts || known != about.pasts.end()) return false;
    auto part = order.begin();
    std::size_t at = 0;
    const bool same = walk(journal, [&](bool begins, bool is_series, const auto& id, const auto& name, const auto& unknown) {
        if (begins) {
            if (at != part->lines.size() || ++part == order.end()) return false;
            at = 0;
        }
        if (at == part->lines.size()) return false;
        const Listed& line = part->lines[at++];
        return line.is_series == is_series && line.id == id && line.name == name && line.unknown == unknown;
    });
    return same && at == part->lines.size() && part + 1 == order.end();
}

std::string write_part(const Part& part) {
    journal::Journal listed = part.about;
    append_part(listed, part);
    return write_wordless(listed);
}

std::optional<Part> read_part(std::string_view bytes) {
    auto listed = read_wordless(bytes);
    if (!listed) return std::nullopt;
    Part part;
    for (journal::Series& series : listed->series) {
        part.lines.push_back({true, std::move(series.id), std::move(series.name), std::move(series.unknown)});
        for (journal::Pair& pair : series.pairs) part.lines.push_back({false, std::move(pair.id), {}, {}});
    }
    listed->series.clear();
    part.about = std::move(*listed);
    return part;
}

void append_part(journal::Journal& journal, const Part& part) {
    journal::Series* series = nullptr;
    for (const Listed& line : part.lines) {
        if (!line.is_series) {
            series->pairs.emplace_back().id = line.id;
            continue;
        }
        const auto is_it = [&](const journal::Series& one) { return one.id == line.id; };
        const auto known = std::find_if(journal.series.begin(), journal.series.end(), is_it);
        series = known != journal.series.end() ? &*known : &journal.series.emplace_back();
        if (!series->id.empty()) continue;
        series->id = line.id;
        series->name = line.name;
        series->unknown = line.unknown;
    }
}

}  // namespace dajim::store
