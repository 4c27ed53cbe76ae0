// The topics that the chosen pair planned, and the posts they became; asked again only when words or goals are others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/strings.h"
#include "journal/journal.h"
#include "journal/topics.h"

namespace dajim::app {

/// Goals whose measure is a list of topics; each is one.
bool is_topic(const journal::Goal& goal);

struct TopicPosts {
    std::vector<journal::Id> goals;     ///< the topics
    std::vector<journal::PlannedTopic> planned;
    journal::Topics topics;             ///< of each what it became, by the words as they were
    std::vector<std::string> titles;    ///< of each its post's; empty: none
    std::uint64_t identity = 0, revision = 0;   ///< of the retrospective that was asked

    bool any() const { return !goals.empty() && goals.size() == topics.written.size(); }
    /// What the topic was written as; empty where it was not, or not yet.
    std::string_view title_of(const journal::Id& goal) const;
};

/// "글감 5개 중 2개 씀 · 예정에 없던 글 1개"; empty where no topics were planned.
std::string topics_told(const TopicPosts& posts, Language language);

/// Is it what `pair` would be asked again? Cheap.
bool is_current(const TopicPosts& posts, const journal::Pair* pair);
/// Reads all of the retrospective.
TopicPosts topic_posts(const journal::Pair& pair);

}  // namespace dajim::app
