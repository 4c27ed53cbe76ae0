// What a screen reader and a keyboard find: roles, names, order, places; the browser's own keys stay the browser's.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { makePair, makeSeries, notice, tabTo } from './steps.mjs';

test('all that can be done has a role and a name', async (t) => {
    const { page } = t;
    await makeSeries(page, '글또', '10기');
    await page.textbox('Resolution').focus();
    await page.type('words');
    for (const name of ['New series', 'New pair', 'Import', 'Export', 'Undo', 'Redo', 'List of pairs', 'Theme', 'Larger text', 'Smaller text',
                        'Line breaks', 'Language', 'Move pair up', 'Move pair down', 'Delete pair', 'Move series up', 'Move series down',
                        'Delete series', 'Export resolution as Markdown']) await page.button(name).there();
    for (const name of ['Resolution', 'Retrospective', 'Series name', 'Pair name', 'Start date', 'End date']) await page.textbox(name).there();
    for (const name of ['Resolution', 'Retrospective']) await page.heading(name).there();
    await page.divider().there();
    await page.status('Saved').there();
    const all = await page.controls();
    for (const one of all) {
        assert.ok(one.role, `a role for ${JSON.stringify(one)}`);
        if (one.role !== 'group' && one.role !== 'status') assert.ok(one.name, `a name for ${JSON.stringify(one)}`);
    }
    // As the browser itself understands it.
    if (t.chromium) {
        const tree = await page.tab.accessibility.snapshot({ interestingOnly: false });
        const flat = [];
        (function walk(node) { flat.push(node); node.children?.forEach(walk); })(tree);
        for (const [role, name] of [['textbox', 'Resolution'], ['textbox', 'Retrospective'], ['button', 'Export'], ['status', undefined]]) {
            assert.ok(flat.some((node) => node.role === role && (name === undefined || node.name === name)), `${role} ${name}`);
        }
        const box = flat.find((node) => node.role === 'textbox' && node.name === 'Resolution');
        assert.equal(box.multiline, true);
        assert.equal(box.value, 'words');
    }
});

test('T82 Tab goes through everything in reading order and leaves the page', async (t) => {
    const { page } = t;
    await makePair(page, 'left', 'right');
    const wanted = (await page.controls()).filter((one) => !one.disabled &&
        (['button', 'textbox', 'separator'].includes(one.role) || (one.role === 'tab' && one.selected))).map((one) => one.id);
    const at = () => page.tab.evaluate(() => document.hasFocus() && document.activeElement !== document.body ? document.activeElement.id : '');
    await page.tab.evaluate((id) => document.getElementById(id).focus(), wanted[0]);
    const came = [await at()];
    while (came.length < wanted.length) {
        await page.key('Tab');
        await page.still();
        came.push(await at());
    }
    assert.deepEqual(came, wanted);
    await page.key('Tab');
    await page.still();
    const out = await at();
    // Where there is nothing beyond the page, the browser begins anew; where there is, the page has lost the keyboard.
    assert.ok(out === '' || out === wanted[0], 'Tab is not trapped');
    await page.tab.evaluate((id) => document.getElementById(id).focus(), wanted.at(-1));
    await page.key('Shift+Tab');
    await until(() => page.tab.evaluate((id) => document.activeElement.id === id, wanted.at(-2)), 'Shift+Tab goes back');
});

test('a Tab in a page leaves it, and its words alone', async (t) => {
    const { page } = t;
    await makePair(page, 'left');
    await page.key('Control+End');
    await page.key('Tab');
    await until(async () => !(await page.textbox('Resolution').info()).focused, 'the keyboard went on');
    await page.hasText('Resolution', 'left');
});

test('T83 Enter and Space press a button, and the keyboard stays on it', async (t) => {
    const { page } = t;
    await makePair(page, 'left');
    await tabTo(page, page.button('Larger text'));
    const size = async () => (await page.caret(), page.tab.evaluate(() => window.__dajim.text(0).element.style.height));
    await page.key('Enter');
    await page.still();
    await page.key('Space');
    await page.still();
    assert.ok((await page.button('Larger text').info()).focused);
    await page.textbox('Resolution').focus();
    const large = parseFloat(await size());
    await page.button('Smaller text').focus();
    await page.key('Space', 2);
    await page.textbox('Resolution').focus();
    assert.ok(parseFloat(await size()) < large);
    // The last possible press: the button cannot be pressed any more, and is not lost under the fingers.
    await page.button('Smaller text').focus();
    for (let i = 0; i < 20 && !(await page.button('Smaller text').info()).disabled; i++) {
        await page.key('Enter');
        await page.still();
    }
    assert.ok((await page.button('Smaller text').info()).disabled);
    assert.ok((await page.button('Smaller text').info()).focused);
});

test('T81 all boxes lie on the canvas, and a press there is a press of the control', async (t) => {
    const { page } = t;
    await makePair(page, 'left', 'right');
    for (const { box, name } of await page.controls()) {
        assert.ok(box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= 1200.5 && box.y + box.height <= 800.5, `${name} ${JSON.stringify(box)}`);
        const under = await page.tab.evaluate((x, y) => document.elementFromPoint(x, y)?.id, box.x + box.width / 2, box.y + box.height / 2);
        assert.equal(under, 'canvas', `the pointer reaches the canvas at ${name}`);
    }
});

