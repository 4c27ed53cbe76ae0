// Brings write-ahead records onto a journal read from files of different age.
#include "store/replay.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "journal/change.h"
#include "store/record.h"

namespace dajim::store {

namespace {

using journal::Change;

/// The pair whose content a change is about; null for changes of structure.
struct ContentOf {
    const journal::Journal& journal;
    const journal::Id* operator()(const journal::JournalRenamed&) const { return nullptr; }
    const journal::Id* operator()(const journal::JournalAdopted&) const { return nullptr; }
    const journal::Id* operator()(const journal::SeriesAdded&) const { return nullptr; }
    const journal::Id* operator()(const journal::SeriesRemoved&) const { return nullptr; }
    const journal::Id* operator()(const journal::SeriesRenamed&) const { return nullptr; }
    const journal::Id* operator()(const journal::SeriesAdopted&) const { return nullptr; }
    const journal::Id* operator()(const journal::SeriesMoved&) const { return nullptr; }
    const journal::Id* operator()(const journal::PairAdded&) const { return nullptr; }
    const journal::Id* operator()(const journal::PairRemoved&) const { return nullptr; }
    const journal::Id* operator()(const journal::PairMoved&) const { return nullptr; }
    const journal::Id* operator()(const journal::PairReplaced& replaced) const { return &replaced.pair.id; }
    /// A pair's past is in its file for as long as there is the pair, and else with the order.
    const journal::Id* operator()(const journal::PastChanged& grown) const {
        return grown.item.of == journal::Item::Of::pair && journal::find_pair(journal, grown.item.id) ? &grown.item.id : nullptr;
    }
    const journal::Id* operator()(const auto& of_content) const { return &of_content.pair; }
};

bool adds_pairs(const Change& change) {
    return std::holds_alternative<journal::PairAdded>(change) || std::holds_alternative<journal::SeriesAdded>(change);
}

/// Where other pairs were lost a list is shorter than the change knew: what was added then goes to its end.
std::optional<Change> moved_into_range(const journal::Journal& journal, const Change& change) {
    if (const auto* series = std::get_if<journal::SeriesAdded>(&change)) {
        journal::SeriesAdded fitted = *series;
        fitted.index = std::min(fitted.index, journal.series.size());
        return fitted;
    }
    if (const auto* pair = std::get_if<journal::PairAdded>(&change)) {
        const journal::Series* home = journal::find_series(journal, pair->series);
        if (!home) return std::nullopt;
        journal::PairAdded fitted = *pair;
        fitted.index = std::min(fitted.index, home->pairs.size());
        return fitted;
    }
    return std::nullopt;
}

std::optional<journal::ChangeError> bring_in(journal::Journal& journal, const Change& change) {
    auto result = journal::apply(journal, change);
    if (!result && result.error() == journal::ChangeError::out_of_range) {
        if (const auto fitted = moved_into_range(journal, change)) result = journal::apply(journal, *fitted);
    }
    if (result) return std::nullopt;
    return result.error();
}

struct Intact {
    Record record;
    const std::string* bytes;
};

/// Intact records by rising number, each once; all others go to `left`.
std::vector<Intact> in_order(const std::vector<std::string>& records, std::vector<std::string>& left) {
    std::vector<Intact> intact;
    for (const std::string& bytes : records) {
        auto record = read_record(bytes);
        if (record) intact.push_back({std::move(record.value()), &bytes});
        else left.push_back(bytes);
    }
    std::stable_sort(intact.begin(), intact.end(),
                     [](const Intact& a, const Intact& b) { return a.record.sequence < b.record.sequence; });
    std::vector<Intact> once;
    for (Intact& next : intact) {
        if (once.empty() || once.back().record.sequence != next.record.sequence) once.push_back(std::move(next));
        else if (*once.back().bytes != *next.bytes) left.push_back(*next.bytes);
    }
    return once;
}

}  // namespace

std::uint64_t before_first(const std::vector<std::string>& records) {
    std::vector<std::string> damaged;
    const auto intact = in_order(records, damaged);
    return intact.empty() || !damaged.empty() ? 0 : intact.front().record.sequence - 1;
}

Replayed replay(journal::Journal& journal, Contained contained, const std::vector<std::string>& records) {
    Replayed done;
    std::set<journal::Id> spoilt;
    std::uint64_t run = 0;  // where the unbroken run of records begins that the current one belongs to
    for (const Intact& intact : in_order(records, done.left)) {
        const std::uint64_t sequence = intact.record.sequence;
        if (run == 0 || sequence != done.last + 1) run = sequence;
        done.last = sequence;

        bool applied = false, unfit = false;
        for (const Change& change : intact.record.changes) {
            const journal::Id* pair = std::visit(ContentOf{journal}, change);
            const auto own = pair ? contained.pairs.find(*pair) : contained.pairs.end();
            const std::uint64_t known = own != contained.pairs.end() ? own->second : contained.structure;
            const bool always = !pair && contained.structure_guessed;
            if (!always && sequence <= known) continue;
            if ((!always && run > known + 1) || (pair && spoilt.contains(*pair))) {
                unfit = true;
                continue;
            }
            const auto error = bring_in(journal, change);
            if (error) {
                // It may be here already, from a later file.
                if (!pair && *error == journal::ChangeError::taken_id) continue;
                if (pair) spoilt.insert(*pair);
                unfit = true;
                continue;
            }
            applied = true;
            const auto touched = journal::touched_pairs(change);
            done.changed.insert(touched.begin(), touched.end());
            if (adds_pairs(change)) {
                // What the same record says of it afterwards is still to come.
                for (const journal::Id& added : touched) contained.pairs[added] = sequence - 1;
            }
        }
        if (applied) ++done.applied;
        if (unfit) done.left.push_back(*intact.bytes);
    }
    return done;
}

}  // namespace dajim::store
