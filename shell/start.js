// Starts the program, and says in plain DOM what is wrong when it cannot start or stops. The words are kept either way.
'use strict';

// Emscripten reads this global; what it hands the program is fixed here and nowhere else.
var Module;

(() => {
    const build = '@BUILD_ID@';
    const wasm = '@APP_WASM@';

    const asked = new URLSearchParams(location.search).get('lang');
    const ours = (one) => one === 'ko' || one === 'en';
    const korean = (ours(asked) ? asked : navigator.languages.map((one) => one.slice(0, 2)).find(ours)) === 'ko';
    document.documentElement.lang = korean ? 'ko' : 'en';
    const say = (ko, en) => korean ? ko : en;

    // The address names the journal (?journal=ID); without that it is the first one of this browser. What a journal has in storage is called
    // by what this answers, here and in web/, so that no two of them ever meet: the first one's names are the plain ones.
    const [journal] = /^[a-z0-9]{1,24}$/.exec(new URLSearchParams(location.search).get('journal') ?? '') ?? [''];
    window.dajimJournal = journal;
    window.dajimNamed = (name) => journal ? name + '.' + journal : name;

    const sentences = {
        webgl: [say('화면을 그릴 수 없습니다', 'Dajim cannot draw here'),
            say('이 브라우저에서 WebGL2를 쓸 수 없습니다. 하드웨어 가속을 켜거나 다른 브라우저에서 열어 보세요.',
                'This browser offers no WebGL2. Turn on hardware acceleration, or open Dajim in another browser.')],
        load: [say('프로그램을 불러오지 못했습니다', 'Dajim could not be loaded'),
            say('연결을 확인하고 다시 불러오세요.', 'Check the connection and reload.')],
        stopped: [say('프로그램이 멈췄습니다', 'Dajim has stopped'),
            say('예상하지 못한 잘못입니다. 다시 불러오면 마지막으로 저장된 데서 이어집니다.',
                'Something unexpected went wrong. Reload to continue from what was saved last.')],
        mixed: [say('서로 다른 버전이 섞였습니다', 'Two versions got mixed up'),
            say('다시 불러오기로 풀리지 않으면 잠시 뒤에 다시 열어 보세요.', 'If reloading does not help, try again in a little while.')],
        framed: [say('다른 페이지 안에서는 열리지 않습니다', 'Dajim does not open inside another page'),
            say('글을 지키기 위해서입니다. 새 탭에서 열어 주세요.', 'This protects what you write. Open it in a tab of its own.')],
    };

    const make = (name, text, className) => {
        const element = document.createElement(name);
        element.textContent = text;
        if (className) element.className = className;
        return element;
    };

    /** What was written last, to be seen and copied: nobody should have to trust a sentence that it is there. */
    const showLastWords = async (box) => {
        const titles = [say('다짐', 'Resolution'), say('회고', 'Retrospective')];
        const texts = await window.dajimLastWords().catch(() => []);
        texts.forEach((text, i) => {
            if (!text) return;
            const words = make('textarea', text), label = make('label', titles[i]);
            words.readOnly = true;
            label.append(words);
            box.append(label);
        });
    };

    /** Takes the page over with a message; the first one stays. web/storage hears the event and writes nothing more. */
    let stopped = false;
    const stop = (reason, detail) => {
        if (stopped) return;
        stopped = true;
        window.dispatchEvent(new CustomEvent('dajim-stopped', {detail: {reason}}));
        const [title, sentence] = sentences[reason] || sentences.stopped;
        const box = document.getElementById('shell-message');
        const reload = make('button', say('다시 불러오기', 'Reload'));
        reload.onclick = () => location.reload();
        const rescue = make('button', say('내 기록 내려받기', 'Download my journal'));
        const outcome = make('p', '', 'what');
        rescue.onclick = async () => {
            const found = await window.dajimRescue().catch((error) => (outcome.textContent = String(error), true));
            if (!found) outcome.textContent = say('이 브라우저에는 저장된 글이 없습니다.', 'Nothing is kept in this browser yet.');
        };
        const deeds = make('div', '', 'deeds');
        deeds.append(...reason === 'webgl' || reason === 'framed' ? [rescue] : [reload, rescue]);
        box.replaceChildren(make('h1', title), make('p', sentence),
            make('p', say('저장된 글은 이 브라우저에 그대로 있습니다.', 'What was saved is still in this browser.')), deeds);
        if (detail) box.append(make('p', String(detail), 'what'));
        box.append(outcome);
        if (reason === 'stopped') showLastWords(box);
        box.hidden = false;
        document.getElementById('mirror').hidden = true;
        deeds.firstChild.focus();
    };
    // For the program: it has no other way to speak once it cannot draw.
    window.dajimStop = stop;

    const start = () => {
        if (window.top !== window.self) return stop('framed');
        if (document.documentElement.dataset.build !== build) return repair();
        if (typeof WebAssembly !== 'object') return stop('load', 'WebAssembly');
        if (typeof WebGL2RenderingContext === 'undefined') return stop('webgl');
        run();
    };

    /** Page and script are of two builds: forget the offline copy and load once more, but never in a circle. */
    const repair = async () => {
        const tried = sessionStorage.getItem('dajim-repair') === build;
        if (tried || !navigator.onLine) return stop('mixed', document.documentElement.dataset.build + ' / ' + build);
        sessionStorage.setItem('dajim-repair', build);
        const registrations = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
        const here = new URL('.', location.href).href;
        await Promise.all(registrations.filter((one) => one.scope === here).map((one) => one.unregister()));
        location.reload();
    };

    let running;
    const run = () => {
        running = fetch(wasm, {credentials: 'same-origin'}).then((response) => {
            if (!response.ok) throw new Error(wasm + ': ' + response.status);
            return response;
        });
        running.catch(() => {});
        const instantiate = async (imports) => {
            const response = await running;
            // A host that does not know the media type cannot stream; the bytes are the same.
            if ((response.headers.get('content-type') || '').startsWith('application/wasm')) {
                return WebAssembly.instantiateStreaming(response, imports);
            }
            return WebAssembly.instantiate(await response.arrayBuffer(), imports);
        };
        Module['instantiateWasm'] = (imports, receive) => {
            instantiate(imports).then(({instance, module}) => receive(instance, module))
                .catch((error) => stop('load', error));
            return {};
        };
    };

    Module = {
        'canvas': document.getElementById('canvas'),
        'print': () => {},
        'printErr': (text) => console.warn(text),
        'onAbort': (what) => stop('stopped', what),
        'instantiateWasm': () => ({}),  // of a page that does not start; run() puts the real one here
    };

    // A trap ends the program without a word, and an endless recursion in it is an ordinary RangeError.
    const deadly = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    window.addEventListener('error', (event) => {
        if (event.error && deadly(event.error)) stop('stopped', event.error);
        if (event.target instanceof HTMLScriptElement) stop('load', event.target.src);
    }, true);
    window.addEventListener('unhandledrejection', (event) => {
        if (deadly(event.reason)) stop('stopped', event.reason);
    });

    /** A newer version waits until the person wants it; the program is told as soon as it can listen. */
    let newer = null, taken = false;
    const tell = (what) => {
        if (!stopped && Module['calledRun'] && Module[what]) Module[what]();
    };
    const waiting = (worker) => {
        newer = worker;
        tell('_dj_update_ready');
    };
    Module['postRun'] = [() => {
        if (newer) tell('_dj_update_ready');
        if (taken) tell('_dj_update_taken');
    }];
    // For the program, once all its words are kept.
    window.dajimTakeUpdate = () => newer && newer.postMessage('skip');
    // A page below another copy's is answered by that one's worker until its own is there.
    const workerAddress = new URL('sw.js', location.href).href;
    const answered = () => (navigator.serviceWorker.controller || {}).scriptURL === workerAddress;
    const watchWorker = () => {
        // The first worker of all takes over a page that is as new as itself.
        let before = answered();
        navigator.serviceWorker.addEventListener('controllerchange', () => {
            if (!before) return void (before = answered());
            taken = true;
            tell('_dj_update_taken');
        });
    };

    const registerWorker = async () => {
        const policy = window.trustedTypes && trustedTypes.createPolicy('dajim', {
            createScriptURL: (url) => {
                if (url !== workerAddress) throw new TypeError(url);
                return url;
            },
        });
        const script = policy ? policy.createScriptURL(workerAddress) : workerAddress;
        const registration = await navigator.serviceWorker.register(script, {scope: './'});
        if (registration.waiting && answered()) waiting(registration.waiting);
        registration.addEventListener('updatefound', () => {
            const worker = registration.installing;
            worker.addEventListener('statechange', () => {
                if (worker.state === 'installed' && answered()) waiting(worker);
            });
        });
    };

    start();
    if (navigator.serviceWorker) watchWorker();
    // Without a worker the page works, only not offline. It fetches all files again, and must not be in the way of the start.
    const register = () => registerWorker().catch(console.warn);
    const atRest = window.requestIdleCallback || setTimeout;
    if (!stopped && navigator.serviceWorker) window.addEventListener('load', () => setTimeout(() => atRest(register), 300));
})();
