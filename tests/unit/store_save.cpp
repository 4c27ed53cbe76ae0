// Saving and loading: the same journal comes back, and only what changed is written.
#include <doctest/doctest.h>

#include <algorithm>

#include "journal_sample.h"
#include "store_desk.h"

using namespace dajim;

namespace {

bool in_pairs(const std::string& name) { return name.starts_with("pairs/"); }

std::size_t pair_files(const std::vector<std::string>& names) {
    return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), in_pairs));
}

Desk three_pairs(const Folder& folder) {
    Desk desk(folder);
    desk.series("s");
    for (const char* id : {"a", "b", "c"}) desk.pair("s", id, std::string("다짐 ") + id);
    return desk;
}

}  // namespace

TEST_CASE("store: a first visit is an empty journal") {
    Folder folder;
    CHECK(load(folder).fresh);
    store::Store absent(folder.path() + "/nowhere");
    const auto loaded = absent.load({});
    REQUIRE(loaded.ok());
    CHECK(loaded.value().fresh);
    CHECK(loaded.value().sequence == 0);
}

TEST_CASE("store: nothing is saved over what was not loaded") {
    Folder folder;
    three_pairs(folder).save();
    const auto before = folder.files();
    store::Store store(folder.path());
    CHECK_FALSE(store.save({}, {}, 99).ok());
    CHECK(folder.files() == before);
}

TEST_CASE("store: any journal comes back as it was") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed);
        Folder folder;
        Desk desk(folder);
        desk.journal = Sample(seed).journal();
        desk.sequence = 7;
        desk.save();
        const auto loaded = load(folder);
        CHECK(loaded.journal == desk.journal);
        CHECK(loaded.sequence == 7);
        CHECK_FALSE(loaded.fresh);
        CHECK(loaded.damage.none());
    }
}

TEST_CASE("store: texts larger than any import may be are kept too") {
    Folder folder;
    Desk desk(folder);
    desk.series("s");
    std::string lines;
    for (int i = 0; i < 250'000; ++i) lines += "줄\n";
    desk.pair("s", "a", lines);
    desk.pair("s", "b", std::string(21 * 1024 * 1024, 'x'));
    desk.save();
    const auto loaded = load(folder);
    CHECK(loaded.damage.none());
    CHECK((loaded.journal == desk.journal));
}

TEST_CASE("store: a save writes the pairs that changed and the index") {
    Folder folder;
    Desk desk = three_pairs(folder);
    CHECK(pair_files(desk.save().written) == 3);

    desk.type("b", " 더");
    const std::string a = folder.file_of("a");
    const auto saved = desk.save();
    CHECK(pair_files(saved.written) == 1);
    CHECK(std::count(saved.written.begin(), saved.written.end(), "index.json") == 1);
    CHECK(folder.file_of("a") == a);
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("store: a renamed series or another order rewrites no pair") {
    Folder folder;
    Desk desk = three_pairs(folder);
    desk.save();
    REQUIRE(desk.change(journal::SeriesRenamed{"s", "다른 이름"}));
    REQUIRE(desk.change(journal::PairMoved{"c", "s", 0}));
    desk.changed.clear();
    CHECK(pair_files(desk.save().written) == 0);
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("store: a pair's file before the last is kept, older ones are not") {
    Folder folder;
    Desk desk = three_pairs(folder);
    desk.save();
    const std::string first = folder.file_of("a");
    desk.type("a", " 둘");
    CHECK(pair_files(desk.save().removed) == 0);
    const std::string second = folder.file_of("a");
    CHECK(folder.files().contains(first));
    desk.type("a", " 셋");
    CHECK(desk.save().removed == std::vector<std::string>{first});
    CHECK_FALSE(folder.files().contains(first));
    CHECK(folder.files().contains(second));
}

TEST_CASE("store: a deleted pair leaves no file behind") {
    Folder folder;
    Desk desk = three_pairs(folder);
    desk.save();
    const std::string file = folder.file_of("b");
    REQUIRE(desk.change(journal::PairRemoved{"b"}));
    desk.save();
    const auto removed = desk.save().removed;
    CHECK(std::count(removed.begin(), removed.end(), file) == 1);
    CHECK_FALSE(folder.files().contains(file));
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("store: saving again without a new record replaces no file that is named") {
    Folder folder;
    Desk desk = three_pairs(folder);
    desk.save();
    const std::string before = folder.read(folder.file_of("a"));
    desk.journal.series[0].pairs[0].name = "이름";
    desk.changed = {"a"};
    desk.save();
    CHECK(folder.read("pairs/a.4.json") == before);
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("store: what a later major version left is not touched") {
    Folder folder;
    Desk desk = three_pairs(folder);
    desk.save();
    std::string index = folder.read("index.json");
    const std::string_view key = "\"version\": \"2.";
    const auto at = index.find(key);
    REQUIRE(at != std::string::npos);
    folder.write("index.json", index.replace(at, key.size(), "\"version\": \"3."));
    const auto before = folder.files();

    store::Store store(folder.path());
    const auto loaded = store.load(desk.records);
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error() == store::StoreError::newer);
    CHECK_FALSE(store.save(desk.journal, {"a"}, 50).ok());
    CHECK(folder.files() == before);
}
