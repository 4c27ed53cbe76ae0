// How a field is set whose words are not to be seen: a dot for each character, all of one width.
#pragma once

#include "text/clusters.h"
#include "text/layout.h"

namespace dajim::app {

inline constexpr std::string_view dot = "•";

class Dots final : public text::Typesetter {
public:
    explicit Dots(const text::Typesetter& fields) : fields_(fields) {}
    text::ParagraphStyle style(const text::Buffer& buffer, std::size_t paragraph) const override { return fields_.style(buffer, paragraph); }
    float advance(std::string_view run, text::Face face) const override {
        float width = 0;
        for (text::ClusterWalk walk(run, 0); !walk.done(); walk.next()) width += fields_.advance(dot, face);
        return width;
    }

private:
    const text::Typesetter& fields_;
};

}  // namespace dajim::app
