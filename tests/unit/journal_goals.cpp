// Goals and what else is marked in a pair: their words stay theirs through every edit, and every change can be taken back exactly.
#include <doctest/doctest.h>

#include <cmath>

#include "journal/change.h"
#include "journal/fitness.h"
#include "journal/marks.h"
#include "journal_sample.h"
#include "text/mark.h"

using namespace dajim::journal;
using dajim::text::Buffer;
using dajim::text::Edit;
using dajim::text::Range;

namespace {

/// A pair "p" with these texts.
Journal journal_of(std::string_view resolution, std::string_view retrospective = "") {
    Journal journal;
    Pair pair;
    pair.id = "p";
    pair.document(End::resolution).text = Buffer(resolution);
    pair.document(End::retrospective).text = Buffer(retrospective);
    Series series{.id = "s", .name = "", .pairs = {}, .unknown = {}};
    series.pairs.push_back(std::move(pair));
    journal.series.push_back(std::move(series));
    return journal;
}

Pair& pair_of(Journal& journal) { return journal.series[0].pairs[0]; }

Range range_of(const Buffer& text, std::string_view words) {
    for (std::size_t i = 0; i < text.paragraphs(); ++i)
        if (const std::size_t at = text.paragraph(i).find(words); at != std::string::npos) return {{i, at}, {i, at + words.size()}};
    FAIL("no such words: " << words);
    return {};
}

Passage passage(const Id& id, const Buffer& text, std::string_view words) { return {id, range_of(text, words), std::string(words)}; }

Goal goal(const Id& id, const Buffer& text, std::string_view words) {
    Goal goal;
    goal.id = id;
    goal.words = passage(id, text, words);
    return goal;
}

Change done(Journal& journal, const Change& change) {
    auto result = dajim::journal::apply(journal, change);
    REQUIRE(result);
    return std::move(result.value());
}

/// The words of the goal marked in «…» after an edit at or over '|' … '|' of the marked text.
std::string words_after(std::string_view marked, std::string_view put) {
    std::string plain;
    std::size_t begin = 0, end = 0, from = std::string::npos, to = 0;
    for (std::size_t i = 0; i < marked.size();) {
        if (marked.substr(i).starts_with("«")) begin = plain.size(), i += 2;
        else if (marked.substr(i).starts_with("»")) end = plain.size(), i += 2;
        else if (marked[i] == '|') (from == std::string::npos ? from = to = plain.size() : to = plain.size()), ++i;
        else plain += marked[i++];
    }
    const auto at = [&](std::size_t byte) { return dajim::text::end_of({{}, plain.substr(0, byte)}); };
    Journal journal = journal_of(plain);
    const Journal start = journal;
    Goal goal;
    goal.id = goal.words.id = "g";
    goal.words.range = Range{at(begin), at(end)};
    goal.words.exact = plain.substr(begin, end - begin);
    const Change removed = done(journal, GoalAdded{"p", goal, 0});
    const Journal with_goal = journal;
    const Change back = done(journal, TextEdited{"p", End::resolution, {{at(from), at(to)}, std::string(put)}});
    const Passage after = pair_of(journal).goals[0].words;
    if (after.range) CHECK(pair_of(journal).document(End::resolution).text.text(*after.range) == after.exact);
    done(journal, back);
    CHECK(journal == with_goal);
    done(journal, removed);
    CHECK(journal == start);
    return after.range ? after.exact : "lost: " + after.exact;
}

void hold(const Journal& journal) {
    for (const Series& series : journal.series)
        for (const Pair& pair : series.pairs) REQUIRE_FALSE(misfit(pair));
}

void refuse(const Change& change, ChangeError reason) {
    Journal journal = journal_of("- 하나\n- 둘", "하나는 했다\n둘은 못 했다");
    const Pair& pair = pair_of(journal);
    Goal one = goal("one", pair.document(End::resolution).text, "하나");
    one.answers.push_back(passage("answer", pair.document(End::retrospective).text, "하나는 했다"));
    done(journal, GoalAdded{"p", one, 0});
    done(journal, UnpromisedChanged{"p", {passage("extra", pair.document(End::retrospective).text, "둘은")}});
    const Journal before = journal;
    const auto result = dajim::journal::apply(journal, change);
    REQUIRE(!result);
    CHECK(result.error() == reason);
    CHECK(journal == before);
}

}  // namespace

