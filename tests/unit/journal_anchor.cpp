// Words found again by themselves and by what stands around them.
#include <doctest/doctest.h>

#include <algorithm>

#include "journal/anchor.h"
#include "journal_sample.h"
#include "text/utf8.h"

using namespace dajim::journal;
using dajim::text::Buffer;
using dajim::text::Position;
using dajim::text::Range;

TEST_CASE("anchor: a quote takes along 32 code points on either side, over the lines") {
    const Buffer text("가나다라마바사아자차카타파하\n\n🌱 여기 있다\n끝");
    const Quote quote = quote_of(text, {{2, 5}, {2, 11}});
    CHECK(quote.exact == "여기");
    CHECK(quote.prefix == "가나다라마바사아자차카타파하\n\n🌱 ");
    CHECK(quote.suffix == " 있다\n끝");
    std::string long_line;
    for (int i = 0; i < 100; ++i) long_line += "글";
    const Quote amid = quote_of(Buffer(long_line), {{0, 150}, {0, 153}});
    CHECK(amid.prefix.size() == 3 * quote_context);
    CHECK(amid.suffix.size() == 3 * quote_context);
    CHECK(quote_of(Buffer("a"), {{0, 0}, {0, 1}}) == Quote{"a", "", ""});
}

TEST_CASE("anchor: what stood around decides, then what is nearest") {
    const Buffer text("# 하나\n- 쓰기\n# 둘\n- 쓰기\n# 셋\n- 쓰기");
    CHECK(find_quote(text, {"쓰기", "# 둘\n- ", ""}) == Range{{3, 2}, {3, 8}});
    CHECK(find_quote(text, {"쓰기", "", "\n# 둘"}) == Range{{1, 2}, {1, 8}});
    CHECK(find_quote(text, {"쓰기", "- ", ""}, {4, 5}) == Range{{5, 2}, {5, 8}});
    CHECK(find_quote(text, {"쓰기", "", ""}, {3, 2}) == Range{{3, 2}, {3, 8}});
    CHECK(find_quote(text, {"쓰기", "", ""}, {99, 99}) == Range{{5, 2}, {5, 8}});
    CHECK(find_quote(text, {"쓰기\n# 셋", "", ""}) == Range{{3, 2}, {4, 5}});
    CHECK_FALSE(find_quote(text, {"쓴다", "- ", ""}));
    CHECK_FALSE(find_quote(text, {"", "- ", ""}));
    CHECK_FALSE(find_quote(Buffer(), {"x", "", ""}));
}

TEST_CASE("anchor: every quote of a text is found where it was taken") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Sample sample(seed);
        const Buffer text(sample.words() + sample.words() + sample.words());
        const auto a = sample.position(text), b = sample.position(text);
        if (a == b) continue;
        const Range range{std::min(a, b), std::max(a, b)};
        CHECK(find_quote(text, quote_of(text, range), range.begin) == range);

        const Quotable quotable(text);
        CHECK(quotable.words(range) == text.text(range));
        const std::size_t code_points = quotable.code_points_before(a);
        CHECK(code_points == dajim::text::count_code_points(text.text({{}, a})));
        CHECK(quotable.position_at(code_points) == a);
        CHECK_FALSE(quotable.position_at(dajim::text::count_code_points(text.text()) + 1));
        CHECK_FALSE(quotable.position_at(static_cast<std::size_t>(-1)));
    }
}

TEST_CASE("anchor: texts made to be slow come to an end, and a used-up budget finds nothing") {
    const Buffer text(std::string(2'000'000, 'a'));
    const std::string words = std::string(1'000'000, 'a') + "b";
    CHECK_FALSE(find_quote(text, {words, "", ""}));
    CHECK(find_quote(text, {std::string(1'000'000, 'a'), std::string(32, 'a'), std::string(32, 'a')}, {0, 32}) ==
          Range{{0, 32}, {0, 1'000'032}});
    std::size_t budget = 1000;
    CHECK_FALSE(Quotable(text).find({"a", "", ""}, {}, budget));
    CHECK(budget == 0);
}

TEST_CASE("anchor: lost words are found in what was pasted, and nowhere else") {
    Pair pair;
    pair.id = "p";
    pair.document(End::resolution).text = Buffer("- 운동\n- 글쓰기\n- 운동 매일\n하기");
    Goal lost, standing, remembered;
    lost.id = lost.words.id = "lost";
    lost.words.exact = "운동 매일\n하기";
    standing.id = standing.words.id = "standing";
    standing.words.exact = "글쓰기";
    standing.words.range = Range{{1, 2}, {1, 11}};
    remembered.id = remembered.words.id = "remembered";
    remembered.words.exact = "운동";
    remembered.remembered = true;
    pair.goals = {lost, standing, remembered};
    CHECK(found_again(pair, End::resolution, {{1, 0}, {3, 6}}) == std::vector<Placed>{{"lost", Range{{2, 2}, {3, 6}}, lost.words.exact}});
    CHECK(found_again(pair, End::resolution, {{0, 0}, {2, 5}}).empty());
    CHECK(found_again(pair, End::retrospective, {}).empty());
}
