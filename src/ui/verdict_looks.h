// How each verdict looks: by colour and by a shape of its own, the same on the ribbon, on the shelf and in a pill.
#pragma once

#include <cstdint>
#include <string>

#include "app/strings.h"
#include "journal/goal.h"
#include "ui/control.h"

namespace dajim::ui {

/// What a band is made of. No two verdicts agree in shape, so that none of them needs its colour.
struct BandLook {
    enum class Edge : std::uint8_t { solid, dashed, dotted };
    ImU32 color = 0;
    float ground = 0;       ///< alpha of what fills it; 0: only its edge is seen
    bool hatched = false;
    bool wavy = false;      ///< it has a bend of its own on the way
    Edge edge = Edge::solid;
};
BandLook band_look(const Theme& theme, journal::VerdictKind kind);
/// Of what bears no verdict: brackets, and the lines to answers that nobody has judged.
ImU32 unjudged_color(const Theme& theme);
/// Of what was never promised.
ImU32 unpromised_color(const Theme& theme);

/// The same within a sentence: "kept".
std::string verdict_within(const Controls& controls, journal::VerdictKind kind);

/// The round sign of a verdict.
void draw_sign(ImDrawList& list, journal::VerdictKind kind, ImVec2 centre, float radius, const Theme& theme);

/// A sign and, if not brief, the verdict's word in a pill, from `x`, its middle at the height `middle`. CSS pixels.
void draw_pill(Controls& controls, journal::VerdictKind kind, float x, float middle, bool brief);
float pill_width(Controls& controls, journal::VerdictKind kind, bool brief);

}  // namespace dajim::ui
