// Marking, judging, sealing and carrying goals, as somebody at the desk does it.
#include <doctest/doctest.h>

#include "app/goal_words.h"
#include "app_writer.h"

using namespace dajim;
using fake::Target;
using journal::Goal;
using journal::VerdictKind;

namespace {

const journal::Pair& pair(const fake::Writer& writer) { return *writer.state().chosen_pair(); }

void put(fake::Writer& writer, Target target, std::size_t paragraph, std::size_t byte = 0) {
    writer.go(target);
    writer.select(target, {{paragraph, byte}, {paragraph, byte}, {}});
}

struct AtDesk {
    fake::Folder folder;
    fake::Writer writer{folder};
    explicit AtDesk(std::string_view resolution, std::string_view retrospective = {}) {
        writer.open_with(fake::one_pair(resolution, retrospective));
    }
    void mark(Target target, std::size_t paragraph) {
        put(writer, target, paragraph);
        writer.key("ctrl+j");
    }
    const Goal& goal(std::size_t at) const { return pair(writer).goals.at(at); }
};

}  // namespace

TEST_CASE("one key makes the line at the caret a goal, without its list's signs") {
    AtDesk desk("# 다짐\n\n- [ ] 글을 최소 5번 쓴다\n## 커피챗\n그냥 문장");
    desk.mark(Target::resolution, 2);
    desk.mark(Target::resolution, 3);
    desk.mark(Target::resolution, 4);
    REQUIRE(pair(desk.writer).goals.size() == 3);
    CHECK(desk.goal(0).words.exact == "글을 최소 5번 쓴다");
    CHECK(desk.goal(1).words.exact == "커피챗");
    CHECK(desk.goal(2).words.exact == "그냥 문장");
    REQUIRE(desk.goal(0).measure);
    CHECK(desk.goal(0).measure->kind == journal::MeasureKind::at_least);
    CHECK(desk.goal(0).measure->amount == 5);
    CHECK(desk.writer.state().goal == desk.goal(2).id);   // the card is that of the newest
    desk.writer.undo();
    CHECK(pair(desk.writer).goals.size() == 2);
    desk.writer.redo();
    CHECK(pair(desk.writer).goals.size() == 3);
}

TEST_CASE("a selection becomes a goal as it is; marked once more, the goal is only chosen") {
    AtDesk desk("책을 읽고 글을 쓴다");
    desk.writer.go(Target::resolution);
    desk.writer.select(Target::resolution, {{0, 0}, {0, 14}, {}});   // "책을 읽고 " and its blank
    desk.writer.key("ctrl+j");
    REQUIRE(pair(desk.writer).goals.size() == 1);
    CHECK(desk.goal(0).words.exact == "책을 읽고");
    desk.writer.run("leave-goal");
    CHECK(desk.writer.state().goal.empty());
    put(desk.writer, Target::resolution, 0, 3);
    desk.writer.select(Target::resolution, {{0, 0}, {0, 13}, {}});
    desk.writer.key("ctrl+j");
    CHECK(pair(desk.writer).goals.size() == 1);
    CHECK(desk.writer.state().goal == desk.goal(0).id);
}

TEST_CASE("in the retrospective the same key ties words to the chosen goal, and unties them") {
    AtDesk desk("- 하나\n- 둘", "하나는 했다\n덤으로 셋도 했다");
    desk.mark(Target::resolution, 0);
    desk.mark(Target::retrospective, 0);
    REQUIRE(desk.goal(0).answers.size() == 1);
    CHECK(desk.goal(0).answers[0].exact == "하나는 했다");
    desk.mark(Target::retrospective, 0);
    CHECK(desk.goal(0).answers.empty());
    SUBCASE("where no goal is chosen it was never promised") {
        desk.writer.run("leave-goal");
        desk.mark(Target::retrospective, 1);
        REQUIRE(pair(desk.writer).unpromised.size() == 1);
        CHECK(pair(desk.writer).unpromised[0].exact == "덤으로 셋도 했다");
        desk.mark(Target::retrospective, 1);
        CHECK(pair(desk.writer).unpromised.empty());
    }
    SUBCASE("or is remembered as a goal") {
        put(desk.writer, Target::retrospective, 1);
        desk.writer.run("remember");
        REQUIRE(pair(desk.writer).goals.size() == 2);
        CHECK(desk.goal(1).remembered);
        CHECK(desk.goal(1).answers.size() == 1);
        CHECK_FALSE(desk.goal(1).words.range);
    }
}

