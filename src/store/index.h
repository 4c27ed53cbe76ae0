// The two kinds of file a store holds: pair files and the index that names them. Both are journals as one exports them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "journal/journal.h"
#include "text/result.h"

namespace dajim::store {

/// A file in pairs/, as the index knows it.
struct PairFile {
    std::string name;  ///< "pairs/<id>.<sequence>.json", "pairs/<id>.<sequence>-<n>.json" where that was taken
    std::size_t bytes = 0;
    std::string sha256;
};
using PairFiles = std::map<journal::Id, PairFile>;

struct Index {
    journal::Journal journal;    ///< its pairs without words
    std::uint64_t sequence = 0;  ///< of the last record it contains
    PairFiles files;             ///< one for each pair
};

enum class IndexError {
    damaged,
    newer,  ///< of another major version
};

/// `files` has all pairs of `journal`.
std::string write_index(const journal::Journal& journal, std::uint64_t sequence, const PairFiles& files);
text::Result<Index, IndexError> read_index(std::string_view bytes);

/// A journal of one pair, the same bytes for the same pair.
std::string write_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair);
/// Nothing when anything is wrong with the bytes, or when the pair is not `id`.
std::optional<journal::Journal> read_pair(std::string_view bytes, std::string_view id);

/// What a pair file's name says, with or without its folder; nothing for other names.
struct PairName {
    std::string_view id;
    std::uint64_t sequence = 0;
};
std::optional<PairName> read_pair_name(std::string_view name);

}  // namespace dajim::store
