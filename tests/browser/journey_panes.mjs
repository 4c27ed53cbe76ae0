// Two panes: each keeps its own place; wheel, fingers and scroll thumb; the divider.
import { assert, test, until } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

const long = (word) => Array.from({ length: 150 }, (_, i) => `${word} ${i + 1}`).join('\n');

/** The words of the topmost line of a page, by three clicks on it. */
async function topLine(page, name) {
    const { box } = await page.textbox(name).info();
    await page.tab.mouse.click(box.x + 80, box.y + 45, { count: 3 });
    await page.textbox(name).focused();
    await page.still();
    return page.selected();
}
const paneOf = async (page, name) => (await page.textbox(name).info()).box;

test('T75 the wheel scrolls the pane under the mouse, and only that', async (t) => {
    const { page } = t;
    await makePair(page, long('왼쪽'), long('right'));
    for (const name of ['Resolution', 'Retrospective']) {
        await page.textbox(name).focus();
        await page.key('Control+Home');
    }
    await page.button('Line breaks').focus();
    const [left, right] = [await paneOf(page, 'Resolution'), await paneOf(page, 'Retrospective')];
    const before = [await page.picture(left), await page.picture(right)];
    await page.tab.mouse.move(left.x + left.width / 2, left.y + left.height / 2);
    await page.tab.mouse.wheel({ deltaY: 900 });
    await until(async () => difference(await page.picture(left), before[0]) > 500, 'the left pane has scrolled');
    assert.ok(difference(await page.picture(right), before[1]) < 20, 'the right pane stands');
    const top = await topLine(page, 'Resolution');
    assert.ok(Number(top.split(' ')[1]) > 12, `scrolled by lines (${top})`);
    assert.equal(await topLine(page, 'Retrospective').then((line) => Number(line.split(' ')[1]) <= 2), true);

    // Down to the end and not further, up to the start.
    await page.tab.mouse.move(right.x + right.width / 2, right.y + right.height / 2);
    for (let i = 0; i < 12; i++) await page.tab.mouse.wheel({ deltaY: 2000 });
    await page.still();
    const { box } = await page.textbox('Retrospective').info();
    await page.tab.mouse.click(box.x + 80, box.y + box.height * 0.3, { count: 3 });
    await page.still();
    assert.match(await page.selected(), /right 1[345]\d/);
    for (let i = 0; i < 12; i++) await page.tab.mouse.wheel({ deltaY: -2000 });
    assert.match(await topLine(page, 'Retrospective'), /^right [12]$/);
});

test('each pair keeps the place of both its pages', async (t) => {
    const { page } = t;
    await makePair(page, long('왼쪽'), long('right'));
    const [left, right] = [await paneOf(page, 'Resolution'), await paneOf(page, 'Retrospective')];
    for (const [pane, by] of [[left, -100000], [left, 1500], [right, -100000], [right, 2500]]) {
        await page.tab.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2);
        await page.tab.mouse.wheel({ deltaY: by });
        await page.still();
    }
    await page.button('Line breaks').focus();
    const was = [await page.picture(left), await page.picture(right)];
    await page.button('New pair').activate();
    await page.textbox('Pair name').focused();
    assert.ok(difference(await page.picture(left), was[0]) > 500);
    await page.key('Alt+PageUp');
    await page.button('Line breaks').focus();
    await page.tab.mouse.move(600, 20);
    await page.still();
    assert.ok(difference(await page.picture(left), was[0]) < 20, 'the left page stands where it stood');
    assert.ok(difference(await page.picture(right), was[1]) < 20, 'the right page stands where it stood');
});

test('a finger scrolls', { browsers: ['chromium'], viewport: { width: 1200, height: 800, hasTouch: true } }, async (t) => {
    const { page } = t;
    await makePair(page, long('왼쪽'));
    await page.key('Control+Home');
    const pane = await paneOf(page, 'Resolution');
    const cdp = await page.tab.createCDPSession();
    await cdp.send('Input.synthesizeScrollGesture', { x: Math.round(pane.x + 150), y: Math.round(pane.y + 400), yDistance: -350,
                                                       gestureSourceType: 'touch', speed: 2000 });
    await page.still();
    await until(async () => Number((await topLine(page, 'Resolution')).split(' ')[1]) > 5, 'the page has scrolled under the finger');
});

test('the divider moves by mouse and by arrow keys, and stays', async (t) => {
    const { page } = t, { mouse } = page.tab;
    await makePair(page, 'left', 'right');
    const width = async () => (await paneOf(page, 'Resolution')).width;
    const first = await width();
    const { box, now } = await page.divider().info();
    assert.equal(now, 50);
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(box.x + box.width / 2 - 60, box.y + 200, { steps: 4 });
    await mouse.move(box.x + box.width / 2 - 120, box.y + 200, { steps: 4 });
    await page.still();
    await mouse.up();
    const second = await width();
    assert.ok(Math.abs(first - second - 120) < 6, `the left page is narrower by 120 (${first} → ${second})`);

    await page.divider().focus();
    const at = (await page.divider().info()).now;
    await page.key('ArrowRight', 3);
    await until(async () => (await page.divider().info()).now === at + 6, 'three steps to the right');
    assert.ok(await width() > second + 30);
    await page.key('ArrowLeft');
    await until(async () => (await page.divider().info()).now === at + 4, 'one back');
    await page.key('Home');
    await until(async () => (await page.divider().info()).now < at, 'as far left as it goes');
    assert.ok(await width() >= 200, 'a page can still be read');
    await page.key('End');
    await until(async () => (await page.divider().info()).now > 60, 'as far right as it goes');
    assert.ok((await paneOf(page, 'Retrospective')).width >= 200);

    const last = await width();
    await page.saved();
    await page.reload();
    assert.ok(Math.abs(await width() - last) < 2, 'it stays over a reload');
});
