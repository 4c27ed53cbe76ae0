// Bytes as letters (RFC 4648, the ordinary alphabet), for those that stand in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dajim::formats {

std::string write_base64(std::string_view bytes);

/// Strict: whole groups of four with their padding, nothing between them, no bits left over.
std::optional<std::string> read_base64(std::string_view letters);

}  // namespace dajim::formats
