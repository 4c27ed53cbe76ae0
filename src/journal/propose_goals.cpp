// Which words of a resolution are promises: items under headings that speak of goals, and sentences that promise by themselves.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "journal/goal_headings.h"
#include "journal/goal_sentences.h"
#include "journal/outline.h"
#include "journal/proposals.h"
#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t longest_goal = 600;      // bytes; nobody promises in more, and what is longer is not looked into
constexpr std::size_t explaining_length = 90;  // code points from which an item of several sentences tells rather than promises

/// What the lines around a block say of it.
struct Context {
    Speaks speaks = Speaks::nothing;
    bool near = false;       // said by its own heading, or one above that is not the title of all
    std::string_view quote;  // the words that say so
};

class Proposer {
public:
    Proposer(const text::Buffer& text, std::size_t skip) : text_(text), blocks_(outline(text, skip)), headings_(blocks_.size()), items_(blocks_.size()) {}

    std::vector<GoalProposal> propose() {
        for (std::size_t at = 0; at < blocks_.size(); ++at) {
            switch (blocks_[at].kind) {
                case Block::Kind::heading: read_heading(at); break;
                case Block::Kind::item: read_item(at); break;
                case Block::Kind::prose: read_prose(at); break;
            }
        }
        return in_order();
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Heading {
        Context context;
        std::size_t area = none;    // proposal that what lies below it lies in
        bool may_be_area = false;   // becomes one as soon as something is found below it
    };
    struct Item {
        Context context;
        std::size_t proposal = none;      // its own, or that of the nearest item above it that has one
        std::size_t topics_label = none;  // the last item in it that says "topics" and has no items of its own
    };

    std::string_view words(std::size_t at) const { return words_of(text_, blocks_[at]); }

    // ---- Headings

    // The title of all: the front matter's, or a first heading that has no equal.
    bool is_title(std::size_t at) const {
        if (blocks_[at].level == 0) return true;
        return blocks_[at].level == 1 && !blocks_[at].heading && single_first_heading();
    }
    bool single_first_heading() const {
        if (!single_first_) {
            single_first_ = std::ranges::count_if(blocks_, [](const Block& block) { return block.kind == Block::Kind::heading && block.level == 1; }) == 1;
        }
        return *single_first_;
    }

    void read_heading(std::size_t at) {
        in_list_ = false;
        lead_in_ = none;
        Heading& here = headings_[at];
        const Block& block = blocks_[at];
        const Speaks own = block.quoted ? Speaks::nothing : heading_speaks(words(at));
        const Heading* above = block.heading ? &headings_[*block.heading] : nullptr;
        if (above) here.area = above->area;
        if (own != Speaks::nothing) {
            here.context = {own, true, words(at)};
        } else if (above) {
            here.context = above->context;
            if (is_title(*block.heading)) here.context.near = false;
        }
        const bool asks = words(at).ends_with('?');
        const bool below_goals = above && block.heading && !is_title(*block.heading) &&
                                 (above->context.speaks == Speaks::goals || above->context.speaks == Speaks::topics) && above->context.near;
        here.may_be_area = below_goals && !asks && (own == Speaks::nothing || own == Speaks::topics || own == Speaks::goals) && block.level < plain_heading;
        if (here.may_be_area && own == Speaks::nothing) {
            // Under "2025 목표" a heading is a promise itself, until something is found below it.
            const Mood mood = ending_of(words(at)).mood;
            auto measure = read_measure(words(at));
            if (mood == Mood::act || mood == Mood::promise || mood == Mood::wish || (measure && measure->kind != MeasureKind::qualitative)) {
                here.area = add(whole(at), ProposalKind::goal, here.area, std::move(measure), {Why::Reason::heading, std::string(above->context.quote)});
                here.may_be_area = false;
            }
        }
    }

    // The proposal that something under a heading lies in: an area is made of the heading when its first goal is found.
    std::size_t area_of(std::optional<std::size_t> heading) {
        if (!heading) return none;
        Heading& here = headings_[*heading];
        if (here.may_be_area) {
            here.may_be_area = false;
            const std::size_t above = area_of(blocks_[*heading].heading);
            const Context& context = headings_[*blocks_[*heading].heading].context;
            here.area = add(whole(*heading), ProposalKind::area, above, std::nullopt, {Why::Reason::heading, std::string(context.quote)});
        } else if (here.area == none) {
            here.area = area_of(blocks_[*heading].heading);
        }
        return here.area;
    }

    // ---- Items

    Context list_context(std::size_t at) const {
        const Block& block = blocks_[at];
        Context context = block.heading ? headings_[*block.heading].context : Context{};
        // The line before a list says more than the heading above both.
        if (lead_in_ != none && blocks_[lead_in_].heading == block.heading) {
            const std::string_view line = words(lead_in_);
            const LeadIn lead = lead_in(line);
            const bool firmer = lead.refers || context.speaks == Speaks::nothing || !context.near || lead.speaks == Speaks::past;
            if (lead.speaks != Speaks::nothing && firmer) {
                const auto parts = sentences(line);
                const std::string_view last = parts.empty() ? line : line.substr(parts.back().begin, parts.back().end - parts.back().begin);
                context = {lead.speaks, true, last};
            }
        }
        return context;
    }

    void read_item(std::size_t at) {
        const Block& block = blocks_[at];
        Item& here = items_[at];
        if (block.parent) {
            const Item& parent = items_[*block.parent];
            here.context = parent.context;
            here.proposal = parent.proposal;
            // "글감" in a list that has lost its indents: what comes behind it lies in it.
            if (parent.topics_label != none) {
                here.context = items_[parent.topics_label].context;
                here.proposal = items_[parent.topics_label].proposal;
            }
        } else {
            if (!in_list_) {
                list_ = list_context(at);
                // A line between a label and its topics is a remark on them.
                if (list_label_ != none && at > list_label_ + 2) list_label_ = none;
                in_list_ = true;
            }
            here.context = list_;
            if (list_label_ != none && blocks_[list_label_].heading == block.heading) {
                here.context = items_[list_label_].context;
                here.proposal = items_[list_label_].proposal;
            }
        }
        // Only what heads other items, or may, is read as a heading.
        const Ending ending = ending_of(words(at));
        const bool may_label = short_item(at) && ending.mood == Mood::none;
        const Speaks own = block.children > 0 || may_label ? heading_speaks(words(at)) : Speaks::nothing;
        const bool inside = here.context.speaks == Speaks::goals || here.context.speaks == Speaks::topics;
        if (block.children > 0 && (own == Speaks::past || (own == Speaks::aside && !inside))) here.context = {own, true, words(at)};
        const bool names_topics = own == Speaks::topics && may_label;
        if (names_topics && here.context.speaks != Speaks::past) here.context = {Speaks::topics, true, words(at)};
        if (block.children > 0 && own == Speaks::goals && !inside) here.context = {Speaks::goals, true, words(at)};

        propose_item(at, here, ending);

        if (names_topics && here.context.speaks == Speaks::topics && block.children == 0) {
            if (here.proposal != none) proposals_[here.proposal].kind = ProposalKind::area;
            if (block.parent) items_[*block.parent].topics_label = at;
            else list_label_ = at;
        }
        lead_in_ = none;
    }

    bool short_item(std::size_t at) const { return is_short(words(at), 40); }

    void propose_item(std::size_t at, Item& here, const Ending& ending) {
        const Block& block = blocks_[at];
        const std::string_view all = words(at);
        if (all.size() > longest_goal) {
            read_sentences(at, here.context, here.proposal);
            return;
        }
        const std::vector<Sentence> parts = sentences(all);
        const bool goals = here.context.speaks == Speaks::goals, topics = here.context.speaks == Speaks::topics;
        const bool before = here.context.speaks == Speaks::past || here.context.speaks == Speaks::aside;
        const bool tells = parts.size() > 2 || (parts.size() > 1 && text::count_code_points(all) > explaining_length);
        if (block.children == 0 && (tells || before)) {
            if (!topics || tells) {
                read_sentences(at, here.context, here.proposal);
                return;
            }
        }
        if (is_reference(all) || before || (!topics && all.ends_with('?'))) return;
        std::optional<Measure> measure = read_measure(all);
        Why why;
        if (here.proposal != none && (goals || topics)) {
            why = {Why::Reason::parent, std::string(words_of_proposal(here.proposal))};
        } else if (goals || topics) {
            why = {Why::Reason::heading, std::string(here.context.quote)};
        }
        if (block.task) why = {Why::Reason::task, {}};

        const bool acts = ending.mood == Mood::act || ending.mood == Mood::promise || ending.mood == Mood::wish;
        const bool counted = measure && measure->kind != MeasureKind::qualitative && measure->kind != MeasureKind::yes_no;
        if (!goals && !topics && !block.task) {
            // Outside of all that speaks of goals an item must promise by itself.
            if (block.quoted) return;
            if (counted && acts && measure->kind != MeasureKind::rule) why = {Why::Reason::quantity, std::string(all)};
            else if (ending.mood == Mood::promise && is_concrete(all) && !is_courtesy(all)) why = {Why::Reason::promise, ending.quote};
            else return;
        } else if (!here.context.near && goals && !block.task) {
            if (!acts && !counted) return;
        } else if (!block.task) {
            if (ending.mood == Mood::past) return;
            // What only explains the item above it.
            if (ending.mood == Mood::statement && (block.parent || parts.size() > 1)) return;
        }
        if (!topics && block.children == 0 && !acts && !counted && is_courtesy(all)) return;
        ProposalKind kind = block.children > 0 ? ProposalKind::area : topics ? ProposalKind::topic : ProposalKind::goal;
        if (topics && kind == ProposalKind::topic) measure.reset();
        const std::size_t parent = here.proposal != none ? here.proposal : area_of(block.heading);
        here.proposal = add(whole(at), kind, parent, std::move(measure), std::move(why));
    }

    // Nothing but a link or an address: where something can be read, not what somebody will do.
    static bool is_reference(std::string_view all) {
        if (all.starts_with("http://") || all.starts_with("https://")) return all.find(' ') == std::string_view::npos;
        return all.starts_with('[') && all.ends_with(')') && all.find("](http") != std::string_view::npos && all.find("](") == all.rfind("](");
    }

    // ---- Prose

    void read_prose(std::size_t at) {
        const Block& block = blocks_[at];
        in_list_ = block.parent.has_value() && in_list_;
        if (!block.parent && !block.quoted) lead_in_ = at;
        const bool leads = at + 1 < blocks_.size() && blocks_[at + 1].kind == Block::Kind::item && !block.parent && lead_in(words(at)).speaks != Speaks::nothing;
        const Context context = block.parent ? items_[*block.parent].context : block.heading ? headings_[*block.heading].context : Context{};
        if (block.quoted) return;
        read_sentences(at, context, block.parent ? items_[*block.parent].proposal : none, leads);
    }

    /// Sentences that promise. `last_leads`: the last one leads into a list and is no goal itself.
    void read_sentences(std::size_t at, const Context& context, std::size_t parent, bool last_leads = false) {
        const std::string_view all = words(at);
        const std::vector<Sentence> parts = sentences(all);
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const std::string_view sentence = all.substr(parts[part].begin, parts[part].end - parts[part].begin);
            if (sentence.size() > longest_goal || (last_leads && part + 1 == parts.size())) continue;
            Ending ending = ending_of(sentence);
            if (answers_heading(sentence, ending.mood, context)) {
                add_sentence(at, parts[part], parent, {Why::Reason::heading, std::string(context.quote)});
                continue;
            }
            if (ending.mood != Mood::promise && ending.mood != Mood::wish) {
                if (const std::size_t begin = chosen(sentence); begin != std::string_view::npos) {
                    add_sentence(at, {parts[part].begin + begin, parts[part].end}, parent, {Why::Reason::promise, "목표로"});
                    continue;
                }
                if (!names_goal(sentence)) continue;
                ending = {Mood::promise, "목표"};
            }
            if (is_courtesy(sentence) || !is_concrete(sentence)) continue;
            if ((context.speaks != Speaks::goals || !context.near) && hopes_at_large(sentence)) continue;
            if (context.speaks == Speaks::past && !looks_ahead(sentence) && ending.mood != Mood::promise) continue;
            add_sentence(at, parts[part], parent, {Why::Reason::promise, ending.quote});
        }
    }

