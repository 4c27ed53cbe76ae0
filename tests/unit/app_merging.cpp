// A journal goes to another desk and comes back: what it would change is told first, one step takes it back, and two texts are settled.
#include <doctest/doctest.h>

#include <algorithm>

#include "app_writer.h"
#include "formats/journal_json.h"

using namespace dajim;
using fake::End;
using fake::Target;

namespace {

std::string exported(fake::Writer& writer) {
    REQUIRE(writer.run("export"));
    return writer.host.files.back().bytes;
}

void arrive(fake::Writer& writer, const std::string& bytes) { writer.program.file_arrived("journal.dajim.json", bytes, Target::none); }

/// At the beginning of a page.
void write(fake::Writer& writer, Target page, std::string_view words) {
    writer.go(page);
    writer.select(page, {});
    writer.type(words);
}

journal::Series three_pairs() {
    journal::Series series = fake::one_pair("하나\n\n둘\n", "회고");
    for (const char* id : {"q", "r"}) {
        series.pairs.push_back(series.pairs[0]);
        series.pairs.back().id = id;
        series.pairs.back().name = id;
    }
    return series;
}

bool offers(const fake::Writer& writer, app::CommandId id) {
    const auto& buttons = writer.state().slip->buttons;
    return std::find(buttons.begin(), buttons.end(), id) != buttons.end();
}

/// Two desks with one journal.
struct Two {
    fake::Folder here_folder, there_folder;
    fake::Writer here{here_folder, "en"}, there{there_folder, "en"};
    explicit Two(const journal::Series& series) {
        here.open_with(series);
        there.open();
        arrive(there, exported(here));
    }
};

}  // namespace

TEST_CASE("what both desks wrote comes together, told first, and goes again in one step") {
    Two two(fake::one_pair("하나\n\n둘\n", "회고"));
    write(two.here, Target::retrospective, "여기서 ");
    write(two.there, Target::resolution, "저기서 ");
    const std::string file = exported(two.there);
    const journal::Journal before = two.here.journal();
    arrive(two.here, file);
    REQUIRE(two.here.state().slip);
    CHECK(two.here.state().slip->says.find("1 changed pairs") != std::string::npos);
    CHECK(two.here.state().slip->buttons.front() == app::CommandId::merge);
    CHECK(two.here.journal() == before);   // nothing is done before it is answered
    REQUIRE(two.here.run("merge"));
    CHECK_FALSE(two.here.state().slip);
    CHECK(two.here.text(Target::resolution) == "저기서 하나\n\n둘\n");
    CHECK(two.here.text(Target::retrospective) == "여기서 회고");
    CHECK(two.here.notice() == "Merged: 1 changed pairs");
    two.here.undo();
    CHECK(two.here.journal() == before);
    two.here.redo();
    CHECK(two.here.text(Target::resolution) == "저기서 하나\n\n둘\n");
    // The same file once more is no news.
    arrive(two.here, file);
    CHECK_FALSE(two.here.state().slip);
    CHECK(two.here.notice() == "Everything in this file is here already; nothing changed.");
}

TEST_CASE("row 32: a file that comes while a syllable is composed: the syllable is in the text, and in what is merged") {
    Two two(fake::one_pair("하나\n\n둘\n"));
    two.here.go(Target::resolution);
    two.here.select(Target::resolution, {});
    two.here.compose("가");
    two.there.go(Target::resolution);
    two.there.key("ctrl+end");
    two.there.type("끝");
    arrive(two.here, exported(two.there));
    REQUIRE(two.here.state().slip);
    CHECK(two.here.text(Target::resolution) == "가하나\n\n둘\n");
    two.here.run("merge");
    CHECK(two.here.text(Target::resolution) == "가하나\n\n둘\n끝");
}

TEST_CASE("an export is nothing to take back") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("하나"));
    write(writer, Target::resolution, "a");
    exported(writer);
    writer.undo();
    CHECK(writer.text(Target::resolution) == "하나");
    writer.redo();
    exported(writer);
    CHECK(writer.text(Target::resolution) == "a하나");
}

