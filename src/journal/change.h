// Every way a journal can change, as values; `apply` is the one door they all go through.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "journal/journal.h"
#include "text/result.h"
#include "text/units.h"

namespace dajim::journal {

struct JournalRenamed { std::string title; };

/// Id, title and unknown members become those of another journal (all of an import into an empty one; series follow).
struct JournalAdopted { Id id; std::string title; std::vector<Unknown> unknown; };

struct SeriesAdded { Series series; std::size_t index = 0; };
struct SeriesRemoved { Id series; };
struct SeriesRenamed { Id series; std::string name; };
/// Name and unknown members become those of another device.
struct SeriesAdopted { Id series; std::string name; std::vector<Unknown> unknown; };
struct SeriesMoved { Id series; std::size_t index = 0; };  ///< its index afterwards

struct PairAdded { Id series; Pair pair; std::size_t index = 0; };
struct PairRemoved { Id pair; };
struct PairRenamed { Id pair; std::string name; };
/// `series` is the one it goes to, `index` its place there afterwards.
struct PairMoved { Id pair; Id series; std::size_t index = 0; };
/// All of the pair with this id becomes this, at the place that it has.
struct PairReplaced { Pair pair; };
struct PairDated { Id pair; std::optional<Date> start, end; };

/// Where a passage stands, or that it is lost, and its words there.
struct Placed {
    Id passage;
    std::optional<text::Range> range;
    std::string exact;
    bool operator==(const Placed&) const = default;
};

/// The words of one end change. Its passages move along (journal/marks.h) but for those in `placed`, which stand there afterwards.
struct TextEdited { Id pair; End end = End::resolution; text::Edit edit; std::vector<Placed> placed = {}; };
/// One end becomes another document altogether (a post dropped on a page). Its passages, lost ones too, are looked for by their words
/// (journal/anchor.h) but for those in `placed`.
struct DocumentReplaced { Id pair; End end = End::resolution; Document document; std::vector<Placed> placed = {}; };
/// What is kept beside one end's text.
struct OthersChanged { Id pair; End end = End::resolution; std::vector<std::string> others; };
/// Passages of one end stand elsewhere: lost words that a paste brought back.
struct PassagesPlaced { Id pair; End end = End::resolution; std::vector<Placed> placed; };

struct GoalAdded { Id pair; Goal goal; std::size_t index = 0; };
struct GoalRemoved { Id pair; Id goal; };
/// All of the goal with this id, answers and verdict included, becomes this.
struct GoalChanged { Id pair; Goal goal; };
struct GoalMoved { Id pair; Id goal; std::size_t index = 0; };  ///< its index afterwards

struct UnpromisedChanged { Id pair; std::vector<Passage> passages; };
struct EchoesChanged { Id pair; std::vector<Passage> passages; };
struct RefusedChanged { Id pair; std::vector<std::string> words; };
/// Sealed, or (by nothing) opened again. What goals say of their sealed words is theirs (GoalChanged).
struct PairSealed { Id pair; std::optional<Seal> seal; };
/// To be sealed on a day, or when its writer says so.
struct SealPlanned { Id pair; std::optional<Date> day; };
/// Called done, or not done after all.
struct RetrospectiveDone { Id pair; std::optional<Date> day; };

/// Revisions of a thing come to its past, replacing those of the same id (a content may become a husk); others go, but for those that
/// one that stays comes from. The thing itself stays as it is.
struct PastChanged { Item item; std::vector<Revision> put; std::vector<Id> take; };

using Change = std::variant<JournalRenamed, JournalAdopted, SeriesAdded, SeriesRemoved, SeriesRenamed, SeriesAdopted, SeriesMoved,
                            PairAdded, PairRemoved, PairRenamed, PairMoved, PairReplaced, PairDated, TextEdited, DocumentReplaced,
                            OthersChanged, PastChanged, PassagesPlaced, GoalAdded, GoalRemoved, GoalChanged, GoalMoved, UnpromisedChanged, EchoesChanged,
                            RefusedChanged, PairSealed, SealPlanned, RetrospectiveDone>;

/// Why a change does not fit the journal it was meant for.
enum class ChangeError {
    unknown_id,    ///< the series, pair, goal or passage is not there
    taken_id,      ///< something with this id is there already, or it is no id
    out_of_range,  ///< an index, a number, a day that does not exist, a range outside the text or inside a character, a passage whose words
                   ///< do not stand there, or more than a pair may hold (goal.h)
    bad_text,      ///< not UTF-8, or with a NUL in it
};

/// Applies one change, or leaves the journal as it was. The only function that changes a journal.
/// Returns the change that takes it back, exactly.
text::Result<Change, ChangeError> apply(Journal& journal, const Change& change);

/// The pairs whose content a change touches (all pairs of an added series); empty for changes of the journal and of
/// its series' order and names alone.
std::vector<Id> touched_pairs(const Change& change);

}  // namespace dajim::journal
