// Selecting by mouse, the clipboard, undo and redo.
import { assert, test, until } from './harness.mjs';
import { makePair } from './steps.mjs';

/** Where the caret of the focused text stands after these keys, as a place for the mouse. */
async function placeOf(page, ...keys) {
    for (const key of keys) await page.key(key);
    const { x, y, height } = await page.caret();
    return { x: x + 0.5, y: y + height / 2 };
}

async function selects(page, wanted) {
    let last;
    await until(async () => (last = await page.selected()) === wanted, () => `${JSON.stringify(wanted)} is selected (it is ${JSON.stringify(last)})`);
}

test('T63 the mouse selects by dragging, with Shift, by two and three clicks', async (t) => {
    const { page } = t, { mouse } = page.tab;
    await makePair(page, '첫 줄의 낱말들\nsecond line has words\n셋째 줄');
    const begin = await placeOf(page, 'Control+Home', 'ArrowRight', 'ArrowRight');
    const end = await placeOf(page, 'ArrowDown', 'Home', ...Array(6).fill('ArrowRight'));

    await mouse.move(begin.x, begin.y);
    await mouse.down();
    await mouse.move(begin.x + 30, begin.y + 4, { steps: 3 });
    await mouse.move(end.x, end.y, { steps: 4 });
    await page.still();
    await mouse.up();
    await selects(page, '줄의 낱말들\nsecond');

    // From the end backwards.
    await mouse.move(end.x, end.y);
    await mouse.down();
    await mouse.move(begin.x, begin.y, { steps: 4 });
    await page.still();
    await mouse.up();
    await selects(page, '줄의 낱말들\nsecond');

    // A click puts the caret, one with Shift extends from there.
    await mouse.click(begin.x, begin.y);
    await selects(page, '');
    await page.tab.keyboard.down('Shift');
    await mouse.click(end.x, end.y);
    await page.tab.keyboard.up('Shift');
    await selects(page, '줄의 낱말들\nsecond');
    await page.type('X');
    await page.hasText('Resolution', '첫 X line has words\n셋째 줄');

    await page.key('Control+z');
    await page.hasText('Resolution', '첫 줄의 낱말들\nsecond line has words\n셋째 줄');
    await mouse.click(end.x - 10, end.y, { count: 2 });
    await selects(page, 'second');
    await mouse.click(end.x - 10, end.y + 60);  // so that the next clicks do not count on
    await mouse.click(end.x - 10, end.y, { count: 3 });
    await selects(page, 'second line has words');
    await mouse.click(begin.x + 20, begin.y);
    await mouse.click(begin.x + 4, begin.y, { count: 2 });
    await selects(page, '줄의');
});

test('T63 dragging past the lower edge scrolls on and selects what comes', async (t) => {
    const { page } = t, { mouse } = page.tab;
    await makePair(page, Array.from({ length: 120 }, (_, i) => `line ${i + 1}`).join('\n'));
    const begin = await placeOf(page, 'Control+Home');
    await mouse.move(begin.x, begin.y);
    await mouse.down();
    await mouse.move(begin.x + 20, begin.y + 40, { steps: 3 });
    await mouse.move(begin.x + 20, 790, { steps: 3 });
    await until(async () => (await page.selected()).includes('line 60'), 'far lines are selected');
    await mouse.up();
});

test('cut, copy and paste go through the system clipboard', async (t) => {
    const { page } = t;
    const clipboard = () => page.tab.evaluate(() => navigator.clipboard.readText());
    await makePair(page, '복사할 글 🌱\nsecond line');
    await page.key('Control+Home');
    await page.key('Shift+End');
    await page.still();
    await page.key('Control+c');
    await until(async () => await clipboard() === '복사할 글 🌱', 'the clipboard holds what was copied');
    await page.key('Control+a');
    await page.still();
    await page.key('Control+x');
    await until(async () => await clipboard() === '복사할 글 🌱\nsecond line', 'the clipboard holds what was cut');
    await page.hasText('Resolution', '');
    await page.textbox('Retrospective').focus();
    await page.key('Control+v');
    await page.hasText('Retrospective', '복사할 글 🌱\nsecond line');

    // From elsewhere: CRLF, decomposed Hangul, and a line break in a name of one line.
    await page.tab.evaluate((text) => navigator.clipboard.writeText(text), '한글\r\n둘째'.normalize('NFD'));
    await page.textbox('Resolution').focus();
    await page.key('Control+v');
    await page.hasText('Resolution', '한글\n둘째');
    await page.textbox('Pair name').focus();
    await page.key('Control+a');
    await page.key('Control+v');
    await until(async () => (await page.field('Pair name')).value === '한글 둘째', 'a name stays one line');

    // With nothing selected, copying leaves the clipboard alone.
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.still();
    await page.key('Control+c');
    await page.key('Control+End');
    await page.key('Control+v');
    await page.hasText('Resolution', '한글\n둘째한글\n둘째');
});

test('undo and redo go through both pages and names, by keys and buttons', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.type('하나');
    await page.key('F6');
    await page.textbox('Retrospective').focused();
    await page.type('둘');
    await page.key('F6');
    await page.textbox('Resolution').focused();
    await page.type(' 셋');
    const both = () => Promise.all([page.field('Resolution'), page.field('Retrospective')]).then((all) => all.map((one) => one.value));
    const become = (...wanted) => until(async () => JSON.stringify(await both()) === JSON.stringify(wanted),
                                         async () => `pages are ${JSON.stringify(wanted)} (they are ${JSON.stringify(await both())})`);
    await become('하나 셋', '둘');
    await page.key('Control+z');
    await become('하나', '둘');
    await page.key('Control+z');
    await become('하나', '');
    await page.textbox('Retrospective').focused();
    await page.button('Undo').click();
    await become('', '');
    await page.key('Control+Shift+z');
    await become('하나', '');
    await page.key('Control+y');
    await become('하나', '둘');
    await page.button('Redo').click();
    await become('하나 셋', '둘');
    assert.ok((await page.button('Redo').info()).disabled, 'there is nothing more to do again');
    // Back to nothing at all: even the pair was a step.
    for (let i = 0; i < 6 && !(await page.button('Begin a pair').info()); i++) {
        await page.button('Undo').activate();
        await page.still();
    }
    await page.button('Begin a pair').there();
    for (let i = 0; i < 8 && !(await page.button('Redo').info()).disabled; i++) {
        await page.button('Redo').activate();
        await page.still();
    }
    await become('하나 셋', '둘');
});
