// A file of one's own, kept besides the browser (File System Access). The picker, which no test can press, gives a file of the origin's own
// folder: a real handle, that is written, read, kept over a restart and changed by others like any.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { makePair, notice } from './steps.mjs';

/** Before the page: both pickers give the file `desk.json`, that for folders gives `sync`, and permission is had unless the page's own memory says otherwise. */
const pick = () => {
    const picked = async () => (await navigator.storage.getDirectory()).getFileHandle('desk.json', { create: true });
    window.showSaveFilePicker = picked;
    window.showOpenFilePicker = async () => [await picked()];
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('sync', { create: true });
    const right = () => localStorage.getItem('test-right') ?? 'granted';
    FileSystemHandle.prototype.queryPermission = async () => right();
    FileSystemHandle.prototype.requestPermission = async () => (localStorage.setItem('test-right', 'granted'), 'granted');
};
const open = (t) => t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(pick) });

/** What the file holds, as somebody else reads it. */
const held = (desk) => desk.tab.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('desk.json', { create: true });
    return (await handle.getFile()).text();
});
/** Somebody else writes in it. */
const overwrite = (desk, text) => desk.tab.evaluate(async (text) => {
    const stream = await (await (await navigator.storage.getDirectory()).getFileHandle('desk.json', { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
}, text);
const holds = (desk, words) => until(async () => (await held(desk)).includes(words), `the file holds ${words}`, 30000);

/** Somebody writes on at the end of the resolution. */
const add = async (desk, words) => {
    await desk.textbox('Resolution').focus();
    await desk.key('Control+End');
    await desk.type(words);
};

const bind = async (desk, where) => {
    await desk.button('Keep in a file of mine…').activate();
    await desk.button(where).activate();
    await desk.button('In my file: desk.json').there();
};

test('a journal is kept in a file of one’s own too, and again after a restart', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '- 글을 열 번 쓴다');
    await bind(desk, 'In a new file');
    await holds(desk, '글을 열 번 쓴다');
    await add(desk, ' 그리고 쉰다');
    await holds(desk, '그리고 쉰다');
    assert.equal(JSON.parse(await held(desk)).format, 'dajim');

    await desk.reload();
    await desk.button('In my file: desk.json').there();
    await add(desk, ' 다시');
    await holds(desk, '쉰다 다시');

    await desk.button('In my file: desk.json').activate();
    await desk.button('Stop writing to it').activate();
    await notice(desk, /Nothing is written to desk\.json any more/);
    await desk.button('Keep in a file of mine…').there();
    assert.ok((await held(desk)).includes('쉰다 다시'), 'the file stays as it is');
});

test('row 43: a file that others have changed is not overwritten, and is brought in by one press', { browsers: ['chromium'], open: false, limit: 120000 }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '내 글');
    await bind(desk, 'In a new file');
    await holds(desk, '내 글');
    const theirs = JSON.stringify({ format: 'dajim', version: '1.1', journal: { id: 'theirs' }, entries: [
        { id: 's', kind: 'series', fields: { name: { v: '남의 시리즈' } } },
        { id: 'p', kind: 'pair', series: 's', fields: { name: { v: '1기' } } },
        { kind: 'resolution', pair: 'p', fields: { text: { v: ['남의 글'] } } },
    ] });
    await overwrite(desk, theirs);
    t.provoked(1);
    await add(desk, ' 더');
    await desk.alert(/desk\.json holds words that are not here/).there();
    assert.equal(await held(desk), theirs, 'it was not overwritten');
    await desk.saved();
    await desk.button('Bring it in').activate();
    await holds(desk, '내 글 더');
    assert.ok((await held(desk)).includes('남의 글'), 'all words of both are in it');
    await desk.alert(/desk\.json/).gone();
});

test('row 43: what another device wrote in the file is merged with what was written here meanwhile', { browsers: ['chromium'], open: false, limit: 180000 }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '첫 줄\n\n끝 줄');
    await bind(desk, 'In a new file');
    await holds(desk, '끝 줄');
    const file = path.join(await t.folder('synced'), 'desk.json');
    await fs.writeFile(file, await held(desk));
    const elsewhere = await (await t.stranger()).open('?lang=en');
    await elsewhere.pick(file);
    await elsewhere.hasText('Resolution', '첫 줄\n\n끝 줄');
    await elsewhere.textbox('Resolution').focus();
    await elsewhere.key('Control+Home');
    await elsewhere.type('저기서 ');
    await elsewhere.saved();
    const { bytes } = await elsewhere.download(() => elsewhere.button('Export').activate());

    await overwrite(desk, String(bytes));
    t.provoked(1);
    await add(desk, '을 여기서');
    await desk.alert(/desk\.json holds words that are not here/).there();
    await desk.button('Bring it in').activate();
    await desk.button('Merge').activate();
    await desk.hasText('Resolution', '저기서 첫 줄\n\n끝 줄을 여기서');
    await holds(desk, '끝 줄을 여기서');
    assert.ok((await held(desk)).includes('저기서 첫 줄'));
    await desk.alert(/desk\.json/).gone();
});

