// The browser half of web/storage: the start, and the way to and from C++.
// storage_pen.js has who may write, storage_folder.js the files, storage_log.js the write-ahead records.
addToLibrary({
    $dj_storage__deps: ['$dj_folder', '$dj_log', '$dj_pen', '$dj_host_unsaved', '$dj_host_kept', '$djText', 'malloc', 'free', 'dj_storage_on_record', 'dj_storage_on_ready',
        'dj_storage_on_failed', 'dj_storage_on_leaving', 'dj_storage_on_keeping'],
    $dj_storage: {
        me: '',         // this page among all that ever wrote
        writer: false,  // may write
        ready: false,   // C++ has been told
        over: false,    // nothing is read or written: fenced off with words that are not kept, or the program has stopped
        dead: false,    // the program has stopped
        asked: false,   // the browser, how long it keeps all this
        channel: null,  // to other windows

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
            return 3;
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
            if (error && error['name'] === 'ConflictError') {
                // Who has given the pen away may hear of a save that came too late: the new one has all the records.
                if (dj_storage.writer || dj_log.pending.size) dj_pen.overtaken();
                return;
            }
            const kind = dj_storage.kind(error);
            const name = error && error['name'], message = error && error['message'] || String(error);
            dj_storage.tell(() => dj_storage.withText(name ? name + ': ' + message : message, (at, length) =>
                _dj_storage_on_failed(kind, at, length)));
        },

        stop: () => {
            dj_storage.over = dj_storage.dead = true;
            dj_pen.lay();
            dj_pen.letGo();
            if (dj_pen.waiting) dj_pen.waiting();
            if (dj_storage.channel) dj_storage.channel.close();
        },

        // --- start

        // Readings come one after another: one for who may write is not overtaken by one from before.
        loading: null,  // a promise of the last one
        loadNext: (asWriter) => dj_storage.loading = dj_storage.loading.then(() => dj_storage.load(asWriter)),

        // Reads everything and tells C++; tries again, more and more slowly, until it works.
        load: async (asWriter) => {
            for (let delay = 2000; !dj_storage.over; delay = Math.min(60000, delay * 2)) {
                try {
                    const [records, place, trouble] = await dj_storage.read(asWriter);
                    await dj_host_kept.recall();
                    if (dj_storage.over) return;
                    const writes = asWriter && dj_pen.held;
                    if (!writes) dj_log.epoch = 0;
                    dj_storage.writer = writes;
                    let readable = false;
                    dj_storage.tell(() => {
                        for (const record of records) dj_storage.withBytes(record, _dj_storage_on_record);
                        dj_storage.withText(place, (at, length) => readable =
                            _dj_storage_on_ready(writes, dj_storage.ready, at, length));
                    });
                    dj_storage.ready = true;
                    if (writes && readable) djText.unshut();
                    if (!writes) dj_pen.catchUp();
                    else if (readable) dj_pen.say({ 'writes': dj_storage.me, 'epoch': dj_log.epoch });
                    else dj_pen.lay(), dj_pen.letGo();
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
            const [records, place] = await readLog().catch((error) => {
                if (error['name'] === 'MissingError') throw error;
                dj_log.drop();
                return readLog();
            });
            // Nor must a full disk keep anybody from reading who cannot say that it writes now.
            if (asWriter && dj_pen.held) await dj_folder.claim().catch(() => {});
            // After the records: a save by whom this page only watches may drop those that it contains.
            await dj_folder.syncTwice(true);
            return [records, place, dj_log.epoch ? null : trouble];
        },

        // Asked at the first real save: a browser that asks the person in turn should have a reason to.
        askToKeep: async () => {
            const storage = navigator['storage'];
            if (dj_storage.asked || !storage || !storage['persist']) return;
            dj_storage.asked = true;
            const lasting = await storage['persist']().catch(() => false);
            const webkit = 'GestureEvent' in window && !('onbeforeinstallprompt' in window);
            const installed = navigator['standalone'] === true || matchMedia('(display-mode: standalone)').matches;
            dj_storage.tell(() => _dj_storage_on_keeping(lasting, webkit, installed));
        },

        // A page that comes back from the browser's cache of pages may be older than what is kept. Words that are nowhere else stay on
        // its screen.
        cameBack: async () => {
            if (!dj_storage.writer) return dj_host_unsaved.now || location.reload();
            let epoch;
            for (let tries = 0; ; ++tries) {
                try {
                    epoch = await dj_log.currentEpoch();
                    break;
                } catch (error) {
                    dj_log.drop();   // a connection may not outlive the cache
                    if (tries) return dj_log.repair();
                }
            }
            if (epoch === dj_log.epoch) return;
            if (epoch === undefined) {
                dj_log.anew();
                return dj_log.repair();
            }
            // What was put as the page went may only now be answered.
            if (await Promise.race([dj_log.settled(), new Promise((resolve) => setTimeout(resolve, 3000))])) location.reload();
            else dj_pen.overtaken();
        },
    },

    dj_storage_open__deps: ['$dj_storage', '$dj_folder', '$dj_log', '$dj_pen', '$UTF8ToString'],
    dj_storage_open: (folder) => {
        const chance = crypto.getRandomValues(new Uint32Array(4));
        dj_storage.me = Array.from(chance, (part) => part.toString(36)).join('-');
        dj_log.pending = new Map();
        dj_storage.loading = Promise.resolve();
        if (typeof BroadcastChannel != 'undefined') dj_storage.channel = new BroadcastChannel(window['dajimNamed']('dajim'));
        dj_folder.mount(UTF8ToString(folder));

        const leaving = () => { if (!dj_storage.over) _dj_storage_on_leaving(); };
        document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leaving(); });
        document.addEventListener('freeze', () => {
            leaving();
            dj_pen.freeze();
            dj_folder.sleep();
        });
        document.addEventListener('resume', () => {
            dj_folder.asleep = false;
            dj_pen.resume();
        });
        window.addEventListener('pagehide', leaving);
        window.addEventListener('pageshow', (event) => { if (event.persisted) dj_storage.cameBack(); });
        // What a program that has died still hands over is not to be trusted.
        window.addEventListener('dajim-stopped', () => dj_storage.stop());
        dj_pen.start();
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
