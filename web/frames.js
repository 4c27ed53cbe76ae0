// Asks the browser for single animation frames and counts what was drawn, for whoever wants to see an idle page.
addToLibrary({
    $dj_frames: { drawn: 0, requested: 0, pixels: 0, queries: 0 },

    dj_frames_start__deps: ['$dj_frames', '$GL'],
    dj_frames_start: () => {
        const page = window['__dajim'] = window['__dajim'] || {};
        page['frames'] = () => ({
            'drawn': dj_frames.drawn, 'requested': dj_frames.requested,
            'pixels': dj_frames.pixels, 'glQueries': dj_frames.queries,
        });
    },

    // From here on every call that waits for the GPU process is counted; there should be none.
    dj_frames_count_queries__deps: ['$dj_frames', '$GL'],
    dj_frames_count_queries: () => {
        for (const name of ['getParameter', 'getError', 'readPixels', 'isContextLost', 'finish', 'getProgramParameter',
            'getShaderParameter', 'getUniformLocation', 'getAttribLocation', 'checkFramebufferStatus']) {
            const query = GLctx[name];
            GLctx[name] = (...values) => { ++dj_frames.queries; return query.apply(GLctx, values); };
        }
    },

    dj_frames_request__deps: ['$dj_frames'],
    dj_frames_request: (run) => {
        ++dj_frames.requested;
        requestAnimationFrame((now) => {{{ makeDynCall('vd', 'run') }}}(now));
    },

    dj_frames_paid__deps: ['$dj_frames'],
    dj_frames_paid: (pixels) => {
        ++dj_frames.drawn;
        dj_frames.pixels += pixels;
    },
});
