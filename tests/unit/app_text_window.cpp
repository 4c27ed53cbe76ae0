// The window of a text that a textarea holds: offsets, folding, and edits against a plain string.
#include <doctest/doctest.h>

#include <random>

#include "app_writer.h"
#include "text/utf8.h"

using namespace dajim;
using fake::Target;

namespace {

std::string repeated(std::string_view words, int times) {
    std::string out;
    while (times-- > 0) out += words;
    return out;
}

/// UTF-16 offset in the whole text.
std::size_t offset(const text::Buffer& buffer, text::Position at) { return fake::wide(buffer.text({{}, at})).size(); }

}  // namespace

TEST_CASE("offsets in the window count as the browser counts, across paragraphs and pictures") {
    const text::Buffer buffer("가👩‍👧나\n\n둘째 🇰🇷 e\xCC\x81\n");
    const app::WindowMap map = app::window_around(buffer, {});
    const std::u16string whole = fake::wide(buffer.text());
    for (std::size_t units = 0; units <= whole.size(); ++units) {
        const bool inside_a_pair = units < whole.size() && (whole[units] & 0xFC00) == 0xDC00;
        const text::Position at = app::position_at(buffer, map, text::Utf16{units});
        CHECK(offset(buffer, at) == (inside_a_pair ? units - 1 : units));
        CHECK(app::show(buffer, map, {at, at}).selection_start.value == offset(buffer, at));
    }
    CHECK(app::position_at(buffer, map, text::Utf16{999}) == buffer.end());
}

TEST_CASE("the window holds 64 characters either side of the caret, newlines counted") {
    const text::Buffer buffer(repeated("가나다라마바사아자\n", 100));
    const text::Position middle{50, 3};
    const app::Selection caret{middle, middle};
    const app::WindowMap map = app::window_around(buffer, caret);
    const app::TextWindow window = app::show(buffer, map, caret);
    CHECK(text::count_code_points(window.text) == 128);
    CHECK(window.selection_start.value == 64);
    CHECK(window.selection_end.value == 64);
    CHECK(app::has_room(buffer, map, caret));
    CHECK_FALSE(app::has_room(buffer, map, {{55, 0}, {55, 0}}));
    CHECK_FALSE(app::has_room(buffer, map, {{0, 0}, {0, 0}}));
}

TEST_CASE("the ends of the text are room enough") {
    const text::Buffer buffer("가나다");
    const app::WindowMap map = app::window_around(buffer, {});
    CHECK(app::has_room(buffer, map, {}));
    CHECK(app::has_room(buffer, map, {buffer.end(), buffer.end()}));
}

TEST_CASE("a window in which one writes on and on is centred anew after a kilobyte, a selection's only when it is long") {
    const text::Buffer buffer(repeated("가", 400));   // three bytes each
    const app::WindowMap little{{0, 0}, {0, 900}, {}}, much{{0, 0}, buffer.end(), {}};
    CHECK(app::has_room(buffer, little, {{0, 600}, {0, 600}}));
    CHECK_FALSE(app::has_room(buffer, much, {{0, 600}, {0, 600}}));
    CHECK(app::has_room(buffer, much, {{0, 300}, {0, 600}}));
}

TEST_CASE("the window knows which side of a selection the caret is on") {
    const text::Buffer buffer("가나다");
    const app::Selection backward{{0, 9}, {0, 3}};
    const app::TextWindow window = app::show(buffer, app::window_around(buffer, backward), backward);
    CHECK(window.backward);
    CHECK(window.selection_start.value == 1);
    CHECK(window.selection_end.value == 3);
}

TEST_CASE("a long selection is folded, and one letter replaces all of it") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair(repeated("다짐한다 👩‍👧.\n", 4000)));
    writer.go(Target::resolution);
    writer.key("ctrl+a");
    const app::TextWindow window = writer.program.text_window(Target::resolution, false);
    CHECK(window.text.size() < 4096);
    CHECK(window.selection_start.value == 0);
    CHECK(window.selection_end.value == fake::wide(window.text).size());

    SUBCASE("typed") {
        writer.type("새");
        CHECK(writer.marked(Target::resolution) == "새¦");
        writer.type(" 글");
        CHECK(writer.marked(Target::resolution) == "새 글¦");
    }
    SUBCASE("composed") {
        for (const char* stroke : {"ㅅ", "새", "샒"}) writer.compose(stroke);
        writer.commit();
        CHECK(writer.marked(Target::resolution) == "샒¦");
    }
    SUBCASE("erased") {
        writer.key("backspace");
        CHECK(writer.marked(Target::resolution) == "¦");
        writer.undo();
        CHECK(writer.text(Target::resolution) == repeated("다짐한다 👩‍👧.\n", 4000));
    }
}

TEST_CASE("a folded selection in the middle leaves what stands around it") {
    const std::string long_words = repeated("가나다라 ", 2000);
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("앞\n" + long_words + "\n뒤"));
    writer.go(Target::resolution);
    writer.select(Target::resolution, {{1, 0}, {1, long_words.size()}});
    writer.type("a");
    CHECK(writer.marked(Target::resolution) == "앞\na¦\n뒤");
}

