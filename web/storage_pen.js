// Who has the pen: one window writes, under a Web Lock or, where there are none, by asking; all others read along. A person's word
// brings the pen from window to window, and only a person's word takes it from one that does not answer.
//
// What the windows say to each other:
//   asks: me                who writes? (without locks)
//   writes: me, epoch       I do
//   wants: me               the person wants to write here
//   yields: to, refuses: to the answer: all is kept, take it; or it cannot be kept
//   record: bytes           has been kept
//   upTo: sequence          all up to it has been kept
//   reads: me               I read along
addToLibrary({
    $dj_pen__deps: ['$dj_storage', '$dj_log', '$dj_folder', '$djText', 'dj_storage_on_news', 'dj_storage_sequence', 'dj_storage_on_hand_over',
        'dj_storage_on_writes_on', 'dj_storage_on_overtaken', 'dj_storage_on_pen_stays'],
    $dj_pen: {
        byAsking: false,  // there are no locks
        held: false,      // the pen is here: this window writes, or will once it has read
        release: null,    // lets go of the lock
        waiting: null,    // cancels the wish to have the pen once it lies free
        wanting: 0,       // timer: the window that writes has been asked for it
        yieldsTo: '',     // it is on its way from here to this window
        readers: false,   // another window has been heard of
        answered: false, asking: false,
        heard: 0,         // the highest sequence that is told to be kept
        behind: false,    // what was missed is being read
        froze: false,     // the pen was laid down because the page was frozen

        say: (message) => {
            if (dj_storage.channel && !dj_storage.dead) dj_storage.channel.postMessage(message);
        },

        // --- the lock

        // Resolves with whether it is ours now.
        lock: (options) => new Promise((resolve, reject) => {
            let mine = null;
            navigator['locks'].request(window['dajimNamed']('dajim-writer'), options, (lock) => {
                resolve(!!lock);
                if (lock) return new Promise((release) => mine = dj_pen.release = release);
            }).catch((error) => {
                if (!mine) return reject(error);
                if (dj_pen.release !== mine) return;
                dj_pen.release = null;
                dj_pen.lost();
            });
        }),

        // Without locks: whoever has the pen answers, and of two that ask at the same time the smaller waits.
        // A writer that sleeps does not answer; should it wake up, it finds itself fenced off.
        ask: () => new Promise((resolve) => {
            if (!dj_storage.channel) return resolve(true);
            dj_pen.answered = false;
            dj_pen.asking = true;
            dj_pen.say({ 'asks': dj_storage.me });
            setTimeout(() => {
                dj_pen.asking = false;
                resolve(!dj_pen.answered);
            }, 400);
        }),

        // Takes the pen if it lies free.
        pick: async () => {
            if (!dj_pen.byAsking) {
                try {
                    return await dj_pen.lock({ 'ifAvailable': true });
                } catch (error) {
                    dj_pen.byAsking = true;  // where locks are refused there is still asking
                }
            }
            return dj_pen.ask();
        },

        start: async () => {
            dj_pen.byAsking = !navigator['locks'];
            if (dj_storage.channel) dj_storage.channel.onmessage = (event) => dj_pen.hear(event.data);
            if (await dj_pen.pick()) return dj_pen.begin();
            dj_pen.wait();
            dj_storage.loadNext(false);
            dj_pen.say({ 'reads': dj_storage.me });
        },

        // The pen is here.
        begin: () => {
            if (dj_storage.dead || dj_pen.held) return;
            clearTimeout(dj_pen.wanting);
            dj_pen.wanting = 0;
            dj_pen.held = true;
            dj_pen.yieldsTo = '';
            if (dj_pen.waiting) dj_pen.waiting();
            // What could not be kept under an older pen C++ brings in by itself.
            dj_storage.over = false;
            dj_log.pending.clear();
            dj_log.stored = dj_log.told = dj_folder.last = 0;
            dj_storage.loadNext(true);
        },

        // To be called once it lies free.
        wait: () => {
            if (dj_pen.waiting || dj_pen.held || dj_storage.over) return;
            if (!dj_pen.byAsking) {
                const wish = new AbortController();
                dj_pen.waiting = () => (dj_pen.waiting = null, wish.abort());
                dj_pen.lock({ 'signal': wish.signal }).then(dj_pen.begin, () => {});
                return;
            }
            const timer = setTimeout(async () => {
                const free = await dj_pen.ask();
                if (!dj_pen.waiting) return;
                dj_pen.waiting = null;
                if (free) dj_pen.begin();
                else dj_pen.wait();
            }, 2000);
            dj_pen.waiting = () => (dj_pen.waiting = null, clearTimeout(timer));
        },

        // Nothing is written from here on.
        lay: () => {
            dj_storage.writer = false;
            dj_log.epoch = 0;
            dj_folder.wanted = -1;
            clearTimeout(dj_folder.timer);
        },

        letGo: () => {
            dj_pen.held = false;
            dj_pen.yieldsTo = '';
            if (dj_pen.release) dj_pen.release();
            dj_pen.release = null;
        },

        // It is with another window now.
        lost: () => {
            if (dj_storage.writer) return dj_pen.overtaken();
            dj_pen.letGo();
            dj_pen.wait();
        },

        overtaken: () => {
            if (dj_storage.over) return;
            dj_pen.lay();
            dj_pen.letGo();
            let aside = true;
            dj_storage.tell(() => aside = _dj_storage_on_overtaken());
            if (aside) return void (dj_storage.over = true);
            dj_pen.wait();
            dj_storage.loadNext(false);
        },

        // --- from hand to hand

        want: async () => {
            clearTimeout(dj_pen.wanting);
            dj_pen.wanting = setTimeout(() => dj_pen.stays(2), 3000);
            if (!dj_pen.byAsking && await dj_pen.lock({ 'ifAvailable': true }).catch(() => false)) return dj_pen.begin();
            dj_pen.say({ 'wants': dj_storage.me });
        },

        stays: (why) => {
            if (!dj_pen.wanting || dj_pen.held) return;
            clearTimeout(dj_pen.wanting);
            if (why !== 2) dj_pen.wanting = 0;
            dj_storage.tell(() => _dj_storage_on_pen_stays(why));
        },

        // From a window that has given it, or by a person's word.
        take: async () => {
            if (dj_pen.held) return;
            if (!dj_pen.byAsking && !await dj_pen.lock({ 'steal': true }).catch(() => false)) return;
            dj_pen.begin();
        },

        yield: async (to) => {
            await dj_storage.loading;
            if (!dj_storage.writer || dj_pen.yieldsTo) return;
            dj_pen.yieldsTo = to;
            dj_storage.tell(() => _dj_storage_on_hand_over());
            const kept = await dj_log.settled();
            if (!dj_storage.writer) return;
            if (!kept) {
                dj_pen.yieldsTo = '';
                dj_storage.tell(() => _dj_storage_on_writes_on());
                djText.unshut();
                return dj_pen.say({ 'refuses': to });
            }
            dj_pen.lay();
            // It is held until the other one has it, so that no third one finds it lying about.
            dj_pen.say({ 'yields': to });
            setTimeout(() => { if (dj_pen.yieldsTo === to) dj_pen.lost(); }, 10000);
        },

        // A frozen page cannot answer: where somebody reads along, it lays the pen down before.
        freeze: () => {
            if (!dj_storage.writer || !dj_pen.readers || dj_pen.yieldsTo || dj_log.repairing || dj_log.delay) return;
            dj_storage.tell(() => _dj_storage_on_hand_over());
            dj_pen.lay();
            dj_pen.letGo();
            dj_pen.froze = true;
        },

        resume: async () => {
            if (!dj_pen.froze) return;
            dj_pen.froze = false;
            if (!await dj_log.settled()) dj_pen.overtaken();
            if (dj_storage.over || dj_pen.held) return;
            if (await dj_pen.pick()) return dj_pen.begin();
            if (dj_pen.held) return;   // "Edit here" was quicker
            dj_pen.wait();
            dj_storage.loadNext(false);
        },

        // --- what the others say

        hear: (said) => {
            if (said['asks']) {
                dj_pen.readers = true;
                if (dj_pen.held) dj_pen.say({ 'writes': dj_storage.me, 'epoch': dj_log.epoch });
                else if (said['asks'] > dj_storage.me) dj_pen.answered = true;
                else if (dj_pen.asking) dj_pen.say({ 'asks': dj_storage.me });
            } else if (said['writes']) {
                dj_pen.answered = true;
                const later = dj_log.epoch && said['epoch'] > dj_log.epoch;
                if (dj_pen.held && (later || dj_pen.yieldsTo === said['writes'])) dj_pen.lost();
                if (!dj_pen.held) dj_pen.say({ 'reads': dj_storage.me });
            } else if (said['reads']) {
                dj_pen.readers = true;
            } else if (said['wants']) {
                dj_pen.readers = true;
                if (dj_pen.held) dj_pen.yield(said['wants']);
            } else if (said['yields']) {
                if (said['yields'] === dj_storage.me) dj_pen.take();
                else dj_pen.stays(0);
            } else if (said['refuses'] === dj_storage.me) {
                dj_pen.stays(1);
            } else if (said['record']) {
                if (dj_storage.ready && !dj_pen.held && !dj_storage.over) {
                    dj_storage.tell(() => dj_storage.withBytes(said['record'], _dj_storage_on_news));
                }
            } else if (said['upTo']) {
                dj_pen.heard = Math.max(dj_pen.heard, said['upTo']);
                dj_pen.catchUp();
            }
        },

        // Reads what is kept when something of it was missed.
        catchUp: async () => {
            const heard = dj_pen.heard;
            if (!dj_storage.ready || dj_pen.held || dj_storage.over || dj_pen.behind || _dj_storage_sequence() >= heard) return;
            dj_pen.behind = true;
            await dj_storage.loadNext(false);
            dj_pen.behind = false;
            if (dj_pen.heard > heard) dj_pen.catchUp();
        },
    },

    dj_pen_want__deps: ['$dj_pen'],
    dj_pen_want: () => void dj_pen.want(),
    dj_pen_take__deps: ['$dj_pen'],
    dj_pen_take: () => void dj_pen.take(),
});
