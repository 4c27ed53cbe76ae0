// What a later version of the program adds that this one does not know: members, at every level that keeps them.
#pragma once

#include <algorithm>
#include <string>

#include "journal/change.h"
#include "journal_sample.h"
#include "sayings.h"

namespace trial {

class LaterVersion {
public:
    explicit LaterVersion(Sample& sample) : sample_(sample) {}

    /// Adds a member, or gives the disputed one another value, or takes one away.
    void write(journal::Journal& journal) {
        if (sample_.roll(6) == 0) {
            journal::JournalAdopted about{journal.id, journal.title, journal.unknown};
            alter(about.unknown);
            journal::apply(journal, about);
            return;
        }
        if (journal.series.empty()) return;
        const journal::Series& series = journal.series[sample_.roll(journal.series.size())];
        if (series.pairs.empty() || sample_.roll(6) == 0) {
            journal::SeriesAdopted about{series.id, series.name, series.unknown};
            alter(about.unknown);
            journal::apply(journal, about);
            return;
        }
        journal::Pair pair = series.pairs[sample_.roll(series.pairs.size())];
        alter_somewhere(pair);
        journal::apply(journal, journal::PairReplaced{pair});
    }

private:
    void alter_somewhere(journal::Pair& pair) {
        journal::Goal* const goal = pair.goals.empty() ? nullptr : &pair.goals[sample_.roll(pair.goals.size())];
        switch (sample_.roll(7)) {
            case 0: return alter(pair.unknown);
            case 1: return alter(pair.document(journal::both_ends[sample_.roll(2)]).unknown);
            case 2: return alter(pair.unpromised);
            case 3: return alter(pair.echoes);
            case 4: if (goal) alter(goal->answers); return;
            case 5: if (goal && !goal->tallies.empty()) alter(goal->tallies.back().unknown); return;
            default: if (goal) alter(goal->unknown); return;
        }
    }
    void alter(std::vector<journal::Passage>& passages) {
        if (!passages.empty()) alter(passages[sample_.roll(passages.size())].unknown);
    }
    void alter(std::vector<journal::Unknown>& members) {
        const std::string number = std::to_string(sample_.roll(1'000'000'000));
        if (!members.empty() && sample_.roll(5) == 0) {
            members.erase(members.begin() + static_cast<std::ptrdiff_t>(sample_.roll(members.size())));
        } else if (sample_.roll(4) == 0) {
            std::erase_if(members, [](const journal::Unknown& one) { return one.key == disputed; });
            members.push_back({disputed, number});
        } else {
            members.push_back({"later" + number, number});
        }
        std::sort(members.begin(), members.end());
    }

    Sample& sample_;
};

}  // namespace trial
