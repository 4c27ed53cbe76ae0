// Without a network: the page, all of it and nothing else, from what the browser keeps.
import fs from 'node:fs/promises';
import path from 'node:path';
import { Site, assert, test, until } from './harness.mjs';
import { begin } from './keeping.mjs';
import { copied, described } from './versions.mjs';

test('row 40: the second start needs no network, and the words are there', { site: 'own' }, async (t) => {
    await begin(t.page);
    await t.page.type('그물 없이도');
    await t.page.saved();
    await t.site.stop();
    if (t.chromium) await t.page.tab.setOfflineMode(true);
    await t.page.reload();
    await t.page.hasText('Resolution', '그물 없이도');
    await t.page.writeAtEnd('Resolution');
    await t.page.type(' 쓴다');
    await t.page.saved();
    await t.page.close();
    const again = await t.session.open('?lang=ko');
    await again.textbox('다짐').focus();
    await again.key('Control+a');
    await until(async () => (await again.selected()) === '그물 없이도 쓴다', 'the words are there');
    await again.go('');
    await again.go('index.html?lang=en');
    await again.hasText('Resolution', '그물 없이도 쓴다');
});

test('every file that is listed is kept, with the hash it is listed with', async (t) => {
    const { precache } = await described(t.site.folder);
    assert.ok(precache.length > 8);
    const found = await t.page.tab.evaluate(async (addresses) => {
        const out = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const address of addresses) {
                const response = await cache.match(address);
                if (!response) continue;
                const bytes = await response.arrayBuffer();
                const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
                out.push([address, 'sha256-' + btoa(String.fromCharCode(...hash))]);
            }
        }
        return { out, keys: await caches.keys() };
    }, precache.map(([address]) => address));
    assert.deepEqual(found.out, precache);
    assert.equal(found.keys.length, 1, 'one version is kept');
});

test('no request leaves the page once it is open, whatever is done', { site: 'own' }, async (t) => {
    // Counted at the server: what the page itself cannot see is seen there.
    const asked = [];
    t.site.server.on('request', (request) => { asked.push(request.url); });
    const { page } = t;
    await page.button('Look at an example pair').activate();
    await page.textbox('Resolution').there();
    await begin(page);
    await page.type('한글 and 😀 👨‍👩‍👧');
    await page.key('Control+s');
    await page.saved();
    await page.button('Theme').activate();
    await page.button('Larger text').activate();
    await page.button('Language').activate();
    await page.button(/^(언어|Language)$/).activate();
    await page.download(() => page.button('Export').activate());
    await page.drop({ name: 'post.md', bytes: '# 글\n\n![](https://example.com/a.png)\n' }, 600, 400);
    await page.saved();
    assert.deepEqual(asked.filter((url) => !url.endsWith('/sw.js')), []);
});

test('the site lies under any path and works offline there', { site: 'own', open: false }, async (t) => {
    const folder = await t.folder('deep');
    await copied(t.site.folder, folder, 'some/where');
    await t.site.stop();
    t.site.folder = folder;
    await t.site.start();
    const desk = await t.session.open('some/where/?lang=en');
    await begin(desk);
    await desk.type('어느 길에서나');
    await desk.saved();
    const outside = desk.requests.filter(({ url }) => !url.startsWith(`${t.site.origin}/some/where/`) && !/^(data|blob|about):/.test(url));
    assert.deepEqual(outside, []);
    await t.site.stop();
    await desk.reload();
    await desk.hasText('Resolution', '어느 길에서나');
    const worker = await desk.tab.evaluate(() => navigator.serviceWorker.controller.scriptURL);
    assert.equal(worker, `${t.site.origin}/some/where/sw.js`);
});

test('pages and copies beside it under the same path stay their own', { site: 'own', open: false }, async (t) => {
    const folder = await t.folder('beside');
    await copied(t.site.folder, folder);
    await copied(t.site.folder, folder, 'beta');
    await fs.mkdir(path.join(folder, 'blog'));
    await fs.writeFile(path.join(folder, 'blog/index.html'), '<!doctype html><title>blog</title><script src="own.js"></script>');
    await fs.writeFile(path.join(folder, 'blog/own.js'), 'document.title += " of its own"');
    await t.site.stop();
    t.site.folder = folder;
    await t.site.start();
    const desk = await t.session.open('?lang=en');
    await until(() => desk.tab.evaluate(() => !!navigator.serviceWorker.controller), 'the worker answers');
    const beta = await t.session.open('beta/?lang=en');
    await until(() => beta.tab.evaluate(() => navigator.serviceWorker.getRegistration()
        .then((one) => one.scope.endsWith('/beta/') && !!one.active)), 'the copy has a worker of its own');
    await beta.close();
    const blog = await t.session.open('blog/', { ready: false });
    await until(async () => await blog.tab.title() === 'blog of its own', 'the blog is the blog');
    t.allow(/Failed to load resource|favicon/);
    await t.site.stop();
    for (const address of ['?lang=en', 'beta/?lang=en']) await (await t.session.open(address)).button('Begin a pair').there();
});

