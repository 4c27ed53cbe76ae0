// The goal's card and the strip beside the pages: ticks come to a verdict, scores are told, what was never promised has its lane, narrow
// windows lead from goal to answer, and notes survive.
import { assert, test, until } from './harness.mjs';
import { makePair, tabTo } from './steps.mjs';

const card = (page) => page.control('group', /^(Goal|Unpromised) “/).info().then((info) => info?.name ?? '');
const pressed = async (page, name) => (await page.control('switch', name).there()).pressed;
const items = async (page) => (await page.control('listitem').all()).map((one) => one.name);

/** Makes the caret's line in a page a goal, or ties it to the chosen one. */
async function mark(page, name, line) {
    await page.textbox(name).focus();
    await page.key('Control+Home');
    if (line) await page.key('ArrowDown', line);
    await page.key('Control+j');
    await page.still();
}

test('ticks with amounts come to a verdict that one key takes', async (t) => {
    const { page } = t;
    await makePair(page, '- write at least 10 posts\n- 책을 읽는다', '돌아본다');
    await mark(page, 'Resolution');
    await page.control('switch', 'More').click();
    const tick = page.button('Tick');
    assert.equal((await tick.there()).description, '0 of 10 posts');
    await tick.click();
    await page.textbox('Amount and note of a tick').focus();
    await page.type('+6 in spring');
    await page.key('Enter');
    await until(async () => (await tick.there()).description === '7 of 10 posts', 'they come to seven');
    assert.equal((await page.field('Amount and note of a tick')).value, '');
    assert.match((await page.button('Judge by the ticks').there()).description, /^7 of 10 posts → partly, 70 points\?/);
    await page.button('Take the last tick back').click();
    await until(async () => (await tick.there()).description === '1 of 10 posts', 'the last one is taken back');
    await page.key('Control+z');
    await until(async () => (await tick.there()).description === '7 of 10 posts', 'and comes again');
    await tabTo(page, page.button('Judge by the ticks'));
    await page.key('Enter');
    await until(() => pressed(page, 'Partly'), 'the verdict is given');
    assert.equal(await page.wholeText('Score'), '70');
    await page.button('Judge by the ticks').gone();
    await page.saved();
    await page.reload();
    await page.textbox('Resolution').focus();
    await page.key('F8');
    await until(() => pressed(page, 'Partly'), 'it was kept');
});

test('what verdicts come to stands beside the score that the text states, whose sentence a press shows', async (t) => {
    const { page } = t;
    const lines = Array.from({ length: 80 }, (_, i) => `한 줄 ${i}`).join('\n');
    await makePair(page, '- 하나를 한다\n- 둘을 한다', `전체적으로 스스로에게 70점을 주고 싶다.\n\n${lines}`);
    for (const [line, key] of [[0, 1], [1, 3]]) {
        await mark(page, 'Resolution', line);
        await page.key(`Control+Alt+${key}`);
    }
    await page.text('computed 50').there();
    await page.key('Control+Alt+2');
    await page.text('computed 75').there();
    await page.textbox('Retrospective').focus();
    await page.key('Control+End');
    const stated = page.button('Show the score in the text');
    assert.equal((await stated.there()).description, 'the text says 70');
    await stated.click();
    await page.textbox('Retrospective').focused();
    assert.equal(await page.selected(), '전체적으로 스스로에게 70점을 주고 싶다.');
    const { box } = await page.textbox('Retrospective').there(), caret = await page.caret();
    assert.ok(caret.y > box.y && caret.y < box.y + box.height, `its sentence is in sight, at ${caret.y}`);
    await page.key('Delete');
    await stated.gone();
    await page.text('computed 75').there();
});

test('what was never promised is walked to, lit, taken out and remembered by keys', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 쓴다', '글은 썼다\n처음으로 발표했다\n사람을 만났다');
    await mark(page, 'Resolution');
    await mark(page, 'Retrospective', 0);
    await page.button('Close the goal').click();
    await mark(page, 'Retrospective', 1);
    await until(async () => /발표했다/.test(await card(page)), 'it has a card');
    await mark(page, 'Retrospective', 2);
    await page.button('Close the unpromised').click();
    await page.text(/2 unpromised/).there();
    assert.deepEqual(await items(page), ['“글을 쓴다” — no verdict; answered', '처음으로 발표했다', '사람을 만났다']);
    await tabTo(page, page.control('listitem', '처음으로 발표했다'));
    await page.key('ArrowDown');
    await page.control('listitem', '사람을 만났다').focused();
    await page.key('Enter');
    await until(async () => /사람을 만났다/.test(await card(page)), 'the second is chosen');
    assert.ok((await page.control('listitem', '사람을 만났다').there()).selected);
    await tabTo(page, page.button('No longer unpromised'));
    await page.key('Enter');
    await page.text(/1 unpromised/).there();
    assert.equal(await card(page), '');
    await page.control('listitem', '처음으로 발표했다').focus();
    await page.key('Enter');
    await tabTo(page, page.button('Remember as a goal'));
    await page.key('Enter');
    await until(async () => /^Goal “처음으로 발표했다”/.test(await card(page)), 'it is a goal that was remembered');
    await page.control('listitem', '“처음으로 발표했다” — no verdict; answered; remembered later').there();
    await page.key('Control+z');
    await page.text(/1 unpromised/).there();
});

