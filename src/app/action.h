// What the views say a person did.
#pragma once

#include <variant>

#include "app/command_id.h"
#include "app/handles.h"
#include "app/state.h"

namespace dajim::app {

/// A command of the table; `subject` is the series or pair it is about, empty for the chosen one.
struct Run { CommandId command; journal::Id subject = {}; };
/// The pointer went down in a text.
struct Press { Target target; text::Position at; text::Affinity affinity; int clicks = 1; bool extend = false; bool finger = false; };
/// …on the box of a task.
struct Tick { Target target; std::size_t paragraph; };
/// …on a link, to open it.
struct OpenLink { Target target; text::Position at; };
/// …and moves, still down.
struct Drag { Target target; text::Position at; text::Affinity affinity; };
/// The pointer went down on words that are selected: a click, or the beginning of a way.
struct Lift { Target target; text::Position at; text::Affinity affinity; };
/// Words from outside the window are over it.
struct BringIn {};
/// What is carried is over a text now; Target::none: over nothing that takes it.
struct Carry { Target over; text::Position at = {}; text::Affinity affinity = text::Affinity::downstream; };
/// What is carried would be copied, not moved.
struct CarryCopy { bool copies; };
struct LetGo { bool cancelled = false; };
/// A finger rests on the cluster at `under`; `at` is the place for a caret nearest to it. Drag may follow.
struct Hold { Target target; text::Position under, at; text::Affinity affinity; };
/// A handle of the selection is taken, and then moved to a place.
struct TakeHandle { Target target; Handle handle; };
struct MoveHandle { Target target; text::Position to; text::Affinity affinity; };
/// The finger that held or moved leaves the glass.
struct FingerUp { Target target; };
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

using Action = std::variant<Run, Press, Tick, OpenLink, Drag, Lift, BringIn, Carry, CarryCopy, LetGo, Hold, TakeHandle, MoveHandle, FingerUp,
                            ScrollTo, Revealed, ChoosePair, ChooseSeries, ShowEnd, MoveDivider, FocusText, GoToMatch, PlacePair>;

}  // namespace dajim::app
