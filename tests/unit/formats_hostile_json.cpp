// Files that are broken, cut, foreign or made to harm: each is refused with its reason, none crashes, none becomes
// another journal.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "formats/journal_json.h"
#include "formats_fixture.h"

using namespace dajim;
using formats::ReadError;

namespace {

ReadError reason(std::string_view bytes) {
    const auto read = formats::read_journal(bytes);
    REQUIRE_MESSAGE(!read, bytes.substr(0, 200));
    return read.error();
}

/// A journal's file around some entries.
std::string file(const std::string& entries, const std::string& more = "") {
    return R"({"format":"dajim","version":"1.0","journal":{"id":"j","title":"t"},)" + more + "\"entries\":[" + entries +
           "]}";
}

const std::string series = R"({"id":"s","kind":"series","fields":{"name":{"v":"n"}}})";
const std::string pair = R"({"id":"p","kind":"pair","series":"s","fields":{"name":{"v":"n"}}})";

std::string series_with(const std::string& member) { return "{\"id\":\"s\",\"kind\":\"series\"," + member + "}"; }
std::string pair_with(const std::string& member) { return "{\"id\":\"p\",\"kind\":\"pair\"," + member + "}"; }
std::string document_with(const std::string& member) {
    return series + "," + pair + ",{\"kind\":\"resolution\"," + member + "}";
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    while (times-- > 0) out += piece;
    return out;
}

}  // namespace

TEST_CASE("row 31: files that are not ours, or no files at all") {
    CHECK(reason("") == ReadError::empty);
    CHECK(reason("\xEF\xBB\xBF") == ReadError::empty);
    CHECK(reason(" \n\t") == ReadError::empty);
    for (const char* const other :
         {"{}", "[]", "null", "true", "12", "\"dajim\"", "[{\"format\":\"dajim\"}]", "{\"format\":\"excalidraw\"}",
          "{\"format\":null}", "{\"format\":[\"dajim\"]}", "{\"Format\":\"dajim\"}"})
        CHECK(reason(other) == ReadError::not_ours);
    for (const char* const broken :
         {"Hello", "# 회고\n", "{format:'dajim'}", "{\"a\":1,}", "[1 2]", "{\"a\" 1}", "// x\n{}", "{} {}", "{},",
          "NaN", "{\"a\":01}", "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\\ud800\"}",
          "{\"a\":+1}", "tru", "\"open", "---\ntitle: x\n---\n"}) {
        CAPTURE(broken);
        CHECK(reason(broken) == ReadError::not_json);
    }
    CHECK(reason(std::string_view("{\"a\":\0}", 7)) == ReadError::not_utf8);
}

TEST_CASE("a good file followed by anything is not a good file") {
    const std::string good = file(series);
    CHECK(formats::read_journal(good));
    CHECK(formats::read_journal(good + "\n \t\r\n"));
    for (const char* const tail : {"x", "}", ",", "{}", "\xEF\xBB\xBF"})
        CHECK(reason(good + tail) == ReadError::not_json);
    CHECK(reason(good + std::string(1, '\0')) == ReadError::not_utf8);
    CHECK(reason(good + "\xEA\xB8") == ReadError::not_utf8);
    CHECK(reason(good + "\xFF") == ReadError::not_utf8);
}

TEST_CASE("not UTF-8") {
    CHECK(reason(file(series_with("\"fields\":{\"name\":{\"v\":\"\xB1\xDB\"}}"))) == ReadError::not_utf8);
    CHECK(reason(file(series_with("\"fields\":{\"name\":{\"v\":\"\xED\xA0\x80\"}}"))) == ReadError::not_utf8);
    CHECK(reason(file(series_with("\"fields\":{\"name\":{\"v\":\"\xC0\x80\"}}"))) == ReadError::not_utf8);
    CHECK(reason(std::string_view("\xFF\xFE{\0}\0", 6)) == ReadError::not_utf8);
    // Nothing but the beginning of a character, which a cut file may end with.
    for (const char* const begun : {"\xD8", "\xEB\x8B", "\xF0\x9F\x8C", " \n\xEB", "\xEF\xBB\xBF\xEB"}) CHECK(reason(begun) == ReadError::not_utf8);
    CHECK(reason(read_fixture("merge/one-cut-character")) == ReadError::not_utf8);
}

