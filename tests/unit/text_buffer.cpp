// The buffer against a plain string, and marks against the text they stand in.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "text/buffer.h"
#include "text/mark.h"
#include "text/utf8.h"

using namespace dajim::text;
using std::string;

namespace {

std::size_t offset_of(const Buffer& buffer, Position position) {
    std::size_t offset = position.byte;
    for (std::size_t i = 0; i < position.paragraph; ++i) offset += buffer.paragraph(i).size() + 1;
    return offset;
}

Position position_of(const string& text, std::size_t offset) {
    Position position;
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] == '\n') position = {position.paragraph + 1, 0};
        else ++position.byte;
    }
    return position;
}

/// Seeded edits of a text in which everything happens: one and more paragraphs, empty ones, several bytes a character.
class Edits {
public:
    explicit Edits(unsigned seed) : random_(seed) {}

    Edit next(const string& text) {
        std::size_t begin = boundary(text), end = roll(3) == 0 ? boundary(text) : begin;
        if (end < begin) std::swap(begin, end);
        if (end - begin > 40 && roll(10) != 0) end = begin;
        static const char* const pieces[] = {"", "\n", "가", "a", "🙂", "두\n문단", "\n\n", "word ", "끝\n", "\r\n", "é"};
        string inserted;
        for (std::size_t n = roll(4); n > 0; --n) inserted += pieces[roll(std::size(pieces))];
        return {{position_of(text, begin), position_of(text, end)}, inserted};
    }

private:
    std::size_t roll(std::size_t sides) { return random_() % sides; }
    std::size_t boundary(const string& text) { return floor_code_point(text, roll(text.size() + 1)); }
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a text is parted at newlines and comes back byte for byte") {
    for (const char* text : {"", "a", "\n", "a\n", "\na", "가\n\n나", "a\r\nb\r\n", "\n\n\n"}) {
        const Buffer buffer{std::string_view(text)};
        CHECK(buffer.text() == text);
        CHECK(buffer.bytes() == string(text).size());
        CHECK(buffer.empty() == string(text).empty());
        CHECK(buffer.paragraphs() == 1 + static_cast<std::size_t>(std::count(text, text + string(text).size(), '\n')));
    }
    CHECK(Buffer().paragraphs() == 1);
    CHECK(Buffer("a\r\nb").paragraph(0) == "a\r");
    CHECK(Buffer("가\n나다").end() == Position{1, 6});
}

TEST_CASE("random edits do to the buffer what they do to a string, and their inverses take them back") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Edits edits(seed);
        const string start = "처음 문단\nsecond\n\n🙂 넷째";
        string model = start;
        Buffer buffer{start};
        std::vector<Edit> inverses;
        bool all_same = true;
        for (int step = 0; step < 500; ++step) {
            const Edit edit = edits.next(model);
            const std::size_t begin = offset_of(buffer, edit.range.begin), end = offset_of(buffer, edit.range.end);
            const string removed = model.substr(begin, end - begin);
            all_same = all_same && buffer.contains(edit.range) && buffer.text(edit.range) == removed;
            model.replace(begin, end - begin, edit.text);
            const Edit inverse = buffer.apply(edit);
            all_same = all_same && buffer.bytes() == model.size() && inverse.text == removed
                       && inverse.range == Range{edit.range.begin, end_of(edit)};
            inverses.push_back(inverse);
            if (step % 25 == 0) all_same = all_same && buffer.text() == model;
        }
        CHECK(all_same);
        CHECK(buffer.text() == model);
        CHECK(buffer.revision() == 500);
        std::vector<Edit> again;
        while (!inverses.empty()) {
            again.push_back(buffer.apply(inverses.back()));
            inverses.pop_back();
        }
        CHECK(buffer.text() == start);
        while (!again.empty()) {
            buffer.apply(again.back());
            again.pop_back();
        }
        CHECK(buffer.text() == model);
    }
}

TEST_CASE("the changes since a revision lead from the old paragraphs to the new") {
    Edits edits(7);
    string model = "하나\n둘\n셋";
    Buffer buffer{model};
    std::vector<string> paragraphs = {"하나", "둘", "셋"};
    std::uint64_t seen = buffer.revision();
    for (int step = 0; step < 300; ++step) {
        buffer.apply(edits.next(buffer.text()));
        if (step % 3 != 0) continue;
        const auto changes = buffer.changes_since(seen);
        if (!changes) {
            CHECK(changes.has_value());
            break;
        }
        // What no change names must still be there; what is named is marked and then looked up.
        for (const ParagraphChange& change : *changes) {
            const auto first = paragraphs.begin() + static_cast<std::ptrdiff_t>(change.first);
            const auto at = paragraphs.erase(first, first + static_cast<std::ptrdiff_t>(change.removed));
            paragraphs.insert(at, change.inserted, "?");
        }
        CHECK(paragraphs.size() == buffer.paragraphs());
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            if (paragraphs[i] == "?") paragraphs[i] = buffer.paragraph(i);
            if (paragraphs[i] != buffer.paragraph(i)) CHECK(paragraphs[i] == buffer.paragraph(i));
        }
        seen = buffer.revision();
    }
    CHECK(buffer.changes_since(buffer.revision())->empty());
}

