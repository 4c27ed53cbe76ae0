// What there is to say of a page, see page_notes.h.
#include "ui/page_notes.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace dajim::ui {
namespace {

using app::CommandId;
using app::Reads;
using app::Source;
using app::Str;

constexpr float row_height = 32;
constexpr float piece_height = 28;

struct Piece { float width; std::function<void(Rect)> draw; };
using Row = std::vector<Piece>;

std::string counts(const app::State& state) {
    return app::say(Str::difference_told, state.language, {std::to_string(state.reading.added), std::to_string(state.reading.removed)});
}

/// One that is on or off; `label` where it is not the command's title.
Piece toggled(Controls& controls, CommandId id, bool on, std::string label, Deeds* deeds) {
    if (label.empty()) label = controls.say(app::command(id).title);
    const float width = controls.width(label, Face::small) + 20;
    return {width, [&controls, id, on, label = std::move(label), deeds](Rect rect) {
        const Theme& theme = controls.theme();
        if (on) {
            controls.list().AddRectFilled(rect.min(), rect.max(), theme.chosen, 6);
            controls.list().AddRect(rect.min(), rect.max(), theme.accent, 6, 0, 1);
        }
        if (controls.command(id, rect, {.face = Face::small, .role = Role::toggle, .pressed = on}, label)) deeds->push_back(app::Run{id});
    }};
}

Piece pressed(Controls& controls, const app::State& state, CommandId id, Str words, ButtonLook look, Deeds* deeds) {
    const std::string label = controls.say(words);
    look.face = Face::small;
    look.enabled = app::command(id).possible(state);
    return {controls.width(label, Face::small) + 24, [&controls, id, label, look, deeds](Rect rect) {
        if (controls.button(app::command(id).name, label, label, {rect.x + 2, rect.y, rect.width - 4, rect.height}, look)) deeds->push_back(app::Run{id});
    }};
}

Piece said(Controls& controls, std::string_view id, std::string words) {
    const float width = controls.width(words, Face::small) + 16;
    return {width, [&controls, id, words = std::move(words)](Rect rect) {
        controls.told(Role::text, id, words, rect);
        controls.label(words, rect.x + 8, rect.y + rect.height / 2, Face::small, controls.theme().soft, rect.width - 8);
    }};
}

std::string told_of_other(const app::State& state) {
    const app::Reading& reading = state.reading;
    return reading.source == Source::version ? app::say(Str::version_told, state.language, {reading.name}) : reading.name;
}

/// All that is to be said, in rows of `width` where it does not fit into one. `deeds` are needed to draw it alone.
std::vector<Row> rows_of(Controls& controls, const app::State& state, journal::End end, float width, Deeds* deeds) {
    std::vector<Row> rows;
    float x = 0;
    const auto add = [&](Piece piece) {
        if (rows.empty() || (!rows.back().empty() && x + piece.width > width)) {
            rows.emplace_back();
            x = 0;
        }
        x += piece.width;
        rows.back().push_back(std::move(piece));
    };
    const bool left = end == journal::End::resolution;
    const bool reads = app::is_reading(state.at(end));
    if (left && state.reading.offered && (!reads || state.reading.source == Source::seal)) {
        const Reads what = reads ? state.reading.what : Reads::now;
        add(toggled(controls, CommandId::read_now, what == Reads::now, {}, deeds));
        add(toggled(controls, CommandId::read_sealed, what == Reads::other, {}, deeds));
        add(toggled(controls, CommandId::read_difference, what == Reads::difference, {}, deeds));
        if (what == Reads::difference) add(said(controls, "difference", counts(state)));
    }
    if (reads && state.reading.source != Source::seal) {
        const Reads what = state.reading.what;
        add(said(controls, "version", told_of_other(state)));
        add(toggled(controls, CommandId::read_other, what == Reads::other, {}, deeds));
        add(toggled(controls, CommandId::read_difference, what == Reads::difference, {}, deeds));
        if (what == Reads::difference) add(said(controls, "difference", counts(state)));
        if (state.reading.source == Source::version) {
            add(pressed(controls, state, CommandId::restore_version, Str::restore_version, {.kind = ButtonLook::Kind::outlined}, deeds));
        }
        add(pressed(controls, state, CommandId::read_now, Str::read_back, {}, deeds));
    }
    if (const std::size_t stale = reads ? 0 : state.stale[static_cast<std::size_t>(end)].count()) {
        add(said(controls, "stale", app::say(left ? Str::stale_resolution : Str::stale_retrospective, state.language, {std::to_string(stale)})));
        add(toggled(controls, CommandId::grey_stale, state.settings.greys_stale, controls.say(Str::grey), deeds));
    }
    if (!left && state.topics.any()) add(said(controls, "topics", app::topics_told(state.topics, state.language)));
    return rows;
}

}  // namespace

float notes_height(Controls& controls, const app::State& state, journal::End end, float width) {
    return static_cast<float>(rows_of(controls, state, end, width, nullptr).size()) * row_height;
}

void draw_notes(Controls& controls, const app::State& state, journal::End end, Rect box, Deeds& deeds) {
    const std::vector<Row> rows = rows_of(controls, state, end, box.width, &deeds);
    if (rows.empty()) return;
    const bool left = end == journal::End::resolution;
    controls.open(Role::group, left ? "notes left" : "notes right", controls.say(Str::page_notes), box);
    float y = box.y + (row_height - piece_height) / 2;
    for (const Row& row : rows) {
        float x = box.x;
        for (const Piece& piece : row) {
            piece.draw({x, y, std::min(piece.width, box.right() - x), piece_height});
            x += piece.width;
        }
        y += row_height;
    }
    controls.close();
}

std::string reading_name(const Controls& controls, const app::State& state) {
    const app::Reading& reading = state.reading;
    const std::string page = controls.say(reading.end == journal::End::resolution ? Str::resolution : Str::retrospective);
    const char* difference = controls.say(Str::read_difference);
    if (reading.source != Source::seal) return page + ": " + reading.name + (reading.what == Reads::other ? "" : std::string(", ") + difference);
    return page + ": " + (reading.what == Reads::other ? controls.say(Str::read_sealed) : difference);
}

std::string reading_told(const Controls& controls, const app::State& state) {
    const app::Reading& reading = state.reading;
    std::string what = counts(state);
    if (reading.what == Reads::other) {
        what = reading.source != Source::seal ? told_of_other(state)
                                              : app::say(Str::sealed_on, state.language, {journal::write_date(state.chosen_pair()->seal->date)});
    }
    return app::say(Str::reading_told, controls.language(), {what});
}

}  // namespace dajim::ui
