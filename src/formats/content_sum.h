// The checksum in a journal's file: over what was written, not over when, nor over how it is laid out.
#pragma once

#include <string>
#include <string_view>

namespace dajim::formats {

/// SHA-256 over each member of the outermost object but "exported" and "integrity", in the file's order: key, colon and
/// value as written, without blanks outside of strings, then a line feed. `json` is valid JSON without BOM, or the
/// beginning of such.
std::string content_sum(std::string_view json);

}  // namespace dajim::formats
