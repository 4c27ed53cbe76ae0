// Versions of pages in a database of their own, which is opened when the first of them is kept or looked at: no start waits for it.
#pragma once

#include <string_view>
#include <vector>

#include "app/program.h"

namespace dajim::web::versions {

/// `program` must outlive the page; it is answered in tasks of their own.
void start(app::Program& program);

void keep(const app::PageOf& page, const app::Version& version, std::string_view text);   ///< Program::version_kept
void list(const app::PageOf& page);                                                      ///< Program::versions_listed
void read(const app::PageOf& page, std::uint64_t number);                                ///< Program::version_read
void drop(const app::PageOf& page, const std::vector<std::uint64_t>& numbers);
void list_pairs();                                                                       ///< Program::versioned_pairs
void mark_missed(const journal::Id& pair, std::string_view line);
void drop_pair(const journal::Id& pair);
void thin();

}  // namespace dajim::web::versions
