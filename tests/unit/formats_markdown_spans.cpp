// Words that are more than prose: what is found, and that every stretch lies where it may, whatever the text.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "formats/markdown_spans.h"
#include "text/utf8.h"

using namespace dajim;

namespace {

/// "strong 굵게" one a line, as somebody would read it; a link with where it goes.
std::string read(std::string_view block) {
    const formats::MarkdownSpans found = formats::markdown_spans(block);
    std::string out;
    for (const formats::MarkdownSpan& span : found.spans) {
        const char* const names[] = {"strong", "emphasis", "strike", "code", "link", "sign"};
        for (int bit = 0; bit < 6; ++bit) {
            if (span.is & 1 << bit) out += std::string(names[bit]) + " ";
        }
        out += block.substr(span.begin, span.end - span.begin);
        if (span.address) out += " -> " + found.addresses[span.address - 1u];
        out += '\n';
    }
    return out;
}

void check_shape(std::string_view block) {
    CAPTURE(block);
    const formats::MarkdownSpans found = formats::markdown_spans(block);
    std::size_t at = 0;
    for (const formats::MarkdownSpan& span : found.spans) {
        REQUIRE(span.begin >= at);
        REQUIRE(span.begin < span.end);
        REQUIRE(span.end <= block.size());
        REQUIRE(span.is != 0);
        REQUIRE(span.address <= found.addresses.size());
        for (const std::size_t border : {std::size_t{span.begin}, std::size_t{span.end}}) {
            if (border < block.size()) REQUIRE((static_cast<unsigned char>(block[border]) & 0xC0) != 0x80);
        }
        at = span.end;
    }
}

}  // namespace

TEST_CASE("words that are more than prose") {
    CHECK(read("그냥 글") == "");
    CHECK(read("**굵게**와 *기울게*, ~~지움~~") ==
          "sign **\nstrong 굵게\nsign **\nsign *\nemphasis 기울게\nsign *\nsign ~~\nstrike 지움\nsign ~~\n");
    CHECK(read("***둘 다***") == "sign ***\nstrong emphasis 둘 다\nsign ***\n");
    CHECK(read("`코드 **아님**` 뒤") == "sign `\ncode 코드 **아님**\nsign `\n");
    CHECK(read("[글또](https://example.org/a) 끝") == "sign [\nlink 글또 -> https://example.org/a\nsign ](https://example.org/a)\n");
    CHECK(read("<https://example.org> https://example.com 둘") ==
          "sign <\nlink https://example.org -> https://example.org\nsign >\nlink https://example.com -> https://example.com\n");
    CHECK(read("![표지](/img/a.png)") == "sign ![\nlink 표지 -> /img/a.png\nsign ](/img/a.png)\n");
    CHECK(read("\\*별\\*") == "sign \\\nsign \\\n");
    CHECK(read("앞 <b>뒤</b>") == "sign <b>\nsign </b>\n");
    CHECK(read("3 * 4 * 5, a_b_c") == "");
}

TEST_CASE("the signs before a line are signs, and its words are read as everywhere") {
    CHECK(read("- [ ] **하나**") == "sign -\nsign **\nstrong 하나\nsign **\n");
    CHECK(read("> *인용*") == "sign > *\nemphasis 인용\nsign *\n");
    CHECK(read("    - 깊은 **곳**") == "sign -\nsign **\nstrong 곳\nsign **\n");
    CHECK(read("첫 줄 **여기서\n저기까지** 굵다") == "sign **\nstrong 여기서\nstrong 저기까지\nsign **\n");
}

TEST_CASE("CommonMark's own examples: every stretch lies where it may") {
    std::ifstream file("/opt/sources/md4c/test/spec.txt");
    if (!file) return;   // wasm tests see the checkout alone
    int examples = 0;
    std::string example;
    bool within = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("````````````````````````````````")) {
            within = line.ends_with(" example");
            example.clear();
        } else if (within && line == ".") {
            ++examples;
            check_shape(example);
            within = false;
        } else if (within) {
            for (std::size_t tab; (tab = line.find("→")) != std::string::npos;) line.replace(tab, 3, "\t");
            example += line + '\n';
        }
    }
    CHECK(examples > 600);
}

TEST_CASE("any heap of signs is Markdown") {
    std::mt19937 random(20261124);
    const char* const pieces[] = {"*", "**", "_", "`", "```", "[", "]", "(", ")", "<", ">", "!", "~", "~~", "\\", "&amp;", "&", "\n", " ", "\t",
                                  "가", "나다", "a", "😀", "é", "http://", "www.a.b", "@", "- ", "1. ", "#", "|", ":", "\r\n", "[a]: b\n", "\x01"};
    for (int round = 0; round < 20'000; ++round) {
        std::string block;
        for (std::size_t left = random() % 24; left > 0; --left) block += pieces[random() % std::size(pieces)];
        check_shape(block);
    }
}

TEST_CASE("ten thousand brackets do not stop the page") {
    for (const char* piece : {"[", "*", "`", "<", "**a", "[a](", "![", "~~", "&"}) {
        std::string block;
        for (int left = 10'000; left > 0; --left) block += piece;
        check_shape(block);
    }
}
