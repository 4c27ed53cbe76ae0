// Where a real input method writes: a page of Dajim's and, in the next tab of the same window, a bare <textarea>. What cannot be written
// there cannot be judged here. Both take the same keys of the same keyboard and are asked the same questions.
import { Session, Unjudged, assert, until } from './harness.mjs';
import { marked, put, untouched } from './typing.mjs';

const signs = { ' ': 'space', '\n': 'Return', ',': 'comma', '.': 'period', '!': 'exclam', '?': 'question' };

/** In the page: how many keys were let go, and how often Control and its like went down. */
function countKeys() {
    Object.assign(window, { testReleases: 0, testHeld: 0 });
    window.addEventListener('keyup', () => { window.testReleases++; }, true);
    window.addEventListener('keydown', ({ key }) => { if (/^(Control|Shift|Alt|Meta)$/.test(key)) window.testHeld++; }, true);
}

/** A text that has the keyboard, in a tab of a window with a real keyboard and mouse. */
class Place {
    constructor(tab, desktop) { Object.assign(this, { tab, desktop }); }

    /** Presses of real keys, each once the page has seen the one before let go. A capital has Shift held. */
    async type(text) {
        for (const letter of text) await this.key(signs[letter] ?? letter, /[A-Z!?]/.test(letter) ? 2 : 1);
    }
    /**
     * One press: 'Left', 'ctrl+a', as xdotool calls them. What is held with it is down first and seen by the page, as fingers do it:
     * of Control and a letter within few ms ibus and Chromium make two presses and lose what was composed, in a bare textarea too.
     */
    async key(chord, releases = chord.split('+').length) {
        const counts = () => this.tab.evaluate(() => ({ held: window.testHeld, releases: window.testReleases }));
        // Where the page hears nothing of it (the browser's own keys), a moment is what a person takes.
        const heard = (what, least) => until(async () => (await counts())[what] >= least, chord, 400).catch(() => {});
        const before = await counts(), held = chord.split('+'), last = held.pop();
        for (const [i, key] of held.entries()) {
            await this.desktop.finger('keydown', key);
            await heard('held', before.held + i + 1);
        }
        await this.desktop.finger('key', last, ...held.flatMap((key) => ['keyup', key]));
        await heard('releases', before.releases + releases);
    }
    /** Keys as fast as the display takes them. */
    async burst(text) { await this.desktop.finger('type', '--delay', 0, text); }

    /** Where on the screen the page begins: the window's border is as wide below as at its sides. */
    corner() {
        return this.tab.evaluate(() => {
            const border = (window.outerWidth - window.innerWidth) / 2;
            return [window.screenX + border, window.screenY + window.outerHeight - window.innerHeight - border];
        });
    }
    /** A click of the mouse at a place of the page, in CSS pixels. */
    async click(x, y) {
        const [left, top] = await this.corner();
        await this.desktop.finger('mousemove', Math.round(left + x), Math.round(top + y), 'click', 1);
    }
    /** Clicks there until the text has the keyboard: a window that is new may not have it yet. */
    async enter(x, y, has) {
        for (let tries = 0; tries < 5; tries++) {
            await this.click(x, y);
            if (await until(has, 'the text has the keyboard', 1500).catch(() => false)) return;
            await this.desktop.finger('search', '--onlyvisible', '--class', 'chromium', 'windowactivate');
        }
        throw new Unjudged('the text does not get the keyboard');
    }
    /** What the engine was told of the caret, in CSS pixels of the page. */
    async told() {
        const [left, top] = await this.corner(), { x, y, height } = this.desktop.caret ?? {};
        return { x: x - left, y: y - top, height };
    }

    /** Waits until the text is `wanted`, '¦' being its caret or '[' and ']' round its selection. */
    async shows(wanted, { composing } = {}) {
        let last;
        await until(async () => {
            const { value, start, end, composing: now } = await this.state();
            last = (start === end ? value.slice(0, start) + '¦' + value.slice(end)
                                  : value.slice(0, start) + '[' + value.slice(start, end) + ']' + value.slice(end)) + (now ? ' (composing)' : '');
            return last.replace(' (composing)', '') === wanted && (composing === undefined || now === composing);
        }, () => `the text is ${JSON.stringify(wanted)} (it is ${JSON.stringify(last)})`, 3000);
    }
    wheel(notches) { return this.desktop.finger('click', '--repeat', Math.abs(notches), '--delay', 10, notches < 0 ? 4 : 5); }