test('row 41: what was kept offline is gone: fetched again, and the words are there', { site: 'own' }, async (t) => {
    await begin(t.page);
    await t.page.type('남는 말');
    await t.page.saved();
    await t.page.tab.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
    t.page.late = false;
    await t.page.reload();
    await t.page.hasText('Resolution', '남는 말');
});

test('a host that sends what docs/hosting.md says adds to the page’s own walls', { browsers: ['chromium'], open: false }, async (t) => {
    const { headers } = await fetch(t.site.origin + '/');
    const written = await fs.readFile(path.resolve(import.meta.dirname, '../../docs/hosting.md'), 'utf8');
    const asked = [.../```\n([^`]*)```/.exec(written)[1].matchAll(/^([\w-]+): (.*)$/gm)];
    assert.equal(asked.length, 6);
    for (const [, name, value] of asked) assert.equal(headers.get(name), value, name);
    assert.equal(headers.get('Cache-Control'), 'no-cache');
    // Framed by another page nothing opens, whoever asks; the page itself says so too where no header does.
    const host = await t.folder('framing');
    await fs.writeFile(path.join(host, 'index.html'), `<!doctype html><iframe src="${t.site.origin}/"></iframe>`);
    const other = await new Site(host).start();
    try {
        t.allow(/frame|refused|blocked|a request left the page|after the page had loaded|favicon|Failed to load/i);
        const tab = await t.session.browser.newPage();
        await tab.goto(other.origin + '/');
        const frame = await (await tab.$('iframe')).contentFrame();
        assert.equal(await frame.evaluate(() => !!document.getElementById('canvas')).catch(() => false), false);
        await tab.close();
    } finally {
        await other.stop();
    }
});

test('the content security policy stands and holds', { site: 'own' }, async (t) => {
    t.allow(/security policy|Content.Security.Policy|Content-Security|CSP|Refused|TrustedScript|Trusted|a request left the page|after the page had loaded|Failed to|blocked|Loading failed|Failed|establish a connection/i);
    const folder = await t.folder('other'), other = await new Site(folder).start();
    const asked = [];
    other.server.on('request', (request) => { asked.push(request.url); });
    try {
        const policy = await t.page.tab.evaluate(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]').content);
        for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]) {
            assert.ok(policy.includes(part), part);
        }
        assert.ok(!/unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy), policy);
        const ran = await t.page.tab.evaluate(async (origin) => {
            window.testRan = [];
            const tried = async (act) => { try { await act(); return 'done'; } catch { return 'refused'; } };
            const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
            await tried(() => add('script', { textContent: 'window.testRan.push("inline script")' }));
            await tried(() => { document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.testRan.push(\'handler\')">'); });
            await tried(() => { const image = new Image(); image.setAttribute('onerror', 'window.testRan.push("handler 2")'); image.src = 'data:,'; document.body.append(image); });
            await tried(() => add('script', { src: origin + '/script.js' }));
            await tried(() => add('iframe', { src: origin + '/frame' }));
            await tried(() => add('img', { src: origin + '/image.png' }));
            await tried(() => add('link', { rel: 'stylesheet', href: origin + '/style.css' }));
            // Later, since nothing is forbidden to what a debugger runs.
            await new Promise((resolve) => setTimeout(async () => {
                await tried(() => (0, eval)('window.testRan.push("eval")'));
                await tried(() => new Function('window.testRan.push("Function")')());
                resolve();
            }));
            await tried(() => navigator.sendBeacon(origin + '/beacon', 'words'));
            await tried(() => new WebSocket(origin.replace('http', 'ws') + '/socket'));
            await tried(() => new EventSource(origin + '/events'));
            await tried(() => new Worker(URL.createObjectURL(new Blob(['fetch("' + origin + '/worker")']))));
            await tried(() => { const form = document.createElement('form'); form.action = origin + '/form'; document.body.append(form); form.submit(); });
            const fetched = await tried(() => fetch(origin + '/fetch', { mode: 'no-cors' }));
            const xhr = await tried(() => new Promise((resolve, reject) => {
                const request = new XMLHttpRequest();
                request.open('GET', origin + '/xhr');
                request.onload = resolve;
                request.onerror = reject;
                request.send();
            }));
            return { fetched, xhr };
        }, other.origin);
        assert.deepEqual(ran, { fetched: 'refused', xhr: 'refused' });
        await until(async () => (await t.page.tab.evaluate(() => window.testViolations.length)) >= 6, 'refusals were reported');
        assert.deepEqual(await t.page.tab.evaluate(() => window.testRan), []);
        assert.deepEqual(asked, [], 'nothing reached the other server');
        // The page is none the worse for it.
        await begin(t.page);
        await t.page.type('그대로');
        await t.page.hasText('Resolution', '그대로');
    } finally {
        await other.stop();
    }
});
