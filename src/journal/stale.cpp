// Stale paragraphs, see stale.h.
#include "journal/stale.h"

#include <algorithm>

#include "journal/words.h"
#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t least_letters = 12;

/// Bold from end to end: a heading without its sign.
bool is_bold(std::string_view words) {
    return words.size() > 4 && words.starts_with("**") && words.ends_with("**") && words.find("**", 2) == words.size() - 2;
}

}  // namespace

std::uint64_t copied_as(std::string_view paragraph) {
    const std::string_view words = trimmed(paragraph);
    if (words.empty() || words.front() == '#' || words.front() == '>' || is_bold(words)) return 0;
    for (const std::string_view end : {"?", "？", ":", "："}) {
        if (words.ends_with(end)) return 0;
    }
    std::size_t letters = 0;
    for (std::size_t at = 0, length = 0; at < words.size() && letters < least_letters; at += length) {
        letters += is_word_sign(text::decode(words, at, length));
    }
    if (letters < least_letters) return 0;
    std::uint64_t hash = 14695981039346656037u;   // FNV-1a
    for (const char sign : words) hash = (hash ^ static_cast<unsigned char>(sign)) * 1099511628211u;
    return hash == 0 ? 1 : hash;
}

bool StaleText::is_stale(const text::Buffer& text, std::size_t paragraph) const {
    if (before_.empty() || paragraph < skip_) return false;
    const std::uint64_t copied = copied_as(text.paragraph(paragraph));
    return copied != 0 && before_.contains(copied);
}

void StaleText::settle(const text::Buffer& text, std::size_t skip, const text::Buffer* before, std::size_t skip_before) {
    const std::uint64_t of = before ? before->identity() : 0, at_revision = before ? before->revision() : 0;
    bool anew = identity_ != text.identity() || skip_ != skip;
    if (of != before_identity_ || at_revision != before_revision_) {
        before_identity_ = of;
        before_revision_ = at_revision;
        before_.clear();
        for (std::size_t at = skip_before; before && at < before->paragraphs(); ++at) {
            if (const std::uint64_t copied = copied_as(before->paragraph(at))) before_.insert(copied);
        }
        anew = true;
    }
    const auto changes = anew ? std::nullopt : text.changes_since(revision_);
    identity_ = text.identity();
    revision_ = text.revision();
    skip_ = skip;
    if (changes && changes->empty()) return;
    text::ParagraphChange all{0, stale_.size(), text.paragraphs()};
    if (changes) all = text::spanning(*changes);
    const auto first = stale_.begin() + static_cast<std::ptrdiff_t>(all.first), last = first + static_cast<std::ptrdiff_t>(all.removed);
    count_ -= static_cast<std::size_t>(std::count(first, last, true));
    if (all.removed < all.inserted) stale_.insert(last, all.inserted - all.removed, false);
    else stale_.erase(first, first + static_cast<std::ptrdiff_t>(all.removed - all.inserted));
    for (std::size_t at = all.first; at < all.first + all.inserted; ++at) count_ += stale_[at] = is_stale(text, at);
}

bool StaleText::at(std::size_t paragraph) const {
    return paragraph < stale_.size() && stale_[paragraph] && !std::binary_search(left_out_.begin(), left_out_.end(), paragraph);
}

std::size_t StaleText::count() const {
    return count_ - static_cast<std::size_t>(std::count_if(left_out_.begin(), left_out_.end(), [this](std::size_t at) { return at < stale_.size() && stale_[at]; }));
}

}  // namespace dajim::journal
