// No word is lost: when records and files are handed over, what comes back after a restart, and what happens when storage fails.
#include <doctest/doctest.h>

#include <filesystem>

#include "app/autosave.h"
#include "app_writer.h"
#include "store/record.h"

using namespace dajim;
using app::Saving;
using app::StorageTrouble;
using fake::Target;

namespace {

/// A desk with one empty pair whose first files are written, so that only what a test does is owed.
struct Settled {
    fake::Folder folder;
    fake::Writer writer{folder};
    Settled() {
        writer.open_with(fake::one_pair(""));
        writer.host.pass(5000);
        writer.host.answer();
        writer.go(Target::resolution);
        writer.host.pass(5000);
        writer.host.answer();
        REQUIRE(writer.host.records.empty());
        REQUIRE(writer.state().saving == Saving::saved);
    }
};

journal::Change edited(std::size_t byte, std::string words) {
    return journal::TextEdited{"p", journal::End::resolution, {{{0, byte}, {0, byte}}, std::move(words)}};
}

}  // namespace

TEST_CASE("a change is recorded within 250 ms of when it was made") {
    app::Autosave autosave;
    autosave.begin(7, 0, {});
    CHECK(autosave.all_stored());
    CHECK_FALSE(autosave.next_ms());
    autosave.note(edited(0, "가"), 1000);
    CHECK_FALSE(autosave.all_stored());
    CHECK(*autosave.next_ms() <= 1250);
    CHECK_FALSE(autosave.take_record(1001, false));
    autosave.note(edited(3, "나"), 1190);   // typing on does not put it off
    CHECK(*autosave.next_ms() <= 1250);
    const std::optional<store::Record> record = autosave.take_record(1250, false);
    REQUIRE(record);
    CHECK(record->sequence == 8);
    CHECK(record->changes.size() == 1);     // typed on at one place: one edit to the log
    CHECK_FALSE(autosave.take_record(9000, true));
    CHECK_FALSE(autosave.all_stored());
    autosave.record_stored(8);
    CHECK(autosave.all_stored());
}

TEST_CASE("edits that do not follow each other stay apart in the log") {
    app::Autosave autosave;
    autosave.begin(0, 0, {});
    autosave.note(edited(0, "가"), 1);
    autosave.note(edited(0, "나"), 2);
    autosave.note(edited(3, "\n"), 3);
    autosave.note(journal::TextEdited{"p", journal::End::resolution, {{{1, 0}, {1, 0}}, "다"}}, 4);
    autosave.note(journal::TextEdited{"p", journal::End::retrospective, {{{1, 3}, {1, 3}}, "라"}}, 5);
    // Replaying the record must give what the edits gave.
    journal::Journal journal;
    journal.id = "j";
    journal.series.push_back(fake::one_pair("", "\n가나다"));
    journal::Journal again = journal;
    for (const journal::Change& change : {edited(0, "가"), edited(0, "나"), edited(3, "\n")}) REQUIRE(journal::apply(journal, change));
    REQUIRE(journal::apply(journal, journal::TextEdited{"p", journal::End::resolution, {{{1, 0}, {1, 0}}, "다"}}));
    REQUIRE(journal::apply(journal, journal::TextEdited{"p", journal::End::retrospective, {{{1, 3}, {1, 3}}, "라"}}));
    const std::optional<store::Record> record = autosave.take_record(300, true);
    for (const journal::Change& change : record->changes) REQUIRE(journal::apply(again, change));
    CHECK(again == journal);
}

