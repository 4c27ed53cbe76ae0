// The thread of goals through the pairs: what is open, what asks for more, how sure one was, and what a retrospective says of the time to come.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "journal/calibration.h"
#include "journal/lineage.h"
#include "journal/propose_next.h"

using namespace dajim;
using journal::Carried;
using journal::Forecast;
using journal::Onwards;
using journal::VerdictKind;

namespace {

/// A proposal a line: "k words" for keep, p problem, n next, s stop.
std::string seen(std::string_view post, std::size_t skip = 0) {
    const text::Buffer buffer(post);
    std::string out;
    for (const journal::NextProposal& one : journal::propose_next(buffer, skip)) {
        REQUIRE(buffer.contains(one.words));
        CHECK_FALSE(one.words.empty());
        CHECK_FALSE(one.heading.empty());
        out += "kpns"[static_cast<std::size_t>(one.section)];
        out += " " + buffer.text(one.words) + "\n";
    }
    return out;
}

journal::Goal judged(int confidence, VerdictKind kind) {
    journal::Goal goal;
    goal.confidence = confidence;
    goal.verdict.emplace().kind = kind;
    return goal;
}

}  // namespace

// ------------------------------------------------------------------------------------------------------------ propose_next

TEST_CASE("Keep, Problem and Try give their items, each with its section") {
    CHECK(seen("# 회고\n\n## Keep\n\n- 초고를 금요일에 쓴다\n\n## Problem\n\n- 마감에 몰린다\n\n## Try\n\n- 목차부터 쓴다\n- [ ] 일찍 잔다\n") ==
          "k 초고를 금요일에 쓴다\np 마감에 몰린다\nn 목차부터 쓴다\nn 일찍 잔다\n");
}

TEST_CASE("Start, Stop, Continue in English") {
    CHECK(seen("## Start\n* outline first\n\n## Stop\n* writing at midnight\n\n## Continue\n* coffee chats\n") ==
          "n outline first\ns writing at midnight\nk coffee chats\n");
}

TEST_CASE("Korean headings that look ahead") {
    for (const char* heading : {"다음에는", "앞으로의 계획", "나의 다음은?", "내년에는 이렇게", "시도해 볼 것", "향후 방향", "다음 기수에 하고 싶은 것"}) {
        CAPTURE(std::string(heading));
        CHECK(seen("## " + std::string(heading) + "\n\n- 목차부터 쓴다\n") == "n 목차부터 쓴다\n");
    }
}

TEST_CASE("English headings that look ahead") {
    for (const char* heading : {"Next time", "What comes next?", "Try", "3. Next", "Longed for", "Going forward", "Action items", "TODO", "🚩 Start:"}) {
        CAPTURE(std::string(heading));
        CHECK(seen("## " + std::string(heading) + "\n\n- outline first\n") == "n outline first\n");
    }
}

TEST_CASE("regrets, by both languages' words") {
    for (const char* heading : {"아쉬운 점", "부족했던 것", "반성할 점", "Regretted", "Lacked", "What went wrong", "Problems"}) {
        CAPTURE(std::string(heading));
        CHECK(seen("## " + std::string(heading) + "\n- 늦게 냈다\n") == "p 늦게 냈다\n");
    }
}

TEST_CASE("headings that only look like them propose nothing") {
    for (const char* heading : {"Next.js로 옮기기", "Startup에서 일하기", "Keeping a log", "Problem Solving", "좋았던 점과 아쉬운 점", "결과는 다음과 같다", "Trying times", "한 해를 돌아보며"}) {
        CAPTURE(std::string(heading));
        CHECK(seen("## " + std::string(heading) + "\n\n- 낱말\n") == "");
    }
}

TEST_CASE("without a list the sentences are proposed, one by one") {
    CHECK(seen("## 다음에는\n\n초고는 금요일에 쓴다. 비유는 억지로 넣지 않는다.\n") == "n 초고는 금요일에 쓴다.\nn 비유는 억지로 넣지 않는다.\n");
    CHECK(seen("## Next time\n\nDrafts on Friday. No metaphors by force.\n") == "n Drafts on Friday.\nn No metaphors by force.\n");
}

TEST_CASE("a sentence that leads into a list is not one of its items") {
    CHECK(seen("## Try\n\n다음 기수에는 이런 것을 해 보고 싶다.\n\n- 목차부터 쓴다\n") == "n 목차부터 쓴다\n");
}

TEST_CASE("an item's own items tell of it; an item that reads as a heading stands over its own") {
    CHECK(seen("## Try\n\n- 목차부터 쓴다\n  - 금요일 저녁에\n- 일찍 잔다\n") == "n 목차부터 쓴다\nn 일찍 잔다\n");
    CHECK(seen("# KPT\n\n- Keep\n  - 커피챗\n- Problem\n  - 마감에 몰린다\n- Try\n  - 목차부터 쓴다\n") == "k 커피챗\np 마감에 몰린다\nn 목차부터 쓴다\n");
}

TEST_CASE("a section ends with the next heading of its rank, and goes on through those below") {
    CHECK(seen("## Try\n\n- 하나\n\n### 글쓰기\n\n- 둘\n\n## 고마운 사람들\n\n- 셋\n") == "n 하나\nn 둘\n");
}

TEST_CASE("a title over all of it says nothing of what stands below") {
    CHECK(seen("# 다음을 준비하는 회고\n\n## 한 일\n\n- 글을 썼다\n\n## Try\n\n- 목차부터 쓴다\n") == "n 목차부터 쓴다\n");
    CHECK(seen("---\ntitle: 앞으로\n---\n\n## 한 일\n\n- 글을 썼다\n", 3) == "");
}

