// What the commands do to series and pairs, and that undo brings back exactly what was.
#include <doctest/doctest.h>

#include "app_writer.h"

using namespace dajim;
using fake::End;
using fake::Target;

namespace {

journal::Pair pair(std::string id, std::string name) {
    journal::Pair made;
    made.id = std::move(id);
    made.name = std::move(name);
    return made;
}

/// "a: 1 2 | b: 3", ids alone.
std::string order(const journal::Journal& journal) {
    std::string out;
    for (const journal::Series& series : journal.series) {
        out += (out.empty() ? "" : " | ") + series.id + ":";
        for (const journal::Pair& pair : series.pairs) out += " " + pair.id;
    }
    return out;
}

/// Series a with pairs 1 and 2, series b with pair 3.
struct TwoSeries {
    fake::Folder folder;
    fake::Writer writer{folder};
    TwoSeries() {
        journal::Journal journal;
        journal.id = "j";
        for (const char* id : {"a", "b"}) {
            journal::Series series;
            series.id = id;
            series.name = id;
            journal.series.push_back(series);
        }
        journal.series[0].pairs = {pair("1", "1기"), pair("2", "2기")};
        journal.series[1].pairs = {pair("3", "3기")};
        writer.open();
        writer.program.file_arrived("j.json", formats::write_journal(journal, {}), Target::none);
        REQUIRE(order(writer.journal()) == "a: 1 2 | b: 3");
    }
};

}  // namespace

TEST_CASE("the next pair takes the next number") {
    struct Named { const char* last; const char* next; };
    for (const Named& named : {Named{"9기", "10기"}, {"2025", "2026"}, {"2025년 상반기", "2026년 상반기"}, {"글또 099", "글또 100"}, {"봄", ""},
                               {"", ""}, {"99999999999999999999", ""}}) {
        CAPTURE(std::string(named.last));
        const fake::Folder folder;
        fake::Writer writer(folder);
        journal::Series series = fake::one_pair("");
        series.pairs[0].name = named.last;
        writer.open_with(series);
        writer.run("new-pair");
        CHECK(writer.text(Target::pair_name) == named.next);
        CHECK(writer.journal().series[0].pairs.size() == 2);
    }
}

TEST_CASE("the first pair makes its series, in one step, and waits for its name") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open();
    const journal::Journal before = writer.journal();
    writer.run("new-pair");
    REQUIRE(writer.journal().series.size() == 1);
    REQUIRE(writer.journal().series[0].pairs.size() == 1);
    CHECK(writer.text(Target::start_date) == "2026-11-22");
    CHECK(writer.state().focus == Target::pair_name);
    CHECK(writer.marked(Target::pair_name) == "[2026¦]");
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK_FALSE(writer.state().can_undo);
    CHECK(writer.state().pair.empty());
}

TEST_CASE("a new series is chosen and waits for its name") {
    TwoSeries desk;
    desk.writer.run("new-series");
    CHECK(desk.writer.journal().series.size() == 3);
    CHECK(desk.writer.state().series == desk.writer.journal().series[2].id);
    CHECK(desk.writer.state().pair.empty());
    CHECK(desk.writer.state().focus == Target::series_name);
    desk.writer.type("독서");
    CHECK(desk.writer.journal().series[2].name == "독서");
    desk.writer.run("new-pair");
    CHECK(desk.writer.journal().series[2].pairs.size() == 1);
}

TEST_CASE("pairs move within their series and on into the next") {
    TwoSeries desk;
    const auto run = [&](const char* command, const char* subject) {
        desk.writer.run(command, subject);
        return order(desk.writer.journal());
    };
    CHECK(run("move-pair-up", "1") == "a: 1 2 | b: 3");
    CHECK(run("move-pair-down", "1") == "a: 2 1 | b: 3");
    CHECK(run("move-pair-down", "1") == "a: 2 | b: 1 3");
    CHECK(run("move-pair-down", "1") == "a: 2 | b: 3 1");
    CHECK(run("move-pair-down", "1") == "a: 2 | b: 3 1");
    CHECK(run("move-pair-up", "3") == "a: 2 3 | b: 1");
    CHECK(run("move-series-down", "a") == "b: 1 | a: 2 3");
    CHECK(run("move-series-down", "a") == "b: 1 | a: 2 3");
    CHECK(run("move-series-up", "a") == "a: 2 3 | b: 1");
    desk.writer.program.perform(app::PlacePair{"1", "a", 1});
    CHECK(order(desk.writer.journal()) == "a: 2 1 3 | b:");
    desk.writer.program.perform(app::PlacePair{"1", "nowhere", 1});
    desk.writer.program.perform(app::PlacePair{"1", "a", 7});
    CHECK(order(desk.writer.journal()) == "a: 2 1 3 | b:");
    for (int steps = 0; steps < 7; ++steps) desk.writer.undo();
    CHECK(order(desk.writer.journal()) == "a: 1 2 | b: 3");
}

TEST_CASE("next and previous go over the ends of a series") {
    TwoSeries desk;
    desk.writer.program.perform(app::ChoosePair{"1"});
    desk.writer.key("alt+pagedown");
    CHECK(desk.writer.state().pair == "2");
    desk.writer.key("alt+pagedown");
    CHECK(desk.writer.state().pair == "3");
    CHECK(desk.writer.state().series == "b");
    desk.writer.key("alt+pagedown");
    CHECK(desk.writer.state().pair == "3");
    desk.writer.key("alt+pageup");
    CHECK(desk.writer.state().series == "a");
}

