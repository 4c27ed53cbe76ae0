// Other journals of the same browser: begun with a file or empty, chosen from a list, and never at the price of a word.
#include <doctest/doctest.h>

#include "app_writer.h"
#include "formats/journal_json.h"

using namespace dajim;
using fake::Target;

namespace {

std::string journal_file(const journal::Series& series) {
    journal::Journal journal;
    journal.id = "theirs";
    journal.series.push_back(series);
    return formats::write_journal(journal, {"2026-11-22T00:00:00Z", "Dajim", {}});
}

bool possible(const fake::Writer& writer, app::CommandId id) { return app::command(id).possible(writer.state()); }

std::vector<std::string> listed(const fake::Writer& writer) {
    REQUIRE(writer.state().slip);
    std::vector<std::string> names;
    for (const app::SlipRow& row : writer.state().slip->rows) names.push_back(row.words);
    return names;
}

/// A window of a separate journal with nothing in it, and its file.
struct Separate {
    fake::Folder folder;
    fake::Writer writer{folder, "en"};
    app::JournalFile file{"theirs.dajim.json", journal_file(fake::one_pair("남의 다짐", "남의 회고"))};
    Separate() {
        writer.program.is_journal("abc");
        writer.open();
    }
};

}  // namespace

TEST_CASE("a file that is looked at is kept as a journal of its own, and this window goes there") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.program.is_journal("whatever");
    writer.program.look();
    CHECK_FALSE(writer.state().own_journal.separate());
    CHECK_FALSE(possible(writer, app::CommandId::keep_apart));
    CHECK_FALSE(possible(writer, app::CommandId::journals));
    const std::string bytes = journal_file(fake::one_pair("남의 다짐"));
    writer.program.file_arrived("theirs.dajim.json", bytes, Target::none);
    REQUIRE(writer.run("keep-apart"));
    writer.run("keep-apart");   // pressed twice
    REQUIRE(writer.host.made.size() == 1);
    const auto& [journal, file] = writer.host.made[0];
    CHECK(journal.name == "theirs");
    CHECK(journal.made == writer.host.here);
    REQUIRE(file);
    CHECK(file->name == "theirs.dajim.json");
    CHECK(file->bytes == bytes);
    CHECK(writer.host.went.empty());   // not before it is there
    SUBCASE("made") {
        writer.program.journal_made(true);
        CHECK(writer.host.went == std::vector<std::string>{journal.id});
    }
    SUBCASE("it could not be") {
        writer.program.journal_made(false);
        CHECK(writer.host.went.empty());
        CHECK(writer.notice().find("could not be kept") != std::string::npos);
        CHECK(writer.text(Target::resolution) == "남의 다짐");
        writer.run("keep-apart");
        CHECK(writer.host.made.size() == 2);
    }
}

TEST_CASE("what would be merged can be kept as a journal of its own instead, and one's own stays as it is") {
    const fake::Folder here, there;
    fake::Writer mine(here, "en"), theirs(there, "en");
    mine.open_with(fake::one_pair("하나"));
    mine.run("export");
    theirs.open();
    theirs.program.file_arrived("a.dajim.json", mine.host.files.back().bytes, Target::none);
    theirs.go(Target::resolution);
    theirs.type("둘 ");
    theirs.run("export");
    mine.program.file_arrived("b.dajim.json", theirs.host.files.back().bytes, Target::none);
    REQUIRE(mine.state().slip);
    REQUIRE(mine.run("keep-apart"));
    CHECK_FALSE(mine.state().slip);
    REQUIRE(mine.host.made.size() == 1);
    CHECK(mine.host.made[0].file->bytes == theirs.host.files.back().bytes);
    CHECK(mine.host.own_taken == 0);
    mine.program.journal_made(true);
    CHECK(mine.host.went.empty());   // what was written is saved first
    mine.host.answer();
    CHECK(mine.host.went.size() == 1);
    CHECK(mine.text(Target::resolution) == "하나");

    mine.program.file_arrived("b.dajim.json", theirs.host.files.back().bytes, Target::none);
    mine.run("close-slip");
    CHECK_FALSE(possible(mine, app::CommandId::keep_apart));
    mine.run("keep-apart");
    CHECK(mine.host.made.size() == 1);
}

