// Goals as words: what one act marks, and what a goal's fields show and take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/state.h"
#include "app/strings.h"
#include "journal/goal.h"

namespace dajim::app {

/// What one act marks: the selected words without the blanks at their edges; where nothing is selected, the words of the caret's line
/// without the signs of lists, boxes, quotes and headings. Nothing where there are no words.
std::optional<text::Range> markable(const text::Buffer& buffer, const Selection& selection);

/// "최소 5번", "at most 3 in 2 weeks": the words from which read_measure makes the same measure again, wherever it is one of numbers.
std::string measure_words(const journal::Measure& measure, Language language);

/// "5번", "3 posts": how much it asks for. Empty for measures that are not counted.
std::string amount_words(const journal::Measure& measure, Language language);
/// With up to two places behind the point.
std::string number_words(double value);

/// What a field of the chosen goal shows (Target::goal_…); empty for a goal that says nothing of it.
std::string goal_field(const journal::Goal& goal, Target target, Language language);
/// The goal with what was written into the field; nothing where that cannot be used (a number that is none or out of its bounds).
std::optional<journal::Goal> with_goal_field(journal::Goal goal, Target target, std::string_view words);

/// What a goal promised: its sealed words, else its words as they stand.
const std::string& promised(const journal::Goal& goal);
/// The quote at the caret of the retrospective that is not quite what was promised; null when there is none.
const journal::Misquote* misquote_at(const State& state);

/// The words of a verdict: "지켰다".
Str verdict_words(journal::VerdictKind kind);
/// Why something is proposed, as a sentence.
std::string why_words(const journal::Why& why, Language language);

/// Behind this one in the order of the text, around the ends; the first when there is none such. Empty when there are no goals.
journal::Id goal_beside(const journal::Pair& pair, const journal::Id& goal, bool backward);

}  // namespace dajim::app
