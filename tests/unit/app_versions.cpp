// Versions of a page: which ones stay, when one is kept, and how one is looked at and brought back.
#include <filesystem>
#include <fstream>
#include <random>

#include "app/versions.h"
#include "app_writer.h"
#include "formats/journal_json.h"
#include "formats/sha256.h"
#include "ui_window.h"

using namespace dajim;
using app::PageOf;
using app::Version;
using app::VersionWhy;
using fake::End;
using fake::Target;

namespace {

struct Kept { const char* here; VersionWhy why = VersionWhy::pause; std::size_t bytes = 100; };

std::vector<Version> versions(const std::vector<Kept>& all) {
    std::vector<Version> out;
    for (const Kept& one : all) {
        Version& version = out.emplace_back();
        version.number = out.size();
        version.here = one.here;
        version.why = one.why;
        version.bytes = one.bytes;
    }
    return out;
}

std::vector<std::uint64_t> numbers(const std::vector<Version>& all) {
    std::vector<std::uint64_t> out;
    for (const Version& one : all) out.push_back(one.number);
    return out;
}

/// One after the other, as they come; what need not stay goes each time.
std::vector<Version> kept_of(const std::vector<Version>& all) {
    std::vector<Version> kept;
    for (const Version& one : all) {
        kept.push_back(one);
        const std::vector<std::uint64_t> gone = app::superfluous(kept);
        std::erase_if(kept, [&](const Version& old) { return std::find(gone.begin(), gone.end(), old.number) != gone.end(); });
    }
    return kept;
}

std::vector<std::uint64_t> from_to(std::uint64_t from, std::uint64_t to) {
    std::vector<std::uint64_t> out;
    for (; from <= to; ++from) out.push_back(from);
    return out;
}

/// A pair that is written in, with what was kept of its pages.
struct Written {
    fake::Folder folder;
    fake::Writer writer{folder, "en"};
    const PageOf left{"p", End::resolution}, right{"p", End::retrospective};

    explicit Written(std::string_view resolution = "하나 둘", std::string_view retrospective = {}) {
        writer.open_with(fake::one_pair(resolution, retrospective));
        writer.go(Target::resolution);
        writer.key("ctrl+end");
    }
    void rest(double ms = 3000) {
        writer.host.pass(ms);
        writer.host.answer();
        writer.host.answer_versions();
        writer.host.pass(1);
    }
    std::vector<std::string> texts(const PageOf& page) {
        std::vector<std::string> out;
        for (const auto& [number, one] : writer.host.versions[page]) out.push_back(one.text);
        return out;
    }
    std::vector<VersionWhy> whys(const PageOf& page) {
        std::vector<VersionWhy> out;
        for (const auto& [number, one] : writer.host.versions[page]) out.push_back(app::read_version(number, one.line)->why);
        return out;
    }
    /// Asks for a page's versions and presses a row of the slip.
    void look(std::string_view command, std::size_t row) {
        writer.run(command);
        writer.host.answer_versions();
        REQUIRE(writer.state().slip);
        writer.program.perform(app::GoToRow{row});
        writer.host.answer_versions();
    }
};

using Texts = std::vector<std::string>;
using Whys = std::vector<VersionWhy>;

}  // namespace