TEST_CASE("ten goals get their verdicts by twenty keys") {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "- 목표 " + std::to_string(i) + "\n";
    AtDesk desk(text, "돌아본다");
    for (std::size_t i = 0; i < 10; ++i) desk.mark(Target::resolution, i);
    desk.writer.run("leave-goal");
    desk.writer.go(Target::retrospective);
    const VerdictKind kinds[] = {VerdictKind::kept, VerdictKind::partly, VerdictKind::not_kept, VerdictKind::changed, VerdictKind::dropped,
                                 VerdictKind::cannot_judge};
    for (std::size_t i = 0; i < 10; ++i) {
        desk.writer.key("f8");
        desk.writer.key("ctrl+alt+" + std::to_string(i % 6 + 1));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        REQUIRE(desk.goal(i).verdict);
        CHECK(desk.goal(i).verdict->kind == kinds[i % 6]);
    }
    desk.writer.key("ctrl+alt+4");   // pressed once more: taken back
    CHECK_FALSE(desk.goal(9).verdict);
    desk.writer.key("f8");           // around the end
    CHECK(desk.writer.state().goal == desk.goal(0).id);
    desk.writer.key("ctrl+alt+7");
    CHECK(desk.goal(0).verdict->still_right == true);
    desk.writer.key("ctrl+alt+8");
    CHECK(desk.goal(0).verdict->still_right == false);
}

TEST_CASE("fields of the card take what can be used and say what cannot") {
    AtDesk desk("- 글을 쓴다", "썼다");
    desk.mark(Target::resolution, 0);
    fake::Writer& writer = desk.writer;
    writer.go(Target::goal_measure);
    writer.type("2주에 한 번");
    REQUIRE(desk.goal(0).measure);
    CHECK(desk.goal(0).measure->per == journal::Period::week);
    CHECK(desk.goal(0).measure->every == 2);
    writer.go(Target::goal_confidence);
    writer.type("80");
    CHECK(desk.goal(0).confidence == 80);
    writer.type("0");
    CHECK(writer.state().field(Target::goal_confidence).invalid);
    CHECK(desk.goal(0).confidence == 80);
    writer.key("escape");
    CHECK_FALSE(writer.state().field(Target::goal_confidence).invalid);
    writer.go(Target::goal_area);
    writer.compose("글쓰");
    writer.compose("글쓰기");
    writer.commit();
    CHECK(desk.goal(0).area == "글쓰기");
    writer.undo();
    CHECK(desk.goal(0).area.empty());
    writer.key("ctrl+alt+2");
    writer.go(Target::goal_reason);
    writer.type("바빴다");
    REQUIRE(desk.goal(0).verdict);
    CHECK(desk.goal(0).verdict->reason == "바빴다");
    writer.run("tally");
    CHECK(desk.goal(0).tallies.size() == 1);
}

TEST_CASE("words that were cut and pasted are the same goal again") {
    AtDesk desk("- 하나\n- 둘\n끝");
    desk.mark(Target::resolution, 0);
    desk.writer.key("ctrl+alt+1");
    desk.writer.go(Target::resolution);
    desk.writer.select(Target::resolution, {{0, 0}, {1, 0}, {}});
    desk.writer.cut();
    CHECK_FALSE(desk.goal(0).words.range);
    CHECK(desk.goal(0).words.exact == "하나");   // lost, not dropped
    put(desk.writer, Target::resolution, 1, 3);
    desk.writer.paste("\n- 하나");
    REQUIRE(desk.goal(0).words.range);
    CHECK(desk.goal(0).words.range->begin == text::Position{2, 2});
    CHECK(desk.goal(0).verdict->kind == VerdictKind::kept);
    desk.writer.undo();
    CHECK_FALSE(desk.goal(0).words.range);
    desk.writer.undo();
    CHECK(desk.goal(0).words.range->begin == text::Position{0, 2});
}

