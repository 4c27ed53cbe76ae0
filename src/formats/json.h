// JSON as a small tree read under limits, and the pieces of writing it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace dajim::formats {

/// One value. A list of nothing but strings (also the empty list) is packed, so that a text by lines costs little more
/// than its bytes.
struct Json {
    enum class Kind : std::uint8_t { null, boolean, number, string, strings, list, object };

    Kind kind = Kind::null;
    std::string text;  ///< boolean and number as written, the string, or the packed strings one after another
    std::vector<std::uint32_t> ends;  ///< strings: where each ends in `text`
    std::vector<Json> items;          ///< list and object
    std::vector<std::string> keys;    ///< object: keys[i] names items[i]

    bool is_string() const { return kind == Kind::string; }
    bool is_object() const { return kind == Kind::object; }
    bool is_list() const { return kind == Kind::list || kind == Kind::strings; }
    std::size_t size() const { return kind == Kind::strings ? ends.size() : items.size(); }
    /// The member of an object; null when there is none.
    const Json* find(std::string_view key) const;
};

enum class JsonError {
    not_json,
    truncated,   ///< fine so far, but it ends too soon
    too_deep,
    too_many,
    bad_number,  ///< beyond what a number can be
};

struct JsonLimits {
    std::size_t depth = 64;
    std::size_t values = 200'000;  ///< packed strings are not counted
};

struct ParsedJson {
    Json root;
    bool has_duplicates = false;  ///< some object names a member twice
};

/// `bytes` without BOM. Strict JSON (RFC 8259). Numbers keep their digits. Never recurses, never throws.
text::Result<ParsedJson, JsonError> parse_json(std::string_view bytes, const JsonLimits& limits);

/// `text` in quotes, escaped only where it must be; malformed UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// … and what stands between the quotes.
void append_json_words(std::string& out, std::string_view text);

/// A finite number in the fewest digits that give it back.
void append_json_number(std::string& out, double number);
/// The number that the digits of a Json number come nearest to.
double number_of_json(const Json& json);

/// The value on one line without blanks, members in their order.
void append_json(std::string& out, const Json& value);

}  // namespace dajim::formats
