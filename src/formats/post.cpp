// Markdown posts: bytes to document and back, and what a post says of itself.
#include "formats/post.h"

#include <algorithm>
#include <utility>

#include "formats/front_matter.h"
#include "journal/words.h"
#include "text/hangul.h"
#include "text/utf8.h"

namespace dajim::formats {

namespace {

using journal::trimmed;

constexpr std::string_view bom = "\xEF\xBB\xBF";

// True when there are newlines and each has its '\r'.
bool is_uniform_crlf(std::string_view text) {
    std::size_t newline = text.find('\n');
    if (newline == std::string_view::npos) return false;
    for (; newline != std::string_view::npos; newline = text.find('\n', newline + 1))
        if (newline == 0 || text[newline - 1] != '\r') return false;
    return true;
}

std::string without_returns(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
    return out;
}

std::size_t indent_of(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    return indent == std::string_view::npos ? line.size() : indent;
}

// "## Words ##" gives "Words"; nothing for a line that is no ATX heading.
std::optional<std::string_view> atx_heading(std::string_view line) {
    if (indent_of(line) > 3) return std::nullopt;
    line = trimmed(line);
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes == 0 || hashes > 6) return std::nullopt;
    if (hashes < line.size() && line[hashes] != ' ' && line[hashes] != '\t') return std::nullopt;
    line = trimmed(line.substr(hashes));
    const std::size_t last = line.find_last_not_of('#');
    if (last == std::string_view::npos) return std::string_view{};
    if (last + 1 < line.size() && (line[last] == ' ' || line[last] == '\t')) line = trimmed(line.substr(0, last));
    return line;
}

bool is_underline(std::string_view line) {
    if (indent_of(line) > 3) return false;
    line = trimmed(line);
    return !line.empty() && (line.find_first_not_of('=') == std::string_view::npos ||
                             line.find_first_not_of('-') == std::string_view::npos);
}

// A line that may be the words of a setext heading: no list item, quote, table, markup or indented code.
bool is_plain(std::string_view line) {
    if (indent_of(line) > 3) return false;
    line = trimmed(line);
    if (line.empty() || std::string_view("-*+>|<`~:#![{").find(line[0]) != std::string_view::npos) return false;
    const std::size_t digits = line.find_first_not_of("0123456789");
    return digits == 0 || digits >= line.size() || (line[digits] != '.' && line[digits] != ')');
}

bool is_code_fence(std::string_view line) {
    line = trimmed(line);
    return line.starts_with("```") || line.starts_with("~~~");
}

// The first heading that stands outside code, from paragraph `from` on; empty when there is none.
std::string first_heading(const text::Buffer& text, std::size_t from) {
    std::string_view code_fence;
    for (std::size_t i = from; i < text.paragraphs(); ++i) {
        const std::string_view line = text.paragraph(i);
        if (is_code_fence(line)) {
            const std::string_view fence = trimmed(line).substr(0, 3);
            if (code_fence.empty()) code_fence = fence;
            else if (code_fence == fence) code_fence = {};
            continue;
        }
        if (!code_fence.empty()) continue;
        if (const auto heading = atx_heading(line); heading && !heading->empty()) return std::string(*heading);
        // Several lines above an underline are one paragraph, more often followed by a rule than meant as a heading.
        const bool alone = i == from || trimmed(text.paragraph(i - 1)).empty();
        if (alone && is_plain(line) && i + 1 < text.paragraphs() && is_underline(text.paragraph(i + 1)))
            return std::string(trimmed(line));
    }
    return {};
}

struct NameParts {
    std::optional<journal::Date> date;
    std::string_view rest;  // without the date and the extension
};

// "2022-5-8-a-title.md", "2022_05_08 title.md", "20220508-title.md"; a date alone is fine too.
NameParts parts_of(std::string_view file_name) {
    if (const std::size_t slash = file_name.find_last_of("/\\"); slash != std::string_view::npos)
        file_name.remove_prefix(slash + 1);
    if (const std::size_t dot = file_name.find_last_of('.'); dot != std::string_view::npos && dot > 0)
        file_name = file_name.substr(0, dot);

    NameParts parts{std::nullopt, file_name};
    std::string date;
    std::size_t end = 0;
    for (int numbers = 0; numbers < 3; ++numbers) {
        const std::size_t begin = end;
        while (end < file_name.size() && file_name[end] >= '0' && file_name[end] <= '9') ++end;
        if (begin == end) return parts;
        date += file_name.substr(begin, end - begin);
        if (date.size() == 8 && numbers == 0) break;
        if (numbers == 2) break;
        if (end == file_name.size() || std::string_view("-_.").find(file_name[end]) == std::string_view::npos)
            return parts;
        date += '-';
        ++end;
    }
    parts.date = journal::read_date(date);
    if (!parts.date) return parts;
    parts.rest = file_name.substr(end);
    const std::size_t begin = parts.rest.find_first_not_of("-_. ");
    parts.rest = begin == std::string_view::npos ? std::string_view{} : parts.rest.substr(begin);
    return parts;
}

// As a name or a label shows it: Hangul composed, on one line.
std::string label(std::string text) {
    std::replace_if(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return text::compose_hangul(trimmed(text));
}

// The words of a file's name; names that generators ask for (index.md) say nothing.
std::string title_of(const NameParts& parts) {
    std::string lower(parts.rest);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower == "index" || lower == "readme" || lower == "page" || lower == "post" || lower == "untitled") return {};
    std::string title(parts.rest);
    if (parts.date) std::replace_if(title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    return title;
}

}  // namespace

text::Result<journal::Document, ReadError> read_post(std::string_view bytes, std::string_view file_name) {
    if (bytes.size() > max_post_bytes) return ReadError::too_large;
    journal::Document document;
    if (bytes.starts_with(bom)) {
        document.bom = true;
        bytes.remove_prefix(bom.size());
    }
    if (bytes.empty()) return ReadError::empty;
    if (bytes.find('\0') != std::string_view::npos || !text::is_valid_utf8(bytes)) return ReadError::not_utf8;
    if (is_uniform_crlf(bytes)) {
        document.line_ending = journal::LineEnding::crlf;
        document.text = text::Buffer(without_returns(bytes));
    } else {
        document.text = text::Buffer(bytes);
    }
    document.file_name = text::repair_utf8(file_name);
    return document;
}

std::string write_post(const journal::Document& document) {
    const text::Buffer& text = document.text;
    const std::string_view newline = document.line_ending == journal::LineEnding::crlf ? "\r\n" : "\n";
    std::string out;
    out.reserve(bom.size() + text.bytes() + text.paragraphs());
    if (document.bom) out += bom;
    for (std::size_t i = 0; i < text.paragraphs(); ++i) {
        if (i > 0) out += newline;
        out += text.paragraph(i);
    }
    return out;
}

PostFacts post_facts(const text::Buffer& text, std::string_view file_name) {
    const FrontMatterExtent extent = front_matter_extent(text);
    std::string lines;
    for (std::size_t i = 1; i + 1 < extent.lines; ++i) {
        std::string_view line = text.paragraph(i);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines += line;
        lines += '\n';
    }
    const FrontMatter front_matter = read_front_matter(extent.fence, lines);
    const std::string repaired_name = text::repair_utf8(file_name);
    const NameParts name = parts_of(repaired_name);

    PostFacts facts;
    facts.front_matter_lines = extent.lines;
    facts.title = front_matter.title;
    if (facts.title.empty()) facts.title = first_heading(text, extent.lines);
    if (facts.title.empty()) facts.title = title_of(name);
    facts.title = label(std::move(facts.title));
    facts.date = journal::read_date(front_matter.date);
    if (!facts.date) facts.date = name.date;
    for (const std::string& tag : front_matter.tags) facts.tags.push_back(label(tag));
    return facts;
}

std::size_t front_matter_lines(const text::Buffer& text) {
    return front_matter_extent(text).lines;
}

}  // namespace dajim::formats
