// A promise: its words in the resolution, how it can be judged, the passages that answer it, and what became of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/date.h"
#include "journal/id.h"
#include "journal/measure.h"
#include "text/units.h"

namespace dajim::journal {

/// Words of a document that something in the journal is about. They move with every edit (journal/marks.h).
struct Passage {
    Id id;                             ///< no other passage of the pair has it
    std::optional<text::Range> range;  ///< where they stand, never empty; none: they are gone from the document
    std::string exact;                 ///< as they stand there; of lost ones: as they stood last. Never empty
    std::vector<Unknown> unknown = {}; ///< none in a goal's words: they are the goal's own
    bool operator==(const Passage&) const = default;
};

enum class VerdictKind : std::uint8_t { kept, partly, not_kept, changed, dropped, cannot_judge };

/// What became of a goal. Two axes: was it kept, and was it still right?
struct Verdict {
    VerdictKind kind = VerdictKind::kept;
    std::optional<bool> still_right;
    std::optional<int> score;             ///< 0 to 100
    std::string reason;
    std::vector<std::string> obstacles;   ///< tags: "time", "health", or the writer's own
    bool operator==(const Verdict&) const = default;
};

/// A dated tick or number against a goal.
struct Tally {
    Date date;
    double amount = 1;
    std::string note;
    std::vector<Unknown> unknown = {};
    bool operator==(const Tally&) const = default;
};

/// A later wording of a sealed goal.
struct Amendment {
    Date date;
    std::string words;
    std::vector<Unknown> unknown = {};
    bool operator==(const Amendment&) const = default;
};

/// How a goal relates to the one that it carries on.
enum class Carried : std::uint8_t { same, raised, lowered };

/// The goal or passage of an earlier pair that this goal comes from.
struct Origin {
    Id pair;
    Id passage;
    Carried carried = Carried::same;
    bool operator==(const Origin&) const = default;
};

/// Which goals lie in which follows from where their words stand in the text, so it is not kept.
struct Goal {
    Id id;
    Passage words;                        ///< in the resolution; its id is the goal's
    bool remembered = false;              ///< judged at the end and never promised: `words` has no range, and `exact` is what it is called
    std::string sealed;                   ///< its words when the resolution was sealed; empty before
    std::vector<Amendment> amendments;    ///< in the order of their days
    std::optional<Measure> measure;
    std::vector<Tally> tallies;
    std::optional<int> confidence;        ///< 0 to 100, how likely the writer thought it at the start
    std::optional<int> weight;            ///< 1 to 5; none counts as 1
    std::string area;
    std::string notes;
    std::vector<std::string> evidence;    ///< links
    std::optional<Origin> origin;
    std::vector<Passage> answers;         ///< in the retrospective
    std::optional<Verdict> verdict;       ///< none: the goal is silent
    std::vector<Unknown> unknown;         ///< also of its measure ("fields/measure/v/…"), verdict, origin and words
    bool operator==(const Goal&) const = default;
};

/// When a resolution's words were fixed, and what they were.
struct Seal {
    Date date;
    std::string text;
    std::vector<Unknown> unknown = {};
    bool operator==(const Seal&) const = default;
};

/// How much of all this a pair may hold; what is more is refused.
inline constexpr std::size_t most_marks = 10'000;        ///< goals, answers, unpromised things and echoes together
inline constexpr std::size_t most_in_a_list = 10'000;    ///< tallies, amendments, links, tags, refused words
inline constexpr std::size_t most_words = 1024 * 1024;   ///< bytes of a note, a reason, a name …; of passages and seals none but the text's

}  // namespace dajim::journal
