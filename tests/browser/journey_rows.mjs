// Rows of a paragraph: soft wrap by word, and the keys that walk through rows.
import { assert, test } from './harness.mjs';
import { makePair } from './steps.mjs';

const korean = '돌아보면 여섯 달은 길지 않았고 마감은 늘 일요일 밤이었으며 그래도 열 번 가운데 아홉 번은 약속을 지켰다고 말할 수 있다. ' +
    '다음에는 금요일에 초고를 쓰고 토요일에 고치고 일요일에는 산책을 하고 싶다고 여기에 적어 둔다.';
const english = 'Looking back, half a year was not long, and every deadline fell on a Sunday night; still nine of the ten promises were kept. ' +
    'Next time the draft shall be written on Friday and mended on Saturday, and Sunday is for a walk.';

/** The rows of the text that has the keyboard, by walking down through them and selecting each. */
async function rows(page) {
    const out = [];
    await page.key('Control+Home');
    for (let last = -1;;) {
        await page.key('Home');
        const { y } = await page.caret();
        if (y <= last) return out;
        last = y;
        await page.key('Shift+End');
        await page.still();
        out.push(await page.selected());
        await page.key('ArrowDown');
    }
}

for (const [language, paragraph] of [['Korean', korean], ['English', english]]) {
    test(`T67 ${language} wraps between words`, async (t) => {
        const { page } = t;
        await makePair(page, paragraph);
        const seen = await rows(page);
        assert.ok(seen.length >= 4, `there are rows (${seen.length})`);
        assert.equal(seen.join(''), paragraph);
        for (const row of seen.slice(0, -1)) assert.match(row, / $/, `a row ends between words: “${row}”`);
    });
}

test('T67 Line breaks between syllables, when asked for, fill the rows', async (t) => {
    const { page } = t;
    await makePair(page, korean);
    const before = await rows(page);
    await page.button('Line breaks').click();
    await page.textbox('Resolution').focus();
    const after = await rows(page);
    assert.equal(after.join(''), korean);
    assert.ok(after.slice(0, -1).some((row) => !row.endsWith(' ')), 'some row ends inside a word');
    assert.ok(after.length <= before.length);
});

test('a word wider than the page breaks inside and is lost nowhere', async (t) => {
    const { page } = t;
    const word = 'ㅋ'.repeat(150) + 'https://example.org/' + 'a'.repeat(200);
    await makePair(page, word);
    const seen = await rows(page);
    assert.ok(seen.length > 3);
    assert.equal(seen.join(''), word);
});

test('T64 Home, End, words, pages, start and end of the text', async (t) => {
    const { page } = t;
    const lines = Array.from({ length: 80 }, (_, i) => `줄 ${i + 1} holds words`);
    await makePair(page, lines.join('\n'));
    const line = async () => {   // the number of the line the caret stands in
        await page.key('Home');
        await page.key('Shift+End');
        await page.still();
        const number = /줄 (\d+) /.exec(await page.selected());
        await page.key('ArrowLeft');
        return Number(number[1]);
    };
    await page.key('Control+Home');
    assert.equal(await line(), 1);
    await page.key('PageDown');
    const down = await line();
    assert.ok(down > 8 && down < 40, `a page further (line ${down})`);
    await page.key('PageDown');
    assert.ok(await line() > down);
    await page.key('PageUp');
    await page.key('PageUp');
    assert.equal(await line(), 1);
    await page.key('ArrowDown', 3);
    assert.equal(await line(), 4);
    await page.key('Control+End');
    assert.equal(await line(), 80);

    // Through one line by words.
    const steps = [];
    for (let i = 0; i < 4; i++) {
        await page.key('Control+Shift+ArrowRight');
        await page.still();
        steps.push(await page.selected());
    }
    assert.deepEqual(steps, ['줄 ', '줄 80 ', '줄 80 holds ', '줄 80 holds words']);
    await page.key('ArrowRight');
    await page.key('Control+Shift+ArrowLeft');
    await page.still();
    assert.equal(await page.selected(), 'words');
    await page.key('End');
    await page.key('Control+Backspace');
    await page.key('Control+Home');
    await page.key('Control+Delete');
    await page.hasText('Resolution', ['1 holds words', ...lines.slice(1, -1), '줄 80 holds '].join('\n'));
});

test('T69 Up and Down keep their column, and pass through a short line', async (t) => {
    const { page } = t;
    await makePair(page, '가나다라마바사아자차\n짧다\n가나다라마바사아자차');
    await page.key('Control+Home');
    await page.key('ArrowRight', 8);
    const { x } = await page.caret();
    await page.key('ArrowDown');
    const short = await page.caret();
    assert.ok(short.x < x - 40);
    await page.key('ArrowDown');
    const back = await page.caret();
    assert.ok(Math.abs(back.x - x) <= 1, `${back.x} is where it was, ${x}`);
    await page.key('ArrowUp', 2);
    assert.ok(Math.abs((await page.caret()).x - x) <= 1);
});

test('T65 emoji of several code points are one step', async (t) => {
    const { page } = t;
    await makePair(page, 'a👩‍👩‍👧‍👦🇰🇷👍🏽e\u0301z');
    await page.key('Control+Home');
    const steps = [];
    for (let i = 0; i < 6; i++) {
        await page.key('Shift+ArrowRight');
        await page.still();
        steps.push((await page.selected()).length);
    }
    assert.deepEqual(steps, [1, 12, 16, 20, 22, 23]);
    await page.key('ArrowLeft');
    await page.key('ArrowRight', 4);
    await page.key('Backspace', 2);
    await page.hasText('Resolution', 'a👩‍👩‍👧‍👦e\u0301z');
    await page.key('Control+Home');
    await page.key('ArrowRight');
    await page.key('Delete', 2);
    await page.hasText('Resolution', 'az');
});
