// What a paste puts into a page, see pasting.h.
#include "app/pasting.h"

#include <string>

#include "app/markdown.h"
#include "formats/post.h"

namespace dajim::app {
namespace {

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }
std::string_view last_line(std::string_view text) { return text.substr(text.rfind('\n') + 1); }
bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

bool is_item(std::string_view line) { return read_lead(line).item(); }

/// A line that is what it is by its beginning, and would be none behind other words.
bool is_block(std::string_view line) {
    const LineLead lead = read_lead(line);
    if (lead.item() || lead.quote || line.starts_with("```") || line.starts_with("| ") || line == "---" || line == "***") return true;
    const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
    return signs >= 1 && signs <= 6 && signs < line.size() && line[signs] == ' ';
}

}  // namespace

text::Edit pasted(const text::Buffer& page, text::Range range, std::string_view plain, std::string_view markdown) {
    const std::size_t paragraph = range.begin.paragraph;
    if (markdown.empty() || paragraph < formats::front_matter_lines(page) || in_code(page, paragraph)) return {range, std::string(plain)};
    const std::string_view line = page.paragraph(paragraph);
    const std::string_view before = line.substr(0, range.begin.byte);
    const std::string_view after = std::string_view(page.paragraph(range.end.paragraph)).substr(range.end.byte);
    std::string text(markdown);

    // Items pasted behind a bullet that has no words yet take its place.
    const LineLead lead = read_lead(before);
    if (lead.item() && lead.words == before.size() && is_item(first_line(markdown))) {
        range.begin.byte = lead.marker;
        const std::string indent = '\n' + std::string(before.substr(0, lead.marker));
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += indent.size()) text.replace(at, 1, indent);
    } else if (!is_blank(before) && is_block(first_line(markdown))) {
        const bool goes_on = is_item(before) && is_item(first_line(markdown));
        text.insert(0, goes_on ? "\n" : "\n\n");
    }
    if (!is_blank(after) && is_block(last_line(markdown))) text += "\n\n";
    return {range, std::move(text)};
}

}  // namespace dajim::app
