// Gathers what is said, see sayings.h.
#include "sayings.h"

#include <string_view>

namespace trial {
namespace {

using journal::End;
using journal::Goal;
using journal::Pair;
using journal::Unknown;

class Gathering {
public:
    void lines(const std::string& in, std::string_view text, unsigned standing = in_itself) {
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            add(in, std::string(text.substr(begin, end - begin)), standing);
            begin = end + 1;
        }
    }
    void add(const std::string& in, std::string words, unsigned standing = in_itself) {
        if (!words.empty()) all[{in, std::move(words)}] |= standing;
    }
    void list(const std::string& in, const std::vector<std::string>& words) {
        for (const std::string& one : words) add(in, one);
    }
    void members(const std::string& in, const std::vector<Unknown>& unknown) {
        for (const Unknown& one : unknown) add(in, one.key == disputed ? one.key : one.key + " = " + one.json);
    }

    Sayings all;
};

std::string name_of(const Pair& pair, End end) { return pair.id + (end == End::resolution ? " resolution" : " retrospective"); }
std::string name_of(const Pair& pair, const Goal& goal) { return pair.id + " goal " + goal.id; }

/// An element of a list, by all that it is.
template <class Element>
std::string dated(const Element& one, const std::string& what) {
    std::string words = journal::write_date(one.date) + " " + what;
    for (const Unknown& member : one.unknown) words += " " + member.key + " = " + member.json;
    return words;
}

/// Which of its parts a goal keeps the member for, and forgets it with; nothing where it is the goal's own.
std::string part_of_goal(const Unknown& member) {
    for (const char* part : {"measure", "origin", "verdict"})
        if (member.key.starts_with(std::string("fields/") + part + "/v/")) return std::string(" ") + part;
    return {};
}

void add_prose(Gathering& out, const Pair& pair, const Goal& goal) {
    const std::string in = name_of(pair, goal);
    out.add(pair.id + " goals", goal.id);
    if (goal.measure) out.add(in + " measure", is_there);
    if (goal.origin) out.add(in + " origin", is_there);
    if (goal.verdict) out.add(in + " verdict", is_there);
    out.lines(in + " notes", goal.notes);
    if (goal.verdict) out.lines(in + " reason", goal.verdict->reason);
    if (goal.verdict) out.list(in + " obstacles", goal.verdict->obstacles);
    out.list(in + " evidence", goal.evidence);
    for (const journal::Tally& one : goal.tallies) out.add(in + " ticks", dated(one, std::to_string(one.amount) + " " + one.note));
    for (const journal::Amendment& one : goal.amendments) out.add(in + " amendments", dated(one, one.words));
}

template <class Use>
void each_pair(const journal::Journal& journal, Use use) {
    for (const journal::Series& series : journal.series)
        for (const Pair& pair : series.pairs) use(pair);
}

}  // namespace

Sayings prose_of(const journal::Journal& journal) {
    Gathering out;
    each_pair(journal, [&](const Pair& pair) {
        for (const End end : journal::both_ends) {
            out.lines(name_of(pair, end), pair.document(end).text.text());
            for (const std::string& other : pair.document(end).others) out.lines(name_of(pair, end), other, beside);
        }
        for (const Goal& goal : pair.goals) add_prose(out, pair, goal);
        out.list(pair.id + " refused", pair.refused);
    });
    return std::move(out.all);
}

Sayings unknown_of(const journal::Journal& journal) {
    Gathering out;
    out.members("journal", journal.unknown);
    for (const journal::Series& series : journal.series) out.members("series " + series.id, series.unknown);
    each_pair(journal, [&](const Pair& pair) {
        out.members("pair " + pair.id, pair.unknown);
        for (const End end : journal::both_ends) out.members(name_of(pair, end), pair.document(end).unknown);
        const auto passages = [&](const std::vector<journal::Passage>& all) {
            for (const journal::Passage& one : all) out.members(pair.id + " passage " + one.id, one.unknown);
        };
        for (const Goal& goal : pair.goals) {
            for (const Unknown& one : goal.unknown) out.members(name_of(pair, goal) + part_of_goal(one), {one});
            passages(goal.answers);
        }
        passages(pair.unpromised);
        passages(pair.echoes);
    });
    return std::move(out.all);
}

}  // namespace trial