TEST_CASE("which versions stay: the last twenty, ten from before something, and the newest of each of thirty days") {
    SUBCASE("of one day the last twenty that came by themselves") {
        CHECK(numbers(kept_of(versions(std::vector<Kept>(25, {"2026-11-22 12:00"})))) == from_to(6, 25));
    }
    SUBCASE("of those before something the last ten, and they take no place from the others") {
        std::vector<Kept> all(15, {"2026-11-22 12:00", VersionWhy::bulk});
        all.insert(all.begin(), 20, Kept{"2026-11-22 11:00"});
        std::vector<std::uint64_t> expected = from_to(1, 20);
        for (const std::uint64_t one : from_to(26, 35)) expected.push_back(one);
        CHECK(numbers(kept_of(versions(all))) == expected);
    }
    SUBCASE("beyond those the newest of a day, for the last thirty days that have one") {
        std::vector<std::string> names;
        for (int month = 1; month <= 2; ++month) {
            for (int day = 10; day < 30; ++day) names.push_back("2026-0" + std::to_string(month) + "-" + std::to_string(day) + " 09:00");
        }
        std::vector<Kept> all;
        for (const std::string& name : names) {   // two a day
            all.push_back({name.c_str()});
            all.push_back({name.c_str()});
        }
        const std::vector<std::uint64_t> kept = numbers(kept_of(versions(all)));
        std::vector<std::uint64_t> expected;
        for (std::uint64_t one = 22; one <= 60; one += 2) expected.push_back(one);   // the second of its day
        for (const std::uint64_t one : from_to(61, 80)) expected.push_back(one);
        CHECK(kept == expected);
    }
    SUBCASE("days are counted as they come: one that a clock made up is one more, and deletes nothing else") {
        std::vector<Version> kept = kept_of(versions({{"2026-11-20 09:00"}, {"2036-11-21 09:00"}, {"2026-11-21 09:00"}, {"1970-01-01 00:00"}, {"2026-11-22 09:00"}}));
        CHECK(numbers(kept) == from_to(1, 5));
    }
    SUBCASE("heavy texts are fewer, but never fewer than three") {
        std::vector<Kept> all(20, {"2026-11-22 12:00", VersionWhy::pause, 5 * 1024 * 1024});
        CHECK(numbers(kept_of(versions(all))) == from_to(18, 20));
        all.assign(20, {"2026-11-22 12:00", VersionWhy::pause, 1024 * 1024});
        CHECK(numbers(kept_of(versions(all))) == from_to(5, 20));
    }
    SUBCASE("whatever a clock says, they are never many, and the newest one stays") {
        std::mt19937 random(7);
        std::vector<Version> kept;
        for (std::uint64_t number = 1; number <= 3000; ++number) {
            Version one;
            one.number = number;
            one.here = std::to_string(1970 + random() % 90) + "-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 9) + " 10:00";
            one.why = static_cast<VersionWhy>(random() % app::version_whys);
            kept.push_back(one);
            const std::vector<std::uint64_t> gone = app::superfluous(kept);
            std::erase_if(kept, [&](const Version& old) { return std::find(gone.begin(), gone.end(), old.number) != gone.end(); });
            REQUIRE(kept.size() <= app::versions_by_itself + app::versions_before + app::version_days);
            REQUIRE(kept.back().number == number);
        }
        CHECK(kept.size() >= app::versions_by_itself + app::versions_before);
    }
}

TEST_CASE("how long it is until the next version may be kept by itself") {
    struct Row { const char* last; const char* now; double wait; };
    for (const Row& row : {Row{"2026-11-22T03:00:00Z", "2026-11-22T03:00:00Z", 300000}, Row{"2026-11-22T03:00:00Z", "2026-11-22T03:04:59Z", 1000},
                           Row{"2026-11-22T03:00:00Z", "2026-11-22T03:05:00Z", 0}, Row{"2026-11-22T23:58:00Z", "2026-11-23T00:00:00Z", 180000},
                           Row{"2026-11-22T03:00:00Z", "2036-01-01T00:00:00Z", 0}, Row{"2036-01-01T00:00:00Z", "2026-11-22T03:00:00Z", 0},
                           Row{"no clock", "2026-11-22T03:00:00Z", 0}, Row{"2026-11-22T03:00:00Z", "", 0}}) {
        std::vector<Version> kept(1);
        kept[0].at = row.last;
        CAPTURE(row.last);
        CAPTURE(row.now);
        CHECK(app::wait_ms(kept, row.now) == row.wait);
        kept.emplace_back().why = VersionWhy::bulk;   // not by itself: it is not asked
        kept.back().at = row.now;
        CHECK(app::wait_ms(kept, row.now) == row.wait);
    }
    CHECK(app::wait_ms({}, "2026-11-22T03:00:00Z") == 0);
}

