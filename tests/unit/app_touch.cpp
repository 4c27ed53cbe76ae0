// What fingers do to a text: taps, holds, the two handles; and the clipboard's commands, which may be refused.
#include <doctest/doctest.h>

#include "app/handles.h"
#include "app_writer.h"

using namespace dajim;
using app::Handle;
using fake::Target;
using text::Affinity;
using text::Position;

namespace {

constexpr Target page = Target::resolution;

std::string moved(std::string_view marked, Position to) {
    const fake::Marked before = fake::read_marked(marked);
    const text::Buffer buffer(before.text);
    return fake::write_marked(buffer, app::handle_moved(buffer, before.selection, to, Affinity::downstream));
}

struct Phone {
    fake::Folder folder;
    fake::Writer writer{folder};
    explicit Phone(std::string_view words) {
        writer.open_with(fake::one_pair(words));
        writer.go(page);
    }
    void tap(Position at, int clicks = 1) { writer.program.perform(app::Press{page, at, Affinity::downstream, clicks, false, true}); }
    void hold(Position under) { writer.program.perform(app::Hold{page, under, under, Affinity::downstream}); }
    void lift() { writer.program.perform(app::FingerUp{page}); }
    void take(Handle handle) { writer.program.perform(app::TakeHandle{page, handle}); }
    void move(Position to) { writer.program.perform(app::MoveHandle{page, to, Affinity::downstream}); }
    bool handles() const { return writer.state().tools.target == page && writer.state().tools.handles; }
    bool menu() const { return writer.state().tools.target == page && writer.state().tools.menu; }
    std::string marked() const { return writer.marked(page); }
};

constexpr std::size_t syllable = 3;   // bytes

}  // namespace

TEST_CASE("a handle that is taken is the head, the other one stays") {
    const text::Buffer buffer("하나 둘 셋");
    const app::Selection back = fake::read_marked("하나 [¦둘] 셋").selection;
    CHECK(fake::write_marked(buffer, app::taken_by(back, Handle::begin)) == "하나 [¦둘] 셋");
    CHECK(fake::write_marked(buffer, app::taken_by(back, Handle::end)) == "하나 [둘¦] 셋");
    const app::Selection on = fake::read_marked("하나 [둘¦] 셋").selection;
    CHECK(fake::write_marked(buffer, app::taken_by(on, Handle::begin)) == "하나 [¦둘] 셋");
    CHECK(fake::write_marked(buffer, app::taken_by(on, Handle::end)) == "하나 [둘¦] 셋");
}

TEST_CASE("handles pass each other, and one cluster stays between them") {
    CHECK(moved("가[나다¦]라", {0, 4 * syllable}) == "가[나다라¦]");
    CHECK(moved("가[나다¦]라", {0, 2 * syllable}) == "가[나¦]다라");
    CHECK(moved("가[나다¦]라", {0, 1 * syllable}) == "가[나¦]다라");   // onto the other one
    CHECK(moved("가[나다¦]라", {0, 0}) == "[¦가]나다라");              // and past it
    CHECK(moved("가[¦나다]라", {0, 3 * syllable}) == "가나[¦다]라");
    CHECK(moved("가[¦나다]라", {0, 4 * syllable}) == "가나다[라¦]");
    // Over paragraphs, and where the text ends.
    CHECK(moved("가\n[나¦]", {1, 0}) == "가\n[나¦]");
    CHECK(moved("가\n[¦나]", {1, syllable}) == "가\n[¦나]");
    CHECK(moved("가\n[나¦]", {0, 0}) == "[¦가\n]나");
    CHECK(moved("[¦가\n]나", {1, 0}) == "가[¦\n]나");
    // A family, a flag and a syllable of jamo are one cluster each.
    CHECK(moved("[👨‍👩‍👧‍👦🇰🇷¦]", {0, 0}) == "[👨‍👩‍👧‍👦¦]🇰🇷");
    const fake::Marked flag = fake::read_marked("👨‍👩‍👧‍👦[¦🇰🇷]");
    CHECK(moved("👨‍👩‍👧‍👦[¦🇰🇷]", {0, flag.text.size()}) == "👨‍👩‍👧‍👦[¦🇰🇷]");
}

