// The ribbon where one page alone is shown: the ends that its words have of all bands, beside them.
#include <algorithm>

#include "ui/ribbon.h"

namespace dajim::ui {

/// A stub for each of the goal's words in sight; a bracket for what the other page has nothing of.
void Ribbon::gather_edge(const journal::Goal& goal, journal::End end, const PageSight& page) {
    const bool at_left = end == journal::End::resolution;
    Reach told{page.sight().top, page.sight().top};
    const auto add = [&](const journal::Passage& passage) {
        Piece piece;
        piece.id = goal.id;
        if (goal.verdict) piece.verdict = goal.verdict->kind;
        piece.left = piece.right = page.end(passage);
        piece.presence = piece.left.presence;
        if (piece.presence == 0) {
            if (piece.left.way == End::Way::below && told.height() == 0) told.top = told.bottom = page.sight().bottom;
            return;
        }
        if (told.height() == 0) told = piece.left.reach;
        if (at_left && goal.answers.empty()) piece.shape = Piece::Shape::left_bracket;
        if (!at_left && goal.remembered) piece.shape = Piece::Shape::right_bracket;
        shown_.push_back(piece);
    };
    if (at_left && !goal.remembered) add(goal.words);
    if (!at_left) {
        for (const journal::Passage& answer : goal.answers) add(answer);
    }
    places_.push_back(told);
}

void Ribbon::draw_edge(Controls& controls, app::Program& program, Rect strip, const EditorView& view, Deeds& deeds) {
    const app::State& state = program.state();
    const journal::Pair& pair = *state.chosen_pair();
    const journal::End end = state.end_at(view.target());
    const PageSight page(program, view);
    alone_ = end;
    shown_.clear();
    places_.clear();
    for (const journal::Goal& goal : pair.goals) gather_edge(goal, end, page);
    const bool right = end == journal::End::retrospective;
    lane_ = right && !pair.unpromised.empty() ? page.sight() : Reach{};
    for (const journal::Passage& passage : pair.unpromised) {
        if (right) gather(passage, page);
        else places_.push_back({page.sight().bottom, page.sight().bottom});   // on the other page
    }
    for (Piece& piece : shown_) {
        if (piece.shape == Piece::Shape::band) piece.band.emplace(strip.x, piece.left.reach, strip.right(), piece.left.reach);
        else shape_bracket(piece, strip);
    }
    show(controls, state, strip, deeds);
}

}  // namespace dajim::ui
