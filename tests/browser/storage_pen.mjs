// The pen goes from window to window by a person's word; who reads sees what is written; nothing is lost on the way.
import { assert, test, until } from './harness.mjs';
import { begin, filed, kept, spoil } from './keeping.mjs';
import { Hangul } from './typing.mjs';

const reading = /This journal is open in another window/;
const handed = /Another window writes this journal now/;
const silent = /The other window does not answer/;

const noLocks = (tab) => tab.evaluateOnNewDocument(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));

const writable = async (desk) => !(await desk.textbox('Resolution').info()).readOnly;

/** A person goes to this window and takes the pen. */
async function editHere(desk) {
    await desk.tab.bringToFront();
    await desk.button('Edit here').activate();
    await until(() => writable(desk), async () => `this window may write (it says ${JSON.stringify((await desk.alert().all()).map((one) => one.name))})`);
}

/** Notes from now on when the resolution can be written in, in a time that all windows share. */
const watch = (desk) => desk.tab.evaluate(() => {
    const element = document.querySelector('#mirror textarea[aria-label="Resolution"]'), now = () => performance.timeOrigin + performance.now();
    window.testWritable = element.readOnly ? [] : [[now(), Infinity]];
    new MutationObserver(() => {
        const last = window.testWritable.at(-1), open = last && last[1] === Infinity;
        if (element.readOnly && open) last[1] = now();
        else if (!element.readOnly && !open) window.testWritable.push([now(), Infinity]);
    }).observe(element, { attributes: true, attributeFilter: ['readonly'] });
});
const watched = (desk) => desk.tab.evaluate(() => window.testWritable.map(([from, to]) => [from, to === Infinity ? 1e15 : to]));

async function backAndForth(t, before) {
    const first = await begin(t.page ?? await t.session.open('?lang=en', { before }));
    await first.type('시작');
    await first.saved();
    const second = await t.session.open('?lang=en', { before });
    await second.alert(reading).there();
    await second.hasText('Resolution', '시작');
    await watch(first);
    await watch(second);
    const windows = [first, second];
    let text = '시작';
    for (let round = 0; round < 10; round++) {
        const now = windows[round % 2], next = windows[(round + 1) % 2];
        await now.tab.bringToFront();
        await now.writeAtEnd('Resolution');
        await now.type(` ${round}번`);
        text += ` ${round}번`;
        // What was typed last is not recorded yet.
        await editHere(next);
        assert.equal(await writable(now), false, 'the other one gave the pen away');
        await next.hasText('Resolution', text);
    }
    await first.tab.bringToFront();
    await first.alert().gone();
    await first.writeAtEnd('Resolution');
    await first.type(' 끝');
    await first.saved();
    await second.tab.bringToFront();
    await second.hasText('Resolution', `${text} 끝`);
    const [one, other] = [await watched(first), await watched(second)];
    assert.ok(one.length >= 5 && other.length >= 5, 'both have written');
    for (const [from, to] of one) for (const [since, until] of other) assert.ok(to <= since + 1 || until <= from + 1, 'at no time could both be written in');
    await first.close();
    await second.reload();
    await second.hasText('Resolution', `${text} 끝`);
}

test('the pen goes back and forth ten times while somebody types', (t) => backAndForth(t));
test('row 48: the same without locks', { open: false }, (t) => backAndForth(t, noLocks));

test('who reads sees what is written, and stays where they are', async (t) => {
    const first = await begin(t.page);
    await first.paste(Array.from({ length: 120 }, (_, i) => `${i + 1}째 줄`).join('\n'));
    await first.saved();
    const second = await t.session.open();
    await second.alert(reading).there();
    await second.writeAtEnd('Resolution');
    await second.key('ArrowUp', 40);
    await second.key('Home');
    await second.key('Control+Shift+ArrowRight');
    const marked = await second.selected(), at = await second.caret();
    assert.equal(marked.trim(), '80째');
    await first.tab.bringToFront();
    await first.textbox('Resolution').focus();
    await first.key('Control+Home');
    await first.type('위에 더한 줄\n또 한 줄\n');
    await first.textbox('Retrospective').focus();
    await first.type('오른쪽');
    await first.saved();
    await second.tab.bringToFront();
    await until(async () => await second.selected() === marked && (await second.field('Retrospective'))?.value.includes('오른쪽'), 'what was selected still is');
    assert.deepEqual(await second.caret(), at, 'and stands where it stood');
    assert.match(await second.wholeText('Resolution'), /^위에 더한 줄\n또 한 줄\n1째 줄/);
    // A reader that missed something reads it all again.
    await first.tab.bringToFront();
    await first.tab.evaluate(() => {
        const post = BroadcastChannel.prototype.postMessage;
        BroadcastChannel.prototype.postMessage = function (said) { if (!said.record) post.call(this, said); };
    });
    await first.writeAtEnd('Retrospective');
    await first.type(' 놓친 말');
    await first.saved();
    await second.tab.bringToFront();
    await second.hasText('Retrospective', '오른쪽 놓친 말');
    // New pairs come too, and who reads stays on the pair they read.
    await first.tab.bringToFront();
    await first.button('New pair').activate();
    await first.textbox('Pair name').focused();
    await first.saved();
    await second.tab.bringToFront();
    await second.hasText('Retrospective', '오른쪽 놓친 말');
});

