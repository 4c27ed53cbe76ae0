// Versions of a page: kept at pauses and before anything large, looked at, compared, restored, and never in the way of writing.
import { assert, test, until } from './harness.mjs';
import { filed, kept, spoil } from './keeping.mjs';
import { makePair, notice, tabTo } from './steps.mjs';

/** A page whose clock that only rises can be put on by minutes: window.testLater. */
const open = (t) => t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(() => {
    const now = performance.now.bind(performance);
    let later = 0;
    performance.now = () => now() + later;
    window.testLater = (minutes) => { later += minutes * 60000; };
}) });
const later = (desk, minutes) => desk.tab.evaluate((minutes) => window.testLater(minutes), minutes);

/** All texts that are kept as versions, in their order; null while there is no such database. */
function texts(desk) {
    return desk.tab.evaluate(() => new Promise((resolve) => {
        const request = indexedDB.open('dajim-versions');
        request.onupgradeneeded = () => request.transaction.abort();
        request.onerror = (event) => { event.preventDefault(); resolve(null); };
        request.onsuccess = () => {
            const db = request.result, all = db.transaction('texts').objectStore('texts').getAll();
            all.onsuccess = () => { db.close(); resolve(all.result.map((bytes) => new TextDecoder().decode(bytes))); };
        };
    }));
}
const holds = (desk, words) => until(async () => (await texts(desk))?.includes(words),
                                     async () => `a version is ${JSON.stringify(words)} (there are ${JSON.stringify(await texts(desk))})`);

/** Goes on writing where somebody stands, some minutes later, and rests. */
async function writesOn(desk, words, whole) {
    await later(desk, 6);
    await desk.type(words);
    await holds(desk, whole);
}

const versionsOf = (desk, page) => desk.button(`Versions of the ${page}`);
const rows = (desk) => desk.control('listitem', /^\d\d:\d\d$/);

/** Two versions of a resolution, which is then emptied but for a word. */
async function written(t) {
    const desk = await open(t);
    await makePair(desk, '아침마다 한 줄', '');
    await holds(desk, '아침마다 한 줄');
    await desk.writeAtEnd('Resolution');
    await writesOn(desk, ' 쓴다', '아침마다 한 줄 쓴다');
    await desk.key('Control+a');
    await desk.type('x');
    await desk.saved();
    return desk;
}

test('a page’s versions are listed, read in its place, compared, restored, and the restoring is undone; they are there after a reload', { open: false }, async (t) => {
    const desk = await written(t);
    await desk.reload();
    await versionsOf(desk, 'resolution').click();
    await desk.heading('Today').there();
    await until(async () => (await rows(desk).all()).length === 2, 'two versions are listed');
    const [newest, oldest] = await rows(desk).all();
    assert.match(newest.description, /^At a pause · 7 characters more than now$/);
    assert.match(oldest.description, /^At a pause · 5 characters more than now$/);
    await rows(desk).click();
    const reading = desk.textbox(/^Resolution: today \d\d:\d\d$/);
    await reading.focused();
    assert.equal((await reading.info()).readOnly, true);
    const name = (await reading.info()).name;
    await desk.type('y');
    await desk.hasText(name, '아침마다 한 줄 쓴다');
    await desk.control('switch', 'What changed').click();
    await desk.text('1 added, 1 removed').there();
    await desk.textbox(/^Resolution: today \d\d:\d\d, what changed$/i).there();
    await desk.button('Restore this').click();
    await notice(desk, /^Restored as it was: today \d\d:\d\d$/);
    await reading.gone();
    await desk.hasText('Resolution', '아침마다 한 줄 쓴다');
    await desk.button('Take back').click();
    await desk.hasText('Resolution', 'x');
    await versionsOf(desk, 'resolution').click();
    await desk.control('group', 'notice').gone();
    await until(async () => (await rows(desk).all()).some((one) => one.description === 'Before a restore · the same as now'), 'what was there before is a version');
});

test('keys alone: a version is found, read and left again', { open: false }, async (t) => {
    const desk = await written(t);
    await desk.textbox('Resolution').focus();
    await desk.key('Escape');
    await tabTo(desk, versionsOf(desk, 'resolution'));
    await desk.key('Enter');
    await rows(desk).focused();
    await desk.key('ArrowDown');
    await rows(desk).nth(1).focused();
    await desk.key('Enter');
    const reading = desk.textbox(/^Resolution: today/);
    await reading.focused();
    await desk.hasText((await reading.info()).name, '아침마다 한 줄');
    await desk.key('Escape');
    await desk.textbox('Resolution').focused();
    await desk.hasText('Resolution', 'x');
    await tabTo(desk, versionsOf(desk, 'retrospective'));
    await desk.key('Enter');
    await desk.text(/^There are none yet/).there();
    await desk.key('Escape');
    await versionsOf(desk, 'retrospective').focused();
});

