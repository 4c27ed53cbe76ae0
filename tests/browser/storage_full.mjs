// There is no room: it is said, what is written stays and can be taken along, and what was acknowledged is there afterwards.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { assert, test, until } from './harness.mjs';
import { begin, exported, filed, watchAcknowledged } from './keeping.mjs';

const run = promisify(execFile);
const full = /There is no room to save/;

test('row 15: no room from the start, and again room', { browsers: ['chromium'], open: false, limit: 180000 }, async (t) => {
    let cdp;
    const origin = t.site.origin;
    const desk = await t.session.open('?lang=en', { ready: false, before: async (tab) => {
        cdp = await tab.createCDPSession();
        await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    } });
    t.allow(/quota|QuotaExceeded|Failed to load|sw\.js|service ?worker/i);
    await until(async () => (await desk.button('Begin a pair').info())?.disabled === false, 'the page can be used', 60000);
    await begin(desk);
    await desk.type('자리가 없어도 쓴다');
    await desk.status(full).there(30000);
    await desk.hasText('Resolution', '자리가 없어도 쓴다');
    assert.ok((await exported(desk)).includes('자리가 없어도 쓴다'));
    await desk.status(full).there();
    // Words that storage does not take would go with the page: the browser asks first.
    desk.stays = true;
    await desk.tab.close({ runBeforeUnload: true });
    await until(() => desk.asked.includes('beforeunload'), 'the browser asks before the page goes');
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
    await desk.writeAtEnd('Resolution');
    await desk.type('. 다시 자리가 있다');
    await desk.saved(90000);
    await filed(desk, '자리가 없어도 쓴다. 다시 자리가 있다');
    desk.asked = [];
    await desk.reload();
    assert.deepEqual(desk.asked, [], 'what is kept needs no question');
    await desk.hasText('Resolution', '자리가 없어도 쓴다. 다시 자리가 있다');
});

test('row 15: a quota that is used up while one writes', {
    browsers: ['firefox'], launch: { prefs: { 'dom.quotaManager.temporaryStorage.fixedLimit': 3072, 'dom.quotaManager.temporaryStorage.groupLimit': 3072 } },
    open: false, limit: 180000,
}, async (t) => {
    t.allow(/quota|QuotaExceeded|Failed to load|sw\.js|service ?worker|cache/i);
    const desk = await begin(await t.session.open());
    await desk.type('처음 쓴 말');
    await desk.saved();
    await desk.drop({ name: 'long.md', bytes: Buffer.from('# 길다\n\n' + unlike(2_000_000)) }, 900, 400);
    // Of the same trouble this browser speaks in several ways.
    await desk.status(/no room|Saving failed/).there(60000);
    const file = await exported(desk);
    assert.ok(file.includes('처음 쓴 말') && file.length > 2_000_000);
    // What is written now would fit, but stands behind what does not: both or neither.
    await desk.writeAtEnd('Resolution');
    await desk.type('더');
    await desk.still();
    await desk.reload();
    await desk.hasText('Resolution', '처음 쓴 말');
    assert.equal((await desk.alert(/damaged/).all()).length, 0, 'nothing is damaged');
});

/** Syllables without any order: Firefox compresses what it keeps. */
function unlike(count) {
    let seed = 1, text = '';
    for (let i = 0; i < count; i++) {
        seed = (seed * 1103515245 + 12345) % 0x80000000;
        text += i % 50 ? String.fromCharCode(0xac00 + (seed >> 8) % 11172) : '\n';
    }
    return text;
}

test('row 16: the disk is full, and later it is not', { open: false, limit: 240000 }, async (t) => {
    t.allow(/.*/);
    const disk = await t.folder('disk');
    try {
        await run('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
    } catch (error) {
        return t.skip(`no small disk can be made here: ${error.message.trim()}`);
    }
    try {
        const profile = path.join(disk, 'profile'), filler = path.join(disk, 'filler');
        await fs.mkdir(profile);
        const session = await t.launch({ profile });
        const desk = await begin(await session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(watchAcknowledged) }));
        await desk.type('하나 ');
        await desk.saved();
        await filed(desk, '하나 ');
        const large = await fs.open(filler, 'w');
        for (let size = 1 << 20; size >= 4096;) {
            await large.write(Buffer.alloc(size)).catch(() => { size >>= 1; });
        }
        await large.close();
        // A browser has some room of its own left: more is written than that holds.
        for (let round = 0; round < 40 && !(await desk.status(/no room|Saving failed|does not answer/).info()); round++) {
            await desk.paste(`${round} ` + '가득 찬 디스크에 쓰는 글. '.repeat(3000) + '\n');
            await desk.still();
        }
        await desk.status(/no room|Saving failed|does not answer/).there(60000);
        await desk.type('끝까지 쓴다');
        assert.ok((await exported(desk)).includes('끝까지 쓴다'), 'the words can be taken along');
        const acknowledged = await desk.tab.evaluate(() => window.testAcknowledged);
        await session.kill();
        await fs.rm(filler);
        const later = await t.launch({ profile });
        // Short of space, Chromium now and then empties all that it keeps of a site. The page never deletes a database.
        const bare = await later.open('schema/dajim-1.json', { ready: false });
        const names = await bare.tab.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
        await bare.close();
        if (!names.includes('dajim-wal')) return t.skip('the browser itself emptied what it kept of this site');
        const again = await later.open();
        const whole = () => again.wholeText('Resolution').catch(async (error) => {
            throw new Error(`${error.message}; there is: ${(await again.controls()).map((one) => one.name).join(', ')}`);
        });
        const text = await whole();
        assert.ok(text.startsWith('하나 '), 'what was saved before is there');
        assert.ok(text.includes(acknowledged), 'and all that was acknowledged');
        await again.writeAtEnd('Resolution');
        await again.type(' 둘');
        await again.saved();
        await again.reload();
        assert.ok((await whole()).endsWith(' 둘'));
    } finally {
        await t.end();
        await run('umount', ['-l', disk]);
    }
});

test('row 42: a download that the browser refuses is not called done, and costs nothing', { browsers: ['chromium'] }, async (t) => {
    await begin(t.page);
    await t.page.type('내려받지 못한 글');
    await t.page.saved();
    const cdp = await t.session.browser.target().createCDPSession();
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId: t.session.context.id });
    await t.page.button('Export').activate();
    const said = await t.page.alert(/browser’s downloads/).there();
    assert.ok(!/export/i.test(said.name.replace(/dajim-[\w.-]+/, '')), said.name);
    assert.deepEqual((await fs.readdir(t.session.downloads)).filter((name) => name.includes('dajim')), []);
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: t.session.downloads, browserContextId: t.session.context.id });
    assert.ok((await exported(t.page)).includes('내려받지 못한 글'));
});
