// Paragraphs are plain strings in a vector: moving 100,000 of them costs less than a rope's steps would.
#include "text/buffer.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "text/mark.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr std::size_t kRememberedChanges = 1024;

std::uint64_t next_identity() {
    static std::uint64_t last = 0;
    return ++last;
}

std::vector<std::string> part(std::string_view text) {
    std::vector<std::string> paragraphs;
    paragraphs.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    for (;;) {
        const std::size_t newline = text.find('\n');
        paragraphs.emplace_back(text.substr(0, newline));
        if (newline == std::string_view::npos) return paragraphs;
        text.remove_prefix(newline + 1);
    }
}

bool starts_code_point(const std::string& paragraph, std::size_t byte) {
    return byte == paragraph.size() || (byte < paragraph.size() && floor_code_point(paragraph, byte) == byte);
}

}  // namespace

Buffer::Buffer() : Buffer(std::string_view{}) {}

Buffer::Buffer(std::string_view text) : paragraphs_(part(text)), bytes_(text.size()), identity_(next_identity()) {
    assert(is_valid_utf8(text));
}

Buffer::Buffer(const Buffer& other)
    : paragraphs_(other.paragraphs_), bytes_(other.bytes_), identity_(next_identity()) {}

Buffer& Buffer::operator=(const Buffer& other) {
    if (this != &other) *this = Buffer(other);
    return *this;
}

Position Buffer::end() const { return {paragraphs_.size() - 1, paragraphs_.back().size()}; }

std::string Buffer::text() const { return text({{}, end()}); }

std::string Buffer::text(Range range) const {
    assert(contains(range));
    const auto& [begin, end] = range;
    if (begin.paragraph == end.paragraph) {
        return paragraphs_[begin.paragraph].substr(begin.byte, end.byte - begin.byte);
    }
    std::string out = paragraphs_[begin.paragraph].substr(begin.byte);
    for (std::size_t i = begin.paragraph + 1; i < end.paragraph; ++i) {
        out += '\n';
        out += paragraphs_[i];
    }
    out += '\n';
    out.append(paragraphs_[end.paragraph], 0, end.byte);
    return out;
}

bool Buffer::contains(Range range) const {
    return range.begin <= range.end && range.end.paragraph < paragraphs_.size()
           && starts_code_point(paragraphs_[range.begin.paragraph], range.begin.byte)
           && starts_code_point(paragraphs_[range.end.paragraph], range.end.byte);
}

Position Buffer::clamp(Position position) const {
    if (position.paragraph >= paragraphs_.size()) return end();
    return {position.paragraph, floor_code_point(paragraphs_[position.paragraph], position.byte)};
}

Edit Buffer::apply(const Edit& edit) {
    assert(contains(edit.range));
    assert(is_valid_utf8(edit.text));
    const auto& [begin, end] = edit.range;
    Edit inverse{{begin, end_of(edit)}, text(edit.range)};
    const ParagraphChange change{begin.paragraph, end.paragraph - begin.paragraph + 1,
                                 inverse.range.end.paragraph - begin.paragraph + 1, begin.byte,
                                 paragraphs_[end.paragraph].size() - end.byte};
    bytes_ = bytes_ - inverse.text.size() + edit.text.size();

    if (change.removed == 1 && change.inserted == 1) {
        paragraphs_[begin.paragraph].replace(begin.byte, end.byte - begin.byte, edit.text);
    } else {
        std::vector<std::string> fresh = part(edit.text);
        fresh.front().insert(0, paragraphs_[begin.paragraph], 0, begin.byte);
        fresh.back().append(paragraphs_[end.paragraph], end.byte);
        const auto first = paragraphs_.begin() + static_cast<std::ptrdiff_t>(begin.paragraph);
        const auto kept = static_cast<std::ptrdiff_t>(std::min(change.removed, change.inserted));
        std::move(fresh.begin(), fresh.begin() + kept, first);
        paragraphs_.erase(first + kept, first + static_cast<std::ptrdiff_t>(change.removed));
        paragraphs_.insert(first + kept, std::make_move_iterator(fresh.begin() + kept),
                           std::make_move_iterator(fresh.end()));
    }

    ++revision_;
    if (changes_.size() >= 2 * kRememberedChanges) {
        changes_.erase(changes_.begin(), changes_.begin() + kRememberedChanges);
    }
    changes_.push_back(change);
    return inverse;
}

std::optional<std::vector<ParagraphChange>> Buffer::changes_since(std::uint64_t revision) const {
    if (revision > revision_ || revision_ - revision > changes_.size()) return std::nullopt;
    return std::vector<ParagraphChange>(changes_.end() - static_cast<std::ptrdiff_t>(revision_ - revision),
                                        changes_.end());
}

ParagraphChange spanning(const std::vector<ParagraphChange>& changes) {
    ParagraphChange all = changes.front();
    for (auto then = changes.begin() + 1; then != changes.end(); ++then) {
        const std::size_t begin = std::min(all.first, then->first);
        const std::size_t end = std::max(all.first + all.inserted, then->first + then->removed);  // between the two
        const bool same_ends = begin == all.first && begin == then->first && end == all.first + all.inserted && end == then->first + then->removed;
        all = {begin, end - begin - all.inserted + all.removed, end - begin - then->removed + then->inserted,
               same_ends ? std::min(all.head, then->head) : 0, same_ends ? std::min(all.tail, then->tail) : 0};
    }
    return all;
}

}  // namespace dajim::text
