// The browser is killed while someone writes. What was acknowledged is there at the next start, and what is there is what the
// journal was at one moment: never a little of this and a little of that.
import { assert, test, until } from './harness.mjs';
import { begin, kept } from './keeping.mjs';

const pages = ['Resolution', 'Retrospective'];

/** What is written, letter by letter, and on which of the two pages. Every word is another. */
function script(length) {
    const out = [];
    for (let word = 1; out.length < length; word++) {
        for (const letter of `${word}다짐${word % 3 ? ' ' : '. '}`) out.push({ letter, page: word % 7 < 4 ? 0 : 1 });
    }
    return out;
}

function textsAfter(script, count) {
    const texts = ['', ''];
    for (const { letter, page } of script.slice(0, count)) texts[page] += letter;
    return texts;
}

/** In the page: tells what was written when a record was made, once that record is acknowledged. */
function watch() {
    const made = new Map(), put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
        if (this.name === 'records' && !made.has(key[1])) made.set(key[1], [0, 1].map((target) => window.__dajim.text(target)?.value));
        return put.apply(this, arguments);
    };
    window.addEventListener('dajim-saved', ({ detail }) => {
        if (made.get(detail.sequence)?.every((tail) => tail !== undefined)) window.testAcknowledged(detail.sequence, made.get(detail.sequence));
    });
}

/** Some rounds end while letters come, others in the rest after them, when files are written. */
const lettersOf = (round) => 25 + (round * 37) % 60, restOf = (round) => round % 3 === 2 ? 1900 + (round * 53) % 300 : 0;

test('row 1: killed again and again while typing', { open: false, limit: 900000, longLimit: 9000000 }, async (t) => {
    const rounds = t.long ? 200 : 12;
    let length = 0;
    for (let round = 0; round < rounds; round++) length += lettersOf(round);
    const profile = await t.folder('kill'), all = script(length), ends = textsAfter(all, all.length);
    let written = 0, acknowledged = 0;
    for (let round = 0; round <= rounds; round++) {
        const session = await t.launch({ profile });
        const desk = await session.open('?lang=en', { before: async (tab) => {
            await tab.evaluateOnNewDocument(watch);
            // Each textarea holds what is round its caret, which is at the page's end; every word is another, so that this says how much
            // there was.
            await tab.exposeFunction('testAcknowledged', (sequence, tails) => {
                const lengths = tails.map((tail, page) => tail && ends[page].indexOf(tail) + tail.length);
                acknowledged = Math.max(acknowledged, lengths[0] + lengths[1]);
            });
        } });
        if (round) {
            const found = [await desk.wholeText(pages[0]), await desk.wholeText(pages[1])];
            const count = [...found[0]].length + [...found[1]].length;
            assert.ok(count >= acknowledged, `round ${round}: ${acknowledged} letters were acknowledged, ${count} of ${written} are there`);
            assert.ok(count <= written);
            assert.deepEqual(found, textsAfter(all, count), `round ${round}: one moment's words, on both pages`);
            assert.ok(!Object.keys((await kept(desk)).files).some((path) => path.includes('quarantine')));
            written = acknowledged = count;
        } else {
            await begin(desk);
            await desk.saved();
        }
        if (round === rounds) break;
        // Where the carets were is not promised: a browser that is killed may have written the places of a moment before.
        for (const page of pages) await desk.writeAtEnd(page);
        await desk.still();
        const had = acknowledged;
        let at = -1;
        for (let i = 0; i < lettersOf(round); i++) {
            const { letter, page } = all[written];
            if (page !== at) await desk.writeAtEnd(pages[at = page]);
            written++;
            await desk.type(letter);
        }
        await until(() => acknowledged > had, async () => `something of round ${round} was acknowledged: of ${written} letters ${had} were there, ` +
            `${acknowledged} are acknowledged, it says ${(await desk.status().info())?.name}`);
        const due = performance.now() + restOf(round);
        await until(() => performance.now() >= due, 'the rest is over');
        await session.kill();
        t.provoked(round + 1);
    }
});
