// How a document's paragraphs are set: fonts, leading and indents by what the line and its words are in Markdown.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/code_blocks.h"
#include "formats/markdown_spans.h"
#include "text/buffer.h"
#include "text/layout.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

namespace dajim::ui {

/// What a line is. `code` and `fence` are lines of code between fences and those fences; `rule` parts sections or underlines a heading.
enum class LineKind : std::uint8_t { prose, title, heading, subheading, quote, item, rule, code, fence, front_matter, blank };

/// How a stretch of words is drawn beside its face: text::Stretch::look.
enum Look : std::uint8_t { look_strike = 1, look_link = 2, look_code = 4, look_sign = 8 };

class Typesetting final : public text::Typesetter {
public:
    explicit Typesetting(Glyphs& glyphs) : glyphs_(glyphs) {}

    /// `margin`: CSS pixels left of the text, into which the signs of headings may hang.
    void set(int text_size, float margin) {
        text_size_ = text_size;
        margin_ = margin;
    }
    int text_size() const { return text_size_; }
    const FaceSpec& spec(text::Face face) const;
    Glyphs& glyphs() const { return glyphs_; }

    LineKind kind(const text::Buffer& buffer, std::size_t paragraph) const;
    /// Paragraphs of front matter, fences included.
    std::size_t front_matter(const text::Buffer& buffer) const { return page_of(buffer).front_matter; }
    /// Folded front matter takes the first paragraph's row; the others have no height. True when this changes anything.
    bool fold(const text::Buffer& buffer, bool folded);
    /// Calls `visit(paragraph)` for each paragraph of front matter and of code between fences, in order.
    template <class Visit> void each_outside_prose(const text::Buffer& buffer, Visit visit) const {
        const Page& page = page_of(buffer);
        for (std::size_t at = 0; at < page.front_matter; ++at) visit(at);
        if (!page.code.any()) return;
        for (std::size_t at = page.front_matter; at < buffer.paragraphs(); ++at) {
            if (page.code.at(at) != app::CodeBlocks::Line::prose) visit(at);
        }
    }
    bool folded(const text::Buffer& buffer) const { return page_of(buffer).folded; }

    text::ParagraphStyle style(const text::Buffer& buffer, std::size_t paragraph) const override;
    std::vector<text::Stretch> stretches(const text::Buffer& buffer, std::size_t paragraph) const override;
    text::Paragraphs reached(const text::Buffer& buffer) const override;
    float advance(std::string_view run, text::Face face) const override;

private:
    /// What is known of a page: of the two, and of a reading that stands in for one.
    struct Page {
        std::uint64_t identity = 0, revision = 0;
        std::size_t front_matter = 0;
        bool folded = false;
        app::CodeBlocks code;
        text::Paragraphs reach;   // not yet asked for
    };
    /// The lines read last as one piece of Markdown.
    struct Block {
        std::uint64_t identity = 0, revision = 0;
        text::Paragraphs lines;
        std::vector<formats::MarkdownSpan> spans;
    };

    Page& page_of(const text::Buffer& buffer) const;
    void follow(Page& page, const text::Buffer& buffer) const;
    bool stands_alone(const text::Buffer& buffer, std::size_t paragraph) const;
    bool begins_block(const text::Buffer& buffer, std::size_t paragraph) const;
    text::Paragraphs block_round(const text::Buffer& buffer, std::size_t paragraph) const;
    text::ParagraphStyle hung(text::ParagraphStyle style, std::string_view line) const;

    Glyphs& glyphs_;
    int text_size_ = 17;
    float margin_ = 0;
    mutable int specs_size_ = 0;
    mutable FaceSpec specs_[all_faces];
    mutable Page pages_[3];
    mutable int next_page_ = 0;
    mutable Block block_;
};

}  // namespace dajim::ui
