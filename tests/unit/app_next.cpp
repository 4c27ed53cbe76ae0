// The next beginning, as somebody at the desk comes to it: carrying on, looking back beside an empty page, ways to begin it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/goal_words.h"
#include "app/look_back.h"
#include "app/templates.h"
#include "app_writer.h"

using namespace dajim;
using fake::Target;
using journal::Carried;
using journal::End;
using journal::Goal;
using journal::VerdictKind;

namespace {

/// At the retrospective of a pair whose resolution's lines are goals.
struct AtEnd {
    fake::Folder folder;
    fake::Writer writer{folder};
    explicit AtEnd(std::string_view resolution, std::string_view retrospective = "돌아본다") {
        writer.open_with(fake::one_pair(resolution, retrospective));
        const std::size_t lines = pair().document(End::resolution).text.paragraphs();
        for (std::size_t line = 0; line < lines && !resolution.empty(); ++line) mark(Target::resolution, line);
        writer.run("leave-goal");
    }
    void put(Target target, std::size_t paragraph, std::size_t byte = 0) {
        writer.go(target);
        writer.select(target, {{paragraph, byte}, {paragraph, byte}, {}});
    }
    void mark(Target target, std::size_t paragraph) {
        put(target, paragraph);
        writer.key("ctrl+j");
    }
    void judge(std::size_t at, const char* command) {
        writer.program.perform(app::ChooseGoal{pair().goals.at(at).id});
        writer.run(command);
    }
    const journal::Pair& pair() const { return *writer.state().chosen_pair(); }
    const std::vector<journal::Pair>& pairs() const { return writer.journal().series.at(0).pairs; }
    std::string next_text() const { return pairs().at(1).document(End::resolution).text.text(); }
    std::optional<app::LookBack> back() const { return app::look_back(writer.state()); }
};

}  // namespace

TEST_CASE("a goal is carried as it was, raised or lowered, and the choice can be made afterwards") {
    AtEnd desk("- 글을 최소 5번 쓴다");
    fake::Writer& writer = desk.writer;
    const journal::Id from = desk.pair().id, goal = desk.pair().goals[0].id;
    writer.program.perform(app::ChooseGoal{goal});
    writer.run("carry-raised");
    REQUIRE(desk.pairs().size() == 2);
    CHECK(desk.pairs()[1].name == "10기");
    CHECK(desk.pairs()[1].goals[0].origin == journal::Origin{from, goal, Carried::raised});
    CHECK(desk.pair().id == from);   // one goes on where one is
    writer.run("go-there");
    CHECK(desk.pair().name == "10기");
    REQUIRE(writer.state().chosen_goal());
    writer.run("carried-lowered");
    CHECK(desk.pair().goals[0].origin->carried == Carried::lowered);
    writer.run("carried-same");
    CHECK(desk.pair().goals[0].origin->carried == Carried::same);
    SUBCASE("a measure that asks for more says so itself") {
        writer.go(Target::goal_measure);
        writer.key("ctrl+a");
        writer.type("최소 8번");
        CHECK(desk.pair().goals[0].origin->carried == Carried::raised);
    }
    SUBCASE("its origin is a press away") {
        writer.program.perform(app::GoTo{from, goal});
        CHECK(desk.pair().id == from);
        CHECK(writer.state().goal == goal);
        CHECK(writer.state().shown == End::resolution);
    }
    SUBCASE("an origin that is nowhere is told") {
        writer.program.perform(app::GoTo{"gone", goal});
        CHECK(desk.pair().name == "10기");
        CHECK_FALSE(writer.notice().empty());
    }
    SUBCASE("all of the carrying is one step") {
        writer.undo();
        writer.undo();
        writer.undo();
        CHECK(desk.pairs().size() == 1);
    }
}

TEST_CASE("what was carried already is not carried twice, and the notice leads there") {
    AtEnd desk("- 글을 쓴다");
    desk.writer.program.perform(app::ChooseGoal{desk.pair().goals[0].id});
    desk.writer.run("carry-goal");
    desk.writer.run("carry-goal");
    CHECK(desk.next_text() == "- 글을 쓴다");
    CHECK_FALSE(desk.writer.state().notice->undo);
    desk.writer.run("go-there");
    CHECK(desk.pair().name == "10기");
}

