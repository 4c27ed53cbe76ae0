// Damaged files: put aside and told, never deleted, and everything else is there.
#include <doctest/doctest.h>

#include <algorithm>

#include "store_desk.h"

using namespace dajim;

namespace {

/// a in two versions, b in one.
Desk two_versions(const Folder& folder) {
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "a", "하나");
    desk.pair("s", "b", "비");
    desk.save();
    desk.type("a", " 둘");
    desk.save();
    return desk;
}

std::string flipped(std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 4);
    return bytes;
}

std::string cut(const std::string& bytes, std::size_t at) { return bytes.substr(0, at); }

}  // namespace

TEST_CASE("store: for a damaged pair file the one before it stands in") {
    Folder folder;
    const Desk desk = two_versions(folder);
    const std::string file = folder.file_of("a"), whole = folder.read(file);
    const auto start = folder.files();
    for (std::size_t at = 0; at < whole.size(); at += 37) {
        for (const auto& damaged : {flipped(whole, at), cut(whole, at)}) {
            CAPTURE(at);
            restore(folder, start);
            folder.write(file, damaged);
            const auto loaded = load(folder);
            CHECK(words(loaded.journal, "a") == "하나");
            CHECK(words(loaded.journal, "b") == "비");
            REQUIRE(loaded.damage.files.size() == 1);
            CHECK(folder.read("quarantine/" + loaded.damage.files[0]) == damaged);
        }
    }
}

TEST_CASE("store: records bring the earlier version up to date where none is missing") {
    Folder folder;
    Desk desk = two_versions(folder);
    desk.type("a", " 셋");
    const std::string file = folder.file_of("a");
    folder.write(file, cut(folder.read(file), 50));

    SUBCASE("all records since then are there") {
        const auto loaded = load(folder, desk.records);
        CHECK(loaded.journal == desk.journal);
        CHECK(loaded.damage.records == 0);
    }
    SUBCASE("those that the lost file contained are dropped: what comes after them is not guessed at") {
        const auto loaded = load(folder, {desk.records.back()});
        CHECK(words(loaded.journal, "a") == "하나");
        CHECK(loaded.damage.records == 1);
        CHECK(loaded.sequence == desk.sequence);
    }
}

TEST_CASE("store: a pair whose only file is damaged is missing, and the next save makes all sound again") {
    Folder folder;
    Desk desk = two_versions(folder);
    const std::string file = folder.file_of("b");
    const std::string damaged = flipped(folder.read(file), 200);
    folder.write(file, damaged);

    store::Store store(folder.path());
    const auto loaded = store.load({});
    REQUIRE(loaded.ok());
    CHECK(words(loaded.value().journal, "a") == "하나 둘");
    CHECK(words(loaded.value().journal, "b") == "(no such pair)");
    CHECK(loaded.value().damage.files == std::vector<std::string>{file.substr(6)});

    const auto saved = store.save(loaded.value().journal, {}, loaded.value().sequence + 1);
    REQUIRE(saved.ok());
    // The slower store behind must hear of the move.
    CHECK(std::count(saved.value().written.begin(), saved.value().written.end(), "quarantine/" + file.substr(6)) == 1);
    CHECK(std::count(saved.value().removed.begin(), saved.value().removed.end(), file) == 1);
    CHECK(load(folder).damage.none());
    CHECK(folder.read("quarantine/" + file.substr(6)) == damaged);
}

TEST_CASE("store: a pair file that is gone is told like a damaged one") {
    Folder folder;
    const Desk desk = two_versions(folder);
    folder.remove(folder.file_of("a"));
    const auto loaded = load(folder);
    CHECK(words(loaded.journal, "a") == "하나");
    CHECK(loaded.damage.files.size() == 1);
}

TEST_CASE("store: with a damaged index every word is still there") {
    Folder folder;
    Desk desk = two_versions(folder);
    desk.pair("s", "c", "셋");
    desk.series("t");
    desk.pair("t", "d", "넷");
    desk.save();
    const std::string index = folder.read("index.json");
    const auto start = folder.files();
    const auto saved_records = desk.records.size();
    desk.type("a", " 나중");

    for (std::size_t at = 0; at < index.size(); at += 97) {
        CAPTURE(at);
        restore(folder, start);
        folder.write("index.json", at % 2 ? flipped(index, at) : cut(index, at));
        // Only the record since the save is left of them, as it would be.
        Desk after(folder);
        after.records = {desk.records.begin() + static_cast<std::ptrdiff_t>(saved_records), desk.records.end()};
        after.open();
        CHECK(words(after.journal, "a") == "하나 둘 나중");
        CHECK(words(after.journal, "b") == "비");
        CHECK(words(after.journal, "c") == "셋");
        CHECK(words(after.journal, "d") == "넷");
        CHECK(journal::series_of(after.journal, "d")->name == "글또 t");
        after.save();
        const auto loaded = load(folder);
        CHECK(loaded.journal == after.journal);
        CHECK(loaded.damage.none());
    }
}

TEST_CASE("store: a flipped bit anywhere in the index changes no word unnoticed") {
    Folder folder;
    const Desk desk = two_versions(folder);
    const std::string index = folder.read("index.json");
    const auto start = folder.files();
    for (std::size_t at = 0; at < index.size(); at += 11) {
        CAPTURE(at);
        restore(folder, start);
        folder.write("index.json", flipped(index, at));
        store::Store store(folder.path());
        const auto loaded = store.load({});
        if (!loaded) continue;  // the bit made another version of it: nothing is touched
        CHECK(words(loaded.value().journal, "a") == "하나 둘");
        CHECK(words(loaded.value().journal, "b") == "비");
    }
}

TEST_CASE("store: without any index the pairs and their series are found by their files") {
    Folder folder;
    const Desk desk = two_versions(folder);
    folder.remove("index.json");
    folder.write("index.previous.json", "{");
    const auto loaded = load(folder);
    CHECK(loaded.journal.id == "journal");
    CHECK(words(loaded.journal, "a") == "하나 둘");
    CHECK(words(loaded.journal, "b") == "비");
    CHECK(loaded.journal.series.size() == 1);
    CHECK_FALSE(loaded.damage.none());
}
