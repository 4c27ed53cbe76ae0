// The page: which paragraphs are set, where they stand, and what lies under a caret or a pointer.
#include "text/layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "text/clusters.h"
#include "text/set_rows.h"

namespace dajim::text {
namespace {

constexpr std::size_t kChangesFollowed = 64;     // more are followed as one that spans them
constexpr std::size_t kRunsHeld = 400'000;       // about 8 MB; beyond, rows are dropped and only heights are kept
constexpr std::size_t kRowsMended = 64;          // a paragraph of more is not set whole at every edit
constexpr std::size_t kGuessSample = 64;         // bytes of a paragraph that are looked at for a guess

}  // namespace

void Layout::settle(const Buffer& buffer, const Typesetter& typesetter, float width, Wrap wrap, std::uint64_t look) {
    const bool same_page = identity_ == buffer.identity() && width_ == width && wrap_ == wrap && look_ == look;
    const std::uint64_t seen = revision_;
    buffer_ = &buffer;
    typesetter_ = &typesetter;
    identity_ = buffer.identity();
    revision_ = buffer.revision();
    look_ = look;
    width_ = width;
    wrap_ = wrap;
    if (same_page && seen == revision_) return;
    mending_ = {};

    const auto changes = same_page ? buffer.changes_since(seen) : std::nullopt;
    if (!changes) {
        for (Cell& cell : cells_) drop(cell);
        cells_.clear();
        cells_.resize(buffer.paragraphs());
        heights_.splice(0, heights_.size(), std::vector<float>(cells_.size()));
        advances_.clear();
        typesetter.reached(buffer);
        guess_from(0);
        return;
    }

    set_aside(spanning(*changes));
    std::size_t first_unknown = buffer.paragraphs();
    const auto follow_and_note = [&](const ParagraphChange& change) {
        if (follow(change)) first_unknown = std::min(first_unknown, change.first);
    };
    if (changes->size() <= kChangesFollowed) {
        for (const ParagraphChange& change : *changes) follow_and_note(change);
    } else {
        follow_and_note(spanning(*changes));
    }
    guess_from(first_unknown);
    restyle(typesetter.reached(buffer));
    if (runs_held_ > kRunsHeld) {
        for (Cell& cell : cells_) drop(cell);
    }
}

/// Before the change is followed.
void Layout::set_aside(const ParagraphChange& change) {
    if (change.removed != 1 || change.inserted != 1) return;
    Cell& cell = cells_[change.first];
    if (!cell.rows || cell.rows->rows.size() < kRowsMended) return;
    runs_held_ -= cell.rows->runs.size();
    mending_ = {std::move(cell.rows), change.first, change.head, change.tail};
}

/// True when the paragraph's rows were set aside, hold on, and are its rows again.
bool Layout::mend(std::size_t paragraph) {
    if (!mending_.rows || mending_.paragraph != paragraph) return false;
    Mending old = std::exchange(mending_, {});
    if (!(old.rows->style == typesetter_->style(*buffer_, paragraph)) || !typesetter_->stretches(*buffer_, paragraph).empty()) return false;
    if (!mend_rows(*old.rows, buffer_->paragraph(paragraph), old.head, old.tail, *typesetter_, width_, wrap_)) return false;
    cells_[paragraph].rows = std::move(old.rows);
    return true;
}

void Layout::restyle(Paragraphs paragraphs) {
    for (std::size_t i = paragraphs.begin; i < std::min(paragraphs.end, cells_.size()); ++i) {
        Cell& cell = cells_[i];
        if (!cell.rows) continue;
        if (cell.rows->style == typesetter_->style(*buffer_, i) && cell.rows->stretches == typesetter_->stretches(*buffer_, i)) continue;
        drop(cell);
        cell.known = Known::outdated;
    }
}

bool Layout::follow(const ParagraphChange& change) {
    const std::size_t kept = std::min(change.removed, change.inserted);
    bool any_unknown = change.inserted > kept;
    for (std::size_t i = change.first; i < change.first + change.removed; ++i) {
        drop(cells_[i]);
        if (i >= change.first + kept) continue;
        Known& known = cells_[i].known;
        known = known == Known::exact || known == Known::outdated ? Known::outdated : Known::unknown;
        any_unknown = any_unknown || known == Known::unknown;
    }
    if (change.removed == change.inserted) return any_unknown;

    const auto at = cells_.begin() + static_cast<std::ptrdiff_t>(change.first + kept);
    if (change.removed > kept) {
        cells_.erase(at, at + static_cast<std::ptrdiff_t>(change.removed - kept));
    } else {
        std::vector<Cell> fresh(change.inserted - kept);
        cells_.insert(at, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
    }
    heights_.splice(change.first + kept, change.removed - kept, std::vector<float>(change.inserted - kept));
    return any_unknown;
}

void Layout::guess_from(std::size_t first) {
    for (std::size_t i = first; i < cells_.size(); ++i) {
        if (cells_[i].known != Known::unknown) continue;
        cells_[i].known = Known::guessed;
        heights_.set(i, guess(i));
    }
}

float Layout::guess(std::size_t paragraph) {
    const ParagraphStyle style = typesetter_->style(*buffer_, paragraph);
    const std::string& text = buffer_->paragraph(paragraph);
    if (advances_.size() <= style.face) advances_.resize(style.face + std::size_t{1});
    Advances& advances = advances_[style.face];
    if (advances.hangul == 0) {
        advances.hangul = typesetter_->advance("가", style.face);
        advances.latin = typesetter_->advance("n", style.face);
    }

    const std::size_t sample = std::min(text.size(), kGuessSample);
    std::size_t ascii = 0;
    for (std::size_t i = 0; i < sample; ++i) ascii += static_cast<unsigned char>(text[i]) < 0x80;
    float rows = 1;
    if (sample > 0) {
        const float byte = (static_cast<float>(ascii) * advances.latin
                            + static_cast<float>(sample - ascii) * advances.hangul / 3) / static_cast<float>(sample);
        const float room = std::max(width_ - style.indent - style.hang, advances.hangul + 1);
        rows = std::ceil(byte * static_cast<float>(text.size()) / room);
    }
    return style.space_before + std::max(rows, 1.0f) * style.line_height + style.space_after;
}

void Layout::drop(Cell& cell) {
    if (!cell.rows) return;
    runs_held_ -= cell.rows->runs.size();
    cell.rows.reset();
}

const ParagraphRows& Layout::rows(std::size_t paragraph) {
    Cell& cell = cells_[paragraph];
    if (!cell.rows) {
        if (!mend(paragraph)) cell.rows = std::make_unique<ParagraphRows>(set_paragraph(*buffer_, paragraph, *typesetter_, width_, wrap_));
        cell.known = Known::exact;
        heights_.set(paragraph, cell.rows->height());
        runs_held_ += cell.rows->runs.size();
        ++paragraphs_set_;
    }
    return *cell.rows;
}

float Layout::height() { return static_cast<float>(heights_.total()); }

float Layout::top(std::size_t paragraph) {
    return static_cast<float>(heights_.before(std::min(paragraph, heights_.size())));
}

std::size_t Layout::paragraph_at(float y) { return heights_.at(y); }

float Layout::expose(float y0, float y1) {
    double shift = 0;
    for (;;) {
        const std::size_t begin = heights_.at(y0 + shift);
        std::size_t end = begin;
        std::size_t anchor = begin;  // the reader's: the first paragraph in sight that was seen before
        bool anchored = false, complete = true;
        for (double y = heights_.before(begin); end < cells_.size() && (end == begin || y < y1 + shift); ++end) {
            y += heights_[end];
            complete = complete && cells_[end].rows;
            if (!anchored && cells_[end].known != Known::guessed) {
                anchor = end;
                anchored = true;
            }
        }
        if (complete) return static_cast<float>(shift);
        const double before = heights_.before(anchor);
        for (std::size_t i = begin; i < end; ++i) rows(i);
        shift += heights_.before(anchor) - before;
    }
}

double Layout::top_of(Place place) {
    const ParagraphStyle& style = rows(place.paragraph).style;
    return heights_.before(place.paragraph) + style.space_before + static_cast<float>(place.row) * style.line_height;
}

Layout::Place Layout::place_at(float y) {
    std::size_t paragraph = heights_.at(y);
    for (;;) {  // setting it may show that another paragraph stands at this height
        rows(paragraph);
        const std::size_t settled = heights_.at(y);
        if (settled == paragraph) break;
        paragraph = settled;
    }
    const ParagraphRows& set = rows(paragraph);
    const double inside = y - heights_.before(paragraph) - set.style.space_before;
    const auto row = inside <= 0 ? 0 : static_cast<std::size_t>(inside / std::max(set.style.line_height, 1.0f));
    return {paragraph, std::min(row, set.rows.size() - 1)};
}

Layout::Place Layout::place_of(Position position, Affinity affinity) {
    position = buffer_->clamp(position);
    const std::vector<Row>& set = rows(position.paragraph).rows;
    const auto behind = std::upper_bound(set.begin(), set.end(), position.byte,
                                         [](std::size_t byte, const Row& row) { return byte < row.begin; });
    auto row = static_cast<std::size_t>(behind - set.begin()) - 1;
    if (affinity == Affinity::upstream && row > 0 && set[row].begin == position.byte) --row;
    return {position.paragraph, row};
}

float Layout::x_of(Place place, std::size_t byte) {
    const ParagraphRows& set = rows(place.paragraph);
    const Row& row = set.rows[place.row];
    const auto first = set.runs.begin() + row.first_run;
    const auto behind = std::upper_bound(first, first + row.runs, byte,
                                         [](std::size_t at, const Run& run) { return at < run.begin; });
    if (behind == first) return set.style.indent + (place.row > 0 ? set.style.hang : 0);
    const Run& run = *(behind - 1);
    if (byte >= run.end) return run.x + run.width;
    if (byte == run.begin) return run.x;
    const std::string_view text = buffer_->paragraph(place.paragraph);
    const std::size_t cluster = floor_cluster(text, byte);
    if (cluster <= run.begin) return run.x;
    return run.x + typesetter_->advance(text.substr(run.begin, cluster - run.begin), run.face);
}

Hit Layout::nearest(Place place, float x) {
    const ParagraphRows& set = rows(place.paragraph);
    const Row& row = set.rows[place.row];
    const std::string_view text = buffer_->paragraph(place.paragraph);
    const bool last_row = place.row + 1 == set.rows.size();

    // Behind everything: the row's end, but before the '\r' that some files keep at every line's end.
    std::size_t end = row.end;
    if (last_row && end > row.begin && text[end - 1] == '\r') --end;
    const auto at = [&](std::size_t byte) {
        const bool soft_end = byte == row.end && !last_row;
        return Hit{{place.paragraph, byte}, soft_end ? Affinity::upstream : Affinity::downstream};
    };

    for (std::uint32_t i = 0; i < row.runs; ++i) {
        const Run& run = set.runs[row.first_run + i];
        if (run.begin >= end) break;
        if (x >= run.x + run.width) continue;
        std::size_t left = run.begin;
        float left_x = run.x;
        for (ClusterWalk walk(text.substr(0, run.end), run.begin); !walk.done();) {
            walk.next();
            const std::size_t right = walk.at();
            const float right_x = right == run.end ? run.x + run.width : x_of(place, right);
            if (x < (left_x + right_x) / 2) return at(left);
            left = right;
            left_x = right_x;
        }
        return at(left);
    }
    return at(end);
}

CaretBox Layout::caret(Position position, Affinity affinity) {
    position = buffer_->clamp(position);
    const Place place = place_of(position, affinity);
    const ParagraphRows& set = rows(place.paragraph);
    const float room = std::max(width_, set.rows[place.row].width);  // blanks hang past it, the caret does not
    return {std::min(x_of(place, position.byte), room), static_cast<float>(top_of(place)), set.style.line_height};
}

Hit Layout::hit(float x, float y) { return nearest(place_at(y), x); }

Hit Layout::vertical(Position from, Affinity affinity, int rows_down, float goal_x) {
    Place place = place_of(from, affinity);
    for (; rows_down > 0; --rows_down) {
        if (place.row + 1 < rows(place.paragraph).rows.size()) {
            ++place.row;
        } else if (place.paragraph + 1 < cells_.size()) {
            place = {place.paragraph + 1, 0};
        } else {
            return {buffer_->end(), Affinity::downstream};
        }
    }
    for (; rows_down < 0; ++rows_down) {
        if (place.row > 0) {
            --place.row;
        } else if (place.paragraph > 0) {
            place.row = rows(place.paragraph - 1).rows.size() - 1;
            --place.paragraph;
        } else {
            return {{0, 0}, Affinity::downstream};
        }
    }
    return nearest(place, goal_x);
}

Hit Layout::row_start(Position position, Affinity affinity) {
    const Place place = place_of(position, affinity);
    return {{place.paragraph, rows(place.paragraph).rows[place.row].begin}, Affinity::downstream};
}

Hit Layout::row_end(Position position, Affinity affinity) {
    return nearest(place_of(position, affinity), std::numeric_limits<float>::infinity());
}

Position Layout::under(float x, float y) {
    const Hit hit = nearest(place_at(y), x);
    const Place place = place_of(hit.position, hit.affinity);
    const std::size_t byte = hit.position.byte;
    const std::string_view text = buffer_->paragraph(place.paragraph);
    const bool is_right_of_pointer = byte > rows(place.paragraph).rows[place.row].begin && x < x_of(place, byte);
    return {place.paragraph, is_right_of_pointer ? previous_cluster(text, byte) : byte};
}

}  // namespace dajim::text
