// What two texts seem to say: which words are promises, which passages answer them. Proposals, for a person to take or leave.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "journal/goal.h"
#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

enum class ProposalKind : std::uint8_t { goal, area, topic };

/// Why something is proposed, for a person to read: a sentence of the strings table by its name, and the words it quotes.
struct Why {
    enum class Reason : std::uint8_t {
        heading,        ///< stands under a heading that speaks of goals; quote: the heading
        task,           ///< is a task
        quantity,       ///< names a quantity; quote: its words
        promise,        ///< its ending promises ("-겠다", "I will"); quote: the ending
        parent,         ///< lies in an item that is one; quote: its words
        quoted,         ///< the answer quotes the goal; quote: the words
        shared_words,   ///< words in common; quote: them
        number,         ///< a number and its unit in common; quote: them
        same_heading,   ///< stands under a heading that names the goal or its area; quote: the heading
        order,          ///< the same place in a list of the same length
        verdict_words,  ///< judges something ("지켰다", "못 했다"); quote: them
        nothing,        ///< no passage was found
    } reason = Reason::nothing;
    std::string quote;
    bool operator==(const Why&) const = default;
};

struct GoalProposal {
    text::Range words;                     ///< in the resolution, without the list's mark
    ProposalKind kind = ProposalKind::goal;
    std::optional<std::size_t> parent;     ///< index of the proposal in which this one lies; always an earlier one
    std::optional<Measure> measure;
    Why why;
};

/// The goals, areas and topics that a resolution seems to name, in the order of the text. `skip`: paragraphs of front matter.
std::vector<GoalProposal> propose_goals(const text::Buffer& resolution, std::size_t skip = 0);

/// A goal as matching needs it.
struct GoalWords {
    std::string words;
    std::optional<std::size_t> parent;     ///< index of the goal in which it lies
    ProposalKind kind = ProposalKind::goal;
    std::optional<Measure> measure;
};

struct AnswerProposal {
    std::optional<std::size_t> goal;       ///< index in `goals`; none: judged, and never promised
    std::optional<text::Range> answer;     ///< in the retrospective; none: nothing answers the goal
    std::optional<VerdictKind> verdict;    ///< what the passage says became of it; none: it does not say
    std::optional<bool> still_right;
    Why why;
};

/// For every goal in its order one or more passages that seem to answer it, or one proposal without any; then what the
/// retrospective judges and no goal promised, in the order of the text.
std::vector<AnswerProposal> propose_answers(std::span<const GoalWords> goals, const text::Buffer& retrospective, std::size_t skip = 0);

}  // namespace dajim::journal
