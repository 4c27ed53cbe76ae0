// Goals in the journal's file: what they are, where their words are found again, and what is refused.
#include <doctest/doctest.h>

#include <string>

#include "formats/change_json.h"
#include "formats/journal_json.h"
#include "formats_fixture.h"

using namespace dajim;
using formats::ReadError;
using journal::End;
using journal::Pair;
using text::Range;

namespace {

const formats::ExportFacts facts{"2026-11-22T01:10:00Z", "Dajim 0.1.0", "k3f9"};

void replace(std::string& text, std::string_view what, std::string_view by) {
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, what);
    text.replace(at, what.size(), by);
}

std::string fixture() { return read_fixture("journals/1.1-goals.dajim.json"); }

/// The fixture with one piece of it exchanged.
std::string but(std::string_view what, std::string_view by) {
    std::string bytes = fixture();
    replace(bytes, what, by);
    return bytes;
}

Pair pair_of(std::string_view bytes) {
    const auto read = formats::read_journal(bytes);
    REQUIRE(read);
    return read.value().journal.series.at(0).pairs.at(0);
}

/// A file of one pair with these words in its resolution, and these entries.
std::string file(const std::string& words, const std::string& entries) {
    return R"({"format":"dajim","version":"1.1","journal":{},"entries":[{"id":"s","kind":"series","fields":{"name":{"v":""}}},)"
           R"({"id":"p","kind":"pair","series":"s","fields":{"name":{"v":""}}},{"kind":"resolution","pair":"p","fields":{"text":{"v":")" +
           words + "\"}}}" + entries + "]}";
}

std::string goal(const std::string& fields, const std::string& members = "\"mark\":\"g\"") {
    return ",{\"kind\":\"goal\",\"pair\":\"p\"," + members + ",\"fields\":{" + fields + "}}";
}

std::string quote(const std::string& members) { return "\"quote\":{\"v\":{" + members + "}}"; }

std::optional<Range> place(const std::string& words, const std::string& fields) {
    return pair_of(file(words, goal(fields))).goals.at(0).words.range;
}

}  // namespace

TEST_CASE("goals in the file: all of them is read, and the same bytes are written") {
    const auto read = formats::read_journal(fixture());
    REQUIRE(read);
    CHECK_FALSE(read.value().changed_outside);
    CHECK(read.value().version == "1.1");
    std::string again = formats::write_journal(read.value().journal, facts);
    replace(again, "\"version\": \"1.2\"", "\"version\": \"1.1\"");
    const auto without_sum = [](const std::string& file) { return file.substr(0, file.find("\"sha256\"")); };
    CHECK(without_sum(again) == without_sum(fixture()));

    const Pair pair = pair_of(fixture());
    CHECK(pair.done == journal::Date{2023, 8, 2});
    CHECK(pair.refused == std::vector<std::string>{"봄이 오기 전에"});
    REQUIRE(pair.seal);
    CHECK(pair.seal->date == journal::Date{2023, 2, 14});
    CHECK(pair.seal->text.ends_with("- 일찍 자기\n"));
    REQUIRE(pair.goals.size() == 3);
    const journal::Goal& goal = pair.goals[0];
    CHECK(goal.id == "g-1");
    CHECK(goal.words.range == Range{{2, 2}, {2, 31}});
    CHECK(goal.sealed == "두 주에 한 편");
    REQUIRE(goal.amendments.size() == 1);
    CHECK(goal.amendments[0].words == "두 주에 한 편, 끝까지");
    CHECK(goal.measure == journal::Measure{journal::MeasureKind::rate, 1, 0, "편", journal::Period::week, 2});
    REQUIRE(goal.tallies.size() == 2);
    CHECK(goal.tallies[1].amount == 0.5);
    CHECK(goal.confidence == 70);
    CHECK(goal.origin == journal::Origin{"p-2nd", "g-7", journal::Carried::raised});
    REQUIRE(goal.verdict);
    CHECK(goal.verdict->kind == journal::VerdictKind::partly);
    CHECK(goal.verdict->still_right == true);
    CHECK(goal.verdict->obstacles == std::vector<std::string>{"time", "이사"});
    REQUIRE(goal.answers.size() == 1);
    CHECK(goal.answers[0].exact == "열 편 가운데 일곱 편을 썼다.");
    CHECK_FALSE(pair.goals[1].words.range);
    CHECK_FALSE(pair.goals[1].remembered);
    CHECK(pair.goals[2].remembered);
    CHECK(pair.unpromised.at(0).range);
    CHECK(pair.echoes.at(0).range);
}