TEST_CASE("all that is open goes on at once and comes back at once") {
    AtEnd desk("- 하나\n- 둘\n- 셋\n- 넷\n- 다섯");
    desk.judge(0, "verdict-kept");
    desk.judge(1, "verdict-partly");
    desk.judge(2, "verdict-not-kept");
    desk.judge(3, "verdict-cannot-judge");
    desk.writer.run("carry-open");
    CHECK(desk.next_text() == "- 둘\n- 셋\n- 넷\n- 다섯");
    REQUIRE(desk.pairs()[1].goals.size() == 4);
    for (const Goal& goal : desk.pairs()[1].goals) {
        CHECK(goal.origin->pair == desk.pair().id);
        CHECK(desk.pairs()[1].document(End::resolution).text.text(*goal.words.range) == goal.words.exact);
    }
    desk.writer.undo();
    CHECK(desk.pairs().size() == 1);
}

TEST_CASE("where all is settled nothing is open") {
    AtEnd desk("- 하나");
    desk.judge(0, "verdict-dropped");
    desk.writer.run("carry-open");
    CHECK(desk.pairs().size() == 1);
}

TEST_CASE("any words go on: an answer and something unpromised by their marks, others by their pair") {
    AtEnd desk("- 하나\n둘째 줄", "하나는 했다\n덤으로 발표했다\n초고는 금요일에 쓴다");
    fake::Writer& writer = desk.writer;
    writer.program.perform(app::ChooseGoal{desk.pair().goals[0].id});
    desk.mark(Target::retrospective, 0);
    writer.run("leave-goal");
    desk.mark(Target::retrospective, 1);
    for (const std::size_t line : {0, 1, 2}) {
        desk.put(Target::retrospective, line);
        writer.key("ctrl+shift+enter");
    }
    CHECK(desk.next_text() == "- 하나는 했다\n- 덤으로 발표했다\n- 초고는 금요일에 쓴다");
    const auto& goals = desk.pairs()[1].goals;
    CHECK(goals[0].origin->passage == desk.pair().goals[0].answers[0].id);
    CHECK(goals[1].origin->passage == desk.pair().unpromised[0].id);
    CHECK(goals[2].origin->passage == desk.pair().id);
    writer.key("ctrl+shift+enter");   // known by its words
    CHECK(desk.pairs()[1].goals.size() == 3);
    SUBCASE("each leads back") {
        const journal::Id from = desk.pair().id;
        writer.run("go-there");
        writer.program.perform(app::GoTo{from, goals[2].origin->passage, goals[2].words.exact});
        CHECK(writer.state().shown == End::retrospective);
        CHECK(writer.marked(Target::retrospective).find("[초고는 금요일에 쓴다¦]") != std::string::npos);
        writer.program.perform(app::GoTo{from, desk.pair().goals[0].answers[0].id});
        CHECK(writer.state().goal == desk.pair().goals[0].id);
    }
    SUBCASE("a line of the resolution that is a goal goes on as that goal") {
        desk.put(Target::resolution, 0);
        writer.run("carry-selection");
        CHECK(desk.pairs()[1].goals.back().origin->passage == desk.pair().goals[0].id);
    }
    SUBCASE("part of a line goes on alone") {
        writer.go(Target::retrospective);
        writer.select(Target::retrospective, {{2, 0}, {2, 9}, {}});
        writer.run("carry-selection");
        CHECK(desk.pairs()[1].goals.back().words.exact == "초고는");
    }
}

TEST_CASE("words go behind prose with a line between, and a sealed resolution dates what comes late") {
    AtEnd desk("- 하나");
    desk.writer.run("new-pair");
    desk.writer.go(Target::resolution);
    desk.writer.type("올해는 다르게.");
    desk.writer.run("seal");
    desk.writer.run("seal-now");
    desk.writer.program.perform(app::ChoosePair{desk.pairs()[0].id});
    desk.writer.program.perform(app::ChooseGoal{desk.pair().goals[0].id});
    desk.writer.run("carry-goal");
    CHECK(desk.next_text() == "올해는 다르게.\n\n- 하나");
    CHECK(desk.pairs()[1].goals[0].amendments.size() == 1);
}

// --------------------------------------------------------------------------------------------------------------- look back

