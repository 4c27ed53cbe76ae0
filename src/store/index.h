// The index: the small root that names all other files of a store, and whose renaming is the moment of a save.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "store/stored_file.h"
#include "text/result.h"

namespace dajim::store {

using PairFiles = std::map<journal::Id, StoredFile>;

struct Index {
    std::uint64_t sequence = 0;      ///< of the last record it contains
    std::vector<StoredFile> order;   ///< the parts of the order (order.h), one after another
    std::vector<StoredFile> packs;   ///< from the oldest on: a packed pair is the one in the newest pack that has it
    PairFiles pairs;                 ///< pairs with a file of their own, whatever packs have of them
    /// Only of an index as it was before there were packs: the order itself, its pairs without words.
    std::optional<journal::Journal> listed = {};
};

enum class IndexError {
    damaged,
    newer,  ///< of a later major version
};

/// Its major version is that after the journal's own, so that a program from before there were packs leaves all as it is.
std::string write_index(const Index& index);
text::Result<Index, IndexError> read_index(std::string_view bytes);

}  // namespace dajim::store
