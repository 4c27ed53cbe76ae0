// A page that is put aside by its browser: frozen, discarded, or kept to come back to. All that was typed is there, and where one was.
import { assert, test, until } from './harness.mjs';
import { away, back, begin, comesBack, filed } from './keeping.mjs';

async function crash(desk) {
    const gone = new Promise((resolve) => desk.tab.once('error', resolve));
    const cdp = await desk.tab.createCDPSession();
    cdp.send('Page.crash').catch(() => {});
    await gone;
    await desk.close();
}

/**
 * In the page: at the event `type` of its document somebody still writes `words`, and storage takes nothing that is asked of it in any
 * later task. So what is there afterwards was kept by the page's own answer to that event, and by no timer.
 */
function lastWords(type, words) {
    document.addEventListener(type, () => {
        if (type === 'visibilitychange' && document.visibilityState !== 'hidden') return;
        document.execCommand('insertText', false, words);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { IDBDatabase.prototype.transaction = () => { throw new DOMException('put aside', 'InvalidStateError'); }; };
        port2.postMessage('');
    });
}
const writesAt = (type, words) => ({ before: (tab) => tab.evaluateOnNewDocument(lastWords, type, words) });

test('row 8: hidden, then discarded: words, caret and page come back', { browsers: ['chromium'], open: false }, async (t) => {
    const page = await begin(await t.session.open('?lang=en', writesAt('visibilitychange', ' 끝까지')));
    await page.paste(Array.from({ length: 80 }, (_, i) => `${i + 1}째 줄`).join('\n'));
    await page.key('ArrowUp', 10);
    await page.key('End');
    await page.type(' 에 적는다');
    await page.saved();
    const other = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await other.tab.bringToFront();
    await until(() => page.tab.evaluate(() => document.visibilityState === 'hidden'), 'it is hidden');
    await crash(page);
    const desk = await t.session.open();
    await desk.textbox('Resolution').focus();
    await desk.type('.');
    assert.ok((await desk.wholeText('Resolution')).includes('\n70째 줄 에 적는다 끝까지.\n'));
});

test('row 9: frozen in the middle of a word, and never awake again', { browsers: ['chromium'], open: false }, async (t) => {
    const page = await begin(await t.session.open('?lang=en', writesAt('freeze', ' 말')));
    await page.type('얼기 전에 쓴 마지막');
    await page.saved();
    const cdp = await page.tab.createCDPSession();
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await crash(page);
    const desk = await t.session.open();
    await desk.hasText('Resolution', '얼기 전에 쓴 마지막 말');
});

test('row 10: gone to another page and back: the words are there and can be written on', { open: false }, async (t) => {
    t.allow(/favicon|Failed to load resource/);
    const page = await begin(await t.session.open('?lang=en', comesBack(t)));
    let text = '', times = 0;
    for (const word of ['하나 ', '둘 ', '셋 ']) {
        await page.writeAtEnd('Resolution');
        await page.type(word);
        text += word;
        await away(page);
        await back(page, ++times);
        await page.hasText('Resolution', text);
    }
    t.provoked(times);
    await page.writeAtEnd('Resolution');
    await page.type('넷');
    await page.saved();
    await page.close();
    await (await t.session.open()).hasText('Resolution', text + '넷');
});

/** The page is left, another window writes, and one comes back; `times`: out of the cache of pages. */
async function anotherWrote(t, page, times) {
    // A page that is older than what is kept loads itself again.
    t.allow(/favicon|Failed to load resource|a request after the page had loaded/);
    await begin(page);
    await page.type('하나');
    await away(page);
    const second = await t.session.open();
    await second.hasText('Resolution', '하나');
    await until(async () => !(await second.textbox('Resolution').info()).readOnly, 'the second window may write', 20000);
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.saved();
    await filed(second, '하나 둘');
    await second.close();
    await page.tab.bringToFront();
    await back(page, times);
    await page.hasText('Resolution', '하나 둘');
    await until(async () => !(await page.textbox('Resolution').info()).readOnly, 'the first window may write', 20000);
    await page.writeAtEnd('Resolution');
    await page.type(' 셋');
    await page.saved();
    await page.reload();
    await page.hasText('Resolution', '하나 둘 셋');
}

// In Chromium a page loses its place in the cache as soon as another window wants its lock, or says something to it.
const alone = () => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    delete window.BroadcastChannel;
};
test('row 10: meanwhile another window wrote: its words are shown, and none is lost', (t) => anotherWrote(t, t.page, 0));
test('row 10: the same where the page comes as it was left', { browsers: ['chromium'], open: false }, async (t) => {
    await anotherWrote(t, await t.session.open('?lang=en', comesBack(t, alone)), 1);
});
