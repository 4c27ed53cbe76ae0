// The thread of goals, see lineage.h.
#include "journal/lineage.h"

#include <algorithm>

namespace dajim::journal {

bool is_open(const Goal& goal) {
    if (!goal.verdict) return true;
    const VerdictKind kind = goal.verdict->kind;
    return kind == VerdictKind::partly || kind == VerdictKind::not_kept || kind == VerdictKind::cannot_judge;
}

Source source_of(const Journal& journal, const Origin& origin) {
    Source out;
    out.pair = find_pair(journal, origin.pair);
    if (!out.pair) return out;
    for (const Goal& goal : out.pair->goals) {
        if (goal.id == origin.passage) {
            const bool remembered = goal.remembered && !goal.answers.empty();   // its words stand nowhere, its answer does
            return {out.pair, &goal, remembered ? &goal.answers.front() : &goal.words, remembered ? End::retrospective : End::resolution};
        }
        for (const Passage& answer : goal.answers) {
            if (answer.id == origin.passage) return {out.pair, &goal, &answer, End::retrospective};
        }
    }
    const auto named = [&](const Passage& one) { return one.id == origin.passage; };
    const auto unpromised = std::find_if(out.pair->unpromised.begin(), out.pair->unpromised.end(), named);
    if (unpromised != out.pair->unpromised.end()) return {out.pair, nullptr, &*unpromised, End::retrospective};
    const auto echo = std::find_if(out.pair->echoes.begin(), out.pair->echoes.end(), named);
    if (echo != out.pair->echoes.end()) out.passage = &*echo;
    return out;
}

std::optional<Carried> carried_by(const Measure& earlier, const Measure& later) {
    const auto counts = [](const Measure& one) { return one.kind <= MeasureKind::part; };
    if (!counts(earlier) || earlier.kind != later.kind || earlier.unit != later.unit || earlier.per != later.per) return std::nullopt;
    // "n of m" and "n in every so long" as shares of one, multiplied out.
    const auto whole = [](const Measure& one) { return one.kind == MeasureKind::part && one.of > 0 ? one.of : static_cast<double>(std::max(1, one.every)); };
    const double before = earlier.amount * whole(later), now = later.amount * whole(earlier);
    if (before == now) return Carried::same;
    return (now > before) == (earlier.kind != MeasureKind::at_most) ? Carried::raised : Carried::lowered;
}

}  // namespace dajim::journal
