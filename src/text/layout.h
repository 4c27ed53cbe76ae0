// A buffer's rows at a width: exact near the window, estimated elsewhere, recomputed only where the text changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/breaks.h"
#include "text/buffer.h"
#include "text/heights.h"
#include "text/units.h"

namespace dajim::text {

/// Which font a paragraph is set in; the numbers belong to whoever measures.
using Face = std::uint8_t;

/// How a paragraph is set. Lengths in CSS pixels.
struct ParagraphStyle {
    Face face = 0;
    float line_height = 20;
    float space_before = 0;
    float space_after = 0;
    float indent = 0;          ///< of every row
    float hang = 0;            ///< further indent of all rows but the first (lists)
    bool operator==(const ParagraphStyle&) const = default;
};

/// A stretch of a paragraph that is set in another face, or drawn otherwise, than the rest of it. Bytes.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
    Face face = 0;
    std::uint8_t look = 0;     ///< the drawer's own
    bool operator==(const Stretch&) const = default;
};

/// What layout needs to know of fonts and of the look; the caller's own.
class Typesetter {
public:
    virtual ParagraphStyle style(const Buffer& buffer, std::size_t paragraph) const = 0;
    /// In order, none over another, at code point boundaries.
    virtual std::vector<Stretch> stretches(const Buffer&, std::size_t) const { return {}; }
    /// The paragraphs whose style or stretches may have changed since this was last asked for the buffer, because others did.
    virtual Paragraphs reached(const Buffer&) const { return {}; }
    /// Advance of a run: one cluster of Hangul, ideographs or emoji, or a whole word of other scripts. CSS pixels.
    virtual float advance(std::string_view run, Face face) const = 0;

protected:
    ~Typesetter() = default;
};

/// A stretch of a paragraph that is measured and drawn as one: a cluster, a word, or a blank.
struct Run {
    std::uint32_t begin = 0, end = 0;  ///< bytes
    float x = 0, width = 0;            ///< from the row's left edge, indent included; CSS pixels
    Face face = 0;
    std::uint8_t look = 0;             ///< its stretch's
    bool blank = false;                ///< spaces and tabs: advance only, may hang past the row's end
};

struct Row {
    std::uint32_t begin = 0, end = 0;        ///< bytes of the paragraph
    std::uint32_t first_run = 0, runs = 0;   ///< into ParagraphRows::runs
    float width = 0;                         ///< without hanging blanks
};

struct ParagraphRows {
    ParagraphStyle style;
    std::vector<Stretch> stretches;
    std::vector<Row> rows;  ///< at least one
    std::vector<Run> runs;
    float height() const {
        return style.space_before + static_cast<float>(rows.size()) * style.line_height + style.space_after;
    }
};

/// Parts one paragraph into rows not wider than `width` (a word wider than the row is broken at clusters, blanks hang).
/// Pure: what Layout keeps for each paragraph.
ParagraphRows set_paragraph(const Buffer& buffer, std::size_t paragraph, const Typesetter& typesetter, float width,
                            Wrap wrap);

/// A caret on the page: CSS pixels from the layout's top left.
struct CaretBox { float x = 0, y = 0, height = 0; };
struct Hit { Position position; Affinity affinity = Affinity::downstream; };

/// Calls that take a position or a height lay out what they touch exactly first, which may move what stands below. So
/// a scrolled view keeps a paragraph and a distance from its top rather than a height, and asks for the height when it
/// draws.
/// What `rows` returned holds until the next settle.
class Layout {
public:
    /// Brings the layout up to date with the buffer's edits, a new width, wrap or look (`look` changes whenever the
    /// typesetter would answer differently). Cheap when nothing changed; O(changed paragraphs) after an edit. The
    /// buffer and the typesetter must live until the next settle.
    void settle(const Buffer& buffer, const Typesetter& typesetter, float width, Wrap wrap, std::uint64_t look);

    /// Of `paragraphs`, those that the typesetter now sets otherwise are set anew.
    void restyle(Paragraphs paragraphs);

    /// Height of everything, estimated where it was not laid out. CSS pixels.
    float height();
    /// Top of a paragraph / the paragraph at a height (clamped).
    float top(std::size_t paragraph);
    std::size_t paragraph_at(float y);
    const ParagraphRows& rows(std::size_t paragraph);

    /// Lays out all that lies between the two heights exactly. What was estimated wrong above what the reader sees
    /// moves nothing of it: the returned difference is what a scroll position must be shifted by.
    float expose(float y0, float y1);

    CaretBox caret(Position position, Affinity affinity);
    Hit hit(float x, float y);
    /// The position `rows` rows below (above when negative) at the horizontal place `goal_x`; past the ends: document
    /// start or end.
    Hit vertical(Position from, Affinity affinity, int rows, float goal_x);
    /// Start and end of the row a caret is on.
    Hit row_start(Position position, Affinity affinity);
    Hit row_end(Position position, Affinity affinity);

    /// Start of the cluster that lies under the point (not the nearest boundary): what a double click means.
    Position under(float x, float y);

    /// Number of paragraphs set since construction: what tests and benchmarks watch.
    std::uint64_t paragraphs_set() const { return paragraphs_set_; }

private:
    /// How a paragraph's height is known.
    enum class Known : std::uint8_t {
        unknown,   ///< new; only while settling
        guessed,   ///< from its length; the reader has not seen it
        outdated,  ///< its text changed since it was set; the height is the one it had
        exact,     ///< set; its rows may have been dropped since
    };
    struct Cell {
        Known known = Known::unknown;
        std::unique_ptr<ParagraphRows> rows;
    };
    /// A row of a paragraph that is set.
    struct Place {
        std::size_t paragraph = 0, row = 0;
    };

    bool follow(const ParagraphChange& change);  // true when it leaves unknown heights
    void guess_from(std::size_t first);
    float guess(std::size_t paragraph);
    void drop(Cell& cell);
    void set_aside(const ParagraphChange& change);
    bool mend(std::size_t paragraph);
    double top_of(Place place);
    Place place_at(float y);
    Place place_of(Position position, Affinity affinity);
    float x_of(Place place, std::size_t byte);
    Hit nearest(Place place, float x);

    const Buffer* buffer_ = nullptr;
    const Typesetter* typesetter_ = nullptr;
    std::uint64_t identity_ = 0, revision_ = 0, look_ = 0;
    float width_ = 0;
    Wrap wrap_ = Wrap::keep_all;
    std::vector<Cell> cells_;
    Heights heights_;
    /// The rows of a long paragraph as they were before it was edited: most of them still hold.
    struct Mending { std::unique_ptr<ParagraphRows> rows; std::size_t paragraph = 0, head = 0, tail = 0; };
    Mending mending_;
    std::size_t runs_held_ = 0;
    std::uint64_t paragraphs_set_ = 0;
    struct Advances { float hangul = 0, latin = 0; };
    std::vector<Advances> advances_;  // of each face, for guessing; 0: not asked yet
};

}  // namespace dajim::text
