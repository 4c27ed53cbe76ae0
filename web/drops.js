// The DOM half of web/drops.cpp: words dragged over the window from elsewhere, and what the program's own dragging cannot see.
addToLibrary({
    $djDrops__deps: ['$djText', '$djMarkdown'],
    $djDrops: {
        copies: false,
        over: false,   // words from elsewhere are over the window

        start() {
            const mac = /^(Mac|iP)/.test(navigator.platform);
            // Only while a button is down: these come with every movement and key.
            const look = (e) => {
                const copies = mac ? e.altKey : e.ctrlKey;
                if (copies === djDrops.copies) return;
                djDrops.copies = copies;
                _dj_drops_copies(copies ? 1 : 0);
            };
            for (const type of ['mousedown', 'mousemove', 'mouseup', 'keydown', 'keyup']) window.addEventListener(type, look, true);
            // The caret must stand where it was let go before the next key comes.
            window.addEventListener('mouseup', (e) => { if (e.button === 0) _dj_drops_released(); });
            const words = (e) => !e.dataTransfer.types.includes('Files') && e.dataTransfer.types.some((type) => /^text\/(plain|html)$/.test(type));
            window.addEventListener('dragover', (e) => {
                if (!words(e)) return;
                djDrops.over = true;
                _dj_drops_over(e.clientX, e.clientY);
            });
            const away = () => {
                if (djDrops.over) _dj_drops_away();
                djDrops.over = false;
            };
            window.addEventListener('dragleave', (e) => { if (!e.relatedTarget) away(); });
            window.addEventListener('drop', (e) => {
                if (!words(e)) return away();
                e.preventDefault();
                djDrops.over = false;
                const [plain, markdown] = djMarkdown.from(e.dataTransfer);
                djText.flush(djText.active());
                djText.pass(plain, (text, length) => djText.pass(markdown, (rich, richLength) =>
                    _dj_drops_fell(e.clientX, e.clientY, text, length, rich, richLength)));
            });
        },
    },

    dj_drops_start__deps: ['$djDrops'],
    dj_drops_start: () => djDrops.start(),
});