TEST_CASE("a quote brings the sealed words, and the caret under them") {
    AtDesk desk("- 글을 열 번 쓴다", "머리말");
    desk.mark(Target::resolution, 0);
    desk.writer.run("seal");
    desk.writer.run("seal-now");
    put(desk.writer, Target::resolution, 0, 24);
    desk.writer.type("고 싶다");
    REQUIRE(desk.goal(0).amendments.size() == 1);
    CHECK(desk.goal(0).sealed == "글을 열 번 쓴다");
    CHECK(desk.goal(0).amendments[0].words == "글을 열 번 쓴다고 싶다");
    put(desk.writer, Target::retrospective, 0);
    desk.writer.key("ctrl+alt+enter");
    CHECK(desk.writer.text(Target::retrospective) == "머리말\n\n> 글을 열 번 쓴다\n\n");
    CHECK(desk.writer.state().focus == Target::retrospective);
    CHECK(desk.writer.state().editor(Target::retrospective).selection.head == text::Position{4, 0});
    CHECK(desk.goal(0).answers.size() == 1);
    desk.writer.undo();
    CHECK(desk.writer.text(Target::retrospective) == "머리말");
    CHECK(desk.goal(0).answers.empty());
}

TEST_CASE("a quote that memory changed is told, and becomes what was promised by one command") {
    AtDesk desk("- 한 달에 노래 한 곡 만들기", "> 하루에 노래 한 곡 만들기\n못 했다");
    CHECK(desk.writer.state().misquotes.empty());   // nothing was promised yet
    desk.mark(Target::resolution, 0);
    REQUIRE(desk.writer.state().misquotes.size() == 1);
    put(desk.writer, Target::retrospective, 0, 5);
    desk.writer.run("mend-quote");
    CHECK(desk.writer.text(Target::retrospective) == "> 한 달에 노래 한 곡 만들기\n못 했다");
    CHECK(desk.writer.state().misquotes.empty());
    desk.writer.undo();
    CHECK(desk.writer.state().misquotes.size() == 1);
    desk.writer.run("new-pair");
    CHECK(desk.writer.state().misquotes.empty());
}

TEST_CASE("a goal goes on in the next pair, which is made for it, and knows where it comes from") {
    AtDesk desk("- 한 달에 한 권 읽는다", "못 읽었다");
    desk.mark(Target::resolution, 0);
    const journal::Id from = pair(desk.writer).id, goal = desk.goal(0).id;
    desk.writer.run("carry-goal");
    const auto& pairs = desk.writer.journal().series[0].pairs;
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[1].name == "10기");
    CHECK(pairs[1].documents[0].text.text() == "- 한 달에 한 권 읽는다");
    REQUIRE(pairs[1].goals.size() == 1);
    CHECK(pairs[1].goals[0].origin == journal::Origin{from, goal});
    desk.writer.run("carry-goal");   // once more: it is there already
    CHECK(desk.writer.journal().series[0].pairs[1].documents[0].text.text() == "- 한 달에 한 권 읽는다");
    desk.writer.undo();
    CHECK(desk.writer.journal().series[0].pairs.size() == 1);
}

TEST_CASE("a post that comes in proposes its goals; they are taken or left, and what was left is not proposed again") {
    AtDesk desk("");
    desk.writer.program.file_arrived("다짐.md", "# 다짐\n\n## 이번 목표\n\n- 글을 열 번 쓴다\n- 책을 읽는다\n- 커피챗을 한 달에 한 번 한다\n", Target::none);
    const app::Proposing& proposing = desk.writer.state().proposing;
    REQUIRE(proposing.all.size() == 3);
    CHECK(pair(desk.writer).goals.empty());
    desk.writer.run("accept");
    REQUIRE(proposing.all.size() == 2);
    CHECK(desk.goal(0).words.exact == "글을 열 번 쓴다");
    desk.writer.run("refuse");
    desk.writer.run("accept-all");
    CHECK_FALSE(proposing.open());
    REQUIRE(pair(desk.writer).goals.size() == 2);
    CHECK(desk.goal(1).words.exact == "커피챗을 한 달에 한 번 한다");
    desk.writer.run("find-goals");
    CHECK_FALSE(proposing.open());
    CHECK_FALSE(desk.writer.notice().empty());
}

TEST_CASE("proposals move with the words that are written above them") {
    AtDesk desk("## 목표\n- 글을 열 번 쓴다\n- 책을 읽는다");
    desk.writer.run("find-goals");
    REQUIRE(desk.writer.state().proposing.all.size() == 2);
    put(desk.writer, Target::resolution, 0, 0);
    desk.writer.type("머리말\n");
    CHECK(desk.writer.state().proposing.all[0].range.begin == text::Position{2, 2});
    desk.writer.go(Target::resolution);
    desk.writer.select(Target::resolution, {{2, 0}, {3, 0}, {}});
    desk.writer.cut();
    CHECK(desk.writer.state().proposing.all.size() == 1);
}

