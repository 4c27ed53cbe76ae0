// Topics against posts, see topics.h.
#include "journal/topics.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "journal/likeness.h"
#include "journal/passages.h"
#include "journal/sections.h"
#include "journal/words.h"

namespace dajim::journal {
namespace {

/// "[a title](address)", or an address, and nothing else.
bool is_link_alone(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with("http://") || line.starts_with("https://")) return line.find(' ') == std::string_view::npos;
    return line.starts_with('[') && line.ends_with(')') && line.find("](") != std::string_view::npos;
}

class Reconciling {
public:
    Reconciling(std::span<const PlannedTopic> topics, const text::Buffer& text, std::size_t skip)
        : topics_(topics), text_(text), passages_(cut(text, skip)), sections_(sections(text, passages_)) {}

    Topics run() {
        out_.written.resize(topics_.size());
        out_.posts.resize(topics_.size());
        find_posts();
        take_marked();
        match();
        find_unplanned();
        return std::move(out_);
    }

private:
    struct Post { std::size_t part; text::Range range; bool taken = false; };
    struct Match { double score; std::size_t topic, post; };

    /// The heading or item in which a part lies: parts of one kind in it are one list.
    std::pair<std::size_t, PartKind> list_of(std::size_t part) const { return {passages_.parts[part].parent, passages_.parts[part].kind}; }

    bool is_post(std::size_t at) const {
        const Part& part = passages_.parts[at];
        const Section& section = sections_[at];
        if (section.ahead || part.statements == passages_.statements_end(at)) return false;
        const std::string said = passages_.said(text_, part.statements);
        switch (part.kind) {
            case PartKind::heading: return section.written;
            case PartKind::item:
            case PartKind::row: return section.written || holds_link(at) || said.find("](") != std::string::npos;
            case PartKind::prose: return holds_link(at);
            case PartKind::quote: return false;
        }
        return false;
    }

    /// The line, marks and address included, is a link: words of a part leave the address out.
    bool holds_link(std::size_t at) const {
        const std::string& line = text_.paragraph(passages_.parts[at].words.begin.paragraph);
        const std::size_t begin = line.find_first_of("[h");
        return begin != std::string::npos && is_link_alone(std::string_view(line).substr(begin));
    }

    void find_posts() {
        std::size_t behind = 0;   // what lies in a post is no post of its own
        post_of_.assign(passages_.parts.size(), none);
        for (std::size_t at = 0; at < passages_.parts.size(); ++at) {
            if (at < behind || !is_post(at)) continue;
            const Part& part = passages_.parts[at];
            post_of_[at] = posts_.size();
            posts_.push_back({at, {passages_.statements[part.statements].range.begin, passages_.statements[passages_.statements_end(at) - 1].range.end}});
            behind = part.end;
        }
    }

    void take(std::size_t topic, std::size_t post) {
        posts_[post].taken = true;
        out_.posts[topic] = posts_[post].range;
    }

    void take_marked() {
        for (std::size_t topic = 0; topic < topics_.size(); ++topic) {
            out_.written[topic] = topics_[topic].written.value_or(topics_[topic].answer.has_value());
            if (!topics_[topic].answer) continue;
            const auto post = std::find_if(posts_.begin(), posts_.end(), [&](const Post& one) { return one.range.overlaps(*topics_[topic].answer); });
            if (post == posts_.end()) out_.posts[topic] = topics_[topic].answer;
            else take(topic, static_cast<std::size_t>(post - posts_.begin()));
        }
    }

    void match() {
        std::vector<GoalWords> goals;
        for (const PlannedTopic& topic : topics_) goals.push_back({topic.words, std::nullopt, ProposalKind::topic, std::nullopt});
        std::vector<Match> matches;
        LikenessIndex index(goals, text_, passages_);
        index.each([&](const Likeness& likeness) {
            const std::size_t post = post_of_[passages_.statements[likeness.statement].part];
            if (post == none || topics_[likeness.goal].answer || topics_[likeness.goal].written) return;
            if (likeness.covered < 0.6 && (likeness.words < 3 || likeness.covered < 0.5)) return;
            matches.push_back({likeness.shared * (0.4 + likeness.covered) * (0.8 + 0.4 * likeness.answered), likeness.goal, post});
        });
        std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.score > b.score; });
        for (const Match& one : matches) {
            if (posts_[one.post].taken || out_.posts[one.topic]) continue;
            take(one.topic, one.post);
            out_.written[one.topic] = true;
        }
    }

    void find_unplanned() {
        std::set<std::pair<std::size_t, PartKind>> lists;
        for (const Post& post : posts_) {
            if (post.taken) lists.insert(list_of(post.part));
        }
        for (const Post& post : posts_) {
            if (!post.taken && (sections_[post.part].written || lists.contains(list_of(post.part)))) out_.unplanned.push_back(post.range);
        }
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::span<const PlannedTopic> topics_;
    const text::Buffer& text_;
    Passages passages_;
    std::vector<Section> sections_;
    std::vector<Post> posts_;
    std::vector<std::size_t> post_of_;   // of each part
    Topics out_;
};

}  // namespace

std::size_t Topics::count_written() const { return static_cast<std::size_t>(std::count(written.begin(), written.end(), true)); }

Topics reconcile(std::span<const PlannedTopic> topics, const text::Buffer& retrospective, std::size_t skip) {
    return Reconciling(topics, retrospective, skip).run();
}

}  // namespace dajim::journal