TEST_CASE("goals: a passage keeps its words wherever the text around it goes") {
    CHECK(words_after("|- «운동하기»", "# 다짐\n\n") == "운동하기");
    CHECK(words_after("|앞 문단\n|- «운동하기»", "") == "운동하기");
    CHECK(words_after("앞 |- 같은 줄 «운동하기»까지", "줄\n") == "운동하기");
    CHECK(words_after("- «운동하기»\n|뒤|", "다른 것") == "운동하기");
    CHECK(words_after("- «운동|하기»", "을 ") == "운동을 하기");
    CHECK(words_after("- «운동|하기»", "\n- ") == "운동\n- 하기");
    CHECK(words_after("- «운동\n하|나|기»", "") == "운동\n하기");
    CHECK(words_after("가 «나 |다» 라| 마", "x") == "나 ");
    CHECK(words_after("가| «나| 다» 라", "x") == " 다");
}

TEST_CASE("goals: what is typed at the edges of words in a sentence is not theirs") {
    CHECK(words_after("나는 «매일 쓴다»|고 했다", "고") == "매일 쓴다");
    CHECK(words_after("나는 |«매일 쓴다»고 했다", "꼭 ") == "매일 쓴다");
    CHECK(words_after("나는 |«매일 쓴다»", "꼭 ") == "매일 쓴다");
    CHECK(words_after("- «매일 쓴다»| (아마)", "!") == "매일 쓴다");
}

TEST_CASE("goals: what is typed on at a line that is theirs is theirs, without the signs of lists") {
    CHECK(words_after("- «운동하기»|", " 매일") == "운동하기 매일");
    CHECK(words_after("- «운동하기»|\n- 다음", "!") == "운동하기!");
    CHECK(words_after("- «운동하기»|\r\n다음", "!") == "운동하기!");
    CHECK(words_after("- «운동하기»|", "\n- ") == "운동하기");
    CHECK(words_after("- «운동하기»|", "다\n다음") == "운동하기다");
    CHECK(words_after("- |«운동하기»", "매일 ") == "매일 운동하기");
    CHECK(words_after("- [ ] |«운동하기»", "3번 ") == "3번 운동하기");
    CHECK(words_after("  2. |«운동하기»", "**") == "**운동하기");
    CHECK(words_after("- |«운동하기»", "[ ] ") == "운동하기");
    CHECK(words_after("|«운동하기»", "- ") == "운동하기");
    CHECK(words_after("|«운동하기»", "\n") == "운동하기");
    CHECK(words_after("|«운동하기»", "> • ") == "운동하기");
}

TEST_CASE("goals: what replaces all words takes their place, and words that go are remembered") {
    CHECK(words_after("- «|운동하기|»", "달리기") == "달리기");
    CHECK(words_after("하루 «|세 번|» 쓴다", "네 번") == "네 번");
    CHECK(words_after("- «|운동하기|»", "") == "lost: 운동하기");
    CHECK(words_after("|- «운동하기»\n|둘", "") == "lost: 운동하기");
    CHECK(words_after("|- «운동하기»\n|둘", "다른 글") == "lost: 운동하기");
}

TEST_CASE("goals: Hangul composed at the end of a line goes on with the goal") {
    Journal journal = journal_of("- 운동");
    done(journal, GoalAdded{"p", goal("g", pair_of(journal).document(End::resolution).text, "운동"), 0});
    done(journal, TextEdited{"p", End::resolution, {{{0, 8}, {0, 8}}, "ㅎ"}});
    done(journal, TextEdited{"p", End::resolution, {{{0, 8}, {0, 11}}, "하"}});
    done(journal, TextEdited{"p", End::resolution, {{{0, 8}, {0, 11}}, "한"}});
    CHECK(pair_of(journal).goals[0].words.exact == "운동한");
}

