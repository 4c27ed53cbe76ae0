// What a sentence of a retrospective says became of a promise, wording by wording.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "journal/verdict_words.h"

using namespace dajim::journal;

namespace {

using enum VerdictKind;
constexpr std::nullopt_t silent = std::nullopt;

struct Row {
    const char* text;
    std::optional<VerdictKind> kind;
};

void check(const Row& row) {
    CAPTURE(std::string(row.text));
    const Judgement judgement = read_judgement(row.text);
    const int found = judgement.kind ? static_cast<int>(*judgement.kind) : -1, expected = row.kind ? static_cast<int>(*row.kind) : -1;
    CHECK(found == expected);
    if (judgement.kind) CHECK_FALSE(judgement.quote.empty());
    CHECK(std::string(row.text).find(judgement.quote) != std::string::npos);
}

}  // namespace

TEST_CASE("a sentence that judges is read") {
    const Row rows[] = {
        // kept
        {"아침 산책은 지켰다", kept}, {"산책 약속을 잘 지켰습니다.", kept}, {"저축 목표를 달성했다", kept}, {"결국 해냈다!", kept}, {"가계부 쓰기 → 성공", kept},
        {"번역 초고 완료", kept}, {"완독!", kept}, {"[x] 치과 가기", kept}, {"[X] 치과 가기", kept}, {"치과 가기 ✅", kept}, {"✔ 치과 가기", kept}, {"치과 가기: O", kept},
        {"| 치과 가기 | O |", kept}, {"저축 100%", kept}, {"산책을 한 번도 빠지지 않았다", kept}, {"빠지지 않고 했다", kept}, {"실패하지 않았다", kept},
        {"포기하지 않고 끝냈다", kept}, {"한 번도 안 빠졌다", kept}, {"하루도 빠짐없이 걸었다", kept}, {"늦은 적이 있지만 빠진 적은 없다", kept}, {"포기하고 싶었지만 해냈다", kept},
        {"10번 중 10번 갔다", kept}, {"I kept it", kept}, {"never missed a week", kept}, {"I didn't skip a day", kept}, {"Done!", kept},
        {"가계부를 매일 썼다", kept}, {"꼬박꼬박 다녔다", kept}, {"습관으로 자리 잡았다", kept}, {"I managed to finish it", kept}, {"I wrote twelve essays", kept}, {"부산에 다녀왔습니다", kept},
        // not kept
        {"지키지 못했다", not_kept}, {"저축은 못 했다", not_kept}, {"저축은 못했다", not_kept}, {"하나도 못 지켰다", not_kept}, {"지킨 게 하나도 없다", not_kept},
        {"한 번도 안 갔다", not_kept}, {"수영은 안 했다", not_kept}, {"실패", not_kept}, {"수영 - 실패", not_kept}, {"실패했습니다", not_kept}, {"❌ 수영", not_kept},
        {"수영: X", not_kept}, {"| 수영 | X |", not_kept}, {"미달성", not_kept}, {"작심삼일이었다", not_kept}, {"유야무야됐다", not_kept}, {"영어는 뒷전이었다", not_kept}, {"it fell apart in May", not_kept}, {"barely started", not_kept}, {"거의 지키지 못했다", not_kept},
        {"바빠서 시작조차 못 했다", not_kept}, {"0%", not_kept}, {"failed", not_kept}, {"I did not finish it", not_kept}, {"not done", not_kept}, {"couldn't do it", not_kept},
        {"좋은 취미였지만 계속하지 못했다", not_kept},
        // partly
        {"절반 정도 지켰다", partly}, {"절반", partly}, {"조금 했다", partly}, {"일부만 지켰다", partly}, {"어느 정도 지켰다", partly}, {"70%", partly}, {"70% 달성", partly},
        {"3/5 달성", partly}, {"수영 (3/5)", partly}, {"5번 중 3번 갔다", partly}, {"12번 중 10번 제출했다", partly}, {"10번 중 3번 빠졌다", partly},
        {"매번 지키지는 못했다", partly}, {"100% 지키지는 못했다", partly}, {"다 지키지는 못했지만 꽤 걸었다", partly}, {"많이 걷지 못했다", partly}, {"3번밖에 못 갔다", partly},
        {"두 번 빠졌다", partly}, {"수영 △", partly}, {"🟨 수영", partly}, {"partly done", partly}, {"지켰지만 6월에는 실패했다", partly}, {"10 of 12", partly},
        {"절반은 그랬고 절반은 아니었다", partly}, {"하는 둥 마는 둥 했다", partly}, {"상반기만 지켰다", partly}, {"more or less", partly},
        // changed
        {"중간에 목표를 바꿨다", changed}, {"계획을 수정했다", changed}, {"수영은 못 했고 대신 산책을 했다", changed}, {"방향을 틀었다", changed}, {"switched to running instead", changed},
        // dropped
        {"중간에 포기했다", dropped}, {"4월에 그만두기로 했다", dropped}, {"그만뒀다", dropped}, {"접었다", dropped}, {"더는 의미가 없어졌다", dropped}, {"~~수영 배우기~~", dropped},
        {"gave up halfway", dropped}, {"dropped", dropped},
        // cannot be judged
        {"지켰는지 판단하기 어렵다", cannot_judge}, {"기준이 모호하다", cannot_judge}, {"지켰는지 모르겠다", cannot_judge}, {"측정할 수 없다", cannot_judge}, {"hard to say", cannot_judge},
        // struck and yet done
        {"~~수영 배우기~~ → 완료", kept},
    };
    for (const Row& row : rows) check(row);
}

