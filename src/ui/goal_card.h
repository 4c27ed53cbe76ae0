// The card of the chosen goal: its verdict by one press, its answer, and all that can be said of it, at the pages' lower edge.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "app/program.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class GoalCard {
public:
    using Views = std::array<EditorView, app::target_count>;

    /// Draws it at the lower edge of `room` while a goal is chosen, or something that was never promised; returns the height it takes of it. `views` draw its fields.
    float draw(Controls& controls, app::Program& program, Rect room, Views& views, std::uint64_t look, double now_ms, Deeds& deeds);

private:
    static constexpr float piece_height = 32;   // CSS pixels

    /// Something in a row: as wide as this, or, where it fills, at least so wide.
    struct Piece { float width; bool fills; std::function<void(Rect)> draw; };
    using Row = std::vector<Piece>;

    /// Parts pieces into rows of `width` where they do not fit into one.
    static std::vector<Row> broken(Row pieces, float width);
    Row head(Controls& controls, const app::State& state, Deeds& deeds, float width);
    Row lineage(Controls& controls, const app::State& state, Deeds& deeds, float width);
    Row trail(Controls& controls, const app::State& state, float width);
    Row judged(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds);
    Row details(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds);
    Row never_promised(Controls& controls, const journal::Passage& passage, Deeds& deeds, float width);
    Row hindered(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds);
    Row linked(Controls& controls, app::Program& program, Views& views, std::uint64_t look, double now_ms, Deeds& deeds);
    static void draw_row(const Row& row, Rect rect, float width);
    std::size_t scrolled(Controls& controls, Rect panel, std::size_t rows, std::size_t shown);
    static Piece title(Controls& controls, app::Str words);
    static Piece unnamed(Controls& controls, app::Program& program, Views& views, app::Target target, app::Str name, app::Str hint,
                         float width, bool fills, std::uint64_t look, double now_ms, Deeds& deeds);
    static Piece ticked(Controls& controls, const std::string& ticks, Deeds& deeds);
    Piece pressed(Controls& controls, app::CommandId id, const ButtonLook& look, std::string_view label, Deeds& deeds);
    Piece field(Controls& controls, app::Program& program, Views& views, app::Target target, app::Str name, app::Str hint, float width,
                bool fills, std::uint64_t look, double now_ms, Deeds& deeds);

    struct RowNode { NodeId node; std::size_t row; };
    std::vector<RowNode> row_nodes_;   // what each row told, as last drawn
    NodeId focused_ = 0;
    float scroll_ = 0;                 // CSS pixels, where not all rows fit
};

}  // namespace dajim::ui
