// Two devices with one journal: what each wrote comes together, an edit beats a deletion, what is absent is not deleted.
#include <doctest/doctest.h>

#include "formats/journal_json.h"
#include "formats/revision_json.h"
#include "journal/past.h"
#include "journal/unite.h"

using namespace dajim::journal;
using dajim::text::Buffer;
using dajim::text::Position;
using dajim::text::Range;
namespace formats = dajim::formats;

namespace {

void apply_all(Journal& journal, const std::vector<Change>& changes) {
    for (const Change& change : changes) REQUIRE(dajim::journal::apply(journal, change));
}

Journal handed_over(Journal journal) {
    apply_all(journal, handing_over(journal, formats::name_of_revision));
    return journal;
}

/// What comes to another device: the file.
Journal sent(const Journal& journal) {
    const auto read = formats::read_journal(formats::write_journal(handed_over(journal), {}));
    REQUIRE(read);
    return read.value().journal;
}

UnionPlan unite(Journal& own, const Journal& incoming) {
    UnionPlan plan = plan_union(own, incoming, formats::name_of_revision);
    apply_all(own, plan.changes);
    return plan;
}

/// A series of pairs "p1" … with the same three lines each.
Journal journal_of(std::size_t pairs) {
    Journal journal;
    journal.id = "journal";
    journal.title = "기록장";
    journal.series.push_back({"series", "글또", {}, {}});
    for (std::size_t n = 1; n <= pairs; ++n) {
        Pair pair;
        pair.id = "p" + std::to_string(n);
        pair.name = std::to_string(n) + "기";
        pair.document(End::resolution).text = Buffer("첫 줄\n\n가운데\n\n끝 줄\n");
        journal.series[0].pairs.push_back(std::move(pair));
    }
    return journal;
}

void write(Journal& journal, const Id& pair, std::size_t line, std::string_view words) {
    const Buffer& text = find_pair(journal, pair)->document(End::resolution).text;
    apply_all(journal, {TextEdited{pair, End::resolution, {{{line, 0}, {line, text.paragraph(line).size()}}, std::string(words)}}});
}

std::string words_of(const Journal& journal, const Id& pair) { return find_pair(journal, pair)->document(End::resolution).text.text(); }

std::vector<std::string> others_of(const Journal& journal, const Id& pair) { return find_pair(journal, pair)->document(End::resolution).others; }

Goal goal(const Id& id, std::string words, Position at) {
    Goal goal;
    goal.id = goal.words.id = id;
    goal.words.range = Range{at, {at.paragraph, at.byte + words.size()}};
    goal.words.exact = std::move(words);
    return goal;
}

Goal& only_goal(Journal& journal) { return journal.series[0].pairs[0].goals.at(0); }

}  // namespace

TEST_CASE("two devices wrote in different places of one text: it has both") {
    Journal here = handed_over(journal_of(1)), there = sent(here);
    write(here, "p1", 0, "첫 줄, 여기서");
    write(there, "p1", 4, "끝 줄, 저기서");
    const UnionPlan plan = unite(here, sent(there));
    CHECK(words_of(here, "p1") == "첫 줄, 여기서\n\n가운데\n\n끝 줄, 저기서\n");
    CHECK(others_of(here, "p1").empty());
    CHECK(plan.pairs_changed == 1);
    CHECK(plan.texts_merged == 1);
    CHECK(plan.texts_both_kept == 0);
    // And the other way round it is the same.
    unite(there, sent(here));
    CHECK(there == handed_over(here));
}

TEST_CASE("two devices wrote at the same place: both texts are kept, and on both devices the same one stands in the page") {
    Journal here = handed_over(journal_of(1)), there = sent(here);
    write(here, "p1", 2, "가운데, 여기서");
    write(there, "p1", 2, "가운데, 저기서");
    write(there, "p1", 0, "첫 줄, 저기서");
    const Journal from_here = sent(here), from_there = sent(there);
    const UnionPlan plan = unite(here, from_there);
    unite(there, from_here);
    CHECK(here == there);
    CHECK(plan.texts_both_kept == 1);
    REQUIRE(others_of(here, "p1").size() == 1);
    const std::string both = words_of(here, "p1") + others_of(here, "p1")[0];
    CHECK(both.find("가운데, 여기서") != std::string::npos);
    CHECK(both.find("가운데, 저기서") != std::string::npos);
    CHECK(words_of(here, "p1").starts_with("첫 줄, 저기서\n"));
    CHECK(others_of(here, "p1")[0].starts_with("첫 줄, 저기서\n"));
    // Chosen on one device, it is chosen on the other.
    apply_all(here, {OthersChanged{"p1", End::resolution, {}}});
    unite(there, sent(here));
    CHECK(others_of(there, "p1").empty());
    CHECK(words_of(there, "p1") == words_of(here, "p1"));
}

