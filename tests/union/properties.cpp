// What holds of every union, at random histories: see play.h.
#include <algorithm>
#include <array>

#include "deletions.h"
#include "formats/journal_json.h"
#include "journal/past.h"
#include "journal_sample.h"
#include "last_word.h"
#include "later_version.h"
#include "play.h"
#include "sayings.h"
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

/// What writers deleted, in all three.
struct Deleted { Deletions prose, unknown; };

void edit(Sample& sample, Journal& journal, std::size_t times, Deleted& deleted) {
    const Sayings prose = prose_of(journal), unknown = unknown_of(journal);
    for (; times > 0; --times) {
        if (sample.roll(4) == 0) {
            LaterVersion(sample).write(journal);
            continue;
        }
        // An import gives the journal another id, and a handing over its pasts; nobody does either by hand.
        const journal::Change change = sample.change(journal);
        if (std::holds_alternative<journal::JournalAdopted>(change) || std::holds_alternative<journal::PastChanged>(change)) continue;
        journal::apply(journal, change);
    }
    deleted.prose.add(prose, prose_of(journal));
    deleted.unknown.add(unknown, unknown_of(journal));
}

std::string as_file(const Journal& journal) { return formats::write_journal(journal, {"2024-01-01T00:00:00Z", "Dajim", ""}); }

/// All that is in `one` and was deleted by nobody must be in `all`: the first that is not, or nothing.
std::string lost(const Sayings& one, const Sayings& all, const Deletions& deleted, const Deletions& things) {
    for (const auto& [saying, where] : one)
        if (!all.contains(saying) && deleted.of(saying) != anywhere && things.of({saying.in, is_there}) != anywhere) return saying.words + " (" + saying.in + ")";
    return {};
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
    Deleted deleted;
    for (std::size_t turn = 0; turn < 3 + sample.roll(4); ++turn) {
        Journal& one = each[sample.roll(3)];
        edit(sample, one, 1 + sample.roll(4), deleted);
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

    for (const Journal* all : {&ab, &abc})
        if (std::string broken = broken_last_word(*all); !broken.empty()) return broken;
    const Sayings prose = prose_of(abc), unknown = unknown_of(abc);
    for (const Journal& one : each) {
        if (const std::string what = lost(prose_of(one), prose, deleted.prose, {}); !what.empty()) return "what was written is lost: " + what;
        if (const std::string what = lost(unknown_of(one), unknown, deleted.unknown, deleted.prose); !what.empty()) return "a later version's member is lost: " + what;
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
