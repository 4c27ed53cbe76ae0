// Ticks as words, see tallies.h.
#include "app/tallies.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/goal_words.h"
#include "journal/words.h"

namespace dajim::app {
namespace {

using journal::Measure;
using journal::MeasureKind;
using journal::trimmed;

constexpr double most_amount = 1e6;

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

/// What stands behind digits that are a day, an hour or an ordinal.
bool names_something(std::string_view behind) {
    constexpr auto signs = std::to_array<std::string_view>({"-", "/", ":", "~", "월", "일", "년", "시 ", "기", "번째", "회차", "주차", "차", "st", "nd", "rd", "th"});
    return behind == "시" || std::any_of(signs.begin(), signs.end(), [behind](std::string_view sign) { return behind.starts_with(sign); });
}

std::optional<journal::ProposedVerdict> counted(const journal::Goal& goal, const journal::Pair& pair) {
    return goal.measure ? journal::proposed_verdict(*goal.measure, goal.tallies, pair.start, pair.end) : std::nullopt;
}

bool is_counted(const Measure& measure) {
    return measure.kind == MeasureKind::at_least || measure.kind == MeasureKind::at_most || measure.kind == MeasureKind::rate ||
           measure.kind == MeasureKind::part;
}

}  // namespace

std::optional<journal::Tally> read_tally(std::string_view words, const std::optional<Measure>& measure, journal::Date day) {
    words = trimmed(words);
    journal::Tally out{day, 1, std::string(words), {}};
    if (words.size() > 1 && words[0] == '-' && is_digit(words[1])) return std::nullopt;
    std::size_t at = words.starts_with('+') ? 1 : 0;
    if (at >= words.size() || !is_digit(words[at])) return out;
    double amount = 0;
    for (; at < words.size() && (is_digit(words[at]) || (words[at] == ',' && at + 1 < words.size() && is_digit(words[at + 1]))); ++at) {
        if (words[at] != ',') amount = std::min(amount * 10 + (words[at] - '0'), 1e12);
    }
    if (at + 1 < words.size() && words[at] == '.' && is_digit(words[at + 1])) {
        double place = 0.1;
        for (++at; at < words.size() && is_digit(words[at]); ++at, place /= 10) amount += place * (words[at] - '0');
    }
    std::string_view behind = words.substr(at);
    if (names_something(behind)) return out;
    if (amount > most_amount) return std::nullopt;
    out.amount = amount;
    behind = trimmed(behind);
    const auto without = [&behind](std::string_view unit) {
        if (unit.empty() || !behind.starts_with(unit)) return false;
        const std::string_view rest = behind.substr(unit.size());
        if (!rest.empty() && rest[0] != ' ') return false;
        behind = trimmed(rest);
        return true;
    };
    if (!without(measure ? std::string_view(measure->unit) : std::string_view{})) {
        for (const std::string_view unit : {"번", "회", "times", "time"}) {
            if (without(unit)) break;
        }
    }
    out.note = behind;
    return out;
}

std::string tally_words(const journal::Goal& goal, const journal::Pair& pair, Language language) {
    const std::optional<journal::ProposedVerdict> reached = counted(goal, pair);
    double amount = 0;
    for (const journal::Tally& one : goal.tallies) amount += std::isfinite(one.amount) && one.amount > 0 ? one.amount : 0;
    if (reached) amount = reached->amount;
    const std::string ticks = number_words(amount);
    if (!goal.measure || !is_counted(*goal.measure)) return say(Str::tallied, language, {ticks});
    if (goal.measure->per == journal::Period::none) return say(Str::tallied_of, language, {ticks, amount_words(*goal.measure, language)});
    if (!reached) return say(Str::tallied, language, {ticks});
    return say(Str::tallied_share, language, {ticks, measure_words(*goal.measure, language), std::to_string(reached->score)});
}

std::optional<journal::ProposedVerdict> tallied_verdict(const journal::Goal& goal, const journal::Pair& pair) {
    return goal.verdict || goal.tallies.empty() ? std::nullopt : counted(goal, pair);
}

}  // namespace dajim::app
