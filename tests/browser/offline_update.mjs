// A new version comes: fetched whole beside the old one, started at the next start, and never a mixture of both.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { begin } from './keeping.mjs';
import { copied, described, renew } from './versions.mjs';

/** The server goes on with a later version of the site; `damage` may spoil that. Answers both builds. */
async function deploy(t, damage = async () => {}) {
    const { build } = await described(t.site.folder);
    const folder = await copied(t.site.folder, await t.folder('version'), 'site');
    const next = await renew(folder);
    await damage(folder);
    await t.site.stop();
    t.site.folder = folder;
    await t.site.start();
    return [build, next];
}

/** Of which build the page and everything it can ask for is; one in all cases. */
function builds(desk) {
    desk.late = false;  // what is asked for here is the test's doing
    return desk.tab.evaluate(async () => {
        const found = new Set([document.documentElement.dataset.build]);
        for (const script of document.querySelectorAll('script[src]')) {
            const text = await (await fetch(script.src)).text();
            for (const build of text.match(/(?<=["'`])[0-9a-f]{16}(?=["'`])/g) ?? []) found.add(build);
        }
        const html = await (await fetch('index.html')).text();
        found.add(/data-build="?([0-9a-f]+)/.exec(html)[1]);
        return [...found];
    });
}
const worker = (desk, which) => desk.tab.evaluate((which) => navigator.serviceWorker.getRegistration().then((one) => !!one?.[which]), which);
const update = (desk) => desk.tab.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => true, () => false));

/** In the page: the names of the copies of the page that are kept. */
const copies = async () => (await caches.keys()).filter((name) => name.startsWith('dajim / '));

test('row 36: a new version while typing: the old one goes on, the next start is the new one', { site: 'own' }, async (t) => {
    const { page } = t;
    await begin(page);
    await page.type('옛 판에서 쓴 말');
    const [old, fresh] = await deploy(t);
    page.late = false;
    await update(page);
    await until(() => worker(page, 'waiting'), 'the new version waits', 30000);
    // Nothing was taken from under the person's hands.
    await page.textbox('Resolution').focused();
    await page.type(', 이어서');
    assert.deepEqual(await builds(page), [old]);
    await page.alert(/new version is ready/).there();
    await page.reload();
    assert.deepEqual(await builds(page), [old], 'a reload in an open window stays with it');
    await page.hasText('Resolution', '옛 판에서 쓴 말, 이어서');
    await page.close();
    await until(async () => {
        const next = await t.session.open();
        const [now] = await builds(next);
        if (now === fresh) return true;
        await next.close();
        return false;
    }, 'the new version starts', 60000);
    const next = t.session.desks.at(-1);
    assert.deepEqual(await builds(next), [fresh]);
    assert.match(await next.tab.title(), /\(2\)/);
    await next.hasText('Resolution', '옛 판에서 쓴 말, 이어서');
    assert.deepEqual(await next.tab.evaluate(copies), ['dajim / ' + fresh], 'the old version is forgotten');
    // And the new one needs no network either.
    await t.site.stop();
    await next.reload();
    assert.deepEqual(await builds(next), [fresh]);
    await next.hasText('Resolution', '옛 판에서 쓴 말, 이어서');
});

/** Waits until the page is of this build, loaded anew by itself, and can be used. */
async function becomes(desk, build) {
    await until(() => desk.tab.evaluate(() => document.documentElement.dataset.build).then((now) => now === build), 'the new version starts', 30000);
    await desk.ready();
    assert.deepEqual(await builds(desk), [build]);
}

test('row 36: the new version begins when it is asked for, with all words', { site: 'own' }, async (t) => {
    const { page } = t;
    await begin(page);
    await page.type('옛 판에서');
    const [, fresh] = await deploy(t);
    page.late = false;
    await update(page);
    await page.alert(/new version is ready/).there(30000);
    await page.type(' 쓰던 말');
    let loads = 0;
    page.tab.on('load', () => loads++);
    await page.button('Update').activate();
    await becomes(page, fresh);
    await page.hasText('Resolution', '옛 판에서 쓰던 말');
    assert.equal(loads, 1, 'it was loaded once');
    assert.deepEqual(await page.tab.evaluate(copies), ['dajim / ' + fresh]);
    assert.equal(await page.alert(/new version/).info(), null);
    await page.type(', 그리고 더');
    await page.saved();
});

test('row 36: while words cannot be saved the new version does not begin', { site: 'own' }, async (t) => {
    const { page } = t;
    await begin(page);
    await page.type('하나');
    await page.saved();
    const [old, fresh] = await deploy(t);
    page.late = false;
    await update(page);
    await page.alert(/new version is ready/).there(30000);
    await page.tab.evaluate(() => {
        const begin = IDBDatabase.prototype.transaction;
        window.testMend = () => { IDBDatabase.prototype.transaction = begin; };
        IDBDatabase.prototype.transaction = function () { throw new DOMException('asleep', 'InvalidStateError'); };
    });
    await page.type(' 둘');
    await page.status(/Saving failed/).there();
    await page.button('Update').activate();
    await page.still();
    assert.equal(await worker(page, 'waiting'), true, 'it still waits');
    assert.deepEqual(await builds(page), [old]);
    await page.tab.evaluate(() => window.testMend());
    await becomes(page, fresh);
    await page.hasText('Resolution', '하나 둘');
});

test('row 38: another window begins with the new version: this one keeps its words and goes along', { site: 'own' }, async (t) => {
    const first = await begin(t.page);
    await first.type('하나');
    await first.saved();
    const second = await t.session.open();
    await second.alert(/open in another window/).there();
    const [, fresh] = await deploy(t);
    first.late = second.late = false;
    await update(second);
    await second.alert(/new version is ready/).there(30000);
    let loads = 0;
    for (const { tab } of [first, second]) tab.on('load', () => loads++);
    await first.tab.bringToFront();
    await first.writeAtEnd('Resolution');
    await first.type(' 둘');
    await second.tab.bringToFront();
    await second.button('Update').activate();
    await becomes(second, fresh);
    await first.tab.bringToFront();
    await becomes(first, fresh);
    assert.equal(loads, 2, 'each was loaded once');
    await first.hasText('Resolution', '하나 둘');
    await second.tab.bringToFront();
    await second.hasText('Resolution', '하나 둘');
});

test('the way back: a worker that takes itself and its copies away, and leaves all words', { site: 'own' }, async (t) => {
    const { page } = t;
    await begin(page);
    await page.type('남는 말');
    await page.saved();
    const folder = await copied(t.site.folder, await t.folder('back'), 'site');
    await fs.copyFile(path.join(folder, 'sw-kill.js'), path.join(folder, 'sw.js'));
    const html = path.join(folder, 'index.html');
    await fs.writeFile(html, (await fs.readFile(html, 'utf8')).replace(/<title>[^<]*/, '$& (network)'));
    await t.site.stop();
    t.site.folder = folder;
    await t.site.start();
    page.late = false;
    await page.type(', 마지막까지');
    await update(page);
    await until(async () => /network/.test(await page.tab.title()), 'the page comes from the network', 30000);
    // A page that registers it again may hold on to the worker, which answers nothing.
    const bare = async () => !(await page.tab.evaluate(copies)).length;
    await until(bare, 'no copy is left', 30000);
    await until(async () => (await page.controls()).length > 3, 'the desk is there');
    await page.hasText('Resolution', '남는 말, 마지막까지');
    await page.tab.reload();
    await until(async () => (await page.controls()).length > 3, 'the desk is there');
    assert.match(await page.tab.title(), /network/);
    await page.hasText('Resolution', '남는 말, 마지막까지');
    await until(bare, 'and none comes back', 30000);
});

const wrong = {
    'a file of it is missing': (folder) => fs.rm(path.join(folder, 'style.css')),
    'a file of it is another one': (folder) => fs.appendFile(path.join(folder, 'start.js'), '\n// late\n'),
    'the program of it is missing': async (folder) => {
        for (const name of await fs.readdir(folder)) if (name.endsWith('.wasm')) await fs.rm(path.join(folder, name));
    },
    'it is cut short': async (folder) => {
        for (const name of await fs.readdir(folder)) if (name.endsWith('.wasm')) await fs.truncate(path.join(folder, name), 1000);
    },
};
for (const [what, damage] of Object.entries(wrong)) {
    test(`row 37: a new version comes and ${what}: the old one stays`, { site: 'own' }, async (t) => {
        t.allow(/Failed to load|integrity|sw\.js|404/i);
        const { page } = t;
        await begin(page);
        await page.type('그대로');
        await page.saved();
        const [old] = await deploy(t, damage);
        page.late = false;
        await update(page);
        await until(async () => !(await worker(page, 'installing')), 'the attempt is over', 30000);
        assert.equal(await worker(page, 'waiting'), false);
        await page.close();
        const next = await t.session.open();
        assert.deepEqual(await builds(next), [old]);
        assert.deepEqual(await next.tab.evaluate(copies), ['dajim / ' + old], 'no half of the other is kept');
        await t.site.stop();
        await next.reload();
        assert.deepEqual(await builds(next), [old]);
        await next.hasText('Resolution', '그대로');
    });
}

test('row 39: a first visit to a page of one version and a program of another: it is said', {
    site: 'own', open: false,
}, async (t) => {
    t.allow(/.*/);
    const folder = await copied(t.site.folder, await t.folder('mixed'), 'site');
    const { build } = await described(folder);
    const html = path.join(folder, 'index.html');
    await fs.writeFile(html, (await fs.readFile(html, 'utf8')).replaceAll(build, '0123456789abcdef'));
    await t.site.stop();
    t.site.folder = folder;
    await t.site.start();
    const desk = await t.session.open('?lang=en', { ready: false });
    await until(() => desk.tab.evaluate(() => document.getElementById('shell-message').innerText.includes('Two versions got mixed up')),
                'it is said', 30000);
});
