// The write-ahead records, in a database of their own.
//
// Keys are [epoch, sequence]. Every writer begins an epoch of its own and takes along the records of the one before.
// A record is one put that is committed without waiting for any answer, so that it can be made while the page goes
// away. Should it come from a writer who has lost its lock, it bears an old epoch: it spoils nothing, and that writer
// is told.
addToLibrary({
    $dj_log__deps: ['$dj_storage', '$dj_folder', '$dj_pen', 'dj_storage_on_stored'],
    $dj_log: {
        db: null,
        epoch: 0,       // 0: not a writer, or the start of an epoch could not be written yet
        pending: null,  // Map: sequence → bytes, not known to be stored
        stored: 0,      // the highest that is
        told: 0,        // what C++ has heard
        busy: null,     // the last thing begun with pending records, a promise
        repairing: false, timer: 0, delay: 0,

        open: async () => {
            if (dj_log.db) return;
            const db = await dj_storage.open(window['dajimNamed']('dajim-wal'), 1, (made) => {
                made.createObjectStore('records');
                made.createObjectStore('meta');
            });
            db.onclose = db.onversionchange = () => {
                db.close();
                if (dj_log.db === db) dj_log.db = null;
            };
            dj_log.db = db;
        },

        drop: () => {
            if (dj_log.db) dj_log.db.close();
            dj_log.db = null;
        },

        // A transaction, its stores of records and of other things, and a promise of its end.
        begin: (mode, durability) => {
            const transaction = dj_log.db.transaction(['records', 'meta'], mode, { 'durability': durability });
            return [transaction, transaction.objectStore('records'), transaction.objectStore('meta'),
                dj_storage.finished(transaction)];
        },

        ofEpoch: (epoch, last) => IDBKeyRange.bound([epoch, 0], [epoch, last]),

        // The records of now in their order, and the place; as a writer, they are of a new epoch afterwards.
        read: async (asWriter) => {
            await dj_log.open();
            const [, records, meta, done] = dj_log.begin(asWriter ? 'readwrite' : 'readonly', 'strict');
            let epoch = 0, keys = [], values = [], place = '', begins = false;
            meta.get('place').onsuccess = (event) => place = event.target.result || '';
            meta.get('epoch').onsuccess = (event) => {
                epoch = event.target.result || 0;
                const range = dj_log.ofEpoch(epoch, Infinity);
                const all = () => {
                    // Should the pen have been taken away meanwhile, the epoch is the other window's to begin.
                    if (!(begins = asWriter && dj_pen.held)) return;
                    meta.put(epoch + 1, 'epoch');
                    for (let i = 0; i < keys.length; ++i) {
                        if (values[i] === undefined) continue;   // stays where it is: nothing is deleted that nobody has read
                        records.put(values[i], [epoch + 1, keys[i][1]]);
                        records.delete(keys[i]);
                    }
                };
                records.getAllKeys(range).onsuccess = (event) => keys = event.target.result;
                const request = records.getAll(range);
                request.onsuccess = () => {
                    values = request.result;
                    all();
                };
                // One of them cannot be read (a large one lies in a file of the browser's): then one by one, and the others are.
                request.onerror = (event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    values = keys.map(() => undefined);
                    let left = keys.length;
                    keys.forEach((key, i) => {
                        const one = records.get(key), answered = () => { if (!--left) all(); };
                        one.onsuccess = () => {
                            values[i] = one.result;
                            answered();
                        };
                        one.onerror = (event) => {
                            event.preventDefault();
                            event.stopPropagation();
                            answered();
                        };
                    });
                };
            };
            await done;
            if (begins) dj_log.epoch = epoch + 1;
            // One that is no record any more is given on as an empty one, so that it is counted as damaged.
            return [values.map((bytes) => bytes instanceof Uint8Array ? bytes : new Uint8Array(0)), place];
        },

        // The epoch as it stands in the database; undefined when that has been emptied.
        currentEpoch: async () => {
            await dj_log.open();
            const [, , meta, done] = dj_log.begin('readonly', 'default');
            let epoch;
            meta.get('epoch').onsuccess = (event) => epoch = event.target.result;
            await done;
            return epoch;
        },

        // The browser has been told to empty its storage: a new epoch begins, and the files go there again.
        anew: () => {
            dj_log.epoch = 0;
            dj_folder.want(0);
        },

        // Puts records in one transaction, which is committed before this returns; resolves when it is on the medium.
        put: (sequences) => {
            const [transaction, records, meta, done] = dj_log.begin('readwrite', 'strict');
            const mine = dj_log.epoch;
            let epoch;
            meta.get('epoch').onsuccess = (event) => epoch = event.target.result;
            for (const sequence of sequences) records.put(dj_log.pending.get(sequence), [mine, sequence]);
            // All or none: Firefox, told to commit, keeps the others where one has no room.
            if (sequences.length === 1 && transaction['commit']) transaction['commit']();
            return done.then(() => {
                if (epoch === undefined) {
                    dj_log.anew();
                    throw dj_storage.fault('EmptiedError', 'the storage has been emptied');
                }
                if (epoch !== mine) throw dj_storage.fault('ConflictError', 'another window has begun to write');
                for (const sequence of sequences) {
                    if (dj_log.pending.has(sequence)) dj_pen.say({ 'record': dj_log.pending.get(sequence) });
                    dj_log.pending.delete(sequence);
                    dj_log.stored = Math.max(dj_log.stored, sequence);
                }
                dj_log.tell();
            });
        },

        // "Stored" is said of a record only when none before it is missing.
        tell: () => {
            if (dj_storage.over) return;
            const upTo = Math.min(dj_log.stored, ...[...dj_log.pending.keys()].map((sequence) => sequence - 1));
            if (upTo <= dj_log.told) return;
            if (!dj_log.told) dj_storage.askToKeep();
            dj_log.told = upTo;
            dj_pen.say({ 'upTo': upTo });
            dj_storage.tell(() => _dj_storage_on_stored(upTo));
            window.dispatchEvent(new CustomEvent('dajim-saved', { 'detail': { 'sequence': upTo } }));
        },

        append: (sequence, bytes) => {
            if (!dj_storage.writer) return;
            dj_log.pending.set(sequence, bytes);
            if (!dj_log.db || !dj_log.epoch || dj_log.repairing || dj_log.delay) return void dj_log.repair();
            try {
                dj_log.busy = dj_log.put([sequence]).catch(dj_log.broken);
            } catch (error) {
                dj_log.broken(error);
            }
        },

        broken: (error) => {
            if (dj_storage.over) return;
            if (error['name'] === 'ConflictError') dj_storage.failed(error);
            else return dj_log.repair();
        },

        // Everything pending once more, on a fresh connection; again and again, more and more slowly, and at each
        // append.
        repair: () => dj_log.repairing ? dj_log.busy : dj_log.busy = dj_log.mend(),

        mend: async () => {
            if (dj_storage.over || !dj_storage.writer) return;
            dj_log.repairing = true;
            clearTimeout(dj_log.timer);
            try {
                dj_log.drop();
                await dj_log.open();
                if (!dj_log.epoch) await dj_log.read(true);
                while (dj_log.pending.size) await dj_log.put([...dj_log.pending.keys()]);
                dj_log.delay = 0;
            } catch (error) {
                dj_log.delay = Math.min(60000, dj_log.delay * 2 || 2000);
                if (!dj_storage.over) {
                    dj_log.timer = setTimeout(dj_log.repair, dj_log.delay);
                    dj_storage.failed(error);
                }
            }
            dj_log.repairing = false;
        },

        // Whether all that was appended is on the medium, once what is under way has been answered.
        settled: async () => {
            for (let tries = 0; dj_log.pending.size && tries < 3; ++tries) await dj_log.busy;
            return !dj_log.pending.size;
        },

        // The files of a committed save contain these records.
        forget: (sequence) => {
            for (const known of [...dj_log.pending.keys()]) {
                if (known <= sequence) dj_log.pending.delete(known);
            }
            dj_log.stored = Math.max(dj_log.stored, sequence);
            dj_log.tell();
            if (!dj_log.epoch) return;
            // Left over, they are only passed over at the next start.
            dj_log.open().then(() => {
                const [transaction, records, , done] = dj_log.begin('readwrite', 'default');
                records.delete(dj_log.ofEpoch(dj_log.epoch, sequence));
                // At once: a record put while the page goes must not stand behind what only the page could end.
                if (transaction['commit']) transaction['commit']();
                return done;
            }).catch(dj_log.drop);
        },

        place: (json) => {
            if (!dj_storage.writer || !dj_log.db || !dj_log.epoch) return;
            try {
                const [transaction, , meta, done] = dj_log.begin('readwrite', 'default');
                meta.put(json, 'place');
                if (transaction['commit']) transaction['commit']();
                done.catch(() => {});
            } catch (error) {
                dj_log.drop();
            }
        },
    },
});
