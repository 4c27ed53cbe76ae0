// One paragraph to rows: cut into runs, measure each once, fill rows greedily.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "text/clusters.h"
#include "text/kinds.h"
#include "text/set_rows.h"
#include "text/utf8.h"

namespace dajim::text {
namespace {

constexpr std::size_t kLongestRun = 48;  // bytes; a longer word is drawn in pieces
constexpr int kTabSpaces = 4;
constexpr float kSlack = 0.01f;          // CSS pixels of rounding that do not push a word to the next row

/// Finds the runs of a paragraph, in order; their widths are not yet known. A stretch that ends inside a cluster ends behind it.
std::vector<Run> cut(std::string_view text, const std::vector<bool>& ends, const std::vector<Stretch>& stretches, Face face) {
    std::vector<Run> runs;
    auto next = stretches.begin();
    bool joinable = false;  // may the next letter join the last run?
    for (ClusterWalk walk(text, 0); !walk.done();) {
        const auto begin = static_cast<std::uint32_t>(walk.at());
        const std::string_view cluster = walk.next();
        const auto end = static_cast<std::uint32_t>(walk.at());
        std::size_t length = 0;
        const char32_t first = decode(cluster, 0, length);
        const bool unseen = is_unseen(cluster);
        const bool blank = !unseen && length == cluster.size() && (is_blank(first) || first == '\r');
        const bool alone = blank || unseen || stands_alone(cluster);
        while (next != stretches.end() && next->end <= begin) ++next;
        const bool within = next != stretches.end() && next->begin <= begin;
        const Run run{begin, end, 0, 0, within ? next->face : face, within ? next->look : std::uint8_t{0}, blank};
        const bool alike = !runs.empty() && runs.back().face == run.face && runs.back().look == run.look;
        if (!alone && joinable && alike && !ends[begin - 1] && end - runs.back().begin <= kLongestRun) {
            runs.back().end = end;
        } else {
            runs.push_back(run);
        }
        joinable = !alone;
    }
    return runs;
}

class Setter {
public:
    Setter(std::string_view text, const Typesetter& typesetter, const ParagraphStyle& style, std::vector<Stretch> stretches,
           float width, Wrap wrap, bool goes_on)
        : text_(text), typesetter_(typesetter), width_(width), wrap_(wrap), goes_on_(goes_on), ends_(row_ends(text, wrap)) {
        out_.style = style;
        out_.stretches = std::move(stretches);
    }

    ParagraphRows set() && {
        std::vector<Run> pending = cut(text_, ends_, out_.stretches, out_.style.face);
        out_.runs.reserve(pending.size());
        x_ = left();
        for (std::size_t i = 0; i < pending.size();) {
            Run& run = pending[i];
            if (!run.blank && run.width == 0) run.width = advance(run.begin, run.end, run.face);
            if (run.blank || x_ + run.width <= width_ + kSlack) {
                place(run);
                ++i;
            } else if (breakable_ > row_begin_) {
                i -= close_row(breakable_);
            } else if (const std::size_t at = loose_break()) {
                i -= close_row(at);
            } else if (const std::uint32_t fits = longest_fit(run); fits == run.begin) {
                close_row(out_.runs.size());
            } else if (fits == run.end) {
                place(run);  // one cluster, wider than the row
                ++i;
            } else {
                place({run.begin, fits, 0, advance(run.begin, fits, run.face), run.face, run.look, false});
                run.begin = fits;
                run.width = 0;
                close_row(out_.runs.size());
            }
        }
        if (row_begin_ < out_.runs.size() || out_.rows.empty()) close_row(out_.runs.size());
        return std::move(out_);
    }

private:
    float left() const { return out_.style.indent + (out_.rows.empty() && !goes_on_ ? 0 : out_.style.hang); }

    float advance(std::uint32_t begin, std::uint32_t end, Face face) const {
        return typesetter_.advance(text_.substr(begin, end - begin), face);
    }