TEST_CASE("a version's line says all of it, and what is no such line is none") {
    const Version one = app::version_of("하나 둘\n셋", VersionWhy::import, "2026-11-22T03:00:00Z", "2026-11-22 12:00");
    CHECK(one.letters == 4);
    CHECK(one.bytes == 14);
    Version back = *app::read_version(7, app::write_version(one));
    CHECK(back.number == 7);
    back.number = 0;
    CHECK(back == one);
    for (const char* line : {"", "x", "2026-11-22T03:00:00Z 2026-11-22T12:00 0 12", "a b -1 2 3 sum", "a b 0 two 3 sum", "a b 0 2 3"}) {
        CAPTURE(line);
        CHECK_FALSE(app::read_version(1, line));
    }
    CHECK(app::read_version(1, "a b 99 2 3 sum")->why == VersionWhy::bulk);   // of a later Dajim
    CHECK_FALSE(app::worth_keeping({}, app::version_of(" \n\n", VersionWhy::pause, {}, {})));
    CHECK(app::worth_keeping({}, one));
    CHECK_FALSE(app::worth_keeping({one}, app::version_of("하나 둘\n셋", VersionWhy::bulk, {}, {})));
    CHECK(app::worth_keeping({one}, app::version_of("하나 둘\n넷", VersionWhy::pause, {}, {})));
}

TEST_CASE("a deleted pair is missed by days on which somebody was there, and by no clock") {
    app::Missed missed = app::read_missed("");
    CHECK(missed == app::Missed{});
    missed = app::missed_again(missed, {2026, 11, 22});
    CHECK(app::missed_again(missed, {2026, 11, 22}) == missed);
    missed = app::missed_again(missed, {2036, 1, 1});
    CHECK(missed.days == 2);
    CHECK(app::read_missed(app::write_missed(missed)) == missed);
    for (int day = 1; day <= 28; ++day) missed = app::missed_again(missed, {2026, 12, day});
    CHECK_FALSE(missed.over());
    CHECK(app::missed_again(missed, {2026, 12, 29}).over());
}

TEST_CASE("a version is kept when the writing rests, at least five minutes after the last, and only of other words") {
    Written desk;
    desk.writer.type(" 셋");
    desk.writer.host.answer_versions();
    CHECK(desk.texts(desk.left) == Texts{"하나 둘"});   // as it was when somebody came to write
    desk.rest();
    CHECK(desk.texts(desk.left).size() == 1);
    desk.writer.type(" 넷");
    desk.rest(296000);
    CHECK(desk.texts(desk.left).size() == 1);
    desk.rest(10000);   // nobody writes any more: it comes by itself
    CHECK(desk.texts(desk.left) == Texts{"하나 둘", "하나 둘 셋 넷"});
    CHECK(desk.whys(desk.left) == Whys{VersionWhy::pause, VersionWhy::pause});
    desk.rest(900000);
    CHECK(desk.texts(desk.left).size() == 2);
    desk.writer.type("x");
    desk.writer.key("backspace");
    desk.rest(900000);
    CHECK(desk.texts(desk.left).size() == 2);
    CHECK(desk.texts(desk.right).empty());
    CHECK_FALSE(desk.writer.host.wake.has_value());
}

TEST_CASE("an empty page has no version, and a page that is begun has one at the first pause") {
    Written desk("", "");
    desk.writer.type("하나");
    desk.writer.host.answer_versions();
    CHECK(desk.texts(desk.left).empty());
    desk.rest();
    CHECK(desk.texts(desk.left) == Texts{"하나"});
    desk.writer.key("ctrl+a");
    desk.writer.key("backspace");
    desk.rest(900000);
    CHECK(desk.texts(desk.left) == Texts{"하나"});
}

TEST_CASE("what was kept before the page was opened is counted in, whatever its clock says") {
    Written desk;
    Version before = app::version_of("하나", VersionWhy::pause, "2026-11-22T02:58:00Z", "2026-11-22 11:58");
    desk.writer.host.versions[desk.left][41] = {app::write_version(before), "하나"};
    desk.writer.type(" 셋");
    desk.rest();
    CHECK(desk.texts(desk.left) == Texts{"하나"});
    desk.rest(181000);   // two of the five minutes had gone by
    CHECK(desk.texts(desk.left) == Texts{"하나", "하나 둘 셋"});
    CHECK(desk.writer.host.versions[desk.left].rbegin()->first == 42);
    desk.writer.type(" 넷");   // the clock on the wall stands still: the other one tells
    desk.rest(310000);
    CHECK(desk.texts(desk.left).size() == 3);
    desk.writer.host.utc = "1999-01-01T00:00:00Z";
    desk.writer.type(" 다섯");
    desk.rest(310000);
    CHECK(desk.texts(desk.left).size() == 4);
}

