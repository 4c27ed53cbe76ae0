// Posts as they come from blogs: what goes in comes out, and what they say of themselves is understood.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "formats/post.h"
#include "formats_fixture.h"

using namespace dajim;
using formats::ReadError;

namespace {

struct Expected {
    const char* file;
    const char* title;
    const char* date;  // empty for none
    std::vector<std::string> tags;
    std::size_t front_matter_lines;
};

const std::vector<Expected> expected{
    {"jekyll-zone.md", "모임 3기를 시작하며", "2023-02-12", {"일기", "다짐", "글쓰기", "3기"}, 11},
    {"docusaurus-hangul-slug.md", "겨울을 보내며", "", {"회고", "겨울"}, 6},
    {"hugo-toml.md", "여름 학기를 돌아보다", "2022-08-31", {"회고", "semester", "학교"}, 11},
    {"hugo-yaml.md", "It's the end of a quarter", "2024-09-30", {"okr", "look back", "work"}, 9},
    {"next-folded-excerpt.md", "백 일의 약속: 하루 한 줄", "2021-05-03", {}, 10},
    {"2022-5-8-spring-begins.md", "spring begins", "2022-05-08", {}, 0},
    {"rule-first.md", "rule-first", "", {}, 0},
    {"rule-and-heading.md", "줄 아래의 제목", "", {}, 0},
    {"notion-paste.md", "notion-paste", "", {}, 0},
    {"tistory-paste.md", "tistory-paste", "", {}, 0},
    {"mixed-bullets.md", "목표", "", {}, 0},
    {"html-and-liquid.md", "그림이 있는 글", "", {}, 3},
    {"emoji-tasks.md", "🚩 다시, 시작", "", {}, 0},
    {"nfd.md", "한글 이름의 파일", "", {"맥", "다짐"}, 4},
    {"crlf.md", "윈도우에서 쓴 글", "2020-11-02", {"일상", "기록"}, 5},
    {"crlf-no-final-newline.md", "crlf-no-final-newline", "", {}, 0},
    {"mixed-endings.md", "섞인 줄 끝", "", {"하나"}, 4},
    {"bom.md", "표시가 붙은 글", "", {}, 3},
    {"bom-crlf.md", "Notes on a hundred days", "", {}, 0},
    {"tabs.md", "tabs", "", {}, 0},
    {"no-final-newline.md", "no-final-newline", "", {}, 0},
    {"blank-tail.md", "blank-tail", "", {}, 0},
    {"broken-yaml.md", "회고: 무엇이 남았나 [4기]", "2019-12-29", {"회고", "한 해"}, 8},
    {"jekyll-string-tags.md",
     "Half a year of Sundays",
     "2022-07-03",
     {"Looking back", "writing", "retrospective", "cohort"},
     6},
    {"2023-1-2-a_year_of_reading.md", "Setext says it", "2023-01-02", {}, 0},
    {"code-before-heading.md", "진짜 제목", "", {}, 0},
    {"alias.md", "Anchors are left alone", "", {}, 8},
    {"questions.md", "스스로에게 묻다", "2025-01-01", {}, 4},
    {"empty-front-matter.md", "비어 있는 머리말", "", {}, 2},
    {"unclosed-front-matter.md", "unclosed-front-matter", "", {}, 0},
};

journal::Document read(std::string_view bytes, std::string_view name = "post.md") {
    auto document = formats::read_post(bytes, name);
    REQUIRE(document);
    return std::move(document.value());
}

formats::PostFacts facts_of(std::string_view text, std::string_view name = "") {
    return formats::post_facts(text::Buffer(text), name);
}

}  // namespace

TEST_CASE("a post that was not touched comes out as the same bytes") {
    for (const Expected& post : expected) {
        CAPTURE(post.file);
        const std::string bytes = read_fixture(std::string("posts/") + post.file);
        const journal::Document document = read(bytes, post.file);
        CHECK(formats::write_post(document) == bytes);
        CHECK(document.file_name == post.file);
    }
}

TEST_CASE("whatever endings and signs are strewn about, the bytes come back") {
    std::mt19937 dice(7);
    const std::vector<std::string> pieces{"\r",           "\n",  "\r\n", "\r\n", "글",     "a",
                                          "\xEF\xBB\xBF", "---", "\t",   " ",    "\u2028", "\x1b"};
    for (int round = 0; round < 3000; ++round) {
        std::string bytes = round % 3 == 0 ? "\xEF\xBB\xBF" : "";
        for (auto n = 1 + dice() % 12; n > 0; --n) bytes += pieces[dice() % (round % 2 == 0 ? pieces.size() : 5)];
        const auto document = formats::read_post(bytes, "");
        if (!document) {
            CHECK(document.error() == ReadError::empty);
            continue;
        }
        CHECK(formats::write_post(document.value()) == bytes);
        (void)formats::post_facts(document.value().text, "x.md");
    }
}

