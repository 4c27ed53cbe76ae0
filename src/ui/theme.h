// The desk's colours and type: tokens for light and dark, and the fonts that everything is set in.
#pragma once

#include "imgui.h"
#include "text/layout.h"
#include "ui/glyphs.h"

namespace dajim::ui {

/// Colours of one theme. Text uses ink or soft (at least 4.5:1 on paper and desk); faint is decoration only.
struct Theme {
    ImU32 desk, paper, line, ink, soft, faint, accent, chosen, selection, trouble, shadow;
    ImU32 found, found_here;   ///< behind words that were looked for, and behind those that are next
    ImU32 kept, partly, not_kept, changed;   ///< of verdicts; no colour says anything that a shape does not say too
    bool dark;
};
const Theme& theme(bool dark);

/// `color` with its alpha scaled.
ImU32 faded(ImU32 color, float alpha);

/// Fonts by what they set. The page's grow with the text size, the chrome's stay.
enum class Face : text::Face { body, title, heading, subheading, meta, label, label_strong, small };

/// What words are inside a paragraph, beside its face: bits of a text::Face above those of Face.
enum FaceBits : text::Face { strong_bit = 8, emphasis_bit = 16, code_bit = 32, all_faces = 64 };

/// The font of a face with its bits.
FaceSpec face_spec(text::Face face, int text_size);
inline FaceSpec face_spec(Face face, int text_size) { return face_spec(static_cast<text::Face>(face), text_size); }

}  // namespace dajim::ui
