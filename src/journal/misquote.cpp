// Quotes that are not quite a promise's words, see misquote.h.
#include "journal/misquote.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace dajim::journal {
namespace {

constexpr std::size_t longest = 400;                  // code points that are compared
constexpr std::size_t most_work = 40'000'000;         // cells of all tables together
constexpr double least_likeness = 0.6;                // below it is another sentence

/// The words alone: no blanks, no emphasis, no sign of a list before them.
std::u32string plain(std::string_view words) {
    std::u32string out;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t bytes = 0;
        const char32_t sign = text::decode(words, at, bytes);
        at += bytes;
        if (sign == U' ' || sign == U'\t' || sign == U'\n' || sign == U'\r' || sign == U'*' || sign == U'_' || sign == U'~' || sign == U'`') continue;
        if (out.empty() && (sign == U'-' || sign == U'+' || sign == U'•')) continue;
        out += sign;
    }
    return out;
}

/// Edits that make one of the other (Levenshtein 1966), or `limit` + 1 when they are more.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0], least = row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
    }
    return row[b.size()];
}

/// Where a quote's words begin in its line; npos for a line that quotes nothing.
std::size_t quoted_from(std::string_view line) {
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string_view::npos || line[at] != '>') return std::string_view::npos;
    while (at < line.size() && (line[at] == '>' || line[at] == ' ')) ++at;
    return at;
}

}  // namespace

std::vector<Misquote> misquotes(std::span<const std::string_view> promises, const text::Buffer& text, std::size_t skip) {
    std::vector<Misquote> out;
    if (promises.empty()) return out;
    std::vector<std::u32string> meant;
    for (const std::string_view words : promises) meant.push_back(words.size() > 4 * longest ? std::u32string() : plain(words));
    std::size_t work = 0;
    for (std::size_t at = skip; at < text.paragraphs() && work < most_work; ++at) {
        const std::size_t from = quoted_from(text.paragraph(at));
        if (from == std::string_view::npos || from >= text.paragraph(at).size()) continue;
        const text::Position begin{at, from};
        std::string words = text.paragraph(at).substr(from);
        std::size_t next = at + 1;
        for (; next < text.paragraphs() && words.size() <= 4 * longest; ++next) {
            const std::size_t on = quoted_from(text.paragraph(next));
            if (on == std::string_view::npos || on >= text.paragraph(next).size()) break;
            words.append("\n").append(text.paragraph(next), on);
        }
        const text::Position end{next - 1, text.paragraph(next - 1).size()};
        at = next - 1;
        const std::u32string quote = plain(words);
        if (quote.size() < 4 || quote.size() > longest) continue;
        if (std::find(meant.begin(), meant.end(), quote) != meant.end()) continue;
        std::size_t nearest = promises.size();
        double best = least_likeness;
        for (std::size_t i = 0; i < meant.size(); ++i) {
            const std::size_t length = std::max(meant[i].size(), quote.size());
            const auto limit = static_cast<std::size_t>(static_cast<double>(length) * (1 - best));
            if (meant[i].empty() || meant[i].size() > longest || length - std::min(meant[i].size(), quote.size()) > limit) continue;
            work += meant[i].size() * quote.size();
            const std::size_t apart = distance(meant[i], quote, limit);
            if (apart > limit) continue;
            best = 1 - static_cast<double>(apart) / static_cast<double>(length);
            nearest = i;
        }
        if (nearest < promises.size()) out.push_back({nearest, {begin, end}});
    }
    return out;
}

}  // namespace dajim::journal