TEST_CASE("a file's own line ending stays out of the text and comes back with every line") {
    journal::Document document = read("하나\r\n둘\r\n");
    CHECK(document.line_ending == journal::LineEnding::crlf);
    CHECK(document.text.text() == "하나\n둘\n");
    document.text.apply({{{1, 3}, {1, 3}}, "\n셋"});
    CHECK(formats::write_post(document) == "하나\r\n둘\r\n셋\r\n");

    const journal::Document mixed = read("하나\r\n둘\n");
    CHECK(mixed.line_ending == journal::LineEnding::lf);
    CHECK(mixed.text.text() == "하나\r\n둘\n");
}

TEST_CASE("what is no post is refused with its reason") {
    const auto reason = [](std::string_view bytes) {
        const auto read = formats::read_post(bytes, "x.md");
        REQUIRE(!read);
        return read.error();
    };
    CHECK(reason("") == ReadError::empty);
    CHECK(reason("\xEF\xBB\xBF") == ReadError::empty);
    CHECK(reason("\xC7\xD1\xB1\xDB \xB4\xD9\xC1\xFC") == ReadError::not_utf8);            // EUC-KR
    CHECK(reason(std::string_view("\xFF\xFE\x5C\xD5\n\0", 6)) == ReadError::not_utf8);    // UTF-16
    CHECK(reason(std::string_view("a\0b\0c\0", 6)) == ReadError::not_utf8);               // UTF-16 without its mark
    CHECK(reason(std::string_view("%PDF\0", 5)) == ReadError::not_utf8);
    CHECK(reason("\xED\xA0\x80") == ReadError::not_utf8);                                 // a lone surrogate
    CHECK(reason("글\xEA\xB8") == ReadError::not_utf8);                                   // cut within a character
    CHECK(reason(std::string(formats::max_post_bytes + 1, 'a')) == ReadError::too_large);
    CHECK(formats::read_post(std::string(formats::max_post_bytes, 'a'), "x.md"));
}

TEST_CASE("a file name that is not UTF-8 is repaired") {
    CHECK(read("a", "\xB1\xDB.md").file_name == "\uFFFD\uFFFD.md");
}

TEST_CASE("title, date, tags and front matter of every post") {
    for (const Expected& post : expected) {
        CAPTURE(post.file);
        const journal::Document document = read(read_fixture(std::string("posts/") + post.file), post.file);
        const formats::PostFacts facts = formats::post_facts(document.text, post.file);
        CHECK(facts.title == post.title);
        CHECK((facts.date ? journal::write_date(*facts.date) : "") == post.date);
        CHECK(facts.tags == post.tags);
        CHECK(facts.front_matter_lines == post.front_matter_lines);
        CHECK(formats::front_matter_lines(document.text) == post.front_matter_lines);
    }
}

TEST_CASE("a date in the file's name is read padded or not") {
    for (const char* const name : {"2022-5-8-봄.md", "2022-05-08-봄.markdown", "20220508-봄.md", "2022_05_08_봄.md",
                                   "_posts/2022-5-8-봄.md", "2022-05-08 봄.md", "2022.5.8. 봄.md"}) {
        CAPTURE(name);
        const formats::PostFacts facts = facts_of("글", name);
        CHECK(facts.date == journal::Date{2022, 5, 8});
        CHECK(facts.title == "봄");
    }
    CHECK(facts_of("글", "2022-5-8.md").date == journal::Date{2022, 5, 8});
    CHECK(!facts_of("글", "2022-13-8-x.md").date);
    CHECK(!facts_of("글", "100-days.md").date);
    CHECK(facts_of("글", "100-days.md").title == "100-days");
    CHECK(facts_of("글", "index.md").title.empty());
    CHECK(facts_of("---\ndate: 2020-01-02\n---\n", "2022-5-8-x.md").date == journal::Date{2020, 1, 2});
}

TEST_CASE("titles in the forms that YAML and people have") {
    const auto title = [](const std::string& line) { return facts_of("---\n" + line + "\n---\n").title; };
    CHECK(title("title: 그냥 제목") == "그냥 제목");
    CHECK(title("title: \"따옴표 \\\"안\\\"\"") == "따옴표 \"안\"");
    CHECK(title("title: '글또''s'") == "글또's");
    CHECK(title("Title: Upper case key") == "Upper case key");
    CHECK(title("title: 회고: 두 번째: 세 번째") == "회고: 두 번째: 세 번째");
    CHECK(title("title: [회고] 한 해") == "[회고] 한 해");
    CHECK(title("title: [회고]") == "[회고]");
    CHECK(title("title: @someone's goals") == "@someone's goals");
    CHECK(title("title: 50% done: a look back") == "50% done: a look back");
    CHECK(title("title: >-\n  접힌\n  제목") == "접힌 제목");
    CHECK(title("title: >-\n  접힌\n  제목\nbroken: a: b") == "접힌 제목");
    CHECK(title("title: \"unclosed") == "\"unclosed");
    CHECK(title("title:\ttab") == "tab");
    CHECK(title("title: 2024") == "2024");
    CHECK(title("title: \"a\\0b\\nc\\uAE00\"") == "a b c글");
    CHECK(title("title: |\n  두\n  줄") == "두 줄");
    CHECK(title("title: ~").empty());
    CHECK(title("title:").empty());
    CHECK(title("params:\n  title: nested").empty());
}

