// What holds of every union, at random histories: see play.h.
#include "formats/journal_json.h"
#include "journal/past.h"
#include "journal_sample.h"
#include "play.h"
#include "uniting.h"

namespace trial {
namespace {

using journal::Journal;

/// Empty where a change does not fit, which no journal is.
Journal merged(const Journal& own, const Journal& incoming) {
    Journal out = own;
    if (!apply_all(out, journal::plan_union(own, incoming, formats::name_of_revision).changes)) return {};
    return out;
}

/// The journal is what its pasts tell.
bool is_told_by_its_pasts(const Journal& journal) {
    Journal told = journal::assembled(journal.pasts);
    told.pasts = journal.pasts;
    return told == journal;
}

void edit(Sample& sample, Journal& journal, std::size_t times) {
    for (; times > 0; --times) {
        // An import gives the journal another id, and a handing over its pasts; nobody does either by hand.
        const journal::Change change = sample.change(journal);
        if (std::holds_alternative<journal::JournalAdopted>(change) || std::holds_alternative<journal::PastChanged>(change)) continue;
        journal::apply(journal, change);
    }
}

std::string as_file(const Journal& journal) { return formats::write_journal(journal, {"2024-01-01T00:00:00Z", "Dajim", ""}); }

/// The lines that one of two has, and that were not in what both come from.
bool has_new_lines(const Journal& both, const Journal& one, const std::set<std::string>& before) {
    const std::set<std::string> there = lines_of(both);
    for (const std::string& line : lines_of(one))
        if (!there.contains(line) && !before.contains(line)) return false;
    return true;
}

}  // namespace

std::string properties(unsigned seed) {
    Sample sample(seed);
    Journal base;
    base.id = "journal";
    base.title = sample.name();
    for (std::size_t n = 1 + sample.roll(2); n > 0; --n) {
        journal::Series series = sample.series();
        while (series.pairs.size() > 2) series.pairs.pop_back();
        base.series.push_back(std::move(series));
    }
    if (sample.roll(3) == 0) base.unknown.push_back({"entries/later-1", "{\"id\":\"later-1\",\"kind\":\"round\"}"});
    if (!hand_over(base)) return "what is handed over does not fit";

    // Three of it, which may have seen each other on the way.
    std::array<Journal, 3> each{base, base, base};
    for (std::size_t turn = 0; turn < 3 + sample.roll(4); ++turn) {
        Journal& one = each[sample.roll(3)];
        edit(sample, one, 1 + sample.roll(4));
        if (sample.roll(3) == 0 && !hand_over(one)) return "what is handed over does not fit";
        if (sample.roll(3) == 0) {
            one = merged(one, each[sample.roll(3)]);
            if (one.id.empty()) return "a union on the way does not fit";
        }
    }
    for (Journal& one : each) {
        if (!hand_over(one)) return "what is handed over does not fit";
        if (!journal::handing_over(one, formats::name_of_revision).empty()) return "what was handed over is handed over again";
        if (!is_told_by_its_pasts(one)) return "the pasts do not tell of what was handed over";
    }
    const auto& [a, b, c] = each;

    const Journal ab = merged(a, b);
    if (ab.id.empty()) return "a union does not fit";
    if (!is_told_by_its_pasts(ab)) return "a union is not what its pasts tell";
    if (ab != merged(b, a)) return "not commutative";
    if (a != merged(a, a)) return "not idempotent";
    if (ab != merged(ab, b) || ab != merged(ab, a) || ab != merged(b, ab)) return "what is in it already changes it";
    if (!journal::handing_over(ab, formats::name_of_revision).empty()) return "a union has something of its own to hand over";
    const Journal abc = merged(ab, c);
    if (abc.id.empty()) return "a union of three does not fit";
    if (abc != merged(a, merged(b, c)) || abc != merged(merged(a, c), b)) return "not associative";

    std::set<std::string> before = lines_of(base);
    for (const Journal& one : each)
        if (!journal::heads(one.pasts.at({})).empty() && !has_new_lines(abc, one, before)) {
            // A line that one of them has may be one that another, who had it from there, deleted.
            std::set<std::string> deleted = before;
            for (const Journal& other : each)
                for (const auto& [item, past] : other.pasts)
                    for (const auto& [id, revision] : past)
                        if (const auto* pair = std::get_if<std::shared_ptr<const journal::Pair>>(&revision.content)) {
                            const std::vector<journal::Id> last = journal::heads(abc.pasts.at(item));
                            if (std::find(last.begin(), last.end(), id) == last.end()) add_lines(deleted, **pair);
                        }
            if (!has_new_lines(abc, one, deleted)) return "a line is lost";
        }

    Journal undone = a;
    std::vector<journal::Change> back;
    apply_all(undone, journal::plan_union(a, b, formats::name_of_revision).changes, &back);
    if (!apply_all(undone, back) || undone != a) return "taken back it is not what it was";

    const auto read = formats::read_journal(as_file(abc), formats::own_file);
    if (!read || read.value().journal != abc) return "it is not read as it was written";
    if (merged(abc, read.value().journal) != abc) return "its own file is news to it";
    return {};
}

}  // namespace trial
