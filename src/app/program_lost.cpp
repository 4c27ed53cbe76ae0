// Pairs that a damaged file has cost: what versions have of them takes their place.
#include <algorithm>

#include "app/program.h"
#include "text/utf8.h"

namespace dajim::app {

using journal::Change;
using journal::End;

/// After a start that found damage. `told`: what was said of it.
void Program::seek_lost(std::string told) {
    lost_told_ = std::move(told);
    seeks_lost_ = true;
    host_.list_versioned_pairs();
}

/// A pair with versions that the journal does not have, and that nobody deleted (what was deleted is written down as missed).
void Program::lost_known(const std::vector<VersionedPair>& pairs) {
    seeks_lost_ = false;
    lost_.clear();
    for (const VersionedPair& one : pairs) {
        if (!one.missed.empty() || journal::find_pair(state_.journal, one.pair)) continue;
        for (const End end : journal::both_ends) lost_[{one.pair, end}] = std::nullopt;
    }
    std::vector<PageOf> pages;
    for (const auto& [page, text] : lost_) pages.push_back(page);
    for (const PageOf& page : pages) host_.list_versions(page);
}

/// A lost page's newest version; empty where it has none.
void Program::lost_read(const PageOf& page, std::string_view text) {
    lost_[page] = text::repair_utf8(text);
    if (std::all_of(lost_.begin(), lost_.end(), [](const auto& one) { return one.second.has_value(); })) bring_back_lost();
}

void Program::bring_back_lost() {
    std::vector<Change> changes;
    journal::Id into = state_.series, first;
    const journal::Series* series = state_.chosen_series();
    std::size_t index = series ? series->pairs.size() : 0, count = 0;
    if (!series) {
        journal::Series fresh;
        into = fresh.id = host_.fresh_id();
        fresh.name = say(Str::first_series, state_.language);
        changes.push_back(journal::SeriesAdded{std::move(fresh), state_.journal.series.size()});
    }
    for (auto one = lost_.begin(); one != lost_.end(); ++one) {   // both ends of a pair, one after the other
        journal::Pair pair;
        pair.id = one->first.pair;
        pair.name = say(Str::pair_recovered, state_.language);
        pair.document(one->first.end).text = text::Buffer(*one->second);
        ++one;
        pair.document(one->first.end).text = text::Buffer(*one->second);
        if (pair.documents[0].text.empty() && pair.documents[1].text.empty()) continue;
        if (journal::find_pair(state_.journal, pair.id)) continue;
        if (first.empty()) first = pair.id;
        changes.push_back(journal::PairAdded{into, std::move(pair), index++});
        ++count;
    }
    lost_.clear();
    if (count == 0 || !change(std::move(changes), Joins::never)) return;
    if (state_.pair.empty()) choose_pair(first);
    tell(lost_told_ + ' ' + words(Str::pairs_recovered, {with_commas(count)}), true, true);
}

}  // namespace dajim::app
