// A band of the ribbon: a strip from left to right, as high at either end as the words it holds, curving between.
#pragma once

#include <array>
#include <cstddef>

#include "imgui.h"
#include "ui/verdict_looks.h"

namespace dajim::ui {

/// A stretch of height in the window, CSS pixels.
struct Reach {
    float top = 0, bottom = 0;
    float height() const { return bottom - top; }
    float middle() const { return (top + bottom) / 2; }
};

/// How strongly it shows.
enum class Light : std::uint8_t { plain, lit, chosen };

class Band {
public:
    /// Horizontal at both ends, and nowhere so steep that it would be too thin to see. `wavy`: with a bend of its own half way.
    Band(float x0, Reach left, float x1, Reach right, bool wavy = false);

    /// CSS pixels from the point to the strip, 0 inside; straight up or down beyond its ends there is nothing of it.
    float distance(ImVec2 at) const;
    /// Where its middle runs at a place between its ends.
    float middle(float x) const;
    Reach at(float x) const;

    void draw(ImDrawList& list, const BandLook& look, Light light = Light::plain, float alpha = 1) const { draw(list, look, light, alpha, full); }
    /// As on a spine, a few pixels high.
    void draw_small(ImDrawList& list, const BandLook& look) const { draw(list, look, Light::plain, 1, small); }
    /// One colour all over.
    void fill(ImDrawList& list, ImU32 color) const;
    /// A line along its middle; the first `broken` of it (0 to 1) in pieces.
    void thread(ImDrawList& list, ImU32 color, float thickness, float broken = 0) const;

private:
    struct Slice { float x = 0, top = 0, bottom = 0; };
    static constexpr std::size_t most_slices = 41;
    /// How fine it is drawn, CSS pixels.
    struct Grain { float line, dash, dash_gap, dot_step, dot_radius, stripe, stripe_step; };
    static constexpr Grain full{1.5f, 7, 4.5f, 5, 1.15f, 2, 6.5f}, small{1, 3, 2, 2.5f, 0.7f, 1.25f, 3.5f};

    void draw(ImDrawList& list, const BandLook& look, Light light, float alpha, const Grain& grain) const;
    void hatch(ImDrawList& list, ImU32 color, const Grain& grain) const;
    void edge(ImDrawList& list, const BandLook& look, ImU32 color, float thicker, const Grain& grain) const;

    std::array<Slice, most_slices> slices_;
    std::size_t count_ = 0;
};

}  // namespace dajim::ui
