// Measures and draws runs of text with the browser's own fonts on an unseen canvas, and moves them into textures.
addToLibrary({
    $dj_glyphs: {
        fonts: [],            // by face: a CSS font
        emoji: '"Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"',
        words: 'Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", system-ui, sans-serif',
        staging: null,        // the 2D context runs are drawn with
        probe: null,          // a small one, read back to tell colour from grey
        font: '',             // what staging is set to
        colour: {},           // run -> whether its picture has colours of its own

        open: (size) => {
            // An element, not an OffscreenCanvas, because it has a language: fonts choose forms and spaces by it.
            const canvas = document.createElement('canvas');
            canvas.width = canvas.height = size;
            canvas.lang = 'ko';
            // Without the hint the pictures live on the GPU, and small uploads wait for it.
            return canvas.getContext('2d', {'willReadFrequently': true});
        },
        // Controls and direction overrides show nothing: a run is drawn as it is stored.
        text: (text, length) => UTF8ToString(text, length).replace(/\t/g, '    ')
            .replace(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
        // Where a text font has a colourless picture of an emoji (DejaVu), the emoji fonts are to be asked before it.
        fontFor: (face, run) => /[\p{Emoji_Presentation}\ufe0f]/u.test(run) ?
            dj_glyphs.fonts[face].replace('px ', `px ${dj_glyphs.emoji}, `) : dj_glyphs.fonts[face],
        use: (context, face, run) => {
            const font = dj_glyphs.fontFor(face, run);
            if (dj_glyphs.font == font) return;
            context.font = dj_glyphs.font = font;
            context['fontKerning'] = 'normal';
        },
    },

    // Sets face `index` to a size in device pixels; out: ascent and descent of its main font, device pixels.
    dj_glyphs_face__deps: ['$dj_glyphs'],
    dj_glyphs_face: (index, size, weight, mono, italic, out) => {
        const emoji = ', ' + dj_glyphs.emoji;
        const stack = mono
            ? 'ui-monospace, "SF Mono", Menlo, Consolas, "D2Coding", "Noto Sans Mono CJK KR", "Noto Sans Mono", '
                + 'monospace, "Apple SD Gothic Neo", "Malgun Gothic"' + emoji
            : dj_glyphs.words + emoji;
        dj_glyphs.fonts[index] = (italic ? 'italic ' : '') + weight + ' ' + size + 'px ' + stack;
        dj_glyphs.staging ||= dj_glyphs.open(64);
        dj_glyphs.use(dj_glyphs.staging, index, '');
        const box = dj_glyphs.staging.measureText('다g');
        HEAPF32[out >> 2] = box['fontBoundingBoxAscent'];
        HEAPF32[(out >> 2) + 1] = box['fontBoundingBoxDescent'];
    },

    // out: advance, then how far the ink reaches left, up, right and down of the pen; device pixels.
    dj_glyphs_measure__deps: ['$dj_glyphs'],
    dj_glyphs_measure: (text, length, face, out) => {
        const run = dj_glyphs.text(text, length);
        dj_glyphs.use(dj_glyphs.staging, face, run);
        const measure = (text) => dj_glyphs.staging.measureText(text);
        const box = measure(run);
        out >>= 2;
        // Firefox gives a space on its own another width than a space between letters.
        HEAPF32[out] = /^ +$/.test(run) ? measure(`다${run}다`).width - measure('다다').width : box.width;
        HEAPF32[out + 1] = box['actualBoundingBoxLeft'];
        HEAPF32[out + 2] = box['actualBoundingBoxAscent'];
        HEAPF32[out + 3] = box['actualBoundingBoxRight'];
        HEAPF32[out + 4] = box['actualBoundingBoxDescent'];
    },

    // Only runs that could be emoji are drawn and looked at, each once.
    dj_glyphs_is_colour__deps: ['$dj_glyphs'],
    dj_glyphs_is_colour: (text, length, face) => {
        const run = dj_glyphs.text(text, length);
        if (!/[\p{Extended_Pictographic}\p{Regional_Indicator}\ufe0f\u20e3]/u.test(run)) return false;
        const known = dj_glyphs.colour[run];
        if (known !== undefined) return known;
        const probe = dj_glyphs.probe ||= dj_glyphs.open(32);
        probe.clearRect(0, 0, 32, 32);
        probe.font = dj_glyphs.fontFor(face, run).replace(/[\d.]+px/, '18px');
        probe.fillStyle = '#fff';
        probe.fillRect(31, 31, 1, 1);
        probe.fillText(run, 2, 22);
        const pixels = probe.getImageData(0, 0, 32, 32).data;
        let colour = false;
        if (pixels.slice(-4).every((value) => value == 255)) {
            for (let i = 0; i < pixels.length && !colour; i += 4) {
                colour = pixels[i + 3] > 64 && Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) < 200;
            }
        } else {
            // The browser shows pages a false picture of their canvases, against fingerprinting: go by the characters.
            colour = /[\p{Emoji_Presentation}\ufe0f]/u.test(run);
        }
        dj_glyphs.colour[run] = colour;
        return colour;
    },

    // Draws `orders` (text, length, face, pen x, pen y, ink: 0 dark, 1 light, 2 own colours) on a canvas of width x
    // height and moves `strips` of it (texture, x, y, width, height, row on the canvas) into textures. All Int32,
    // device pixels.
    dj_glyphs_draw__deps: ['$dj_glyphs', '$GL'],
    dj_glyphs_draw: (orders, count, strips, strip_count, width, height) => {
        const context = dj_glyphs.staging, canvas = context.canvas;
        canvas.width = width;
        canvas.height = height;
        dj_glyphs.font = '';
        const draw = (wanted) => {
            for (let i = orders >> 2, end = i + count * 6; i < end; i += 6) {
                if (HEAP32[i + 5] != wanted) continue;
                const run = dj_glyphs.text(HEAP32[i], HEAP32[i + 1]);
                dj_glyphs.use(context, HEAP32[i + 2], run);
                context.fillText(run, HEAP32[i + 3], HEAP32[i + 4]);
            }
        };
        // Browsers draw dark letters thinner than light ones, to look alike. Letters are drawn in the ink they are
        // for, and then turned white, so that the renderer can give them any colour.
        context.fillStyle = '#333';
        draw(0);
        context.fillStyle = '#fff';
        draw(1);
        context.globalCompositeOperation = 'source-in';
        context.fillRect(0, 0, width, height);
        context.globalCompositeOperation = 'source-over';
        draw(2);

        GLctx.pixelStorei(0x9241 /* UNPACK_PREMULTIPLY_ALPHA_WEBGL */, true);
        for (let i = strips >> 2, end = i + strip_count * 6; i < end; i += 6) {
            GLctx.bindTexture(0xDE1 /* TEXTURE_2D */, GL.textures[HEAP32[i]]);
            GLctx.pixelStorei(0xCF3 /* UNPACK_SKIP_ROWS */, HEAP32[i + 5]);
            GLctx.texSubImage2D(0xDE1, 0, HEAP32[i + 1], HEAP32[i + 2], HEAP32[i + 3], HEAP32[i + 4],
                0x1908 /* RGBA */, 0x1401 /* UNSIGNED_BYTE */, canvas);
        }
        GLctx.pixelStorei(0xCF3, 0);
        // The pictures of a first page are megabytes; what comes with a key is small.
        canvas.width = canvas.height = 1;
        dj_glyphs.font = '';
    },
});
