// The arithmetic of verdicts, the verdict that tallies propose, and the score that a text states.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "journal/score.h"
#include "journal/stated_score.h"

using namespace dajim;
using namespace dajim::journal;

namespace {

Weighed weighed(VerdictKind kind, int weight = 1, std::optional<bool> still_right = {}, std::optional<int> score = {}) {
    Verdict verdict;
    verdict.kind = kind;
    verdict.still_right = still_right;
    verdict.score = score;
    return {verdict, weight};
}

std::optional<double> of(std::vector<Weighed> goals) { return computed_score(goals); }

Measure measure(MeasureKind kind, double amount, Period per = Period::none, int every = 1) {
    Measure out;
    out.kind = kind;
    out.amount = amount;
    out.per = per;
    out.every = every;
    return out;
}

Tally on(Date date, double amount = 1) { return {date, amount, {}}; }

constexpr Date march_1{2026, 3, 1}, march_14{2026, 3, 14}, march_31{2026, 3, 31};

int stated(const char* words) {
    const auto score = stated_score(text::Buffer(words));
    return score ? score->score : -1;
}

}  // namespace

TEST_CASE("verdicts come to one score") {
    using enum VerdictKind;
    CHECK(of({weighed(kept), weighed(not_kept)}) == 50);
    CHECK(of({weighed(kept), weighed(partly)}) == 75);
    CHECK(of({weighed(kept, 3), weighed(not_kept, 1)}) == 75);
    CHECK(of({weighed(partly, 1, {}, 80)}) == 80);              // a given score is worth itself
    CHECK(of({weighed(kept), weighed(cannot_judge)}) == 100);   // no place in the sum
    CHECK(of({weighed(kept), {std::nullopt, 5}}) == 100);       // nor a silent one
    CHECK(of({weighed(kept), weighed(changed)}) == 100);
    CHECK(of({weighed(kept), weighed(dropped)}) == 100);
    CHECK(of({weighed(kept), weighed(dropped, 1, false)}) == 100);
    CHECK(of({weighed(kept), weighed(dropped, 1, true)}) == 50);   // still right, and yet given up
    CHECK(of({weighed(cannot_judge), {std::nullopt, 1}}) == std::nullopt);
    CHECK(of({}) == std::nullopt);
    CHECK(of({weighed(kept, -3), weighed(not_kept, 0)}) == 50);   // weights from 1 on
    Goal goal;
    goal.verdict = Verdict{};
    CHECK(computed_score(std::vector<Goal>{goal, Goal{}}) == 100);
}

TEST_CASE("a score lies between 0 and 100, and a better verdict never lowers it") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Weighed> goals;
        for (std::size_t count = 1 + random() % 8; count > 0; --count) {
            Weighed goal = weighed(static_cast<VerdictKind>(random() % 6), static_cast<int>(random() % 8) - 1);
            if (random() % 3 == 0) goal.verdict->score = static_cast<int>(random() % 140) - 20;
            if (random() % 3 == 0) goal.verdict->still_right = random() % 2 == 0;
            if (random() % 6 == 0) goal.verdict.reset();
            goals.push_back(goal);
        }
        const auto before = computed_score(goals);
        if (before) CHECK((*before >= 0 && *before <= 100));
        Weighed& one = goals[random() % goals.size()];
        if (!before || !one.verdict || !worth(*one.verdict)) continue;
        one.verdict = Verdict{};   // kept
        CHECK(*computed_score(goals) >= *before);
    }
}