    /** Ends what is composed, as the page would. */
    end() { return this.tab.evaluate(() => { const { activeElement } = document; activeElement.blur(); activeElement.focus(); }); }
    /** Notes every value of the text from here on; seen() tells them. */
    watch() {
        return this.tab.evaluate(() => {
            window.testSeen = [];
            const area = document.activeElement;
            const note = () => { if (window.testSeen.at(-1) !== area.value) window.testSeen.push(area.value); };
            area.addEventListener('input', note);
            area.addEventListener('compositionend', note);
            requestAnimationFrame(function frame() { note(); if (window.testSeen.length < 1000 && document.activeElement === area) requestAnimationFrame(frame); });
        });
    }
    seen() { return this.tab.evaluate(() => window.testSeen); }
    /** The keyboard goes to another window of the desktop and comes back. */
    async elsewhere() {
        const own = (await this.desktop.ask(['xdotool', 'getactivewindow'])).trim();
        const context = await this.tab.browser().createBrowserContext();
        await context.newPage();
        await until(() => this.tab.evaluate(() => !document.hasFocus()), 'another window has the keyboard', 5000);
        await context.close();
        await this.desktop.finger('windowactivate', '--sync', own);
        await until(() => this.tab.evaluate(() => document.hasFocus()), 'the window has the keyboard again', 5000);
    }
    /** An empty text with the keyboard, in which the engine composes Hangul. */
    async fresh() {
        await this.tab.bringToFront();
        for (let tries = 0; ; tries++) {
            await this.clear();
            await this.key('g');
            if (await this.shows('ㅎ¦').then(() => true, () => false)) break;
            // A key before may have left it in Latin.
            if (tries === 3) throw new Unjudged(`the engine does not compose: ${JSON.stringify(await this.state())}`);
            if ((await this.state()).value === 'g') await this.key('Hangul');
        }
        await this.key('BackSpace');
        await this.shows('¦', { composing: false });
    }
}

/** The control: a <textarea> as browsers have it, a second one to go to, and nothing else. */
class Bare extends Place {
    bare = true;
    static async open(session, desktop) {
        const tab = await session.browser.newPage();
        await tab.setContent(`<body style="margin:20px"><textarea id=left></textarea> <textarea id=right></textarea>
            <style>textarea { font: 20px/30px monospace; width: 500px; height: 300px; padding: 0; border: 0; outline: 1px solid }</style>`);
        await tab.evaluate(countKeys);
        await tab.evaluate(() => {
            window.composing = false;
            // The browser's own dialogs take the keyboard away.
            window.addEventListener('keydown', (e) => { if (e.ctrlKey && e.code === 'KeyS') e.preventDefault(); });
            window.addEventListener('compositionstart', () => { window.composing = true; });
            window.addEventListener('compositionend', () => { window.composing = false; });
        });
        return new Bare(tab, desktop);
    }
    state(which = 'left') {
        return this.tab.evaluate((which) => {
            const { value, selectionStart: start, selectionEnd: end } = document.getElementById(which);
            return { value, start, end, composing: window.composing };
        }, which);
    }
    async clear() {
        await this.tab.evaluate(() => {
            document.activeElement.blur();
            for (const area of document.querySelectorAll('textarea')) area.value = '';
        });
        await this.enter(200, 200, () => this.tab.evaluate(() => document.activeElement.id === 'left' && document.hasFocus()));
    }
    /** Begins anew with this text, the caret at its '¦' or at its end. */
    async start(text = '') {
        await this.fresh();
        await this.tab.evaluate((before, after = '') => {
            const area = document.activeElement;
            area.value = before + after;
            area.setSelectionRange(before.length, before.length);
        }, ...text.split('¦'));
    }
    async select(from, to, backward = false) {
        await this.tab.evaluate((from, to, way) => document.activeElement.setSelectionRange(from, to, way), from, to, backward ? 'backward' : 'forward');
    }
    /** Where a letter of the first line begins, in CSS pixels. */
    place(column) {
        return this.tab.evaluate((column) => {
            const probe = document.createElement('span'), { x, y } = document.getElementById('left').getBoundingClientRect();
            probe.style = 'font: 20px monospace; position: absolute; top: 600px';
            probe.textContent = 'a'.repeat(100);
            document.body.append(probe);
            const { width } = probe.getBoundingClientRect();
            probe.remove();
            return { x: x + width / 100 * column, y: y + 15 };
        }, column);
    }
    async clickOther() { await this.click(700, 200); }
    async keyOther() { await this.key('Tab'); }
    other() { return this.state('right'); }
    /** What was composed is ended, and this is what stands. */
    async holds(wanted) {
        await this.end();
        await this.shows(wanted, { composing: false });
    }
    /** What a textarea draws inside is its own. */
    async caret() {}
    async field() {}
    async fieldHolds(wanted) { await until(async () => (await this.state()).value === wanted, `the field holds ${wanted}`, 3000); }
    calm(act) { return act(); }
    async saved() {}
    async blinks() {}
    async quiet() {}
    async inView() {}
}

