// What the desk shows where there is nothing yet: the welcome, a series without a chosen pair, and what an empty page offers.
#include "ui/desk.h"

#include <algorithm>
#include <optional>

#include "app/look_back.h"

namespace dajim::ui {

using app::CommandId;
using app::Str;
using app::Target;

void Desk::welcome(app::Program& program, Rect rect) {
    const app::State& state = program.state();
    const Theme& theme = controls_.theme();
    const float width = std::min(620.0f, rect.width - 32);
    const float inner = width - std::clamp(width * 0.18f, 36.0f, 112.0f);
    // Where the window is low, all stands closer.
    struct Spacing { float top, title, below_title, body, below_body, bottom; };
    constexpr Spacing spacings[] = {{44, 36, 14, 30, 30, 40}, {12, 31, 6, 25, 8, 6}, {8, 28, 4, 22, 4, 2}};
    Spacing space{};
    float title = 0, body = 0, height = 0;
    for (const Spacing& one : spacings) {
        space = one;
        title = controls_.paragraph(controls_.say(Str::empty_title), {0, 0, inner, 0}, Face::title, 0, space.title, true, false);
        body = controls_.paragraph(controls_.say(Str::empty_body), {0, 0, inner, 0}, Face::body, 0, space.body, true, false);
        height = space.top + title + space.below_title + body + space.below_body + 46 + 10 + 40 + space.bottom;
        if (height + (&one == spacings ? 32 : 8) <= rect.height) break;
    }
    const Rect card{rect.x + (rect.width - width) / 2, rect.y + std::max(4.0f, (rect.height - height) * 0.4f), width, height};
    // A second sheet, turned away, hints at the other end.
    paper({card.x + 14, card.y + 12, card.width, card.height});
    paper(card);
    const float x = card.x + (card.width - inner) / 2;
    float y = card.y + space.top;
    controls_.told(Role::heading, "welcome", controls_.say(Str::empty_title), {x, y, inner, title});
    y += controls_.paragraph(controls_.say(Str::empty_title), {x, y, inner, 0}, Face::title, theme.ink, space.title, true) + space.below_title;
    controls_.told(Role::text, "welcome body", controls_.say(Str::empty_body), {x, y, inner, body});
    y += controls_.paragraph(controls_.say(Str::empty_body), {x, y, inner, 0}, Face::body, theme.soft, space.body, true) + space.below_body;
    const ButtonLook filled{.kind = ButtonLook::Kind::filled, .face = Face::label_strong};
    const float wide = std::min(inner, 300.0f);
    const float at = card.x + (card.width - wide) / 2;
    command(CommandId::begin_pair, {at, y, wide, 46}, filled);
    y += 56;
    const ButtonLook outlined{.kind = ButtonLook::Kind::quiet, .enabled = state.editable() || state.looks()};
    const char* const import = controls_.say(state.looks() ? Str::look_at_file : Str::import_first);
    const float first = controls_.width(import, Face::label) + 28;
    const float second = controls_.width(controls_.say(Str::open_example), Face::label) + 28;
    float link = card.x + (card.width - first - second) / 2;
    if (controls_.button("import first", import, import, {link, y, first, 40}, outlined)) {
        deeds_.push_back(app::Run{state.looks() ? CommandId::look_at_file : CommandId::import_file});
    }
    command(CommandId::open_example, {link + first, y, second, 40});
}

/// Under the placeholder of an empty page lie the ways to begin it, and beside a resolution that is yet to be written what was last time:
/// on the empty page of its retrospective, else below it. Returns where that is; without height nowhere. Once it is `draw`n.
Rect Desk::beginning(app::Program& program, journal::End end, const std::optional<app::LookBack>& back, Rect text, const char* placeholder, bool tabbed, bool draw) {
    const app::State& state = program.state();
    if (app::is_reading(state.at(end))) return {};
    const Target target = app::page(end);
    const bool empty = text_of(state, target)->empty();
    const bool left = end == journal::End::resolution;
    const bool beside = !tabbed && text_of(state, Target::retrospective)->empty();
    const bool looks_back = back && left != beside && (left || empty);
    const bool offers = empty && state.editable() && !(back && beside && !left);
    if (!looks_back && !offers) return {};
    constexpr float apart = 16, least = 90;
    const float size = static_cast<float>(state.settings.text_size);
    float y = text.y + apart;
    if (empty) {
        y += controls_.paragraph(placeholder, {text.x, text.y, text.width, 0}, Face::body, 0, size * 1.85f, false, false);
    } else {
        program.set_page(target, std::max(size * 4, text.width), text.height, look_);
        program.layout(target).expose(0, text.height);
        y += program.layout(target).height();
    }
    const float top = y;
    const float room = text.bottom() - y;
    if (offers) {   // where it is low, fewer ways to begin leave room for the look back
        const float chips = looks_back ? std::min(room, std::max(room - least - 2 * apart, 40.0f)) : room;
        y += chips_[static_cast<std::size_t>(end)].draw(controls_, state, end, {text.x, y, text.width, chips}, draw, deeds_);
    }
    if (looks_back && text.bottom() - y - apart >= least) {
        if (y > top) y += apart;
        const Rect box{text.x - 8, y, text.width + 16, text.bottom() - y};
        if (draw && look_back_.draw(controls_, state, *back, box, look_, deeds_)) next_ms_ = 0;
        y = box.bottom();
    }
    return y > top ? Rect{text.x - 8, top - 4, text.width + 16, y - top + 4} : Rect{};
}

void Desk::no_pair(app::Program&, Rect rect) {
    const Theme& theme = controls_.theme();
    const float width = std::min(420.0f, rect.width - 32);
    const Rect card{rect.x + (rect.width - width) / 2, rect.y + rect.height * 0.25f, width, 170};
    paper(card);
    controls_.told(Role::text, "no pair", controls_.say(Str::no_pair_chosen), card);
    controls_.paragraph(controls_.say(Str::no_pair_chosen), {card.x + 20, card.y + 38, width - 40, 0}, Face::body, theme.soft, 30, true);
    command(CommandId::begin_pair, {card.x + (width - 220) / 2, card.y + 96, 220, 44}, {.kind = ButtonLook::Kind::filled, .face = Face::label_strong});
}

}  // namespace dajim::ui
