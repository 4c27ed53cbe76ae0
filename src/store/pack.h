// A pack: many pair files in one, written once and never changed, with a table of what it has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/id.h"

namespace dajim::store {

struct PackedPair {
    journal::Id id;  ///< empty when only its words can say it
    std::string bytes;
};
std::string write_pack(const std::vector<PackedPair>& pairs);

struct ReadPack {
    std::vector<PackedPair> pairs;  ///< of a damaged pack some of them may be damaged
    bool is_complete = false;       ///< none is missing in `pairs`
};
/// Of whatever bytes. A pair file begins with a line "{" and ends with a line "}", and has no other such line: without its table a pack
/// is cut there.
ReadPack read_pack(std::string_view bytes);

}  // namespace dajim::store
