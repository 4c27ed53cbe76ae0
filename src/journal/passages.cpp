// The outline's lines put together where one goes on with another, rows of tables among them, and parted at full stops.
#include "journal/passages.h"

#include <algorithm>
#include <string_view>

#include "journal/outline.h"
#include "text/fences.h"

namespace dajim::journal {
namespace {

using text::Position;
using text::Range;

constexpr std::size_t kWrapped = 90;      // bytes; a line that long and without a full stop may go on in the next
constexpr std::size_t kLongest = 1200;    // bytes of a sentence that finds no end: it is parted at the next blank

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::size_t first_word(std::string_view line, std::size_t from = 0) {
    while (from < line.size() && is_blank(line[from])) ++from;
    return from;
}

std::size_t last_word(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && is_blank(line[end - 1])) --end;
    return end;
}

/// Back over "~~", "**" and "[x] " before the words.
std::size_t with_marks(std::string_view line, std::size_t begin) {
    std::size_t at = begin;
    for (;;) {
        while (at > 0 && (is_blank(line[at - 1]) || line[at - 1] == '~' || line[at - 1] == '*' || line[at - 1] == '_')) --at;
        if (at < 3 || line[at - 1] != ']' || line[at - 3] != '[') break;
        at -= 3;
    }
    while (at < begin && (is_blank(line[at]) || (line[at] == '*' && is_blank(line[at + 1])))) ++at;   // the blanks, and a list's "* "
    return at;
}

bool ends_sentence(std::string_view words) {
    for (const std::string_view end : {".", "!", "?", "…", "。", "~", ":", "요", "다", "음", "함"}) {
        if (words.ends_with(end)) return true;
    }
    return false;
}

/// A full stop at `at` with nothing or a blank behind it, and no number before it.
bool stops(std::string_view words, std::size_t at, std::size_t end) {
    const char c = words[at];
    if (c != '.' && c != '!' && c != '?') return false;
    if (at + 1 < end && !is_blank(words[at + 1])) return false;
    return c != '.' || at == 0 || words[at - 1] < '0' || words[at - 1] > '9';
}

class Cutting {
public:
    Cutting(const text::Buffer& text, std::size_t skip) : text_(text), skip_(std::min(skip, text.paragraphs())), line_(skip_) {}

    Passages run() {
        const std::vector<Block> blocks = outline(text_, skip_);
        part_of_.assign(blocks.size(), Part::none);
        for (std::size_t at = 0; at < blocks.size(); ++at) {
            rows_before(blocks[at].words.begin.paragraph);
            if (blocks[at].words.begin.paragraph >= skip_) add(blocks, at);   // not the front matter's title
        }
        rows_before(text_.paragraphs());
        for (std::size_t part = out_.parts.size(); part-- > 0;) {
            const std::size_t parent = out_.parts[part].parent;
            if (parent != Part::none) out_.parts[parent].end = std::max(out_.parts[parent].end, out_.parts[part].end);
        }
        for (std::size_t part = 0; part < out_.parts.size(); ++part) {
            out_.parts[part].statements = out_.statements.size();
            part_into_sentences(part);
        }
        return std::move(out_);
    }

private:
    /// Tables stand in no outline. Lines of code were passed over with their fences.
    void rows_before(std::size_t line) {
        for (; line_ < line; ++line_) {
            const std::string_view words = text_.paragraph(line_);
            const std::size_t begin = first_word(words), end = last_word(words);
            fence_ = text::fence_behind(fence_, words);
            if (fence_ != 0 || begin >= end || words[begin] != '|' || words.find_first_not_of("|-: \t\r") == std::string_view::npos) continue;
            push(PartKind::row, {{line_, begin}, {line_, end}}, heading_, heading_);
        }
    }

