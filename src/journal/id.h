// What names a thing of the journal, and what is kept of members that this version does not know.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace dajim::journal {

/// A name for a thing that never changes: 1 to 64 characters of [0-9A-Za-z_-]. Made by the program, random.
using Id = std::string;

/// True for a string that may be an Id (it also becomes a file's name).
bool is_id(std::string_view text);

/// A member of the journal's file that this version does not know, kept as it was and written back.
struct Unknown {
    std::string key;   ///< names below the thing that keeps it, "fields/name/rev"; in a name '~' is "~0", '/' "~1"
    std::string json;  ///< the value as compact JSON
    auto operator<=>(const Unknown&) const = default;
};

}  // namespace dajim::journal
