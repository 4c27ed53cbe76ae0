// The program dies under somebody's hands: the page stays, shows the words, gives them as a file, and goes on after a reload.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { begin, filed } from './keeping.mjs';

/** A module of one function that does nothing but trap. */
const trap = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];

/** Each lets the program die in the middle of what it is asked to do. */
const deaths = {
    'a trap in the middle of a deed': async (page) => {
        await page.tab.evaluate(async (trap) => {
            const { instance } = await WebAssembly.instantiate(new Uint8Array(trap));
            Crypto.prototype.getRandomValues = instance.exports.f;
        }, trap);
        await page.button('New pair').activate();
    },
    'no more memory': async (page) => {
        await page.tab.evaluate(() => { WebAssembly.Memory.prototype.grow = () => { throw new RangeError('no more memory'); }; });
        await page.drop({ name: 'long.md', bytes: Buffer.from('# 길다\n\n' + '자리를 많이 차지하는 글. '.repeat(250000)) }, 900, 400);
    },
};
for (const [how, die] of Object.entries(deaths)) {
    test(`row 4: ${how}: the words are shown, can be taken along, and are there again`, { limit: 180000 }, async (t) => {
        t.allow(/RuntimeError|memory access|out of bounds|Aborted|abort|unreachable|no more memory|bad_alloc|OOM|Cannot enlarge memory/i);
        const { page } = t;
        await begin(page);
        await page.type('파일에 있는 말');
        await page.saved();
        await filed(page, '파일에 있는 말');
        await page.key('Home');
        await page.type('한글 🌱 ');
        await page.key('End');
        await page.key('Enter');
        await page.type('둘째 줄');
        await page.textbox('Retrospective').focus();
        await page.type('뒤를 돌아보면');
        await page.saved();
        await die(page);
        const shown = () => page.tab.evaluate(() => [...document.querySelectorAll('#shell-message textarea')].map((one) => one.value));
        await until(async () => (await shown()).length === 2, 'the words are shown');
        assert.deepEqual(await shown(), ['한글 🌱 파일에 있는 말\n둘째 줄', '뒤를 돌아보면']);
        assert.equal(await page.tab.$eval('#shell-message h1', (one) => one.textContent), 'Dajim has stopped');
        const { bytes, name } = await page.download(() => page.tab.evaluate(() =>
            [...document.querySelectorAll('#shell-message button')].find((one) => one.textContent === 'Download my journal').click()));

        const elsewhere = await (await t.stranger()).open();
        const file = path.join(await t.folder('rescued'), name);
        await fs.writeFile(file, bytes);
        await elsewhere.pick(file);
        await elsewhere.hasText('Resolution', '한글 🌱 파일에 있는 말\n둘째 줄');
        await elsewhere.hasText('Retrospective', '뒤를 돌아보면');
        await elsewhere.close();

        await page.tab.bringToFront();
        await page.reload();
        await page.hasText('Resolution', '한글 🌱 파일에 있는 말\n둘째 줄');
        await page.hasText('Retrospective', '뒤를 돌아보면');
        await page.writeAtEnd('Resolution');
        await page.type('. 다시');
        await page.saved();
    });
}
