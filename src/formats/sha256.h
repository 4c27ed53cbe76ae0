// SHA-256 (FIPS 180-4), to notice damage; no secret depends on it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dajim::formats {

/// A sum over bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 lower-case hexadecimal digits; the sum is used up.
    std::string digest();

private:
    void take_block(const unsigned char* block);

    std::array<std::uint32_t, 8> state_;
    std::array<unsigned char, 64> block_{};
    std::size_t filled_ = 0;
    std::uint64_t length_ = 0;
};

/// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace dajim::formats