TEST_CASE("changes too long ago are not remembered, the last thousand are") {
    Buffer buffer;
    for (int i = 0; i < 5000; ++i) buffer.apply({{buffer.end(), buffer.end()}, "a"});
    CHECK(buffer.changes_since(5000 - 1000).value().size() == 1000);
    CHECK_FALSE(buffer.changes_since(0).has_value());
    CHECK_FALSE(buffer.changes_since(5001).has_value());
}

TEST_CASE("a copy is another buffer, a moved one the same") {
    Buffer first("글");
    const Buffer copy = first;
    CHECK(copy == first);
    CHECK(copy.identity() != first.identity());
    Buffer other;
    const std::uint64_t before = other.identity();
    other = first;
    CHECK(other == first);
    CHECK(other.identity() != before);
    CHECK(other.identity() != first.identity());
    const std::uint64_t identity = first.identity();
    const Buffer taken = std::move(first);
    CHECK(taken.identity() == identity);
}

TEST_CASE("places outside the text or inside a character are found out") {
    const Buffer buffer("가나\nab");
    CHECK(buffer.contains({{0, 0}, {1, 2}}));
    CHECK(buffer.contains({{0, 6}, {0, 6}}));
    CHECK_FALSE(buffer.contains({{0, 1}, {0, 3}}));
    CHECK_FALSE(buffer.contains({{0, 3}, {0, 5}}));
    CHECK_FALSE(buffer.contains({{0, 0}, {0, 7}}));
    CHECK_FALSE(buffer.contains({{0, 0}, {2, 0}}));
    CHECK_FALSE(buffer.contains({{1, 1}, {0, 3}}));
    CHECK(buffer.clamp({0, 4}) == Position{0, 3});
    CHECK(buffer.clamp({0, 99}) == Position{0, 6});
    CHECK(buffer.clamp({9, 0}) == Position{1, 2});
}

TEST_CASE("a mark keeps to its text") {
    const Position mark{1, 4};
    const auto both = [&](const Edit& edit, Position before, Position after) {
        CHECK(moved(mark, edit, Stick::before) == before);
        CHECK(moved(mark, edit, Stick::after) == after);
    };
    both({{{1, 4}, {1, 4}}, "xy"}, {1, 4}, {1, 6});            // inserted at it
    both({{{1, 4}, {1, 4}}, "x\ny"}, {1, 4}, {2, 1});
    both({{{1, 0}, {1, 0}}, "xy"}, {1, 6}, {1, 6});            // before it
    both({{{1, 0}, {1, 0}}, "x\n"}, {2, 4}, {2, 4});
    both({{{0, 2}, {1, 1}}, ""}, {0, 5}, {0, 5});              // paragraphs joined before it
    both({{{0, 0}, {0, 3}}, "\n\n"}, {3, 4}, {3, 4});
    both({{{1, 5}, {2, 0}}, "z"}, {1, 4}, {1, 4});             // behind it
    both({{{1, 2}, {1, 6}}, "xyz"}, {1, 2}, {1, 5});           // it stood inside
    both({{{0, 1}, {2, 2}}, "a\nb"}, {0, 1}, {1, 1});
    both({{{1, 4}, {1, 6}}, "xyz"}, {1, 4}, {1, 4});           // what follows it is replaced: it stays before
    both({{{1, 1}, {1, 4}}, "xyzw"}, {1, 5}, {1, 5});          // what precedes it is replaced: it stays behind
    both({{{1, 1}, {1, 4}}, ""}, {1, 1}, {1, 1});
}

TEST_CASE("marks follow the character they stand before through random edits") {
    for (unsigned seed = 30; seed < 40; ++seed) {
        CAPTURE(seed);
        Edits edits(seed);
        Buffer buffer("가나다라\n마바사★아자\n차카타파하");  // ★ is never inserted, so it is found again
        bool kept = true;
        for (int step = 0; step < 300 && kept; ++step) {
            const string text = buffer.text();
            const Position star = position_of(text, text.find("★"));
            const Position behind{star.paragraph, star.byte + 3};
            const Edit edit = edits.next(text);
            if (edit.range.begin <= star && behind <= edit.range.end) continue;  // it would be deleted
            buffer.apply(edit);
            const string now = buffer.text();
            const Position found = position_of(now, now.find("★"));
            // An edit's range has both ends outside of ★, so one of the sides is always right.
            kept = moved(star, edit, Stick::after) == found
                   && moved(behind, edit, Stick::before) == Position{found.paragraph, found.byte + 3};
        }
        CHECK(kept);
    }
}
