// A sealed resolution that was amended, read as it was sealed and with the difference in it, and nothing lost by reading.
#include <random>

#include "app/reading.h"
#include "app_writer.h"
#include "ui_window.h"

using namespace dajim;
using app::Reads;
using fake::Target;

namespace {

/// Three lines that were sealed, and then the second amended and a fourth added.
struct Amended {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer{folder, "ko", &window.desk.page_setting(), &window.desk.field_setting()};
    const std::string sealed = "# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다";
    const std::string now = "# 다짐\n- 글을 10번 쓴다\n- 책을 읽는다\n- 달린다";

    Amended() {
        writer.open_with(fake::one_pair(sealed, "글은 열 번 썼다"));
        put(1);
        writer.key("ctrl+j");
        writer.run("leave-goal");
        writer.run("seal");
        writer.run("seal-now");
        CHECK_FALSE(writer.state().reading.offered);
        writer.select(Target::resolution, {{1, 9}, {1, 10}, {}});
        writer.type("10");
        writer.key("ctrl+end");
        writer.paste("\n- 달린다");
        REQUIRE(writer.text(Target::resolution) == now);
        window.draw(writer.program, 0);
    }
    void put(std::size_t paragraph) {
        writer.go(Target::resolution);
        writer.select(Target::resolution, {{paragraph, 0}, {paragraph, 0}, {}});
    }
    const app::Reading& reading() const { return writer.state().reading; }
    void frame() {
        window.draw(writer.program, 0);
        window.draw(writer.program, 0);
    }
    const ui::Node& textbox(std::string_view name) const {
        const ui::Node* node = window.find(ui::Role::textbox, name);
        REQUIRE(node);
        return *node;
    }
};

}  // namespace

TEST_CASE("what was sealed and what became of it can be read, once they differ") {
    Amended desk;
    CHECK(desk.reading().offered);
    desk.writer.run("read-sealed");
    CHECK(desk.writer.text(Target::reading) == desk.sealed);
    desk.writer.run("read-difference");
    CHECK(desk.writer.text(Target::reading) == "# 다짐\n- 글을 5번10번 쓴다\n- 책을 읽는다\n- 달린다");
    CHECK(desk.reading().added == 2);
    CHECK(desk.reading().removed == 1);
    desk.writer.run("read-difference");   // once more: as it is now
    CHECK_FALSE(desk.reading().open());
    CHECK(desk.writer.text(Target::resolution) == desk.now);

    SUBCASE("until the words are as they were sealed") {
        desk.writer.run("read-sealed");
        desk.writer.undo();
        CHECK_FALSE(desk.reading().open());
        desk.writer.undo();
        CHECK_FALSE(desk.reading().offered);
        desk.writer.redo();
        CHECK(desk.reading().offered);
    }
    SUBCASE("until the seal is opened") {
        desk.writer.run("read-sealed");
        desk.writer.run("seal");
        desk.writer.run("open-seal");
        CHECK_FALSE(desk.reading().open());
        CHECK_FALSE(desk.reading().offered);
        CHECK_FALSE(app::command(app::CommandId::read_sealed).possible(desk.writer.state()));
    }
    SUBCASE("or another pair is chosen") {
        desk.writer.run("read-sealed");
        desk.writer.run("new-pair");
        CHECK_FALSE(desk.reading().open());
        CHECK_FALSE(desk.reading().offered);
        desk.writer.run("previous-pair");
        CHECK(desk.reading().offered);
        CHECK_FALSE(desk.reading().open());
    }
}

TEST_CASE("a reading is not written in, its words can be copied, and the caret is where it was afterwards") {
    Amended desk;
    desk.put(2);
    const app::Editor before = desk.writer.state().editor(Target::resolution);
    desk.writer.key("ctrl+alt+0");
    CHECK(desk.writer.state().focus == Target::reading);
    CHECK(desk.writer.state().editor(Target::reading).selection.head.paragraph == 2);
    desk.writer.type("x");
    desk.writer.paste("y");
    desk.writer.key("ctrl+backspace");
    desk.writer.key("ctrl+b");
    desk.writer.run("cut");
    CHECK(desk.writer.text(Target::resolution) == desk.now);
    CHECK(desk.writer.text(Target::reading) == desk.reading().text.text());
    desk.writer.key("ctrl+a");
    desk.writer.copy();
    CHECK(desk.writer.clipboard == desk.reading().text.text());
    desk.writer.key("escape");
    CHECK_FALSE(desk.reading().open());
    CHECK(desk.writer.state().focus == Target::resolution);
    CHECK(desk.writer.state().editor(Target::resolution).selection == before.selection);
    CHECK(desk.writer.state().editor(Target::resolution).scroll == before.scroll);
}

