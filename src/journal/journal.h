// What one writer keeps: series of pairs, each pair with its resolution and its retrospective.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/date.h"
#include "journal/goal.h"
#include "journal/id.h"
#include "journal/revision.h"
#include "text/buffer.h"

namespace dajim::journal {

/// A whole entry of a kind that this version does not know is kept by the journal under "entries/" and its id.
inline constexpr std::string_view unknown_entries = "entries/";

enum class End : std::uint8_t { resolution, retrospective };
inline constexpr std::array<End, 2> both_ends{End::resolution, End::retrospective};

enum class LineEnding : std::uint8_t { lf, crlf };

/// One end of a pair: plain Markdown, its front matter included.
struct Document {
    text::Buffer text;                      ///< without BOM; '\n' between paragraphs
    bool bom = false;                       ///< the file it came from began with U+FEFF
    LineEnding line_ending = LineEnding::lf;  ///< of every line of that file (mixed ones keep their '\r' in the text)
    std::string file_name;                  ///< that file's name, empty when written here
    std::vector<std::string> others;        ///< the same text as other devices have it, kept beside until its writer chooses
    std::vector<Unknown> unknown;
    bool operator==(const Document&) const = default;
};

/// One period with its two ends.
struct Pair {
    Id id;
    std::string name;  ///< "10기"
    std::optional<Date> start, end;
    std::array<Document, 2> documents;
    std::vector<Goal> goals;                ///< in the order of the text as far as they were marked so (`index_for`)
    std::vector<Passage> unpromised;        ///< in the retrospective: what happened without having been promised
    std::vector<Passage> echoes;            ///< in the resolution: sentences addressed to the future self
    std::vector<std::string> refused;       ///< words proposed as a goal and refused, not to be proposed again
    std::optional<Seal> seal;
    std::optional<Date> seals_on;           ///< the day on which it is to be sealed without being asked again
    std::optional<Date> done;               ///< the day on which the retrospective was called done
    std::vector<Unknown> unknown;

    Document& document(End at) { return documents[static_cast<std::size_t>(at)]; }
    const Document& document(End at) const { return documents[static_cast<std::size_t>(at)]; }
    bool operator==(const Pair&) const = default;
};

/// A chain of pairs, in order.
struct Series {
    Id id;
    std::string name;
    std::vector<Pair> pairs;
    std::vector<Unknown> unknown;
    bool operator==(const Series&) const = default;
};

struct Journal {
    Id id;
    std::string title;
    std::vector<Series> series;
    std::vector<Unknown> unknown;
    Pasts pasts = {};   ///< of the things that were ever handed over, deleted ones too (past.h)
    bool operator==(const Journal&) const = default;
};

/// Null when there is none.
const Series* find_series(const Journal& journal, std::string_view id);
const Pair* find_pair(const Journal& journal, std::string_view id);
const Goal* find_goal(const Pair& pair, std::string_view id);
const Passage* find_unpromised(const Pair& pair, std::string_view id);
/// Where in `pair.goals` a goal with its words at `range` comes by the order of the text: behind those that begin before it or around it.
std::size_t index_for(const Pair& pair, text::Range range);
/// The series a pair belongs to; null when there is none.
const Series* series_of(const Journal& journal, std::string_view pair);

}  // namespace dajim::journal
