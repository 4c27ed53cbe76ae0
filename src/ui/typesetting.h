// How a document's paragraphs are set: fonts, leading and indents by what the line is in Markdown.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/buffer.h"
#include "text/layout.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

namespace dajim::ui {

/// What a line is, by its first signs alone.
enum class LineKind : std::uint8_t { prose, title, heading, subheading, quote, item, front_matter, blank };

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

    text::ParagraphStyle style(const text::Buffer& buffer, std::size_t paragraph) const override;
    float advance(std::string_view run, text::Face face) const override;

private:
    text::ParagraphStyle hung(text::ParagraphStyle style, std::string_view line) const;
    /// Lines of front matter, counted once per revision.
    std::size_t front_matter(const text::Buffer& buffer) const;

    Glyphs& glyphs_;
    int text_size_ = 17;
    float margin_ = 0;
    mutable int specs_size_ = 0;
    mutable FaceSpec specs_[8];
    struct Known { std::uint64_t identity = 0, revision = 0; std::size_t lines = 0; };
    mutable Known known_[2];     // the two pages
    mutable int next_known_ = 0;
};

}  // namespace dajim::ui
