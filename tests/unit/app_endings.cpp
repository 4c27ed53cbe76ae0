// The two ends of a period, as somebody at the desk passes them: the slip that asks, and the echoes that come back.
#include <doctest/doctest.h>

#include <algorithm>

#include "app_writer.h"
#include "ui_window.h"

using namespace dajim;
using app::Slip;
using app::Str;
using fake::Target;
using journal::End;
using journal::Goal;
using journal::VerdictKind;

namespace {

const journal::Pair& pair(const fake::Writer& writer) { return *writer.state().chosen_pair(); }

struct AtDesk {
    fake::Folder folder;
    fake::Writer writer{folder};
    explicit AtDesk(std::string_view resolution, std::string_view retrospective = {}) {
        writer.open_with(fake::one_pair(resolution, retrospective));
    }
    void put(Target target, std::size_t paragraph, std::size_t byte = 0) {
        writer.go(target);
        writer.select(target, {{paragraph, byte}, {paragraph, byte}, {}});
    }
    void mark(Target target, std::size_t paragraph) {
        put(target, paragraph);
        writer.key("ctrl+j");
    }
    void echo(std::size_t paragraph) {
        put(Target::resolution, paragraph);
        writer.run("echo");
    }
    const Goal& goal(std::size_t at) const { return pair(writer).goals.at(at); }
    const Slip& slip() const {
        REQUIRE(writer.state().slip);
        return *writer.state().slip;
    }
    std::size_t rows(Str group) const {
        const auto& all = slip().rows;
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [group](const app::SlipRow& row) { return row.group == group; }));
    }
    std::size_t row(Str group) const {
        const auto& all = slip().rows;
        const auto found = std::find_if(all.begin(), all.end(), [group](const app::SlipRow& row) { return row.group == group; });
        REQUIRE(found != all.end());
        return static_cast<std::size_t>(found - all.begin());
    }
};

}  // namespace

TEST_CASE("sealing tells first what will be fixed; not yet changes nothing, and one step takes a seal back") {
    AtDesk desk("- 글을 열 번 쓴다\n- 책을 읽는다");
    desk.mark(Target::resolution, 0);
    desk.writer.run("seal");
    CHECK_FALSE(pair(desk.writer).seal);
    CHECK(desk.slip().buttons.front() == app::CommandId::seal_now);
    CHECK(desk.slip().says.find("2026-11-22") != std::string::npos);
    CHECK(desk.slip().says.find("목표 1") != std::string::npos);
    desk.writer.run("close-slip");
    CHECK_FALSE(desk.writer.state().slip);
    CHECK_FALSE(pair(desk.writer).seal);
    desk.writer.run("seal-now");   // nothing was asked: not possible
    CHECK_FALSE(pair(desk.writer).seal);

    desk.writer.run("seal");
    desk.writer.run("seal-now");
    CHECK_FALSE(desk.writer.state().slip);
    REQUIRE(pair(desk.writer).seal);
    CHECK(pair(desk.writer).seal->text == "- 글을 열 번 쓴다\n- 책을 읽는다");
    CHECK(desk.goal(0).sealed == "글을 열 번 쓴다");
    CHECK(desk.writer.host.files.empty());
    desk.writer.undo();
    CHECK_FALSE(pair(desk.writer).seal);
    CHECK(desk.goal(0).sealed.empty());
}

TEST_CASE("a seal may come with a file, and is opened again after it was asked") {
    AtDesk desk("- 글을 열 번 쓴다");
    desk.writer.run("seal");
    desk.writer.run("seal-and-save");
    REQUIRE(pair(desk.writer).seal);
    REQUIRE(desk.writer.host.files.size() == 1);
    CHECK(desk.writer.host.files[0].bytes.find("2026-11-22") != std::string::npos);
    desk.writer.run("seal");
    CHECK(desk.slip().says.find("2026-11-22") != std::string::npos);
    CHECK(pair(desk.writer).seal);
    desk.writer.run("open-seal");
    CHECK_FALSE(pair(desk.writer).seal);
    desk.writer.undo();
    CHECK(pair(desk.writer).seal);
}

