// Dajim's page as a person uses it: controls by role and name, real keys, the real mouse, files, the clipboard.
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { readPng } from './png.mjs';

const targets = ['Resolution', 'Retrospective', 'Series name', 'Pair name', 'Start date', 'End date', 'Words to find', 'Replacement',
    'Measure', 'Confidence', 'Weight', 'Area', 'Score', 'Reason', 'Notes', 'Amount and note of a tick',
    'Other things in the way', 'Add a link', 'Password', 'Password again', 'Reading'];

/** Asks until the answer is true-ish, and answers it; fails with `what` after `ms`. `what` may be a function, asked at the end. */
export async function until(ask, what, ms = 10000) {
    const begun = performance.now();
    for (;;) {
        let answer, error;
        try {
            answer = await ask();
        } catch (thrown) {
            error = thrown;
        }
        if (answer) return answer;
        if (performance.now() - begun > ms) {
            const sentence = typeof what === 'function' ? await what() : what;
            throw new Error(`after ${ms} ms still not: ${sentence}${error ? ` (${error.message})` : ''}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 25));
    }
}

/** One control of the page, looked up anew at every question. `name` is a string (the whole name) or a RegExp. */
class Control {
    constructor(desk, role, name, index = 0) {
        Object.assign(this, { desk, role, name, index });
    }
    toString() { return `${this.role} ${this.name}`; }
    nth(index) { return new Control(this.desk, this.role, this.name, index); }

    /** All controls that fit, as Desk.controls() describes them. */
    async all() {
        const fits = this.name instanceof RegExp ? (text) => this.name.test(text) : (text) => this.name === undefined || text === this.name;
        return (await this.desk.controls()).filter((one) => one.role === this.role && fits(one.name));
    }
    async info() { return (await this.all())[this.index] ?? null; }
    /** Waits until it is there; answers its description. */
    there(ms) { return until(() => this.info(), `there is ${this}`, ms); }
    gone(ms) { return until(async () => !(await this.info()), `${this} is gone`, ms); }
    /** Waits until it can be pressed. */
    enabled(ms) { return until(async () => { const info = await this.info(); return info && !info.disabled && info; }, `${this} can be pressed`, ms); }

    /** A press of the real mouse on the canvas, at the place the control says it has (or a part of it, 0..1 each way). */
    async click({ x = 0.5, y = 0.5, ...how } = {}) {
        await this.desk.still();  // what was typed before may still move it
        const { box } = await this.enabled();
        await this.desk.tab.mouse.move(box.x + box.width * x, box.y + box.height * y);
        await this.desk.tab.mouse.click(box.x + box.width * x, box.y + box.height * y, how);
        await this.desk.still();  // the program takes one press of a button a frame
    }
    /** What assistive technology does: the element's own click(). */
    async activate() {
        const { id } = await this.enabled();
        await this.desk.tab.evaluate((id) => document.getElementById(id).click(), id);
    }
    async focus() {
        const { id } = await this.there();
        await this.desk.tab.evaluate((id) => document.getElementById(id).focus(), id);
        await until(async () => (await this.info())?.focused, `${this} has the keyboard`);
    }
    focused(ms) { return until(async () => (await this.info())?.focused, `${this} has the keyboard`, ms); }
}

export class Desk {
    /** `tab` is puppeteer's page. */
    constructor(tab, session) {
        this.tab = tab;
        this.session = session;
        this.problems = [];      // sentences; a test with any of them fails
        this.requests = [];      // all of them: { url, late }
        this.late = false;       // the page has loaded: from here on nothing may be requested
        tab.on('console', (message) => {
            if (message.type() === 'error') this.problems.push('console: ' + message.text());
        });
        tab.on('pageerror', (error) => this.problems.push('page error: ' + (error?.message ?? error)));
        this.asked = [];         // what the browser asked before it let the page go
        this.stays = false;      // the answer to that
        tab.on('dialog', (dialog) => {
            this.asked.push(dialog.type());
            (this.stays ? dialog.dismiss() : dialog.accept()).catch(() => {});
        });
        tab.on('request', (request) => {
            const url = request.url();
            this.requests.push({ url, late: this.late });
            if (/^(data|blob|about):/.test(url)) return;
            const own = url.startsWith(this.session.site.origin + '/');
            if (!own) this.problems.push('a request left the page: ' + url);
            // The worker looks for its own newer version; that is the browser's doing.
            else if (this.late && !/\/sw\.js$/.test(url)) this.problems.push('a request after the page had loaded: ' + url);
        });
    }

    /** Opens the page and waits until it can be used. `query` is like '?lang=en'. */
    static async open(tab, session, query, { ready = true, viewport } = {}) {
        const desk = new Desk(tab, session);
        await tab.evaluateOnNewDocument(() => {
            window.testViolations = [];
            window.addEventListener('securitypolicyviolation', (e) => window.testViolations.push(`${e.violatedDirective} ${e.blockedURI}`));
        });
        if (viewport) await tab.setViewport(viewport);
        await desk.go(query, { ready });
        return desk;
    }
    async go(query = '', { ready = true } = {}) {
        this.late = false;
        await this.tab.goto(this.session.site.origin + '/' + query, { waitUntil: 'load', timeout: 60000 });
        if (ready) await this.ready();
    }
    async reload({ ready = true } = {}) {
        this.late = false;
        await this.tab.reload({ waitUntil: 'load', timeout: 60000 });
        if (ready) await this.ready();
    }
    /** The journal is open (or the empty desk is), the worker has what it needs, and all is drawn. */
    async ready() {
        const busy = /기록장을 여는 중|Opening your journal/;
        await until(async () => {
            const all = await this.controls();
            return all.length > 3 && !all.some((one) => busy.test(one.name));
        }, 'the journal is open', 60000);
        await this.tab.evaluate(async () => {
            await Promise.race([navigator.serviceWorker?.ready, new Promise((resolve) => setTimeout(resolve, 15000))]);
        });
        await this.still();
        this.late = true;
    }

    // ---------------------------------------------------------------------------------------------------------- controls

    /**
     * Everything the mirror tells, in reading order: { id, role, name, description, box: {x, y, width, height}, disabled, pressed,
     * selected, expanded, focused, readOnly, invalid, target, now }. A textbox's box is that of the whole text.
     */
    controls() {
        return this.tab.evaluate((targets) => {
            const roles = { BUTTON: 'button', TEXTAREA: 'textbox', INPUT: 'textbox', NAV: 'navigation', P: 'text' };
            return [...document.querySelectorAll('#mirror > *')].filter((element) => !element.hidden).map((element) => {
                const role = element.getAttribute('role') ?? roles[element.tagName] ?? (/^H\d$/.test(element.tagName) ? 'heading' : '');
                let { x, y, width, height } = element.getBoundingClientRect();
                const own = element.textContent;
                const name = role === 'textbox' ? element.getAttribute('aria-label') : element.getAttribute('aria-label') || own;
                const is = (attribute) => element.getAttribute(attribute) === 'true';
                const told = { id: element.id, role, name: name ?? '', description: element.getAttribute('aria-description') ?? '',
                               disabled: !!element.disabled || is('aria-disabled'), pressed: is('aria-pressed') || is('aria-checked'),
                               selected: is('aria-selected') || is('aria-current'), expanded: is('aria-expanded'),
                               focused: document.activeElement === element, readOnly: !!element.readOnly,
                               invalid: is('aria-invalid'), shortcut: element.getAttribute('aria-keyshortcuts') ?? '' };
                if (role === 'separator') told.now = Number(element.getAttribute('aria-valuenow'));
                if (role === 'textbox') {
                    // While it has the keyboard the element itself stands at the caret.
                    for (let target = 0; target < targets; target++) {
                        const text = window.__dajim?.text(target);
                        if (text?.element !== element) continue;
                        told.target = target;
                        if (text.box) [x, y, width, height] = text.box;
                    }
                }
                told.box = { x, y, width, height };
                return told;
            });
        }, targets.length);
    }
    control(role, name) { return new Control(this, role, name); }
    button(name) { return this.control('button', name); }
    textbox(name) { return this.control('textbox', name); }
    heading(name) { return this.control('heading', name); }
    tabButton(name) { return this.control('tab', name); }
    status(name) { return this.control('status', name); }
    alert(name) { return this.control('alert', name); }
    text(name) { return this.control('text', name); }
    divider() { return this.control('separator'); }

    /** Waits until the status says so of all that was written: what it said before the last key was drawn is not believed. */
    async saved(ms = 20000) {
        await this.still();
        await until(async () => /^(Saved|저장됨)$/.test((await this.status().info())?.name), async () =>
            `the status says Saved (it says “${(await this.status().info())?.name}”)`, ms);
    }

    // ------------------------------------------------------------------------------------------------------------- frames

    /** window.__dajim.frames(): { drawn, requested, pixels, glQueries }. */
    frames() { return this.tab.evaluate(() => window.__dajim.frames()); }

    /** Waits until nothing more is drawn of what was asked so far. */
    async still() {
        await this.tab.evaluate(async () => {
            const turn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            for (let quiet = 0, last = -1, tries = 0; quiet < 3 && tries < 600; tries++) {
                await turn();
                const now = window.__dajim?.frames?.().requested ?? 0;
                quiet = now === last ? quiet + 1 : 0;
                last = now;
            }
        });
    }

    /** A picture of the window, or of a rectangle of it in CSS pixels: { width, height, at(x, y) }, in device pixels. */
    async picture(clip) {
        await this.still();
        return readPng(await this.tab.screenshot(clip ? { clip } : {}));
    }

    // --------------------------------------------------------------------------------------------------------------- keys

    /** Real keys, one for each character; '\n' is Enter. What no key has is inserted as an input method does. */
    async type(text) { await this.tab.keyboard.type(text); }

    /** One press: 'Enter', 'Control+Shift+ArrowLeft', 'Control+a'. */
    async key(chord, times = 1) {
        const keys = chord.split('+'), last = keys.pop().replace('Space', ' ');  // Firefox knows it by its sign only
        for (const modifier of keys) await this.tab.keyboard.down(modifier);
        for (let i = 0; i < times; i++) await this.tab.keyboard.press(last);
        for (const modifier of keys.reverse()) await this.tab.keyboard.up(modifier);
    }

    // --------------------------------------------------------------------------------------------------------------- text

    /**
     * What the program holds about one text's textarea: { value, start, end, composing, writes, box: [x, y, width, height],
     * caret: [x, y, height], moves }, or null.
     */
    field(name) {
        return this.tab.evaluate((target) => {
            const field = window.__dajim.text(target);
            return field && { ...field, element: null };
        }, targets.indexOf(name));
    }
    /** Where the caret is drawn: { x, y, height } in CSS pixels; the text must have the keyboard. */
    async caret() {
        await this.still();
        return this.tab.evaluate((targets) => {
            for (let target = 0; target < targets; target++) {
                const text = window.__dajim.text(target);
                if (text?.element !== document.activeElement) continue;
                const [x, y, height] = text.caret;
                return { x, y, height };
            }
            return null;
        }, targets.length);
    }
    /** Where the browser has its own caret in the textarea with the keyboard, for input methods: the same words laid out beside it. */
    async ownCaret() {
        await this.still();
        return this.tab.evaluate(() => {
            const area = document.activeElement, { font, lineHeight } = getComputedStyle(area), { x, y, width, height } = area.getBoundingClientRect();
            if (width <= 1) return { x, y, height };   // it scrolls to its caret
            const copy = document.body.appendChild(document.createElement('div'));
            const looks = { position: 'fixed', whiteSpace: 'pre', left: `${x - area.scrollLeft}px`, top: `${y - area.scrollTop}px`, font, lineHeight };
            Object.assign(copy.style, looks);
            copy.lang = area.closest('[lang]').lang;
            copy.textContent = area.value + '\u200b';
            const range = document.createRange(), at = area.selectionDirection === 'backward' ? area.selectionStart : area.selectionEnd;
            range.setStart(copy.firstChild, 0);
            range.setEnd(copy.firstChild, at);
            const [first] = copy.getClientRects(), last = [...range.getClientRects()].at(-1) ?? { right: first.left };
            const line = area.value.slice(0, at).split('\n').length - 1;
            const ending = at > 0 && area.value[at - 1] === '\n';
            const found = { x: ending || at === 0 ? first.left : last.right, y: first.top + line * parseFloat(lineHeight), height: parseFloat(lineHeight) };
            copy.remove();
            return found;
        });
    }
    /** The words selected in the text that has the keyboard, as a copy would take them; the clipboard is left alone. */
    selected() {
        return this.tab.evaluate(() => {
            const data = new DataTransfer(), event = new ClipboardEvent('copy', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: data });  // Firefox takes none from outside
            document.activeElement.dispatchEvent(event);
            return data.getData('text/plain');
        });
    }
    /** All of a text. Gives it the keyboard and leaves all of it selected. */
    async wholeText(name) {
        await this.textbox(name).focus();
        await this.key('Control+a');
        await this.still();
        return this.selected();
    }
    /** Waits until all of a text is `wanted`. */
    async hasText(name, wanted, ms) {
        let last;
        await until(async () => (last = await this.wholeText(name)) === wanted,
                    () => `“${name}” is ${JSON.stringify(wanted)} (it is ${JSON.stringify(last)})`, ms);
    }
    /** Gives a page the keyboard, its caret at the end. */
    async writeAtEnd(name) {
        await this.textbox(name).focus();
        await this.key('Control+End');
    }
    /** Puts `text` where the person stands, as a paste does; `html` as what the clipboard has beside it, `more` as [type, data]. */
    async paste(text, html, more) {
        await this.tab.evaluate((text, html, more) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            if (html) data.setData('text/html', html);
            if (more) data.setData(...more);
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: data });
            document.activeElement.dispatchEvent(event);
        }, text, html, more);
    }

    /** Brings words from another window: over the place and, unless `away`, lets them go there. */
    async bring(text, html, x, y, { away = false } = {}) {
        const send = (types) => this.tab.evaluate(({ text, html, x, y, types }) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            if (html) data.setData('text/html', html);
            const at = document.elementFromPoint(x, y);
            for (const type of types) {
                at.dispatchEvent(new DragEvent(type, { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true }));
            }
        }, { text, html, x, y, types });
        await send(['dragenter', 'dragover']);
        await this.still();
        await send([away ? 'dragleave' : 'drop']);
        await this.still();
    }

    // -------------------------------------------------------------------------------------------------------------- files

    /** Picks files, as after "Import": paths of this machine. */
    async pick(...files) {
        const input = await this.tab.$('input[type=file]');
        for (const file of files) await input.uploadFile(path.resolve(file));
    }
    /** Drops { name, bytes } at a place of the window. */
    async drop({ name, bytes }, x, y) {
        await this.tab.evaluate(async ({ name, base64, x, y }) => {
            const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], name));
            const at = document.elementFromPoint(x, y);
            for (const type of ['dragenter', 'dragover', 'drop']) {
                at.dispatchEvent(new DragEvent(type, { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true }));
            }
        }, { name, base64: Buffer.from(bytes).toString('base64'), x, y });
    }
    /** Does `act` and answers the file it downloads: { name, bytes }. */
    async download(act) {
        const { downloads } = this.session;
        const before = new Set(await fs.readdir(downloads));
        await act();
        const name = await until(async () => {
            const all = await fs.readdir(downloads);
            if (all.some((one) => /\.(part|crdownload|tmp)$/.test(one) || one.startsWith('.'))) return false;
            const fresh = all.find((one) => !before.has(one));
            return fresh && (await fs.stat(path.join(downloads, fresh))).size > 0 && fresh;
        }, 'a file was downloaded', 20000);
        const bytes = await fs.readFile(path.join(downloads, name));
        await fs.rm(path.join(downloads, name));
        return { name, bytes };
    }

    // ----------------------------------------------------------------------------------------------------------- the end

    /** Sentences about all that went wrong unseen. */
    async troubles(allowed) {
        const violations = await this.tab.evaluate(() => window.testViolations ?? []).catch(() => []);
        return [...this.problems, ...violations.map((one) => 'security policy: ' + one)]
            .filter((one) => !allowed.some((pattern) => pattern.test(one)));
    }
    async close() {
        if (!this.tab.isClosed()) await this.tab.close();
    }
}

export { assert };
