// Files that cannot be used: one sentence that says why, nothing changed, the program alive.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test } from './harness.mjs';
import { refused } from './refused.mjs';
import { makePair, notice, shelf } from './steps.mjs';

test('row 31: every file that cannot be used says why, changes nothing, and the program lives', { limit: 150000 }, async (t) => {
    const { page } = t;
    await makePair(page, '내 글 🌱', 'mine');
    await page.saved();
    const before = await shelf(page);
    const folder = await t.folder('refused');
    for (const [name, bytes, sentence] of refused) {
        await fs.writeFile(path.join(folder, name), bytes);
        await page.pick(path.join(folder, name));
        const said = await notice(page, sentence);
        assert.ok(said.includes(name), `the file is named: ${said}`);
        assert.ok(!(await page.button('Take back').info()), 'there is nothing to take back');
        await page.button('Dismiss').activate();
        await page.button('Dismiss').gone();
    }
    assert.deepEqual(await shelf(page), before);
    await page.hasText('Retrospective', 'mine');
    await page.hasText('Resolution', '내 글 🌱');
    await page.key('Control+End');
    await page.type(' and on');
    await page.hasText('Resolution', '내 글 🌱 and on');
    await page.saved();
});

test('a file that cannot be used is refused in Korean too, and on the empty desk', { lang: 'ko' }, async (t) => {
    const { page } = t;
    await page.drop({ name: '아무것.json', bytes: Buffer.from('{}') }, 600, 400);
    await notice(page, /‘아무것.json’ 파일은 다짐의 기록장이 아니다. 바뀐 것이 없다./);
    await page.button('한 쌍 시작하기').there();
});
