// Pasting from elsewhere: HTML comes as Markdown where it says more than its plain text, and does nothing but that.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, fixtures, test, until } from './harness.mjs';
import { makePair } from './steps.mjs';

const folder = path.join(fixtures, 'paste');
const file = async (name) => String(await fs.readFile(path.join(folder, name)));

test('what is copied from blogs, notes and documents is pasted as Markdown, in one step', async (t) => {
    const { page } = t;
    await makePair(page);
    const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.html')).map((name) => name.replace('.html', ''));
    assert.ok(names.length >= 6, 'fixtures are there');
    const wanted = [];
    for (const name of names) {
        await page.paste('plain words', await file(`${name}.html`));   // over all that hasText selected
        wanted.push((await file(`${name}.md`)).replace(/\n$/, ''));
        await page.hasText('Resolution', wanted.at(-1));
    }
    for (const before of [...wanted.slice(0, -1).reverse(), '']) {
        await page.key('Control+z');
        await page.hasText('Resolution', before);
    }
});

test('what has no looks of its own is pasted as the plain text it is', async (t) => {
    const { page } = t;
    await makePair(page);
    const plainly = [
        ['const a = "b*c*d";\n\n    return a;', '<meta charset="utf-8"><div style="font-family: monospace; white-space: pre;"><div><span style="color: #00f; font-weight: bold;">const</span><span> a</span></div></div>', ['vscode-editor-data', '{}']],
        ['if (a)\n    b();', '<html><body><pre style="font-family:\'JetBrains Mono\',monospace"><span style="color:#cc7832;">if </span>(a)<br>    b();</pre></body></html>'],
        ['한 문단 *그대로*', '<meta charset="utf-8"><p style="font-weight: 400">한 문단 *그대로*</p>'],
        ['줄 하나\n줄 둘', '<div>줄 하나</div><div>줄 둘</div>'],
        ['문단 하나\n\n문단 *둘*', '<p>문단 하나</p><p>문단 *둘*</p>'],
        ['https://example.com/a_b_c', '<a href="https://example.com/a_b_c">https://example.com/a_b_c</a>'],
        ['그림만', '<img src="data:image/png;base64,AAAA">'],
        ['# 이미 **Markdown**', ''],
    ];
    for (const [text, html, more] of plainly) {
        await page.paste(text, html, more);
        await page.hasText('Resolution', text);
    }
    // Paragraphs that the plain text runs together are told apart.
    await page.paste('하나\n둘', '<p>하나</p><p>둘</p>');
    await page.hasText('Resolution', '하나\n\n둘');
    // A field, code and front matter take plain text whatever there is.
    await page.textbox('Pair name').focus();
    await page.key('Control+a');
    await page.paste('열 기', '<b>열</b> <i>기</i>');
    await until(async () => (await page.field('Pair name')).value === '열 기', 'a name is plain');
    await page.textbox('Retrospective').focus();
    await page.type('```\n');
    await page.paste('code()', '<b>code()</b>');
    await page.hasText('Retrospective', '```\ncode()');
});

test('blocks that are pasted into a line get lines of their own', async (t) => {
    const { page } = t;
    await makePair(page, '앞뒤');
    await page.key('Control+Home');
    await page.key('ArrowRight');
    await page.paste('plain', '<h3>가운데</h3><ul><li>하나</li></ul>');
    await page.type('!');
    await page.hasText('Resolution', '앞\n\n### 가운데\n\n- 하나\n\n!뒤');
    await page.key('Control+z');
    await page.key('Control+z');
    await page.hasText('Resolution', '앞뒤');
});

test('hostile HTML neither runs nor loads nor keeps anybody waiting', async (t) => {
    const { page } = t;
    await makePair(page);
    // The harness fails on any request, error and violation of the page's policy.
    await page.paste('plain', `<style>@import "https://example.com/a.css"; * { background: url(https://example.com/b.png) }</style><script>document.title = 'ran'</script>
        <p style="background: url(https://example.com/c.png)" onclick="document.title = 'ran'">낱말 <b>굵게</b><img src="data:," onerror="document.title = 'ran'"><img src=x onerror="document.title = 'ran'">
        <svg onload="document.title = 'ran'"><script>document.title = 'ran'</script></svg><iframe srcdoc="<script>parent.document.title = 'ran'</script>"></iframe>
        <a href="javascript:document.title='ran'">하나</a> <a href=" java&#10;script:1">둘</a> <a href="data:text/html,x">셋</a> <a href="https://example.com/)](javascript:1)">넷</a></p><link rel=stylesheet href="https://example.com/d.css"><base href="https://example.com/">`);
    await page.hasText('Resolution', '낱말 **굵게** 하나 둘 셋 [넷](https://example.com/%29]%28javascript:1%29)');
    assert.notEqual(await page.tab.title(), 'ran');

    for (const kind of ['deep', 'unclosed', 'formatting', 'attributes', 'comments', 'large', 'paragraphs']) {
        const took = await page.tab.evaluate((kind) => {
            const html = {
                deep: () => '<div>'.repeat(100000) + '<b>x</b>',
                unclosed: () => '<b>x</b>' + '<span>'.repeat(390) + '</q>'.repeat(300000),
                formatting: () => Array.from({ length: 380 }, (_, at) => `<font size=${at}>`).join('') + '<p>'.repeat(100000),
                attributes: () => `<p ${Array.from({ length: 150000 }, (_, at) => `data-a${at}=1`).join(' ')}><b></b>`,
                comments: () => '<b>x</b>' + '<!--'.repeat(400000),
                large: () => '<p>words <b>bold</b></p>'.repeat(220000),
                paragraphs: () => '<p>words <b>bold</b> words</p>'.repeat(50000),
            }[kind]();
            const data = new DataTransfer();
            data.setData('text/plain', kind);
            data.setData('text/html', html);
            const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: data });
            const begun = performance.now();
            document.activeElement.dispatchEvent(event);
            return performance.now() - begun;
        }, kind);
        assert.ok(took < 4000, `${kind} took ${Math.round(took)} ms`);   // a second, and the machine's other work
        const text = await page.wholeText('Resolution');
        assert.ok(text === kind || text.startsWith('words **bold**') || /^\**x/.test(text), `${kind} gave ${text.slice(0, 80)}`);
    }
});

test('Ctrl+V takes the looks along, Ctrl+Shift+V leaves them', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.tab.evaluate(() => navigator.clipboard.write([new ClipboardItem({
        'text/plain': new Blob(['제목\n굵은 말'], { type: 'text/plain' }),
        'text/html': new Blob(['<h2>제목</h2><p><strong>굵은</strong> 말</p>'], { type: 'text/html' }),
    })]));
    await page.key('Control+v');
    await page.hasText('Resolution', '## 제목\n\n**굵은** 말');
    await page.key('Control+z');
    await page.hasText('Resolution', '');
    await page.key('Control+Shift+v');
    await page.hasText('Resolution', '제목\n굵은 말');
    await page.key('Control+z');
    await page.hasText('Resolution', '');
    await page.key('Control+v');
    await page.hasText('Resolution', '## 제목\n\n**굵은** 말');
});
