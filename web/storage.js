// The browser half of web/storage: who may write, the start, and the way to and from C++.
// storage_folder.js has the files, storage_log.js the write-ahead records.
addToLibrary({
    $dj_storage__deps: ['$dj_folder', '$dj_log', 'malloc', 'free', 'dj_storage_on_record', 'dj_storage_on_ready',
        'dj_storage_on_failed', 'dj_storage_on_leaving'],
    $dj_storage: {
        me: '',         // this page among all that ever wrote
        writer: false,  // may write; false again for ever once somebody else took over
        ready: false,   // C++ has been told
        over: false,    // nothing is written any more: fenced off, or the program has stopped
        release: null,  // lets go of the writer's lock
        channel: null,  // to other tabs

        // --- databases and their troubles

        fault: (name, message) => Object.assign(new Error(message), { 'name': name }),

        finished: (transaction) => new Promise((resolve, reject) => {
            transaction.oncomplete = () => resolve();
            transaction.onabort = () =>
                reject(transaction.error || dj_storage.fault('AbortError', 'the transaction was aborted'));
        }),

        // Opens a database or fails within three seconds; browsers may let an open hang for ever.
        open: (name, version, upgrade) => new Promise((resolve, reject) => {
            const missing = (error) =>
                reject(dj_storage.fault('MissingError', error && error.message || 'there is no IndexedDB'));
            let request, late = false;
            try {
                if (!indexedDB) throw null;
                request = indexedDB.open(name, version);
            } catch (error) {
                return missing(error);
            }
            const timer = setTimeout(() => {
                late = true;
                reject(dj_storage.fault('TimeoutError', name + ' does not open'));
            }, 3000);
            request.onupgradeneeded = () => upgrade(request.result, request.transaction);
            request.onsuccess = () => {
                clearTimeout(timer);
                if (late) request.result.close();
                else resolve(request.result);
            };
            request.onerror = (event) => {
                clearTimeout(timer);
                event.preventDefault();
                const error = request.error;
                if (error && error.name === 'SecurityError') missing(error);
                else reject(error);
            };
        }),

        // In the order of web::StorageFailure. Browsers have many names for one trouble; only a sentence depends on it.
        kind: (error) => {
            const name = error && error['name'] || '', all = name + ' ' + (error && error['message'] || '');
            if (name === 'TimeoutError' || name === 'VersionError') return 0;
            if (name === 'MissingError') return 1;
            if (/quota|no ?space|disk|full|ioerror|write blobs/i.test(all)) return 2;
            return name === 'ConflictError' ? 3 : 4;
        },

        // --- to C++

        // Calls it. Should it die of that, no handler of ours may take the error for one of storage.
        tell: (call) => {
            try {
                call();
            } catch (error) {
                dj_storage.over = true;
                setTimeout(() => { throw error; });
            }
        },

        withBytes: (bytes, use) => {
            const at = _malloc(bytes.length || 1);
            HEAPU8.set(bytes, at);
            use(at, bytes.length);
            _free(at);
        },

        withText: (text, use) => dj_storage.withBytes(new TextEncoder().encode(text), use),

        failed: (error) => {
            const kind = dj_storage.kind(error);
            if (kind === 3) dj_storage.stop();
            const name = error && error['name'], message = error && error['message'] || String(error);
            dj_storage.tell(() => dj_storage.withText(name ? name + ': ' + message : message, (at, length) =>
                _dj_storage_on_failed(kind, at, length)));
        },

        stop: () => {
            dj_storage.over = true;
            dj_storage.writer = false;
            if (dj_storage.release) dj_storage.release();
            dj_storage.release = null;
        },

        // --- who writes

        // Resolves with true when this page may write. When it may not, `later` is called once it may.
        lock: (later) => new Promise((resolve) => {
            const hold = () => new Promise((release) => dj_storage.release = release);
            const lost = (error) => {
                if (dj_storage.writer) dj_storage.failed(dj_storage.fault('ConflictError', error.message));
            };
            const locks = navigator['locks'];
            if (!locks) return dj_storage.lockByAsking(resolve, later);
            locks.request('dajim-writer', { 'ifAvailable': true }, (lock) => {
                resolve(!!lock);
                if (lock) return hold();
                locks.request('dajim-writer', () => {
                    if (dj_storage.over) return;
                    later();
                    return hold();
                }).catch(lost);
            }).catch((error) => {
                // Where locks are refused there is still asking.
                const refused = error['name'] === 'SecurityError' || error['name'] === 'InvalidStateError';
                if (refused) dj_storage.lockByAsking(resolve, later);
                else lost(error);
            });
        }),

        // Without locks: whoever writes answers, and of two that ask at the same time the smaller waits.
        // A writer that sleeps does not answer; should it wake up, it finds itself fenced off.
        lockByAsking: (resolve, later) => {
            const channel = dj_storage.channel;
            if (!channel) return resolve(true);
            let first = true;
            const ask = () => {
                let taken = false;
                const hear = (event) => {
                    if (event.data['writes'] || event.data['asks'] > dj_storage.me) taken = true;
                };
                channel.addEventListener('message', hear);
                channel.postMessage({ 'asks': dj_storage.me });
                setTimeout(() => {
                    channel.removeEventListener('message', hear);
                    if (taken) setTimeout(ask, 2000);
                    else channel.addEventListener('message', (event) => {
                        if (event.data['asks'] && !dj_storage.over) channel.postMessage({ 'writes': dj_storage.me });
                    });
                    if (first) resolve(!taken);
                    else if (!taken) later();
                    first = false;
                }, 400);
            };
            ask();
        },

        // --- start

        // Reads everything and tells C++; tries again, more and more slowly, until it works.
        load: async (asWriter) => {
            for (let delay = 2000; !dj_storage.over; delay = Math.min(60000, delay * 2)) {
                try {
                    const [records, place, trouble] = await dj_storage.read(asWriter);
                    if (dj_storage.over) return;
                    dj_storage.writer = asWriter;
                    dj_storage.tell(() => {
                        for (const record of records) dj_storage.withBytes(record, _dj_storage_on_record);
                        dj_storage.withText(place, (at, length) =>
                            _dj_storage_on_ready(asWriter, dj_storage.ready, at, length));
                    });
                    dj_storage.ready = true;
                    if (trouble) dj_storage.failed(trouble);
                    return;
                } catch (error) {
                    dj_storage.failed(error);
                    if (error['name'] === 'MissingError') return;
                }
                await new Promise((resolve) => setTimeout(resolve, delay));
            }
        },

        // Files into the folder; answers [records, place, what keeps this page from writing records].
        read: async (asWriter) => {
            let trouble;
            const readLog = () => dj_log.read(asWriter).catch((error) => {
                if (!asWriter) throw error;
                // No room to begin an epoch: reading must work all the same.
                trouble = error;
                return dj_log.read(false);
            });
            // Nor must a full disk keep anybody from reading who cannot say that it writes now.
            const claimed = asWriter ? dj_folder.claim().catch(() => {}) : null;
            const [records, place] = await readLog().catch((error) => {
                if (error['name'] === 'MissingError') throw error;
                dj_log.drop();
                return readLog();
            });
            await claimed;
            // After the records: a save by whom this page only watches may drop those that it contains.
            await dj_folder.syncTwice(true);
            return [records, place, dj_log.epoch ? null : trouble];
        },

        start: async () => {
            let first;
            const mayWrite = await dj_storage.lock(async () => {
                await first;
                await dj_storage.load(true);
            });
            first = dj_storage.load(mayWrite);
        },

        // A page that comes back from the browser's cache of pages may be older than what is kept.
        cameBack: async () => {
            if (!dj_storage.writer) return location.reload();
            try {
                if (await dj_log.currentEpoch() === dj_log.epoch) return;
                if (!dj_log.pending.size) return location.reload();
                dj_storage.failed(dj_storage.fault('ConflictError', 'another tab has written'));
            } catch (error) {
                dj_log.repair();
            }
        },
    },

    dj_storage_open__deps: ['$dj_storage', '$dj_folder', '$dj_log', '$UTF8ToString'],
    dj_storage_open: (folder) => {
        const chance = crypto.getRandomValues(new Uint32Array(4));
        dj_storage.me = Array.from(chance, (part) => part.toString(36)).join('-');
        dj_log.pending = new Map();
        if (typeof BroadcastChannel != 'undefined') dj_storage.channel = new BroadcastChannel('dajim');
        dj_folder.mount(UTF8ToString(folder));

        const leaving = () => { if (!dj_storage.over) _dj_storage_on_leaving(); };
        document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leaving(); });
        document.addEventListener('freeze', leaving);
        window.addEventListener('pagehide', leaving);
        window.addEventListener('pageshow', (event) => { if (event.persisted) dj_storage.cameBack(); });
        // What a program that has died still hands over is not to be trusted.
        window.addEventListener('dajim-stopped', () => dj_storage.stop());
        dj_storage.start();
    },

    dj_storage_append__deps: ['$dj_log'],
    dj_storage_append: (sequence, at, length) => dj_log.append(sequence, HEAPU8.slice(at, at + length)),

    dj_storage_place__deps: ['$dj_log', '$UTF8ToString'],
    dj_storage_place: (at, length) => dj_log.place(UTF8ToString(at, length)),

    // Names a file for the next dj_storage_sync.
    dj_storage_note__deps: ['$dj_folder', '$UTF8ToString'],
    dj_storage_note: (at, length, removed) => dj_folder.note(UTF8ToString(at, length), removed),

    dj_storage_sync__deps: ['$dj_storage', '$dj_folder'],
    dj_storage_sync: (sequence) => {
        if (dj_storage.writer) dj_folder.want(sequence);
    },
});
