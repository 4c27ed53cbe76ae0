// Folding for searches, held against Unicode's own files (Debian's unicode-data).
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"

using namespace dajim::text;

namespace {

constexpr const char* unicode_data = "/usr/share/unicode/UnicodeData.txt";

std::string utf8(char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
}

std::u32string folded(std::string_view text, bool match_case = false) {
    Folded out;
    fold(text, match_case, out);
    CHECK(out.signs.size() == out.begins.size());
    return {out.signs.begin(), out.signs.end()};
}

char32_t code(const std::string& hex) { return static_cast<char32_t>(std::stoul(hex, nullptr, 16)); }

std::vector<std::string> fields(const std::string& line) {
    std::vector<std::string> out;
    std::istringstream in(line.substr(0, line.find('#')));
    for (std::string field; std::getline(in, field, ';');) {
        field.erase(0, field.find_first_not_of(' '));
        out.push_back(field);
    }
    return out;
}

}  // namespace

TEST_CASE("a character folds as what it consists of, canonically, in plane 0") {
    std::ifstream file(unicode_data);
    int seen = 0;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> row = fields(line);
        if (row.size() < 6 || row[5].empty() || row[5][0] == '<' || code(row[0]) > 0xFFFF) continue;
        std::istringstream in(row[5]);
        std::string parts;
        bool above = false;   // a few compatibility ideographs consist of one that lies outside plane 0
        for (std::string part; in >> part;) {
            parts += utf8(code(part));
            above = above || code(part) > 0xFFFF;
        }
        if (above) continue;
        CAPTURE(line);
        CHECK(folded(utf8(code(row[0]))) == folded(parts));
        CHECK(folded(utf8(code(row[0])), true) == folded(parts, true));
        ++seen;
    }
    CHECK(seen > 1400);
}

TEST_CASE("half-width and full-width forms fold as what they stand for") {
    std::ifstream file(unicode_data);
    int seen = 0;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> row = fields(line);
        if (row.size() < 6 || !(row[5].starts_with("<narrow> ") || row[5].starts_with("<wide> "))) continue;
        CAPTURE(line);
        CHECK(folded(utf8(code(row[0]))) == folded(utf8(code(row[5].substr(row[5].find(' ') + 1)))));
        ++seen;
    }
    CHECK(seen > 220);
}

TEST_CASE("capitals fold as their small letters, by Unicode's simple case folding") {
    std::ifstream file("/usr/share/unicode/CaseFolding.txt");
    std::map<char32_t, char32_t> small;
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> row = fields(line);
        if (row.size() >= 3 && (row[1] == "C" || row[1] == "S")) small[code(row[0])] = code(row[2]);
    }
    REQUIRE(small.size() > 1400);
    for (char32_t c = 1; c < 0x1F000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const auto row = small.find(c);
        const bool same = folded(utf8(c)) == folded(utf8(row == small.end() ? c : row->second));
        if (!same) {
            CAPTURE(static_cast<std::uint32_t>(c));
            CHECK(same);
        }
        if (row == small.end() && fold_case(c) != c) {
            CAPTURE(static_cast<std::uint32_t>(c));
            CHECK(fold_case(c) == c);
        }
    }
    CHECK(folded("A") != folded("A", true));
}

TEST_CASE("Hangul folds as syllables and compatibility jamo, however it is written") {
    CHECK(folded("\u1112\u1161\u11AB\u1100\u1173\u11AF") == U"한글");
    CHECK(folded("\uD558\u11AB") == U"한");             // a syllable and the tail behind it
    CHECK(folded("\u1100") == U"ㄱ");
    CHECK(folded("\u1161") == U"ㅏ");
    CHECK(folded("\u11B9") == U"ㅄ");
    CHECK(folded("\uFFA1\uFFA2\uFFC2") == U"ㄱㄲㅏ");    // half-width
    CHECK(folded("\u1112\u119E\u11AB") == U"ㅎ\u119Eㄴ");  // old Hangul has no syllables
}

TEST_CASE("every sign knows the byte at which its group begins") {
    Folded out;
    fold("a\u0301b\u1112\u1161\u11AB\u00E9.", false, out);
    CHECK(std::u32string(out.signs.begin(), out.signs.end()) == U"a\u0301b한e\u0301.");
    CHECK(out.begins == std::vector<std::uint32_t>{0, 0, 3, 4, 13, 13, 15});
}

TEST_CASE("marks upon one letter are alike in any order") {
    CHECK(folded("a\u0323\u0302") == folded("a\u0302\u0323"));
    CHECK(folded("\u1EAD") == folded("a\u0323\u0302"));
}