/** While no page is open the journal's databases go, and what is known of the file stays. */
async function lose(t) {
    t.provoked(1);
    const elsewhere = await t.session.context.newPage();
    await elsewhere.goto(`${t.site.origin}/style.css`);
    await elsewhere.evaluate(() => Promise.all(['/dajim', 'dajim-wal', 'dajim-versions'].map((name) => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
    }))));
    await elsewhere.close();
}

test('row 41: the journal’s databases are gone and its own file is not: the words come back from there', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '- 글을 열 번 쓴다');
    await bind(desk, 'In a new file');
    await holds(desk, '글을 열 번 쓴다');
    await desk.saved();
    await desk.close();
    await lose(t);
    const later = await open(t);
    await later.alert(/desk\.json holds words that are not here/).there();
    assert.ok((await held(later)).includes('글을 열 번 쓴다'), 'it is not written over');
    await later.button('Bring it in').activate();
    await later.hasText('Resolution', '- 글을 열 번 쓴다');
    await later.button('In my file: desk.json').there();
});

test('row 41: however much is written before one may look at the file again, it is not written over', { browsers: ['chromium'], open: false }, async (t) => {
    let desk = await open(t);
    await makePair(desk, '처음 글');
    await bind(desk, 'In a new file');
    await holds(desk, '처음 글');
    await desk.saved();
    await desk.tab.evaluate(() => localStorage.setItem('test-right', 'prompt'));
    await desk.close();
    await lose(t);
    desk = await open(t);
    await desk.alert(/asked again before desk\.json/).there();
    await makePair(desk, '나중 글');
    for (let i = 0; i < 12; i++) {   // more records than the file ever had
        await add(desk, '.');
        await desk.saved();
    }
    await desk.reload();
    await desk.alert(/asked again before desk\.json/).there();
    await desk.button('Allow again').activate();
    await desk.alert(/desk\.json holds words that are not here/).there();
    await desk.button('Bring it in').activate();
    await holds(desk, '나중 글');
    assert.ok((await held(desk)).includes('처음 글'), 'all words of both are in it');
});

test('row 41: words that storage did not take and the file did come back from there', { browsers: ['chromium'], open: false }, async (t) => {
    let desk = await open(t);
    await makePair(desk, '하나');
    await bind(desk, 'In a new file');
    await holds(desk, '하나');
    await desk.saved();
    await desk.tab.evaluate(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function () {
            if (this.name === 'records') throw new DOMException('none of it', 'QuotaExceededError');
            return put.apply(this, arguments);
        };
    });
    t.provoked(1);
    await add(desk, ' 둘');
    await holds(desk, '하나 둘');
    await desk.button('In my file: desk.json').there();
    await desk.close();
    desk = await open(t);
    await desk.hasText('Resolution', '하나');
    await desk.alert(/desk\.json holds words that are not here/).there();
    await desk.button('Bring it in').activate();
    await desk.button('Merge').activate();
    await desk.hasText('Resolution', '하나 둘');
});

test('row 44: without the right to the file one writes on, and one press asks for it again', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '내 글');
    await bind(desk, 'In a new file');
    await holds(desk, '내 글');
    await desk.tab.evaluate(() => localStorage.setItem('test-right', 'prompt'));
    t.provoked(1);
    await desk.reload();
    await desk.alert(/asked again before desk\.json/).there();
    await add(desk, ' 기차에서');
    await desk.saved();
    assert.ok(!(await held(desk)).includes('기차에서'));
    await desk.button('Allow again').activate();
    await holds(desk, '기차에서');
});

test('a file that is there is read before it is written, and one that is no journal is left alone', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '내 글');
    await overwrite(desk, 'a list of things to buy');
    await desk.button('Keep in a file of mine…').activate();
    await desk.button('In one I have').activate();
    await notice(desk, /desk\.json/);
    await desk.button('Keep in a file of mine…').there();
    assert.equal(await held(desk), 'a list of things to buy');
});

/** All files of the folder `sync`: name → content. */
const shared = (desk) => desk.tab.evaluate(async () => {
    const all = {};
    for await (const [name, handle] of (await (await navigator.storage.getDirectory()).getDirectoryHandle('sync')).entries()) {
        if (name.endsWith('.json')) all[name] = await (await handle.getFile()).text();   // not what is being written, a .crswap
    }
    return all;
});

/** What a program that syncs does: files ([name, text]) come into the folder. Then somebody comes back to the page there. */
const arrive = async (desk, files) => {
    await desk.tab.evaluate(async (files) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('sync');
        for (const [name, text] of files) {
            const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
            await stream.write(text);
            await stream.close();
        }
        window.dispatchEvent(new Event('focus'));
    }, files);
};
/** … those of another device's folder. */
const sync = async (from, to, ...names) => {
    const all = await shared(from);
    await arrive(to, names.map((name) => [name, all[name]]));
};

const bindFolder = async (desk) => {
    await desk.button('Keep in a file of mine…').activate();
    await desk.button('In a folder, for several devices').activate();
    await desk.button('In my folder: sync').there();
};
const inFolder = (desk, name, words) => until(async () => (await shared(desk))[name]?.includes(words), `${name} holds ${words}`, 30000);

