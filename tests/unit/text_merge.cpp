// The three-way merge of prose: what is taken, where both are kept, and that no line goes, by examples and by the dice.
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>

#include "text/merge.h"

using namespace dajim::text;

namespace {

Merged merged(std::string_view base, std::string_view earlier, std::string_view later) {
    return merge(Buffer(base), Buffer(earlier), Buffer(later));
}

std::set<std::string> lines_of(const Buffer& text) {
    std::set<std::string> lines;
    for (std::size_t at = 0; at < text.paragraphs(); ++at) lines.insert(text.paragraph(at));
    return lines;
}

/// Few different lines, so that there are runs of equal ones.
std::string some_text(std::mt19937& dice, unsigned kinds) {
    std::string out;
    for (unsigned n = dice() % 9; n > 0; --n) {
        if (!out.empty()) out += '\n';
        if (dice() % 3 != 0) out += static_cast<char>('a' + dice() % kinds);
    }
    return out;
}

std::string edited(std::mt19937& dice, const std::string& text, const std::string& mark) {
    const Buffer buffer(text);
    std::string out;
    for (std::size_t at = 0; at < buffer.paragraphs(); ++at) {
        const unsigned roll = dice() % 8;
        if (roll == 0) continue;
        if (roll == 1) out += mark + std::to_string(dice() % 3) + '\n';
        out += roll == 2 ? mark + std::to_string(dice() % 3) : buffer.paragraph(at);
        out += '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("what one of two changed is taken, and what both changed alike once") {
    CHECK(merged("a\nb\nc\nd\ne", "A\nb\nc\nd\ne", "a\nb\nc\nd\nE").text.text() == "A\nb\nc\nd\nE");
    CHECK(merged("a\nb\nc", "a\nb\nc\nd", "0\na\nb\nc").text.text() == "0\na\nb\nc\nd");
    CHECK(merged("a\nb\nc", "a\nc", "a\nb\nc\nd").text.text() == "a\nc\nd");
    CHECK(merged("a\nb", "a\nx", "a\nx").text.text() == "a\nx");
    CHECK(merged("", "", "").text.text().empty());
    for (const char* one : {"", "a", "a\n", "\n\n", "하나\n\n둘"}) {
        CHECK(merged("a\nb\n\nc", "a\nb\n\nc", one).text.text() == one);
        CHECK(merged("a\nb\n\nc", one, "a\nb\n\nc").text.text() == one);
        CHECK(!merged("a\nb\n\nc", one, one).other);
    }
}

TEST_CASE("where both changed the same lines, both are kept: the later in the text, the earlier beside it") {
    const Merged both = merged("머리\n\n가운데\n\n꼬리", "머리말\n\n가운데 하나\n\n꼬리", "머리\n\n가운데 둘\n\n꼬리!");
    CHECK(both.text.text() == "머리말\n\n가운데 둘\n\n꼬리!");
    REQUIRE(both.other);
    CHECK(both.other->text() == "머리말\n\n가운데 하나\n\n꼬리!");
}

TEST_CASE("an edit beats a deletion, and who wrote on has all of what the other wrote") {
    const Merged kept = merged("a\nb\nc", "a\nc", "a\nb and more\nc");
    CHECK(kept.text.text() == "a\nb and more\nc");
    CHECK(!kept.other);
    CHECK(merged("a\nb\nc", "a\nb and more\nc", "a\nc").text.text() == "a\nb and more\nc");
    const Merged further = merged("a", "a\none\ntwo", "a\none");
    CHECK(further.text.text() == "a\none\ntwo");
    CHECK(!further.other);
}

TEST_CASE("no line that somebody wrote goes, and what nobody changed stays") {
    for (unsigned seed = 1; seed <= 20'000; ++seed) {
        CAPTURE(seed);
        std::mt19937 dice(seed);
        const std::string base = some_text(dice, 4);
        const Buffer before(base), earlier(edited(dice, base, "x")), later(edited(dice, base, dice() % 2 ? "x" : "y"));
        const Merged both = merge(before, earlier, later);
        std::set<std::string> left = lines_of(both.text);
        if (both.other) left.merge(lines_of(*both.other));
        const std::set<std::string> old = lines_of(before);
        for (const Buffer* one : {&earlier, &later})
            for (const std::string& line : lines_of(*one)) REQUIRE((left.contains(line) || old.contains(line)));
        for (const std::string& line : lines_of(earlier)) REQUIRE((left.contains(line) || !lines_of(later).contains(line)));
        REQUIRE((merge(before, later, earlier).other.has_value() == both.other.has_value()));
    }
}
