// Storage that is missing, silent, broken or of the wrong time: no word is lost, and what is wrong is said.
import { assert, test, until } from './harness.mjs';
import { begin, exported, filed, kept, spoil, watchAcknowledged } from './keeping.mjs';

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

/** Fails the n-th put of this document: it throws, its transaction is aborted, or all from there on fail. */
function failPut(n, how) {
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    window.testPuts = () => count;
    window.testHeal = () => { n = Infinity; };
    IDBObjectStore.prototype.put = function () {
        count++;
        if (how === 'on' ? count < n : count !== n) return put.apply(this, arguments);
        if (how === 'abort') {
            const request = put.apply(this, arguments), { transaction } = this;
            request.addEventListener('success', () => {
                try { transaction.abort(); } catch { /* committed already */ }
            });
            return request;
        }
        throw new DOMException('the test lets it fail', 'UnknownError');
    };
}

/** Opens the page with a put that fails, and with acknowledgements told. */
const openFailing = (t, ...facts) => t.session.open('?lang=en', { before: async (tab) => {
    await tab.evaluateOnNewDocument(failPut, ...facts);
    await tab.evaluateOnNewDocument(watchAcknowledged);
} });

for (const how of ['once', 'abort']) {
    test(`row 22: the n-th put fails (${how}), for all n of a session`, { open: false, limit: 400000 }, async (t) => {
        t.allow(/the test lets it fail|AbortError/);
        let text = '';
        for (let n = 1; ; n++) {
            const desk = await openFailing(t, n, how);
            if (n === 1) await begin(desk);
            else assert.equal(await desk.wholeText('Resolution'), text, `after the failure of put ${n - 1}`);
            await desk.writeAtEnd('Resolution');
            await desk.type(`${n} `);
            await desk.saved(60000);
            await filed(desk, text + `${n} `);
            text += `${n} `;
            const done = await desk.tab.evaluate(() => window.testPuts()) < n;
            await desk.close();
            if (done) break;
            assert.ok(n < 40, 'a session has so few puts');
        }
        const desk = await t.session.open();
        await desk.hasText('Resolution', text);
        assert.equal((await desk.alert().all()).length, 0, 'nothing is damaged');
    });
}

test('row 22: from the n-th put on all fail: what was acknowledged is there', { open: false, limit: 400000 }, async (t) => {
    t.allow(/the test lets it fail|AbortError/);
    let text = '';
    for (let n = 1; n <= 9; n++) {
        const desk = await openFailing(t, n, 'on');
        if (n === 1) {
            await until(async () => (await desk.button('Begin a pair').info())?.disabled === false, 'the page can be used', 30000);
            await begin(desk);
        } else {
            await desk.textbox('Resolution').there(30000);
            assert.ok((await desk.wholeText('Resolution')).startsWith(text), `after put ${n - 1} and all that followed failed`);
        }
        await desk.writeAtEnd('Resolution');
        text = await desk.wholeText('Resolution');
        await desk.key('End');
        await desk.type(`${n} `);
        await until(async () => await desk.tab.evaluate(() => window.testPuts()) >= n || (await desk.status('Saved').info()), 'storage was tried');
        await desk.key('End');
        await desk.type('그리고 ');
        // The words stay, whatever became of them below.
        assert.ok((await desk.wholeText('Resolution')).startsWith(`${text}${n} 그리고 `));
        if (n === 1) {
            // Nothing could be kept at all: let it work again, so that the next rounds have something to lose.
            await desk.status(/Saving failed/).there();
            await desk.tab.evaluate(() => window.testHeal());
            await desk.saved(90000);
            text = await desk.wholeText('Resolution');
        } else {
            text = (await desk.tab.evaluate(() => window.testAcknowledged)) || text;
        }
        await desk.close();
    }
    const desk = await t.session.open();
    assert.ok((await desk.wholeText('Resolution')).startsWith(text));
});

/** Two pairs with words, in files. */
async function twoPairs(t) {
    const desk = await begin(await t.session.open());
    await desk.type('첫째 쌍의 글');
    await begin(desk);
    await desk.type('둘째 쌍의 글');
    await desk.saved();
    await filed(desk, '첫째 쌍의 글');
    await filed(desk, '둘째 쌍의 글');
    return desk;
}
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

test('row 20: storage is emptied while one writes: all words are written back', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await twoPairs(t);
    const cdp = await desk.tab.createCDPSession();
    await cdp.send('Storage.clearDataForOrigin', { origin: t.site.origin, storageTypes: 'indexeddb' });
    await desk.type(', 그리고 더');
    await until(async () => {
        const files = Object.values((await kept(desk)).files);
        return ['첫째 쌍의 글', '둘째 쌍의 글, 그리고 더'].every((words) => files.some((one) => one.includes(words)));
    }, 'both pairs are in files again', 60000);
    await desk.saved();
    await desk.reload();
    await desk.hasText('Resolution', '둘째 쌍의 글, 그리고 더');
    await desk.key('Alt+PageUp');
    await desk.hasText('Resolution', '첫째 쌍의 글');
    assert.equal((await desk.alert().all()).length, 0, 'nothing is damaged');
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

test('row 21: site data is cleared while nothing is open: it is said, and what to do', { browsers: ['chromium'], open: false }, async (t) => {
    t.allow(/favicon|Failed to load resource/);
    const desk = await begin(await t.session.open());
    await desk.type('여기 있던 글');
    await desk.saved();
    const file = Buffer.from(await exported(desk));
    await desk.close();
    const bare = await t.session.open('schema/dajim-1.json', { ready: false });
    const cdp = await bare.tab.createCDPSession();
    await cdp.send('Storage.clearDataForOrigin', { origin: t.site.origin, storageTypes: 'indexeddb' });
    const again = await t.session.open();
    await again.alert(/journal that was kept in this browser is gone/).there();
    await again.drop({ name: 'mine.dajim.json', bytes: file }, 400, 400);
    await again.hasText('Resolution', '여기 있던 글');
    await again.saved();
    await again.reload();
    await again.hasText('Resolution', '여기 있던 글');
    assert.equal((await again.alert().all()).length, 0);
});

test('row 21: a first visit is told nothing of the kind', async (t) => {
    await t.page.button('Begin a pair').there();
    assert.equal((await t.page.alert().all()).length, 0);
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
