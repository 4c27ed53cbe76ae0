// Shows the wasm tests the checkout and Unicode's test files at their own paths; everything else is Emscripten's memory, with its
// renames mended as the page mends them (web/memory_files).
Module['preRun'] = () => {
    const rename = FS.rename;
    FS.rename = (from, to) => {
        if (from !== to && FS.analyzePath(from).exists && FS.analyzePath(to).exists && FS.isFile(FS.stat(to).mode)) FS.unlink(to);
        return rename(from, to);
    };
    for (const folder of [process.cwd(), '/usr/share/unicode']) {
        FS.mkdirTree(folder);
        FS.mount(NODEFS, { root: folder }, folder);
    }
    FS.chdir(process.cwd());
};
