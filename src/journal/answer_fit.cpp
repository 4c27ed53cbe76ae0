// Whether what a statement shares with a goal is enough to say that it answers it, and what a label stands over.
#include <algorithm>

#include "journal/answering.h"
#include "journal/sums_up.h"

namespace dajim::journal {
namespace {

constexpr std::size_t kLongestTail = 30;    // paragraphs that an answer takes in beside its first

}  // namespace

/// Is it enough that is shared? The more outright a statement judges, the fewer words of the goal it need repeat.
bool Answering::fits(const Candidate& candidate) {
    const Likeness& likeness = candidate.likeness;
    const GoalWords& goal = goals_[likeness.goal];
    const std::size_t words = likeness.words;
    const double covered = likeness.covered * (candidate.in_area ? 1.4 : 1);
    const Part& part = part_of(likeness.statement);
    if (part.kind == PartKind::quote) return likeness.covered >= 0.8 && likeness.answered >= 0.8;
    const Section& section = section_of(likeness.statement);
    const bool listed_post = holds_topics_[likeness.goal] && is_listed_post(likeness.statement);
    if (goal.kind == ProposalKind::area && !listed_post && covered < 0.6) return false;
    const Judgement said = judgement_of(likeness.goal, likeness.statement);
    if (words == 0) return likeness.sole_unit && said.kind && section.promises;   // "모두 17권을 읽었다"
    if (said.elsewhere && !said.kind) return false;
    if (index_.is_light(likeness.goal)) return likeness.covered >= 0.8 && words * 2 > index_.words_of(likeness.statement);
    const bool certain = likeness.leads || (likeness.covered >= 0.8 && likeness.answered >= 0.5);
    if (!certain && part.kind == PartKind::prose && sums_up(passages_.said(text_, likeness.statement))) return false;
    if (listed_post) return covered >= 0.6 || (words >= 3 && covered >= 0.5) || index_.has_alternative(likeness.goal, likeness.statement);
    if (holds_topics_[likeness.goal] && section.written && said.kind && likeness.sole && covered >= 0.8) return true;   // "Go는 세 편을 썼다"
    const bool judged = said.kind || section.kind;
    if (words + likeness.near / 2 < 2) {
        if (said.kind && section.promises && covered >= 0.3 && index_.is_telling(likeness)) return true;   // one rare word where promises are looked back at
        if (said.set_off && covered >= 0.4 && likeness.answered >= 0.3) return true;
        if (likeness.sole && candidate.in_area && said.kind) return covered >= 0.25 && likeness.answered >= 0.25;
        if (likeness.leads && likeness.unit && part.kind != PartKind::prose && goal.measure && goal.measure->amount > 0) return true;   // "블로그: 11개"
        if (likeness.leads && said.kind) {
            const bool firm = said.plain || section.kind;
            return covered >= (firm ? 0.25 : names_promise(likeness.statement) ? 0.35 : 0.55) && likeness.answered >= (firm ? 0.15 : 0.3);
        }
        if (names(likeness) && tail_judges(candidate)) return true;
        if (likeness.sole && said.plain && likeness.answered >= 1 && !points_elsewhere(likeness.statement)) return covered >= 0.35;   // "가장 잘 지킨 건 걷기였다"
        if (covered < 0.6) return false;
        if (!judged) return is_label(likeness) && part.kind != PartKind::prose && tail_judges(candidate);
        if (said.plain) return likeness.answered >= 0.5;
        return likeness.words * 10 >= index_.heavy_words_of(likeness.statement) * 6;   // only told: of hardly anything else
    }
    if (said.plain && section.kind) return covered >= 0.25;
    if (said.plain) return covered >= 0.34 && (likeness.answered >= 0.2 || covered >= 0.5);
    if (judged) return (covered >= 0.5 || (words >= 3 && covered >= 0.34)) && (likeness.answered >= 0.2 || covered >= 0.8);
    if (goal.kind == ProposalKind::topic || speaks_of_plans(passages_.said(text_, likeness.statement))) return false;
    if (is_label(likeness)) return true;
    return (covered >= 0.6 || (words >= 4 && covered >= 0.45)) && likeness.answered >= 0.4;
}

/// "그 영화는 …": another one than one's own.
bool Answering::points_elsewhere(std::size_t statement) const {
    const std::string said = passages_.said(text_, statement);
    return said.starts_with("그 ") || said.starts_with("이 ") || said.starts_with("저 ") || said.starts_with("That ") || said.starts_with("This ");
}

/// "첫 번째 목표였던 …"
bool Answering::names_promise(std::size_t statement) const {
    const std::string said = passages_.said(text_, statement);
    return said.find("목표") != std::string::npos || said.find("다짐") != std::string::npos || said.find("goal") != std::string::npos || said.find("resolution") != std::string::npos;
}

/// A heading or an item's first words that say nothing but what this goal alone is about: "### 소설" for "매달 소설 두 권 읽기".
bool Answering::names(const Likeness& likeness) {
    const Part& part = part_of(likeness.statement);
    const std::size_t at = passages_.statements[likeness.statement].part;
    const bool goes_on = passages_.first_of_part(likeness.statement) && likeness.statement + 1 < passages_.statements_end(at) && passages_.said(text_, likeness.statement).starts_with("**");   // "**수영.** 매일 …"
    const bool head = part.kind == PartKind::heading || (part.kind == PartKind::item && part.end > at + 1) || goes_on;
    return head && likeness.sole && likeness.answered >= 1 && likeness.covered >= (judgement(likeness.statement).set_off ? 0.2 : 0.3);
}

/// Is something judged in what a label stands over?
bool Answering::tail_judges(const Candidate& candidate) {
    const std::size_t statement = candidate.likeness.statement, end = passages_.statements_end(tail_of(candidate) - 1);
    for (std::size_t next = statement; next < std::min(end, statement + kReadTogether); ++next) {
        if (judgement(next).kind) return true;
    }
    return false;
}

/// A goal that is only repeated, with nothing under it, is not answered.
bool Answering::says_anything(const Candidate& candidate) {
    const std::size_t statement = candidate.likeness.statement;
    if (judgement_of(candidate.likeness.goal, statement).kind || section_of(statement).kind) return true;
    if (!is_label(candidate.likeness)) return true;
    if (holds_topics_[candidate.likeness.goal] && is_listed_post(statement)) return true;
    return tail_of(candidate) > passages_.statements[statement].part + 1 || statement + 1 < passages_.statements_end(passages_.statements[statement].part);
}

bool Answering::is_listed_post(std::size_t statement) const {
    const Part& part = part_of(statement);
    const bool listed = part.kind == PartKind::item || part.kind == PartKind::row;
    return listed && (section_of(statement).written || passages_.said(text_, statement).find("](") != std::string::npos);
}

/// The part behind those that belong to what a label names: what lies in it, or stands under it.
std::size_t Answering::tail_of(const Candidate& candidate) const {
    const std::size_t statement = candidate.likeness.statement, at = passages_.statements[statement].part;
    const Part& part = passages_.parts[at];
    if (part.kind == PartKind::heading) {
        std::size_t end = at + 1;
        while (end < part.end && passages_.parts[end].kind != PartKind::heading && is_near(at, end)) ++end;
        return std::max(end, std::min(at + 2, first_heading(at + 1, part.end)));
    }
    if (part.kind == PartKind::item && part.end > at + 1) {
        std::size_t end = at + 1;
        while (end < part.end && is_near(at, end)) ++end;
        return end;
    }
    const bool last_of_part = statement + 1 == passages_.statements_end(at);
    if (!last_of_part || !is_label(candidate.likeness)) return at + 1;
    if (part.kind == PartKind::quote) {
        std::size_t end = at + 1;
        while (end < passages_.parts.size() && end < at + 4 && passages_.parts[end].kind != PartKind::heading && passages_.parts[end].kind != PartKind::quote && is_near(at, end)) ++end;
        return end;
    }
    const bool prose = part.kind == PartKind::prose && at + 1 < passages_.parts.size() && passages_.parts[at + 1].kind != PartKind::heading && passages_.parts[at + 1].kind != PartKind::quote;
    return prose && is_near(at, at + 1) ? at + 2 : at + 1;
}

std::size_t Answering::first_heading(std::size_t from, std::size_t to) const {
    return from < to && passages_.parts[from].kind == PartKind::heading ? from : to;
}

bool Answering::is_near(std::size_t from, std::size_t part) const {
    return passages_.parts[part].words.end.paragraph <= passages_.parts[from].words.end.paragraph + kLongestTail;
}

}  // namespace dajim::journal
