// What a retrospective says in numbers, against ticks, promises and verdicts: what is told, and what must stay silent.
#include <doctest/doctest.h>

#include <string>

#include "journal/fact_check.h"

using namespace dajim;
using journal::Contradiction;
using journal::VerdictKind;
using With = journal::Contradiction::With;

namespace {

/// One goal whose answer is the whole retrospective; `ticks` of one each.
journal::Pair pair_of(std::string_view promise, std::string_view answer, int ticks = 0, std::optional<VerdictKind> verdict = {}) {
    journal::Pair pair;
    pair.id = "p";
    pair.document(journal::End::resolution).text = text::Buffer(promise);
    pair.document(journal::End::retrospective).text = text::Buffer(answer);
    journal::Goal goal;
    goal.id = goal.words.id = "g";
    goal.words.exact = promise;
    goal.words.range = text::Range{{0, 0}, pair.documents[0].text.end()};
    goal.measure = journal::read_measure(promise);
    goal.answers.push_back({"a", text::Range{{0, 0}, pair.documents[1].text.end()}, std::string(answer)});
    for (int at = 0; at < ticks; ++at) goal.tallies.push_back({{2026, 3, 1 + at}, 1, {}, {}});
    if (verdict) goal.verdict.emplace().kind = *verdict;
    pair.goals.push_back(goal);
    return pair;
}

struct Case {
    const char* promise;
    const char* answer;
    int ticks;
    std::optional<VerdictKind> verdict;
    std::optional<With> with;   // none: silent
    double said = 0;
};

}  // namespace

