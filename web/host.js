// The DOM half of web/host.cpp: what only the browser knows.
addToLibrary({
    $dj_host_unsaved: { now: false, ask: (event) => event.preventDefault() },
    /// Only while it is needed: such a listener keeps a page out of the back/forward cache.
    dj_host_warn__deps: ['$dj_host_unsaved'],
    dj_host_warn: (unsaved) => {
        dj_host_unsaved.now = !!unsaved;
        window[unsaved ? 'addEventListener' : 'removeEventListener']('beforeunload', dj_host_unsaved.ask);
    },

    // shell/start.js knows the worker that waits.
    dj_host_take_update: () => window['dajimTakeUpdate'](),
    dj_host_reload: () => location.reload(),

    dj_host_open: (address) => { open(UTF8ToString(address), '_blank', 'noopener,noreferrer'); },

    // The language comes along where the address asks for it.
    dj_host_look: () => {
        const wishes = new URLSearchParams(location.search);
        wishes.set('look', '');
        open('?' + wishes, '_blank');
    },
    dj_host_looks: () => new URLSearchParams(location.search).has('look') ? 1 : 0,

    /// "2024-10-13T05:06:07Z" into 21 bytes.
    dj_host_now_utc__deps: ['$stringToUTF8'],
    dj_host_now_utc: (out) => { stringToUTF8(new Date().toISOString().slice(0, 19) + 'Z', out, 21); },

    /// Local, "2024-10-13 14:06" into 17 bytes.
    dj_host_now_here__deps: ['$stringToUTF8'],
    dj_host_now_here: (out) => {
        const now = new Date(), two = (number) => String(number).padStart(2, '0');
        const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
        stringToUTF8(day + ' ' + two(now.getHours()) + ':' + two(now.getMinutes()), out, 17);
    },

    /// Local, as yyyymmdd.
    dj_host_today: () => {
        const now = new Date();
        return (now.getFullYear() * 100 + now.getMonth() + 1) * 100 + now.getDate();
    },

    dj_host_random: (out, count) => { crypto.getRandomValues(HEAPU8.subarray(out, out + count)); },

    dj_host_is_mac: () => /^(Mac|iP)/.test(navigator.platform) ? 1 : 0,

    /// The results are freed by the caller.
    dj_host_language__deps: ['$stringToNewUTF8'],
    dj_host_language: () => {
        const tags = navigator.languages?.length ? navigator.languages : [navigator.language];
        return stringToNewUTF8(tags.find((tag) => /^(ko|en)\b/i.test(tag)) ?? tags[0] ?? '');
    },
    dj_host_language_wish__deps: ['$stringToNewUTF8'],
    dj_host_language_wish: () => stringToNewUTF8(new URLSearchParams(location.search).get('lang') ?? ''),

    // That a journal was kept is remembered beside IndexedDB, which a browser may empty alone: in two places, of which one may go with it.
    // Where all are refused there is nothing to remember.
    $dj_host_kept: {
        name: () => window['dajimNamed']('dajim-kept'),
        is: false,
        recall: async () => {
            try {
                dj_host_kept.is = !!localStorage.getItem(dj_host_kept.name());
            } catch (error) { /* not allowed */ }
            dj_host_kept.is ||= await window.caches?.has(dj_host_kept.name()).catch(() => false) || false;
        },
    },
    dj_host_kept_before__deps: ['$dj_host_kept'],
    dj_host_kept_before: () => dj_host_kept.is ? 1 : 0,
    dj_host_note_kept__deps: ['$dj_host_kept'],
    dj_host_note_kept: () => {
        dj_host_kept.is = true;
        try {
            localStorage.setItem(dj_host_kept.name(), '1');
        } catch (error) { /* full, or not allowed */ }
        window.caches?.open(dj_host_kept.name()).catch(() => {});
    },

    dj_host_watch_colours: () => {
        const dark = window.matchMedia('(prefers-color-scheme: dark)');
        dark.addEventListener('change', () => _dj_host_dark(dark.matches ? 1 : 0));
        return dark.matches ? 1 : 0;
    },
});
