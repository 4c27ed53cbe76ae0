// Finding and replacing through the whole journal, in slices, by those who only read, and how much at a time.
#include <doctest/doctest.h>

#include "app_writer.h"
#include "store/record.h"

using namespace dajim;
using fake::Target;
using journal::End;

namespace {

/// Three pairs, "1기" to "3기", the last one chosen.
journal::Series three_pairs() {
    journal::Series series = fake::one_pair("첫 다짐\n글또 하나", "글또 둘");
    series.pairs[0].id = "p1";
    series.pairs[0].name = "1기";
    for (const char* name : {"2기", "3기"}) {
        journal::Pair pair;
        pair.id = std::string("p") + name[0];
        pair.name = name;
        pair.document(End::resolution).text = text::Buffer(std::string(name) + " 다짐, 글또");
        series.pairs.push_back(pair);
    }
    return series;
}

std::string text_of(const fake::Writer& writer, const char* pair, journal::End end) {
    return journal::find_pair(writer.journal(), pair)->document(end).text.text();
}

}  // namespace



TEST_CASE("all pairs are looked through, and what is next there is gone to when it is asked for") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(three_pairs());
    writer.go(Target::resolution);
    writer.key("ctrl+f");
    writer.run("find-in-journal");
    writer.type("글또");
    const app::Finding& finding = writer.state().finding;
    CHECK(finding.count() == 4);
    CHECK(writer.state().pair == "p3");
    CHECK(writer.marked(Target::resolution) == "3기 다짐, [글또¦]");
    CHECK(finding.index_of({"p3", End::resolution, writer.state().editor(Target::resolution).selection.range()}) == 3);
    writer.key("enter");   // round to the first
    CHECK(writer.state().pair == "p1");
    CHECK(writer.marked(Target::resolution) == "첫 다짐\n[글또¦] 하나");
    CHECK(writer.state().focus == Target::find_words);
    writer.key("enter");
    CHECK(writer.state().shown == End::retrospective);
    CHECK(writer.marked(Target::retrospective) == "[글또¦] 둘");
    writer.key("shift+enter");
    writer.key("shift+enter");
    CHECK(writer.state().pair == "p3");
    SUBCASE("a match of the list is gone to, and the page has the keyboard") {
        writer.program.perform(app::GoToMatch{2});
        CHECK(writer.state().pair == "p2");
        CHECK(writer.state().focus == Target::resolution);
        CHECK(writer.marked(Target::resolution) == "2기 다짐, [글또¦]");
    }
    SUBCASE("Escape stays there") {
        writer.key("escape");
        CHECK(writer.state().pair == "p3");
        CHECK(writer.state().focus == Target::resolution);
        CHECK_FALSE(finding.open);
    }
}

TEST_CASE("what is composed never leads into another pair") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(three_pairs());
    writer.go(Target::resolution);
    writer.key("ctrl+f");
    writer.run("find-in-journal");
    writer.compose("ㅎ");
    writer.compose("하");
    CHECK(writer.state().finding.count() == 1);   // in the first pair
    CHECK(writer.state().pair == "p3");
    CHECK(writer.state().editor(Target::find_words).preedit);
    CHECK(writer.marked(Target::find_words) == "하¦");
    writer.key("enter");
    CHECK(writer.state().pair == "p1");
}

TEST_CASE("replacing in all pairs is one step, told with its places, and taken back where it was asked for") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(three_pairs());
    const journal::Journal before = writer.journal();
    writer.go(Target::resolution);
    writer.key("ctrl+h");
    writer.run("find-in-journal");
    writer.type("글또");
    writer.go(Target::replacement);
    writer.type("모임");
    writer.run("replace-all");
    CHECK(writer.notice() == "4곳을 바꿨다: 1기 다짐 1, 1기 회고 1, 2기 다짐 1, 그 밖의 글 1편");
    CHECK(text_of(writer, "p1", End::resolution) == "첫 다짐\n모임 하나");
    CHECK(text_of(writer, "p2", End::resolution) == "2기 다짐, 모임");
    CHECK(text_of(writer, "p3", End::resolution) == "3기 다짐, 모임");
    CHECK(writer.state().finding.count() == 0);
    writer.run("previous-pair");
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK(writer.state().pair == "p3");
    CHECK(writer.marked(Target::resolution) == "3기 다짐, [글또¦]");
    writer.redo();
    CHECK(text_of(writer, "p1", End::retrospective) == "모임 둘");
}