TEST_CASE("a resolution may be sealed on its first day without being asked again") {
    AtDesk desk("- 글을 열 번 쓴다");
    desk.mark(Target::resolution, 0);
    desk.writer.run("seal");
    CHECK(desk.slip().buttons.size() == 3);   // no day is set, or it has passed
    desk.writer.run("close-slip");
    const journal::Date first{2026, 12, 1};
    desk.writer.go(Target::start_date);
    desk.writer.key("ctrl+a");
    desk.writer.type("2026-12-01");
    desk.writer.key("enter");
    REQUIRE(pair(desk.writer).start == first);

    desk.writer.run("seal");
    REQUIRE(desk.slip().buttons.size() == 4);
    CHECK(desk.slip().buttons.front() == app::CommandId::seal_now);
    CHECK(desk.slip().buttons[2] == app::CommandId::seal_at_start);
    desk.writer.run("seal-at-start");
    CHECK(pair(desk.writer).seals_on == first);
    CHECK_FALSE(pair(desk.writer).seal);
    desk.writer.run("seal");   // it can be taken back
    CHECK(desk.slip().says.find("2026-12-01") != std::string::npos);
    desk.writer.run("seal-unplanned");
    CHECK_FALSE(pair(desk.writer).seals_on);
    desk.writer.undo();
    CHECK(pair(desk.writer).seals_on == first);
    desk.writer.host.day = {2026, 11, 30};
    desk.writer.program.tick();
    CHECK_FALSE(pair(desk.writer).seal);

    SUBCASE("the day comes while the page is open") {
        desk.writer.host.day = first;
        desk.writer.program.tick();
    }
    SUBCASE("it is opened later") {
        desk.writer.host.pass(300);
        fake::Writer again(desk.folder);
        again.host.day = {2026, 12, 24};
        again.open(desk.writer.host.record_bytes(), desk.writer.host.place);
        const journal::Pair& there = again.journal().series.at(0).pairs.at(0);
        REQUIRE(there.seal);
        CHECK(there.seal->date == first);
        CHECK(there.seal->text == "- 글을 열 번 쓴다");
        CHECK(there.goals.at(0).sealed == "글을 열 번 쓴다");
        CHECK_FALSE(there.seals_on);
        CHECK(again.notice().find("9기") != std::string::npos);
        again.undo();
        CHECK_FALSE(again.journal().series.at(0).pairs.at(0).seal);
        return;
    }
    REQUIRE(pair(desk.writer).seal);
    CHECK(pair(desk.writer).seal->date == first);
    CHECK_FALSE(pair(desk.writer).seals_on);
}

TEST_CASE("while a slip lies there nothing behind it is done, and choosing another pair takes it away") {
    AtDesk desk("- 글을 열 번 쓴다");
    desk.mark(Target::resolution, 0);
    desk.writer.run("seal");
    desk.writer.key("ctrl+z");
    CHECK(pair(desk.writer).goals.size() == 1);
    CHECK(desk.writer.state().slip);
    desk.writer.program.perform(app::ChoosePair{""});
    CHECK_FALSE(desk.writer.state().slip);
}

TEST_CASE("words to the future self are offered as echoes with the seal, and marked in the same step") {
    AtDesk desk("- 글을 열 번 쓴다\n\n6개월 후의 내 모습이 궁금하다.\n미래의 나에게, 잘 지내니?");
    desk.writer.run("seal");
    REQUIRE(desk.rows(Str::echoes_offered) == 2);
    desk.writer.program.perform(app::SwitchRow{1});
    desk.writer.run("seal-now");
    REQUIRE(pair(desk.writer).echoes.size() == 1);
    CHECK(pair(desk.writer).echoes[0].exact == "6개월 후의 내 모습이 궁금하다.");
    desk.writer.undo();
    CHECK(pair(desk.writer).echoes.empty());
    CHECK_FALSE(pair(desk.writer).seal);
    desk.echo(2);
    desk.writer.run("seal");
    CHECK(desk.rows(Str::echoes_offered) == 1);   // what is one already is not offered
}

TEST_CASE("nothing to tell: a retrospective is done at once") {
    AtDesk desk("- 하나", "돌아본다");
    desk.writer.run("done");
    CHECK_FALSE(desk.writer.state().slip);
    CHECK(pair(desk.writer).done);
    desk.writer.run("done");
    CHECK_FALSE(pair(desk.writer).done);
}

