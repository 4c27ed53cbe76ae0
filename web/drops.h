// Words that the pointer carries: dragged into the window from elsewhere, and the key that makes a copy of them.
#pragma once

#include "app/program.h"
#include "web/frames.h"

namespace dajim::web {

class Drops {
public:
    /// Listens from here on. Both must outlive the page.
    void start(app::Program& program, Frames& frames);
};

}  // namespace dajim::web
