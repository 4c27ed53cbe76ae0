// The editor on the canvas: draws a page's or a field's text with caret, selection and preedit, and says what the pointer did.
#pragma once

#include <optional>
#include <vector>

#include "app/action.h"
#include "app/program.h"
#include "ui/control.h"

namespace dajim::ui {

/// What a frame's views have to say, performed after it is drawn.
using Deeds = std::vector<app::Action>;

/// Where the caret of the text with the keyboard stands, CSS pixels in the window: input methods show their candidates there.
struct CaretPlace {
    app::Target target = app::Target::none;
    Rect box;
    float size = 0;   ///< of the letters beside it
};

/// How the caret shows at `ms` after it last moved: it blinks, and rests after a while so that nothing need be drawn.
struct Blink { bool shown = true; std::optional<double> next_ms; };
Blink blink(double since_moved_ms);

class EditorView {
public:
    explicit EditorView(app::Target target) : target_(target) {}

    /// A page: its text in `text`, pressed and scrolled anywhere on `paper`. `look` rises when the fonts changed.
    void page(Controls& controls, app::Program& program, Rect paper, Rect text, std::string_view placeholder, std::uint64_t look,
              double now_ms, Deeds& deeds);
    /// One line with a frame of its own and a name for the mirror.
    void framed(Controls& controls, app::Program& program, app::Str name, app::Str hint, Rect rect, std::uint64_t look, double now_ms,
                Deeds& deeds);
    /// One line in a box, scrolled sideways.
    void field(Controls& controls, app::Program& program, Rect box, std::string_view hint, std::uint64_t look, double now_ms,
               Deeds& deeds);

    app::Target target() const { return target_; }
    /// The place in this text where the pointer is, if it is over it and was drawn in this frame.
    std::optional<text::Hit> under_pointer(const Controls& controls, app::Program& program) const;

    const CaretPlace& caret() const { return caret_; }
    std::optional<double> next_ms() const { return next_ms_; }

    // --- as last drawn: for what stands at places of the text, over it
    double drawn_ms() const { return drawn_ms_; }
    /// What can be seen of the text, CSS pixels in the window.
    Rect sight() const { return sight_; }
    Rect box_of(app::Program& program, text::Position at, text::Affinity affinity) const;
    text::Hit hit(app::Program& program, ImVec2 at) const;
    /// A goal whose ends show that the pointer is on its band.
    void light(const journal::Id& goal) { lit_ = goal; }
    /// Something is dragged at this height of the window: near an edge the text comes to meet it, in the next frames.
    void pull(float y) { pull_y_ = y; }

private:
    void pointer(Controls& controls, app::Program& program, Rect area, ImVec2 origin, Deeds& deeds);
    void fold_front_matter(Controls& controls, app::Program& program);
    void stand(ImVec2 origin, Rect sight, double now_ms);
    float pulling(Rect text, bool carrying);
    bool risen(const app::Editor& editor, float height);
    float scrolled(Controls& controls, app::Program& program, Rect paper, Rect text, Deeds& deeds);
    void draw_rows(Controls& controls, app::Program& program, ImVec2 origin, float top, float bottom);
    void draw_paragraph(Controls& controls, app::Program& program, std::size_t paragraph, ImVec2 origin, float top, float bottom);
    void draw_fold(Controls& controls, app::Program& program, ImVec2 origin);
    bool draw_found(Controls& controls, app::Program& program, std::size_t paragraph, ImVec2 origin, float top, float bottom);
    std::optional<Rect> rows_of(app::Program& program, ImVec2 origin, const text::Range& range, const text::Paragraphs& near) const;
    void draw_passages(Controls& controls, app::Program& program, ImVec2 origin, float top, float bottom);
    void draw_echo_marks(Controls& controls, app::Program& program, ImVec2 origin);
    void draw_misquotes(Controls& controls, app::Program& program, ImVec2 origin, Deeds& deeds);
    void draw_changes(Controls& controls, app::Program& program, ImVec2 origin, bool behind);
    void draw_signs(Controls& controls, app::Program& program, ImVec2 origin);
    std::optional<std::size_t> line_to_mark(const Controls& controls, app::Program& program, ImVec2 origin) const;
    bool press_margin(const Controls& controls, app::Program& program, ImVec2 origin, Deeds& deeds);
    void draw_caret(Controls& controls, app::Program& program, ImVec2 origin, Rect clip, double now_ms);
    float letter_size(Controls& controls, app::Program& program, text::Position at) const;
    Rect caret_box(Controls& controls, app::Program& program, ImVec2 origin, text::Position at, text::Affinity affinity);
    void draw_drop(Controls& controls, app::Program& program, ImVec2 origin);
    void thumb(Controls& controls, app::Program& program, Rect paper, Rect text, float y, Deeds& deeds);

    app::Target target_;
    bool pressing_ = false;
    bool holding_ = false;              // a finger has rested, and may move now
    std::optional<float> pull_y_;
    bool pulled_ = false;               // the text went on under what is dragged
    Rect sight_;
    double drawn_ms_ = -1;
    // A keyboard of glass came: where the text stood before, and where its caret was brought above it.
    struct Risen { float height = 0; app::Scroll before, after; };
    std::optional<Risen> risen_;
    float height_ = 0;                  // of the text's sight, as last drawn
    bool caret_seen_ = false;
    std::optional<float> thumb_grip_;   // pointer's place on the scroll thumb while it is dragged
    float width_ = 0;                   // of a page's text
    int frame_ = -1;                    // ImGui's count when it was last drawn, and there:
    Rect area_;                         // what hears the pointer
    ImVec2 origin_;                     // of its layout
    float sideways_ = 0;                // of a field
    text::Paragraphs near_;             // of a page, what is in sight
    struct MarginSign { Rect box; journal::Id goal; text::Range range; std::optional<journal::VerdictKind> verdict; };
    std::vector<MarginSign> signs_;     // of goals and answers in sight, as last drawn
    journal::Id lit_;
    CaretPlace caret_;
    std::optional<double> next_ms_;
};

}  // namespace dajim::ui
