// Write-ahead records on files: what was acknowledged comes back, once, and nothing is made up.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "journal_sample.h"
#include "store_desk.h"

using namespace dajim;

namespace {

Desk one_pair(const Folder& folder) {
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "a", "하나");
    desk.save();
    return desk;
}

std::string damaged(std::string record) {
    record.back() = '!';
    return record;
}

}  // namespace

TEST_CASE("replay: records alone are a journal too") {
    Folder folder;
    Desk desk(folder);
    desk.series("s");
    desk.pair("s", "a", "하나");
    desk.type("a", " 둘");
    const auto loaded = load(folder, desk.records);
    CHECK(words(loaded.journal, "a") == "하나 둘");
    CHECK(loaded.sequence == 3);
    CHECK(loaded.replayed == 3);
    CHECK_FALSE(loaded.fresh);
}

TEST_CASE("replay: newer records once each, in whatever order they come") {
    Folder folder;
    Desk desk = one_pair(folder);
    for (int i = 0; i < 6; ++i) desk.type("a", std::to_string(i));
    auto records = desk.records;
    records.insert(records.end(), desk.records.begin(), desk.records.end());
    std::shuffle(records.begin(), records.end(), std::mt19937(1));
    const auto loaded = load(folder, records);
    CHECK(words(loaded.journal, "a") == "하나012345");
    CHECK(loaded.replayed == 6);
    CHECK(loaded.damage.none());
}

TEST_CASE("replay: what was replayed is in the files after the next save") {
    Folder folder;
    Desk desk = one_pair(folder);
    desk.type("a", " 둘");
    Desk after(folder);
    after.records = desk.records;
    after.open();
    after.save();
    CHECK(load(folder).journal == desk.journal);
}

TEST_CASE("replay: everything before a damaged record is kept, nothing after it is guessed at") {
    Folder folder;
    Desk desk = one_pair(folder);
    for (int i = 0; i < 5; ++i) desk.type("a", std::to_string(i));
    auto records = desk.records;
    records[4] = damaged(records[4]);
    const auto loaded = load(folder, records);
    CHECK(words(loaded.journal, "a") == "하나01");
    CHECK(loaded.damage.records == 3);
    CHECK(loaded.sequence == desk.sequence);

    // The words of the others can still be read by a person.
    std::string aside;
    for (const auto& [name, bytes] : folder.files()) {
        if (name.starts_with("quarantine/records-")) aside += bytes;
    }
    CHECK(aside.find("\"4\"") != std::string::npos);

    // After the save that such a load asks for, writing goes on as ever.
    Desk after(folder);
    after.records = records;
    after.open();
    after.save();
    after.type("a", " 다시");
    CHECK(words(load(folder, after.records).journal, "a") == "하나01 다시");
    CHECK(load(folder, {after.records.back()}).damage.none());
}

TEST_CASE("replay: a damaged record that the files contain is no loss") {
    Folder folder;
    Desk desk = one_pair(folder);
    desk.type("a", " 둘");
    auto records = desk.records;
    records[0] = damaged(records[0]);
    CHECK(words(load(folder, records).journal, "a") == "하나 둘");
}

TEST_CASE("replay: one pair's misfit keeps that pair's later changes out, and no other's") {
    Folder folder;
    Desk desk = one_pair(folder);
    desk.pair("s", "b", "비");
    desk.save();
    std::vector<std::string> records;
    const auto record = [&](const journal::Change& change) {
        records.push_back(store::write_record({++desk.sequence, {change}}));
    };
    const auto at = [](std::size_t byte) { return text::Range{{0, byte}, {0, byte}}; };
    record(journal::TextEdited{"a", journal::End::resolution, {at(500), "!"}});
    record(journal::TextEdited{"a", journal::End::resolution, {at(0), "?"}});
    record(journal::TextEdited{"b", journal::End::resolution, {at(0), "나"}});
    record(journal::SeriesRenamed{"s", "새 이름"});
    const auto loaded = load(folder, records);
    CHECK(words(loaded.journal, "a") == "하나");
    CHECK(words(loaded.journal, "b") == "나비");
    CHECK(loaded.journal.series[0].name == "새 이름");
    CHECK(loaded.damage.records == 2);
}

TEST_CASE("replay: any life of a journal is the same after any crash") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        Folder folder;
        Desk desk(folder);
        std::size_t dropped = 0;
        for (int step = 0; step < 60; ++step) {
            desk.change(sample.change(desk.journal));
            const auto roll = sample.roll(12);
            if (roll == 0) {
                desk.save();
                // The slower store may not have got around to dropping them.
                if (sample.often()) dropped = desk.records.size();
            }
            if (roll == 1) {
                const auto before = desk.journal;
                const auto first = desk.records.begin() + static_cast<std::ptrdiff_t>(dropped);
                const auto loaded = load(folder, {first, desk.records.end()});
                CHECK(loaded.journal.series == before.series);
                CHECK(loaded.sequence == desk.sequence);
                CHECK(loaded.damage.none());
            }
        }
    }
}
