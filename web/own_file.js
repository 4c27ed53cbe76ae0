// The browser half of web/own_file.cpp: the File System Access API.
//
// What is bound lies in a database of its own: the handle, what the file was like when it was read or written last, and the last record
// that it holds. Before each writing the file is looked at: is it another, it is not written. One thing is done at a time.
addToLibrary({
    $djOwnFile__deps: ['$dj_storage', '$djText', '$djFiles', 'malloc', 'free'],
    $djOwnFile: {
        // By app::OwnFile::Is.
        none: 0, kept: 1, asks: 2, changed: 3, unwritable: 4,
        read: null,                    // what was read last, until it is taken
        last: null,                    // the last thing begun, a promise

        /// Does what is asked when all before it is done, and tells how it stands then, unless `act` has told more.
        queue: (act) => {
            djOwnFile.last = Promise.resolve(djOwnFile.last).then(act).then((is) => is === undefined ? undefined : djOwnFile.tell(is), async (error) => {
                const bound = await djOwnFile.bound().catch(() => null);
                if (bound) djOwnFile.tell(error && error.name === 'NotAllowedError' ? djOwnFile.asks : djOwnFile.unwritable, bound);
            });
        },

        tell: async (is, bound) => {
            bound = bound || await djOwnFile.bound().catch(() => null);
            const kept = is === djOwnFile.kept && bound && bound['sequence'] || 0;
            djText.pass(bound ? bound['handle'].name : '', (name, length) => _dj_own_file_is(bound ? is : djOwnFile.none, name, length, kept));
        },

        // ------------------------------------------------------------------------------------------------- what is bound

        /// { handle, size, sum, sequence }, or undefined.
        bound: () => djOwnFile.store('readonly', (files) => files.get('bound')),
        keep: (bound) => djOwnFile.store('readwrite', (files) => files.put(bound, 'bound')),

        store: async (mode, ask) => {
            const db = await dj_storage.open(window['dajimNamed']('dajim-file'), 1, (made) => { made.createObjectStore('files'); });
            try {
                const transaction = db.transaction('files', mode);
                const request = ask(transaction.objectStore('files'));
                await dj_storage.finished(transaction);
                return request.result;
            } finally {
                db.close();
            }
        },

        // ------------------------------------------------------------------------------------------------------ the file

        sum: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join(),

        permitted: async (handle) => await handle['queryPermission']({ 'mode': 'readwrite' }) === 'granted',

        /// Is it as it was when it was read or written last? Its day proves nothing: programs that sync set it as they like.
        same: async (bound, file) => file.size === bound['size'] && await djOwnFile.sum(await file.arrayBuffer()) === bound['sum'],

        look: async () => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            if (!await djOwnFile.permitted(bound['handle'])) return djOwnFile.asks;
            return await djOwnFile.same(bound, await bound['handle'].getFile()) ? djOwnFile.kept : djOwnFile.changed;
        },

        fetch: async () => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            if (!await djOwnFile.permitted(bound['handle'])) return djOwnFile.asks;
            const file = await bound['handle'].getFile();
            if (file.size > djFiles.most) {
                djText.pass(file.name, (name, length) => _dj_file_refused(name, length, true));
                return djOwnFile.changed;
            }
            const bytes = new Uint8Array(await file.arrayBuffer());
            djOwnFile.read = { 'size': file.size, 'sum': await djOwnFile.sum(bytes), 'sequence': 0 };
            await djOwnFile.tell(djOwnFile.changed, bound);
            dj_storage.withBytes(bytes, (at, count) =>
                djText.pass(file.name, (name, length) => _dj_own_file_arrived(name, length, at, count)));
        },

        bind: async (name) => {
            const types = [{ 'description': 'Dajim', 'accept': { 'application/json': ['.json'] } }];
            let picked;
            try {
                picked = name ? await window['showSaveFilePicker']({ 'suggestedName': name, 'types': types })
                              : (await window['showOpenFilePicker']({ 'types': types }))[0];
            } catch (error) {
                if (error.name === 'AbortError') return;   // nobody picked anything: all is as it was
                throw error;
            }
            if (await picked['requestPermission']({ 'mode': 'readwrite' }) !== 'granted') return;
            // The browser has emptied a file that was picked to be saved to. One that is there is read first.
            await djOwnFile.keep({ 'handle': picked, 'size': name ? 0 : -1, 'sum': await djOwnFile.sum(new Uint8Array(0)), 'sequence': 0 });
            return name ? djOwnFile.look() : djOwnFile.fetch();
        },

        write: async (sequence, bytes) => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            const handle = bound['handle'];
            if (!await djOwnFile.permitted(handle)) return djOwnFile.asks;
            if (!await djOwnFile.same(bound, await handle.getFile())) return djOwnFile.changed;
            const stream = await handle['createWritable']();   // a copy, which takes the file's place when it is closed
            await stream['write'](bytes);
            await stream['close']();
            const file = await handle.getFile();
            if (file.size !== bytes.length) return djOwnFile.changed;
            await djOwnFile.keep({ 'handle': handle, 'size': file.size, 'sum': await djOwnFile.sum(bytes), 'sequence': sequence });
            _dj_own_file_written(sequence);
        },
    },

    dj_own_file_possible: () => window['showSaveFilePicker'] && window.isSecureContext ? 1 : 0,

    dj_own_file_find__deps: ['$djOwnFile'],
    dj_own_file_find: () => {
        if (window['showSaveFilePicker']) djOwnFile.queue(djOwnFile.look);
    },

    dj_own_file_bind__deps: ['$djOwnFile', '$djFiles'],
    dj_own_file_bind: (name, length) => {
        const wanted = new TextDecoder().decode(HEAPU8.subarray(name, name + length));
        djOwnFile.queue(() => djOwnFile.bind(wanted));
    },

    dj_own_file_permit__deps: ['$djOwnFile'],
    dj_own_file_permit: () => djOwnFile.queue(async () => {
        const bound = await djOwnFile.bound();
        if (bound) await bound['handle']['requestPermission']({ 'mode': 'readwrite' });
        return djOwnFile.look();
    }),

    dj_own_file_read__deps: ['$djOwnFile'],
    dj_own_file_read: () => djOwnFile.queue(djOwnFile.fetch),

    dj_own_file_taken__deps: ['$djOwnFile'],
    dj_own_file_taken: () => {
        const { read } = djOwnFile;
        djOwnFile.read = null;
        djOwnFile.queue(async () => {
            const bound = await djOwnFile.bound();
            if (bound && read) await djOwnFile.keep({ ...bound, ...read });
            return djOwnFile.look();
        });
    },

    dj_own_file_write__deps: ['$djOwnFile'],
    dj_own_file_write: (sequence, at, length) => {
        const bytes = HEAPU8.slice(at, at + length);
        djOwnFile.queue(() => djOwnFile.write(sequence, bytes));
    },

    dj_own_file_release__deps: ['$djOwnFile'],
    dj_own_file_release: () => djOwnFile.queue(async () => {
        await djOwnFile.store('readwrite', (files) => files.delete('bound'));
        return djOwnFile.none;
    }),
});
