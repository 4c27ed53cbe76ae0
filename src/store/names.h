// What the files and folders of a store are called.
#pragma once

#include <string>

namespace dajim::store {

inline const std::string index_name = "index.json";
inline const std::string previous_name = "index.previous.json";
inline const std::string order_folder = "order";
inline const std::string packs_folder = "packs";
inline const std::string pairs_folder = "pairs";
inline const std::string quarantine_folder = "quarantine";

}  // namespace dajim::store
