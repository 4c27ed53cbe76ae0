// The page: places, carets, pointers, and how little is set anew.
#include <doctest/doctest.h>

#include <random>

#include "text/heights.h"
#include "text_fixed_typesetter.h"

using namespace dajim::text;

namespace {

constexpr float kRow = 20;

/// A buffer on a page.
struct Page {
    Buffer buffer;
    FixedTypesetter typesetter;
    float width;
    Wrap wrap = Wrap::keep_all;
    std::uint64_t look = 1;
    Layout layout;

    explicit Page(std::string_view text, float page_width = 60) : buffer(text), width(page_width) { settle(); }
    void settle() { layout.settle(buffer, typesetter, width, wrap, look); }
    void edit(Position begin, Position end, std::string text) {
        buffer.apply({{begin, end}, std::move(text)});
        settle();
    }
    void set_all() {
        for (std::size_t i = 0; i < buffer.paragraphs(); ++i) layout.rows(i);
    }
    CaretBox caret(Position position, Affinity affinity = Affinity::downstream) {
        return layout.caret(position, affinity);
    }
    Hit press(Position from, int rows, float goal_x, Affinity affinity = Affinity::downstream) {
        return layout.vertical(from, affinity, rows, goal_x);
    }
};

std::string many_paragraphs(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += '\n';
        for (std::size_t words = i * 7 % 23; words > 0; --words) text += words % 3 ? "낱말을 " : "word ";
    }
    return text;
}

}  // namespace

TEST_CASE("paragraphs stand below each other, with their space") {
    Page page("가나다 라마바\n\n# 제목\n끝");  // two rows, one, one of 40, one
    page.typesetter.base.space_before = 4;
    page.typesetter.base.space_after = 6;
    page.look = 2;
    page.settle();
    page.set_all();
    CHECK(page.layout.top(0) == 0);
    CHECK(page.layout.top(1) == 50);
    CHECK(page.layout.top(2) == 80);
    CHECK(page.layout.top(3) == 130);
    CHECK(page.layout.height() == 160);
    CHECK(page.layout.top(99) == 160);
    CHECK(page.layout.paragraph_at(-5) == 0);
    CHECK(page.layout.paragraph_at(49) == 0);
    CHECK(page.layout.paragraph_at(50) == 1);
    CHECK(page.layout.paragraph_at(1e9f) == 3);

    const CaretBox second_row = page.caret({0, 13});
    CHECK(second_row.x == 10);
    CHECK(second_row.y == 24);
    CHECK(second_row.height == 20);
    CHECK(page.caret({2, 2}).height == 40);
    CHECK(page.caret({2, 2}).y == 84);
}

TEST_CASE("an empty document has a place for the caret") {
    Page page("");
    CHECK(page.layout.height() == kRow);
    CHECK(page.caret({0, 0}).x == 0);
    CHECK(page.layout.hit(50, 500).position == Position{0, 0});
    CHECK(page.press({0, 0}, 3, 0).position == Position{0, 0});
    CHECK(page.press({0, 0}, -3, 0).position == Position{0, 0});
    CHECK(page.layout.row_end({0, 0}, Affinity::downstream).position == Position{0, 0});
    CHECK(page.layout.expose(0, 1000) == 0);
    CHECK(page.layout.under(3, 3) == Position{0, 0});
}

TEST_CASE("a click where a caret was drawn gives its place back, at every cluster") {
    for (const Wrap wrap : {Wrap::keep_all, Wrap::any_syllable}) {
        for (const float width : {45.0f, 60.0f, 333.0f}) {
            Page page("한국어와 English를 섞어 쓴 AVAVAV 문장\n\n👨‍👩‍👧‍👦🇰🇷1️⃣ e\u0301e\u0301 \u1100\u1161\u11A8글 漢字。かな\n"
                      "# 제목 title\nabcdefghijklmnopqrstuvwxyz", width);
            page.wrap = wrap;
            page.settle();
            for (std::size_t p = 0; p < page.buffer.paragraphs(); ++p) {
                const std::string& text = page.buffer.paragraph(p);
                for (std::size_t byte = 0;; byte = next_cluster(text, byte)) {
                    for (const Affinity affinity : {Affinity::downstream, Affinity::upstream}) {
                        const CaretBox box = page.caret({p, byte}, affinity);
                        const Hit hit = page.layout.hit(box.x, box.y + box.height / 2);
                        CAPTURE(text);
                        CAPTURE(byte);
                        CHECK(box.x <= width);
                        // A blank that hangs has no place of its own at the row's edge.
                        const bool hangs = byte > 0 && text[byte - 1] == ' ' && box.x == width;
                        if (!hangs) CHECK(hit.position == Position{p, byte});
                        const CaretBox again = page.caret(hit.position, hit.affinity);
                        CHECK(again.x == box.x);
                        CHECK(again.y == box.y);
                    }
                    if (byte == text.size()) break;
                }
            }
        }
    }
}