TEST_CASE("numbers that cannot both be right are told, and all others are not") {
    constexpr auto kept = VerdictKind::kept, not_kept = VerdictKind::not_kept, partly = VerdictKind::partly;
    const Case cases[] = {
        // against the promise
        {"매일 알고리즘 2개 풀기", "매일 3개 하기로 했는데 잘 안 됐다.", 0, {}, With::promise, 3},
        {"한 달에 노래 한 곡 만들기", "하루에 한 곡 만들기로 했는데 못 했다.", 0, {}, With::promise, 1},
        {"글을 10편 쓴다", "목표는 12편이었다.", 0, {}, With::promise, 12},
        {"글을 10편 쓴다", "처음에 8편을 쓰기로 했었다.", 0, {}, With::promise, 8},
        {"publish 10 posts", "I promised 12 posts but life happened.", 0, {}, With::promise, 12},
        {"매일 알고리즘 2개 풀기", "매일 2개 하기로 했는데 잘 안 됐다.", 0, {}, {}},
        {"매일 알고리즘 1개 풀기", "일주일에 7개 풀기로 했는데 바빴다.", 0, {}, {}},               // the same in other words
        {"2주에 글 1편 쓰기", "12편을 쓰기로 했는데 바빴다.", 0, {}, {}},                          // what it comes to
        {"글을 10편 쓴다", "바빠서 8편으로 줄이기로 했다.", 0, {}, {}},                            // a new decision
        {"글을 10편 쓴다", "지난 기수에는 8편을 쓰기로 했는데 못 지켰다.", 0, {}, {}},              // of another time
        {"글을 10편 쓴다", "다음에는 12편을 쓰기로 했다.", 0, {}, {}},
        {"글을 10편 쓴다", "> 글을 12편 쓰기로 했는데", 0, {}, {}},                                // a quote is another matter
        {"글을 10편 쓴다", "커피챗 3번 하기로 했는데 못 했다.", 0, {}, {}},                         // of something else
        // against the ticks
        {"커피챗 최소 5번 하기", "커피챗은 총 7번 했다.", 5, {}, With::tallies, 7},
        {"커피챗 최소 5번 하기", "커피챗은 일곱 번 했다.", 5, {}, With::tallies, 7},
        {"커피챗 최소 5번 하기", "커피챗은 5회 했다.", 5, {}, {}},
        {"글을 10편 쓴다", "모두 12편을 썼다.", 11, {}, With::tallies, 12},
        {"at least 5 coffee chats", "I had 7 coffee chats in total.", 5, {}, With::tallies, 7},
        {"커피챗 최소 5번 하기", "커피챗은 7번 정도 했다.", 5, {}, {}},                            // about so many
        {"커피챗 최소 5번 하기", "3월에는 2번 했다.", 5, {}, {}},                                  // a part
        {"커피챗 최소 5번 하기", "상반기에 2번 했고 하반기에 4번 했다.", 5, {}, {}},
        {"커피챗 최소 5번 하기", "2번은 놓쳤다.", 5, {}, {}},                                      // what was missed
        {"커피챗 최소 5번 하기", "7번은 하고 싶었다.", 5, {}, {}},                                  // a wish
        {"커피챗 최소 5번 하기", "3번째 커피챗이 제일 좋았다.", 5, {}, {}},                         // which, not how many
        {"커피챗 최소 5번 하기", "한 번 해 보니 재미있었다.", 5, {}, {}},
        {"커피챗 최소 5번 하기", "글은 7편 썼다.", 5, {}, {}},                                     // of another unit
        {"커피챗 최소 5번 하기", "7~8번 했다.", 5, {}, {}},
        {"커피챗 최소 5번 하기", "커피챗은 7번 했다.", 0, {}, {}},                                 // nobody kept count
        // against the verdict
        {"최소 5번 발표하기", "발표는 3번 했다.", 0, kept, With::verdict, 3},
        {"최소 5번 발표하기", "발표를 세 번밖에 못 했다.", 0, kept, With::verdict, 3},
        {"글을 10편 쓴다", "10편 중 7편을 썼다.", 0, kept, With::verdict, 7},
        {"글을 10편 쓴다", "12편을 썼다.", 0, not_kept, With::verdict, 12},
        {"벌금은 3번 이하로 내기", "벌금을 5번 냈다.", 0, kept, With::verdict, 5},
        {"publish at least 5 posts", "I wrote 3 posts.", 0, kept, With::verdict, 3},
        {"publish at least 5 posts", "I wrote 3 of 5 posts.", 0, kept, With::verdict, 3},
        {"최소 5번 발표하기", "발표는 5번 했다.", 0, kept, {}},
        {"최소 5번 발표하기", "발표는 6번 했다.", 0, kept, {}},
        {"최소 5번 발표하기", "발표는 3번 했다.", 0, not_kept, {}},
        {"최소 5번 발표하기", "발표는 3번 했다.", 0, partly, {}},
        {"최소 5번 발표하기", "발표는 3번 했다.", 0, {}, {}},
        {"일주일에 3번 달리기", "달리기는 40번 했다.", 0, not_kept, {}},                            // how long was it?
        {"최소 5번 발표하기", "5번 하기로 했는데 3번 했다.", 0, not_kept, {}},
        {"최소 5번 발표하기", "3번만 더 했으면 좋았을 텐데.", 0, kept, {}},
        {"publish at least 5 posts", "I missed 3 posts.", 0, kept, {}},
        {"publish at least 5 posts", "I wrote about 3 posts.", 0, kept, {}},
        {"publish at least 5 posts", "Next time I will write 3 posts.", 0, kept, {}},
        {"꾸준히 운동하기", "운동을 3번 했다.", 0, kept, {}},                                      // not counted
    };
    for (const Case& one : cases) {
        CAPTURE(std::string(one.promise));
        CAPTURE(std::string(one.answer));
        const std::vector<Contradiction> found = journal::contradictions(pair_of(one.promise, one.answer, one.ticks, one.verdict));
        if (!one.with) {
            CHECK(found.empty());
            continue;
        }
        REQUIRE(found.size() == 1);
        CHECK(found[0].with == *one.with);
        CHECK(found[0].said.amount == one.said);
    }
}

TEST_CASE("under a quote that answers, the prose is its answer; what was amended was promised too") {
    journal::Pair pair = pair_of("최소 5번 발표하기", "> 최소 5번 발표하기\n\n3번 했다.\n\n9번 했다.", 0, VerdictKind::kept);
    pair.goals[0].answers[0].range = text::Range{{0, 0}, {0, pair.documents[1].text.paragraph(0).size()}};
    REQUIRE(journal::contradictions(pair).size() == 1);
    CHECK(journal::contradictions(pair)[0].range == text::Range{{2, 0}, {2, 12}});
    pair.goals[0].sealed = pair.goals[0].words.exact;
    pair.goals[0].amendments.push_back({{2026, 4, 1}, "최소 3번 발표하기", {}});
    CHECK(journal::contradictions(pair).empty());
}

TEST_CASE("ticks of other days than the period's may be told of or not") {
    journal::Pair pair = pair_of("커피챗 최소 5번 하기", "커피챗은 6번 했다.", 6);
    pair.start = journal::Date{2026, 3, 2};
    pair.end = journal::Date{2026, 6, 30};
    CHECK(journal::contradictions(pair).empty());
    pair.documents[1].text = text::Buffer("커피챗은 5번 했다.");
    pair.goals[0].answers[0].range->end = pair.documents[1].text.end();
    CHECK(journal::contradictions(pair).empty());
    pair.documents[1].text = text::Buffer("커피챗은 4번 했다.");
    CHECK(journal::contradictions(pair).size() == 1);
}
