// Plain keys, the clipboard, undo and the hidden textarea, in both browsers.
import { assert, test, until } from './harness.mjs';
import { Hangul, marked, page, play, shows } from './typing.mjs';

test('keys write, move and take away', async (t) => {
    await page(t);
    await t.page.type('Hello world');
    await t.page.key('Home');
    await t.page.type('= ');
    await t.page.key('End');
    await t.page.key('Backspace');
    await t.page.key('Enter');
    await t.page.type('x한글y');
    await t.page.key('ArrowLeft');
    await t.page.key('Backspace');
    await t.page.key('Delete');
    assert.equal(await marked(t.page), '= Hello worl\nx한¦');
});

test('T31 the browser has its own caret where the drawn one is, and letters in a row move no element', async (t) => {
    await page(t);
    const together = async (what) => {
        const drawn = await t.page.caret(), own = await t.page.ownCaret();
        assert.ok(Math.abs(drawn.x - own.x) <= 4 && Math.abs(drawn.y - own.y) <= 4, `${what}: drawn at ${JSON.stringify(drawn)}, the browser's at ${JSON.stringify(own)}`);
    };
    await together('an empty page');
    await t.page.type('Write a line a day, 하루에 한 줄');
    await together('a row');
    const { moves } = await t.page.field('Resolution');
    await t.page.type('이라도 쓴다');
    assert.ok((await t.page.field('Resolution')).moves <= moves + 2, 'moved for two of six letters at most');
    await t.page.key('Home');
    await together('Home');
    await t.page.key('ArrowRight', 9);
    await together('in the row');
    await t.page.key('Shift+ArrowLeft', 4);
    await together('selected backwards');
    await t.page.key('Control+End');
    await t.page.type('\n');
    await together('a row without words');
    await t.page.type('# 제목 a heading');
    await together('larger letters');
    await t.page.paste(`\n\n${'어제보다 조금 더 또렷하게 적어 둔다. '.repeat(40)}\n`);
    await t.page.key('ArrowLeft');
    await together('the last of many rows');
    await t.page.type(' 그리고 더');
    await together('letters behind them');
    await t.page.key('ArrowUp', 3);
    await together('some rows above');
    await t.page.type('가운데 👨‍👩‍👧‍👦 한 마디');
    await together('a family among words');
    await t.page.key('Control+End');
    await t.page.type('앞\t뒤');
    await together('a tab');
    await t.page.type('\nمرحبا');
    await together('from right to left');
    await t.page.key('Control+Home');
    await together('the beginning');
    await t.page.tab.evaluate(() => { document.documentElement.lang = 'ko'; });
    await t.page.type('두 편을 다 썼고, 읽기는 그 반쯤 했다. ');
    await together('a page in Korean');
    await t.page.key('F2');
    await t.page.textbox('Pair name').focused();
    await t.page.key('End');
    await together('a field');
    const field = await t.page.field('Pair name');
    await t.page.type(' 가을 한 철');
    await together('letters in a field');
    assert.ok((await t.page.field('Pair name')).moves <= field.moves + 2, 'moved for two of seven letters at most');
});

test('T53 one Backspace takes an emoji of many parts, one arrow passes it', async (t) => {
    await page(t, 'a');
    await t.page.type('👨‍👩‍👧‍👦');
    await t.page.key('ArrowLeft');
    await t.page.type('b');
    await t.page.key('ArrowRight');
    assert.equal(await marked(t.page), 'ab👨‍👩‍👧‍👦¦');
    await t.page.key('ArrowRight');  // behind it, after the marking
    await t.page.key('Control+End');
    await t.page.key('Backspace');
    await shows(t.page, 'ab¦');
});

test('T57 an insertion of two lines is one step', async (t) => {
    await page(t, '앞 ');
    if (t.chromium) await (await Hangul.make(t.page, 'F')).insert('첫째\n둘째');
    else await t.page.tab.evaluate(() => document.execCommand('insertText', false, '첫째\n둘째'));
    assert.equal(await marked(t.page), '앞 첫째\n둘째¦');
    await t.page.key('Control+z');
    await shows(t.page, '앞 ¦');
});

test('T58 a megabyte is copied whole, far beyond what the textarea holds', async (t) => {
    await page(t);
    const text = '다짐과 회고를 나란히 놓고 본다. 😀 a line of prose\n'.repeat(18000);
    assert.ok(Buffer.byteLength(text) > 1e6);
    await t.page.paste(text);
    await t.page.key('Control+a');
    await t.page.key('Control+c');
    const read = await until(() => t.page.tab.evaluate(() => navigator.clipboard.readText()), 'the clipboard has words', 20000);
    assert.equal(read.length, text.length);
    assert.ok(read === text);
    assert.ok((await t.page.field('Resolution')).value.length < 5000, 'the textarea holds a window of it');
    await t.page.key('Control+x');
    await shows(t.page, '¦');
    await t.page.key('Control+z');
    assert.ok(await t.page.wholeText('Resolution') === text);
});