TEST_CASE("row 29: a file cut anywhere is truncated or unreadable, never another journal") {
    for (const char* const name : {"journals/1.0-two-series.dajim.json", "journals/1.3-unknown-members.dajim.json"}) {
        const std::string whole = read_fixture(name);
        const auto good = formats::read_journal(whole);
        REQUIRE(good);
        for (std::size_t length = 0; length < whole.size(); ++length) {
            CAPTURE(length);
            const auto cut = formats::read_journal(std::string_view(whole).substr(0, length));
            if (cut) CHECK(cut.value().journal == good.value().journal);  // only blanks are missing
            else CHECK(cut.error() == (length == 0 ? ReadError::empty : ReadError::truncated));
        }
    }
}

TEST_CASE("row 29: a file that was cut and then closed again says fewer entries than it should have") {
    CHECK(reason(file(series, "\"integrity\":{\"entries\":2},")) == ReadError::truncated);
    CHECK(formats::read_journal(file(series, "\"integrity\":{\"entries\":1},")));
}

TEST_CASE("row 31: changed bytes are refused or noticed, never a crash") {
    const std::string whole = read_fixture("journals/1.3-unknown-members.dajim.json");
    std::mt19937 dice(11);
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = whole;
        for (auto n = 1 + dice() % 4; n > 0; --n) {
            const std::size_t at = dice() % bytes.size();
            switch (dice() % 4) {
                case 0: bytes[at] = static_cast<char>(dice()); break;
                case 1: bytes.erase(at, 1 + dice() % 20); break;
                case 2: bytes.insert(at, 1, "{}[]\",:0\\"[dice() % 9]); break;
                default: bytes.insert(at, bytes.substr(dice() % bytes.size(), dice() % 40)); break;
            }
        }
        const auto read = formats::read_journal(bytes);
        if (!read) continue;
        const std::string written = formats::write_journal(read.value().journal, {});
        const auto again = formats::read_journal(written);
        REQUIRE(again);
        CHECK(again.value().journal == read.value().journal);
    }
}

