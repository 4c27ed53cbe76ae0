// Grounds and lines round words, see word_looks.h.
#include "ui/word_looks.h"

#include <algorithm>
#include <cmath>

#include "text/kinds.h"
#include "ui/typesetting.h"

namespace dajim::ui {
namespace {

/// Calls `draw(x0, x1)` for all that stands together in a row with this look; blanks that hang past the row's end are left out.
template <class Draw>
void each_stretch(const text::ParagraphRows& rows, const text::Row& row, Look look, Draw draw) {
    const auto first = rows.runs.begin() + row.first_run, last = first + row.runs;
    for (auto run = first; run != last; ++run) {
        if (!(run->look & look)) continue;
        const float begin = run->x;
        while (run + 1 != last && (run + 1)->look & look) ++run;
        const float end = std::min(run->x + run->width, std::max(row.width, begin));
        if (end > begin) draw(begin, end);
    }
}

}  // namespace

void draw_grounds(ImDrawList& list, const text::ParagraphRows& rows, const text::Row& row, const RowPlace& place, const Theme& theme) {
    each_stretch(rows, row, look_code, [&](float begin, float end) {
        list.AddRectFilled({place.left + begin - 2, place.baseline - place.ascent}, {place.left + end + 2, place.baseline + place.descent},
                           faded(theme.ink, theme.dark ? 0.1f : 0.07f), 3);
    });
}

void draw_unseen(ImDrawList& list, std::string_view sign, float x, float width, const RowPlace& place, const Theme& theme) {
    const ImU32 color = text::turns_direction(sign) ? theme.trouble : theme.accent;
    const float top = std::round(place.baseline - place.ascent * 0.62f);
    list.AddRectFilled({x + 1, top}, {x + width - 1, place.baseline}, faded(color, 0.25f), 2);
    list.AddRect({x + 1, top}, {x + width - 1, place.baseline}, color, 2);
}

void draw_lines(ImDrawList& list, const text::ParagraphRows& rows, const text::Row& row, const RowPlace& place, const Theme& theme) {
    each_stretch(rows, row, look_link, [&](float begin, float end) {
        const float y = std::round(place.baseline + std::max(2.0f, place.descent * 0.4f));
        list.AddRectFilled({place.left + begin, y}, {place.left + end, y + 1}, faded(theme.accent, 0.6f));
    });
    each_stretch(rows, row, look_strike, [&](float begin, float end) {
        const float y = std::round(place.baseline - place.ascent * 0.34f);
        list.AddRectFilled({place.left + begin, y}, {place.left + end, y + 1.5f}, theme.soft);
    });
}

}  // namespace dajim::ui
