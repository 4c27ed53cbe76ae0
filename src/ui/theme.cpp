// The desk's colours and type, see theme.h.
#include "ui/theme.h"

namespace dajim::ui {
namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
    return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, alpha);
}

constexpr Theme light{
    .desk = rgb(0xEDEAE3), .paper = rgb(0xFCFBF8), .line = rgb(0xDEDAD1), .ink = rgb(0x2A2927), .soft = rgb(0x68635B),
    .faint = rgb(0xA49E94), .accent = rgb(0x2F5D62), .chosen = rgb(0xE3EBE6), .selection = rgb(0xCFDFDC), .trouble = rgb(0xA83F31),
    .shadow = rgb(0x000000, 16), .found = rgb(0xF6EBC6), .found_here = rgb(0xF0CF6E),
    .kept = rgb(0x2F7D5D), .partly = rgb(0xA67A14), .not_kept = rgb(0xB24A3B), .changed = rgb(0x3F6CA8), .dark = false};

constexpr Theme dark{
    .desk = rgb(0x191A1B), .paper = rgb(0x222325), .line = rgb(0x343537), .ink = rgb(0xE4E1DA), .soft = rgb(0xA09B92),
    .faint = rgb(0x6E6A64), .accent = rgb(0x83B7BC), .chosen = rgb(0x27342F), .selection = rgb(0x35504F), .trouble = rgb(0xE58A7A),
    .shadow = rgb(0x000000, 60), .found = rgb(0x423A22), .found_here = rgb(0x6A5618),
    .kept = rgb(0x5FB58F), .partly = rgb(0xD8B04A), .not_kept = rgb(0xDB7A69), .changed = rgb(0x7FA6DB), .dark = true};

}  // namespace

const Theme& theme(bool is_dark) { return is_dark ? dark : light; }

ImU32 faded(ImU32 color, float alpha) {
    const ImU32 a = static_cast<ImU32>(static_cast<float>((color >> IM_COL32_A_SHIFT) & 0xFF) * alpha);
    return (color & ~IM_COL32_A_MASK) | (a << IM_COL32_A_SHIFT);
}

namespace {

FaceSpec plain_spec(Face face, int text_size) {
    const float body = static_cast<float>(text_size);
    switch (face) {
        case Face::body: return {body, 400, false};
        case Face::title: return {body * 25 / 17, 700, false};
        case Face::heading: return {body * 20 / 17, 700, false};
        case Face::subheading: return {body, 700, false};
        case Face::meta: return {body * 13 / 17, 400, true};
        case Face::label: return {14, 400, false};
        case Face::label_strong: return {14, 600, false};
        case Face::small: return {12.5f, 400, false};
    }
    return {};
}

}  // namespace

FaceSpec face_spec(text::Face face, int text_size) {
    FaceSpec spec = plain_spec(static_cast<Face>(face & (strong_bit - 1)), text_size);
    if (face & strong_bit) spec.weight = 700;
    if (face & emphasis_bit) spec.italic = true;
    if (face & code_bit) {
        spec.mono = true;
        spec.size = spec.size * 15 / 17;   // so that its letters look as large as those round it
    }
    return spec;
}

}  // namespace dajim::ui