TEST_CASE("goals: words typed key by key or put in at once leave every passage at the same place") {
    Sample sample(7);
    for (int round = 0; round < 4000; ++round) {
        const std::string line = std::vector<std::string>{"- [ ] ", "", "3. ", "말 ", "> "}[sample.roll(5)] + "목표" +
                                 std::vector<std::string>{"", " ", " 뒤", "\n다음"}[sample.roll(4)];
        const Buffer text(line);
        const auto a = sample.position(text), b = sample.position(text);
        if (a == b) continue;
        const Range range{std::min(a, b), std::max(a, b)};
        std::string first = sample.words(), second = sample.words();
        if (sample.often()) first = std::vector<std::string>{"-", "[ ", "x] ", "1", ". ", "•", "#"}[sample.roll(7)];
        first = first.substr(0, first.find('\n'));
        const auto at = sample.often() ? (sample.roll(2) ? range.begin : range.end) : sample.position(text);
        CAPTURE(line);
        CAPTURE(first);
        CAPTURE(second);

        Buffer keyed = text;
        auto keyed_range = moved(keyed, range, {{at, at}, first});
        REQUIRE(keyed_range);
        keyed.apply({{at, at}, first});
        const dajim::text::Position behind{at.paragraph, at.byte + first.size()};
        keyed_range = moved(keyed, *keyed_range, {{behind, behind}, second});
        CHECK(keyed_range == moved(text, range, {{at, at}, first + second}));
    }
}

TEST_CASE("goals: any life of a pair keeps every passage at its words, and can be taken back step by step") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        Journal journal = journal_of("- 하나\n- 둘 셋\n\n넷", "하나는 했다\n둘은 못 했다");
        sample.mark(pair_of(journal));
        hold(journal);
        const Journal start = journal;
        std::vector<Change> back, forth;
        std::vector<Journal> states;
        for (int step = 0; step < 120; ++step) {
            const Journal before = journal;
            auto result = dajim::journal::apply(journal, sample.change_of_goals(pair_of(journal)));
            hold(journal);
            if (!result) {
                REQUIRE(journal == before);
                continue;
            }
            states.push_back(before);
            back.push_back(std::move(result.value()));
        }
        CHECK(back.size() > 60);
        const Journal end = journal;
        for (std::size_t i = back.size(); i-- > 0;) {
            forth.push_back(done(journal, back[i]));
            REQUIRE(journal == states[i]);
        }
        CHECK(journal == start);
        for (std::size_t i = forth.size(); i-- > 0;) done(journal, forth[i]);
        CHECK(journal == end);
    }
}

TEST_CASE("goals: another document has the same passages as far as it has their words") {
    Journal journal = journal_of("# 목표\n- 글쓰기\n- 운동\n# 바람\n- 운동", "잘했다");
    const Buffer& text = pair_of(journal).document(End::resolution).text;
    Goal second = goal("second", text, "운동");
    second.words.range = Range{{4, 2}, {4, 8}};
    done(journal, GoalAdded{"p", goal("writing", text, "글쓰기"), 0});
    done(journal, GoalAdded{"p", second, 1});
    const Journal before = journal;
    Document other;
    other.text = Buffer("머리말\n\n# 바람\n- 운동\n\n# 목표\n- 운동\n- 글 쓰기");
    const Change back = done(journal, DocumentReplaced{"p", End::resolution, other});
    CHECK(pair_of(journal).goals[1].words.range == Range{{3, 2}, {3, 8}});
    CHECK_FALSE(pair_of(journal).goals[0].words.range);
    CHECK(pair_of(journal).goals[0].words.exact == "글쓰기");
    done(journal, back);
    CHECK(journal == before);
    // From an empty page the words come back with their text.
    done(journal, DocumentReplaced{"p", End::resolution, {}});
    CHECK_FALSE(pair_of(journal).goals[1].words.range);
    done(journal, DocumentReplaced{"p", End::resolution, other});
    CHECK(pair_of(journal).goals[1].words.range);
}

