// What became of one text in another: both can be put together again from it, and nothing is called changed that is not.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/diff.h"

using namespace dajim::text;
using Is = DiffPart::Is;

namespace {

std::string both(const char* before, const char* after) {
    const Buffer a(before), b(after);
    std::string out;
    for (const DiffPart& part : difference(a, b)) {
        if (part.is == Is::kept) out += b.text(part.after);
        else if (part.is == Is::removed) out += "[-" + a.text(part.before) + "-]";
        else out += "{+" + b.text(part.after) + "+}";
    }
    return out;
}

/// Without gaps, in order, and the words are what it says.
void check_parts(const Buffer& before, const Buffer& after, const std::vector<DiffPart>& parts) {
    Position a, b;
    Is last = Is::kept;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const DiffPart& part = parts[at];
        REQUIRE(part.before.begin == a);
        REQUIRE(part.after.begin == b);
        REQUIRE(before.contains(part.before));
        REQUIRE(after.contains(part.after));
        REQUIRE(part.before.empty() == (part.is == Is::added));
        REQUIRE(part.after.empty() == (part.is == Is::removed));
        if (part.is == Is::kept) REQUIRE(before.text(part.before) == after.text(part.after));
        if (at > 0) REQUIRE(part.is != last);
        if (part.is == Is::removed && at > 0) REQUIRE(last == Is::kept);   // what was removed comes first
        last = part.is;
        a = part.before.end;
        b = part.after.end;
    }
    REQUIRE(a == before.end());
    REQUIRE(b == after.end());
}