test('the pen comes in the middle of a syllable', { browsers: ['chromium'] }, async (t) => {
    const first = await begin(t.page);
    await first.type('가');
    await first.saved();
    const second = await t.session.open();
    await second.alert(reading).there();
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    const hangul = await Hangul.make(first, 'F');
    await hangul.type('gksrmf');
    assert.ok((await first.field('Resolution')).composing);
    // Without a look at the other window, which would end the composition by itself.
    await second.tab.evaluate(() => [...document.querySelectorAll('#mirror button')].find((one) => one.getAttribute('aria-label') === 'Edit here').click());
    await second.tab.bringToFront();
    await until(() => writable(second), 'the second window may write');
    await second.hasText('Resolution', '가한글');
    await second.writeAtEnd('Resolution');
    await second.type('.');
    await second.saved();
    await first.tab.bringToFront();
    await first.hasText('Resolution', '가한글.');
});

test('of three windows the one that asks gets the pen, and one of the others when it closes', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    const [second, third] = [await t.session.open(), await t.session.open()];
    await second.alert(reading).there();
    await third.alert(reading).there();
    await editHere(third);
    await third.writeAtEnd('Resolution');
    await third.type(' 셋');
    await second.tab.bringToFront();
    await second.alert(reading).there();
    await second.hasText('Resolution', '하나 셋');
    await editHere(second);
    await second.hasText('Resolution', '하나 셋');
    assert.equal(await writable(first), false);
    assert.equal(await writable(third), false);
    await second.close();
    await until(async () => {
        for (const desk of [first, third]) {
            await desk.tab.bringToFront();
            await desk.still();
            if (await writable(desk)) return true;
        }
        return false;
    }, 'one of the others may write');
});

/** The window types and is then busy for so long that it answers nobody. */
const hang = (desk, words, ms) => desk.tab.evaluate((words, ms) => {
    document.execCommand('insertText', false, words);
    for (const end = performance.now() + ms; performance.now() < end;);
}, words, ms);

// In Firefox both windows are of one process, and hang together.
test('row 9: a window that hangs is taken over by a person’s word alone; its words stay, and come back beside', { browsers: ['chromium'] }, async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    const second = await t.session.open();
    await second.alert(reading).there();
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    const hangs = hang(first, ' 못 간 말', 12000);
    await second.tab.bringToFront();
    await second.button('Edit here').activate();
    await second.alert(silent).there();
    assert.equal(await writable(second), false, 'nothing is taken without being asked for');
    await second.button('Take over').activate();
    await until(() => writable(second), 'the second window may write');
    await second.hasText('Resolution', '하나');
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.saved();
    await hangs;
    await first.tab.bringToFront();
    await first.alert(handed).there();
    await first.hasText('Resolution', '하나 못 간 말');
    assert.equal(await writable(first), false);
    await filed(second, '하나 둘');
    const { bytes } = await first.download(() => first.button('Export').activate());
    assert.ok(String(bytes).includes('하나 못 간 말'), 'its words can be taken along');
    // It asks for the pen: both texts are there.
    await editHere(first);
    await first.hasText('Resolution', '하나 둘');
    await first.saved();
    await filed(first, '하나 못 간 말');
    await filed(first, '하나 둘');
});

test('a window whose words cannot be saved keeps the pen, and says so', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    const second = await t.session.open();
    await second.alert(reading).there();
    await first.tab.bringToFront();
    await first.tab.evaluate(() => {
        const begin = IDBDatabase.prototype.transaction;
        window.testMend = () => { IDBDatabase.prototype.transaction = begin; };
        IDBDatabase.prototype.transaction = function () { throw new DOMException('asleep', 'InvalidStateError'); };
    });
    await first.writeAtEnd('Resolution');
    await first.type(' 둘');
    await second.tab.bringToFront();
    await second.button('Edit here').activate();
    await second.alert(/cannot be saved yet/).there(30000);
    assert.equal(await writable(second), false);
    await first.tab.bringToFront();
    await until(() => writable(first), 'it still writes');
    await first.tab.evaluate(() => window.testMend());
    await first.writeAtEnd('Resolution');
    await first.type(' 셋');
    await first.saved(90000);
    await editHere(second);
    await second.hasText('Resolution', '하나 둘 셋');
});

