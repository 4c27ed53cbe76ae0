// The file of one's own: written when the writer rests, never over words that were not read, and said how it stands.
#include <doctest/doctest.h>

#include <algorithm>

#include "app_writer.h"
#include "formats/journal_json.h"
#include "formats/revision_json.h"
#include "journal/unite.h"

using namespace dajim;
using fake::Target;
using Is = app::OwnFile::Is;

namespace {

/// What a page of the pair reads in the file as it was written last; nothing where it was not.
std::string filed(const fake::Writer& writer) {
    if (writer.host.own_writes.empty()) return {};
    const auto read = formats::read_journal(writer.host.own_writes.back().bytes);
    REQUIRE(read);
    return read.value().journal.series.at(0).pairs.at(0).document(journal::End::resolution).text.text();
}

/// A browser that can write to files, in which one was picked.
struct Bound {
    fake::Folder folder;
    fake::Writer writer{folder, "en"};
    Bound() {
        writer.open_with(fake::one_pair("글을 열 번 쓴다"));
        writer.host.answer();
        writer.program.own_file_possible();
        writer.run("own-file");
        writer.run("bind-new-file");
        writer.program.own_file_is(Is::kept, "desk.json", false, 0);
        writer.host.pass(10);
    }
    void answer() {
        writer.host.own_left = writer.host.own_writes.back().bytes;
        writer.program.own_file_written(writer.host.own_writes.back().sequence);
        writer.host.answer();
    }
};

}  // namespace

TEST_CASE("a file of one's own is picked, and written at once and whenever the writer rests") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    CHECK_FALSE(writer.state().slip);
    CHECK(writer.host.bound == "dajim.dajim.json");
    CHECK(filed(writer) == "글을 열 번 쓴다");
    CHECK_FALSE(writer.state().own_file.written);
    bound.answer();
    CHECK(writer.state().own_file.written);
    CHECK(writer.state().filed == writer.host.day);

    writer.go(Target::resolution);
    writer.key("ctrl+end");
    writer.type(". 한 주에 한 번");
    CHECK_FALSE(writer.state().own_file.written);
    writer.host.pass(2000);
    CHECK(writer.host.own_writes.size() == 1);   // somebody writes
    writer.type(".");
    writer.host.pass(3100);
    REQUIRE(writer.host.own_writes.size() == 2);
    CHECK(filed(writer) == "글을 열 번 쓴다. 한 주에 한 번.");
    // What is written while that is under way comes after it.
    writer.type(" 끝");
    writer.host.pass(5000);
    CHECK(writer.host.own_writes.size() == 2);
    bound.answer();
    CHECK_FALSE(writer.state().own_file.written);
    writer.host.pass(10);
    CHECK(filed(writer) == "글을 열 번 쓴다. 한 주에 한 번. 끝");
    bound.answer();
    writer.host.pass(60000);
    CHECK(writer.host.own_writes.size() == 3);   // nobody wrote, so nothing is written
}

TEST_CASE("row 43: a file that somebody else has changed is read first, and only then written again") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    writer.go(Target::resolution);
    writer.type("새로 ");
    writer.host.pass(3100);
    writer.program.own_file_is(Is::changed, "desk.json", false, 0);
    writer.host.pass(60000);
    CHECK(writer.host.own_writes.size() == 2);   // that one found it changed, and wrote nothing
    writer.run("read-own-file");
    CHECK(writer.host.own_reads == 1);

    // No journal: nothing comes in, and it is not written over.
    writer.program.own_file_read("desk.json", "{");
    CHECK(writer.host.own_taken == 0);
    CHECK(writer.host.releases == 0);
    CHECK(writer.state().own_file.is == Is::changed);

    journal::Journal other;
    other.id = "j2";
    other.series.push_back(fake::one_pair("다른 곳에서"));
    other.series[0].id = "s2";
    other.series[0].pairs[0].id = "p2";
    writer.program.own_file_read("desk.json", formats::write_journal(other, {}));
    CHECK(writer.journal().series.size() == 2);
    CHECK(writer.host.own_taken == 1);
    writer.program.own_file_is(Is::kept, "desk.json", false, 0);
    writer.host.pass(10);
    REQUIRE(writer.host.own_writes.size() == 3);
    CHECK(formats::read_journal(writer.host.own_writes[2].bytes).value().journal.series.size() == 2);
}