TEST_CASE("replacing leaves every byte round a match as it was") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("\u1112\u1161\u11AB\u1100\u1173\u11AF\t한글\r\n  ＫＰＴ\u00A0kpt"));
    writer.go(Target::resolution);
    writer.key("ctrl+h");
    writer.type("kpt");
    writer.go(Target::replacement);
    writer.type("x");
    writer.run("replace-all");
    CHECK(writer.text(Target::resolution) == "\u1112\u1161\u11AB\u1100\u1173\u11AF\t한글\r\n  x\u00A0x");
}

TEST_CASE("whoever only reads may find, and replace nothing") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open({store::write_record({1, {journal::SeriesAdded{three_pairs(), 0}}})}, {}, false);
    writer.program.perform(app::ChoosePair{"p1"});
    writer.go(Target::resolution);
    writer.key("ctrl+f");
    writer.type("글또");
    CHECK(writer.text(Target::find_words) == "글또");
    CHECK(writer.marked(Target::resolution) == "첫 다짐\n[글또¦] 하나");
    writer.key("ctrl+h");
    CHECK_FALSE(writer.state().finding.replacing);
    writer.run("replace-all");
    CHECK(text_of(writer, "p1", End::resolution) == "첫 다짐\n글또 하나");
}

TEST_CASE("matches follow what is written while the bar is there") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("글또"));
    writer.go(Target::resolution);
    writer.key("ctrl+f");
    writer.type("글또");
    writer.go(Target::resolution);
    writer.key("ctrl+end");
    CHECK_FALSE(writer.state().finding.index_of({"p", End::resolution, writer.state().editor(Target::resolution).selection.range()}));
    writer.type(" 글");
    CHECK(writer.state().finding.count() == 1);
    writer.type("또");
    CHECK(writer.state().finding.count() == 2);
    writer.undo();
    CHECK(writer.state().finding.count() == 1);
    writer.key("escape");   // from the page as well
    CHECK_FALSE(writer.state().finding.open);
}

TEST_CASE("a great journal is looked through in slices, and what is written meanwhile goes on") {
    fake::Folder folder;
    fake::Writer writer(folder);
    std::string words;
    while (words.size() < 3'000'000) words += "여기에는 아무것도 없고 또 없다 그리고 더 없다\n";
    journal::Series series = three_pairs();
    series.pairs[0].document(End::retrospective).text = text::Buffer(words + "글또");
    writer.open_with(series);
    writer.go(Target::resolution);
    writer.key("ctrl+f");
    writer.run("find-in-journal");
    writer.type("글또");
    const app::Finding& finding = writer.state().finding;
    CHECK_FALSE(finding.complete());
    CHECK(finding.complete("p3"));   // where the person is comes first
    CHECK(writer.marked(Target::resolution) == "3기 다짐, [글또¦]");
    CHECK(writer.host.wake);
    writer.host.pass(20);
    CHECK(finding.complete());
    CHECK(finding.count() == 4);
    writer.host.pass(60'000);
    CHECK_FALSE(writer.host.wake);   // nothing more to do
    SUBCASE("what is asked for does not wait") {
        writer.type(" 하");
        CHECK_FALSE(finding.complete());
        writer.key("enter");
        CHECK(finding.complete());
        CHECK(writer.state().pair == "p1");
        CHECK(writer.marked(Target::resolution) == "첫 다짐\n[글또 하¦]나");
    }
}

TEST_CASE("very many matches are replaced by one edit, and carets stay between the words they were between") {
    fake::Folder folder;
    fake::Writer writer(folder);
    std::string words, replaced;
    for (int line = 0; line < 3000; ++line) {
        words += "가 나 가\n";
        replaced += "다라 나 다라\n";
    }
    writer.open_with(fake::one_pair(words));
    writer.select(Target::resolution, {{1500, 4}, {1500, 4}});
    writer.go(Target::resolution);
    writer.key("ctrl+h");
    writer.type("가");
    writer.select(Target::resolution, {{1500, 4}, {1500, 4}});
    writer.go(Target::replacement);
    writer.type("다라");
    writer.run("replace-all");
    CHECK(writer.text(Target::resolution) == replaced);
    CHECK(writer.state().editor(Target::resolution).selection.head == text::Position{1500, 7});
    writer.undo();
    CHECK(writer.text(Target::resolution) == words);
    CHECK(writer.state().editor(Target::resolution).selection.head == text::Position{1500, 4});
}
