// A page that is put aside by its browser: frozen, discarded, or kept to come back to. All that was typed is there, and where one was.
import { assert, test, until } from './harness.mjs';
import { begin, filed } from './keeping.mjs';

async function crash(desk) {
    const gone = new Promise((resolve) => desk.tab.once('error', resolve));
    const cdp = await desk.tab.createCDPSession();
    cdp.send('Page.crash').catch(() => {});
    await gone;
    await desk.close();
}

test('row 8: hidden, then discarded: words, caret and page come back', { browsers: ['chromium'] }, async (t) => {
    await begin(t.page);
    await t.page.paste(Array.from({ length: 80 }, (_, i) => `${i + 1}째 줄`).join('\n'));
    await t.page.key('ArrowUp', 10);
    await t.page.key('End');
    await t.page.type(' 에 적는다');
    const other = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await other.tab.bringToFront();
    await until(() => t.page.tab.evaluate(() => document.visibilityState === 'hidden'), 'it is hidden');
    await crash(t.page);
    const desk = await t.session.open();
    await desk.textbox('Resolution').focus();
    await desk.type('.');
    assert.ok((await desk.wholeText('Resolution')).includes('\n70째 줄 에 적는다.\n'));
});

test('row 9: frozen in the middle of a word, and never awake again', { browsers: ['chromium'] }, async (t) => {
    await begin(t.page);
    await t.page.type('얼기 전에 쓴 마지막 말');
    const cdp = await t.page.tab.createCDPSession();
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await crash(t.page);
    const desk = await t.session.open();
    await desk.hasText('Resolution', '얼기 전에 쓴 마지막 말');
});

/** Not by the driver's own ways: those never meet the cache of pages. */
async function away(desk) {
    desk.late = false;  // what is asked for here is the test's doing
    await desk.tab.evaluate(() => { location.href = 'schema/dajim-1.json'; });
    await until(async () => desk.tab.url().endsWith('.json') && await desk.tab.evaluate(() => document.readyState === 'complete'), 'it went away');
}
async function back(desk) {
    await desk.tab.evaluate(() => history.back());
    await until(() => !desk.tab.url().endsWith('.json'), 'it came back');
    await desk.ready();
}

test('row 10: gone to another page and back: the words are there and can be written on', async (t) => {
    t.allow(/favicon|Failed to load resource/);
    const { page } = t;
    await begin(page);
    let text = '';
    for (const word of ['하나 ', '둘 ', '셋 ']) {
        await page.writeAtEnd('Resolution');
        await page.type(word);
        text += word;
        await away(page);
        await back(page);
        await page.hasText('Resolution', text);
    }
    t.provoked(3);
    await page.writeAtEnd('Resolution');
    await page.type('넷');
    await page.saved();
    await page.reload();
    await page.hasText('Resolution', text + '넷');
});

test('row 10: meanwhile another window wrote: its words are shown, and none is lost', async (t) => {
    t.allow(/favicon|Failed to load resource/);
    const { page } = t;
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
    await back(page);
    await page.hasText('Resolution', '하나 둘');
    await until(async () => !(await page.textbox('Resolution').info()).readOnly, 'the first window may write', 20000);
    await page.writeAtEnd('Resolution');
    await page.type(' 셋');
    await page.saved();
    await page.reload();
    await page.hasText('Resolution', '하나 둘 셋');
});
