// The journals of this browser besides the first one, in a database that all of them share: 'journals' has what each is called, 'files' the
// file that one is to begin with until its words are saved. Both under the journal's id. What a journal itself keeps is called by
// dajimNamed (shell/start.js), and nothing here touches it.
addToLibrary({
    $djJournals__deps: ['$dj_storage', '$stringToUTF8OnStack', '$stackSave', '$stackRestore', 'dj_journals_on_one', 'dj_journals_on_listed',
        'dj_journals_on_made', 'dj_journals_on_found'],
    $djJournals: {
        // `work` gets the two stores, and what it answers is asked for once all of it is complete.
        once: async (mode, work) => {
            const db = await dj_storage.open('dajim-journals', 1, (made) => {
                for (const name of ['journals', 'files']) made.createObjectStore(name);
            });
            try {
                const transaction = db.transaction(['journals', 'files'], mode, { 'durability': 'strict' });
                const done = dj_storage.finished(transaction);
                const answer = work(transaction.objectStore('journals'), transaction.objectStore('files'));
                await done;
                return answer && answer();
            } finally {
                db.close();
            }
        },

        tell: (call) => { if (!dj_storage.dead) dj_storage.tell(call); },

        withTexts: (texts, use) => {
            const before = stackSave();
            use(...texts.map((one) => stringToUTF8OnStack(String(one))));
            stackRestore(before);
        },
    },

    dj_journals_here__deps: ['$stringToNewUTF8'],
    dj_journals_here: () => stringToNewUTF8(window['dajimJournal']),

    dj_journals_list__deps: ['$djJournals'],
    dj_journals_list: () => {
        djJournals.once('readonly', (journals) => {
            const keys = journals.getAllKeys(), all = journals.getAll();
            return () => keys.result.map((id, at) => [id, all.result[at]['name'], all.result[at]['made']]);
        }).then((found) => djJournals.tell(() => {
            for (const one of found) djJournals.withTexts(one, (id, name, made) => _dj_journals_on_one(id, name, made));
            _dj_journals_on_listed(true);
        }), () => djJournals.tell(() => _dj_journals_on_listed(false)));
    },

    dj_journals_make__deps: ['$djJournals', '$UTF8ToString'],
    dj_journals_make: (id, name, made, fileName, at, length) => {
        const key = UTF8ToString(id), told = { 'name': UTF8ToString(name), 'made': UTF8ToString(made) };
        const file = at ? { 'name': UTF8ToString(fileName), 'bytes': HEAPU8.slice(at, at + length) } : null;
        djJournals.once('readwrite', (journals, files) => {
            journals.add(told, key);
            if (file) files.add(file, key);
        }).then(() => djJournals.tell(() => _dj_journals_on_made(true)), () => djJournals.tell(() => _dj_journals_on_made(false)));
    },

    // Where it cannot be asked it is not known what this one is called; a file that waits does so until the next start.
    dj_journals_find__deps: ['$djJournals'],
    dj_journals_find: () => {
        djJournals.once('readonly', (journals, files) => {
            const own = journals.get(window['dajimJournal']), file = files.get(window['dajimJournal']);
            return () => [own.result, file.result];
        }).then(([own, file]) => djJournals.tell(() => {
            const name = own ? own['name'] : '';
            if (name) document.title = name + ' · Dajim';
            djJournals.withTexts([name, file ? file['name'] : ''], (name, fileName) => {
                if (!file) return _dj_journals_on_found(name, fileName, 0, 0);
                dj_storage.withBytes(file['bytes'], (at, length) => _dj_journals_on_found(name, fileName, at, length));
            });
        }), () => {});
    },

    dj_journals_let_file_go__deps: ['$djJournals'],
    dj_journals_let_file_go: () => {
        // Should it stay after all, the next start finds its words in the journal.
        djJournals.once('readwrite', (journals, files) => void files.delete(window['dajimJournal'])).catch(() => {});
    },

    // What else the address wishes for stays.
    dj_journals_open__deps: ['$UTF8ToString'],
    dj_journals_open: (id) => {
        const wishes = new URLSearchParams(location.search), journal = UTF8ToString(id);
        wishes.delete('look');
        wishes.delete('journal');
        if (journal) wishes.set('journal', journal);
        const asked = wishes.toString();
        location.assign(location.pathname + (asked && '?' + asked));
    },

    dj_journals_note__deps: ['$djJournals'],
    dj_journals_note: () => {
        const own = window['dajimJournal'];
        if (!own) return;
        djJournals.once('readwrite', (journals) => {
            journals.getKey(own).onsuccess = (event) => {
                if (event.target.result === undefined) journals.put({ 'name': '', 'made': '' }, own);
            };
        }).catch(() => {});
    },
});