test('T81 a box is where the control is drawn, to a pixel', async (t) => {
    const { page } = t;
    await makePair(page, 'left', 'right');
    await page.button('Line breaks').focus();  // no caret blinks
    for (const name of ['Import', 'Undo', 'New pair']) {
        const { box } = await page.button(name).there(), { x, y } = { x: Math.floor(box.x) - 8, y: Math.floor(box.y) - 8 };
        const clip = { x, y, width: Math.ceil(box.width) + 16, height: Math.ceil(box.height) + 16 };
        await page.tab.mouse.move(600, 2);
        const before = await page.picture(clip);
        await page.tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        const under = await page.picture(clip);
        const drawn = [Infinity, Infinity, -1, -1];
        for (let row = 0; row < clip.height; row++) for (let column = 0; column < clip.width; column++) {
            if (String(before.at(column, row)) === String(under.at(column, row))) continue;
            const [left, top, right, bottom] = drawn;
            drawn.splice(0, 4, Math.min(left, x + column), Math.min(top, y + row), Math.max(right, x + column + 1), Math.max(bottom, y + row + 1));
        }
        const told = [box.x, box.y, box.x + box.width, box.y + box.height];
        assert.ok(drawn.every((edge, i) => Math.abs(edge - told[i]) <= 1), `${name} is drawn at ${drawn} and told to be at ${told}`);
    }
});

test('the list over a narrow window takes the keyboard; Escape gives it back', async (t) => {
    const { page } = t;
    await makePair(page, 'left');
    await page.tab.setViewport({ width: 400, height: 700 });
    await page.tabButton('Resolution').there();
    const focused = async () => (await page.controls()).find((one) => one.focused)?.name;
    await page.button('List of pairs').focus();
    await page.key('Enter');
    await until(async () => /My resolutions/.test(await focused()), 'the first row has the keyboard');
    const { id } = await page.button('List of pairs').there();
    assert.ok(await page.tab.evaluate((id) => document.getElementById(id).inert, id), 'what lies behind cannot be reached');
    await page.button('New series').focus();
    await page.key('Escape');
    await page.button('New series').gone();
    await until(async () => await focused() === 'List of pairs', 'the keyboard is where it came from');
    await page.key('Enter');
    await page.button('New pair').activate();
    await page.textbox('Pair name').focused();
    await page.button('New series').gone();
});

test('the browser keeps its own keys', async (t) => {
    const { page } = t;
    await makePair(page, 'left');
    const prevented = (key, code, options = {}) => page.tab.evaluate((key, code, options) => {
        const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...options });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;
    }, key, code, options);
    const own = [['F5', 'F5'], ['F12', 'F12'], ['F11', 'F11'], ['F1', 'F1'], ['F10', 'F10'], ['Tab', 'Tab'], ['Tab', 'Tab', { shiftKey: true }],
                 ...[['r', 'KeyR'], ['l', 'KeyL'], ['t', 'KeyT'], ['w', 'KeyW'], ['n', 'KeyN'], ['p', 'KeyP'], ['+', 'Equal'],
                     ['-', 'Minus'], ['0', 'Digit0'], ['PageUp', 'PageUp'], ['Tab', 'Tab']].map(([key, code]) => [key, code, { ctrlKey: true }]),
                 ['R', 'KeyR', { ctrlKey: true, shiftKey: true }], ['I', 'KeyI', { ctrlKey: true, shiftKey: true }],
                 ['ArrowLeft', 'ArrowLeft', { altKey: true }], ['d', 'KeyD', { altKey: true }]];
    for (const name of ['Resolution', 'Pair name', undefined]) {
        if (name) await page.textbox(name).focus();
        else await page.button('Theme').focus();
        for (const [key, code, options] of own) assert.equal(await prevented(key, code, options), false, `${JSON.stringify(options ?? {})} ${key} in ${name}`);
    }
    await page.textbox('Resolution').focus();
    assert.equal(await prevented('s', 'KeyS', { ctrlKey: true }), true, 'Ctrl+S does not open the dialog of saving the page');
    assert.equal(await prevented('f', 'KeyF', { ctrlKey: true }), true, 'Ctrl+F does not look for words in what only a screen reader sees');
    assert.equal(await prevented('F3', 'F3'), true, 'F3 likewise');
});

const axe = await fs.readFile(path.join(import.meta.dirname, 'node_modules/axe-core/axe.min.js'), 'utf8');
async function axeFinds(page, what) {
    const found = await page.tab.evaluate(async () => {
        const { violations } = await window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
        return violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).join(' ').slice(0, 300)}`);
    });
    assert.deepEqual(found, [], what);
}

test('T85 axe finds nothing to complain of: empty desk, a pair, a notice, finding, the list, a narrow window', async (t) => {
    const { page } = t;
    // As a script of the developer's own, beside the page's security policy.
    await page.tab.evaluate(axe);
    await axeFinds(page, 'the empty desk');
    await makePair(page, 'left', 'right');
    await axeFinds(page, 'a pair');
    await page.button('Delete pair').activate();
    await notice(page, /Deleted/);
    await axeFinds(page, 'a notice');
    await page.button('Take back').activate();
    await page.textbox('Resolution').focus();
    await page.key('Control+h');
    await page.textbox('Words to find').focused();
    await page.type('e');
    await page.button('Find in all pairs').activate();
    await page.status(/\/1$/).there();
    await axeFinds(page, 'the bar that finds and replaces');
    await page.key('Escape');
    await page.tab.setViewport({ width: 360, height: 640 });
    await page.tabButton('Resolution').there();
    await axeFinds(page, 'a narrow window');
    await page.button('List of pairs').activate();
    await page.button('New series').there();
    await axeFinds(page, 'the list');
});
