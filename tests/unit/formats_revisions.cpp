// Revisions and other texts in the journal's file: read and written the same, and believed only where they are what their ids were made of.
#include <doctest/doctest.h>

#include <string>

#include "formats/journal_json.h"
#include "formats/revision_json.h"
#include "formats_fixture.h"
#include "journal/past.h"
#include "journal/unite.h"

using namespace dajim;
using journal::End;
using journal::Item;

namespace {

std::string fixture() { return read_fixture("journals/1.2-pasts.dajim.json"); }

/// The fixture with one piece of it exchanged, the first one from `behind` on.
std::string but(std::string_view what, std::string_view by, std::string_view behind = "{") {
    std::string bytes = fixture();
    const std::size_t at = bytes.find(what, bytes.find(behind));
    REQUIRE_MESSAGE(at != std::string::npos, what);
    return bytes.replace(at, what.size(), by);
}

journal::Journal read(std::string_view bytes) {
    auto read = formats::read_journal(bytes);
    REQUIRE(read);
    return std::move(read.value().journal);
}

const journal::Past& past_of(const journal::Journal& journal, const journal::Id& pair) { return journal.pasts.at({Item::Of::pair, pair}); }

bool is_husk(const journal::Revision& revision) { return std::holds_alternative<journal::Husk>(revision.content); }

const journal::Id first_of_3rd = "a1decb5c10882e609693502a90cb7370", last_of_4th = "6ad6f6e7d5465b2bef921567828bc4d9";

}  // namespace

TEST_CASE("pasts and other texts in the file: all of it is read, and the same bytes are written") {
    const auto read = formats::read_journal(fixture());
    REQUIRE(read);
    CHECK_FALSE(read.value().changed_outside);
    CHECK(formats::write_journal(read.value().journal, {"2026-11-22T01:10:00Z", "Dajim 0.1.0", "k3f9"}) == fixture());
    const journal::Journal& journal = read.value().journal;
    CHECK(journal::find_pair(journal, "p-3rd")->document(End::resolution).others == std::vector<std::string>{"# 다짐\n\n- 한 주에 한 편\n- 일찍 자기\n"});
    CHECK(journal.unknown.empty());
    CHECK(journal::heads(past_of(journal, "p-3rd")).size() == 2);
    CHECK(past_of(journal, "p-3rd").at(first_of_3rd).generation == 1);
    const auto* now = std::get_if<std::shared_ptr<const journal::Pair>>(&past_of(journal, "p-4th").at(last_of_4th).content);
    REQUIRE(now);
    CHECK(**now == *journal::find_pair(journal, "p-4th"));
    CHECK(std::holds_alternative<journal::Gone>(journal::content_of(past_of(journal, "p-5th"))));
    // What the journal shows is what its pasts make.
    CHECK(journal::assembled(journal.pasts).series == journal.series);
}

TEST_CASE("a content that was changed is not what its revision was: that is known no more, and all else stands") {
    CHECK(is_husk(past_of(read(but("두 주에 한 편\\n", "열 주에 한 편\\n", first_of_3rd)), "p-3rd").at(first_of_3rd)));
    const journal::Journal renamed = read(but("사 기", "오 기"));
    CHECK(is_husk(past_of(renamed, "p-4th").at(last_of_4th)));
    CHECK(journal::find_pair(renamed, "p-4th")->name == "오 기");
}

TEST_CASE("of a past that is not whole nothing is believed") {
    const journal::Journal journal = read(but(first_of_3rd, "b1decb5c10882e609693502a90cb7370"));   // a parent that is not there
    CHECK_FALSE(journal.pasts.contains({Item::Of::pair, "p-3rd"}));
    CHECK(journal.pasts.contains({Item::Of::pair, "p-4th"}));
    CHECK(journal::find_pair(journal, "p-3rd"));
    // Who counts otherwise could count so far that nobody could go on.
    for (const char* wrong : {"\"generation\": 3", "\"generation\": 1000000000"}) {
        journal::Journal other = read(but("\"generation\": 2", wrong, last_of_4th));
        CHECK_FALSE(other.pasts.contains({Item::Of::pair, "p-4th"}));
        CHECK(journal::find_pair(other, "p-4th"));
        for (const journal::Change& one : journal::handing_over(other, formats::name_of_revision)) REQUIRE(journal::apply(other, one));
        CHECK(past_of(other, "p-4th").size() == 1);
    }
}

TEST_CASE("a revision that does not fit is kept as what nobody knows") {
    for (const char* wrong : {"\"generation\": 0", "\"generation\": \"2\"", "\"generation\": 1000000001"}) {
        CAPTURE(wrong);
        const journal::Journal journal = read(but("\"generation\": 2", wrong, last_of_4th));
        CHECK_FALSE(past_of(journal, "p-4th").contains(last_of_4th));
        REQUIRE(journal.unknown.size() == 1);
        CHECK(journal.unknown[0].key == "entries/" + last_of_4th);
    }
}

TEST_CASE("whole entries that nobody knows, of which several have no id, are part of what the journal was") {
    journal::Journal journal = read(fixture());
    journal.unknown = {{"entries/", R"({"kind":"later","of":1})"}, {"entries/", R"({"kind":"later","of":2})"}, {"journal/colour", "\"red\""}};
    for (const journal::Change& one : journal::handing_over(journal, formats::name_of_revision)) REQUIRE(journal::apply(journal, one));
    const auto* listing = std::get_if<std::shared_ptr<const journal::Listing>>(&journal.pasts.at({}).at(journal::heads(journal.pasts.at({})).at(0)).content);
    REQUIRE(listing);
    CHECK((*listing)->unknown == journal.unknown);
    CHECK(read(formats::write_journal(journal, {})) == journal);
}
