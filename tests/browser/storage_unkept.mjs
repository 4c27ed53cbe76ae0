// Words that are kept nowhere but on the screen: a page that comes back out of the browser's cache of pages still has them.
import { assert, test, until } from './harness.mjs';
import { away, back, begin, comesBack, exported, filed } from './keeping.mjs';

test('rows 10 17: without storage, gone to another page and back: the words are there', { open: false }, async (t) => {
    t.allow(/favicon|Failed to load resource|Blocked attempt to show a 'beforeunload'/);
    const page = await begin(await t.session.open('?lang=en', comesBack(t, () => Object.defineProperty(window, 'indexedDB', { value: undefined }))));
    await page.type('어디에도 없는 글');
    await away(page);
    await back(page, 1);
    await page.hasText('Resolution', '어디에도 없는 글');
    await page.status(/offers no storage here/).there();
    assert.ok((await exported(page)).includes('어디에도 없는 글'));
});

test('rows 10 12: overtaken with words that are kept nowhere, gone to another page and back: they are there', { open: false }, async (t) => {
    t.allow(/favicon|Failed to load resource|Blocked attempt to show a 'beforeunload'/);
    // Asleep, for the window that asks who writes.
    const sleeps = () => {
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
        const Channel = BroadcastChannel, all = [];
        window.BroadcastChannel = class extends Channel { constructor(name) { super(name); all.push(this); } };
        window.testSleep = () => { for (const one of all) { one.postMessage = () => {}; one.onmessage = null; } };
    };
    const page = await begin(await t.session.open('?lang=en', comesBack(t, sleeps)));
    await page.type('하나');
    await page.saved();
    await filed(page, '하나');
    await page.tab.evaluate(() => window.testSleep());
    const second = await t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(sleeps) });
    await until(async () => (await second.textbox('Resolution').info())?.readOnly === false, 'the second window writes', 20000);
    await second.writeAtEnd('Resolution');
    await second.type(' 둘');
    await second.saved();
    await second.close();
    await page.tab.bringToFront();
    await page.writeAtEnd('Resolution');
    await page.type(' 셋');
    await page.alert(/Another window writes this journal now/).there();
    await page.hasText('Resolution', '하나 셋');
    await away(page);
    await back(page, 1);
    await page.hasText('Resolution', '하나 셋');
    assert.ok((await exported(page)).includes('하나 셋'), 'they can be taken along');
});
