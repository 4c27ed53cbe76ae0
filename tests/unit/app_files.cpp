// Files in and out: nothing here is ever replaced, one step takes an import back, and what goes out comes in again.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app_writer.h"
#include "formats/post.h"

using namespace dajim;
using fake::End;
using fake::Target;

namespace {

std::string fixture(const std::string& name) {
    std::ifstream file("tests/fixtures/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), name);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The journal's file of somebody who wrote just this.
std::string journal_file(const journal::Series& series) {
    journal::Journal journal;
    journal.id = "elsewhere";
    journal.title = "다른 기록장";
    journal.series.push_back(series);
    return formats::write_journal(journal, {"2026-01-01T00:00:00Z", "Dajim", {}});
}

}  // namespace

TEST_CASE("row 45: a journal comes into an empty desk as it is, and goes again in one step") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open();
    const journal::Journal before = writer.journal();
    const std::string bytes = fixture("journals/1.0-two-series.dajim.json");
    writer.program.file_arrived("mine.dajim.json", bytes, Target::none);
    const journal::Journal imported = writer.journal();
    CHECK(imported == formats::read_journal(bytes).value().journal);
    CHECK_FALSE(writer.state().pair.empty());
    CHECK(writer.state().notice->undo);
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK_FALSE(writer.state().can_undo);
    writer.redo();
    CHECK(writer.journal() == imported);
}

TEST_CASE("a journal that is here already changes nothing") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open();
    const std::string bytes = fixture("journals/1.0-two-series.dajim.json");
    writer.program.file_arrived("mine.json", bytes, Target::none);
    const journal::Journal before = writer.journal();
    writer.program.file_arrived("mine.json", bytes, Target::none);
    CHECK(writer.journal() == before);
    CHECK(writer.notice() == "Everything in this file is here already; nothing changed.");
    writer.undo();
    CHECK_FALSE(writer.state().can_undo);
}

TEST_CASE("a pair with other words is put beside one's own") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("나의 다짐", "나의 회고"));
    const journal::Journal before = writer.journal();
    writer.program.file_arrived("theirs.dajim.json", journal_file(fake::one_pair("남의 다짐", "남의 회고")), Target::none);
    REQUIRE(writer.journal().series.size() == 1);
    REQUIRE(writer.journal().series[0].pairs.size() == 2);
    CHECK(*journal::find_pair(writer.journal(), "p") == *journal::find_pair(before, "p"));
    const journal::Pair& beside = writer.journal().series[0].pairs[writer.journal().series[0].pairs[0].id == "p" ? 1 : 0];
    CHECK(beside.document(End::resolution).text.text() == "남의 다짐");
    CHECK(beside.document(End::retrospective).text.text() == "남의 회고");
    CHECK(writer.notice().find("1 that differ") != std::string::npos);
    writer.undo();
    CHECK(writer.journal() == before);
}

TEST_CASE("a file without a telling name is known by its first sign") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open();
    writer.program.file_arrived("download", "\xEF\xBB\xBF " + journal_file(fake::one_pair("다짐")), Target::none);
    CHECK(writer.journal().series.size() == 1);
    CHECK(writer.text(Target::resolution) == "다짐");
}

TEST_CASE("a post becomes the empty page it was dropped on") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("다짐", ""));
    const journal::Journal before = writer.journal();
    writer.program.file_arrived("2022-5-8-spring-begins.md", fixture("posts/2022-5-8-spring-begins.md"), Target::retrospective);
    CHECK(writer.text(Target::resolution) == "다짐");
    CHECK_FALSE(writer.text(Target::retrospective).empty());
    CHECK(writer.journal().series[0].pairs.size() == 1);
    CHECK(writer.state().shown == End::retrospective);
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK_FALSE(writer.state().can_undo);
}

