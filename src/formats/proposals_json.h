// Proposals as JSON for the command line: one array, an object a line (docs/program.md).
#pragma once

#include <span>
#include <string>

#include "journal/proposals.h"
#include "text/buffer.h"

namespace dajim::formats {

/// `{text, line, measure, kind, why}` for each; `line` is the file's, from 1.
std::string goals_json(const text::Buffer& resolution, std::span<const journal::GoalProposal> goals);

/// `{goal, goal_line, answer, answer_line, verdict, why}` for each; null for a goal that was never promised, a goal that nothing answers
/// and a passage that does not judge. `goals`: those whose indices the answers hold.
std::string answers_json(const text::Buffer& resolution, std::span<const journal::GoalProposal> goals, const text::Buffer& retrospective,
                         std::span<const journal::AnswerProposal> answers);

/// A reason as an English sentence.
std::string why_sentence(const journal::Why& why);

}  // namespace dajim::formats
