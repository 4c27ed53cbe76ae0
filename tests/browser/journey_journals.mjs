// Several journals in one browser: a stranger's file becomes one of its own, an empty one is begun, and no two of them ever meet.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { filed } from './keeping.mjs';
import { makePair, notice, shelf } from './steps.mjs';

/** Does what leads to another page, and waits until that can be used. Answers the journal that it names, null for the first one. */
async function goes(desk, deed) {
    const before = desk.tab.url();
    desk.late = false;
    await deed();
    await until(() => desk.tab.url() !== before, 'another page is gone to');
    await until(() => desk.tab.evaluate(() => document.readyState === 'complete'), 'it has loaded');
    await desk.ready();
    return new URL(desk.tab.url()).searchParams.get('journal');
}

const others = (desk) => desk.button(/^(Other journals…|다른 기록장…)$/).activate();
/** To the journal that is called so, by the list. */
const switchTo = (desk, name) => goes(desk, async () => {
    await others(desk);
    await desk.control('listitem', name).activate();
});

/** A journal's file as somebody else exported it. */
async function theirs(t, left = '남의 다짐', right = '남의 회고') {
    const other = await (await t.stranger()).open();
    await makePair(other, left, right);
    const { bytes } = await other.download(() => other.button('Export').activate());
    await other.close();
    const file = path.join(await t.folder('files'), 'theirs.dajim.json');
    await fs.writeFile(file, bytes);
    return { file, bytes };
}

/** Names of what this origin keeps. */
const databases = (desk) => desk.tab.evaluate(async () => (await indexedDB.databases()).map((one) => one.name).sort());
/** Names of the files that wait for their journals. */
const waiting = (desk) => desk.tab.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('dajim-journals');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
        const db = request.result, all = db.transaction('files').objectStore('files').getAll();
        all.onsuccess = () => { db.close(); resolve(all.result.map((one) => one.name)); };
    };
}));

test('a file that is looked at becomes a journal of its own, and one’s own stays as it is', { limit: 150000 }, async (t) => {
    const { file } = await theirs(t);
    const own = t.page;
    await makePair(own, '내 다짐');
    await own.saved();
    const names = await databases(own);
    const apart = await t.session.open('?lang=en&look=');
    await apart.pick(file);
    await apart.hasText('Resolution', '남의 다짐');
    const id = await goes(apart, () => apart.button('Keep as a journal of its own').activate());
    assert.match(id, /^[a-z0-9]{1,24}$/);
    assert.equal(new URL(apart.tab.url()).searchParams.get('lang'), 'en');
    await apart.hasText('Resolution', '남의 다짐');
    await apart.hasText('Retrospective', '남의 회고');
    await apart.heading('theirs').there();
    assert.equal(await apart.tab.title(), 'theirs · Dajim');
    await apart.saved();
    await until(async () => (await waiting(apart)).length === 0, 'the file has gone from its place');

    // Both write: neither has the other's pen, and neither hears of the other's words.
    await apart.writeAtEnd('Resolution');
    await apart.type(' 곁에');
    await apart.saved();
    await own.tab.bringToFront();
    await own.writeAtEnd('Resolution');
    await own.type(' 그대로');
    await own.saved();
    await own.reload();
    await own.hasText('Resolution', '내 다짐 그대로');
    assert.equal((await shelf(own)).filter((name) => /^2/.test(name)).length, 1, 'nothing has come in');
    assert.equal(await own.heading('theirs').info(), null);
    await apart.tab.bringToFront();
    await apart.reload();
    await apart.hasText('Resolution', '남의 다짐 곁에');
    assert.equal((await shelf(apart)).filter((name) => /^2/.test(name)).length, 1, 'it has come in once');
    const now = await databases(own);
    assert.deepEqual(names.filter((name) => !now.includes(name)), [], 'the first one’s names are what they were');
    for (const name of ['/dajim', 'dajim-wal']) assert.ok(now.includes(`${name}.${id}`), `${name} of its own (${now})`);

    // What is no name of a journal says nothing.
    await apart.go('?lang=en&journal=../dajim');
    await apart.alert(/This journal is open in another window/).there();
    await apart.hasText('Resolution', '내 다짐 그대로');
});

test('an empty journal is begun, and one press leads from each to each, in both languages', { limit: 150000 }, async (t) => {
    const { page } = t;
    await makePair(page, '내 다짐');
    await others(page);
    await page.control('listitem', 'My journal').focused();
    assert.equal((await page.control('listitem').all()).length, 1);
    const id = await goes(page, () => page.button('Begin an empty one').activate());
    await page.heading(/^Journal of \d{4}-\d\d-\d\d$/).there();
    await makePair(page, '다른 다짐');
    await page.writeAtEnd('Resolution');
    await page.type(' 곧');   // what was typed last is saved before the window goes
    assert.equal(await switchTo(page, 'My journal'), null);
    await page.hasText('Resolution', '내 다짐');
    assert.equal(await page.heading(/^Journal of/).info(), null);
    assert.equal(await switchTo(page, /^Journal of/), id);
    await page.hasText('Resolution', '다른 다짐 곧');

    const second = await t.session.open(`?lang=ko&journal=${id}`);
    await second.alert(/다른 창/).there();
    await second.hasText('다짐', '다른 다짐 곧');
    await page.tab.bringToFront();
    await page.writeAtEnd('Resolution');
    await page.type('!');
    await page.saved();
    await second.tab.bringToFront();
    await second.hasText('다짐', '다른 다짐 곧!');   // it reads along
    await others(second);
    await second.control('listitem', '내 기록장').there();
    const rows = await second.control('listitem').all();
    assert.deepEqual(rows.map((row) => row.name.replace(/\d{4}-\d\d-\d\d/, 'DAY')), ['내 기록장', 'Journal of DAY']);
    assert.equal(rows[1].description, '지금 열려 있다');
    await second.key('Escape');
    await second.control('dialog').gone();
});

