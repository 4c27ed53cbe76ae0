// Lines of code between fences, see code_blocks.h.
#include "app/code_blocks.h"

#include <algorithm>

namespace dajim::app {
text::Paragraphs CodeBlocks::settle(const text::Buffer& buffer) {
    if (identity_ == buffer.identity() && revision_ == buffer.revision()) return {};
    const auto changes = identity_ == buffer.identity() ? buffer.changes_since(revision_) : std::nullopt;
    identity_ = buffer.identity();
    revision_ = buffer.revision();
    text::Paragraphs dirty{0, buffer.paragraphs()};
    if (changes && !changes->empty()) {
        const text::ParagraphChange all = text::spanning(*changes);
        const auto first = behind_.begin() + static_cast<std::ptrdiff_t>(all.first);
        open_ -= static_cast<std::size_t>(std::count_if(first, first + static_cast<std::ptrdiff_t>(all.removed), [](Fence one) { return one != 0; }));
        behind_.insert(behind_.erase(first, first + static_cast<std::ptrdiff_t>(all.removed)), all.inserted, Fence{0});
        dirty = {all.first, all.first + all.inserted};
    } else {
        behind_.assign(buffer.paragraphs(), 0);
        open_ = 0;
    }
    std::size_t at = dirty.begin;
    for (; at < behind_.size(); ++at) {
        const Fence behind = fence_behind(at > 0 ? behind_[at - 1] : Fence{0}, buffer.paragraph(at));
        if (at >= dirty.end && behind_[at] == behind) break;
        open_ = open_ + (behind != 0) - (behind_[at] != 0);
        behind_[at] = behind;
    }
    return {dirty.begin, std::min(at + 1, behind_.size())};
}

CodeBlocks::Line CodeBlocks::at(std::size_t paragraph) const {
    const Fence before = paragraph > 0 ? behind_[paragraph - 1] : Fence{0};
    const Fence behind = behind_[paragraph];
    if (before == 0 && behind == 0) return Line::prose;
    return before != 0 && behind != 0 ? Line::code : Line::fence;
}

}  // namespace dajim::app