test('before an import what was written last is kept, and in a narrow window it is read in the one page there is', { open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '', '첫 글');
    await holds(desk, '첫 글');
    await desk.writeAtEnd('Retrospective');
    await desk.type(' 둘째');   // within five minutes: not kept by itself
    await desk.drop({ name: '2024-01-02-other.md', bytes: '# 다른 글\n' }, 400, 400);
    await notice(desk, /Imported|new pair/);
    await holds(desk, '첫 글 둘째');
    await desk.tab.setViewport({ width: 380, height: 760 });
    await desk.tabButton('Retrospective').click();
    await versionsOf(desk, 'retrospective').click();
    assert.match((await rows(desk).there()).description, /^Before an import/);
    await rows(desk).nth(1).click();
    const reading = desk.textbox(/^Retrospective: today/);
    await reading.focused();
    await desk.hasText((await reading.info()).name, '첫 글');
    await desk.button('Back').click();
    await reading.gone();
    await desk.hasText('Retrospective', '첫 글 둘째');
});

test('a second window looks at versions and restores none', { open: false }, async (t) => {
    const desk = await written(t);
    const second = await open(t);
    await second.alert(/This journal is open in another window/).there();
    await versionsOf(second, 'resolution').click();
    await rows(second).click();
    const reading = second.textbox(/^Resolution: today/);
    await second.hasText((await reading.there()).name, '아침마다 한 줄 쓴다');
    assert.equal((await second.button('Restore this').there()).disabled, true);
    await second.close();
    await desk.tab.bringToFront();
    await desk.hasText('Resolution', 'x');
});

test('row 25: a pair whose file is damaged is back as its last version', { open: false }, async (t) => {
    let desk = await open(t);
    await makePair(desk, '아침마다 한 줄', '저녁에 돌아본다');
    await holds(desk, '아침마다 한 줄');
    await holds(desk, '저녁에 돌아본다');
    await filed(desk, '저녁에 돌아본다');
    await desk.tab.goto('about:blank');
    await desk.close();
    const bare = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    for (const name of Object.keys((await kept(bare)).files).filter((one) => one.includes('/pairs/'))) {
        await spoil(bare, name, 'entry.contents = entry.contents.slice(0, 40); return entry;');
    }
    desk = await open(t);
    await notice(desk, /damaged.*back as their last versions: 1/);
    await desk.hasText('Resolution', '아침마다 한 줄');
    await desk.hasText('Retrospective', '저녁에 돌아본다');
    assert.match(await desk.wholeText('Pair name'), /^Recovered pair$/);
    await desk.saved();
    await desk.reload();
    await desk.hasText('Resolution', '아침마다 한 줄');
});

test('row 23: the versions’ database is deleted under the page: nothing is disturbed, and later ones are kept', { open: false }, async (t) => {
    const desk = await written(t);
    await desk.tab.evaluate(() => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('dajim-versions');
        request.onsuccess = resolve;
        request.onerror = reject;
    }));
    await desk.writeAtEnd('Resolution');
    await writesOn(desk, 'yz', 'xyz');
    await desk.saved();
    assert.deepEqual(await texts(desk), ['xyz']);
    assert.equal((await desk.alert().all()).length, 0, 'nothing is wrong');
    await versionsOf(desk, 'resolution').click();
    await rows(desk).there();
    await desk.key('Escape');
    await desk.reload();
    await desk.hasText('Resolution', 'xyz');
});

test('row 22: versions that cannot be put disturb nothing, and are kept once they can be', { open: false }, async (t) => {
    const desk = await open(t);
    await desk.tab.evaluate(() => {
        const add = IDBObjectStore.prototype.add;
        window.testHeal = () => { IDBObjectStore.prototype.add = add; };
        IDBObjectStore.prototype.add = function () { throw new DOMException('the test lets it fail', 'QuotaExceededError'); };
    });
    await makePair(desk, '한 줄', '');
    await desk.saved();
    await later(desk, 6);
    await desk.writeAtEnd('Resolution');
    await desk.type(' 더');
    await desk.saved();
    await versionsOf(desk, 'resolution').click();
    await desk.text(/^There are none yet/).there();
    await desk.key('Escape');
    await desk.tab.evaluate(() => window.testHeal());
    await desk.writeAtEnd('Resolution');
    await writesOn(desk, '!', '한 줄 더!');
    assert.equal((await desk.alert().all()).length, 0, 'nothing is wrong');
});
