// Where the hidden textareas lie: the caret of the one with the keyboard is where the drawn caret is, to a pixel or two, for input
// methods open their lists there; the others fill their texts' bounds for those who look for them there.
addToLibrary({
    $djTextPlace__deps: ['$dj_glyphs'],
    $djTextPlace: {
        coarse: null,   // the query whether fingers point here
        ruler: null,    // a 2D context that measures as the textareas do
        measured: { font: '', head: null, width: 0 },   // by it, see widthOf()

        fingers() { return (djTextPlace.coarse ??= window.matchMedia('(pointer: coarse)')).matches; },

        /// The drawn caret of a field as web/text_input makes it, while it has the keyboard.
        caretOf(field) { return document.activeElement === field.element ? field.caret : null; },

        /// Its text's bounds have changed. Where its caret is now, the same frame says next; where that was, is no place to go back to.
        bound(field, box) {
            field.box = box;
            if (!djTextPlace.caretOf(field)) djTextPlace.settle(field);
        },

        /// `box` and `caret` are where its text and the drawn caret are; `laid` becomes how it lies.
        settle(field) {
            if (field.offered) return;   // it lies under the mouse
            const [x, y, width, height] = field.box ?? [0, 0, 1, 1], caret = djTextPlace.caretOf(field);
            if (caret) {
                field.stands = [Math.min(Math.max(caret[0], x), x + width - 1),
                                Math.min(Math.max(caret[1], y), Math.max(y, y + height - caret[2])), caret[2]];
                return djTextPlace.follow(field, field.stands[0], field.stands[1]);
            }
            const { style } = field.element;
            djTextPlace.lay(field, null, x, y);
            style.width = width + 'px';
            style.height = height + 'px';
            style.lineHeight = '';
        },

        /// The textarea's caret goes on by itself with each letter, as far as the letter is wide that is drawn. So it is moved only where
        /// the two have parted, in another row above all: to move it at each key costs the browser more than the letter does.
        follow(field, x, y) {
            const [, , height, size] = field.caret, { element, laid } = field, { style } = element;
            // Where tabs stand, letters that go from right to left, and dots, only the browser knows: a narrow one scrolls to its caret.
            const wide = element.tagName === 'TEXTAREA' &&
                !/[\t\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(field.known);
            const font = Math.max(size, djTextPlace.fingers() ? 16 : 0) + 'px ' + dj_glyphs.words;   // below 16 px iOS zooms in on focus
            const next = { x, y, font, wide, height }, [left, above] = djTextPlace.ahead(field, next);
            next.x -= left;
            next.y -= above;
            const same = laid && laid.font === font && laid.wide === wide && laid.height === height;
            if (same && Math.abs(laid.x - next.x) <= 2 && Math.abs(laid.y - next.y) <= 2) return;
            djTextPlace.lay(field, next, next.x, next.y);
            if (same) return;
            style.font = font;
            // Wide and high enough for all that app/text_window lets it hold.
            style.width = wide ? '1100em' : '1px';
            style.height = (wide ? height * 1100 : height) + 'px';
            style.lineHeight = height + 'px';
        },
        /// How far the textarea's caret stands from its corner, CSS pixels to the right and down.
        ahead({ element, known, from, to }, { font, wide, height }) {
            if (!wide) return [0, 0];
            const lines = known.slice(0, from !== to && element.selectionDirection === 'backward' ? from : to).split('\n');
            return [djTextPlace.widthOf(lines.at(-1), font), (lines.length - 1) * height];
        },
        /// CSS pixels. What stands before the last letters is measured once.
        widthOf(line, font) {
            const ruler = djTextPlace.ruler ??= document.createElement('canvas').getContext('2d');
            const measure = (text) => ruler.measureText(text).width, known = djTextPlace.measured;
            if (known.font !== font) {
                ruler.font = known.font = font;
                known.head = null;
            }
            if (known.head === null || line.length > known.head.length + 12 || !line.startsWith(known.head)) {
                // Between two letters that stand for themselves: of a family of emoji no part is measured alone.
                const plain = (at) => /[ -~\uac00-\ud7a3]/.test(line[at]);
                let end = Math.max(line.length - 4, 0);
                while (end > 0 && !(plain(end - 1) && plain(end))) end--;
                known.head = line.slice(0, end);
                known.width = measure(known.head);
            }
            return known.width + measure(line.slice(known.head.length));
        },

        /// CSS pixels in the window. Not by left and top: all of the mirror would be laid out anew.
        lay(field, laid, x, y) {
            field.laid = laid;
            field.moves++;
            field.element.style.transform = `translate(${x}px,${y}px)`;
        },

        /// The browser's own menu has all a text wants, and needs no leave to paste. It opens for what lies under the mouse: until it
        /// was asked for, the textarea does. Some systems ask when the button goes down, others when it is let go.
        offerMenu(field, x, y) {
            const { style } = field.element;
            djTextPlace.lay(field, null, x - 8, y - 8);
            style.width = style.height = '16px';
            style.pointerEvents = 'auto';
            field.offered?.abort();
            const asked = field.offered = new AbortController();
            const end = (wait) => setTimeout(() => {
                if (asked.signal.aborted) return;
                asked.abort();
                field.offered = null;
                style.pointerEvents = 'none';
                djTextPlace.settle(field);
            }, wait);
            const options = { 'capture': true, 'signal': asked.signal };
            window.addEventListener('contextmenu', () => end(0), options);
            window.addEventListener('pointerup', () => end(1000), options);   // none was asked for
        },
    },
});
