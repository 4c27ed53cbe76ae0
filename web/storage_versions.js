// Versions, in a database of their own beside the journal's. Nothing of it is read at the start, and no failure here is one of storage:
// what could not be done once is tried on a fresh connection, and then answered as not done.
//
// Stores: 'texts' and 'lines' (what is known of a version without its text) under [pair, end, number]; 'missed' under the pair.
addToLibrary({
    $dj_versions__deps: ['$dj_storage', 'dj_versions_on_kept', 'dj_versions_on_line', 'dj_versions_on_listed', 'dj_versions_on_read',
        'dj_versions_on_pair', 'dj_versions_on_pairs', '$stringToUTF8OnStack', '$stackSave', '$stackRestore'],
    $dj_versions: {
        db: null,  // a promise of it

        open: () => {
            if (dj_versions.db) return dj_versions.db;
            const opening = dj_versions.db = dj_storage.open(window['dajimNamed']('dajim-versions'), 1, (made) => {
                for (const name of ['texts', 'lines', 'missed']) made.createObjectStore(name);
            }).then((db) => {
                db.onclose = db.onversionchange = () => {
                    db.close();
                    if (dj_versions.db === opening) dj_versions.db = null;
                };
                return db;
            });
            return opening;
        },

        drop: () => {
            if (dj_versions.db) dj_versions.db.then((db) => db.close(), () => {});
            dj_versions.db = null;
        },

        // `work` gets the stores of one transaction, and what it answers is asked for once that is complete.
        once: async (mode, work) => {
            const db = await dj_versions.open();
            const transaction = db.transaction(['texts', 'lines', 'missed'], mode);
            const store = (name) => transaction.objectStore(name);
            const done = dj_storage.finished(transaction), answer = work(store('texts'), store('lines'), store('missed'));
            await done;
            return answer && answer();
        },

        run: (mode, work) => dj_versions.once(mode, work).catch((error) => {
            dj_versions.drop();
            if (error['name'] === 'MissingError' || error['name'] === 'TimeoutError') throw error;
            return dj_versions.once(mode, work);
        }),

        // As a window that writes; a failure is nobody's trouble.
        write: async (work) => {
            if (!dj_storage.writer) throw dj_storage.fault('ReaderError', 'another window writes');
            return dj_versions.run('readwrite', work);
        },

        tell: (call) => { if (!dj_storage.dead) dj_storage.tell(call); },

        ofPage: (pair, end) => IDBKeyRange.bound([pair, end], [pair, end, Infinity]),
        ofPair: (pair) => IDBKeyRange.bound([pair], [pair, []]),

        // Calls `each` with every key of the versions in their order; it answers the key to go on from, or nothing for the next one.
        walk: (lines, each) => {
            lines.openKeyCursor().onsuccess = (event) => {
                const cursor = event.target.result;
                if (!cursor) return;
                const on = each(cursor.key);
                if (on) cursor.continue(on);
                else cursor.continue();
            };
        },
    },

    dj_versions_keep__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_keep: (job, pair, end, number, line, text, length) => {
        const key = [UTF8ToString(pair), end, number], told = UTF8ToString(line), bytes = HEAPU8.slice(text, text + length);
        // Never over another one: whoever wrote that knew more.
        dj_versions.write((texts, lines) => {
            texts.add(bytes, key);
            lines.add(told, key);
        }).then(() => dj_versions.tell(() => _dj_versions_on_kept(job, true)), () => dj_versions.tell(() => _dj_versions_on_kept(job, false)));
    },

    dj_versions_list__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_list: (job, pair, end) => {
        const range = dj_versions.ofPage(UTF8ToString(pair), end);
        dj_versions.run('readonly', (texts, lines) => {
            const keys = lines.getAllKeys(range), all = lines.getAll(range);
            return () => all.result.map((line, at) => [keys.result[at][2], String(line)]);
        }).then((found) => dj_versions.tell(() => {
            for (const [number, line] of found) dj_storage.withText(line, (at, length) => _dj_versions_on_line(job, number, at, length));
            _dj_versions_on_listed(job, true);
        }), () => dj_versions.tell(() => _dj_versions_on_listed(job, false)));
    },

    dj_versions_read__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_read: (job, pair, end, number) => {
        const key = [UTF8ToString(pair), end, number];
        dj_versions.run('readonly', (texts) => {
            const text = texts.get(key);
            return () => text.result;
        }).catch(() => null).then((bytes) => dj_versions.tell(() => {
            if (bytes instanceof Uint8Array) dj_storage.withBytes(bytes, (at, length) => _dj_versions_on_read(job, at, length));
            else _dj_versions_on_read(job, 0, 0);
        }));
    },

    dj_versions_drop__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_drop: (pair, end, number) => {
        const key = [UTF8ToString(pair), end, number];
        dj_versions.write((texts, lines) => {
            texts.delete(key);
            lines.delete(key);
        }).catch(() => {});
    },

    dj_versions_list_pairs__deps: ['$dj_versions'],
    dj_versions_list_pairs: () => {
        dj_versions.run('readonly', (texts, lines, missed) => {
            const pairs = [], days = missed.getAll(), of = missed.getAllKeys();
            dj_versions.walk(lines, ([pair]) => {
                pairs.push(pair);
                return [pair, []];  // behind all of it
            });
            return () => {
                const marks = new Map(of.result.map((pair, at) => [pair, days.result[at]]));
                return pairs.map((pair) => [pair, String(marks.get(pair) || '')]);
            };
        }).then((found) => dj_versions.tell(() => {
            for (const words of found) {
                const before = stackSave();
                _dj_versions_on_pair(...words.map((one) => stringToUTF8OnStack(one)));
                stackRestore(before);
            }
            _dj_versions_on_pairs();
        }), () => {});
    },

    dj_versions_mark__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_mark: (pair, line) => {
        const key = UTF8ToString(pair), mark = UTF8ToString(line);
        dj_versions.write((texts, lines, missed) => void (mark ? missed.put(mark, key) : missed.delete(key))).catch(() => {});
    },

    dj_versions_drop_pair__deps: ['$dj_versions', '$UTF8ToString'],
    dj_versions_drop_pair: (pair) => {
        const name = UTF8ToString(pair), range = dj_versions.ofPair(name);
        dj_versions.write((texts, lines, missed) => {
            texts.delete(range);
            lines.delete(range);
            missed.delete(name);
        }).catch(() => {});
    },

    dj_versions_thin__deps: ['$dj_versions'],
    dj_versions_thin: () => {
        dj_versions.write((texts, lines) => {
            let last = null;
            dj_versions.walk(lines, (key) => {
                if (last && last[0] === key[0] && last[1] === key[1]) {
                    texts.delete(last);
                    lines.delete(last);
                }
                last = key;
            });
        }).catch(() => {});
    },
});
