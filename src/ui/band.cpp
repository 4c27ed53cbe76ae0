// A band of the ribbon, see band.h.
#include "ui/band.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dajim::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

float slope_of(ImVec2 a, ImVec2 b) { return (b.y - a.y) / std::max(0.01f, b.x - a.x); }

/// A way made of straight pieces (one at least), walked by its length.
class Walk {
public:
    void add(ImVec2 point) {
        if (count_ == points_.size()) return;
        if (count_ > 0) {
            const ImVec2& last = points_[count_ - 1];
            lengths_[count_] = lengths_[count_ - 1] + std::hypot(point.x - last.x, point.y - last.y);
        }
        points_[count_++] = point;
    }
    void back_to_start() { if (count_ > 0) add(points_[0]); }
    float length() const { return count_ > 0 ? lengths_[count_ - 1] : 0; }
    std::size_t count() const { return count_; }
    const ImVec2* points() const { return points_.data(); }

    /// It goes on straight beyond its ends. Cheap when asked for one place after the other.
    ImVec2 at(float along) {
        while (piece_ + 1 < count_ && lengths_[piece_] < along) ++piece_;
        while (piece_ > 1 && lengths_[piece_ - 1] > along) --piece_;
        const float whole = lengths_[piece_] - lengths_[piece_ - 1];
        const float part = whole > 0 ? (along - lengths_[piece_ - 1]) / whole : 0;
        const ImVec2 &a = points_[piece_ - 1], &b = points_[piece_];
        return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
    }
    /// The stretch from one length to another as a line.
    void stroke(ImDrawList& list, float from, float to, ImU32 color, float thickness) {
        list.PathLineTo(at(from));
        for (std::size_t next = piece_; next < count_ && lengths_[next] < to; ++next) {
            if (lengths_[next] > from) list.PathLineTo(points_[next]);
        }
        list.PathLineTo(at(to));
        list.PathStroke(color, 0, thickness);
    }

private:
    std::array<ImVec2, 90> points_;
    std::array<float, 90> lengths_{};
    std::size_t count_ = 0, piece_ = 1;
};

/// What of a convex shape lies left (or right) of a height line at `x`; returns how many corners it has.
int clipped(const ImVec2* from, int count, float x, bool left, ImVec2* to) {
    int kept = 0;
    for (int at = 0; at < count; ++at) {
        const ImVec2 &a = from[at], &b = from[(at + 1) % count];
        const bool a_in = left ? a.x <= x : a.x >= x, b_in = left ? b.x <= x : b.x >= x;
        if (a_in) to[kept++] = a;
        if (a_in != b_in) to[kept++] = {x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
    }
    return kept;
}

}  // namespace

// The middle is the cubic with its inner points half way. Where it is steep its height is increased, so that across it
// never gets thinner than `least`; as the edges stay graphs over x it never folds over itself, however narrow the desk is.
Band::Band(float x0, Reach left, float x1, Reach right, bool wavy) {
    const float width = std::max(1.0f, x1 - x0), fall = right.middle() - left.middle();
    const float least = std::clamp(width * 0.07f, 2.0f, 7.0f);
    const float wave = wavy ? std::min(6.0f, width * 0.075f) : 0;
    // Where one end is thin the other one soon is: what leads to words out of sight is a thread for most of its way.
    const float haste = 1 + 2 * std::clamp((8 - std::min(left.height(), right.height())) / 5, 0.0f, 1.0f);
    const bool straight = fall == 0 && left.height() == right.height() && !wavy;
    const auto steps = static_cast<std::size_t>(straight ? 1 : std::clamp((wavy ? 32.0f : 12.0f) + std::abs(fall) / 16, 12.0f, 40.0f));
    count_ = steps + 1;
    for (std::size_t step = 0; step <= steps; ++step) {
        const float t = static_cast<float>(step) / static_cast<float>(steps);
        const float across = 1.5f * t * (1 - t) + t * t * t, down = t * t * (3 - 2 * t);
        const float slope = fall * 6 * t * (1 - t) / (width * (1.5f - 3 * t + 3 * t * t));
        const float longer = std::sqrt(1 + slope * slope);
        const float taper = left.height() > right.height() ? 1 - std::pow(1 - down, haste) : std::pow(down, haste);
        const float half = (left.height() * (1 - taper) + right.height() * taper) / 2;
        const float high = std::max(half, std::min(half, least) * longer);
        const float window = std::sin(pi * t), bend = wave * longer * std::sin(3 * pi * (t * 2 - 1)) * window * window;
        const float y = left.middle() + fall * down + bend;
        slices_[step] = {x0 + width * across, y - high, y + high};
    }
}

Reach Band::at(float x) const {
    std::size_t next = 1;
    while (next + 1 < count_ && slices_[next].x < x) ++next;
    const Slice &a = slices_[next - 1], &b = slices_[next];
    const float part = std::clamp((x - a.x) / std::max(0.01f, b.x - a.x), 0.0f, 1.0f);
    return {a.top + (b.top - a.top) * part, a.bottom + (b.bottom - a.bottom) * part};
}

float Band::middle(float x) const { return at(x).middle(); }

float Band::distance(ImVec2 point) const {
    if (point.x < slices_[0].x || point.x > slices_[count_ - 1].x) return 1e9f;
    const Reach here = at(point.x);
    const float beyond = std::max({0.0f, here.top - point.y, point.y - here.bottom});
    if (beyond == 0) return 0;
    const float slope = slope_of({point.x - 1, middle(point.x - 1)}, {point.x + 1, middle(point.x + 1)});
    return beyond / std::sqrt(1 + slope * slope);
}