TEST_CASE("what another device made of a file comes from what stood in it, and not from what was written here since") {
    Journal here = handed_over(journal_of(1));
    write(here, "p1", 2, "가운데, 여기서");
    // Nothing is handed over when a file of one's own is written: who reads it makes the same of it.
    const auto file = formats::read_journal(formats::write_journal(here, {}));
    REQUIRE(file);
    const Journal& left = file.value().journal;
    Journal there = journal_of(1);
    unite(there, left);
    REQUIRE(words_of(there, "p1") == words_of(here, "p1"));
    write(there, "p1", 2, "가운데, 여기서, 저기서");
    write(here, "p1", 4, "끝 줄, 여기서");
    Journal unknowing = here;

    apply_all(here, handing_over_then(here, left, formats::name_of_revision));
    unite(here, sent(there));
    CHECK(words_of(here, "p1") == "첫 줄\n\n가운데, 여기서, 저기서\n\n끝 줄, 여기서\n");
    CHECK(others_of(here, "p1").empty());
    // Once something was handed over since, what was left says nothing new.
    CHECK(handing_over_then(here, left, formats::name_of_revision).empty());
    // That it had to be said: else both changed the same line.
    unite(unknowing, sent(there));
    CHECK(others_of(unknowing, "p1").size() == 1);
}

TEST_CASE("a pair that came or went is untold until it is handed over") {
    Journal here = journal_of(2);
    CHECK(has_untold_pairs(here));
    here = handed_over(here);
    CHECK_FALSE(has_untold_pairs(here));
    write(here, "p1", 0, "neu");
    CHECK_FALSE(has_untold_pairs(here));
    apply_all(here, {PairRemoved{"p2"}});
    CHECK(has_untold_pairs(here));
    CHECK_FALSE(has_untold_pairs(handed_over(here)));
}

TEST_CASE("row 33: one's own old export brings nothing back, and changes nothing") {
    Journal here = handed_over(journal_of(2));
    const Journal old = sent(here);
    write(here, "p1", 0, "neu");
    apply_all(here, {PairRemoved{"p2"}});
    const Journal before = here;
    CHECK(unite(here, old).changes.empty());
    CHECK(here == before);
}

TEST_CASE("row 45: a merge is taken back exactly") {
    Journal here = handed_over(journal_of(3)), there = sent(here);
    write(here, "p1", 2, "여기서");
    write(there, "p1", 2, "저기서");
    apply_all(there, {PairRemoved{"p2"}, PairMoved{"p3", "series", 0}, JournalRenamed{"새 이름"}, SeriesRenamed{"series", "새 묶음"}});
    const Journal before = here;
    std::vector<Change> back;
    for (const Change& change : plan_union(here, sent(there), formats::name_of_revision).changes) {
        auto result = dajim::journal::apply(here, change);
        REQUIRE(result);
        back.insert(back.begin(), result.value());
    }
    CHECK(here != before);
    CHECK(here.title == "새 이름");
    CHECK(here.series[0].name == "새 묶음");
    apply_all(here, back);
    CHECK(here == before);
}

TEST_CASE("what one deleted goes, what the other wrote in meanwhile comes back with its series") {
    Journal here = handed_over(journal_of(3)), there = sent(here);
    apply_all(here, {SeriesRemoved{"series"}});
    write(there, "p2", 0, "weiter");
    UnionPlan plan = unite(here, sent(there));
    CHECK(plan.pairs_back == 1);
    REQUIRE(here.series.size() == 1);
    CHECK(here.series[0].name == "글또");
    REQUIRE(here.series[0].pairs.size() == 1);
    CHECK(here.series[0].pairs[0].id == "p2");
    plan = unite(there, sent(here));
    CHECK(plan.pairs_gone == 2);
    CHECK(there.series == here.series);
}

