// Hangul as input methods compose it, in the two shapes in which they commit a syllable; on a page and in a one-line field.
import { assert, test, until } from './harness.mjs';
import { Hangul, each, marked, page, shows, untouched } from './typing.mjs';

each('T01 T03 syllables grow in the text, and a space ends them', async (t, hangul) => {
    await page(t);
    await untouched(t.page, async () => {
        await hangul.type('gksrmf');
        await shows(t.page, '한글¦');
        assert.ok((await t.page.field('Resolution')).composing);
        await hangul.type(' ');
    });
    assert.equal(await marked(t.page), '한글 ¦');
});

each('T01 what is composed is underlined, and the caret stands behind it', async (t, hangul) => {
    await page(t, '가');
    const before = await t.page.caret();
    await hangul.type('gks');
    const caret = await t.page.caret();
    const clip = { x: before.x, y: before.y, width: caret.x - before.x - 1, height: before.height };
    assert.ok(clip.width > 8, `the caret moved by a syllable (${clip.width})`);
    const composed = await t.page.picture(clip);
    await hangul.commit();
    const plain = await t.page.picture(clip);
    assert.deepEqual(await t.page.caret(), caret);
    // A row that is all line while composing and was not so before: an underline. Blinking carets stand outside of the picture.
    let row = -1;
    for (let y = 0; y < composed.height; y++) {
        let lined = 0;
        for (let x = 0; x < composed.width; x++) if (String(composed.at(x, y)) !== String(plain.at(x, y))) lined++;
        if (lined > composed.width * 0.6) row = y;
    }
    assert.ok(row > composed.height / 2, `there is a line under the syllable (${row} of ${composed.height})`);
});

each('T02 Enter while composing makes one line end', async (t, hangul) => {
    await page(t);
    await hangul.type('gksrmf\n');
    assert.equal(await marked(t.page), '한글\n¦');
});

each('T04 a final consonant moves on to the next syllable', async (t, hangul) => {
    await page(t);
    await hangul.type('gksk');
    await shows(t.page, '하나¦');
    await hangul.commit();
    assert.equal(await marked(t.page), '하나¦');
});

each('T08 equal letters side by side: the new ones stand at the caret', async (t, hangul) => {
    await page(t, 'ㅋ¦ㅋ');
    await hangul.type('zz');
    await hangul.commit();
    assert.equal(await marked(t.page), 'ㅋㅋㅋ¦ㅋ');
});

each('T09 vowels alone', async (t, hangul) => {
    await page(t);
    await hangul.type('bb ');
    assert.equal(await marked(t.page), 'ㅠㅠ ¦');
});

each('T10 T11 Backspace takes a stroke while composing and a letter afterwards', async (t, hangul) => {
    await page(t, '가');
    await hangul.type('gks');
    for (const step of ['가하¦', '가ㅎ¦', '가¦']) {
        await hangul.press('Backspace');
        await shows(t.page, step);
    }
    await hangul.press('Backspace');
    assert.equal(await marked(t.page), '¦');
});

each('T16 saving while composing keeps the syllable and opens no dialog', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    await t.page.tab.evaluate(() => {
        window.testSeen = [];
        window.addEventListener('keydown', (e) => window.testSeen.push([e.key, e.defaultPrevented]));
    });
    await hangul.key('s', 'KeyS', 83, 2);
    hangul.forget();
    await t.page.saved();
    assert.deepEqual(await t.page.tab.evaluate(() => window.testSeen), [['s', true]]);
    assert.equal(await marked(t.page), '한¦');
    await t.page.saved();
    await t.page.reload();
    await t.page.hasText('Resolution', '한');
});

each('T18 T19 composing replaces a selection, made either way; undo brings it back', async (t, hangul) => {
    await page(t, 'a¦bcdef');
    await t.page.key('Shift+ArrowRight', 3);
    await hangul.type('gks ');
    await shows(t.page, 'a한 ¦ef');
    await t.page.key('Control+z');
    await shows(t.page, 'a[bcd]ef');
    await t.page.key('ArrowRight');
    await t.page.key('Shift+ArrowLeft', 3);
    await shows(t.page, 'a[bcd]ef');
    await hangul.type('gks ');
    await shows(t.page, 'a한 ¦ef');
    await t.page.key('Control+z');
    assert.equal(await t.page.selected(), 'bcd');
});

