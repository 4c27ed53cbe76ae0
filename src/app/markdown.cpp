// Markdown's marks as edits, see markdown.h.
#include "app/markdown.h"

#include <algorithm>
#include <string>

#include "app/code_blocks.h"
#include "text/breaks.h"

namespace dajim::app {
namespace {

using text::Edit;
using text::Position;
using text::Range;

constexpr std::size_t most_digits = 9;   // of a list's number, as CommonMark has it

bool is_blank(char sign) { return sign == ' ' || sign == '\t'; }
bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size() && is_blank(line[at])) ++at;
    return at;
}

/// Without the '\r' of a file with such endings.
std::size_t end_of_words(std::string_view line) { return line.ends_with('\r') ? line.size() - 1 : line.size(); }

/// "---", "* * *": a rule between sections and no list.
bool is_rule(std::string_view line) {
    char sign = 0;
    int count = 0;
    for (char one : line.substr(0, end_of_words(line))) {
        if (is_blank(one)) continue;
        if ((one != '-' && one != '*' && one != '_') || (sign && one != sign)) return false;
        sign = one;
        ++count;
    }
    return count >= 3;
}

/// Bytes of "-", "*", "+", "12." or "12)" at `at`, when a blank follows; 0: none.
std::size_t marker_size(std::string_view line, std::size_t at) {
    std::size_t size = 0;
    if (at < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+')) {
        size = 1;
    } else {
        while (at + size < line.size() && size < most_digits && is_digit(line[at + size])) ++size;
        if (size == 0 || at + size >= line.size() || (line[at + size] != '.' && line[at + size] != ')')) return 0;
        ++size;
    }
    return at + size < line.size() && is_blank(line[at + size]) ? size : 0;
}

/// What the line after this one begins with.
std::string next_lead(std::string_view line, const LineLead& lead) {
    std::string next(line.substr(0, lead.marker));
    if (!lead.item()) return next;
    const std::size_t size = marker_size(line, lead.marker);
    const std::string_view marker = line.substr(lead.marker, size);
    if (is_digit(marker[0])) next += std::to_string(std::stoul(std::string(marker)) + 1) + marker.back();
    else next += marker;
    const std::size_t blanks = skip_blanks(line, lead.marker + size);
    next += line.substr(lead.marker + size, blanks - lead.marker - size);
    if (lead.box) next += "[ ] ";
    return next;
}

/// The paragraphs a command for lines is about: one that is only touched at its start is not meant.
std::pair<std::size_t, std::size_t> lines_of(const Selection& selection) {
    const Range range = selection.range();
    std::size_t last = range.end.paragraph;
    if (last > range.begin.paragraph && range.end.byte == 0) --last;
    return {range.begin.paragraph, last};
}

/// `position` after `edit` in its own paragraph, one that stands where something is put in going behind it.
Position behind(Position position, const Edit& edit) {
    if (position.paragraph != edit.range.begin.paragraph || position.byte < edit.range.begin.byte) return position;
    const std::size_t end = edit.range.end.byte;
    if (position.byte < end) return {position.paragraph, edit.range.begin.byte};
    position.byte = position.byte - end + edit.range.begin.byte + edit.text.size();
    return position;
}

/// For edits of one paragraph each, in paragraphs of their own.
Rewrite of_lines(std::vector<Edit> edits, Selection selection) {
    for (const Edit& edit : edits) {
        selection.anchor = behind(selection.anchor, edit);
        selection.head = behind(selection.head, edit);
    }
    return {std::move(edits), selection};
}

Selection selecting(const Selection& like, Range range) {
    const bool backward = like.head < like.anchor;
    return {backward ? range.end : range.begin, backward ? range.begin : range.end, text::Affinity::downstream};
}

constexpr std::size_t usual_step = 2;          // blanks
constexpr std::size_t lines_looked_at = 200;   // above an item, for the one it stands under

/// The nearest item above `paragraph` in its list that is indented by at most `indent` blanks.
std::optional<LineLead> item_above(const text::Buffer& buffer, std::size_t paragraph, std::size_t indent) {
    for (std::size_t at = paragraph; at > 0 && paragraph - at < lines_looked_at; --at) {
        const std::string& line = buffer.paragraph(at - 1);
        const LineLead lead = read_lead(line);
        if (lead.item() && lead.indent <= indent) return lead;
        if (!lead.item() && lead.indent == 0 && end_of_words(line) > 0) return std::nullopt;   // words of no list
    }
    return std::nullopt;
}

