// What SDL links and Dajim never asks of it: a keyboard (web/text_input is the only one), full screen, a locked pointer.
// Answering "not supported" here keeps the code for them out of the page.
addToLibrary({
    $dj_not_supported: () => {{{ cDefs.EMSCRIPTEN_RESULT_NOT_SUPPORTED }}},

    emscripten_set_keydown_callback_on_thread: '$dj_not_supported',
    emscripten_set_keypress_callback_on_thread: '$dj_not_supported',
    emscripten_set_keyup_callback_on_thread: '$dj_not_supported',
    emscripten_set_fullscreenchange_callback_on_thread: '$dj_not_supported',
    emscripten_set_pointerlockchange_callback_on_thread: '$dj_not_supported',
    emscripten_request_fullscreen_strategy: '$dj_not_supported',
    emscripten_exit_fullscreen: '$dj_not_supported',
    emscripten_request_pointerlock: '$dj_not_supported',
    emscripten_exit_pointerlock: '$dj_not_supported',
});