test('T58 what is typed over a long selection replaces all of it', async (t) => {
    await page(t);
    const text = '긴 글의 한 줄이다.\n'.repeat(800);
    await t.page.paste(text + '끝');
    await t.page.key('Control+Home');
    await t.page.type('앞');
    await t.page.key('Control+Shift+End');
    await t.page.type('새');
    assert.equal(await marked(t.page), '앞새¦');
    await t.page.key('Control+z');
    assert.ok(await t.page.wholeText('Resolution') === '앞' + text + '끝');
});

test('T38 T59 words go through the system clipboard', async (t) => {
    await page(t, '가나다');
    await t.page.key('Control+a');
    await t.page.key('Control+c');
    await t.page.key('End');
    await t.page.type('한');
    await t.page.key('Control+v');
    await shows(t.page, '가나다한가나다¦');
    await t.page.key('Shift+Home');
    await t.page.key('Control+x');
    await shows(t.page, '¦');
    await t.page.type('앞 ');
    await t.page.key('Control+v');
    assert.equal(await marked(t.page), '앞 가나다한가나다¦');
});

test('copying nothing leaves the clipboard as it is', async (t) => {
    await page(t, '가나다');
    await t.page.key('Control+a');
    await t.page.key('Control+c');
    await t.page.key('End');
    await t.page.key('Control+c');
    await t.page.key('Control+x');
    await t.page.key('Control+v');
    assert.equal(await marked(t.page), '가나다가나다¦');
});

test('T38 cut and paste while composing', { browsers: ['chromium'] }, async (t) => {
    await page(t, '가나다');
    await t.page.key('Control+a');
    await t.page.key('Control+c');
    await t.page.key('End');
    const hangul = await Hangul.make(t.page, 'I');
    await hangul.type('gks');
    await hangul.commit();
    await t.page.key('Control+v');
    assert.equal(await marked(t.page), '가나다한가나다¦');
    await hangul.type('rk');
    await t.page.key('Control+v');
    hangul.forget();
    await t.page.still();
    assert.equal(await marked(t.page), '가나다한가나다가가나다¦');
});

test('T60 T62 what is pasted: line ends of all kinds, decomposed Hangul, one step', async (t) => {
    await page(t);
    await t.page.paste('a\r\nb\rc ' + '한글'.normalize('NFD'));
    assert.equal(await marked(t.page), 'a\nb\nc 한글¦');
    await t.page.key('Backspace');
    await shows(t.page, 'a\nb\nc 한¦');
    await t.page.key('Control+z');
    await t.page.key('Control+z');
    await shows(t.page, '¦');
});

test('a paste into a one-line field stays one line', async (t) => {
    await page(t);
    await t.page.textbox('Pair name').focus();
    await t.page.key('Control+a');
    await t.page.paste('10기\r\n다짐');
    await shows(t.page, '10기 다짐¦', 'Pair name');
    await t.page.button('10기 다짐').there();
});

test('T66 five hundred edits, all undone and all redone', { limit: 240000 }, async (t) => {
    await page(t);
    // The same numbers in every run.
    let state = 20261122;
    const random = (below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor(state / 2 ** 32 * below);
    };
    const words = ['다짐', ' ', 'word', '\n', '😀', '한글은 ', '👨‍👩‍👧', 'é', '「', 'ㅋㅋ', '. '];
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp',
                  'Control+ArrowLeft', 'Control+Shift+ArrowRight', 'Control+Home', 'Control+End'];
    for (let edit = 0; edit < 500; edit++) {
        const what = random(10);
        if (what < 4) await play(t.page, [['value', { put: words[random(words.length)] }], ['input', { inputType: 'insertText' }]]);
        else if (what < 5) await t.page.paste(words[random(words.length)] + words[random(words.length)]);
        else if (what < 6) await t.page.key('Backspace');
        else if (what < 7) await t.page.key(random(2) ? 'Delete' : 'Control+Backspace');
        else await t.page.key(keys[random(keys.length)]);
    }
    await t.page.still();
    const whole = () => t.page.wholeText('Resolution');
    const end = await whole();
    assert.ok(end.length > 100, 'there is something to undo');
    // Undo is pressed until its button says that there is no more: the last step is the pair itself, which must stay.
    const seen = [end];
    for (let i = 0; i < 2000 && seen.at(-1) !== ''; i++) {
        await t.page.key('Control+z');
        seen.push((await t.page.field('Resolution'))?.value ?? null);
        if (seen.at(-1) === '' && (await whole()) !== '') seen.push(null);
    }
    assert.equal(await whole(), '');
    for (let i = 0; i < 2000 && !(await t.page.button('Redo').info()).disabled; i++) {
        await t.page.key('Control+y', 5);
        await t.page.still();
    }
    assert.equal(await whole(), end);
});