/** A page of Dajim's. */
class Ours extends Place {
    bare = false;
    static async open(session, desktop) {
        const desk = await session.open('?lang=en', { viewport: null, before: (tab) => tab.evaluateOnNewDocument(countKeys) });
        await desk.button('Begin a pair').activate();
        await desk.textbox('Pair name').focused();
        await desk.textbox('Resolution').focus();
        return Object.assign(new Ours(desk.tab, desktop), { desk });
    }
    state(name = 'Resolution') { return this.desk.field(name); }
    async clear() {
        for (const name of ['Retrospective', 'Resolution']) {
            await this.desk.textbox(name).focus();
            await this.desk.key('Control+a');
            await this.desk.key('Delete');
            await this.desk.still();
        }
        const { box } = await this.desk.textbox('Resolution').info();
        await this.enter(box.x + box.width / 2, box.y + box.height / 2, async () =>
            (await this.desk.textbox('Resolution').info())?.focused && this.tab.evaluate(() => document.hasFocus()));
        await this.desk.still();
    }
    async start(text = '') {
        await this.fresh();
        await put(this.desk, text);
    }
    async select(from, to, backward = false) {
        await this.desk.key('Control+Home');
        await this.desk.key('ArrowRight', backward ? to : from);
        await this.desk.key(backward ? 'Shift+ArrowLeft' : 'Shift+ArrowRight', to - from);
        await this.desk.still();
    }
    async place(column) {
        const { value, start } = await this.state();
        await this.desk.key('Home');
        await this.desk.key('ArrowRight', column);
        const { x, y, height } = await this.desk.caret();
        await this.desk.key('Control+Home');
        await this.desk.key('ArrowRight', start);
        await this.desk.still();
        assert.equal((await this.state()).value, value);
        return { x: x + 1, y: y + height / 2 };
    }
    async clickOther() {
        const { box } = await this.desk.textbox('Retrospective').info();
        await this.click(box.x + box.width / 2, box.y + box.height / 2);
    }
    async keyOther() { await this.key('F6'); }
    other() { return this.state('Retrospective'); }
    async holds(wanted) {
        await this.end();
        assert.equal(await marked(this.desk), wanted);
    }
    /** A field of one line that Escape leaves, empty. */
    async field() {
        await this.desk.button(/^(New pair|Begin a pair)$/).activate();
        await this.desk.textbox('Pair name').focused();
        await this.desk.key('Control+a');
        await this.desk.key('Delete');
        await this.desk.still();
    }
    async fieldHolds(wanted) {
        await until(async () => {
            const field = await this.state('Pair name');
            return field && field.value === wanted && !field.composing && (await this.desk.textbox('Pair name').info())?.focused;
        }, async () => `the field holds ${wanted} (it is ${JSON.stringify(await this.state('Pair name'))})`, 3000);
    }
    calm(act) { return untouched(this.desk, act); }
    saved() { return this.desk.saved(); }
    /** The caret has gone and come back. */
    async blinks() {
        const { drawn } = await this.desk.frames();
        await until(async () => (await this.desk.frames()).drawn >= drawn + 2, 'the caret blinks');
    }
    quiet() { return this.desk.still(); }
    caret() { return this.desk.caret(); }
    async left() { return (await this.desk.textbox('Resolution').info()).box.x; }
    async inView() {
        const { box } = await this.desk.textbox('Resolution').info();
        const { y, height } = await this.caret();
        assert.ok(y >= box.y - 1 && y + height <= box.y + box.height + 1, `the caret is in view (${y} in ${box.y} to ${box.y + box.height})`);
    }
    /** Begins anew with as many words as a row takes; answers them. */
    async fillRow(word) {
        await this.start();
        const first = await this.caret();
        let filled = '';
        do {
            filled += word;
            await this.desk.paste(word);
            assert.ok(filled.length < 300, 'the row ends somewhere');
        } while ((await this.caret()).y === first.y);
        await this.desk.key('Backspace', word.length);
        await this.desk.still();
        return filled.slice(0, -word.length);
    }
}

const rooms = new WeakMap();

/** The room of the browser that serves this test. */
export async function roomOf(t) {
    const { owner } = t.session;
    if (!rooms.has(owner)) {
        const session = await Session.make(t.site, owner);
        rooms.set(owner, { control: await Bare.open(session, owner.desktop), ours: await Ours.open(session, owner.desktop) });
    }
    const room = rooms.get(owner);
    room.ours.desk.problems.length = 0;
    t.session.desks.push(room.ours.desk);  // what goes wrong in it is this test's
    return room;
}
