// The one door: every change can be taken back exactly, and none that does not fit does anything.
#include <doctest/doctest.h>

#include "journal/change.h"
#include "journal_sample.h"

using namespace dajim::journal;
using dajim::text::Buffer;

namespace {

Pair pair_of(const Id& id, std::string_view resolution = "") {
    Pair pair;
    pair.id = id;
    pair.name = id;
    pair.document(End::resolution).text = Buffer(resolution);
    return pair;
}

/// Series "a" with pairs a1, a2, a3; series "b" with b1.
Journal two_series() {
    Journal journal{.id = "journal", .title = "기록장", .series = {}, .unknown = {}};
    journal.series.push_back({.id = "a",
                              .name = "글또",
                              .pairs = {pair_of("a1", "첫 줄\n둘째 줄"), pair_of("a2"), pair_of("a3")},
                              .unknown = {}});
    journal.series.push_back({.id = "b", .name = "Years", .pairs = {pair_of("b1")}, .unknown = {}});
    return journal;
}

std::string order(const Journal& journal) {
    std::string out;
    for (const Series& series : journal.series) {
        out += series.id + ":";
        for (const Pair& pair : series.pairs) out += " " + pair.id;
        out += "; ";
    }
    return out;
}

void refuse(const Change& change, ChangeError reason) {
    Journal journal = two_series();
    const auto result = dajim::journal::apply(journal, change);
    REQUIRE(!result);
    CHECK(result.error() == reason);
    CHECK(journal == two_series());
}

}  // namespace

TEST_CASE("any sequence of changes, taken back, returns to the start field by field") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        Journal journal = sample.journal();
        const Journal start = journal;
        std::vector<Change> back;
        std::vector<Journal> states;
        for (int step = 0; step < 60; ++step) {
            const Journal before = journal;
            auto result = dajim::journal::apply(journal, sample.change(journal));
            if (!result) {
                REQUIRE(journal == before);
                continue;
            }
            states.push_back(before);
            back.push_back(std::move(result.value()));
        }
        CHECK(back.size() > 5);
        std::vector<Change> forth;
        const Journal end = journal;
        for (std::size_t i = back.size(); i-- > 0;) {
            auto result = dajim::journal::apply(journal, back[i]);
            REQUIRE(result);
            REQUIRE(journal == states[i]);
            forth.push_back(std::move(result.value()));
        }
        CHECK(journal == start);
        for (std::size_t i = forth.size(); i-- > 0;) REQUIRE(dajim::journal::apply(journal, forth[i]));
        CHECK(journal == end);
    }
}

TEST_CASE("pairs and series go where they are sent") {
    Journal journal = two_series();
    REQUIRE(dajim::journal::apply(journal, PairMoved{"a1", "a", 2}));
    CHECK(order(journal) == "a: a2 a3 a1; b: b1; ");
    REQUIRE(dajim::journal::apply(journal, PairMoved{"a1", "a", 0}));
    CHECK(order(journal) == "a: a1 a2 a3; b: b1; ");
    const auto back = dajim::journal::apply(journal, PairMoved{"a2", "b", 1});
    CHECK(order(journal) == "a: a1 a3; b: b1 a2; ");
    REQUIRE(dajim::journal::apply(journal, SeriesMoved{"b", 0}));
    CHECK(order(journal) == "b: b1 a2; a: a1 a3; ");
    REQUIRE(dajim::journal::apply(journal, back.value()));
    CHECK(order(journal) == "b: b1; a: a1 a2 a3; ");
}

TEST_CASE("a moved pair keeps its buffers, so that what is drawn from them stays") {
    Journal journal = two_series();
    const auto identity = find_pair(journal, "a1")->document(End::resolution).text.identity();
    REQUIRE(dajim::journal::apply(journal, PairMoved{"a1", "b", 1}));
    REQUIRE(dajim::journal::apply(journal, PairMoved{"a1", "b", 0}));
    CHECK(find_pair(journal, "a1")->document(End::resolution).text.identity() == identity);
}

TEST_CASE("an edit changes the words of one end alone") {
    Journal journal = two_series();
    const auto back = dajim::journal::apply(journal, TextEdited{"a1", End::resolution, {{{0, 3}, {1, 6}}, "글"}});
    CHECK(find_pair(journal, "a1")->document(End::resolution).text.text() == "첫글 줄");
    CHECK(find_pair(journal, "a1")->document(End::retrospective).text.empty());
    REQUIRE(dajim::journal::apply(journal, back.value()));
    CHECK(journal == two_series());
}

