// The browser half of web/own_file.cpp: the File System Access API.
//
// What is bound lies in a database of its own: the handle, what the file was like when it was read or written last, and the last record
// that it holds. Before each writing the file is looked at: is it another, it is not written. Of a folder the handle is there too, this
// device's file in it, and what the other devices' files were like when they were brought in: those are never written. They are looked at
// whenever somebody comes back to the page. One thing is done at a time.
addToLibrary({
    $djOwnFile__deps: ['$dj_storage', '$dj_log', '$djText', '$djFiles', 'malloc', 'free'],
    $djOwnFile: {
        // By app::OwnFile::Is.
        none: 0, kept: 1, asks: 2, changed: 3, unwritable: 4,
        read: null,                    // what was read last, until it is taken
        // What was written last, by this window since it began to write: only of that it is sure that all it has now comes from there.
        left: null,
        told: '',                      // the sums of what the other files held when that was told last
        large: {},                     // names of those that are too large to be read, once that was told
        comes: null,                   // hears that somebody comes back, while there is something to look at
        last: null,                    // the last thing begun, a promise
        unkept: null,                  // what is bound, where that could not be kept

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
            djOwnFile.attend(bound);
            djText.pass(bound ? djOwnFile.place(bound).name : '', (name, length) =>
                _dj_own_file_is(bound ? is : djOwnFile.none, name, length, !!(bound && bound['folder']), kept));
        },

        attend: (bound) => {
            if (!bound || djOwnFile.comes) return;
            djOwnFile.comes = () => { if (document.visibilityState === 'visible') djOwnFile.queue(djOwnFile.look); };
            window.addEventListener('focus', djOwnFile.comes);
            document.addEventListener('visibilitychange', djOwnFile.comes);
        },

        // ------------------------------------------------------------------------------------------------- what is bound

        /// { handle, size, sum, sequence, ahead }, of a folder { folder, others: name → sum } too; or undefined. `ahead`: it holds words
        /// that storage had not taken.
        bound: async () => djOwnFile.unkept || djOwnFile.store('readonly', (files) => files.get('bound')),
        /// Where there is no room for it, it is known for as long as the window is: a full disk is no time to stop writing.
        keep: async (bound) => {
            djOwnFile.unkept = bound;
            await djOwnFile.store('readwrite', (files) => files.put(bound, 'bound')).then(() => { djOwnFile.unkept = null; }, () => {});
        },

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

        /// What the writer picked.
        place: (bound) => bound['folder'] || bound['handle'],
        permitted: async (bound) => await djOwnFile.place(bound)['queryPermission']({ 'mode': 'readwrite' }) === 'granted',

        /// In a folder that somebody has tidied it is made again.
        handle: (bound) => bound['folder'] ? bound['folder']['getFileHandle'](bound['handle'].name, { 'create': true }) : bound['handle'],

        /// Is it as it was when it was read or written last? Its day proves nothing: programs that sync set it as they like.
        same: async (bound, file) => bound['folder'] && file.size === 0 ||
            file.size === bound['size'] && await djOwnFile.sum(await file.arrayBuffer()) === bound['sum'],

        look: async () => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            if (!await djOwnFile.permitted(bound)) return djOwnFile.asks;
            if (!await djOwnFile.same(bound, await (await djOwnFile.handle(bound)).getFile())) return djOwnFile.changed;
            if (bound['folder']) await djOwnFile.lookAround(bound);
            return djOwnFile.kept;
        },

        /// Hands over what the other devices' files hold that has not been brought in. A file that sync put aside because two wrote it is
        /// called after the one it was.
        lookAround: async (bound) => {
            const found = [], large = [];
            for await (const [name, handle] of bound['folder']['entries']()) {
                if (handle['kind'] !== 'file' || name === bound['handle'].name || !/dajim.*\.json$/i.test(name)) continue;
                try {
                    const file = await handle.getFile();
                    if (file.size > djFiles.most) {
                        large.push(name);
                        continue;
                    }
                    const bytes = new Uint8Array(await file.arrayBuffer()), sum = await djOwnFile.sum(bytes);
                    if (bound['others'][name] !== sum) found.push([name, sum, bytes]);
                } catch (error) { /* it is being replaced; it is looked at again */ }
            }
            found.sort(([a], [b]) => a < b ? -1 : 1);   // a folder has no order
            const sums = found.map(([name, sum]) => [name, sum]), told = sums.join();
            for (const name of large) {
                if (!djOwnFile.large[name]) djOwnFile.tooLarge(name);
                djOwnFile.large[name] = true;
            }
            if (told === djOwnFile.told) return;
            djOwnFile.told = told;
            for (const [name, , bytes] of found) djOwnFile.pass(name, bytes, _dj_own_folder_holds);
            const before = djOwnFile.read;
            djOwnFile.read = { 'others': { ...bound['others'], ...Object.fromEntries(sums) } };
            if (_dj_own_folder_read()) return;
            // Not now: an answer to what was told before is about that alone.
            djOwnFile.read = before;
            djOwnFile.told = '';
        },

        pass: (name, bytes, take) =>
            dj_storage.withBytes(bytes, (at, count) => djText.pass(name, (start, length) => take(start, length, at, count))),

        tooLarge: (name) => djText.pass(name, (at, length) => _dj_file_refused(at, length, true)),

        fetch: async () => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            if (!await djOwnFile.permitted(bound)) return djOwnFile.asks;
            const file = await (await djOwnFile.handle(bound)).getFile();
            if (file.size > djFiles.most) {
                djOwnFile.tooLarge(file.name);
                return djOwnFile.changed;
            }
            const bytes = new Uint8Array(await file.arrayBuffer());
            djOwnFile.read = { 'size': file.size, 'sum': await djOwnFile.sum(bytes), 'sequence': 0 };
            await djOwnFile.tell(djOwnFile.changed, bound);
            djOwnFile.pass(file.name, bytes, _dj_own_file_arrived);
        },

        /// What somebody picks and lets be written; undefined: nothing, and all is as it was.
        pick: async (ask) => {
            try {
                const picked = await ask();
                return await picked['requestPermission']({ 'mode': 'readwrite' }) === 'granted' ? picked : undefined;
            } catch (error) {
                if (error.name !== 'AbortError') throw error;
            }
        },

        bind: async (name) => {
            const types = [{ 'description': 'Dajim', 'accept': { 'application/json': ['.json'] } }];
            const picked = await djOwnFile.pick(async () => name
                ? window['showSaveFilePicker']({ 'suggestedName': name, 'types': types })
                : (await window['showOpenFilePicker']({ 'types': types }))[0]);
            if (!picked) return;
            djOwnFile.left = null;
            // The browser has emptied a file that was picked to be saved to. One that is there is read first.
            await djOwnFile.keep({ 'handle': picked, 'size': name ? 0 : -1, 'sum': await djOwnFile.sum(new Uint8Array(0)), 'sequence': 0 });
            return name ? djOwnFile.look() : djOwnFile.fetch();
        },

        bindFolder: async () => {
            const folder = await djOwnFile.pick(() => window['showDirectoryPicker']({ 'id': 'dajim', 'mode': 'readwrite' }));
            if (!folder) return;
            const taken = new Set();
            for await (const [name] of folder['entries']()) taken.add(name);
            const draw = () => 'dajim.' + crypto.getRandomValues(new Uint32Array(1))[0].toString(36).padStart(7, '0') + '.dajim.json';
            let name = draw();
            while (taken.has(name)) name = draw();
            const handle = await folder['getFileHandle'](name, { 'create': true });
            djOwnFile.told = '';
            djOwnFile.left = null;
            await djOwnFile.keep({ 'folder': folder, 'others': {}, 'handle': handle, 'size': 0, 'sum': '', 'sequence': 0 });
            return djOwnFile.look();
        },

        write: async (sequence, bytes) => {
            const bound = await djOwnFile.bound();
            if (!bound) return djOwnFile.none;
            if (!await djOwnFile.permitted(bound)) return djOwnFile.asks;
            const handle = await djOwnFile.handle(bound);
            if (!await djOwnFile.same(bound, await handle.getFile())) return djOwnFile.changed;
            const stream = await handle['createWritable']();   // a copy, which takes the file's place when it is closed
            await stream['write'](bytes);
            if (!await djOwnFile.same(bound, await handle.getFile())) {   // sync was here meanwhile
                await stream['abort']();
                return djOwnFile.changed;
            }
            await stream['close']();
            const file = await handle.getFile();
            if (file.size !== bytes.length) return djOwnFile.changed;
            // Its words may be ahead of storage's, which says so only after a while.
            await Promise.race([dj_log.busy, new Promise((resolve) => setTimeout(resolve, 3000))]).catch(() => {});
            await djOwnFile.keep({ ...bound, 'size': file.size, 'sum': await djOwnFile.sum(bytes), 'sequence': sequence,
                                   'ahead': dj_log.pending.size > 0 });
            djOwnFile.left = bytes;
            _dj_own_file_written(sequence);
            if (bound['folder']) await djOwnFile.lookAround(await djOwnFile.bound());
        },
    },

    dj_own_file_possible: () => window['showSaveFilePicker'] && window['showDirectoryPicker'] && window.isSecureContext ? 1 : 0,

    dj_own_file_find__deps: ['$djOwnFile'],
    dj_own_file_find: (whole) => {
        djOwnFile.told = '';
        djOwnFile.left = djOwnFile.unkept = null;
        if (window['showSaveFilePicker']) djOwnFile.queue(async () => {
            const bound = await djOwnFile.bound();
            // Words that are there and not here: until they were read it is as if somebody else had written it, in every later sitting too.
            if (bound && (!whole || bound['ahead'])) await djOwnFile.keep({ ...bound, 'sum': '', 'ahead': false });
            return djOwnFile.look();
        });
    },

    dj_own_file_bind__deps: ['$djOwnFile', '$djFiles'],
    dj_own_file_bind: (name, length) => {
        const wanted = new TextDecoder().decode(HEAPU8.subarray(name, name + length));
        djOwnFile.queue(() => djOwnFile.bind(wanted));
    },

    dj_own_file_bind_folder__deps: ['$djOwnFile'],
    dj_own_file_bind_folder: () => djOwnFile.queue(djOwnFile.bindFolder),

    dj_own_file_permit__deps: ['$djOwnFile'],
    dj_own_file_permit: () => djOwnFile.queue(async () => {
        const bound = await djOwnFile.bound();
        if (bound) await djOwnFile.place(bound)['requestPermission']({ 'mode': 'readwrite' });
        return djOwnFile.look();
    }),

    dj_own_file_read__deps: ['$djOwnFile'],
    dj_own_file_read: () => djOwnFile.queue(djOwnFile.fetch),

    dj_own_file_taken__deps: ['$djOwnFile'],
    dj_own_file_taken: () => {
        const { read } = djOwnFile;
        djOwnFile.read = null;
        djOwnFile.told = '';
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

    dj_own_file_recall__deps: ['$djOwnFile'],
    dj_own_file_recall: () => { if (djOwnFile.left) dj_storage.withBytes(djOwnFile.left, (at, count) => _dj_own_file_left(at, count)); },

    dj_own_file_release__deps: ['$djOwnFile'],
    dj_own_file_release: () => djOwnFile.queue(async () => {
        djOwnFile.unkept = null;
        await djOwnFile.store('readwrite', (files) => files.delete('bound'));
        return djOwnFile.none;
    }),
});
