// Words carried by the pointer: a selection dragged along its page and to the other, words dragged in from elsewhere.
import { assert, test, until } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

/** Where the caret of a text stands after these keys, as a place for the mouse. */
async function placeOf(page, name, ...keys) {
    await page.textbox(name).focus();
    for (const key of keys) await page.key(key);
    const { x, y, height } = await page.caret();
    return { x: x + 0.5, y: y + height / 2 };
}

const right = (count) => Array(count).fill('ArrowRight');

async function selects(page, wanted) {
    let last;
    await until(async () => (last = await page.selected()) === wanted, () => `${JSON.stringify(wanted)} is selected (it is ${JSON.stringify(last)})`);
}

/** Presses at one place and goes to another, still pressed. */
async function carry(page, from, to) {
    const { mouse } = page.tab;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 8, from.y + 2, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await page.still();
}

/** "가는 말 " is selected in the resolution; answers places in it, before "끝" there, and before "둘" in the retrospective. */
async function scene(page) {
    await makePair(page, '처음 가는 말 그리고 끝', '하나 둘');
    const there = await placeOf(page, 'Retrospective', 'Control+Home', ...right(3));
    const end = await placeOf(page, 'Resolution', 'Control+End', 'ArrowLeft');
    const inside = await placeOf(page, 'Resolution', 'Control+Home', ...right(5));
    await placeOf(page, 'Resolution', 'Control+Home', ...right(3));
    for (let i = 0; i < 5; i++) await page.key('Shift+ArrowRight');
    await selects(page, '가는 말 ');
    return { there, end, inside };
}

test('a selection is dragged along its page, and one step takes it back', async (t) => {
    const { page } = t, { end, inside } = await scene(page);
    await carry(page, inside, end);
    await page.tab.mouse.up();
    await selects(page, '가는 말 ');
    await page.type('X');
    await page.hasText('Resolution', '처음 그리고 X끝');
    await page.key('Control+z');
    await selects(page, '가는 말 ');
    await page.key('Control+z');
    await selects(page, '가는 말 ');
    await page.hasText('Resolution', '처음 가는 말 그리고 끝');
});

test('a selection is dragged to the other page, a caret showing where it would fall', async (t) => {
    const { page } = t, { there, inside } = await scene(page);
    const around = { x: there.x - 12, y: there.y - 16, width: 24, height: 32 };
    const before = await page.picture(around);
    await carry(page, inside, there);
    assert.ok(difference(before, await page.picture(around)) > 20, 'a caret is drawn where the pointer is');
    await page.tab.mouse.up();
    await page.textbox('Retrospective').focused();
    await selects(page, '가는 말 ');
    await page.hasText('Retrospective', '하나 가는 말 둘');
    await page.hasText('Resolution', '처음 그리고 끝');
    await page.key('Control+z');
    await page.textbox('Resolution').focused();
    await selects(page, '가는 말 ');
    await page.hasText('Resolution', '처음 가는 말 그리고 끝');
    await page.hasText('Retrospective', '하나 둘');
    await page.key('Control+Shift+z');
    await page.textbox('Retrospective').focused();
    await selects(page, '가는 말 ');
    await page.hasText('Retrospective', '하나 가는 말 둘');
});

test('with Control held what is dragged is copied', async (t) => {
    const { page } = t, { there, inside } = await scene(page);
    await carry(page, inside, there);
    await page.tab.keyboard.down('Control');
    await page.still();
    await page.tab.mouse.up();
    await page.tab.keyboard.up('Control');
    await page.textbox('Retrospective').focused();
    await page.hasText('Retrospective', '하나 가는 말 둘');
    await page.hasText('Resolution', '처음 가는 말 그리고 끝');
});

test('Escape, a place that takes no words and the words themselves leave all as it was', async (t) => {
    const { page } = t, { there, inside } = await scene(page);
    await carry(page, inside, there);
    await page.key('Escape');
    await page.tab.mouse.up();
    await page.still();
    await selects(page, '가는 말 ');
    // Never twice at one place: a second press soon after is a double click.
    for (const [by, to] of [[-10, { x: there.x, y: 20 }], [0, { x: inside.x + 12, y: inside.y }]]) {
        await carry(page, { x: inside.x + by, y: inside.y }, to);
        await page.tab.mouse.up();
        await page.still();
        await selects(page, '가는 말 ');
    }
    await page.hasText('Retrospective', '하나 둘');
    await page.hasText('Resolution', '처음 가는 말 그리고 끝');
});