TEST_CASE("goals: a new one takes its place by the order of the text, the outer before the inner") {
    Journal journal = journal_of("- 하나\n- 둘\n  - 셋\n- 넷");
    const Buffer text = pair_of(journal).document(End::resolution).text;
    const auto add = [&](const Id& id, Range range) {
        Goal one;
        one.id = one.words.id = id;
        one.words.range = range;
        one.words.exact = text.text(range);
        done(journal, GoalAdded{"p", one, index_for(pair_of(journal), range)});
    };
    add("4", range_of(text, "넷"));
    add("3", range_of(text, "셋"));
    add("1", range_of(text, "하나"));
    add("2", Range{{1, 2}, {2, 7}});
    add("2a", Range{{1, 2}, {1, 5}});
    std::string order;
    for (const Goal& one : pair_of(journal).goals) order += one.id + " ";
    CHECK(order == "1 2 2a 3 4 ");
    REQUIRE(find_goal(pair_of(journal), "2a") != nullptr);
    CHECK(find_goal(pair_of(journal), "2a")->words.exact == "둘");
    CHECK(find_goal(pair_of(journal), "5") == nullptr);
}

TEST_CASE("goals: what does not fit does nothing") {
    const Buffer resolution("- 하나\n- 둘"), retrospective("하나는 했다\n둘은 못 했다");
    const Goal two = goal("two", resolution, "둘");
    const auto changed = [&](const auto& spoil, ChangeError reason) {
        Goal spoilt = two;
        spoil(spoilt);
        refuse(GoalAdded{"p", spoilt, 0}, reason);
        if (spoilt.id != spoilt.words.id || spoilt.id != "two") return;
        spoilt.id = spoilt.words.id = "one";
        refuse(GoalChanged{"p", spoilt}, reason);
    };
    refuse(GoalAdded{"q", two, 0}, ChangeError::unknown_id);
    refuse(GoalAdded{"p", two, 2}, ChangeError::out_of_range);
    refuse(GoalRemoved{"p", "two"}, ChangeError::unknown_id);
    refuse(GoalChanged{"p", two}, ChangeError::unknown_id);
    refuse(GoalMoved{"p", "one", 1}, ChangeError::out_of_range);
    refuse(GoalMoved{"p", "two", 0}, ChangeError::unknown_id);
    for (const char* const taken : {"one", "answer", "extra", "", "../x", "하나"})
        changed([&](Goal& goal) { goal.id = goal.words.id = taken; }, ChangeError::taken_id);
    changed([](Goal& goal) { goal.id = "other"; }, ChangeError::taken_id);
    changed([&](Goal& goal) { goal.answers.push_back(passage("extra", retrospective, "했다")); }, ChangeError::taken_id);
    changed([&](Goal& goal) { goal.answers.assign(2, passage("twice", retrospective, "했다")); }, ChangeError::taken_id);
    changed([](Goal& goal) { goal.origin = Origin{"../p", "g"}; }, ChangeError::taken_id);

    changed([](Goal& goal) { goal.words.exact = "셋"; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.words.exact.clear(); }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.words.range->end.byte += 1; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.words.range->end.byte -= 1; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.words.range->begin.paragraph = 7; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.remembered = true; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.confidence = 101; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.confidence = -1; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.weight = 0; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.weight = 6; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.verdict = Verdict{VerdictKind::kept, {}, 101, "", {}}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.measure = Measure{.amount = INFINITY, .unit = ""}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.measure = Measure{.of = NAN, .unit = ""}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.measure = Measure{.unit = "", .every = 0}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.tallies = {{Date{2024, 2, 30}, 1, ""}}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.tallies = {{Date{2024, 2, 29}, 1e300, ""}}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.amendments = {{Date{0, 1, 1}, ""}}; }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.notes.assign(most_words + 1, 'x'); }, ChangeError::out_of_range);
    changed([](Goal& goal) { goal.evidence.resize(most_in_a_list + 1); }, ChangeError::out_of_range);

    const std::string broken = "\xEA\xB8", nul("a\0b", 3);
    changed([&](Goal& goal) { goal.notes = broken; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.sealed = nul; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.evidence = {nul}; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.verdict = Verdict{VerdictKind::kept, {}, {}, broken, {}}; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.verdict = Verdict{VerdictKind::kept, {}, {}, "", {broken}}; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.tallies = {{Date{2024, 2, 29}, 1, nul}}; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.unknown = {{"x", broken}}; }, ChangeError::bad_text);
    changed([&](Goal& goal) { goal.words = {"two", {}, broken}; }, ChangeError::bad_text);

    refuse(UnpromisedChanged{"p", {passage("one", retrospective, "둘은")}}, ChangeError::taken_id);
    refuse(UnpromisedChanged{"p", {passage("new", resolution, "둘")}}, ChangeError::out_of_range);
    refuse(EchoesChanged{"p", {passage("extra", resolution, "둘")}}, ChangeError::taken_id);
    refuse(RefusedChanged{"p", {broken}}, ChangeError::bad_text);
    refuse(PairSealed{"p", Seal{Date{2024, 13, 1}, ""}}, ChangeError::out_of_range);
    refuse(PairSealed{"p", Seal{Date{2024, 12, 1}, nul}}, ChangeError::bad_text);
    refuse(SealPlanned{"p", Date{2023, 2, 29}}, ChangeError::out_of_range);
    refuse(SealPlanned{"nobody", {}}, ChangeError::unknown_id);
    refuse(RetrospectiveDone{"p", Date{2023, 2, 29}}, ChangeError::out_of_range);

    const Edit nothing{{{0, 0}, {0, 0}}, ""};
    refuse(TextEdited{"p", End::resolution, nothing, {{"answer", Range{{0, 0}, {0, 1}}, "-"}}}, ChangeError::unknown_id);
    refuse(TextEdited{"p", End::resolution, nothing, {{"one", Range{{0, 0}, {0, 1}}, "+"}}}, ChangeError::out_of_range);
    refuse(TextEdited{"p", End::resolution, {{{0, 0}, {0, 1}}, ""}, {{"one", Range{{0, 0}, {0, 1}}, "-"}}}, ChangeError::out_of_range);
    refuse(TextEdited{"p", End::resolution, nothing, {{"one", {}, ""}}}, ChangeError::out_of_range);
    refuse(PassagesPlaced{"p", End::resolution, {{"one", {}, "x"}, {"one", {}, "x"}}}, ChangeError::unknown_id);
    refuse(PassagesPlaced{"q", End::resolution, {}}, ChangeError::unknown_id);
    refuse(DocumentReplaced{"p", End::resolution, {}, {{"one", Range{{0, 0}, {0, 1}}, "-"}}}, ChangeError::out_of_range);
}

