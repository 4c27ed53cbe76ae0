// One paragraph's rows and runs at known widths.
#include <doctest/doctest.h>

#include "text_fixed_typesetter.h"

using namespace dajim::text;
using Rows = std::vector<std::string>;

namespace {

ParagraphRows set(const Buffer& buffer, float width, Wrap wrap = Wrap::keep_all, ParagraphStyle style = {}) {
    FixedTypesetter typesetter;
    typesetter.base = style;
    return set_paragraph(buffer, 0, typesetter, width, wrap);
}

}  // namespace

TEST_CASE("the two ways to wrap Korean") {  // a syllable is 10 wide, a space or letter 5
    const char* text = "다짐을 쓰고 회고까지 간다";
    CHECK(rows_of(text, 60, Wrap::keep_all) == Rows{"다짐을 쓰고 ", "회고까지 ", "간다"});
    CHECK(rows_of(text, 60, Wrap::any_syllable) == Rows{"다짐을 쓰고 ", "회고까지 간", "다"});
    CHECK(rows_of(text, 65, Wrap::keep_all) == Rows{"다짐을 쓰고 ", "회고까지 간다"});
    CHECK(rows_of(text, 1000, Wrap::keep_all) == Rows{text});
    CHECK(rows_of("", 60, Wrap::keep_all) == Rows{""});
    CHECK(rows_of("글또 10기에서 Dajim을 쓴다.", 50, Wrap::keep_all) == Rows{"글또 ", "10기에서 ", "Dajim을 ", "쓴다."});
    CHECK(rows_of("글또 10기에서 Dajim을 쓴다.", 50, Wrap::any_syllable) == Rows{"글또 10기", "에서 Dajim", "을 쓴다."});
}

