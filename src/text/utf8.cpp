// UTF-8 by Unicode's table 3-7 (well-formed byte sequences).
#include "text/utf8.h"

#include <algorithm>

namespace dajim::text {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// What stands at `byte`: a well-formed sequence of `length` bytes, or the maximal subpart of an ill-formed one.
struct Sequence {
    std::size_t length;
    bool well_formed;
};

Sequence sequence_at(std::string_view bytes, std::size_t byte) {
    const auto lead = static_cast<unsigned char>(bytes[byte]);
    if (lead < 0x80) return {1, true};
    unsigned char low = 0x80, high = 0xBF;  // the second byte's bounds carry all of the table's exceptions
    std::size_t length = 0;
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    else if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    else if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    else return {1, false};
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    for (std::size_t i = 1; i < length; ++i) {
        if (byte + i >= bytes.size()) return {i, false};
        const auto next = static_cast<unsigned char>(bytes[byte + i]);
        if (next < low || next > high) return {i, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true};
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        // Hangul and most else that is written with three bytes, and ASCII, without the whole of the table.
        const auto lead = static_cast<unsigned char>(bytes[at]);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && bytes.size() - at > 2 && is_continuation(bytes[at + 1]) && is_continuation(bytes[at + 2])) {
            at += 3;
            continue;
        }
        const Sequence sequence = sequence_at(bytes, at);
        if (!sequence.well_formed) return false;
        at += sequence.length;
    }
    return true;
}

std::string repair_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Sequence sequence = sequence_at(bytes, at);
        if (sequence.well_formed) out.append(bytes, at, sequence.length);
        else out += "\xEF\xBF\xBD";
        at += sequence.length;
    }
    return out;
}

char32_t decode(std::string_view bytes, std::size_t byte, std::size_t& length) {
    length = 0;
    if (byte >= bytes.size()) return 0;
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[byte + i]); };
    const unsigned lead = at(0);
    const std::size_t expected = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (byte + expected > bytes.size()) {  // not reached by valid text; must not read past the end
        length = 1;
        return 0xFFFD;
    }
    length = expected;
    switch (expected) {
        case 1: return lead;
        case 2: return (lead & 0x1Fu) << 6 | (at(1) & 0x3Fu);
        case 3: return (lead & 0x0Fu) << 12 | (at(1) & 0x3Fu) << 6 | (at(2) & 0x3Fu);
        default: return (lead & 0x07u) << 18 | (at(1) & 0x3Fu) << 12 | (at(2) & 0x3Fu) << 6 | (at(3) & 0x3Fu);
    }
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | (code_point >> shift & 0x3F)); };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0 | code_point >> 6);
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0 | code_point >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | code_point >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

std::size_t count_code_points(std::string_view bytes) {
    return static_cast<std::size_t>(
        std::count_if(bytes.begin(), bytes.end(), [](char byte) { return !is_continuation(byte); }));
}

Utf16 utf16_length(std::string_view bytes) {
    std::size_t units = 0;
    for (const char byte : bytes) {
        if (is_continuation(byte)) continue;
        units += static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
    }
    return {units};
}

std::size_t byte_at_utf16(std::string_view bytes, Utf16 units) {
    std::size_t byte = 0;
    for (std::size_t seen = 0; byte < bytes.size();) {
        std::size_t length = 0;
        seen += decode(bytes, byte, length) >= 0x10000 ? 2 : 1;
        if (seen > units.value) break;
        byte += length;
    }
    return byte;
}

std::size_t floor_code_point(std::string_view bytes, std::size_t byte) {
    if (byte >= bytes.size()) return bytes.size();
    while (byte > 0 && is_continuation(bytes[byte])) --byte;
    return byte;
}

}  // namespace dajim::text
