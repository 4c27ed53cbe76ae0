// The journal's file: what is written is read, the same content has the same bytes, and a later version's members stay.
#include <doctest/doctest.h>

#include <string>

#include "formats/journal_json.h"
#include "formats_fixture.h"
#include "journal_sample.h"

using namespace dajim;
using formats::ReadError;
using journal::End;

namespace {

const formats::ExportFacts facts{"2026-11-22T01:10:00Z", "Dajim 0.1.0", "k3f9"};

formats::ReadJournal read(std::string_view bytes) {
    auto result = formats::read_journal(bytes);
    REQUIRE(result);
    return std::move(result.value());
}

void replace(std::string& text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    text.replace(at, what.size(), by);
}

/// A journal of one series, one pair and a resolution of these words.
journal::Journal with_words(std::string_view words) {
    journal::Journal journal{.id = "j", .title = "", .series = {}, .unknown = {}};
    journal.series.push_back({.id = "s", .name = "글또", .pairs = {}, .unknown = {}});
    journal::Pair& pair = journal.series[0].pairs.emplace_back();
    pair.id = "p";
    pair.document(End::resolution).text = text::Buffer(words);
    return journal;
}

std::string text_of(const journal::Journal& journal) {
    return journal.series.at(0).pairs.at(0).document(End::resolution).text.text();
}

}  // namespace

TEST_CASE("every journal is read as it was written, and written as it was read") {
    for (unsigned seed = 1; seed <= 120; ++seed) {
        CAPTURE(seed);
        const journal::Journal journal = Sample(seed).journal();
        const std::string bytes = formats::write_journal(journal, facts);
        const formats::ReadJournal back = read(bytes);
        CHECK(back.journal == journal);
        CHECK_FALSE(back.changed_outside);
        CHECK(back.version == "1.2");
        CHECK(formats::write_journal(back.journal, facts) == bytes);
    }
    CHECK(read(formats::write_journal({}, {})).journal == journal::Journal{});
}

TEST_CASE("two exports of one journal differ in one line, and have the same sum") {
    const std::string one = formats::write_journal(with_words("하나\n둘"), facts);
    const std::string other =
        formats::write_journal(with_words("하나\n둘"), {"2027-01-01T00:00:00Z", "Dajim 2.0.0", "zz"});
    std::size_t differing = 0;
    for (std::size_t a = 0, b = 0; a < one.size() && b < other.size();) {
        const std::size_t end_a = one.find('\n', a), end_b = other.find('\n', b);
        if (one.substr(a, end_a - a) != other.substr(b, end_b - b)) ++differing;
        a = end_a + 1, b = end_b + 1;
    }
    CHECK(differing == 1);
    CHECK_FALSE(read(other).changed_outside);
}

TEST_CASE("the file is laid out as the format says") {
    const std::string bytes = read_fixture("journals/1.0-two-series.dajim.json");
    const formats::ReadJournal back = read(bytes);
    CHECK_FALSE(back.changed_outside);
    std::string again = formats::write_journal(back.journal, facts);
    replace(again, "\"version\": \"1.2\"", "\"version\": \"1.0\"");
    const auto without_sum = [](const std::string& file) { return file.substr(0, file.find("\"sha256\"")); };
    CHECK(without_sum(again) == without_sum(bytes));
    REQUIRE(back.journal.series.size() == 2);
    CHECK(back.journal.title == "한결의 기록장");
    CHECK(back.journal.series[0].name == "글쓰기 모임");
    REQUIRE(back.journal.series[0].pairs.size() == 2);
    const journal::Pair& pair = back.journal.series[0].pairs[0];
    CHECK(pair.name == "3기");
    CHECK(pair.start == journal::Date{2023, 2, 12});
    CHECK(pair.end == journal::Date{2023, 7, 30});
    CHECK(pair.document(End::resolution).text.paragraph(0) == "# 봄이 오기 전에");
    CHECK(pair.document(End::retrospective).line_ending == journal::LineEnding::crlf);
    CHECK(pair.document(End::retrospective).bom);
    CHECK(pair.document(End::retrospective).file_name == "2023-7-30-여름.md");
    CHECK(bytes.find("\r") == std::string::npos);
    CHECK(bytes.find("\\u") == std::string::npos);
    CHECK(bytes.ends_with("}\n"));
}

TEST_CASE("row 30: what a later minor version wrote is kept at every level") {
    const std::string bytes = read_fixture("journals/1.3-unknown-members.dajim.json");
    const formats::ReadJournal back = read(bytes);
    CHECK(back.version == "1.3");
    const std::string written = formats::write_journal(back.journal, facts);
    for (const char* const kept : {
             "\"deleted\": [{\"id\":\"gone\",\"at\":\"2026-01-01\"}]",
             "\"colour\": \"파랑\"",
             "\"a/b~c\": 1.50e+3",
             "\"mood\": {\"v\":123456789012345678901234567890}",
             "\"rev\": \"k3f9:811\"",
             "\"base\": \"sha256:00\"",
             "\"created\": \"2026-01-01T08:00:00+09:00\"",
             "\"at\": \"2026-11-20T10:00:00.000Z-0003-k3f9\"",
             "{\"id\":\"round-1\",\"kind\":\"round\",\"pair\":\"pair-1\",\"nested\":{\"empty\":[],\"none\":{},\"words\":["
             "\"a\",\"b\\u0000\"],\"mixed\":[\"a\",1,null,true]}}",
             "{\"kind\":\"note\",\"words\":\"no id\"}",
             "\"id\": \"document-1\"",
             "\"v\": null",
         }) {
        CAPTURE(kept);
        CHECK(written.find(kept) != std::string::npos);
    }
    const formats::ReadJournal again = read(written);
    CHECK(again.journal == back.journal);
    CHECK_FALSE(again.changed_outside);
    CHECK(formats::write_journal(again.journal, facts) == written);
}

