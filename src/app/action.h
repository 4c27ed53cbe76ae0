// What the views say a person did.
#pragma once

#include <string>
#include <variant>

#include "app/command_id.h"
#include "app/handles.h"
#include "app/state.h"
#include "app/templates.h"

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
/// `by_hand`: somebody scrolled it, by wheel, thumb, pointer or caret; else its place is only told more exactly.
struct ScrollTo { Target target; Scroll scroll; bool by_hand = false; };
/// The view has brought the caret into sight.
struct Revealed { Target target; };
struct ChoosePair { journal::Id pair; };
struct ChooseSeries { journal::Id series; };
struct ShowEnd { journal::End end; };
struct MoveDivider { float share; };
struct FocusText { Target target; };
/// One of the matches was chosen from the list of them.
struct GoToMatch { std::size_t index; };
/// A goal of the chosen pair becomes the chosen one; empty: none is.
struct ChooseGoal { journal::Id goal; };
/// A passage of the chosen pair that was never promised becomes the chosen one; empty: none is.
struct ChooseUnpromised { journal::Id passage; };
/// What stood in the chosen goal's way: a tag is put to its verdict, or taken off.
struct ToggleObstacle { std::string tag; };
/// One of the chosen goal's links.
struct OpenEvidence { std::size_t index; };
struct ForgetEvidence { std::size_t index; };
/// The margin of a line of the resolution was pressed: its words become a goal.
struct MarkLine { std::size_t paragraph; };
/// One of State::misquotes is to become what was promised.
struct MendQuote { std::size_t index; };
/// A row of the slip was pressed, to see its place; its switch was.
struct GoToRow { std::size_t index; };
struct SwitchRow { std::size_t index; };
/// An echo of the chosen pair is answered: it goes into the retrospective as a quote.
struct AnswerEcho { journal::Id echo; };
/// Of two texts that an end of the chosen pair has: the one stays alone, the other takes its place, or it comes below.
struct SettleText { journal::End end; enum class How : std::uint8_t { compare, keep, exchange, both } how; };
/// To where a goal comes from or went on: a passage of a pair, or, where it bears none by this id, the words there.
struct GoTo { journal::Id pair, passage; std::string words = {}; };
/// A goal of an earlier pair goes on in the chosen one.
struct CarryHere { journal::Id pair, goal; };
/// An empty page begins with a skeleton.
struct UseTemplate { journal::End end; Template which; };
/// A pair was dragged to a place in the list.
struct PlacePair { journal::Id pair; journal::Id series; std::size_t index = 0; };

using Action = std::variant<Run, Press, Tick, OpenLink, Drag, Lift, BringIn, Carry, CarryCopy, LetGo, Hold, TakeHandle, MoveHandle, FingerUp,
                            ScrollTo, Revealed, ChoosePair, ChooseSeries, ShowEnd, MoveDivider, FocusText, GoToMatch, ChooseGoal, ChooseUnpromised, ToggleObstacle, OpenEvidence, ForgetEvidence, MarkLine, MendQuote,
                            GoToRow, SwitchRow, AnswerEcho, SettleText, GoTo, CarryHere, UseTemplate, PlacePair>;

}  // namespace dajim::app
