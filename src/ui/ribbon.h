// The ribbon between the pages: a band for each goal, from its words to its answers, shaped and coloured by what became of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/program.h"
#include "ui/band.h"
#include "ui/control.h"
#include "ui/editor.h"
#include "ui/page_sight.h"

namespace dajim::ui {

class Ribbon {
public:
    /// The chosen pair's, in `between` the pages, which were drawn in this frame.
    void draw(Controls& controls, app::Program& program, Rect between, const EditorView& left, const EditorView& right, Deeds& deeds);
    /// Where one page alone is shown: the ends that its words have of all bands, in a slim `strip` beside them.
    void draw_edge(Controls& controls, app::Program& program, Rect strip, const EditorView& view, Deeds& deeds);
    /// There is none in this frame.
    void clear();

    /// The goal whose band has the pointer or the keyboard, as last drawn, or what was never promised; empty: none. Its words and its
    /// answers are to be lit.
    const journal::Id& hovered() const { return lit_; }
    /// The pointer is for a band, as last drawn: nothing else between the pages hears it.
    bool has_pointer(const Controls& controls) const;

private:
    /// Words out of sight are led to, at the edge of their page, on a stack of thin ends.
    using End = PassageEnd;
    struct Piece {
        enum class Shape : std::uint8_t { band, left_bracket, right_bracket, mark };
        journal::Id id;            // a goal's, or that of something unpromised: a mark
        std::optional<journal::VerdictKind> verdict;
        Shape shape = Shape::band;
        End left, right;           // a bracket has one
        float presence = 1;        // the greater one of its ends
        std::optional<Band> band;
        Rect box;                  // of a bracket or a mark

        End& end(bool at_left) { return at_left ? left : right; }
        const End& end(bool at_left) const { return at_left ? left : right; }
        bool has(bool at_left) const { return shape == Shape::band || (shape == Shape::left_bracket) == at_left; }
        float distance(ImVec2 point) const;
    };

    void gather(const app::State& state, const PageSight& left, const PageSight& right);
    void gather(const journal::Goal& goal, bool wanted, const PageSight& left, const PageSight& right);
    void gather(const journal::Passage& unpromised, const PageSight& right);
    void gather_edge(const journal::Goal& goal, journal::End end, const PageSight& page);
    void split(std::size_t first);
    void stack(bool at_left, Reach sight, Rect between);
    void shape(Rect between);
    void shape_bracket(Piece& piece, Rect between) const;
    void show(Controls& controls, const app::State& state, Rect between, Deeds& deeds);
    void tell(Controls& controls, const app::State& state, Rect between, Deeds& deeds);
    Controls::Item item(Controls& controls, const journal::Id& id, const std::string& name, Rect between, Reach place, bool at_right, bool chosen);
    void paint(Controls& controls, const Piece& piece, Light light, Rect between) const;
    void paint_band(Controls& controls, const Piece& piece, Light light, Rect between) const;
    void paint_lane(Controls& controls, Rect between) const;
    void paint_mark(Controls& controls, const Piece& piece, Light light, Rect between) const;
    void paint_bracket(Controls& controls, const Piece& piece, Light light, Rect between) const;
    void paint_words(Controls& controls, const Piece& piece, Rect between) const;
    const Piece* at(ImVec2 point) const;

    std::vector<Piece> shown_;    // as last drawn
    std::vector<Reach> places_;   // where each of the pair's goals is told to be, and then what was never promised
    Reach lane_;                  // of what was never promised
    std::optional<journal::End> alone_;   // the one page that is shown; none: both
    journal::Id lit_, ringed_, pressed_;
};

/// What became of a goal, in the words of its list: "kept; answered".
std::string goal_state(const Controls& controls, const journal::Goal& goal);

}  // namespace dajim::ui
