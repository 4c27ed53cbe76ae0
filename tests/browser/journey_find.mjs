// Finding and replacing, by the keys and buttons that people know from elsewhere.
import { assert, test, until } from './harness.mjs';
import { makePair, makeSeries, notice, shelf } from './steps.mjs';
import { Hangul, play, shapes } from './typing.mjs';

const words = 'Words to find';

/** Waits until the bar counts "2/3". */
const counts = (page, wanted) => page.status(wanted).there();
/** Waits until the words selected in a page are these. */
const selects = (page, name, wanted) => until(async () => {
    await page.textbox(name).focus();
    return await page.selected() === wanted;
}, `${wanted} is selected in ${name}`);

test('Ctrl+F finds from the caret on, in both pages; Escape leaves the match selected', async (t) => {
    const { page } = t;
    await makePair(page, 'one two one', 'and one');
    await page.key('Control+Home');
    await page.key('Control+f');
    await page.type('one');   // at once: none of it may land in the page
    await page.textbox(words).focused();
    await counts(page, '1/3');
    await page.key('Enter');
    await counts(page, '2/3');
    await page.key('F3');
    await counts(page, '3/3');
    await page.key('Control+g');
    await counts(page, '1/3');
    await page.key('Shift+Enter');
    await counts(page, '3/3');
    await page.button('Find previous').click();
    await counts(page, '2/3');
    await page.button('Find next').click();
    await counts(page, '3/3');
    await page.textbox(words).focus();
    await page.key('Escape');
    await page.textbox(words).gone();
    await page.textbox('Retrospective').focused();
    assert.equal(await page.selected(), 'one');
    await page.type('1');
    await page.hasText('Retrospective', 'and 1');
    await page.hasText('Resolution', 'one two one');
});

test('what is selected is what is looked for; switches narrow it; nothing found says so', async (t) => {
    const { page } = t;
    await makePair(page, 'Goal goals goal');
    await page.key('Control+Home');
    await page.key('Control+Shift+ArrowRight');
    await page.key('Shift+ArrowLeft');
    await page.key('Control+f');
    await counts(page, '1/3');
    await page.control('switch', 'Whole words').click();
    await counts(page, '1/2');
    assert.ok((await page.control('switch', 'Whole words').info()).pressed);
    await page.control('switch', 'Match case').activate();
    await counts(page, '1/1');
    await page.textbox(words).focus();
    await page.key('Control+a');
    await page.type('zebra');
    await counts(page, 'None');
    await page.key('Control+a');
    await page.key('Backspace');
    await page.status('None').gone();
});

for (const shape of shapes) {
    test(`Hangul is found while it is composed, by syllables on their way and by initials (${shape})`, { browsers: ['chromium'] }, async (t) => {
        const { page } = t;
        await makePair(page, '글또에서 회고를 쓴다. 그림도.', '글또 글');
        await page.textbox('Resolution').focus();
        await page.key('Control+Home');
        const hangul = await Hangul.make(page, shape);
        await page.key('Control+f');
        await page.textbox(words).focused();
        await hangul.type('r');       // ㄱ
        await counts(page, '1/5');    // 글, 고, 그, 글, 글
        await hangul.type('m');       // 그
        await counts(page, '1/4');
        await hangul.type('f');       // 글, or the beginning of 그림
        await counts(page, '1/4');
        assert.equal((await page.field(words)).composing, true);
        await hangul.type('E');       // 글ㄸ
        await counts(page, '1/2');
        await hangul.press('Enter');  // commits, and goes on
        await counts(page, '2/2');
        assert.equal((await page.field(words)).value, '글ㄸ');
        await hangul.press('Escape');
        await page.textbox('Retrospective').focused();
        assert.equal(await page.selected(), '글또');
    });
}

test('T42 Hangul that tells of no composition is found as well', async (t) => {
    const { page } = t;
    await makePair(page, '앞에 글또, 뒤에 글또');
    await page.key('Control+f');
    await page.textbox(words).focused();
    await play(page, [['value', { put: 'ㄱ' }], ['input', { inputType: 'insertText', data: 'ㄱ' }]]);
    await counts(page, '1/2');
    await play(page, [['value', { take: 1, put: '글' }], ['input', { inputType: 'insertReplacementText', data: '글' }]]);
    await counts(page, '1/2');
    await play(page, [['value', { put: 'ㄸ' }], ['input', { inputType: 'insertText', data: 'ㄸ' }]]);
    await counts(page, '1/2');
    await page.key('Escape');
    await page.textbox('Resolution').focused();
    assert.equal(await page.selected(), '글또');
});

