// How sure one was against what came of it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "journal/goal.h"

namespace dajim::journal {

/// One goal's forecast and its outcome.
struct Forecast {
    int confidence = 0;   ///< 0 to 100
    double came = 0;      ///< 0 to 1
};

/// What a verdict counts as having come true: kept 1, partly 0.5, not kept 0. None for all others, which answer no forecast.
std::optional<double> outcome(const Verdict& verdict);

/// Goals with a confidence and a verdict that counts; those remembered later foretold nothing.
std::vector<Forecast> forecasts(std::span<const Goal> goals);

/// Percentages are means over goals, rounded to whole ones.
struct Calibration {
    struct Bin { int said = 0, came = 0; std::size_t goals = 0; bool operator==(const Bin&) const = default; };
    std::vector<Bin> bins;     ///< by tens of confidence (90 to 100 is one), from the least sure up; empty ones are left out
    std::size_t goals = 0;
    int said = 0, came = 0;    ///< over all goals
    double brier = 0;          ///< mean squared error of a probability forecast (G. W. Brier 1950, halved for two outcomes): 0 is perfect, 1 always wrong
    /// The bin that most goals are in, the surer one of equals. Of a calibration with goals only.
    const Bin& usual() const;
};
inline constexpr std::size_t least_forecasts = 5;   ///< fewer tell nothing

/// Nothing for fewer than `least_forecasts`.
std::optional<Calibration> calibration(std::span<const Forecast> all);

}  // namespace dajim::journal
