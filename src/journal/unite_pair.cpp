// Two versions of a pair, a series or the journal become one, see unite_pair.h.
#include "journal/unite_pair.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "journal/anchor.h"
#include "journal/fitness.h"
#include "journal/marks.h"
#include "journal/three_way.h"
#include "text/merge.h"

namespace dajim::journal {
namespace {

/// The member of what is there.
template <class Whole, class Member>
const Member* of(const Whole* whole, Member Whole::*member) {
    return whole ? &(whole->*member) : nullptr;
}

template <class Whole, class Member>
void choose(Whole& out, Member Whole::*member, const Whole* base, const Whole& earlier, const Whole& later) {
    out.*member = chosen(of(base, member), earlier.*member, later.*member);
}

template <class Whole, class Member>
void unite_set(Whole& out, Member Whole::*member, const Whole* base, const Whole& earlier, const Whole& later) {
    out.*member = united_set(of(base, member), earlier.*member, later.*member);
}

std::vector<Unknown> united_unknown(const std::vector<Unknown>* base, const std::vector<Unknown>& earlier, const std::vector<Unknown>& later) {
    const auto key = [](const Unknown& one) -> const std::string& { return one.key; };
    std::vector<Unknown> out = united_elements(base, earlier, later, key, std::equal_to<>{},
                                               [](const Unknown* was, const Unknown& a, const Unknown& b) { return chosen(was, a, b); });
    std::sort(out.begin(), out.end());
    return out;
}

// -------------------------------------------------------------------------------------------------------------------- texts

/// By whole lines: "done" does not stand in "half of it is done".
bool stands_in(const std::string& lines, const std::string& all) { return ('\n' + all + '\n').find('\n' + lines + '\n') != std::string::npos; }

/// A note: both where they do not agree, one below the other.
std::string united_prose(const std::string* base, const std::string& earlier, const std::string& later) {
    if (earlier == later || (base && earlier == *base)) return later;
    if (base && later == *base) return earlier;
    if (base) {
        const text::Merged merged = text::merge(text::Buffer(*base), text::Buffer(earlier), text::Buffer(later));
        if (!merged.other) return merged.text.text();
    }
    if (earlier.empty() || stands_in(earlier, later)) return later;
    if (later.empty() || stands_in(later, earlier)) return earlier;
    return earlier + '\n' + later;
}

Document united(const Document* base, const Document& earlier, const Document& later) {
    Document out = later;
    choose(out, &Document::bom, base, earlier, later);
    choose(out, &Document::line_ending, base, earlier, later);
    choose(out, &Document::file_name, base, earlier, later);
    out.unknown = united_unknown(of(base, &Document::unknown), earlier.unknown, later.unknown);
    out.others = united_set(of(base, &Document::others), earlier.others, later.others);
    if (earlier.text == later.text) return out;
    if (base && (earlier.text == base->text || later.text == base->text)) {
        out.text = chosen(&base->text, earlier.text, later.text);
        return out;
    }
    std::optional<text::Buffer> other;
    if (base) {
        text::Merged merged = text::merge(base->text, earlier.text, later.text);
        out.text = std::move(merged.text);
        other = std::move(merged.other);
    } else if (later.text.empty() || earlier.text.empty()) {
        out.text = later.text.empty() ? earlier.text : later.text;
    } else {
        other = earlier.text;
    }
    if (!other) return out;
    std::string words = other->text();
    if (std::find(out.others.begin(), out.others.end(), words) == out.others.end()) out.others.push_back(std::move(words));
    return out;
}

// ----------------------------------------------------------------------------------------------------------------- passages

/// Where they stand is left to `place`.
bool same_words(const Passage& a, const Passage& b) { return a.exact == b.exact && a.range.has_value() == b.range.has_value(); }

bool same_passage(const Passage& a, const Passage& b) { return same_words(a, b) && a.unknown == b.unknown; }

Passage united(const Passage* base, const Passage& earlier, const Passage& later) {
    Passage out = base && same_words(*base, later) ? earlier : later;
    out.unknown = united_unknown(of(base, &Passage::unknown), earlier.unknown, later.unknown);
    return out;
}

std::vector<Passage> united(const std::vector<Passage>* base, const std::vector<Passage>& earlier, const std::vector<Passage>& later) {
    return united_elements(base, earlier, later, [](const Passage& one) -> const Id& { return one.id; }, same_passage,
                           [](const Passage* was, const Passage& a, const Passage& b) { return united(was, a, b); });
}

// -------------------------------------------------------------------------------------------------------------------- goals

bool same_goal(const Goal& a, const Goal& b) {
    if (!same_passage(a.words, b.words) || !std::equal(a.answers.begin(), a.answers.end(), b.answers.begin(), b.answers.end(),
                                                       [](const Passage& x, const Passage& y) { return x.id == y.id && same_passage(x, y); }))
        return false;
    Goal placed = b;
    placed.words = a.words;
    placed.answers = a.answers;
    return placed == a;
}

std::optional<Verdict> united(const std::optional<Verdict>* base, const std::optional<Verdict>& earlier, const std::optional<Verdict>& later) {
    if (!earlier || !later || earlier == later) return base && later == *base ? earlier : later ? later : base && earlier == *base ? later : earlier;
    const Verdict* const was = base && *base ? &**base : nullptr;
    Verdict out = *later;
    choose(out, &Verdict::kind, was, *earlier, *later);
    choose(out, &Verdict::still_right, was, *earlier, *later);
    choose(out, &Verdict::score, was, *earlier, *later);
    out.reason = united_prose(of(was, &Verdict::reason), earlier->reason, later->reason);
    unite_set(out, &Verdict::obstacles, was, *earlier, *later);
    return out;
}

/// Ticks and amendments have no names: each is an element by all that it is, and its number among its equals.
template <class Element>
std::vector<Element> united_bag(const std::vector<Element>* base, const std::vector<Element>& earlier, const std::vector<Element>& later) {
    if (earlier == later || (base && earlier == *base)) return later;
    if (base && later == *base) return earlier;
    const auto count = [](const std::vector<Element>& in, const Element& one) { return std::count(in.begin(), in.end(), one); };
    std::vector<Element> out = later;
    for (const Element& one : earlier) {
        const auto was = base ? count(*base, one) : 0, a = count(earlier, one), b = count(later, one);
        const auto wanted = std::max(a, b) > was ? std::max(a, b) : std::min(a, b);   // added by one, or deleted by one
        while (count(out, one) < wanted) out.push_back(one);
    }
    if (base) {
        for (const Element& one : *base) {
            const auto was = count(*base, one), a = count(earlier, one), b = count(later, one);
            const auto wanted = std::max(a, b) > was ? std::max(a, b) : std::min(a, b);
            while (count(out, one) > wanted) out.erase(std::find(out.begin(), out.end(), one));
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Element& a, const Element& b) { return a.date < b.date; });
    return out;
}

Goal united(const Goal* base, const Goal& earlier, const Goal& later) {
    Goal out = later;
    out.words = united(of(base, &Goal::words), earlier.words, later.words);
    choose(out, &Goal::remembered, base, earlier, later);
    choose(out, &Goal::sealed, base, earlier, later);
    choose(out, &Goal::measure, base, earlier, later);
    choose(out, &Goal::confidence, base, earlier, later);
    choose(out, &Goal::weight, base, earlier, later);
    choose(out, &Goal::area, base, earlier, later);
    choose(out, &Goal::origin, base, earlier, later);
    out.notes = united_prose(of(base, &Goal::notes), earlier.notes, later.notes);
    out.amendments = united_bag(of(base, &Goal::amendments), earlier.amendments, later.amendments);
    out.tallies = united_bag(of(base, &Goal::tallies), earlier.tallies, later.tallies);
    unite_set(out, &Goal::evidence, base, earlier, later);
    out.answers = united(of(base, &Goal::answers), earlier.answers, later.answers);
    out.verdict = united(of(base, &Goal::verdict), earlier.verdict, later.verdict);
    out.unknown = united_unknown(of(base, &Goal::unknown), earlier.unknown, later.unknown);
    forget_what_is_gone(out);
    return out;
}

// ------------------------------------------------------------------------------------------------------- where passages stand

/// An end's text with all the passages found in it again, by where they stand in the sides' own texts.
class Placing {
public:
    Placing(Pair& out, End end, const Pair& earlier, const Pair& later) : out_(out), end_(end), quotable_(out.document(end).text) {
        for (const Pair* side : {&later, &earlier})
            for_each_passage(*side, end, [&](const Passage& one) {
                if (one.range) known_[one.id].push_back({quote_of(side->document(end).text, *one.range), one.range->begin});
            });
    }

