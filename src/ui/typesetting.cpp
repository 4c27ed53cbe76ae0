// How a document's paragraphs are set, see typesetting.h.
#include "ui/typesetting.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/markdown.h"
#include "formats/post.h"
#include "text/kinds.h"

namespace dajim::ui {
namespace {

using text::Paragraphs;
using Is = formats::MarkdownSpan::Is;

constexpr std::size_t most_block_lines = 32;      // each way; what is farther apart is not read together
constexpr float unseen_width = 0.4f;              // of the mark that stands for a sign without a picture; em
constexpr std::size_t longest_block = 16 * 1024;  // bytes; longer lines are set plainly

/// "---", "===" and nothing else: a rule, or what makes a heading of the line above. 0: neither.
char underline(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || begin > 3 || (line[begin] != '-' && line[begin] != '=')) return 0;
    const std::size_t end = line.find_first_not_of(line[begin], begin);
    const bool clean = end == std::string_view::npos || line.find_first_not_of(" \t\r", end) == std::string_view::npos;
    return clean && std::min(end, line.size()) - begin >= 3 ? line[begin] : 0;
}

}  // namespace

const FaceSpec& Typesetting::spec(text::Face face) const {
    if (specs_size_ != text_size_) {
        for (std::size_t at = 0; at < all_faces; ++at) specs_[at] = face_spec(static_cast<text::Face>(at), text_size_);
        specs_size_ = text_size_;
    }
    return specs_[face];
}

// ------------------------------------------------------------------------------------------------------- what is known of a page

Typesetting::Page& Typesetting::page_of(const text::Buffer& buffer) const {
    for (Page& page : pages_) {
        if (page.identity != buffer.identity()) continue;
        if (page.revision != buffer.revision()) follow(page, buffer);
        return page;
    }
    Page& page = pages_[next_page_];
    next_page_ = (next_page_ + 1) % static_cast<int>(std::size(pages_));
    page = {};
    page.identity = buffer.identity();
    page.revision = buffer.revision();
    page.front_matter = formats::front_matter_lines(buffer);
    page.code.settle(buffer);
    page.reach = {0, buffer.paragraphs()};
    return page;
}

/// A changed line changes how others are set: those between fences, those of its own paragraph in Markdown, front matter that ends elsewhere.
void Typesetting::follow(Page& page, const text::Buffer& buffer) const {
    const auto changes = buffer.changes_since(page.revision);
    page.revision = buffer.revision();
    const std::size_t front_matter = formats::front_matter_lines(buffer);
    Paragraphs reach = page.code.settle(buffer);
    const std::size_t was_front_matter = std::exchange(page.front_matter, front_matter);
    const bool none_left = page.reach.begin == page.reach.end;
    if (!changes || changes->empty() || !none_left) {
        page.reach = {0, buffer.paragraphs()};
        return;
    }
    const text::ParagraphChange all = text::spanning(*changes);
    if (front_matter != was_front_matter) reach = {0, std::max({reach.end, front_matter, was_front_matter + all.inserted})};
    const std::size_t last = buffer.paragraphs() - 1;
    // The line above may have become a heading of the line below it, and so have left the lines above itself.
    const std::size_t above = std::min(block_round(buffer, std::min(last, std::max<std::size_t>(all.first, 1) - 1)).begin,
                                       block_round(buffer, std::min(last, std::max<std::size_t>(all.first, 2) - 2)).begin);
    const std::size_t below = block_round(buffer, std::min(last, all.first + all.inserted)).end;
    page.reach = {std::min(reach.begin, above), std::max(reach.end, below)};
}

Paragraphs Typesetting::reached(const text::Buffer& buffer) const {
    Page& page = page_of(buffer);
    return std::exchange(page.reach, {});
}

bool Typesetting::fold(const text::Buffer& buffer, bool folded) {
    Page& page = page_of(buffer);
    return std::exchange(page.folded, folded) != folded && page.front_matter > 0;
}

LineKind Typesetting::kind(const text::Buffer& buffer, std::size_t paragraph) const {
    const Page& page = page_of(buffer);
    const std::string_view line = buffer.paragraph(paragraph);
    if (paragraph < page.front_matter) return LineKind::front_matter;
    if (const auto code = page.code.at(paragraph); code != app::CodeBlocks::Line::prose) {
        return code == app::CodeBlocks::Line::code ? LineKind::code : LineKind::fence;
    }
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
    if (underline(line)) return LineKind::rule;
    if (paragraph + 1 < buffer.paragraphs()) {
        const char sign = underline(buffer.paragraph(paragraph + 1));
        if (sign) return sign == '=' ? LineKind::title : LineKind::heading;
    }
    return LineKind::prose;
}