TEST_CASE("goals in the file: in any order, and beside members of a later version") {
    std::string bytes = but("\"exact\":\"일찍 자기\"", "\"exact\":\"일찍 자기\",\"refinedBy\":{\"type\":\"X\"}");
    replace(bytes, "\"note\":\"반만\"", "\"note\":\"반만\",\"from\":\"watch\"");
    replace(bytes, "\"kind\":\"partly\"", "\"kind\":\"partly\",\"by\":\"friend\"");
    replace(bytes, "\"confidence\": { \"v\": 70 }", "\"confidence\": { \"v\": 70, \"rev\": \"k3f9:1\" }");
    replace(bytes, "\"mark\": \"u-1\"", "\"mark\": \"u-1\",\n      \"seen\": [1]");
    const auto read = formats::read_journal(bytes);
    REQUIRE(read);
    const std::string written = formats::write_journal(read.value().journal, facts);
    for (const char* const kept : {"\"refinedBy\":{\"type\":\"X\"}", "\"from\":\"watch\"", "\"by\":\"friend\"", "\"rev\": \"k3f9:1\"", "\"seen\": [1]"}) {
        CAPTURE(kept);
        CHECK(written.find(kept) != std::string::npos);
    }
    const auto again = formats::read_journal(written);
    REQUIRE(again);
    CHECK(again.value().journal == read.value().journal);

    const std::string answer = R"(,{"kind":"answer","pair":"p","goal":"g","mark":"a","fields":{"quote":{"v":{"exact":"x"}}}})";
    CHECK(pair_of(file("", answer + goal(quote("\"exact\":\"y\"")))).goals.at(0).answers.size() == 1);
}

TEST_CASE("goals in the file: words are looked for where they stood, then by what stood around them, and are never dropped") {
    const std::string position = R"("position":{"v":{"start":9,"end":11}},)";
    CHECK(place("- 운동\\n- 글\\n- 운동", position + quote("\"exact\":\"운동\"")) == Range{{2, 2}, {2, 8}});
    CHECK(place("- 운동\\n- 글\\n- 운동", quote("\"exact\":\"운동\",\"prefix\":\"글\\n- \"")) == Range{{2, 2}, {2, 8}});
    CHECK(place("머리말\\n- 운동\\n- 글\\n- 운동", position + quote("\"exact\":\"운동\",\"prefix\":\"글\\n- \"")) == Range{{3, 2}, {3, 8}});
    CHECK(place("🌱🌱운동", R"("position":{"v":{"type":"TextPositionSelector","start":2,"end":4}},)" + quote("\"exact\":\"운동\"")) ==
          Range{{0, 8}, {0, 14}});
    CHECK_FALSE(place("- 운동", R"("lost":{"v":true},)" + quote("\"exact\":\"운동\"")));
    CHECK_FALSE(place("- 운동", R"("remembered":{"v":true},)" + quote("\"exact\":\"운동\"")));
    CHECK_FALSE(place("- 운 동", quote("\"exact\":\"운동\"")));
    CHECK_FALSE(place("", quote("\"exact\":\"운동\"")));
    CHECK(place("- 운동", R"("position":{"v":{"start":18446744073709551615,"end":3}},)" + quote("\"exact\":\"운동\"")) == Range{{0, 2}, {0, 8}});
    // What was changed by hand moves the words, and they are found.
    CHECK(pair_of(but("\"# 봄이 오기 전에 🌱\\n\",\n            \"\\n\",\n            \"- 두 주에 한 편, 끝", "\"- 두 주에 한 편, 끝")).goals[0].words.range ==
          Range{{0, 2}, {0, 31}});
}