    void run() {
        for (Goal& goal : out_.goals) {
            if (end_ == End::resolution) {
                if (goal.remembered) goal.words.range.reset();
                place(goal.words, goal.unknown);
            } else {
                for (Passage& answer : goal.answers) place(answer, answer.unknown);
            }
        }
        for (Passage& one : end_ == End::resolution ? out_.echoes : out_.unpromised) place(one, one.unknown);
    }

private:
    struct Known { Quote quote; text::Position begin; };

    void place(Passage& passage, std::vector<Unknown>& unknown) {
        place(passage);
        if (!passage.range) std::erase_if(unknown, [](const Unknown& one) { return one.key.starts_with("fields/position/v/"); });
    }

    void place(Passage& passage) {
        if (!passage.range) return;
        const std::vector<Known>& known = known_[passage.id];
        passage.range.reset();
        // First with the words that were chosen, then with those of the side that has others.
        for (const bool chosen : {true, false}) {
            for (const Known& one : known) {
                if ((one.quote.exact == passage.exact) != chosen) continue;
                passage.range = quotable_.find(one.quote, one.begin, budget_);
                if (!passage.range) continue;
                passage.exact = one.quote.exact;
                return;
            }
        }
    }

    Pair& out_;
    End end_;
    Quotable quotable_;
    std::map<Id, std::vector<Known>> known_;
    std::size_t budget_ = search_budget;
};

/// What was moved from one goal to another here, and changed where it was there, is in both: it stays where it comes first.
void part_ids(Pair& pair) {
    std::set<Id> there;
    const auto known = [&](const auto& one) { return !there.insert(one.id).second; };
    std::erase_if(pair.goals, known);
    std::erase_if(pair.echoes, known);
    for (Goal& goal : pair.goals) std::erase_if(goal.answers, known);
    std::erase_if(pair.unpromised, known);
}

}  // namespace

Pair united(const Pair* base, const Pair& earlier, const Pair& later) {
    if (earlier == later || (base && earlier == *base)) return later;
    if (base && later == *base) return earlier;
    Pair out = later;
    choose(out, &Pair::name, base, earlier, later);
    choose(out, &Pair::start, base, earlier, later);
    choose(out, &Pair::end, base, earlier, later);
    choose(out, &Pair::seal, base, earlier, later);
    choose(out, &Pair::seals_on, base, earlier, later);
    choose(out, &Pair::done, base, earlier, later);
    unite_set(out, &Pair::refused, base, earlier, later);
    out.unknown = united_unknown(of(base, &Pair::unknown), earlier.unknown, later.unknown);
    for (const End end : both_ends) out.document(end) = united(base ? &base->document(end) : nullptr, earlier.document(end), later.document(end));
    out.goals = united_elements(of(base, &Pair::goals), earlier.goals, later.goals, [](const Goal& one) -> const Id& { return one.id; }, same_goal,
                                [](const Goal* was, const Goal& a, const Goal& b) { return united(was, a, b); });
    out.unpromised = united(of(base, &Pair::unpromised), earlier.unpromised, later.unpromised);
    out.echoes = united(of(base, &Pair::echoes), earlier.echoes, later.echoes);
    part_ids(out);
    for (const End end : both_ends) Placing(out, end, earlier, later).run();
    return out;
}

Listing united(const Listing* base, const Listing& earlier, const Listing& later) {
    Listing out = later;
    choose(out, &Listing::id, base, earlier, later);
    choose(out, &Listing::name, base, earlier, later);
    out.unknown = united_unknown(of(base, &Listing::unknown), earlier.unknown, later.unknown);
    unite_set(out, &Listing::order, base, earlier, later);
    return out;
}

}  // namespace dajim::journal
