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
struct SeriesMoved { Id series; std::size_t index = 0; };  ///< its index afterwards

struct PairAdded { Id series; Pair pair; std::size_t index = 0; };
struct PairRemoved { Id pair; };
struct PairRenamed { Id pair; std::string name; };
/// `series` is the one it goes to, `index` its place there afterwards.
struct PairMoved { Id pair; Id series; std::size_t index = 0; };
struct PairDated { Id pair; std::optional<Date> start, end; };

/// The words of one end change.
struct TextEdited { Id pair; End end = End::resolution; text::Edit edit; };
/// One end becomes another document altogether (a post dropped on a page).
struct DocumentReplaced { Id pair; End end = End::resolution; Document document; };

using Change = std::variant<JournalRenamed, JournalAdopted, SeriesAdded, SeriesRemoved, SeriesRenamed, SeriesMoved,
                            PairAdded, PairRemoved, PairRenamed, PairMoved, PairDated, TextEdited, DocumentReplaced>;

/// Why a change does not fit the journal it was meant for.
enum class ChangeError {
    unknown_id,    ///< the series or pair is not there
    taken_id,      ///< something with this id is there already, or it is no id
    out_of_range,  ///< an index, a day that does not exist, or a range outside the text or inside a character
    bad_text,      ///< not UTF-8, or with a NUL in it
};

/// Applies one change, or leaves the journal as it was. The only function that changes a journal.
/// Returns the change that takes it back, exactly.
text::Result<Change, ChangeError> apply(Journal& journal, const Change& change);

/// The pairs whose content a change touches (all pairs of an added series); empty for changes of the journal and of
/// its series' order and names alone.
std::vector<Id> touched_pairs(const Change& change);

}  // namespace dajim::journal
