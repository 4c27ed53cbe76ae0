// The write-ahead log's changes: read back to the same effect, and refused when anything about them is wrong.
#include <doctest/doctest.h>

#include <string>

#include "formats/change_json.h"
#include "journal_sample.h"

using namespace dajim;
using formats::read_changes;
using formats::write_changes;

TEST_CASE("replaying what was written does what was done, for every kind of change") {
    std::size_t kinds = 0;
    std::vector<bool> seen(std::variant_size_v<journal::Change>);
    for (unsigned seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        journal::Journal journal = sample.journal();
        journal::Journal replayed = journal;
        std::vector<journal::Change> changes;
        for (int step = 0; step < 60; ++step) {
            journal::Change change = sample.change(journal);
            if (!journal::apply(journal, change)) continue;
            if (!seen[change.index()]) ++kinds;
            seen[change.index()] = true;
            changes.push_back(std::move(change));
        }
        const std::string json = write_changes(changes);
        CHECK(json.find('\n') == std::string::npos);
        const auto read = read_changes(json);
        REQUIRE(read);
        CHECK(read.value().size() == changes.size());
        CHECK(write_changes(read.value()) == json);
        for (const journal::Change& change : read.value()) REQUIRE(journal::apply(replayed, change));
        CHECK(replayed == journal);
    }
    CHECK(kinds == seen.size());
    CHECK(write_changes({}) == "[]");
    CHECK(read_changes("[]").value().empty());
}

TEST_CASE("an edit keeps its places and its words exactly") {
    const journal::TextEdited edit{
        "p", journal::End::retrospective, {{{1, 2}, {3, 4}}, std::string("a\0\"\\\n\r글", 9)}};
    const auto read = read_changes(write_changes({edit}));
    REQUIRE(read);
    const auto* const back = std::get_if<journal::TextEdited>(&read.value().at(0));
    REQUIRE(back != nullptr);
    CHECK(back->pair == edit.pair);
    CHECK(back->end == edit.end);
    CHECK(back->edit == edit.edit);
}

TEST_CASE("anything cut, added, missing or of a wrong type is refused") {
    Sample sample(5);
    journal::Journal journal = sample.journal();
    std::vector<journal::Change> changes;
    while (changes.size() < 4) {
        journal::Change change = sample.change(journal);
        if (journal::apply(journal, change)) changes.push_back(std::move(change));
    }
    const std::string json = write_changes(changes);
    for (std::size_t length = 0; length < json.size(); ++length) CHECK_FALSE(read_changes(json.substr(0, length)));
    for (const char* const bad :
         {"",
          "{}",
          "null",
          "[1]",
          "[\"x\"]",
          "[[]]",
          "[{}]",
          R"([{"do":"dance"}])",
          R"([{"do":"rename journal"}])",
          R"([{"do":"rename journal","title":1}])",
          R"([{"do":"rename journal","title":"x","more":1}])",
          R"([{"do":"rename journal","title":"x","title":"x"}])",
          R"([{"do":"move series","series":"s","index":-1}])",
          R"([{"do":"move series","series":"s","index":1.5}])",
          R"([{"do":"move series","series":"s","index":"1"}])",
          R"([{"do":"move series","series":"s","index":99999999999999999999999}])",
          R"([{"do":"date pair","pair":"p","start":"2024-02-30","end":""}])",
          R"([{"do":"date pair","pair":"p","start":null,"end":""}])",
          R"([{"do":"edit text","pair":"p","end":"middle","range":[0,0,0,0],"text":""}])",
          R"([{"do":"edit text","pair":"p","end":"resolution","range":[0,0,0],"text":""}])",
          R"([{"do":"edit text","pair":"p","end":"resolution","range":[0,0,0,"0"],"text":""}])",
          R"([{"do":"adopt journal","id":"j","title":"","unknown":["key"]}])",
          R"([{"do":"adopt journal","id":"j","title":"","unknown":["key","{"]}])",
          R"([{"do":"add series","index":0,"series":{"id":"s","name":"","pairs":["p"],"unknown":[]}}])",
          R"([{"do":"rename journal","title":"\ud800"}])",
          "[{\"do\":\"rename journal\",\"title\":\"\xFF\"}]"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_changes(bad));
    }
    CHECK_FALSE(read_changes(std::string(100'000, '[')));
}