each('T20 in the middle of a line', async (t, hangul) => {
    await page(t, 'abc¦def');
    await untouched(t.page, () => hangul.type('gksrmf'));
    await shows(t.page, 'abc한글¦def');
    await hangul.commit();
    assert.equal(await marked(t.page), 'abc한글¦def');
});

each('T21 between emoji no surrogate is split', async (t, hangul) => {
    const half = '😀'.repeat(50);
    await page(t, `${half}¦${half}`);
    await hangul.type('gks ');
    assert.equal(await marked(t.page), `${half}한 ¦${half}`);
});

each('T24 a long run far inside a long text: nothing is lost, nothing written to the textarea', async (t, hangul) => {
    const line = '긴 글의 한가운데에서 쓴다. '.repeat(20);
    await page(t, `${line}\n¦${line}`);
    await untouched(t.page, () => hangul.type('dkssudgktpdy qksrkqtmqslek dksw'));
    await hangul.commit();
    assert.equal(await marked(t.page), `${line}\n안녕하세요 반갑습니다 앉¦${line}`);
});

each('T24 a run of many windows: the end of the text is where it was written', async (t, hangul) => {
    await page(t, '처음¦');
    for (let i = 0; i < 12; i++) await hangul.type('dkssudgktpdy ');
    assert.equal(await marked(t.page), `처음${'안녕하세요 '.repeat(12)}¦`);
});

each('T25 a click elsewhere ends the syllable where it was begun', async (t, hangul) => {
    await page(t, 'abcdefghij');
    await t.page.key('Home');
    await t.page.key('ArrowRight', 2);
    const { x, y, height } = await t.page.caret();
    await t.page.key('End');
    await hangul.type('gks');
    await t.page.tab.mouse.click(x + 1, y + height / 2);
    hangul.forget();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), 'ab가 ¦cdefghij한');
});

each('T26 a click on the other page takes the keyboard there; the syllable stays', async (t, hangul) => {
    await page(t, '왼쪽 ');
    await hangul.type('gks');
    await t.page.textbox('Retrospective').click({ y: 0.1 });
    hangul.forget();
    await hangul.type('rk');
    await shows(t.page, '가¦', 'Retrospective');
    assert.ok((await t.page.textbox('Retrospective').info()).focused);
    await hangul.commit();
    assert.equal(await marked(t.page, 'Retrospective'), '가¦');
    await t.page.hasText('Resolution', '왼쪽 한');
});

each('T27 F6 takes the keyboard to the other page', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    await hangul.key('F6', 'F6', 117);
    hangul.forget();
    await t.page.textbox('Retrospective').focused();
    await hangul.type('rk ');
    assert.equal(await marked(t.page, 'Retrospective'), '가 ¦');
    await t.page.hasText('Resolution', '한');
});

each('T29 frames, saving and another window size leave a syllable alone', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    await t.page.saved();
    await t.page.tab.setViewport({ width: 1000, height: 700 });
    await t.page.still();
    assert.ok((await t.page.field('Resolution')).composing);
    await untouched(t.page, () => hangul.type('k'));
    await shows(t.page, '하나¦');
    await hangul.commit();
    assert.equal(await marked(t.page), '하나¦');
});

each('T30 a file that arrives while composing: every syllable once', async (t, hangul) => {
    await page(t, '앞 ¦ 뒤');
    await hangul.type('gks');
    const { box } = await t.page.textbox('Retrospective').info();
    await t.page.drop({ name: 'post.md', bytes: '---\ntitle: 돌아봄\n---\n\n끝\n' }, box.x + box.width / 2, box.y + 40);
    await t.page.alert(/Imported/).there();
    hangul.forget();
    await t.page.textbox('Resolution').focus();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '앞 한가 ¦ 뒤');
});