TEST_CASE("row 41: a file that holds more than storage is read before it is written again") {
    std::string file;
    std::uint64_t sequence = 0;
    {
        Bound bound;
        bound.answer();
        bound.writer.go(Target::resolution);
        bound.writer.type("새로 ");
        bound.writer.host.pass(3100);
        file = bound.writer.host.own_writes.back().bytes;
        sequence = bound.writer.host.own_writes.back().sequence;
    }
    fake::Folder emptied;
    fake::Writer writer{emptied, "en"};
    writer.host.next_id = 1000;   // chance gives no id twice
    writer.open();
    writer.program.own_file_possible();
    writer.program.own_file_is(Is::kept, "desk.json", false, sequence);
    CHECK(writer.state().own_file.is == Is::changed);
    writer.run("new-pair");
    writer.host.pass(60000);
    CHECK(writer.host.own_writes.empty());
    writer.run("read-own-file");
    CHECK(writer.host.own_reads == 1);
    writer.program.own_file_read("desk.json", file);
    CHECK(writer.host.own_taken == 1);
    writer.program.own_file_is(Is::kept, "desk.json", false, 0);
    writer.host.pass(10);
    REQUIRE(writer.host.own_writes.size() == 1);
    CHECK(writer.host.own_writes[0].bytes.find("새로 글을") != std::string::npos);
}

TEST_CASE("row 41: what storage lost may be in the file, and that is said when it is looked for") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    writer.host.pass(10'000);
    writer.host.answer();
    fake::Writer again{bound.folder, "en"};
    again.open();
    CHECK(again.host.finds_whole);
    fake::Writer damaged{bound.folder, "en"};
    damaged.open({"no record"});
    CHECK(damaged.host.finds == 1);
    CHECK_FALSE(damaged.host.finds_whole);
    fake::Folder nothing;
    fake::Writer emptied{nothing, "en"};
    emptied.open();
    CHECK(emptied.host.finds == 1);
    CHECK_FALSE(emptied.host.finds_whole);
}

TEST_CASE("a file that has nothing new is written again, though it has what was deleted here") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    writer.run("new-pair");
    writer.host.pass(3100);
    bound.answer();
    const std::string before = writer.host.own_writes.back().bytes;
    writer.run("delete-pair");
    writer.program.own_file_is(Is::changed, "desk.json", false, 0);   // another program has set it back
    writer.run("read-own-file");
    writer.program.own_file_read("desk.json", before);
    CHECK(writer.state().slip);   // what is to become of the pair that it has is asked all the same
    CHECK(writer.host.own_taken == 1);
}

TEST_CASE("what came in from the file and is taken back is a version of its page") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    journal::Journal other = formats::read_journal(writer.host.own_writes.back().bytes).value().journal;
    journal::complete_pasts(other, formats::name_of_revision);
    other.series.at(0).pairs.at(0).document(journal::End::resolution).text = text::Buffer("저기서 쓴 글");
    writer.program.own_file_is(Is::changed, "desk.json", false, 0);
    writer.program.own_file_read("desk.json", formats::write_journal(other, {}));
    writer.run("merge");
    REQUIRE(writer.text(Target::resolution) == "저기서 쓴 글");
    writer.run("undo");
    REQUIRE(writer.text(Target::resolution) == "글을 열 번 쓴다");
    writer.host.answer_versions();
    bool found = false;
    for (const auto& [page, versions] : writer.host.versions)
        for (const auto& [number, version] : versions) found = found || version.text == "저기서 쓴 글";
    CHECK(found);
}

TEST_CASE("what is typed while the file is being looked at is written in it too") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    for (int i = 0; i < 3; ++i) {
        writer.host.pass(4000);
        bound.answer();
    }
    REQUIRE(writer.state().own_file.written);
    writer.go(Target::resolution);
    writer.type("새로 ");
    writer.program.own_file_is(Is::kept, "desk.json", false, writer.host.own_writes.back().sequence);
    CHECK_FALSE(writer.state().own_file.written);
    writer.host.pass(4000);
    CHECK(filed(writer) == "새로 글을 열 번 쓴다");
}