TEST_CASE("before much changes at once the words are kept") {
    Written desk("하나 둘 셋", "하나를 했다");
    SUBCASE("by an import, of what has no version yet") {
        desk.writer.type(" 넷");
        desk.rest();
        desk.writer.type(" 다섯");
        desk.writer.program.file_arrived("post.md", "# 다른 글\n", Target::none);
        desk.rest();
        CHECK(desk.texts(desk.left) == Texts{"하나 둘 셋", "하나 둘 셋 넷 다섯"});
        CHECK(desk.whys(desk.left).back() == VersionWhy::import);
        CHECK(desk.texts(desk.right).empty());
    }
    SUBCASE("by replacing all") {
        desk.writer.run("replace");
        desk.writer.go(Target::find_words);
        desk.writer.type("하나");
        desk.writer.run("find-in-pair");
        desk.writer.go(Target::replacement);
        desk.writer.type("한 가지");
        desk.writer.run("replace-all");
        desk.rest();
        CHECK(desk.texts(desk.left).front() == "하나 둘 셋");
        CHECK(desk.texts(desk.right).front() == "하나를 했다");
        CHECK(desk.whys(desk.right).front() == VersionWhy::bulk);
    }
    SUBCASE("by deleting the pair; its versions are there when it comes back") {
        desk.writer.run("delete-pair");
        desk.rest();
        CHECK(desk.texts(desk.left) == Texts{"하나 둘 셋"});
        CHECK(desk.whys(desk.right) == Whys{VersionWhy::removal});
        CHECK(desk.writer.host.missed["p"] == "1 2026-11-22");
        desk.writer.undo();
        desk.writer.run("versions-retrospective");
        desk.writer.host.answer_versions();
        CHECK(desk.writer.state().slip->rows.size() == 1);
    }
    SUBCASE("by a key that takes most of a long page away, and not by one that takes a few words") {
        desk.writer.key("ctrl+a");
        desk.writer.key("backspace");
        desk.rest();
        CHECK(desk.whys(desk.left) == Whys{VersionWhy::pause});
        std::string words;
        while (words.size() < 900) words += "긴 글이 한 줄씩 늘어난다.\n";
        desk.writer.paste(words);
        desk.writer.key("ctrl+a");
        desk.writer.type("x");
        desk.rest();
        CHECK(desk.texts(desk.left).back() == words);
        CHECK(desk.whys(desk.left).back() == VersionWhy::bulk);
    }
}

TEST_CASE("a version is looked at in its page's place, compared, restored as one step, and that is undone") {
    Written desk("# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다", "글은 다섯 번 썼다");
    desk.writer.select(Target::resolution, {{1, 3}, {1, 3}, {}});
    desk.writer.key("ctrl+j");
    desk.writer.run("leave-goal");
    const journal::Pair before = *desk.writer.state().chosen_pair();
    desk.writer.key("ctrl+a");
    desk.writer.type("다 지웠다");
    desk.rest();
    const journal::Pair spoilt = *desk.writer.state().chosen_pair();
    CHECK_FALSE(spoilt.goals[0].words.range);
    desk.look("versions-resolution", 0);
    CHECK_FALSE(desk.writer.state().slip);
    CHECK(desk.writer.state().focus == Target::reading);
    CHECK(desk.writer.text(Target::reading) == "# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다");
    desk.writer.type("x");
    CHECK(desk.writer.text(Target::resolution) == "다 지웠다");
    desk.writer.run("read-difference");
    CHECK(desk.writer.state().reading.what == app::Reads::difference);
    CHECK(desk.writer.state().reading.added == 1);
    desk.writer.run("read-other");
    desk.writer.run("restore-version");
    desk.rest();
    CHECK_FALSE(desk.writer.state().reading.open());
    CHECK(desk.writer.notice() == "Restored as it was: today 12:00");
    CHECK(desk.writer.text(Target::resolution) == "# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다");
    CHECK(desk.writer.state().chosen_pair()->goals[0].words.range == before.goals[0].words.range);
    CHECK(desk.texts(desk.left) == Texts{"# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다", "다 지웠다"});
    CHECK(desk.whys(desk.left).back() == VersionWhy::restore);
    desk.writer.undo();
    CHECK(*desk.writer.state().chosen_pair() == spoilt);
    desk.writer.redo();
    CHECK(desk.writer.text(Target::resolution) == "# 다짐\n- 글을 5번 쓴다\n- 책을 읽는다");
}

