// The canvas element: its exact size, what the pointer does beyond it, and its cursor.
addToLibrary({
    $dj_window: {
        canvas: null, width: 1, height: 1, density: 1, context: null, held: 0, cancelled: false,

        // web/renderer paints changes only, so the buffer is kept; it does its own antialiasing.
        make_context: () => {
            dj_window.canvas ||= document.getElementById('canvas');
            if (dj_window.context || !dj_window.canvas) return dj_window.context;
            const context = dj_window.context = dj_window.canvas.getContext('webgl2', {
                'alpha': false, 'depth': false, 'stencil': false, 'antialias': false, 'preserveDrawingBuffer': true,
            });
            if (context) {  // black until then
                const desk = getComputedStyle(document.body).backgroundColor.match(/\d+/g);
                context.clearColor(...desk.map((part) => part / 255), 1);
                context.clear(0x4000 /* COLOR_BUFFER_BIT */);
            }
            return context;
        },

        // Takes the canvas's size anew; `entry`: a ResizeObserver's, when there is one. True when it changed.
        measure: (entry) => {
            const density = window.devicePixelRatio || 1;
            const exact = entry && entry['devicePixelContentBoxSize'];
            const box = dj_window.canvas.getBoundingClientRect();
            // An emulated density does not reach the exact size.
            const pixels = (css, exact) =>
                Math.max(1, Math.abs(exact - css * density) <= 1 ? exact : Math.round(css * density));
            const width = pixels(box.width, exact && exact[0]['inlineSize']);
            const height = pixels(box.height, exact && exact[0]['blockSize']);
            if (width == dj_window.width && height == dj_window.height && density == dj_window.density) return false;
            dj_window.width = width;
            dj_window.height = height;
            dj_window.density = density;
            return true;
        },
    },
    // Making a context takes its time: the browser does it while the program is still on its way.
    $dj_window__postset: 'setTimeout(dj_window.make_context);',

    // Makes the context current; false when there is none.
    dj_window_make_current__deps: ['$dj_window', '$GL'],
    dj_window_make_current: () => {
        const context = dj_window.make_context();
        if (!context) {
            window['dajimStop']('webgl');  // the page says so in place of the canvas
            return false;
        }
        return GL.makeContextCurrent(GL.registerContext(context, {
            majorVersion: 2, minorVersion: 0, enableExtensionsByDefault: false,
        }));
    },

    // Bits: 1 Shift, 2 Control (Command on a Mac), as the pointer last told.
    dj_window_held__deps: ['$dj_window'],
    dj_window_held: () => dj_window.held,

    // Whether the last finger went because the browser took its touch away.
    dj_window_cancelled__deps: ['$dj_window'],
    dj_window_cancelled: () => dj_window.cancelled,

    // Calls changed() when the canvas has a new size or density, beyond(x, y) (CSS pixels) for a pressed mouse outside of
    // it, and finger() inside each event that begins or ends a touch of it, when SDL has heard of it.
    dj_window_open__deps: ['$dj_window'],
    dj_window_open: (changed, beyond, finger) => {
        const canvas = dj_window.canvas;
        const look = (entries) => {
            if (dj_window.measure(entries[entries.length - 1])) {{{ makeDynCall('v', 'changed') }}}();
        };
        // SDL hears no keys, so it cannot say which were held.
        const hold = (event) => {
            const command = /^(Mac|iP)/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
            dj_window.held = (event.shiftKey ? 1 : 0) | (command ? 2 : 0);
        };
        canvas.addEventListener('mousemove', hold, true);
        // And it knows the mouse by its movements alone: the first
        // press after the page was loaded under a resting mouse would be one at 0, 0.
        canvas.addEventListener('mousedown', (event) => {
            hold(event);
            canvas.dispatchEvent(new MouseEvent('mousemove', event));
        }, true);
        dj_window.measure(null);
        const observer = new ResizeObserver(look);
        try {
            observer.observe(canvas, {'box': 'device-pixel-content-box'});
        } catch {
            observer.observe(canvas);  // Safari
        }
        // Another screen or the browser's zoom: the observer alone misses it when the canvas keeps its device pixels.
        const watch = () => {
            const same = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
            same.addEventListener('change', () => {
                if (dj_window.measure(null)) {{{ makeDynCall('v', 'changed') }}}();
                watch();
            }, {'once': true});
        };
        watch();

        canvas.style['touchAction'] = 'none';
        // A press must not take the focus from the textarea that has it. (Preventing pointerdown would also end
        // mousedown.)
        canvas.addEventListener('mousedown', (event) => event.preventDefault());
        canvas.addEventListener('pointerdown', (event) => {
            // Not for the right button: the browser's menu would be asked of the canvas, see djTextPlace.offerMenu.
            if (event.pointerType == 'mouse' && event.button != 2) canvas.setPointerCapture(event.pointerId);
        });
        canvas.addEventListener('pointermove', (event) => {
            if (event.pointerType != 'mouse' || event.buttons == 0) return;
            const box = canvas.getBoundingClientRect();
            const x = event.clientX - box.left, y = event.clientY - box.top;
            // SDL reports nothing from out there.
            if (x < 0 || y < 0 || x >= box.width || y >= box.height) {{{ makeDynCall('vff', 'beyond') }}}(x, y);
        });
        // SDL prevents what a touch would do by default: no mouse comes of it, so it takes the keyboard from nobody either.
        for (const type of ['touchstart', 'touchend', 'touchcancel']) {
            window.addEventListener(type, (event) => {
                if (event.target !== canvas) return;
                dj_window.cancelled = type === 'touchcancel';
                // SDL prevents those too that cannot be, and browsers complain.
                if (!event.cancelable) event.preventDefault = () => {};
            }, {'capture': true, 'passive': true});
            window.addEventListener(type, (event) => {
                if (event.target === canvas) {{{ makeDynCall('v', 'finger') }}}();
            }, {'passive': true});
        }
        // SDL takes every wheel event; with Control it is the browser's zoom.
        window.addEventListener('wheel', (event) => {
            if (event.ctrlKey) event.stopPropagation();
        }, {'capture': true, 'passive': true});
    },

    // out: width and height in device pixels, density; doubles.
    dj_window_size__deps: ['$dj_window'],
    dj_window_size: (out) => {
        if (window.devicePixelRatio != dj_window.density) dj_window.measure(null);
        HEAPF64[out >> 3] = dj_window.width;
        HEAPF64[(out >> 3) + 1] = dj_window.height;
        HEAPF64[(out >> 3) + 2] = dj_window.density;
    },

    dj_window_cursor__deps: ['$dj_window'],
    dj_window_cursor: (name) => { dj_window.canvas.style.cursor = UTF8ToString(name); },
});
