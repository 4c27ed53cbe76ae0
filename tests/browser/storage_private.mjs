// A private window keeps a journal of its own for as long as it is open, and touches no other.
import { assert, test } from './harness.mjs';
import { begin, filed } from './keeping.mjs';

test('row 14: a private window keeps its words until it is closed, and no other has them', { open: false, limit: 180000 }, async (t) => {
    const profile = await t.folder('private');
    const mine = await t.launch({ profile });
    const desk = await begin(await mine.open());
    await desk.type('내 창의 글');
    await desk.saved();
    await filed(desk, '내 창의 글');
    // In Chromium a part of a browser is just that; Firefox is started as private.
    let secret = t.chromium ? await t.stranger() : null;
    if (t.firefox) {
        await mine.close();
        secret = await t.launch({ profile, prefs: { 'browser.privatebrowsing.autostart': true } });
    }
    const hidden = await secret.open();
    await hidden.button('Begin a pair').there();
    await begin(hidden);
    await hidden.type('숨은 글');
    await hidden.saved();
    await hidden.reload();
    await hidden.hasText('Resolution', '숨은 글');
    await secret.close();
    const later = t.chromium ? await t.stranger() : await t.launch({ profile });
    const after = await later.open();
    if (t.chromium) assert.ok(await after.button('Begin a pair').there(), 'what was private is gone');
    const own = t.chromium ? await mine.open() : after;
    await own.hasText('Resolution', '내 창의 글');
});
