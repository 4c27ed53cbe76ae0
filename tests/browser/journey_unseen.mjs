// Signs that show nothing by themselves: what hides in a text is seen, and is walked over and erased like any letter.
import { assert } from './desk.mjs';
import { test } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

test('zero-width, direction and control signs are shown as marks, one step each', async (t) => {
    const { page } = t;
    await makePair(page, 'x');
    const picture = async (words) => {
        await page.key('Control+a');
        await page.paste(words + '\n\n\n');
        await page.key('Control+End');   // the caret is far from what is looked at
        const { box: { x, y } } = await page.textbox('Resolution').there();
        return page.picture({ x: x + 20, y, width: 300, height: 40 });
    };
    const plain = await picture('account');
    for (const sign of ['\u200b', '\u202e', '\u2066', '\u00ad', '\ufeff', '\u0007']) {
        assert.ok(difference(plain, await picture(`acc${sign}ount`)) > 40, `U+${sign.charCodeAt(0).toString(16)} is seen`);
    }
    await picture('a\u202eb');
    await page.key('Control+Home');
    await page.key('ArrowRight', 2);
    await page.key('Backspace');
    await page.hasText('Resolution', 'ab\n\n\n');
});
