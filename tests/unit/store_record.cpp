// Write-ahead records: what was written is read, and what was not written is not.
#include <doctest/doctest.h>

#include "journal_sample.h"
#include "store/record.h"

using namespace dajim;
using store::read_record, store::write_record;

TEST_CASE("record: changes come back as they were") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        Sample sample(seed);
        const auto journal = sample.journal();
        store::Record record{.sequence = 1 + sample.roll(1'000'000), .changes = {}};
        for (std::size_t n = sample.roll(5); n > 0; --n) record.changes.push_back(sample.change(journal));
        const std::string bytes = write_record(record);
        const auto read = read_record(bytes);
        REQUIRE(read.ok());
        CHECK(read.value().sequence == record.sequence);
        CHECK(read.value().changes.size() == record.changes.size());
        CHECK(write_record(read.value()) == bytes);
    }
}

TEST_CASE("record: every cut and every flipped bit is noticed") {
    const std::string whole = write_record({41, {journal::PairRenamed{"p1", "열 번째 기수"}}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        CHECK_FALSE(read_record(std::string_view(whole).substr(0, length)).ok());
    }
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        CAPTURE(bit);
        std::string flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        CHECK_FALSE(read_record(flipped).ok());
    }
    CHECK_FALSE(read_record(whole + " ").ok());
}

TEST_CASE("record: a number cannot be exchanged for another") {
    std::string bytes = write_record({41, {journal::JournalRenamed{"a"}}});
    const auto at = bytes.find("41");
    REQUIRE(at != std::string::npos);
    CHECK_FALSE(read_record(bytes.replace(at, 2, "42")).ok());
}
