// Ticks against a goal as words: what their field takes, how far they have come, and the verdict that they propose.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/strings.h"
#include "journal/journal.h"
#include "journal/score.h"

namespace dajim::app {

/// "+3", "2시간", "1.5 hours in the rain", "두 번째 글": an amount at the beginning, 1 where there is none, and what is left as a note,
/// without the unit of the measure. Dates and ordinals ("3월", "2nd") are no amounts. Nothing for amounts below 0 or above a million.
std::optional<journal::Tally> read_tally(std::string_view words, const std::optional<journal::Measure>& measure, journal::Date day);

/// "체크 7 / 10번"; of a measure in every so long what share of it they reach.
std::string tally_words(const journal::Goal& goal, const journal::Pair& pair, Language language);

/// Of a goal that nobody has judged and whose ticks say something of its measure.
std::optional<journal::ProposedVerdict> tallied_verdict(const journal::Goal& goal, const journal::Pair& pair);

}  // namespace dajim::app