TEST_CASE("row 31: too deep") {
    const std::string deep = repeated("[", 100'000);
    CHECK(reason(deep) == ReadError::too_deep);
    CHECK(reason(repeated("{\"a\":", 100'000)) == ReadError::too_deep);
    CHECK(reason(file(series, "\"x\":" + deep + repeated("]", 100'000) + ",")) == ReadError::too_deep);
    CHECK(formats::read_journal(file(series, "\"x\":" + repeated("[", 63) + repeated("]", 63) + ",")));
    CHECK(reason(file(series, "\"x\":" + repeated("[", 64) + repeated("]", 64) + ",")) == ReadError::too_deep);
}

TEST_CASE("row 31: too many, too large") {
    CHECK(reason("[" + repeated("0,", 5 * 1024 * 1024) + "0]") == ReadError::too_many);
    CHECK(reason("[" + repeated("{},", 210'000) + "0]") == ReadError::too_many);
    CHECK(reason("[" + repeated("\"\",", 210'000) + "0]") == ReadError::too_many);
    CHECK(reason(std::string(formats::max_journal_bytes + 1, ' ')) == ReadError::too_large);
    CHECK(reason(std::string(formats::max_journal_bytes, ' ')) == ReadError::empty);
    CHECK(reason(file(repeated(series + ",", 35'000) + series)) == ReadError::too_many);
}

TEST_CASE("row 31: a name twice in one object is refused wherever it stands") {
    CHECK(reason(R"({"format":"dajim","format":"dajim","version":"1.0","journal":{},"entries":[]})") ==
          ReadError::bad_content);
    CHECK(reason(file(series_with(R"("fields":{"name":{"v":"a"}},"fields":{"name":{"v":"b"}})"))) ==
          ReadError::bad_content);
    CHECK(reason(file(series_with(R"("fields":{"name":{"v":"a","v":"b"}})"))) == ReadError::bad_content);
    CHECK(reason(file(series, R"("x":{"a":1,"\u0061":2},)")) == ReadError::bad_content);
    CHECK(formats::read_journal(file(series, R"("x":{"__proto__":1,"constructor":2,"":3},)")));
}

TEST_CASE("row 31: numbers no machine holds") {
    const std::string thirty = "123456789012345678901234567890";
    const auto read = formats::read_journal(
        file(series, "\"x\":[" + thirty + ",-9007199254740993,18446744073709551615,1.10,0.1e-7],"));
    REQUIRE(read);
    CHECK(read.value().journal.unknown[0].json ==
          "[" + thirty + ",-9007199254740993,18446744073709551615,1.10,0.1e-7]");
    CHECK(reason(file(series, "\"x\":1e400,")) == ReadError::bad_content);
    CHECK(reason(file(series, "\"x\":-" + repeated("9", 400) + ",")) == ReadError::bad_content);
    CHECK(reason(file(series, "\"integrity\":{\"entries\":" + thirty + "},")) == ReadError::bad_content);
    CHECK(reason(file(series, "\"integrity\":{\"entries\":-1},")) == ReadError::bad_content);
    CHECK(reason(file(series, "\"integrity\":{\"entries\":1.0},")) == ReadError::bad_content);
}

TEST_CASE("versions") {
    const auto with_version = [](const std::string& version) {
        return "{\"format\":\"dajim\",\"version\":" + version + R"(,"journal":{},"entries":[]})";
    };
    CHECK(formats::read_journal(with_version("\"1.0\"")));
    CHECK(formats::read_journal(with_version("\"1.99999999999999999999\"")));
    for (const char* const other : {"\"2.0\"", "\"0.9\"", "\"10.0\"", "\"99999999999999999999999.0\""})
        CHECK(reason(with_version(other)) == ReadError::newer);
    for (const char* const bad :
         {"1", "1.0", "null", "\"1\"", "\"\"", "\".\"", "\"1.\"", "\".0\"", "\"v1.0\"", "\"1.0.0\"", "[\"1.0\"]"}) {
        CAPTURE(bad);
        CHECK(reason(with_version(bad)) == ReadError::bad_content);
    }
    CHECK(reason(R"({"format":"dajim"})") == ReadError::bad_content);
    CHECK(reason(R"({"format":"dajim","version":"3.0","entries":7})") == ReadError::newer);
}

TEST_CASE("row 31: a wrong type in any place is refused") {
    const std::vector<std::string> values{"null", "true", "0", "\"\"", "\"x\"", "[]", "[1]", "{}", "{\"v\":{}}"};
    const auto refuse_all_but = [&](const std::string& before, const std::string& after,
                                    std::initializer_list<std::string> fine) {
        for (const std::string& value : values) {
            if (std::find(fine.begin(), fine.end(), value) != fine.end()) continue;
            CAPTURE(before);
            CAPTURE(value);
            CHECK(reason(before + value + after) == ReadError::bad_content);
        }
    };
    const std::string head = R"({"format":"dajim","version":"1.0",)";
    refuse_all_but(head + R"("entries":[],"journal":)", "}", {"{}", "{\"v\":{}}"});
    refuse_all_but(head + R"("journal":{},"entries":)", "}", {"[]"});
    refuse_all_but(head + R"("journal":{},"entries":[)", "]}", {});
    refuse_all_but(head + R"("journal":{},"entries":[],"$schema":)", "}", {"\"\"", "\"x\""});
    refuse_all_but(head + R"("journal":{},"entries":[],"exported":)", "}", {"{}", "{\"v\":{}}"});
    refuse_all_but(head + R"("journal":{},"entries":[],"exported":{"at":)", "}}", {"\"\"", "\"x\""});
    refuse_all_but(head + R"("journal":{},"entries":[],"integrity":)", "}", {"{}", "{\"v\":{}}"});
    refuse_all_but(head + R"("journal":{},"entries":[],"integrity":{"entries":)", "}}", {"0"});
    refuse_all_but(head + R"("journal":{},"entries":[],"integrity":{"sha256":)", "}}", {"\"\"", "\"x\""});
    refuse_all_but(head + R"("entries":[],"journal":{"id":)", "}}", {"\"\"", "\"x\""});
    refuse_all_but(head + R"("entries":[],"journal":{"title":)", "}}", {"\"\"", "\"x\""});
    refuse_all_but(head + R"("journal":{},"entries":[{"kind":)", "}]}", {"\"\"", "\"x\""});

    const auto refuse_in = [&](const auto& entry, const std::string& before, const std::string& after,
                               std::initializer_list<std::string> fine) {
        for (const std::string& value : values) {
            if (std::find(fine.begin(), fine.end(), value) != fine.end()) continue;
            CAPTURE(before);
            CAPTURE(value);
            CHECK(reason(file(entry(before + value + after))) == ReadError::bad_content);
        }
    };
    const auto pair_in_series = [](const std::string& member) { return series + "," + pair_with(member); };
    refuse_in(series_with, "\"fields\":", "", {});
    refuse_in(series_with, "\"fields\":{\"name\":", "}", {});
    refuse_in(series_with, "\"fields\":{\"name\":{\"v\":", "}}", {"\"\"", "\"x\""});
    refuse_in(pair_in_series, "\"fields\":{\"name\":{\"v\":\"\"}},\"series\":", "", {});
    refuse_in(pair_in_series, "\"series\":\"s\",\"fields\":", "", {});
    refuse_in(pair_in_series, "\"series\":\"s\",\"fields\":{\"name\":{\"v\":\"\"},\"start\":", "}", {"{}"});
    refuse_in(pair_in_series, "\"series\":\"s\",\"fields\":{\"name\":{\"v\":\"\"},\"start\":{\"v\":", "}}", {"null"});
    refuse_in(document_with, "\"fields\":{\"text\":{\"v\":[]}},\"pair\":", "", {});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":", "", {});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":{\"text\":", "}", {});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":{\"text\":{\"v\":", "}}", {"\"\"", "\"x\"", "[]"});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":{\"text\":{\"v\":[]},\"bom\":{\"v\":", "}}", {"true"});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":{\"text\":{\"v\":[]},\"line_ending\":{\"v\":", "}}", {});
    refuse_in(document_with, "\"pair\":\"p\",\"fields\":{\"text\":{\"v\":[]},\"file_name\":{\"v\":", "}}",
              {"\"\"", "\"x\""});
}

TEST_CASE("row 31: entries that do not fit together") {
    const std::string text = R"("fields":{"text":{"v":[]}})";
    CHECK(formats::read_journal(file(series + "," + pair + ",{\"kind\":\"resolution\",\"pair\":\"p\"," + text + "}")));
    CHECK(reason(file(series + "," + series)) == ReadError::bad_content);
    CHECK(reason(file(series + "," + R"({"id":"s","kind":"pair","series":"s","fields":{"name":{"v":""}}})")) ==
          ReadError::bad_content);
    CHECK(reason(file(series + R"(,{"id":"s","kind":"later"})")) == ReadError::bad_content);
    CHECK(reason(file(pair)) == ReadError::bad_content);
    CHECK(reason(file(series + ",{\"kind\":\"resolution\",\"pair\":\"p\"," + text + "}")) == ReadError::bad_content);
    const std::string document = "{\"kind\":\"resolution\",\"pair\":\"p\"," + text + "}";
    CHECK(reason(file(series + "," + pair + "," + document + "," + document)) == ReadError::bad_content);
    for (const char* const id :
         {"", "../x", "한글", "a b", "12345678901234567890123456789012345678901234567890123456789012345"})
        CHECK(reason(file("{\"id\":\"" + std::string(id) + R"(","kind":"series","fields":{"name":{"v":""}}})")) ==
              ReadError::bad_content);
    for (const char* const day : {"2024-02-30", "2024-2-3", "2024.02.03", "2024-02-03T00:00", "", "soon"})
        CHECK(reason(file(series + "," +
                          pair_with(R"("series":"s","fields":{"name":{"v":""},"end":{"v":")" + std::string(day) +
                                    "\"}}"))) == ReadError::bad_content);
    CHECK(reason(R"({"format":"dajim","version":"1.0","journal":{"id":"../x"},"entries":[]})") ==
          ReadError::bad_content);
}
