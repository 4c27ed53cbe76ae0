// Which link lies at a place, and which are opened at all.
#include <doctest/doctest.h>

#include "app/links.h"
#include "app_writer.h"

using namespace dajim;

namespace {

/// The address of the link before the first '|' of `marked`; "" for none.
std::string at(std::string marked) {
    const std::size_t byte = marked.find('|');
    marked.erase(byte, 1);
    return app::link_at(text::Buffer(marked), {0, byte}).value_or("");
}

}  // namespace

TEST_CASE("a link is found on its words, its address and its signs") {
    CHECK(at("앞 [글|또](https://example.org/a?b=1&amp;c=2) 뒤") == "https://example.org/a?b=1&c=2");
    CHECK(at("앞 [글또](https://exam|ple.org/) 뒤") == "https://example.org/");
    CHECK(at("보라 https://example.org/가|나 뒤") == "https://example.org/가나");
    CHECK(at("(보라: https://exam|ple.org/a_b_c(d)), 뒤") == "https://example.org/a_b_c(d)");
    CHECK(at("https://example.org/가|나.") == "https://example.org/가나");
    CHECK(at("`https://example.org/가|나`") == "");
    CHECK(at("<mailto:a@exa|mple.org>") == "mailto:a@example.org");
    CHECK(at("앞| [글또](https://example.org) 뒤") == "");
    CHECK(at("[글또](https://example.org) 뒤|에") == "");
    CHECK(at("[하나](https://a.org)[두|울](https://b.org)") == "https://b.org");
}

TEST_CASE("what could run or reach into the machine is not opened") {
    for (const char* address : {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,a", "file:///etc/passwd", "vbscript:a", "/img/a.png", "C:/a.png",
                                "../a.md", "#a", "blob:https://a", "https:", "https://a b", "java\nscript:a", "//example.org"}) {
        CAPTURE(address);
        CHECK_FALSE(app::safe_to_open(address));
    }
    CHECK(app::safe_to_open("HTTPS://example.org"));
    CHECK(app::safe_to_open("mailto:a@example.org"));
    CHECK(at("[여기](javascript:al|ert(1))") == "");
}

TEST_CASE("Alt+Enter opens the link at the caret, and only there") {
    fake::Folder folder;
    fake::Writer writer(folder);
    writer.open_with(fake::one_pair("[글또](https://example.org) 뒤"));
    writer.go(fake::Target::resolution);
    writer.select(fake::Target::resolution, {{0, 4}, {0, 4}, {}});
    writer.key("alt+enter");
    CHECK(writer.host.opened == std::vector<std::string>{"https://example.org"});
    writer.select(fake::Target::resolution, {{0, 33}, {0, 33}, {}});
    writer.key("alt+enter");
    CHECK(writer.host.opened.size() == 1);
    CHECK(writer.text(fake::Target::resolution) == "[글또](https://example.org) 뒤");
}
