// Reads what the browser keeps of a journal without the program: as a file the program can import, and as words to be read.
'use strict';

(() => {
    /** An existing database, or null; never makes one. */
    const open = (name) => new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.transaction.abort();
        request.onsuccess = () => resolve(request.result);
        request.onerror = (event) => {
            event.preventDefault();
            request.error.name === 'AbortError' ? resolve(null) : reject(request.error);
        };
        setTimeout(() => reject(new Error(name + ' does not open')), 5000);
    });

    /** For each store its Map of key and value, of all that can be read. */
    const readAll = async (name, ...stores) => {
        const db = await open(name);
        if (!db || stores.some((store) => !db.objectStoreNames.contains(store))) return stores.map(() => new Map());
        const get = (request) => new Promise((resolve) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = (event) => (event.preventDefault(), resolve(undefined));
        });
        const transaction = db.transaction(stores);
        const found = await Promise.all(stores.map(async (store) => {
            const all = transaction.objectStore(store), keys = await get(all.getAllKeys()) || [];
            return new Map(await Promise.all(keys.map(async (key) => [key, await get(all.get(key))])));
        }));
        db.close();
        return found;
    };

    const text = (bytes) => new TextDecoder().decode(bytes);

    /** { files: name → content, records, overtaken: what windows wrote that had lost the pen }; null when there is nothing. */
    const read = async () => {
        const [kept] = await readAll(window.dajimNamed('/dajim'), 'FILE_DATA');
        const [all, meta] = await readAll(window.dajimNamed('dajim-wal'), 'records', 'meta');
        const files = {}, records = [], overtaken = [];
        for (const [path, entry] of kept) if (entry && entry.contents) files[path.replace('/dajim/', '')] = text(entry.contents);
        for (const [[epoch], bytes] of all) {
            if (bytes instanceof Uint8Array) (epoch === meta.get('epoch') ? records : overtaken).push(text(bytes));
        }
        return Object.keys(files).length || records.length || overtaken.length ? { files, records, overtaken } : null;
    };

    const parse = (json) => {
        try {
            return JSON.parse(json);
        } catch {
            return null;
        }
    };

    /** The changes of a record, with its number. */
    const changes = (record) => {
        const end = record.indexOf('\n');
        return (parse(record.slice(end + 1)) || []).map((change) => [+record.split(' ', 2)[1], change]);
    };

    /** A text after an edit. Places are counted in bytes, as the program counts them. */
    const edited = (words, [paragraph, byte, lastParagraph, lastByte], put) => {
        const lines = words.split('\n').map((line) => new TextEncoder().encode(line));
        const before = text(lines[paragraph].slice(0, byte)), after = text(lines[lastParagraph].slice(lastByte));
        const all = lines.map(text);
        all.splice(paragraph, lastParagraph - paragraph + 1, before + put + after);
        return all.join('\n');
    };

    /**
     * Both texts of the pair that was written in last, the words of its newest file with what was written since: for somebody who
     * wants to see that they are there. What is not understood is left out; the download has it all.
     */
    window.dajimLastWords = async () => {
        const found = await read();
        if (!found) return [];
        // A pair's file begins with a line "{" and ends with a line "}"; a pack is many of them behind its table.
        const newest = new Map();
        for (const [path, content] of Object.entries(found.files)) {
            const [, sequence] = /^(?:pairs\/[^./]+\.|packs\/)(\d+)(?:-\d+)?\.(?:json|txt)$/.exec(path) || [];
            for (const [json] of sequence ? content.matchAll(/^\{\n[^]*?^\}\n/gm) : []) {
                const { entries = [] } = parse(json) || {}, { id } = entries.find(({ kind }) => kind === 'pair') || {};
                if (id && !(newest.has(id) && newest.get(id).sequence > +sequence)) newest.set(id, { entries, sequence: +sequence });
            }
        }
        const since = found.records.flatMap(changes).sort(([a], [b]) => a - b);
        const last = since.map(([, change]) => change.pair).filter((pair) => typeof pair === 'string').pop() ||
            [...newest].sort(([, a], [, b]) => a.sequence - b.sequence).map(([id]) => id).pop();
        const file = newest.get(last), texts = { resolution: '', retrospective: '' };
        for (const entry of file ? file.entries : []) {
            if (entry.kind in texts) texts[entry.kind] = [].concat(entry.fields.text.v).join('');
        }
        for (const [sequence, change] of since) {
            if (change.pair !== last || file && sequence <= file.sequence || !(change.end in texts)) continue;
            if (change.do === 'edit text') texts[change.end] = edited(texts[change.end], change.range, change.text);
            if (change.do === 'replace document') texts[change.end] = change.document.text;
        }
        return Object.values(texts);
    };

    /** Starts the download of everything there is, as it lies there; false when there is nothing. */
    window.dajimRescue = async () => {
        const found = await read();
        if (!found) return false;
        const at = new Date().toISOString(), rescued = { format: 'dajim-rescue', version: 1, at, ...found };
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([JSON.stringify(rescued, null, 1) + '\n'], {type: 'application/vnd.dajim+json'}));
        link.download = 'dajim-rescue-' + at.slice(0, 10) + '.dajim.json';
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
        return true;
    };
})();
