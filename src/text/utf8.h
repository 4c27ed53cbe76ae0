// UTF-8 as the document holds it: checks, repairs, steps, and the way to UTF-16 and back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/units.h"

namespace dajim::text {

/// True when all of `bytes` is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool is_valid_utf8(std::string_view bytes);

/// `bytes` with every malformed sequence replaced by U+FFFD (one per maximal subpart, Unicode 3.9).
std::string repair_utf8(std::string_view bytes);

/// The code point that begins at `byte` (valid UTF-8 expected); sets `length` to its bytes. At the end: 0 and length 0.
char32_t decode(std::string_view bytes, std::size_t byte, std::size_t& length);

/// Appends `code_point` as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Number of code points / UTF-16 units in valid UTF-8.
std::size_t count_code_points(std::string_view bytes);
Utf16 utf16_length(std::string_view bytes);

/// Byte offset of the UTF-16 offset `units` in `bytes`; past the end gives the end, the middle of a pair gives its
/// start.
std::size_t byte_at_utf16(std::string_view bytes, Utf16 units);

/// The start of the code point that `byte` lies in; never past the end.
std::size_t floor_code_point(std::string_view bytes, std::size_t byte);

}  // namespace dajim::text
