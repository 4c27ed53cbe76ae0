// The trail of an amended goal, see trail.h.
#include "app/trail.h"

#include <algorithm>

namespace dajim::app {

std::vector<std::string> trail(const journal::Pair& pair, const journal::Goal& goal, Language language) {
    std::vector<std::string> out;
    if (goal.amendments.empty() || !pair.seal) return out;
    const auto step = [&](Str as, const journal::Date& date, std::string words) {
        std::replace(words.begin(), words.end(), '\n', ' ');
        out.push_back(say(as, language, {journal::write_date(date), words}));
    };
    if (!goal.sealed.empty()) step(Str::trail_sealed, pair.seal->date, goal.sealed);
    for (const journal::Amendment& one : goal.amendments) {
        step(out.empty() ? Str::trail_added : Str::trail_amended, one.date, one.words);
    }
    return out;
}

}  // namespace dajim::app
