// What the views ask of whoever draws letters: measured and drawn runs in the reader's own fonts.
#pragma once

#include <string_view>

#include "imgui.h"

namespace dajim::ui {

/// A font: CSS pixels at the size it is drawn, weight as in CSS.
struct FaceSpec {
    float size = 17;
    int weight = 400;
    bool mono = false;
    bool italic = false;
    bool operator==(const FaceSpec&) const = default;
};

/// Lengths in CSS pixels. A run is a grapheme cluster or a word (text/layout.h); it is shaped as one by the browser.
class Glyphs {
public:
    virtual float advance(std::string_view run, const FaceSpec& face) = 0;
    /// Height of the ascent and depth of the descent of the face's main font.
    virtual float ascent(const FaceSpec& face) = 0;
    virtual float descent(const FaceSpec& face) = 0;
    /// Draws with the baseline at `baseline` (y) and the pen at its x. Colour glyphs keep their own colours (and `color`'s alpha).
    virtual void draw(ImDrawList& list, ImVec2 baseline, std::string_view run, const FaceSpec& face, ImU32 color) = 0;

protected:
    ~Glyphs() = default;
};

}  // namespace dajim::ui
