// Topics and posts of a pair, see topic_posts.h.
#include "app/topic_posts.h"

#include <algorithm>

#include "formats/post.h"

namespace dajim::app {
namespace {

using journal::Goal;
using journal::PlannedTopic;
using journal::VerdictKind;

PlannedTopic planned(const Goal& goal) {
    PlannedTopic out{goal.words.exact, std::nullopt, std::nullopt};
    for (const journal::Passage& answer : goal.answers) {
        if (answer.range && !out.answer) out.answer = answer.range;
    }
    if (goal.verdict && goal.verdict->kind != VerdictKind::cannot_judge) {
        out.written = goal.verdict->kind == VerdictKind::kept || goal.verdict->kind == VerdictKind::partly || goal.verdict->kind == VerdictKind::changed;
    }
    return out;
}

bool same(const PlannedTopic& one, const Goal& goal) {
    const PlannedTopic other = planned(goal);
    return one.words == other.words && one.answer == other.answer && one.written == other.written;
}

}  // namespace

bool is_topic(const Goal& goal) { return !goal.remembered && goal.measure && goal.measure->kind == journal::MeasureKind::topics; }

std::string_view TopicPosts::title_of(const journal::Id& goal) const {
    const auto at = std::find(goals.begin(), goals.end(), goal);
    return at == goals.end() || !any() ? std::string_view{} : std::string_view(titles[static_cast<std::size_t>(at - goals.begin())]);
}

std::string topics_told(const TopicPosts& posts, Language language) {
    if (!posts.any()) return {};
    std::string out = say(Str::topics_written, language, {std::to_string(posts.goals.size()), std::to_string(posts.topics.count_written())});
    if (!posts.topics.unplanned.empty()) out += " · " + say(Str::posts_unplanned, language, {std::to_string(posts.topics.unplanned.size())});
    return out;
}

bool is_current(const TopicPosts& posts, const journal::Pair* pair) {
    std::size_t at = 0;
    for (std::size_t goal = 0; pair && goal < pair->goals.size(); ++goal) {
        if (!is_topic(pair->goals[goal])) continue;
        if (at == posts.goals.size() || posts.goals[at] != pair->goals[goal].id || !same(posts.planned[at], pair->goals[goal])) return false;
        ++at;
    }
    if (at != posts.goals.size()) return false;
    if (at == 0) return true;
    const text::Buffer& text = pair->document(journal::End::retrospective).text;
    return posts.identity == text.identity() && posts.revision == text.revision();
}

TopicPosts topic_posts(const journal::Pair& pair) {
    TopicPosts out;
    const text::Buffer& text = pair.document(journal::End::retrospective).text;
    out.identity = text.identity();
    out.revision = text.revision();
    for (const Goal& goal : pair.goals) {
        if (!is_topic(goal)) continue;
        out.goals.push_back(goal.id);
        out.planned.push_back(planned(goal));
    }
    if (!out.goals.empty()) out.topics = journal::reconcile(out.planned, text, formats::front_matter_lines(text));
    for (const std::optional<text::Range>& post : out.topics.posts) {
        std::string& title = out.titles.emplace_back(post ? text.text(*post) : std::string());
        title.resize(std::min(title.size(), title.find('\n')));
    }
    return out;
}

}  // namespace dajim::app