TEST_CASE("quotes, empty items and “none” are left out") {
    CHECK(seen("## Problem\n\n> 지난 다짐의 말\n\n- \n- 없음\n- -\n- 마감에 몰린다\n") == "p 마감에 몰린다\n");
    CHECK(seen("## Stop\n\n- None\n- n/a\n") == "");
}

TEST_CASE("what is to be tried is hinted as more, what is to stop as less") {
    const text::Buffer text("## Keep\n- 하나\n## Try\n- 둘\n## Stop\n- 셋\n");
    const auto all = journal::propose_next(text);
    REQUIRE(all.size() == 3);
    CHECK(all[0].carried == Carried::same);
    CHECK(all[1].carried == Carried::raised);
    CHECK(all[2].carried == Carried::lowered);
    CHECK(all[1].heading == "Try");
}

TEST_CASE("a retrospective of many sections is read in one pass") {
    std::string post;
    for (int at = 0; at < 2000; ++at) post += "## Try " + std::to_string(at) + "\n\n- 하나\n  - 둘\n\n";
    CHECK(journal::propose_next(text::Buffer(post)).size() == 2000);
}

// ------------------------------------------------------------------------------------------------------------- calibration

TEST_CASE("fewer than five forecasts tell nothing") {
    std::vector<Forecast> all(4, {80, 1});
    CHECK_FALSE(journal::calibration(all));
    CHECK_FALSE(journal::calibration({}));
    all.push_back({80, 0});
    CHECK(journal::calibration(all));
}

TEST_CASE("means, bins and the Brier score of forecasts") {
    const Forecast all[] = {{80, 1}, {80, 0.5}, {85, 0}, {82, 0}, {30, 0}};
    const auto known = journal::calibration(all);
    REQUIRE(known);
    CHECK(known->goals == 5);
    CHECK(known->said == 71);   // 357 / 5
    CHECK(known->came == 30);
    REQUIRE(known->bins.size() == 2);
    CHECK(known->bins[0] == journal::Calibration::Bin{30, 0, 1});
    CHECK(known->bins[1] == journal::Calibration::Bin{82, 38, 4});   // 327 / 4, 1.5 / 4
    CHECK(known->usual() == known->bins[1]);
    // (0.04 + 0.09 + 0.7225 + 0.6724 + 0.09) / 5
    CHECK(known->brier == doctest::Approx(0.32298));
}

TEST_CASE("who is always right has a Brier score of 0, who is always wrong of 1, and who always says half of a quarter") {
    CHECK(journal::calibration(std::vector<Forecast>{{100, 1}, {100, 1}, {0, 0}, {0, 0}, {100, 1}})->brier == 0);
    CHECK(journal::calibration(std::vector<Forecast>{{100, 0}, {0, 1}, {100, 0}, {0, 1}, {100, 0}})->brier == 1);
    CHECK(journal::calibration(std::vector<Forecast>{{50, 0}, {50, 1}, {50, 0}, {50, 1}, {50, 0}})->brier == 0.25);
}

TEST_CASE("certainty is in the bin of ninety, and of equal bins the surer one is usual") {
    const auto known = journal::calibration(std::vector<Forecast>{{100, 1}, {95, 1}, {90, 0}, {10, 0}, {12, 0}, {19, 1}});
    REQUIRE(known->bins.size() == 2);
    CHECK(known->bins[1].goals == 3);
    CHECK(known->usual().said == 95);
}

TEST_CASE("only goals with a confidence and a verdict that comes true or not are forecasts") {
    std::vector<journal::Goal> goals{judged(80, VerdictKind::kept),    judged(60, VerdictKind::partly),  judged(40, VerdictKind::not_kept),
                                     judged(40, VerdictKind::changed), judged(40, VerdictKind::dropped), judged(40, VerdictKind::cannot_judge)};
    goals.emplace_back().confidence = 70;                               // silent
    goals.emplace_back().verdict.emplace();                             // no confidence
    goals.emplace_back(judged(50, VerdictKind::kept)).remembered = true;
    const auto all = journal::forecasts(goals);
    REQUIRE(all.size() == 3);
    CHECK(all[0].came == 1);
    CHECK(all[1].came == 0.5);
    CHECK(all[2].came == 0);
    CHECK(all[2].confidence == 40);
}

// ----------------------------------------------------------------------------------------------------------------- lineage

TEST_CASE("what is open: silent, partly, not kept, not to be judged") {
    CHECK(journal::is_open(journal::Goal{}));
    for (const VerdictKind kind : {VerdictKind::partly, VerdictKind::not_kept, VerdictKind::cannot_judge}) CHECK(journal::is_open(judged(50, kind)));
    for (const VerdictKind kind : {VerdictKind::kept, VerdictKind::changed, VerdictKind::dropped}) CHECK_FALSE(journal::is_open(judged(50, kind)));
}

TEST_CASE("a measure is raised, lowered or the same as the earlier one, where they compare") {
    struct Row { const char *earlier, *later; std::optional<Carried> by; };
    const Row rows[] = {
        {"최소 5번", "최소 8번", Carried::raised},        {"최소 5번", "최소 3번", Carried::lowered},
        {"최소 5번", "최소 5번", Carried::same},          {"벌금 이만원 이하", "벌금 만원 이하", Carried::raised},
        {"2주에 한 번", "일주일에 한 번", Carried::raised}, {"at least 10 posts", "at least 12 posts", Carried::raised},
        {"최소 5번", "최소 5권", std::nullopt},           {"최소 5번", "꾸준히", std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.earlier));
        CAPTURE(std::string(row.later));
        const auto earlier = journal::read_measure(row.earlier), later = journal::read_measure(row.later);
        REQUIRE(earlier);
        REQUIRE(later);
        CHECK(journal::carried_by(*earlier, *later) == row.by);
    }
}
