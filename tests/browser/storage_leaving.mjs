// The page goes away in the middle of a word, by every door there is. Nothing that was typed is lost.
import { assert, test, until } from './harness.mjs';
import { begin, kept } from './keeping.mjs';
import { notice } from './steps.mjs';
import { Hangul, play } from './typing.mjs';

const ways = {
    'the tab is closed': async (desk) => { await desk.close(); },
    'the page is loaded again': async (desk) => { await desk.reload(); return desk; },
    'another page is opened in the tab': async (desk) => { await desk.tab.goto('about:blank'); },
};

for (const [way, go] of Object.entries(ways)) {
    test(`rows 6 7: ${way} in the middle of a word`, async (t) => {
        let desk = await begin(t.page), text = '';
        for (let round = 0; round < 3; round++) {
            const word = `${round} 다짐을 쓰다가 중간`;
            await desk.writeAtEnd('Resolution');
            await desk.type(word);
            text += word;
            desk = await go(desk) ?? await t.session.open();
            await desk.hasText('Resolution', text);
        }
    });
}

test('caret, scroll place and page come back', async (t) => {
    await begin(t.page);
    await t.page.paste(Array.from({ length: 80 }, (_, i) => `${i + 1}째 줄`).join('\n'));
    await t.page.key('ArrowUp', 10);
    await t.page.key('Home');
    const before = await t.page.caret();
    await t.page.reload();
    await t.page.textbox('Resolution').focus();
    assert.deepEqual(await t.page.caret(), before);
    await t.page.type('여기 ');
    assert.ok((await t.page.wholeText('Resolution')).includes('\n여기 70째 줄\n'));
});

test('row 3: the renderer crashes, and the next start says what came back', { browsers: ['chromium'] }, async (t) => {
    let desk = await begin(t.page), text = '';
    for (let round = 1; ; round++) {
        await desk.writeAtEnd('Resolution');
        await desk.type('부서지기 전에 쓴 말');
        text += '부서지기 전에 쓴 말';
        await desk.saved();
        const crashed = new Promise((resolve) => desk.tab.once('error', resolve));
        const cdp = await desk.tab.createCDPSession();
        cdp.send('Page.crash').catch(() => {});
        await crashed;
        await desk.close();
        t.provoked(round);
        // On a machine that cannot keep up the files have it already, and nothing had to come back.
        const bare = await t.session.open('schema/dajim-1.json', { ready: false });
        t.allow(/favicon|Failed to load resource/);
        const { records, epoch } = await kept(bare);
        await bare.close();
        desk = await t.session.open();
        if (Object.keys(records).some((key) => key.startsWith(`${epoch},`))) break;
        assert.ok(round < 5, 'some record is in no file when it crashes');
    }
    await notice(desk, /ended without warning last time\. What was written in “.+” is back/);
    await desk.hasText('Resolution', text);
    await desk.writeAtEnd('Resolution');
    await desk.type(' 그리고');
    await desk.saved();
});

for (const shape of ['F', 'I']) {
    test(`row 46: the page is loaded again while a syllable is composed (${shape})`, { browsers: ['chromium'] }, async (t) => {
        await begin(t.page);
        const hangul = await Hangul.make(t.page, shape);
        await hangul.type('gksrmf');
        await t.page.reload();
        const text = await t.page.wholeText('Resolution');
        assert.ok(['한글', '한'].includes(text), `no half syllable (${text})`);
    });
}

// Firefox has nothing to compose by; what an engine does to the textarea is played to it.
for (const [way, go] of Object.entries(ways)) {
    test(`row 46: ${way} while a syllable is composed, as it was recorded`, { browsers: ['firefox'] }, async (t) => {
        await begin(t.page);
        await t.page.type('앞 ');
        await t.page.saved();
        const shown = (put, take) => [['value', { put, take }], ['input', { inputType: 'insertCompositionText', isComposing: true, data: put }]];
        await play(t.page, [['compositionstart', { data: '' }], ...shown('ㅎ', 0), ...shown('하', 1), ...shown('한', 1)], { apart: true });
        assert.ok((await t.page.field('Resolution')).composing);
        const desk = await go(t.page) ?? await t.session.open();
        const text = await desk.wholeText('Resolution');
        assert.ok(['앞 한', '앞 '].includes(text), `no half syllable (${text})`);
        await desk.writeAtEnd('Resolution');
        await desk.type('글');
        await desk.saved();
        await desk.hasText('Resolution', text + '글');
    });
}

test('rows 6 7: loaded again at the very moment when records that are in files are let go', async (t) => {
    await begin(t.page);
    await t.page.type('하나');
    await t.page.tab.evaluate(() => {
        const remove = IDBObjectStore.prototype.delete;
        IDBObjectStore.prototype.delete = function (...all) {
            const request = remove.apply(this, all);
            if (this.name === 'records') {
                IDBObjectStore.prototype.delete = remove;
                document.execCommand('insertText', false, ' 둘');
                location.reload();
            }
            return request;
        };
        window.testBefore = true;
    });
    t.page.late = false;
    await until(() => t.page.tab.evaluate(() => document.readyState === 'complete' && !window.testBefore), 'it was loaded again', 30000);
    await t.page.hasText('Resolution', '하나 둘');
});