each('T30 a change in the same text ends the syllable first', async (t, hangul) => {
    await page(t, '가나다');
    await hangul.type('gks');
    await t.page.button('Undo').activate();
    hangul.forget();
    await t.page.still();
    assert.equal((await t.page.field('Resolution')).composing, false);
    await hangul.type('rk ');
    const text = await marked(t.page);
    assert.ok(['가나다가 ¦', '가 ¦'].includes(text), text);
});

each('T32 another density while composing', async (t, hangul) => {
    await page(t);
    await hangul.type('gk');
    await t.page.tab.setViewport({ width: 1200, height: 800, deviceScaleFactor: 2 });
    await t.page.still();
    await hangul.type('srmf');
    await shows(t.page, '한글¦');
    await hangul.commit();
    assert.equal(await marked(t.page), '한글¦');
    const shot = await t.page.picture();
    assert.equal(shot.width, 2400);
});

each('T33 a word that grows past the edge moves to the next row whole', async (t, hangul) => {
    await page(t);
    const { box } = await t.page.textbox('Resolution').info();
    const start = await t.page.caret();
    let last = start, filled = '';
    while (last.y === start.y) {
        filled += '가나 ';
        await t.page.paste('가나 ');
        last = await t.page.caret();
        assert.ok(filled.length < 300, 'the row ends somewhere');
    }
    await t.page.key('Backspace', 3);
    filled = filled.slice(0, -3);
    const top = await t.page.caret();
    assert.equal(top.y, start.y);
    await hangul.type('gksrmfgksrmfgksrmfgksrmf');
    const caret = await t.page.caret();
    assert.ok(caret.y > start.y, 'the caret is on the next row');
    assert.ok(caret.x > box.x + 20, 'the whole word came along');
    await hangul.commit();
    assert.equal(await marked(t.page), filled + '한글한글한글한글¦');
});

each('T34 composing in the last row that is seen scrolls a little and stays', async (t, hangul) => {
    await page(t, Array.from({ length: 60 }, (_, i) => `${i + 1}째 줄`).join('\n'));
    const { box } = await t.page.textbox('Resolution').info();
    const before = await t.page.caret();
    for (const key of 'gksrmf') {
        await hangul.type(key);
        const { y, height } = await t.page.caret();
        assert.ok(Math.abs(y - before.y) < height * 1.5 && y >= box.y && y + height <= box.y + box.height + 1);
    }
});

each('T35 Enter while composing in a list goes on with the list, and the next syllable stands there', async (t, hangul) => {
    await page(t, '- 항');
    await hangul.type('ahr');
    await shows(t.page, '- 항목¦');
    await hangul.type('\n');
    await hangul.type('ekdma');
    await hangul.commit();
    await until(async () => await marked(t.page) === '- 항목\n- 다음¦', 'the list goes on');
});

each('T36 Tab while composing leaves the page with the syllable in it, once', async (t, hangul) => {
    await page(t, '둘');   // an empty page has no foot to tab to; it comes with the first words
    await hangul.type('gks');
    await hangul.press('Tab');
    await until(async () => !(await t.page.textbox('Resolution').info()).focused, 'the keyboard went on');
    await t.page.key('Shift+Tab');
    await t.page.textbox('Resolution').focused();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '둘한가 ¦');
});

each('T56 composing and taking all of it back leaves no step to undo', async (t, hangul) => {
    await page(t, '가나');
    await hangul.compose('한');
    await shows(t.page, '가나한¦');
    await hangul.compose('');
    await shows(t.page, '가나¦');
    await t.page.key('Control+z');
    await shows(t.page, '¦');
});

each('T17 undo takes syllables, never half of one', async (t, hangul) => {
    await page(t);
    await hangul.type('dkssudgktpdy ');
    await hangul.type('gksrmf');
    await hangul.commit();
    for (let i = 0; i < 20; i++) {
        const { value } = await t.page.field('Resolution');
        assert.ok(!/[\u3131-\u318E]/.test(value), value);
        if (!value) break;
        await t.page.key('Control+z');
        await t.page.still();
    }
    await shows(t.page, '¦');
    for (let i = 0; i < 20; i++) await t.page.key('Control+Shift+z');
    assert.equal(await marked(t.page), '안녕하세요 한글¦');
});