TEST_CASE("what a measure says is read again as the same measure") {
    for (const char* words : {"최소 5번", "벌금 10000원 이하", "2주에 한 번", "하루에 한 번 이상", "70%", "at least 3 posts", "at most 2 times a week"}) {
        const std::optional<journal::Measure> read = journal::read_measure(words);
        REQUIRE_MESSAGE(read, words);
        for (const app::Language language : {app::Language::ko, app::Language::en}) {
            const std::string said = app::measure_words(*read, language);
            const std::optional<journal::Measure> again = journal::read_measure(said);
            REQUIRE_MESSAGE(again, said);
            CHECK_MESSAGE(again->kind == read->kind, said);
            CHECK_MESSAGE(again->amount == read->amount, said);
            CHECK_MESSAGE(again->per == read->per, said);
            CHECK_MESSAGE(again->every == read->every, said);
        }
    }
}

TEST_CASE("what was carried on is there when the desk is opened again, from the log and from the files") {
    AtDesk desk("- 한 달에 한 권 읽는다", "못 읽었다");
    desk.mark(Target::resolution, 0);
    desk.writer.run("carry-goal");
    desk.writer.host.pass(300);
    SUBCASE("from the log") {}
    SUBCASE("from the files") {
        desk.writer.host.answer();
        desk.writer.host.pass(5000);
        desk.writer.host.answer();
    }
    fake::Writer again(desk.folder);
    again.open(desk.writer.host.record_bytes(), desk.writer.host.place);
    REQUIRE(again.journal().series[0].pairs.size() == 2);
    CHECK(again.journal().series[0].pairs[1].documents[0].text.text() == "- 한 달에 한 권 읽는다");
    CHECK(again.journal().series[0].pairs[1].goals.size() == 1);
}

TEST_CASE("what was erased letter by letter keeps its words, and comes back as it was") {
    AtDesk desk("- 글을 열 번 쓴다\n끝", "글은 썼다");
    desk.mark(Target::resolution, 0);
    const journal::Journal before = desk.writer.journal();
    put(desk.writer, Target::resolution, 0, 24);
    SUBCASE("by Backspace") {
        for (int press = 0; press < 11; ++press) desk.writer.key("backspace");
    }
    SUBCASE("with a rest between") {
        for (int press = 0; press < 11; ++press) {
            desk.writer.key("backspace");
            if (press == 6) desk.writer.host.pass(5000);
        }
    }
    SUBCASE("word by word") {
        for (int press = 0; press < 5; ++press) desk.writer.key("ctrl+backspace");
    }
    CHECK_FALSE(desk.goal(0).words.range);
    CHECK(desk.goal(0).words.exact == "글을 열 번 쓴다");
    const journal::Journal erased = desk.writer.journal();
    int steps = 0;
    while (desk.goal(0).words.range != before.series[0].pairs[0].goals[0].words.range && steps < 12) {
        desk.writer.undo();
        ++steps;
    }
    CHECK(desk.writer.journal() == before);
    for (; steps > 0; --steps) desk.writer.redo();
    CHECK(desk.writer.journal() == erased);
}

TEST_CASE("what was typed in between is what is lost") {
    AtDesk desk("- 책");
    desk.mark(Target::resolution, 0);
    put(desk.writer, Target::resolution, 0, 5);
    desk.writer.key("backspace");
    CHECK(desk.goal(0).words.exact == "책");
    desk.writer.undo();
    desk.writer.type("들");
    for (int press = 0; press < 2; ++press) desk.writer.key("backspace");
    CHECK(desk.goal(0).words.exact == "책들");
}

TEST_CASE("a note is one change to the log, however many keys it took") {
    AtDesk desk("- 글을 쓴다");
    desk.mark(Target::resolution, 0);
    desk.writer.host.pass(300);
    desk.writer.host.answer();
    const std::size_t records = desk.writer.host.record_bytes().size();
    desk.writer.go(Target::goal_notes);
    desk.writer.type("밤마다 조금씩 썼다");
    desk.writer.host.pass(300);
    const std::vector<std::string> all = desk.writer.host.record_bytes();
    REQUIRE(all.size() == records + 1);
    CHECK(all.back().find("밤마다 조금씩 썼다") != std::string::npos);
    CHECK(all.back().find("\"밤마다\"") == std::string::npos);
    fake::Writer again(desk.folder);
    again.open(all, desk.writer.host.place);
    CHECK(again.journal() == desk.writer.journal());
}
