// Finding words, see find.h.
#include "text/find.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/clusters.h"
#include "text/hangul.h"
#include "text/kinds.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr std::size_t kMostSigns = 4096;
constexpr std::size_t kWordBits = 64;

std::uint64_t next_identity() {
    static std::uint64_t last = 0;
    return ++last;
}

// ------------------------------------------------------------------------------------------- what strokes make of a syllable

/// A tail of two strokes by what it was after the first and the consonant of the second; a tail of one stroke by no tail and itself.
struct Parted { int rest; char32_t last; };
Parted parted(int tail) {
    constexpr struct { int tail, rest; char32_t last; } doubles[] = {
        {3, 1, U'ㅅ'}, {5, 4, U'ㅈ'}, {6, 4, U'ㅎ'}, {9, 8, U'ㄱ'}, {10, 8, U'ㅁ'}, {11, 8, U'ㅂ'},
        {12, 8, U'ㅅ'}, {13, 8, U'ㅌ'}, {14, 8, U'ㅍ'}, {15, 8, U'ㅎ'}, {18, 17, U'ㅅ'}};
    for (const auto& one : doubles) {
        if (one.tail == tail) return {one.rest, one.last};
    }
    return {0, tail_jamo(tail)};
}

/// The tails that one more stroke makes of a tail, [first, last]; none where first > last.
struct Tails { int first, last; };
Tails grown(int tail) {
    int first = 1, last = 0;
    for (int other = tail + 1; other <= last_tail; ++other) {
        if (parted(other).rest != tail) continue;
        if (first > last) first = other;
        last = other;
    }
    return {first, last};
}

/// The last of the vowels that begin with this one's strokes; they stand behind it in Unicode's order (ㅗ ㅘ ㅙ ㅚ).
int last_grown_vowel(int vowel) {
    switch (vowel) {
        case 8: return 11;    // ㅗ
        case 13: return 16;   // ㅜ
        case 18: return 19;   // ㅡ
        default: return vowel;
    }
}

}  // namespace

// ------------------------------------------------------------------------------------------------------------------- borders

/// Where clusters and words of a paragraph begin and end. Most neighbours tell it by themselves; where they do not, the paragraph is
/// walked through once.
class Query::Borders {
public:
    explicit Borders(std::string_view paragraph) : paragraph_(paragraph) {}
    std::size_t size() const { return paragraph_.size(); }

    bool part_clusters(std::size_t byte) {
        if (byte == 0 || byte >= paragraph_.size() || (known_.empty() && is_plain(byte))) return true;
        walk();
        return known_[byte] != 0;
    }

    /// `byte` parts clusters. The words next to it say the rest, so only the clusters next to it are looked at.
    bool part_words(std::size_t byte) {
        walk();
        std::size_t begin = byte, end = byte;
        for (int step = 0; step < 3; ++step) {
            while (begin > 0 && !known_[--begin]) {}
            while (end < paragraph_.size() && !known_[++end]) {}
        }
        return is_word_border(paragraph_.substr(begin, end - begin), byte - begin);
    }

private:
    /// Both neighbours are ASCII letters or signs, or Hangul syllables: these never join.
    bool is_plain(std::size_t byte) const {
        const auto plain = [this](std::size_t at) {
            std::size_t length = 0;
            const char32_t c = decode(paragraph_, at, length);
            return between(c, 0x20, 0x7E) || is_syllable(c);
        };
        return plain(byte) && plain(floor_code_point(paragraph_, byte - 1));
    }

    void walk() {
        if (!known_.empty()) return;
        known_.resize(paragraph_.size() + 1, '\0');
        known_[0] = 1;
        for (ClusterWalk walk(paragraph_, 0); !walk.done();) {
            walk.next();
            known_[walk.at()] = 1;
        }
    }

    std::string_view paragraph_;
    std::string known_;   // for each byte whether clusters part there; empty: not walked through yet
};

// --------------------------------------------------------------------------------------------------------------------- query

Query::Element Query::element(char32_t sign) {
    const int lead = lead_number(sign);
    if (lead < 0) return {sign, sign};
    return {syllable_of({lead, 0, 0}), syllable_of({lead, last_vowel, last_tail}), sign, sign};
}

