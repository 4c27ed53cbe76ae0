// Every goal takes the statement that speaks of it most, each statement is taken once; then what stands around it is taken in.
#include <algorithm>

#include "journal/answering.h"

namespace dajim::journal {
namespace {

using Reason = Why::Reason;

constexpr std::size_t kCandidates = 8;      // statements that are kept for a goal
constexpr std::size_t kAnswers = 3;         // of one goal
constexpr std::size_t kQuotedWords = 6;     // in a why

}  // namespace

std::vector<AnswerProposal> Answering::run() {
    for (const GoalWords& goal : goals_) restraints_.push_back(restraint_of(goal.words));
    find_topics();
    find_areas();
    index_.each([this](const Likeness& likeness) { consider(likeness); });
    choose();
    choose_by_order();
    choose_more();
    for (std::size_t goal = 0; goal < goals_.size(); ++goal) {
        const std::size_t before = out_.size();
        for (const Choice& choice : choices_[goal]) propose(goal, choice);
        if (out_.size() == before) out_.push_back({goal, {}, {}, {}, {Reason::nothing, {}}});
    }
    propose_unpromised();
    return std::move(out_);
}

const Judgement& Answering::judgement(std::size_t statement) {
    std::optional<Judgement>& known = judgements_[statement];
    if (!known) known = read_judgement(passages_.said(text_, statement));
    return *known;
}

/// A statement's judgement as it is of a goal.
Judgement Answering::judgement_of(std::size_t goal, std::size_t statement) {
    const Judgement& said = judgement(statement);
    return restraints_[goal] == Restraint::none ? said : as_of(restraints_[goal], passages_.said(text_, statement), said);
}

/// Topics, and areas of nothing but topics: what is listed as written answers them.
void Answering::find_topics() {
    holds_topics_.assign(goals_.size(), false);
    std::vector<bool> mixed(goals_.size(), false);
    for (std::size_t goal = goals_.size(); goal-- > 0;) {
        if (goals_[goal].kind == ProposalKind::topic) holds_topics_[goal] = true;
        if (!goals_[goal].parent) continue;
        if (holds_topics_[goal] && !mixed[goal]) holds_topics_[*goals_[goal].parent] = true;
        else mixed[*goals_[goal].parent] = true;
    }
    for (std::size_t goal = 0; goal < goals_.size(); ++goal) {
        if (mixed[goal]) holds_topics_[goal] = false;
    }
}

/// Headings that name an area: what stands under them is the likelier to answer a goal of that area.
void Answering::find_areas() {
    area_of_heading_.assign(passages_.parts.size(), none);
    std::vector<bool> has_goals(goals_.size(), false);
    for (const GoalWords& goal : goals_) {
        if (goal.parent) has_goals[*goal.parent] = true;
    }
    std::vector<double> best(passages_.parts.size(), 0);
    index_.each([&](const Likeness& likeness) {
        const std::size_t part = passages_.statements[likeness.statement].part;
        if (passages_.parts[part].kind != PartKind::heading || !has_goals[likeness.goal] || likeness.covered < 0.6 || likeness.covered <= best[part]) return;
        best[part] = likeness.covered;
        area_of_heading_[part] = likeness.goal;
    });
}

bool Answering::in_area(std::size_t goal, std::size_t statement) const {
    if (!goals_[goal].parent) return false;
    std::size_t heading = part_of(statement).heading;
    for (int up = 0; up < 2 && heading != Part::none; ++up, heading = passages_.parts[heading].heading) {
        if (area_of_heading_[heading] == *goals_[goal].parent) return true;
    }
    return false;
}

void Answering::consider(const Likeness& likeness) {
    if (section_of(likeness.statement).ahead || likeness.covered < 0.15) return;
    Candidate candidate{likeness, 0, in_area(likeness.goal, likeness.statement), false};
    if (!fits(candidate)) return;
    const Judgement said = judgement_of(likeness.goal, likeness.statement);
    const Part& part = part_of(likeness.statement);
    candidate.quoted = part.kind == PartKind::quote && likeness.covered >= 0.8 && likeness.answered >= 0.8;
    candidate.score = likeness.shared * (0.4 + likeness.covered) * (0.8 + 0.4 * likeness.answered);
    if (said.plain) candidate.score *= 1.6;
    else if (said.kind) candidate.score *= 1.15;
    if (candidate.in_area) candidate.score *= 1.3;
    if (candidate.quoted) candidate.score *= 3;
    else if (part.kind == PartKind::heading && is_label_of(likeness)) candidate.score *= 1.4;
    if (likeness.leads) candidate.score *= 1.2;
    std::vector<Candidate>& known = candidates_[likeness.goal];
    const auto place = std::upper_bound(known.begin(), known.end(), candidate, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    known.insert(place, candidate);
    if (known.size() > kCandidates) known.pop_back();
}

/// The best pair first. A statement that is taken may be taken again by a goal that it plainly speaks of too.
void Answering::choose() {
    std::vector<const Candidate*> all;
    for (const std::vector<Candidate>& of_goal : candidates_) {
        for (const Candidate& candidate : of_goal) all.push_back(&candidate);
    }
    std::stable_sort(all.begin(), all.end(), [](const Candidate* a, const Candidate* b) { return a->score > b->score; });
    for (const Candidate* candidate : all) {
        const std::size_t goal = candidate->likeness.goal, statement = candidate->likeness.statement;
        if (!choices_[goal].empty() || !may_take(goal, statement) || !says_anything(*candidate)) continue;
        take(goal, {*candidate, false});
    }
}

bool Answering::may_take(std::size_t goal, std::size_t statement) const {
    const std::size_t other = taken_by_[statement];
    if (other == none) return true;
    const bool nested = goals_[goal].parent == other || goals_[other].parent == goal;
    return !nested && index_.only_of(goal, other, statement) >= 0.5 * index_.weight_of_goal(goal);
}

void Answering::take(std::size_t goal, Choice choice) {
    if (taken_by_[choice.candidate.likeness.statement] == none) taken_by_[choice.candidate.likeness.statement] = goal;
    choices_[goal].push_back(std::move(choice));
}

/// Lists of one length: where most of their items answer the goal at their own place, so do the others.
void Answering::choose_by_order() {
    for (std::size_t first = 0; first < goals_.size();) {
        std::size_t last = first + 1;
        while (last < goals_.size() && goals_[last].parent == goals_[first].parent) ++last;
        if (last - first >= 3) fill_by_order(first, last);
        first = last;
    }
}

void Answering::fill_by_order(std::size_t first, std::size_t last) {
    const std::size_t count = last - first;
    std::vector<std::size_t> items;
    std::size_t found = 0;
    for (std::size_t goal = first; goal < last && items.size() != count; ++goal) {
        if (choices_[goal].empty()) continue;
        items = siblings_of(passages_.statements[choices_[goal].front().candidate.likeness.statement].part, count);
    }
    if (items.size() != count) return;
    for (std::size_t at = 0; at < count; ++at) {
        if (!choices_[first + at].empty() && passages_.statements[choices_[first + at].front().candidate.likeness.statement].part == items[at]) ++found;
    }
    if (found < 2 || found * 2 < count) return;
    for (std::size_t at = 0; at < count; ++at) {
        const std::size_t goal = first + at, statement = passages_.parts[items[at]].statements;
        if (!choices_[goal].empty() || statement >= passages_.statements.size() || taken_by_[statement] != none || !judgement(statement).plain) continue;
        Candidate candidate;
        candidate.likeness.goal = goal;
        candidate.likeness.statement = statement;
        take(goal, {candidate, true});
    }
}

/// The parts of one kind and parent among which one stands; only if they are `count`.
std::vector<std::size_t> Answering::siblings_of(std::size_t at, std::size_t count) const {
    const Part& one = passages_.parts[at];
    const auto alike = [&](std::size_t other) { return passages_.parts[other].kind == one.kind && passages_.parts[other].parent == one.parent; };
    if (one.kind != PartKind::item && one.kind != PartKind::row && one.kind != PartKind::heading) return {};
    std::vector<std::size_t> out{at};
    for (std::size_t next = one.end; next < passages_.parts.size() && out.size() <= count && alike(next); next = passages_.parts[next].end) out.push_back(next);
    const std::size_t begin = one.parent == Part::none ? 0 : one.parent + 1;
    std::vector<std::size_t> before;
    if (at - begin > 2000) return {};   // a list of that length is none of goals
    for (std::size_t next = begin; next < at; next = passages_.parts[next].end) {
        if (alike(next)) before.push_back(next);
        else before.clear();
    }
    out.insert(out.begin(), before.begin(), before.end());
    return out.size() == count ? out : std::vector<std::size_t>{};
}

/// Further passages that judge the goal outright, elsewhere in the text.
void Answering::choose_more() {
    for (std::size_t goal = 0; goal < goals_.size(); ++goal) {
        if (choices_[goal].empty() || choices_[goal].front().by_order) continue;
        for (const Candidate& candidate : candidates_[goal]) {
            if (choices_[goal].size() >= kAnswers) break;
            const Likeness& likeness = candidate.likeness;
            const bool strong = candidate.quoted || (judgement(likeness.statement).plain && likeness.covered >= 0.6 && (likeness.words >= 2 || likeness.answered >= 0.6));
            const bool apart = std::all_of(choices_[goal].begin(), choices_[goal].end(), [&](const Choice& other) { return !near_each_other(other.candidate, candidate); });
            if (strong && apart && taken_by_[likeness.statement] == none && says_anything(candidate)) take(goal, {candidate, false});
        }
    }
}

/// One within what the other takes in, or under the same heading.
bool Answering::near_each_other(const Candidate& a, const Candidate& b) const {
    const Part& one = part_of(a.likeness.statement);
    const Part& other = part_of(b.likeness.statement);
    const auto heading = [&](const Candidate& candidate, const Part& part) { return part.kind == PartKind::heading ? passages_.statements[candidate.likeness.statement].part : part.heading; };
    return heading(a, one) == heading(b, other);
}

Why Answering::why(std::size_t goal, const Choice& choice) const {
    if (choice.by_order) return {Reason::order, {}};
    const Candidate& candidate = choice.candidate;
    const std::size_t statement = candidate.likeness.statement;
    const std::string said = passages_.said(text_, statement);
    if (candidate.quoted) return {Reason::quoted, text_.text(passages_.statements[statement].range)};
    const std::vector<ContentWord> shared = index_.shared_words(goal, said);
    std::size_t numbers = 0;
    std::string quote, number;
    std::size_t words = 0;
    for (const ContentWord& word : shared) {
        const std::string written = said.substr(word.begin, word.end - word.begin);
        if (word.number) {
            ++numbers;
            number += (number.empty() ? "" : ", ") + written;
        }
        if (words == kQuotedWords || quote.find(written) != std::string::npos) continue;
        quote += (quote.empty() ? "" : ", ") + written;
        ++words;
    }
    if (shared.empty()) quote = words_of_address(said);
    if (numbers > 0 && numbers * 2 > shared.size()) return {Reason::number, number};
    if (candidate.in_area && shared.size() < 2) {
        std::size_t heading = part_of(statement).heading;
        while (area_of_heading_[heading] != *goals_[goal].parent) heading = passages_.parts[heading].heading;
        return {Reason::same_heading, text_.text(passages_.parts[heading].words)};
    }
    return {Reason::shared_words, quote};
}

std::vector<AnswerProposal> propose_answers(std::span<const GoalWords> goals, const text::Buffer& retrospective, std::size_t skip) {
    return Answering(goals, retrospective, skip).run();
}

}  // namespace dajim::journal
