// What the browser really keeps, read and spoilt behind the program's back.
import { until } from './desk.mjs';

/**
 * { files: { path: text }, records: { 'epoch,sequence': text }, epoch, all: every key and value as text } of this origin's databases.
 * Records of another epoch come of a window that was overtaken: they are kept, but no part of the journal.
 */
export function kept(desk) {
    return desk.tab.evaluate(async () => {
        const read = (name, store) => new Promise((resolve) => {
            const request = (window.testIndexedDB ?? indexedDB).open(name);
            request.onupgradeneeded = () => request.transaction.abort();
            request.onerror = (e) => { e.preventDefault(); resolve([]); };
            request.onsuccess = () => {
                const db = request.result, all = db.transaction(store).objectStore(store);
                const keys = all.getAllKeys(), values = all.getAll();
                values.onsuccess = () => {
                    db.close();
                    resolve(keys.result.map((key, i) => [String(key), values.result[i]]));
                };
            };
        });
        const text = (bytes) => new TextDecoder().decode(bytes);
        const found = { files: await read('/dajim', 'FILE_DATA'), records: await read('dajim-wal', 'records'), meta: await read('dajim-wal', 'meta') };
        return {
            files: Object.fromEntries(found.files.filter(([, one]) => one?.contents).map(([path, one]) => [path, text(one.contents)])),
            records: Object.fromEntries(found.records.map(([key, bytes]) => [key, text(bytes)])),
            epoch: Object.fromEntries(found.meta).epoch,
            all: JSON.stringify(found, (key, value) => ArrayBuffer.isView(value) ? text(value) : value),
        };
    });
}

/** Waits until the files have all that was written, and the records ahead of them are gone. */
export async function filed(desk, words) {
    await until(async () => {
        const { files, records, epoch } = await kept(desk);
        return !Object.keys(records).some((key) => key.startsWith(`${epoch},`)) && Object.values(files).some((one) => one.includes(words));
    }, `a file has “${words}”`, 30000);
}

/** Changes one record of the folder's database: `change`, a function's body, gets it (contents as text) in the page and answers what to put. */
export function spoil(desk, path, change) {
    const work = (path, change) => new Promise((resolve, reject) => {
        const request = indexedDB.open('/dajim');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
            const db = request.result, transaction = db.transaction('FILE_DATA', 'readwrite'), store = transaction.objectStore('FILE_DATA');
            store.get(path).onsuccess = (e) => store.put(change(e.target.result), path);
            transaction.oncomplete = () => { db.close(); resolve(); };
            transaction.onabort = () => reject(transaction.error);
        };
    });
    // As a whole, since the page makes no code of strings.
    return desk.tab.evaluate(`(${work})(${JSON.stringify(path)}, (entry) => { ${change} })`);
}

/** A pair to write in, at its resolution. */
export async function begin(desk) {
    await desk.button(/^(Begin a pair|New pair)$/).activate();
    await desk.textbox('Pair name').focused();
    await desk.textbox('Resolution').focus();
    return desk;
}

/** Two pairs with words, in files. */
export async function twoPairs(t) {
    const desk = await begin(await t.session.open());
    await desk.type('첫째 쌍의 글');
    await begin(desk);
    await desk.type('둘째 쌍의 글');
    await desk.saved();
    await filed(desk, '첫째 쌍의 글');
    await filed(desk, '둘째 쌍의 글');
    return desk;
}

/** The journal as one exports it, as text. */
export async function exported(desk) {
    const { bytes } = await desk.download(() => desk.button('Export').activate());
    return String(bytes);
}

/** In the page: what was written when a record was made is acknowledged with it; window.testAcknowledged has the end of the resolution so. */
export function watchAcknowledged() {
    const made = new Map(), put = IDBObjectStore.prototype.put;
    window.testAcknowledged = '';
    IDBObjectStore.prototype.put = function (value, key) {
        const text = document.querySelector('textarea[aria-label=Resolution]')?.value;
        if (this.name === 'records' && !made.has(key[1]) && text !== undefined) made.set(key[1], text);
        return put.apply(this, arguments);
    };
    window.addEventListener('dajim-saved', ({ detail }) => { window.testAcknowledged = made.get(detail.sequence) ?? window.testAcknowledged; });
}

/**
 * Notes over all loadings how often the page came as it was left; in Firefox without locks, for it puts no page aside that holds one.
 * `prepare` is run in every document before anything else.
 */
export const comesBack = (t, prepare) => ({ before: async (tab) => {
    if (t.firefox) await tab.evaluateOnNewDocument(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
    if (prepare) await tab.evaluateOnNewDocument(prepare);
    await tab.evaluateOnNewDocument(() => window.addEventListener('pageshow', (e) => {
        if (e.persisted) sessionStorage.testPersisted = Number(sessionStorage.testPersisted ?? 0) + 1;
    }));
} });

/** Not by the driver's own ways: those never meet the cache of pages. */
export async function away(desk) {
    desk.late = false;  // what is asked for here is the test's doing
    await desk.tab.evaluate(() => { location.href = 'schema/dajim-1.json'; });
    await until(() => desk.tab.evaluate(() => location.href.endsWith('.json') && document.readyState === 'complete'), 'it went away');
}
/**
 * Back for the `times`-th time to the page as it was left; 0 where it is loaded anew. Of the former Firefox's driver does not hear, so the
 * page is asked where it is.
 */
export async function back(desk, times) {
    await desk.tab.evaluate(() => history.back());
    await until(() => desk.tab.evaluate((times) => !location.href.endsWith('.json') && Number(sessionStorage.testPersisted ?? 0) === times, times),
                `it came back${times ? ' out of the cache of pages' : ''}`);
    // A page that is older than what is kept loads itself again meanwhile.
    await until(() => desk.ready().then(() => true), 'it can be used', 60000);
}