/// From an item's indent to where its children begin, in blanks.
std::size_t room_under(const LineLead& item) { return (item.box ? *item.box - 1 : item.words) - item.indent; }

/// Blanks that put an item under the words of its elder.
std::size_t step_in(const text::Buffer& buffer, std::size_t paragraph) {
    const std::string& line = buffer.paragraph(paragraph);
    const LineLead lead = read_lead(line);
    const std::optional<LineLead> above = lead.item() ? item_above(buffer, paragraph, lead.indent) : std::nullopt;
    if (!above || above->indent != lead.indent) return usual_step;
    return room_under(*above);
}

/// Blanks that put an item level with the one it stands under, or, where it stood too far in, right under it.
std::size_t step_out(const text::Buffer& buffer, std::size_t paragraph) {
    const LineLead lead = read_lead(buffer.paragraph(paragraph));
    if (!lead.item() || lead.indent == 0) return usual_step;
    const std::optional<LineLead> above = item_above(buffer, paragraph, lead.indent - 1);
    if (!above) return usual_step;
    const std::size_t under = above->indent + room_under(*above);
    return lead.indent - (under < lead.indent ? under : above->indent);
}

}  // namespace

bool in_code(const text::Buffer& buffer, std::size_t paragraph) {
    Fence open = 0;
    for (std::size_t at = 0; at < paragraph; ++at) open = fence_behind(open, buffer.paragraph(at));
    return open != 0;
}

LineLead read_lead(std::string_view line) {
    LineLead lead;
    std::size_t at = lead.indent = skip_blanks(line, 0);
    while (at < line.size() && line[at] == '>') {
        lead.quote = true;
        at = skip_blanks(line, at + 1);
    }
    lead.marker = lead.words = at;
    const std::size_t size = is_rule(line) ? 0 : marker_size(line, at);
    if (size == 0) return lead;
    at = skip_blanks(line, at + size);
    const bool boxed = at + 3 < line.size() && line[at] == '[' && line[at + 2] == ']' && is_blank(line[at + 3]) &&
                       (line[at + 1] == ' ' || line[at + 1] == 'x' || line[at + 1] == 'X');
    if (boxed) {
        lead.box = at + 1;
        at += 4;
    }
    lead.words = at;
    return lead;
}

Edit newline(const text::Buffer& buffer, Range range) {
    const std::string& line = buffer.paragraph(range.begin.paragraph);
    const LineLead lead = read_lead(line);
    const Edit plain{range, "\n"};
    if ((!lead.item() && !lead.quote) || range.begin.byte < lead.words || in_code(buffer, range.begin.paragraph)) return plain;
    const std::size_t end = end_of_words(line);
    if (range.empty() && skip_blanks(line, lead.words) >= end) {
        return {{{range.begin.paragraph, 0}, {range.begin.paragraph, end}}, ""};
    }
    return {range, "\n" + next_lead(line, lead)};
}

bool in_list(const text::Buffer& buffer, const Selection& selection) {
    const std::size_t paragraph = selection.range().begin.paragraph;
    return read_lead(buffer.paragraph(paragraph)).item() && !in_code(buffer, paragraph);
}

Rewrite indented(const text::Buffer& buffer, const Selection& selection, bool out) {
    std::vector<Edit> edits;
    const auto [first, last] = lines_of(selection);
    const std::size_t step = out ? step_out(buffer, first) : step_in(buffer, first);
    for (std::size_t at = first; at <= last; ++at) {
        const std::string& line = buffer.paragraph(at);
        if (!out && end_of_words(line) > 0) edits.push_back({{{at, 0}, {at, 0}}, line[0] == '\t' ? "\t" : std::string(step, ' ')});
        if (!out) continue;
        const std::size_t blanks = line.starts_with('\t') ? 1 : std::min(skip_blanks(line, 0), step);
        if (blanks > 0) edits.push_back({{{at, 0}, {at, blanks}}, ""});
    }
    return of_lines(std::move(edits), selection);
}

