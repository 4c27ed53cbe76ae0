// The names that the journal's file uses, for the one who writes it and the one who reads it.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace dajim::formats {

inline constexpr std::string_view schema_id = "urn:dajim:schema:1";
inline constexpr std::string_view format_name = "dajim";
inline constexpr std::string_view format_version = "1.0";

inline constexpr std::array<std::string_view, 2> document_kinds{"resolution", "retrospective"};  // by journal::End
inline constexpr std::array<std::string_view, 2> line_endings{"lf", "crlf"};  // by journal::LineEnding

/// A name as a step of journal::Unknown::key, and back.
std::string escaped_name(std::string_view name);
std::string unescaped_name(std::string_view name);

}  // namespace dajim::formats
