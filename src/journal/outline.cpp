// Reads a post line by line.
#include "journal/outline.h"

#include <algorithm>
#include <string>

#include "journal/goal_headings.h"
#include "journal/lost_nesting.h"
#include "journal/words.h"
#include "text/fences.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t longest_plain_item = 60;

/// A stretch of one line's bytes.
struct Stretch {
    std::size_t begin = 0, end = 0;
    bool empty() const { return begin >= end; }
};

std::string_view in(std::string_view line, Stretch stretch) { return line.substr(stretch.begin, stretch.end - stretch.begin); }

Stretch trimmed(std::string_view line, Stretch stretch) {
    constexpr std::string_view blanks = " \t\r";
    while (!stretch.empty() && blanks.find(line[stretch.begin]) != std::string_view::npos) ++stretch.begin;
    while (!stretch.empty() && blanks.find(line[stretch.end - 1]) != std::string_view::npos) --stretch.end;
    return stretch;
}

// Without what a generator reads ("{: .class}", "<!-- -->") at the end, and without emphasis round all of it.
Stretch without_emphasis(std::string_view line, Stretch stretch) {
    for (;;) {
        stretch = trimmed(line, stretch);
        const std::string_view words = in(line, stretch);
        if (words.ends_with("-->") && words.rfind("<!--") != std::string_view::npos) {
            stretch.end = stretch.begin + words.rfind("<!--");
            continue;
        }
        if (words.ends_with('}') && words.rfind("{:") != std::string_view::npos) {
            stretch.end = stretch.begin + words.rfind("{:");
            continue;
        }
        bool peeled = false;
        for (const std::string_view mark : {"***", "**", "__", "~~", "*", "_", "`"}) {
            if (words.size() <= 2 * mark.size() || !words.starts_with(mark) || !words.ends_with(mark)) continue;
            // "**a** and **b**" is no emphasis round all of it.
            if (words.substr(mark.size(), words.size() - 2 * mark.size()).find(mark) != std::string_view::npos) continue;
            stretch.begin += mark.size();
            stretch.end -= mark.size();
            peeled = true;
            break;
        }
        if (!peeled) return stretch;
    }
}

/// What stands before a line's words.
struct Lead {
    std::size_t column = 0;   // of the mark, tabs being four
    Stretch words;
    enum class Mark : std::uint8_t { none, bullet, number } mark = Mark::none;
    bool task = false;
    bool quoted = false;
    bool lone = false;        // a round bullet whose words are on the next line, as Notion pastes it
};

// Round bullets and their depth: what Notion and word processors paste.
struct Round { std::string_view sign; std::size_t depth; };
constexpr Round rounds[] = {{"•", 0}, {"◦", 1}, {"○", 1}, {"▪", 2}, {"■", 2}, {"‣", 0}, {"∙", 0}, {"·", 0}, {"●", 0}};

Lead read_lead(std::string_view line) {
    Lead lead;
    std::size_t at = 0;
    const auto blanks = [&] {
        for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at) lead.column = line[at] == '\t' ? lead.column / 4 * 4 + 4 : lead.column + 1;
    };
    blanks();
    while (at < line.size() && line[at] == '>') {
        lead.quoted = true;
        lead.column = 0;
        if (++at < line.size() && line[at] == ' ') ++at;
        blanks();
    }
    const auto blank_at = [&](std::size_t byte) { return byte < line.size() && (line[byte] == ' ' || line[byte] == '\t'); };
    if (at < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+') && blank_at(at + 1)) {
        lead.mark = Lead::Mark::bullet;
        ++at;
    } else {
        std::size_t digits = at;
        while (digits < line.size() && digits - at < 4 && line[digits] >= '0' && line[digits] <= '9') ++digits;
        if (digits > at && digits < line.size() && (line[digits] == '.' || line[digits] == ')') && blank_at(digits + 1)) {
            lead.mark = Lead::Mark::number;
            at = digits + 1;
        } else {
            for (const Round& round : rounds) {
                if (!line.substr(at).starts_with(round.sign)) continue;
                lead.mark = Lead::Mark::bullet;
                lead.column += 2 * round.depth;
                at += round.sign.size();
                lead.lone = trimmed(line, {at, line.size()}).empty();
                break;
            }
        }
    }
    lead.words = trimmed(line, {at, line.size()});
    if (lead.mark != Lead::Mark::none) {
        const std::string_view words = in(line, lead.words);
        if (words.size() >= 3 && words[0] == '[' && words[2] == ']' && (words[1] == ' ' || words[1] == 'x' || words[1] == 'X') &&
            (words.size() == 3 || words[3] == ' ' || words[3] == '\t')) {
            lead.task = true;
            lead.words = trimmed(line, {lead.words.begin + 3, lead.words.end});
        }
    }
    return lead;
}

