// Fingers: taps, scrolling and gliding, the keyboard of glass, what is held, handles and the menu.
import { assert, test, until } from './harness.mjs';
import { Finger, away, keyboard, knobs, menu, noMenu, offered, phone, placeOf, selects, written } from './fingers.mjs';
import { difference } from './steps.mjs';
import { Hangul, marked, shows } from './typing.mjs';

const lines = (count, word = 'line') => Array.from({ length: count }, (_, i) => `${word} ${i + 1} of all`).join('\n');
const active = (page) => page.tab.evaluate(() => document.activeElement.tagName);

/** Counts what happens to the focus, and what stands at the end of each touch. */
function watch(page) {
    return page.tab.evaluate(() => {
        const seen = window.testSeen = { focus: 0, blur: 0, ends: [] };
        for (const type of ['focus', 'blur']) window.addEventListener(type, (e) => { if (e.target.tagName) seen[type]++; }, true);
        window.addEventListener('touchend', (e) => {
            const { tagName, selectionStart, value } = document.activeElement;
            seen.ends.push({ tagName, prevented: e.defaultPrevented, before: value?.slice(0, selectionStart) });
        });
    });
}
const seen = (page) => page.tab.evaluate(() => window.testSeen);

/** Words of the line at a height of the page. */
async function lineAt(page, y) {
    await page.tab.mouse.click(80, y, { count: 3 });
    await page.still();
    return page.selected();
}
const numberAt = async (page, y) => Number((await lineAt(page, y)).split(' ')[1]);

test('T76 a tap puts the caret, and the keyboard comes within the tap', phone, async (t) => {
    const { page } = t;
    await written(t, '하나 둘 셋\nsecond line');
    const place = await placeOf(page, 'Control+Home', 'ArrowDown', ...Array(6).fill('ArrowRight'));
    await page.key('Control+Home');
    await away(page);
    const finger = await Finger.make(page);
    await watch(page);
    await finger.tap({ x: place.x - 6, y: place.y });
    const { ends } = await seen(page);
    assert.deepEqual(ends, [{ tagName: 'TEXTAREA', prevented: true, before: '하나 둘 셋\nsecond' }]);
    assert.equal(await marked(page), '하나 둘 셋\nsecond¦ line');
});

test('T76 what is composed right after a tap stands where the tap was', phone, async (t) => {
    const { page } = t;
    await written(t, 'abc def');
    const place = await placeOf(page, ...Array(3).fill('ArrowRight'));
    await away(page);
    const finger = await Finger.make(page), hangul = await Hangul.make(page, 'F');
    await finger.tap({ x: place.x - 6, y: place.y });
    await hangul.type('gksrmf');
    await shows(page, 'abc한글¦ def');
    // A tap elsewhere commits it where it was begun.
    await finger.tap({ x: place.x - 30, y: place.y });
    hangul.forget();
    await hangul.type('rk ');
    assert.equal((await marked(page)).replace('가 ¦', ''), 'abc한글 def');
});

test('T77 a finger that scrolls brings no keyboard', phone, async (t) => {
    const { page } = t;
    await written(t, lines(120));
    await away(page);
    await watch(page);
    const before = await page.picture();
    const finger = await Finger.make(page);
    await finger.scroll({ x: 180, y: 600 }, { x: 180, y: 300 });
    assert.equal(await active(page), 'BODY');
    assert.equal((await seen(page)).focus, 0);
    assert.ok(difference(await page.picture(), before) > 500, 'the page has scrolled');
    assert.ok(Math.abs(await numberAt(page, 300) - await numberAt(page, 600) + 300 / 31) < 1.5, 'lines are where they are seen');
});

test('T77 scrolled by 300, the words under the finger have moved by 300, and it does not glide from rest', phone, async (t) => {
    const { page } = t;
    await written(t, lines(120));
    const first = await numberAt(page, 600);
    const finger = await Finger.make(page);
    await finger.scroll({ x: 180, y: 600 }, { x: 180, y: 290 });
    const { height } = await page.caret();
    assert.ok(height > 10);
    assert.equal(await numberAt(page, 290), first);
});

