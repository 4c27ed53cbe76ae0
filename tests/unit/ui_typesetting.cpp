// Markdown in place: which words are set in which face, and that a page that followed edits is set as a new page of the same text.
#include <doctest/doctest.h>

#include <random>

#include "text/kinds.h"
#include "ui/typesetting.h"
#include "ui_window.h"

using namespace dajim;
using ui::LineKind;

namespace {

/// "굵게(strong)" for each stretch of a line that is more than its paragraph.
std::string read(const ui::Typesetting& typesetting, const text::Buffer& buffer, std::size_t paragraph) {
    std::string out;
    const text::Face base = typesetting.style(buffer, paragraph).face;
    for (const text::Stretch& stretch : typesetting.stretches(buffer, paragraph)) {
        out += buffer.paragraph(paragraph).substr(stretch.begin, stretch.end - stretch.begin) + '(';
        const int bits = stretch.face ^ base;
        if (bits & ui::strong_bit) out += 'b';
        if (bits & ui::emphasis_bit) out += 'i';
        if (bits & ui::code_bit) out += 'c';
        if (stretch.look & ui::look_strike) out += '~';
        if (stretch.look & ui::look_link) out += 'l';
        if (stretch.look & ui::look_sign) out += '.';
        out += ')';
    }
    return out;
}

std::string read(std::string_view text, std::size_t paragraph = 0) {
    fake::Glyphs glyphs;
    const ui::Typesetting typesetting(glyphs);
    return read(typesetting, text::Buffer(text), paragraph);
}

std::string kinds(std::string_view text) {
    fake::Glyphs glyphs;
    const ui::Typesetting typesetting(glyphs);
    const text::Buffer buffer(text);
    std::string out;
    for (std::size_t at = 0; at < buffer.paragraphs(); ++at) out += "p123>-=c`m_"[static_cast<int>(typesetting.kind(buffer, at))];
    return out;
}

}  // namespace

TEST_CASE("what a line is") {
    CHECK(kinds("# 큰\n## 중\n### 작은\n#아님\n> 인용\n- 항목\n---\n\n글") == "123p>-=_p");
    CHECK(kinds("```\n# 코드\n- 코드\n```\n# 큰") == "`cc`1");
    CHECK(kinds("큰 제목\n===\n중간 제목\n---\n글") == "1=2=p");
    CHECK(kinds("---\ntitle: a\n---\n\n---\n글") == "mmm_=p");
}

TEST_CASE("words keep their signs, and are set by them") {
    CHECK(read("**굵게** 그리고 *기울게*") == "**(.)굵게(b)**(.)*(.)기울게(i)*(.)");
    CHECK(read("~~지움~~ `코드` [글또](https://a.org)") == "~~(.)지움(~)~~(.)`(.)코드(c)`(.)[(.)글또(l)](https://a.org)(.)");
    CHECK(read("# **굵은** 제목") == "# **(.)굵은(b)**(.)");
    CHECK(read("```\n**코드**\n```", 1) == "");
    CHECK(read("---\ntitle: **a**\n---", 1) == "");
}

TEST_CASE("what runs over two lines of a paragraph is set in both, not over an empty line or into the next item") {
    CHECK(read("**여기서\n저기까지** 굵다", 1) == "저기까지(b)**(.)");
    CHECK(read("**여기서\n\n저기까지** 굵다", 2) == "");
    CHECK(read("- **여기서\n- 저기까지** 굵다", 1) == "-(.)");
}