bool is_rule(std::string_view words) {
    std::size_t signs = 0;
    for (const char c : words) {
        if (c == ' ' || c == '\t') continue;
        if (c != words.front() || (c != '-' && c != '*' && c != '_' && c != '=')) return false;
        ++signs;
    }
    return signs >= 3;
}

// Lines that are no words: pictures, tables, definitions, tags, and what a generator reads.
bool is_markup(std::string_view words) {
    for (const std::string_view begin : {"![", "|", "{%", "{{", "{:", "%[", "import ", "export "}) {
        if (words.starts_with(begin)) return begin != "import " && begin != "export " ? true : words.find(" from ") != std::string_view::npos || words.ends_with(';');
    }
    if (words.starts_with('[')) {
        const std::size_t close = words.find("]:");
        if (close != std::string_view::npos && words.find(']') == close) return true;
    }
    return words.starts_with('<') && words.size() > 1 && (words[1] == '/' || words[1] == '!' || (words[1] >= 'A' && words[1] <= 'Z') || (words[1] >= 'a' && words[1] <= 'z'));
}

bool has_words(std::string_view text) {
    for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
        if (is_word_sign(text::decode(text, at, length))) return true;
    }
    return false;
}

// Ends like a sentence, or goes on: no heading.
bool ends_like_prose(std::string_view words) {
    if (words.ends_with('?')) return false;
    for (const std::string_view end : {".", ",", "!", "다", "요", "죠", "…", ":", ";", ")"}) {
        if (words.ends_with(end)) return true;
    }
    return false;
}

class Reader {
public:
    Reader(const text::Buffer& text, std::size_t skip) : text_(text), first_(std::min(skip, text.paragraphs())) {}

    std::vector<Block> read() {
        read_title();
        for (std::size_t at = first_; at < text_.paragraphs() && !at_footer_; ++at) read_line(at);
        return std::move(blocks_);
    }

private:
    struct Open { std::size_t column, block; bool number; };

    std::string_view line(std::size_t at) const { return text_.paragraph(at); }
    bool blank(std::size_t at) const { return at >= text_.paragraphs() || journal::trimmed(line(at)).empty(); }

    void read_title() {
        for (std::size_t at = 0; at < first_; ++at) {
            const std::string_view words = line(at);
            if (!words.starts_with("title:") && !words.starts_with("title =")) continue;
            Stretch title = trimmed(words, {words.starts_with("title:") ? 6u : 7u, words.size()});
            if (title.end - title.begin >= 2 && (words[title.begin] == '"' || words[title.begin] == '\'') && words[title.end - 1] == words[title.begin]) {
                ++title.begin;
                --title.end;
            }
            if (!title.empty()) add_heading(at, title, 0, false);
            return;
        }
    }

    void read_line(std::size_t at) {
        const std::string_view words_of_line = line(at);
        if (skip_code(words_of_line) || skip_comment(words_of_line)) return;
        Lead lead = read_lead(words_of_line);
        if (lead.lone) {
            lone_ = lead;   // its words are on the next line
            return;
        }
        if (lead.words.empty()) {
            after_blank_ = true;
            return;
        }
        if (lone_) {
            if (lead.mark == Lead::Mark::none) {
                lead.mark = lone_->mark;
                lead.column = lone_->column;
            }
            lone_.reset();
        }
        const std::string_view words = in(words_of_line, lead.words);
        if (is_rule(words) && lead.mark == Lead::Mark::none) {
            items_.clear();
            plain_list_ = false;
            after_blank_ = true;
            return;
        }
        if (is_markup(words)) return;
        if (lead.mark == Lead::Mark::none && is_footer(words)) {
            at_footer_ = true;
            return;
        }
        if (lead.mark != Lead::Mark::none) add_item(at, lead);
        else if (!add_marked_heading(at, lead)) add_plain(at, lead);
        after_blank_ = false;
    }

