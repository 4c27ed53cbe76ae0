// The journal as one *.dajim.json (version 1.2, docs/format.md): read with limits, written the same way every time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "journal/journal.h"
#include "text/result.h"

namespace dajim::formats {

/// What a reader refuses, each with its own sentence in the strings table.
enum class ReadError {
    empty,           ///< no bytes
    too_large,       ///< more than max_journal_bytes
    not_utf8,
    not_json,        ///< not JSON at all, or broken inside
    truncated,       ///< JSON that ends too soon, or fewer entries than it says
    too_deep,        ///< nested deeper than 64
    too_many,        ///< more than 200,000 values
    not_ours,        ///< JSON, but no journal
    newer,           ///< another major version
    bad_content,     ///< ours, but an id twice, a pair without series, a wrong type …
};

inline constexpr std::size_t max_journal_bytes = 20 * 1024 * 1024;
inline constexpr std::size_t max_post_bytes = 10 * 1024 * 1024;

/// How much a reader takes before it refuses.
struct ReadLimits {
    std::size_t bytes = max_journal_bytes;
    std::size_t values = 200'000;  ///< of JSON, lines of texts not counted
    bool with_goals = true;        ///< false for a file whose pairs have no words: entries about them stay unknown ones
    bool trusted = false;          ///< its revisions are what their ids were made of, and are not looked at again
};
/// For files that the program itself wrote and checked: whatever could be written can be read.
inline constexpr ReadLimits own_file{std::size_t{1} << 30, 50'000'000, true, true};

struct ReadJournal {
    journal::Journal journal;
    bool changed_outside = false;  ///< the checksum is missing or does not match: a note to the reader, no refusal
    std::string version;           ///< as the file says, "1.0"
};

/// Volatile facts of one export; they stand in one place of the file.
struct ExportFacts {
    std::string at;      ///< RFC 3339 UTC
    std::string app;     ///< "Dajim 0.1.0"
    std::string device;
};

/// 'bytes' may begin with a BOM. Never throws, never recurses by input, O(bytes).
text::Result<ReadJournal, ReadError> read_journal(std::string_view bytes, const ReadLimits& limits = {});

/// Deterministic but for `facts`. UTF-8, LF, two spaces, final newline. Invalid UTF-8 in memory is repaired, never a
/// failure.
std::string write_journal(const journal::Journal& journal, const ExportFacts& facts);

/// The same of a journal that holds nothing but this pair of this series; the texts are not copied.
std::string write_journal_of_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair,
                                  const ExportFacts& facts);

}  // namespace dajim::formats