TEST_CASE("beside an empty resolution lies what was last time, until somebody writes") {
    AtEnd desk("- 하나\n- 둘\n- 셋");
    CHECK_FALSE(desk.back());
    desk.judge(0, "verdict-kept");
    desk.judge(1, "verdict-cannot-judge");
    const journal::Id first = desk.pair().id;
    desk.writer.run("new-pair");
    REQUIRE(desk.back());
    CHECK(desk.back()->last->id == first);
    REQUIRE(desk.back()->goals.size() == 2);
    CHECK(desk.back()->goals[1].goal->words.exact == "셋");
    REQUIRE(desk.back()->unjudged.size() == 1);
    CHECK(desk.back()->unjudged[0].goal->words.exact == "둘");
    CHECK_FALSE(desk.back()->calibration);

    desk.writer.program.perform(app::CarryHere{first, desk.pairs()[0].goals[2].id});
    CHECK(desk.writer.text(Target::resolution) == "- 셋");
    REQUIRE(desk.back());   // what was carried is not yet writing
    CHECK(desk.back()->goals[1].here == desk.pair().goals[0].id);
    CHECK(desk.back()->goals[0].here.empty());
    desk.writer.program.perform(app::CarryHere{first, desk.pairs()[0].goals[1].id});
    CHECK(desk.writer.text(Target::resolution) == "- 셋\n- 둘");
    desk.writer.go(Target::resolution);
    desk.writer.key("ctrl+end");
    desk.writer.type("\n새로운 것");
    CHECK_FALSE(desk.back());
}

TEST_CASE("the look back goes to the nearest pair with goals, and its own series alone") {
    AtEnd desk("- 하나");
    const journal::Id first = desk.pair().id;
    desk.writer.run("new-pair");
    desk.writer.run("new-pair");
    REQUIRE(desk.back());
    CHECK(desk.back()->last->id == first);
    desk.writer.run("new-series");
    desk.writer.run("new-pair");
    CHECK_FALSE(desk.back());
}

TEST_CASE("how sure one has been is over all earlier pairs") {
    AtEnd desk("- 하나\n- 둘\n- 셋");
    for (std::size_t at = 0; at < 3; ++at) {
        desk.judge(at, "verdict-kept");
        desk.writer.go(Target::goal_confidence);
        desk.writer.type("80");
    }
    desk.writer.run("new-pair");
    desk.writer.go(Target::resolution);
    desk.writer.type("넷\n다섯");
    for (std::size_t at = 0; at < 2; ++at) {
        desk.mark(Target::resolution, at);
        desk.writer.run("verdict-not-kept");
        desk.writer.go(Target::goal_confidence);
        desk.writer.type("80");
    }
    desk.writer.run("new-pair");
    REQUIRE(desk.back());
    REQUIRE(desk.back()->calibration);
    CHECK(desk.back()->calibration->usual() == journal::Calibration::Bin{80, 60, 5});
}

// --------------------------------------------------------------------------------------------------------------- templates

TEST_CASE("a skeleton is one step, and the caret stands where the writing begins") {
    AtEnd desk("", "");
    fake::Writer& writer = desk.writer;
    writer.program.perform(app::UseTemplate{End::retrospective, app::Template::keep});
    CHECK(writer.state().focus == Target::retrospective);
    CHECK(writer.marked(Target::retrospective) == "## Keep\n\n- ¦\n\n## Problem\n\n- \n\n## Try\n\n- \n");
    writer.program.perform(app::UseTemplate{End::retrospective, app::Template::okr});   // never over words
    CHECK(writer.text(Target::retrospective).starts_with("## Keep"));
    writer.undo();
    CHECK(writer.text(Target::retrospective).empty());
    writer.redo();
    CHECK(writer.marked(Target::retrospective).starts_with("## Keep\n\n- ¦"));
}

TEST_CASE("every skeleton is plain Markdown with a place to write, in both languages, for both ends") {
    AtEnd desk("- 하나");
    const journal::Series& series = desk.writer.journal().series[0];
    for (const End end : journal::both_ends) {
        for (const app::Template which : app::templates_for(end, desk.pair(), series)) {
            for (const app::Language language : {app::Language::ko, app::Language::en}) {
                const app::Skeleton made = app::skeleton(which, end, desk.pair(), series, language);
                CAPTURE(made.text);
                CHECK(made.text.size() > 5);
                CHECK(made.caret <= made.text.size());
                CHECK(made.text.find("¦") == std::string::npos);
                CHECK(made.text.back() == '\n');
                CHECK((made.caret == 0 || made.text[made.caret - 1] == '\n' || made.text[made.caret - 1] == ' '));
            }
        }
    }
    CHECK(app::templates_for(End::retrospective, desk.pair(), series).front() == app::Template::goals);
}