TEST_CASE("a click goes to the nearer edge, a double click to the sign under it") {
    Page page("가나 word", 200);
    CHECK(page.layout.hit(4, 5).position.byte == 0);
    CHECK(page.layout.hit(6, 5).position.byte == 3);
    CHECK(page.layout.hit(27, 5).position.byte == 7);    // in the w
    CHECK(page.layout.hit(28, 5).position.byte == 8);
    CHECK(page.layout.hit(500, 5).position.byte == 11);
    CHECK(page.layout.hit(-9, 5).position.byte == 0);
    CHECK(page.layout.under(6, 5).byte == 0);
    CHECK(page.layout.under(19, 5).byte == 3);
    CHECK(page.layout.under(29, 5).byte == 7);
    CHECK(page.layout.under(500, 5).byte == 11);

    Page kerned("AVAV", 200);  // 8 wide each pair
    CHECK(kerned.caret({0, 1}).x == 5);
    CHECK(kerned.caret({0, 2}).x == 8);
    CHECK(kerned.caret({0, 3}).x == 13);
    CHECK(kerned.caret({0, 4}).x == 16);
}

TEST_CASE("at a soft wrap the affinity says which row") {
    Page page("가나다라마바사", 40);  // 가나다라 | 마바사
    const Position wrap{0, 12};
    CHECK(page.caret(wrap, Affinity::downstream).y == 20);
    CHECK(page.caret(wrap, Affinity::downstream).x == 0);
    CHECK(page.caret(wrap, Affinity::upstream).y == 0);
    CHECK(page.caret(wrap, Affinity::upstream).x == 40);
    // Elsewhere it says nothing.
    for (const std::size_t byte : {0, 3, 15, 21}) {
        CHECK(page.caret({0, byte}, Affinity::upstream).y == page.caret({0, byte}, Affinity::downstream).y);
        CHECK(page.caret({0, byte}, Affinity::upstream).x == page.caret({0, byte}, Affinity::downstream).x);
    }

    const Hit end = page.layout.row_end({0, 3}, Affinity::downstream);
    CHECK(end.position == wrap);
    CHECK(end.affinity == Affinity::upstream);
    const Hit again = page.layout.row_end(end.position, end.affinity);   // End stays
    CHECK(again.position == end.position);
    CHECK(again.affinity == end.affinity);
    const Hit home = page.layout.row_start(end.position, end.affinity);  // and Home returns to the same row
    CHECK(home.position == Position{0, 0});
    CHECK(page.layout.row_start(wrap, Affinity::downstream).position == wrap);
    const Hit last = page.layout.row_end(wrap, Affinity::downstream);
    CHECK(last.position == Position{0, 21});
    CHECK(last.affinity == Affinity::downstream);

    const Hit right_edge = page.layout.hit(900, 5);
    CHECK(right_edge.position == wrap);
    CHECK(right_edge.affinity == Affinity::upstream);
    const Hit second_left = page.layout.hit(-5, 25);
    CHECK(second_left.position == wrap);
    CHECK(second_left.affinity == Affinity::downstream);
}

TEST_CASE("the caret does not follow hanging blanks out of the page") {
    Page page("가나다라    마", 40);
    for (std::size_t byte = 12; byte <= 15; ++byte) CHECK(page.caret({0, byte}).x == 40);
    CHECK(page.caret({0, 16}, Affinity::upstream).x == 40);
    CHECK(page.caret({0, 16}, Affinity::upstream).y == 0);
    CHECK(page.caret({0, 16}).y == 20);
}

TEST_CASE("up and down keep to their column over short rows, and end at the document's ends") {
    Page page("가나다라마\n바\nabcdefghij\n\n사아자차", 200);
    Position at{0, 12};
    const float goal = page.caret(at).x;
    CHECK(goal == 40);
    CHECK((at = page.press(at, 1, goal).position) == Position{1, 3});
    CHECK((at = page.press(at, 1, goal).position) == Position{2, 8});
    CHECK((at = page.press(at, 1, goal).position) == Position{3, 0});
    CHECK((at = page.press(at, 1, goal).position) == Position{4, 12});
    CHECK((at = page.press(at, -4, goal).position) == Position{0, 12});
    CHECK(page.press({0, 12}, -1, goal).position == Position{0, 0});
    CHECK(page.press({4, 3}, 1, goal).position == Position{4, 12});
    CHECK(page.press({0, 0}, 1000000, goal).position == Position{4, 12});
    CHECK(page.press({4, 0}, -1000000, goal).position == Position{0, 0});
}