    /// A fence, or code between fences.
    bool skip_code(std::string_view words) {
        const text::Fence before = fence_;
        fence_ = text::fence_behind(before, words);
        return before != 0 || fence_ != 0;
    }

    bool skip_comment(std::string_view words) {
        if (in_comment_) {
            in_comment_ = words.find("-->") == std::string_view::npos;
            return true;
        }
        words = journal::trimmed(words);
        if (!words.starts_with("<!--")) return false;
        in_comment_ = words.find("-->") == std::string_view::npos;
        return true;
    }

    Block& add(std::size_t at, Block::Kind kind, Stretch words, bool quoted) {
        Block block;
        block.kind = kind;
        block.words = {{at, words.begin}, {at, words.end}};
        block.quoted = quoted;
        if (!headings_.empty()) block.heading = headings_.back();
        blocks_.push_back(block);
        return blocks_.back();
    }

    void add_heading(std::size_t at, Stretch words, std::uint8_t level, bool quoted) {
        words = without_emphasis(line(at), words);
        if (!has_words(in(line(at), words))) return;
        while (!headings_.empty() && blocks_[headings_.back()].level >= level && (level > 0 || headings_.size() > 1)) headings_.pop_back();
        add(at, Block::Kind::heading, words, quoted).level = level;
        headings_.push_back(blocks_.size() - 1);
        items_.clear();
        const Speaks speaks = heading_speaks(in(line(at), words));
        plain_list_ = level > 0 && (speaks == Speaks::goals || speaks == Speaks::topics);
    }

    bool add_marked_heading(std::size_t at, const Lead& lead) {
        const std::string_view all = line(at);
        const std::string_view words = in(all, lead.words);
        const std::size_t hashes = std::min(words.find_first_not_of('#'), words.size());
        if (hashes > 0 && hashes <= 6 && hashes < words.size()) {
            // "##제목" without a blank is meant as a heading more often than not, "#꼬리표" is a tag.
            if (words[hashes] != ' ' && words[hashes] != '\t' && hashes == 1) return false;
            Stretch heading{lead.words.begin + hashes, lead.words.end};
            while (!heading.empty() && all[heading.end - 1] == '#') --heading.end;
            add_heading(at, heading, static_cast<std::uint8_t>(hashes), lead.quoted);
            return true;
        }
        if (const std::size_t next = at + 1; after_blank_or_first(at) && next < text_.paragraphs() && is_short(words, 100)) {
            const std::string_view under = journal::trimmed(line(next));
            const bool doubled = under.size() >= 2 && under.find_first_not_of('=') == std::string_view::npos;
            const bool single = under.size() >= 3 && under.find_first_not_of('-') == std::string_view::npos;
            if (doubled || single) {
                add_heading(at, lead.words, doubled ? 1 : 2, lead.quoted);
                return true;
            }
        }
        const Stretch inner = without_emphasis(all, lead.words);
        const bool bold = words.starts_with("**") || words.starts_with("__");
        if (bold && inner.begin >= lead.words.begin + 2 && is_short(in(all, inner), 80) && !in(all, inner).ends_with('.')) {
            add_heading(at, inner, bold_heading, lead.quoted);
            return true;
        }
        return false;
    }

    bool after_blank_or_first(std::size_t at) const { return at == first_ || after_blank_ || blank(at - 1); }

    // "1/ 무엇을 할까", "-왜 쓰는가?": not Markdown's headings, and yet meant as such.
    static std::optional<Stretch> odd_heading(std::string_view all, const Lead& lead) {
        const std::string_view words = in(all, lead.words);
        const std::size_t digits = words.find_first_not_of("0123456789");
        if (digits != std::string_view::npos && digits > 0 && digits <= 2 && words.substr(digits).starts_with("/ ")) {
            return trimmed(all, {lead.words.begin + digits + 1, lead.words.end});
        }
        if (words.size() > 2 && words[0] == '-' && words[1] != '-' && words.ends_with('?')) return Stretch{lead.words.begin + 1, lead.words.end};
        return std::nullopt;
    }

