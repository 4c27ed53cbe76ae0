// The three-way merge of prose, see merge.h.
#include "text/merge.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/diff.h"

namespace dajim::text {
namespace {

constexpr std::size_t most_steps = 4'000'000;   // of one comparison; where none are left, lines count as changed and both are kept
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

using Numbers = std::vector<std::uint32_t>;

/// Equal lines have equal numbers, whichever text they stand in.
class Numbering {
public:
    Numbers of(const Buffer& text) {
        Numbers out;
        out.reserve(text.paragraphs());
        for (std::size_t at = 0; at < text.paragraphs(); ++at)
            out.push_back(known_.try_emplace(text.paragraph(at), static_cast<std::uint32_t>(known_.size())).first->second);
        return out;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> known_;
};

/// For each line of the base where the other text has it.
std::vector<std::size_t> places(const Numbers& base, const Numbers& in) {
    std::vector<std::size_t> out(base.size(), nowhere);
    std::size_t steps = most_steps;
    for (const Common& same : common(base, in, steps))
        for (std::size_t i = 0; i < same.count; ++i) out[same.before + i] = same.after + i;
    return out;
}

/// Lines [begin, end) of a text.
struct Lines {
    const Buffer* text;
    const Numbers* numbers;
    std::size_t begin, end;

    auto first() const { return numbers->begin() + static_cast<std::ptrdiff_t>(begin); }
    auto last() const { return numbers->begin() + static_cast<std::ptrdiff_t>(end); }
    bool operator==(const Lines& other) const { return std::equal(first(), last(), other.first(), other.last()); }

    /// True when the other has all of these lines, in this order.
    bool all_in(const Lines& other) const {
        auto at = first();
        for (auto theirs = other.first(); theirs != other.last() && at != last(); ++theirs) at += *at == *theirs;
        return at == last();
    }
};

class Joined {
public:
    void add(const Lines& lines) {
        for (std::size_t at = lines.begin; at < lines.end; ++at) {
            if (any_) text_ += '\n';
            text_ += lines.text->paragraph(at);
            any_ = true;
            numbers_.insert((*lines.numbers)[at]);
        }
    }
    bool has(std::uint32_t line) const { return numbers_.contains(line); }
    Buffer take() const { return Buffer(text_); }

private:
    std::string text_;
    std::unordered_set<std::uint32_t> numbers_;
    bool any_ = false;
};

/// Of a line that stands twice, one of the two may have deleted the first and the other the second.
bool lost_what_both_have(const Numbers& earlier, const Numbers& later, const Joined& text, const Joined& other) {
    const std::unordered_set<std::uint32_t> theirs(earlier.begin(), earlier.end());
    return std::any_of(later.begin(), later.end(), [&](std::uint32_t line) { return theirs.contains(line) && !text.has(line) && !other.has(line); });
}

}  // namespace

Merged merge(const Buffer& base, const Buffer& earlier, const Buffer& later) {
    Numbering numbering;
    const Numbers of_base = numbering.of(base), of_earlier = numbering.of(earlier), of_later = numbering.of(later);
    const std::vector<std::size_t> in_earlier = places(of_base, of_earlier), in_later = places(of_base, of_later);
    const std::size_t end = of_base.size();

    Joined text, other;
    bool agreed = true;
    std::size_t at = 0, e = 0, l = 0;   // up to here all three are merged
    while (at < end || e < of_earlier.size() || l < of_later.size()) {
        std::size_t next = at;
        while (next < end && in_earlier[next] == e + (next - at) && in_later[next] == l + (next - at)) ++next;
        const Lines kept{&base, &of_base, at, next};
        text.add(kept);
        other.add(kept);
        e += next - at, l += next - at, at = next;
        // Up to the next line that all three have, somebody changed something.
        while (next < end && (in_earlier[next] == nowhere || in_later[next] == nowhere)) ++next;
        const Lines before{&base, &of_base, at, next};
        const Lines theirs{&earlier, &of_earlier, e, next < end ? in_earlier[next] : of_earlier.size()};
        const Lines ours{&later, &of_later, l, next < end ? in_later[next] : of_later.size()};
        if (theirs == before || (ours != before && theirs.all_in(ours))) {
            text.add(ours);
            other.add(ours);
        } else if (ours == before || ours.all_in(theirs)) {
            text.add(theirs);
            other.add(theirs);
        } else {
            text.add(ours);
            other.add(theirs);
            agreed = false;
        }
        at = next, e = theirs.end, l = ours.end;
    }
    if (lost_what_both_have(of_earlier, of_later, text, other)) return {later, earlier};
    Merged merged{text.take(), std::nullopt};
    if (!agreed) merged.other = other.take();
    return merged;
}

}  // namespace dajim::text
