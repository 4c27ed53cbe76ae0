// The plain editor, see plain.h.
#include "plain.h"

#include <algorithm>

namespace plain {
namespace {

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }
bool blank(char32_t c) { return c == U' ' || c == U'\t'; }
bool digit(char32_t c) { return within(c, U'0', U'9'); }
bool flag_letter(char32_t c) { return within(c, 0x1F1E6, 0x1F1FF); }
bool picture(char32_t c) { return within(c, 0x2600, 0x27BF) || (within(c, 0x1F300, 0x1FAFF) && !within(c, 0x1F3FB, 0x1F3FF)); }
bool joiner(char32_t c) { return c == 0x200D; }
/// Marks, skin tones, and the later letters of decomposed Hangul.
bool joins_back(char32_t c) {
    return within(c, 0x300, 0x36F) || joiner(c) || c == 0xFE0F || within(c, 0x1F3FB, 0x1F3FF) || within(c, 0x1160, 0x11FF);
}

/// Where a place is after the splice; one that stays before what is put in at it.
std::size_t carried(std::size_t at, const Splice& splice) {
    const std::size_t begin = splice.from, end = begin + splice.removed.size(), new_end = begin + splice.inserted.size();
    if (at > end || (at == end && begin < end)) return at - end + new_end;
    return at < begin ? at : begin;
}

/// What stands before a line's words.
struct Lead {
    std::size_t marker = 0, marker_end = 0, blanks_end = 0, words = 0;
    bool quote = false, item = false, box = false;
};

bool is_rule(std::u32string_view line) {
    std::u32string signs;
    for (char32_t c : line) {
        if (!blank(c)) signs += c;
    }
    return signs.size() >= 3 && (signs[0] == U'-' || signs[0] == U'*' || signs[0] == U'_') &&
           signs.find_first_not_of(signs[0]) == std::u32string::npos;
}

Lead lead_of(std::u32string_view line) {
    const auto at = [&](std::size_t i) { return i < line.size() ? line[i] : U'\0'; };
    Lead lead;
    std::size_t i = 0;
    while (blank(at(i))) ++i;
    while (at(i) == U'>') {
        lead.quote = true;
        do ++i;
        while (blank(at(i)));
    }
    lead.marker = lead.words = i;
    if (is_rule(line)) return lead;
    std::size_t end = i;
    if (at(i) == U'-' || at(i) == U'*' || at(i) == U'+') {
        end = i + 1;
    } else {
        while (end - i < 9 && digit(at(end))) ++end;
        if (end == i || (at(end) != U'.' && at(end) != U')')) return lead;
        ++end;
    }
    if (!blank(at(end))) return lead;
    lead.item = true;
    lead.marker_end = end;
    while (blank(at(end))) ++end;
    lead.blanks_end = lead.words = end;
    const char32_t tick = at(end + 1);
    if (at(end) == U'[' && (tick == U' ' || tick == U'x' || tick == U'X') && at(end + 2) == U']' && blank(at(end + 3))) {
        lead.box = true;
        lead.words = end + 4;
    }
    return lead;
}

/// Is the line between fences? One is closed by another of its sign that is no shorter and has no words behind it.
bool in_code(std::u32string_view text, std::size_t line_begin) {
    std::u32string open;
    for (std::size_t at = 0; at < line_begin; at = paragraph_end(text, at) + 1) {
        std::u32string_view line = text.substr(at, paragraph_end(text, at) - at);
        while (!line.empty() && blank(line.front())) line.remove_prefix(1);
        if (line.empty() || (line[0] != U'`' && line[0] != U'~')) continue;
        const std::u32string fence(line.substr(0, std::min(line.find_first_not_of(line[0]), line.size())));
        const std::u32string_view words = line.substr(fence.size());
        if (open.empty()) {
            if (fence.size() >= 3 && (fence[0] == U'~' || words.find(U'`') == std::u32string_view::npos)) open = fence;
        } else if (fence[0] == open[0] && fence.size() >= open.size() && std::all_of(words.begin(), words.end(), blank)) {
            open.clear();
        }
    }
    return !open.empty();
}

/// What Enter over [begin, end) becomes.
Splice entered(std::u32string_view text, std::size_t begin, std::size_t end) {
    const std::size_t from = paragraph_begin(text, begin), to = paragraph_end(text, begin);
    const std::u32string_view line = text.substr(from, to - from);
    const Lead lead = lead_of(line);
    Splice out{begin, std::u32string(text.substr(begin, end - begin)), U"\n"};
    if ((!lead.item && !lead.quote) || begin - from < lead.words || in_code(text, from)) return out;
    const std::u32string_view words = line.substr(lead.words);
    if (begin == end && std::all_of(words.begin(), words.end(), blank)) return {from, std::u32string(line), U""};
    out.inserted += line.substr(0, lead.marker);
    if (!lead.item) return out;
    if (digit(line[lead.marker])) {
        unsigned long number = 0;
        for (std::size_t i = lead.marker; digit(line[i]); ++i) number = number * 10 + (line[i] - U'0');
        for (char sign : std::to_string(number + 1)) out.inserted += static_cast<char32_t>(sign);
        out.inserted += line[lead.marker_end - 1];
    } else {
        out.inserted += line[lead.marker];
    }
    out.inserted += line.substr(lead.marker_end, lead.blanks_end - lead.marker_end);
    if (lead.box) out.inserted += U"[ ] ";
    return out;
}

}  // namespace