TEST_CASE("up and down go by rows, from the row the affinity names") {
    Page page("가나다라마바사아자", 30);  // three rows of three
    CHECK(page.press({0, 9}, 1, 30, Affinity::upstream).position == Position{0, 18});
    CHECK(page.press({0, 9}, 1, 30, Affinity::upstream).affinity == Affinity::upstream);
    CHECK(page.press({0, 9}, 1, 0, Affinity::downstream).position == Position{0, 18});
    CHECK(page.press({0, 9}, 1, 0, Affinity::downstream).affinity == Affinity::downstream);
    CHECK(page.press({0, 9}, -1, 0, Affinity::upstream).position == Position{0, 0});
    CHECK(page.press({0, 27}, -1, 12).position == Position{0, 12});
}

TEST_CASE("a line that ends with a carriage return is written in front of it") {
    Page page("가나\r\n다\r", 200);
    CHECK(page.layout.row_end({0, 0}, Affinity::downstream).position == Position{0, 6});
    CHECK(page.layout.hit(900, 5).position == Position{0, 6});
    CHECK(page.caret({0, 7}).x == page.caret({0, 6}).x);
    CHECK(page.layout.row_end({1, 0}, Affinity::downstream).position == Position{1, 3});
}

TEST_CASE("only what is looked at is set, and only what was changed is set again") {
    Page page(many_paragraphs(1000), 200);
    CHECK(page.layout.paragraphs_set() == 0);
    page.layout.expose(0, 400);
    const std::uint64_t screen = page.layout.paragraphs_set();
    CHECK(screen > 3);
    CHECK(screen <= 21);
    page.settle();
    page.layout.expose(0, 400);
    CHECK(page.layout.paragraphs_set() == screen);

    page.edit({2, 0}, {2, 0}, "가");
    page.layout.expose(0, 400);
    CHECK(page.layout.paragraphs_set() == screen + 1);

    page.edit({3, 0}, {3, 0}, "\n");  // 3 becomes two, and one may leave the screen
    page.layout.expose(0, 400);
    CHECK(page.layout.paragraphs_set() <= screen + 1 + 2);

    const std::uint64_t before = page.layout.paragraphs_set();
    page.edit({900, 0}, {900, 0}, "먼 곳");
    page.layout.expose(0, 400);
    CHECK(page.layout.paragraphs_set() == before);
    page.caret({900, 0});
    CHECK(page.layout.paragraphs_set() == before + 1);

    page.width = 150;
    page.settle();
    CHECK(page.layout.paragraphs_set() == before + 1);
    page.layout.expose(0, 400);
    CHECK(page.layout.paragraphs_set() <= before + 1 + 21);
}

TEST_CASE("guesses are near the truth") {
    Page page(many_paragraphs(1000), 200);
    const float guessed = page.layout.height();
    page.set_all();
    CHECK(guessed > page.layout.height() * 0.8f);
    CHECK(guessed < page.layout.height() * 1.25f);
}

TEST_CASE("what is set above the reader's row does not move it") {
    Page page(many_paragraphs(500), 100);
    // The reader scrolls up from the end; every step exposes paragraphs whose heights were guesses.
    float y = page.layout.height() - 300;
    y += page.layout.expose(y, y + 300);
    for (int step = 0; step < 200 && y > 0; ++step) {
        const std::size_t seen = page.layout.paragraph_at(y + 150);
        const float on_screen = page.layout.top(seen) - y;
        y -= 50;
        y += page.layout.expose(y, y + 300);
        CHECK(page.layout.top(seen) - y == doctest::Approx(on_screen + 50).epsilon(0.001));
        // All of the window is exact now.
        const std::uint64_t count = page.layout.paragraphs_set();
        const std::size_t last = page.layout.paragraph_at(y + 299);
        for (std::size_t p = page.layout.paragraph_at(y); p <= last; ++p) page.layout.rows(p);
        CHECK(page.layout.paragraphs_set() == count);
    }
}

