// Packs: what is not written in costs a save nothing, and is as safe as what is.
#include <doctest/doctest.h>

#include <algorithm>

#include "formats/journal_json.h"
#include "formats/sha256.h"
#include "journal_sample.h"
#include "store/index.h"
#include "store_desk.h"
#include "store_fail_at.h"

using namespace dajim;

namespace {

std::size_t in_folder(const std::map<std::string, std::string>& files, std::string_view folder) {
    return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [&](const auto& one) { return one.first.starts_with(folder); }));
}

std::string id_of(std::size_t i) { return "p" + std::to_string(i); }

/// `count` pairs in series of ten, all saved; `tail` ends the words of each.
Desk many(const Folder& folder, std::size_t count, const std::string& tail = "") {
    Desk desk(folder);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 10 == 0) desk.series("s" + std::to_string(i / 10));
        desk.pair("s" + std::to_string(i / 10), id_of(i), "다짐 " + std::to_string(i) + tail);
    }
    desk.save();
    return desk;
}

std::string only_file(const Folder& folder, std::string_view in) {
    std::string found;
    for (const auto& [name, bytes] : folder.files()) {
        if (!name.starts_with(in)) continue;
        REQUIRE(found.empty());
        found = name;
    }
    REQUIRE_FALSE(found.empty());
    return found;
}

std::string flipped(std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    return bytes;
}

/// The bytes that a save wrote.
std::size_t written_bytes(const Folder& folder, const store::Saved& saved) {
    std::size_t bytes = 0;
    for (const std::string& name : saved.written) bytes += folder.read(name).size();
    return bytes;
}

/// The files that a store had before there were packs.
void write_first_version(const Folder& folder, const journal::Journal& journal, std::uint64_t sequence) {
    const formats::ExportFacts facts{.at = "1970-01-01T00:00:00Z", .app = "Dajim", .device = ""};
    std::filesystem::create_directories(folder.path() + "/pairs");
    journal::Journal index{.id = journal.id, .title = journal.title, .series = {}, .unknown = journal.unknown};
    index.unknown.push_back({"dajim-sequence", std::to_string(sequence)});
    for (const journal::Series& series : journal.series) {
        index.series.push_back({.id = series.id, .name = series.name, .pairs = {}, .unknown = series.unknown});
        for (const journal::Pair& pair : series.pairs) {
            const std::string name = "pairs/" + pair.id + "." + std::to_string(sequence) + ".json";
            const std::string bytes = formats::write_journal_of_pair(journal, series, pair, facts);
            folder.write(name, bytes);
            journal::Pair& listed = index.series.back().pairs.emplace_back();
            listed.id = pair.id;
            listed.name = pair.name;
            listed.unknown.push_back({"dajim-file", '"' + name + " " + std::to_string(bytes.size()) + " " + formats::sha256(bytes) + '"'});
        }
    }
    folder.write("index.json", formats::write_journal(index, facts));
}

}  // namespace

TEST_CASE("packs: many pairs are few files, and all come back") {
    Folder folder;
    Desk desk = many(folder, 600);
    CHECK(folder.files().size() < 30);
    CHECK(in_folder(folder.files(), "packs/") >= 3);
    const auto loaded = load(folder);
    CHECK(loaded.journal == desk.journal);
    CHECK(loaded.damage.none());
}

TEST_CASE("packs: one changed pair costs the same among ten pairs and among a thousand") {
    std::vector<std::size_t> bytes, files;
    for (const std::size_t count : {10u, 100u, 1000u}) {
        Folder folder;
        Desk desk = many(folder, count);
        // The first edit takes the pair out of its pack; from then on it has a file of its own.
        for (int i = 0; i < 3; ++i) {
            desk.type(id_of(3), " 더");
            const auto saved = desk.save();
            CHECK(saved.removed.size() <= 1);
            if (i < 2) continue;
            files.push_back(saved.written.size());
            bytes.push_back(written_bytes(folder, saved));
        }
        CHECK(load(folder).journal == desk.journal);
    }
    CHECK(files == std::vector<std::size_t>(3, 3));
    // An index has a line for some hundred pairs, and those of the few pairs with files of their own.
    CHECK(bytes[2] < bytes[0] + 6000);
}

