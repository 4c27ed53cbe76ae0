// What keeping costs with 10, 1,000 and 10,000 pairs, and the import of a journal as large as one may be.
//
// Acknowledged: from handing a change over to the browser's storage until it says that it has it (the event `dajim-saved`), in ms; the
// 200 ms in which keystrokes are gathered before are not in it. Files: main-thread ms of what follows when the writer rests, until the
// records are in files; beside it the bytes and the number of files that were carried. Load: wall clock from asking for the page until its
// text takes letters. Import: wall clock until the journal is open, and the most memory that the page's process ever had. Merge: of two
// journals of 5 MB that parted, wall clock until it is told what that changes, and from the press until it is done. Refused: of each file
// that cannot be used, wall clock from picking it until the page says so. Handed over: from the press on "Edit here" until that window
// takes letters, with 1,000 pairs.
//
//     --counts 10,1000,10000   --times 12   --megabytes 19
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, freshFolder, launch } from '../browser/browsers.mjs';
import { Session, Site, until } from '../browser/harness.mjs';
import { refused } from '../browser/refused.mjs';
import { median, peak, prose, rank } from './measure.mjs';

const { values } = parseArgs({ options: {
    site: { type: 'string', default: 'build/site' }, counts: { type: 'string', default: '10,1000,10000' },
    times: { type: 'string', default: '12' }, megabytes: { type: 'string', default: '19' },
} });
const folder = await freshFolder('storage');
const site = await new Site(values.site).start();
const table = {}, imports = {}, merges = {}, refusals = {}, hands = {};

/** A journal of so many pairs in series of twenty, with `bytes` of words in all, as a file. */
async function journalFile(pairs, bytes) {
    const lines = prose(Math.floor(bytes / pairs)).split(/(?<=\n)/).slice(0, -1);
    const entries = [];
    for (let i = 0; i < pairs; i++) {
        if (i % 20 === 0) entries.push({ id: `s-${i}`, kind: 'series', fields: { name: { v: `Series ${i / 20}` } } });
        entries.push({ id: `p-${i}`, kind: 'pair', series: `s-${i - i % 20}`, fields: { name: { v: `Pair ${i}` } } });
        entries.push({ kind: 'resolution', pair: `p-${i}`, fields: { text: { v: [`${i}\n`, ...lines] } } });
    }
    const file = path.join(folder, `${pairs}.dajim.json`);
    await fs.writeFile(file, JSON.stringify({ format: 'dajim', version: '1.1', journal: { id: 'bench', title: 'Bench' }, entries }));
    return file;
}

/** In the page: when records were handed over and acknowledged, what was carried to the files, and whether that is done. */
function watch() {
    const kept = window.benchKept = { handed: 0, acknowledged: [], files: 0, bytes: 0, carried: 0 };
    const { put, delete: remove } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value) {
        if (this.name === 'records') kept.handed = performance.now();
        if (this.name === 'FILE_DATA') { kept.files++; kept.bytes += value.contents?.length ?? 0; }
        return put.apply(this, arguments);
    };
    IDBObjectStore.prototype.delete = function () {
        // Records go when the files have what they say.
        if (this.name === 'records' && kept.handed) kept.carried++;
        return remove.apply(this, arguments);
    };
    window.addEventListener('dajim-saved', () => { if (kept.handed) kept.acknowledged.push(performance.now() - kept.handed); });
}

const open = (session) => session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(watch) });
const carried = (desk) => desk.tab.evaluate(() => window.benchKept.carried);

async function load(desk) {
    const begun = performance.now();
    // Not by the ways of the tests, which ask for the place of each of thousands of controls.
    await desk.reload({ ready: false });
    await desk.tab.waitForSelector('#mirror textarea[aria-label="Resolution"]:not([readonly])', { timeout: 120000 });
    const took = performance.now() - begun;
    await desk.ready();
    return took;
}

