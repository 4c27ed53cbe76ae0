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

/** Changes one record of the folder's database: `change` gets it (contents as text) in the page and answers what to put. */
export function spoil(desk, path, change) {
    return desk.tab.evaluate((path, change) => new Promise((resolve, reject) => {
        const request = indexedDB.open('/dajim');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
            const db = request.result, transaction = db.transaction('FILE_DATA', 'readwrite'), store = transaction.objectStore('FILE_DATA');
            store.get(path).onsuccess = (e) => store.put(new Function('entry', change)(e.target.result), path);
            transaction.oncomplete = () => { db.close(); resolve(); };
            transaction.onabort = () => reject(transaction.error);
        };
    }), path, change);
}

/** A pair to write in, at its resolution. */
export async function begin(desk) {
    await desk.button(/^(Begin a pair|New pair)$/).activate();
    await desk.textbox('Pair name').focused();
    await desk.textbox('Resolution').focus();
    return desk;
}
