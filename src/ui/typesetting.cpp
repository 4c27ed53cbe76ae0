// How a document's paragraphs are set, see typesetting.h.
#include "ui/typesetting.h"

#include "app/markdown.h"
#include "formats/post.h"

namespace dajim::ui {
const FaceSpec& Typesetting::spec(text::Face face) const {
    if (specs_size_ != text_size_) {
        for (std::size_t at = 0; at < 8; ++at) specs_[at] = face_spec(static_cast<Face>(at), text_size_);
        specs_size_ = text_size_;
    }
    return specs_[face];
}

std::size_t Typesetting::front_matter(const text::Buffer& buffer) const {
    for (Known& known : known_) {
        if (known.identity != buffer.identity()) continue;
        if (known.revision != buffer.revision()) {
            known.revision = buffer.revision();
            known.lines = formats::front_matter_lines(buffer);
        }
        return known.lines;
    }
    Known& known = known_[next_known_];
    next_known_ = 1 - next_known_;
    known = {buffer.identity(), buffer.revision(), formats::front_matter_lines(buffer)};
    return known.lines;
}

LineKind Typesetting::kind(const text::Buffer& buffer, std::size_t paragraph) const {
    const std::string_view line = buffer.paragraph(paragraph);
    if (paragraph < 200 && paragraph < front_matter(buffer)) return LineKind::front_matter;
    const app::LineLead lead = app::read_lead(line);
    const std::size_t indent = lead.indent;
    if (indent == line.size()) return LineKind::blank;
    if (indent < 4 && line[indent] == '#') {
        std::size_t level = 0;
        while (indent + level < line.size() && line[indent + level] == '#') ++level;
        const bool heading = level <= 6 && (indent + level == line.size() || line[indent + level] == ' ');
        if (heading) return level == 1 ? LineKind::title : level == 2 ? LineKind::heading : LineKind::subheading;
    }
    if (indent < 4 && line[indent] == '>') return LineKind::quote;
    if (lead.item() && !lead.quote) return LineKind::item;
    return LineKind::prose;
}

/// A heading's signs stand in the margin where there is room, so that its words begin where all others do.
text::ParagraphStyle Typesetting::hung(text::ParagraphStyle style, std::string_view line) const {
    const std::size_t signs = line.find_first_not_of('#');
    if (line.empty() || line[0] != '#' || signs == std::string_view::npos || line[signs] != ' ') return style;
    const float width = advance(line.substr(0, signs), style.face) + advance(" ", style.face);
    if (width <= margin_ - 8) {
        style.indent = -width;
        style.hang = width;
    }
    return style;
}

text::ParagraphStyle Typesetting::style(const text::Buffer& buffer, std::size_t paragraph) const {
    const float body = static_cast<float>(text_size_);
    const auto set = [](Face face, float line_height, float before, float after) {
        return text::ParagraphStyle{static_cast<text::Face>(face), line_height, before, after, 0, 0};
    };
    switch (kind(buffer, paragraph)) {
        case LineKind::title: return hung(set(Face::title, body * 2.1f, 0, body * 0.3f), buffer.paragraph(paragraph));
        case LineKind::heading: return hung(set(Face::heading, body * 1.9f, body * 0.35f, 0), buffer.paragraph(paragraph));
        case LineKind::subheading: return hung(set(Face::subheading, body * 1.85f, body * 0.2f, 0), buffer.paragraph(paragraph));
        case LineKind::front_matter: return set(Face::meta, body * 1.4f, 0, 0);
        case LineKind::blank: return set(Face::body, body * 1.15f, 0, 0);
        case LineKind::quote: {
            text::ParagraphStyle style = set(Face::body, body * 1.85f, 0, 0);
            style.hang = body * 0.9f;
            return style;
        }
        case LineKind::item: {
            text::ParagraphStyle style = set(Face::body, body * 1.85f, 0, 0);
            const std::string_view line = buffer.paragraph(paragraph);
            const std::size_t end = app::read_lead(line).words;
            for (std::size_t at = 0; at < end; ++at) {
                style.hang += line[at] == '\t' ? 4 * advance(" ", style.face) : advance(line.substr(at, 1), style.face);
            }
            if (style.hang > body * 8) style.hang = body * 8;
            return style;
        }
        case LineKind::prose: break;
    }
    return set(Face::body, body * 1.85f, 0, 0);
}

float Typesetting::advance(std::string_view run, text::Face face) const { return glyphs_.advance(run, spec(face)); }

}  // namespace dajim::ui