TEST_CASE("what is not there is not changed") {
    refuse(SeriesRemoved{"c"}, ChangeError::unknown_id);
    refuse(SeriesRenamed{"a1", "x"}, ChangeError::unknown_id);
    refuse(SeriesMoved{"", 0}, ChangeError::unknown_id);
    refuse(PairAdded{"c", pair_of("new"), 0}, ChangeError::unknown_id);
    refuse(PairRemoved{"a"}, ChangeError::unknown_id);
    refuse(PairRenamed{"zzz", "x"}, ChangeError::unknown_id);
    refuse(PairMoved{"zzz", "a", 0}, ChangeError::unknown_id);
    refuse(PairMoved{"a1", "zzz", 0}, ChangeError::unknown_id);
    refuse(PairDated{"zzz", {}, {}}, ChangeError::unknown_id);
    refuse(TextEdited{"zzz", End::resolution, {}}, ChangeError::unknown_id);
    refuse(DocumentReplaced{"zzz", End::resolution, {}}, ChangeError::unknown_id);
}

TEST_CASE("an id is given once, to series and pairs alike") {
    refuse(PairAdded{"a", pair_of("b1"), 0}, ChangeError::taken_id);
    refuse(PairAdded{"a", pair_of("b"), 0}, ChangeError::taken_id);
    refuse(PairAdded{"a", pair_of(""), 0}, ChangeError::taken_id);
    refuse(PairAdded{"a", pair_of("../etc"), 0}, ChangeError::taken_id);
    refuse(PairAdded{"a", pair_of(std::string(65, 'x')), 0}, ChangeError::taken_id);
    refuse(SeriesAdded{{.id = "a", .name = "", .pairs = {}, .unknown = {}}, 0}, ChangeError::taken_id);
    refuse(SeriesAdded{{.id = "a1", .name = "", .pairs = {}, .unknown = {}}, 0}, ChangeError::taken_id);
    refuse(SeriesAdded{{.id = "c", .name = "", .pairs = {pair_of("c")}, .unknown = {}}, 0}, ChangeError::taken_id);
    refuse(SeriesAdded{{.id = "c", .name = "", .pairs = {pair_of("d"), pair_of("d")}, .unknown = {}}, 0},
           ChangeError::taken_id);
    refuse(SeriesAdded{{.id = "c", .name = "", .pairs = {pair_of("b1")}, .unknown = {}}, 0}, ChangeError::taken_id);
    refuse(JournalAdopted{"한글", "", {}}, ChangeError::taken_id);
}

TEST_CASE("no index, day or range outside of what there is") {
    refuse(SeriesAdded{{.id = "c", .name = "", .pairs = {}, .unknown = {}}, 3}, ChangeError::out_of_range);
    refuse(SeriesMoved{"a", 2}, ChangeError::out_of_range);
    refuse(PairAdded{"a", pair_of("new"), 4}, ChangeError::out_of_range);
    refuse(PairMoved{"a1", "a", 3}, ChangeError::out_of_range);
    refuse(PairMoved{"a1", "b", 2}, ChangeError::out_of_range);
    refuse(PairDated{"a1", Date{2024, 2, 30}, {}}, ChangeError::out_of_range);
    refuse(TextEdited{"a1", End::resolution, {{{0, 0}, {2, 0}}, ""}}, ChangeError::out_of_range);
    refuse(TextEdited{"a1", End::resolution, {{{0, 0}, {0, 99}}, ""}}, ChangeError::out_of_range);
    refuse(TextEdited{"a1", End::resolution, {{{0, 1}, {0, 3}}, ""}}, ChangeError::out_of_range);
    refuse(TextEdited{"a1", End::resolution, {{{1, 0}, {0, 0}}, ""}}, ChangeError::out_of_range);
    refuse(TextEdited{"a1", End::resolution, {{{std::size_t(-1), 0}, {std::size_t(-1), 0}}, ""}},
           ChangeError::out_of_range);
}

TEST_CASE("nothing but words comes in") {
    const std::string broken = "\xEA\xB8";
    Document document;
    document.text = Buffer(std::string_view("a\0b", 3));
    refuse(JournalRenamed{broken}, ChangeError::bad_text);
    refuse(SeriesRenamed{"a", broken}, ChangeError::bad_text);
    refuse(PairRenamed{"a1", std::string("a\0b", 3)}, ChangeError::bad_text);
    refuse(TextEdited{"a1", End::resolution, {{{0, 0}, {0, 0}}, broken}}, ChangeError::bad_text);
    refuse(DocumentReplaced{"a1", End::resolution, document}, ChangeError::bad_text);
    Pair pair = pair_of("new");
    pair.name = broken;
    refuse(PairAdded{"a", pair, 0}, ChangeError::bad_text);
    refuse(SeriesAdded{{.id = "c", .name = "", .pairs = {pair}, .unknown = {}}, 0}, ChangeError::bad_text);
}

TEST_CASE("a change names the pairs whose content it touches") {
    CHECK(touched_pairs(JournalRenamed{"x"}).empty());
    CHECK(touched_pairs(SeriesMoved{"a", 1}).empty());
    CHECK(touched_pairs(TextEdited{"a1", End::resolution, {}}) == std::vector<Id>{"a1"});
    CHECK(touched_pairs(PairAdded{"a", pair_of("new"), 0}) == std::vector<Id>{"new"});
    CHECK(touched_pairs(SeriesAdded{two_series().series[0], 0}) == std::vector<Id>{"a1", "a2", "a3"});
}