test('T78 a tap elsewhere while writing takes the keyboard from nobody', phone, async (t) => {
    const { page } = t;
    await written(t, '하나 둘 셋\nsecond line');
    const place = await placeOf(page, 'Control+Home', 'ArrowDown', ...Array(6).fill('ArrowRight'));
    await page.key('Control+Home');
    await watch(page);
    const finger = await Finger.make(page);
    await finger.tap({ x: place.x - 6, y: place.y });
    await page.still();
    await finger.scroll({ x: 180, y: 600 }, { x: 180, y: 500 });
    await finger.press(page.button('Undo'));
    const { blur, focus, ends } = await seen(page);
    assert.deepEqual([blur, focus], [0, 0]);
    assert.ok(ends.every((one) => one.prevented && one.tagName === 'TEXTAREA'), JSON.stringify(ends));
});

/** The caret's row is really there, above what is covered: a tap on it changes nothing. */
async function caretInSight(page, finger, visible) {
    const { x, y, height } = await page.caret();
    assert.ok(y > 100 && y + height <= visible, `the caret is above the keyboard (${y} + ${height} of ${visible})`);
    const before = await page.field('Resolution');
    await finger.tap({ x: x + 1, y: y + height / 2 });
    await page.still();
    const after = await page.field('Resolution');
    assert.equal(after.value.slice(0, after.start).slice(-24), before.value.slice(0, before.start).slice(-24));
    await page.key('Escape');   // the tap asked for the menu
    await noMenu(page);
}

test('T79 the keyboard never covers the caret, and when it goes the page comes back', phone, async (t) => {
    const { page } = t;
    await written(t, lines(120));
    await away(page);
    const finger = await Finger.make(page);
    await finger.scroll({ x: 180, y: 600 }, { x: 180, y: 240 });
    const before = await page.picture();
    await finger.tap({ x: 120, y: 620 });
    await page.still();
    const at = await page.field('Resolution');
    await keyboard(page, 300);
    assert.deepEqual([(await page.field('Resolution')).start, (await page.field('Resolution')).value], [at.start, at.value]);
    await caretInSight(page, finger, 440);
    await keyboard(page, 0);
    await away(page);
    assert.ok(difference(await page.picture(), before) < 400, 'the page stands where it stood');
});

test('T79 writing and composing above the keyboard stays above it', phone, async (t) => {
    const { page } = t;
    await written(t, lines(60));
    await page.key('Control+End');
    const finger = await Finger.make(page), hangul = await Hangul.make(page, 'F');
    await keyboard(page, 300);
    await caretInSight(page, finger, 440);
    for (let i = 0; i < 6; i++) await page.key('Enter');
    await caretInSight(page, finger, 440);
    for (let i = 0; i < 3; i++) await hangul.type('dkssudgktpdy qksrkqtmqslek ');
    await hangul.type('gks');
    const { y, height } = await page.caret();
    assert.ok(y + height <= 440);
    await hangul.commit();
    await caretInSight(page, finger, 440);
    await keyboard(page, 0);
    await caretInSight(page, finger, 740);
});

test('T79 where the keyboard makes the whole window lower, as on Android, the caret and what is said stay in sight', phone, async (t) => {
    const { page } = t;
    await written(t, lines(60));
    const finger = await Finger.make(page);
    await finger.tap({ x: 120, y: 660 });
    await page.still();
    await page.tab.setViewport({ ...phone.viewport, height: 440 });
    await caretInSight(page, finger, 440);
    await page.tab.evaluate(() => { navigator.clipboard.readText = () => Promise.reject(new Error('no')); });
    const { x, y, height } = await page.caret();
    await finger.tap({ x: x + 1, y: y + height / 2 });
    await menu(page, ['Paste', 'Select all'], 440);
    await finger.press(page.button('Paste'));
    const { box } = await page.alert(/clipboard/).there();
    assert.ok(box.y + box.height <= 440, 'the notice stands above the keyboard');
});

