// The container of a journal that nobody reads without its password (docs/format.md): what stands round the encrypted bytes. The
// cryptography is the browser's (app::Host).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/journal_json.h"
#include "text/result.h"

namespace dajim::formats {

/// How a file was encrypted: AES-256-GCM under a key that PBKDF2 with SHA-256 makes of the password.
struct EncryptedHead {
    std::uint32_t iterations = 0;
    std::string salt;   ///< bytes
    std::string iv;     ///< bytes
    bool operator==(const EncryptedHead&) const = default;
};

inline constexpr std::uint32_t own_iterations = 600'000;       ///< of the files that are written here
inline constexpr std::uint32_t most_iterations = 10'000'000;   ///< more would keep a reader waiting for minutes
inline constexpr std::size_t salt_bytes = 16, iv_bytes = 12, tag_bytes = 16;
inline constexpr std::size_t padded_to = 4096;
/// A journal of max_journal_bytes as it stands in here, and what stands round it.
inline constexpr std::size_t max_encrypted_bytes = (max_journal_bytes / 3 + padded_to) * 4;

struct Encrypted {
    EncryptedHead head;
    std::string data;   ///< bytes: what was encrypted, and the tag behind it
};

/// What is authenticated with the data: every fact of the head, one a line.
std::string authenticated(const EncryptedHead& head);

/// With blanks behind it, which JSON does not mind, so that the file's length tells less of what is written in it.
std::string padded(std::string_view journal);

std::string write_encrypted(const Encrypted& file);

/// True for a file that says of itself to be one, whether or not it can be read.
bool looks_encrypted(std::string_view bytes);

/// Truncated also where the data are not those that their checksum speaks of; newer also where another cipher or another way to the key is
/// named. Refuses what is out of bounds before anything is done with it.
text::Result<Encrypted, ReadError> read_encrypted(std::string_view bytes);

}  // namespace dajim::formats