TEST_CASE("whoever wants to go on writing in the resolution has it back") {
    Amended desk;
    desk.writer.run("read-sealed");
    SUBCASE("by undoing") { desk.writer.undo(); }
    SUBCASE("by looking for words") {
        desk.writer.run("find");
        desk.writer.type("책을");
    }
    CHECK_FALSE(desk.reading().open());
}

TEST_CASE("keys for goals go on in what is read") {
    Amended desk;
    desk.writer.go(Target::resolution);
    desk.writer.run("read-difference");
    desk.writer.key("f8");
    CHECK_FALSE(desk.writer.state().goal.empty());
    CHECK(desk.reading().open());
    const std::optional<text::Range> words = app::words_shown(desk.writer.state(), desk.writer.state().chosen_pair()->goals[0]);
    REQUIRE(words);
    CHECK(desk.reading().text.text(*words) == "글을 5번10번 쓴다");
    desk.frame();
    desk.writer.key("f6");
    CHECK(desk.writer.state().focus == Target::retrospective);
    desk.writer.key("f6");
    CHECK(desk.writer.state().focus == Target::reading);
    desk.writer.run("read-sealed");
    CHECK(desk.reading().text.text(*app::words_shown(desk.writer.state(), desk.writer.state().chosen_pair()->goals[0])) == "글을 5번 쓴다");
}

TEST_CASE("the desk tells of what is read, and offers it by switches") {
    Amended desk;
    desk.frame();
    CHECK_FALSE(desk.textbox("다짐").read_only);
    REQUIRE(desk.window.find(ui::Role::toggle, "봉인한 글"));
    CHECK(desk.window.find(ui::Role::toggle, "지금 글")->pressed);
    desk.writer.run("read-difference");
    desk.frame();
    CHECK(desk.textbox("다짐: 달라진 곳").read_only);
    CHECK(desk.textbox("다짐: 달라진 곳").value.find("더한 곳 2, 뺀 곳 1") == 0);
    CHECK(desk.window.find(ui::Role::text, "더한 곳 2, 뺀 곳 1"));
    CHECK_FALSE(desk.window.find(ui::Role::textbox, "다짐"));
    CHECK(desk.window.find(ui::Role::textbox, "회고"));
    desk.writer.run("read-now");
    desk.frame();
    CHECK_FALSE(desk.textbox("다짐").read_only);
    desk.window.width = 380;
    desk.writer.run("read-sealed");
    desk.frame();
    CHECK(desk.textbox("다짐: 봉인한 글").read_only);
}

TEST_CASE("places go over from the text to what is read, and back") {
    std::mt19937 random(9);
    const char* const pieces[] = {"글을 ", "\n", "쓴다.", " ", "10번", "- 책", "한 달에 한 번"};
    for (int round = 0; round < 400; ++round) {
        std::string sealed;
        for (std::size_t at = random() % 30; at > 0; --at) sealed += pieces[random() % std::size(pieces)];
        text::Buffer now(sealed);
        for (std::size_t edits = random() % 4; edits > 0; --edits) {
            const text::Position at = now.clamp({random() % now.paragraphs(), random() % 30});
            now.apply({{at, std::max(at, now.clamp({at.paragraph + random() % 2, random() % 20}))}, pieces[random() % std::size(pieces)]});
        }
        CHECK(app::differs(now, sealed) == (now.text() != sealed));
        for (const Reads what : {Reads::other, Reads::difference}) {
            const app::Reading reading = app::read(what, sealed, now);
            if (what == Reads::other) CHECK(reading.text.text() == sealed);
            for (std::size_t paragraph = 0; paragraph < now.paragraphs(); ++paragraph) {
                const std::string& line = now.paragraph(paragraph);
                const text::Position at = now.clamp({paragraph, random() % (line.size() + 1)}), end = now.clamp({paragraph, line.size()});
                const text::Position shown = reading.shown(at);
                REQUIRE(reading.text.clamp(shown) == shown);
                if (what == Reads::difference) REQUIRE(reading.now(shown) == at);
                if (at == end) continue;
                const std::optional<text::Range> range = reading.shown(text::Range{at, end});
                if (range) REQUIRE(reading.text.contains(*range));
                if (what == Reads::difference) REQUIRE(range);
            }
        }
    }
}