std::string utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    for (char32_t c : text) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
        }
    }
    return out;
}

std::u32string code_points(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (char sign : utf8) {
        const auto byte = static_cast<unsigned char>(sign);
        if (byte < 0x80) out += byte;
        else if (byte >= 0xF0) out += byte & 0x07u;
        else if (byte >= 0xE0) out += byte & 0x0Fu;
        else if (byte >= 0xC0) out += byte & 0x1Fu;
        else out.back() = out.back() << 6 | (byte & 0x3Fu);
    }
    return out;
}

bool boundary(std::u32string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) return true;
    const char32_t left = text[at - 1], right = text[at];
    const auto control = [](char32_t c) { return c == U'\n' || c == U'\t'; };
    if (control(left) || control(right)) return true;
    if (joins_back(right)) return false;
    if (joiner(left) && picture(right)) {   // only between two pictures
        std::size_t before = at - 1;
        while (before > 0 && joins_back(text[before])) --before;
        return !picture(text[before]);
    }
    if (!flag_letter(left) || !flag_letter(right)) return true;
    std::size_t run = at;
    while (run > 0 && flag_letter(text[run - 1])) --run;
    return (at - run) % 2 == 0;
}

std::size_t left_of(std::u32string_view text, std::size_t at) {
    if (at == 0) return 0;
    do --at;
    while (!boundary(text, at));
    return at;
}

std::size_t right_of(std::u32string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    do ++at;
    while (!boundary(text, at));
    return at;
}

std::size_t paragraph_begin(std::u32string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] != U'\n') --at;
    return at;
}

std::size_t paragraph_end(std::u32string_view text, std::size_t at) {
    while (at < text.size() && text[at] != U'\n') ++at;
    return at;
}

bool one_word_away(std::u32string_view text, std::size_t from, std::size_t to) {
    const std::u32string_view crossed = text.substr(std::min(from, to), from < to ? to - from : from - to);
    if (crossed.empty()) return from == 0 || from == text.size();
    if (crossed == U"\n") return true;
    if (crossed.find(U'\n') != std::u32string_view::npos || !boundary(text, to)) return false;
    if (!boundary(text, from)) return true;   // out of a cluster that grew round the caret: its word is anybody's guess
    int changes = 0;
    for (std::size_t i = 1, last = 0; i < crossed.size(); ++i) {
        if (joins_back(crossed[i])) continue;   // it is what it joins
        changes += blank(crossed[i]) != blank(crossed[last]);
        last = i;
    }
    return changes <= 1;
}

// ---------------------------------------------------------------------------------------------------------------- changing

void Writer::note(Step step, Joins joins) {
    future_.clear();
    bool join = joins != Joins::never && open_ && !past_.empty() && past_.back().pair == step.pair && past_.back().page == step.page;
    // A pause and a caret that went elsewhere end a burst of typing, never a syllable; nor does a burst grow without end.
    if (join && joins == Joins::typing) {
        join = now_ms - last_ms_ <= 1500 && past_.back().selection_after == step.selection_before && past_.back().splices.size() < 400;
    }
    if (join) {
        Step& last = past_.back();
        last.after = std::move(step.after);
        last.selection_after = step.selection_after;
        for (Splice& splice : step.splices) last.splices.push_back(std::move(splice));
    } else {
        past_.push_back(std::move(step));
    }
    open_ = joins != Joins::never;
    fresh_ = true;
    last_ms_ = now_ms;
}

void Writer::put(const Splice& splice, Joins joins) {
    Document& at = here();
    Step step{pair, page, at.text, {}, at.selection, {}, {splice}};
    at.text.replace(splice.from, splice.removed.size(), splice.inserted);
    at.top = carried(at.top, splice);
    const std::size_t caret = splice.from + splice.inserted.size();
    at.selection = {caret, caret};
    step.after = at.text;
    step.selection_after = at.selection;
    spliced.push_back(splice);
    note(std::move(step), joins);
}

/// A textarea tells only its new value: what changed is what common ends leave over, the end behind the caret first.
void Writer::become(std::u32string text, std::size_t caret, Joins joins) {
    Document& at = here();
    if (text == at.text) {
        if (!composing_) part();   // the same words again are nothing to undo
        at.selection = {caret, caret};
        if (fresh_) past_.back().selection_after = at.selection;
        return;
    }
    const std::u32string& old = at.text;
    std::size_t suffix = 0, prefix = 0;
    while (suffix < std::min(text.size() - caret, old.size()) && text[text.size() - 1 - suffix] == old[old.size() - 1 - suffix]) ++suffix;
    while (prefix < std::min(text.size(), old.size()) - suffix && text[prefix] == old[prefix]) ++prefix;
    const Splice splice{prefix, old.substr(prefix, old.size() - suffix - prefix), text.substr(prefix, text.size() - suffix - prefix)};
    if (splice.inserted == U"\n" && !composing_) {
        put(entered(old, prefix, old.size() - suffix), joins);
        return part();
    }
    put(splice, joins);
    at.selection = past_.back().selection_after = {caret, caret};
}