// ------------------------------------------------------------------------------------------------------------------- paragraphs

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
    const auto set = [](text::Face face, float line_height, float before, float after) {
        return text::ParagraphStyle{face, line_height, before, after, 0, 0};
    };
    const auto face = [](Face of) { return static_cast<text::Face>(of); };
    const auto code_face = static_cast<text::Face>(face(Face::body) | code_bit);
    switch (kind(buffer, paragraph)) {
        case LineKind::title: return hung(set(face(Face::title), body * 2.1f, 0, body * 0.3f), buffer.paragraph(paragraph));
        case LineKind::heading: return hung(set(face(Face::heading), body * 1.9f, body * 0.35f, 0), buffer.paragraph(paragraph));
        case LineKind::subheading: return hung(set(face(Face::subheading), body * 1.85f, body * 0.2f, 0), buffer.paragraph(paragraph));
        case LineKind::front_matter:
            if (!page_of(buffer).folded) return set(face(Face::meta), body * 1.4f, 0, 0);
            return set(face(Face::meta), paragraph == 0 ? body * 1.85f : 0, 0, 0);
        case LineKind::fence: return set(code_face, body * 1.3f, 0, 0);
        case LineKind::code: return set(code_face, body * 1.55f, 0, 0);
        case LineKind::rule: return set(face(Face::body), body * 1.4f, 0, 0);
        case LineKind::blank: return set(face(Face::body), body * 1.15f, 0, 0);
        case LineKind::quote: {
            text::ParagraphStyle style = set(face(Face::body), body * 1.85f, 0, 0);
            style.hang = body * 0.9f;
            return style;
        }
        case LineKind::item: {
            text::ParagraphStyle style = set(face(Face::body), body * 1.85f, 0, 0);
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
    return set(face(Face::body), body * 1.85f, 0, 0);
}

// ------------------------------------------------------------------------------------------------------------------------ words

/// Lines that are read with no other.
bool Typesetting::stands_alone(const text::Buffer& buffer, std::size_t paragraph) const {
    switch (kind(buffer, paragraph)) {
        case LineKind::prose:
        case LineKind::item:
        case LineKind::quote: return false;
        default: return true;
    }
}

bool Typesetting::begins_block(const text::Buffer& buffer, std::size_t paragraph) const {
    return paragraph == 0 || kind(buffer, paragraph) == LineKind::item || stands_alone(buffer, paragraph) || stands_alone(buffer, paragraph - 1);
}

Paragraphs Typesetting::block_round(const text::Buffer& buffer, std::size_t paragraph) const {
    Paragraphs block{paragraph, paragraph + 1};
    if (stands_alone(buffer, paragraph)) return block;
    std::size_t bytes = buffer.paragraph(paragraph).size();
    const auto room = [&](std::size_t at, std::size_t lines) {
        bytes += buffer.paragraph(at).size();
        return lines < most_block_lines && bytes <= longest_block;
    };
    while (!begins_block(buffer, block.begin) && room(block.begin - 1, paragraph - block.begin)) --block.begin;
    while (block.end < buffer.paragraphs() && !begins_block(buffer, block.end) && room(block.end, block.end - paragraph)) ++block.end;
    return block;
}

std::vector<text::Stretch> Typesetting::stretches(const text::Buffer& buffer, std::size_t paragraph) const {
    const LineKind what = kind(buffer, paragraph);
    const std::string& line = buffer.paragraph(paragraph);
    const bool plain = what == LineKind::front_matter || what == LineKind::code || what == LineKind::blank;
    if (plain || line.size() > longest_block) return {};
    const text::Face face = style(buffer, paragraph).face;
    if (what == LineKind::fence || what == LineKind::rule) return {{0, static_cast<std::uint32_t>(line.size()), face, look_sign}};

    const bool known = block_.identity == buffer.identity() && block_.revision == buffer.revision() &&
                       paragraph >= block_.lines.begin && paragraph < block_.lines.end;
    if (!known) {
        block_ = {buffer.identity(), buffer.revision(), block_round(buffer, paragraph), {}};
        const Paragraphs lines = block_.lines;
        block_.spans = lines.end - lines.begin == 1
            ? formats::markdown_spans(line).spans
            : formats::markdown_spans(buffer.text({{lines.begin, 0}, {lines.end - 1, buffer.paragraph(lines.end - 1).size()}})).spans;
    }
    std::uint32_t from = 0;
    for (std::size_t at = block_.lines.begin; at < paragraph; ++at) from += static_cast<std::uint32_t>(buffer.paragraph(at).size() + 1);
    const std::uint32_t to = from + static_cast<std::uint32_t>(line.size());
    std::vector<text::Stretch> stretches;
    for (const formats::MarkdownSpan& span : block_.spans) {
        if (span.end <= from || span.begin >= to) continue;
        text::Stretch stretch{std::max(span.begin, from) - from, std::min(span.end, to) - from, face, 0};
        const auto add = [&](Is is, text::Face bit, Look look) {
            if (!(span.is & is)) return;
            stretch.face = static_cast<text::Face>(stretch.face | bit);
            stretch.look = static_cast<std::uint8_t>(stretch.look | look);
        };
        constexpr Look none{};
        add(Is::strong, strong_bit, none);
        add(Is::emphasis, emphasis_bit, none);
        add(Is::code, code_bit, look_code);
        add(Is::strike, 0, look_strike);
        add(Is::link, 0, look_link);
        add(Is::sign, 0, look_sign);
        stretches.push_back(stretch);
    }
    return stretches;
}

float Typesetting::advance(std::string_view run, text::Face face) const {
    return text::is_unseen(run) ? std::floor(spec(face).size * unseen_width) : glyphs_.advance(run, spec(face));
}

}  // namespace dajim::ui
