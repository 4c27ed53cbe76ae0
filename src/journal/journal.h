// What one writer keeps: series of pairs, each pair with its resolution and its retrospective.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/date.h"
#include "text/buffer.h"

namespace dajim::journal {

/// A name for a thing that never changes: 1 to 64 characters of [0-9A-Za-z_-]. Made by the program, random.
using Id = std::string;

/// True for a string that may be an Id (it also becomes a file's name).
bool is_id(std::string_view text);

/// A member of the journal's file that this version does not know, kept as it was and written back.
struct Unknown {
    std::string key;   ///< names below the thing that keeps it, "fields/name/rev"; in a name '~' is "~0", '/' "~1"
    std::string json;  ///< the value as compact JSON
    auto operator<=>(const Unknown&) const = default;
};

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
    std::vector<Unknown> unknown;
    bool operator==(const Document&) const = default;
};

/// One period with its two ends.
struct Pair {
    Id id;
    std::string name;  ///< "10기"
    std::optional<Date> start, end;
    std::array<Document, 2> documents;
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
    bool operator==(const Journal&) const = default;
};

/// Null when there is none.
const Series* find_series(const Journal& journal, std::string_view id);
const Pair* find_pair(const Journal& journal, std::string_view id);
/// The series a pair belongs to; null when there is none.
const Series* series_of(const Journal& journal, std::string_view pair);

}  // namespace dajim::journal
