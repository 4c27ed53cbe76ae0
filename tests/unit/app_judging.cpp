// Ticks with amounts, the verdict they propose, and scores: what a goal's card takes and what it says.
#include <doctest/doctest.h>

#include "app/links.h"
#include "app/obstacles.h"
#include "app/tallies.h"
#include "app_writer.h"
#include "store/record.h"

using namespace dajim;
using fake::Target;
using journal::Goal;
using journal::VerdictKind;

namespace {

struct AtDesk {
    fake::Folder folder;
    fake::Writer writer{folder};
    explicit AtDesk(std::string_view resolution, std::string_view retrospective = "돌아본다") {
        writer.open_with(fake::one_pair(resolution, retrospective));
        writer.go(Target::resolution);
        writer.select(Target::resolution, {{0, 0}, {0, 0}, {}});
        writer.key("ctrl+j");
    }
    const journal::Pair& pair() const { return *writer.state().chosen_pair(); }
    const Goal& goal() const { return pair().goals.at(0); }
    std::string ticks() const { return app::tally_words(goal(), pair(), app::Language::ko); }
};

}  // namespace

TEST_CASE("an amount and a note are read of what is written beside a tick") {
    const journal::Date day{2026, 3, 1};
    struct Row { const char* words; double amount; const char* note; };
    const Row rows[] = {{"", 1, ""},           {"+3", 3, ""},          {"3", 3, ""},           {"2시간", 2, "시간"},       {"1.5 hours in the rain", 1.5, "hours in the rain"},
                        {"3번", 3, ""},        {"2회 밤에", 2, "밤에"}, {"비가 왔다", 1, "비가 왔다"}, {"3월 5일에", 1, "3월 5일에"}, {"2번째 글", 1, "2번째 글"},
                        {"1,200 steps", 1200, "steps"}, {"2026-03-01", 1, "2026-03-01"}, {"7:30", 1, "7:30"}, {"0", 0, ""}, {"9기 글", 1, "9기 글"}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.words));
        const std::optional<journal::Tally> read = app::read_tally(row.words, std::nullopt, day);
        REQUIRE(read);
        CHECK(read->amount == doctest::Approx(row.amount));
        CHECK(read->note == row.note);
        CHECK(read->date == day);
    }
    CHECK_FALSE(app::read_tally("-2", std::nullopt, day));
    CHECK_FALSE(app::read_tally("9999999999", std::nullopt, day));
    const std::optional<journal::Tally> hours = app::read_tally("2시간 밤에", journal::read_measure("10시간 이상"), day);
    REQUIRE(hours);
    CHECK(hours->note == "밤에");
}

TEST_CASE("ticks come to a sum beside the measure, and propose a verdict that one command takes") {
    AtDesk desk("- 글을 최소 10번 쓴다");
    CHECK(desk.ticks() == "체크 0 / 10번");
    CHECK_FALSE(app::command(app::CommandId::judge_by_ticks).possible(desk.writer.state()));
    desk.writer.run("tally");
    desk.writer.go(Target::goal_tally);
    desk.writer.type("6번 밤에");
    desk.writer.key("enter");
    REQUIRE(desk.goal().tallies.size() == 2);
    CHECK(desk.goal().tallies[1].amount == 6);
    CHECK(desk.goal().tallies[1].note == "밤에");
    CHECK(desk.goal().tallies[1].date == desk.writer.host.today());
    CHECK(desk.writer.text(Target::goal_tally).empty());
    CHECK(desk.writer.state().focus == Target::goal_tally);   // for the next one
    CHECK(desk.ticks() == "체크 7 / 10번");
    desk.writer.key("ctrl+alt+9");
    REQUIRE(desk.goal().verdict);
    CHECK(desk.goal().verdict->kind == VerdictKind::partly);
    CHECK(desk.goal().verdict->score == 70);
    CHECK_FALSE(app::command(app::CommandId::judge_by_ticks).possible(desk.writer.state()));
    desk.writer.undo();
    CHECK_FALSE(desk.goal().verdict);
    desk.writer.run("untick");
    CHECK(desk.ticks() == "체크 1 / 10번");
    desk.writer.undo();
    desk.writer.undo();
    CHECK(desk.ticks() == "체크 1 / 10번");
}

TEST_CASE("an amount waits in its field for the tick, and goes with another goal") {
    AtDesk desk("- 글을 최소 10번 쓴다\n- 책을 최소 3권 읽는다");
    const journal::Id first = desk.goal().id;
    desk.writer.go(Target::goal_tally);
    desk.writer.type("4");
    desk.writer.go(Target::resolution);
    CHECK(desk.writer.text(Target::goal_tally) == "4");
    desk.writer.run("tally");
    CHECK(desk.goal().tallies.at(0).amount == 4);
    desk.writer.go(Target::goal_tally);
    desk.writer.type("-1");
    CHECK(desk.writer.state().field(Target::goal_tally).invalid);
    desk.writer.key("enter");
    CHECK(desk.goal().tallies.size() == 1);
    desk.writer.program.perform(app::ChooseGoal{});
    desk.writer.program.perform(app::ChooseGoal{first});
    CHECK(desk.writer.text(Target::goal_tally).empty());
    CHECK_FALSE(desk.writer.state().field(Target::goal_tally).invalid);
}

