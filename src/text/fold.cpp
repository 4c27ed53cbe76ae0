// Folding for searches, see fold.h. Hangul syllables and ASCII, which is nearly all there is, take the short way.
#include "text/fold.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "text/hangul.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

#include "text/fold_tables.inc"

constexpr char32_t kFirstWidthForm = 0xFF5F, kFirstIdeograph = 0xF900;
constexpr std::size_t kMostMarks = 30;   // upon one letter, that are put in order: what Unicode calls stream-safe

char32_t without_width(char32_t c) {
    if (c == 0x3000 || c == 0xA0 || c == 0x202F) return ' ';
    if (between(c, 0xFF01, 0xFF5E)) return c - 0xFF01 + '!';
    if (!between(c, kFirstWidthForm, 0xFFEE)) return c;
    const char32_t form = width_forms[c - kFirstWidthForm];
    return form ? form : c;
}

/// Marks that stand upon a letter and may come in any order there.
bool is_mark(char32_t c) {
    if (c < 0x300) return false;
    return c < 0x370 || between(c, 0x591, 0x5C7) || between(c, 0x64B, 0x65F) || between(c, 0x1AB0, 0x1AFF) || between(c, 0x1DC0, 0x1DFF)
           || between(c, 0x20D0, 0x20FF) || c == 0x3099 || c == 0x309A || between(c, 0xFE20, 0xFE2F);
}

std::vector<char32_t> composed_characters() {
    std::vector<char32_t> out;
    for (const std::uint16_t distance : distances) out.push_back((out.empty() ? 0 : out.back()) + distance);
    return out;
}

void take_apart(char32_t c, std::u32string& out) {
    const char32_t ideograph = c - kFirstIdeograph;
    if (ideograph < std::size(ideographs)) {
        out += ideographs[ideograph] ? ideographs[ideograph] : c;
        return;
    }
    if (c >= 0xC0 && c < 0x10000) {
        static const std::vector<char32_t> composed = composed_characters();
        const auto row = std::lower_bound(composed.begin(), composed.end(), c);
        if (row != composed.end() && *row == c) {
            const auto at = row - composed.begin();
            take_apart(first_parts[at], out);
            if (second_parts[at]) take_apart(second_parts[at], out);
            return;
        }
    }
    out += c;
}

/// A lead byte of what may join the character before it: conjoining jamo or marks.
bool may_join(char next) {
    const auto lead = static_cast<unsigned char>(next);
    return lead >= 0xCC && !between(lead, 0xEA, 0xEE);
}

/// One group, whatever it is: the byte behind it.
std::size_t fold_group(std::string_view text, std::size_t begin, bool match_case, Folded& out) {
    std::size_t length = 0;
    char32_t c = decode(text, begin, length);
    std::size_t at = begin + length;
    std::u32string group;
    if (is_hangul(c)) {
        for (; at < text.size(); at += length) {
            const char32_t syllable = compose_jamo(c, decode(text, at, length));
            if (!syllable) break;
            c = syllable;
        }
        c = compatibility_jamo(c);
    }
    take_apart(without_width(c), group);
    for (; at < text.size() && may_join(text[at]); at += length) {
        const char32_t mark = without_width(decode(text, at, length));
        if (!is_mark(mark)) break;
        take_apart(mark, group);
    }
    for (std::size_t end = 1; end < std::min(group.size(), kMostMarks); ++end) {
        for (std::size_t mark = end; mark > 0 && is_mark(group[mark]) && is_mark(group[mark - 1]) && group[mark] < group[mark - 1]; --mark) {
            std::swap(group[mark], group[mark - 1]);
        }
    }
    for (const char32_t sign : group) {
        out.signs.push_back(match_case ? sign : fold_case(sign));
        out.begins.push_back(static_cast<std::uint32_t>(begin));
    }
    return at;
}

template <std::size_t count>
char32_t small_letter(const std::uint16_t (&ranges)[count][3], char32_t plane, std::uint16_t c) {
    const auto row = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                      [](std::uint16_t wanted, const std::uint16_t(&entry)[3]) { return wanted < entry[0]; });
    if (row == std::begin(ranges)) return plane + c;
    const auto& [first, last, by] = *std::prev(row);
    if (c > last || (by == 1 && (c - first) % 2 != 0)) return plane + c;
    return plane + static_cast<std::uint16_t>(c + by);
}

}  // namespace

char32_t fold_case(char32_t c) {
    if (c < 0x80) return between(c, 'A', 'Z') ? c + 32 : c;
    if (c < 0x10000) return small_letter(case_ranges, 0, static_cast<std::uint16_t>(c));
    return c < 0x20000 ? small_letter(case_ranges_above, 0x10000, static_cast<std::uint16_t>(c & 0xFFFF)) : c;
}

void fold(std::string_view text, bool match_case, Folded& out) {
    const std::size_t size = text.size();
    const auto put = [&out](char32_t sign, std::size_t at) {
        out.signs.push_back(sign);
        out.begins.push_back(static_cast<std::uint32_t>(at));
    };
    for (std::size_t at = 0; at < size;) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            if (at + 1 < size && may_join(text[at + 1])) {
                at = fold_group(text, at, match_case, out);
                continue;
            }
            put(!match_case && between(lead, 'A', 'Z') ? lead + 32u : lead, at);
            ++at;
            continue;
        }
        if (between(lead, 0xE4, 0xED) && at + 3 <= size && !(at + 3 < size && may_join(text[at + 3]))) {
            const char32_t c = (lead & 0x0Fu) << 12 | (static_cast<unsigned char>(text[at + 1]) & 0x3Fu) << 6
                               | (static_cast<unsigned char>(text[at + 2]) & 0x3Fu);
            if (is_syllable(c) || c < 0xA000) {   // a syllable or an ideograph
                put(c, at);
                at += 3;
                continue;
            }
        }
        at = fold_group(text, at, match_case, out);
    }
}

}  // namespace dajim::text
