// Fonts for tests: every width is known beforehand, and Latin is kerned.
#pragma once

#include <string>
#include <vector>

#include "text/kinds.h"
#include "text/layout.h"
#include "text/utf8.h"

namespace dajim::text {

/// Clusters that stand alone are 10 pixels wide, digits and all other code points 5, marks and joiners nothing. "AV" is 2 pixels
/// narrower than "A" and "V".
class FixedTypesetter : public Typesetter {
public:
    ParagraphStyle base;

    ParagraphStyle style(const Buffer& buffer, std::size_t paragraph) const override {
        ParagraphStyle style = base;
        if (buffer.paragraph(paragraph).starts_with('#')) style.line_height = 40;
        return style;
    }

    float advance(std::string_view run, Face) const override {
        if (stands_alone(run)) return run.size() == 1 ? 5 : 10;
        float width = 0;
        for (std::size_t at = 0, length = 0; at < run.size(); at += length) {
            const char32_t c = decode(run, at, length);
            if ((c >= 0x300 && c < 0x370) || c == 0x200D) continue;
            width += 5;
        }
        for (std::size_t at = run.find("AV"); at != std::string_view::npos; at = run.find("AV", at + 2)) width -= 2;
        return width;
    }
};

/// The rows of a single paragraph, as a reader sees them.
inline std::vector<std::string> rows_of(std::string_view text, float width, Wrap wrap, ParagraphStyle style = {}) {
    FixedTypesetter typesetter;
    typesetter.base = style;
    const Buffer buffer(text);
    const ParagraphRows set = set_paragraph(buffer, 0, typesetter, width, wrap);
    std::vector<std::string> rows;
    for (const Row& row : set.rows) rows.push_back(buffer.paragraph(0).substr(row.begin, row.end - row.begin));
    return rows;
}

}  // namespace dajim::text
