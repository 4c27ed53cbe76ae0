// What stands above a page: how much is written, by the rule the writer chose, and what a post says of itself.
#pragma once

#include <string>

#include "app/program.h"
#include "text/count.h"
#include "ui/control.h"

namespace dajim::ui {

class Facts {
public:
    /// In one line from `box`'s left edge. True when another rule of counting is wished for.
    bool draw(Controls& controls, const app::State& state, journal::End end, Rect box);

private:
    void read(const Typesetting& typesetting, const journal::Document& document);
    const text::Counts& selected(const app::State& state, const text::Buffer& buffer, journal::End end);

    std::uint64_t identity_ = 0, revision_ = 0;
    text::CharacterCount count_;
    text::Counts all_;
    std::size_t outside_ = 0;   // letters of code between fences and of front matter
    text::Range selected_range_;
    std::uint64_t selected_revision_ = 0;
    text::Counts selected_;
    std::string of_itself_;     // title, date and tags
};

}  // namespace dajim::ui