test('a page zoomed by two fingers on a trackpad keeps its size', phone, async (t) => {
    const { page } = t;
    await written(t, lines(60));
    const { box } = await page.textbox('Resolution').info();
    const cdp = await page.tab.createCDPSession();
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await page.still();
    assert.equal((await page.textbox('Resolution').info()).box.height, box.height);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
});

// ------------------------------------------------------------------------------------------------------------------ gliding

test('a page glides on when the finger has left, and comes to rest', phone, async (t) => {
    const { page } = t;
    await written(t, lines(400));
    const first = await numberAt(page, 300);
    await away(page);
    const finger = await Finger.make(page);
    const drawn = async () => (await page.frames()).drawn;
    await finger.fling({ x: 180, y: 640 }, { x: 180, y: 340 });
    const left = await drawn();
    await page.still();
    assert.ok(await drawn() > left + 5, 'frames were drawn without a finger');
    const quiet = await page.frames();
    await page.tab.evaluate(() => new Promise((done) => { let n = 0; const turn = () => (++n > 20 ? done() : requestAnimationFrame(turn)); turn(); }));
    assert.equal((await page.frames()).drawn, quiet.drawn, 'at rest nothing is drawn');
    assert.equal(await active(page), 'BODY');
    assert.ok(await numberAt(page, 300) - first > 300 / 31 + 3, 'it went farther than the finger');
});

test('a touch stops a glide, and is nothing else', phone, async (t) => {
    const { page } = t;
    await written(t, lines(4000));
    await away(page);
    await watch(page);
    const finger = await Finger.make(page);
    await finger.fling({ x: 180, y: 660 }, { x: 180, y: 260 });
    await finger.down({ x: 180, y: 400 });
    await page.still();
    const stopped = await page.picture();
    const { drawn } = await page.frames();
    await finger.up();
    await page.still();
    assert.ok(difference(await page.picture(), stopped) < 20, 'it stands where the finger stopped it');
    assert.ok((await page.frames()).drawn - drawn < 6);
    assert.equal(await active(page), 'BODY');
    assert.equal((await seen(page)).focus, 0);
    assert.deepEqual(await knobs(page), []);
});

test('at its edges a page stops at once, and turns round at once', phone, async (t) => {
    const { page } = t;
    await written(t, lines(120));
    await away(page);
    const finger = await Finger.make(page);
    const top = await page.picture();
    await finger.fling({ x: 180, y: 300 }, { x: 180, y: 640 });
    const { drawn } = await page.frames();
    await page.still();
    assert.ok((await page.frames()).drawn - drawn < 5, 'nothing glides where there is nowhere to go');
    assert.ok(difference(await page.picture(), top) < 20);
    // Pulled down by 300 beyond the start, then up by 93: the page has moved by three lines.
    const first = await numberAt(page, 500);
    await finger.drag({ x: 180, y: 260 }, { x: 180, y: 560 });
    for (let y = 550; y > 560 - 94; y -= 8) await finger.move({ x: 180, y });
    await finger.rest({ x: 180, y: 467 });
    await finger.up();
    await page.still();
    assert.equal(await numberAt(page, 500 - 93), first);
});

test('two fingers select nothing and tap nothing', phone, async (t) => {
    const { page } = t;
    await written(t, lines(60));
    await away(page);
    const finger = await Finger.make(page);
    await finger.down({ x: 120, y: 400 });
    await finger.down({ x: 120, y: 400 }, { x: 240, y: 500 });
    for (let i = 1; i < 8; i++) await finger.move({ x: 120 - i * 6, y: 400 }, { x: 240 + i * 6, y: 500 });
    await page.tab.evaluate(() => new Promise((done) => setTimeout(done, 600)));  // longer than a finger must rest
    await finger.up();
    await page.still();
    assert.equal(await active(page), 'BODY');
    assert.deepEqual([await knobs(page), await offered(page)], [[], []]);
    // And the next one is heard again.
    await finger.tap({ x: 120, y: 400 });
    await page.textbox('Resolution').focused();
});

