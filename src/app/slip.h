// What is asked before something is done that is not undone by a key: a slip of paper over the desk that tells what there is to see first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/command_id.h"
#include "app/strings.h"
#include "app/target.h"
#include "journal/journal.h"

namespace dajim::app {

/// Something to see. Pressed, it leads to its place.
struct SlipRow {
    Str group{};                                   ///< the heading it stands under, with those before and behind that have the same
    std::string words;
    std::string note;                              ///< what is said of them; empty: nothing
    journal::Id goal;                              ///< leads to this goal
    journal::End end = journal::End::resolution;   ///< … and to these words of a page, where the range is not empty
    text::Range range;
    struct Switch { Str title; bool on = false; };
    std::optional<Switch> offer;                   ///< what can be done with it here
    std::optional<journal::Verdict> verdict;       ///< of words that judge
    journal::Id made;                              ///< the goal that the switch made of them
    std::optional<std::uint64_t> version;          ///< leads to this one of the page's versions
    std::optional<std::string> journal;            ///< leads to this one of the browser's journals; empty: the first
};

struct Slip {
    std::string title, says;
    std::vector<SlipRow> rows;
    std::vector<Target> fields;                    ///< to be written in first; the first one has the keyboard
    bool legible = false;                          ///< what is written in them is seen, and not as dots
    std::string told;                              ///< how it stands with what was asked for; empty: nothing is to be said
    bool wrong = false;                            ///< … not well
    bool waits = false;                            ///< an answer is on its way
    std::vector<CommandId> buttons;                ///< the first one has the keyboard, unless one is to choose among rows; the last one leaves everything as it is
    Str leave{};                                   ///< its words
    std::uint64_t stamp = 0;                       ///< no other slip has it
};

}  // namespace dajim::app