TEST_CASE("goals in the file: what does not fit makes it unreadable as a whole") {
    const auto refused = [](const std::string& bytes) {
        const auto read = formats::read_journal(bytes);
        REQUIRE_MESSAGE(!read, bytes);
        CHECK(read.error() == ReadError::bad_content);
    };
    const std::string fine = quote("\"exact\":\"x\"");
    CHECK(formats::read_journal(file("", goal(fine))));
    refused(file("", goal("")));
    refused(file("", goal(quote(""))));
    refused(file("", goal(quote("\"exact\":\"\""))));
    refused(file("", goal(quote("\"exact\":1"))));
    refused(file("", goal(quote("\"exact\":\"x\",\"type\":\"XPathSelector\""))));
    refused(file("", goal(fine + R"(,"position":{"v":{"start":-1,"end":3}})")));
    refused(file("", goal(fine + R"(,"position":{"v":{"start":0.5,"end":3}})")));
    refused(file("", goal(fine + R"(,"position":{"v":{"start":0}})")));
    for (const char* const id : {"", "../x", "한글"}) refused(file("", goal(fine, "\"mark\":\"" + std::string(id) + "\"")));
    refused(file("", goal(fine, "\"mark\":1")));
    refused(file("", goal(fine, "\"id\":\"g\"")));
    refused(file("", goal(fine) + goal(fine)));
    for (const char* const field :
         {R"("confidence":{"v":101})", R"("confidence":{"v":-1})", R"("confidence":{"v":1.5})", R"("confidence":{"v":"70"})",
          R"("weight":{"v":0})", R"("weight":{"v":6})", R"("weight":{"v":1e300})", R"("notes":{"v":1})", R"("notes":7)", R"("lost":{"v":1})",
          R"("evidence":{"v":"x"})", R"("evidence":{"v":[1]})", R"("measure":{"v":{}})", R"("measure":{"v":{"kind":"often"}})",
          R"("measure":{"v":{"kind":"rate","amount":1e300}})", R"("measure":{"v":{"kind":"rate","every":0}})", R"("measure":{"v":[]})",
          R"("tallies":{"v":[{"amount":1}]})", R"("tallies":{"v":[{"date":"2024-02-30"}]})", R"("tallies":{"v":["x"]})", R"("tallies":{"v":{}})",
          R"("amendments":{"v":[{"date":"2024-02-29"}]})", R"("verdict":{"v":{}})", R"("verdict":{"v":{"kind":"maybe"}})",
          R"("verdict":{"v":{"kind":"kept","score":101}})", R"("verdict":{"v":{"kind":"kept","still_right":1}})", R"("verdict":{"v":"kept"})",
          R"("origin":{"v":{"pair":"p"}})", R"("origin":{"v":{"pair":"../p","mark":"g"}})"}) {
        CAPTURE(field);
        refused(file("", goal(fine + "," + field)));
    }
    refused(file("", R"(,{"kind":"goal","mark":"g","fields":{}})"));
    refused(file("", R"(,{"kind":"answer","pair":"p","mark":"a","fields":{}})"));
    refused(file("", goal(fine) + R"(,{"kind":"answer","pair":"p","goal":"g","mark":"g","fields":{"quote":{"v":{"exact":"x"}}}})"));
    const std::string seal = R"(,{"kind":"seal","pair":"p","fields":{"date":{"v":"2024-02-29"},"text":{"v":[]}}})";
    CHECK(pair_of(file("", seal)).seal);
    refused(file("", seal + seal));
    refused(file("", R"(,{"kind":"seal","pair":"p","fields":{"text":{"v":[]}}})"));
    refused(file("", R"(,{"kind":"seal","pair":"p","fields":{"date":{"v":"2024-02-29"}}})"));

    std::string many;
    for (std::size_t i = 0; i <= journal::most_marks; ++i) many += goal(fine, "\"mark\":\"g" + std::to_string(i) + "\"");
    refused(file("", many));
}

