// Chips under an empty page's placeholder, see template_chips.h.
#include "ui/template_chips.h"

#include <algorithm>
#include <string>

namespace dajim::ui {

float TemplateChips::draw(Controls& controls, const app::State& state, journal::End end, Rect room, bool draw, Deeds& deeds) {
    constexpr float height = 32, gap = 6;
    const journal::Pair& pair = *state.chosen_pair();
    const journal::Series& series = *journal::series_of(state.journal, pair.id);
    const text::Buffer* last = app::last_document(end, pair, series);
    const Source source{pair.id, last ? last->identity() : 0, last ? last->revision() : 0, pair.goals.size()};
    if (source != source_ || offered_.empty()) offered_ = app::templates_for(end, pair, series);
    source_ = source;
    if (room.height < height) return 0;
    if (draw) controls.open(Role::group, end == journal::End::resolution ? "templates left" : "templates right", controls.say(app::Str::templates), room);
    float x = room.x, y = room.y;
    for (const app::Template which : offered_) {
        const char* name = controls.say(app::template_name(which));
        const float width = std::min(room.width, controls.width(name, Face::label) + 24);
        if (x > room.x && x + width > room.right()) {
            if (y + 2 * height + gap > room.bottom()) break;
            x = room.x;
            y += height + gap;
        }
        const ButtonLook look{.kind = ButtonLook::Kind::outlined};
        if (draw && controls.button(std::to_string(static_cast<int>(which)), name, name, {x, y, width, height}, look)) {
            deeds.push_back(app::UseTemplate{end, which});
        }
        x += width + gap;
    }
    if (draw) controls.close();
    return y + height - room.y;
}

}  // namespace dajim::ui
