// Documents of 1 KB to 10 MB in our page, in a bare <textarea> and in CodeMirror 6: one run, one machine, the same files.
//
// Open: from the moment the file is chosen until the frame after the one that shows its words, editable. Keystroke: main-thread ms of
// one syllable and the frames that show it, at the text's start, middle and end; by the wall clock, and what of it the thread ran (cpu).
// Scroll: main-thread ms of one turn of the wheel, sixty of which pass through all of the text. Paste: from the paste of a megabyte to
// the frame that shows it. Memory: MB of the page's process once the text is open (ours: and saved). Each editor and document gets a
// browser of its own. Beside them our ratio to each peer.
//
//     --sizes 1KB,10MB,1MB-line   --editors dajim,codemirror   --keys 100   --markdown (CodeMirror highlights it)
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { closeAll, freshFolder, launch } from '../browser/browsers.mjs';
import { Session, Site, until } from '../browser/harness.mjs';
import { costs, frame, median, memory, prose, rank, syllable } from './measure.mjs';

const { values } = parseArgs({ options: {
    site: { type: 'string', default: 'build/site' }, keys: { type: 'string', default: '100' },
    markdown: { type: 'boolean' },
    sizes: { type: 'string', default: '1KB,100KB,1MB,10MB,1MB-line' }, editors: { type: 'string', default: 'textarea,codemirror,dajim' },
} });
const documents = {
    '1KB': prose(1 << 10), '100KB': prose(100 << 10), '1MB': prose(1 << 20), '10MB': prose(10 << 20),
    '1MB-line': prose(1 << 20, { newline: '' }),
};
const keys = Number(values.keys), most = 12000;   // ms at one place: a textarea of 10 MB takes half a second a key

const folder = await freshFolder('documents'), peers = path.join(import.meta.dirname, 'peers');
for (const name of ['textarea.html', 'codemirror.html']) await fs.copyFile(path.join(peers, name), path.join(folder, name));
await build({ entryPoints: [path.join(peers, 'codemirror.js')], outfile: path.join(folder, 'codemirror.js'), bundle: true, minify: true,
              format: 'esm', logLevel: 'error' });
for (const [name, text] of Object.entries(documents)) await fs.writeFile(path.join(folder, `${name}.md`), text);
const site = await new Site(values.site).start(), peerSite = await new Site(folder).start();

/** From now until the page says that words are shown, in ms. */
async function openFile(tab, file, shown) {
    const look = tab.evaluate(`new Promise((resolve) => {
        const look = () => (${shown})() ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look);
        look();
    })`);
    const input = await tab.$('input[type=file]'), begun = performance.now();
    await input.uploadFile(file);
    await look;
    return performance.now() - begun;
}

async function measureAt(tab) { return costs(tab, syllable, { times: keys, most }); }

async function scrollThrough(tab, x, y, height) {
    await tab.mouse.move(x, y);
    const turn = (cdp) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY: Math.max(40, height / 60) });
    return costs(tab, turn, { times: 60, warm: 0, most: 20000 });
}

/** A megabyte from the clipboard, in ms until the frame after the one that shows it. */
async function pasteMegabyte(tab) {
    await tab.evaluate((text) => navigator.clipboard.writeText(text), prose(1 << 20));
    await tab.evaluate(() => {
        window.benchPasted = new Promise((resolve) => addEventListener('paste', () => {
            const begun = performance.now();
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
        }, { once: true, capture: true }));
    });
    await tab.keyboard.down('Control');
    await tab.keyboard.press('v');
    await tab.keyboard.up('Control');
    return tab.evaluate(() => window.benchPasted);
}