/// By the plain table, O(nm).
std::size_t longest_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::uint32_t one : a) {
        std::size_t diagonal = 0;
        for (std::size_t at = 1; at <= b.size(); ++at) {
            const std::size_t above = row[at];
            row[at] = one == b[at - 1] ? diagonal + 1 : std::max(row[at], row[at - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

TEST_CASE("a difference is told by words") {
    CHECK(both("글을 5번 쓴다", "글을 10번 쓴다") == "글을 [-5번-]{+10번+} 쓴다");
    CHECK(both("같다", "같다") == "같다");
    CHECK(both("", "") == "");
    CHECK(both("", "새 글") == "{+새 글+}");
    CHECK(both("옛 글", "") == "[-옛 글-]");
    CHECK(both("하나\n둘\n셋", "하나\n셋") == "하나\n[-둘\n-]셋");
    CHECK(both("하나\n셋", "하나\n둘\n셋") == "하나\n{+둘\n+}셋");
    CHECK(both("끝에 더한다", "끝에 더한다\n한 줄") == "끝에 더한다{+\n한 줄+}");
    CHECK(both("책을 한 달에 한 권 읽는다.", "책을 두 달에 한 권은 읽는다.") == "책을 [-한-]{+두+} 달에 한 [-권-]{+권은+} 읽는다.");
    CHECK(both("We write 5 posts.", "We write five long posts!") == "We write [-5-]{+five long+} posts[-.-]{+!+}");
    CHECK(both("한 문단이었던 글을 둘로 나눈다", "한 문단이었던 글을\n둘로 나눈다") == "한 문단이었던 글을[- -]{+\n+}둘로 나눈다");
}

TEST_CASE("what two lines share by chance is not kept") {
    CHECK(both("- 매일 아침 달린다", "- 밤마다 책을 본다") == "[-- 매일 아침 달린다-]{+- 밤마다 책을 본다+}");
    CHECK(both("가 나 다 라 마 바 아주 긴 말이 여기 있다", "사 아 자 차 카 타 아주 긴 말이 여기 있다") ==
          "[-가 나 다 라 마 바-]{+사 아 자 차 카 타+} 아주 긴 말이 여기 있다");
}

TEST_CASE("no cluster is parted") {
    CHECK(both("가족 👨‍👩‍👧 사진", "가족 👨‍👩‍👦 사진") == "가족 [-👨‍👩‍👧-]{+👨‍👩‍👦+} 사진");
    CHECK(both("e\u0301tude 하나", "e\u0300tude 하나") == "[-e\u0301tude-]{+e\u0300tude+} 하나");
}

TEST_CASE("both texts can be put together again, whatever was edited") {
    std::mt19937 random(11);
    const char* const pieces[] = {"글을 ", "\n", "쓴다.", " ", "10번", "", "\n\n- 책", "👨‍👩‍👧", "한 달에 한 번", "a-b c", "\r\n"};
    for (int round = 0; round < 600; ++round) {
        std::string text;
        for (std::size_t at = random() % 40; at > 0; --at) text += pieces[random() % std::size(pieces)];
        const Buffer before(text);
        Buffer after(before);
        for (std::size_t edits = random() % 6; edits > 0; --edits) {
            Position from = after.clamp({random() % after.paragraphs(), random() % 30}), to = after.clamp({random() % after.paragraphs(), random() % 30});
            if (to < from) std::swap(from, to);
            if (random() % 3) to = from;
            std::string added;
            for (std::size_t at = random() % 3; at > 0; --at) added += pieces[random() % std::size(pieces)];
            after.apply({{from, to}, added});
        }
        check_parts(before, after, difference(before, after));
        check_parts(after, before, difference(after, before));
    }
}

TEST_CASE("as much is kept as can be") {
    std::mt19937 random(5);
    for (int round = 0; round < 3000; ++round) {
        const std::uint32_t letters = 1 + random() % 6;
        std::vector<std::uint32_t> a(random() % 24), b(random() % 24);
        for (std::uint32_t& one : a) one = random() % letters;
        for (std::uint32_t& one : b) one = random() % letters;
        std::size_t steps = 1'000'000, kept = 0, past_a = 0, past_b = 0;
        for (const Common& same : common(a, b, steps)) {
            REQUIRE(same.count > 0);
            REQUIRE(same.before >= past_a);
            REQUIRE(same.after >= past_b);
            for (std::size_t at = 0; at < same.count; ++at) REQUIRE(a[same.before + at] == b[same.after + at]);
            past_a = same.before + same.count, past_b = same.after + same.count;
            kept += same.count;
        }
        REQUIRE(past_a <= a.size());
        REQUIRE(past_b <= b.size());
        REQUIRE(kept == longest_common(a, b));
    }
}

TEST_CASE("where there is too much to compare, what is left counts as different") {
    std::mt19937 random(7);
    std::vector<std::uint32_t> a(4000), b(4000);
    for (std::uint32_t& one : a) one = random();
    for (std::uint32_t& one : b) one = random();
    a.front() = b.front() = a.back() = b.back() = 1;
    std::size_t steps = 1000;
    CHECK(common(a, b, steps) == std::vector<Common>{{0, 0, 1}, {3999, 3999, 1}});
    CHECK(steps == 0);

    std::string one, other;
    for (int at = 0; at < 60000; ++at) {
        one += std::to_string(random()) + (at % 7 ? " " : "\n");
        other += std::to_string(random()) + (at % 7 ? " " : "\n");
    }
    const Buffer before(one), after(other);
    const std::vector<DiffPart> parts = difference(before, after);   // comes to an end
    check_parts(before, after, parts);
    CHECK(parts.size() < 20);
}

TEST_CASE("a long text with few changes keeps all but those") {
    std::string text;
    for (int at = 0; at < 20000; ++at) text += "문단 " + std::to_string(at) + "에서 하는 말은 이러하다.\n\n";
    const Buffer before(text);
    Buffer after(before);
    for (std::size_t at = 100; at < 20000; at += 400) after.apply({{{at * 2, 0}, {at * 2, 6}}, "단락"});
    const std::vector<DiffPart> parts = difference(before, after);
    check_parts(before, after, parts);
    CHECK(std::count_if(parts.begin(), parts.end(), [](const DiffPart& part) { return part.is == Is::added; }) == 50);
}
