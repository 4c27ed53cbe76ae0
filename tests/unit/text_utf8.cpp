// UTF-8 at its edges.
#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace dajim::text;
using std::string;
using std::string_view;

TEST_CASE("well-formed UTF-8 is told from ill-formed, and repaired as Unicode recommends") {
    const string_view bad = "\xEF\xBF\xBD";
    const auto times = [&](int n) { string s; while (n-- > 0) s += bad; return s; };
    struct Row { string_view bytes; int replacements; string_view rest; };
    const Row rows[] = {
        {"\x80", 1, ""},                                  // a lone continuation byte
        {"\xC0\xAF", 2, ""},                              // overlong
        {"\xC1\xBF", 2, ""},
        {"\xE0\x80\xAF", 3, ""},
        {"\xE0\x9F\xBF", 3, ""},
        {"\xED\xA0\x80", 3, ""},                          // a surrogate
        {"\xED\xBF\xBF", 3, ""},
        {"\xF0\x80\x80\xAF", 4, ""},
        {"\xF0\x8F\xBF\xBF", 4, ""},
        {"\xF4\x90\x80\x80", 4, ""},                      // past U+10FFFF
        {"\xF5\x80", 2, ""},
        {"\xFF", 1, ""},
        {"\xE2\x82", 1, ""},                              // cut short: one maximal subpart
        {"\xF0\x9F\x98", 1, ""},
        {"\xF0\x9F\x98!", 1, "!"},
        {"\xEA\xB0" "a", 1, "a"},
        {"\xC3", 1, ""},
        {"\xC3\xC3", 2, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rest);
        CHECK_FALSE(is_valid_utf8(row.bytes));
        CHECK(repair_utf8(row.bytes) == times(row.replacements) + string(row.rest));
        CHECK(is_valid_utf8(repair_utf8(row.bytes)));
        CHECK(repair_utf8("가" + string(row.bytes)) == "가" + times(row.replacements) + string(row.rest));
    }
    // Unicode 3.9, table 3-11
    CHECK(repair_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF" "A") == times(4) + "A");

    for (const string_view good : {"", "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                   "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "한 🙂 é"}) {
        CHECK(is_valid_utf8(good));
        CHECK(repair_utf8(good) == good);
    }
    CHECK(is_valid_utf8(string_view("\0", 1)));
}

TEST_CASE("every code point survives encoding and decoding") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
        if (c >= 0xD800 && c < 0xE000) continue;
        string bytes;
        append_utf8(bytes, c);
        std::size_t length = 0;
        const bool same = decode(bytes, 0, length) == c && length == bytes.size() && is_valid_utf8(bytes);
        if (!same) CHECK_MESSAGE(same, static_cast<unsigned long>(c));
        if (utf16_length(bytes).value != (c >= 0x10000 ? 2u : 1u)) CHECK(static_cast<unsigned long>(c) == 0);
    }
    std::size_t length = 7;
    CHECK(decode("가", 3, length) == 0);
    CHECK(length == 0);
}

TEST_CASE("UTF-16 offsets find their bytes") {
    const string_view text = "a가🙂b";  // 1 + 1 + 2 + 1 units; 1 + 3 + 4 + 1 bytes
    CHECK(utf16_length(text).value == 5);
    CHECK(count_code_points(text) == 4);
    // The middle of the pair gives its start, past the end the end.
    const std::size_t bytes[] = {0, 1, 4, 4, 8, 9, 9, 9};
    for (std::size_t units = 0; units < std::size(bytes); ++units) CHECK(byte_at_utf16(text, {units}) == bytes[units]);
    const std::size_t floors[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 9, 9};
    for (std::size_t byte = 0; byte < std::size(floors); ++byte) CHECK(floor_code_point(text, byte) == floors[byte]);
}