void Writer::typed(std::u32string_view piece) {
    committed();
    Document& at = here();
    const std::size_t begin = at.selection.begin();
    std::u32string text = at.text;
    text.replace(begin, at.selection.end() - begin, piece);
    become(std::move(text), begin + piece.size(), Joins::typing);
}

void Writer::erased(bool forward) {
    committed();
    const Document& at = here();
    std::size_t begin = at.selection.begin(), end = at.selection.end();
    if (begin == end) (forward ? end : begin) = forward ? right_of(at.text, end) : left_of(at.text, begin);
    if (begin == end) return;
    std::u32string text = at.text;
    text.erase(begin, end - begin);
    become(std::move(text), begin, Joins::typing);
}

void Writer::corrected(std::size_t back, std::u32string_view piece) {
    committed();
    const Document& at = here();
    std::size_t begin = at.selection.begin();
    while (back-- > 0 && begin > paragraph_begin(at.text, begin)) begin = left_of(at.text, begin);
    std::u32string text = at.text;
    text.replace(begin, at.selection.end() - begin, piece);
    become(std::move(text), begin + piece.size(), Joins::typing);
}

void Writer::composed(std::u32string_view preedit) {
    const Document& at = here();
    if (!composing_) {
        composing_ = true;
        begin_ = at.selection.begin();
        end_ = at.selection.end();
        depth_ = past_.size();
        found_ = at.text;
    }
    std::u32string text = at.text;
    text.replace(begin_, end_ - begin_, preedit);
    end_ = begin_ + preedit.size();
    become(std::move(text), end_, preedit_ ? Joins::composing : Joins::typing);
    preedit_ = !preedit.empty();
}

/// Strokes that were all taken back are nothing to undo.
void Writer::committed() {
    if (!composing_) return;
    composing_ = preedit_ = false;
    if (past_.size() != depth_ + 1 || here().text != found_) return;
    past_.pop_back();
    part();
}

void Writer::erased_to(std::size_t place) {
    committed();
    part();
    Document& at = here();
    if (at.selection.empty()) at.selection.head = place;
    cut();
}

void Writer::cut() {
    committed();
    const Document& at = here();
    if (at.selection.empty()) return;
    part();
    const std::size_t begin = at.selection.begin();
    put({begin, at.text.substr(begin, at.selection.end() - begin), U""}, Joins::never);
}

void Writer::pasted(std::u32string_view text) {
    committed();
    part();
    const Document& at = here();
    if (at.selection.empty() && text.empty()) return;
    const std::size_t begin = at.selection.begin();
    put({begin, at.text.substr(begin, at.selection.end() - begin), std::u32string(text)}, Joins::never);
}

void Writer::rewritten(std::u32string text, Selection selection) {
    committed();
    part();
    Document& at = here();
    note({pair, page, at.text, text, at.selection, selection, {}}, Joins::never);
    at.text = std::move(text);
    at.selection = selection;
    top_lost = true;
}

// ------------------------------------------------------------------------------------------------------------------ moving

void Writer::moved(std::size_t place, bool extend) {
    committed();
    part();
    here().selection.head = place;
    if (!extend) here().selection.anchor = place;
}

void Writer::pressed(std::size_t where, Selection selection) {
    committed();
    part();
    page = where;
    here().selection = selection;
}

void Writer::turned(std::size_t where) {
    committed();
    if (where != page) part();
    page = where;
}

void Writer::chosen(std::size_t which) {
    committed();
    part();
    pair = which;
}

// -------------------------------------------------------------------------------------------------------------- taking back

void Writer::restore(const Step& step, bool undo) {
    pair = step.pair;
    page = step.page;
    Document& at = here();
    at.text = undo ? step.before : step.after;
    at.selection = undo ? step.selection_before : step.selection_after;
    const std::size_t count = step.splices.size();
    if (count == 0) top_lost = true;
    for (std::size_t i = 0; i < count; ++i) {
        Splice splice = step.splices[undo ? count - 1 - i : i];
        if (undo) std::swap(splice.removed, splice.inserted);
        at.top = carried(at.top, splice);
        spliced.push_back(std::move(splice));
    }
}

void Writer::undone() {
    if (past_.empty()) return;
    committed();
    if (past_.empty()) return;
    part();
    restore(past_.back(), true);
    future_.push_back(std::move(past_.back()));
    past_.pop_back();
}

void Writer::redone() {
    if (future_.empty()) return;
    committed();
    if (future_.empty()) return;
    part();
    restore(future_.back(), false);
    past_.push_back(std::move(future_.back()));
    future_.pop_back();
}

}  // namespace plain
