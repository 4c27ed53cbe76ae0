// Links under the caret, see links.h.
#include "app/links.h"

#include <algorithm>

#include "formats/markdown_spans.h"

namespace dajim::app {
namespace {

constexpr std::size_t longest_line = 64 * 1024;   // bytes

/// md4c leaves entities as they are; in addresses only this one is ever met.
std::string without_entities(std::string address) {
    for (std::size_t at = address.find("&amp;"); at != std::string::npos; at = address.find("&amp;", at + 1)) address.erase(at + 1, 4);
    return address;
}

}  // namespace

bool safe_to_open(std::string_view address) {
    const auto begins = [&](std::string_view scheme) {
        return address.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), address.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? b + 32 : b);
               });
    };
    const bool clean = std::all_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
    return clean && (begins("https://") || begins("http://") || begins("mailto:"));
}

std::optional<std::string> read_link(std::string_view words) {
    const std::size_t from = words.find_first_not_of(" \t"), to = words.find_last_not_of(" \t");
    if (from == std::string_view::npos) return std::nullopt;
    std::string address(words.substr(from, to - from + 1));
    const std::size_t dot = address.find('.');
    if (address.find(':') == std::string::npos && dot != std::string::npos && dot > 0 && dot + 1 < address.size()) address = "https://" + address;
    return safe_to_open(address) ? std::optional(std::move(address)) : std::nullopt;
}

std::string_view short_link(std::string_view address) {
    for (const std::string_view scheme : {"https://www.", "https://", "http://www.", "http://", "mailto:"}) {
        if (address.starts_with(scheme)) return address.substr(scheme.size());
    }
    return address;
}

std::optional<std::string> link_at(const text::Buffer& buffer, text::Position at) {
    const std::string& line = buffer.paragraph(at.paragraph);
    if (line.size() > longest_line) return std::nullopt;
    const formats::MarkdownSpans found = formats::markdown_spans(line);
    std::uint16_t before = 0;   // the link whose words ended just here
    for (const formats::MarkdownSpan& span : found.spans) {
        const bool tail = span.address == 0 && span.is & formats::MarkdownSpan::sign && line.compare(span.begin, 2, "](") == 0;
        const std::uint16_t address = tail ? before : span.address;
        before = address;
        if (address == 0 || at.byte < span.begin || at.byte > span.end) continue;
        std::string open = without_entities(found.addresses[address - 1u]);
        if (!safe_to_open(open)) return std::nullopt;
        return open;
    }
    return std::nullopt;
}

}  // namespace dajim::app