TEST_CASE("packs: a new pair, a new name or another order rewrites a part of the order, not all of it") {
    Folder folder;
    Desk desk = many(folder, 600);
    const std::size_t parts = in_folder(folder.files(), "order/");
    REQUIRE(parts > 3);
    desk.pair("s33", "new", "새 다짐");
    auto saved = desk.save();
    const auto is_part = [](const std::string& name) { return name.starts_with("order/"); };
    CHECK(std::count_if(saved.written.begin(), saved.written.end(), is_part) <= 2);
    REQUIRE(desk.change(journal::SeriesRenamed{"s50", "다른 이름"}));
    saved = desk.save();
    CHECK(std::count_if(saved.written.begin(), saved.written.end(), is_part) == 1);
    REQUIRE(desk.change(journal::PairMoved{id_of(5), "s0", 0}));
    desk.save();
    REQUIRE(desk.change(journal::PairRemoved{id_of(321)}));
    desk.save();
    REQUIRE(desk.change(journal::JournalRenamed{"다른 제목"}));
    desk.save();
    const auto loaded = load(folder);
    CHECK(loaded.journal == desk.journal);
    CHECK(loaded.damage.none());
}

TEST_CASE("packs: writing in many pairs one after another does not pile up files") {
    Folder folder;
    Desk desk = many(folder, 150);
    for (std::size_t round = 0; round < 3; ++round) {
        for (std::size_t i = 0; i < 150; i += 3) {
            desk.type(id_of(i), " 더");
            desk.save();
        }
    }
    CHECK(folder.files().size() < 70);
    std::size_t bytes = 0, words = 0;
    for (const auto& [name, all] : folder.files()) bytes += name.starts_with("packs/") ? all.size() : 0;
    for (const std::string& part : {folder.read(folder.file_of(id_of(147)))}) words += part.size();
    CHECK(bytes < 150 * words * 3);
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("packs: a save that packs and fails at any operation leaves the old journal or the new one") {
    Folder folder;
    std::map<std::string, std::string> start;
    journal::Journal old;
    {
        Desk desk = many(folder, 34);
        for (std::size_t i = 0; i < 20; ++i) desk.type(id_of(i), " 둘");
        desk.save();
        old = desk.journal;
        start = folder.files();
    }
    for (const bool dead : {false, true}) {
        int kept_old = 0, kept_new = 0;
        for (int n = 1;; ++n) {
            CAPTURE(n);
            CAPTURE(dead);
            restore(folder, start);
            Desk desk(folder);
            for (std::size_t i = 20; i < 31; ++i) desk.type(id_of(i), " 셋");
            REQUIRE(desk.change(journal::PairRemoved{id_of(33)}));
            bool saved = false, reached = false;
            {
                FailAt fail(n, dead);
                saved = desk.store.save(desk.journal, desk.changed, desk.sequence).ok();
                reached = fail.reached();
            }
            const auto found = load(folder);
            CHECK(found.damage.none());
            const bool is_old = found.journal == old, is_new = found.journal == desk.journal;
            CHECK((is_old || is_new));
            if (saved) CHECK(is_new);
            ++(is_new ? kept_new : kept_old);
            if (n % 5 == 0) CHECK(load(folder, desk.records).journal == desk.journal);
            if (!dead && n % 3 == 0) {
                desk.save();
                CHECK(load(folder).journal == desk.journal);
                for (const auto& [name, bytes] : folder.files()) CHECK_FALSE(name.ends_with(".tmp"));
            }
            if (!reached) break;
        }
        CHECK(kept_old > 10);
        CHECK(kept_new > 1);
    }
}

TEST_CASE("packs: damage anywhere in a pack costs one pair at most, and that only what no other file has") {
    Folder folder;
    Desk desk = many(folder, 40);
    const std::string pack = only_file(folder, "packs/"), whole = folder.read(pack);
    const auto start = folder.files();
    std::vector<std::string> damaged;
    for (std::size_t at = 0; at < whole.size(); at += 2503) damaged.push_back(flipped(whole, at));
    for (std::size_t at = 0; at < 1500; at += 29) damaged.push_back(flipped(whole, at));   // its table, and where the pairs begin
    for (const std::string& bytes : damaged) {
        restore(folder, start);
        folder.write(pack, bytes);
        Desk after(folder);
        std::size_t missing = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            const std::string found = words(after.journal, id_of(i));
            if (found == "(no such pair)") ++missing;
            else CHECK(found == "다짐 " + std::to_string(i));
        }
        CHECK(missing <= 1);
        CHECK(in_folder(folder.files(), "quarantine/") == 1);
        // After the next save all that is left is sound.
        after.save();
        const auto loaded = load(folder);
        CHECK(loaded.damage.none());
        CHECK(loaded.journal == after.journal);
    }
}

