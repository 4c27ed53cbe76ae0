// A series and a pair with dates, then words on both pages: by keyboard alone, and by mouse.
import { assert, test, until } from './harness.mjs';
import { makePair, shelf, tabTo } from './steps.mjs';

const left = '이번 기수에는 열 번을 낸다.\nTen posts, no excuses. 🌱';
const right = '아홉 번 냈다. 한 번은 벚꽃 때문이다 🌸\nNine of ten.';

async function allIsThere(page) {
    assert.deepEqual(await shelf(page), ['글또', '10기']);
    await page.hasText('Resolution', left);
    await page.hasText('Retrospective', right);
    await page.saved();
    const { bytes } = await page.download(() => page.button('Export').activate());
    const entries = JSON.parse(bytes).entries;
    const pair = entries.find((entry) => entry.kind === 'pair').fields;
    assert.deepEqual([pair.start.v, pair.end.v], ['2024-10-13', '2025-03-30']);
}

test('a series, a pair with dates and two pages by keyboard alone', async (t) => {
    const { page } = t;
    await tabTo(page, page.button('New series'));
    await page.key('Enter');
    await page.textbox('Series name').focused();
    await page.type('글또');  // the name offered is selected: typing replaces it
    await tabTo(page, page.button('New pair'));
    await page.key('Space');
    await page.textbox('Pair name').focused();
    await page.type('10기');
    await page.key('Enter');
    await page.textbox('Start date').focused();
    await page.type('2024-10-13');
    await page.key('Enter');
    await page.textbox('End date').focused();
    await page.type('2025-03-30');
    await page.key('Enter');
    await page.textbox('Resolution').focused();
    await page.type(left);
    await page.key('F6');
    await page.textbox('Retrospective').focused();
    await page.type(right);
    await allIsThere(page);
});

test('a series, a pair with dates and two pages by mouse', async (t) => {
    const { page } = t;
    await page.button('New series').click();
    await page.textbox('Series name').focused();
    await page.type('글또');
    await page.button('New pair').click();
    await page.textbox('Pair name').focused();
    await page.type('10기');
    for (const [name, words] of [['Start date', '2024-10-13'], ['End date', '2025-03-30'], ['Resolution', left], ['Retrospective', right]]) {
        await page.textbox(name).click({ count: /date/.test(name) ? 3 : 1 });
        await page.textbox(name).focused();
        await page.type(words);
    }
    await allIsThere(page);
});

test('a date that is none says so and changes nothing; an end before the start is told', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.textbox('Start date').focus();
    await page.key('Control+a');
    await page.type('2024-10-1');
    await page.key('Control+a');
    await page.type('2024-13-40');
    await page.alert(/Write it like 2026-11-22/).there();
    assert.ok((await page.textbox('Start date').info()).invalid);
    await page.key('Control+a');
    await page.type('2024-10-13');
    await page.alert(/Write it like/).gone();
    await page.textbox('End date').focus();
    await page.key('Control+a');
    await page.type('2024-10-01');
    await page.alert('The end comes before the start.').there();
    await page.key('Control+a');
    await page.type('2025-03-30');
    await page.alert('The end comes before the start.').gone();
    await until(async () => (await page.field('Start date')).value === '2024-10-13', 'the start stays');
});

for (const width of [360, 768, 1000, 1010]) {
    test(`${width} px: the dates can be written however long the names are, and a wrong one is told`, async (t) => {
        const { page } = t;
        await makePair(page);
        await page.tab.setViewport({ width, height: 700 });
        await page.still();
        for (const name of ['Series name', 'Pair name']) {
            await page.textbox(name).focus();
            await page.key('Control+a');
            await page.type('아주 길고 긴 이름을 가진 시리즈와 한 쌍');
        }
        for (const [name, date] of [['Start date', '2024-10-13'], ['End date', '2024-03-30']]) {
            await page.textbox(name).focus();
            await page.key('Control+a');
            for (const sign of date) {
                await page.type(sign);
                assert.deepEqual(await page.alert(/Write it like/).all(), [], `${sign}: a date on its way is no mistake yet`);
            }
            await until(async () => (await page.field(name))?.value === date, `${name} has all of it`);
        }
        const { box: told } = await page.alert('The end comes before the start.').there();
        const covered = (await page.controls()).filter(({ role, box }) => role === 'button' && box.y < told.y + told.height && box.y + box.height > told.y);
        assert.deepEqual(covered, [], 'what is told lies over nothing');
        for (const name of ['Series name', 'Pair name', 'Start date', 'End date']) {
            const { box } = await page.textbox(name).there();
            assert.ok(box.x >= 0 && box.x + box.width <= width && box.width >= 50, `${name} ${JSON.stringify(box)}`);
        }
    });
}

test('Escape in a name gives the keyboard back to the page', async (t) => {
    const { page } = t;
    await makePair(page, 'words');
    await page.key('F2');
    await page.textbox('Pair name').focused();
    assert.equal(await page.selected(), String(new Date().getFullYear()));
    await page.type('Spring');
    await page.key('Enter');
    await page.textbox('Start date').focused();
    await page.key('Escape');
    await page.textbox('Resolution').focused();
    await until(async () => (await shelf(page))[1] === 'Spring', 'the pair is called Spring');
});