TEST_CASE("goals in the file: what is about a pair or goal that is not there is kept as it is") {
    const std::string other = R"(,{"kind":"goal","pair":"q","mark":"g","fields":{"quote":{"v":{"exact":"x"}}}})";
    const std::string answer = R"(,{"kind":"answer","pair":"p","goal":"h","mark":"a","fields":{"quote":{"v":{"exact":"x"}}}})";
    const auto read = formats::read_journal(file("", other + answer));
    REQUIRE(read);
    CHECK(read.value().journal.series[0].pairs[0].goals.empty());
    const std::string written = formats::write_journal(read.value().journal, facts);
    CHECK(written.find(other.substr(1, other.size() - 2)) != std::string::npos);
    CHECK(written.find(answer.substr(1, answer.size() - 2)) != std::string::npos);
    CHECK(formats::read_journal(written).value().journal == read.value().journal);

    // Once without a home, always: a goal that comes later under that id takes no strange answer, and no mark comes twice.
    journal::Journal later = read.value().journal;
    later.series[0].pairs[0] = pair_of(file("", goal(quote("\"exact\":\"x\""), "\"mark\":\"h\"")));
    journal::Passage mine{"a", {}, "y"};
    later.series[0].pairs[0].goals.at(0).answers.push_back(mine);
    const auto back = formats::read_journal(formats::write_journal(later, facts));
    REQUIRE(back);
    CHECK(back.value().journal == later);
}

TEST_CASE("goals in the file: what a later version knows of a place stays with words that are lost") {
    const auto read = formats::read_journal(file("", goal(R"("position":{"v":{"start":3,"end":5,"page":7}},)" + quote("\"exact\":\"x\""))));
    REQUIRE(read);
    REQUIRE_FALSE(read.value().journal.series[0].pairs[0].goals.at(0).words.range);
    const std::string written = formats::write_journal(read.value().journal, facts);
    CHECK(written.find("\"page\":7") != std::string::npos);
    const auto again = formats::read_journal(written);
    REQUIRE(again);
    CHECK(again.value().journal == read.value().journal);
}

TEST_CASE("goals in the file: many marks with words that are nowhere do not stop the reader") {
    std::string words, goals;
    for (int i = 0; i < 200'000; ++i) words += "같은 말 ";
    for (int i = 0; i < 2'000; ++i) goals += goal(quote("\"exact\":\"같은 말 같은 말 같은 말!\""), "\"mark\":\"g" + std::to_string(i) + "\"");
    CHECK(pair_of(file(words, goals)).goals.size() == 2'000);
}

TEST_CASE("records that a version without goals left are read") {
    const auto read = formats::read_changes(
        R"([{"do":"add pair","series":"s","index":0,"pair":{"id":"p","name":"","start":"","end":"","resolution":{"text":"a","line_ending":"lf","bom":0,)"
        R"("file_name":"","unknown":[]},"retrospective":{"text":"","line_ending":"lf","bom":0,"file_name":"","unknown":[]},"unknown":[]}},)"
        R"({"do":"edit text","pair":"p","end":"resolution","range":[0,0,0,0],"text":"x"},)"
        R"({"do":"replace document","pair":"p","end":"resolution","document":{"text":"b","line_ending":"lf","bom":0,"file_name":"","unknown":[]}}])");
    REQUIRE(read);
    CHECK(read.value().size() == 3);
}
