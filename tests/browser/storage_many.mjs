// The browser is killed while a journal of many pairs comes in and is written to as many files: it is there whole or not at all.
import { assert, test, until } from './harness.mjs';
import { begin } from './keeping.mjs';

const pairs = 20;

/** A journal of other pairs in each round, which all say so. */
function journal(round) {
    const entries = [{ id: `s${round}`, kind: 'series', fields: { name: { v: `세대 ${round}` } } }];
    for (let i = 0; i < pairs; i++) {
        const id = `p${round}-${i}`;
        entries.push({ id, kind: 'pair', series: `s${round}`, fields: { name: { v: `${i}` } } },
            { kind: 'resolution', pair: id, fields: { text: { v: [`세대 <${round}>의 글 ${i}\n`, '다짐한다. '.repeat(400)] } } });
    }
    return { name: `round-${round}.dajim.json`, bytes: Buffer.from(JSON.stringify({ format: 'dajim', version: '1.0', journal: {}, entries })) };
}

/** In the page: keeps the file that Export gives. Firefox, killed so often, does not always write it down where it is told to. */
function keepExport() {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        window.testExport = blob;
        return make.call(URL, blob);
    };
}

/** The journal as one exports it, as text. */
async function exported(desk) {
    await desk.button('Export').activate();
    await desk.tab.waitForFunction(() => window.testExport);
    return desk.tab.evaluate(() => window.testExport.text());
}

/** In the page: tells when the record of round `round` is acknowledged, and when the `nth` file is being put, or all are where there are fewer. */
function watch(round, nth) {
    let sequence = Infinity, puts = 0;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, key) {
        const result = put.apply(this, arguments);
        if (this.name === 'records' && value instanceof Uint8Array && new TextDecoder().decode(value).includes(`세대 <${round}>`)) sequence = key[1];
        if (this.name === 'FILE_DATA' && sequence < Infinity) {
            if (++puts === 1 && nth < Infinity) this.transaction.addEventListener('complete', () => window.testNow());
            if (puts === nth) window.testNow();
        }
        return result;
    };
    window.addEventListener('dajim-saved', ({ detail }) => { if (detail.sequence >= sequence) window.testAcknowledged(); });
}

// A journal that grows for ever would be another test: after so many rounds a new one is begun.
const stretch = 20;

test(`rows 2 34: killed again and again while ${pairs} pairs are imported and saved`, { open: false, limit: 900000, longLimit: 9000000 }, async (t) => {
    const rounds = t.long ? 200 : t.firefox ? 6 : 12;   // Firefox takes four times as long to begin
    let survived = 0;
    for (let done = 0; done < rounds; done += stretch) {
        survived += await killed(t, done, Math.min(stretch, rounds - done));
    }
    assert.ok(survived > rounds / 3, 'some of them were');
});

/** `rounds` kills on a fresh profile, `done` before; answers how many of the journals are there at the end. */
async function killed(t, done, rounds) {
    const profile = await t.folder('many'), whole = new Set();
    for (let round = 0; round <= rounds; round++) {
        const session = await t.launch({ profile });
        let acknowledged = false, now = false;
        // Files are put one after the other in one transaction; every round ends at another of them, the odd ones before any.
        const number = done + round, nth = round % 2 ? Infinity : 1 + (number / 2) % 13;
        const desk = await session.open('?lang=en', { before: async (tab) => {
            await tab.exposeFunction('testAcknowledged', () => { acknowledged = true; });
            await tab.exposeFunction('testNow', () => { now = true; });
            await tab.evaluateOnNewDocument(watch, round, nth);
            await tab.evaluateOnNewDocument(keepExport);
        } });
        if (round) {
            const found = new Map();
            for (const [, of] of (await exported(desk)).matchAll(/세대 <(\d+)>의 글/g)) found.set(+of, (found.get(+of) ?? 0) + 1);
            for (const [of, count] of found) assert.equal(count, pairs, `journal ${of} is there whole or not at all`);
            for (const of of whole) assert.ok(found.has(of), `journal ${of} was acknowledged`);
            for (const of of found.keys()) whole.add(of);
            assert.equal((await desk.alert(/damaged/).all()).length, 0, 'nothing is damaged');
        } else {
            await begin(desk);
            await desk.type('처음부터 있던 글');
            await desk.saved();
        }
        if (round === rounds) {
            await session.close();
            break;
        }
        await desk.drop(journal(round), 600, 300);
        const due = performance.now() + (number * 61) % 250;
        await until(() => nth === Infinity ? performance.now() >= due : now, 'the moment has come', 30000);
        await session.kill();
        if (acknowledged) whole.add(round);
        t.provoked(number + 1);
    }
    return whole.size;
}
