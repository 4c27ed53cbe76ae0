// Quotes are found by Knuth, Morris and Pratt, so that no text and no words make it slow; the surroundings decide among places.
#include "journal/anchor.h"

#include <algorithm>

#include "journal/marks.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace dajim::journal {

namespace {

/// How far back a beginning of the words ends again, for every beginning.
std::vector<std::size_t> borders_of(std::string_view words) {
    std::vector<std::size_t> borders(words.size(), 0);
    for (std::size_t i = 1, border = 0; i < words.size(); ++i) {
        while (border > 0 && words[i] != words[border]) border = borders[border - 1];
        if (words[i] == words[border]) ++border;
        borders[i] = border;
    }
    return borders;
}

std::size_t same_at_the_end(std::string_view a, std::string_view b) {
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[a.size() - 1 - same] == b[b.size() - 1 - same]) ++same;
    return same;
}

std::size_t same_at_the_start(std::string_view a, std::string_view b) {
    std::size_t same = 0;
    while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
    return same;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

constexpr std::size_t context_bytes = 4 * (quote_context + 1);   // more than any so many code points have

std::string last_code_points(const text::Buffer& text, text::Position end) {
    std::string out;
    std::size_t byte = end.byte;
    for (std::size_t paragraph = end.paragraph;; byte = text.paragraph(--paragraph).size()) {
        const std::size_t begin = byte - std::min(byte, context_bytes);
        out.insert(0, text.paragraph(paragraph), begin, byte - begin);
        if (paragraph == 0 || out.size() >= context_bytes) break;
        out.insert(0, 1, '\n');
    }
    std::size_t begin = out.size();
    for (std::size_t count = 0; begin > 0 && count < quote_context; ++count)
        do --begin;
        while (begin > 0 && continues(out[begin]));
    return out.substr(begin);
}

std::string first_code_points(const text::Buffer& text, text::Position begin) {
    std::string out;
    std::size_t byte = begin.byte;
    for (std::size_t paragraph = begin.paragraph;; ++paragraph, byte = 0) {
        out.append(text.paragraph(paragraph), byte, context_bytes);
        if (paragraph + 1 == text.paragraphs() || out.size() >= context_bytes) break;
        out += '\n';
    }
    std::size_t end = 0;
    for (std::size_t count = 0; end < out.size() && count < quote_context; ++count)
        do ++end;
        while (end < out.size() && continues(out[end]));
    return out.substr(0, end);
}

}  // namespace

Quote quote_of(const text::Buffer& text, text::Range range) {
    return {text.text(range), last_code_points(text, range.begin), first_code_points(text, range.end)};
}

Quotable::Quotable(const text::Buffer& text) {
    text_.reserve(text.bytes());
    bytes_.reserve(text.paragraphs());
    code_points_.reserve(text.paragraphs());
    std::size_t code_points = 0;
    for (std::size_t i = 0; i < text.paragraphs(); ++i) {
        if (i > 0) text_ += '\n';
        bytes_.push_back(text_.size());
        code_points_.push_back(code_points);
        text_ += text.paragraph(i);
        code_points += text::count_code_points(text.paragraph(i)) + 1;
    }
}

std::optional<text::Range> Quotable::find(const Quote& quote, text::Position hint, std::size_t& budget) const {
    const std::string_view text = text_, exact = quote.exact;
    if (exact.empty() || exact.size() > text.size()) return std::nullopt;
    if (budget < text.size()) {
        budget = 0;
        return std::nullopt;
    }
    budget -= text.size();
    const std::vector<std::size_t> borders = borders_of(exact);
    const std::size_t near = hint.paragraph < bytes_.size() ? byte_of(hint) : text.size();
    std::optional<std::size_t> best;
    std::size_t best_agreement = 0, best_distance = 0;
    for (std::size_t i = 0, fitting = 0; i < text.size(); ++i) {
        while (fitting > 0 && text[i] != exact[fitting]) fitting = borders[fitting - 1];
        if (text[i] == exact[fitting]) ++fitting;
        if (fitting < exact.size()) continue;
        fitting = borders[fitting - 1];
        const std::size_t begin = i + 1 - exact.size();
        const std::size_t agreement = same_at_the_end(text.substr(0, begin), quote.prefix) + same_at_the_start(text.substr(i + 1), quote.suffix);
        const std::size_t distance = begin > near ? begin - near : near - begin;
        if (!best || agreement > best_agreement || (agreement == best_agreement && distance < best_distance)) {
            best = begin;
            best_agreement = agreement;
            best_distance = distance;
        }
        if (budget <= agreement) {
            budget = 0;
            break;
        }
        budget -= agreement;
    }
    if (!best) return std::nullopt;
    return text::Range{position_of(*best), position_of(*best + exact.size())};
}

std::size_t Quotable::code_points_before(text::Position position) const {
    const std::size_t begin = bytes_[position.paragraph];
    return code_points_[position.paragraph] + text::count_code_points(std::string_view(text_).substr(begin, position.byte));
}

std::optional<text::Position> Quotable::position_at(std::size_t code_points) const {
    const auto after = std::upper_bound(code_points_.begin(), code_points_.end(), code_points);
    const auto paragraph = static_cast<std::size_t>(after - code_points_.begin()) - 1;
    std::size_t byte = bytes_[paragraph];
    for (std::size_t left = code_points - code_points_[paragraph]; left > 0; --left) {
        if (byte == text_.size()) return std::nullopt;
        do ++byte;
        while (byte < text_.size() && continues(text_[byte]));
    }
    return text::Position{paragraph, byte - bytes_[paragraph]};
}

std::string_view Quotable::words(text::Range range) const {
    const std::size_t begin = byte_of(range.begin);
    return std::string_view(text_).substr(begin, byte_of(range.end) - begin);
}

std::size_t Quotable::byte_of(text::Position position) const {
    return std::min(bytes_[position.paragraph] + position.byte, text_.size());
}

text::Position Quotable::position_of(std::size_t byte) const {
    const auto after = std::upper_bound(bytes_.begin(), bytes_.end(), byte);
    const auto paragraph = static_cast<std::size_t>(after - bytes_.begin()) - 1;
    return {paragraph, byte - bytes_[paragraph]};
}

std::optional<text::Range> find_quote(const text::Buffer& text, const Quote& quote, text::Position hint) {
    std::size_t budget = search_budget;
    return Quotable(text).find(quote, hint, budget);
}

std::vector<Placed> found_again(const Pair& pair, End end, text::Range range) {
    std::vector<Placed> found;
    const std::string words = pair.document(end).text.text(range);
    for_each_passage(pair, end, [&](const Passage& passage) {
        const Goal* const goal = end == End::resolution ? find_goal(pair, passage.id) : nullptr;
        if (passage.range || (goal != nullptr && goal->remembered)) return;
        const std::size_t at = words.find(passage.exact);
        if (at == std::string::npos) return;
        const text::Position begin = text::end_of({range, words.substr(0, at)});
        found.push_back({passage.id, text::Range{begin, text::end_of({{begin, begin}, passage.exact})}, passage.exact});
    });
    return found;
}

}  // namespace dajim::journal