TEST_CASE("a post dropped on a page with words goes into a new pair beside it") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("다짐", "회고"));
    const journal::Journal before = writer.journal();
    writer.program.file_arrived("2022-5-8-spring-begins.md", fixture("posts/2022-5-8-spring-begins.md"), Target::resolution);
    REQUIRE(writer.journal().series[0].pairs.size() == 2);
    CHECK(writer.journal().series[0].pairs[0] == before.series[0].pairs[0]);
    const journal::Pair& fresh = writer.journal().series[0].pairs[1];
    CHECK(writer.state().pair == fresh.id);
    CHECK_FALSE(fresh.document(End::resolution).text.empty());
    CHECK(fresh.document(End::retrospective).text.empty());
    CHECK(fresh.start == formats::post_facts(fresh.document(End::resolution).text, "2022-5-8-spring-begins.md").date);
    CHECK(fresh.start);
    CHECK(writer.notice().find("새 쌍") != std::string::npos);
    writer.undo();
    CHECK(writer.journal() == before);
    CHECK(writer.state().pair == "p");
}

TEST_CASE("a post that was not dropped on a page finds the page that is empty") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    SUBCASE("the resolution") {
        writer.open_with(fake::one_pair(""));
        writer.program.file_arrived("글.md", "# 글\n", Target::none);
        CHECK(writer.text(Target::resolution) == "# 글\n");
    }
    SUBCASE("the retrospective") {
        writer.open_with(fake::one_pair("다짐"));
        writer.program.file_arrived("글.md", "# 글\n", Target::none);
        CHECK(writer.text(Target::resolution) == "다짐");
        CHECK(writer.text(Target::retrospective) == "# 글\n");
    }
    SUBCASE("of a new pair") {
        writer.open_with(fake::one_pair("다짐", "회고"));
        writer.program.file_arrived("글.md", "# 글\n", Target::none);
        CHECK(writer.journal().series[0].pairs.size() == 2);
        CHECK(writer.text(Target::resolution) == "# 글\n");
        CHECK(writer.text(Target::pair_name) == "글");
    }
    SUBCASE("of the first pair") {
        writer.open();
        writer.program.file_arrived("글.md", "# 글\n", Target::none);
        CHECK(writer.text(Target::resolution) == "# 글\n");
        CHECK(writer.text(Target::series_name) == "나의 다짐");
        writer.undo();
        CHECK(writer.journal().series.empty());
    }
}

