// Journals united as the program does it, and the lines that are in them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/revision_json.h"
#include "journal/unite.h"

namespace trial {

using namespace dajim;

/// Applies all; false when one does not fit. `back` takes them back, in this order.
inline bool apply_all(journal::Journal& journal, const std::vector<journal::Change>& changes, std::vector<journal::Change>* back = nullptr) {
    for (const journal::Change& change : changes) {
        auto result = journal::apply(journal, change);
        if (!result) return false;
        if (back) back->insert(back->begin(), std::move(result.value()));
    }
    return true;
}

inline bool hand_over(journal::Journal& journal) {
    return apply_all(journal, journal::handing_over(journal, formats::name_of_revision));
}

inline void add_lines(std::set<std::string>& lines, const text::Buffer& text) {
    for (std::size_t at = 0; at < text.paragraphs(); ++at)
        if (!text.paragraph(at).empty()) lines.insert(text.paragraph(at));
}

inline void add_lines(std::set<std::string>& lines, const journal::Pair& pair) {
    for (const journal::Document& document : pair.documents) {
        add_lines(lines, document.text);
        for (const std::string& other : document.others) add_lines(lines, text::Buffer(other));
    }
}

inline std::set<std::string> lines_of(const journal::Journal& journal) {
    std::set<std::string> lines;
    for (const journal::Series& series : journal.series)
        for (const journal::Pair& pair : series.pairs) add_lines(lines, pair);
    return lines;
}

}  // namespace trial
