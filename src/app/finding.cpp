// Looking through a journal, see finding.h.
#include "app/finding.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dajim::app {
namespace {

constexpr std::size_t most_edits = 2000;   // of one document, that are made one by one

struct Wanted { const journal::Pair* pair; journal::End end; };

std::vector<Wanted> documents_of(FindScope scope, const journal::Journal& journal, const journal::Id& here, journal::End shown) {
    std::vector<Wanted> out;
    for (const journal::Series& series : journal.series) {
        for (const journal::Pair& pair : series.pairs) {
            if (scope != FindScope::journal && pair.id != here) continue;
            for (journal::End end : journal::both_ends) {
                if (scope != FindScope::page || end == shown) out.push_back({&pair, end});
            }
        }
    }
    return out;
}

}  // namespace

bool Finding::complete() const {
    return std::all_of(documents.begin(), documents.end(), [](const Searched& one) { return one.matches.complete(); });
}

bool Finding::complete(const journal::Id& pair) const {
    return std::all_of(documents.begin(), documents.end(),
                       [&pair](const Searched& one) { return one.pair != pair || one.matches.complete(); });
}

std::size_t Finding::count() const {
    std::size_t count = 0;
    for (const Searched& one : documents) count += one.matches.all().size();
    return count;
}

const text::Matches* Finding::in(const journal::Id& pair, journal::End end) const {
    for (const Searched& one : documents) {
        if (one.pair == pair && one.end == end) return &one.matches;
    }
    return nullptr;
}

Found Finding::at(std::size_t index) const {
    for (const Searched& one : documents) {
        if (index < one.matches.all().size()) return {one.pair, one.end, one.matches.all()[index].range()};
        index -= one.matches.all().size();
    }
    return {};
}

std::optional<std::size_t> Finding::index_of(const Found& place) const {
    std::size_t before = 0;
    for (const Searched& one : documents) {
        if (one.pair == place.pair && one.end == place.end) {
            const std::size_t at = one.matches.first_from(place.range.begin);
            if (at == one.matches.all().size() || one.matches.all()[at].range() != place.range) return std::nullopt;
            return before + at;
        }
        before += one.matches.all().size();
    }
    return std::nullopt;
}

std::optional<Found> Finding::next(const Found& from, bool backward, const journal::Id& within) const {
    std::vector<const Searched*> all;
    std::size_t here = 0;
    for (const Searched& one : documents) {
        if (!within.empty() && one.pair != within) continue;
        if (one.pair == from.pair && one.end == from.end) here = all.size();
        all.push_back(&one);
    }
    if (all.empty()) return std::nullopt;
    const bool known = all[here]->pair == from.pair && all[here]->end == from.end;
    const bool is_match = known && index_of(from).has_value();
    // The document itself twice: what lies behind the place, and at last what lies before it.
    for (std::size_t step = 0; step <= all.size(); ++step) {
        const Searched& one = *all[(backward ? here + all.size() - step % all.size() : here + step) % all.size()];
        const std::vector<text::Match>& matches = one.matches.all();
        std::size_t begin = 0, end = matches.size();
        if (known && step == 0) {
            const std::size_t at = one.matches.first_from(from.range.begin);
            (backward ? end : begin) = backward ? at : at + (is_match ? 1 : 0);
        }
        if (begin < end) return Found{one.pair, one.end, matches[backward ? end - 1 : begin].range()};
    }
    return std::nullopt;
}

void search(Finding& finding, const journal::Journal& journal, const journal::Id& here, journal::End shown, std::size_t bytes) {
    const std::vector<Wanted> wanted = documents_of(finding.scope, journal, here, shown);
    std::vector<Searched>& documents = finding.documents;
    const bool same = std::equal(wanted.begin(), wanted.end(), documents.begin(), documents.end(),
                                 [](const Wanted& a, const Searched& b) { return a.pair->id == b.pair && a.end == b.end; });
    if (!same) {
        std::vector<Searched> known = std::exchange(documents, {});
        std::size_t at = 0;   // they mostly stand in the same order
        for (const Wanted& one : wanted) {
            documents.push_back({one.pair->id, one.end, {}});
            for (std::size_t step = 0; step < known.size(); ++step, at = (at + 1) % known.size()) {
                if (known[at].pair != one.pair->id || known[at].end != one.end) continue;
                documents.back().matches = std::move(known[at].matches);
                break;
            }
        }
    }
    for (const bool elsewhere : {false, true}) {
        for (std::size_t at = 0; at < documents.size(); ++at) {
            if ((documents[at].pair != here) != elsewhere) continue;
            bytes = documents[at].matches.settle(wanted[at].pair->document(wanted[at].end).text, finding.query, bytes);
        }
    }
}

std::vector<text::Edit> replacing_all(const text::Buffer& buffer, const text::Matches& matches, std::string_view with) {
    const std::vector<text::Match>& all = matches.all();
    std::vector<text::Edit> edits;
    if (all.size() <= most_edits) {
        for (auto match = all.rbegin(); match != all.rend(); ++match) edits.push_back({match->range(), std::string(with)});
        return edits;
    }
    text::Edit whole{{all.front().range().begin, all.back().range().end}, {}};
    text::Position at = whole.range.begin;
    for (const text::Match& match : all) {
        whole.text += buffer.text({at, match.range().begin});
        whole.text += with;
        at = match.range().end;
    }
    edits.push_back(std::move(whole));
    return edits;
}

}  // namespace dajim::app
