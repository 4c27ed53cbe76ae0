// Several windows on one journal, several versions of the page, and how long a browser keeps things.
#include <doctest/doctest.h>

#include <filesystem>

#include "app/keeping.h"
#include "app_writer.h"
#include "store/record.h"

using namespace dajim;
using app::Keeping;
using app::Pen;
using app::Saving;
using app::StorageTrouble;
using fake::Target;

namespace {

/// Two windows over one folder: one writes a pair, the other reads along.
struct Windows {
    fake::Folder folder;
    fake::Writer writer{folder, "en"}, reader{folder, "en"};
    Windows() {
        writer.open_with(fake::one_pair("하나"));
        rest();
        writer.go(Target::resolution);
        writer.key("ctrl+end");
        reader.open({}, writer.host.place, false);
        reader.program.perform(app::ChoosePair{"p"});
        REQUIRE(reader.text(Target::resolution) == "하나");
    }
    /// All that is owed gets into files.
    void rest() {
        writer.host.pass(500);
        writer.host.answer();
        writer.host.pass(10'000);
        writer.host.answer();
        REQUIRE(writer.host.records.empty());
    }
    /// The reader hears of all records that are in no file yet.
    void tell() {
        writer.program.flush();
        for (const std::string& record : writer.host.record_bytes()) reader.program.record_arrived(record);
    }
};

}  // namespace

TEST_CASE("who reads sees each record of the one who writes, and stays where they are") {
    Windows windows;
    windows.reader.go(Target::resolution);
    windows.reader.key("ctrl+end");
    windows.reader.key("shift+left");
    const std::string before = windows.reader.marked(Target::resolution);
    windows.writer.key("ctrl+home");
    windows.writer.type("위에\n");
    windows.tell();
    CHECK(windows.reader.journal() == windows.writer.journal());
    CHECK(windows.reader.marked(Target::resolution) == "위에\n" + before);
    windows.writer.run("new-pair");
    windows.tell();
    CHECK(windows.reader.journal() == windows.writer.journal());
    CHECK(windows.reader.state().pair == "p");
    windows.writer.run("delete-series");
    windows.tell();
    CHECK(windows.reader.journal() == windows.writer.journal());
    CHECK(windows.reader.state().pair.empty());
}

TEST_CASE("a record that is not the next one changes nothing, and the sequence tells that some was missed") {
    Windows windows;
    const std::uint64_t before = windows.reader.program.sequence();
    windows.writer.type(" 둘");
    windows.writer.program.flush();
    windows.writer.type(" 셋");
    windows.writer.program.flush();
    REQUIRE(windows.writer.host.records.size() == 2);
    windows.reader.program.record_arrived(windows.writer.host.record_bytes()[1]);
    windows.reader.program.record_arrived("no record");
    CHECK(windows.reader.text(Target::resolution) == "하나");
    CHECK(windows.reader.program.sequence() == before);
    REQUIRE(windows.reader.program.storage_reread(false, windows.writer.host.record_bytes()));
    CHECK(windows.reader.text(Target::resolution) == "하나 둘 셋");
    CHECK(windows.reader.program.sequence() == before + 2);
    CHECK_FALSE(windows.reader.state().writer);
}

TEST_CASE("handing over records what is composed, and ends writing here") {
    Windows windows;
    windows.writer.type(" 둘");
    windows.writer.compose("세");
    windows.writer.program.hand_over();
    REQUIRE(windows.writer.host.records.size() == 1);
    windows.writer.type("x");
    windows.writer.run("new-pair");
    windows.writer.program.flush();
    CHECK(windows.writer.host.records.size() == 1);
    CHECK(windows.writer.state().pen == Pen::handed);
    windows.reader.go(Target::resolution);
    windows.reader.key("ctrl+home");
    REQUIRE(windows.reader.program.storage_reread(true, windows.writer.host.record_bytes()));
    CHECK(windows.reader.marked(Target::resolution) == "¦하나 둘세");   // the caret is where it was
    windows.reader.type("영 ");
    CHECK(windows.reader.text(Target::resolution) == "영 하나 둘세");
}

TEST_CASE("a window that cannot keep its words writes on") {
    Windows windows;
    windows.writer.type(" 둘");
    windows.writer.program.hand_over();
    windows.writer.program.writes_on();
    windows.writer.go(Target::resolution);
    windows.writer.type(" 셋");
    CHECK(windows.writer.text(Target::resolution) == "하나 둘 셋");
}

TEST_CASE("undo goes on after the pen has been away, unless somebody else wrote meanwhile") {
    Windows windows;
    windows.writer.type(" 둘");
    windows.writer.program.hand_over();
    windows.writer.host.answer();
    std::vector<std::string> records = windows.writer.host.record_bytes();
    SUBCASE("nobody did") {
        windows.writer.program.storage_reread(true, records);
        windows.writer.run("undo");
        CHECK(windows.writer.text(Target::resolution) == "하나");
    }
    SUBCASE("somebody did") {
        const store::Record other{windows.writer.program.sequence() + 1,
                                  {journal::TextEdited{"p", journal::End::resolution, {{{0, 0}, {0, 0}}, "그 앞에 "}}}};
        records.push_back(store::write_record(other));
        windows.writer.program.record_arrived(records.back());
        windows.writer.program.storage_reread(true, records);
        CHECK_FALSE(windows.writer.state().can_undo);
        CHECK(windows.writer.text(Target::resolution) == "그 앞에 하나 둘");
    }
}

TEST_CASE("the pen is asked for, and what comes of it is told") {
    Windows windows;
    fake::Writer& reader = windows.reader;
    reader.run("take-over");
    CHECK(reader.host.takes == 0);   // not before the other one was asked
    reader.run("edit-here");
    CHECK(reader.host.asks == 1);
    CHECK(reader.state().pen == Pen::asked);
    reader.run("edit-here");
    CHECK(reader.host.asks == 1);
    reader.program.pen_stays(Pen::silent);
    reader.run("take-over");
    CHECK(reader.host.takes == 1);
    reader.program.storage_reread(true, {});
    CHECK(reader.state().editable());
    windows.writer.run("edit-here");
    CHECK(windows.writer.host.asks == 0);   // it has it
}

TEST_CASE("an overtaken window without anything unsaved is a reader like others") {
    Windows windows;
    CHECK_FALSE(windows.writer.program.overtaken());
    CHECK(windows.writer.state().saving == Saving::saved);
    CHECK_FALSE(windows.writer.host.warns);
    CHECK(windows.writer.state().pen == Pen::handed);
}

TEST_CASE("words that were not kept when the pen was taken away stay, and are set beside when it comes back") {
    Windows windows;
    windows.writer.type(" 못 간 말");
    windows.writer.program.flush();   // handed to storage, which has not answered
    REQUIRE(windows.writer.program.overtaken());
    CHECK(windows.writer.host.warns);
    windows.writer.type("x");
    CHECK(windows.writer.text(Target::resolution) == "하나 못 간 말");
    // The other window writes, and gives the pen back.
    REQUIRE(windows.reader.program.storage_reread(true, {}));
    windows.reader.go(Target::resolution);
    windows.reader.key("ctrl+end");
    windows.reader.type(" 둘");
    windows.reader.program.flush();
    REQUIRE(windows.writer.program.storage_reread(true, windows.reader.host.record_bytes()));
    CHECK(windows.writer.text(Target::resolution) == "하나 둘");
    const std::vector<journal::Pair>& pairs = windows.writer.journal().series[0].pairs;
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[1].document(journal::End::resolution).text.text() == "하나 못 간 말");
    CHECK(windows.writer.notice().find("put beside: 1 pair") != std::string::npos);
    windows.writer.program.flush();
    CHECK(windows.writer.host.records.size() >= 2);   // and go to storage like all else
    CHECK_FALSE(windows.writer.host.warns);
}

