// Echoes given back, see echo_bar.h.
#include "ui/echo_bar.h"

#include <algorithm>
#include <string>
#include <vector>


namespace dajim::ui {
namespace {

using app::CommandId;
using app::Str;

constexpr float leading = 22, gap = 10;
constexpr std::size_t shown_bytes = 200;

}  // namespace

void draw_echo_sign(ImDrawList& list, ImVec2 centre, ImU32 color) {
    const ImVec2 source{centre.x - 5, centre.y};
    list.AddCircleFilled(source, 1.4f, color);
    for (const float radius : {4.5f, 8.0f}) {
        list.PathArcTo(source, radius, -0.85f, 0.85f);
        list.PathStroke(color, 0, 1.3f);
    }
}

float draw_echoes(Controls& controls, const app::State& state, Rect room, Deeds& deeds) {
    const journal::Pair& pair = *state.chosen_pair();
    const std::vector<bool>& answered = state.echoes_answered;
    if (pair.echoes.empty() || pair.done || state.echoes_left == pair.id || answered.size() != pair.echoes.size()) return 0;
    const bool begun = std::find(answered.begin(), answered.end(), true) != answered.end();
    if (!begun && !pair.document(journal::End::retrospective).text.empty()) return 0;

    const float press = controls.width(controls.say(Str::answer_short), Face::label) + 26;
    const float words_width = room.width - press - 24;
    struct Row { const journal::Passage* echo; std::string words; float words_height, height; };
    std::vector<Row> rows;
    float height = 44;
    for (std::size_t at = 0; at < pair.echoes.size(); ++at) {
        if (answered[at]) continue;
        Row row{&pair.echoes[at], one_line(pair.echoes[at].exact, shown_bytes), 0, 0};
        row.words_height = controls.paragraph(row.words, {0, 0, words_width, 0}, Face::label, 0, leading, false, false);
        row.height = std::max(32.0f, row.words_height);
        if (!rows.empty() && height + row.height + gap > room.height * 0.6f) break;   // the others come when these are answered
        height += row.height + gap;
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return 0;

    const Theme& theme = controls.theme();
    const char* title = controls.say(Str::echoes_back);
    const Rect panel{room.x - 10, room.bottom() - height, room.width + 20, height};
    controls.open(Role::group, "echoes", title, panel);
    controls.list().AddLine({panel.x, panel.y}, {panel.right(), panel.y}, theme.line, 1);
    draw_echo_sign(controls.list(), {room.x + 4, panel.y + 22}, theme.accent);
    const float later = controls.width(controls.say(Str::leave_echoes), Face::small) + 20;
    controls.told(Role::heading, "echoes title", title, {room.x, panel.y + 6, room.width - later, 32});
    controls.label(title, room.x + 18, panel.y + 22, Face::label_strong, theme.accent, room.width - later - 22);
    if (controls.command(CommandId::leave_echoes, {room.right() - later, panel.y + 7, later, 30}, {.face = Face::small})) {
        deeds.push_back(app::Run{CommandId::leave_echoes});
    }
    float y = panel.y + 44;
    for (const Row& row : rows) {
        controls.list().AddRectFilled({room.x, y + 2}, {room.x + 3, y + row.height - 2}, theme.line, 1);
        controls.told(Role::text, "echo back " + row.echo->id, row.words, {room.x + 12, y, words_width, row.height});
        controls.paragraph(row.words, {room.x + 12, y + (row.height - row.words_height) / 2, words_width, 0}, Face::label, theme.ink, leading);
        ButtonLook look{.kind = ButtonLook::Kind::outlined, .enabled = state.editable()};
        const Rect at{room.right() - press, y + (row.height - 32) / 2, press, 32};
        const std::string name = app::say(Str::answer_echo, state.language, {row.words});
        if (controls.button("answer " + row.echo->id, name, controls.say(Str::answer_short), at, look)) deeds.push_back(app::AnswerEcho{row.echo->id});
        y += row.height + gap;
    }
    controls.close();
    return height;
}

}  // namespace dajim::ui