test('a touch that the browser takes away does nothing', phone, async (t) => {
    const { page } = t;
    await written(t, lines(60));
    await away(page);
    const finger = await Finger.make(page);
    await finger.down({ x: 120, y: 400 });
    await finger.send('touchCancel');
    await page.still();
    assert.equal(await active(page), 'BODY');
});

// ---------------------------------------------------------------------------------------------------- holding and the handles

test('a finger that rests selects the eojeol; lifted, there are handles, a menu and the keyboard', phone, async (t) => {
    const { page } = t;
    await written(t, '오늘은 다짐을, 적는다\n둘째 줄');
    const place = await placeOf(page, ...Array(4).fill('ArrowRight'));
    await away(page);
    const finger = await Finger.make(page);
    await finger.hold(place, '다짐을');
    assert.equal(await active(page), 'BODY', 'the keyboard waits for the finger');
    assert.deepEqual(await offered(page), []);
    await watch(page);
    await finger.up();
    assert.deepEqual((await seen(page)).ends.map((one) => one.tagName), ['TEXTAREA']);
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
    await selects(page, '다짐을');
    const two = await knobs(page);
    assert.equal(two.length, 2);
    assert.ok(two.every((knob) => knob.y > place.y + 8 && knob.y < place.y + 40), 'they hang below the row');
    const { box } = await page.button('Copy').info();
    assert.ok(box.y + box.height < place.y && box.y > place.y - 90, 'the menu stands above the word, near it');
    // A tap beside it closes.
    await finger.tap({ x: place.x, y: place.y + 200 });
    await noMenu(page);
    assert.deepEqual(await knobs(page), []);
    await selects(page, '');
    assert.equal((await seen(page)).blur, 0);
});

test('handles move the ends of a selection by clusters, cross, and keep the keyboard', phone, async (t) => {
    const { page } = t;
    await written(t, '가나다 라마바 사아자 👨‍👩‍👧‍👦\n둘째 줄의 말');
    const place = await placeOf(page, ...Array(5).fill('ArrowRight'));
    const finger = await Finger.make(page);
    await watch(page);
    await finger.hold(place, '라마바');
    await finger.up();
    await selects(page, '라마바');
    const step = (await placeOf(page, 'Control+Home', 'ArrowRight')).x - (await placeOf(page, 'Control+Home')).x;
    await finger.hold(place, '라마바');
    await finger.up();
    await selects(page, '라마바');

    let [begin, end] = await knobs(page);
    await finger.drag(end, { x: end.x + step * 1.4, y: end.y + 6 });
    await page.still();
    assert.deepEqual(await offered(page), [], 'while it moves the menu is out of the way');
    await finger.up();
    await selects(page, '라마바 사');
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);

    [begin, end] = await knobs(page);
    await finger.drag(begin, { x: begin.x - step * 2.2, y: begin.y });
    await finger.up();
    await selects(page, '나다 라마바 사');

    // Over the other end, and on to the next row; the family of emoji is one cluster.
    [begin, end] = await knobs(page);
    await finger.drag(begin, { x: end.x + step * 2, y: begin.y });
    await finger.up();
    await until(async () => /^아자?/.test(await page.selected()), async () => `what is behind the other end is selected (it is ${await page.selected()})`);
    [begin, end] = await knobs(page);
    await finger.drag(end, { x: end.x, y: end.y + 31 });
    await finger.up();
    await until(async () => (await page.selected()).includes('👨‍👩‍👧‍👦\n둘째'), 'it goes on in the next row');
    assert.equal((await seen(page)).blur, 0);
});

