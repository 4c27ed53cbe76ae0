// Several series and pairs: choose, rename, reorder, delete and take back.
import { assert, test, until } from './harness.mjs';
import { makeSeries, notice, shelf } from './steps.mjs';

const become = async (page, wanted) => {
    let last;
    await until(async () => JSON.stringify(last = await shelf(page)) === JSON.stringify(wanted),
                () => `the list is ${wanted} (it is ${last})`);
};

async function twoSeries(page) {
    await makeSeries(page, '글또', '9기', '10기');
    await page.textbox('Resolution').focus();
    await page.type('열 번째 다짐');
    await makeSeries(page, 'Years', '2024', '2025');
    await page.textbox('Resolution').focus();
    await page.type('this year');
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
}

test('pairs are chosen by mouse and by keys, each with its own words', async (t) => {
    const { page } = t;
    await twoSeries(page);
    await page.button('10기').click();
    await page.hasText('Resolution', '열 번째 다짐');
    assert.ok((await page.button('10기').info()).selected);
    await page.key('Alt+PageDown');
    await until(async () => (await page.button('2024').info()).selected, 'the next pair is chosen');
    await page.hasText('Resolution', '');
    await page.key('Alt+PageDown');
    await page.hasText('Resolution', 'this year');
    await page.key('Alt+PageUp', 3);
    await until(async () => (await page.button('9기').info()).selected, 'three back');
    await page.button('Years').click();
    await until(async () => (await page.button('2025').info()).selected, 'a series opens at its latest pair');
    assert.equal((await page.field('Series name')).value, 'Years');
});

test('series and pairs are renamed', async (t) => {
    const { page } = t;
    await twoSeries(page);
    await page.button('9기').click();
    await page.key('F2');
    await page.textbox('Pair name').focused();
    await page.type('아홉 번째');
    await page.textbox('Series name').click({ count: 3 });
    await page.textbox('Series name').focused();
    await page.type('글 쓰는 또라이 🌱');
    await become(page, ['글 쓰는 또라이 🌱', '아홉 번째', '10기', 'Years', '2024', '2025']);
    await page.key('Control+a');
    await page.key('Delete');
    await become(page, ['Untitled series', '아홉 번째', '10기', 'Years', '2024', '2025']);
    await page.key('Control+z');
    await page.saved();
    await page.reload();
    await become(page, ['글 쓰는 또라이 🌱', '아홉 번째', '10기', 'Years', '2024', '2025']);
});

test('series and pairs change their order, by buttons and by keys', async (t) => {
    const { page } = t;
    await twoSeries(page);
    await page.button('Move pair up').click();
    await become(page, ['글또', '9기', '10기', 'Years', '2025', '2024']);
    await page.textbox('Resolution').focus();
    await page.key('Alt+Shift+ArrowUp');
    await become(page, ['글또', '9기', '10기', '2025', 'Years', '2024']);
    await page.key('Alt+Shift+ArrowDown', 2);
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
    await page.button('Move series up').click();
    await become(page, ['Years', '2024', '2025', '글또', '9기', '10기']);
    await page.hasText('Resolution', 'this year');
    await page.button('Undo').activate();
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
    await page.button('Move series down').click();  // the last one: nothing
    await page.still();
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
});

test('what was deleted can be taken back, from the notice and by Undo', async (t) => {
    const { page } = t;
    await twoSeries(page);
    await page.button('Delete pair').click();
    await notice(page, /Deleted “2025”/);
    await become(page, ['글또', '9기', '10기', 'Years', '2024']);
    await page.button('Take back').click();
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
    await page.button('2025').click();
    await page.hasText('Resolution', 'this year');

    await page.button('10기').click();
    await page.button('Delete series').click();
    await notice(page, /Deleted “글또”/);
    await become(page, ['Years', '2024', '2025']);
    await page.button('Dismiss').click();
    await page.button('Dismiss').gone();
    await page.button('Undo').activate();
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
    await page.button('10기').click();
    await page.hasText('Resolution', '열 번째 다짐');
    await page.saved();
    await page.reload();
    await become(page, ['글또', '9기', '10기', 'Years', '2024', '2025']);
});

test('a series without pairs offers to begin one', async (t) => {
    const { page } = t;
    await page.button('New series').click();
    await page.textbox('Series name').focused();
    await page.text(/no pair yet/).there();
    await page.button('Begin a pair').click();
    await page.textbox('Pair name').focused();
    await page.textbox('Resolution').there();
});

test('the list over a narrow window takes its presses alone', { viewport: { width: 700, height: 700 } }, async (t) => {
    const { page } = t;
    for (const words of ['first', 'second']) {
        await page.button(words === 'first' ? 'Begin a pair' : 'List of pairs').click();
        if (words === 'second') await page.button('New pair').click();
        await page.textbox('Pair name').focused();
        await page.key('Control+a');
        await page.type(words);
        await page.textbox('Resolution').focus();
        await page.type(words);
    }
    await page.button('List of pairs').click();
    await page.button('New pair').there();
    // Under the first row lie the button of the list itself and the names, under the second the page.
    await page.button(/^My resolutions$/).click({ x: 0.05 });
    await page.button('New pair').there();
    await page.button('first').click();
    await page.button('New pair').gone();
    await page.hasText('Resolution', 'first');
    await page.button('List of pairs').click();
    await page.button('Larger text').click();
    assert.ok(!(await page.controls()).some((one) => one.role === 'textbox' && one.focused && one.name !== 'Resolution'));
    await page.button('New pair').there();
    await page.tab.mouse.click(690, 400);
    await page.button('New pair').gone();
});
