// Which sentences of a resolution speak to the one who will read it at the end.
#include <doctest/doctest.h>

#include <string>

#include "journal/echo_words.h"

using namespace dajim;

TEST_CASE("sentences that speak to the future self are found, and those that only mention it are not") {
    const char* echoes[] = {
        "6개월 후의 내 모습이 궁금하다.", "3개월 후의 내 하루도 꽤 궁금하다", "미래의 나에게, 잘 지내고 있니?", "1년 뒤의 나는 어떤 모습일까?", "미래의 나야, 포기하지 않았지?", "기수가 끝난 뒤의 나는 이 글을 보고 웃고 있을까?",
        "회고를 쓸 나에게 한마디 남긴다.", "이 글을 다시 읽을 나에게: 수고했다.", "연말의 나에게 부탁한다.", "Dear future me, did you keep it up?", "I wonder where I will be in half a year.", "To my future self: please rest.",
        "Future me, are you still writing?",
    };
    for (const char* words : echoes) {
        CAPTURE(std::string(words));
        CHECK(journal::echo_sentences(text::Buffer(words)).size() == 1);
    }
    const char* others[] = {
        "미래의 나를 위해 저축한다.", "미래의 나에게 투자한다.", "6개월 후의 목표는 10편이다.", "나에게 맞는 운동을 찾는다.", "글을 열 번 쓴다.", "내 모습이 마음에 든다.", "6개월 후의 나라 사정은 모른다.", "무엇이 될지 궁금하다.",
        "미래의 나를 만들어 가자.", "I save money for my future self.", "My future self will thank me.", "Write to a friend once a month.", "I wonder how long it takes.",
    };
    for (const char* words : others) {
        CAPTURE(std::string(words));
        CHECK(journal::echo_sentences(text::Buffer(words)).empty());
    }
}

TEST_CASE("one sentence of a line is found alone; a greeting brings its letter along") {
    const text::Buffer one("- 글을 쓴다. 1년 뒤의 나는 어떤 모습일까? 모르겠다.");
    REQUIRE(journal::echo_sentences(one).size() == 1);
    CHECK(one.text(journal::echo_sentences(one)[0]) == "1년 뒤의 나는 어떤 모습일까?");

    const text::Buffer letter("- 글을 쓴다\n\n미래의 나에게,\n잘 지내니?\n나는 잘 지낸다.\n\n끝.");
    REQUIRE(journal::echo_sentences(letter).size() == 1);
    CHECK(letter.text(journal::echo_sentences(letter)[0]) == "미래의 나에게,\n잘 지내니?\n나는 잘 지낸다.");

    const text::Buffer section("# 다짐\n\n## 미래의 나에게\n\n잘 지내니?\n\n보고 싶다.\n\n## 목표\n- 글");
    REQUIRE(journal::echo_sentences(section).size() == 1);
    CHECK(section.text(journal::echo_sentences(section)[0]) == "잘 지내니?\n\n보고 싶다.");

    CHECK(journal::echo_sentences(text::Buffer("---\nexcerpt: 1년 뒤의 나는 어떤 모습일까?\n---\n글"), 3).empty());
}