/** Main-thread ms so far. */
async function spent(cdp) {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

try {
    for (const count of values.counts.split(',').map(Number)) {
        const session = await Session.make(site, await launch('chromium'));
        const desk = await open(session);
        await desk.pick(await journalFile(count, count * 1200));
        await desk.textbox('Resolution').there(120000);
        await until(() => carried(desk), 'the journal is in files', 120000);
        const cdp = await desk.tab.createCDPSession();
        await cdp.send('Performance.enable');
        const acknowledged = [], main = [];
        let files = 0, bytes = 0;
        for (let i = 0; i < Number(values.times); i++) {
            const before = await carried(desk);
            await desk.writeAtEnd('Resolution');
            await desk.tab.evaluate(() => Object.assign(window.benchKept, { acknowledged: [], files: 0, bytes: 0 }));
            await desk.type('a');
            await until(() => desk.tab.evaluate(() => window.benchKept.acknowledged.length), 'it is acknowledged');
            const begun = await spent(cdp);
            await until(async () => await carried(desk) > before, 'it is in files', 60000);
            main.push(await spent(cdp) - begun);
            const kept = await desk.tab.evaluate(() => window.benchKept);
            acknowledged.push(kept.acknowledged[0]);
            [files, bytes] = [kept.files, kept.bytes];
        }
        const loads = [];
        for (let i = 0; i < 3; i++) loads.push(await load(desk));
        table[`${count} pairs`] = { 'acknowledged ms': median(acknowledged).toFixed(1), p99: rank(acknowledged, 0.99).toFixed(1),
            'files ms': median(main).toFixed(1), 'files carried': files, KB: (bytes / 1024).toFixed(1), 'load ms': median(loads).toFixed(0) };
        await session.close();
    }
    const bytes = Number(values.megabytes) * 2 ** 20, session = await Session.make(site, await launch('chromium'));
    const desk = await open(session);
    const file = await journalFile(2000, bytes), idle = await peak(session.browser);
    const begun = performance.now();
    await desk.pick(file);
    await desk.textbox('Resolution').there(120000);
    const opened = performance.now() - begun;
    await until(() => carried(desk), 'the journal is in files', 120000);
    imports['2,000 pairs'] = { MB: ((await fs.stat(file)).size / 2 ** 20).toFixed(1), 'open ms': opened.toFixed(0),
        'in files ms': (performance.now() - begun).toFixed(0), 'peak MB': (await peak(session.browser)).toFixed(0),
        'before MB': idle.toFixed(0) };
    await session.close();

    const here = await Session.make(site, await launch('chromium')), there = await Session.make(site, await launch('chromium'));
    const mine = await open(here), theirs = await open(there);
    const handed = path.join(folder, 'handed.dajim.json');
    const handOver = async (from) => fs.writeFile(handed, (await from.download(() => from.button('Export').activate())).bytes);
    await mine.pick(await journalFile(500, 5 * 2 ** 20));
    await mine.textbox('Resolution').there(120000);
    await handOver(mine);
    await theirs.pick(handed);
    await theirs.textbox('Resolution').there(120000);
    await theirs.writeAtEnd('Resolution');
    await theirs.type('there');
    await handOver(theirs);
    await mine.textbox('Resolution').focus();
    await mine.key('Control+Home');
    await mine.type('here');
    const picked = performance.now();
    await mine.pick(handed);
    await mine.button('Merge').there(120000);
    const told = performance.now();
    await mine.button('Merge').activate();
    await mine.button('Take back').there(120000);
    merges['500 pairs'] = { MB: ((await fs.stat(handed)).size / 2 ** 20).toFixed(1), 'told ms': (told - picked).toFixed(0),
        'merged ms': (performance.now() - told).toFixed(0), 'peak MB': (await peak(here.browser)).toFixed(0) };
    await here.close();
    await there.close();

    const asked = await Session.make(site, await launch('chromium')), writes = await open(asked);
    await writes.pick(await journalFile(1000, 1000 * 1200));
    await writes.textbox('Resolution').there(120000);
    const numbers = Buffer.from(`{"format": "dajim", "version": "1.0", "journal": {}, "entries": [${'0,'.repeat(9 * 2 ** 20)}0]}`);
    for (const [name, bytes] of [...refused, ['numbers.dajim.json', numbers]]) {
        const file = path.join(folder, name);
        await fs.writeFile(file, bytes);
        const picked = performance.now();
        await writes.pick(file);
        await writes.alert(/Nothing changed/).there(120000);
        refusals[name] = { MB: (bytes.length / 2 ** 20).toFixed(1), 'told ms': (performance.now() - picked).toFixed(0) };
        await writes.button('Dismiss').activate();
        await writes.button('Dismiss').gone();
    }
    const reads = await asked.open('?lang=en');
    await reads.button('Edit here').there(120000);
    await reads.tab.bringToFront();
    const pressed = performance.now();
    await reads.button('Edit here').activate();
    await until(async () => (await reads.textbox('Resolution').info())?.readOnly === false, 'it may be written in');
    hands['1,000 pairs'] = { 'handed over ms': (performance.now() - pressed).toFixed(0) };
    await asked.close();
} finally {
    await closeAll();
    await site.stop();
    console.table(table);
    console.table(imports);
    console.table(merges);
    console.table(refusals);
    console.table(hands);
}
