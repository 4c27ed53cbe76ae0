// Where a caret may stand.
#include <doctest/doctest.h>
#include <graphemebreak.h>

#include <random>
#include <string>
#include <vector>

#include "text/breaks.h"
#include "text/clusters.h"
#include "text/utf8.h"

using namespace dajim::text;
using std::string;
using std::string_view;

namespace {

std::vector<string> clusters(string_view text) {
    std::vector<string> found;
    for (ClusterWalk walk(text, 0); !walk.done();) found.emplace_back(walk.next());
    return found;
}

/// What the library says when it reads the whole text: the boundaries, ends included.
std::vector<std::size_t> whole_scan(string_view text) {
    std::vector<std::size_t> boundaries = {0};
    if (text.empty()) return boundaries;
    string breaks(text.size(), '\0');
    set_graphemebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), nullptr, breaks.data());
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        if (breaks[i] == GRAPHEMEBREAK_BREAK) boundaries.push_back(i + 1);
    }
    return boundaries;
}

/// True when every way of stepping agrees with the whole scan at every byte.
bool steps_agree(string_view text) {
    const std::vector<std::size_t> boundaries = whole_scan(text);
    std::size_t walked = 0;
    for (ClusterWalk walk(text, 0); !walk.done();) {
        walk.next();
        if (++walked >= boundaries.size() || walk.at() != boundaries[walked]) return false;
    }
    if (walked + 1 != boundaries.size()) return false;
    std::size_t below = 0;  // index of the last boundary at or before `byte`
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
        while (below + 1 < boundaries.size() && boundaries[below + 1] <= byte) ++below;
        const bool on = boundaries[below] == byte;
        const std::size_t next = below + 1 < boundaries.size() ? boundaries[below + 1] : text.size();
        const std::size_t previous = !on ? boundaries[below] : below > 0 ? boundaries[below - 1] : 0;
        if (floor_cluster(text, byte) != boundaries[below] || next_cluster(text, byte) != next
            || previous_cluster(text, byte) != previous) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("what a reader takes for one character is one step") {
    using Clusters = std::vector<string>;
    CHECK(clusters("한국 ok") == Clusters{"한", "국", " ", "o", "k"});
    CHECK(clusters("👨‍👩‍👧‍👦") == Clusters{"👨‍👩‍👧‍👦"});
    CHECK(clusters("🇰🇷🇺🇸") == Clusters{"🇰🇷", "🇺🇸"});
    CHECK(clusters("1️⃣2") == Clusters{"1️⃣", "2"});
    CHECK(clusters("👍🏽👍") == Clusters{"👍🏽", "👍"});
    CHECK(clusters("e\u0301x") == Clusters{"e\u0301", "x"});
    CHECK(clusters("\u1100\u1161\u11A8가") == Clusters{"\u1100\u1161\u11A8", "가"});
    CHECK(clusters("\u1112\u119E\u11AB글") == Clusters{"\u1112\u119E\u11AB", "글"});
    CHECK(clusters("각\u11A8") == Clusters{"각\u11A8"});
    CHECK(clusters("ㄱㅏ") == Clusters{"ㄱ", "ㅏ"});
    CHECK(clusters("क्षि") == Clusters{"क्षि"});
    CHECK(clusters("❤️❤️") == Clusters{"❤️", "❤️"});
    CHECK(clusters("a\tb\r") == Clusters{"a", "\t", "b", "\r"});
    CHECK(clusters("\u0301a") == Clusters{"\u0301", "a"});
    CHECK(clusters("").empty());
}

TEST_CASE("the ends of a paragraph stay") {
    CHECK(next_cluster("", 0) == 0);
    CHECK(previous_cluster("", 0) == 0);
    CHECK(floor_cluster("", 0) == 0);
    CHECK(next_cluster("가", 3) == 3);
    CHECK(next_cluster("가", 99) == 3);
    CHECK(previous_cluster("가", 0) == 0);
    CHECK(previous_cluster("가나", 99) == 3);
    CHECK(floor_cluster("가나", 99) == 6);
}

TEST_CASE("stepping near by finds what reading everything finds") {
    const char32_t signs[] = {U'a', U' ', U'1', U'#', U'\t', U'\r', U'\n', U'\u00A9', U'\u00AD', U'é', U'가', U'각',
                              U'\u1100', U'\u1161', U'\u11A8', U'\uA960', U'\uD7B0', U'\uD7FB', U'ㄱ', U'漢', U'か', U'\u3099',
                              U'。', U'\u302E', U'\u0301', U'\u200D', U'\u200C', U'\u200B', U'\uFE0F', U'\u20E3', U'👨', U'👩',
                              U'❤', U'🏽', U'🇰', U'🇷',
                              U'\u0915', U'\u0937', U'\u094D', U'\u093F', U'\u0903', U'\u0D4E', U'\u0600',
                              U'\u0E01', U'\u0E33', U'\U000E0067', U'\U000E007F', U'\uFEFF', U'\uFF9E', U'〽', U'‼'};
    std::mt19937 random(11);
    for (int round = 0; round < 4000; ++round) {
        string text;
        const std::size_t length = 1 + random() % 14;
        const std::size_t variety = 2 + random() % std::size(signs);  // few signs make long sequences of the same
        const std::size_t first = random() % std::size(signs);
        for (std::size_t i = 0; i < length; ++i) {
            append_utf8(text, signs[(first + random() % variety) % std::size(signs)]);
        }
        if (!steps_agree(text)) {
            CHECK_MESSAGE(false, text);
            break;
        }
    }
    // Every pair and some triples, so that no pair of sorts is left to chance.
    bool all = true;
    for (const char32_t a : signs) {
        for (const char32_t b : signs) {
            for (const char32_t before : {U'\0', U'\u200D', U'🇰', U'\u094D'}) {
                string text;
                if (before) append_utf8(text, before);
                append_utf8(text, a);
                append_utf8(text, b);
                all = all && steps_agree(text);
            }
        }
    }
    CHECK(all);
}

TEST_CASE("no code point is taken for plainer than it is") {
    // Behind emoji and a joiner, before a mark, and before itself.
    bool all = true;
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        if (c == 0xA000 || c == 0xAC40) c += c == 0xA000 ? 0x400 : 0x2B00;  // the middles of Yi and of Hangul
        string text = "가a";
        append_utf8(text, c);
        append_utf8(text, c);
        text += "👩\u200D";
        append_utf8(text, c);
        text += "\u0301가";
        const std::vector<std::size_t> expected = whole_scan(text);
        std::vector<std::size_t> found = {0};
        for (ClusterWalk walk(text, 0); !walk.done();) {
            walk.next();
            found.push_back(walk.at());
        }
        if (found != expected) {
            all = false;
            CHECK_MESSAGE(found == expected, static_cast<unsigned long>(c));
        }
    }
    CHECK(all);
}

TEST_CASE("a megabyte without a space is walked and stepped through without a pause") {
    for (const string_view piece : {"가", "漢", "🙂", "❤️", "🇰🇷", "e\u0301", "\u0301", "क्"}) {
        string text;
        while (text.size() < 1'000'000) text += piece;
        std::size_t count = 0;
        for (ClusterWalk walk(text, 0); !walk.done(); walk.next()) ++count;
        CHECK(count > 0);
        const std::size_t middle = floor_cluster(text, 500'000);
        CHECK(previous_cluster(text, next_cluster(text, middle)) == middle);
    }
}