TEST_CASE("row 44: without permission one goes on in the browser, and one press asks again") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    writer.program.own_file_is(Is::asks, "desk.json", false, 0);
    writer.go(Target::resolution);
    writer.type("새로 ");
    writer.host.pass(60000);
    writer.host.answer();
    CHECK(writer.state().saving == app::Saving::saved);
    CHECK(writer.host.own_writes.size() == 1);
    writer.run("permit-own-file");
    CHECK(writer.host.permits == 1);
    writer.program.own_file_is(Is::kept, "desk.json", false, 1);
    writer.host.pass(10);
    CHECK(filed(writer) == "새로 글을 열 번 쓴다");
}

TEST_CASE("a file that was picked and is no journal is let go") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("글"));
    writer.program.own_file_possible();
    writer.run("bind-file");
    CHECK(writer.host.bound == "");
    writer.program.own_file_is(Is::changed, "list.json", false, 0);
    writer.program.own_file_read("list.json", "[1, 2]");
    CHECK(writer.host.releases == 1);
    CHECK(writer.host.own_taken == 0);
    CHECK(writer.notice().find("list.json") != std::string::npos);
}

TEST_CASE("a window that does not write has no file of its own, and looks for it once it does") {
    Bound bound;
    fake::Writer& writer = bound.writer;
    bound.answer();
    const std::size_t finds = writer.host.finds;
    writer.program.hand_over();
    CHECK(writer.state().own_file.is == Is::none);
    CHECK_FALSE(app::command(app::CommandId::own_file).possible(writer.state()));
    writer.program.writes_on();
    CHECK(writer.host.finds == finds + 1);
}

namespace {

/// A folder in which this device has a file; `elsewhere` is the journal on another device, which has read that file.
struct Shared {
    Bound bound;
    fake::Writer& writer = bound.writer;
    journal::Journal elsewhere;

    Shared() {
        writer.run("own-file");
        writer.run("bind-folder");
        CHECK(writer.host.bound == "a folder");
        look();
        writer.host.pass(10);
        bound.answer();
        read_there();
    }
    /// The other device reads what was written here last.
    void read_there() {
        elsewhere = formats::read_journal(writer.host.own_writes.back().bytes).value().journal;
        journal::complete_pasts(elsewhere, formats::name_of_revision);
    }
    void write_here(std::string_view words) {
        writer.go(Target::resolution);
        writer.type(words);
        writer.host.pass(4000);
        bound.answer();
        read_there();
    }
    void look() { writer.program.own_file_is(Is::kept, "Sync", true, 0); }

    journal::Pair& pair() { return elsewhere.series.at(0).pairs.at(0); }
    void write_there(std::string_view words) { pair().document(journal::End::resolution).text = text::Buffer(words); }
    /// What the browser's half does when it finds the other file new.
    bool find(std::string_view bytes) {
        writer.program.own_folder_holds("dajim.other.dajim.json", bytes);
        return writer.program.own_folder_read();
    }
    bool find() { return find(formats::write_journal(elsewhere, {})); }
    std::string words() { return writer.journal().series.at(0).pairs.at(0).document(journal::End::resolution).text.text(); }
};

}  // namespace

TEST_CASE("in a folder, what the other devices wrote is told, comes in by one press, and is taken back by one") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    writer.go(Target::resolution);
    writer.key("ctrl+end");
    writer.type("\n\n끝");
    writer.host.pass(4000);
    shared.bound.answer();
    shared.read_there();
    shared.write_there("글을 열 번 쓴다\n\n끝, 저기서");
    writer.key("ctrl+home");
    writer.type("여기서 ");
    CHECK(shared.find());
    CHECK(shared.words() == "여기서 글을 열 번 쓴다\n\n끝");   // nothing moves under the caret
    CHECK(writer.state().own_file.others.find("1") != std::string::npos);
    CHECK(writer.host.own_taken == 0);
    writer.run("read-own-file");
    CHECK(shared.words() == "여기서 글을 열 번 쓴다\n\n끝, 저기서");
    CHECK(writer.state().own_file.others.empty());
    CHECK(writer.host.own_taken == 1);
    CHECK(writer.host.own_reads == 0);
    writer.run("undo");
    CHECK(shared.words() == "여기서 글을 열 번 쓴다\n\n끝");
}

