// Bytes, start, keystrokes and idle frames of the page, each beside a bare <textarea> measured in the same run.
//
// Start: wall clock from asking for the page to the first animation frame in which its text takes letters. The page is opened with
// a pair in it, as for somebody who comes back; both pages come over the same server without any cache. "Coming back" is the page as its
// service worker keeps it.
// Keystroke: main-thread time (CDP TaskDuration) of one inserted Hangul syllable and the frame that shows it; the GPU's time is not in it.
// The page's own part of that (ScriptDuration: JavaScript and wasm) has a row of its own; the rest is what the browser does for any text box.
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseArgs } from 'node:util';
import { closeAll, freshFolder, launch } from '../browser/browsers.mjs';
import { Session, Site, until } from '../browser/harness.mjs';
import { costs, median, prose, syllable } from './measure.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, site: { type: 'string', default: 'build/site' } } });
const rounds = Number(values.rounds), keys = 60;
const rows = [];
const row = (what, ours, peer, goal) => rows.push({ what, Dajim: ours, textarea: peer ?? '', goal });

const bare = await freshFolder('bare');
await fs.writeFile(path.join(bare, 'index.html'), '<!doctype html><meta charset=utf-8><title>bare</title><textarea aria-label="Resolution" ' +
                   'style="width:560px;height:760px;font:17px/1.85 sans-serif"></textarea>');
const site = await new Site(values.site).start();
const peer = await new Site(bare).start();

async function firstLoad(session) {
    const desk = await session.open();
    const files = new Set(desk.requests.map(({ url }) => new URL(url)).filter((url) => url.origin === site.origin)
        .map(({ pathname }) => (pathname === '/' ? '/index.html' : pathname)));
    await desk.close();
    let bytes = 0;
    for (const file of files) {
        // What the worker fetches again for its own cache was counted with the page.
        if (file !== '/sw.js') bytes += zlib.gzipSync(await fs.readFile(path.join(values.site, file)), { level: 9 }).length;
    }
    return bytes;
}

/** What the service worker keeps is gone, the journal is not. */
async function forget(session) {
    const tab = await session.browser.newPage();
    await tab.goto(site.origin + '/schema/dajim-1.json');
    await tab.evaluate(async () => {
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
    });
    await tab.close();
}

async function start(session, origin, cold) {
    if (cold && origin === site.origin) await forget(session);
    const tab = await session.browser.newPage();
    await tab.setViewport({ width: 1200, height: 800 });
    await tab.setCacheEnabled(!cold);
    let ready;
    const answered = new Promise((resolve) => { ready = resolve; });
    await tab.exposeFunction('benchReady', () => ready(performance.now()));
    await tab.evaluateOnNewDocument(() => {
        const look = () => {
            const text = document.querySelector('textarea[aria-label=Resolution]');
            if (text && !text.readOnly) window.benchReady();
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
    const begun = performance.now();
    await tab.goto(origin + '/?lang=en', { waitUntil: 'commit' }).catch(() => tab.goto(origin + '/?lang=en'));
    const ended = await answered;
    await tab.close();
    return ended - begun;
}

/** { all, own } in ms a key, the middle one of many. */
async function keystroke(tab) {
    const { all, own } = await costs(tab, syllable, { times: keys });
    return { all: median(all), own: median(own) };
}

try {
    const started = await launch('chromium');
    const session = await Session.make(site, started);
    row('first load, KB (gzip)', (await firstLoad(session) / 1024).toFixed(0), '', '≤ 350');

    let desk = await session.open();
    await desk.button('Begin a pair').click();
    await desk.textbox('Resolution').there();
    await desk.saved();
    await desk.close();
    const times = { ours: [], bare: [], ours_cached: [] };
    for (let i = 0; i < rounds; i++) {
        times.bare.push(await start(session, peer.origin, true));
        times.ours.push(await start(session, site.origin, true));
    }
    await (await session.open()).close();   // the worker has all of it again
    for (let i = 0; i < rounds; i++) times.ours_cached.push(await start(session, site.origin, false));
    const bareStart = median(times.bare);
    const ratio = (ms) => `${ms.toFixed(0)} (${(ms / bareStart).toFixed(1)}×)`;
    row('start to editable, ms', ratio(median(times.ours)), bareStart.toFixed(0), '≤ 2×');
    row('… coming back, ms', ratio(median(times.ours_cached)), bareStart.toFixed(0), '≤ 2×');

    for (const [name, bytes, goal] of [['1 KB', 1024, 2], ['1 MB', 1024 * 1024, 3]]) {
        const file = path.join(bare, `prose-${bytes}.md`);
        await fs.writeFile(file, prose(bytes));
        desk = await session.open();
        await desk.button('New series').click();
        await desk.pick(file);
        await until(async () => ((await desk.field('Resolution'))?.value.length ?? 0) > 10, 'the text is there', 30000);
        await desk.saved();
        await desk.writeAtEnd('Resolution');
        await desk.still();
        const ours = await keystroke(desk.tab);
        await desk.close();
        const tab = await session.browser.newPage();
        await tab.setViewport({ width: 1200, height: 800 });
        await tab.goto(peer.origin);
        await tab.mouse.move(600, 400);  // a pointer over the page costs both the same
        await tab.evaluate((text) => {
            const area = document.querySelector('textarea');
            area.value = text;
            area.focus();
            area.setSelectionRange(text.length, text.length);
        }, prose(bytes));
        const theirs = await keystroke(tab);
        await tab.close();
        row(`keystroke at ${name}, main-thread ms`, ours.all.toFixed(2), theirs.all.toFixed(2), `≤ ${goal}`);
        row(`… of it the page’s own (${name})`, ours.own.toFixed(2), theirs.own.toFixed(2), '');
    }

    desk = await session.open();
    await desk.tab.evaluate(() => document.activeElement?.blur());
    await desk.still();
    const before = (await desk.frames()).drawn;
    await desk.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10000)));
    row('frames drawn in 10 s of rest', String((await desk.frames()).drawn - before), '', '0');
    await desk.close();
    await session.close();
} finally {
    await closeAll();
    await site.stop();
    await peer.stop();
}
console.table(Object.fromEntries(rows.map(({ what, ...rest }) => [what, rest])));