void Band::fill(ImDrawList& list, ImU32 color) const {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const auto steps = static_cast<int>(count_) - 1;
    list.PrimReserve(steps * 6, static_cast<int>(count_) * 2);
    const unsigned first = list._VtxCurrentIdx;
    for (std::size_t at = 0; at < count_; ++at) {
        list.PrimWriteVtx({slices_[at].x, slices_[at].top}, white, color);
        list.PrimWriteVtx({slices_[at].x, slices_[at].bottom}, white, color);
    }
    for (int at = 0; at < steps; ++at) {
        const unsigned a = first + static_cast<unsigned>(at) * 2;
        for (const unsigned corner : {a, a + 1, a + 3, a, a + 3, a + 2}) list.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
    }
}

void Band::thread(ImDrawList& list, ImU32 color, float thickness, float broken) const {
    Walk way;
    for (std::size_t at = 0; at < count_; ++at) way.add({slices_[at].x, (slices_[at].top + slices_[at].bottom) / 2});
    const float whole = way.length() * (1 - broken), begin = way.length() - whole;
    for (float from = 0; from < begin; from += full.dash + full.dash_gap) {
        way.stroke(list, from, std::min(from + full.dash, begin), color, thickness);
    }
    way.stroke(list, begin, way.length(), color, thickness);
}

/// Parallel stripes that lean against the way the band goes, so that they never run along it.
void Band::hatch(ImDrawList& list, ImU32 color, const Grain& grain) const {
    const Slice &first = slices_[0], &last = slices_[count_ - 1];
    const float lean = last.top + last.bottom > first.top + first.bottom ? -1.0f : 1.0f;   // a stripe's height falls by this for each pixel
    const auto edge = [](const Slice& slice, bool top) { return top ? slice.top : slice.bottom; };
    // Stripes are counted by where they would cross the height 0; along an edge that rises from left to right.
    const auto place_of = [&](const Slice& slice, bool top) { return slice.x - lean * edge(slice, top); };
    std::size_t at[2] = {0, 0};
    const auto crossing = [&](float place, bool top) -> ImVec2 {
        std::size_t& on = at[top];
        while (on > 0 && place_of(slices_[on], top) > place) --on;
        while (on + 1 < count_ && place_of(slices_[on + 1], top) <= place) ++on;
        const Slice& a = slices_[on];
        const float begin = place_of(a, top);
        if (on + 1 == count_ || begin > place) return {place + lean * edge(a, top), edge(a, top)};   // beyond its ends the band goes on level
        const Slice& b = slices_[on + 1];
        const float part = (place - begin) / std::max(0.001f, place_of(b, top) - begin);
        return {a.x + (b.x - a.x) * part, edge(a, top) + (edge(b, top) - edge(a, top)) * part};
    };
    const float from = std::min(place_of(first, true), place_of(first, false)), to = std::max(place_of(last, true), place_of(last, false));
    const float step = grain.stripe_step * std::numbers::sqrt2_v<float>, wide = grain.stripe * std::numbers::sqrt2_v<float>;
    for (float place = from - wide / 2; place < to; place += step) {
        const float far = place + wide;
        const ImVec2 corners[] = {crossing(place, true), crossing(far, true), crossing(far, false), crossing(place, false)};
        ImVec2 left[8], both[8];
        const int some = clipped(corners, 4, first.x, false, left);
        const int count = clipped(left, some, last.x, true, both);
        if (count >= 3) list.AddConvexPolyFilled(both, count, color);
    }
}

void Band::edge(ImDrawList& list, const BandLook& look, ImU32 color, float thicker, const Grain& grain) const {
    const float thickness = grain.line * thicker, inset = thickness / 2;
    Walk way;
    const auto x = [&](std::size_t at) { return slices_[at].x + (at == 0 ? inset : at + 1 == count_ ? -inset : 0); };
    for (std::size_t at = 0; at < count_; ++at) way.add({x(at), slices_[at].top + inset});
    for (std::size_t at = count_; at-- > 0;) way.add({x(at), slices_[at].bottom - inset});
    if (look.edge == BandLook::Edge::solid) {
        list.AddPolyline(way.points(), static_cast<int>(way.count()), color, ImDrawFlags_Closed, thickness);
        return;
    }
    way.back_to_start();
    const bool dotted = look.edge == BandLook::Edge::dotted;
    // As many as fit, so that the last one is as far from the first as from its neighbour.
    const float step = dotted ? grain.dot_step : grain.dash + grain.dash_gap;
    const float count = std::max(1.0f, std::round(way.length() / step)), every = way.length() / count;
    for (float number = 0; number < count; ++number) {
        if (dotted) list.AddCircleFilled(way.at(number * every), grain.dot_radius * thicker, color, 8);
        else way.stroke(list, number * every, number * every + every * grain.dash / step, color, thickness);
    }
}

void Band::draw(ImDrawList& list, const BandLook& look, Light light, float alpha, const Grain& grain) const {
    const bool strong = light != Light::plain;
    const ImU32 color = faded(look.color, alpha);
    if (look.ground > 0) fill(list, faded(color, std::min(1.0f, look.ground * (strong ? 1.7f : 1.0f))));
    if (look.hatched) hatch(list, color, grain);
    edge(list, look, color, light == Light::chosen ? 1.65f : strong ? 1.35f : 1.0f, grain);
}

}  // namespace dajim::ui