TEST_CASE("in a folder, who brings in what another goes on writing has one text, and what was deleted there meanwhile stays deleted") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    for (const std::string_view words : {"글을 열 번 쓴다, 적어도", "글을 열 번 쓴다, 적어도\n하루에", "글을 열 번 쓴다, 적어도\n하루에 하나", "글을 열 번 쓴다"}) {
        shared.write_there(words);   // a file of one's own is written without revisions of its own
        CHECK(shared.find());
        writer.run("read-own-file");
        CHECK(shared.words() == words);
        CHECK(writer.journal().series.at(0).pairs.at(0).document(journal::End::resolution).others.empty());
    }
}

TEST_CASE("in a folder, what was taken back here after it was written there does not come back") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    shared.write_here("아마 ");
    writer.run("undo");
    REQUIRE(shared.words() == "글을 열 번 쓴다");
    writer.run("export");
    const journal::Journal file = formats::read_journal(writer.host.files.back().bytes).value().journal;
    for (const journal::Change& change : journal::plan_union(shared.elsewhere, file, formats::name_of_revision).changes)
        REQUIRE(journal::apply(shared.elsewhere, change));
    CHECK(shared.pair().document(journal::End::resolution).text.text() == shared.words());
}

TEST_CASE("in a folder, what was left in a sitting is told at the beginning of the next") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    shared.write_here("아마 ");
    const journal::Pasts& there = shared.elsewhere.pasts;
    CHECK(writer.journal().pasts != there);
    writer.program.hand_over();
    writer.program.writes_on();
    writer.program.own_file_is(Is::kept, "Sync", true, writer.host.own_writes.back().sequence);
    CHECK(writer.journal().pasts == there);
}

TEST_CASE("in a folder, a file that says nothing new to the eye is taken without a word") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    CHECK(shared.find());
    CHECK(writer.state().own_file.others.empty());
    CHECK(writer.host.own_taken == 1);
    CHECK_FALSE(writer.state().notice);
}

TEST_CASE("in a folder, a deletion goes to the other devices with the next writing") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    writer.run("new-pair");
    writer.host.pass(4000);
    shared.bound.answer();
    shared.read_there();
    writer.run("delete-pair");
    writer.host.pass(4000);
    const journal::Journal file = formats::read_journal(writer.host.own_writes.back().bytes).value().journal;
    const journal::UnionPlan plan = journal::plan_union(shared.elsewhere, file, formats::name_of_revision);
    CHECK(plan.pairs_gone == 1);
}

TEST_CASE("in a folder, where more than one pair in ten would go one is asked first, and what comes meanwhile waits") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    for (journal::Change& change : journal::handing_over(shared.elsewhere, formats::name_of_revision)) REQUIRE(journal::apply(shared.elsewhere, change));
    REQUIRE(journal::apply(shared.elsewhere, journal::PairRemoved{shared.pair().id}));
    for (journal::Change& change : journal::handing_over(shared.elsewhere, formats::name_of_revision)) REQUIRE(journal::apply(shared.elsewhere, change));
    CHECK(shared.find());
    writer.run("read-own-file");
    REQUIRE(writer.state().slip);
    CHECK_FALSE(writer.journal().series.at(0).pairs.empty());
    const std::vector<app::CommandId>& buttons = writer.state().slip->buttons;
    CHECK(std::find(buttons.begin(), buttons.end(), app::CommandId::keep_apart) == buttons.end());   // it is a file by itself already
    CHECK_FALSE(shared.find());
    writer.run("new-pair");   // the slip has gone, and what comes is told again
    writer.run("undo");
    REQUIRE_FALSE(writer.state().slip);
    CHECK(shared.find());
    writer.run("read-own-file");
    REQUIRE(writer.state().slip);
    writer.run("merge-deleting");
    CHECK(writer.journal().series.at(0).pairs.empty());
    CHECK(writer.host.own_taken == 1);
}

TEST_CASE("in a folder, what cannot be read is said and left, and the rest comes") {
    Shared shared;
    fake::Writer& writer = shared.writer;
    writer.program.own_folder_holds("dajim.broken.dajim.json", "{\"format\": \"dajim\"");
    shared.write_there("저기서");
    CHECK(shared.find());
    CHECK(writer.notice().find("dajim.broken.dajim.json") != std::string::npos);
    CHECK_FALSE(writer.state().own_file.others.empty());
}