TEST_CASE("before it is done, what stands out is told, and passed by one command") {
    AtDesk desk("- 한 달에 노래 한 곡 만들기\n- 커피챗을 최소 5번 한다\n미래의 나에게, 잘 지내니?\n- 책을 읽는다",
                "> 하루에 노래 한 곡 만들기\n\n커피챗은 3번 했다.\n\n## 아침 운동 → 실패");
    desk.mark(Target::resolution, 0);
    desk.mark(Target::resolution, 1);
    desk.mark(Target::retrospective, 2);
    desk.writer.key("ctrl+alt+1");
    desk.mark(Target::resolution, 3);
    desk.echo(2);
    desk.writer.run("done");
    CHECK_FALSE(pair(desk.writer).done);
    CHECK(desk.rows(Str::silent_goals) == 2);
    CHECK(desk.rows(Str::phantoms) == 1);
    CHECK(desk.rows(Str::differing_numbers) == 1);
    CHECK(desk.rows(Str::differing_quotes) == 1);
    CHECK(desk.rows(Str::echoes_unanswered) == 1);
    const app::SlipRow& number = desk.slip().rows[desk.row(Str::differing_numbers)];
    CHECK(number.words == "커피챗은 3번 했다.");
    CHECK(number.note == "글에는 3번, 기준은 5번 이상, 판정은 ‘지켰다’");
    SUBCASE("it is passed") {
        desk.writer.run("done-now");
        CHECK(pair(desk.writer).done);
        CHECK_FALSE(desk.writer.state().slip);
    }
    SUBCASE("a goal is gone to") {
        desk.writer.program.perform(app::GoToRow{desk.row(Str::silent_goals)});
        CHECK(desk.writer.state().goal == desk.goal(0).id);
        CHECK(desk.writer.state().shown == End::resolution);
        CHECK_FALSE(desk.writer.state().slip);
        CHECK_FALSE(pair(desk.writer).done);
    }
    SUBCASE("a sentence is gone to") {
        desk.writer.program.perform(app::GoToRow{desk.row(Str::differing_numbers)});
        CHECK(desk.writer.state().focus == Target::retrospective);
        CHECK(desk.writer.state().editor(Target::retrospective).selection.range().begin == text::Position{2, 0});
    }
    SUBCASE("what was never promised becomes a goal that is remembered, and is none again") {
        const std::size_t row = desk.row(Str::phantoms);
        const std::size_t before = pair(desk.writer).goals.size();
        desk.writer.program.perform(app::SwitchRow{row});
        REQUIRE(pair(desk.writer).goals.size() == before + 1);
        CHECK(desk.goal(before).remembered);
        REQUIRE(desk.goal(before).verdict);
        CHECK(desk.goal(before).verdict->kind == VerdictKind::not_kept);
        CHECK(desk.slip().rows[row].offer->on);
        desk.writer.program.perform(app::SwitchRow{row});
        CHECK(pair(desk.writer).goals.size() == before);
        desk.writer.program.perform(app::SwitchRow{row});
        desk.writer.run("close-slip");
        desk.writer.run("done");
        CHECK(desk.rows(Str::phantoms) == 0);
    }
}

TEST_CASE("an echo is marked and unmarked by one command, and moves with its words") {
    AtDesk desk("처음\n끝날 때의 나에게");
    desk.echo(1);
    REQUIRE(pair(desk.writer).echoes.size() == 1);
    CHECK(pair(desk.writer).echoes[0].exact == "끝날 때의 나에게");
    desk.put(Target::resolution, 0);
    desk.writer.type("더\n");
    CHECK(pair(desk.writer).echoes[0].range->begin == text::Position{2, 0});
    desk.echo(2);
    CHECK(pair(desk.writer).echoes.empty());
    desk.writer.undo();
    CHECK(pair(desk.writer).echoes.size() == 1);
    desk.writer.go(Target::retrospective);
    desk.writer.run("echo");   // of the resolution alone
    CHECK(pair(desk.writer).echoes.size() == 1);
}

