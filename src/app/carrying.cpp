// Words carried by the pointer, see carrying.h.
#include "app/carrying.h"

#include "text/mark.h"

namespace dajim::app {

std::optional<Dropped> dropped(Target from, const text::Buffer& from_text, text::Range range, Target onto, const text::Buffer& onto_text,
                               text::Position at, bool copies) {
    if (range.empty() || !from_text.contains(range) || !onto_text.contains({at, at})) return std::nullopt;
    const bool same = from == onto;
    const bool strictly_inside = range.begin < at && at < range.end;
    const bool at_its_edge = at == range.begin || at == range.end;
    if (same && (strictly_inside || (at_its_edge && !copies))) return std::nullopt;

    Dropped out;
    const std::string words = from_text.text(range);
    if (!copies) {
        const text::Edit taken{range, {}};
        out.edits.push_back({from, taken});
        if (same) at = text::moved(at, taken, text::Stick::after);
    }
    const text::Edit put{{at, at}, words};
    out.edits.push_back({onto, put});
    out.selection = {at, text::end_of(put), text::Affinity::downstream};
    return out;
}

}  // namespace dajim::app
