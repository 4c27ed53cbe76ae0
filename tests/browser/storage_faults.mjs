// Storage that is missing, silent, broken or of the wrong time: no word is lost, and what is wrong is said.
import { assert, test } from './harness.mjs';
import { begin, exported, filed, kept, spoil, twoPairs } from './keeping.mjs';

const missing = /offers no storage here/, silent = /Storage does not answer/;

/** Opens the page of this test with `prepare` run in every document before anything else. */
const open = (t, prepare, ...facts) => t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(prepare, ...facts) });

const stubs = {
    'indexedDB is not there': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    'indexedDB.open throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError'); }; },
    'indexedDB.open is refused': () => {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function () {
            const request = open.call(this, 'nothing', 1);
            request.addEventListener('upgradeneeded', (e) => { e.stopImmediatePropagation(); request.transaction.abort(); });
            Object.defineProperty(request, 'error', { value: new DOMException('not allowed', 'SecurityError') });
            return request;
        };
    },
};
for (const [name, stub] of Object.entries(stubs)) {
    test(`row 17: ${name}: said, and one writes in memory`, { open: false }, async (t) => {
        const desk = await open(t, stub);
        await desk.status(missing).there();
        await begin(desk);
        await desk.type('파일로만 남는 글');
        await desk.hasText('Resolution', '파일로만 남는 글');
        await desk.status(missing).there();
        assert.ok((await exported(desk)).includes('파일로만 남는 글'));
        await desk.key('Control+z');
        await desk.key('Control+Shift+z');
        await desk.hasText('Resolution', '파일로만 남는 글');
    });
}

test('row 18: the database does not answer at first', { open: false }, async (t) => {
    const first = await begin(await t.session.open());
    await first.type('그대로 있을 글');
    await first.saved();
    await filed(first, '그대로 있을 글');
    await first.close();
    const desk = await t.session.open('?lang=en', { ready: false, before: (tab) => tab.evaluateOnNewDocument(() => {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = () => ({});
        window.testAnswer = () => { IDBFactory.prototype.open = open; };
    }) });
    await desk.status(silent).there(30000);
    // What is kept may still come: nothing may be begun that would stand in its way.
    for (const name of ['Begin a pair', 'New pair']) assert.ok((await desk.button(name).info())?.disabled !== false);
    await desk.tab.evaluate(() => window.testAnswer());
    await desk.textbox('Resolution').there(90000);
    await desk.hasText('Resolution', '그대로 있을 글');
    await desk.writeAtEnd('Resolution');
    await desk.type('. 이어서');
    await desk.saved();
});

const fileOf = async (desk, words) => Object.entries((await kept(desk)).files).find(([path, text]) => path.includes('/pairs/') && text.includes(words))[0];

const damages = {
    'row 25: one bit of a pair is another': 'const at = entry.contents.length >> 1; entry.contents = entry.contents.slice(); entry.contents[at] ^= 1; return entry;',
    'row 25: a pair\'s file is cut': 'entry.contents = entry.contents.slice(0, -40); return entry;',
    'row 25: a pair\'s file is empty': 'entry.contents = new Uint8Array(0); return entry;',
    'row 24: a pair\'s record is no file': 'return { timestamp: entry.timestamp, foo: 1 };',
};
for (const [name, damage] of Object.entries(damages)) {
    test(`${name}: the rest opens, it is said, nothing is deleted`, { open: false }, async (t) => {
        let desk = await twoPairs(t);
        const path = await fileOf(desk, '둘째 쌍의 글');
        await desk.tab.goto('about:blank');
        await desk.close();
        const bare = await t.session.open('schema/dajim-1.json', { ready: false });
        t.allow(/favicon|Failed to load resource/);
        await spoil(bare, path, damage);
        const spoilt = await kept(bare);
        const values = (all) => JSON.parse(all).files.map(([, value]) => JSON.stringify(value?.was ?? value?.contents ?? value));
        desk = await t.session.open();
        await desk.alert(/damaged/).there();
        // The pair that was open last is the one that cannot be read: its neighbour is open instead.
        await desk.hasText('Resolution', '첫째 쌍의 글');
        await desk.writeAtEnd('Resolution');
        await desk.type('. 더 쓴다');
        await desk.saved();
        await filed(desk, '첫째 쌍의 글. 더 쓴다');
        // What was there when it was found damaged is still there, aside.
        const wanted = JSON.parse(spoilt.all).files.find(([key]) => key === path)[1];
        const now = values((await kept(desk)).all);
        if (wanted.contents !== '') assert.ok(now.includes(JSON.stringify(wanted.contents ?? wanted)), 'the damaged bytes are kept');
        await desk.reload();
        await desk.hasText('Resolution', '첫째 쌍의 글. 더 쓴다');
    });
}

test('row 24: the index is damaged: every pair opens', { open: false }, async (t) => {
    let desk = await twoPairs(t);
    await desk.close();
    const bare = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await spoil(bare, '/dajim/index.json', 'entry.contents = entry.contents.slice(0, entry.contents.length >> 1); return entry;');
    desk = await t.session.open();
    await desk.alert(/damaged/).there();
    const found = new Set();
    for (let i = 0; i < 2; i++) {
        found.add(await desk.wholeText('Resolution'));
        await desk.key('Alt+PageUp');
        await desk.still();
        await desk.key('Alt+PageDown', i);
    }
    await desk.key('Alt+PageUp');
    found.add(await desk.wholeText('Resolution'));
    await desk.key('Alt+PageDown');
    found.add(await desk.wholeText('Resolution'));
    assert.deepEqual([...found].sort(), ['둘째 쌍의 글', '첫째 쌍의 글']);
});

