// The arithmetic of score.h. Days are counted by <chrono>'s calendar.
#include "journal/score.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <vector>

#include "journal/days.h"

namespace dajim::journal {
namespace {

constexpr int kMostStretches = 100'000;   // of a period; the longest, 10000 years of weeks, is cut there

class Mean {
public:
    void add(const std::optional<Verdict>& verdict, int weight) {
        if (!verdict) return;
        const std::optional<double> value = worth(*verdict);
        if (!value) return;
        weight = std::clamp(weight, 1, 5);
        sum_ += *value * weight;
        weights_ += weight;
    }
    std::optional<double> value() const { return weights_ > 0 ? std::optional(sum_ / weights_) : std::nullopt; }

private:
    double sum_ = 0, weights_ = 0;
};

std::chrono::year_month_day calendar_day(Date date) {
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)), std::chrono::day(static_cast<unsigned>(date.day))};
}

/// The day `months` later; the last of its month where that has no such day.
int months_later(Date start, int months) {
    auto later = calendar_day(start) + std::chrono::months(months);
    if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
    return std::chrono::sys_days(later).time_since_epoch().count();
}

/// The first days of the whole stretches of a period, and the day behind it. Empty where a stretch has no length.
std::vector<int> stretches(const Measure& measure, Date start, Date end) {
    const int every = std::clamp(measure.every, 1, 1000), behind = day_number(end) + 1;
    int days = 0, months = 0;
    switch (measure.per) {
    case Period::day: days = every; break;
    case Period::week: days = 7 * every; break;
    case Period::month: months = every; break;
    case Period::quarter: months = 3 * every; break;
    case Period::year: months = 12 * every; break;
    default: return {};
    }
    std::vector<int> out;
    for (int at = 0; at < kMostStretches; ++at) {
        const int begin = days > 0 ? day_number(start) + at * days : months_later(start, at * months);
        const int next = days > 0 ? begin + days : months_later(start, (at + 1) * months);
        if (at > 0 && next > behind) break;
        out.push_back(begin);
    }
    out.push_back(behind);
    return out;
}

ProposedVerdict of_share(double share, double amount) {
    share = std::clamp(share, 0.0, 1.0);
    int score = static_cast<int>(100 * share + 1e-9);   // downwards: nearly all is not all
    if (score == 0 && share > 0) score = 1;
    const VerdictKind kind = score >= 100 ? VerdictKind::kept : score > 0 ? VerdictKind::partly : VerdictKind::not_kept;
    return {kind, score, amount};
}

}  // namespace

std::optional<double> worth(const Verdict& verdict) {
    if (verdict.score) return std::clamp(*verdict.score, 0, 100);
    switch (verdict.kind) {
    case VerdictKind::kept: return 100;
    case VerdictKind::partly: return 50;
    case VerdictKind::not_kept: return 0;
    case VerdictKind::dropped: return verdict.still_right == true ? std::optional(0.0) : std::nullopt;
    case VerdictKind::changed:
    case VerdictKind::cannot_judge: return std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> computed_score(std::span<const Weighed> goals) {
    Mean mean;
    for (const Weighed& goal : goals) mean.add(goal.verdict, goal.weight);
    return mean.value();
}

std::optional<double> computed_score(std::span<const Goal> goals) {
    Mean mean;
    for (const Goal& goal : goals) mean.add(goal.verdict, goal.weight.value_or(1));
    return mean.value();
}

std::optional<ProposedVerdict> proposed_verdict(const Measure& measure, std::span<const Tally> tallies, std::optional<Date> start, std::optional<Date> end) {
    if (start && end && *end < *start) return std::nullopt;
    std::vector<std::pair<int, double>> counted;   // day and amount
    double sum = 0;
    for (const Tally& tally : tallies) {
        if ((start && tally.date < *start) || (end && tally.date > *end) || !std::isfinite(tally.amount) || tally.amount < 0) continue;
        counted.emplace_back(day_number(tally.date), tally.amount);
        sum += tally.amount;
    }
    if (counted.empty()) return std::nullopt;
    const double wanted = measure.amount;
    const bool ceiling = measure.kind == MeasureKind::at_most;
    switch (measure.kind) {
    case MeasureKind::yes_no: return of_share(sum > 0 ? 1 : 0, sum);
    case MeasureKind::qualitative:
    case MeasureKind::rule:
    case MeasureKind::topics: return std::nullopt;
    default: break;
    }
    if (!std::isfinite(wanted) || wanted < 0 || (wanted == 0 && !ceiling)) return std::nullopt;
    if (measure.per == Period::none) {
        if (measure.kind == MeasureKind::rate) return std::nullopt;
        return of_share(ceiling ? (sum <= wanted ? 1 : 0) : sum / wanted, sum);
    }
    if (!start || !end) return std::nullopt;
    const std::vector<int> begins = stretches(measure, *start, *end);
    if (begins.size() < 2) return std::nullopt;
    std::vector<double> reached(begins.size() - 1, 0);
    for (const auto& [day, amount] : counted) {
        const auto behind = std::upper_bound(begins.begin(), begins.end() - 1, day);
        reached[static_cast<std::size_t>(behind - begins.begin() - 1)] += amount;
    }
    double share = 0;
    for (const double amount : reached) share += ceiling ? (amount <= wanted ? 1 : 0) : std::min(amount / wanted, 1.0);
    return of_share(share / static_cast<double>(reached.size()), sum);
}

}  // namespace dajim::journal