TEST_CASE("a retrospective is read beside itself too, at its own side") {
    Written desk("- 글을 5번 쓴다", "글은 다섯 번 썼다\n좋았다");
    desk.writer.go(Target::retrospective);
    desk.writer.key("ctrl+end");
    desk.writer.type("!");
    desk.rest();
    desk.look("versions-retrospective", 0);
    CHECK(desk.writer.state().at(End::retrospective) == Target::reading);
    CHECK(desk.writer.state().at(End::resolution) == Target::resolution);
    CHECK(desk.writer.text(Target::reading) == "글은 다섯 번 썼다\n좋았다");
    desk.writer.key("f6");
    CHECK(desk.writer.state().focus == Target::resolution);
    CHECK(desk.writer.state().reading.open());   // the other page is written in beside it
    desk.writer.key("ctrl+end");
    desk.writer.type(" 넷");
    CHECK(desk.writer.state().reading.open());
    desk.writer.key("f6");
    CHECK(desk.writer.state().focus == Target::reading);
    desk.writer.key("escape");
    CHECK(desk.writer.state().focus == Target::retrospective);
    CHECK_FALSE(desk.writer.state().reading.open());
}

TEST_CASE("a line ending and a file's name stay what they are now") {
    Written desk;
    journal::Series series = fake::one_pair("하나");
    series.id = "s2";
    series.pairs[0].id = "p2";
    series.pairs[0].document(End::resolution).file_name = "pledge.md";
    series.pairs[0].document(End::resolution).line_ending = journal::LineEnding::crlf;
    fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(series);
    writer.go(Target::resolution);
    writer.key("ctrl+end");
    writer.type(" 둘");
    writer.host.pass(3000);
    writer.host.answer_versions();
    writer.run("versions-resolution");
    writer.host.answer_versions();
    writer.program.perform(app::GoToRow{0});
    writer.host.answer_versions();
    writer.run("restore-version");
    const journal::Document& document = writer.state().chosen_pair()->document(End::resolution);
    CHECK(document.text.text() == "하나");
    CHECK(document.file_name == "pledge.md");
    CHECK(document.line_ending == journal::LineEnding::crlf);
}

TEST_CASE("versions that cannot be kept disturb nothing, and are tried again at the next pause") {
    Written desk;
    desk.writer.host.keeps_versions = false;
    desk.writer.type(" 셋");
    desk.rest();
    CHECK(desk.writer.state().saving == app::Saving::saved);
    CHECK(desk.writer.notice().empty());
    CHECK(desk.writer.text(Target::resolution) == "하나 둘 셋");
    desk.writer.run("versions-resolution");
    desk.writer.host.answer_versions();
    REQUIRE(desk.writer.state().slip);
    CHECK(desk.writer.state().slip->says.find("cannot be kept") != std::string::npos);
    CHECK(desk.writer.state().slip->rows.empty());
    desk.writer.run("close-slip");
    desk.writer.host.keeps_versions = true;
    desk.writer.type(" 넷");
    desk.rest();
    CHECK(desk.texts(desk.left) == Texts{"하나 둘 셋 넷"});
}

TEST_CASE("a version that is gone or damaged is told, and the page stays") {
    Written desk;
    desk.writer.type(" 셋");
    desk.rest();
    desk.writer.run("versions-resolution");
    desk.writer.host.answer_versions();
    SUBCASE("gone") { desk.writer.host.versions[desk.left].clear(); }
    SUBCASE("row 25: a bit of it flipped") { desk.writer.host.versions[desk.left].begin()->second.text[0] ^= 1; }
    desk.writer.program.perform(app::GoToRow{0});
    desk.writer.host.answer_versions();
    CHECK_FALSE(desk.writer.state().reading.open());
    CHECK(desk.writer.notice().find("cannot be read") != std::string::npos);
    CHECK(desk.writer.text(Target::resolution) == "하나 둘 셋");
}