TEST_CASE("a word wider than the row breaks inside, and even there no row starts with a full stop") {
    CHECK(rows_of("가나다라마바사아", 40, Wrap::keep_all) == Rows{"가나다라", "마바사아"});
    CHECK(rows_of("가나다라.", 40, Wrap::keep_all) == Rows{"가나다", "라."});
    CHECK(rows_of("앞 가나다라마", 40, Wrap::keep_all) == Rows{"앞 ", "가나다라", "마"});
    CHECK(rows_of("abcdefghijkl", 40, Wrap::keep_all) == Rows{"abcdefgh", "ijkl"});
    CHECK(rows_of("a abcdefghijkl", 40, Wrap::keep_all) == Rows{"a ", "abcdefgh", "ijkl"});
    CHECK(rows_of("e\u0301e\u0301e\u0301", 10, Wrap::keep_all) == Rows{"e\u0301e\u0301", "e\u0301"});
    CHECK(rows_of("))))))", 20, Wrap::keep_all) == Rows{"))))", "))"});
    CHECK(rows_of("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 10, Wrap::keep_all) == Rows{"👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"});
}

TEST_CASE("a row narrower than one sign still holds one sign") {
    CHECK(rows_of("가나 ab", 3, Wrap::keep_all) == Rows{"가", "나 ", "a", "b"});
    CHECK(rows_of("가나", 0, Wrap::any_syllable) == Rows{"가", "나"});
    CHECK(rows_of("가나", -20, Wrap::keep_all) == Rows{"가", "나"});
}

TEST_CASE("prohibitions hold where the row is full") {
    CHECK(rows_of("가나다라)마", 40, Wrap::any_syllable) == Rows{"가나다", "라)마"});
    CHECK(rows_of("가나다(라마", 35, Wrap::any_syllable) == Rows{"가나다", "(라마"});
    CHECK(rows_of("가나다「라마", 40, Wrap::any_syllable) == Rows{"가나다", "「라마"});
    CHECK(rows_of("日本語語。日", 40, Wrap::keep_all) == Rows{"日本語", "語。日"});
}

TEST_CASE("blanks hang past the end of their row") {
    CHECK(rows_of("가나다라    마", 40, Wrap::keep_all) == Rows{"가나다라    ", "마"});
    const Buffer buffer("가나다라    마");
    const ParagraphRows rows = set(buffer, 40);
    CHECK(rows.rows[0].width == 40);
    CHECK(rows.rows[1].width == 10);
    CHECK(rows.runs[7].blank);
    CHECK(rows.runs[7].x == 55);
    CHECK(rows_of("     가", 20, Wrap::keep_all) == Rows{"     ", "가"});
    CHECK(rows_of("가　나　다", 25, Wrap::keep_all) == Rows{"가　", "나　", "다"});
}

TEST_CASE("tabs go to the next of the row's stops, four spaces apart") {
    const Buffer buffer("a\tb\t\tabcd\tx");
    const ParagraphRows rows = set(buffer, 1000);
    const auto x_after = [&](std::size_t run) { return rows.runs[run].x + rows.runs[run].width; };
    CHECK(rows.runs.size() == 8);
    CHECK(x_after(1) == 20);
    CHECK(x_after(3) == 40);
    CHECK(x_after(4) == 60);
    CHECK(x_after(5) == 80);
    CHECK(x_after(6) == 100);   // at a stop already: on to the next
    const Buffer wrapped("가나 다\t라");  // on the second row the tab counts from that row's left
    const ParagraphRows second = set(wrapped, 34, Wrap::keep_all, {.indent = 4});
    CHECK(second.rows.size() == 2);
    CHECK(second.runs[4].x == 14);
    CHECK(second.runs[4].width == 10);
    CHECK(second.runs[5].x == 24);
}

TEST_CASE("what is measured as one: a cluster of Hangul, a word of Latin, a blank") {
    const Buffer buffer("한글 Latin, word。漢字👍🏽 https://a.b/c x\r");
    const ParagraphRows rows = set(buffer, 1000);
    std::vector<std::string> runs;
    for (const Run& run : rows.runs) runs.push_back(buffer.paragraph(0).substr(run.begin, run.end - run.begin));
    CHECK(runs == Rows{"한", "글", " ", "Latin,", " ", "word", "。", "漢", "字", "👍🏽", " ",
                       "https://", "a.b/", "c", " ", "x", "\r"});
    CHECK(rows.runs.back().width == 0);
    CHECK(rows.runs.back().blank);

    const Buffer kerned("AVAV");  // 20 wide letter by letter
    CHECK(set(kerned, 1000).rows[0].width == 16);
    CHECK(rows_of("AVAVAV", 24, Wrap::keep_all) == Rows{"AVAVAV"});
}

TEST_CASE("a long word is measured in pieces that end between clusters") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "e\u0301";
    const Buffer buffer(text);
    const ParagraphRows rows = set(buffer, 10000);
    CHECK(rows.runs.size() == 3);
    for (const Run& run : rows.runs) {
        CHECK(run.end - run.begin <= 48);
        CHECK(floor_cluster(text, run.begin) == run.begin);
    }
    CHECK(rows.rows[0].width == 200);
}

TEST_CASE("indents: of the paragraph, and further of all rows but the first") {
    const ParagraphStyle list{.line_height = 20, .space_before = 3, .space_after = 7, .indent = 10, .hang = 15};
    const Buffer buffer("가나 다라 마바");
    const ParagraphRows rows = set(buffer, 45, Wrap::keep_all, list);
    CHECK(rows_of("가나 다라 마바", 45, Wrap::keep_all, list) == Rows{"가나 ", "다라 ", "마바"});
    CHECK(rows.runs[rows.rows[0].first_run].x == 10);
    CHECK(rows.runs[rows.rows[1].first_run].x == 25);
    CHECK(rows.rows[1].width == 45);
    CHECK(rows.height() == 70);
}

TEST_CASE("rows and runs cover every byte once, whatever the text and the width") {
    const char* const pieces[] = {"가", "나다", " ", "  ", "\t", "word", "AV", "1,000.5", "(", ")", ".", "。", "「", "」",
                                  "👨‍👩‍👧‍👦", "🇰🇷", "e\u0301", "\u1112\u119E\u11AB", "https://a.b/c", "漢字", "\u00A0",
                                  "\u200B", "\r", "\x01", "\u0301", "abcdefghijklmnopqrstuvwxyz"};
    std::uint32_t random = 5;
    for (int round = 0; round < 600; ++round) {
        std::string text;
        const auto roll = [&](std::size_t sides) { return (random = random * 1664525 + 1013904223) / 65536 % sides; };
        for (std::size_t n = roll(30); n > 0; --n) text += pieces[roll(std::size(pieces))];
        const Buffer buffer(text);
        const float width = static_cast<float>(roll(150));
        const ParagraphRows rows = set(buffer, width, round % 2 ? Wrap::keep_all : Wrap::any_syllable,
                                       {.indent = static_cast<float>(roll(20)),
                                        .hang = static_cast<float>(roll(2) * 8)});
        std::uint32_t byte = 0, run_index = 0;
        bool whole = !rows.rows.empty();
        for (const Row& row : rows.rows) {
            whole = whole && row.begin == byte && row.first_run == run_index;
            whole = whole && floor_cluster(text, row.begin) == row.begin;
            float x = rows.style.indent + (&row == rows.rows.data() ? 0 : rows.style.hang);
            std::uint32_t solid = 0;
            for (std::uint32_t i = 0; i < row.runs; ++i, ++run_index) {
                const Run& run = rows.runs[run_index];
                whole = whole && run.begin == byte && run.end > run.begin && run.x == x && run.width >= 0;
                byte = run.end;
                x += run.width;
                solid += !run.blank;
            }
            whole = whole && row.end == byte && (row.width <= width + 0.01f || solid <= 1);
        }
        whole = whole && byte == text.size() && run_index == rows.runs.size();
        if (!whole) {
            CHECK_MESSAGE(whole, text);
            break;
        }
    }
}
