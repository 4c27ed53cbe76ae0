// Base64, see base64.h.
#include "formats/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dajim::formats {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> values = [] {
    std::array<std::int8_t, 256> all{};
    for (std::int8_t& one : all) one = -1;
    for (std::size_t at = 0; at < alphabet.size(); ++at) all[static_cast<unsigned char>(alphabet[at])] = static_cast<std::int8_t>(at);
    return all;
}();

}  // namespace

std::string write_base64(std::string_view bytes) {
    std::string letters;
    letters.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i) letters += i <= count ? alphabet[group >> (18 - 6 * i) & 63] : '=';
    }
    return letters;
}

std::optional<std::string> read_base64(std::string_view letters) {
    if (letters.size() % 4 != 0) return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < letters.size() && letters[letters.size() - 1 - padding] == '=') ++padding;
    std::string bytes;
    bytes.reserve(letters.size() / 4 * 3);
    for (std::size_t at = 0; at < letters.size(); at += 4) {
        const std::size_t count = at + 4 == letters.size() ? 4 - padding : 4;
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const int value = i < count ? values[static_cast<unsigned char>(letters[at + i])] : 0;
            if (value < 0) return std::nullopt;
            group = group << 6 | static_cast<std::uint32_t>(value);
        }
        if (count < 4 && (group & ((1u << 8 * (4 - count)) - 1)) != 0) return std::nullopt;
        for (std::size_t i = 0; i + 1 < count; ++i) bytes += static_cast<char>(group >> (16 - 8 * i) & 255);
    }
    return bytes;
}

}  // namespace dajim::formats
