// How input methods write. Two-beolsik Hangul over the browser's own protocol in the two shapes in which engines commit a syllable,
// and scripted traces for the engines that cannot be run here.
import { assert, test, until } from './harness.mjs';

const keys = { q: 'ㅂ', w: 'ㅈ', e: 'ㄷ', r: 'ㄱ', t: 'ㅅ', y: 'ㅛ', u: 'ㅕ', i: 'ㅑ', o: 'ㅐ', p: 'ㅔ', a: 'ㅁ', s: 'ㄴ', d: 'ㅇ', f: 'ㄹ',
               g: 'ㅎ', h: 'ㅗ', j: 'ㅓ', k: 'ㅏ', l: 'ㅣ', z: 'ㅋ', x: 'ㅌ', c: 'ㅊ', v: 'ㅍ', b: 'ㅠ', n: 'ㅜ', m: 'ㅡ',
               Q: 'ㅃ', W: 'ㅉ', E: 'ㄸ', R: 'ㄲ', T: 'ㅆ', O: 'ㅒ', P: 'ㅖ' };
const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'], vowels = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const finals = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];
const joined = { ㅗㅏ: 'ㅘ', ㅗㅐ: 'ㅙ', ㅗㅣ: 'ㅚ', ㅜㅓ: 'ㅝ', ㅜㅔ: 'ㅞ', ㅜㅣ: 'ㅟ', ㅡㅣ: 'ㅢ', ㄱㅅ: 'ㄳ', ㄴㅈ: 'ㄵ', ㄴㅎ: 'ㄶ', ㄹㄱ: 'ㄺ',
                 ㄹㅁ: 'ㄻ', ㄹㅂ: 'ㄼ', ㄹㅅ: 'ㄽ', ㄹㅌ: 'ㄾ', ㄹㅍ: 'ㄿ', ㄹㅎ: 'ㅀ', ㅂㅅ: 'ㅄ' };
const isVowel = (jamo) => vowels.includes(jamo);

/** Syllables of strokes, each { text, strokes }. A consonant closes a syllable only while no vowel follows it (도깨비불). */
export function syllables(strokes) {
    const out = [];
    for (let at = 0; at < strokes.length;) {
        const begun = at, opens = !isVowel(strokes[at]) && at + 1 < strokes.length && isVowel(strokes[at + 1]);
        if (!opens && !isVowel(strokes[at])) {
            out.push({ text: strokes[at], strokes: [strokes[at++]] });
            continue;
        }
        const initial = opens ? strokes[at++] : null;
        let vowel = strokes[at++], final = '';
        if (joined[vowel + strokes[at]] && isVowel(strokes[at])) vowel = joined[vowel + strokes[at++]];
        const closes = () => at < strokes.length && !isVowel(strokes[at]) && !(at + 1 < strokes.length && isVowel(strokes[at + 1]));
        if (initial && closes() && finals.includes(strokes[at])) {
            final = strokes[at++];
            if (closes() && joined[final + strokes[at]]) final = joined[final + strokes[at++]];
        }
        const text = initial ? String.fromCharCode(0xAC00 + (initials.indexOf(initial) * 21 + vowels.indexOf(vowel)) * 28 + finals.indexOf(final))
                             : vowel;
        out.push({ text, strokes: strokes.slice(begun, at) });
    }
    return out;
}

const named = { Enter: 13, Backspace: 8, Tab: 9, Delete: 46, Escape: 27, ' ': 32, Home: 36, End: 35, ArrowLeft: 37, ArrowRight: 39,
                ',': 188, '.': 190, '!': 49, '?': 191 };

/** The shapes in which engines commit: F as fcitx5 and Windows do, I as ibus does. */
export const shapes = ['F', 'I'];

/** A Hangul input method in Chromium. Each stroke is seen first by the page as key 229, then by the text. */
export class Hangul {
    static async make(desk, shape) {
        const method = new Hangul();
        Object.assign(method, { desk, shape, strokes: [], cdp: await desk.tab.createCDPSession() });
        return method;
    }
    get preedit() { return syllables(this.strokes).map((one) => one.text).join(''); }

    compose(text, more = {}) {
        return this.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length, ...more });
    }
    insert(text) { return this.cdp.send('Input.insertText', { text }); }
    /** The key as the page sees it when an input method has taken it. */
    async taken(code) {
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 });
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Process', code, windowsVirtualKeyCode: 229 });
    }
    /** A real key with modifiers (1 Alt, 2 Control, 8 Shift), whatever is composed. */
    async key(key, code, number, modifiers = 0) {
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, windowsVirtualKeyCode: number, modifiers });
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode: number, modifiers });
    }

    async give(text) {
        if (this.shape === 'I') await this.compose('');
        await this.insert(text);
    }
    /** Ends what is composed, as engines do before a key that is not theirs. */
    async commit() {
        const text = this.preedit;
        this.strokes = [];
        if (text) await this.give(text);
    }
    /** What strokes and one more key would read, were nothing committed. */
    reading(strokes, key) { return syllables([...strokes, keys[key]]).map((one) => one.text).join(''); }
    /** What was composed was ended by the page (blur). */
    forget() { this.strokes = []; }

    /** Keys of a two-beolsik keyboard, letters composing and all others as they are; '\n' is Enter. */
    async type(text) {
        for (const letter of text) {
            if (keys[letter]) await this.stroke(keys[letter], 'Key' + letter.toUpperCase());
            else await this.press(letter === '\n' ? 'Enter' : letter);
        }
    }
    async stroke(jamo, code) {
        await this.taken(code);
        const all = syllables([...this.strokes, jamo]);
        this.strokes = all.pop().strokes;
        for (const { text } of all) await this.give(text);
        await this.compose(this.preedit);
    }
    /** A key that is not Hangul: what is composed is committed first, then the key arrives. Modifiers as for key(). */
    async press(name, modifiers = 0) {
        if (name === 'Backspace' && this.strokes.length) {
            await this.taken('Backspace');
            this.strokes.pop();
            return this.compose(this.preedit);
        }
        if (this.strokes.length) {
            await this.taken(name);
            await this.commit();
        }
        const text = name === 'Enter' ? '\r' : name.length === 1 ? name : undefined;
        await this.cdp.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', key: name, text, modifiers,
            code: name === ' ' ? 'Space' : name, windowsVirtualKeyCode: named[name] ?? name.toUpperCase().charCodeAt(0) });
        await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: name, modifiers });
    }
}

