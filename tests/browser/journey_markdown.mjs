// Markdown in place: what is seen of it, what a link does, what Tab does in a list.
import { assert, until } from './desk.mjs';
import { test } from './harness.mjs';
import { difference, makePair, notice } from './steps.mjs';

/** The page writes down what it opens instead of opening it; nothing may leave this machine. */
async function watchOpened(page) {
    await page.tab.evaluate(() => {
        window.testOpened = [];
        window.open = (...how) => { window.testOpened.push(how); return null; };
    });
    return () => page.tab.evaluate(() => window.testOpened);
}

test('Ctrl+click opens a link in a window of its own, a plain click puts the caret there', async (t) => {
    const { page } = t;
    await makePair(page, 'see [the blog](https://example.org/글) now');
    const opened = await watchOpened(page);
    await page.key('Home');
    await page.key('ArrowRight', 8);
    const { x, y, height } = await page.caret();
    await page.key('End');
    await page.tab.keyboard.down('Control');
    await page.tab.mouse.click(x + 2, y + height / 2);
    await page.tab.keyboard.up('Control');
    await until(async () => (await opened()).length === 1, 'one link was opened');
    assert.deepEqual((await opened())[0], ['https://example.org/글', '_blank', 'noopener,noreferrer']);
    await page.tab.mouse.click(x + 24, y + height / 2);   // not where it would be the second of a double click
    await page.still();
    await page.type('|');
    assert.match(await page.wholeText('Resolution'), /^see \[.*\|.*\]\(https:\/\/example.org\/글\) now$/);
    assert.equal((await opened()).length, 1);
});

test('Alt+Enter opens the link at the caret; what could run is never opened', async (t) => {
    const { page } = t;
    await makePair(page, '[bad](javascript:alert(1))\nhttps://example.org/a');
    const opened = await watchOpened(page);
    await page.key('Alt+Enter');
    await until(async () => (await opened()).length === 1, 'one link was opened');
    assert.equal((await opened())[0][0], 'https://example.org/a');
    await page.key('Control+Home');
    await page.key('ArrowRight', 2);
    await page.key('Alt+Enter');
    await page.still();
    assert.equal((await opened()).length, 1);
    await page.hasText('Resolution', '[bad](javascript:alert(1))\nhttps://example.org/a');
});

test('front matter is one row until the caret goes into it', async (t) => {
    const { page } = t;
    await makePair(page, 'x');
    const { box: { x, y } } = await page.textbox('Resolution').there();
    const post = '---\ntitle: One\ndate: 2024-01-02\ntags: [a, b]\n---\nfirst\nsecond';
    await page.drop({ name: 'post.md', bytes: Buffer.from(post) }, x + 60, y + 60);
    await notice(page, /One/);
    await page.textbox('Resolution').focus();
    await page.key('Control+End');
    const end = (await page.caret()).y;
    await page.key('ArrowUp');
    const first = (await page.caret()).y;
    assert.ok(end - first > 20, 'two rows of words stand below each other');
    await page.key('ArrowUp');   // into the front matter, which opens
    const closing = (await page.caret()).y;
    await page.key('ArrowUp');
    const tags = (await page.caret()).y;
    assert.ok(closing > first && closing - tags > 10, 'its rows are there');
    await page.key('ArrowDown', 2);
    assert.equal((await page.caret()).y, first, 'it folds again behind the caret');
    await page.key('ArrowUp', 2);
    await page.key('End');
    await page.type('!');
    await page.hasText('Resolution', post.replace('b]', 'b]!'));
});

test('words in bold, code and struck look otherwise than the same words plain', async (t) => {
    const { page } = t;
    await makePair(page, 'x');
    const picture = async (words) => {
        await page.key('Control+a');
        await page.paste(words);
        await page.key('Control+End');
        await page.paste('\n\n\n\n');
        await page.key('Control+End');   // the caret is far from what is looked at
        const { box: { x, y } } = await page.textbox('Resolution').there();
        return page.picture({ x: x + 20, y, width: 300, height: 50 });
    };
    for (const [marked, plainly] of [['**가나다라**', '++가나다라++'], ['~~가나다라~~', '==가나다라=='], ['`가나다라`', "'가나다라'"]]) {
        assert.ok(difference(await picture(marked), await picture(plainly)) > 60, marked);
    }
});

test('Tab moves an item under the one above, Shift+Tab back; Escape lets Tab leave', async (t) => {
    const { page } = t;
    await makePair(page, '1. one\n2. two');
    await page.key('Tab');
    await page.hasText('Resolution', '1. one\n   2. two');
    await page.key('Control+End');
    await page.key('Shift+Tab');
    await page.hasText('Resolution', '1. one\n2. two');
    await page.key('Control+End');
    await page.key('Escape');
    await page.key('Tab');
    await until(async () => !(await page.textbox('Resolution').info()).focused, 'the keyboard has left the page');
    await page.hasText('Resolution', '1. one\n2. two');
});
