// What was copied from the last retrospective: paragraphs, not what every retrospective has.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "journal/stale.h"

using namespace dajim;
using journal::StaleText;
using text::Buffer;

TEST_CASE("paragraphs that say something are the same as those that say it too") {
    CHECK(journal::copied_as("이번 기수에는 글을 열두 번 냈다.") != 0);
    CHECK(journal::copied_as("  이번 기수에는 글을 열두 번 냈다.\r") == journal::copied_as("이번 기수에는 글을 열두 번 냈다."));
    CHECK(journal::copied_as("이번 기수에는 글을 열세 번 냈다.") != journal::copied_as("이번 기수에는 글을 열두 번 냈다."));
    for (const char* little : {"", "   ", "짧은 글이다.", "---", "## 이번 기수를 돌아보며 잘한 것", "> 글을 최소 열두 번 내고 공유한다", "가장 기억에 남는 글은 무엇이었을까?",
                               "이번 기수에 가장 좋았던 것 세 가지:", "**이번 기수에 가장 좋았던 것 세 가지**", "| --- | --- | --- | --- | --- |"}) {
        CAPTURE(std::string(little));
        CHECK(journal::copied_as(little) == 0);
    }
    CHECK(journal::copied_as("**좋았던 것**은 사람들을 **자주** 만난 것이다") != 0);
}

TEST_CASE("stale paragraphs of a text") {
    const Buffer before("---\ntitle: 지난 기수를 돌아보며 쓴 글\n---\n같은 말을 여기에 한 번 더 적어 둔다.\n## 돌아보며 느낀 것을 적는다\n지난번에만 있던 말이다, 정말로.");
    const Buffer text("title: 지난 기수를 돌아보며 쓴 글\n같은 말을 여기에 한 번 더 적어 둔다.\n\n## 돌아보며 느낀 것을 적는다\n이번에만 있는 말이다, 정말로.\n같은 말을 여기에 한 번 더 적어 둔다. ");
    StaleText stale;
    stale.settle(text, 0, &before, 3);
    CHECK(stale.count() == 2);
    CHECK_FALSE(stale.at(0));   // of the other's front matter
    CHECK(stale.at(1));
    CHECK_FALSE(stale.at(3));
    CHECK(stale.at(5));
    CHECK_FALSE(stale.at(6));
    stale.leave_out({1, 4});
    CHECK(stale.count() == 1);
    CHECK_FALSE(stale.at(1));
    stale.leave_out({});
    stale.settle(text, 2, &before, 3);
    CHECK(stale.count() == 1);   // front matter is not looked at
    stale.settle(text, 0, nullptr, 0);
    CHECK(stale.count() == 0);
}

TEST_CASE("what is stale follows edits") {
    std::mt19937 random(4);
    const char* const pieces[] = {"같은 말을 여기에 한 번 더 적어 둔다.", "\n", "다른 말을 이번에만 적어 둔다.", "", "같은 말을 여기에 한 번 더 적어 둔다.\n둘째 말도 여기에 한 번 더 적어 둔다.", "가"};
    Buffer before("같은 말을 여기에 한 번 더 적어 둔다.\n둘째 말도 여기에 한 번 더 적어 둔다."), text("처음");
    StaleText followed;
    for (int round = 0; round < 1500; ++round) {
        const std::size_t paragraph = random() % text.paragraphs(), last = std::min(paragraph + random() % 3, text.paragraphs() - 1);
        text.apply({{{paragraph, 0}, {last, text.paragraph(last).size()}}, pieces[random() % std::size(pieces)]});
        if (text.bytes() > 600) text.apply({{{}, text.end()}, "다시"});
        if (round % 200 == 199) before.apply({{{}, {}}, "다른 말을 이번에만 적어 둔다.\n"});
        if (random() % 3 == 0) continue;
        followed.settle(text, 0, &before, 0);
        StaleText anew;
        anew.settle(text, 0, &before, 0);
        REQUIRE(followed.count() == anew.count());
        for (std::size_t at = 0; at < text.paragraphs(); ++at) REQUIRE(followed.at(at) == anew.at(at));
    }
}
