// What the views say a person did.
#pragma once

#include <variant>

#include "app/command_id.h"
#include "app/state.h"

namespace dajim::app {

/// A command of the table; `subject` is the series or pair it is about, empty for the chosen one.
struct Run { CommandId command; journal::Id subject = {}; };
/// The pointer went down in a text.
struct Press { Target target; text::Position at; text::Affinity affinity; int clicks = 1; bool extend = false; };
/// …on the box of a task.
struct Tick { Target target; std::size_t paragraph; };
/// …on a link, to open it.
struct OpenLink { Target target; text::Position at; };
/// …and moves, still down.
struct Drag { Target target; text::Position at; text::Affinity affinity; };
struct ScrollTo { Target target; Scroll scroll; };
/// The view has brought the caret into sight.
struct Revealed { Target target; };
struct ChoosePair { journal::Id pair; };
struct ChooseSeries { journal::Id series; };
struct ShowEnd { journal::End end; };
struct MoveDivider { float share; };
struct FocusText { Target target; };
/// One of the matches was chosen from the list of them.
struct GoToMatch { std::size_t index; };
/// A pair was dragged to a place in the list.
struct PlacePair { journal::Id pair; journal::Id series; std::size_t index = 0; };

using Action = std::variant<Run, Press, Tick, OpenLink, Drag, ScrollTo, Revealed, ChoosePair, ChooseSeries, ShowEnd, MoveDivider, FocusText,
                            GoToMatch, PlacePair>;

}  // namespace dajim::app
