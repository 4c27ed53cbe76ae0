// What a browser test is: a name, a function, and the world it is given.
//
//     test('a name', { lang: 'ko' }, async (t) => { await t.page.button('새 한 쌍').click(); … });
//
// t.page is a Desk (desk.mjs) that is open already; t.session its browser, or a part of one that shares nothing with others.
import fs from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../../scripts/server.mjs';
import { freshFolder, launch } from './browsers.mjs';
import { Desk, assert, until } from './desk.mjs';

export { assert, until };
export const fixtures = path.resolve(import.meta.dirname, '../fixtures');
export const tests = [];

/**
 * Registers a test. Options:
 * browsers  which ones it runs in; both without. 'ibus' and 'fcitx5' are Chromium with such a Hangul input method (room.mjs)
 * lang      'en' (without), 'ko', or null for the browser's own
 * viewport  { width, height, deviceScaleFactor }; 1200 × 800 without
 * launch    options of browsers.mjs launch(): the test gets a whole browser of its own, with a profile on disk
 * site      'own': a server of its own, which it may stop and start
 * open      false: no page is opened beforehand
 * long      true: only with --long
 * limit     in ms; 90 s without
 * longLimit the same with --long, where t.long has the test do more
 */
export function test(name, options, run) {
    if (typeof options === 'function') [options, run] = [{}, options];
    tests.push({ browsers: ['chromium', 'firefox'], lang: 'en', limit: 90000, viewport: { width: 1200, height: 800 }, ...options, name, run });
}

/** What was to be tried could not be: the control failed too. Neither passed nor failed, and counted as such. */
export class Unjudged extends Error {}

/** The static server, at an address that stays the same over stop() and start(). */
export class Site {
    constructor(folder) {
        this.folder = folder;
        this.port = 0;
    }
    get origin() { return `http://127.0.0.1:${this.port}`; }
    async start() {
        this.server = await serve(this.folder, this.port);
        this.port = this.server.address().port;
        return this;
    }
    async stop() {
        const ended = new Promise((resolve) => this.server.close(resolve));
        this.server.closeAllConnections();
        await ended;
    }
}

/** A browser of its own, or a part of a shared one (a "context") that shares nothing with others; opens pages. */
export class Session {
    constructor(site, owner, context) {
        Object.assign(this, { site, owner, context, browser: owner.browser, kind: owner.kind, downloads: owner.downloads, desks: [] });
    }
    /** `started` comes of launch(). Without `context` its profile on disk is used. */
    static async make(site, started, { part = false } = {}) {
        const context = part ? await started.browser.createBrowserContext() : started.browser.defaultBrowserContext();
        const session = new Session(site, started, part ? context : null);
        if (started.kind === 'chromium') {
            const cdp = await started.browser.target().createCDPSession();
            await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: started.downloads,
                                                            browserContextId: context.id });
            for (const name of ['clipboard-read', 'clipboard-write']) {
                await cdp.send('Browser.setPermission', { permission: { name }, setting: 'granted', origin: site.origin,
                                                          browserContextId: context.id });
            }
        }
        return session;
    }
    /** Opens the page in a tab of its own; `query` is like '?lang=en'. `before` gets the tab while it is still empty. */
    async open(query = '?lang=en', { viewport = { width: 1200, height: 800 }, ready = true, before } = {}) {
        const tab = await (this.context ?? this.browser.defaultBrowserContext()).newPage();
        await before?.(tab);
        const desk = await Desk.open(tab, this, query, { viewport, ready });
        this.desks.push(desk);
        return desk;
    }
    /** The processes die at once, without a word to the page. */
    kill() { return this.owner.kill(); }
    async close() {
        if (this.context) await this.context.close();
        else await this.owner.close();
    }
}

/**
 * Runs one test in one kind of browser. `shared` is a browser already started, of which it gets a part unless it wants its own.
 * Answers what went wrong, null when all was well; `facts` gets how often the fault was provoked, and why it was not tried.
 */
export async function runTest(one, kind, { site, shared, shots, facts, long = false }) {
    const sessions = [], allowed = [], ownSite = one.site === 'own' ? await new Site(site.folder).start() : null;
    const t = {
        kind,
        chromium: kind !== 'firefox',
        firefox: kind === 'firefox',
        long,
        site: ownSite ?? site,
        folder: freshFolder,
        /** Errors that fit are part of the test. */
        allow: (pattern) => allowed.push(pattern),
        /** What the test is about was provoked so often; once without. */
        provoked: (times) => { facts.times = times; },
        /** The machine lacks what it takes: neither passed nor failed, and said. To be returned at once. */
        skip: (why) => { facts.skipped = why; },
        /** A whole browser with a profile on disk: a new one, or `profile: session.owner.profile` of one that was closed or killed. */
        async launch(options = {}) {
            const session = await Session.make(t.site, await launch(kind, options));
            sessions.push(session);
            return session;
        },
        /** Ends all browsers of this test, before what they stand on goes. */
        end: () => Promise.all(sessions.splice(0).map((session) => session.close().catch(() => {}))),
        /** Another part of the shared browser: as if on another computer. */
        async stranger() {
            const session = await Session.make(t.site, await shared(), { part: true });
            sessions.push(session);
            return session;
        },
    };
    let error = null, timer;
    const file = path.join(shots, `${kind}-${one.name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}`);
    try {
        const ms = long && one.longLimit || one.limit;
        const limit = new Promise((resolve, reject) => {
            timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
        });
        const work = async () => {
            t.session = one.launch ? await t.launch(one.launch) : await t.stranger();
            if (one.open !== false) t.page = await t.session.open(one.lang ? `?lang=${one.lang}` : '', { viewport: one.viewport });
            await one.run(t);
            const troubles = [];
            for (const session of sessions) for (const desk of session.desks) troubles.push(...await desk.troubles(allowed));
            assert.deepEqual(troubles, [], 'something went wrong unseen');
        };
        await Promise.race([work(), limit]);
    } catch (thrown) {
        error = thrown;
        await fs.mkdir(shots, { recursive: true });
        let number = 0;
        for (const session of sessions) {
            for (const { tab, problems } of session.desks) {
                if (tab.isClosed()) continue;
                const late = new Promise((resolve) => setTimeout(resolve, 5000).unref());
                await Promise.race([tab.screenshot({ path: `${file}${number++ || ''}.png` }).catch(() => {}), late]);
                for (const problem of problems) error.message += `\n    ${problem}`;
            }
        }
        if (number) error.message += `\n    ${path.relative(process.cwd(), file)}.png`;
    } finally {
        clearTimeout(timer);
        const late = new Promise((resolve) => setTimeout(resolve, 20000).unref());
        await Promise.race([Promise.all(sessions.map((session) => session.close().catch(() => {}))), late]);
        await ownSite?.stop().catch(() => {});
    }
    return error;
}