TEST_CASE("whatever a textarea does to its value, the text becomes the same") {
    const std::u16string pieces[] = {u"가", u"나다", u" ", u"\n", u"👩‍👧", u"e\u0301", u"a", u"🇰🇷", u"", u"글을 쓴다.\n\n"};
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        std::mt19937 dice(seed);
        const auto roll = [&dice](std::size_t sides) { return sides == 0 ? 0 : dice() % sides; };
        std::u16string model;
        for (std::size_t n = 0; n < 60 * seed; ++n) model += pieces[roll(10)];

        const fake::Folder folder;
        fake::Writer writer(folder);
        writer.open_with(fake::one_pair(fake::narrow(model)));
        writer.go(Target::resolution);
        fake::Textarea area(writer.program, Target::resolution);
        const auto boundary = [](const std::u16string& text, std::size_t at) {
            return at < text.size() && (text[at] & 0xFC00) == 0xDC00 ? at - 1 : at;
        };
        for (int press = 0; press < 60; ++press) {
            const text::Buffer& buffer = *text_of(writer.state(), Target::resolution);
            if (roll(3) == 0) {   // somewhere else, now and then far: long selections are folded
                const auto anywhere = [&] {
                    const std::size_t paragraph = roll(buffer.paragraphs());
                    return buffer.clamp({paragraph, roll(buffer.paragraph(paragraph).size() + 1)});
                };
                const text::Position at = anywhere();
                writer.select(Target::resolution, {at, roll(4) == 0 ? anywhere() : at});
            }
            area.freshen();
            const text::Range selected = writer.state().editor(Target::resolution).selection.range();
            const std::size_t begin = offset(buffer, selected.begin), end = offset(buffer, selected.end);
            // From some units before the selection to some behind it, never between two surrogates.
            const std::size_t from = boundary(area.value(), area.selection_start() - roll(std::min<std::size_t>(area.selection_start(), 9) + 1));
            const std::size_t to = boundary(area.value(), area.selection_end() + roll(std::min<std::size_t>(area.value().size() - area.selection_end(), 9) + 1));
            const std::u16string& piece = pieces[roll(10)];
            const std::uint64_t stamp = writer.program.text_stamp(Target::resolution);
            const std::size_t behind = from + piece.size();
            const std::size_t in_model = begin - (area.selection_start() - from);
            model.replace(in_model, end + (to - area.selection_end()) - in_model, piece);
            area.replace(from, to, piece, from, behind);

            REQUIRE(writer.text(Target::resolution) == fake::narrow(model));
            const text::Range now = writer.state().editor(Target::resolution).selection.range();
            REQUIRE(offset(*text_of(writer.state(), Target::resolution), now.begin) == in_model);
            REQUIRE(offset(*text_of(writer.state(), Target::resolution), now.end) == in_model + piece.size());
            REQUIRE(writer.program.text_stamp(Target::resolution) == stamp);
            if (roll(5) == 0) area.settle();
        }
        while (writer.state().can_undo) writer.undo();
        CHECK(writer.journal().series.empty() == false);
    }
}

// -------------------------------------------------------------------------------------------------------------- the stamp

TEST_CASE("the stamp rises when the text moved by itself, and never for what the textarea did") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("하나 둘", "셋"));
    writer.go(Target::resolution);
    const auto stamp = [&] { return writer.program.text_stamp(Target::resolution); };
    writer.type("첫");
    const std::uint64_t typed = stamp();
    writer.type("글자 ");
    for (const char* stroke : {"ㅎ", "하", "한"}) writer.compose(stroke);
    writer.commit();
    CHECK(stamp() == typed);

    const auto rises = [&](const char* what, auto press) {
        CAPTURE(std::string(what));
        const std::uint64_t before = stamp();
        press();
        CHECK(stamp() > before);
    };
    rises("undo", [&] { writer.undo(); });
    rises("redo", [&] { writer.redo(); });
    rises("click", [&] { writer.program.perform(app::Press{Target::resolution, {0, 3}, text::Affinity::downstream}); });
    rises("key", [&] { writer.key("left"); });
    rises("paste", [&] { writer.paste("붙임"); });
    rises("another pair", [&] { writer.run("new-pair"); });

    const std::uint64_t before = stamp();
    writer.go(Target::retrospective);
    writer.type("넷");
    CHECK(stamp() == before);
}

TEST_CASE("what the textarea holds is corrected where the text cannot take it as it is") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("하나"));
    writer.go(Target::pair_name);
    const std::uint64_t before = writer.program.text_stamp(Target::pair_name);
    fake::Textarea area(writer.program, Target::pair_name);
    area.settle();
    area.replace(0, area.value().size(), u"열\n번째", 4, 4);
    CHECK(writer.marked(Target::pair_name) == "열 번째¦");
    CHECK(writer.program.text_stamp(Target::pair_name) > before);
}

TEST_CASE("an edit of a text that cannot be edited changes nothing and calls the textarea back") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("하나"));
    const std::vector<std::string> records = writer.host.record_bytes();
    fake::Writer reader(folder);
    reader.open(records, {}, false);
    reader.go(Target::resolution);
    CHECK(reader.program.text_window(Target::resolution, false).read_only);
    const std::uint64_t before = reader.program.text_stamp(Target::resolution);
    reader.type("둘");
    CHECK(reader.text(Target::resolution) == "하나");
    CHECK(reader.program.text_stamp(Target::resolution) > before);
}
