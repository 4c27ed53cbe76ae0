// Emoji as they are seen: in colour, inside their place, with the selection behind them.
import { assert, test } from './harness.mjs';
import { makePair } from './steps.mjs';

/** Pixels of a picture that are no grey and no tint of the page: by how much red, green and blue differ. */
function colourful(picture, most = picture.width) {
    let count = 0;
    for (let y = 0; y < picture.height; y++) for (let x = 0; x < most; x++) {
        const [r, g, b] = picture.at(x, y);
        if (Math.max(r, g, b) - Math.min(r, g, b) > 90) count++;
    }
    return count;
}

for (const sign of ['😀', '🇰🇷']) {
    test(`T73 ${sign} is drawn in colour inside its place, and the selection lies behind it`, async (t) => {
        const { page } = t;
        await makePair(page, `가${sign}나`);
        await page.key('Control+Home');
        await page.key('ArrowRight');
        const left = await page.caret();
        await page.key('ArrowRight');
        const right = await page.caret();
        assert.ok(right.x - left.x > 10, 'it has a place of its own');
        await page.key('Control+End');
        const clip = { x: Math.round(left.x) + 1, y: Math.round(left.y), width: Math.round(right.x - left.x) - 2, height: Math.round(left.height) };
        const row = { ...clip, x: clip.x - 40, width: clip.width + 80 };
        const plain = await page.picture(clip);
        const colours = colourful(plain);
        assert.ok(colours > 20, `${colours} pixels are in colour`);
        assert.equal(colourful(await page.picture(row)), colours, 'none lies outside');
        await page.key('Control+a');
        const selected = await page.picture(clip);
        // What was colour stays the same colour, but for its soft edge; what was paper has the selection's.
        let kept = 0, tinted = 0;
        for (let y = 0; y < plain.height; y++) for (let x = 0; x < plain.width; x++) {
            const [before, after] = [plain.at(x, y), selected.at(x, y)];
            const moved = before.reduce((sum, value, i) => sum + Math.abs(value - after[i]), 0);
            if (Math.max(...before) - Math.min(...before) > 90 && moved < 12) kept++;
            if (Math.min(...before) > 235 && moved > 12) tinted++;
        }
        assert.ok(kept > colours * 0.7, `${kept} of ${colours} pixels keep their colour`);
        assert.ok(tinted > 20, `${tinted} pixels of paper are tinted`);
    });
}
