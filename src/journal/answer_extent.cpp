// From its first statement on: how far an answer goes, and what it says became of the goal.
#include <algorithm>

#include "journal/answering.h"

namespace dajim::journal {
namespace {

constexpr std::size_t kLongestLabelled = 6; // sentences of a paragraph that names a goal first

}  // namespace

void Answering::propose(std::size_t goal, const Choice& choice) {
    Extent extent = extent_of(choice);
    const std::size_t statement = choice.candidate.likeness.statement;
    if (part_of(statement).kind == PartKind::quote && extent.end == passages_.statements[statement].part + 1) return;   // nothing under it
    if (holds_topics_[goal] && !extent.plain && is_listed_post(statement)) extent.verdict = VerdictKind::kept;   // it was written
    else if (!extent.plain) by_number(goal, statement, extent);
    covered_.push_back({passages_.statements[statement].part, extent.end});
    out_.push_back({goal, extent.range, extent.verdict, extent.still_right, why(goal, choice)});
}

/// What the answer is, from its statement on, and what became of the goal.
Answering::Extent Answering::extent_of(const Choice& choice) {
    const std::size_t statement = choice.candidate.likeness.statement, at = passages_.statements[statement].part;
    const Part& part = passages_.parts[at];
    const bool head = part.kind == PartKind::heading || part.kind == PartKind::quote || (part.kind == PartKind::item && passages_.first_of_part(statement));
    const bool label = !choice.by_order && is_label_of(choice.candidate.likeness);
    Extent out;
    out.range = passages_.statements[statement].range;
    std::size_t last = statement + 1;   // behind the last statement of the answer
    const bool unsaid = !judgement(statement).plain;
    if (head || (label && unsaid && statement + 1 == passages_.statements_end(at))) {
        const std::size_t end = choice.by_order ? at + 1 : tail_of(choice.candidate);
        last = passages_.statements_end(end - 1);
        if (part.kind == PartKind::quote && end > at + 1) out.range.begin = passages_.parts[at + 1].words.begin;
    } else if (label && unsaid) {
        last = std::min(statement + kLongestLabelled, passages_.statements_end(at));
    }
    for (std::size_t next = statement + 1; next < last; ++next) {
        if (taken_by_[next] != none && taken_by_[next] != choice.candidate.likeness.goal) last = next;   // there another goal's answer begins
    }
    if (part.kind == PartKind::prose && !label && unsaid && choice.candidate.likeness.answered >= 0.4) last = with_judgement_behind(statement, last);
    if (last > statement + 1) out.range.end = passages_.statements[last - 1].range.end;
    out.end = passages_.statements[last - 1].part + 1;
    judge(choice.candidate.likeness.goal, statement, last, part.kind == PartKind::quote, out);
    return out;
}

/// "영어 공부도 목표였다. 결국 하지 못했다.": the next sentence of the paragraph says it, if it speaks of no other goal.
std::size_t Answering::with_judgement_behind(std::size_t statement, std::size_t last) {
    const std::size_t next = statement + 1;
    if (next >= passages_.statements_end(passages_.statements[statement].part) || taken_by_[next] != none || !judgement(next).plain) return last;
    return judgement(next).kind ? next + 1 : last;
}

void Answering::judge(std::size_t goal, std::size_t statement, std::size_t last, bool quote, Extent& out) {
    if (const Judgement own = judgement_of(goal, statement); own.plain && !quote) {
        set(own, out);
    } else {
        std::string all;
        const std::size_t from = quote ? statement + 1 : statement;
        for (std::size_t next = from; next < std::min(last, from + kReadTogether); ++next) all += passages_.said(text_, next) + ".\n";
        const Judgement together = as_of(restraints_[goal], all, read_judgement(all));
        const Section& section = section_of(statement);
        if (section.kind && !together.plain && (section.plain || !together.kind)) {
            out.verdict = section.kind;
            out.plain = section.plain;
        } else {
            set(together, out);
        }
    }
    find_still_right(statement, last, out);
}

void Answering::set(const Judgement& judgement, Extent& out) {
    out.verdict = judgement.kind;
    out.plain = judgement.plain;
    if (judgement.still_right) out.still_right = judgement.still_right;
}

/// The second axis may stand a sentence further on.
void Answering::find_still_right(std::size_t statement, std::size_t last, Extent& out) {
    const std::size_t end = std::min(std::max(last, statement + 1) + 2, passages_.statements_end(passages_.statements[last - 1].part));
    for (std::size_t next = statement; next < end && !out.still_right; ++next) {
        if (next >= last && taken_by_[next] != none) break;
        const Judgement& said = judgement(next);
        if (!said.still_right) continue;
        const bool of_giving_up = out.verdict == VerdictKind::dropped || out.verdict == VerdictKind::changed;
        out.still_right = said.of_choice && !said.kind ? !of_giving_up : *said.still_right;
        if (next >= last) out.range.end = passages_.statements[next].range.end;
    }
}

/// "최소 5번" and "3번 다녀왔다", "주 3회" and "주 2회 정도 했다": the numbers judge where no word does.
void Answering::by_number(std::size_t goal, std::size_t statement, Extent& extent) {
    const std::optional<Measure>& measure = goals_[goal].measure;
    if (!measure || measure->amount <= 0) return;
    const std::string said = passages_.said(text_, statement);
    std::optional<double> told;
    if (measure->kind == MeasureKind::rate) {
        const std::optional<Measure> rate = read_measure(said);
        if (!rate || rate->kind != MeasureKind::rate || rate->per != measure->per || rate->every != measure->every || !counts_alike(rate->unit, measure->unit)) return;
        told = rate->amount;
    } else if (measure->per == Period::none && (measure->kind == MeasureKind::at_least || measure->kind == MeasureKind::at_most)) {
        told = number_like(goal, measure->amount, said);
    }
    if (!told || (!extent.verdict && *told == measure->amount)) return;   // the goal only said again
    const bool enough = measure->kind == MeasureKind::at_most ? *told <= measure->amount : *told >= measure->amount;
    extent.verdict = enough ? VerdictKind::kept : measure->kind != MeasureKind::at_most && *told > 0 ? VerdictKind::partly : VerdictKind::not_kept;
}

bool Answering::counts_alike(std::string_view a, std::string_view b) {
    const auto times = [](std::string_view unit) { return unit.empty() || unit == "회" || unit == "번" || unit == "차례" || unit == "일"; };
    return a == b || (times(a) && times(b));
}

/// The one number in a statement that counts what the goal's amount counts.
std::optional<double> Answering::number_like(std::size_t goal, double amount, const std::string& said) const {
    std::optional<double> told;
    for (const ContentWord& word : content_words(goals_[goal].words)) {
        if (!word.number || number_of(word.key) != amount) continue;
        for (const ContentWord& other : content_words(said)) {
            if (!other.number || counted_in(other.key) != counted_in(word.key)) continue;
            if (told && *told != number_of(other.key)) return std::nullopt;
            told = number_of(other.key);
        }
        break;
    }
    return told;
}

}  // namespace dajim::journal