TEST_CASE("tallies propose a verdict") {
    using enum MeasureKind;
    const std::vector<Tally> five{on({2026, 3, 1}), on({2026, 3, 3}), on({2026, 3, 3}), on({2026, 3, 9}), on({2026, 3, 10})};
    CHECK(proposed_verdict(measure(at_least, 5), five) == ProposedVerdict{VerdictKind::kept, 100, 5});
    CHECK(proposed_verdict(measure(at_least, 10), five) == ProposedVerdict{VerdictKind::partly, 50, 5});
    CHECK(proposed_verdict(measure(at_least, 1), std::vector<Tally>{on(march_1, 0)})->kind == VerdictKind::not_kept);
    CHECK(proposed_verdict(measure(at_most, 10000), std::vector<Tally>{on(march_1, 5000), on(march_14, 5000)})->kind == VerdictKind::kept);
    CHECK(proposed_verdict(measure(at_most, 10000), std::vector<Tally>{on(march_1, 5000), on(march_14, 5001)})->kind == VerdictKind::not_kept);
    CHECK(proposed_verdict(measure(yes_no, 0), five)->kind == VerdictKind::kept);
    // days outside the period do not count
    CHECK(proposed_verdict(measure(at_least, 5), five, march_1, Date{2026, 3, 9})->amount == 4);
    CHECK_FALSE(proposed_verdict(measure(at_least, 5), five, Date{2026, 4, 1}, Date{2026, 4, 30}));
    // in every so long: two weeks, three times each, of which two and three were reached
    CHECK(proposed_verdict(measure(at_least, 3, Period::week), five, march_1, march_14) == ProposedVerdict{VerdictKind::partly, 83, 5});
    CHECK(proposed_verdict(measure(rate, 1, Period::week, 2), five, march_1, march_14)->kind == VerdictKind::kept);
    CHECK(proposed_verdict(measure(rate, 1, Period::day), five, march_1, march_14)->score == 28);   // 4 days of 14
    CHECK(proposed_verdict(measure(at_most, 2, Period::week), five, march_1, march_14)->score == 50);
    CHECK(proposed_verdict(measure(at_least, 5, Period::month), five, march_1, march_31)->kind == VerdictKind::kept);
    CHECK(proposed_verdict(measure(at_least, 5, Period::month), five, march_1, march_14)->kind == VerdictKind::kept);   // shorter than one month
    CHECK(proposed_verdict(measure(at_least, 1, Period::month), five, Date{2026, 1, 31}, march_31)->score == 50);       // from 28 February on
    // nothing to say
    CHECK_FALSE(proposed_verdict(measure(at_least, 5), {}));
    CHECK_FALSE(proposed_verdict(measure(qualitative, 0), five));
    CHECK_FALSE(proposed_verdict(measure(rule, 0), five));
    CHECK_FALSE(proposed_verdict(measure(rate, 1, Period::day), five));
    CHECK_FALSE(proposed_verdict(measure(rate, 1, Period::round), five, march_1, march_31));
    CHECK_FALSE(proposed_verdict(measure(at_least, 5), five, march_31, march_1));
}

TEST_CASE("more tallies never lower what a floor proposes, nor raise what a ceiling does") {
    using enum MeasureKind;
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const MeasureKind kinds[] = {at_least, at_most, rate, part, yes_no};
        const Measure one = measure(kinds[random() % 5], 1 + random() % 6, static_cast<Period>(random() % 6), 1 + static_cast<int>(random() % 3));
        std::vector<Tally> tallies;
        std::optional<ProposedVerdict> before;
        for (int count = 0; count < 12; ++count) {
            tallies.push_back(on({2026, 1 + static_cast<int>(random() % 4), 1 + static_cast<int>(random() % 28)}, static_cast<double>(random() % 4) / 2));
            const auto now = proposed_verdict(one, tallies, Date{2026, 1, 15}, Date{2026, 4, 10});
            if (!now) continue;
            CHECK((now->score >= 0 && now->score <= 100));
            CHECK((now->kind == VerdictKind::kept) == (now->score == 100));
            if (before) CHECK((one.kind == at_most ? now->score <= before->score : now->score >= before->score));
            before = now;
        }
    }
}

TEST_CASE("the score that a retrospective states is found") {
    CHECK(stated("돌아보니 다짐의 60% 정도는 지킨 것 같다.") == 60);
    CHECK(stated("전체적으로 스스로에게 80점을 주고 싶다.") == 80);
    CHECK(stated("# 총평\n점수로는 7/10 정도.") == 70);
    CHECK(stated("올해의 점수는 5점 만점에 4점!") == 80);
    CHECK(stated("Overall I kept 65% of my goals.") == 65);
    CHECK(stated("Overall score: 8 out of 10") == 80);
}

TEST_CASE("other numbers are no score of all") {
    CHECK(stated("") == -1);
    CHECK(stated("다짐을 돌아본다.") == -1);
    CHECK(stated("책을 70% 할인해서 샀다.") == -1);
    CHECK(stated("다짐을 100% 지키지는 못했다.") == -1);
    CHECK(stated("- 저축: 80% 달성\n- 수영: 20% 달성") == -1);
    CHECK(stated("강의 이해도가 50% 정도라서 다시 듣는 것이 목표다.") == -1);
    CHECK(stated("3/5에 다짐을 썼다.") == -1);
    CHECK(stated("> 다짐의 60% 정도는 지킨 것 같다.") == -1);
    CHECK(stated("다짐의 60%는 지켰을까?") == -1);
}

TEST_CASE("the sentence that scores the whole is the answer's place") {
    const text::Buffer text("# 회고\n\n좋았다. 다짐의 60% 정도는 지켰다. 고마웠다.\n");
    const auto score = stated_score(text);
    REQUIRE(score);
    CHECK(text.text(score->range) == "다짐의 60% 정도는 지켰다.");
}