each('a one-line field composes as a page does', async (t, hangul) => {
    await page(t);
    await t.page.textbox('Pair name').focus();
    await t.page.key('Control+a');
    await hangul.type('gksrmf');
    await shows(t.page, '한글¦', 'Pair name');
    await hangul.type(' tkd\n');
    await t.page.textbox('Start date').focused();
    await t.page.button('한글 상').there();
    assert.equal((await t.page.field('Pair name')).value, '한글 상');
});

each('a name composed to its middle is kept when a page is clicked', async (t, hangul) => {
    await page(t);
    await t.page.textbox('Pair name').focus();
    await t.page.key('Control+a');
    await hangul.type('gksrmf');
    await t.page.textbox('Resolution').click({ y: 0.1 });
    hangul.forget();
    await t.page.button('한글').there();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '가 ¦');
});

each('T04 in a field: syllables in the middle of a name', async (t, hangul) => {
    await page(t);
    await t.page.textbox('Series name').focus();
    await t.page.key('Control+a');
    await t.page.type('ab');
    await t.page.key('ArrowLeft');
    await hangul.type('gksk');
    await shows(t.page, 'a하나¦b', 'Series name');
    await hangul.press('Backspace');
    await hangul.press('Backspace');
    await shows(t.page, 'a하¦b', 'Series name');
    await hangul.commit();
    await t.page.button('a하b').there();
});

test('T46 a keyboard that composes a word anew', { browsers: ['chromium'] }, async (t) => {
    await page(t, 'hello wrld');
    const hangul = await Hangul.make(t.page, 'F');
    await hangul.compose('world', { replacementStart: 6, replacementEnd: 10 });
    await hangul.insert('world');
    assert.equal(await marked(t.page), 'hello world¦');
});

test('T52 a dead key', { browsers: ['chromium'] }, async (t) => {
    await page(t, 'caf');
    const hangul = await Hangul.make(t.page, 'F');
    await hangul.compose('´');
    await hangul.insert('é');
    assert.equal(await marked(t.page), 'café¦');
    await t.page.key('Backspace');
    await shows(t.page, 'caf¦');
});

test('T54 Japanese: clauses, and an Enter that only commits', { browsers: ['chromium'] }, async (t) => {
    await page(t);
    const method = await Hangul.make(t.page, 'F');
    await method.compose('にほんご');
    await shows(t.page, 'にほんご¦');
    await method.compose('日本語', { selectionStart: 0, selectionEnd: 3 });
    await method.compose('日本語', { selectionStart: 0, selectionEnd: 2 });
    await method.taken('Enter');
    await method.insert('日本語');
    assert.equal(await marked(t.page), '日本語¦');
});

test('T55 Latin letters being composed are no shortcuts', { browsers: ['chromium'] }, async (t) => {
    await page(t);
    const method = await Hangul.make(t.page, 'F');
    for (const step of ['n', 'ni', "ni'h", "ni'hao"]) {
        await method.taken('KeyN');
        await method.compose(step);
    }
    await shows(t.page, "ni'hao¦");
    await method.insert('你好');
    assert.equal(await marked(t.page), '你好¦');
});

test('a control press while composing commits first', { browsers: ['chromium'] }, async (t) => {
    await page(t);
    const hangul = await Hangul.make(t.page, 'I');
    await hangul.type('gks');
    await t.page.button('New pair').click();
    hangul.forget();
    await t.page.textbox('Pair name').focused();
    await t.page.key('Escape');
    await t.page.textbox('Resolution').focused();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '가 ¦');
    await t.page.key('Alt+PageUp');
    await until(async () => (await t.page.field('Resolution')).value === '한', 'the first pair holds what was composed in it');
});
