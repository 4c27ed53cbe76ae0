// Planned topics against the posts that a retrospective tells of.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "journal/topics.h"

using namespace dajim;
using journal::PlannedTopic;
using journal::Topics;
using text::Buffer;

namespace {

std::vector<PlannedTopic> plan(std::initializer_list<const char*> words) {
    std::vector<PlannedTopic> out;
    for (const char* one : words) out.push_back({one, std::nullopt, std::nullopt});
    return out;
}

}  // namespace

TEST_CASE("a list of links is compared with the topics") {
    const Buffer text("# 반년을 쓰고\n\n올린 글은 이렇다.\n\n- [쿠버네티스 배포 파이프라인 만들기](https://a.example/1)\n- [이직 후기](https://a.example/2)\n"
                      "- [러스트 소유권 이해하기](https://a.example/3)\n\n다음에는 타입스크립트도 쓰고 싶다.");
    const Topics topics = journal::reconcile(plan({"쿠버네티스 배포 파이프라인", "타입스크립트 제네릭", "러스트 소유권", "그래프 데이터베이스", "테스트 코드 작성법"}), text);
    CHECK(topics.written == std::vector<bool>{true, false, true, false, false});
    CHECK(topics.count_written() == 2);
    REQUIRE(topics.posts[0]);
    CHECK(text.text(*topics.posts[0]).find("쿠버네티스 배포 파이프라인 만들기") != std::string::npos);
    CHECK_FALSE(topics.posts[1]);
    REQUIRE(topics.unplanned.size() == 1);
    CHECK(text.text(topics.unplanned[0]).find("이직 후기") != std::string::npos);
}

TEST_CASE("what stands under a heading of what was written is a post, with a link or without") {
    const Buffer text("## 작성한 글\n\n1. 도커 이미지 줄이기\n2. 올해의 독서\n   - 세 권을 골랐다\n\n## 다음 계획\n\n- 웹어셈블리 입문\n");
    const Topics topics = journal::reconcile(plan({"도커 이미지 줄이기", "웹어셈블리 입문"}), text);
    CHECK(topics.written == std::vector<bool>{true, false});
    REQUIRE(topics.unplanned.size() == 1);
    CHECK(text.text(topics.unplanned[0]).find("올해의 독서") != std::string::npos);

    const Buffer headings("## Posts I have written\n\n### Shrinking docker images\n\nIt went well.\n\n### A year of reading\n\nThree books.\n");
    const Topics english = journal::reconcile(plan({"docker images", "web assembly"}), headings);
    CHECK(english.written == std::vector<bool>{true, false});
    CHECK(english.unplanned.size() == 1);
}

TEST_CASE("links that are no posts are not counted") {
    const Buffer text("# 회고\n\n- [지난 기수 회고](https://a.example/9)\n- [다짐](https://a.example/8)\n\n글감은 하나도 못 썼다. 도커 이미지도 줄이지 못했다.");
    const Topics topics = journal::reconcile(plan({"도커 이미지 줄이기"}), text);
    CHECK(topics.count_written() == 0);
    CHECK(topics.unplanned.empty());
}

TEST_CASE("each post is one topic's, and the likest") {
    const Buffer text("## 쓴 글\n- 리액트 상태 관리 비교\n");
    const Topics topics = journal::reconcile(plan({"리액트 상태 관리", "리액트 상태 관리 비교"}), text);
    CHECK(topics.written == std::vector<bool>{false, true});
}

TEST_CASE("what somebody marked or judged goes before what is guessed") {
    const Buffer text("## 쓴 글\n- 도커 이미지 줄이기\n- 전혀 다른 제목의 글\n");
    std::vector<PlannedTopic> topics = plan({"도커 이미지 줄이기", "쿠버네티스 입문", "그래프"});
    topics[0].written = false;
    topics[1].answer = text::Range{{2, 2}, {2, 8}};
    topics[2].written = true;
    const Topics found = journal::reconcile(topics, text);
    CHECK(found.written == std::vector<bool>{false, true, true});
    REQUIRE(found.unplanned.size() == 1);   // the first: it was judged not to be that topic's
    CHECK(text.text(found.unplanned[0]).find("도커") != std::string::npos);
    CHECK(journal::reconcile({}, Buffer("")).written.empty());
    CHECK(journal::reconcile(plan({"가"}), Buffer("")).count_written() == 0);
}
