// Changes as bytes, for the write-ahead log.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/change.h"
#include "text/result.h"

namespace dajim::formats {

/// A group of changes as one compact JSON array.
std::string write_changes(const std::vector<journal::Change>& changes);

/// … put behind what `out` holds.
void append_changes(std::string& out, const std::vector<journal::Change>& changes);

struct BadChanges {};
text::Result<std::vector<journal::Change>, BadChanges> read_changes(std::string_view json);

}  // namespace dajim::formats