test('a handle dragged to the lower edge scrolls on', phone, async (t) => {
    const { page } = t;
    await written(t, lines(200));
    const place = await placeOf(page, 'ArrowRight');
    const finger = await Finger.make(page);
    await finger.hold(place, 'line');
    await finger.up();
    await selects(page, 'line');
    const [, end] = await knobs(page);
    await finger.drag(end, { x: 180, y: 732 }, 12);
    await until(async () => (await page.selected()).includes('line 45'), 'far lines are selected', 40000);
    // Moved back into the page it stands again.
    await finger.move({ x: 180, y: 400 });
    await page.still();
    await finger.up();
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
});

test('two taps select a word, and a finger that rests may go on by words', phone, async (t) => {
    const { page } = t;
    await written(t, '하나 둘 셋 넷');
    const place = await placeOf(page, ...Array(3).fill('ArrowRight'));
    const finger = await Finger.make(page);
    await finger.tap(place);
    await finger.tapAgain({ x: place.x + 8, y: place.y + 8 });
    await selects(page, '둘');
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
    await finger.tap({ x: place.x, y: place.y + 200 });
    await noMenu(page);
    await finger.hold(place, '둘');
    for (let i = 1; i < 6; i++) await finger.move({ x: place.x + i * 4.5, y: place.y });
    await finger.up();
    await selects(page, '둘 셋');
});

test('the menu cuts, copies and pastes without a key', phone, async (t) => {
    const { page } = t;
    await written(t, '하나 둘 셋\n넷');
    const place = await placeOf(page, ...Array(3).fill('ArrowRight'));
    const finger = await Finger.make(page);
    const clipboard = () => page.tab.evaluate(() => navigator.clipboard.readText());
    await watch(page);
    await finger.hold(place, '둘');
    await finger.up();
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
    await finger.press(page.button('Copy'));
    await until(async () => await clipboard() === '둘', 'the clipboard holds what was copied');
    await noMenu(page);
    await selects(page, '둘');
    await finger.tap(place);   // on what is selected: the menu again
    await finger.press(page.button('Cut'));
    await shows(page, '하나 ¦ 셋\n넷');
    // The caret's own menu.
    const { x, y, height } = await page.caret();
    await finger.tap({ x: x + 1, y: y + height / 2 });
    await menu(page, ['Paste', 'Select all']);
    await finger.press(page.button('Paste'));
    await shows(page, '하나 둘¦ 셋\n넷');
    const behind = await page.caret();
    await finger.tap({ x: behind.x + 1, y: behind.y + height / 2 });
    await finger.press(page.button('Select all'));
    await selects(page, '하나 둘 셋\n넷');
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
    assert.equal((await seen(page)).blur, 0, 'the keyboard has stayed');
    assert.ok((await page.textbox('Resolution').info()).focused);
    await page.key('Control+z');
    await page.key('Control+z');
    await page.hasText('Resolution', '하나 둘 셋\n넷');
});

