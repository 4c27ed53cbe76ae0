// What people write of how much and how often, in Korean and English, and what it comes to.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "journal/measure.h"

using namespace dajim::journal;

namespace {

struct Wording {
    const char* words;
    MeasureKind kind;
    double amount = 0;
    const char* unit = "";
    Period per = Period::none;
    int every = 1;
    double of = 0;
};

using enum MeasureKind;
using enum Period;

const std::vector<Wording> wordings{
    // Floors
    {"최소 5번 발표하기", at_least, 5, "번"},
    {"최소한 3번은 산에 오르고 싶다", at_least, 3, "번"},
    {"10회 이상 참석", at_least, 10, "회"},
    {"적어도 두 권은 끝까지 읽기", at_least, 2, "권"},
    {"하루에 한 번 이상 인사 남기기", at_least, 1, "번", day},
    {"최소 하루에 한 번 산책", at_least, 1, "번", day},
    {"최소 1달에 2개이상 올리기", at_least, 2, "개", month},
    {"매일 30분 이상 걷기", at_least, 30, "분", day},
    {"한 줄이라도 적기", at_least, 1, "줄"},
    {"글 하나라도 더 쓰기", at_least, 1, ""},
    {"500자 이상 쓰기", at_least, 500, "자"},
    {"at least 5 posts", at_least, 5, "posts"},
    {"Ship 10+ small tools", at_least, 10, "tools"},
    {"10 or more talks", at_least, 10, "talks"},
    {"no fewer than three chapters", at_least, 3, "chapters"},
    // Plain counts are floors
    {"글 12편 쓰기", at_least, 12, "편"},
    {"기술 블로그 글 20개 쓰기", at_least, 20, "개"},
    {"열 번 만나기", at_least, 10, "번"},
    {"스무 개 풀기", at_least, 20, "개"},
    {"서른 권 읽기", at_least, 30, "권"},
    {"열두 편 완성", at_least, 12, "편"},
    {"두세 번 시도", at_least, 2, "번"},
    {"3~4권 읽기", at_least, 3, "권"},
    {"백 번 쓰기", at_least, 100, "번"},
    {"1,000문제 풀기", at_least, 1000, "문제"},
    {"1만 5천원 모으기", at_least, 15000, "원"},
    {"삼백만 원 모으기", at_least, 3000000, "원"},
    {"100일 글쓰기", at_least, 100, "일"},
    {"5km 달리기", at_least, 5, "km"},
    {"20분씩 스트레칭", at_least, 20, "분"},
    {"read 12 books", at_least, 12, "books"},
    {"10 blog posts", at_least, 10, "posts"},
    {"twenty-five sketches", at_least, 25, "sketches"},
    // Ceilings
    {"벌금 만원으로 끝내기", at_most, 10000, "원"},
    {"벌금 0원", at_most, 0, "원"},
    {"세 개 이하로 줄이기", at_most, 3, "개"},
    {"지각 3회 이하", at_most, 3, "회"},
    {"패스 두 번만 쓰기", at_most, 2, "번"},
    {"커피는 하루 2잔 이내", at_most, 2, "잔", day},
    {"5분 안에 정리하기", at_most, 5, "분"},
    {"최대 4시간 회의", at_most, 4, "시간"},
    {"at most two passes", at_most, 2, "passes"},
    {"no more than 3 late nights", at_most, 3, "nights"},
    {"up to 2 coffees a day", at_most, 2, "coffees", day},
    // Rates
    {"2주에 한 번", rate, 1, "번", week, 2},
    {"격주로 올리기", rate, 1, "", week, 2},
    {"매주 확인하기", rate, 1, "", week},
    {"매주 월요일에 계획하기", rate, 1, "", week},
    {"주말마다 산책", rate, 1, "", week},
    {"주 3회 운동", rate, 3, "회", week},
    {"주3회 운동", rate, 3, "회", week},
    {"매일 기록하기", rate, 1, "", day},
    {"매일 한 문제", rate, 1, "문제", day},
    {"하루 30분 걷기", rate, 30, "분", day},
    {"하루한번 환기", rate, 1, "번", day},
    {"이틀에 한 번 청소", rate, 1, "번", day, 2},
    {"3일에 한 번 화분 돌보기", rate, 1, "번", day, 3},
    {"월 1회 발표", rate, 1, "회", month},
    {"매월 2개씩 올리기", rate, 2, "개", month},
    {"한 달에 한 권 읽기", rate, 1, "권", month},
    {"두 달에 한 권", rate, 1, "권", month, 2},
    {"분기별 1회 여행", rate, 1, "회", quarter},
    {"일년에 두 번 검진", rate, 2, "번", year},
    {"회차마다 글 한 편", rate, 1, "편", Period::round},
    {"~~매일~~ 주 2회 달리기", rate, 2, "회", week},
    {"every day", rate, 1, "", day},
    {"twice a week", rate, 2, "times", week},
    {"once in two weeks", rate, 1, "times", week, 2},
    {"3 times per month", rate, 3, "times", month},
    {"one post every two weeks", rate, 1, "post", week, 2},
    {"a book a month", rate, 1, "book", month},
    {"run every other day", rate, 1, "", day, 2},
    {"call home every Sunday", rate, 1, "", week},
    {"publish 2 posts/month", rate, 2, "posts", month},
    {"walk 10,000 steps a day", rate, 10000, "steps", day},
    {"Weekly review", rate, 1, "", week},
    // Parts
    {"70%는 지키기", part, 70, "%"},
    {"10번 중 8번 제출", part, 8, "번", none, 1, 10},
    {"절반은 영어로 쓰기", part, 50, "%"},
    {"모든 과제 제출", part, 100, "%"},
    {"7 of 10 rounds", part, 7, "rounds", none, 1, 10},
    {"half of the rounds", part, 50, "%"},
    {"all of the rounds", part, 100, "%"},
    // Rules
    {"절대 미루지 않는다", rule},
    {"한 편도 빠짐없이", rule},
    {"한 번도 빠지지 않기", rule},
    {"잠들기 전에 꼭 적는다", rule},
    {"야식 금지", rule},
    {"never skip a round", rule},
    {"always answer letters", rule},
    // Done or not, and what only words tell
    {"마라톤 완주", yes_no},
    {"Launch the shop", yes_no},
    {"꾸준히 쓰기", qualitative},
    {"좀 더 다정하게 말하기", qualitative},
};

// Numbers that count nothing, and words that promise no quantity.
const char* const nothing[]{
    "오전 7시에 일어나기", "7시 30분 기차", "2022년의 다짐", "2022-05-08", "2022.05.08", "3월 14일 모임", "5기 신청", "글또 같은 모임 9기", "1주차 초안", "100일 차",
    "v1.2.3 올리기", "ISBN 978-89-1234-567-8", "010-1234-5678", "Python 3 배우기", "ES6 문법", "2배 빠르게", "1순위는 가족", "첫 번째 목표", "3번째 도전",
    "다시 한 번 도전", "한번 해보자", "천천히 달리기", "백엔드 공부", "만나는 사람에게 인사", "이 분과 이야기", "하루를 마치며", "영어 공부하기", "최대한 자세하게 적기",
    "6개월 동안의 휴식", "chapter 5", "version 2", "in 6 months", "wake up at 7:30", "my 2022 plan", "learn to cook", "https://example.com/10-posts-a-week", "",
};

std::string shown(const std::optional<Measure>& measure) {
    if (!measure) return "nothing";
    return "kind " + std::to_string(static_cast<int>(measure->kind)) + ", " + std::to_string(measure->amount) + " of " + std::to_string(measure->of) + " '" + measure->unit +
           "' per " + std::to_string(static_cast<int>(measure->per)) + " x" + std::to_string(measure->every);
}

}  // namespace