TEST_CASE("goals: what a later version knows of a measure or verdict goes with it, and comes back with it") {
    Journal journal = journal_of("- 하나");
    Goal whole = goal("g", pair_of(journal).document(End::resolution).text, "하나");
    whole.measure = Measure{};
    whole.verdict = Verdict{};
    whole.unknown = {{"fields/measure/v/unit_name", "1"}, {"fields/verdict/rev", "2"}, {"fields/verdict/v/by", "3"}};
    done(journal, GoalAdded{"p", whole, 0});
    Goal bare = whole;
    bare.measure.reset();
    bare.verdict.reset();
    const Change back = done(journal, GoalChanged{"p", bare});
    CHECK(pair_of(journal).goals.at(0).unknown == std::vector<Unknown>{{"fields/verdict/rev", "2"}});
    done(journal, back);
    CHECK(pair_of(journal).goals.at(0) == whole);
}

TEST_CASE("goals: no pair comes in with passages that are not there, or with one id twice") {
    Journal journal = journal_of("");
    const Buffer text("- 하나");
    Pair pair;
    pair.id = "q";
    pair.document(End::resolution).text = text;
    pair.goals = {goal("g", text, "하나")};
    const Change back = done(journal, PairAdded{"s", pair, 0});
    done(journal, back);
    pair.goals.push_back(pair.goals[0]);
    CHECK(dajim::journal::apply(journal, PairAdded{"s", pair, 0}).error() == ChangeError::taken_id);
    pair.goals.pop_back();
    pair.document(End::resolution).text = Buffer("- 하낳");
    CHECK(dajim::journal::apply(journal, PairAdded{"s", pair, 0}).error() == ChangeError::out_of_range);
    pair.goals.assign(most_marks + 1, {});
    for (std::size_t i = 0; i < pair.goals.size(); ++i) pair.goals[i].id = pair.goals[i].words.id = "g" + std::to_string(i);
    CHECK_FALSE(dajim::journal::apply(journal, PairAdded{"s", pair, 0}));
}
