// The mend of Emscripten's renames, see memory_files.h.
#include "web/memory_files.h"

#include <emscripten.h>

EM_JS_DEPS(dj_memory_files, "$FS");
EM_JS(void, dj_mend_renames, (), {
    const rename = FS.rename;
    FS.rename = (from, to) => {
        if (from !== to && FS.analyzePath(from).exists && FS.analyzePath(to).exists && FS.isFile(FS.stat(to).mode)) FS.unlink(to);
        return rename(from, to);
    };
});

namespace dajim::web {

void mend_renames() { dj_mend_renames(); }

}  // namespace dajim::web
