// The DOM half of web/clipboard.cpp. What a browser refuses, or has not at all (a page that is not served securely), is answered like
// all else.
addToLibrary({
    dj_clipboard_write: (bytes, length) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.subarray(bytes, bytes + length));
        const written = navigator.clipboard ? navigator.clipboard.writeText(text)
            // What is selected goes the way of the keys then: a copy event, see web/text_input.js.
            : new Promise((done, refused) => { document.execCommand('copy') ? done() : refused(); });
        written.then(() => _dj_clipboard_written(1), () => _dj_clipboard_written(0));
    },

    dj_clipboard_read__deps: ['$djText'],
    dj_clipboard_read: () => {
        const read = navigator.clipboard?.readText?.() ?? Promise.reject();
        read.then((text) => djText.pass(text, (at, length) => _dj_clipboard_got(at, length)), () => _dj_clipboard_refused());
    },
});
