// One writer's hour at the desk, drawn from a seed: steps as data, so that they can be played again, left out and told.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fuzz {

enum class Act : std::uint8_t {
    type, enter, compose, compose_nothing, commit, backspace, del, correct,
    left, right, word_left, word_right, row_up, row_down, row_start, row_end, page_up, page_down,
    paragraph_up, paragraph_down, document_start, document_end, erase_word_left, erase_word_right,
    click, drag, click_more, select_all, cut, copy, paste, rewrite, undo, redo, other_page, other_pair, scroll, wait, rest,
    count_,
};

/// `a` and `b` choose a piece, a place …, whatever the text is like by then.
struct Step {
    Act act = Act::type;
    std::uint32_t a = 0, b = 0;
};

/// What an episode begins with.
struct Desk {
    bool mac = false;
    bool narrow = false;   ///< rows wrap
    bool words = false;    ///< the pages have text
};

Desk desk_of(unsigned seed);
std::vector<Step> steps_of(unsigned seed, std::size_t count);

/// Plays the steps to the program and to the plain editor; empty, or where they differ.
std::string play(const Desk& desk, const std::vector<Step>& steps);

std::string told(const Desk& desk);
std::string told(const Step& step);

}  // namespace fuzz