test('T80 T84 the texts are textboxes with the words in them, and the caret', async (t) => {
    await page(t, '첫 줄\n둘째 ¦줄');
    const boxes = (await t.page.controls()).filter((one) => one.role === 'textbox' && one.name === 'Resolution');
    assert.equal(boxes.length, 1);
    const { element, ...facts } = await t.page.tab.evaluate(() => {
        const { tagName, value, selectionStart, ariaLabel, readOnly, rows } = document.activeElement;
        return { tagName, value, selectionStart, ariaLabel, readOnly, rows };
    });
    assert.deepEqual([facts.tagName, facts.value, facts.selectionStart, facts.ariaLabel, facts.readOnly],
                     ['TEXTAREA', '첫 줄\n둘째 줄', 7, 'Resolution', false]);
    await t.page.key('ArrowUp');
    await t.page.key('Home');
    await until(async () => (await t.page.field('Resolution')).start === 0, 'the textarea\'s caret moves along');
    const { width, height } = await t.page.caret();
    assert.ok(height > 10 && !(width > 100));
});

test('T84 a caret that the browser moves is the program\'s', async (t) => {
    await page(t, '가나다라');
    await t.page.tab.evaluate(() => document.activeElement.setSelectionRange(1, 3));
    await t.page.still();
    assert.equal(await t.page.selected(), '나다');
    await t.page.type('x');
    assert.equal(await marked(t.page), '가x¦라');
});

test('T82 Tab leaves the text and Shift+Tab comes back to it', async (t) => {
    await page(t, '글');
    await t.page.key('Tab');
    await until(async () => !(await t.page.textbox('Resolution').info()).focused, 'Tab leaves the text');
    const next = (await t.page.controls()).find((one) => one.focused);
    assert.ok(next, 'the next control has the keyboard');
    await t.page.key('Shift+Tab');
    await t.page.textbox('Resolution').focused();
    await t.page.type('씨');
    assert.equal(await marked(t.page), '글씨¦');
});

test('T82 all controls are reached by Tab, in reading order, and none twice', async (t) => {
    await page(t);
    const order = (await t.page.controls()).filter((one) => ['button', 'textbox', 'separator', 'tab'].includes(one.role) && !one.disabled);
    await t.page.textbox('Resolution').focus();
    const reached = [];
    for (let i = 0; i < order.length + 2; i++) {
        await t.page.key('Tab');
        const at = (await t.page.controls()).find((one) => one.focused);
        if (!at) break;
        if (at.name === 'Resolution' && at.role === 'textbox') break;
        reached.push(at.id);
    }
    const ids = order.map((one) => one.id), from = order.findIndex((one) => one.name === 'Resolution' && one.role === 'textbox');
    assert.deepEqual(reached.slice(0, ids.length - from - 1), ids.slice(from + 1));
});

test('T87 the browser\'s own keys stay its own', async (t) => {
    await page(t, '글');
    const kept = await t.page.tab.evaluate(() => {
        const press = (key, code, keyCode, more) => {
            const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more });
            Object.defineProperty(event, 'keyCode', { value: keyCode });
            document.activeElement.dispatchEvent(event);
            return event.defaultPrevented;
        };
        return [press('F5', 'F5', 116), press('F12', 'F12', 123), press('r', 'KeyR', 82, { ctrlKey: true }), press('l', 'KeyL', 76, { ctrlKey: true }),
                press('Tab', 'Tab', 9, { ctrlKey: true }), press('t', 'KeyT', 84, { ctrlKey: true }), press('w', 'KeyW', 87, { ctrlKey: true }),
                press('p', 'KeyP', 80, { ctrlKey: true }), press('+', 'Equal', 187, { ctrlKey: true }),
                press('c', 'KeyC', 67, { ctrlKey: true }), press('v', 'KeyV', 86, { ctrlKey: true }), press('a', 'KeyA', 65), press('Tab', 'Tab', 9)];
    });
    assert.ok(kept.every((one) => one === false), JSON.stringify(kept));
});

test('T87 another field of the page would be typed into as ever', async (t) => {
    await page(t, '글');
    await t.page.tab.evaluate(() => {
        const input = document.createElement('input');
        input.id = 'other';
        document.body.append(input);
        input.focus();
    });
    await t.page.type('abc 1');
    await t.page.key('Backspace');
    assert.equal(await t.page.tab.evaluate(() => document.getElementById('other').value), 'abc ');
    await t.page.hasText('Resolution', '글');
});

test('shortcuts work while the keyboard is Hangul', async (t) => {
    await page(t, '가나다');
    await play(t.page, [['keydown', { key: 'ㅁ', code: 'KeyA', keyCode: 65, ctrlKey: true }]]);
    await until(async () => (await t.page.selected()) === '가나다', 'all is selected');
    await t.page.key('End');
    await t.page.type('x');
    await play(t.page, [['keydown', { key: 'ㅋ', code: 'KeyZ', keyCode: 90, ctrlKey: true }]]);
    await shows(t.page, '가나다¦');
});
