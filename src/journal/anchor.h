// Finding a passage's words again by what they are and what stood around them (W3C's TextQuoteSelector).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/change.h"
#include "journal/journal.h"
#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

/// Code points of what stands before and behind that a quote remembers.
inline constexpr std::size_t quote_context = 32;

struct Quote {
    std::string exact, prefix, suffix;
    bool operator==(const Quote&) const = default;
};

/// The words at `range` with up to `quote_context` code points on either side; '\n' between paragraphs.
Quote quote_of(const text::Buffer& text, text::Range range);

/// A text made ready for finding quotes in it. The buffer may change or go meanwhile.
class Quotable {
public:
    explicit Quotable(const text::Buffer& text);

    /// Where the exact words stand: of several places the one whose surroundings agree best with prefix and suffix, of equal ones the
    /// nearest to `hint`. Linear in the text. What it costs is taken off `budget`, in bytes looked at; nothing when that is used up.
    std::optional<text::Range> find(const Quote& quote, text::Position hint, std::size_t& budget) const;

    /// Places as code points from the start, '\n' counted as one, and back; none for what lies outside.
    std::size_t code_points_before(text::Position position) const;
    std::optional<text::Position> position_at(std::size_t code_points) const;

    /// The words at a range, without a copy.
    std::string_view words(text::Range range) const;

private:
    std::size_t byte_of(text::Position position) const;
    text::Position position_of(std::size_t byte) const;

    std::string text_;
    std::vector<std::size_t> bytes_, code_points_;   // at which each paragraph begins
};

/// What one search may cost: enough for some hundred passages in a book, and over before anybody waits.
inline constexpr std::size_t search_budget = std::size_t{256} << 20;

/// Finds one quote in a text.
std::optional<text::Range> find_quote(const text::Buffer& text, const Quote& quote, text::Position hint = {});

/// The lost passages of an end whose words stand within `range` of it again, each at its first place: what a paste brought back.
std::vector<Placed> found_again(const Pair& pair, End end, text::Range range);

}  // namespace dajim::journal