TEST_CASE("both wrote at the same place: both texts are kept, until it is said which") {
    Two two(fake::one_pair("하나\n\n둘\n"));
    write(two.here, Target::resolution, "여기서 ");
    write(two.there, Target::resolution, "저기서 ");
    arrive(two.here, exported(two.there));
    REQUIRE(two.here.state().slip);
    CHECK(two.here.state().slip->says.find("1 texts kept twice") != std::string::npos);
    two.here.run("merge");
    const auto document = [&]() -> const journal::Document& { return two.here.state().chosen_pair()->document(End::resolution); };
    REQUIRE(document().others.size() == 1);
    const std::string text = two.here.text(Target::resolution), other = document().others[0];
    CHECK((text + other).find("여기서 하나") != std::string::npos);
    CHECK((text + other).find("저기서 하나") != std::string::npos);

    two.here.program.perform(app::SettleText{End::resolution, app::SettleText::How::exchange});
    CHECK(two.here.text(Target::resolution) == other);
    CHECK(document().others == std::vector{text});
    two.here.undo();
    CHECK(two.here.text(Target::resolution) == text);
    CHECK(document().others == std::vector{other});

    two.here.program.perform(app::SettleText{End::resolution, app::SettleText::How::both});
    CHECK(two.here.text(Target::resolution).starts_with(text));
    CHECK(two.here.text(Target::resolution).ends_with(other));
    CHECK(document().others.empty());
    two.here.undo();

    two.here.program.perform(app::SettleText{End::resolution, app::SettleText::How::keep});
    CHECK(two.here.text(Target::resolution) == text);
    CHECK(document().others.empty());
    two.here.undo();
    CHECK(document().others == std::vector{other});
}

TEST_CASE("where many pairs would go, that is another button, and not the first one") {
    Two two(three_pairs());
    two.there.run("delete-pair", "q");
    arrive(two.here, exported(two.there));
    REQUIRE(two.here.state().slip);
    CHECK(two.here.state().slip->says.find("more than one in ten") != std::string::npos);
    CHECK_FALSE(offers(two.here, app::CommandId::merge));
    CHECK(two.here.state().slip->buttons.front() != app::CommandId::merge_deleting);
    REQUIRE(two.here.run("close-slip"));
    CHECK(two.here.journal().series[0].pairs.size() == 3);
    arrive(two.here, exported(two.there));
    REQUIRE(two.here.run("merge-deleting"));
    CHECK(two.here.journal().series[0].pairs.size() == 2);
    two.here.undo();
    CHECK(two.here.journal().series[0].pairs.size() == 3);
}

TEST_CASE("a pair deleted here and not written in there stays deleted; put beside, it comes back") {
    Two two(three_pairs());
    const std::string old = exported(two.here);
    two.here.run("delete-pair", "q");
    const journal::Journal before = two.here.journal();
    arrive(two.here, old);
    REQUIRE(two.here.state().slip);
    CHECK_FALSE(offers(two.here, app::CommandId::merge));
    CHECK(two.here.journal() == before);
    two.here.run("put-beside");
    CHECK(two.here.journal().series[0].pairs.size() == 3);
    CHECK(journal::find_pair(two.here.journal(), "q"));
}

TEST_CASE("what is not merged is put beside, as before") {
    Two two(fake::one_pair("하나"));
    write(two.here, Target::resolution, "여기서 ");
    write(two.there, Target::resolution, "저기서 ");
    arrive(two.here, exported(two.there));
    two.here.run("put-beside");
    REQUIRE(two.here.journal().series[0].pairs.size() == 2);
    CHECK(journal::find_pair(two.here.journal(), "p")->document(End::resolution).text.text() == "여기서 하나");
    CHECK(two.here.notice().find("put beside yours") != std::string::npos);
}