TEST_CASE("journals are listed in the order they were made, and the one that is chosen opens once all is saved") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("내 글"));
    writer.host.answer();
    writer.go(Target::resolution);
    writer.type("더 ");
    REQUIRE(writer.run("journals"));
    CHECK(writer.host.journal_lists == 1);
    writer.program.journals_listed(std::vector<app::OtherJournal>{{"b", "later", "2026-11-22 12:00"}, {"a", "theirs", "2026-11-21 12:00"}, {"c", "", ""}});
    CHECK(listed(writer) == std::vector<std::string>{"My journal", "c", "theirs", "later"});
    CHECK(writer.state().slip->rows[0].note == "Open now");
    CHECK(writer.state().slip->rows[2].note == "Since 2026-11-21 12:00");
    SUBCASE("another") {
        writer.program.perform(app::GoToRow{2});
        CHECK(writer.host.went.empty());
        writer.host.answer();
        CHECK(writer.host.went == std::vector<std::string>{"a"});
    }
    SUBCASE("this one") {
        writer.program.perform(app::GoToRow{0});
        writer.host.answer();
        CHECK(writer.host.went.empty());
        CHECK_FALSE(writer.state().slip);
    }
    SUBCASE("an empty one") {
        writer.host.answer();
        REQUIRE(writer.run("new-journal"));
        REQUIRE(writer.host.made.size() == 1);
        CHECK_FALSE(writer.host.made[0].file);
        CHECK(writer.host.made[0].journal.name == "Journal of 2026-11-22");
        writer.program.journal_made(true);
        writer.host.answer();
        CHECK(writer.host.went.size() == 1);
    }
    SUBCASE("storage that takes no words keeps this window where they are") {
        writer.program.perform(app::GoToRow{2});
        writer.program.storage_failed(app::StorageTrouble::full);
        CHECK(writer.notice().find("not saved yet") != std::string::npos);
        writer.host.answer();
        CHECK(writer.host.went.empty());   // nobody is taken away later, in the middle of a sentence
        writer.program.storage_failed(app::StorageTrouble::full);
        writer.type("또");
        writer.run("journals");
        writer.program.journals_listed(std::nullopt);
        CHECK(listed(writer) == std::vector<std::string>{"My journal"});
        CHECK(writer.state().slip->says.find("no other journals") != std::string::npos);
        CHECK(writer.state().slip->buttons == std::vector<app::CommandId>{app::CommandId::close_slip});
    }
}

TEST_CASE("a separate journal asks what it is called, and takes in the file that waits for it") {
    Separate separate;
    fake::Writer& writer = separate.writer;
    CHECK(writer.host.journal_finds == 1);
    writer.program.journal_found("theirs", &separate.file);
    CHECK(writer.state().own_journal.name == "theirs");
    CHECK(writer.text(Target::resolution) == "남의 다짐");
    CHECK(writer.text(Target::retrospective) == "남의 회고");
    CHECK(writer.notice().find("Imported") != std::string::npos);
    CHECK(writer.host.journal_files_gone == 0);   // its words are not saved yet
    writer.host.answer();
    CHECK(writer.host.journal_files_gone == 1);
    writer.run("journals");
    writer.program.journals_listed(std::vector<app::OtherJournal>{});   // what was known of it is gone
    CHECK(listed(writer) == std::vector<std::string>{"My journal", "theirs"});
    writer.program.perform(app::GoToRow{0});
    CHECK(writer.host.went == std::vector<std::string>{""});
}

TEST_CASE("a file that came in before does so no second time, and one that is refused stays") {
    Separate separate;
    fake::Writer& writer = separate.writer;
    SUBCASE("after a crash before it had gone, and written on") {
        writer.program.journal_found("theirs", &separate.file);
        writer.host.answer();
        writer.go(Target::resolution);
        writer.type("더 ");
        writer.host.answer();
        writer.program.journal_found("theirs", &separate.file);
        CHECK(writer.state().journal.series.at(0).pairs.size() == 1);
        CHECK(writer.text(Target::resolution) == "더 남의 다짐");
        writer.host.answer();
        CHECK(writer.host.journal_files_gone == 2);
    }
    SUBCASE("somebody has begun to write") {
        writer.run("new-pair");
        writer.program.journal_found("theirs", &separate.file);
        CHECK(writer.state().journal.series.size() == 2);
    }
    SUBCASE("refused") {
        writer.program.journal_found("theirs", &(separate.file = {"broken.json", "{"}));
        CHECK(writer.notice().find("broken.json") != std::string::npos);
        writer.run("new-pair");
        writer.program.journal_found("theirs", &separate.file);
        writer.host.pass(1000);
        writer.host.answer();
        CHECK(writer.host.journal_files_gone == 0);
    }
    SUBCASE("another window writes") {
        writer.open({}, {}, false);
        writer.program.journal_found("theirs", &separate.file);
        CHECK(writer.state().journal.series.empty());
        CHECK(writer.state().own_journal.name == "theirs");
        CHECK(writer.host.journal_files_gone == 0);
        const std::size_t finds = writer.host.journal_finds;
        writer.program.storage_reread(true, {});
        CHECK(writer.host.journal_finds == finds + 1);   // it is this one's to bring in
    }
}
