// The ways to begin an empty page, each a chip that writes its skeleton.
#pragma once

#include <cstdint>
#include <vector>

#include "app/templates.h"
#include "ui/control.h"
#include "ui/editor.h"

namespace dajim::ui {

class TemplateChips {
public:
    /// In as many rows as they need and `room` has; returns the height they take of it. Without `draw` that is all.
    float draw(Controls& controls, const app::State& state, journal::End end, Rect room, bool draw, Deeds& deeds);

private:
    // What is offered, and what that was read from.
    struct Source { journal::Id pair; std::uint64_t identity = 0, revision = 0; std::size_t goals = 0; bool operator==(const Source&) const = default; };
    Source source_;
    std::vector<app::Template> offered_;
};

}  // namespace dajim::ui
