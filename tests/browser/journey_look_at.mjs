// A file is looked at in a window of its own: beside one's own journal, and without anything coming into it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { makePair, shelf } from './steps.mjs';

test('a file is looked at beside one’s own journal, in both languages', { limit: 120000 }, async (t) => {
    const { page } = t;
    await makePair(page, '남의 다짐', '남의 회고');
    const { bytes } = await page.download(() => page.button('Export').activate());
    const file = path.join(await t.folder('files'), 'theirs.dajim.json');
    await fs.writeFile(file, bytes);

    const mine = await t.stranger();
    const own = await mine.open('?lang=en');
    await makePair(own, '내 다짐');
    await own.saved();
    const look = await mine.open('?lang=en&look=');
    await look.alert(/This window only looks/).there();
    await look.button('Pick a file').there();
    await look.pick(file);
    await look.alert(/You are looking at theirs\.dajim\.json/).there();
    await look.hasText('Resolution', '남의 다짐');
    await look.hasText('Retrospective', '남의 회고');
    await look.textbox('Resolution').focus();
    await look.type('내 글');
    await look.hasText('Resolution', '남의 다짐');

    await own.tab.bringToFront();
    await own.hasText('Resolution', '내 다짐');
    await own.textbox('Resolution').focus();
    await own.key('Control+End');
    await own.type(' 그대로');   // it writes on: the other window has never asked for the pen
    await own.saved();
    await own.reload();
    await own.hasText('Resolution', '내 다짐 그대로');
    assert.deepEqual((await shelf(own)).filter((name) => /^2/.test(name)).length, 1, 'nothing has come in');

    const korean = await mine.open('?lang=ko&look=');
    await korean.alert(/이 창은 파일을 들여다보기만 한다/).there();
});

test('the window for looking is one press away', async (t) => {
    const { page } = t;
    await makePair(page, '내 다짐');
    await page.tab.evaluate(() => {
        window.testOpened = [];
        window.open = (...how) => { window.testOpened.push(how); return null; };
    });
    await page.button('Look at a file…').activate();
    const opened = await until(async () => (await page.tab.evaluate(() => window.testOpened))[0], 'a window is asked for');
    assert.match(opened[0], /^\?lang=en&look=$/);
});