TEST_CASE("an echo is answered under its quote, and counts as answered while that stands") {
    AtDesk desk("미래의 나에게,\n잘 지내니?\n끝");
    desk.writer.go(Target::resolution);
    desk.writer.select(Target::resolution, {{0, 0}, {1, 14}, {}});
    desk.writer.run("echo");
    REQUIRE(pair(desk.writer).echoes.size() == 1);
    CHECK(desk.writer.state().echoes_answered == std::vector<bool>{false});
    desk.writer.program.perform(app::AnswerEcho{pair(desk.writer).echoes[0].id});
    CHECK(desk.writer.text(Target::retrospective) == "> 미래의 나에게,\n> 잘 지내니?\n\n");
    CHECK(desk.writer.state().focus == Target::retrospective);
    CHECK(desk.writer.state().editor(Target::retrospective).selection.head == text::Position{3, 0});
    CHECK(desk.writer.state().echoes_answered == std::vector<bool>{true});
    desk.writer.type("잘 지낸다.");
    desk.writer.select(Target::retrospective, {{0, 0}, {2, 0}, {}});
    desk.writer.cut();
    CHECK(desk.writer.state().echoes_answered == std::vector<bool>{false});
    desk.writer.undo();
    CHECK(desk.writer.state().echoes_answered == std::vector<bool>{true});
    desk.writer.run("new-pair");
    CHECK(desk.writer.state().echoes_answered.empty());
}

TEST_CASE("a slip is drawn within every window, with its first button in the keyboard's way and long lists scrolled") {
    for (const auto& [width, height] : {std::pair{320.0f, 560.0f}, std::pair{360.0f, 400.0f}, std::pair{1440.0f, 900.0f}}) {
        for (const char* asked : {"seal", "done"}) {
            CAPTURE(width);
            CAPTURE(std::string(asked));
            fake::Folder folder;
            fake::Window window;
            window.width = width;
            window.height = height;
            fake::Writer writer(folder, "ko-KR", &window.desk.page_setting(), &window.desk.field_setting());
            std::string text;
            for (int at = 0; at < 60; ++at) text += "- 아주 긴 목표 " + std::to_string(at) + ": 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 하나 둘 셋 넷 다섯\n";
            writer.open_with(fake::one_pair(text + "미래의 나에게, 잘 지내니?", "## 아침 운동 → 실패"));
            for (std::size_t at = 0; at < 60; ++at) {
                writer.go(Target::resolution);
                writer.select(Target::resolution, {{at, 0}, {at, 0}, {}});
                writer.key("ctrl+j");
            }
            writer.run("leave-goal");
            writer.run(asked);
            for (int frame = 0; frame < 3; ++frame) window.draw(writer.program, writer.host.now += 16);
            const ui::Node* slip = nullptr;
            for (const ui::Node& node : window.mirror.nodes) {
                if (node.role == ui::Role::dialog) slip = &node;
            }
            REQUIRE(slip);
            const std::string first = asked == std::string("seal") ? "봉인한다" : "이대로 마친다";
            const ui::Node* button = window.find(ui::Role::button, first);
            REQUIRE(button);
            CHECK(window.mirror.focus_wish == button->id);
            for (const ui::Node& node : window.mirror.nodes) {
                bool inside = false;
                for (const ui::Node* at = &node; at;) {
                    inside = inside || at == slip;
                    const auto up = std::find_if(window.mirror.nodes.begin(), window.mirror.nodes.end(), [&](const ui::Node& other) { return other.id == at->parent; });
                    at = at->parent != 0 && up != window.mirror.nodes.end() ? &*up : nullptr;
                }
                if (!inside) continue;
                CAPTURE(node.name);
                CHECK(node.x >= slip->x - 0.5f);
                CHECK(node.y >= slip->y - 0.5f);
                CHECK(node.x + node.width <= slip->x + slip->width + 0.5f);
                CHECK(node.y + node.height <= slip->y + slip->height + 0.5f);
            }
            CHECK(slip->x >= 0);
            CHECK(slip->y >= 0);
            CHECK(slip->x + slip->width <= width);
            CHECK(slip->y + slip->height <= height);
            // Passed by what assistive technology presses.
            window.mirror.requests.push_back({button->id, ui::Deed::activate});
            for (int frame = 0; frame < 3; ++frame) window.draw(writer.program, writer.host.now += 16);
            CHECK_FALSE(writer.state().slip);
            if (asked == std::string("seal")) CHECK(writer.state().chosen_pair()->seal);
            else CHECK(writer.state().chosen_pair()->done);
        }
    }
}
