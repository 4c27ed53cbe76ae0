// Drawing on demand: an idle page draws nothing, a caret little; no question to the GPU; a lost context comes back.
import { assert, test, until } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

/** Lets time go by in the page: here time itself is what is tested. */
const pass = (page, ms) => page.tab.evaluate((ms) => new Promise((resolve) => {
    const begun = performance.now();
    const look = () => performance.now() - begun >= ms ? resolve() : setTimeout(look, 50);
    look();
}), ms);

test('T86 a page without the keyboard draws nothing for ten seconds', async (t) => {
    const { page } = t;
    await makePair(page, 'left', 'right 🌱');
    await page.saved();
    await page.tab.evaluate(() => document.activeElement.blur());
    await page.still();
    const before = await page.frames();
    await pass(page, 10000);
    const after = await page.frames();
    assert.equal(after.drawn, before.drawn);
    assert.equal(after.requested, before.requested);
});

test('T86 a caret blinks at two small frames a second at most, and rests after a while', async (t) => {
    const { page } = t;
    await makePair(page, 'left', 'right');
    await page.type(' and on');
    await page.saved();
    const before = await page.frames();
    await pass(page, 4000);
    const after = await page.frames();
    const frames = after.drawn - before.drawn;
    assert.ok(frames >= 2, `it blinks (${frames} frames in 4 s)`);
    assert.ok(frames <= 9, `two frames a second at most (${frames} in 4 s)`);
    const pixels = (after.pixels - before.pixels) / frames;
    assert.ok(pixels <= 2 * 64 * 64, `a small frame, two cells at most (${Math.round(pixels)} pixels)`);
    await until(async () => {
        const one = (await page.frames()).requested;
        await pass(page, 1500);
        return (await page.frames()).requested === one;
    }, 'the caret rests', 25000);
    // The next key wakes it.
    const rested = await page.frames();
    await page.key('ArrowLeft');
    await until(async () => (await page.frames()).drawn >= rested.drawn + 2, 'it blinks again');
});

test('a frame asks the GPU nothing', async (t) => {
    const { page } = t;
    await makePair(page, 'left '.repeat(50), '오른쪽 '.repeat(50));
    await page.type('쓰기 typing 🌱');
    await page.button('Theme').click();
    await page.tab.mouse.move(500, 400);
    await page.tab.mouse.wheel({ deltaY: 200 });
    await page.still();
    assert.equal((await page.frames()).glQueries, 0);
});

test('typing draws few pixels of a large window', { viewport: { width: 1600, height: 1000 } }, async (t) => {
    const { page } = t;
    await makePair(page, 'left');
    await page.key('Control+End');
    await page.type(' warm');
    await page.saved();
    const before = await page.frames();
    await page.type('abcdefgh');
    await page.still();
    const after = await page.frames();
    const each = (after.pixels - before.pixels) / 8;
    assert.ok(each < 1600 * 1000 / 8, `a letter paints a small part of the window (${Math.round(each)} pixels)`);
});

test('T88 a lost context comes back with the same picture, and words go on', async (t) => {
    const { page } = t;
    await makePair(page, '가나다라 마바사\n둘째 줄', 'words and 🌱');
    await page.button('Line breaks').focus();
    await page.tab.mouse.move(600, 2);
    const before = await page.picture();
    for (let times = 0; times < 2; times++) {
        await page.tab.evaluate(() => {
            const gl = document.getElementById('canvas').getContext('webgl2');
            window.testLose ??= gl.getExtension('WEBGL_lose_context');
            window.testLose.loseContext();
        });
        await until(() => page.tab.evaluate(() => document.getElementById('canvas').getContext('webgl2').isContextLost()), 'the context is lost');
        if (times) {  // writing goes on meanwhile
            await page.writeAtEnd('Resolution');
            await page.type('!');
        }
        await page.tab.evaluate(() => window.testLose.restoreContext());
        await until(() => page.tab.evaluate(() => !document.getElementById('canvas').getContext('webgl2').isContextLost()), 'the context is back');
        if (!times) await until(async () => difference(await page.picture(), before) < 50, 'the same picture');
    }
    await page.hasText('Resolution', '가나다라 마바사\n둘째 줄!');
    await page.key('Control+z');
    await page.button('Line breaks').focus();
    await page.button('Redo').there();
    await until(async () => difference(await page.picture(), before) < 400, 'the same picture again');
});
