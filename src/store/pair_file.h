// The journals in small that a store is made of: one pair, or no words at all. Each is as one exports them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "journal/journal.h"

namespace dajim::store {

/// A journal of one pair, the same bytes for the same pair.
std::string write_pair(const journal::Journal& journal, const journal::Series& series, const journal::Pair& pair);
/// Nothing when anything is wrong with the bytes, or when the pair is not `id` (empty: any).
std::optional<journal::Journal> read_pair(std::string_view bytes, std::string_view id);

/// A journal whose pairs have no words.
std::string write_wordless(const journal::Journal& journal);
std::optional<journal::Journal> read_wordless(std::string_view bytes);

}  // namespace dajim::store