TEST_CASE("a finger that rests selects the eojeol, and is given handles at once, a menu when it is lifted") {
    Phone phone("오늘은 다짐을, 적는다");
    phone.hold({0, 4 * syllable});
    CHECK(phone.marked() == "오늘은 [다짐을¦], 적는다");
    CHECK(phone.handles());
    CHECK_FALSE(phone.menu());
    SUBCASE("lifted") {
        phone.lift();
        CHECK(phone.menu());
        CHECK(phone.writer.state().focus == page);
    }
    SUBCASE("moved on, it selects by words") {
        const std::size_t end = std::string("오늘은 다짐을, 적는다").size();
        phone.writer.program.perform(app::Drag{page, {0, end - syllable}, Affinity::downstream});
        CHECK(phone.marked() == "오늘은 [다짐을, 적는다¦]");
        CHECK(phone.handles());
        phone.writer.program.perform(app::Drag{page, {0, 0}, Affinity::downstream});
        CHECK(phone.marked() == "[¦오늘은 다짐을], 적는다");
    }
}

TEST_CASE("where there is no word a finger that rests puts the caret, and the menu offers what can be pasted") {
    Phone phone("하나\n\n둘");
    phone.hold({1, 0});
    phone.lift();
    CHECK(phone.marked() == "하나\n¦\n둘");
    CHECK_FALSE(phone.handles());
    CHECK(phone.menu());
    CHECK_FALSE(app::command(app::CommandId::copy).possible(phone.writer.state()));
    CHECK(app::command(app::CommandId::paste).possible(phone.writer.state()));
}

TEST_CASE("two taps select a word; a tap beside it closes, a tap on the caret asks for the menu") {
    Phone phone("하나 둘 셋");
    phone.tap({0, 2 * syllable + 1});
    CHECK(phone.marked() == "하나 ¦둘 셋");
    CHECK_FALSE(phone.menu());
    phone.tap({0, 2 * syllable + 1});
    CHECK(phone.menu());
    phone.tap({0, 2 * syllable + 1});
    CHECK_FALSE(phone.menu());
    phone.tap({0, 2 * syllable + 1}, 2);
    CHECK(phone.marked() == "하나 [둘¦] 셋");
    CHECK(phone.handles());
    CHECK(phone.menu());
    phone.tap({0, 0});
    CHECK(phone.marked() == "¦하나 둘 셋");
    CHECK_FALSE(phone.handles());
    CHECK_FALSE(phone.menu());
}

TEST_CASE("typing, keys, a mouse and another text put handles and menu away") {
    Phone phone("하나 둘 셋");
    phone.tap({0, 0}, 2);
    REQUIRE(phone.menu());
    SUBCASE("typing") { phone.writer.type("다"); }
    SUBCASE("composing") { phone.writer.compose("ㄷ"); }
    SUBCASE("a key") { phone.writer.key("right"); }
    SUBCASE("Escape, which closes nothing else") {
        phone.writer.key("escape");
        CHECK(phone.marked() == "[하나¦] 둘 셋");
    }
    SUBCASE("a mouse") { phone.writer.program.perform(app::Press{page, {0, 0}, Affinity::downstream}); }
    SUBCASE("another text") { phone.writer.go(Target::retrospective); }
    SUBCASE("undo") {
        phone.writer.type("가");
        phone.writer.undo();
    }
    CHECK(phone.writer.state().tools.target == Target::none);
}

TEST_CASE("handles move the ends by clusters and cross") {
    Phone phone("하나 둘 셋");
    phone.hold({0, 7});
    phone.lift();
    phone.take(Handle::begin);
    CHECK_FALSE(phone.menu());   // it is in the finger's way
    phone.move({0, syllable});
    CHECK(phone.marked() == "하[¦나 둘] 셋");
    phone.move({0, 3 * syllable + 2});
    CHECK(phone.marked() == "하나 둘[ ¦]셋");
    phone.lift();
    CHECK(phone.handles());
    CHECK(phone.menu());
}

