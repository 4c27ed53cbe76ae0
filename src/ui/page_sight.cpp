// Places in a page, see page_sight.h.
#include "ui/page_sight.h"

#include <algorithm>

namespace dajim::ui {
namespace {

using text::Affinity;
using text::Position;

constexpr float most_rows = 3;            // of a band's end
constexpr float inset_of_row = 0.11f;     // of a row's height, above and below: neighbours do not touch

}  // namespace

PageSight::PageSight(app::Program& program, const EditorView& view)
    : program_(program), view_(view), text_(*text_of(program.state(), view.target())) {
    const Rect sight = view.sight();
    sight_ = {sight.y, sight.bottom()};
    first_ = view.hit(program, {sight.x, sight.y + 0.5f}).position.paragraph;
    last_ = view.hit(program, {sight.x, std::max(sight.y, sight.bottom() - 0.5f)}).position.paragraph;
}

PassageEnd PageSight::end(const journal::Passage& passage) const {
    using Way = PassageEnd::Way;
    PassageEnd out;
    const app::State& state = program_.state();
    const std::optional<text::Range> range = shown(state, state.end_at(view_.target()), passage.range);
    if (!range) return out;
    const Position begin = range->begin;
    Position last = range->end;
    if (last.byte == 0 && last.paragraph > begin.paragraph) last = {last.paragraph - 1, text_.paragraph(last.paragraph - 1).size()};
    out.at = begin;
    out.way = Way::above;
    if (last.paragraph < first_) return out;
    out.way = Way::below;
    if (begin.paragraph > last_) return out;

    constexpr float far = 1e5f;
    Reach words{sight_.top - far, sight_.bottom + far};
    float row = 30;
    if (begin.paragraph >= first_) {
        const Rect box = view_.box_of(program_, begin, Affinity::downstream);
        words.top = box.y;
        row = box.height;
    }
    if (last.paragraph <= last_) {
        const Rect box = view_.box_of(program_, last, Affinity::upstream);
        words.bottom = box.bottom();
        row = box.height;
    }
    out.reach = {std::max(words.top, sight_.top), std::min(words.bottom, sight_.bottom)};
    const float seen = out.reach.height(), whole = std::min(words.height(), row);
    out.way = words.top < sight_.top ? Way::above : Way::below;
    if (seen <= 0 || whole <= 0) return out;
    out.presence = std::min(1.0f, seen / whole);
    if (out.presence == 1) out.way = Way::here;
    out.reach.bottom = std::min(out.reach.bottom, out.reach.top + most_rows * row);
    const float inset = std::min(row * inset_of_row, out.reach.height() * 0.3f);
    out.reach = {out.reach.top + inset, out.reach.bottom - inset};
    return out;
}

}  // namespace dajim::ui
