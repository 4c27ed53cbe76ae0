// The order of a journal without its words: title, series, which pairs they have; in parts, so that a change of it rewrites little.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"
#include "store/stored_file.h"

namespace dajim::store {

/// A series, or a pair of the series before it.
struct Listed {
    bool is_series = false;
    journal::Id id;
    std::string name;                       ///< of a series, where it begins
    std::vector<journal::Unknown> unknown;  ///< likewise
    bool operator==(const Listed&) const = default;
};

/// Some hundred lines of the order. Where a part ends depends on the ids around that place alone: what is put in or taken out elsewhere
/// leaves all other parts as they are. A series that goes on into another part is named there again by its id.
struct Part {
    journal::Journal about;  ///< of the first part: id, title and unknown members of the journal, and the pasts of all but its pairs; no series
    std::vector<Listed> lines;
    StoredFile file = {};
};

/// At least one part.
std::vector<Part> order_of(const journal::Journal& journal);
/// Without building it.
bool is_order_of(const std::vector<Part>& order, const journal::Journal& journal);

/// A part is a file like a journal one exports, whose pairs have no words.
std::string write_part(const Part& part);
std::optional<Part> read_part(std::string_view bytes);
/// Puts what a part lists at the end of the journal, pairs without words.
void append_part(journal::Journal& journal, const Part& part);

}  // namespace dajim::store
