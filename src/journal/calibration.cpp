// Forecasts and outcomes, see calibration.h.
#include "journal/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dajim::journal {

std::optional<double> outcome(const Verdict& verdict) {
    switch (verdict.kind) {
        case VerdictKind::kept: return 1;
        case VerdictKind::partly: return 0.5;
        case VerdictKind::not_kept: return 0;
        case VerdictKind::changed:
        case VerdictKind::dropped:
        case VerdictKind::cannot_judge: return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Forecast> forecasts(std::span<const Goal> goals) {
    std::vector<Forecast> out;
    for (const Goal& goal : goals) {
        if (!goal.confidence || !goal.verdict || goal.remembered) continue;
        if (const std::optional<double> came = outcome(*goal.verdict)) out.push_back({*goal.confidence, *came});
    }
    return out;
}

const Calibration::Bin& Calibration::usual() const {
    const Bin* most = &bins.front();
    for (const Bin& bin : bins) {
        if (bin.goals >= most->goals) most = &bin;
    }
    return *most;
}

std::optional<Calibration> calibration(std::span<const Forecast> all) {
    if (all.size() < least_forecasts) return std::nullopt;
    struct Sum {
        double said = 0, came = 0;
        std::size_t goals = 0;
        void add(const Forecast& one) {
            said += one.confidence;
            came += one.came * 100;
            ++goals;
        }
        Calibration::Bin mean() const {
            const double count = static_cast<double>(goals);
            return {static_cast<int>(std::lround(said / count)), static_cast<int>(std::lround(came / count)), goals};
        }
    };
    std::array<Sum, 10> tens;
    Sum whole;
    Calibration out;
    for (const Forecast& one : all) {
        tens[static_cast<std::size_t>(std::clamp(one.confidence / 10, 0, 9))].add(one);
        whole.add(one);
        const double wrong = one.confidence / 100.0 - one.came;
        out.brier += wrong * wrong;
    }
    for (const Sum& sum : tens) {
        if (sum.goals > 0) out.bins.push_back(sum.mean());
    }
    const Calibration::Bin mean = whole.mean();
    out.goals = mean.goals;
    out.said = mean.said;
    out.came = mean.came;
    out.brier /= static_cast<double>(all.size());
    return out;
}

}  // namespace dajim::journal