TEST_CASE("a pair that is not in the file is not deleted by that") {
    Journal here = handed_over(journal_of(3)), there = sent(here);
    std::erase_if(there.series[0].pairs, [](const Pair& one) { return one.id == "p2"; });
    write(there, "p1", 0, "neu");
    const auto file = formats::read_journal(formats::write_journal(there, {}));   // as a program that knows no pasts leaves it
    REQUIRE(file);
    unite(here, file.value().journal);
    CHECK(words_of(here, "p1").starts_with("neu"));
    REQUIRE(find_pair(here, "p2"));
    CHECK(here.series[0].pairs[1].id == "p2");
}

TEST_CASE("more than one pair in ten would go: it is said") {
    Journal here = handed_over(journal_of(20)), there = sent(here);
    apply_all(there, {PairRemoved{"p1"}, PairRemoved{"p2"}});
    CHECK_FALSE(plan_union(here, sent(there), formats::name_of_revision).deletes_much);
    apply_all(there, {PairRemoved{"p3"}});
    const UnionPlan plan = plan_union(here, sent(there), formats::name_of_revision);
    CHECK(plan.pairs_gone == 3);
    CHECK(plan.deletes_much);
}

TEST_CASE("a goal that both devices know: ticks of both, notes of both, the verdict that was given, words where they stand now") {
    Journal here = journal_of(1);
    apply_all(here, {GoalAdded{"p1", goal("g", "가운데", {2, 0}), 0}});
    here = handed_over(here);
    Journal there = sent(here);
    only_goal(here).tallies = {{Date{2026, 1, 2}, 1, ""}};
    only_goal(here).notes = "여기서";
    only_goal(there).tallies = {{Date{2026, 1, 1}, 1, ""}, {Date{2026, 1, 2}, 1, ""}};
    only_goal(there).notes = "저기서";
    only_goal(there).verdict = Verdict{VerdictKind::kept, {}, {}, "", {}};
    apply_all(there, {TextEdited{"p1", End::resolution, {{{0, 0}, {0, 0}}, "맨 앞\n"}}});
    unite(here, sent(there));
    const Goal& both = only_goal(here);
    CHECK(both.tallies.size() == 2);
    CHECK(both.notes.find("여기서") != std::string::npos);
    CHECK(both.notes.find("저기서") != std::string::npos);
    REQUIRE(both.verdict);
    CHECK(both.words.range == Range{{3, 0}, {3, std::string("가운데").size()}});
}

TEST_CASE("a goal deleted on one device and judged on the other stays; one that was left alone goes") {
    Journal here = journal_of(1);
    apply_all(here, {GoalAdded{"p1", goal("g", "가운데", {2, 0}), 0}, GoalAdded{"p1", goal("h", "끝 줄", {4, 0}), 1}});
    here = handed_over(here);
    Journal there = sent(here);
    apply_all(here, {GoalRemoved{"p1", "g"}, GoalRemoved{"p1", "h"}});
    only_goal(there).verdict = Verdict{VerdictKind::partly, {}, {}, "", {}};
    unite(here, sent(there));
    REQUIRE(here.series[0].pairs[0].goals.size() == 1);
    CHECK(only_goal(here).id == "g");
    CHECK(only_goal(here).verdict);
}

TEST_CASE("two devices began with the same old file, which knows no pasts: what neither changed since is the same") {
    Journal here = journal_of(2), there = journal_of(2);
    write(here, "p1", 0, "여기서");
    unite(here, sent(there));
    CHECK(here.series[0].pairs.size() == 2);
    CHECK(others_of(here, "p2").empty());
    // Of what one changed nobody knows that the other did not: both are kept.
    REQUIRE(others_of(here, "p1").size() == 1);
    CHECK((words_of(here, "p1") + others_of(here, "p1")[0]).find("여기서") != std::string::npos);
}

TEST_CASE("what was changed by a program that knows no pasts is a change like any other") {
    Journal here = handed_over(journal_of(1));
    std::string file = formats::write_journal(here, {});
    const std::size_t at = file.find("가운데\\n");
    REQUIRE(at != std::string::npos);
    file.replace(at, std::string("가운데").size(), "밖에서");
    const auto outside = formats::read_journal(file);
    REQUIRE(outside);
    write(here, "p1", 0, "여기서");
    unite(here, outside.value().journal);
    CHECK(words_of(here, "p1") == "여기서\n\n밖에서\n\n끝 줄\n");
    CHECK(unite(here, outside.value().journal).changes.empty());
}