async function measurePeer(name, file, pastes) {
    const session = await Session.make(peerSite, await launch('chromium', { args: ['--disable-smooth-scrolling'] })), started = session.owner;
    const tab = await started.browser.newPage();
    await tab.setViewport({ width: 1200, height: 800 });
    await tab.goto(`${peerSite.origin}/${name}.html${values.markdown ? '?markdown' : ''}`);
    const found = { open: await openFile(tab, file, '() => window.bench.shown()') };
    await frame(tab)();
    found.memory = await memory(started.browser, tab);
    // The mouse rests over the text, as a hand leaves it; in ours too. The browser asks anew what lies under it when something moved.
    await tab.mouse.click(300, 400);
    for (const [place, share] of [['start', 0], ['middle', 0.5], ['end', 1]]) {
        await tab.evaluate((share) => window.bench.go(share), share);
        await frame(tab)();
        found[place] = await measureAt(tab);
    }
    await tab.evaluate(() => window.bench.go(0));
    found.scroll = await scrollThrough(tab, 300, 400, await tab.evaluate(() => window.bench.height()));
    if (pastes) found.paste = await pasteMegabyte(tab);
    await session.close();
    return found;
}

async function measureOurs(file, height, pastes) {
    const session = await Session.make(site, await launch('chromium', { args: ['--disable-smooth-scrolling'] }));
    const desk = await session.open();
    await desk.button('New series').click();
    // A page at rest, as the peers' is: who chooses a file has let the moment pass in which the series is stored.
    await desk.saved();
    await desk.still();
    const found = { open: await openFile(desk.tab, file, '() => (window.__dajim.text(0)?.value.length ?? 0) > 10') };
    await until(() => desk.textbox('Resolution').info(), 'the page is there', 60000);
    await desk.saved(60000);
    await desk.still();
    found.memory = await memory(session.browser, desk.tab);
    const { box } = await desk.textbox('Resolution').there();
    const x = box.x + box.width / 2, y = 400;
    await desk.textbox('Resolution').focus();
    for (const place of ['start', 'middle', 'end']) {
        if (place !== 'middle') await desk.key(place === 'start' ? 'Control+Home' : 'Control+End');
        if (place === 'middle') {
            await desk.tab.mouse.move(x, y);
            const cdp = await desk.tab.createCDPSession();
            await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY: height / 2 });
            await desk.still();
            await desk.tab.mouse.click(x, y);
        }
        await desk.still();
        found[place] = await measureAt(desk.tab);
    }
    await desk.key('Control+Home');
    await desk.still();
    found.scroll = await scrollThrough(desk.tab, x, y, height);
    if (pastes) found.paste = await pasteMegabyte(desk.tab);
    await session.close();
    return found;
}

const table = {};
try {
    for (const size of values.sizes.split(',')) {
        const all = {};
        for (const editor of values.editors.split(',')) {
            const file = path.join(folder, `${size}.md`);
            console.error(`${size} in ${editor}`);
            // About what a textarea needs for it, where none was measured: a place somewhere in the middle is all that is wanted.
            const height = Buffer.byteLength(documents[size]) * 0.29, pastes = size === '1KB';
            all[editor] = editor === 'dajim' ? await measureOurs(file, height, pastes) : await measurePeer(editor, file, pastes);
        }
        const rows = {
            'open, ms': (one) => one.open,
            'memory, MB': (one) => one.memory,
            ...Object.fromEntries(['start', 'middle', 'end'].flatMap((place) => [
                [`key at ${place}, ms`, (one) => median(one[place].all)], ['… cpu', (one) => median(one[place].cpu)],
                ['… p99', (one) => rank(one[place].all, 0.99)], ['… its own', (one) => median(one[place].own)],
            ].map(([name, read]) => [name.startsWith('…') ? `${name} (${place})` : name, read]))),
            ...size === '1KB' && { '1 MB pasted, ms': (one) => one.paste },
            'scroll, ms': (one) => median(one.scroll.all), '… p99 (scroll)': (one) => rank(one.scroll.all, 0.99),
        };
        for (const [name, read] of Object.entries(rows)) {
            const line = table[`${size}: ${name}`] = {};
            for (const [editor, found] of Object.entries(all)) line[editor] = read(found).toFixed(read(found) < 100 ? 1 : 0);
            for (const peer of ['textarea', 'codemirror']) {
                if (all.dajim && all[peer]) line[`× ${peer}`] = (read(all.dajim) / read(all[peer])).toFixed(2);
            }
        }
    }
} finally {
    await closeAll();
    await site.stop();
    await peerSite.stop();
    console.table(table);
}
