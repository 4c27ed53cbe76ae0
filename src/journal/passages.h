// A retrospective cut into what may answer a goal: headings, list items, rows of tables, quotes and prose, each in statements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/buffer.h"
#include "text/units.h"

namespace dajim::journal {

enum class PartKind : std::uint8_t { heading, item, row, quote, prose };

struct Part {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    PartKind kind = PartKind::prose;
    text::Range words;              ///< without marks; of prose and items with the lines that go on with it
    text::Position said;            ///< where its words begin with the marks that judge: a task's box, a strike
    std::size_t parent = none;      ///< the item, else the heading in which it lies
    std::size_t heading = none;     ///< the heading over it; of a heading: the one above
    std::size_t end = 0;            ///< the first part behind all that lies in it
    std::size_t statements = 0;     ///< its first; the next part's first is behind its last
};

/// A heading, a row, a quote; else a sentence.
struct Statement {
    text::Range range;
    std::size_t part = 0;
};

/// Both in the order of the text; what lies in an item or under a heading follows it.
struct Passages {
    std::vector<Part> parts;
    std::vector<Statement> statements;

    std::size_t statements_end(std::size_t part) const { return part + 1 < parts.size() ? parts[part + 1].statements : statements.size(); }
    bool first_of_part(std::size_t statement) const { return parts[statements[statement].part].statements == statement; }
    /// The statement that a statement goes on with: the one before it in its part, else the item's or heading's in which it lies; itself
    /// where there is none.
    std::size_t before(std::size_t statement) const;
    /// The words of a statement with the marks that judge it.
    std::string said(const text::Buffer& text, std::size_t statement) const;
};

/// `skip`: paragraphs of front matter. Linear in the text's length.
Passages cut(const text::Buffer& text, std::size_t skip);

}  // namespace dajim::journal