TEST_CASE("what was deleted comes back exactly, carets and scroll places too") {
    TwoSeries desk;
    fake::Writer& writer = desk.writer;
    writer.program.perform(app::ChoosePair{"1"});
    writer.go(Target::resolution);
    writer.type("하나\n둘 셋");
    writer.key("ctrl+shift+left");
    writer.go(Target::retrospective);
    writer.type("넷\n다섯");
    writer.key("up");
    writer.program.perform(app::ScrollTo{Target::retrospective, {{1, 0}, 3}});
    const journal::Journal before = writer.journal();
    const std::string resolution = writer.marked(Target::resolution), retrospective = writer.marked(Target::retrospective);
    REQUIRE(resolution == "하나\n둘 [¦셋]");

    SUBCASE("a pair") { writer.run("delete-pair", "1"); }
    SUBCASE("a series with all its pairs") { writer.run("delete-series", "a"); }
    CHECK_FALSE(journal::find_pair(writer.journal(), "1"));
    CHECK(writer.state().chosen_pair());   // a neighbour
    CHECK(writer.state().notice->undo);
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK(writer.state().pair == "1");
    CHECK(writer.marked(Target::resolution) == resolution);
    CHECK(writer.marked(Target::retrospective) == retrospective);
    CHECK(writer.state().editor(Target::retrospective).scroll == app::Scroll{{1, 0}, 3});
    CHECK(writer.notice().empty());   // what it offered is done
    writer.redo();
    CHECK_FALSE(journal::find_pair(writer.journal(), "1"));
}

TEST_CASE("another pair's caret stays where it was") {
    TwoSeries desk;
    fake::Writer& writer = desk.writer;
    writer.program.perform(app::ChoosePair{"1"});
    writer.go(Target::resolution);
    writer.type("하나");
    writer.key("left");
    writer.program.perform(app::ChoosePair{"3"});
    CHECK(writer.marked(Target::resolution) == "¦");
    writer.type("셋");
    writer.program.perform(app::ChoosePair{"1"});
    CHECK(writer.marked(Target::resolution) == "하¦나");
    writer.type("늘");
    CHECK(writer.text(Target::resolution) == "하늘나");
    CHECK(journal::find_pair(writer.journal(), "3")->document(End::resolution).text.text() == "셋");
}

TEST_CASE("deleting the last series leaves an empty desk") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("다짐"));
    const journal::Journal before = writer.journal();
    writer.go(Target::resolution);
    writer.run("delete-series");
    CHECK(writer.journal().series.empty());
    CHECK(writer.state().pair.empty());
    CHECK(writer.state().series.empty());
    writer.type("x");   // there is nothing to type into
    writer.key("ctrl+left");
    writer.paste("x");
    CHECK(writer.journal().series.empty());
    writer.undo();
    CHECK(writer.journal() == before);
}

TEST_CASE("the example is in the reader's language, both ends written, and goes in one step") {
    for (const char* language : {"ko", "en-GB"}) {
        CAPTURE(std::string(language));
        const fake::Folder folder;
        fake::Writer writer(folder, language);
        writer.open();
        writer.run("open-example");
        REQUIRE(writer.state().chosen_pair());
        const std::string resolution = writer.text(Target::resolution), retrospective = writer.text(Target::retrospective);
        const bool korean = resolution.find("다짐") != std::string::npos;
        CHECK(korean == (language[0] == 'k'));
        CHECK(resolution.size() > 200);
        CHECK(retrospective.size() > 200);
        CHECK(writer.text(Target::series_name) == (korean ? "예시" : "Example"));
        const journal::Pair& pair = *writer.state().chosen_pair();
        CHECK(*pair.start < *pair.end);
        writer.undo();
        CHECK(writer.journal().series.empty());
    }
}

TEST_CASE("a notice goes by itself, but not while it can still be taken back soon") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("다짐"));
    writer.run("delete-pair");
    writer.host.pass(5000);
    CHECK_FALSE(writer.notice().empty());
    writer.host.pass(20'000);
    CHECK(writer.notice().empty());
    writer.undo();   // still possible
    CHECK(writer.text(Target::resolution) == "다짐");
}

TEST_CASE("settings stay within their bounds") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open();
    for (int press = 0; press < 40; ++press) writer.run("text-larger");
    CHECK(writer.state().settings.text_size == app::most_text_size);
    for (int press = 0; press < 40; ++press) writer.run("text-smaller");
    CHECK(writer.state().settings.text_size == app::least_text_size);
    writer.run("text-reset");
    CHECK(writer.state().settings.text_size == app::Settings{}.text_size);
    writer.program.perform(app::MoveDivider{7});
    CHECK(writer.state().settings.divider <= 0.8f);
    writer.program.perform(app::MoveDivider{-1});
    CHECK(writer.state().settings.divider >= 0.2f);
    writer.run("language");
    CHECK(writer.state().language == app::Language::en);
    writer.run("language");
    CHECK(writer.state().language == app::Language::ko);
    bool dark = false, light = false;
    for (int press = 0; press < 3; ++press) {
        writer.run("theme");
        (writer.state().dark() ? dark : light) = true;
    }
    CHECK(writer.state().settings.theme == app::Theme::system);   // all three in turn
    CHECK(dark);
    CHECK(light);
}

TEST_CASE("a command about nothing does nothing") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    for (const app::Command& command : app::commands()) writer.program.perform(app::Run{command.id, "nobody"});   // still loading
    CHECK(writer.journal().series.empty());
    writer.open_with(fake::one_pair("다짐"));
    const journal::Journal before = writer.journal();
    for (const char* command : {"delete-pair", "delete-series", "move-pair-up", "move-pair-down", "move-series-up", "move-series-down"}) {
        writer.run(command, "nobody");
    }
    CHECK(writer.journal() == before);
}
