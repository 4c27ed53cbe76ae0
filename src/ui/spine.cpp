// A pair's spine on the shelf, see spine.h.
#include "ui/spine.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/goal_words.h"
#include "ui/band.h"
#include "ui/verdict_looks.h"

namespace dajim::ui {
namespace {

constexpr float bar_width = 14, bar_gap = 3;
constexpr float least_shaped = 7;   // width of a bar whose shape can be seen
constexpr std::size_t verdicts = 6;

void draw_silent(ImDrawList& list, Rect bar, ImU32 color) {
    const float arm = std::min(5.0f, bar.width);
    const ImVec2 way[] = {{bar.x + arm, bar.y + 0.5f}, {bar.x + 0.5f, bar.y + 0.5f}, {bar.x + 0.5f, bar.bottom() - 0.5f}, {bar.x + arm, bar.bottom() - 0.5f}};
    list.AddPolyline(way, 4, color, 0, 1);
}

/// Too thin for a shape: the more of it was kept the higher it stands.
float share(journal::VerdictKind kind) {
    return kind == journal::VerdictKind::kept ? 1.0f : kind == journal::VerdictKind::partly ? 0.6f : 0.25f;
}

}  // namespace

void draw_spine(Controls& controls, const journal::Pair& pair, float x, float y, float room) {
    const Theme& theme = controls.theme();
    ImDrawList& list = controls.list();
    const auto count = static_cast<float>(pair.goals.size());
    if (count == 0 || room < 4) return;
    const float step = std::min(bar_width + bar_gap, room / count);
    const float gap = step >= bar_width ? bar_gap : step * 0.25f, width = std::max(0.75f, step - gap);
    for (const journal::Goal& goal : pair.goals) {
        const Rect bar{width >= least_shaped ? std::round(x) : x, y, width >= least_shaped ? std::round(width) : width, spine_height};
        x += step;
        if (!goal.verdict) {
            const float middle = bar.y + bar.height / 2;
            if (!goal.answers.empty()) list.AddRectFilled({bar.x, middle - 0.75f}, {bar.right(), middle + 0.75f}, unjudged_color(theme));
            else if (width >= 2) draw_silent(list, bar, unjudged_color(theme));
            else list.AddRectFilled({bar.x, bar.bottom() - 1}, bar.max(), unjudged_color(theme));
            continue;
        }
        BandLook look = band_look(theme, goal.verdict->kind);
        if (width < least_shaped) {
            list.AddRectFilled({bar.x, bar.bottom() - bar.height * share(goal.verdict->kind)}, bar.max(), look.color);
            continue;
        }
        if (goal.verdict->kind == journal::VerdictKind::kept) look.ground = 1;
        const Reach high{bar.y, bar.bottom()};
        const Reach rise{bar.y, bar.y + bar.height * 0.65f}, fall{bar.bottom() - bar.height * 0.65f, bar.bottom()};
        Band(bar.x, look.wavy ? fall : high, bar.right(), look.wavy ? rise : high).draw_small(list, look);
    }
}

std::string spine_words(const Controls& controls, const journal::Pair& pair) {
    std::array<std::size_t, verdicts> judged{};
    std::size_t unjudged = 0, silent = 0;
    for (const journal::Goal& goal : pair.goals) {
        if (goal.verdict) ++judged[static_cast<std::size_t>(goal.verdict->kind)];
        else if (!goal.answers.empty()) ++unjudged;
        else ++silent;
    }
    std::string out;
    const auto add = [&](const std::string& word, std::size_t count) {
        if (count == 0) return;
        if (!out.empty()) out += ", ";
        const std::string number = std::to_string(count);
        out += controls.language() == app::Language::ko ? word + " " + number : number + " " + word;
    };
    for (std::size_t kind = 0; kind < verdicts; ++kind) add(verdict_within(controls, static_cast<journal::VerdictKind>(kind)), judged[kind]);
    add(controls.say(app::Str::no_verdict), unjudged);
    add(controls.say(app::Str::silent), silent);
    return out;
}

}  // namespace dajim::ui