TEST_CASE("files wait until the writer rests, and never for a sync that is under way") {
    app::Autosave autosave;
    autosave.begin(0, 0, {});
    autosave.note(edited(0, "가"), 1000);
    autosave.take_record(1200, false);
    CHECK_FALSE(autosave.files_due(1300, false));
    CHECK(autosave.files_due(*autosave.next_ms(), false));
    CHECK(autosave.take_changed() == std::set<journal::Id>{"p"});
    CHECK_FALSE(autosave.files_due(90'000, true));
    CHECK(autosave.not_in_files() == std::set<journal::Id>{"p"});
    autosave.files_failed();
    CHECK(autosave.files_due(90'000, false));
    CHECK(autosave.take_changed() == std::set<journal::Id>{"p"});
    autosave.files_synced(1);
    CHECK(autosave.not_in_files().empty());
    CHECK_FALSE(autosave.files_due(90'000, true));
    CHECK_FALSE(autosave.next_ms());
}

TEST_CASE("typing makes one record within 250 ms, then files when the writer rests") {
    Settled desk;
    fake::Writer& writer = desk.writer;
    const std::size_t syncs = writer.host.syncs.size();
    writer.type("다짐");
    CHECK(writer.state().saving == Saving::saving);
    writer.host.pass(250);
    REQUIRE(writer.host.records.size() == 1);
    CHECK(writer.state().saving == Saving::saving);   // handed over is not stored
    const std::uint64_t first = writer.host.records[0].sequence;
    writer.host.answer();
    CHECK(writer.state().saving == Saving::saved);
    CHECK(writer.host.syncs.size() == syncs);

    writer.type(" 하나");
    writer.host.pass(250);
    REQUIRE(writer.host.records.size() == 2);
    CHECK(writer.host.records[1].sequence == first + 1);
    writer.host.answer();
    writer.host.pass(10'000);
    REQUIRE(writer.host.syncs.size() == syncs + 1);
    const fake::Synced& sync = writer.host.syncs.back();
    CHECK(sync.sequence == first + 1);
    CHECK(std::find(sync.written.begin(), sync.written.end(), "index.json") != sync.written.end());
    writer.host.answer();
    CHECK(writer.host.records.empty());
    writer.host.pass(60'000);
    CHECK(writer.host.syncs.size() == syncs + 1);
    CHECK_FALSE(writer.host.wake);   // nothing is owed, nobody need wake up
}

TEST_CASE("the caret is kept without a change of the words, and makes no record") {
    Settled desk;
    const std::size_t before = desk.writer.host.places_written;
    desk.writer.key("home");
    desk.writer.host.pass(1000);
    CHECK(desk.writer.host.places_written == before + 1);
    CHECK(desk.writer.host.records.empty());
}

TEST_CASE("what is not yet recorded is handed over when the page is about to go") {
    Settled desk;
    desk.writer.type("다짐");
    CHECK(desk.writer.host.records.empty());
    desk.writer.program.flush();
    CHECK(desk.writer.host.records.size() == 1);
}

TEST_CASE("leaving a text hands over what was written in it") {
    Settled desk;
    desk.writer.type("다짐");
    desk.writer.go(Target::none);
    CHECK(desk.writer.host.records.size() == 1);
}

TEST_CASE("what was written is there again after a restart, words, caret and scroll place") {
    Settled desk;
    fake::Writer& writer = desk.writer;
    writer.type("하나\n둘\n셋");
    writer.go(Target::retrospective);
    for (const char* stroke : {"ㅎ", "하", "한"}) writer.compose(stroke);
    writer.commit();
    writer.go(Target::resolution);
    writer.key("ctrl+home");
    writer.key("shift+right");
    writer.program.perform(app::ScrollTo{Target::resolution, {{1, 0}, 4.5f}});
    writer.run("theme");
    writer.run("text-larger");
    SUBCASE("from records alone") { writer.program.flush(); }
    SUBCASE("from files") {
        writer.host.pass(500);
        writer.host.answer();
        writer.host.pass(10'000);
        writer.host.answer();
        REQUIRE(writer.host.records.empty());
    }
    SUBCASE("from files and records that were not yet dropped") {
        writer.host.pass(500);
        writer.host.answer();
        writer.host.pass(10'000);
        writer.type("다");
        writer.key("left");
        writer.key("shift+right");
        writer.host.pass(300);
        writer.program.flush();
        REQUIRE(writer.host.records.size() >= 2);
    }
    fake::Writer again(desk.folder);
    again.open(writer.host.record_bytes(), writer.host.place);
    CHECK(again.journal() == writer.journal());
    CHECK(again.marked(Target::resolution) == writer.marked(Target::resolution));
    CHECK(again.marked(Target::retrospective) == writer.marked(Target::retrospective));
    CHECK(again.state().editor(Target::resolution).scroll == writer.state().editor(Target::resolution).scroll);
    CHECK(again.state().settings.theme == writer.state().settings.theme);
    CHECK(again.state().settings.text_size == writer.state().settings.text_size);
    CHECK(again.notice().empty());
    CHECK(again.state().saving == Saving::saved);
}

TEST_CASE("row 1: a page that ended without warning says what is back, one that could say that it goes does not") {
    Settled desk;
    fake::Writer& writer = desk.writer;
    writer.type("하나");
    writer.program.flush();   // hidden, and shown again
    const auto notice = [&] {
        fake::Writer again(desk.folder, "en");
        again.open(writer.host.record_bytes(), writer.host.place);
        return again.notice();
    };
    CHECK(notice().empty());
    writer.type(" 둘");
    writer.host.pass(300);
    CHECK(notice().find("“9기” is back") != std::string::npos);
    writer.run("new-pair");
    writer.host.pass(300);
    CHECK(notice().find("2 pairs") != std::string::npos);
    writer.program.flush();
    CHECK(notice().empty());
}

TEST_CASE("where the chosen pair cannot be read, its neighbour is shown and the damage told") {
    Settled desk;
    fake::Writer& writer = desk.writer;
    writer.type("첫째");
    writer.run("new-pair");
    writer.go(Target::resolution);
    writer.type("둘째");
    writer.host.pass(500);
    writer.host.answer();
    writer.host.pass(10'000);
    writer.host.answer();
    REQUIRE(writer.host.records.empty());
    const std::string lost = writer.state().pair;
    REQUIRE(lost != "p");
    int spoilt = 0;
    for (const auto& file : std::filesystem::directory_iterator(desk.folder.path() + "/pairs")) {
        if (!file.path().filename().string().starts_with(lost + ".")) continue;
        std::filesystem::resize_file(file.path(), 20);
        spoilt++;
    }
    REQUIRE(spoilt > 0);
    fake::Writer again(desk.folder);
    again.open({}, writer.host.place);
    CHECK(again.state().pair == "p");
    CHECK(again.text(Target::resolution) == "첫째");
    CHECK(again.state().notice->trouble);
}

TEST_CASE("records go on counting where they left off") {
    Settled desk;
    desk.writer.type("하나");
    desk.writer.program.flush();
    const std::uint64_t last = desk.writer.host.records.back().sequence;
    fake::Writer again(desk.folder);
    again.open(desk.writer.host.record_bytes());
    again.go(Target::resolution);
    again.type("둘");
    again.program.flush();
    CHECK(again.host.records.back().sequence == last + 1);
}

TEST_CASE("one who reads writes nothing at all") {
    Settled desk;
    desk.writer.type("하나");
    desk.writer.program.flush();
    fake::Writer reader(desk.folder, "en");
    reader.open(desk.writer.host.record_bytes(), desk.writer.host.place, false);
    CHECK(reader.text(Target::resolution) == "하나");
    CHECK(reader.state().pen == app::Pen::elsewhere);
    reader.go(Target::resolution);
    reader.type("둘");
    reader.paste("셋");
    reader.key("ctrl+backspace");
    reader.compose("ㄴ");
    reader.commit();
    for (const app::Command& command : app::commands()) {
        if (command.id != app::CommandId::language && command.id != app::CommandId::import_file) reader.run(command.name);
    }
    reader.program.file_arrived("글.md", "# 글\n", Target::retrospective);
    reader.program.perform(app::PlacePair{"p", "s", 0});
    reader.host.pass(60'000);
    reader.program.flush();
    CHECK(reader.journal() == desk.writer.journal());
    CHECK(reader.host.records.empty());
    CHECK(reader.host.syncs.empty());
    CHECK(reader.host.places_written == 0);
    CHECK_FALSE(reader.state().can_undo);
}

TEST_CASE("one who read may write once the other has gone, from what was kept last") {
    Settled desk;
    fake::Writer reader(desk.folder);
    reader.open({}, {}, false);
    desk.writer.type("하나");
    desk.writer.program.flush();
    reader.open(desk.writer.host.record_bytes(), desk.writer.host.place);
    CHECK(reader.journal() == desk.writer.journal());
    reader.go(Target::resolution);
    reader.key("ctrl+end");
    reader.type(" 둘");
    CHECK(reader.marked(Target::resolution) == "하나 둘¦");
}

TEST_CASE("when storage is full the words stay, it is said, and writing goes on") {
    Settled desk;
    fake::Writer& writer = desk.writer;
    writer.type("하나");
    writer.host.pass(250);
    writer.program.storage_failed(StorageTrouble::full);
    CHECK(writer.state().saving == Saving::trouble);
    CHECK(writer.state().trouble == StorageTrouble::full);
    CHECK(writer.host.warns);
    writer.type(" 둘");
    CHECK(writer.text(Target::resolution) == "하나 둘");
    writer.host.pass(2000);
    CHECK(writer.host.records.size() == 2);          // offered all the same: it may fit again
    const std::size_t syncs = writer.host.syncs.size();
    writer.host.pass(20'000);
    CHECK(writer.host.syncs.size() == syncs);        // but no files while storage does not answer
    writer.run("export");
    CHECK(writer.host.files.size() == 1);
    writer.host.pass(2000);                          // what the export noted of itself is offered too
    writer.host.answer();
    CHECK(writer.state().trouble == StorageTrouble::none);
    CHECK(writer.state().saving == Saving::saved);
    CHECK_FALSE(writer.host.warns);
    writer.host.pass(20'000);
    CHECK(writer.host.syncs.size() == syncs + 1);
}

TEST_CASE("without any storage one can write, and is told") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.program.storage_failed(StorageTrouble::missing);
    CHECK(writer.state().phase == app::Phase::ready);
    CHECK(writer.state().saving == Saving::trouble);
    writer.run("new-pair");
    writer.go(Target::resolution);
    writer.type("다짐");
    CHECK(writer.text(Target::resolution) == "다짐");
    writer.run("export");
    REQUIRE(writer.host.files.size() == 1);
}

TEST_CASE("when another window took over, nothing more can be written here, and nothing is lost") {
    Settled desk;
    desk.writer.type("하나");
    CHECK(desk.writer.program.overtaken());
    desk.writer.type("둘");
    CHECK(desk.writer.text(Target::resolution) == "하나");
    CHECK(desk.writer.program.text_window(Target::resolution, false).read_only);
    desk.writer.run("export");
    REQUIRE(desk.writer.host.files.size() == 1);
    CHECK(desk.writer.host.files[0].bytes.find("하나") != std::string::npos);
}

TEST_CASE("a damaged record costs itself, and is told") {
    Settled desk;
    desk.writer.type("하나");
    desk.writer.program.flush();
    std::vector<std::string> records = desk.writer.host.record_bytes();
    records.push_back("{\"broken\":");
    fake::Writer again(desk.folder);
    again.open(records);
    CHECK(again.text(Target::resolution) == "하나");
    CHECK(again.state().notice->trouble);
    again.go(Target::resolution);
    again.type("둘");
    CHECK(again.text(Target::resolution) == "둘하나");
}