TEST_CASE("after any edits a page is set as a new page of the same text") {
    std::mt19937 random(7);
    fake::Glyphs glyphs;
    const ui::Typesetting followed(glyphs);
    const char* const pieces[] = {"**", "`", "```", "\n", "\n\n", "---", "가나 ", "[a](b)", "# ", "- ", "*", "~~", "> ", "===", "\n---\n"};
    for (int document = 0; document < 40; ++document) {
        text::Buffer buffer(document % 2 ? "---\ntitle: a\n---\n첫 줄\n둘째 **줄**\n\n셋째" : "첫 줄\n둘째 **줄\n셋째** 줄\n\n```\n코드\n```");
        text::Layout layout;
        for (int round = 0; round < 60; ++round) {
            layout.settle(buffer, followed, 300, text::Wrap::keep_all, 1);
            layout.expose(0, 1e5f);
            text::Layout fresh;
            const ui::Typesetting anew(glyphs);
            const text::Buffer copy(buffer);
            fresh.settle(copy, anew, 300, text::Wrap::keep_all, 1);
            for (std::size_t at = 0; at < buffer.paragraphs(); ++at) {
                const text::ParagraphRows& here = layout.rows(at);
                const text::ParagraphRows& there = fresh.rows(at);
                CAPTURE(buffer.text());
                CAPTURE(at);
                REQUIRE(here.style == there.style);
                REQUIRE(here.stretches == there.stretches);
                REQUIRE(here.rows.size() == there.rows.size());
            }
            const std::size_t paragraph = random() % buffer.paragraphs();
            const std::size_t size = buffer.paragraph(paragraph).size();
            if (random() % 3 == 0 && paragraph + 1 < buffer.paragraphs()) {
                buffer.apply({{{paragraph, size}, {paragraph + 1, 0}}, ""});
            } else if (random() % 3 == 0) {
                buffer.apply({{{paragraph, 0}, {paragraph, size}}, ""});
            } else {
                const std::size_t at = random() % 2 ? 0 : size;
                buffer.apply({{{paragraph, at}, {paragraph, at}}, pieces[random() % std::size(pieces)]});
            }
        }
    }
}

TEST_CASE("a keystroke sets its own paragraph anew and no other") {
    fake::Glyphs glyphs;
    const ui::Typesetting typesetting(glyphs);
    std::string text;
    for (int line = 0; line < 200; ++line) text += "한 줄 **굵은** 글\n";
    text::Buffer buffer(text);
    text::Layout layout;
    layout.settle(buffer, typesetting, 300, text::Wrap::keep_all, 1);
    layout.expose(0, 600);
    const std::uint64_t before = layout.paragraphs_set();
    buffer.apply({{{5, 0}, {5, 0}}, "가"});
    layout.settle(buffer, typesetting, 300, text::Wrap::keep_all, 1);
    layout.expose(0, 600);
    CHECK(layout.paragraphs_set() == before + 1);
}

TEST_CASE("folded front matter is one row high, and its words are still there for the caret") {
    fake::Glyphs glyphs;
    ui::Typesetting typesetting(glyphs);
    const text::Buffer buffer("---\ntitle: a\ndate: 2024-01-01\n---\n글");
    text::Layout layout;
    layout.settle(buffer, typesetting, 300, text::Wrap::keep_all, 1);
    layout.expose(0, 1000);
    const float open = layout.top(4);
    REQUIRE(typesetting.fold(buffer, true));
    layout.restyle({0, 4});
    layout.expose(0, 1000);
    CHECK(layout.top(4) == doctest::Approx(typesetting.style(buffer, 0).line_height));
    CHECK(layout.top(4) < open);
    CHECK(layout.vertical({4, 0}, text::Affinity::downstream, -1, 0).position.paragraph == 3);
    CHECK(layout.hit(10, 5).position.paragraph == 0);
    CHECK_FALSE(typesetting.fold(buffer, true));
    REQUIRE(typesetting.fold(buffer, false));
    layout.restyle({0, 4});
    layout.expose(0, 1000);
    CHECK(layout.top(4) == doctest::Approx(open));
}

TEST_CASE("a sign without a picture has room of its own, and is no part of the words beside it") {
    fake::Glyphs glyphs;
    const ui::Typesetting typesetting(glyphs);
    for (const char* sign : {"\u200B", "\u202E", "\u2066", "\uFEFF", "\u00AD", "\x07", "\u0085"}) {
        const text::Buffer buffer(std::string("ab") + sign + "cd");
        CAPTURE(buffer.text());
        const text::ParagraphRows rows = text::set_paragraph(buffer, 0, typesetting, 500, text::Wrap::keep_all);
        REQUIRE(rows.runs.size() == 3);
        CHECK(buffer.paragraph(0).substr(rows.runs[1].begin, rows.runs[1].end - rows.runs[1].begin) == sign);
        CHECK(rows.runs[1].width > 4);
        CHECK_FALSE(rows.runs[1].blank);
    }
    CHECK(text::turns_direction("\u202E"));
    CHECK_FALSE(text::turns_direction("\u200B"));
    CHECK_FALSE(text::is_unseen("\t"));
    CHECK_FALSE(text::is_unseen("\r"));
    CHECK_FALSE(text::is_unseen("가"));
}