TEST_CASE("packs: of a cut pack the beginning is there, of a lost one what other files have") {
    Folder folder;
    Desk desk = many(folder, 50);
    desk.type(id_of(3), " 둘");
    desk.save();
    const std::string pack = only_file(folder, "packs/"), whole = folder.read(pack);
    folder.write(pack, whole.substr(0, whole.size() / 2));
    auto loaded = load(folder);
    CHECK(words(loaded.journal, id_of(0)) == "다짐 0");
    CHECK(words(loaded.journal, id_of(3)) == "다짐 3 둘");
    CHECK(loaded.damage.files.size() == 1);
    folder.remove(pack);
    loaded = load(folder);
    CHECK(words(loaded.journal, id_of(0)) == "(no such pair)");
    CHECK(words(loaded.journal, id_of(3)) == "다짐 3 둘");
    CHECK(words(loaded.journal, id_of(49)) == "다짐 49");
    CHECK_FALSE(loaded.damage.none());
}

TEST_CASE("packs: an older pack stands in as what it is, so that records since then fit or are left aside") {
    Folder folder;
    const std::string tail = "\n" + std::string(11'000, 'x');
    Desk desk = many(folder, 100, tail);
    const auto before = folder.files();
    // Packed once more, in a newer pack; the first still holds much.
    for (std::size_t i = 0; i < 33; ++i) desk.type(id_of(i), " 둘");
    desk.save();
    const auto is_newer = [&](const auto& file) { return file.first.starts_with("packs/") && !before.contains(file.first); };
    const auto files = folder.files();
    const auto newer = std::find_if(files.begin(), files.end(), is_newer);
    REQUIRE(newer != files.end());
    const std::size_t saved = desk.records.size();
    desk.type(id_of(0), " 셋");
    desk.type(id_of(45), " 셋");
    const std::size_t at = newer->second.find("다짐 0\\n");
    REQUIRE(at != std::string::npos);
    folder.write(newer->first, flipped(newer->second, at));
    const std::vector<std::string> since(desk.records.begin() + static_cast<std::ptrdiff_t>(saved), desk.records.end());
    const auto loaded = load(folder, since);
    CHECK(words(loaded.journal, id_of(0)) == "다짐 0" + tail);   // not with " 셋" right behind it, which nobody ever wrote
    CHECK(words(loaded.journal, id_of(1)) == "다짐 1" + tail + " 둘");
    CHECK(words(loaded.journal, id_of(45)) == "다짐 45" + tail + " 셋");
    CHECK(loaded.damage.records == 1);
    CHECK(load(folder, desk.records).journal == desk.journal);
}

TEST_CASE("packs: a damaged part of the order loses no pair") {
    Folder folder;
    Desk desk = many(folder, 200);
    std::vector<std::string> parts;
    for (const auto& [name, bytes] : folder.files()) {
        if (name.starts_with("order/")) parts.push_back(name);
    }
    REQUIRE(parts.size() > 1);
    const auto start = folder.files();
    for (const std::string& part : parts) {
        restore(folder, start);
        folder.write(part, flipped(folder.read(part), 700));
        Desk after(folder);
        for (std::size_t i = 0; i < 200; ++i) {
            CHECK(words(after.journal, id_of(i)) == "다짐 " + std::to_string(i));
            CHECK(journal::series_of(after.journal, id_of(i))->name == "글또 s" + std::to_string(i / 10));
        }
        CHECK(after.journal.id == "journal");
        after.save();
        CHECK(load(folder).damage.none());
        CHECK(load(folder).journal == after.journal);
    }
}

TEST_CASE("packs: without a sound index the packs are found by themselves") {
    Folder folder;
    Desk desk = many(folder, 100);
    for (std::size_t i = 0; i < 40; ++i) desk.type(id_of(i), " 둘");
    desk.save();
    REQUIRE(desk.change(journal::PairRemoved{id_of(50)}));
    desk.save();
    desk.type(id_of(60), " 둘");
    desk.save();
    const auto start = folder.files();

    SUBCASE("the index before it stands in: what was deleted stays so") {
        folder.write("index.json", "{");
        const auto loaded = load(folder);
        CHECK(loaded.journal == desk.journal);
        CHECK_FALSE(loaded.damage.none());
    }
    SUBCASE("neither") {
        folder.write("index.json", "{");
        folder.remove("index.previous.json");
        Desk after(folder);
        for (std::size_t i = 0; i < 100; ++i) {
            CHECK(words(after.journal, id_of(i)) == "다짐 " + std::to_string(i) + (i < 40 || i == 60 ? " 둘" : ""));
        }
        after.save();
        CHECK(load(folder).journal == after.journal);
    }
}

TEST_CASE("packs: any life of a journal of many pairs is the same after any crash") {
    for (unsigned seed = 0; seed < 3; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        Folder folder;
        Desk desk = many(folder, 60);
        std::size_t dropped = desk.records.size();
        for (int step = 0; step < 150; ++step) {
            if (sample.roll(3) == 0) desk.change(sample.change(desk.journal));
            const std::string id = id_of(sample.roll(60));
            if (journal::find_pair(desk.journal, id)) desk.type(id, ".");
            if (sample.roll(6) == 0) {
                desk.save();
                if (sample.often()) dropped = desk.records.size();
            }
            if (sample.roll(25) == 0) {
                const auto first = desk.records.begin() + static_cast<std::ptrdiff_t>(dropped);
                const auto loaded = load(folder, {first, desk.records.end()});
                CHECK(loaded.journal.series == desk.journal.series);
                CHECK(loaded.damage.none());
            }
        }
    }
}

TEST_CASE("row 35: a store of before there were packs opens, and its files stay until the next index stands") {
    Folder folder;
    Desk made = many(folder, 40);
    const journal::Journal journal = made.journal;
    restore(folder, {});
    write_first_version(folder, journal, 77);
    CHECK(load(folder).older);
    const auto start = folder.files();
    {
        const auto loaded = load(folder);
        CHECK(loaded.journal == journal);
        CHECK(loaded.sequence == 77);
        CHECK(loaded.damage.none());
        CHECK(folder.files() == start);   // opening writes nothing
    }
    for (int n = 1;; ++n) {
        CAPTURE(n);
        restore(folder, start);
        Desk desk(folder);
        desk.type(id_of(7), " 더");
        bool reached = false;
        {
            FailAt fail(n, true);
            (void)desk.store.save(desk.journal, desk.changed, desk.sequence);
            reached = fail.reached();
        }
        const auto found = load(folder).journal;
        CHECK((found == journal || found == desk.journal));
        if (found == journal) {
            const auto now = folder.files();
            for (const auto& [name, bytes] : start) CHECK(now.at(name) == bytes);
        }
        if (!reached) break;
    }
    Desk desk(folder);
    desk.type(id_of(8), " 더");
    desk.save();
    CHECK(folder.files().size() < 24);
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("packs: the index is one that a program from before there were packs leaves alone") {
    Folder folder;
    many(folder, 3);
    const auto read = formats::read_journal(folder.read("index.json"));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error() == formats::ReadError::newer);
}
