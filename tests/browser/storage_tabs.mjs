// Several windows on one journal: one writes, the others read and say so, and who was overtaken never writes again.
import { assert, test, until } from './harness.mjs';
import { begin, filed, kept } from './keeping.mjs';

const reading = /This journal is open in another window/;
const overtaken = /Another window writes this journal now/;

/** All that a person may try in a window that must not write. */
async function tryToWrite(desk) {
    for (const name of ['Resolution', 'Retrospective', 'Pair name', 'Series name', 'Start date']) {
        assert.equal((await desk.textbox(name).info()).readOnly, true, `${name} is read only`);
        await desk.textbox(name).focus();
        await desk.type('x한');
        await desk.key('Backspace');
        await desk.key('Control+Backspace');
        await desk.paste('eingefügt');
        await desk.key('Control+a');
        await desk.key('Control+x');
        await desk.key('Control+z');
    }
    for (const name of ['New pair', 'New series', 'Delete pair', 'Delete series', 'Undo', 'Redo']) {
        const button = await desk.button(name).info();
        assert.ok(!button || button.disabled, `${name} cannot be pressed`);
    }
    await desk.key('Control+s');
    await desk.key('Alt+Shift+ArrowUp');
    await desk.drop({ name: 'post.md', bytes: '# Title\n\ntext\n' }, 400, 400);
    await desk.still();
}

test('row 11: a second window reads, says so, and writes nothing', async (t) => {
    const first = await begin(t.page);
    await first.type('하나 둘');
    await first.saved();
    await filed(first, '하나 둘');
    const second = await t.session.open();
    await second.alert(reading).there();
    await second.hasText('Resolution', '하나 둘');
    const before = await kept(second);
    await tryToWrite(second);
    await second.hasText('Resolution', '하나 둘');
    await second.tab.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    assert.equal((await kept(second)).all, before.all, 'what is kept is as it was');
    // The first one goes on and is not disturbed.
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    await first.type(' 셋');
    await first.saved();
    await first.reload();
    await first.hasText('Resolution', '하나 둘 셋');
});

test('row 11: when the writer closes, the reader writes, with all words', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    const second = await t.session.open();
    await second.alert(reading).there();
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    await first.type(' 둘 ');
    await first.close();
    await second.tab.bringToFront();
    await until(async () => !(await second.textbox('Resolution').info()).readOnly, 'the second window may write');
    await second.hasText('Resolution', '하나 둘 ');
    await second.writeAtEnd('Resolution');
    await second.type('셋');
    await second.saved();
    await second.reload();
    await second.hasText('Resolution', '하나 둘 셋');
});

test('a reader that is loaded again while the first one writes loses none of its words', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    const second = await t.session.open();
    await first.tab.bringToFront();
    await first.type(' 둘');
    await first.saved();
    await second.tab.bringToFront();
    await second.reload();
    await second.alert(reading).there();
    await second.hasText('Resolution', '하나 둘');
    await second.close();
    await first.tab.bringToFront();
    await first.type(' 셋');
    await first.saved();
    await first.reload();
    await first.hasText('Resolution', '하나 둘 셋');
});

test('row 12: a window whose lock was stolen writes no more, says so, and still shows its words', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    const thief = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await thief.tab.evaluate(() => new Promise((resolve) => {
        navigator.locks.request('dajim-writer', { steal: true }, () => (resolve(), new Promise(() => {})));
    }));
    await first.tab.bringToFront();
    await first.alert(overtaken).there();
    const before = await kept(thief);
    await tryToWrite(first);
    await first.hasText('Resolution', '하나');
    assert.equal((await kept(thief)).all, before.all);
    const { bytes } = await first.download(() => first.button('Export').activate());
    assert.ok(String(bytes).includes('하나'));
});

/** As in a browser without locks, or one that thinks that the writer is gone. */
const noLocks = { before: (tab) => tab.evaluateOnNewDocument(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    const Channel = BroadcastChannel, all = [];
    window.BroadcastChannel = class extends Channel { constructor(name) { super(name); all.push(this); } };
    window.testSleep = () => { for (const one of all) { one.postMessage = () => {}; one.onmessage = null; } };
}) };

test('row 48: without locks the windows ask each other', { open: false }, async (t) => {
    const first = await begin(await t.session.open('?lang=en', noLocks));
    await first.type('하나');
    await first.saved();
    const second = await t.session.open('?lang=en', noLocks);
    await second.alert(reading).there();
    await second.hasText('Resolution', '하나');
    await first.close();
    await until(async () => !(await second.textbox('Resolution').info()).readOnly, 'the second window may write', 20000);
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.hasText('Resolution', '하나 둘');
    await second.saved();
    await second.reload();
    await second.hasText('Resolution', '하나 둘');
});

test('rows 9 12: a writer that slept while another took over is told when it writes, and spoils nothing', { open: false }, async (t) => {
    const first = await begin(await t.session.open('?lang=en', noLocks));
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    // It no longer hears what it is asked: asleep, for those who ask.
    await first.tab.evaluate(() => window.testSleep());
    const second = await t.session.open('?lang=en', noLocks);
    await second.textbox('Resolution').there();
    assert.equal((await second.textbox('Resolution').info()).readOnly, false, 'the second one writes');
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.saved();
    await filed(second, '하나 둘');
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    await first.type(' 셋');
    await first.alert(overtaken).there();
    await first.hasText('Resolution', '하나 셋');
    assert.equal((await first.textbox('Resolution').info()).readOnly, true);
    const { bytes } = await first.download(() => first.button('Export').activate());
    assert.ok(String(bytes).includes('하나 셋'), 'its words can be taken along');
    await first.close();
    await second.tab.bringToFront();
    await second.writeAtEnd('Resolution');
    await second.type(' 넷');
    await second.saved();
    await second.reload();
    await second.hasText('Resolution', '하나 둘 넷');
});

test('rows 9 12: the same when it wakes in its rest, before its files are written', { open: false }, async (t) => {
    const first = await begin(await t.session.open('?lang=en', noLocks));
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    await first.tab.evaluate(() => {
        window.testSleep();
        // All transactions of this window wait, as they do in one that is frozen.
        const begin = IDBDatabase.prototype.transaction;
        window.testWake = () => { IDBDatabase.prototype.transaction = begin; };
        IDBDatabase.prototype.transaction = function () { throw new DOMException('asleep', 'InvalidStateError'); };
    });
    await first.type(' 셋');
    const second = await t.session.open('?lang=en', noLocks);
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.saved();
    await first.tab.bringToFront();
    await first.tab.evaluate(() => window.testWake());
    await first.alert(overtaken).there(60000);
    await first.hasText('Resolution', '하나 셋');
    await filed(second, '하나 둘');
    await first.close();
    await second.tab.bringToFront();
    await second.reload();
    await second.hasText('Resolution', '하나 둘');
});
