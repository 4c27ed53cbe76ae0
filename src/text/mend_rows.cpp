// An edit in a paragraph of megabytes: rows far from it are as they were, only elsewhere.
//
// Where a row begins behind a letter and a blank, nothing before it says where rows may end behind it (UAX #14 looks back over blanks to
// the sign before them, and not beyond a letter), and no cluster reaches over it. Rows are filled one after another, so from the first
// such row that begins where one began before, all are the same again.
#include <algorithm>
#include <cstdint>
#include <iterator>

#include "text/hangul.h"
#include "text/set_rows.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr std::size_t kRowsAbove = 2;     // the word that is edited may go back to the row above
constexpr std::size_t kRowsBelow = 8;     // as many are set before it is asked whether they are the same again; then twice as many …
constexpr std::size_t kMostBelow = 512;
constexpr std::size_t kMostSought = 32;   // rows that are looked at for one that may be begun at

bool is_letter(char32_t c) { return is_hangul(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// May rows be set from here as if nothing stood before?
bool is_fresh(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    if (at < 2 || at >= text.size() || text[at - 1] != ' ' || text[at] == ' ') return false;
    std::size_t length = 0;
    return is_letter(decode(text, floor_code_point(text, at - 2), length));
}

/// Rows [begin, end) of `all` become the first `count` of `fresh`, which was set from the byte `from` on; what stands below moves by `by`
/// bytes.
void splice(ParagraphRows& all, std::size_t begin, std::size_t end, ParagraphRows fresh, std::size_t count, std::size_t from, std::ptrdiff_t by) {
    const std::uint32_t first = all.rows[begin].first_run;
    const std::uint32_t behind = end < all.rows.size() ? all.rows[end].first_run : static_cast<std::uint32_t>(all.runs.size());
    fresh.rows.resize(count);
    fresh.runs.resize(fresh.rows.empty() ? 0 : fresh.rows.back().first_run + fresh.rows.back().runs);
    for (Row& row : fresh.rows) {
        row.begin += static_cast<std::uint32_t>(from);
        row.end += static_cast<std::uint32_t>(from);
        row.first_run += first;
    }
    for (Run& run : fresh.runs) {
        run.begin += static_cast<std::uint32_t>(from);
        run.end += static_cast<std::uint32_t>(from);
    }
    const auto bytes = static_cast<std::uint32_t>(by);
    const auto runs = first + static_cast<std::uint32_t>(fresh.runs.size()) - behind;
    for (std::size_t at = end; at < all.rows.size(); ++at) {
        all.rows[at].begin += bytes;
        all.rows[at].end += bytes;
        all.rows[at].first_run += runs;
    }
    for (std::size_t at = behind; at < all.runs.size(); ++at) {
        all.runs[at].begin += bytes;
        all.runs[at].end += bytes;
    }
    const auto put = [](auto& into, std::size_t at, std::size_t to, auto& from_these) {
        const std::size_t kept = std::min(to - at, from_these.size());
        const auto there = into.begin() + static_cast<std::ptrdiff_t>(at);
        const auto these = from_these.begin() + static_cast<std::ptrdiff_t>(kept);
        std::copy(from_these.begin(), these, there);
        const auto next = there + static_cast<std::ptrdiff_t>(kept);
        if (kept < to - at) into.erase(next, into.begin() + static_cast<std::ptrdiff_t>(to));
        else into.insert(next, these, from_these.end());
    };
    put(all.runs, first, behind, fresh.runs);
    put(all.rows, begin, end, fresh.rows);
}

}  // namespace

bool mend_rows(ParagraphRows& rows, std::string_view text, std::size_t head, std::size_t tail, const Typesetter& typesetter, float width,
               Wrap wrap) {
    if (!rows.stretches.empty()) return false;
    const std::size_t was = rows.rows.back().end;
    const auto by = static_cast<std::ptrdiff_t>(text.size()) - static_cast<std::ptrdiff_t>(was);
    const auto row_at = [&](std::size_t byte) {
        const auto behind = std::upper_bound(rows.rows.begin(), rows.rows.end(), byte, [](std::size_t at, const Row& row) { return at < row.begin; });
        return static_cast<std::size_t>(behind - rows.rows.begin()) - 1;
    };
    const auto moved = [&](std::size_t row) { return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(rows.rows[row].begin) + by); };

    const std::size_t touched = row_at(std::min(head, was));
    std::size_t begin = touched - std::min(touched, kRowsAbove);
    for (std::size_t sought = 0; !is_fresh(text, rows.rows[begin].begin); ++sought, --begin) {
        if (sought == kMostSought) return false;
    }
    const std::size_t from = rows.rows[begin].begin;
    const std::size_t last = row_at(was - tail);
    for (std::size_t below = kRowsBelow; below <= kMostBelow; below *= 4) {
        // All of what is set here ends where a row began, or where the paragraph does.
        std::size_t end = last + below;
        while (end < rows.rows.size() && !is_fresh(text, moved(end)) && end < last + below + kMostSought) ++end;
        if (end >= rows.rows.size()) {
            ParagraphRows rest = set_rows(text.substr(from), typesetter, rows.style, {}, width, wrap, begin > 0);
            const std::size_t count = rest.rows.size();
            splice(rows, begin, rows.rows.size(), std::move(rest), count, from, by);
            return true;
        }
        if (!is_fresh(text, moved(end))) return false;
        ParagraphRows fresh = set_rows(text.substr(from, moved(end) - from), typesetter, rows.style, {}, width, wrap, begin > 0);
        // The last rows of it may end as they do because it ends.
        std::size_t same = last + 1;
        for (std::size_t row = 1; row + 2 < fresh.rows.size(); ++row) {
            const std::size_t at = from + fresh.rows[row].begin;
            while (same < end && moved(same) < at) ++same;
            if (same == end) break;
            if (moved(same) != at || !is_fresh(text, at)) continue;
            splice(rows, begin, same, std::move(fresh), row, from, by);
            return true;
        }
    }
    return false;
}

}  // namespace dajim::text