test('what comes between the making of a journal and the saving of its words loses nothing', { open: false, limit: 150000 }, async (t) => {
    t.allow(/no room for the test/);
    const { bytes } = await theirs(t);
    const own = await t.session.open();
    await makePair(own, '내 다짐');
    await own.saved();
    // As it lies there when the window that made it is killed right after.
    await others(own);
    await own.control('listitem', 'My journal').there();
    await own.key('Escape');
    await own.control('dialog').gone();
    await own.tab.evaluate((base64) => new Promise((resolve, reject) => {
        const request = indexedDB.open('dajim-journals');
        request.onsuccess = () => {
            const db = request.result, both = db.transaction(['journals', 'files'], 'readwrite');
            both.objectStore('journals').add({ name: 'theirs', made: '2026-11-22 12:00' }, 'abc');
            both.objectStore('files').add({ name: 'theirs.dajim.json', bytes: Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) }, 'abc');
            both.oncomplete = () => { db.close(); resolve(); };
            both.onabort = () => reject(both.error);
        };
    }), Buffer.from(bytes).toString('base64'));
    // It is gone to where records cannot be kept: the words are shown, and their file stays where it is.
    const full = await t.session.open('?lang=en&journal=abc', { before: (tab) => tab.evaluateOnNewDocument(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (value, key) {
            if (this.name === 'records') throw new DOMException('no room for the test', 'QuotaExceededError');
            return put.apply(this, arguments);
        };
    }) });
    await full.hasText('Resolution', '남의 다짐');
    await full.status(/no room/).there(30000);
    assert.deepEqual(await waiting(full), ['theirs.dajim.json']);
    await others(full);
    await full.control('listitem', 'My journal').activate();
    await notice(full, /not saved yet/);
    await full.close();

    const again = await t.session.open('?lang=en&journal=abc');
    await again.hasText('Resolution', '남의 다짐');
    await again.hasText('Retrospective', '남의 회고');
    await again.saved();
    await until(async () => (await waiting(again)).length === 0, 'the file has gone from its place');
    await again.reload();
    await again.hasText('Resolution', '남의 다짐');
    assert.equal((await shelf(again)).filter((name) => /^2/.test(name)).length, 1, 'it has come in once');
    await own.tab.bringToFront();
    await own.hasText('Resolution', '내 다짐');
});

test('a program that dies in a separate journal shows and gives the words of that one', { open: false, limit: 120000 }, async (t) => {
    t.allow(/RuntimeError|unreachable|Aborted/i);
    const own = await t.session.open();
    await makePair(own, '내 다짐');
    await own.saved();
    const apart = await t.session.open('?lang=en&journal=abc');
    await makePair(apart, '다른 다짐');
    await apart.saved();
    await filed(own, '내 다짐');
    const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    await apart.tab.evaluate(async (trap) => {
        const { instance } = await WebAssembly.instantiate(new Uint8Array(trap));
        Crypto.prototype.getRandomValues = instance.exports.f;
    }, trap);
    await apart.button('New pair').activate();
    const shown = () => apart.tab.evaluate(() => [...document.querySelectorAll('#shell-message textarea')].map((one) => one.value));
    await until(async () => (await shown()).length > 0, 'the words are shown');
    assert.deepEqual(await shown(), ['다른 다짐']);
    const { bytes } = await apart.download(() => apart.tab.evaluate(() =>
        [...document.querySelectorAll('#shell-message button')].find((one) => one.textContent === 'Download my journal').click()));
    assert.ok(String(bytes).includes('다른 다짐'));
    assert.ok(!String(bytes).includes('내 다짐'));
});

test('a separate journal starts without a network', { site: 'own', limit: 120000 }, async (t) => {
    const { page } = t;
    await makePair(page, '내 다짐');
    await page.saved();
    await page.go('?lang=en&journal=train');
    await makePair(page, '그물 없이');
    await page.saved();
    await t.site.stop();
    if (t.chromium) await page.tab.setOfflineMode(true);
    await page.reload();
    await page.hasText('Resolution', '그물 없이');
    await switchTo(page, 'My journal');
    await page.hasText('Resolution', '내 다짐');
    await switchTo(page, 'train');   // nobody made it by hand, and it is listed all the same
    await page.hasText('Resolution', '그물 없이');
});

test('where the list of journals does not open, it is said, and writing goes on', { open: false }, async (t) => {
    const desk = await t.session.open('?lang=en&journal=abc', { before: (tab) => tab.evaluateOnNewDocument(() => {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (name) {
            if (name === 'dajim-journals') throw new DOMException('not for the test', 'InvalidStateError');
            return open.apply(this, arguments);
        };
    }) });
    await makePair(desk, '그래도 쓴다');
    await desk.saved();
    await desk.heading('A separate journal').there();
    await others(desk);
    await desk.text(/This browser can keep no other journals/).there();
    assert.equal(await desk.button('Begin an empty one').info(), null);
    assert.equal(await goes(desk, () => desk.control('listitem', 'My journal').activate()), null);
    await desk.heading(/side by side/).there();
});
