// What the pages have of the pair before, which planned topics became posts and what score the retrospective states: kept up to date
// with the words.
#include <algorithm>

#include "app/program.h"
#include "formats/post.h"
#include "journal/stated_score.h"

namespace dajim::app {
namespace {

constexpr std::size_t read_at_once = 2 * 1024;       // bytes of a retrospective; longer ones are read when the writing rests
constexpr std::size_t longest_scored = 256 * 1024;   // bytes
constexpr double rest_ms = 600;

const journal::Pair* pair_before(const State& state) {
    const journal::Series* series = journal::series_of(state.journal, state.pair);
    const journal::Pair* before = nullptr;
    for (std::size_t at = 0; series && at < series->pairs.size(); ++at) {
        if (series->pairs[at].id == state.pair) return before;
        before = &series->pairs[at];
    }
    return nullptr;
}

}  // namespace

/// A goal that was carried over is meant to be the same.
void Program::settle_copies() {
    static const text::Buffer nothing;
    const journal::Pair* pair = state_.chosen_pair();
    const journal::Pair* before = pair_before(state_);
    for (const journal::End end : journal::both_ends) {
        const text::Buffer& text = pair ? pair->document(end).text : nothing;
        const text::Buffer* other = before ? &before->document(end).text : nullptr;
        journal::StaleText& stale = state_.stale[static_cast<std::size_t>(end)];
        stale.settle(text, formats::front_matter_lines(text), other, other ? formats::front_matter_lines(*other) : 0);
        std::vector<std::size_t> carried;
        for (std::size_t at = 0; pair && end == journal::End::resolution && at < pair->goals.size(); ++at) {
            const journal::Goal& goal = pair->goals[at];
            if (goal.origin && goal.words.range) carried.push_back(goal.words.range->begin.paragraph);
        }
        std::sort(carried.begin(), carried.end());
        carried.erase(std::unique(carried.begin(), carried.end()), carried.end());
        stale.leave_out(std::move(carried));
    }
}

/// After any change: posts and score are of the retrospective as it is, or will be once nobody writes.
void Program::settle_told() {
    const journal::Pair* pair = state_.chosen_pair();
    const text::Buffer* text = pair ? &pair->document(journal::End::retrospective).text : nullptr;
    const bool same_text = text && stated_of_ == text->identity();
    const bool current = same_text && stated_at_ == text->revision() && is_current(state_.topics, pair);
    told_due_ms_ = 0;
    if (current) return;
    if (!same_text || text->bytes() <= read_at_once) return find_told();
    told_due_ms_ = host_.now_ms() + rest_ms;
    plan_wake();
}

void Program::tell_at_rest() {
    if (told_due_ms_ == 0 || host_.now_ms() < told_due_ms_) return;
    told_due_ms_ = 0;
    find_told();
    host_.redraw();
}

void Program::find_told() {
    const journal::Pair* pair = state_.chosen_pair();
    const text::Buffer* text = pair ? &pair->document(journal::End::retrospective).text : nullptr;
    const std::uint64_t of = text ? text->identity() : 0, at = text ? text->revision() : 0;
    if (!is_current(state_.topics, pair)) state_.topics = pair ? topic_posts(*pair) : TopicPosts{};
    if (of == stated_of_ && at == stated_at_) return;
    stated_of_ = of;
    stated_at_ = at;
    state_.stated.reset();
    if (text && text->bytes() <= longest_scored) state_.stated = journal::stated_score(*text, formats::front_matter_lines(*text));
}

}  // namespace dajim::app