TEST_CASE("a syllable that is composed stays whole when a finger comes, and is there once") {
    Phone phone("하나 둘");
    phone.writer.key("ctrl+end");
    phone.writer.compose("ㅅ");
    phone.writer.compose("셋");
    phone.writer.host.composer = &phone.writer;
    phone.writer.host.compositions = [](void* writer) { static_cast<fake::Writer*>(writer)->commit(); };
    SUBCASE("held") { phone.hold({0, 0}); }
    SUBCASE("tapped twice") { phone.tap({0, 0}, 2); }
    phone.take(Handle::end);
    phone.move({0, 2 * syllable + 1});
    CHECK(phone.marked() == "[하나 ¦]둘셋");
}

TEST_CASE("cut takes the words away when the clipboard has them") {
    Phone phone("하나 둘 셋");
    phone.tap({0, 0}, 2);
    phone.writer.run("cut");
    CHECK(phone.writer.host.clipboard == "하나");
    CHECK(phone.marked() == "[하나¦] 둘 셋");
    CHECK_FALSE(phone.menu());
    SUBCASE("allowed") {
        phone.writer.program.clipboard_written(true);
        CHECK(phone.marked() == "¦ 둘 셋");
        CHECK_FALSE(phone.handles());
        phone.writer.undo();
        CHECK(phone.marked() == "[하나¦] 둘 셋");
    }
    SUBCASE("refused: nothing is lost, and it is said") {
        phone.writer.program.clipboard_written(false);
        CHECK(phone.writer.text(page) == "하나 둘 셋");
        CHECK(phone.writer.state().notice->trouble);
    }
    SUBCASE("something else was selected while the browser asked") {
        phone.tap({0, 7}, 2);
        phone.writer.program.clipboard_written(true);
        CHECK(phone.writer.text(page) == "하나 둘 셋");
    }
    SUBCASE("another pair was chosen") {
        phone.writer.run("new-pair");
        phone.writer.program.clipboard_written(true);
        CHECK(phone.writer.journal().series[0].pairs[0].document(fake::End::resolution).text.text() == "하나 둘 셋");
    }
}

TEST_CASE("copy leaves selection and handles, paste takes the selection's place") {
    Phone phone("하나 둘 셋");
    phone.tap({0, 7}, 2);
    phone.writer.run("copy");
    phone.writer.program.clipboard_written(true);
    CHECK(phone.writer.host.clipboard == "둘");
    CHECK(phone.marked() == "하나 [둘¦] 셋");
    CHECK(phone.handles());
    phone.writer.run("paste");
    CHECK(phone.writer.host.clipboard_reads == 1);
    SUBCASE("read") {
        phone.writer.program.clipboard_read("스물\r\n하나");
        CHECK(phone.marked() == "하나 스물\n하나¦ 셋");
    }
    SUBCASE("nothing there") {
        phone.writer.program.clipboard_read("");
        CHECK(phone.writer.text(page) == "하나 둘 셋");
        CHECK_FALSE(phone.writer.notice().empty());
    }
    SUBCASE("refused") {
        phone.writer.program.clipboard_refused();
        CHECK(phone.writer.text(page) == "하나 둘 셋");
        CHECK(phone.writer.state().notice->trouble);
    }
    SUBCASE("answered for another pair") {
        phone.writer.run("new-pair");
        phone.writer.program.clipboard_read("스물");
        CHECK(phone.writer.text(page).empty());
    }
}

TEST_CASE("select all from the menu keeps the fingers' tools, by keys there are none") {
    Phone phone("하나\n둘");
    phone.tap({0, 0}, 2);
    phone.writer.run("select-all");
    CHECK(phone.marked() == "[하나\n둘¦]");
    CHECK(phone.handles());
    CHECK(phone.menu());
    phone.tap({0, 0});   // the menu is there: this one puts the caret
    CHECK(phone.marked() == "¦하나\n둘");
    phone.writer.run("select-all");
    CHECK_FALSE(phone.handles());
}
