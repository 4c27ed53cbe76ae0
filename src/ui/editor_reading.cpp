// The difference drawn in a page that shows it: what was added on a ground of its own and underlined, what was removed toned and struck.
#include <algorithm>
#include <cmath>

#include "ui/editor.h"

namespace dajim::ui {
namespace {

using text::Affinity;
using text::Position;
using Is = text::DiffPart::Is;

constexpr float line_end = 7;   // what stands for the end of a line, CSS pixels

}  // namespace

/// `behind` the words their grounds, over them the lines.
void EditorView::draw_changes(Controls& controls, app::Program& program, ImVec2 origin, bool behind) {
    const app::Reading& reading = program.state().reading;
    if (target_ != app::Target::reading || reading.what != app::Reads::difference) return;
    text::Layout& layout = program.layout(target_);
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const Position sight{near_.begin, 0};
    auto part = std::partition_point(reading.parts.begin(), reading.parts.end(), [&](const app::Reading::Part& one) { return one.shown.end <= sight; });
    for (; part != reading.parts.end() && part->shown.begin.paragraph < near_.end; ++part) {
        if (part->part.is == Is::kept) continue;
        const bool added = part->part.is == Is::added;
        const ImU32 color = added ? theme.kept : theme.not_kept;
        const std::size_t last = std::min({part->shown.end.paragraph + 1, near_.end, reading.text.paragraphs()});
        for (std::size_t paragraph = std::max(part->shown.begin.paragraph, near_.begin); paragraph < last; ++paragraph) {
            const text::ParagraphRows& rows = layout.rows(paragraph);
            const FaceSpec& spec = controls.typesetting().spec(rows.style.face);
            const float ascent = controls.typesetting().glyphs().ascent(spec), descent = controls.typesetting().glyphs().descent(spec);
            float top = origin.y + layout.top(paragraph) + rows.style.space_before;
            for (std::size_t at = 0; at < rows.rows.size(); ++at, top += rows.style.line_height) {
                const text::Row& row = rows.rows[at];
                const bool last_row = at + 1 == rows.rows.size();
                const Position row_end{paragraph, row.end};
                const Position from = std::max(part->shown.begin, {paragraph, row.begin}), to = std::min(part->shown.end, row_end);
                const bool goes_on = last_row && part->shown.end > row_end;
                if (from > to || (from == to && !goes_on)) continue;
                const float x0 = origin.x + layout.caret(from, Affinity::downstream).x;
                const float x1 = origin.x + layout.caret(to, last_row ? Affinity::downstream : Affinity::upstream).x + (goes_on ? line_end : 0);
                const float baseline = std::round(top + (rows.style.line_height + ascent - descent) / 2);
                if (behind) {
                    list.AddRectFilled({x0 - 1, baseline - ascent - 1}, {x1 + 1, baseline + descent + 1}, faded(color, theme.dark ? 0.2f : 0.13f), 3);
                } else if (added) {
                    const float y = baseline + std::max(2.0f, descent * 0.45f);
                    list.AddRectFilled({x0, y}, {x1, y + 2}, color);
                } else {
                    const float y = std::round(baseline - ascent * 0.34f);
                    list.AddRectFilled({x0, baseline - ascent}, {x1, baseline + descent}, faded(theme.paper, 0.25f));
                    list.AddRectFilled({x0, y}, {x1, y + 1.5f}, color);
                }
            }
        }
    }
}

}  // namespace dajim::ui
