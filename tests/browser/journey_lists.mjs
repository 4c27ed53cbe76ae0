// Lists, tasks and marks, as they are written.
import { test } from './harness.mjs';
import { makePair } from './steps.mjs';

test('T35 Enter goes on with a list; an empty item ends it', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.type('- one\ntwo\n\nend');
    await page.hasText('Resolution', '- one\n- two\nend');
    await page.writeAtEnd('Resolution');
    await page.type('\n3. [x] three\nfour');
    await page.hasText('Resolution', '- one\n- two\nend\n3. [x] three\n4. [ ] four');
    await page.key('Control+z', 3);
    await page.hasText('Resolution', '- one\n- two\nend');
});

test('a press on a box ticks the task, and leaves the caret where it was', async (t) => {
    const { page } = t;
    await makePair(page, '- [ ] draft\n- [ ] polish');
    await page.key('Control+Home');
    await page.key('ArrowRight', 3);
    const { x, y, height } = await page.caret();   // between the bracket and the sign
    await page.key('Control+End');
    await page.tab.mouse.click(x + 2, y + height / 2);
    await page.still();
    await page.type('!');
    await page.hasText('Resolution', '- [x] draft\n- [ ] polish!');
    await page.tab.mouse.click(x + 2, y + height / 2);
    await page.hasText('Resolution', '- [ ] draft\n- [ ] polish!');
    await page.writeAtEnd('Resolution');
    await page.key('Control+Enter');
    await page.hasText('Resolution', '- [ ] draft\n- [x] polish!');
});

test('marks by their keys, none of which the browser takes', async (t) => {
    const { page } = t;
    await makePair(page, 'every week');
    await page.key('Control+b');
    await page.hasText('Resolution', 'every **week**');
    await page.writeAtEnd('Resolution');
    await page.type(' ');
    await page.key('Control+k');
    await page.type('here');
    await page.hasText('Resolution', 'every **week** [here]()');
    await page.key('Control+]');
    await page.hasText('Resolution', '  every **week** [here]()');
    await page.key('Control+[');
    await page.hasText('Resolution', 'every **week** [here]()');
});