TEST_CASE("row 12: words of all pairs that were not kept are set beside, also of those that files were being made of") {
    Windows windows;
    fake::Writer& writer = windows.writer;
    writer.run("new-pair");
    windows.rest();
    fake::Folder left;   // for the other window, without what comes now
    constexpr auto all_over = std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing;
    std::filesystem::copy(windows.folder.path(), left.path(), all_over);
    const journal::Id second = writer.state().pair;
    writer.program.perform(app::ChoosePair{"p"});
    writer.go(Target::resolution);
    writer.type("첫째 ");
    writer.host.pass(10'000);   // its record and its files are handed over, and never answered
    REQUIRE(writer.host.syncs.size() > 0);
    writer.program.perform(app::ChoosePair{second});
    writer.go(Target::resolution);
    writer.type("둘째");
    writer.program.flush();
    REQUIRE(writer.program.overtaken());
    for (const auto& entry : std::filesystem::directory_iterator(windows.folder.path())) std::filesystem::remove_all(entry);
    std::filesystem::copy(left.path(), windows.folder.path(), all_over);
    REQUIRE(writer.program.storage_reread(true, {}));
    std::string all;
    for (const journal::Pair& pair : writer.journal().series[0].pairs) all += pair.document(journal::End::resolution).text.text() + "|";
    CHECK(all.find("첫째") != std::string::npos);
    CHECK(all.find("둘째") != std::string::npos);
}

TEST_CASE("what was kept after all is not set beside") {
    Windows windows;
    windows.writer.type(" 둘");
    windows.writer.program.flush();
    REQUIRE(windows.writer.program.overtaken());
    REQUIRE(windows.writer.program.storage_reread(true, windows.writer.host.record_bytes()));
    CHECK(windows.writer.journal().series[0].pairs.size() == 1);
    CHECK(windows.writer.text(Target::resolution) == "하나 둘");
}

TEST_CASE("a later version begins when it is asked for, and only with all words kept") {
    Windows windows;
    fake::Writer& writer = windows.writer;
    writer.run("update");
    CHECK(writer.host.updates == 0);   // there is none
    writer.program.update_waiting();
    CHECK(writer.notice() == "A new version is ready.");
    writer.host.pass(60'000);
    CHECK(writer.state().notice);      // it is not missed by who looks elsewhere
    writer.type(" 둘");
    writer.run("update");
    CHECK(writer.host.updates == 0);
    CHECK(writer.host.records.size() == 1);   // at once, not when it is due
    writer.host.answer();
    CHECK(writer.host.updates == 1);
    CHECK(writer.host.reloads == 0);
    writer.program.update_taken();
    CHECK(writer.host.reloads == 1);
    writer.program.update_taken();
    CHECK(writer.host.reloads == 1);
}

TEST_CASE("a later version that another window began with is loaded once the words here are kept") {
    Windows windows;
    windows.writer.type(" 둘");
    windows.writer.program.update_taken();
    CHECK(windows.writer.host.reloads == 0);
    CHECK(windows.writer.notice().find("as soon as its words are saved") != std::string::npos);
    windows.writer.program.storage_failed(StorageTrouble::full);
    CHECK(windows.writer.host.reloads == 0);
    windows.writer.type(" 셋");
    windows.writer.program.flush();
    windows.writer.host.answer();
    CHECK(windows.writer.host.reloads == 1);
    windows.reader.program.update_taken();
    CHECK(windows.reader.host.reloads == 1);
}

TEST_CASE("the offer of a later version waits until what else is told has been read") {
    Windows windows;
    windows.writer.run("delete-pair");
    const std::string deleted = windows.writer.notice();
    REQUIRE_FALSE(deleted.empty());
    windows.writer.program.update_waiting();
    CHECK(windows.writer.notice() == deleted);
    SUBCASE("it went by itself") { windows.writer.host.pass(60'000); }
    SUBCASE("it was dismissed") { windows.writer.run("dismiss-notice"); }
    CHECK(windows.writer.notice() == "A new version is ready.");
    windows.writer.run("dismiss-notice");
    windows.writer.host.pass(60'000);
    CHECK(windows.writer.notice().empty());
}

TEST_CASE("how long a browser keeps things") {
    static_assert(app::keeping_of(true, false, false) == Keeping::lasting);
    static_assert(app::keeping_of(false, false, false) == Keeping::fleeting);
    static_assert(app::keeping_of(true, true, false) == Keeping::a_week);    // Safari's seven days, whatever it says
    static_assert(app::keeping_of(false, true, false) == Keeping::a_week);
    static_assert(app::keeping_of(true, true, true) == Keeping::lasting);    // on the Home Screen
    static_assert(app::keeping_of(false, true, true) == Keeping::fleeting);
    Windows windows;
    fake::Writer& writer = windows.writer;
    for (Keeping found : {Keeping::lasting, Keeping::fleeting}) {
        writer.program.keeping_known(found);
        CHECK(writer.state().keeping == found);
        CHECK(writer.notice().empty());   // found where saving is told
    }
    writer.program.keeping_known(Keeping::a_week);
    CHECK(writer.notice().find("seven days") != std::string::npos);
    writer.run("dismiss-notice");
    writer.program.keeping_known(Keeping::a_week);
    CHECK(writer.notice().empty());   // said once
    windows.rest();
    writer.host.pass(1000);
    fake::Writer again(windows.folder, "en");
    again.open({}, writer.host.place);
    again.program.keeping_known(Keeping::a_week);
    CHECK(again.notice().empty());    // … and not again the next day
}

TEST_CASE("when the journal was last saved to a file is known after a restart") {
    Windows windows;
    fake::Writer& writer = windows.writer;
    CHECK_FALSE(writer.state().filed);
    SUBCASE("by an export") { writer.run("export"); }
    SUBCASE("by sealing") {
        writer.run("seal");
        writer.run("seal-and-save");
        REQUIRE(writer.host.files.size() == 1);
    }
    CHECK(writer.state().filed == writer.host.day);
    writer.host.pass(1000);
    fake::Writer again(windows.folder, "en");
    again.host.day = {2026, 12, 1};
    again.open(writer.host.record_bytes(), writer.host.place);
    CHECK(again.state().filed == journal::Date{2026, 11, 22});
    CHECK(again.state().today == journal::Date{2026, 12, 1});
    again.run("export-resolution");   // one page is not the journal
    CHECK(again.state().filed == journal::Date{2026, 11, 22});
}
