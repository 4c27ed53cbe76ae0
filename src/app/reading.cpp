// How a page is read beside another text of it, see reading.h.
#include "app/reading.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/mark.h"

namespace dajim::app {
namespace {

using text::DiffPart;
using text::Position;
using text::Range;
using Is = text::DiffPart::Is;

/// A place so far behind `to` as `at` is behind `from`.
Position moved_along(Position at, Position from, Position to) {
    if (at.paragraph == from.paragraph) return {to.paragraph, to.byte + (at.byte - from.byte)};
    return {to.paragraph + (at.paragraph - from.paragraph), at.byte};
}

}  // namespace

std::optional<Range> Reading::shown(Range now) const {
    const auto first = std::partition_point(parts.begin(), parts.end(), [&](const Part& one) { return one.part.after.end <= now.begin; });
    const auto behind = std::partition_point(first, parts.end(), [&](const Part& one) { return one.part.after.begin < now.end; });
    if (first == behind) return std::nullopt;
    const auto place = [this](const Part& one, Position at) {
        return one.part.is == Is::kept || what == Reads::difference ? moved_along(at, one.part.after.begin, one.shown.begin) : one.shown.begin;
    };
    Range out{place(*first, std::max(now.begin, first->part.after.begin)), place(*(behind - 1), now.end)};
    if (first->part.is == Is::added && first != parts.begin() && (first - 1)->part.is == Is::removed &&
        (what == Reads::other || now.begin <= first->part.after.begin)) {
        out.begin = (first - 1)->shown.begin;
    }
    return out.begin < out.end ? std::optional(out) : std::nullopt;
}

Position Reading::shown(Position now) const {
    const auto at = std::partition_point(parts.begin(), parts.end(), [&](const Part& one) { return one.part.after.end <= now; });
    if (at == parts.end()) return text.end();
    if (at->part.is == Is::kept || what == Reads::difference) return moved_along(now, at->part.after.begin, at->shown.begin);
    return at->shown.begin;
}

Position Reading::now(Position shown) const {
    const auto at = std::partition_point(parts.begin(), parts.end(), [&](const Part& one) { return one.shown.end <= shown; });
    if (at == parts.end()) return parts.empty() ? Position{} : parts.back().part.after.end;
    return at->part.is == Is::removed ? at->part.after.begin : moved_along(shown, at->shown.begin, at->part.after.begin);
}

bool differs(const text::Buffer& now, std::string_view other) {
    if (now.bytes() != other.size()) return true;
    for (std::size_t at = 0; at < now.paragraphs(); ++at) {
        const std::string& line = now.paragraph(at);
        if (other.substr(0, line.size()) != line) return true;
        other.remove_prefix(line.size());
        if (at + 1 == now.paragraphs()) break;
        if (other.front() != '\n') return true;
        other.remove_prefix(1);
    }
    return false;
}

Reading read(Reads what, std::string_view other, const text::Buffer& now) {
    Reading out;
    out.what = what;
    out.identity = now.identity();
    out.revision = now.revision();
    const text::Buffer before(other);
    std::string words;
    Position end;
    for (const DiffPart& part : text::difference(before, now)) {
        const bool from_other = part.is != Is::added;
        const bool left_out = what == Reads::other && !from_other;
        const Range& range = from_other ? part.before : part.after;
        const Position begin = end;
        if (!left_out) {
            const text::Buffer& of = from_other ? before : now;
            const std::string stretch = of.text(range);
            end = text::end_of({{begin, begin}, stretch});
            words += stretch;
        }
        out.parts.push_back({part, {begin, end}});
        out.added += part.is == Is::added;
        out.removed += part.is == Is::removed;
    }
    out.text = text::Buffer(words);
    return out;
}

}  // namespace dajim::app
