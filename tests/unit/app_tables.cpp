// The tables that everything else reads: sentences, commands and shortcuts, and the kept place.
#include <doctest/doctest.h>

#include <set>

#include "app/command.h"
#include "app/place.h"
#include "app/strings.h"

using namespace dajim;
using app::Language;

namespace {

struct Entry { app::Str id; const char* name; };
constexpr Entry entries[] = {
#define DAJIM_STRING(name, korean, english) {app::Str::name, #name},
#include "app/strings_table.inc"
#undef DAJIM_STRING
};

int blanks(std::string_view sentence) {
    int count = 0;
    for (std::size_t at = sentence.find("{}"); at != std::string_view::npos; at = sentence.find("{}", at + 2)) ++count;
    return count;
}

}  // namespace

TEST_CASE("every sentence is there in both languages, with the same blanks to fill") {
    for (const Entry& entry : entries) {
        CAPTURE(std::string(entry.name));
        const std::string_view korean = app::say(entry.id, Language::ko), english = app::say(entry.id, Language::en);
        CHECK_FALSE(korean.empty());
        CHECK_FALSE(english.empty());
        CHECK(blanks(korean) == blanks(english));
    }
}

TEST_CASE("blanks are filled in order, and numbers are read easily") {
    CHECK(app::say(app::Str::imported_journal, Language::en, {"2", "1,284"}) == "Imported 2 series and 1,284 pairs");
    CHECK(app::say(app::Str::deleted, Language::ko, {"{}"}) == "‘{}’ 지움");   // a name may look like a blank
    CHECK(app::with_commas(0) == "0");
    CHECK(app::with_commas(999) == "999");
    CHECK(app::with_commas(1000) == "1,000");
    CHECK(app::with_commas(1234567) == "1,234,567");
}

TEST_CASE("Korean is for Korean browsers, English for all others") {
    CHECK(app::language_of("ko") == Language::ko);
    CHECK(app::language_of("ko-KR") == Language::ko);
    CHECK(app::language_of("kok") == Language::en);
    CHECK(app::language_of("en-US") == Language::en);
    CHECK(app::language_of("") == Language::en);
}

TEST_CASE("every command has a name, a title and an id of its own") {
    std::set<std::string> names;
    std::set<app::CommandId> ids;
    for (const app::Command& command : app::commands()) {
        CAPTURE(std::string(command.name));
        CHECK(names.insert(command.name).second);
        CHECK(ids.insert(command.id).second);
        CHECK(app::command(command.id).name == command.name);
        CHECK_FALSE(std::string(app::say(command.title, Language::en)).empty());
        CHECK(command.possible != nullptr);
    }
    CHECK(ids.size() == static_cast<std::size_t>(app::CommandId::count_));
}

TEST_CASE("no two commands share a shortcut, on either platform") {
    for (const bool mac : {false, true}) {
        std::set<std::string> shown;
        for (const app::Command& command : app::commands()) {
            for (const app::Shortcut& shortcut : {command.shortcut, command.other}) {
                if (!shortcut.on(mac)) continue;
                CAPTURE(std::string(command.name));
                CHECK(shown.insert(app::shown_shortcut(shortcut, mac)).second);
                const app::KeyPress press{shortcut.key, shortcut.letter, shortcut.shift, shortcut.control && !mac, shortcut.alt,
                                          shortcut.control && mac};
                REQUIRE(app::command_for(press, mac));
                CHECK(app::command_for(press, mac)->id == command.id);
                CHECK_FALSE(app::aria_shortcut(shortcut, mac).empty());
                CHECK(app::aria_shortcut(shortcut, mac).back() != '+');
            }
        }
    }
}

TEST_CASE("a plain letter is no command, nor one with too many modifiers") {
    CHECK_FALSE(app::command_for({app::Key::letter, 'Z'}, false));
    CHECK_FALSE(app::command_for({app::Key::letter, 'Z', false, true, true, false}, false));
    CHECK_FALSE(app::command_for({app::Key::letter, 'Z', false, true, false, true}, true));
    CHECK_FALSE(app::command_for({}, false));
    CHECK(app::shown_shortcut(app::command(app::CommandId::redo).shortcut, false) == "Ctrl+Shift+Z");
    CHECK(app::shown_shortcut(app::command(app::CommandId::redo).shortcut, true) == "⇧⌘Z");
    CHECK(app::aria_shortcut(app::command(app::CommandId::redo).shortcut, false) == "Control+Shift+Z");
}

// ------------------------------------------------------------------------------------------------------------- the place

TEST_CASE("where somebody was is kept and read again") {
    app::State state;
    state.series = "s-1";
    state.pair = "p_2";
    state.shown = journal::End::retrospective;
    state.settings = {app::Theme::dark, 21, Language::ko, 0.3775f, false, text::Wrap::any_syllable};
    app::PairPlace place;
    place.selections[0] = {{3, 12}, {1, 0}};
    place.scrolls[0] = {{2, 6}, 13.25f};
    place.selections[1] = {{0, 0}, {0, 0}};
    state.places["p_2"] = place;
    place.selections[1] = {{9, 9}, {9, 9}};
    state.places["other"] = place;

    app::State read;
    app::read_place(app::write_place(state), read);
    CHECK(read.series == state.series);
    CHECK(read.pair == state.pair);
    CHECK(read.shown == state.shown);
    CHECK(read.settings.theme == state.settings.theme);
    CHECK(read.settings.text_size == 21);
    CHECK(read.settings.language == Language::ko);
    CHECK(read.settings.divider == doctest::Approx(0.3775));
    CHECK_FALSE(read.settings.shelf_open);
    CHECK(read.settings.wrap == text::Wrap::any_syllable);
    REQUIRE(read.places.size() == 2);
    for (const auto& [pair, kept] : state.places) {
        CAPTURE(pair);
        CHECK(read.places[pair].selections == kept.selections);
        CHECK(read.places[pair].scrolls == kept.scrolls);
    }
    CHECK(app::write_place(read) == app::write_place(state));
}

TEST_CASE("of a broken place what can be read is taken, and the rest is as if it had never been") {
    app::State state;
    app::read_place("text_size 99\ntext_size -3\ntext_size 1e3\ndivider 999999\nat resolution p 1 2 3\n"
                    "at resolution ../../etc 0 0 0 0 0 0 0\nat resolution p 0 0 0 0 0 x 0\n\n \nnonsense\nunknown thing\ntheme dark", state);
    CHECK(state.settings.text_size == app::Settings{}.text_size);
    CHECK(state.settings.divider == app::Settings{}.divider);
    CHECK(state.places.empty());
    CHECK(state.settings.theme == app::Theme::dark);

    std::string bytes = app::write_place(state);
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        app::State other;
        app::read_place(std::string_view(bytes).substr(cut), other);
        app::read_place(std::string_view(bytes).substr(0, cut), other);
        CHECK(other.settings.text_size >= app::least_text_size);
    }
    app::State empty;
    app::read_place(std::string(5000, '\xFF') + std::string(5, '\0'), empty);
    CHECK(empty.places.empty());
}
