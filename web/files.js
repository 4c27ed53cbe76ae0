// The DOM half of web/files.cpp: a file input, drops and downloads.
addToLibrary({
    $djFiles__deps: ['$djText', '$djMirror', 'malloc', 'free'],
    $djFiles: {
        input: null,
        most: 0,   // bytes of the largest file that is read

        start(most) {
            djFiles.most = most;
            const input = djFiles.input = document.createElement('input');
            input.type = 'file';  // without `accept`: iOS would grey out what it does not know, .md among it
            input.hidden = true;
            input.addEventListener('change', () => {
                for (const file of input.files) djFiles.read(file, -1);
                input.value = '';  // the same file may be picked again
            });
            document.body.append(input);  // Safari opens nothing for an input outside the document
            window.addEventListener('dragover', (e) => {
                e.preventDefault();  // else a dropped file takes the page's place
                e.dataTransfer.dropEffect = 'copy';
            });
            window.addEventListener('drop', (e) => djFiles.drop(e));
        },

        drop(e) {
            e.preventDefault();  // words: web/drops.js
            const page = djMirror.pageAt(e.clientX);
            for (const file of e.dataTransfer.files) djFiles.read(file, page);
        },

        /// A folder, or a file that went away, cannot be read.
        read(file, page) {
            const refuse = (large) => djText.pass(file.name, (name, length) => _dj_file_refused(name, length, large));
            if (file.size > djFiles.most) return refuse(true);
            file.arrayBuffer().then((buffer) => {
                const bytes = new Uint8Array(buffer);
                // With an eighth more than it takes: what is written of it soon after, a little longer, then lies in its place.
                const at = _malloc(bytes.length + (bytes.length >> 3) + 4096);
                if (!at) return refuse(true);
                HEAPU8.set(bytes, at);
                djText.pass(file.name, (name, length) => _dj_file_arrived(name, length, at, bytes.length, page));
                _free(at);
            }, () => refuse(false));
        },
    },

    dj_files_start__deps: ['$djFiles'],
    dj_files_start: (most) => djFiles.start(most),

    dj_files_pick__deps: ['$djFiles'],
    dj_files_pick: () => djFiles.input.click(),

    dj_files_save: (name, nameLength, mime, mimeLength, bytes, length) => {
        const text = (at, count) => new TextDecoder().decode(HEAPU8.subarray(at, at + count));
        const link = document.createElement('a');
        link.download = text(name, nameLength);
        link.href = URL.createObjectURL(new Blob([HEAPU8.slice(bytes, bytes + length)], { type: text(mime, mimeLength) }));
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);  // Safari still reads it after the click
    },
});