test('replacing, one and all, over both pages, is taken back whole', async (t) => {
    const { page } = t;
    await makePair(page, 'tea and tea', 'tea?');
    await page.key('Control+Home');
    await page.key('Control+h');
    await page.textbox(words).focused();
    await page.type('tea');
    await counts(page, '1/3');
    await page.key('Tab', 1);
    await page.textbox('Replacement').focus();
    await page.type('water');
    await page.key('Enter');
    await counts(page, '1/2');
    await page.hasText('Resolution', 'water and tea');
    await page.button('Replace all').click();
    assert.match(await notice(page, /Replaced/), /^Replaced 2: Resolution 1, Retrospective 1$/);
    await page.hasText('Resolution', 'water and water');
    await page.hasText('Retrospective', 'water?');
    await page.key('Control+z');
    await page.hasText('Retrospective', 'tea?');
    await page.hasText('Resolution', 'water and tea');
    await page.key('Control+z');
    await selects(page, 'Resolution', 'tea');
    await page.hasText('Resolution', 'tea and tea');
    await page.key('Control+y', 2);
    await page.hasText('Retrospective', 'water?');
});

test('all pairs are looked through; a match of the list leads to its pair', async (t) => {
    const { page } = t;
    await makeSeries(page, 'cohorts', '9', '10');
    await page.textbox('Resolution').focus();
    await page.paste('ten: needle');
    await page.button('9').click();
    await page.textbox('Retrospective').focus();
    await page.paste('nine: a needle in hay');
    await page.key('Control+Home');
    await page.key('Control+f');
    await page.textbox(words).focused();
    await page.type('needle');
    await counts(page, '1/1');
    await page.button('Find in all pairs').click();
    await counts(page, '1/2');
    await page.button('9 Retrospective: nine: a needle in hay').there();
    await page.button('10 Resolution: ten: needle').click();
    await page.textbox('Resolution').focused();
    assert.equal(await page.selected(), 'needle');
    assert.equal((await page.controls()).find((one) => one.role === 'button' && one.name === '10' && one.selected)?.name, '10');
    await page.key('F3');
    await counts(page, '1/2');
    await page.textbox('Retrospective').focused();
    assert.equal(await page.selected(), 'needle');
    assert.deepEqual(await shelf(page), ['cohorts', '9', '10']);
});

test('a match far down is brought into sight, in a narrow window too, and its page with it', async (t) => {
    const { page } = t;
    await makePair(page, 'nothing here', Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n\n') + '\nneedle');
    await page.tab.setViewport({ width: 360, height: 640 });
    await page.tabButton('Resolution').there();
    await page.tabButton('Resolution').click();
    await page.key('Control+f');
    await page.textbox(words).focused();
    await page.type('needle');
    await counts(page, '1/1');
    await until(async () => (await page.tabButton('Retrospective').info()).selected, 'the other page is shown');
    await page.key('Escape');
    await page.textbox('Retrospective').focused();
    const caret = await page.caret(), { box } = await page.textbox('Retrospective').info();
    assert.ok(caret.y >= box.y && caret.y + caret.height <= box.y + box.height, JSON.stringify({ caret, box }));
});

test('the bar is worked by keys alone, and at rest draws nothing', async (t) => {
    const { page } = t;
    await makePair(page, 'one');
    await page.key('Control+f');
    await page.textbox(words).focused();
    await page.type('one');
    await page.key('Tab');
    await until(async () => (await page.button('Find previous').info()).focused, 'Tab goes on to the buttons');
    await page.key('Tab');
    await page.key('Enter');
    await counts(page, '1/1');
    await page.still();
    const before = await page.frames();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { drawn } = await page.frames();
    assert.equal(drawn, before.drawn, 'no frame while nothing happens');
    await page.key('Escape');
    await page.textbox('Resolution').focused();
});
