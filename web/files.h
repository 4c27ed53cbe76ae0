// Files: pick, drop, save. Nothing of it touches the network.
#pragma once

#include <string_view>

#include "app/program.h"

namespace dajim::web {

/// One per page. A file that comes, picked or dropped anywhere, is told by Program::file_arrived; one that is too large or
/// cannot be read is refused (Program::file_refused). Plain text dropped on a text is pasted into it.
class Files {
public:
    /// Hears drops from here on. `program` must outlive the page.
    void start(app::Program& program);

    /// Wants to be called within about a second of the click that asks for it (browsers count that as consent).
    void pick();

    /// Starts a download.
    void save(std::string_view name, std::string_view mime, std::string_view bytes);
};

}  // namespace dajim::web