TEST_CASE("typing in the topmost paragraph keeps its top where it is") {
    Page page("가나다 가나다 가나다\n둘째\n셋째", 40);
    page.layout.expose(10, 100);
    page.edit({0, 0}, {0, 0}, "한 행을 더 ");
    CHECK(page.layout.expose(10, 100) == 0);
    CHECK(page.layout.top(1) == 100);
}

TEST_CASE("after any edits the page is what a new page of the same text would be") {
    std::mt19937 random(3);
    Page page(many_paragraphs(40), 120);
    for (int step = 0; step < 400; ++step) {
        const auto roll = [&](std::size_t sides) { return random() % sides; };
        const auto somewhere = [&] {
            const std::size_t p = roll(page.buffer.paragraphs());
            return page.buffer.clamp({p, roll(page.buffer.paragraph(p).size() + 1)});
        };
        // Several edits may come between two settles, and once very many.
        for (std::size_t edits = step % 97 == 96 ? 90 : 1 + roll(4); edits > 0; --edits) {
            Position begin = somewhere(), end = roll(3) ? begin : somewhere();
            if (end < begin) std::swap(begin, end);
            if (end.paragraph > begin.paragraph + 3) end = begin;
            static const char* const pieces[] = {"가", "\n", "낱말 ", "# ", "word ", "\n\n긴 문단이 하나 있다 그리고 또 있다\n"};
            page.buffer.apply({{begin, end}, pieces[roll(std::size(pieces))]});
        }
        page.settle();
        if (roll(4) == 0) page.layout.expose(static_cast<float>(roll(900)), 1200);
        if (step % 10 != 0) continue;
        Page fresh(page.buffer.text(), 120);
        fresh.set_all();
        page.set_all();
        CHECK(page.layout.height() == fresh.layout.height());
        for (std::size_t p = 0; p < page.buffer.paragraphs(); p += 3) {
            if (page.layout.top(p) != fresh.layout.top(p)) CHECK(page.layout.top(p) == fresh.layout.top(p));
            const bool same_rows = page.layout.rows(p).rows.size() == fresh.layout.rows(p).rows.size();
            if (!same_rows) CHECK(same_rows);
        }
    }
}

namespace {

/// Counts what is measured.
class CountingTypesetter final : public FixedTypesetter {
public:
    mutable std::size_t measured = 0;
    float advance(std::string_view run, Face face) const override {
        ++measured;
        return FixedTypesetter::advance(run, face);
    }
};

/// What nobody would see a difference between.
std::string written(const ParagraphRows& set) {
    std::string out;
    const auto add = [&out](auto number) { out += std::to_string(number) + ' '; };
    for (const Row& row : set.rows) {
        add(row.begin), add(row.end), add(row.first_run), add(row.runs), add(row.width);
        out += '\n';
    }
    for (const Run& run : set.runs) add(run.begin), add(run.end), add(run.x), add(run.width), add(run.blank);
    return out;
}

}  // namespace