TEST_CASE("what does not judge is not read as a verdict") {
    const Row rows[] = {
        {"", silent}, {"수영 배우기", silent}, {"[ ] 치과 가기", silent}, {"성공하는 법", silent}, {"성공하고 싶다", silent}, {"실패를 두려워하지 말자", silent}, {"달성 여부", silent},
        {"목표 달성 현황", silent}, {"포기하지 않기", silent}, {"얼마나 지켰을까?", silent}, {"성공?", silent}, {"내년에는 지키겠다", silent}, {"지켰으면 좋겠다", silent},
        {"저축을 하려고 했다", silent}, {"수영을 배우기로 했다", silent}, {"생각지도 못한 일이었다", silent}, {"시간이 없었다", silent}, {"수영장은 멀었지만 물이 맑은 날이 많았다", silent},
        {"작년까지는 번번이 실패했다", silent}, {"[실패하지 않는 저축](https://example.org/a)", silent}, {"“성공”이라는 말", silent}, {"https://example.org/failed", silent},
        {"표시: ✅ ❌", silent}, {"XBox를 샀다가", silent}, {"동료는 실패했다", silent}, {"의사가 실패라고 했다", silent}, {"My brother failed", silent}, {"제출은 장담은 못 한다", silent}, {"I will keep it", silent},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const Judgement judgement = read_judgement(row.text);
        CHECK_FALSE((judgement.kind && judgement.plain));
    }
}

TEST_CASE("told is less than judged") {
    CHECK(read_judgement("책을 지켰다").plain);
    CHECK_FALSE(read_judgement("책을 읽었다").plain);
    CHECK(read_judgement("수영: 성공").set_off);
    CHECK_FALSE(read_judgement("수영에 성공했고 좋았다").set_off);
}

TEST_CASE("a share is a score") {
    CHECK(read_judgement("70% 달성").score == 70);
    CHECK(read_judgement("12번 중 9번 제출했다").score == 75);
    CHECK(read_judgement("10번 중 3번 빠졌다").score == 70);
    CHECK_FALSE(read_judgement("지켰다").score);
}

TEST_CASE("whether the promise was right is the second axis") {
    CHECK(read_judgement("지켰고, 여전히 중요한 다짐이다").still_right == true);
    CHECK(read_judgement("수영을 시작한 것은 옳은 선택이었다").still_right == true);
    CHECK(read_judgement("애초에 무리한 목표였다").still_right == false);
    CHECK(read_judgement("나에게 맞지 않는 목표였다").still_right == false);
    CHECK(read_judgement("포기했지만 옳은 선택이었다").still_right == false);   // it was right to be given up
    CHECK(read_judgement("too ambitious from the start").still_right == false);
    CHECK_FALSE(read_judgement("지키지 못했다").still_right);
}

TEST_CASE("what is yet to be done is told from what was") {
    for (const char* const text : {"내년에는 수영을 배우겠다", "저축을 하고 싶다", "꾸준히 걸으려고 한다", "I will walk every day", "더 걸었으면 좋겠다"}) {
        CAPTURE(text);
        CHECK(speaks_of_plans(text));
    }
    for (const char* const text : {"수영을 배웠다", "지키지 못했다. 내년에는 하겠다", "저축"}) {
        CAPTURE(text);
        CHECK_FALSE(speaks_of_plans(text));
    }
}

TEST_CASE("long texts of opening signs come to an end, and judge as half of them do") {
    for (const char* const sign : {"[", "~~", "'", "[](", "“", "`", "1", "못 ", "지 않", "10번 중 "}) {
        std::string text;
        while (text.size() < 30'000) text += sign;
        CAPTURE(sign);
        CHECK(read_judgement(text).kind == read_judgement(text.substr(0, 15'000 / std::string_view(sign).size() * std::string_view(sign).size())).kind);
    }
}
