// Words before an erasing, see erasing.h.
#include "app/erasing.h"

#include "journal/marks.h"
#include "text/mark.h"

namespace dajim::app {

void Erasing::begin(const journal::Pair& pair, journal::End end, const text::Edit& edit) {
    const bool goes_on = pair_ == pair.id && end_ == end && (edit.range.begin == at_ || edit.range.end == at_);
    const bool grows = !edit.text.empty() && edit.text.size() > pair.document(end).text.text(edit.range).size();
    if (!goes_on || grows) words_.clear();
    pair_ = pair.id;
    end_ = end;
    at_ = text::end_of(edit);
    if (grows || edit.range.empty()) return;
    journal::for_each_passage(pair, end, [&](const journal::Passage& one) {
        if (one.range && one.range->begin < edit.range.end && edit.range.begin < one.range->end) words_.emplace(one.id, one.exact);
    });
}

std::vector<journal::Placed> Erasing::lost(const journal::Pair& pair, journal::End end) const {
    std::vector<journal::Placed> out;
    if (words_.empty() || pair.id != pair_ || end != end_) return out;
    journal::for_each_passage(pair, end, [&](const journal::Passage& one) {
        const auto before = words_.find(one.id);
        if (!one.range && before != words_.end() && before->second != one.exact) out.push_back({one.id, std::nullopt, before->second});
    });
    return out;
}

}  // namespace dajim::app
