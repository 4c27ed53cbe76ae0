// The strip of the other text, see other_text.h.
#include "ui/other_text.h"

#include <array>
#include <string>

namespace dajim::ui {
namespace {

using app::SettleText;
using app::Str;

constexpr float leading = 21, press_height = 30, gap = 8;

struct Press { const char* id; Str title; SettleText::How how; };
constexpr std::array presses{
    Press{"compare-texts", Str::compare_texts, SettleText::How::compare},
    Press{"take-other", Str::take_other, SettleText::How::exchange},
    Press{"keep-this", Str::keep_this, SettleText::How::keep},
    Press{"both-texts", Str::both_texts, SettleText::How::both},
};

}  // namespace

float draw_other_text(Controls& controls, const app::State& state, journal::End end, Rect room, Deeds& deeds) {
    const std::vector<std::string>& others = state.chosen_pair()->document(end).others;
    if (others.empty()) return 0;
    const Theme& theme = controls.theme();
    const std::string told = app::say(Str::two_texts, state.language, {std::to_string(others.size())});
    const float words = controls.paragraph(told, {0, 0, room.width, 0}, Face::label, 0, leading, false, false);
    // As many in a row as there is room for.
    std::array<Rect, presses.size()> placed;
    float x = room.x, y = room.y + 8 + words + 4;
    for (std::size_t at = 0; at < presses.size(); ++at) {
        const float width = controls.width(controls.say(presses[at].title), Face::label) + 24;
        if (x > room.x && x + width > room.right()) {
            x = room.x;
            y += press_height + 4;
        }
        placed[at] = {x, y, width, press_height};
        x += width + gap;
    }
    const float height = y + press_height + 12 - room.y;
    const Rect panel{room.x - 10, room.y, room.width + 20, height};
    const std::string side = end == journal::End::resolution ? "resolution" : "retrospective";
    controls.open(Role::group, "other text " + side, told, panel);
    controls.told(Role::text, "other text told " + side, told, {room.x, room.y + 8, room.width, words});
    controls.paragraph(told, {room.x, room.y + 8, room.width, 0}, Face::label, theme.accent, leading);
    for (std::size_t at = 0; at < presses.size(); ++at) {
        const char* title = controls.say(presses[at].title);
        const bool compares = presses[at].how == SettleText::How::compare;
        ButtonLook look{.kind = ButtonLook::Kind::outlined, .enabled = compares || state.editable()};
        if (compares) {
            look.role = Role::toggle;
            look.pressed = state.reading.open() && state.reading.end == end && state.reading.source == app::Source::beside;
            if (look.pressed) controls.list().AddRectFilled(placed[at].min(), placed[at].max(), theme.chosen, 6);
        }
        if (controls.button(presses[at].id + (" " + side), title, title, placed[at], look)) deeds.push_back(SettleText{end, presses[at].how});
    }
    controls.list().AddLine({panel.x, panel.bottom() - 2}, {panel.right(), panel.bottom() - 2}, theme.line, 1);
    controls.close();
    return height;
}

}  // namespace dajim::ui
