// A random writer: strokes, corrections, carets and changes of page while composing, beside a model that is only two strings.
import { assert, test } from './harness.mjs';
import { Hangul, page, shapes } from './typing.mjs';

const names = ['Resolution', 'Retrospective'];
const letters = 'qwertasdfgzxcvhjklyuiopbnmkkkkllhhjjnn';

for (const shape of shapes) {
    test(`T89 three hundred random steps (${shape})`, { browsers: ['chromium'], limit: 240000 }, async (t) => {
        const seed = Date.now() % 1000000;
        let state = seed;
        const random = (below) => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return Math.floor(state / 2 ** 32 * below);
        };
        const desk = await page(t), hangul = await Hangul.make(desk, shape);
        // What each page holds before and behind its caret; what is composed stands between.
        const sides = [['', ''], ['', '']], log = [];
        let at = 0;
        const kept = () => { sides[at][0] += hangul.preedit; hangul.forget(); };
        const steps = {
            stroke: async () => {
                const key = letters[random(letters.length)];
                log.push(key);
                const all = hangul.strokes.slice();
                await hangul.type(key);
                // What the method committed on the way is what it no longer composes.
                const whole = hangul.reading(all, key);
                sides[at][0] += whole.slice(0, whole.length - hangul.preedit.length);
            },
            space: async () => { written(' '); await hangul.type(' '); },
            backspace: async () => {
                log.push('Backspace');
                const composing = hangul.preedit !== '';
                await hangul.press('Backspace');
                if (!composing) sides[at][0] = [...sides[at][0]].slice(0, -1).join('');
            },
            left: async () => {
                log.push('Left');
                sides[at][0] += hangul.preedit;
                await hangul.press('ArrowLeft');
                const last = [...sides[at][0]].pop();
                if (last) sides[at] = [sides[at][0].slice(0, -last.length), last + sides[at][1]];
            },
            end: async () => {
                log.push('End');
                sides[at][0] += hangul.preedit;
                await hangul.commit();
                await hangul.key('End', 'End', 35, 2);
                sides[at] = [sides[at][0] + sides[at][1], ''];
            },
            page: async () => {
                log.push('F6');
                kept();
                await hangul.key('F6', 'F6', 117);
                at = 1 - at;
                await desk.textbox(names[at]).focused();
            },
            flush: async () => {
                log.push('flush');
                kept();
                await desk.tab.evaluate(() => { const { activeElement } = document; activeElement.blur(); activeElement.focus(); });
            },
            save: async () => {
                log.push('Save');
                kept();
                await hangul.key('s', 'KeyS', 83, 2);
            },
        };
        const written = (text) => { log.push(JSON.stringify(text)); sides[at][0] += hangul.preedit + text; };
        const chances = ['stroke', 'stroke', 'stroke', 'stroke', 'stroke', 'stroke', 'stroke', 'stroke', 'space', 'backspace', 'left', 'end', 'page', 'flush', 'save'];
        for (let i = 0; i < 300; i++) {
            await steps[chances[random(chances.length)]]();
            const { value, start } = await desk.field(names[at]);
            const before = sides[at][0] + hangul.preedit;
            assert.ok(before.endsWith(value.slice(0, start)) && sides[at][1].startsWith(value.slice(start)),
                      `seed ${seed}, step ${i}, ${log.slice(-12).join(' ')}: ${JSON.stringify(value)} at ${start}, not ${JSON.stringify(before + '¦' + sides[at][1])}`);
        }
        kept();
        for (const which of [0, 1]) {
            const found = await desk.wholeText(names[which]);
            assert.equal(found, sides[which].join(''), `seed ${seed}: ${names[which]}`);
        }
    });
}
