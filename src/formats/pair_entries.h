// The entries that are about one pair: the pair itself, its two texts and all that is marked in them.
#pragma once

#include <optional>
#include <string_view>

#include "formats/entry_writing.h"
#include "formats/json.h"
#include "journal/journal.h"

namespace dajim::formats {

void write_pair_entries(Entries& entries, const journal::Pair& pair, std::string_view series);

/// A list of them, of one pair, whatever series it names; nothing where one does not fit.
std::optional<journal::Pair> read_pair_entries(const Json& entries);

}  // namespace dajim::formats
