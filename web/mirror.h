// The DOM's picture of the canvas: what assistive technology reads, Tab walks through and tests find by role and name.
#pragma once

#include <vector>

#include "app/strings.h"
#include "ui/mirror.h"
#include "web/frames.h"

namespace dajim::web {

/// Carries ui::Mirror to real elements under <main id="mirror">, by difference, and brings back focus and deeds. One per page.
class DomMirror {
public:
    /// Both must outlive the page; DOM events write the mirror's requests, focused and focus_visible and owe a frame.
    DomMirror(ui::Mirror& mirror, Frames& frames);

    /// After each drawn frame. Also tells the document its language. Fulfils and clears mirror.focus_wish.
    void update(app::Language language);

private:
    void send_differences();

    ui::Mirror& mirror_;
    std::vector<ui::Node> sent_;   ///< what the DOM shows, in its order
    int language_ = -1;            ///< what the document was told; -1: nothing yet
};

}  // namespace dajim::web
