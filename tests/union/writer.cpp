// The steps of a writer, see writer.h.
#include "writer.h"

#include <algorithm>
#include <optional>

namespace trial {

using namespace journal;

/// Its number in twos, so that many a line stands within another one (10 in 101), as "done" does in "half of it is done".
std::string Writer::new_line() {
    std::string digits;
    for (std::size_t left = ++lines_; left > 0; left /= 2) digits.insert(digits.begin(), left % 2 ? '1' : '0');
    return "줄 " + digits;
}

Pair Writer::new_pair() {
    Pair pair;
    pair.id = new_id();
    pair.name = pair.id;
    for (const End end : both_ends) {
        std::string text;
        for (std::size_t n = roll(5); n > 0; --n) text += new_line() + (roll(3) ? "\n" : "\n\n");
        pair.document(end).text = text::Buffer(text);
    }
    if (roll(2)) {
        Goal& goal = pair.goals.emplace_back();
        goal.id = goal.words.id = new_id();
        goal.words.exact = "기억한 다짐";
        goal.remembered = true;
        for (std::size_t n = roll(3); n > 0; --n) rewrite(goal.notes);
    }
    return pair;
}

Series Writer::series(std::size_t pairs) {
    Series series{new_id(), some_name(), {}, {}};
    while (series.pairs.size() < pairs) series.pairs.push_back(new_pair());
    return series;
}

const Series* Writer::some_series(const Journal& journal) { return journal.series.empty() ? nullptr : &journal.series[roll(journal.series.size())]; }

const Pair* Writer::some_pair(const Journal& journal) {
    const Series* const series = some_series(journal);
    return series && !series->pairs.empty() ? &series->pairs[roll(series->pairs.size())] : nullptr;
}

std::vector<Change> Writer::write(const Journal& journal) {
    const Pair* const pair = some_pair(journal);
    if (!pair) return {};
    const End end = both_ends[roll(2)];
    const text::Buffer& text = pair->document(end).text;
    const std::size_t at = roll(text.paragraphs());
    const text::Position begin{at, 0}, all{at, text.paragraph(at).size()};
    switch (roll(5)) {
        case 0: {   // a line goes
            const text::Range range{begin, at + 1 < text.paragraphs() ? text::Position{at + 1, 0} : all};
            return {TextEdited{pair->id, end, {range, ""}}};
        }
        case 1:     // … becomes another
            return {TextEdited{pair->id, end, {{begin, all}, new_line()}}};
        case 2:     // … is there twice
            return {TextEdited{pair->id, end, {{begin, begin}, text.paragraph(roll(text.paragraphs())) + "\n"}}};
        case 3: {   // … is marked
            if (text.paragraph(at).empty() || end != End::resolution) return {};
            Goal goal;
            goal.id = goal.words.id = new_id();
            goal.words.range = text::Range{begin, all};
            goal.words.exact = text.paragraph(at);
            return {GoalAdded{pair->id, goal, 0}};
        }
        default: return {TextEdited{pair->id, end, {{begin, begin}, new_line() + "\n"}}};
    }
}

/// A line comes at its end, or one of its lines goes or becomes another.
void Writer::rewrite(std::string& note) {
    if (note.empty() || roll(2)) {
        note += (note.empty() ? "" : "\n") + new_line();
        return;
    }
    text::Buffer lines(note);
    const std::size_t at = roll(lines.paragraphs());
    const bool last = at + 1 == lines.paragraphs();
    const text::Position begin{at, 0}, all{at, lines.paragraph(at).size()};
    if (roll(2)) lines.apply({{begin, all}, new_line()});
    else if (!last) lines.apply({{begin, {at + 1, 0}}, ""});
    else if (at > 0) lines.apply({{{at - 1, lines.paragraph(at - 1).size()}, all}, ""});
    else lines.apply({{begin, all}, ""});
    note = lines.text();
}

/// Where it comes by its day.
template <class Element>
void put_in(std::vector<Element>& list, Element one) {
    list.insert(std::upper_bound(list.begin(), list.end(), one, [](const Element& a, const Element& b) { return a.date < b.date; }), std::move(one));
}

std::vector<Change> Writer::judge(const Journal& journal, Date today) {
    const Pair* const pair = some_pair(journal);
    if (!pair) return {};
    if (roll(3) == 0) return date(*pair, today);
    if (pair->goals.empty()) return {};
    Goal goal = pair->goals[roll(pair->goals.size())];
    switch (roll(10)) {
        case 0:
        case 1:
        case 2: rewrite(goal.notes); break;
        case 3:
        case 4:
            if (!goal.verdict) goal.verdict.emplace();
            rewrite(goal.verdict->reason);
            break;
        case 5:
            if (roll(4) == 0) return {GoalRemoved{pair->id, goal.id}};
            if (!goal.verdict) goal.verdict.emplace();
            goal.verdict->kind = static_cast<VerdictKind>(roll(6));
            if (roll(2)) goal.verdict->obstacles.push_back(new_line());
            break;
        case 6: put_in(goal.tallies, Tally{today, static_cast<double>(roll(9)), roll(2) ? new_line() : ""}); break;
        case 7:
            if (goal.tallies.empty()) return {};
            goal.tallies.erase(goal.tallies.begin() + static_cast<std::ptrdiff_t>(roll(goal.tallies.size())));
            break;
        case 8: put_in(goal.amendments, Amendment{today, new_line()}); break;
        default:
            goal.area = some_name();
            if (roll(2)) goal.weight = static_cast<int>(1 + roll(5));
            if (roll(3) == 0) goal.verdict.reset();
            break;
    }
    return {GoalChanged{pair->id, goal}};
}

std::vector<Change> Writer::choose(const Journal& journal) {
    for (const Series& series : journal.series) {
        for (const Pair& pair : series.pairs) {
            for (const End end : both_ends) {
                const Document& document = pair.document(end);
                if (document.others.empty()) continue;
                if (roll(2)) {
                    std::vector<std::string> others = document.others;
                    others.pop_back();
                    return {OthersChanged{pair.id, end, others}};
                }
                Document both = document;
                both.text = text::Buffer(document.text.text() + "\n" + document.others.back());
                both.others.pop_back();
                return {DocumentReplaced{pair.id, end, both}};
            }
        }
    }
    return {};
}

std::vector<Change> Writer::name(const Journal& journal) {
    const Series* const one = some_series(journal);
    const Pair* const pair = some_pair(journal);
    switch (roll(4)) {
        case 0: return {JournalRenamed{some_name()}};
        case 1: return one ? std::vector<Change>{SeriesRenamed{one->id, some_name()}} : std::vector<Change>{};
        default: return pair ? std::vector<Change>{PairRenamed{pair->id, some_name()}} : std::vector<Change>{};
    }
}

std::vector<Change> Writer::date(const Pair& pair, Date today) {
    switch (roll(4)) {
        case 0: return {PairDated{pair.id, today, std::nullopt}};
        case 1: return {PairSealed{pair.id, Seal{today, pair.document(End::resolution).text.text()}}};
        case 2: return {SealPlanned{pair.id, today}};
        default: return {RetrospectiveDone{pair.id, today}};
    }
}

std::vector<Change> Writer::rearrange(const Journal& journal) {
    const Series* const one = some_series(journal);
    const Pair* const pair = some_pair(journal);
    switch (roll(8)) {
        case 0: return {SeriesAdded{series(1), roll(journal.series.size() + 1)}};
        case 1: return one && journal.series.size() > 1 ? std::vector<Change>{SeriesRemoved{one->id}} : std::vector<Change>{};
        case 2:
        case 3: return one ? std::vector<Change>{PairAdded{one->id, new_pair(), roll(one->pairs.size() + 1)}} : std::vector<Change>{};
        case 4: return pair ? std::vector<Change>{PairRemoved{pair->id}} : std::vector<Change>{};
        case 5: return pair ? std::vector<Change>{PairMoved{pair->id, one->id, 0}} : std::vector<Change>{};
        default: return name(journal);
    }
}

}  // namespace trial
