// The hidden textareas that take keys, compositions, paste and dictation for the program's texts.
#pragma once

#include <cstdint>

#include "app/program.h"
#include "app/target.h"
#include "web/frames.h"

namespace dajim::web {

/// One per page. Each target has one textarea for life; web/mirror puts it into the document when the target's textbox first
/// appears, and it is what assistive technology reads as that textbox. What the DOM tells goes into Program inside the event.
class TextInput {
public:
    /// Listens from here on. Both must outlive the page.
    void start(app::Program& program, Frames& frames);

    /// Where a target's caret stands and the size of the letters beside it, CSS pixels in the window: there an input method shows its
    /// candidates. After each drawn frame, once the mirror knows the text's bounds.
    void place(app::Target target, float x, float y, float height, float size);

    /// Brings what changed in the model by itself (Program::text_stamp) to the textareas. Once after each drawn frame.
    void update();

    /// Gives the keyboard to a target, as soon as its textbox is in the document; Target::none takes it from all texts.
    /// Program::focused is called before this returns, if it can be done at once.
    void focus(app::Target target);

    /// No text can be written in, from now until the mirror's next update says which can.
    void shut();

    /// Commits what is being composed: Program::window_edited and composition_ended may be called before this returns.
    void end_composition();

    /// CSS pixels of the window's height that no virtual keyboard covers.
    static float visible_height();
};

}  // namespace dajim::web
