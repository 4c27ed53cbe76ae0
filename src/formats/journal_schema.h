// The names that the journal's file uses, for the one who writes it and the one who reads it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace dajim::formats {

inline constexpr std::string_view schema_id = "urn:dajim:schema:1";
inline constexpr std::string_view format_name = "dajim";
inline constexpr std::string_view format_version = "1.2";

inline constexpr std::array<std::string_view, 2> document_kinds{"resolution", "retrospective"};  // by journal::End
/// Entries about a pair's texts, each kind behind those that it may be about.
inline constexpr std::array<std::string_view, 5> goal_kinds{"seal", "goal", "answer", "unpromised", "echo"};
/// A member of an entry whose pair or goal was not there when it was read: it stays without, also where one comes later under that id.
inline constexpr std::string_view homeless = "homeless";
inline constexpr std::array<std::string_view, 2> line_endings{"lf", "crlf"};  // by journal::LineEnding

inline constexpr std::array<std::string_view, 8> measure_kinds{"at_least", "at_most",     "rate", "part",
                                                               "yes_no",   "qualitative", "rule", "topics"};  // by journal::MeasureKind
inline constexpr std::array<std::string_view, 7> periods{"none", "day", "week", "month", "quarter", "year", "round"};  // by journal::Period
inline constexpr std::array<std::string_view, 6> verdict_kinds{"kept",    "partly",  "not_kept",
                                                               "changed", "dropped", "cannot_judge"};  // by journal::VerdictKind
inline constexpr std::array<std::string_view, 3> carried_names{"same", "raised", "lowered"};  // by journal::Carried

template <class Names, class Choice>
constexpr std::string_view name_of(const Names& names, Choice choice) {
    return names[static_cast<std::size_t>(choice)];
}

/// A name as a step of journal::Unknown::key, and back.
std::string escaped_name(std::string_view name);
std::string unescaped_name(std::string_view name);

}  // namespace dajim::formats
