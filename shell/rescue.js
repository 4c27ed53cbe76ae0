// Reads what the browser keeps of a journal without the program, and offers it as a file the program can import.
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

    /** [key, value] of all that can be read. */
    const readAll = async (name, store) => {
        const db = await open(name);
        if (!db || !db.objectStoreNames.contains(store)) return [];
        const get = (request) => new Promise((resolve) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = (event) => (event.preventDefault(), resolve(undefined));
        });
        const all = db.transaction(store).objectStore(store);
        const keys = await get(all.getAllKeys()) || [];
        const entries = await Promise.all(keys.map(async (key) => [key, await get(all.get(key))]));
        db.close();
        return entries;
    };

    const text = (bytes) => new TextDecoder().decode(bytes);

    const parse = (json) => {
        try {
            return JSON.parse(json);
        } catch {
            return null;
        }
    };

    /** One journal out of the index and the newest readable file of each pair; null when there is no pair file. */
    const assemble = (files) => {
        const pairs = new Map();
        const pairFile = /\/pairs\/([^./]+)\.(\d+)(?:-(\d+))?\.json$/;
        const versions = [...files].map(([path, json]) => [pairFile.exec(path), json])
            .filter(([name]) => name).sort(([a], [b]) => a[2] - b[2] || (a[3] || 0) - (b[3] || 0));
        for (const [name, json] of versions) {
            const alone = parse(json);
            if (alone && alone.entries) pairs.set(name[1], alone);
        }
        if (!pairs.size) return null;
        const index = parse(files.get('/dajim/index.json')) || parse(files.get('/dajim/index.previous.json'));
        const journal = index || {...pairs.values().next().value, entries: []};
        const entries = journal.entries.filter((entry) => entry.kind !== 'pair');
        const there = new Set(entries.map((entry) => entry.id));
        const listed = journal.entries.filter((entry) => entry.kind === 'pair').map((entry) => entry.id);
        const order = index ? listed : pairs.keys();
        for (const id of order) {
            for (const entry of pairs.has(id) ? pairs.get(id).entries : []) {
                if (entry.id && there.has(entry.id)) continue;
                if (entry.id) there.add(entry.id);
                entries.push(entry);
            }
        }
        journal.entries = entries;
        delete journal.integrity;
        delete journal['dajim-sequence'];
        return journal;
    };

    const download = (content, name, type) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([content], {type}));
        link.download = name;
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    };

    /** Starts the download of everything there is; false when there is nothing. */
    window.dajimRescue = async () => {
        const files = new Map((await readAll('/dajim', 'FILE_DATA'))
            .filter(([, entry]) => entry && entry.contents).map(([path, entry]) => [path, text(entry.contents)]));
        // What was written after the last save of files. No program is here to apply it; a person can read it.
        const records = (await readAll('dajim-wal', 'records'))
            .filter(([, bytes]) => bytes instanceof Uint8Array).map(([, bytes]) => text(bytes));
        if (!files.size && !records.length) return false;

        const journal = assemble(files);
        const name = 'dajim-' + new Date().toISOString().slice(0, 10);
        if (journal) {
            if (records.length) journal['dajim-records'] = records;
            download(JSON.stringify(journal, null, 2) + '\n', name + '.dajim.json', 'application/vnd.dajim+json');
        } else {
            const parts = [...files].map(([path, content]) => '=== ' + path + '\n' + content);
            download([...parts, '=== records', ...records].join('\n\n'), name + '.txt', 'text/plain');
        }
        return true;
    };
})();
