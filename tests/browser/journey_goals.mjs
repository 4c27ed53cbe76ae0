// Goals and their answers: proposed by posts, marked by hand, judged by keys, level with each other, carried on, and the same elsewhere.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { makePair, makeSeries, notice, shelf } from './steps.mjs';

const resolution = `---
title: 열 번째 다짐
date: 2024-10-13
---
# 열 번째 다짐

지난 기수에는 욕심을 부렸다.

## 이번 목표

- 글을 최소 열 번 낸다
- 커피챗을 한 달에 한 번 연다
- 벌금은 만원 이하로 끝낸다
`;
const retrospective = `# 열 번을 쓰고 나서

> 글을 최소 열 번 낸다

열두 번을 냈으니 지켰다.

벌금은 이만원이 되어 지키지 못했다.

사람들 앞에서 처음으로 발표했다.
`;
const toggle = (page, name) => page.control('switch', name);
const pressed = async (page, name) => (await toggle(page, name).there()).pressed;
const proposed = (page) => page.status(/\?/).info().then((info) => info?.name ?? '');
const card = (page) => page.control('group', /^Goal “/).info().then((info) => info?.name ?? '');

async function post(t, name, text) {
    const file = path.join(await t.folder('posts'), name);
    await fs.writeFile(file, text);
    return file;
}

test('a resolution and a retrospective come in, goals are taken, answered, judged, carried on and carried away', async (t) => {
    const { page } = t;
    await makeSeries(page, '글또', '10기');
    await page.pick(await post(t, 'resolution.md', resolution));
    await until(async () => /A goal\? “글을 최소 열 번 낸다”/.test(await proposed(page)), 'the first goal is proposed');
    assert.match(await proposed(page), /이번 목표/);   // and says why
    await page.button('Accept').click();
    await until(async () => /커피챗/.test(await proposed(page)), 'the next one is proposed');
    await page.button('Accept all').click();
    await page.text(/^3 goals/).there();

    await page.pick(await post(t, 'retrospective.md', retrospective));
    await until(async () => /An answer to/.test(await proposed(page)), 'an answer is proposed');
    await page.button('Accept all').click();
    await page.text(/^2 answered · 1 silent/).there();

    // The goals one after the other, by keys alone.
    await page.textbox('Retrospective').focus();
    await page.key('F8');
    await until(async () => /열 번/.test(await card(page)), 'the first goal has its card');
    assert.equal(await pressed(page, 'Kept'), true);      // as the retrospective said
    await page.key('F8');
    await until(async () => /커피챗/.test(await card(page)), 'the next goal has its card');
    await page.key('Control+Alt+5');
    await until(() => pressed(page, 'Dropped'), 'the verdict is given');
    await page.textbox('Reason').focus();
    await page.type('busy');
    await page.button('Carry to the next').click();
    await notice(page, /goes on in “11기”/);
    assert.deepEqual(await shelf(page).then((rows) => rows.map((row) => row.replace(/,.*/, ''))), ['글또', '10기', '11기']);

    await page.saved();
    await page.reload();
    await page.button(/^10기/).activate();
    await page.text(/^2 answered/).there();
    const file = await page.download(() => page.button('Export').activate());
    const away = path.join(await t.folder('export'), file.name);
    await fs.writeFile(away, file.bytes);
    const other = await (await t.stranger()).open('?lang=en');
    await other.pick(away);
    await notice(other, /Imported/);
    await other.button(/^10기/).activate();
    await other.text(/^2 answered/).there();
    await other.textbox('Retrospective').focus();
    await other.key('F8', 2);
    await until(() => pressed(other, 'Dropped'), 'the verdict came along');
    assert.equal(await other.wholeText('Reason'), 'busy');
    await other.button(/^11기/).activate();
    await other.text(/^1 goals/).there();
});

test('one key marks a line as a goal, ties words to it, and everything can be taken back', async (t) => {
    const { page } = t;
    await makePair(page, '- 책을 읽는다\n- 글을 쓴다', '책은 읽었다');
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.key('Control+j');
    await until(async () => /책을 읽는다/.test(await card(page)), 'the line is a goal');
    await page.textbox('Retrospective').focus();
    await page.key('Control+j');
    await page.text(/^1 answered/).there();
    await page.key('Control+z');
    await page.text(/^0 answered/).there();
    await page.key('Control+z');
    await until(async () => !(await card(page)), 'the goal is gone');
    await page.key('Control+Shift+z', 2);
    await page.text(/^1 answered/).there();
});

test('a press in the margin makes the line a goal, and chooses it afterwards', async (t) => {
    const { page } = t;
    await makePair(page, '처음 줄\n- 글을 쓴다');
    await page.textbox('Resolution').focus();
    await page.key('Control+End');
    await page.still();
    const caret = await page.caret();
    const { box } = await page.textbox('Resolution').there();
    const margin = box.x + Math.min(54, Math.max(18, box.width * 0.085)) - 20;
    const press = () => page.tab.mouse.click(margin, caret.y + caret.height / 2);
    await press();
    await until(async () => /글을 쓴다/.test(await card(page)), 'the line is a goal');
    await page.button('Close the goal').click();
    await until(async () => !(await card(page)), 'the card is away');
    await press();
    await until(async () => /글을 쓴다/.test(await card(page)), 'its sign chooses it');
});

test('a chosen goal and its answer come level, however far apart they stand', async (t) => {
    const { page } = t;
    const lines = (count, word) => Array.from({ length: count }, (_, i) => `${word} ${i}`).join('\n');
    await makePair(page, `${lines(60, '줄')}\n목표가 되는 줄\n${lines(60, '뒤')}`, `${lines(25, '말')}\n답이 되는 줄\n${lines(70, '끝')}`);
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.key('ArrowDown', 60);
    await page.key('Control+j');
    await page.textbox('Retrospective').focus();
    await page.key('Control+Home');
    await page.key('ArrowDown', 25);
    await page.key('Control+j');
    await page.text(/^1 answered/).there();
    await page.button('Close the goal').click();
    await page.key('F8');
    await page.still();
    const right = await page.caret();
    await page.key('F6');
    await page.textbox('Resolution').focused();
    await page.still();
    const left = await page.caret();
    assert.ok(Math.abs(left.y - right.y) < 4, `the goal at ${left.y}, its answer at ${right.y}`);
});

test('a sealed resolution keeps its words', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 열 번 쓴다', '돌아본다');
    await page.textbox('Resolution').focus();
    await page.key('Control+j');
    await page.button('Seal').click();
    await page.button('Seal it').click();
    await page.text(/Sealed \d{4}-/).there();
    await page.textbox('Resolution').focus();
    await page.key('Control+End');
    await page.type(' maybe');
    await page.text(/^→ \d{4}-.*“글을 열 번 쓴다 maybe”$/).there();   // the card tells of the amendment
    await page.textbox('Retrospective').focus();
    await page.key('Control+End');
    await page.key('Control+Alt+Enter');
    await page.hasText('Retrospective', '돌아본다\n\n> 글을 열 번 쓴다\n\n');
});
