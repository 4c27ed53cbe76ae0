// How each verdict looks, see verdict_looks.h.
#include "ui/verdict_looks.h"

#include <cmath>

#include "app/goal_words.h"

namespace dajim::ui {
namespace {

using journal::VerdictKind;

constexpr float tau = 6.2831853f;
constexpr float pill_height = 22;
constexpr float sign_radius = 4.5f;
constexpr float inset = 9, apart = 5;   // left and right of what is in a pill; between sign and word

ImVec2 on_ring(ImVec2 centre, float radius, float turn) {
    return {centre.x + radius * std::cos(turn * tau), centre.y + radius * std::sin(turn * tau)};
}

}  // namespace

BandLook band_look(const Theme& theme, VerdictKind kind) {
    using Edge = BandLook::Edge;
    switch (kind) {
        case VerdictKind::kept: return {.color = theme.kept, .ground = 0.42f};
        case VerdictKind::partly: return {.color = theme.partly, .ground = 0.08f, .hatched = true};
        case VerdictKind::not_kept: return {.color = theme.not_kept};
        case VerdictKind::changed: return {.color = theme.changed, .ground = 0.16f, .wavy = true};
        case VerdictKind::dropped: return {.color = theme.soft, .edge = Edge::dashed};
        case VerdictKind::cannot_judge: return {.color = theme.soft, .edge = Edge::dotted};
    }
    return {};
}

ImU32 unjudged_color(const Theme& theme) { return theme.soft; }
ImU32 unpromised_color(const Theme& theme) { return theme.accent; }

std::string verdict_within(const Controls& controls, VerdictKind kind) {
    std::string word = controls.say(app::verdict_words(kind));
    if (word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] + ('a' - 'A'));
    return word;
}

void draw_sign(ImDrawList& list, VerdictKind kind, ImVec2 centre, float radius, const Theme& theme) {
    const ImU32 color = band_look(theme, kind).color;
    const float line = std::max(1.25f, radius * 0.3f), ring = radius - line / 2;
    switch (kind) {
        case VerdictKind::kept:
            list.AddCircleFilled(centre, radius, color);
            break;
        case VerdictKind::partly:
            list.PathArcTo(centre, ring, tau / 4, tau * 3 / 4);
            list.PathFillConvex(color);
            list.AddCircle(centre, ring, color, 0, line);
            break;
        case VerdictKind::not_kept:
            list.AddCircle(centre, ring, color, 0, line);
            break;
        case VerdictKind::changed:
            for (int step = 0; step <= 12; ++step) {
                const float along = static_cast<float>(step) / 12;
                list.PathLineTo({centre.x + (along * 2 - 1) * radius, centre.y - radius * 0.55f * std::sin(along * tau)});
            }
            list.PathStroke(color, 0, line * 1.25f);
            break;
        case VerdictKind::dropped:
            for (int dash = 0; dash < 4; ++dash) {
                const float from = (static_cast<float>(dash) + 0.18f) / 4 * tau;
                list.PathArcTo(centre, ring, from, from + 0.64f / 4 * tau);
                list.PathStroke(color, 0, line);
            }
            break;
        case VerdictKind::cannot_judge:
            for (int dot = 0; dot < 7; ++dot) list.AddCircleFilled(on_ring(centre, ring, static_cast<float>(dot) / 7 - 0.25f), line * 0.62f, color);
            break;
    }
}

float pill_width(Controls& controls, VerdictKind kind, bool brief) {
    if (brief) return pill_height;
    return 2 * inset + 2 * sign_radius + apart + controls.width(controls.say(app::verdict_words(kind)), Face::small);
}

void draw_pill(Controls& controls, VerdictKind kind, float x, float middle, bool brief) {
    const float width = pill_width(controls, kind, brief);
    ImDrawList& list = controls.list();
    const Theme& theme = controls.theme();
    const Rect box{std::round(x) + 0.5f, std::round(middle - pill_height / 2) + 0.5f, width - 1, pill_height - 1};
    list.AddRectFilled(box.min(), box.max(), theme.paper, pill_height / 2);
    list.AddRect(box.min(), box.max(), band_look(theme, kind).color, pill_height / 2, 0, 1);
    const float centre = box.y + box.height / 2;
    draw_sign(list, kind, {brief ? box.x + box.width / 2 : box.x + inset + sign_radius, centre}, sign_radius, theme);
    if (brief) return;
    controls.label(controls.say(app::verdict_words(kind)), box.x + inset + 2 * sign_radius + apart, centre, Face::small, theme.ink);
}

}  // namespace dajim::ui