TEST_CASE("wordings come to quantities") {
    for (const Wording& wording : wordings) {
        const auto measure = read_measure(wording.words);
        const Measure expected{wording.kind, wording.amount, wording.of, wording.unit, wording.per, wording.every};
        CHECK_MESSAGE((measure && *measure == expected), wording.words, ": ", shown(measure));
    }
}

TEST_CASE("what counts nothing comes to nothing") {
    for (const char* words : nothing) {
        const auto measure = read_measure(words);
        CHECK_MESSAGE(!measure, words, ": ", shown(measure));
    }
}

TEST_CASE("a quantity in decomposed Hangul is read like any other") {
    // "최소 5번" as a Mac writes it in file names.
    const auto measure = read_measure("\u110e\u116c\u1109\u1169 5\u1107\u1165\u11ab");
    REQUIRE(measure);
    CHECK(*measure == Measure{at_least, 5, 0, "번", none, 1});
}

TEST_CASE("a very long goal is read in no time and no number overflows") {
    const std::string nines(100'000, '9');
    (void)read_measure(nines + "번");
    std::string many;
    for (int i = 0; i < 50'000; ++i) many += "한 번 ";
    (void)read_measure(many);
    CHECK(read_measure("매일 999999999999번")->amount == doctest::Approx(999999999999.0));
}
