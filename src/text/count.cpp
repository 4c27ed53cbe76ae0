// Characters, blanks and words, see count.h.
#include "text/count.h"

#include "text/utf8.h"

namespace dajim::text {
namespace {

bool is_blank(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000 || c == 0xFEFF;
}

}  // namespace

CharacterCount::Line CharacterCount::count(std::string_view paragraph) {
    Line line;
    bool in_word = false;
    for (std::size_t at = 0, length = 0; at < paragraph.size(); at += length) {
        const auto lead = static_cast<unsigned char>(paragraph[at]);
        char32_t c = 0;
        if (lead > 0xE3 && lead < 0xEF) length = 3;   // Hangul and Han need not be read: no blank has such a lead byte
        else c = decode(paragraph, at, length);
        const bool blank = is_blank(c);
        if (!blank) ++line.letters;
        else if (c != '\r') ++line.blanks;
        if (!blank && !in_word) ++line.words;
        in_word = !blank;
    }
    return line;
}

void CharacterCount::add(const Line& line) {
    total_.letters += line.letters;
    total_.blanks += line.blanks;
    total_.words += line.words;
}

void CharacterCount::take(const Line& line) {
    total_.letters -= line.letters;
    total_.blanks -= line.blanks;
    total_.words -= line.words;
}

const Counts& CharacterCount::of(const Buffer& buffer) {
    const auto changes = identity_ == buffer.identity() ? buffer.changes_since(revision_) : std::nullopt;
    identity_ = buffer.identity();
    revision_ = buffer.revision();
    if (changes && changes->empty()) return total_;
    ParagraphChange all{0, lines_.size(), buffer.paragraphs()};
    if (changes) all = spanning(*changes);
    const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(all.first);
    for (auto gone = first; gone != first + static_cast<std::ptrdiff_t>(all.removed); ++gone) take(*gone);
    lines_.insert(lines_.erase(first, first + static_cast<std::ptrdiff_t>(all.removed)), all.inserted, Line{});
    for (std::size_t at = all.first; at < all.first + all.inserted; ++at) add(lines_[at] = count(buffer.paragraph(at)));
    return total_;
}

Counts CharacterCount::in(std::size_t paragraph) const {
    const Line& line = lines_[paragraph];
    return {line.letters, line.blanks, line.words};
}

}  // namespace dajim::text
