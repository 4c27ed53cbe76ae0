// The folder in IndexedDB: IDBFS with its own way to the database and back.
//
// Rules that all of it serves: nothing is saved before it was loaded; one transaction holds a whole save and begins
// by asking whether somebody else has written; the first error aborts it; what is absent here is not deleted there; a
// file is new when its time is, and so times are unique and rise; a connection that failed once is never used again.
// A save carries what Store::save said it wrote and removed, and looks at nothing else: its cost is that of what changed.
addToLibrary({
    $dj_folder__deps: ['$dj_storage', '$dj_log', '$FS', '$IDBFS', '$PATH', 'dj_storage_on_synced'],
    $dj_folder: {
        path: '',
        fresh: null,        // Map: path → time of what is newer here than there
        unreadable: null,   // Map: path → what stood there and is no file; kept under another key before it goes
        gone: null,         // Set: paths to delete, said so in words
        generation: 0,      // of the database as this page knows it
        loaded: false,
        time: 0,            // the last one given to a file
        mark: 'generation', // key of a record that is no file: IDBFS sees only those with a timestamp
        saving: null,       // the transaction of the last save
        asleep: false,      // the page is frozen, or about to be

        mount: (path) => {
            dj_folder.path = path;
            dj_folder.fresh = new Map();
            dj_folder.unreadable = new Map();
            dj_folder.gone = new Set();
            IDBFS.syncfs = (mount, populate, done) =>
                (populate ? dj_folder.load : dj_folder.save)(mount).then(() => done(null), done);
            FS.mkdir(path);
            FS.mount(IDBFS, {}, path);
        },

        db: async () => {
            const cached = IDBFS.dbs[dj_folder.path];
            if (cached) return cached;
            const db = await dj_storage.open(window['dajimNamed'](dj_folder.path), IDBFS.DB_VERSION, (made, transaction) => {
                const store = made.objectStoreNames.contains(IDBFS.DB_STORE_NAME) ?
                    transaction.objectStore(IDBFS.DB_STORE_NAME) : made.createObjectStore(IDBFS.DB_STORE_NAME);
                if (!store.indexNames.contains('timestamp')) store.createIndex('timestamp', 'timestamp');
            });
            db.onclose = db.onversionchange = () => {
                db.close();
                if (IDBFS.dbs[dj_folder.path] === db) IDBFS.dbs = {};
            };
            return IDBFS.dbs[dj_folder.path] = db;
        },

        // A transaction, its store, and a promise of its end.
        begin: async (mode) => {
            const db = await dj_folder.db();
            const transaction = db.transaction([IDBFS.DB_STORE_NAME], mode, { 'durability': 'strict' });
            return [transaction, transaction.objectStore(IDBFS.DB_STORE_NAME), dj_storage.finished(transaction)];
        },

        local: (mount) => {
            let entries;
            IDBFS.getLocalSet(mount, (error, set) => {
                if (error) throw error;
                entries = set.entries;
            });
            return entries;
        },

        // Path → time of everything here.
        all: (mount) => new Map(Object.entries(dj_folder.local(mount)).map(([path, entry]) => [path, +entry['timestamp']])),

        // Lets whoever wrote before know that this page does now.
        claim: async () => {
            const [, store, done] = await dj_folder.begin('readwrite');
            store.get(dj_folder.mark).onsuccess = (event) => {
                const now = event.target.result;
                store.put({ 'n': (now ? now['n'] : 0) + 1, 'by': dj_storage.me }, dj_folder.mark);
            };
            await done;
        },

        // Everything in the database: [generation, Map of path → record, null where the browser itself cannot read it].
        fetch: async () => {
            const [, store, done] = await dj_folder.begin('readonly');
            const found = new Map();
            let generation = 0;
            store.get(dj_folder.mark).onsuccess = (event) => {
                if (event.target.result) generation = event.target.result['n'];
            };
            store.index('timestamp').getAllKeys().onsuccess = (event) => {
                for (const path of event.target.result) {
                    const request = store.get(path);
                    request.onsuccess = () => found.set(path, request.result);
                    // One bad record must not take the others with it.
                    request.onerror = (failure) => {
                        failure.preventDefault();
                        failure.stopPropagation();
                        found.set(path, null);
                    };
                }
            };
            await done;
            return [generation, found];
        },

        load: async (mount) => {
            const [generation, found] = await dj_folder.fetch();
            const unreadable = new Map(), known = new Set();
            let time = dj_folder.time;
            for (const path of [...found.keys()].sort()) {
                const entry = found.get(path);
                let reason = 'no file';
                FS.mkdirTree(PATH.dirname(path));
                if (entry && typeof entry['mode'] == 'number' &&
                    (FS.isDir(entry['mode']) || ArrayBuffer.isView(entry['contents']))) {
                    IDBFS.storeLocalEntry(path, entry, (error) => reason = error);
                }
                known.add(path);
                if (!reason) {
                    time = Math.max(time, +entry['timestamp']);
                    continue;
                }
                // An empty file in its place: the store sees that something is damaged, not that nothing was ever
                // there.
                unreadable.set(path, entry);
                FS.writeFile(path, '');
            }
            // Files of an earlier load that are no longer there; deepest first.
            for (const path of Object.keys(dj_folder.local(mount)).sort().reverse()) {
                if (!known.has(path)) IDBFS.removeLocalEntry(path, () => {});
            }
            dj_folder.fresh.clear();
            dj_folder.unreadable = unreadable;
            dj_folder.generation = generation;
            dj_folder.time = time;
            dj_folder.gone.clear();
            dj_folder.loaded = true;
        },

        save: async (mount) => {
            if (!dj_folder.loaded) throw dj_storage.fault('NotLoadedError', 'nothing was loaded yet');
            const [transaction, store, done] = await dj_folder.begin('readwrite');
            dj_folder.saving = transaction;
            if (dj_folder.asleep || !dj_storage.writer) {
                transaction.abort();
                return done;
            }
            let refused, generation, put, gone;
            const keepUnreadable = (path) => {
                if (!dj_folder.unreadable.has(path)) return;
                store.put({ 'was': dj_folder.unreadable.get(path) }, 'unreadable:' + generation + ':' + path);
            };
            const write = (now) => {
                generation = (now ? now['n'] : dj_folder.generation) + 1;
                if (now && now['n'] !== dj_folder.generation && now['by'] !== dj_storage.me) {
                    throw dj_storage.fault('ConflictError', 'another tab has written');
                }
                // The browser has been told to empty its storage: what is open here goes back whole.
                put = now ? new Map(dj_folder.fresh) : dj_folder.all(mount);
                gone = [...dj_folder.gone];
                for (const path of put.keys()) {
                    keepUnreadable(path);
                    IDBFS.loadLocalEntry(path, (error, entry) => {
                        if (error) throw error;
                        // The view of a larger buffer would be stored with all of that buffer.
                        if (entry['contents']) entry['contents'] = entry['contents'].slice();
                        store.put(entry, path);
                    });
                }
                for (const path of gone) {
                    keepUnreadable(path);
                    store.delete(path);
                }
                store.put({ 'n': generation, 'by': dj_storage.me }, dj_folder.mark);
            };
            store.get(dj_folder.mark).onsuccess = (event) => {
                try {
                    write(event.target.result);
                } catch (error) {
                    refused = error;
                    transaction.abort();
                }
            };
            await done.catch((error) => { throw refused || error; });
            dj_folder.generation = generation;
            for (const [path, time] of put) {
                if (dj_folder.fresh.get(path) === time) dj_folder.fresh.delete(path);
                dj_folder.unreadable.delete(path);
            }
            for (const path of gone) {
                dj_folder.unreadable.delete(path);
                dj_folder.gone.delete(path);
            }
        },

        // A save that still waits for an answer would keep every other window from the folder while this page sleeps. It is made once more
        // when the page wakes, should the pen still be here.
        sleep: () => {
            dj_folder.asleep = true;
            try {
                if (dj_folder.saving) dj_folder.saving.abort();
            } catch (error) {
                // It is done.
            }
        },

        sync: (populate) => new Promise((resolve, reject) => {
            FS.syncfs(populate, (error) => error ? reject(error) : resolve());
        }),

        // Once more on a fresh connection: one that has failed may fail for ever.
        syncTwice: (populate) => dj_folder.sync(populate).catch((error) => {
            if (error['name'] === 'ConflictError' || error['name'] === 'MissingError') throw error;
            IDBFS.quit();
            return dj_folder.sync(populate);
        }),

        // What Store::save did to one file.
        note: (name, removed) => {
            const path = dj_folder.path + '/' + name;
            if (removed) {
                dj_folder.fresh.delete(path);
                return void dj_folder.gone.add(path);
            }
            dj_folder.gone.delete(path);
            dj_folder.time = Math.max(Date.now(), dj_folder.time + 1);
            try {
                FS.utime(path, dj_folder.time, dj_folder.time);
                dj_folder.fresh.set(path, dj_folder.time);
            } catch (error) {
                // Written and gone again: nothing to carry.
            }
        },

        // Saves of files: one runs, and all that are asked for meanwhile are the next one.
        wanted: -1,  // sequence the next one will contain; -1: none is owed
        last: 0,     // the latest that was ever asked for
        running: false, timer: 0, delay: 0,

        want: (sequence) => {
            dj_folder.last = Math.max(dj_folder.last, sequence);
            dj_folder.wanted = dj_folder.last;
            dj_folder.run();
        },

        run: async () => {
            if (dj_folder.running || dj_storage.over) return;
            dj_folder.running = true;
            clearTimeout(dj_folder.timer);
            while (dj_folder.wanted >= 0 && !dj_storage.over) {
                const sequence = dj_folder.wanted;
                dj_folder.wanted = -1;
                try {
                    await dj_folder.syncTwice(false);
                } catch (error) {
                    // The pen has been laid down meanwhile: whoever has it now has the records. From here nothing is written any more,
                    // for that would tell the other one that it was overtaken.
                    if (!dj_storage.writer) break;
                    dj_folder.wanted = Math.max(dj_folder.wanted, sequence);
                    dj_folder.delay = Math.min(60000, dj_folder.delay * 2 || 2000);
                    if (!dj_storage.over) {
                        dj_folder.timer = setTimeout(dj_folder.run, dj_folder.delay);
                        dj_storage.failed(error);
                    }
                    break;
                }
                dj_folder.delay = 0;
                dj_log.forget(sequence);
                dj_storage.tell(() => _dj_storage_on_synced(sequence));
            }
            dj_folder.running = false;
        },
    },
});