    void add_sentence(std::size_t at, Sentence part, std::size_t parent, Why why) {
        const text::Position begin{blocks_[at].words.begin.paragraph, blocks_[at].words.begin.byte + part.begin};
        const text::Range range{begin, {begin.paragraph, begin.byte + part.end - part.begin}};
        const std::size_t above = parent != none ? parent : area_of(blocks_[at].heading);
        add(range, ProposalKind::goal, above, read_measure(words(at).substr(part.begin, part.end - part.begin)), std::move(why));
    }

    // A short line under "무엇을 하고 싶은가?" that is shaped like a goal in a list: "한 달에 한 편 쓰기."
    static bool answers_heading(std::string_view sentence, Mood mood, const Context& context) {
        if (context.speaks != Speaks::goals || !context.near || sentence.ends_with('?') || !is_short(sentence, 60)) return false;
        const std::string text = plain(sentence);
        const bool noun = text.ends_with("기") || text.ends_with("기.") || text.ends_with("기!") || text.ends_with("는 것") || text.ends_with("는 것.");
        return (mood == Mood::act && noun) || (mood == Mood::none && noun);
    }

    // "올해의 목표로 피아노를 골랐다": where what was chosen begins, or npos.
    static std::size_t chosen(std::string_view sentence) {
        constexpr std::string_view as_goal = "목표로 ";
        constexpr std::string_view verbs[] = {"정했", "골랐", "뽑았", "뽑혔", "선택했", "선택됐", "선택되었", "당첨"};
        const std::size_t at = sentence.find(as_goal);
        if (at == std::string_view::npos || sentence.find("작년") < at || sentence.find("지난") < at) return std::string_view::npos;
        const std::string_view behind = sentence.substr(at + as_goal.size());
        return std::ranges::any_of(verbs, [&](std::string_view verb) { return behind.find(verb) != std::string_view::npos; }) ? at + as_goal.size() : std::string_view::npos;
    }

