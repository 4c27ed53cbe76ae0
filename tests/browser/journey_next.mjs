// The next beginning: goals carried on and where they went, the look back beside an empty page, ways to begin it, what a retrospective says of next time.
import { assert, test, until } from './harness.mjs';
import { makePair, makeSeries, notice, tabTo } from './steps.mjs';

const card = (page) => page.control('group', /^Goal “/).info().then((info) => info?.name ?? '');
const on = async (page, name) => (await page.control('switch', name).info())?.pressed;

/** A pair of this name whose resolution's only line is a goal, which stays chosen. */
async function judgedPair(page, words, verdict) {
    await makeSeries(page, '글또', '10기');
    await page.textbox('Resolution').focus();
    await page.paste(words);
    await page.key('Control+Home');
    await page.key('Control+j');
    await until(() => card(page), 'the line is a goal');
    await page.control('switch', verdict).click();
    await until(() => on(page, verdict), 'it is judged');
}

test('a goal is carried on, raised there, and leads back to where it comes from', async (t) => {
    const { page } = t;
    await judgedPair(page, '- 글을 최소 열 번 낸다', 'Not kept');
    await page.button('Carry to the next').click();
    await notice(page, /goes on in “11기”/);
    await page.button('Go there').click();
    await until(() => on(page, 'As before'), 'the goal there is chosen, carried as it was');
    await page.control('switch', 'Raised').click();
    await until(() => on(page, 'Raised'), 'it is raised');
    await page.saved();
    await page.reload();
    await page.textbox('Resolution').focus();
    await page.key('F8');
    await until(() => on(page, 'Raised'), 'it is still raised');
    await page.button(/^Carried on: 10기/).click();
    await until(() => on(page, 'Not kept'), 'the goal that it comes from is chosen');
});

test('beside an empty page lies last time, and its goals are carried on by keyboard', async (t) => {
    const { page } = t;
    await judgedPair(page, '- 한 달에 한 권 읽는다', 'Partly');
    await page.button('Close the goal').click();
    await makePair(page);
    await page.heading('Last time, 10기').there();
    const row = page.control('listitem', /^Carry on “한 달에 한 권 읽는다” — Partly/);
    await tabTo(page, row);
    await page.key('Enter');
    await page.control('listitem', /한 달에 한 권 읽는다.*carried on/).there();   // it stays until somebody writes
    await page.hasText('Resolution', '- 한 달에 한 권 읽는다');
    await page.writeAtEnd('Resolution');
    await page.type('\n');
    await page.type('more');
    await page.heading('Last time, 10기').gone();
    await page.hasText('Resolution', '- 한 달에 한 권 읽는다\n- more');
});

test('an empty page begins with a skeleton, chosen by keyboard and taken back in one step', async (t) => {
    const { page } = t;
    await makePair(page);
    const chip = page.button('KPT');
    await tabTo(page, chip);
    await page.key('Enter');
    await page.textbox('Retrospective').focused();
    await page.type('tea');
    await page.hasText('Retrospective', '## Keep\n\n- tea\n\n## Problem\n\n- \n\n## Try\n\n- \n');
    await page.key('Control+z', 2);
    await page.hasText('Retrospective', '');
    await chip.there();
});

test('what stands under Try is proposed, and accepted it begins the next resolution', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 쓴다', '## Keep\n\n- coffee\n\n## Try\n\n- outline first\n');
    await page.textbox('Retrospective').focus();
    await page.button('Look for what is next').click();
    const proposed = () => page.status(/\?/).info().then((info) => info?.name ?? '');
    await until(async () => /next resolution\? “coffee”/.test(await proposed()), 'the first is proposed');
    assert.match(await proposed(), /Keep/);
    await page.button('No').click();
    await until(async () => /outline first/.test(await proposed()), 'the next is proposed');
    await page.button('Accept').click();
    await notice(page, /“outline first” goes on in/);
    await page.button('Go there').click();
    await page.hasText('Resolution', '- outline first');
});
