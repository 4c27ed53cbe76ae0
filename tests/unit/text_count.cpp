// What is counted in a text, and that counts follow edits.
#include <doctest/doctest.h>

#include <random>

#include "text/count.h"

using namespace dajim::text;

TEST_CASE("letters, blanks and words") {
    CharacterCount count;
    CHECK(count.of(Buffer("")) == Counts{0, 0, 0});
    CHECK(count.of(Buffer("글을 쓴다.\n\n둘")) == Counts{6, 1, 3});
    CHECK(count.of(Buffer("  a\tb\u00a0c\u3000\r\n")) == Counts{3, 5, 3});
    CHECK(count.of(Buffer("\ufeff가\u2009나\u3001\u4e00\uefff")) == Counts{5, 2, 2});   // blanks of many bytes, and what stands beside them
    CHECK(count.of(Buffer("👍🏽 e\u0301")) == Counts{4, 1, 2});   // code points, as the community's counter has it
}

TEST_CASE("counts follow edits") {
    std::mt19937 random(3);
    const char* const pieces[] = {"가", " ", "\n", "나 다\n라", "", "\t\n\n"};
    Buffer buffer("처음 글\n둘째");
    CharacterCount followed;
    for (int round = 0; round < 2000; ++round) {
        const std::size_t paragraph = random() % buffer.paragraphs();
        const std::size_t last = std::min(paragraph + random() % 3, buffer.paragraphs() - 1);
        buffer.apply({{{paragraph, 0}, {last, buffer.paragraph(last).size()}}, pieces[random() % 6]});
        if (buffer.bytes() > 300) buffer.apply({{{}, buffer.end()}, "다시"});
        if (random() % 3 == 0) continue;   // several edits between two looks
        REQUIRE(followed.of(buffer) == CharacterCount().of(buffer));
    }
}
