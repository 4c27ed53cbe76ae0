// Which passages of a retrospective are proposed as answers, what they are said to judge, and what stays silent.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "journal/proposals.h"
#include "journal/restraint.h"
#include "journal/shared_words.h"
#include "journal/sums_up.h"

using namespace dajim;
using namespace dajim::journal;

namespace {

using enum VerdictKind;

GoalWords goal(const char* words, std::optional<std::size_t> parent = {}, ProposalKind kind = ProposalKind::goal, std::optional<Measure> measure = {}) {
    return {words, parent, kind, measure};
}

struct Found {
    std::optional<std::size_t> goal;
    std::string answer;   // its first line; empty: silent
    std::optional<VerdictKind> verdict;
    Why::Reason reason;
    std::string quote;
    std::optional<bool> still_right;
};

std::vector<Found> found(const std::vector<GoalWords>& goals, const char* retrospective, std::size_t skip = 0) {
    const text::Buffer text(retrospective);
    std::vector<Found> out;
    for (const AnswerProposal& proposal : propose_answers(goals, text, skip)) {
        std::string words;
        if (proposal.answer) {
            REQUIRE(text.contains(*proposal.answer));
            words = text.text(*proposal.answer);
            REQUIRE_FALSE(words.empty());
            words = words.substr(0, words.find('\n'));
        }
        out.push_back({proposal.goal, words, proposal.verdict, proposal.why.reason, proposal.why.quote, proposal.still_right});
    }
    return out;
}

/// "0 words | verdict" a line; what nobody promised begins with '+'.
std::string told(const std::vector<GoalWords>& goals, const char* retrospective, std::size_t skip = 0) {
    static constexpr const char* names[] = {"kept", "partly", "not kept", "changed", "dropped", "cannot judge"};
    std::string out;
    for (const Found& one : found(goals, retrospective, skip)) {
        out += one.goal ? std::to_string(*one.goal) + " " : "+ ";
        out += one.answer.empty() ? "silent" : one.answer + " | " + (one.verdict ? names[static_cast<std::size_t>(*one.verdict)] : "?");
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("words are compared by what they mean") {
    const auto same = [](const char* left, const char* right) {
        const auto a = content_words(left), b = content_words(right);
        REQUIRE(a.size() == 1);
        REQUIRE(b.size() == 1);
        return a[0].key == b[0].key;
    };
    CHECK(same("산책을", "산책은"));
    CHECK(same("읽기", "읽었다"));
    CHECK(same("기록하기", "기록했습니다"));
    CHECK(same("배우기", "배웠다"));
    CHECK(same("쓰기", "썼다"));
    CHECK(same("마시기", "마셨다"));
    CHECK(same("가계부에서", "가계부"));
    CHECK(same("두 번", "2회"));
    CHECK(same("만원", "10,000원"));
    CHECK(same("TIL을", "til"));
    CHECK(same("ＴＩＬ", "TIL"));
    CHECK(same("\u1109\u1161\u11AB\u110E\u1162\u11A8", "산책"));   // NFD
    CHECK(same("books", "book"));
    CHECK_FALSE(same("산책", "산수"));
    CHECK_FALSE(same("2번", "3번"));
    CHECK(content_words("그리고 나는 이것을 더 잘").empty());
}

TEST_CASE("light words and English forms are known") {
    CHECK(content_words("매일")[0].light);
    CHECK(content_words("쓰기")[0].light);
    CHECK_FALSE(content_words("산책")[0].light);
    const auto key = [](const char* word) { return content_words(word).at(0).key; };
    CHECK(key("running") == key("run"));
    CHECK(key("baking") == key("bake"));
    CHECK(key("studied") == key("study"));
    CHECK(key("meditation") == key("meditate"));
    CHECK(key("독서모임") == content_words("독서")[0].key + content_words("모임")[0].key);
    CHECK(content_words("12 essays").at(0).number);
    CHECK(content_words("다시 한번").empty());
}

TEST_CASE("what was not done keeps a promise not to do it") {
    const auto of = [](const char* goal, const char* said) { return as_of(restraint_of(goal), said, read_judgement(said)).kind; };
    CHECK(of("밤 열 시 뒤에 먹지 않기", "밤에는 먹지 않았다") == kept);
    CHECK(of("밤 열 시 뒤에 먹지 않기", "밤에 자꾸 먹었다") == not_kept);
    CHECK(of("담배 끊기", "담배는 못 끊었다") == not_kept);
    CHECK(of("담배 끊기", "담배는 3월에 끊었다") == kept);
    CHECK(of("커피 줄이기", "커피는 오히려 늘었다") == not_kept);
    CHECK(of("커피 줄이기", "커피는 하루 한 잔으로 줄였다") == kept);
    CHECK(of("stop smoking", "I never managed to stop") == not_kept);
    CHECK(of("수업 빠지지 않기", "수업을 두 번 빠졌다") == partly);
    CHECK(of("산책하기", "산책하지 않았다") == not_kept);
}

TEST_CASE("a verdict on everything is told from one on a goal") {
    for (const char* const all : {"다짐의 70%를 지켰다", "전체적으로 만족스럽다", "올해 목표는 절반쯤 이뤘다", "Overall I kept most of my goals", "다섯 가지 중 세 가지를 이뤘다"}) {
        CAPTURE(all);
        CHECK(sums_up(all));
    }
    for (const char* const one : {"글쓰기 다짐은 80% 지켰다", "문제 100개 중 80개를 풀었다", "수영을 모두 마쳤다", "I kept the garden alive"}) {
        CAPTURE(one);
        CHECK_FALSE(sums_up(one));
    }
}

TEST_CASE("goals are answered by the items that judge them") {
    const std::vector<GoalWords> goals{goal("아침마다 한강에서 달리기"), goal("가계부 쓰기"), goal("기타로 세 곡 연주하기"), goal("할머니께 편지 보내기")};
    CHECK(told(goals, "# 돌아보기\n\n"
                      "- 한강 달리기: 실패\n"
                      "- 가계부는 하루도 빠짐없이 썼다\n"
                      "- 기타는 두 곡까지 연주했는데 세 곡은 못 했다\n") ==
          "0 한강 달리기: 실패 | not kept\n"
          "1 가계부는 하루도 빠짐없이 썼다 | kept\n"
          "2 기타는 두 곡까지 연주했는데 세 곡은 못 했다 | not kept\n"
          "3 silent\n");
}

TEST_CASE("a heading that names a goal is its answer, with what stands under it") {
    const std::vector<GoalWords> goals{goal("매일 아침 스트레칭"), goal("수영 배우기")};
    CHECK(told(goals, "## 매일 아침 스트레칭\n\n3월까지는 좋았다. 그 뒤로는 지키지 못했다.\n\n## 수영 배우기 → 성공\n\n물이 무섭지 않다.\n") ==
          "0 매일 아침 스트레칭 | not kept\n"
          "1 수영 배우기 → 성공 | kept\n");
}

TEST_CASE("a paragraph answers several goals by its sentences") {
    const std::vector<GoalWords> goals{goal("도자기 수업 듣기"), goal("베란다 텃밭 가꾸기"), goal("중국어 자격증 따기")};
    CHECK(told(goals, "도자기 수업은 끝까지 들었다. 베란다 텃밭은 여름에 포기했다. 중국어 자격증은 아직 따지 못했다.\n") ==
          "0 도자기 수업은 끝까지 들었다. | kept\n"
          "1 베란다 텃밭은 여름에 포기했다. | dropped\n"
          "2 중국어 자격증은 아직 따지 못했다. | not kept\n");
}

TEST_CASE("under a quoted goal stands its answer") {
    const std::vector<GoalWords> goals{goal("하루에 물 여덟 잔 마시기"), goal("방 정리하기")};
    const auto all = found(goals, "> 하루에 물 여덟 잔 마시기\n\n겨울에는 절반쯤 지켰다.\n\n> 방 정리하기\n");
    REQUIRE(all.size() == 2);
    CHECK(all[0].answer == "겨울에는 절반쯤 지켰다.");
    CHECK(all[0].verdict == partly);
    CHECK(all[0].reason == Why::Reason::quoted);
    CHECK(all[0].quote == "하루에 물 여덟 잔 마시기");
    CHECK(all[1].answer.empty());   // quoted, and nothing said
    CHECK(all[1].reason == Why::Reason::nothing);
}

TEST_CASE("boxes, strikes, tables and marks judge") {
    const std::vector<GoalWords> goals{goal("치과 검진 받기"), goal("자전거 수리하기"), goal("사진첩 만들기"), goal("플루트 배우기")};
    CHECK(told(goals, "- [x] 치과 검진 받기\n- [ ] 자전거 수리하기\n- ~~사진첩 만들기~~\n- 플루트 배우기 ❌\n") ==
          "0 치과 검진 받기 | kept\n"
          "1 silent\n"
          "2 사진첩 만들기 | dropped\n"
          "3 플루트 배우기 ❌ | not kept\n");
    CHECK(told(goals, "| 다짐 | 결과 |\n|---|---|\n| 치과 검진 받기 | O |\n| 자전거 수리하기 | X |\n| 사진첩 만들기 | △ |\n") ==
          "0 | 치과 검진 받기 | O | | kept\n"
          "1 | 자전거 수리하기 | X | | not kept\n"
          "2 | 사진첩 만들기 | △ | | partly\n"
          "3 silent\n");
}

TEST_CASE("what stands under kept and not kept is so") {
    const std::vector<GoalWords> goals{goal("치과 검진 받기"), goal("자전거 수리하기")};
    CHECK(told(goals, "## 지킨 것\n\n- 자전거 수리\n\n## 지키지 못한 것\n\n- 치과 검진\n") ==
          "0 치과 검진 | not kept\n"
          "1 자전거 수리 | kept\n");
    CHECK(told(goals, "### Keep\n- 자전거 수리\n### Problem\n- 치과 검진\n### Try\n- 플루트 배우기\n") ==
          "0 치과 검진 | not kept\n"
          "1 자전거 수리 | kept\n");
}

TEST_CASE("what is planned next answers nothing") {
    const std::vector<GoalWords> goals{goal("동네 도서관에서 봉사하기")};
    CHECK(told(goals, "## Try\n\n- 동네 도서관 봉사를 꼭 한다\n\n## 마치며\n\n동네 도서관 봉사를 하고 싶다.\n") == "0 silent\n");
}

TEST_CASE("a goal that is only repeated stays silent, the passage that judges it answers") {
    const std::vector<GoalWords> goals{goal("현미밥 먹기"), goal("엘리베이터 타지 않기")};
    CHECK(told(goals, "봄에 이런 다짐을 했다.\n\n1. 현미밥 먹기\n2. 엘리베이터 타지 않기\n\n현미밥은 꾸준히 먹었고 지켰다.\n") ==
          "0 현미밥은 꾸준히 먹었고 지켰다. | kept\n"
          "1 silent\n");
}

TEST_CASE("a passage answers one goal, unless it plainly speaks of both") {
    CHECK(told({goal("영어 원서 읽기"), goal("영어 일기 쓰기")}, "- 영어 원서는 다 읽었다. 성공!\n") ==
          "0 영어 원서는 다 읽었다. 성공! | kept\n"
          "1 silent\n");
    CHECK(told({goal("요가 수업"), goal("첼로 연습")}, "요가 수업과 첼로 연습은 모두 지켰다.\n") ==
          "0 요가 수업과 첼로 연습은 모두 지켰다. | kept\n"
          "1 요가 수업과 첼로 연습은 모두 지켰다. | kept\n");
}

TEST_CASE("numbers judge where no word does") {
    Measure five;
    five.kind = MeasureKind::at_least;
    five.amount = 5;
    five.unit = "번";
    const std::vector<GoalWords> goals{goal("최소 5번 등산하기", {}, ProposalKind::goal, five)};
    CHECK(told(goals, "- 등산은 3번 다녀왔다\n") == "0 등산은 3번 다녀왔다 | partly\n");
    CHECK(told(goals, "- 등산은 여섯 번 다녀왔다\n") == "0 등산은 여섯 번 다녀왔다 | kept\n");
}

TEST_CASE("an area is answered where it is judged, its goals where they are") {
    const std::vector<GoalWords> goals{goal("건강 챙기기", {}, ProposalKind::area), goal("계단으로 다니기", 0), goal("야식 끊기", 0)};
    CHECK(told(goals, "## 건강 챙기기 (절반의 성공)\n\n- 계단으로 다녔다\n- 야식은 끊지 못했다\n") ==
          "0 건강 챙기기 (절반의 성공) | partly\n"
          "1 계단으로 다녔다 | kept\n"
          "2 야식은 끊지 못했다 | not kept\n");
}

TEST_CASE("planned topics are answered by the posts that were written") {
    const std::vector<GoalWords> goals{goal("Redis 캐시 설계 정리", {}, ProposalKind::topic), goal("Rust 소유권 입문", {}, ProposalKind::topic)};
    CHECK(told(goals, "## 쓴 글\n\n- [Redis 캐시를 설계하며](https://example.org/1)\n- [여름 휴가](https://example.org/2)\n") ==
          "0 [Redis 캐시를 설계하며](https://example.org/1) | kept\n"
          "1 silent\n");
}

TEST_CASE("a heading that names Keep, Problem and Try stands over all of them") {
    const std::vector<GoalWords> goals{goal("자전거 수리하기"), goal("플루트 배우기")};
    CHECK(told(goals, "## KPT (Keep, Problem, Try)\n\n### Keep\n\n- 자전거 수리\n\n### Try\n\n- 플루트 배우기\n") ==
          "0 자전거 수리 | kept\n"
          "1 silent\n");
}

TEST_CASE("one of the things that a topic lists is enough, in a post's title or its address") {
    const std::vector<GoalWords> goals{goal("빌드 도구: Bazel, Meson", {}, ProposalKind::topic), goal("Zig 입문", {}, ProposalKind::topic)};
    CHECK(told(goals, "## 쓴 글\n\n- [하루 만에 빌드 옮기기](https://example.org/2024/moving-to-meson.html)\n") ==
          "0 [하루 만에 빌드 옮기기](https://example.org/2024/moving-to-meson.html) | kept\n"
          "1 silent\n");
}

TEST_CASE("what was judged and never promised is told once") {
    CHECK(told({goal("수영 배우기")}, "### 수영 배우기 → 실패\n\n### 매달 저금하기 → 성공\n\n저금은 매달 성공했다.\n\n- 저금: 100% 달성\n") ==
          "0 수영 배우기 → 실패 | not kept\n"
          "+ 매달 저금하기 → 성공 | kept\n");
    // but not what is only told, nor verdicts on everything, nor months
    CHECK(told({}, "올해는 이사를 했다. 다짐의 70%를 지켰다. 올해 목표는 달성하지 못했다.\n\n## ✅ 3월\n\n- 벚꽃을 봤다\n") == "");
}

TEST_CASE("whether a goal was still right comes with its answer") {
    const auto all = found({goal("유튜브 채널 운영하기")}, "유튜브 채널 운영은 4월에 포기했다. 애초에 무리한 목표였다.\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].verdict == dropped);
    CHECK(all[0].still_right == false);
}

TEST_CASE("lists of one length are matched by their places") {
    const std::vector<GoalWords> goals{goal("새벽 기상"), goal("독일어 단어 암기"), goal("부모님 댁 방문"), goal("옷장 비우기")};
    const auto all = found(goals, "1. 새벽 기상은 지켰다\n2. 독일어 단어 암기 실패\n3. 어머니를 자주 뵈었다 (성공)\n4. 옷장은 비웠다: 완료\n");
    REQUIRE(all.size() == 4);
    CHECK(all[2].answer == "어머니를 자주 뵈었다 (성공)");
    CHECK(all[2].reason == Why::Reason::order);
    CHECK(all[2].verdict == kept);
}

TEST_CASE("every proposal says why") {
    const auto all = found({goal("한옥 마을 여행"), goal("피아노")}, "한옥 마을 여행은 실패했다.\n\n- 캠핑하기: 성공\n");
    REQUIRE(all.size() == 3);
    CHECK(all[0].reason == Why::Reason::shared_words);
    CHECK(all[0].quote == "한옥, 마을, 여행은");
    CHECK(all[1].reason == Why::Reason::nothing);
    CHECK(all[2].reason == Why::Reason::verdict_words);
    CHECK(all[2].quote == "성공");
    CHECK_FALSE(all[2].goal);
}

TEST_CASE("front matter, code and empty texts answer nothing") {
    const std::vector<GoalWords> goals{goal("수영 배우기")};
    CHECK(told(goals, "") == "0 silent\n");
    CHECK(told({}, "") == "");
    CHECK(told(goals, "---\ntitle: 수영 배우기 성공\n---\n", 3) == "0 silent\n");
    CHECK(told(goals, "```\n수영 배우기: 성공\n| 수영 배우기 | O |\n```\n") == "0 silent\n");
    CHECK(told({goal("")}, "수영 배우기: 성공\n") == "0 silent\n+ 수영 배우기: 성공 | kept\n");
}

TEST_CASE("English is matched as well") {
    const std::vector<GoalWords> goals{goal("Read 12 books"), goal("Learn to juggle"), goal("Call grandma every week")};
    CHECK(told(goals, "- Reading books: 8 of 12\n- Juggling: gave up in March\n- I called grandma and never missed a week\n") ==
          "0 Reading books: 8 of 12 | partly\n"
          "1 Juggling: gave up in March | dropped\n"
          "2 I called grandma and never missed a week | kept\n");
}

TEST_CASE("large and wicked texts come to an end, with a word for every goal") {
    std::vector<GoalWords> goals;
    for (int at = 0; at < 400; ++at) goals.push_back(goal("수영 배우고 책 읽기", at > 0 ? std::optional<std::size_t>(at - 1) : std::nullopt));
    std::string same, nested, one_line, opened, quotes;
    while (same.size() < 60'000) same += "- 수영을 배우고 책을 읽기: 실패\n";
    for (std::size_t depth = 0; nested.size() < 200'000; ++depth) nested += std::string(depth, ' ') + "- 수영: 성공\n";
    while (one_line.size() < 60'000) one_line += "수영 책 ";
    while (opened.size() < 60'000) opened += "[~~'“(";
    while (quotes.size() < 60'000) quotes += "> 수영 배우고 책 읽기\n";
    for (const std::string& text : {same, nested, one_line, opened, quotes}) {
        const auto all = propose_answers(goals, text::Buffer(text));
        CHECK(all.size() >= goals.size());
    }
}