Rewrite ticked(const text::Buffer& buffer, const Selection& selection) {
    const auto [first, last] = lines_of(selection);
    const bool alone = first == last;
    bool all = true;
    for (std::size_t at = first; at <= last; ++at) {
        const std::string& line = buffer.paragraph(at);
        const LineLead lead = read_lead(line);
        if (lead.box) all = all && line[*lead.box] != ' ';
        else if (alone || lead.words < end_of_words(line)) all = false;
    }
    std::vector<Edit> edits;
    for (std::size_t at = first; at <= last; ++at) {
        const std::string& line = buffer.paragraph(at);
        const LineLead lead = read_lead(line);
        if (lead.box) {
            const bool was = line[*lead.box] != ' ';
            if (was == all) edits.push_back({{{at, *lead.box}, {at, *lead.box + 1}}, all ? " " : "x"});
        } else if (alone || lead.words < end_of_words(line)) {
            edits.push_back({{{at, lead.words}, {at, lead.words}}, lead.item() ? "[ ] " : "- [ ] "});
        }
    }
    return of_lines(std::move(edits), selection);
}

Rewrite emphasised(const text::Buffer& buffer, const Selection& selection, std::string_view mark) {
    Range range = selection.range();
    const std::string& line = buffer.paragraph(range.begin.paragraph);
    if (range.begin.paragraph != range.end.paragraph) return {{}, selection};   // marks do not reach over lines
    const bool bare = range.empty();
    if (bare) {
        const text::Span word = text::word_at(line, range.begin.byte);
        const bool at_word = word.begin < word.end && !is_blank(line[word.begin]) && word.begin <= range.begin.byte &&
                             range.begin.byte <= word.end;
        if (at_word && line.compare(word.begin, word.end - word.begin, "\r") != 0) range = {{range.begin.paragraph, word.begin}, {range.begin.paragraph, word.end}};
    }
    const std::size_t paragraph = range.begin.paragraph, size = mark.size();
    std::size_t begin = range.begin.byte, end = range.end.byte;
    // Blanks at the edges stay outside: "** so **" is no emphasis.
    while (begin < end && is_blank(line[begin])) ++begin;
    while (end > begin && is_blank(line[end - 1])) --end;

    // How many of the mark's sign stand at a place: "**" holds no "*" of its own, "***" does.
    const auto signs = [&](std::size_t at, bool before) {
        std::size_t count = 0;
        while (before ? at > count && line[at - count - 1] == mark[0] : at + count < line.size() && line[at + count] == mark[0]) ++count;
        return count;
    };
    const auto holds = [&](std::size_t count) { return size == 1 ? count % 2 == 1 : count >= 2; };
    const auto edit = [&](std::size_t from, std::size_t to, std::string_view with) {
        return Edit{{{paragraph, from}, {paragraph, to}}, std::string(with)};
    };
    const auto chosen = [&](std::size_t from, std::size_t to) {
        // A caret stays a caret, where it was in its word.
        if (!bare) return selecting(selection, {{paragraph, from}, {paragraph, to}});
        const std::size_t at = std::clamp(selection.head.byte, begin, end) - begin + from;
        return Selection{{paragraph, at}, {paragraph, at}, text::Affinity::downstream};
    };
    if (holds(signs(begin, true)) && holds(signs(end, false))) {
        return {{edit(end, end + size, ""), edit(begin - size, begin, "")}, chosen(begin - size, end - size)};
    }
    if (end - begin >= 2 * size && holds(signs(begin, false)) && holds(signs(end, true)) && signs(begin, false) < end - begin) {
        return {{edit(end - size, end, ""), edit(begin, begin + size, "")}, chosen(begin, end - 2 * size)};
    }
    return {{edit(end, end, mark), edit(begin, begin, mark)}, chosen(begin + size, end + size)};
}

Rewrite linked(const text::Buffer& buffer, const Selection& selection) {
    const Range range = selection.range();
    if (range.begin.paragraph != range.end.paragraph) return {{}, selection};
    const std::size_t paragraph = range.begin.paragraph, begin = range.begin.byte, end = range.end.byte;
    const std::string words = buffer.text(range);
    const bool address = words.starts_with("https://") || words.starts_with("http://") || words.starts_with("mailto:");
    const auto put = [&](std::size_t at, std::string_view text) { return Edit{{{paragraph, at}, {paragraph, at}}, std::string(text)}; };
    const std::size_t caret = address || words.empty() ? begin + 1 : end + 3;
    const Position at{paragraph, caret};
    return {{put(end, address ? ")" : "]()"), put(begin, address ? "[](" : "[")}, {at, at, text::Affinity::downstream}};
}

}  // namespace dajim::app