test('a press on a selection that does not move puts the caret there, for the very next key', async (t) => {
    const { page } = t, { inside } = await scene(page), { mouse } = page.tab;
    await mouse.move(inside.x, inside.y);
    await mouse.down();
    await mouse.up();
    await page.type('X');
    await page.hasText('Resolution', '처음 가는X 말 그리고 끝');
    // Two clicks on what is selected choose a word there, as anywhere.
    await mouse.click(inside.x - 8, inside.y, { count: 2 });
    await selects(page, '가는X');
});

test('near the edges of a page it scrolls along with what is carried', async (t) => {
    const { page } = t;
    await makePair(page, Array.from({ length: 120 }, (_, i) => `line ${i + 1}`).join('\n'));
    const inside = await placeOf(page, 'Resolution', 'Control+Home', ...right(2));
    await placeOf(page, 'Resolution', 'Control+Home');
    for (let i = 0; i < 4; i++) await page.key('Shift+ArrowRight');
    await selects(page, 'line');
    const { box } = await page.textbox('Resolution').info();
    const { mouse } = page.tab;
    await mouse.move(inside.x, inside.y);
    await mouse.down();
    await mouse.move(inside.x + 10, inside.y + 10, { steps: 3 });
    await mouse.move(inside.x + 10, box.y + box.height - 6, { steps: 4 });
    const { drawn } = await page.frames();
    await until(async () => (await page.frames()).drawn > drawn + 100, 'it goes on by itself', 30000);
    await mouse.move(inside.x + 10, box.y + box.height / 2, { steps: 4 });
    await page.still();
    await mouse.up();
    await selects(page, 'line');
    const text = await page.wholeText('Resolution');
    assert.ok(text.startsWith(' 1\n'), 'it left the first line');
    const at = text.split('\n').findIndex((line) => line.length > 'line 120'.length);
    assert.ok(at > 17, `it fell far down (on line ${at + 1})`);
});

test('words from another window fall where they are let go, as Markdown, selected', async (t) => {
    const { page } = t, { there } = await scene(page);
    await page.bring('굵은 말', '<b>굵은</b> 말', there.x, there.y, { away: true });
    await selects(page, '가는 말 ');
    await page.bring('굵은 말 ', '<b>굵은</b> 말', there.x, there.y);
    await page.textbox('Retrospective').focused();
    await selects(page, '**굵은** 말');
    await page.type('새것 ');
    await page.hasText('Retrospective', '하나 새것 둘');
    await page.key('Control+z');
    await page.key('Control+z');
    await page.textbox('Resolution').focused();
    await page.hasText('Retrospective', '하나 둘');
    const { box } = await page.textbox('Pair name').info();
    await page.bring('일곱\n째 ', '<h1>일곱째</h1>', box.x + 2, box.y + box.height / 2);
    await until(async () => /^일곱 째 /.test((await page.field('Pair name')).value), async () => `the name begins with it: ${(await page.field('Pair name')).value}`);
});

test('T63 dragging after two clicks selects by words, after three by paragraphs', async (t) => {
    const { page } = t, { mouse } = page.tab;
    await makePair(page, '나는 오늘 다짐을 쓴다\n둘째 줄\n셋째 줄');
    const word = await placeOf(page, 'Resolution', 'Control+Home', ...right(4));
    const far = await placeOf(page, 'Resolution', 'Control+Home', ...right(7));
    const below = await placeOf(page, 'Resolution', 'Control+Home', 'ArrowDown', 'ArrowRight');
    const drag = async (clicks, to) => {
        await mouse.move(word.x, word.y);
        for (let i = 1; i < clicks; i++) {
            await mouse.down();
            await mouse.up();
            await page.still();
        }
        await mouse.down({ clickCount: clicks });
        await page.still();
        await mouse.move(to.x, to.y, { steps: 4 });
        await page.still();
        await mouse.up();
    };
    await drag(2, far);
    await selects(page, '오늘 다짐을');
    await mouse.click(below.x, below.y + 40);  // so that the next clicks do not count on
    await page.still();
    await drag(3, below);
    await selects(page, '나는 오늘 다짐을 쓴다\n둘째 줄');
});
