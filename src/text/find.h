// Finding words in a text, as somebody who reads and writes Korean looks for them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/buffer.h"
#include "text/fold.h"
#include "text/units.h"

namespace dajim::text {

struct FindOptions {
    bool match_case = false;
    bool whole_words = false;   ///< what a double click chooses: UAX #29, an eojeol being one word
    bool operator==(const FindOptions&) const = default;
};

/// What is looked for, made ready once.
///
/// Texts are compared folded (text/fold.h). A lone consonant stands for itself and for every syllable that begins with it, so that
/// ㄱㄸ finds 글또; where an input method has drawn two together, ㄳ, they are taken one by one as well.
///
/// While the query's end is being composed (`open_end`) its last syllable also finds what it may yet become by further strokes: 그
/// finds 글, 고 finds 과, and 글 finds 긁 and 그림, since nobody who writes 그림 can avoid to have written 글 on the way. Once it is
/// committed it is meant as it stands: what is counted, stepped through and replaced is never more than was asked for.
class Query {
public:
    Query() = default;
    explicit Query(std::string_view text, const FindOptions& options = {}, bool open_end = false);

    /// True when nothing can be found: no text, or more of it than anybody looks for (4096 signs).
    bool empty() const { return patterns_.empty(); }
    const FindOptions& options() const { return options_; }
    /// Another one for each query made from a text: what a cache compares.
    std::uint64_t identity() const { return identity_; }

    /// Appends the matches in a paragraph: in order, apart, from cluster to cluster. Linear in the paragraph's length; `scratch` is
    /// overwritten.
    void find(std::string_view paragraph, Folded& scratch, std::vector<Span>& out) const;

private:
    /// Signs that may stand at one place of a pattern: one range or two.
    struct Element {
        static constexpr char32_t nothing = 0xFFFFFFFF;
        char32_t first = nothing, last = nothing, other_first = nothing, other_last = nothing;
        bool fits(char32_t sign) const { return sign - first <= last - first || sign - other_first <= other_last - other_first; }
    };
    /// Elements in a row, and for every stretch of signs that they do not tell apart, at which of them it fits, a bit each.
    struct Pattern {
        std::vector<Element> elements;
        std::vector<char32_t> stretches;     // where each begins, in order; the first is 0
        std::vector<std::uint64_t> fits;     // `words` for each stretch
        std::size_t words = 0;
    };
    class Borders;

    void add(std::vector<Element> elements);
    void find(const Pattern& pattern, const Folded& folded, Borders& borders, std::vector<Span>& out) const;
    static Element element(char32_t sign);

    std::vector<Pattern> patterns_;
    FindOptions options_;
    std::uint64_t identity_ = 0;
};

/// A match: bytes [begin, end) of a paragraph.
struct Match {
    std::uint32_t paragraph = 0, begin = 0, end = 0;
    Range range() const { return {{paragraph, begin}, {paragraph, end}}; }
    bool operator==(const Match&) const = default;
};

/// All matches in one buffer, kept up to date with its edits.
class Matches {
public:
    /// Searches what a new query, another buffer or an edit made unknown, up to about `bytes` (a paragraph at least). Returns what is
    /// left of them: 0 when there may be more to do. After an edit only the changed paragraphs are searched again.
    std::size_t settle(const Buffer& buffer, const Query& query, std::size_t bytes);
    /// All of the buffer was searched, as it was when last settled.
    bool complete() const { return next_ >= paragraphs_; }

    /// Those known, in order.
    const std::vector<Match>& all() const { return matches_; }
    std::span<const Match> in(std::size_t paragraph) const;
    /// The index of the first at or behind a position.
    std::size_t first_from(Position position) const;

private:
    bool follow(const Buffer& buffer, const Query& query);

    std::uint64_t query_ = 0, identity_ = 0, revision_ = 0;
    std::size_t next_ = 0;         // the first paragraph that was not searched yet
    std::size_t paragraphs_ = 0;   // of the buffer
    std::vector<Match> matches_;
};

}  // namespace dajim::text