Query::Query(std::string_view text, const FindOptions& options, bool open_end) : options_(options), identity_(next_identity()) {
    Folded folded;
    fold(text, options.match_case, folded);
    if (folded.signs.empty() || folded.signs.size() > kMostSigns) return;
    std::vector<Element> whole, one_by_one;   // consonants drawn together, and apart
    for (const char32_t sign : folded.signs) {
        whole.push_back(element(sign));
        const auto tail = sign - U'ㄱ' < 30 ? [sign] {
            for (int at = 1; at <= last_tail; ++at) {
                if (tail_jamo(at) == sign) return at;
            }
            return 0;
        }() : 0;
        if (tail > 0 && parted(tail).rest > 0) {
            one_by_one.push_back(element(tail_jamo(parted(tail).rest)));
            one_by_one.push_back(element(parted(tail).last));
        } else {
            one_by_one.push_back(whole.back());
        }
    }
    const char32_t last = folded.signs.back();
    std::vector<Element> carried;   // the last consonant goes on to the next syllable
    if (open_end && is_syllable(last)) {
        Syllable parts = parts_of(last);
        Element& end = whole.back();
        if (parts.tail == 0) {
            end = {last, syllable_of({parts.lead, last_grown_vowel(parts.vowel), last_tail})};
        } else {
            const Tails tails = grown(parts.tail);
            if (tails.first <= tails.last) {
                end.other_first = syllable_of({parts.lead, parts.vowel, tails.first});
                end.other_last = syllable_of({parts.lead, parts.vowel, tails.last});
            }
            const Parted two = parted(parts.tail);
            parts.tail = two.rest;
            carried = whole;
            carried.back() = element(syllable_of(parts));
            carried.push_back(element(two.last));
        }
        one_by_one.back() = whole.back();
    }
    const bool drawn_together = one_by_one.size() > whole.size();
    add(std::move(whole));
    if (drawn_together) add(std::move(one_by_one));
    if (!carried.empty()) add(std::move(carried));
}

void Query::add(std::vector<Element> elements) {
    Pattern pattern;
    pattern.words = (elements.size() + kWordBits - 1) / kWordBits;
    pattern.stretches.push_back(0);
    for (const Element& one : elements) {
        for (const auto& [first, last] : {std::pair{one.first, one.last}, std::pair{one.other_first, one.other_last}}) {
            if (first == Element::nothing) continue;
            for (const char32_t border : {first, char32_t{last + 1}}) {
                const auto place = std::lower_bound(pattern.stretches.begin(), pattern.stretches.end(), border);
                if (place == pattern.stretches.end() || *place != border) pattern.stretches.insert(place, border);
            }
        }
    }
    pattern.fits.assign(pattern.stretches.size() * pattern.words, 0);
    for (std::size_t stretch = 0; stretch < pattern.stretches.size(); ++stretch) {
        for (std::size_t at = 0; at < elements.size(); ++at) {
            if (elements[at].fits(pattern.stretches[stretch])) {
                pattern.fits[stretch * pattern.words + at / kWordBits] |= std::uint64_t{1} << at % kWordBits;
            }
        }
    }
    pattern.elements = std::move(elements);
    patterns_.push_back(std::move(pattern));
}

/// All beginnings of the pattern that the signs so far may be in are followed at once, a bit each (Shift-And): so the time taken does
/// not depend on what the words are.
void Query::find(const Pattern& pattern, const Folded& folded, Borders& borders, std::vector<Span>& out) const {
    const std::vector<char32_t>& signs = folded.signs;
    const std::vector<std::uint32_t>& begins = folded.begins;
    const std::size_t count = signs.size(), length = pattern.elements.size();
    const std::uint64_t last_bit = std::uint64_t{1} << (length - 1) % kWordBits;
    std::vector<std::uint64_t> open(pattern.words, 0);
    const Element first = pattern.elements.front();
    std::size_t taken = 0;   // bytes before this belong to a match
    const auto begins_group = [&](std::size_t at) { return at == 0 || at == count || begins[at] != begins[at - 1]; };
    bool idle = true;
    for (std::size_t at = 0; at < count; ++at) {
        if (idle) {
            while (at < count && !first.fits(signs[at])) ++at;
            if (at == count) return;
        }
        const auto stretch = std::upper_bound(pattern.stretches.begin(), pattern.stretches.end(), signs[at]) - pattern.stretches.begin() - 1;
        const std::uint64_t* fits = &pattern.fits[static_cast<std::size_t>(stretch) * pattern.words];
        std::uint64_t carry = 1, any = 0;
        for (std::size_t word = 0; word < pattern.words; ++word) {
            const std::uint64_t shifted = open[word] << 1 | carry;
            carry = open[word] >> (kWordBits - 1);
            any |= open[word] = shifted & fits[word];
        }
        idle = any == 0;
        if (!(open.back() & last_bit)) continue;
        const std::size_t from = at + 1 - length;
        if (!begins_group(from) || !begins_group(at + 1)) continue;
        const std::size_t begin = begins[from], end = at + 1 < count ? begins[at + 1] : borders.size();
        if (begin < taken || !borders.part_clusters(begin) || !borders.part_clusters(end)) continue;
        if (options_.whole_words && !(borders.part_words(begin) && borders.part_words(end))) continue;
        out.push_back({begin, end});
        taken = end;
    }
}

