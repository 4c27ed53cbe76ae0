// A text as long as a file may be (10 MB) is opened, written in at its start, middle and end, scrolled, saved and found again.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';

const most = 10 * 1024 * 1024;

/** As many numbered paragraphs as fit. */
function paragraphs() {
    const words = '오늘은 미루지 않고 한 줄이라도 쓴다. 어제보다 조금 더 또렷하게 적어 두면 내일의 내가 덜 헤맨다. ';
    const one = (number) => `${String(number).padStart(6, '0')} ${words.repeat(3).trim()}`;
    return Array.from({ length: Math.floor(most / (Buffer.byteLength(one(0)) + 1)) }, (_, i) => one(i + 1));
}

test('ten megabytes: opened, written in at start, middle and end, scrolled, saved and there again', { launch: {}, limit: 240000 }, async (t) => {
    const { page } = t, lines = paragraphs(), folder = await t.folder('long');
    const file = path.join(folder, '긴 글.md');
    await fs.writeFile(file, lines.join('\n'));
    await page.button('New series').click();
    await page.pick(file);
    await page.textbox('Resolution').there(60000);
    await page.saved(60000);

    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.type('첫 ');
    lines[0] = '첫 ' + lines[0];
    await until(async () => (await page.field('Resolution')).value.startsWith('첫 000001'), 'the first words are changed');

    // By wheel to somewhere in the middle, where a press puts the caret.
    const { box } = await page.textbox('Resolution').there();
    await page.tab.mouse.move(box.x + box.width / 2, 400);
    const before = await page.field('Resolution');
    for (let turn = 0; turn < 10; turn++) {
        await page.tab.mouse.wheel({ deltaY: 100000 });
        await page.still();
    }
    await page.tab.mouse.click(box.x + box.width / 2, 400);
    await until(async () => (await page.field('Resolution')).value !== before.value, 'the caret is elsewhere');
    await page.still();
    const caret = await page.caret();
    assert.ok(Math.abs(caret.y + caret.height / 2 - 400) < 40, `the caret is where the press was (${JSON.stringify(caret)})`);
    await page.key('Home');
    await page.type('가운데');
    await page.still();
    const { value, start } = await page.field('Resolution');
    assert.ok(value.slice(0, start).endsWith('가운데'), 'what is typed stands before the caret');
    // Which line that was tells the number before or behind it.
    await page.key('Control+ArrowUp');
    await page.key('Shift+Control+ArrowDown');
    await page.still();
    const written = await page.selected();
    const middle = lines.findIndex((line) => line === written.replace('가운데', ''));
    assert.ok(middle > 100 && middle < lines.length - 100, `a line in the middle, and nothing else in it is changed (${middle})`);
    lines[middle] = written;

    await page.key('Control+End');
    await page.key('Enter');
    await page.type('끝');
    lines.push('끝');
    await page.still();
    assert.ok((await page.field('Resolution')).value.endsWith('\n끝'));
    await page.saved(60000);
    // Saved and left alone it draws nothing.
    await page.tab.evaluate(() => document.activeElement.blur());
    await until(async () => {
        const { drawn } = await page.frames();
        await new Promise((resolve) => setTimeout(resolve, 1500));
        return (await page.frames()).drawn === drawn;
    }, 'the page rests', 30000);

    await page.reload();
    await page.textbox('Resolution').there(60000);
    await page.textbox('Resolution').focus();
    assert.ok((await page.field('Resolution')).value.endsWith('\n끝'), 'the caret is where it was');
    await page.key('Control+a');
    await page.still();
    const text = await page.selected();
    assert.ok(text === lines.join('\n'), `all words are there (${text.length} of ${lines.join('\n').length})`);
    await page.key('Control+Home');
    await page.type('또 ');
    await until(async () => (await page.field('Resolution')).value.startsWith('또 첫 000001'), 'it can be written in');
    await page.saved(60000);
});