TEST_CASE("two notes at one place stand below each other, also where the words of one are within the other's") {
    Journal here = journal_of(1);
    apply_all(here, {GoalAdded{"p1", goal("g", "가운데", {2, 0}), 0}});
    here = handed_over(here);
    Journal there = here;
    const auto note = [](Journal& journal, const std::string& words) {
        Goal noted = only_goal(journal);
        noted.notes = words;
        noted.verdict = Verdict{.kind = VerdictKind::partly, .still_right = {}, .score = {}, .reason = words, .obstacles = {}};
        apply_all(journal, {GoalChanged{"p1", noted}});
    };
    note(here, "다 했다");
    note(there, "반도 다 했다고 못 한다");
    const Journal outside = sent(there);
    unite(there, sent(here));
    unite(here, outside);
    CHECK(here == there);
    for (const std::string& words : {only_goal(here).notes, only_goal(here).verdict->reason}) {
        CHECK(('\n' + words + '\n').find("\n다 했다\n") != std::string::npos);
        CHECK(words.find("반도 다 했다고 못 한다") != std::string::npos);
    }
}

TEST_CASE("a passage's members of a later version stay where its words were changed on another device") {
    Journal here = journal_of(1);
    Goal answered = goal("g", "가운데", {2, 0});
    answered.answers.push_back({.id = "a", .range = {}, .exact = "했다"});
    apply_all(here, {GoalAdded{"p1", answered, 0}});
    here = handed_over(here);
    Journal there = here;
    const auto answer = [](Journal& journal, const Passage& passage) {
        Goal changed = only_goal(journal);
        changed.answers = {passage};
        apply_all(journal, {GoalChanged{"p1", changed}});
    };
    answer(here, {.id = "a", .range = {}, .exact = "했다", .unknown = {{"later", "1"}}});
    answer(there, {.id = "a", .range = {}, .exact = "다 했다", .unknown = {{"other", "2"}}});
    const Journal outside = sent(there);
    unite(there, sent(here));
    unite(here, outside);
    CHECK(here == there);
    CHECK(only_goal(here).answers.at(0).exact == "다 했다");
    CHECK(only_goal(here).answers.at(0).unknown.size() == 2);
}

TEST_CASE("what one of two never had is the other's, also where a deletion made what both come from unknown") {
    // Which of the two is the later one is up to their ids: so each has something that the other lacks.
    Journal first = handed_over(journal_of(2)), second = first, third = first;
    apply_all(first, {PairDated{"p1", Date{2024, 1, 1}, {}}});
    apply_all(second, {PairDated{"p1", {}, Date{2024, 12, 31}}});
    apply_all(third, {PairRemoved{"p1"}});
    unite(first, sent(third));
    unite(first, sent(second));
    const Pair* const pair = find_pair(first, "p1");
    REQUIRE(pair);
    CHECK(pair->start == Date{2024, 1, 1});
    CHECK(pair->end == Date{2024, 12, 31});
}

TEST_CASE("a past keeps the last few contents alone, and of what was deleted none") {
    Journal journal = journal_of(1);
    for (int n = 0; n < 9; ++n) {
        write(journal, "p1", 0, "판 " + std::to_string(n));
        journal = handed_over(journal);
    }
    std::string file = formats::write_journal(journal, {});
    CHECK(file.find("판 5") != std::string::npos);
    CHECK(file.find("판 4") == std::string::npos);
    CHECK(journal.pasts.at({Item::Of::pair, "p1"}).size() == 9);
    apply_all(journal, {PairRemoved{"p1"}});
    file = formats::write_journal(handed_over(journal), {});
    CHECK(file.find("판") == std::string::npos);
    CHECK(file.find("\"gone\": true") != std::string::npos);
}

TEST_CASE("revisions that others come from are not taken away") {
    Journal journal = handed_over(journal_of(1));
    const Item item{Item::Of::pair, "p1"};
    const Id first = heads(journal.pasts.at(item)).at(0);
    write(journal, "p1", 0, "weiter");
    journal = handed_over(journal);
    const Journal before = journal;
    const auto back = dajim::journal::apply(journal, PastChanged{item, {}, {first}});
    REQUIRE(back);
    CHECK(journal == before);
    const Id second = heads(journal.pasts.at(item)).at(0);
    const auto both = dajim::journal::apply(journal, PastChanged{item, {}, {first, second}});
    REQUIRE(both);
    CHECK_FALSE(journal.pasts.contains(item));
    REQUIRE(dajim::journal::apply(journal, both.value()));
    CHECK(journal == before);
}