void Query::find(std::string_view paragraph, Folded& scratch, std::vector<Span>& out) const {
    if (patterns_.empty() || paragraph.empty()) return;
    scratch.clear();
    fold(paragraph, options_.match_case, scratch);
    Borders borders(paragraph);
    const std::size_t before = out.size();
    find(patterns_.front(), scratch, borders, out);
    std::vector<Span> more, both;
    for (std::size_t pattern = 1; pattern < patterns_.size(); ++pattern) {
        more.clear();
        find(patterns_[pattern], scratch, borders, more);
        if (more.empty()) continue;
        both.clear();
        std::size_t taken = 0;   // bytes before this belong to a match
        for (std::size_t a = before, b = 0; a < out.size() || b < more.size();) {
            const bool first = b == more.size() || (a < out.size() && out[a].begin <= more[b].begin);
            const Span& next = first ? out[a++] : more[b++];
            if (next.begin < taken) continue;
            both.push_back(next);
            taken = next.end;
        }
        out.resize(before);
        out.insert(out.end(), both.begin(), both.end());
    }
}

// ------------------------------------------------------------------------------------------------------------------- matches

namespace {

void append(const Query& query, const Buffer& buffer, std::size_t paragraph, Folded& scratch, std::vector<Span>& spans, std::vector<Match>& out) {
    spans.clear();
    query.find(buffer.paragraph(paragraph), scratch, spans);
    const auto whole = [](std::size_t number) { return static_cast<std::uint32_t>(number); };
    for (const Span& span : spans) out.push_back({whole(paragraph), whole(span.begin), whole(span.end)});
}

constexpr std::size_t kMostFollowed = 64;   // edits; more are searched for as if all were new

}  // namespace

std::size_t Matches::settle(const Buffer& buffer, const Query& query, std::size_t bytes) {
    const bool same = identity_ == buffer.identity() && query_ == query.identity();
    if (same && revision_ == buffer.revision() && complete()) return bytes;
    if (!same || !follow(buffer, query)) {
        next_ = 0;
        matches_.clear();
    }
    identity_ = buffer.identity();
    query_ = query.identity();
    revision_ = buffer.revision();
    paragraphs_ = buffer.paragraphs();
    if (query.empty()) next_ = paragraphs_;
    Folded scratch;
    std::vector<Span> spans;
    for (; next_ < paragraphs_ && bytes > 0; ++next_) {
        append(query, buffer, next_, scratch, spans, matches_);
        bytes -= std::min(bytes, buffer.paragraph(next_).size() + 1);
    }
    return bytes;
}

/// Brings what was searched already up to date with the edits since; false where that is not to be had.
bool Matches::follow(const Buffer& buffer, const Query& query) {
    const std::optional<std::vector<ParagraphChange>> changes = buffer.changes_since(revision_);
    if (!changes || changes->size() > kMostFollowed) return false;
    std::size_t first = 0, last = 0;   // paragraphs that have to be searched again, all edits taken together
    for (const ParagraphChange& change : *changes) {
        const std::size_t gone = change.first + change.removed, come = change.first + change.inserted;
        if (change.first >= next_) continue;
        const auto from = matches_.begin() + static_cast<std::ptrdiff_t>(first_from({change.first, 0}));
        const auto to = matches_.begin() + static_cast<std::ptrdiff_t>(first_from({gone, 0}));
        const auto behind = matches_.erase(from, to);
        for (auto match = behind; match != matches_.end(); ++match) {
            match->paragraph = static_cast<std::uint32_t>(match->paragraph + come - gone);
        }
        next_ = next_ >= gone ? next_ + come - gone : come;
        if (first < last) {
            const std::size_t end = last >= gone ? last + come - gone : come;
            first = std::min(first, change.first);
            last = std::max(end, come);
        } else {
            first = change.first;
            last = come;
        }
    }
    if (first == last) return true;
    const auto from = matches_.begin() + static_cast<std::ptrdiff_t>(first_from({first, 0}));
    const auto to = matches_.begin() + static_cast<std::ptrdiff_t>(first_from({last, 0}));
    const auto place = matches_.erase(from, to);
    std::vector<Match> fresh;
    Folded scratch;
    std::vector<Span> spans;
    for (std::size_t paragraph = first; paragraph < last; ++paragraph) append(query, buffer, paragraph, scratch, spans, fresh);
    matches_.insert(place, fresh.begin(), fresh.end());
    return true;
}

std::size_t Matches::first_from(Position position) const {
    const auto found = std::lower_bound(matches_.begin(), matches_.end(), position,
                                        [](const Match& match, Position wanted) { return match.range().begin < wanted; });
    return static_cast<std::size_t>(found - matches_.begin());
}

std::span<const Match> Matches::in(std::size_t paragraph) const {
    const std::size_t from = first_from({paragraph, 0});
    std::size_t to = from;
    while (to < matches_.size() && matches_[to].paragraph == paragraph) ++to;
    return std::span(matches_).subspan(from, to - from);
}

}  // namespace dajim::text