TEST_CASE("what is written in a paragraph of megabytes sets the rows round it alone") {
    std::mt19937 random(5);
    std::string text;
    while (text.size() < 200'000) text += std::string(random() % 3 ? "낱말" : "word") + std::string(random() % 6, 'x') + (random() % 9 ? " " : ". ");
    Buffer buffer(text);
    CountingTypesetter typesetter;
    Layout layout;
    const auto measured = [&] {
        typesetter.measured = 0;
        layout.settle(buffer, typesetter, 300, Wrap::keep_all, 1);
        layout.rows(0);
        return typesetter.measured;
    };
    const std::size_t whole = measured();
    std::size_t all = 0;
    for (int key = 0; key < 100; ++key) {
        const Position at = key % 4 == 0 ? buffer.end() : buffer.clamp({0, random() % buffer.paragraph(0).size()});
        buffer.apply({{at, at}, "글"});
        all += measured();
    }
    CHECK(all / 100 < whole / 20);   // now and then rows are other ones to the end
}

TEST_CASE("after any edits in a long paragraph its rows are what they would be if it were set whole") {
    static const char* const pieces[] = {"낱말을 ", "가", "word", " ", "  ", ". ", ", ", "“", "” ", "(", ") ", "3.5", "한글word ", "\t", "🇰🇷", "👨‍👩‍👧 ", "ㄱ",
                                         "《책》을 ", "가·나 ", "e\xCC\x81", "아주긴낱말이끝나지않고계속이어지고또이어진다 ", "-", "— ", "한국어 ", "ไทย ", "—", "\u00A0", "AV"};
    for (unsigned seed = 0; seed < 40; ++seed) {
        std::mt19937 random(seed);
        const auto roll = [&](std::size_t sides) { return random() % sides; };
        std::string text = seed % 5 == 0 ? "# " : "";
        const std::size_t bytes = 9000 + roll(9000);
        // Words above all; in some texts next to nothing but signs.
        while (text.size() < bytes) text += pieces[roll(seed % 3 ? 3 : std::size(pieces)) * (seed % 7 ? 1 : 0)];
        Buffer buffer(text);
        FixedTypesetter typesetter;
        typesetter.base.indent = 4;
        typesetter.base.hang = seed % 2 ? 12 : 0;
        const float width = static_cast<float>(60 + roll(200));
        const Wrap wrap = seed % 4 ? Wrap::keep_all : Wrap::any_syllable;
        Layout layout;
        layout.settle(buffer, typesetter, width, wrap, 1);
        layout.rows(0);
        for (int step = 0; step < 12; ++step) {
            Position begin = buffer.clamp({0, roll(buffer.paragraph(0).size() + 1)}), end = begin;
            if (roll(3) == 0) end = buffer.clamp({0, std::min(buffer.paragraph(0).size(), begin.byte + roll(40))});
            if (roll(20) == 0) begin.byte = 0;
            if (roll(8) == 0) end = buffer.end();
            if (roll(8) == 0) begin = end = buffer.end();
            std::string words;
            for (std::size_t count = roll(4); count > 0; --count) words += pieces[roll(std::size(pieces))];
            buffer.apply({{begin, end}, words});
            layout.settle(buffer, typesetter, width, wrap, 1);
            const bool same = written(layout.rows(0)) == written(set_paragraph(buffer, 0, typesetter, width, wrap));
            if (!same) FAIL_CHECK("seed " << seed << ", step " << step);
            if (!same) break;
        }
    }
}

TEST_CASE("another buffer, wrap or look is a new page") {
    Page page("가나다라마바사", 40);
    page.set_all();
    CHECK(page.layout.height() == 40);
    page.wrap = Wrap::any_syllable;
    page.settle();
    CHECK(page.layout.rows(0).rows.size() == 2);
    page.typesetter.base.line_height = 30;
    page.look = 2;
    page.settle();
    page.set_all();
    CHECK(page.layout.height() == 60);
    page.buffer = Buffer("하나\n둘");
    page.settle();
    page.set_all();
    CHECK(page.layout.height() == 60);
    CHECK(page.layout.rows(1).rows[0].width == 10);
}

TEST_CASE("a very long page forgets rows, not heights") {
    std::string paragraph;
    while (paragraph.size() < 3 * 10000) paragraph += "가";
    std::string text;
    for (int i = 0; i < 60; ++i) text += paragraph + "\n";
    Page page(text, 400);
    page.set_all();
    const float height = page.layout.height();
    page.settle();
    page.edit({60, 0}, {60, 0}, "끝");
    const std::uint64_t before = page.layout.paragraphs_set();
    CHECK(page.layout.height() == height);
    page.layout.rows(5);
    CHECK(page.layout.paragraphs_set() == before + 1);
    CHECK(page.layout.height() == height);
}

TEST_CASE("the sum of heights is the sum of heights") {
    std::mt19937 random(9);
    Heights heights;
    std::vector<float> plain;
    for (int step = 0; step < 500; ++step) {
        const std::size_t first = random() % (plain.size() + 1);
        const std::size_t removed = std::min<std::size_t>(random() % 40, plain.size() - first);
        std::vector<float> inserted(random() % 60);
        for (float& height : inserted) height = static_cast<float>(1 + random() % 50);
        heights.splice(first, removed, inserted);
        const auto at = plain.begin() + static_cast<std::ptrdiff_t>(first);
        plain.insert(plain.erase(at, at + static_cast<std::ptrdiff_t>(removed)), inserted.begin(), inserted.end());
        if (plain.empty()) continue;
        const std::size_t changed = random() % plain.size();
        heights.set(changed, plain[changed] = 5);

        double sum = 0;
        const std::size_t wanted = random() % plain.size();
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (i == wanted) {
                CHECK(heights.before(i) == sum);
                CHECK(heights.at(sum) == i);
                CHECK(heights.at(sum + plain[i] - 0.5) == i);
            }
            sum += plain[i];
        }
        CHECK(heights.total() == sum);
        CHECK(heights.at(sum + 10) == plain.size() - 1);
        CHECK(heights.at(-10) == 0);
    }
}