TEST_CASE("goal by goal: the sealed words are quoted, and each quote answers its goal") {
    AtEnd desk("- 하나\n- 둘", "");
    desk.writer.run("seal");
    desk.writer.run("seal-now");
    desk.writer.program.perform(app::UseTemplate{End::retrospective, app::Template::goals});
    CHECK(desk.writer.marked(Target::retrospective) == "> 하나\n\n¦\n\n> 둘\n\n\n\n");
    for (const Goal& goal : desk.pair().goals) {
        REQUIRE(goal.answers.size() == 1);
        CHECK(goal.answers[0].exact == "> " + goal.words.exact);
    }
    desk.writer.undo();
    CHECK(desk.pair().goals[0].answers.empty());
    CHECK(desk.writer.text(Target::retrospective).empty());
}

TEST_CASE("one's own shape is that of the series' last document of the same end, without its title") {
    AtEnd desk("# 아홉 번째\n\n## 왜\n\n글\n\n### 무엇을\n\n- 하나\n", "");
    CHECK(desk.pair().goals.size() > 0);
    const auto offers = [&](End end) {
        const auto all = app::templates_for(end, desk.pair(), desk.writer.journal().series[0]);
        return std::find(all.begin(), all.end(), app::Template::own) != all.end();
    };
    CHECK_FALSE(offers(End::resolution));
    desk.writer.run("new-pair");
    CHECK(offers(End::resolution));
    CHECK_FALSE(offers(End::retrospective));
    desk.writer.program.perform(app::UseTemplate{End::resolution, app::Template::own});
    CHECK(desk.writer.marked(Target::resolution) == "## 왜\n\n¦\n\n### 무엇을\n\n\n");
}

// --------------------------------------------------------------------------------------------------------- Keep, Problem, Try

TEST_CASE("what a retrospective says of the time to come is proposed, goes on, and is not proposed again") {
    AtEnd desk("- 하나", "## Keep\n\n- 커피챗\n\n## Try\n\n- 목차부터 쓴다\n- 일찍 잔다\n");
    fake::Writer& writer = desk.writer;
    const app::Proposing& proposing = writer.state().proposing;
    writer.run("find-next-goals");
    REQUIRE(proposing.all.size() == 3);
    CHECK(proposing.now()->why.quote == "Keep");
    writer.run("refuse");
    writer.run("accept");
    CHECK(desk.next_text() == "- 목차부터 쓴다");
    CHECK(desk.pairs()[1].goals[0].origin == journal::Origin{desk.pair().id, desk.pair().id, Carried::raised});
    CHECK(proposing.all.size() == 1);
    writer.run("close-proposals");
    writer.run("find-next-goals");
    REQUIRE(proposing.all.size() == 1);
    writer.run("accept-all");
    CHECK(desk.next_text() == "- 목차부터 쓴다\n- 일찍 잔다");
    writer.run("find-next-goals");
    CHECK_FALSE(proposing.open());
    CHECK_FALSE(writer.notice().empty());
}

// ----------------------------------------------------------------------------------------------------------------- example

TEST_CASE("the example shows every verdict, a silent goal, something unpromised, a seal and the next beginning") {
    for (const char* language : {"ko", "en"}) {
        CAPTURE(std::string(language));
        const fake::Folder folder;
        fake::Writer writer(folder, language);
        writer.open();
        writer.run("open-example");
        const auto& pairs = writer.journal().series.at(0).pairs;
        REQUIRE(pairs.size() == 2);
        const journal::Pair& pair = pairs[0];
        CHECK(writer.state().pair == pair.id);
        CHECK(pair.seal);
        CHECK(pair.unpromised.size() == 1);
        CHECK(pair.echoes.size() == 1);
        REQUIRE(pair.goals.size() == 7);
        std::size_t silent = 0;
        for (const VerdictKind kind : {VerdictKind::kept, VerdictKind::partly, VerdictKind::not_kept, VerdictKind::changed, VerdictKind::dropped,
                                       VerdictKind::cannot_judge}) {
            CHECK(std::count_if(pair.goals.begin(), pair.goals.end(), [&](const Goal& one) { return one.verdict && one.verdict->kind == kind; }) == 1);
        }
        for (const Goal& goal : pair.goals) {
            silent += !goal.verdict;
            CHECK(goal.answers.size() == (goal.verdict ? 1 : 0));
            CHECK(app::promised(goal) == goal.words.exact);
        }
        CHECK(silent == 1);
        CHECK(writer.state().misquotes.empty());
        for (const Goal& goal : pairs[1].goals) CHECK(journal::find_goal(pair, goal.origin->passage));
    }
}