    void add(const std::vector<Block>& blocks, std::size_t at) {
        const Block& block = blocks[at];
        const std::size_t heading = block.heading ? part_of_[*block.heading] : Part::none;
        const std::size_t parent = block.parent ? part_of_[*block.parent] : heading;
        if (block.kind == Block::Kind::prose && goes_on(block, parent)) {
            out_.parts.back().words.end = block.words.end;
            part_of_[at] = out_.parts.size() - 1;
            return;
        }
        const PartKind kind = block.kind == Block::Kind::heading ? PartKind::heading : block.quoted ? PartKind::quote : block.kind == Block::Kind::item ? PartKind::item : PartKind::prose;
        push(kind, block.words, parent, heading);
        part_of_[at] = out_.parts.size() - 1;
        if (kind == PartKind::heading) heading_ = part_of_[at];
    }

    /// Is a line of prose the next line of what was added last?
    bool goes_on(const Block& block, std::size_t parent) const {
        if (out_.parts.empty() || block.quoted) return false;
        const Part& last = out_.parts.back();
        if (last.words.end.paragraph + 1 != block.words.begin.paragraph) return false;
        return (last.kind == PartKind::prose && last.parent == parent) || (last.kind == PartKind::item && parent == out_.parts.size() - 1);
    }

    void push(PartKind kind, Range words, std::size_t parent, std::size_t heading) {
        Part part;
        part.kind = kind;
        part.words = words;
        part.said = {words.begin.paragraph, with_marks(text_.paragraph(words.begin.paragraph), words.begin.byte)};
        part.parent = parent;
        part.heading = heading;
        part.end = out_.parts.size() + 1;
        out_.parts.push_back(part);
    }

    void part_into_sentences(std::size_t index) {
        const Part& part = out_.parts[index];
        const bool whole = part.kind != PartKind::item && part.kind != PartKind::prose;
        Position begin = part.words.begin;
        for (std::size_t line = begin.paragraph; line <= part.words.end.paragraph; ++line) {
            const std::string_view words = text_.paragraph(line);
            const bool last = line == part.words.end.paragraph;
            const std::size_t end = last ? part.words.end.byte : last_word(words);
            if (begin.paragraph == line && line != part.words.begin.paragraph) begin.byte = first_word(words);
            const std::size_t first = begin.paragraph == line ? begin.byte : first_word(words);
            std::size_t length_from = first;
            for (std::size_t at = first; !whole && at < end; ++at) {
                const bool forced = at - length_from > 3 * kLongest && (static_cast<unsigned char>(words[at]) & 0xC0) != 0x80;
                if (!forced && !stops(words, at, end) && !(at - length_from > kLongest && is_blank(words[at]))) continue;
                const std::size_t behind = forced || is_blank(words[at]) ? at : at + 1;
                put({begin, {line, behind}}, index);
                begin = {line, first_word(words, behind)};
                length_from = begin.byte;
            }
            const bool wraps = !last && end - std::min(end, first) >= kWrapped && !ends_sentence(words.substr(first, end - first));
            if (wraps && begin.paragraph == line) continue;   // two lines at most: what goes on longer is no sentence
            put({begin, {line, end}}, index);
            begin = {line + 1, 0};
        }
    }

    void put(Range range, std::size_t part) {
        if (range.begin < range.end) out_.statements.push_back({range, part});
    }

    const text::Buffer& text_;
    std::size_t skip_;
    std::size_t line_;              // the next one that may be a row
    std::size_t heading_ = Part::none;
    text::Fence fence_ = 0;         // the one that is open
    std::vector<std::size_t> part_of_;   // each block
    Passages out_;
};

}  // namespace

std::size_t Passages::before(std::size_t statement) const {
    if (!first_of_part(statement)) return statement - 1;
    const std::size_t parent = parts[statements[statement].part].parent;
    return parent == Part::none || parts[parent].statements == statements_end(parent) ? statement : parts[parent].statements;
}

std::string Passages::said(const text::Buffer& text, std::size_t statement) const {
    Range range = statements[statement].range;
    const std::size_t part = statements[statement].part;
    if (first_of_part(statement)) range.begin = parts[part].said;
    if (statement + 1 == statements_end(part)) range.end.byte = last_word(text.paragraph(range.end.paragraph));   // "~~" behind it
    return text.text(range);
}

Passages cut(const text::Buffer& text, std::size_t skip) { return Cutting(text, skip).run(); }

}  // namespace dajim::journal