    bool next_is_item(std::size_t at) const {
        std::size_t next = at + 1;
        for (std::size_t blanks = 0; next < text_.paragraphs() && blanks < 3 && blank(next); ++next) ++blanks;
        if (next >= text_.paragraphs() || is_rule(journal::trimmed(line(next)))) return false;
        return read_lead(line(next)).mark != Lead::Mark::none;
    }

    void add_plain(std::size_t at, const Lead& lead) {
        const std::string_view all = line(at);
        if (const auto heading = odd_heading(all, lead)) return add_heading(at, *heading, plain_heading, lead.quoted);
        const Stretch inner = without_emphasis(all, lead.words);
        const std::string_view words = in(all, inner);
        if (!has_words(words)) return;
        // A line indented under an item goes on with it.
        const bool goes_on = !items_.empty() && lead.column > items_.back().column;
        if (goes_on) {
            add(at, Block::Kind::prose, inner, lead.quoted).parent = items_.back().block;
            return;
        }
        const bool shaped = is_short(words, longest_plain_heading) && !ends_like_prose(words);
        if (shaped && !lead.quoted) {
            const Speaks speaks = heading_speaks(words);
            const bool says = speaks == Speaks::goals || speaks == Speaks::topics || speaks == Speaks::past;
            const bool alone = after_blank_or_first(at) && blank(at + 1);
            if (says && (alone || !plain_list_)) return add_heading(at, inner, plain_heading, false);
            if (next_is_item(at) || alone) return add_heading(at, inner, plain_heading, false);
        }
        if (shaped || is_short(words, longest_plain_item)) {
            const bool next_is_plain = !blank(at + 1) && read_lead(line(at + 1)).mark == Lead::Mark::none;
            const bool follows_plain = !blocks_.empty() && !after_blank_ && items_.empty() && blocks_.back().kind == Block::Kind::item;
            // Short lines in a row under "올해의 목표" are a list whose bullets were lost.
            if (plain_list_ && shaped && (follows_plain || (next_is_plain && is_plain_list(at)))) {
                add(at, Block::Kind::item, inner, lead.quoted);
                return;
            }
        }
        if (lead.column == 0) items_.clear();
        plain_list_ = false;
        add(at, Block::Kind::prose, inner, lead.quoted);
    }

    // Short lines and nothing else up to the next blank one.
    bool is_plain_list(std::size_t at) const {
        constexpr std::size_t longest = 60;
        for (std::size_t end = at + longest; at < end && !blank(at); ++at) {
            const std::string_view words = journal::trimmed(line(at));
            if (!is_short(words, longest_plain_heading) || ends_like_prose(words) || read_lead(line(at)).mark != Lead::Mark::none) return false;
        }
        return true;
    }

    void add_item(std::size_t at, const Lead& lead) {
        const Stretch words = without_emphasis(line(at), lead.words);
        if (!has_words(in(line(at), words))) return;
        plain_list_ = false;
        const bool number = lead.mark == Lead::Mark::number;
        // Bullets right under a number of the same indent lie in it.
        const auto closes = [&](const Open& open) { return open.column > lead.column || (open.column == lead.column && (number || !open.number)); };
        while (!items_.empty() && closes(items_.back())) items_.pop_back();
        Block& block = add(at, Block::Kind::item, words, lead.quoted);
        block.task = lead.task;
        if (!items_.empty()) {
            block.parent = items_.back().block;
            ++blocks_[items_.back().block].children;
        }
        items_.push_back({lead.column, blocks_.size() - 1, number});
    }

    const text::Buffer& text_;
    std::size_t first_;
    std::vector<Block> blocks_;
    std::vector<std::size_t> headings_;   // open ones, outermost first
    std::vector<Open> items_;             // open ones, outermost first
    std::optional<Lead> lone_;
    text::Fence fence_ = 0;               // the one that is open
    bool in_comment_ = false;
    bool after_blank_ = false;
    bool plain_list_ = false;             // short lines are items
    bool at_footer_ = false;
};

}  // namespace

std::string_view words_of(const text::Buffer& text, const Block& block) {
    return std::string_view(text.paragraph(block.words.begin.paragraph)).substr(block.words.begin.byte, block.words.end.byte - block.words.begin.byte);
}

std::vector<Block> outline(const text::Buffer& text, std::size_t skip) { return with_lost_nesting(text, Reader(text, skip).read()); }

}  // namespace dajim::journal
