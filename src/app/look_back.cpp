// Beside an empty page, see look_back.h.
#include "app/look_back.h"

#include <algorithm>

#include "app/markdown.h"

namespace dajim::app {
namespace {

using journal::Goal;
using journal::Pair;

/// Every line of the resolution is blank, or the words of a goal with an origin.
bool holds_only_what_was_carried(const Pair& pair) {
    const text::Buffer& text = pair.document(journal::End::resolution).text;
    if (text.empty()) return true;
    for (std::size_t at = 0; at < text.paragraphs(); ++at) {
        const std::string_view line = text.paragraph(at);
        const std::size_t words = read_lead(line).words;
        if (line.find_first_not_of(" \t\r", words) == std::string_view::npos) continue;
        const text::Range rest{{at, words}, {at, line.find_last_not_of(" \t\r") + 1}};
        const bool carried = std::any_of(pair.goals.begin(), pair.goals.end(), [&](const Goal& goal) {
            return goal.origin && goal.words.range && goal.words.range->holds(rest);
        });
        if (!carried) return false;
    }
    return true;
}

}  // namespace

std::optional<LookBack> look_back(const State& state) {
    const Pair* pair = state.chosen_pair();
    const journal::Series* series = pair ? journal::series_of(state.journal, pair->id) : nullptr;
    if (!series || series->pairs.front().id == pair->id || !holds_only_what_was_carried(*pair)) return std::nullopt;
    const auto here = [&](const Pair& of, const Goal& goal) {
        const auto on = std::find_if(pair->goals.begin(), pair->goals.end(), [&](const Goal& one) {
            return one.origin && one.origin->pair == of.id && one.origin->passage == goal.id;
        });
        return on == pair->goals.end() ? journal::Id{} : on->id;
    };
    LookBack out;
    std::vector<journal::Forecast> all;
    const auto end = std::find_if(series->pairs.begin(), series->pairs.end(), [&](const Pair& one) { return one.id == pair->id; });
    for (auto one = std::make_reverse_iterator(end); one != series->pairs.rend(); ++one) {
        if (one->goals.empty()) continue;
        const bool last = !out.last;
        if (last) out.last = &*one;
        for (const Goal& goal : one->goals) {
            const bool unjudged = goal.verdict && goal.verdict->kind == journal::VerdictKind::cannot_judge;
            if (last || unjudged) (unjudged ? out.unjudged : out.goals).push_back({&*one, &goal, here(*one, goal)});
        }
        const std::vector<journal::Forecast> more = journal::forecasts(one->goals);
        all.insert(all.end(), more.begin(), more.end());
    }
    if (!out.last) return std::nullopt;
    std::stable_sort(out.goals.begin(), out.goals.end(), [](const LookBack::Line& a, const LookBack::Line& b) {
        const auto &one = a.goal->words.range, &other = b.goal->words.range;
        return one && (!other || one->begin < other->begin);   // lost and remembered ones last
    });
    out.calibration = journal::calibration(all);
    return out;
}

}  // namespace dajim::app