    float blank_advance(const Run& run) {
        const char first = text_[run.begin];
        if (first == '\t') {
            const float stop = kTabSpaces * space();
            if (stop <= 0) return 0;
            const float from = x_ - left();
            return (std::floor((from + kSlack) / stop) + 1) * stop - from;
        }
        if (first == ' ') return run.face == out_.style.face ? space() : advance(run.begin, run.end, run.face);
        return first == '\r' ? 0 : advance(run.begin, run.end, run.face);
    }

    float space() {
        if (space_ < 0) space_ = typesetter_.advance(" ", out_.style.face);
        return space_;
    }

    void place(Run run) {
        if (run.blank) run.width = blank_advance(run);
        run.x = x_;
        x_ += run.width;
        out_.runs.push_back(run);
        if (ends_[run.end - 1]) breakable_ = out_.runs.size();
    }

    /// Ends the row before the run `end`. Returns how many runs stood behind it: they are to be placed again, in the next row, which may
    /// have less room.
    std::size_t close_row(std::size_t end) {
        Row row;
        row.first_run = static_cast<std::uint32_t>(row_begin_);
        row.runs = static_cast<std::uint32_t>(end - row_begin_);
        row.begin = out_.rows.empty() ? 0 : out_.rows.back().end;
        row.end = end > row_begin_ ? out_.runs[end - 1].end : row.begin;
        row.width = left();
        for (std::size_t i = end; i > row_begin_; --i) {
            if (out_.runs[i - 1].blank) continue;
            row.width = out_.runs[i - 1].x + out_.runs[i - 1].width;
            break;
        }
        out_.rows.push_back(row);
        row_begin_ = end;
        x_ = left();
        const std::size_t behind = out_.runs.size() - end;
        out_.runs.resize(end);
        return behind;
    }

    /// A word wider than the row: where would it break if any syllable were good enough? 0: nowhere. So that even here
    /// no row starts with a full stop.
    std::size_t loose_break() {
        if (wrap_ == Wrap::any_syllable) return 0;
        if (loose_.empty()) loose_ = row_ends(text_, Wrap::any_syllable);
        for (std::size_t at = out_.runs.size(); at > row_begin_; --at) {
            if (loose_[out_.runs[at - 1].end - 1]) return at;
        }
        return 0;
    }

    /// End of the longest part of `run` that fits in what is left of the row, in whole clusters; at least one in an
    /// empty row.
    std::uint32_t longest_fit(const Run& run) const {
        const bool row_is_empty = out_.runs.size() == row_begin_;
        std::uint32_t fits = run.begin;
        for (ClusterWalk walk(text_.substr(0, run.end), run.begin); !walk.done();) {
            walk.next();
            const auto end = static_cast<std::uint32_t>(walk.at());
            const bool is_first = fits == run.begin;
            if (x_ + advance(run.begin, end, run.face) > width_ + kSlack && !(is_first && row_is_empty)) break;
            fits = end;
        }
        return fits;
    }

    std::string_view text_;
    const Typesetter& typesetter_;
    float width_;
    Wrap wrap_;
    bool goes_on_;
    std::vector<bool> ends_, loose_;
    ParagraphRows out_;
    std::size_t row_begin_ = 0;  // first run of the row being filled
    std::size_t breakable_ = 0;  // the run before which this row may end, when past row_begin_
    float x_ = 0;
    float space_ = -1;
};

}  // namespace

ParagraphRows set_rows(std::string_view text, const Typesetter& typesetter, const ParagraphStyle& style, std::vector<Stretch> stretches,
                       float width, Wrap wrap, bool goes_on) {
    return Setter(text, typesetter, style, std::move(stretches), width, wrap, goes_on).set();
}

ParagraphRows set_paragraph(const Buffer& buffer, std::size_t paragraph, const Typesetter& typesetter, float width,
                            Wrap wrap) {
    return set_rows(buffer.paragraph(paragraph), typesetter, typesetter.style(buffer, paragraph), typesetter.stretches(buffer, paragraph),
                    width, wrap, false);
}

}  // namespace dajim::text
