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

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, site: { type: 'string', default: 'build/site' } } });
const rounds = Number(values.rounds), keys = 60;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const rows = [];
const row = (what, ours, peer, goal) => rows.push({ what, Dajim: ours, textarea: peer ?? '', goal });

const bare = await freshFolder('bare');
await fs.writeFile(path.join(bare, 'index.html'), '<!doctype html><meta charset=utf-8><title>bare</title><textarea aria-label="Resolution" ' +
                   'style="width:560px;height:760px;font:17px/1.85 sans-serif"></textarea>');
const site = await new Site(values.site).start();
const peer = await new Site(bare).start();
const sentence = '오늘은 미루지 않고 한 줄이라도 쓴다. 어제보다 조금 더 또렷하게 적어 두면 내일의 내가 덜 헤맨다. ';
const prose = (bytes) => {
    const paragraph = sentence.repeat(3) + '\n';
    return paragraph.repeat(Math.max(1, Math.round(bytes / Buffer.byteLength(paragraph))));
};

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

/** { all, own } in ms a key. */
async function keystroke(tab, settled) {
    const cdp = await tab.createCDPSession();
    await cdp.send('Performance.enable');
    const spent = async () => {
        const { metrics } = await cdp.send('Performance.getMetrics');
        return ['TaskDuration', 'ScriptDuration'].map((wanted) => metrics.find(({ name }) => name === wanted).value * 1000);
    };
    const cost = async (act) => {
        const before = await spent();
        await act();
        return (await spent()).map((now, i) => now - before[i]);
    };
    const press = async () => {
        await cdp.send('Input.insertText', { text: '글' });
        await settled();
    };
    for (let i = 0; i < 10; i++) await press();
    const costs = [], idle = [];
    for (let i = 0; i < keys; i++) costs.push(await cost(press));
    // What asking itself costs, taken off.
    for (let i = 0; i < 20; i++) idle.push(await cost(settled));
    const [all, own] = [0, 1].map((at) => Math.max(0, median(costs.map((one) => one[at])) - median(idle.map((one) => one[at]))));
    return { all, own };
}

const frame = (tab) => () => tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

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
        const ours = await keystroke(desk.tab, frame(desk.tab));
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
        const theirs = await keystroke(tab, frame(tab));
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
