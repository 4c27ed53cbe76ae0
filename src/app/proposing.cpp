// What is proposed for a pair, see proposing.h.
#include "app/proposing.h"

#include <algorithm>

#include "app/topic_posts.h"
#include "formats/post.h"
#include "journal/marks.h"
#include "journal/propose_next.h"
#include "text/mark.h"

namespace dajim::app {
namespace {

using journal::End;
using journal::ProposalKind;
using text::Range;

bool is_marked(const journal::Pair& pair, End end, const Range& range) {
    bool marked = false;
    journal::for_each_passage(pair, end, [&](const journal::Passage& one) { marked = marked || (one.range && one.range->overlaps(range)); });
    return marked;
}

}  // namespace

std::vector<Proposed> propose_goals(const journal::Pair& pair) {
    const text::Buffer& text = pair.document(End::resolution).text;
    const std::vector<journal::GoalProposal> found = journal::propose_goals(text, formats::front_matter_lines(text));
    std::vector<Proposed> out;
    for (const journal::GoalProposal& one : found) {
        if (one.kind == ProposalKind::area || is_marked(pair, End::resolution, one.words)) continue;
        const std::string words = text.text(one.words);
        if (std::find(pair.refused.begin(), pair.refused.end(), words) != pair.refused.end()) continue;
        Proposed& goal = out.emplace_back();
        goal.range = one.words;
        goal.measure = one.measure;
        if (!goal.measure && one.kind == ProposalKind::topic) goal.measure.emplace().kind = journal::MeasureKind::topics;
        goal.why = one.why;
        if (one.parent) goal.area = text.text(found[*one.parent].words);
    }
    return out;
}

std::vector<Proposed> propose_answers(const journal::Pair& pair) {
    const text::Buffer& text = pair.document(End::retrospective).text;
    std::vector<journal::GoalWords> goals;
    std::vector<journal::Id> ids;
    for (const journal::Goal& goal : pair.goals) {
        if (!goal.answers.empty()) continue;
        goals.push_back({goal.words.exact, std::nullopt, is_topic(goal) ? ProposalKind::topic : ProposalKind::goal, goal.measure});
        ids.push_back(goal.id);
    }
    std::vector<Proposed> out;
    for (journal::AnswerProposal& one : journal::propose_answers(goals, text, formats::front_matter_lines(text))) {
        if (!one.answer || is_marked(pair, End::retrospective, *one.answer)) continue;
        out.push_back({End::retrospective, *one.answer, one.goal ? ids[*one.goal] : journal::Id{}, {}, {}, one.verdict, one.still_right, {}, one.why});
    }
    std::stable_sort(out.begin(), out.end(), [](const Proposed& a, const Proposed& b) { return a.range.begin < b.range.begin; });
    return out;
}

std::vector<Proposed> propose_next(const journal::Journal& journal, const journal::Pair& pair) {
    const text::Buffer& text = pair.document(End::retrospective).text;
    std::vector<std::string> known = pair.refused;   // words
    std::vector<journal::Id> marks;
    if (const journal::Series* series = journal::series_of(journal, pair.id)) {
        for (const journal::Pair& one : series->pairs) {
            for (const journal::Goal& goal : one.goals) {
                if (!goal.origin || goal.origin->pair != pair.id) continue;
                marks.push_back(goal.origin->passage);
                known.push_back(goal.words.exact);
            }
        }
    }
    const auto went_on = [&](const Range& range, const std::string& words) {
        bool on = std::find(known.begin(), known.end(), words) != known.end();
        journal::for_each_passage(pair, End::retrospective, [&](const journal::Passage& one) {
            on = on || (one.range && one.range->overlaps(range) && std::find(marks.begin(), marks.end(), one.id) != marks.end());
        });
        return on;
    };
    std::vector<Proposed> out;
    for (const journal::NextProposal& one : journal::propose_next(text, formats::front_matter_lines(text))) {
        if (went_on(one.words, text.text(one.words))) continue;
        Proposed& next = out.emplace_back();
        next.end = End::retrospective;
        next.range = one.words;
        next.next = one.carried;
        next.why = {journal::Why::Reason::heading, one.heading};
    }
    return out;
}

void follow(Proposing& proposing, End end, const text::Edit& edit) {
    for (Proposed& one : proposing.all) {
        if (one.end != end) continue;
        const text::Position begin = text::moved(one.range.begin, edit, text::Stick::after);
        one.range = {begin, std::max(begin, text::moved(one.range.end, edit, text::Stick::before))};
    }
    const auto gone = [](const Proposed& one) { return one.range.empty(); };
    const auto here = proposing.all.begin() + static_cast<std::ptrdiff_t>(std::min(proposing.at, proposing.all.size()));
    proposing.at -= static_cast<std::size_t>(std::count_if(proposing.all.begin(), here, gone));
    std::erase_if(proposing.all, gone);
    if (proposing.at >= proposing.all.size()) proposing.at = 0;
}

}  // namespace dajim::app