/** One test for each shape of committing. */
export function each(name, run, options = {}) {
    for (const shape of shapes) {
        test(`${name} (${shape})`, { browsers: ['chromium'], ...options }, async (t) => run(t, await Hangul.make(t.page, shape)));
    }
}

/**
 * Plays what an engine does to the textarea that has the keyboard. Each step: [type, facts]; 'value' sets text and caret as
 * { take: units before the caret to take away, put: text } (or { value, caret }), all others are events with their facts. With
 * `apart`, each step is a task of its own.
 */
export function play(desk, steps, { apart = false } = {}) {
    return desk.tab.evaluate(async (steps, apart) => {
        const element = document.activeElement;
        const kinds = { compositionstart: CompositionEvent, compositionupdate: CompositionEvent, compositionend: CompositionEvent,
                        input: InputEvent, beforeinput: InputEvent, keydown: KeyboardEvent, keyup: KeyboardEvent };
        for (const [type, facts = {}] of steps) {
            if (type === 'value') {
                const at = element.selectionStart;
                if ('value' in facts) element.value = facts.value;
                else element.setRangeText(facts.put ?? '', at - (facts.take ?? 0), element.selectionEnd, 'end');
                if ('caret' in facts) element.setSelectionRange(facts.caret, facts.caret);
            } else if (type === 'blur') {
                element.blur();
                element.focus({ preventScroll: true });
            } else {
                const { keyCode, ...rest } = facts;
                const event = new kinds[type](type, { bubbles: true, cancelable: true, ...rest });
                if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
                element.dispatchEvent(event);
            }
            if (apart) await new Promise((resolve) => setTimeout(resolve));
        }
    }, steps, apart);
}

/** One stroke of an engine that tells of no composition: the value changes, an input event says so. */
export const changed = (inputType, put, take = 0, data = put) => [['value', { take, put }], ['input', { inputType, data }]];

/** A pair with the page `name` open for writing, holding `text` with the caret at its '¦' (or at its end), saved. */
export async function page(t, text = '', name = 'Resolution') {
    const desk = t.page ?? t;
    if (!(await desk.textbox(name).info())) {
        await desk.button(/^(Begin a pair|New pair)$/).activate();
        await desk.textbox('Pair name').focused();
    }
    await desk.textbox(name).focus();
    await put(desk, text);
    return desk;
}

/** Puts text where the person stands and the caret at its '¦'. */
export async function put(desk, text) {
    const [before, after = ''] = text.split('¦');
    if (before + after) await desk.paste(before + after);
    await desk.still();
    if (after) await desk.key('ArrowLeft', [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(after)].length);
    await desk.still();
}

/**
 * The text with '¦' where the program's caret stands. The program is asked, not the textarea: a mark is pasted there. Before, the
 * textarea must show the same place, hold the keyboard and compose nothing.
 */
export async function marked(desk, name = 'Resolution') {
    await desk.still();
    const shown = await desk.field(name);
    assert.equal(shown.composing, false, 'nothing is being composed');
    assert.ok((await desk.textbox(name).info()).focused, `${name} has the keyboard`);
    await desk.paste('¦');
    await desk.key('Control+a');
    await desk.still();
    const whole = await desk.selected();
    const left = shown.value.slice(0, shown.start), right = shown.value.slice(shown.end);
    const [before, after] = whole.split('¦');
    assert.ok(before.endsWith(left) && after.startsWith(right), `the textarea shows the text round the caret: ${JSON.stringify(shown.value)} ` +
        `at ${shown.start} in ${JSON.stringify(whole)}`);
    await desk.key('Control+z');
    await desk.still();
    return whole;
}

/** Waits until the textarea of a text shows `wanted`, '¦' being its caret or '[' and ']' round its selection. */
export async function shows(desk, wanted, name = 'Resolution') {
    let last;
    await until(async () => {
        const { value, start, end } = await desk.field(name);
        last = start === end ? value.slice(0, start) + '¦' + value.slice(end)
                             : value.slice(0, start) + '[' + value.slice(start, end) + ']' + value.slice(end);
        return last === wanted;
    }, () => `${name} shows ${JSON.stringify(wanted)} (it shows ${JSON.stringify(last)})`, 5000);
}

/** Counts what the program writes into the textarea while `act` runs; none is allowed while something is composed. */
export async function untouched(desk, act, name = 'Resolution') {
    const before = (await desk.field(name)).writes;
    await act();
    assert.equal((await desk.field(name)).writes, before, 'the textarea was not written to');
}
