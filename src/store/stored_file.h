// A file of the store as an index names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dajim::store {

struct StoredFile {
    std::string name;  ///< relative to the store's folder
    std::size_t bytes = 0;
    std::string sha256;
    bool operator==(const StoredFile&) const = default;
};

/// What a file's name says, with or without its folder: "<id>.<sequence>.json" of pairs, "<sequence>.<kind>" of all others; "-<n>" behind
/// the sequence where that was taken. Nothing for other names.
struct FileName {
    std::string_view id;  ///< of the pair; empty for other files
    std::uint64_t sequence = 0;
};
std::optional<FileName> read_file_name(std::string_view name);

}  // namespace dajim::store