TEST_CASE("a window that reads along looks at versions and restores none") {
    Written desk;
    desk.writer.type(" 셋");
    desk.rest();
    desk.writer.program.hand_over();
    desk.look("versions-resolution", 0);
    CHECK(desk.writer.text(Target::reading) == "하나 둘");
    CHECK_FALSE(app::command(app::CommandId::restore_version).possible(desk.writer.state()));
    desk.writer.run("restore-version");
    CHECK(desk.writer.text(Target::resolution) == "하나 둘 셋");
}

TEST_CASE("where there is no room for the journal, versions make room") {
    Written desk;
    desk.writer.type(" 셋");
    desk.writer.program.storage_failed(app::StorageTrouble::full);
    CHECK(desk.writer.host.thinned == 1);
    const std::size_t before = desk.texts(desk.left).size();
    desk.rest();
    CHECK(desk.texts(desk.left).size() == before);
}

TEST_CASE("versions of a deleted pair go after thirty days of use, unless it comes back") {
    Written desk;
    const PageOf gone{"gone", End::resolution};
    desk.writer.host.versions[gone][1] = {app::write_version(app::version_of("옛 글", VersionWhy::removal, {}, {})), "옛 글"};
    const auto another_day = [&](int month, int day) {
        desk.writer.host.day = {2026, month, day};
        desk.writer.program.flush();
        desk.writer.open(desk.writer.host.record_bytes(), desk.writer.host.place);
        desk.writer.go(Target::resolution);
        desk.writer.key("ctrl+end");
        desk.writer.type(std::to_string(day));
        desk.writer.host.answer_versions();
        desk.rest(310000);
    };
    for (int day = 1; day <= 28; ++day) another_day(10, day);
    another_day(11, 1);
    another_day(11, 2);
    CHECK(desk.texts(gone) == Texts{"옛 글"});
    CHECK(desk.writer.host.missed["gone"] == "30 2026-11-02");
    SUBCASE("gone for good") {
        another_day(11, 3);
        CHECK(desk.texts(gone).empty());
        CHECK_FALSE(desk.texts(desk.left).empty());
    }
}

TEST_CASE("row 35: what an older Dajim kept has a version of each page before it is written anew") {
    fake::Folder folder;
    const formats::ExportFacts facts{.at = "1970-01-01T00:00:00Z", .app = "Dajim", .device = ""};
    journal::Journal all{.id = "j", .title = "", .series = {fake::one_pair("하나 둘", "셋")}, .unknown = {}};
    const std::string name = "pairs/p.7.json", bytes = formats::write_journal_of_pair(all, all.series[0], all.series[0].pairs[0], facts);
    std::filesystem::create_directories(folder.path() + "/pairs");
    std::ofstream(folder.path() + "/" + name, std::ios::binary) << bytes;
    all.unknown.push_back({"dajim-sequence", "7"});
    journal::Pair& listed = all.series[0].pairs[0];
    listed.documents = {};
    listed.start.reset();
    listed.unknown.push_back({"dajim-file", '"' + name + " " + std::to_string(bytes.size()) + " " + formats::sha256(bytes) + '"'});
    std::ofstream(folder.path() + "/index.json", std::ios::binary) << formats::write_journal(all, facts);
    fake::Writer writer(folder, "en");
    writer.open();
    writer.host.answer_versions();
    for (const auto& [end, text] : {std::pair{End::resolution, "하나 둘"}, std::pair{End::retrospective, "셋"}}) {
        const auto& kept = writer.host.versions[{"p", end}];
        REQUIRE(kept.size() == 1);
        CHECK(kept.begin()->second.text == text);
        CHECK(app::read_version(1, kept.begin()->second.line)->why == VersionWhy::migration);
    }
    writer.go(Target::resolution);   // written anew, it is not old any more
    writer.key("ctrl+end");
    writer.type("!");
    writer.host.pass(5000);
    writer.host.answer();
    writer.host.versions.clear();
    writer.open(writer.host.record_bytes());
    writer.host.answer_versions();
    CHECK(writer.host.versions[{"p", End::resolution}].empty());
}

