// Site data is cleared under the page, or while nothing is open: what one has is written back, and what is gone is said.
import { assert, test, until } from './harness.mjs';
import { begin, exported, kept, twoPairs } from './keeping.mjs';

/** From another page of this place, as a person who clears all databases of the site; what else it remembers stays. */
async function clear(t) {
    t.allow(/favicon|Failed to load resource/);
    const bare = await t.session.open('schema/dajim-1.json', { ready: false });
    if (t.chromium) {
        const cdp = await bare.tab.createCDPSession();
        await cdp.send('Storage.clearDataForOrigin', { origin: t.site.origin, storageTypes: 'indexeddb' });
    } else {
        await bare.tab.evaluate(async () => {
            const all = (await indexedDB.databases()).map((one) => one.name);
            await Promise.all(all.map((name) => new Promise((resolve, reject) => {
                const request = indexedDB.deleteDatabase(name);
                request.onsuccess = resolve;
                request.onerror = () => reject(request.error);
            })));
        });
    }
    await bare.close();
}

test('row 20: storage is emptied while one writes: all words are written back', { open: false }, async (t) => {
    const desk = await twoPairs(t);
    await clear(t);
    await desk.tab.bringToFront();
    await desk.type(', 그리고 더');
    await until(async () => {
        const files = Object.values((await kept(desk)).files);
        return ['첫째 쌍의 글', '둘째 쌍의 글, 그리고 더'].every((words) => files.some((one) => one.includes(words)));
    }, 'both pairs are in files again', 60000);
    await desk.saved();
    await desk.reload();
    await desk.hasText('Resolution', '둘째 쌍의 글, 그리고 더');
    await desk.key('Alt+PageUp');
    await desk.hasText('Resolution', '첫째 쌍의 글');
    assert.equal((await desk.alert(/damaged/).all()).length, 0, 'nothing is damaged');
});

test('row 21: site data is cleared while nothing is open: it is said, and what to do', { open: false }, async (t) => {
    const desk = await begin(await t.session.open());
    await desk.type('여기 있던 글');
    await desk.saved();
    const file = Buffer.from(await exported(desk));
    await desk.close();
    await clear(t);
    const again = await t.session.open();
    await again.alert(/journal that was kept in this browser is gone/).there();
    await again.drop({ name: 'mine.dajim.json', bytes: file }, 400, 400);
    await again.hasText('Resolution', '여기 있던 글');
    await again.saved();
    await again.reload();
    await again.hasText('Resolution', '여기 있던 글');
    assert.equal((await again.alert().all()).length, 0);
});

test('row 21: the same where the page’s own memory went too, and only the cache that a page may keep is left', { open: false }, async (t) => {
    const desk = await begin(await t.session.open());
    await desk.type('여기 있던 글');
    await desk.saved();
    await desk.tab.evaluate(() => localStorage.clear());
    await desk.close();
    await clear(t);
    await (await t.session.open()).alert(/journal that was kept in this browser is gone/).there();
});

test('row 21: a first visit is told nothing of the kind', async (t) => {
    await t.page.button('Begin a pair').there();
    assert.equal((await t.page.alert().all()).length, 0);
});
