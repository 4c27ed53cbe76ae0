// Where passages stand in a page as it was last drawn, found without laying out more of it than the reader sees.
#pragma once

#include "app/program.h"
#include "ui/band.h"
#include "ui/editor.h"

namespace dajim::ui {

/// A passage's place in its page, the end of a band.
struct PassageEnd {
    enum class Way : std::uint8_t { here, above, below, lost };
    Way way = Way::lost;       // where what is out of sight of the words is
    float presence = 0;        // from 0, nothing of them is in sight, to 1, a row or all of them
    text::Position at;         // where they begin
    Reach reach;               // what of them is in sight
};

class PageSight {
public:
    PageSight(app::Program& program, const EditorView& view);

    Reach sight() const { return sight_; }
    /// A passage of this page's end, where what stands there has its words.
    PassageEnd end(const journal::Passage& passage) const;

private:
    app::Program& program_;
    const EditorView& view_;
    const text::Buffer& text_;
    Reach sight_;
    std::size_t first_ = 0, last_ = 0;   // paragraphs in sight
};

}  // namespace dajim::ui
