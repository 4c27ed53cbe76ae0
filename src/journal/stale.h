// Paragraphs that stand word for word in an earlier text: what was copied and not written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/buffer.h"

namespace dajim::journal {

/// A number that equal paragraphs have in common, blanks at their ends aside; 0 of those that say too little to have been copied: fewer
/// than 12 letters, a heading, a quote, a line that only asks or names what is to follow (the bones of a template).
std::uint64_t copied_as(std::string_view paragraph);

/// Which paragraphs of a text are stale. Kept up to date by what changed.
class StaleText {
public:
    /// O(changed paragraphs) while `before` stays as it is; null: there is none. The skips are paragraphs of front matter.
    void settle(const text::Buffer& text, std::size_t skip, const text::Buffer* before, std::size_t skip_before);
    /// Paragraphs that are meant to be the same, in order: goals that were carried over.
    void leave_out(std::vector<std::size_t> paragraphs) { left_out_ = std::move(paragraphs); }

    bool at(std::size_t paragraph) const;
    std::size_t count() const;

private:
    bool is_stale(const text::Buffer& text, std::size_t paragraph) const;

    std::uint64_t identity_ = 0, revision_ = 0, before_identity_ = 0, before_revision_ = 0;
    std::size_t skip_ = 0;
    std::unordered_set<std::uint64_t> before_;
    std::vector<bool> stale_;
    std::size_t count_ = 0;
    std::vector<std::size_t> left_out_;
};

}  // namespace dajim::journal