TEST_CASE("row 31: a file that cannot be used changes nothing, and is named") {
    const std::string good = journal_file(fake::one_pair("다짐"));
    struct Refused { const char* name; std::string bytes; const char* said; };
    const Refused refused[] = {
        {"a.json", "", "empty"},
        {"b.json", good.substr(0, good.size() / 2), "cut off"},
        {"c.json", "{\"hello\":1}", "not a Dajim journal"},
        {"d.json", "]", "broken JSON"},
        {"e.json", std::string(100'000, '['), ""},
        {"f.json", fixture("journals/2.0-other-major.dajim.json"), "newer"},
        {"g.md", "", "empty"},
        {"h.md", std::string("\xFF\xFE\x00\xD5", 4), "UTF-8"},
        {"i.md", std::string(formats::max_post_bytes + 1, 'a'), "too large"},
        {"j.json", std::string("\"\xC3\""), "UTF-8"},
    };
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("나의 다짐"));
    const journal::Journal before = writer.journal();
    for (const Refused& file : refused) {
        CAPTURE(std::string(file.name));
        writer.program.file_arrived(file.name, file.bytes, Target::retrospective);
        REQUIRE(writer.state().notice);
        CHECK(writer.state().notice->trouble);
        CHECK(writer.notice().find(file.name) != std::string::npos);
        CHECK(writer.notice().find(file.said) != std::string::npos);
        CHECK(writer.journal() == before);
        CHECK_FALSE(writer.state().can_undo);
        writer.run("dismiss-notice");
    }
    writer.program.file_refused("huge.json", true);
    CHECK(writer.notice().find("huge.json") != std::string::npos);
    writer.host.pass(600'000);
    CHECK_FALSE(writer.notice().empty());   // trouble stays until it is dismissed
    writer.run("dismiss-notice");
    CHECK(writer.notice().empty());
}

TEST_CASE("an exported journal reads back as the journal") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    writer.open();
    writer.run("export");
    CHECK(writer.host.files.empty());
    CHECK_FALSE(writer.notice().empty());

    writer.run("open-example");
    writer.run("new-pair");
    writer.go(Target::retrospective);
    writer.type("회고 \"따옴표\" \\ 👩‍👧\n끝");
    writer.program.file_arrived("bom-crlf.md", fixture("posts/bom-crlf.md"), Target::resolution);
    writer.run("export");
    REQUIRE(writer.host.files.size() == 1);
    CHECK(writer.host.files[0].name == "dajim-2026-11-22.dajim.json");
    const auto read = formats::read_journal(writer.host.files[0].bytes);
    REQUIRE(read.ok());
    CHECK(read.value().journal == writer.journal());
    CHECK_FALSE(read.value().changed_outside);

    const fake::Folder other_folder;
    fake::Writer other(other_folder);
    other.open();
    other.program.file_arrived(writer.host.files[0].name, writer.host.files[0].bytes, Target::none);
    CHECK(other.journal() == writer.journal());
}

TEST_CASE("a post goes out byte for byte as it came in") {
    for (const char* name : {"bom-crlf.md", "crlf-no-final-newline.md", "mixed-endings.md", "nfd.md", "hugo-toml.md", "tabs.md"}) {
        CAPTURE(std::string(name));
        const fake::Folder folder;
        fake::Writer writer(folder);
        writer.open_with(fake::one_pair("", "회고"));
        const std::string bytes = fixture(std::string("posts/") + name);
        writer.program.file_arrived(name, bytes, Target::resolution);
        writer.run("export-resolution");
        REQUIRE(writer.host.files.size() == 1);
        CHECK(writer.host.files[0].name == name);
        CHECK(writer.host.files[0].bytes == bytes);
    }
}

TEST_CASE("a page that was written here is exported under a name that any system takes") {
    const fake::Folder folder;
    fake::Writer writer(folder);
    journal::Series series = fake::one_pair("다짐\n");
    series.name = "글/또: \"모임\"";
    series.pairs[0].name = std::string("아주 긴 이름의 아주 긴 이름의 아주 긴 이름의 아주 긴 이름의 아주 긴 이름의 아주 긴 이름");
    writer.open_with(series);
    writer.run("export-resolution");
    REQUIRE(writer.host.files.size() == 1);
    const std::string& name = writer.host.files[0].name;
    CHECK(name.find_first_of("/\\:*?\"<>|") == std::string::npos);
    CHECK(name.size() <= 80);
    CHECK(name.ends_with(".md"));
    CHECK(writer.host.files[0].bytes == "다짐\n");
    writer.run("export-retrospective");   // has no words
    CHECK(writer.host.files.size() == 1);
}

TEST_CASE("a window that only looks shows one file after another, and writes nothing") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.program.look();
    CHECK(app::command(app::CommandId::look_at_file).possible(writer.state()));
    CHECK_FALSE(app::command(app::CommandId::new_pair).possible(writer.state()));
    writer.program.file_arrived("theirs.dajim.json", journal_file(fake::one_pair("남의 다짐")), Target::none);
    CHECK(writer.state().looked_at == "theirs.dajim.json");
    CHECK(writer.text(Target::resolution) == "남의 다짐");
    writer.go(Target::resolution);
    writer.type("내 글");
    CHECK(writer.text(Target::resolution) == "남의 다짐");
    writer.program.file_arrived("broken.json", "{", Target::none);
    CHECK(writer.state().looked_at == "theirs.dajim.json");
    CHECK(writer.notice().find("broken.json") != std::string::npos);
    writer.program.file_arrived("other.json", journal_file(fake::one_pair("또 다른 다짐")), Target::none);
    CHECK(writer.text(Target::resolution) == "또 다른 다짐");
    writer.program.flush();
    writer.program.update_taken();
    writer.host.pass(60000);
    CHECK(writer.host.records.empty());
    CHECK(writer.host.syncs.empty());
    CHECK(writer.host.own_writes.empty());
    CHECK(writer.host.reloads == 0);
}