/** In the page: as soon as `window.testLarge` is set, a save of files goes on until the page sleeps; `window.testSaving` says that one does. */
function largeSaves() {
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (key) {
        const request = get.call(this, key);
        if (key !== 'generation' || this.transaction.mode !== 'readwrite' || !window.testLarge) return request;
        window.testSaving = true;
        const more = () => { if (window.testLarge) get.call(this, key).onsuccess = more; };
        more();
        return request;
    };
    document.addEventListener('freeze', () => { window.testLarge = false; });
}

async function frozenInTime(t, first, asleep) {
    await begin(first);
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    const second = await t.session.open();
    await second.alert(reading).there();
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    await first.type(' 둘');
    await asleep(first);
    const cdp = await first.tab.createCDPSession();
    await second.tab.bringToFront();
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await until(() => writable(second), 'the second window may write');
    await second.hasText('Resolution', '하나 둘');
    await second.writeAtEnd('Resolution');
    await second.type(' 셋');
    await second.saved();
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await first.tab.bringToFront();
    await first.hasText('Resolution', '하나 둘 셋');
    assert.equal(await writable(first), false);
    await second.tab.bringToFront();
    await second.type(' 넷');
    await second.saved();
    await filed(second, '하나 둘 셋 넷');
    assert.equal(await writable(second), true, 'the window that woke up takes nothing from it');
    await editHere(first);
    await first.hasText('Resolution', '하나 둘 셋 넷');
}
test('row 9: a window about to be frozen lays the pen down, and reads again when it wakes', { browsers: ['chromium'] },
     (t) => frozenInTime(t, t.page, () => {}));
test('row 9: the same while it writes files, which then nobody waits for', { browsers: ['chromium'], open: false }, async (t) => {
    const first = await t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(largeSaves) });
    await frozenInTime(t, first, async (desk) => {
        await desk.tab.evaluate(() => { window.testLarge = true; });
        await until(() => desk.tab.evaluate(() => window.testSaving), 'files are being written');
    });
});

test('row 9: frozen with nobody beside: who comes later reads along meanwhile, and the files are written once it wakes', { browsers: ['chromium'], open: false }, async (t) => {
    const first = await begin(await t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(largeSaves) }));
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    await first.type(' 둘');
    await first.tab.evaluate(() => { window.testLarge = true; });
    await until(() => first.tab.evaluate(() => window.testSaving), 'files are being written');
    const cdp = await first.tab.createCDPSession();
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    const second = await t.session.open();
    await second.alert(reading).there();
    await second.hasText('Resolution', '하나 둘');
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await first.tab.bringToFront();
    await filed(first, '하나 둘');
    assert.equal(await writable(first), true);
});

test('row 13: what a later Dajim wrote is not written on by an older one', async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    await filed(first, '하나');
    const later = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await later.tab.evaluate(() => new Promise((resolve) => {
        navigator.locks.request('dajim-writer', { steal: true }, () => (resolve(), new Promise((release) => { window.testRelease = release; })));
    }));
    await first.tab.bringToFront();
    await first.alert(handed).there();
    await spoil(later, '/dajim/index.json', `
        const text = new TextDecoder().decode(entry.contents).replace(/"version": *"2\\.[0-9]+"/, '"version": "3.0"');
        return { ...entry, contents: new TextEncoder().encode(text), timestamp: new Date(+entry.timestamp + 1) };`);
    const before = await kept(later);
    assert.match(before.files['/dajim/index.json'], /"3\.0"/);
    await later.tab.evaluate(() => new BroadcastChannel('dajim').postMessage({ upTo: 1e6 }));
    await first.alert(/A newer Dajim wrote this journal/).there();
    await first.hasText('Resolution', '하나');
    assert.equal(await writable(first), false);
    assert.equal(await first.button('Edit here').info(), null);
    // Nor once the other one has gone.
    await later.tab.evaluate(() => window.testRelease());
    await until(async () => !(await later.tab.evaluate(() => navigator.locks.query())).pending.length, 'the older one has had the pen in its hand');
    await first.alert(/A newer Dajim wrote this journal/).there();
    assert.equal(await writable(first), false);
    assert.deepEqual((await kept(later)).files, before.files);
});
