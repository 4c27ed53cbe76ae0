// The two ends of a period: sealed with what is fixed told first, done with what stands out told first, echoes given back between them.
import { assert, test, until } from './harness.mjs';
import { makePair, tabTo } from './steps.mjs';

const slip = (page, name) => page.control('dialog', name);
const gone = (page) => until(async () => !(await slip(page).info()), 'the slip is gone');
const card = (page) => page.control('group', /^Goal “/).info().then((info) => info?.name ?? '');

test('a resolution is sealed by keys alone, after the slip told what is fixed, and the seal is taken back', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 열 번 쓴다', '돌아본다');
    await page.textbox('Resolution').focus();
    await page.key('Control+j');
    await until(async () => /열 번/.test(await card(page)), 'the line is a goal');
    await page.key('Escape');
    await tabTo(page, page.button('Seal'));
    await page.key('Enter');
    await slip(page, 'Seal the resolution?').there();
    await page.button('Seal it').focused();
    await page.text(/1 goals/).there();
    await page.key('Escape');
    await gone(page);
    await page.button('Seal').focused();   // the keyboard is where it was
    await page.key('Enter');
    await page.button('Seal it').focused();
    await page.key('Enter');
    await page.text(/Sealed \d{4}-/).there();
    await gone(page);
    await page.textbox('Resolution').focus();
    await page.key('Control+z');
    await until(async () => !(await page.text(/Sealed \d{4}-/).info()), 'the seal is taken back');
});

test('a seal that is saved to a file downloads the journal', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 열 번 쓴다');
    await page.button('Seal').click();
    await slip(page).there();
    const file = await page.download(() => page.button('Seal, and save a file').click());
    assert.match(file.name, /\.dajim\.json$/);
    const journal = JSON.parse(file.bytes.toString());
    assert.match(JSON.stringify(journal), /"seal"/);
    await page.text(/Sealed \d{4}-/).there();
    await page.button('Seal').click();
    await page.button('Open the seal').click();
    await until(async () => !(await page.text(/Sealed \d{4}-/).info()), 'the seal is open');
});

test('a resolution that waits for its first day is sealed then, as it stands', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 열 번 쓴다');
    const day = (await page.tab.evaluate(() => new Date(Date.now() + 40 * 864e5).toISOString())).slice(0, 10);
    await page.textbox('Start date').focus();
    await page.key('Control+a');
    await page.type(day);
    await page.key('Enter');
    await page.button('Seal').click();
    await page.button('Seal it on the first day').click();
    await gone(page);
    await page.text(new RegExp(`To be sealed ${day}`)).there();
    await page.saved();
    // Two months later.
    await page.tab.evaluateOnNewDocument(() => {
        const now = Date.now.bind(Date), later = 60 * 864e5, Plain = Date;
        window.Date = class extends Plain {
            constructor(...given) { given.length ? super(...given) : super(now() + later); }
            static now() { return now() + later; }
        };
    });
    await page.reload();
    await page.text(new RegExp(`Sealed ${day}`)).there();
    await page.textbox('Resolution').focus();
    await page.key('Control+z');
    await page.text(new RegExp(`To be sealed ${day}`)).there();
});

test('before it is done, what is silent is listed: a row leads to its goal, one key passes', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 열 번 쓴다\n- 책을 읽는다', '돌아본다');
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.key('Control+j');
    await page.key('ArrowDown');
    await page.key('Control+j');
    await until(async () => /책을/.test(await card(page)), 'both lines are goals');
    await page.button('Close the goal').click();
    await page.button('Call it done').click();
    await slip(page, 'Before it is done').there();
    const rows = await page.control('listitem').all();
    assert.deepEqual(rows.filter((row) => /글을|책을/.test(row.name) && !/“/.test(row.name)).map((row) => row.name), ['글을 열 번 쓴다', '책을 읽는다']);
    await page.control('listitem', '책을 읽는다').click();
    await gone(page);
    await until(async () => /책을/.test(await card(page)), 'the goal is chosen');

    await page.button('Close the goal').click();
    await page.button('Call it done').click();
    await page.button('Done as it is').focused();
    await page.key('Enter');
    await page.text(/Done \d{4}-/).there();
});

test('an echo is marked, given back to an empty retrospective, and answered under its words', async (t) => {
    const { page } = t;
    await makePair(page, '- 글을 쓴다\n반년 뒤에는 무엇이 남았을까');
    await page.textbox('Resolution').focus();
    await page.key('Control+End');
    await page.key('Control+Shift+L');
    await page.text(/Echo: “반년 뒤에는/).there();
    await page.heading('What you left for yourself at the start').there();
    await page.button('Answer “반년 뒤에는 무엇이 남았을까”').click();
    await page.textbox('Retrospective').focused();
    await page.type('nothing but words');
    await page.hasText('Retrospective', '> 반년 뒤에는 무엇이 남았을까\n\nnothing but words');
    await until(async () => !(await page.heading('What you left for yourself at the start').info()), 'there is nothing more to give back');
});