TEST_CASE("row 25: a pair whose file is damaged is back as its last version; one that was deleted is not") {
    Written desk("하나 둘", "셋");
    desk.writer.host.versions[{"deleted", End::resolution}][1] = {app::write_version(app::version_of("지운 글", VersionWhy::removal, {}, {})), "지운 글"};
    desk.writer.host.missed["deleted"] = "1 2026-11-20";
    desk.writer.type(" 넷");
    desk.rest(310000);
    desk.rest(310000);
    REQUIRE(desk.texts(desk.left).back() == "하나 둘 넷");
    REQUIRE(desk.writer.host.records.empty());   // all is in files
    std::size_t spoilt = 0;
    for (const auto& file : std::filesystem::directory_iterator(desk.folder.path() + "/pairs")) {
        std::ofstream(file.path()) << "{";
        ++spoilt;
    }
    REQUIRE(spoilt > 0);
    desk.writer.open();
    CHECK(desk.writer.notice().find("damaged") != std::string::npos);
    CHECK_FALSE(journal::find_pair(desk.writer.journal(), "p"));
    desk.writer.host.answer_versions();
    const journal::Pair* pair = journal::find_pair(desk.writer.journal(), "p");
    REQUIRE(pair);
    CHECK(pair->name == "Recovered pair");
    CHECK(pair->document(End::resolution).text.text() == "하나 둘 넷");
    CHECK(desk.writer.state().pair == "p");
    CHECK(desk.writer.notice().find("back as their last versions: 1") != std::string::npos);
    CHECK_FALSE(journal::find_pair(desk.writer.journal(), "deleted"));
    desk.writer.undo();
    CHECK_FALSE(journal::find_pair(desk.writer.journal(), "p"));
}

TEST_CASE("the desk lists versions with their day and reason, and reads one by switches of its own") {
    fake::Folder folder;
    fake::Window window;
    fake::Writer writer(folder, "ko", &window.desk.page_setting(), &window.desk.field_setting());
    writer.open_with(fake::one_pair("하나 둘", "셋"));
    const PageOf page{"p", End::retrospective};
    writer.host.day = {2026, 11, 22};
    for (const auto& [number, here] : std::vector<std::pair<int, const char*>>{{1, "2026-11-20 09:05"}, {2, "2026-11-21 23:59"}, {3, "2026-11-22 08:00"}}) {
        const std::string text = "셋" + std::string(static_cast<std::size_t>(number), 'x');
        writer.host.versions[page][static_cast<std::uint64_t>(number)] = {app::write_version(app::version_of(text, VersionWhy::import, {}, here)), text};
    }
    window.draw(writer.program, 0);
    REQUIRE(window.find(ui::Role::button, "회고의 예전 글"));
    writer.run("versions-retrospective");
    writer.host.answer_versions();
    window.draw(writer.program, 0);
    CHECK(window.find(ui::Role::heading, "오늘"));
    CHECK(window.find(ui::Role::heading, "어제"));
    CHECK(window.find(ui::Role::heading, "그 밖의 날"));
    const ui::Node* row = window.find(ui::Role::list_item, "23:59");
    REQUIRE(row);
    CHECK(row->value.find("가져오기 전 · 지금보다 2자 많다") == 0);
    CHECK(window.find(ui::Role::list_item, "2026-11-20 09:05"));
    writer.program.perform(app::GoToRow{1});
    writer.host.answer_versions();
    window.draw(writer.program, 0);
    window.draw(writer.program, 0);
    const ui::Node* text = window.find(ui::Role::textbox, "회고: 어제 23:59");
    REQUIRE(text);
    CHECK(text->read_only);
    CHECK(window.find(ui::Role::textbox, "다짐"));
    CHECK(window.find(ui::Role::toggle, "그때 글")->pressed);
    REQUIRE(window.find(ui::Role::button, "이때로 되돌리기"));
    writer.run("read-difference");
    window.draw(writer.program, 0);
    CHECK(window.find(ui::Role::textbox, "회고: 어제 23:59, 달라진 곳"));
    window.width = 360;
    window.draw(writer.program, 0);
    window.draw(writer.program, 0);
    CHECK(window.find(ui::Role::toggle, "달라진 곳")->pressed);
    writer.run("read-now");
    window.draw(writer.program, 0);
    CHECK_FALSE(window.find(ui::Role::textbox, "회고")->read_only);
}
