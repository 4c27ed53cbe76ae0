// "Saved" is shown only when it is; a tab closed in the middle of a word opens again where it was, without a network.
import { assert, test, until } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

test('typing is Saving, then Saved, and Saved is not said before it is stored', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.saved();
    await page.tab.evaluate(() => {
        const said = window.testSaid = [];
        window.addEventListener('dajim-saved', () => said.push('stored'));
        new MutationObserver(() => {
            const text = document.querySelector('#mirror [role=status]').textContent;
            if (said.findLast((one) => one !== 'stored') !== text) said.push(text);
        }).observe(document.getElementById('mirror'), { subtree: true, childList: true, characterData: true });
    });
    await page.type('다짐');
    await until(async () => (await page.tab.evaluate(() => window.testSaid.at(-1))) === 'Saved', 'it is saved in the end');
    const said = await page.tab.evaluate(() => window.testSaid);
    assert.equal(said[0], 'Saving');
    assert.ok(said.indexOf('stored') > 0 && said.indexOf('stored') < said.indexOf('Saved'), `stored before it is said: ${said}`);
});

test('closed in the middle of a word and opened again offline: words, caret and places', { launch: {}, site: 'own', limit: 150000 }, async (t) => {
    const { page } = t;
    const text = Array.from({ length: 120 }, (_, i) => `줄 ${i + 1}`).join('\n');
    await makePair(page, text, text.replaceAll('줄', 'line'));
    await page.textbox('Resolution').focus();
    await page.key('Control+Home');
    await page.key('ArrowDown', 69);
    await page.key('End');
    await page.saved();
    await page.type(' 반쯤 쓴 낱');
    const caret = await page.caret();
    await page.tab.close();  // nothing is waited for
    await t.session.close();
    await t.site.stop();

    const again = await t.launch({ profile: t.session.owner.profile });
    const back = await again.open('?lang=en');
    const lines = text.split('\n');
    lines[69] += ' 반쯤 쓴 낱';
    await back.textbox('Resolution').there();
    await back.key('F6');  // to the page that was written in last, or from it to the other
    await until(async () => (await back.controls()).some((one) => one.role === 'textbox' && one.focused), 'a page has the keyboard');
    if ((await back.textbox('Retrospective').info()).focused) await back.key('F6');
    await back.textbox('Resolution').focused();
    const now = await back.caret();
    assert.ok(Math.abs(now.x - caret.x) <= 1 && Math.abs(now.y - caret.y) <= 2,
              `the caret stands where it stood (${JSON.stringify(caret)} → ${JSON.stringify(now)})`);
    await back.type('말');
    lines[69] += '말';
    await back.hasText('Resolution', lines.join('\n'));
    await back.hasText('Retrospective', text.replaceAll('줄', 'line'));
    await back.saved();
});

test('a reload shows the same picture', async (t) => {
    const { page } = t;
    await makePair(page, Array.from({ length: 60 }, (_, i) => `줄 ${i + 1}`).join('\n'), '오른쪽');
    await page.textbox('Resolution').focus();
    await page.key('Control+End');
    await page.key('PageUp');
    await page.saved();
    await page.tab.mouse.move(600, 2);
    const clip = (await page.textbox('Resolution').info()).box;
    // The caret's column left out, for it blinks.
    const right = { ...clip, x: clip.x + clip.width * 0.4, width: clip.width * 0.6 };
    const words = { ...clip, width: clip.width * 0.4 };
    const before = [await page.picture(right), await page.picture(words)];
    await page.reload();
    assert.ok(difference(await page.picture(right), before[0]) < 10);
    assert.ok(difference(await page.picture(words), before[1]) < 120, 'all but the caret is the same');
});