test('in a narrow window the strip beside the words chooses a goal, and the other tab shows its answer', { viewport: { width: 360, height: 740 } }, async (t) => {
    const { page } = t;
    const lines = (word) => Array.from({ length: 70 }, (_, i) => `${word} ${i}`).join('\n');
    await page.button('List of pairs').click();
    await page.button('New pair').activate();
    await page.textbox('Pair name').focused();
    await page.textbox('Resolution').focus();
    await page.paste(`- 글을 쓴다\n${lines('줄')}`);
    await page.tabButton('Retrospective').click();
    await page.textbox('Retrospective').focus();
    await page.paste(`${lines('말')}\n글은 열심히 썼다`);
    await page.tabButton('Resolution').click();
    await mark(page, 'Resolution');
    await page.tabButton('Retrospective').click();
    await page.textbox('Retrospective').focus();
    await page.key('Control+End');
    await page.key('Control+j');
    await page.key('Control+Alt+1');
    await page.button('Close the goal').click();
    await page.key('Control+Home');
    await page.tabButton('Resolution').click();
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.still();

    const { box } = await page.textbox('Resolution').there();
    assert.ok(box.x + box.width <= 346, 'the strip has its room beside the page');
    const told = await page.control('listitem', '“글을 쓴다” — kept; answered').there();
    await page.tab.mouse.click(told.box.x + told.box.width / 2, told.box.y + told.box.height / 2);
    await until(async () => /글을 쓴다/.test(await card(page)), 'the stub chooses its goal');
    await page.tabButton('Retrospective').click();
    const answer = await page.control('listitem', '“글을 쓴다” — kept; answered').there();
    assert.ok(answer.selected);
    const other = (await page.textbox('Retrospective').there()).box, middle = answer.box.y + answer.box.height / 2;
    assert.ok(middle > other.y + 10 && middle < other.y + other.height - 10, `its answer is in sight, at ${middle}`);
    assert.ok(other.x >= 14 && answer.box.x + answer.box.width <= other.x + 0.5, 'and the strip is clear of the words');
    await page.button('Close the goal').click();
    const again = (await page.control('listitem', '“글을 쓴다” — kept; answered').there()).box;
    await page.tab.mouse.click(again.x + again.width / 2, again.y + again.height / 2);
    await until(async () => /글을 쓴다/.test(await card(page)), 'the answer has its stub, too');
});

test('what is written on a card, tagged and linked is there after a reload', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 쓴다', '글은 쓰지 못했다');
    await mark(page, 'Resolution');
    await page.key('Control+Alt+3');
    await page.control('switch', 'More').click();
    await page.textbox('Notes').focus();
    await page.type('every night a little');
    await page.textbox('Reason').focus();
    await page.type('moved house');
    await page.control('switch', 'In the way: time').click();
    await page.textbox('Other things in the way').focus();
    await page.type('rain, boxes');
    await page.textbox('Add a link').focus();
    await page.paste('https://example.com/a/long/way/to/what/came/of/it');
    await page.button(/^Open link https:\/\/example.com/).there();
    await page.textbox('Resolution').focus();
    await page.saved();
    await page.reload();
    await page.textbox('Resolution').focus();
    await page.key('F8');
    await page.control('switch', 'More').click();
    assert.equal(await page.wholeText('Notes'), 'every night a little');
    assert.equal(await page.wholeText('Reason'), 'moved house');
    assert.equal(await page.wholeText('Other things in the way'), 'rain, boxes');
    assert.equal(await pressed(page, 'In the way: time'), true);
    await page.button('Remove link https://example.com/a/long/way/to/what/came/of/it').click();
    await page.button(/^Open link/).gone();
    await page.key('Control+z');
    await page.button(/^Open link/).there();
});
