// The DOM half of web/text_input.cpp: hidden textareas whose value, compared with what it was, is what the person wrote.
//
// Browsers and input methods agree on nothing but the value: events come in other orders, with other data or not at all (WebKit
// composes Hangul without a composition event). So the value alone is believed, and it is never written while something is
// being composed: the input method would keep the old syllable and commit it again later. What ends a composition is
// blur() and focus() in one task.
addToLibrary({
    $djText__deps: ['$djMarkdown', '$djTextPlace', 'malloc', 'free'],
    $djText: {
        fields: [],      // by target: see make()
        flushing: false, // inside blur() and focus(): neither is news
        wish: -1,        // target to focus once its element is in the document and can be reached
        seen: null,      // the last shortcut that an input method had first, see again()
        ended: 0,        // when the last composition ended
        held: null,      // a shortcut pressed while composing, see hold()
        taken: '',       // what dj_text_take brought
        plainly: false,  // the keys for pasting plain text are down, see keyDown()
        height: 0,       // of what can be seen above the keyboard of a phone, CSS pixels

        start() {
            document.addEventListener('keydown', (e) => djText.keyDown(e));
            document.addEventListener('selectionchange', () => djText.selectionChanged());
            // Asking for it makes the browser lay the page out; it changes with an event only. Two fingers on a trackpad make what is
            // seen smaller too, and cover nothing.
            const view = window.visualViewport;
            const measure = () => { djText.height = view ? view.height * view.scale : window.innerHeight; };
            measure();
            (view ?? window).addEventListener('resize', () => { measure(); _dj_text_viewport(); });
            // iOS pushes the page up under its keyboard; the desk makes room by itself.
            view?.addEventListener('scroll', () => { if (view.scale <= 1.01 && view.offsetTop > 0) window.scrollTo(0, 0); });
            (window['__dajim'] ??= {})['text'] = (target) => {
                const field = djText.fields[target];
                return field ? { 'element': field.element, 'value': field.element.value, 'start': field.element.selectionStart,
                                 'end': field.element.selectionEnd, 'composing': field.composing, 'writes': field.writes,
                                 'box': field.box, 'caret': field.stands, 'moves': field.moves } : null;
            };
        },

        /// The textarea of a target, made once. The mirror puts it into the document, names it and calls attach() and detach(). A password
        /// has an <input> instead: its browser, its keyboard and its screen reader know that nothing of it is to be told or learnt.
        make(target, multiline, secret) {
            const made = djText.fields[target];
            if (made) return made;
            const element = document.createElement(secret ? 'input' : 'textarea');
            // `known`, `from`, `to`: value and selection as the model knows them. `caret`: the drawn one; `laid`: how the textarea lies for it.
            const field = { target, multiline, element, live: false, known: '', from: 0, to: 0, composing: false,
                            begin: 0, end: 0, writes: 0, moves: 0, readOnly: false, silent: false, timer: 0, offered: null, caret: null,
                            stands: null, laid: null, box: null };
            djText.fields[target] = field;
            // Below 16 px iOS zooms in on focus.
            element.style.cssText = 'position:absolute;left:0;top:0;margin:0;border:0;padding:0;min-width:0;resize:none;overflow:hidden;' +
                'white-space:pre;font-size:16px;opacity:0;caret-color:transparent;outline:0;pointer-events:none';
            // What language is written, nobody knows; with that of the page its spaces would be wider than measured, see web/text_place.js.
            const attributes = ['lang', '', 'autocomplete', secret ? 'new-password' : 'off', 'autocorrect', 'off', 'autocapitalize', 'off',
                                'spellcheck', 'false', 'writingsuggestions', 'false'];
            for (let i = 0; i < attributes.length; i += 2) element.setAttribute(attributes[i], attributes[i + 1]);
            if (!multiline) {
                if (!secret) {
                    element.rows = 1;
                    element.setAttribute('aria-multiline', 'false');
                }
                element.setAttribute('enterkeyhint', 'done');
            }
            const hear = (type, act) => element.addEventListener(type, act);
            hear('compositionstart', () => {
                djText.finish(field);  // the one before may never have ended
                _dj_text_freshen(target);
                djText.pull(field);
                field.begin = element.selectionStart;
                field.end = element.selectionEnd;
                field.composing = true;
            });
            hear('compositionend', () => { djText.finish(field); djText.later(field); });
            hear('input', (e) => {
                // A syllable that grows by replacement: the input method holds it, though it tells of no composition.
                if (e.inputType === 'insertReplacementText') field.silent = true;
                djText.pull(field);
                if (!field.composing) djText.later(field);
                if (djText.held?.awaits) djText.release();   // what the held key waited for is here
            });
            hear('beforeinput', (e) => djText.beforeInput(field, e));
            hear('focus', () => djText.focused(field));
            hear('blur', (e) => djText.blurred(field, e));
            hear('copy', (e) => djText.copy(field, e, false));
            hear('cut', (e) => djText.copy(field, e, true));
            hear('paste', (e) => {
                e.preventDefault();
                djText.paste(field, e.clipboardData);
            });
            return field;
        },

        /// As dots, or to be read.
        hide({ element, from, to }, hidden) {
            const type = hidden ? 'password' : 'text';
            if (element.type === type) return;
            element.type = type;
            if (document.activeElement === element) element.setSelectionRange(from, to);   // browsers forget it
        },

        attach(field) {
            if (!field.live) {
                field.live = true;
                field.element.hidden = false;
                _dj_text_settle(field.target);
            }
            if (djText.wish === field.target && !field.element.inert) djText.focus(field.target);
        },
        /// Nothing is written in any text from here on, until the mirror says otherwise.
        shut() {
            for (const field of djText.fields) if (field) field.element.readOnly = true;
        },
        /// … or until here: as the mirror said last, which tells only of what has changed since.
        unshut() {
            for (const field of djText.fields) if (field) field.element.readOnly = field.readOnly;
        },
        detach(field) {
            field.live = false;
            if (document.activeElement === field.element) field.element.blur();
            field.element.hidden = true;
        },

        active() { return djText.fields.find((field) => field?.element === document.activeElement); },
        of(element) { return djText.fields.find((field) => field?.element === element); },

        // ------------------------------------------------------------------------------------------------ textarea to model

        /// Brings value and selection to the model. The common suffix is looked for first and ends at the caret: of equal
        /// letters side by side, the new one is the one before the caret.
        pull(field) {
            const { element, known } = field;
            const value = element.value;
            const { selectionStart, selectionEnd } = element;
            if (value === known && selectionStart === field.from && selectionEnd === field.to) return;
            const is = (text, at, half) => (text.charCodeAt(at) & 0xFC00) === half;
            let suffix = 0, prefix = 0;
            if (value !== known) {
                let most = Math.min(value.length - selectionEnd, known.length);
                while (suffix < most && value[value.length - 1 - suffix] === known[known.length - 1 - suffix]) suffix++;
                if (suffix && is(value, value.length - suffix, 0xDC00)) suffix--;  // not between two surrogates
                most = Math.min(value.length, known.length) - suffix;
                while (prefix < most && value[prefix] === known[prefix]) prefix++;
                if (prefix && is(value, prefix - 1, 0xD800)) prefix--;
            } else {
                prefix = selectionEnd;
                suffix = value.length - selectionEnd;
            }
            const from = prefix, to = known.length - suffix, added = value.length - suffix - prefix;
            if (field.composing && value !== known) {
                field.end = Math.max(field.end + added - (to - from), from + added);
                field.begin = Math.min(field.begin, from);
            }
            field.known = value;
            field.from = selectionStart;
            field.to = selectionEnd;
            djText.pass(value.slice(from, from + added), (bytes, length) => _dj_text_edited(field.target, from, to, bytes, length,
                selectionStart, selectionEnd, field.composing ? 1 : 0, field.begin, field.end));
        },

        /// Calls `give` with the text as UTF-8 in the program's memory. Not stringToUTF8: it swallows what follows half a pair.
        pass(text, give) {
            const bytes = new TextEncoder().encode(text);
            const at = _malloc(bytes.length || 1);
            if (!at) return;
            HEAPU8.set(bytes, at);
            give(at, bytes.length);
            _free(at);
        },

        finish(field) {
            if (!field.composing) return;
            djText.pull(field);
            field.composing = false;
            djText.ended = performance.now();
            _dj_text_composed(field.target);
        },

        /// Ends a composition at once: compositionend fires inside blur(), and what was composed stays.
        flush(field) {
            if (!field?.composing) return;
            djText.flushing = true;
            field.element.blur();
            field.element.focus({ preventScroll: true });
            djText.flushing = false;
        },

        /// The model may have to answer: a list that goes on, a window to be centred anew. Never in the event itself, since the
        /// next composition may begin in the same task, and only after a rest where the keyboard holds syllables of its own.
        later(field) {
            const patient = field.silent || djTextPlace.fingers();
            const cornered = field.from < 8 || field.known.length - field.to < 8;
            if (field.timer && !patient) return;
            clearTimeout(field.timer);
            field.timer = setTimeout(() => {
                field.timer = 0;
                field.silent = false;
                if (!field.composing) _dj_text_settle(field.target);
            }, patient && !cornered ? 1000 : 0);
        },

        /// The browser, a screen reader or fingers on glass may move the caret by themselves.
        selectionChanged() {
            const field = djText.active();
            if (field && !field.composing && !djText.flushing && field.element.value === field.known) djText.pull(field);
        },

        beforeInput(field, e) {
            const type = e.inputType;
            if (type === 'historyUndo' || type === 'historyRedo') {
                e.preventDefault();  // from a menu, or a shaken phone
                djText.flush(field);
                _dj_text_undo(field.target, type === 'historyRedo' ? 1 : 0);
            } else if (!field.multiline && (type === 'insertLineBreak' || type === 'insertParagraph') && !field.composing) {
                e.preventDefault();  // Enter of a keyboard on glass
                _dj_text_key(field.target, 9, 0, 0);
            } else if (!field.composing) {
                _dj_text_freshen(field.target);
            }
        },

        // ---------------------------------------------------------------------------------------------------------- focus

        focus(target) {
            djText.wish = -1;
            const field = djText.fields[target];
            if (target < 0) djText.active()?.element.blur();
            else if (!field?.live || field.element.inert) djText.wish = target;  // behind a dialog that is about to go
            else if (document.activeElement !== field.element) field.element.focus({ preventScroll: true });
        },

        focused(field) {
            if (djText.flushing) return;
            djTextPlace.settle(field);
            _dj_text_focused(field.target);
        },

        blurred(field, e) {
            djText.finish(field);  // where no compositionend came
            if (djText.flushing) return;
            djText.drop();
            djTextPlace.settle(field);
            if (!djText.of(e.relatedTarget)) _dj_text_focused(-1);
        },

        // ----------------------------------------------------------------------------------------------------------- keys

        /// [app::Key, letter, modifiers] of a key that may mean something to the program, or null.
        meaning(e, field) {
            const keys = ['', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Enter', 'Tab',
                          'Escape', 'Backspace', 'Delete', 'F2', 'F6', 'a letter', 'F3', 'F8'];
            const modifiers = (e.shiftKey ? 1 : 0) | (e.ctrlKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);
            const command = modifiers & 14;
            const key = keys.indexOf(e.key);
            if (key === 10) return field?.multiline && !command ? [key, 0, modifiers] : null;   // else the browser's
            if (key === 9) return (field ? !field.multiline || command : modifiers & 10) ? [key, 0, modifiers] : null;
            if (key === 12 || key === 13) return field && command ? [key, 0, modifiers] : null;  // plain: the textarea does it
            if (key > 0) return [key, 0, modifiers];
            if (!command || e.getModifierState('AltGraph')) return null;
            // By its letter, or, where the layout has no Latin letters, by its place.
            const places = ['BracketLeft', 'BracketRight', 'Minus', 'Equal', 'Comma', 'Period', 'Slash'];
            const place = places.indexOf(e.code);
            const letter = /^[a-z]$/i.test(e.key) ? e.key.toUpperCase()
                : /^(Key|Digit).$/.test(e.code) ? e.code.at(-1) : place < 0 ? '' : '[]-=,./'[place];
            // Copy, cut and paste come as events of their own, which a prevented key would never become.
            if (!letter || (!(modifiers & 4) && 'CXV'.includes(letter))) return null;
            return [16, letter.charCodeAt(0), modifiers];
        },

        keyDown(e) {
            if (e.defaultPrevented) return;
            // All browsers paste then, but not all leave the looks out.
            djText.plainly = e.shiftKey && (e.ctrlKey || e.metaKey) && (e.code === 'KeyV' || /^v$/i.test(e.key));
            const field = djText.of(e.target);
            if (field && !field.composing) _dj_text_freshen(field.target);
            if (e.isComposing || e.keyCode === 229) return djText.hold(e, field);
            // The Escape that ended a composition closes nothing.
            if (e.key === 'Escape' && e.timeStamp < djText.ended) return e.preventDefault();
            if (djText.again(e)) {
                if (!djText.held) return e.preventDefault();  // let go already
                djText.drop();
            }
            const meaning = djText.meaning(e, field);
            if (!meaning) return djText.selectCluster(e, field);
            const took = _dj_text_key(field ? field.target : -1, meaning[0], meaning[1], meaning[2]);
            if (took || (field && !field.multiline && e.key === 'Enter')) e.preventDefault();
        },

        /// Backspace and Delete are the textarea's, but browsers disagree on how much they take of a family of emoji, of jamo that
        /// make one syllable or of a letter with marks. They take what is selected.
        selectCluster({ key }, field) {
            if (!field || !Intl.Segmenter || (key !== 'Backspace' && key !== 'Delete')) return;
            const { selectionStart: at, selectionEnd, value } = field.element;
            const near = key === 'Delete' ? value.slice(at, at + 64) : value.slice(Math.max(at - 64, 0), at);
            const clusters = [...new Intl.Segmenter().segment(near)];
            const cluster = clusters.at(key === 'Delete' ? 0 : -1)?.segment ?? '';
            if (at !== selectionEnd || [...cluster].length < 2) return;
            if (key === 'Delete') field.element.setSelectionRange(at, at + cluster.length);
            else field.element.setSelectionRange(at - cluster.length, at);
        },

        /// A key that an input method has seen (229) comes again when it has committed, or not at all, as the platform likes. It is the
        /// same press when it has the same time, or is still held.
        again(e) {
            const { seen, held } = djText;
            return seen?.code === e.code && (!!held || Math.abs(seen.time - e.timeStamp) < 1);
        },

        /// Keys pressed while composing are the input method's. A shortcut is held until it comes again, or for a moment.
        hold(e, field) {
            if (!field?.composing) return;
            djText.drop();
            const own = { 'F3': 17, 'F6': 15, 'F8': 18 }[e.code];
            const shortcut = e.ctrlKey || e.metaKey ? djText.meaning(e, field) : own ? [own, 0, e.shiftKey ? 1 : 0] : null;
            const meaning = shortcut && shortcut[0] >= 15 ? shortcut : null;
            if (!meaning) return;
            if (e.keyCode === 229) {
                djText.seen = { code: e.code, time: e.timeStamp };
                djText.held = { field, meaning, length: field.known.length, timer: setTimeout(() => djText.release(), 60) };
            } else {
                djText.flush(field);
                if (_dj_text_key(field.target, meaning[0], meaning[1], meaning[2])) e.preventDefault();
            }
        },
        /// … Where the input method has taken back what it composed and has not yet put it in, the key waits on: a selection that moved
        /// meanwhile would lose the syllable.
        release() {
            const { held } = djText, { field, meaning } = held;
            if (!held.awaits && !field.composing && field.known.length < held.length) {
                held.awaits = true;
                held.timer = setTimeout(() => djText.release(), 1000);
                return;
            }
            djText.drop();
            djText.flush(field);
            _dj_text_key(field.target, meaning[0], meaning[1], meaning[2]);
        },
        drop() {
            clearTimeout(djText.held?.timer);
            djText.held = null;
        },

        // ------------------------------------------------------------------------------------------------------ clipboard

        /// Filled inside the event: Safari takes nothing later. An empty selection leaves the clipboard as it is.
        copy(field, e, cut) {
            djText.flush(field);
            _dj_text_freshen(field.target);
            djText.taken = '';
            _dj_text_selected(field.target);
            if (!djText.taken) return;
            e.preventDefault();
            e.clipboardData.setData('text/plain', djText.taken);
            djText.taken = '';
            if (cut) _dj_text_cut(field.target);
        },

        /// `data` as a paste has it. The looks are for pages, and for nobody who asked for plain text.
        paste(field, data) {
            const [plain, markdown] = field.multiline && !djText.plainly ? djMarkdown.from(data) : [data.getData('text/plain'), ''];
            djText.plainly = false;
            djText.flush(field);
            _dj_text_freshen(field.target);
            if (!plain && !markdown) return;
            djText.pass(plain.replace(/\r\n?/g, '\n'), (bytes, length) => djText.pass(markdown, (rich, richLength) =>
                _dj_text_paste(field.target, bytes, length, rich, richLength)));
        },

        /// The pointer goes down on the canvas, over the text of `target` (-1: none). Before the program hears of it, what is being
        /// composed is committed where it was begun.
        pointed(target) {
            djText.flush(djText.active());
            if (target >= 0) djText.focus(target);
        },
    },

    dj_text_start__deps: ['$djText'],
    dj_text_start: () => djText.start(),

    dj_text_place__deps: ['$djText', '$djTextPlace'],
    dj_text_place: (target, x, y, height, size) => {
        const field = djText.fields[target];
        if (!field) return;
        field.caret = [x, y, height, size];
        djTextPlace.settle(field);
    },

    /// True when dj_text_show may be called now.
    dj_text_ready__deps: ['$djText'],
    dj_text_ready: (target) => {
        const field = djText.fields[target];
        return field?.live && !field.composing ? 1 : 0;
    },

    dj_text_show__deps: ['$djText', '$djTextPlace'],
    dj_text_show: (target, bytes, length, from, to, backward) => {
        const field = djText.fields[target];
        const { element, laid } = field, stood = laid && djTextPlace.ahead(field, laid);
        // A textarea turns CR into LF and would shift all that follows; its picture stands for it.
        const value = new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.subarray(bytes, bytes + length))
            .replace(/\r/g, '\u240D');
        if (element.value !== value) {
            element.value = value;
            field.writes++;
        }
        // Safari would focus an element whose selection is set.
        if (document.activeElement === element && (element.selectionStart !== from || element.selectionEnd !== to)) {
            element.setSelectionRange(from, to, backward ? 'backward' : 'forward');
        }
        field.known = value;
        field.from = element.selectionStart;
        field.to = element.selectionEnd;
        // Among other words its caret stays where it was; where the drawn one goes, the next frame says.
        if (stood) djTextPlace.follow(field, laid.x + stood[0], laid.y + stood[1]);
    },

    dj_text_focus__deps: ['$djText'],
    dj_text_focus: (target) => djText.focus(target),

    /// True while the text that is to have the keyboard is not in the document yet.
    dj_text_waits__deps: ['$djText'],
    dj_text_waits: () => djText.wish >= 0,

    dj_text_shut__deps: ['$djText'],
    dj_text_shut: () => djText.shut(),

    dj_text_end__deps: ['$djText'],
    dj_text_end: () => djText.flush(djText.active()),

    dj_text_take__deps: ['$djText'],
    dj_text_take: (bytes, length) => {
        djText.taken = new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.subarray(bytes, bytes + length));
    },

    dj_text_visible_height__deps: ['$djText'],
    dj_text_visible_height: () => djText.height,
});
