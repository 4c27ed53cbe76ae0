// Verdicts on everything: "다짐의 70%는 지켰다" answers no single goal.
#pragma once

#include <string_view>

namespace dajim::journal {

/// True for a sentence that judges all promises together: it opens so ("전체적으로", "overall"), or speaks of goals without naming one and of
/// how many of them.
bool sums_up(std::string_view said);

}  // namespace dajim::journal
