// Code between fences: what lies in it, that edits are followed, and that md4c agrees.
#include <doctest/doctest.h>

#include <random>

#include <md4c.h>

#include "app/code_blocks.h"

using namespace dajim;
using Line = app::CodeBlocks::Line;

namespace {

/// "." prose, "-" fence, "c" code; a sign a line.
std::string read(const app::CodeBlocks& blocks, const text::Buffer& buffer) {
    std::string out;
    for (std::size_t at = 0; at < buffer.paragraphs(); ++at) out += ".-c"[static_cast<int>(blocks.at(at))];
    return out;
}

std::string read(std::string_view text) {
    const text::Buffer buffer(text);
    app::CodeBlocks blocks;
    blocks.settle(buffer);
    return read(blocks, buffer);
}

/// The same by md4c, for texts whose lines of code are numbered words.
std::string read_by_md4c(const std::string& text, const text::Buffer& buffer) {
    struct Found { std::string code; bool within = false; } found;
    const MD_PARSER parser{0, MD_FLAG_NOINDENTEDCODEBLOCKS,
                           [](MD_BLOCKTYPE type, void*, void* self) {
                               if (type == MD_BLOCK_CODE) static_cast<Found*>(self)->within = true;
                               return 0;
                           },
                           [](MD_BLOCKTYPE type, void*, void* self) {
                               if (type == MD_BLOCK_CODE) static_cast<Found*>(self)->within = false;
                               return 0;
                           },
                           [](MD_SPANTYPE, void*, void*) { return 0; }, [](MD_SPANTYPE, void*, void*) { return 0; },
                           [](MD_TEXTTYPE, const MD_CHAR* words, MD_SIZE size, void* self) {
                               if (static_cast<Found*>(self)->within) static_cast<Found*>(self)->code.append(words, size);
                               return 0;
                           },
                           nullptr, nullptr};
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &found);
    std::string out;
    for (std::size_t at = 0; at < buffer.paragraphs(); ++at) {
        const std::string& line = buffer.paragraph(at);
        if (line.starts_with('w')) out += found.code.find(line + '\n') == std::string::npos ? '.' : 'c';
    }
    return out;
}

}  // namespace

TEST_CASE("what lies between fences is code") {
    CHECK(read("글\n```\n# 코드\n```\n글") == ".-c-.");
    CHECK(read("~~~ js\n```\n~~~\n글") == "-c-.");
    CHECK(read("````\n```\n````") == "-c-");
    CHECK(read("```\n끝나지 않는") == "-c");
    CHECK(read("``` 한 줄 ``` 글\n글") == "..");
    CHECK(read("- 항목\n    ```\n    코드\n    ```\n글") == ".-c-.");
    CHECK(read("```\r\n코드\r\n```\r\n글") == "-c-.");
    CHECK(read("``\n글") == "..");
}

TEST_CASE("fences that come and go are followed, and what they reach is told") {
    std::mt19937 random(4);
    const char* const lines[] = {"글", "```", "~~~", "````", "", "```js", "  ```", "# a"};
    text::Buffer buffer("글\n글\n글");
    app::CodeBlocks blocks;
    blocks.settle(buffer);
    for (int round = 0; round < 4000; ++round) {
        std::string before = read(blocks, buffer);
        const std::size_t first = random() % buffer.paragraphs();
        const std::size_t last = std::min(first + random() % 3, buffer.paragraphs() - 1);
        std::string words;
        for (std::size_t left = random() % 3; left > 0; --left) words += std::string(lines[random() % std::size(lines)]) + "\n";
        words += lines[random() % std::size(lines)];
        if (buffer.paragraphs() > 40) words = "글";
        const std::size_t paragraphs = buffer.paragraphs();
        buffer.apply({{{first, 0}, {last, buffer.paragraph(last).size()}}, words});
        const text::Paragraphs reach = blocks.settle(buffer);
        REQUIRE(read(blocks, buffer) == read(buffer.text()));
        // Whatever lies outside of the reach and the edit is what it was.
        const std::string now = read(blocks, buffer);
        for (std::size_t at = 0; at < now.size(); ++at) {
            if (at < first) REQUIRE((now[at] == before[at] || (at >= reach.begin && at < reach.end)));
            if (at >= now.size() - (paragraphs - last - 1)) {
                REQUIRE((now[at] == before[at + paragraphs - now.size()] || (at >= reach.begin && at < reach.end)));
            }
        }
    }
}

TEST_CASE("md4c agrees on what is code") {
    std::mt19937 random(5);
    const char* const fences[] = {"```", "~~~", "````", "~~~~~", "```js", "~~~ `a`", "``` `a`", "  ```", "``", "", "``` "};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int line = 0; line < 14; ++line) {
            text += random() % 2 ? "w" + std::to_string(100 + line) : fences[random() % std::size(fences)];
            text += '\n';
        }
        const text::Buffer buffer(text);
        std::string ours;
        app::CodeBlocks blocks;
        blocks.settle(buffer);
        for (std::size_t at = 0; at < buffer.paragraphs(); ++at) {
            if (buffer.paragraph(at).starts_with('w')) ours += blocks.at(at) == Line::code ? 'c' : '.';
        }
        CAPTURE(text);
        REQUIRE(ours == read_by_md4c(text, buffer));
    }
}