test('row 43: in a folder each device writes its own file and brings in what the others wrote', { browsers: ['chromium'], open: false, limit: 240000 }, async (t) => {
    const here = await open(t);
    await makePair(here, '첫 줄\n\n끝 줄');
    await bindFolder(here);
    const [mine] = Object.keys(await shared(here));
    assert.match(mine, /^dajim\.\w+\.dajim\.json$/);
    await inFolder(here, mine, '끝 줄');

    const there = await (await t.stranger()).open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(pick) });
    await bindFolder(there);
    const [theirs] = Object.keys(await shared(there));
    assert.notEqual(mine, theirs);
    await sync(here, there, mine);
    await there.alert(/Other devices have written in the folder sync: 1 new/).there();
    await there.button('Bring it in').activate();
    await there.hasText('Resolution', '첫 줄\n\n끝 줄');
    await there.alert(/Other devices/).gone();

    await there.textbox('Resolution').focus();
    await there.key('Control+Home');
    await there.type('저기서 ');
    await inFolder(there, theirs, '저기서 첫 줄');
    await add(here, '을 여기서');
    await inFolder(here, mine, '끝 줄을 여기서');
    t.provoked(1);
    await sync(there, here, theirs);
    await here.alert(/Other devices/).there();
    await here.hasText('Resolution', '첫 줄\n\n끝 줄을 여기서');
    await here.button('Bring it in').activate();
    await here.hasText('Resolution', '저기서 첫 줄\n\n끝 줄을 여기서');
    await inFolder(here, mine, '저기서 첫 줄');
    assert.deepEqual(Object.keys(await shared(here)).sort(), [mine, theirs].sort());

    await sync(here, there, mine);
    await there.button('Bring it in').activate();
    await there.hasText('Resolution', '저기서 첫 줄\n\n끝 줄을 여기서');
    await inFolder(there, theirs, '끝 줄을 여기서');
    // What both have is no news, after a restart either.
    await sync(there, here, theirs);
    await here.reload();
    await here.button('In my folder: sync').there();
    await add(here, '!');
    await inFolder(here, mine, '여기서!');
    assert.equal(await here.alert(/Other devices/).info(), null);
    // Who goes on with a line, or takes words back, has not written another line.
    const bringIn = async (words) => {
        await inFolder(here, mine, words);
        await sync(here, there, mine);
        await there.button('Bring it in').activate();
        await there.hasText('Resolution', `저기서 첫 줄\n\n${words}`);
        assert.equal(await there.button('Take the other').info(), null);
    };
    await bringIn('끝 줄을 여기서!');
    await add(here, ' 또');
    await bringIn('끝 줄을 여기서! 또');
    await add(here, ' 더');
    await bringIn('끝 줄을 여기서! 또 더');
    for (let letter = 0; letter < 4; letter++) await here.key('Backspace');
    await until(async () => !(await shared(here))[mine].includes('또'), 'the file is without what was taken back', 30000);
    await bringIn('끝 줄을 여기서!');
});

test('another device’s file in the folder that is too large is told of, and what the others hold is brought in', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '여기서 쓴 글');
    await bindFolder(desk);
    const entries = [{ id: 's', kind: 'series', fields: { name: { v: '저쪽' } } }, { id: 'p', kind: 'pair', series: 's', fields: { name: { v: '쌍' } } },
        { kind: 'resolution', pair: 'p', fields: { text: { v: ['저기서 쓴 글\n'] } } }];
    await arrive(desk, [['dajim.large.dajim.json', ' '.repeat(21 * 2 ** 20)],
        ['dajim.other.dajim.json', JSON.stringify({ format: 'dajim', version: '1.0', journal: {}, entries })]]);
    await desk.alert(/dajim\.large\.dajim\.json.*is too large/).there();
    await desk.alert(/Other devices have written in the folder sync: 1 new/).there();
    await desk.button('Bring it in').activate();
    await desk.button('쌍').there();
});

test('row 44: without the right to the folder one writes on, and one press asks for it again', { browsers: ['chromium'], open: false }, async (t) => {
    const desk = await open(t);
    await makePair(desk, '내 글');
    await bindFolder(desk);
    const [mine] = Object.keys(await shared(desk));
    await inFolder(desk, mine, '내 글');
    await desk.tab.evaluate(() => localStorage.setItem('test-right', 'prompt'));
    t.provoked(1);
    await desk.reload();
    await desk.alert(/asked again before sync/).there();
    await add(desk, ' 기차에서');
    await desk.saved();
    assert.ok(!(await shared(desk))[mine].includes('기차에서'));
    await desk.button('Allow again').activate();
    await inFolder(desk, mine, '기차에서');
});

test('where the browser cannot write to files, nothing speaks of it', { browsers: ['firefox'] }, async ({ page }) => {
    await makePair(page, '내 글');
    await page.button('Export with a password…').there();
    assert.equal(await page.button('Keep in a file of mine…').info(), null);
});
