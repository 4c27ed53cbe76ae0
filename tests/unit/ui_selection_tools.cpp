// Where handles hang and which one a finger means; where the menu goes.
#include <doctest/doctest.h>

#include "ui/selection_tools.h"

using namespace dajim;
using app::Handle;
using ui::Rect;

namespace {

constexpr Rect window{0, 0, 360, 740};
constexpr ImVec2 size{300, 44};

bool inside(Rect inner, Rect outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}
bool touch(Rect a, Rect b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom(); }

/// Knobs of a selection from x0 to x1 in a row at 200.
Rect begin(float x) { return ui::knob({x, 200, 0, 30}, Handle::begin); }
Rect end(float x) { return ui::knob({x, 200, 0, 30}, Handle::end); }

}  // namespace

TEST_CASE("knobs hang below the row, outside of the selection, and a finger finds them") {
    CHECK(begin(100).y == 230);
    CHECK(begin(100).right() <= 101);
    CHECK(end(100).x >= 99);
    CHECK(begin(5).x >= 0);   // at the window's edge it stays inside
    CHECK(ui::grip(begin(100)).width >= 44);
    CHECK(ui::grip(begin(100)).height >= 44);
    CHECK(ui::grip(begin(100)).y >= 220);   // the words themselves are left to taps
}

TEST_CASE("of two handles a finger means the nearer one") {
    CHECK(ui::handle_at(begin(100), end(200), {92, 240}) == Handle::begin);
    CHECK(ui::handle_at(begin(100), end(200), {208, 240}) == Handle::end);
    CHECK_FALSE(ui::handle_at(begin(100), end(200), {150, 240}));
    CHECK_FALSE(ui::handle_at(begin(100), end(200), {92, 215}));
    // One syllable: both grips lie over each other.
    CHECK(ui::handle_at(begin(100), end(112), {94, 240}) == Handle::begin);
    CHECK(ui::handle_at(begin(100), end(112), {118, 240}) == Handle::end);
    // One of them is out of sight.
    CHECK(ui::handle_at(std::nullopt, end(112), {94, 240}) == std::nullopt);
    CHECK(ui::handle_at(std::nullopt, end(112), {105, 240}) == Handle::end);
    CHECK_FALSE(ui::handle_at(std::nullopt, std::nullopt, {105, 240}));
}

TEST_CASE("the menu stands above what is selected") {
    const Rect selected{120, 300, 80, 31};
    const Rect menu = ui::menu_place(window, selected, size, true);
    CHECK(menu.bottom() <= selected.y);
    CHECK(menu.bottom() > selected.y - 20);
    CHECK(menu.x + menu.width / 2 == doctest::Approx(160).epsilon(0.2));
    CHECK(inside(menu, window));
}

TEST_CASE("the menu never leaves the window, at its sides neither") {
    for (const float x : {0.0f, 5.0f, 170.0f, 340.0f, 359.0f}) {
        CAPTURE(x);
        CHECK(inside(ui::menu_place(window, {x, 300, 1, 31}, size, true), window));
    }
    // Wider than the window: it begins at its left edge.
    CHECK(ui::menu_place({0, 0, 200, 740}, {50, 300, 10, 31}, size, true).x < 10);
}

TEST_CASE("near the upper edge the menu goes below the handles") {
    const Rect selected{120, 20, 80, 31};
    const Rect menu = ui::menu_place(window, selected, size, true);
    CHECK(menu.y >= selected.bottom() + end(0).height);
    CHECK(inside(menu, window));
    CHECK(ui::menu_place(window, selected, size, false).y < menu.y);
}

TEST_CASE("between a keyboard and the upper edge it lies inside, where there is nothing else") {
    const Rect low{0, 0, 360, 400};
    const Rect all{20, 10, 320, 385};
    const Rect menu = ui::menu_place(low, all, size, true);
    CHECK(inside(menu, low));
    CHECK(touch(menu, all));
}
