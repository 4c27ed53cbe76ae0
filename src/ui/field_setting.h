// How a one-line field is set: one face, one row, whatever its words look like.
#pragma once

#include "ui/typesetting.h"

namespace dajim::ui {

class FieldSetting final : public text::Typesetter {
public:
    explicit FieldSetting(const Typesetting& typesetting) : typesetting_(typesetting) {}
    text::ParagraphStyle style(const text::Buffer&, std::size_t) const override {
        text::ParagraphStyle style;
        style.face = static_cast<text::Face>(Face::label);
        style.line_height = 22;
        return style;
    }
    float advance(std::string_view run, text::Face face) const override { return typesetting_.advance(run, face); }

private:
    const Typesetting& typesetting_;
};

}  // namespace dajim::ui