TEST_CASE("tags in the forms that generators have") {
    using Tags = std::vector<std::string>;
    const auto tags = [](const std::string& lines) { return facts_of("---\n" + lines + "\n---\n").tags; };
    CHECK(tags("tags: [a, '나 다', \"라\"]") == Tags{"a", "나 다", "라"});
    CHECK(tags("tags:\n  - a\n  - 나 다") == Tags{"a", "나 다"});
    CHECK(tags("tags:\n- a\n- b") == Tags{"a", "b"});
    CHECK(tags("tags: a b  c") == Tags{"a", "b", "c"});
    CHECK(tags("tags: a, 나 다,") == Tags{"a", "나 다"});
    CHECK(tags("tag: 나 다") == Tags{"나 다"});
    CHECK(tags("categories: [x]\ntags: [x, y]") == Tags{"x", "y"});
    CHECK(tags("tags: ['#글또', \"#9기\"]") == Tags{"글또", "9기"});
    CHECK(tags("tags: []").empty());
    CHECK(tags("tags: ~").empty());
    CHECK(tags("tags:\n  - label: inner\n    permalink: /x").empty());
    CHECK(tags("title: a: b\ntags: [a, '나 다']") == Tags{"a", "나 다"});
    CHECK(tags("title: a: b\ntags: a b") == Tags{"a", "b"});
}

TEST_CASE("headings give a title where no front matter does") {
    CHECK(facts_of("글\n\n### 셋째 ###\n# 첫째\n").title == "셋째");
    CHECK(facts_of("#태그 아님\n\n## 제목").title == "제목");
    CHECK(facts_of("####### 일곱\n", "f.md").title == "f");
    CHECK(facts_of("    # 코드\n", "f.md").title == "f");
    CHECK(facts_of("# \n\n# C# 을 배우며\n").title == "C# 을 배우며");
    CHECK(facts_of("제목\n---\n").title == "제목");
    CHECK(facts_of("두 줄의\n문단이다\n---\n", "f.md").title == "f");
    CHECK(facts_of("- 목록\n---\n", "f.md").title == "f");
    CHECK(facts_of("~~~\n# 코드\n```\n# 아직\n~~~\n# 밖\n").title == "밖");
}

TEST_CASE("a rule at the top is not front matter") {
    const auto lines = [](std::string_view text) { return formats::front_matter_lines(text::Buffer(text)); };
    CHECK(lines("---\n글\n---\n") == 0);
    CHECK(lines("---\n\n- 목록\n\n---\n") == 0);
    CHECK(lines("---\nhttps://example.org\n---\n") == 0);
    CHECK(lines("--- \ntitle: 빈칸 뒤\n---\t\n") == 3);
    CHECK(lines("----\ntitle: x\n----\n") == 0);
    CHECK(lines("\n---\ntitle: x\n---\n") == 0);
    CHECK(lines(" ---\ntitle: x\n---\n") == 0);
    CHECK(lines("---\ntitle: x\n...\n") == 3);
    CHECK(lines("---\n# 설명\ntitle: x\n---\n") == 4);
    CHECK(lines("+++\n제목 없이\n+++\n") == 0);
    CHECK(lines("---") == 0);
    CHECK(lines("") == 0);
}

TEST_CASE("front matter is looked for in the first 200 lines and 64 KB alone") {
    std::string block = "---\n";
    for (int i = 0; i < 198; ++i) block += "k" + std::to_string(i) + ": v\n";
    CHECK(formats::front_matter_lines(text::Buffer(block + "---\n")) == 200);
    CHECK(formats::front_matter_lines(text::Buffer(block + "k: v\n---\n")) == 0);
    CHECK(formats::front_matter_lines(text::Buffer("---\ntitle: " + std::string(64 * 1024, 'x') + "\n---\n")) == 0);
}

TEST_CASE("front matter made to harm is only text") {
    const auto facts = [](const std::string& lines) { return facts_of("---\n" + lines + "\n---\n# 제목\n"); };
    CHECK(facts("a: " + std::string(60'000, '[')).title == "제목");
    CHECK(facts("a: " + std::string(60'000, '{') + "\ntitle: t").title == "t");
    std::string deep = "title: t\n";
    for (int i = 0; i < 100; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "k:\n";
    CHECK(facts(deep).title == "t");
    std::string laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char c = 'b'; c < 'k'; ++c)
        laughs += std::string(1, c) + ": &" + c + " [*" + char(c - 1) + ",*" + char(c - 1) + ",*" + char(c - 1) + "]\n";
    CHECK(facts(laughs + "title: t\ntags: *j").title == "t");
    CHECK(facts("title: t\ntags: [" + std::string(20'000, ',') + "]").title == "t");
    CHECK(facts("title: \"\\x00\\uD800\"").front_matter_lines == 3);
    CHECK(facts("? a\n: b\ntitle: t").front_matter_lines == 0);
    CHECK(facts("%YAML 9.9").front_matter_lines == 0);
}
