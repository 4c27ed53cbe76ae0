// Keys, wheel and window in the middle of a syllable, and syllables of many strokes; in the two shapes in which engines commit.
import { assert, test, until } from './harness.mjs';
import { each, marked, page, shows } from './typing.mjs';

each('T05 T06 T07 finals of two strokes that stay or part, vowels of two strokes, double consonants', async (t, hangul) => {
    await page(t);
    let before = '';
    for (const [keys, text] of [['dkswek', '앉다'], ['dkswk', '안자'], ['rhoscksgdk', '괜찮아'], ['qnpfr', '뷁'], ['Ekfrl', '딸기'], ['dml', '의']]) {
        await hangul.type(keys);
        await shows(t.page, `${before}${text}¦`);
        await hangul.type(' ');
        before += text + ' ';
    }
    assert.equal(await marked(t.page), `${before}¦`);
});

each('T12 T13 an arrow and Home end the syllable and move once', async (t, hangul) => {
    await page(t, 'ab');
    await hangul.type('gks');
    await hangul.press('ArrowLeft');
    await shows(t.page, 'ab¦한');
    await hangul.type('rk');
    await shows(t.page, 'ab가¦한');
    await hangul.press('Home');
    await hangul.type('sk ');
    assert.equal(await marked(t.page), '나 ¦ab가한');
});

each('T14 Shift with an arrow selects the syllable it ended', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    await hangul.press('ArrowLeft', 8);
    await shows(t.page, '[한]');
    assert.equal(await t.page.selected(), '한');
});

each('T15 what is composed after "select all" replaces all', async (t, hangul) => {
    await page(t, 'abc ');
    await hangul.type('gks');
    await hangul.taken('KeyA');
    await hangul.commit();
    await hangul.key('a', 'KeyA', 65, 2);
    await shows(t.page, '[abc 한]');
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '가 ¦');
});

each('T22 T23 digits, marks and Latin letters between syllables', async (t, hangul) => {
    await page(t);
    await hangul.type('gks12,rmf!?');
    await hangul.type('gks');
    await hangul.commit();
    for (const letter of 'abc') await hangul.press(letter);
    await hangul.type('rmf.');
    assert.equal(await marked(t.page), '한12,글!?한abc글.¦');
});

each('T28 another window and back: the syllable stands once', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    const other = await t.session.context.newPage();
    await other.bringToFront();
    await t.page.tab.bringToFront();
    await other.close();
    // Where the window kept the composition, the engine still commits it.
    if ((await t.page.field('Resolution')).composing) await hangul.commit();
    hangul.forget();
    await t.page.textbox('Resolution').focused();
    await hangul.type('rk ');
    assert.equal(await marked(t.page), '한가 ¦');
});

each('T31 the wheel scrolls, the syllable goes on, and the caret comes back into view', async (t, hangul) => {
    await page(t, Array.from({ length: 80 }, (_, i) => `${i + 1}째 줄`).join('\n') + '\n');
    const { box } = await t.page.textbox('Resolution').info();
    const last = await t.page.caret();
    await hangul.type('gks');
    await t.page.tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await t.page.tab.mouse.wheel({ deltaY: -1200 });
    await t.page.still();
    assert.ok((await t.page.field('Resolution')).composing, 'the wheel ends nothing');
    await hangul.type('k');
    await until(async () => (await t.page.field('Resolution')).value.endsWith('80째 줄\n하나'), 'the syllable goes on');
    assert.ok(Math.abs((await t.page.caret()).y - last.y) < 2 * last.height, 'the caret is in view again');
});

each('T37 the first Escape ends the syllable, the second leaves the field', async (t, hangul) => {
    await page(t);
    await t.page.button('New pair').activate();
    await t.page.textbox('Pair name').focused();
    await t.page.key('Control+a');
    await hangul.type('gks');
    await hangul.taken('Escape');
    await hangul.commit();
    await shows(t.page, '한¦', 'Pair name');
    assert.ok((await t.page.textbox('Pair name').info()).focused);
    await t.page.key('Escape');
    await t.page.textbox('Resolution').focused();
});

each('T39 a Hanja from the engine’s list takes the place of the syllable', async (t, hangul) => {
    await page(t, '앞 ');
    await hangul.type('gks');
    await hangul.taken('F9');
    await hangul.taken('ArrowDown');
    await hangul.taken('Digit1');
    hangul.forget();
    await hangul.give('韓');
    await hangul.type('rnr ');
    assert.equal(await marked(t.page), '앞 韓국 ¦');
});

each('T40 Delete takes the letter behind the syllable', async (t, hangul) => {
    await page(t, 'a¦b');
    await hangul.type('gks');
    await hangul.press('Delete');
    assert.equal(await marked(t.page), 'a한¦');
});

each('T41 Shift+Enter and Enter, one line end each', async (t, hangul) => {
    await page(t);
    await hangul.type('gks');
    await hangul.press('Enter', 8);
    await shows(t.page, '한\n¦');
    await hangul.type('rk\n\n');
    assert.equal(await marked(t.page), '한\n가\n\n¦');
});

each('T88 the GPU is lost and comes back in the middle of a syllable', async (t, hangul) => {
    await page(t, '앞 ');
    await hangul.type('gks');
    const before = await t.page.caret();
    await t.page.tab.evaluate(() => {
        const gl = document.getElementById('canvas').getContext('webgl2');
        window.testLose = gl.getExtension('WEBGL_lose_context');
        window.testLose.loseContext();
    });
    await until(() => t.page.tab.evaluate(() => document.getElementById('canvas').getContext('webgl2').isContextLost()), 'the context is lost');
    await hangul.type('k');
    await t.page.tab.evaluate(() => window.testLose.restoreContext());
    await until(() => t.page.tab.evaluate(() => !document.getElementById('canvas').getContext('webgl2').isContextLost()), 'the context is back');
    await shows(t.page, '앞 하나¦');
    assert.ok((await t.page.field('Resolution')).composing, 'the syllable is still being composed');
    const caret = await t.page.caret();
    assert.ok(caret.x > before.x && caret.y === before.y, 'the caret stands behind it');
    await hangul.commit();
    assert.equal(await marked(t.page), '앞 하나¦');
});

test('T61 a megabyte of Korean that is pasted is there in the next frame', async (t) => {
    await page(t);
    const text = '다짐을 적고 한 해가 지나 다시 읽는다.\n'.repeat(20000);
    assert.ok(Buffer.byteLength(text) > 1e6);
    const there = await t.page.tab.evaluate((text) => new Promise((resolve) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: data });
        const { drawn } = window.__dajim.frames();
        document.activeElement.dispatchEvent(event);
        requestAnimationFrame(() => setTimeout(() => resolve({
            words: window.__dajim.text(0).value, frames: window.__dajim.frames().drawn - drawn })));
    }), text);
    assert.ok(there.words.endsWith('다시 읽는다.\n'), `the words round the caret are ${there.words}`);
    assert.ok(there.frames > 0, 'it was drawn');
    await t.page.type('끝');
    assert.ok(await t.page.wholeText('Resolution') === text + '끝');
});