TEST_CASE("of what is to be done in every so long the share is told") {
    AtDesk desk("- 2주에 한 번 쓴다");
    journal::Pair pair = desk.pair();
    Goal goal = desk.goal();
    goal.tallies = {{{2026, 1, 1}, 1, {}, {}}, {{2026, 1, 20}, 1, {}, {}}};
    pair.start = journal::Date{2026, 1, 1};
    CHECK(app::tally_words(goal, pair, app::Language::ko) == "체크 2");   // nobody knows yet how long
    pair.end = journal::Date{2026, 2, 25};
    CHECK(app::tally_words(goal, pair, app::Language::ko) == "체크 2 · ‘2주에 1번’의 50%");
    const std::optional<journal::ProposedVerdict> proposed = app::tallied_verdict(goal, pair);
    REQUIRE(proposed);
    CHECK(proposed->kind == VerdictKind::partly);
}

TEST_CASE("the score that the text states is found, follows the text, and is brought into sight") {
    AtDesk desk("- 글을 열 번 쓴다", "처음\n\n전체적으로 스스로에게 70점을 주고 싶다.\n");
    REQUIRE(desk.writer.state().stated);
    CHECK(desk.writer.state().stated->score == 70);
    desk.writer.run("show-stated");
    CHECK(desk.writer.state().shown == journal::End::retrospective);
    CHECK(desk.writer.state().focus == Target::retrospective);
    CHECK(desk.writer.program.selected_text(Target::retrospective) == "전체적으로 스스로에게 70점을 주고 싶다.");
    desk.writer.key("delete");
    CHECK_FALSE(desk.writer.state().stated);
    CHECK_FALSE(app::command(app::CommandId::show_stated).possible(desk.writer.state()));
    desk.writer.undo();
    CHECK(desk.writer.state().stated);
    desk.writer.run("new-pair");
    CHECK_FALSE(desk.writer.state().stated);
}

TEST_CASE("what stood in the way is tagged, by known words and by one's own") {
    AtDesk desk("- 글을 최소 10번 쓴다");
    desk.writer.program.perform(app::ToggleObstacle{"time"});
    CHECK_FALSE(desk.goal().verdict);   // nothing is judged yet
    desk.writer.key("ctrl+alt+3");
    desk.writer.program.perform(app::ToggleObstacle{"time"});
    desk.writer.program.perform(app::ToggleObstacle{"luck"});
    desk.writer.go(Target::goal_obstacles);
    desk.writer.type("이사, 장마,  이사,");
    CHECK(desk.goal().verdict->obstacles == std::vector<std::string>{"time", "luck", "이사", "장마"});
    CHECK(desk.writer.text(Target::goal_obstacles) == "이사, 장마,  이사,");   // as long as it is written in
    desk.writer.go(Target::resolution);
    CHECK(desk.writer.text(Target::goal_obstacles) == "이사, 장마");
    desk.writer.program.perform(app::ToggleObstacle{"time"});
    CHECK(desk.goal().verdict->obstacles == std::vector<std::string>{"luck", "이사", "장마"});
    desk.writer.undo();
    CHECK(app::has_obstacle(*desk.goal().verdict, "time"));
}

TEST_CASE("a pasted link is the goal's at once, a written one by Enter; only safe ones are taken, and opened") {
    AtDesk desk("- 글을 쓴다");
    desk.writer.go(Target::goal_link);
    desk.writer.paste("https://example.com/first\n");
    CHECK(desk.goal().evidence == std::vector<std::string>{"https://example.com/first"});
    CHECK(desk.writer.text(Target::goal_link).empty());
    desk.writer.type("blog.example.com/2");
    CHECK(desk.goal().evidence.size() == 1);
    desk.writer.key("enter");
    REQUIRE(desk.goal().evidence.size() == 2);
    CHECK(desk.goal().evidence[1] == "https://blog.example.com/2");
    desk.writer.paste("javascript:alert(1)");
    CHECK(desk.goal().evidence.size() == 2);
    CHECK(desk.writer.state().field(Target::goal_link).invalid);
    desk.writer.key("enter");
    CHECK(desk.goal().evidence.size() == 2);
    desk.writer.key("escape");
    CHECK(desk.writer.text(Target::goal_link).empty());
    desk.writer.program.perform(app::OpenEvidence{1});
    CHECK(desk.writer.host.opened == std::vector<std::string>{"https://blog.example.com/2"});
    desk.writer.program.perform(app::OpenEvidence{7});
    desk.writer.program.perform(app::ForgetEvidence{0});
    CHECK(desk.goal().evidence == std::vector<std::string>{"https://blog.example.com/2"});
    desk.writer.undo();
    CHECK(desk.goal().evidence.size() == 2);
    for (const char* words : {"", "   ", "nothing", "two words.com", "javascript:x.y", "file:///etc/passwd", ".com", "a."}) CHECK_FALSE(app::read_link(words));
    CHECK(app::read_link(" HTTPS://a.b ") == "HTTPS://a.b");
    CHECK(app::short_link("https://www.example.com/x") == "example.com/x");
}

TEST_CASE("who only reads may open a goal's card and close it, and changes nothing there") {
    journal::Series series = fake::one_pair("글을 쓴다", "썼다");
    Goal goal;
    goal.id = goal.words.id = "g";
    goal.words.exact = "글을 쓴다";
    goal.words.range = text::Range{{0, 0}, {0, goal.words.exact.size()}};
    goal.verdict.emplace().kind = VerdictKind::partly;
    series.pairs[0].goals.push_back(goal);
    fake::Folder folder;
    fake::Writer reader{folder};
    reader.open({store::write_record({1, {journal::SeriesAdded{series, 0}}})}, {}, false);
    reader.program.perform(app::ChoosePair{"p"});
    reader.run("next-goal");
    REQUIRE(reader.state().goal == "g");
    reader.run("goal-details");
    CHECK(reader.state().goal_details);
    reader.program.perform(app::ToggleObstacle{"time"});
    reader.run("tally");
    CHECK(*reader.state().chosen_goal() == goal);
    reader.run("leave-goal");
    CHECK(reader.state().goal.empty());
}