    // "올해의 목표는 …이다", "my goal is …".
    static bool names_goal(std::string_view sentence) {
        constexpr std::size_t within = 120;
        const std::string text = plain(sentence.substr(0, text::floor_code_point(sentence, within)));
        if (text.find("목표는 ") == std::string::npos || text.find("못") != std::string::npos || text.find("아직") != std::string::npos) return false;
        const Mood mood = ending_of(sentence).mood;
        if (mood == Mood::past) {
            const std::string whole_text = plain(sentence);
            return whole_text.find("정해졌") != std::string::npos || whole_text.find("정했") != std::string::npos;
        }
        return !sentence.ends_with('?');
    }

    // ---- Proposals

    text::Range whole(std::size_t at) const { return blocks_[at].words; }

    std::string_view words_of_proposal(std::size_t index) const {
        const text::Range& range = proposals_[index].words;
        return std::string_view(text_.paragraph(range.begin.paragraph)).substr(range.begin.byte, range.end.byte - range.begin.byte);
    }

    std::size_t add(text::Range range, ProposalKind kind, std::size_t parent, std::optional<Measure> measure, Why why) {
        GoalProposal proposal;
        proposal.words = range;
        proposal.kind = kind;
        if (parent != none) {
            proposal.parent = parent;
            proposals_[parent].kind = ProposalKind::area;
        }
        proposal.measure = std::move(measure);
        proposal.why = std::move(why);
        proposals_.push_back(std::move(proposal));
        return proposals_.size() - 1;
    }

    // Areas made of headings were added when their first goal was found, which is late by the text's order at most within a heading.
    std::vector<GoalProposal> in_order() {
        std::vector<std::size_t> order(proposals_.size()), place(proposals_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return proposals_[i].words.begin; });
        for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
        std::vector<GoalProposal> sorted;
        sorted.reserve(order.size());
        for (const std::size_t i : order) {
            sorted.push_back(std::move(proposals_[i]));
            if (sorted.back().parent) sorted.back().parent = place[*sorted.back().parent];
        }
        return sorted;
    }

    const text::Buffer& text_;
    std::vector<Block> blocks_;
    std::vector<Heading> headings_;   // by block
    std::vector<Item> items_;         // by block
    std::vector<GoalProposal> proposals_;
    mutable std::optional<bool> single_first_;
    Context list_;                    // of the list that is being read
    std::size_t list_label_ = none;   // its last outermost item that says "topics"
    std::size_t lead_in_ = none;      // the line of prose before it
    bool in_list_ = false;
};

}  // namespace

std::vector<GoalProposal> propose_goals(const text::Buffer& resolution, std::size_t skip) { return Proposer(resolution, skip).propose(); }

}  // namespace dajim::journal