TEST_CASE("a file made by hand is read: no checksum, entries in any order, a text as one string") {
    const formats::ReadJournal back = read(read_fixture("journals/1.0-by-hand.dajim.json"));
    CHECK(back.changed_outside);
    REQUIRE(back.journal.series.size() == 1);
    REQUIRE(back.journal.series[0].pairs.size() == 2);
    CHECK(back.journal.series[0].pairs[0].name == "2025");
    CHECK(back.journal.series[0].pairs[1].name == "2026");
    CHECK(back.journal.series[0].pairs[1].document(End::resolution).text.text() == "Read more.\nWrite more.");
}

TEST_CASE("row 30: another major version is not guessed at") {
    const auto refused = formats::read_journal(read_fixture("journals/2.0-other-major.dajim.json"));
    REQUIRE(!refused);
    CHECK(refused.error() == ReadError::newer);
}

TEST_CASE("every sign a text may hold survives") {
    for (const std::string words : {"", "\n", "\n\n", "끝에 줄바꿈\n", "탭\t되돌림\r역슬래시\\따옴표\"",
                                    "\x01\x1f\x7f\b\f", "\u2028\u2029\ufeff\u200b\u202e", "👨‍👩‍👧🇰🇷",
                                    "\uffff\U0010ffff", "</script>", "1/ 하나\n•\n둘"}) {
        CAPTURE(words);
        CHECK(text_of(read(formats::write_journal(with_words(words), facts)).journal) == words);
    }
}

TEST_CASE("row 47: what is no text becomes U+FFFD, and the save never fails") {
    CHECK(text_of(read(formats::write_journal(with_words(std::string_view("a\0b", 3)), facts)).journal) == "a\uFFFDb");
    std::string bytes = formats::write_journal(with_words("여기"), facts);
    replace(bytes, "여기", "a\\u0000b");
    CHECK(text_of(read(bytes).journal) == "a\uFFFDb");
    journal::Journal journal = with_words("");
    journal.title = "\xEA\xB8";
    CHECK(read(formats::write_journal(journal, facts)).journal.title == "\uFFFD");
}

TEST_CASE("a change made outside is noticed, another layout is not one") {
    const std::string bytes = formats::write_journal(with_words("하나\n둘"), facts);
    std::string changed = bytes;
    replace(changed, "하나", "셋");
    CHECK(read(changed).changed_outside);
    CHECK(text_of(read(changed).journal) == "셋\n둘");

    std::string windows;
    for (const char c : bytes) windows += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK_FALSE(read(windows).changed_outside);
    CHECK_FALSE(read("\xEF\xBB\xBF\n" + bytes).changed_outside);
    std::string compact;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != '\n' && !(bytes[i] == ' ' && (bytes[i - 1] == ' ' || bytes[i - 1] == '\n')))
            compact += bytes[i];
    CHECK_FALSE(read(compact).changed_outside);
    std::string later = bytes;
    replace(later, "2026-11-22", "2027-01-01");
    CHECK_FALSE(read(later).changed_outside);
    std::string more = bytes;
    replace(more, "\"entries\": [", "\"more\": 1,\n  \"entries\": [");
    CHECK(read(more).changed_outside);
}

TEST_CASE("of two unknown members of one name the later one is written, and none that is known") {
    journal::Journal journal = with_words("글");
    journal.unknown = {{"note", "1"}, {"note", "2"}, {"format", "\"other\""}, {"journal/id", "\"x\""}};
    journal.series[0].unknown = {{"id", "\"x\""}, {"fields/name", "3"}, {"fields/name/v", "4"}};
    const formats::ReadJournal back = read(formats::write_journal(journal, facts));
    CHECK(back.journal.unknown == std::vector<journal::Unknown>{{"note", "2"}});
    CHECK(back.journal.series[0].name == "글또");
    CHECK(back.journal.series[0].unknown.empty());
}

TEST_CASE("texts of many lines are no danger and are not counted as values") {
    std::string words;
    for (int i = 0; i < 300'000; ++i) words += "줄\n";
    CHECK(text_of(read(formats::write_journal(with_words(words), facts)).journal) == words);
}

TEST_CASE("limits are the reader's, and the program's own files have wide ones") {
    const std::string bytes = formats::write_journal(with_words("글"), facts);
    CHECK(formats::read_journal(bytes, {.bytes = bytes.size()}));
    CHECK(formats::read_journal(bytes, {.bytes = bytes.size() - 1}).error() == ReadError::too_large);
    CHECK(formats::read_journal(bytes, {.values = 10}).error() == ReadError::too_many);

    std::string many = "[0";
    for (int i = 0; i < 200'000; ++i) many += ",0";
    journal::Journal journal = with_words("글");
    journal.unknown = {{"many", many + "]"}};
    const std::string large = formats::write_journal(journal, facts);
    CHECK(formats::read_journal(large).error() == ReadError::too_many);
    CHECK(formats::read_journal(large, formats::own_file));
}
