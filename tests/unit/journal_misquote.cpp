// What is quoted of a promise and is not quite what was promised.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "journal/misquote.h"

using namespace dajim;

namespace {

/// The quotes that are not quite the promises, each as "what stands there" → "what was meant".
std::vector<std::string> found(std::vector<std::string_view> promises, std::string_view words) {
    const text::Buffer text(words);
    std::vector<std::string> out;
    for (const journal::Misquote& one : journal::misquotes(promises, text)) {
        out.push_back(text.text(one.range) + " → " + std::string(promises[one.promise]));
    }
    return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a song a month that became a song a day is told apart") {
    CHECK(found({"한 달에 노래 한 곡 만들기", "책 읽기"}, "머리말\n> 하루에 노래 한 곡 만들기\n못 했다") ==
          Found{"하루에 노래 한 곡 만들기 → 한 달에 노래 한 곡 만들기"});
    CHECK(found({"Write at least ten posts"}, "> Write at least twelve posts") == Found{"Write at least twelve posts → Write at least ten posts"});
}

TEST_CASE("an exact quote is none, nor what differs in blanks and emphasis alone") {
    CHECK(found({"글을 **열 번** 쓴다"}, "> 글을 열 번 쓴다") == Found{});
    CHECK(found({"글을 열 번 쓴다"}, ">글을  열번 쓴다") == Found{});
    CHECK(found({"글을 열 번 쓴다"}, "> - 글을 열 번 쓴다") == Found{});
}

TEST_CASE("another sentence is no misquote, and what is not quoted is not looked at") {
    CHECK(found({"글을 열 번 쓴다"}, "> 삶은 여행이다") == Found{});
    CHECK(found({"글을 열 번 쓴다"}, "글을 두 번 쓴다") == Found{});
    CHECK(found({}, "> 글을 두 번 쓴다") == Found{});
    CHECK(found({""}, "> 글을 두 번 쓴다") == Found{});
}

TEST_CASE("the nearest promise is meant, and an exact one before all near ones") {
    CHECK(found({"글을 열 번 쓴다", "글을 두 번 쓴다"}, "> 글을 두 번은 쓴다") == Found{"글을 두 번은 쓴다 → 글을 두 번 쓴다"});
    CHECK(found({"글을 열 번 쓴다", "글을 두 번 쓴다"}, "> 글을 두 번 쓴다") == Found{});
}

TEST_CASE("a quote of several lines is one") {
    CHECK(found({"첫째 줄을 쓴다 그리고 둘째 줄을 읽는다"}, "> 첫째 줄을 쓴다\n> 그리고 둘째 줄만 읽는다\n뒤") ==
          Found{"첫째 줄을 쓴다\n> 그리고 둘째 줄만 읽는다 → 첫째 줄을 쓴다 그리고 둘째 줄을 읽는다"});
}

TEST_CASE("very many quotes end") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "> 글을 열 번 쓴다고 다짐했지만 그렇게 되지는 않았다 " + std::to_string(i) + "\n\n";
    std::vector<std::string> goals;
    for (int i = 0; i < 200; ++i) goals.push_back("글을 열 번 쓴다고 다짐했지만 그렇게 되지 않았다 " + std::to_string(i * 7));
    const std::vector<std::string_view> promises(goals.begin(), goals.end());
    CHECK(journal::misquotes(promises, text::Buffer(text)).size() > 10);
}

TEST_CASE("of two promises that a quote is like, the nearer one was meant, whichever comes first") {
    const std::string_view promises[] = {"한 달에 노래 한 곡 만들기", "책을 한 달에 한 권 읽는다"};
    const std::string_view turned[] = {promises[1], promises[0]};
    const text::Buffer text("> 하루에 노래 한 곡 만들기");
    REQUIRE(journal::misquotes(promises, text).size() == 1);
    CHECK(journal::misquotes(promises, text)[0].promise == 0);
    REQUIRE(journal::misquotes(turned, text).size() == 1);
    CHECK(journal::misquotes(turned, text)[0].promise == 1);
}
