// A mend of Emscripten's file system in memory, before any file is written.
#pragma once

namespace dajim::web {

/// Emscripten 3.1.69 keeps a file that another was renamed over in its table of names: it is found again as soon as the newer one is
/// moved or removed, with its old bytes. After this call such a file is gone before the rename.
void mend_renames();

}  // namespace dajim::web