const clocks = {
    'row 28: the clock stands still': () => {
        const now = 1700000000000;
        window.Date = class extends Date { constructor(...all) { super(...(all.length ? all : [now])); } static now() { return now; } };
    },
    'row 26: the clock is an hour back': () => {
        const real = Date.now.bind(Date);
        let shift = 0;
        window.testBack = () => { shift = -3600000; };
        window.Date = class extends Date { constructor(...all) { super(...(all.length ? all : [real() + shift])); } static now() { return real() + shift; } };
    },
    'row 26: the clock is ten years ahead, then right again': () => {
        const real = Date.now.bind(Date);
        let shift = 3e11;
        window.testBack = () => { shift = 0; };
        window.Date = class extends Date { constructor(...all) { super(...(all.length ? all : [real() + shift])); } static now() { return real() + shift; } };
    },
};
for (const [name, clock] of Object.entries(clocks)) {
    test(`${name}: saves go on`, { open: false }, async (t) => {
        const desk = await begin(await open(t, clock));
        let text = '';
        for (const word of ['하나 ', '둘 ', '셋 ']) {
            await desk.writeAtEnd('Resolution');
            await desk.type(word);
            text += word;
            await desk.saved();
            await filed(desk, text);
            await desk.tab.evaluate(() => window.testBack?.());
        }
        await desk.close();
        const again = await t.session.open();
        await again.hasText('Resolution', text);
        await again.writeAtEnd('Resolution');
        await again.type('넷');
        await again.saved();
        await filed(again, text + '넷');
        await again.reload();
        await again.hasText('Resolution', text + '넷');
    });
}

test('row 27: resistFingerprinting: letters are legible, twenty quick saves are kept', {
    browsers: ['firefox'], launch: { prefs: { 'privacy.resistFingerprinting': true } }, limit: 180000,
}, async (t) => {
    const desk = await begin(t.page);
    await desk.type('하나 ');
    const caret = await desk.caret();
    const { box } = await desk.textbox('Resolution').info();
    await desk.key('Control+Home');
    const start = await desk.caret();
    await desk.key('Control+End');
    const picture = await desk.picture({ x: start.x - 1, y: start.y, width: caret.x - start.x, height: start.height });
    const counts = new Map();
    for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) {
        const [r, g, b] = picture.at(x, y);
        const shade = r + g + b < 300 ? 'ink' : r + g + b > 600 ? 'paper' : 'between';
        counts.set(shade, (counts.get(shade) ?? 0) + 1);
    }
    const part = (shade) => (counts.get(shade) ?? 0) / (picture.width * picture.height);
    assert.ok(part('ink') > 0.03 && part('ink') < 0.5 && part('paper') > 0.4, `ink on paper: ${JSON.stringify([...counts])} in ${JSON.stringify(box)}`);
    let text = '하나 ';
    for (let i = 0; i < 20; i++) {
        await desk.type(String(i % 10));
        await desk.key('Control+s');
        text += String(i % 10);
    }
    await desk.saved();
    await filed(desk, text);
    await desk.reload();
    await desk.hasText('Resolution', text);
});

test('row 23: the connection is closed from outside', { open: false }, async (t) => {
    const desk = await begin(await open(t, () => {
        const all = window.testConnections = [], open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...facts) {
            const request = open.apply(this, facts);
            request.addEventListener('success', () => all.push(request.result));
            return request;
        };
    }));
    await desk.type('하나 ');
    await desk.saved();
    await desk.tab.evaluate(() => window.testConnections.forEach((db) => db.close()));
    await desk.type('둘');
    await desk.saved(60000);
    await filed(desk, '하나 둘');
    await desk.reload();
    await desk.hasText('Resolution', '하나 둘');
});

test('row 19: another page opens a higher version of the database', { open: false }, async (t) => {
    const desk = await begin(await t.session.open());
    await desk.type('하나 ');
    await desk.saved();
    await filed(desk, '하나 ');
    // A later Dajim, as it were: the one that is open lets go of its connection, says what is wrong and keeps its words.
    await desk.tab.evaluate(() => new Promise((resolve, reject) => {
        const request = indexedDB.open('dajim-wal', 99);
        request.onsuccess = () => { request.result.close(); resolve(); };
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('blocked'));
    }));
    await desk.type('둘');
    await desk.status(silent).there(30000);
    await desk.hasText('Resolution', '하나 둘');
    assert.ok((await exported(desk)).includes('하나 둘'));
});

test('row 47: halves of letters are mended where they come in, and saved', async (t) => {
    await begin(t.page);
    await t.page.tab.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '앞' + String.fromCharCode(0xd83c) + '뒤' + String.fromCharCode(0xdf31) + '끝');
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        document.activeElement.dispatchEvent(event);
    });
    const text = await t.page.wholeText('Resolution');
    assert.match(text, /^앞\ufffd+뒤\ufffd+끝$/);
    await t.page.saved();
    await filed(t.page, '끝');
    assert.ok((await exported(t.page)).includes(text));
    await t.page.reload();
    await t.page.hasText('Resolution', text);
});
