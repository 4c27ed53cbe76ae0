// Characters without blanks, see count.h.
#include "text/count.h"

#include "text/utf8.h"

namespace dajim::text {
namespace {

bool is_blank(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x3000 || c == 0xFEFF;
}

std::uint32_t count(std::string_view paragraph) {
    std::uint32_t characters = 0;
    for (std::size_t at = 0, length = 0; at < paragraph.size(); at += length) {
        if (!is_blank(decode(paragraph, at, length))) ++characters;
    }
    return characters;
}

}  // namespace

std::size_t CharacterCount::of(const Buffer& buffer) {
    const auto changes = identity_ == buffer.identity() ? buffer.changes_since(revision_) : std::nullopt;
    if (!changes) {
        counts_.clear();
        total_ = 0;
        for (std::size_t at = 0; at < buffer.paragraphs(); ++at) total_ += counts_.emplace_back(count(buffer.paragraph(at)));
    } else if (!changes->empty()) {
        // Where paragraphs come and go the later changes number them anew: put blanks in place first, count them at the end.
        constexpr std::uint32_t unknown = ~0u;
        for (const ParagraphChange& change : *changes) {
            const auto first = counts_.begin() + static_cast<std::ptrdiff_t>(change.first);
            for (auto gone = first; gone != first + static_cast<std::ptrdiff_t>(change.removed); ++gone) {
                if (*gone != unknown) total_ -= *gone;
            }
            counts_.insert(counts_.erase(first, first + static_cast<std::ptrdiff_t>(change.removed)), change.inserted, unknown);
        }
        for (std::size_t at = 0; at < counts_.size(); ++at) {
            if (counts_[at] == unknown) total_ += counts_[at] = count(buffer.paragraph(at));
        }
    }
    identity_ = buffer.identity();
    revision_ = buffer.revision();
    return total_;
}

}  // namespace dajim::text
