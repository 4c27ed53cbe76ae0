// Finding things in a journal by their ids.
#include "journal/journal.h"

#include <algorithm>

namespace dajim::journal {

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 64) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    });
}

const Series* find_series(const Journal& journal, std::string_view id) {
    for (const Series& series : journal.series)
        if (series.id == id) return &series;
    return nullptr;
}

const Pair* find_pair(const Journal& journal, std::string_view id) {
    for (const Series& series : journal.series)
        for (const Pair& pair : series.pairs)
            if (pair.id == id) return &pair;
    return nullptr;
}

const Goal* find_goal(const Pair& pair, std::string_view id) {
    for (const Goal& goal : pair.goals)
        if (goal.id == id) return &goal;
    return nullptr;
}

const Passage* find_unpromised(const Pair& pair, std::string_view id) {
    const auto found = std::find_if(pair.unpromised.begin(), pair.unpromised.end(), [&](const Passage& one) { return one.id == id; });
    return found == pair.unpromised.end() ? nullptr : &*found;
}

std::size_t index_for(const Pair& pair, text::Range range) {
    std::size_t index = 0;
    for (std::size_t i = 0; i < pair.goals.size(); ++i) {
        const auto& other = pair.goals[i].words.range;
        if (other && (other->begin < range.begin || (other->begin == range.begin && other->end >= range.end))) index = i + 1;
    }
    return index;
}

const Series* series_of(const Journal& journal, std::string_view pair_id) {
    for (const Series& series : journal.series)
        for (const Pair& pair : series.pairs)
            if (pair.id == pair_id) return &series;
    return nullptr;
}

}  // namespace dajim::journal