test('what the browser refuses is said, and nothing is lost', { ...phone, lang: 'ko' }, async (t) => {
    const { page } = t;
    await page.button('한 쌍 시작하기').activate();
    await page.textbox('다짐').focus();
    await page.paste('하나 둘 셋');
    await page.still();
    await page.tab.evaluate(() => {
        for (const name of ['readText', 'writeText']) navigator.clipboard[name] = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    const place = await placeOf(page, 'Control+Home', ...Array(3).fill('ArrowRight'));
    const finger = await Finger.make(page);
    for (const [name, said] of [['잘라내기', /복사를 막았다/], ['붙여넣기', /클립보드를 보여 주지 않는다/]]) {
        await finger.hold(place, '둘');
        await finger.up();
        await menu(page, ['잘라내기', '복사', '붙여넣기', '모두 선택']);
        await finger.press(page.button(name));
        await page.alert(said).there();
        await finger.press(page.button('닫기'));
        await finger.tap({ x: 180, y: 600 });
        await page.still();
    }
    await page.hasText('다짐', '하나 둘 셋');
});

test('fields of one line have all of it too', phone, async (t) => {
    const { page } = t;
    await written(t, '글');
    await page.textbox('Pair name').focus();
    await page.key('Control+a');
    await page.type('아홉 기수');
    const place = await placeOf(page, 'Home', 'ArrowRight');
    await page.textbox('Resolution').focus();
    await page.still();
    const finger = await Finger.make(page);
    await finger.tap(place);
    await page.textbox('Pair name').focused();
    await finger.tap({ x: place.x, y: place.y + 400 });
    await page.textbox('Resolution').focused();
    await page.still();
    await finger.down(place);
    // The ground of what is selected; that the field is pressed is seen at once, and is not meant.
    await until(async () => {
        const picture = await page.picture({ x: 0, y: 0, width: 360, height: 60 });
        for (let x = 0; x < picture.width; x++) {
            if ([207, 223, 220].every((part, i) => Math.abs(picture.at(x, Math.round(place.y * 2 - 18))[i] - part) < 4)) return true;
        }
        return false;
    }, 'something is selected under the finger');
    await finger.up();
    await page.textbox('Pair name').focused();
    await selects(page, '아홉');
    await menu(page, ['Cut', 'Copy', 'Paste', 'Select all']);
    const { x, y, height } = await page.caret();
    const end = { x: x + 8, y: y + height + 10 };
    await finger.drag(end, { x: end.x + 60, y: end.y });
    await finger.up();
    await selects(page, '아홉 기수');
    await finger.press(page.button('Cut'));
    await until(async () => (await page.field('Pair name')).value === '', 'the name is cut');
});

test('composing over what fingers selected takes its place; a finger that comes while composing keeps the syllable, once', phone, async (t) => {
    const { page } = t;
    await written(t, '하나 둘 셋');
    const place = await placeOf(page, ...Array(3).fill('ArrowRight'));
    const finger = await Finger.make(page), hangul = await Hangul.make(page, 'F');
    await finger.hold(place, '둘');
    await finger.up();
    await selects(page, '둘');
    await hangul.type('gks');
    await shows(page, '하나 한¦ 셋');
    await noMenu(page);
    assert.deepEqual(await knobs(page), []);
    // Still composing: the finger comes back.
    await finger.hold({ x: place.x - 40, y: place.y }, '하나');
    hangul.forget();
    await finger.up();
    await selects(page, '하나');
    const [, end] = await knobs(page);
    await finger.drag(end, { x: end.x + 14, y: end.y });
    await finger.up();
    await until(async () => /^하나 /.test(await page.selected()), 'the handle has moved');
    await page.key('ArrowRight');
    await page.hasText('Resolution', '하나 한 셋');
});

// -------------------------------------------------------------------------------------------------------------------- mouse

test('a mouse sees neither handles nor menu; its right button opens the browser\'s own, on the text', { viewport: { width: 1200, height: 800 } }, async (t) => {
    const { page } = t, { mouse } = page.tab;
    await written(t, '하나 둘 셋');
    const place = await placeOf(page, ...Array(3).fill('ArrowRight'));
    await page.tab.evaluate(() => {
        window.testMenus = [];
        window.addEventListener('contextmenu', (e) => {
            window.testMenus.push([e.target.tagName, e.defaultPrevented, e.target === document.activeElement]);
            e.preventDefault();
        });
    });
    await mouse.click(place.x, place.y, { count: 2 });
    await selects(page, '둘');
    assert.deepEqual([await offered(page), await knobs(page, { density: 1 })], [[], []]);
    await mouse.click(place.x, place.y, { button: 'right' });
    await page.still();
    await selects(page, '둘');   // it is about what is selected
    await mouse.click(place.x + 40, place.y, { button: 'right' });
    await page.still();
    await selects(page, '');     // it is about another place
    assert.deepEqual(await page.tab.evaluate(() => window.testMenus), Array(2).fill(['TEXTAREA', false, true]));
    await until(() => page.tab.evaluate(() => document.activeElement.style.pointerEvents === 'none'), 'the mouse is the canvas\'s again');
    await mouse.click(place.x, place.y);
    assert.equal(await marked(page), '하나 ¦둘 셋');
});
