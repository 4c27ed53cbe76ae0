// Hangul composed by real engines, ibus-hangul and fcitx5-hangul, with real keys in a real window. Each row is first done in a bare
// <textarea> (T90): where that fails, the engine or the machine did, and the row is not judged.
import { engines } from './engines.mjs';
import { Unjudged, assert, test, until } from './harness.mjs';
import { roomOf } from './room.mjs';

/** `run` is done in the control and in Dajim; `at.bare` tells them apart where a textarea of the browser's differs by nature. */
function row(name, run, options = {}) {
    test(`${name} (T90: as a bare textarea)`, { browsers: engines, open: false, ...options }, async (t) => {
        const { control, ours } = await roomOf(t);
        await run(control).catch(({ message }) => { throw new Unjudged(message); });
        await run(ours);
    });
}

/** A row that is no more than keys: what stands before, the keys, and what is seen then; after it nothing moves any more. */
function keys(name, before, text, after, { composing = false } = {}) {
    row(name, async (at) => {
        await at.start(before);
        await at.type(text);
        await at.shows(after, { composing });
        await at.holds(after);
    });
}

// ---------------------------------------------------------------------------------------------------------------- syllables

row('T01 syllables grow in the text, which is not written to meanwhile', async (at) => {
    await at.start();
    await at.calm(() => at.type('gksrmf'));
    await at.shows('한글¦', { composing: true });
    await at.holds('한글¦');
});

keys('T02 Enter while composing makes one line end', '', 'gksrmf\n', '한글\n¦');
keys('T03 a space ends what is composed', '', 'gksrmf ', '한글 ¦');

row('T04 a final consonant moves on to the next syllable, and no frame shows it twice', async (at) => {
    await at.start();
    await at.watch();
    await at.type('gksk');
    await at.shows('하나¦', { composing: true });
    const seen = await at.seen();
    assert.ok(seen.length > 3 && !seen.some((value) => /한ㅏ|한나/.test(value)), JSON.stringify(seen));
    await at.holds('하나¦');
});

row('T05 T06 T07 finals of two strokes that stay or part, vowels of two strokes, double consonants', async (at) => {
    await at.start();
    let before = '';
    for (const [keys, text] of [['dkswek', '앉다'], ['dkswk', '안자'], ['rhoscksgdk', '괜찮아'], ['qnpfr', '뷁'], ['Ekfrl', '딸기'], ['dml', '의']]) {
        await at.type(keys);
        await at.shows(`${before}${text}¦`, { composing: true });
        await at.type(' ');
        before += text + ' ';
    }
    await at.holds(`${before}¦`);
});

row('T08 equal letters side by side: the new ones stand at the caret', async (at) => {
    await at.start('ㅋ¦ㅋ');
    await at.type('zz');
    await at.shows('ㅋㅋㅋ¦ㅋ', { composing: true });
    await at.key('Right');
    await at.shows('ㅋㅋㅋㅋ¦', { composing: false });
    await at.holds('ㅋㅋㅋㅋ¦');
});

keys('T09 vowels alone', '', 'bb ', 'ㅠㅠ ¦');

row('T10 T11 BackSpace takes a stroke while composing and a letter afterwards', async (at) => {
    await at.start('가');
    await at.type('gks');
    for (const step of ['가하¦', '가ㅎ¦', '가¦', '¦']) {
        await at.key('BackSpace');
        await at.shows(step);
    }
    await at.holds('¦');
});

// --------------------------------------------------------------------------------------------- keys in the middle of a syllable

row('T12 an arrow ends the syllable and moves once', async (at) => {
    await at.start('ab');
    await at.type('gks');
    await at.key('Left');
    await at.shows('ab¦한', { composing: false });
    await at.type('rk');
    await at.shows('ab가¦한', { composing: true });
    await at.holds('ab가¦한');
});

row('T13 Home ends the syllable and goes to the start of the line', async (at) => {
    await at.start('ab');
    await at.type('gks');
    await at.key('Home');
    await at.shows('¦ab한');
    await at.type('rk ');
    await at.shows('가 ¦ab한');
    await at.holds('가 ¦ab한');
});

row('T14 Shift with an arrow selects the syllable it ended', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('shift+Left');
    await at.shows('[한]', { composing: false });
});

row('T15 what is composed after "select all" replaces all', async (at) => {
    await at.start('abc ');
    await at.type('gks');
    await at.key('ctrl+a');
    await at.shows('[abc 한]');
    await at.type('rk ');
    await at.shows('가 ¦');
    await at.holds('가 ¦');
});

row('T16 saving keeps the syllable', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('ctrl+s');
    await at.shows('한¦', { composing: false });
    await at.saved();
    await at.type('rk ');
    await at.shows('한가 ¦');
    await at.holds('한가 ¦');
});

row('T17 undo shows no half of a syllable, redo brings all of it back', async (at) => {
    await at.start();
    await at.type('gksrmf');
    await at.shows('한글¦');
    if (at.bare) return;  // a textarea's own undo goes by strokes
    for (let i = 0; i < 4; i++) {
        await at.key('ctrl+z');
        await at.quiet();
        const { value } = await at.state();
        assert.ok(['', '한', '한글'].includes(value), value);
        if (!value) break;
    }
    await at.shows('¦');
    for (let i = 0; i < 4 && (await at.state()).value !== '한글'; i++) {
        await at.key('ctrl+shift+z');
        await at.quiet();
    }
    await at.holds('한글¦');
});

for (const backward of [false, true]) {
    row(`${backward ? 'T19' : 'T18'} composing replaces a selection made ${backward ? 'from right to left' : 'from left to right'}`, async (at) => {
        await at.start('abcdef');
        await at.select(1, 4, backward);
        await at.type('gks ');
        await at.shows('a한 ¦ef');
        if (at.bare) return;
        await at.key('ctrl+z');
        await at.shows('a[bcd]ef');
    });
}

row('T20 in the middle of a line', async (at) => {
    await at.start('abc¦def');
    await at.calm(() => at.type('gksrmf'));
    await at.shows('abc한글¦def', { composing: true });
    await at.holds('abc한글¦def');
});

const faces = '😀'.repeat(50);
keys('T21 between emoji no surrogate is split', `${faces}¦${faces}`, 'gks ', `${faces}한 ¦${faces}`);
keys('T22 digits and marks end a syllable', '', 'gks12,rmf!?', '한12,글!?¦');

row('T23 to Latin and back in the middle', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('Hangul');
    await at.type('abc');
    await at.key('Hangul');
    await at.type('rmf.');
    await at.shows('한abc글.¦');
    await at.holds('한abc글.¦');
});

row('T24 a burst of keys in the middle of a long line', async (at) => {
    const half = '긴 글의 한가운데. '.repeat(15), run = '안녕하세요반갑습니다'.repeat(6);
    await at.start(`${half}¦${half}`);
    await at.calm(() => at.burst('dkssudgktpdyqksrkqtmqslek'.repeat(6)));
    await until(async () => (await at.state()).value.includes(run + half.slice(0, 20)), 'every syllable is there, in order', 8000);
    await at.holds(`${half}${run}¦${half}`);
});

// ------------------------------------------------------------------------------------- the caret, the page, the window elsewhere

row('T25 a click elsewhere ends the syllable where it was begun', async (at) => {
    await at.start('abcdefghij');
    const { x, y } = await at.place(2);
    await at.type('gks');
    await at.click(x, y);
    await at.shows('ab¦cdefghij한', { composing: false });
    await at.type('rk ');
    await at.shows('ab가 ¦cdefghij한');
    await at.holds('ab가 ¦cdefghij한');
});

/** What stands in the other text is the syllable begun there; the one before stayed. */
async function other(at, wanted) {
    await until(async () => (await at.other()).value === wanted, async () => `the other text is ${wanted} (it is ${(await at.other()).value})`, 3000);
    assert.equal((await at.state()).value, '왼쪽 한');
}

row('T26 a click on the other page takes the keyboard there; the syllable stays', async (at) => {
    await at.start('왼쪽 ');
    await at.type('gks');
    await at.clickOther();
    await at.type('rk');
    await other(at, '가');
});

row('T27 a key takes the keyboard to the other page; the syllable stays', async (at) => {
    await at.start('왼쪽 ');
    await at.type('gks');
    await at.keyOther();
    await at.type('rk');
    await other(at, '가');
});

row('T28 another window and back: the syllable stands once', async (at) => {
    await at.start();
    await at.type('gks');
    await at.elsewhere();
    await at.shows('한¦', { composing: false });
    await at.type('rk');
    await at.shows('한가¦', { composing: true });
    await at.holds('한가¦');
});

row('T29 frames and saving leave a syllable alone', async (at) => {
    await at.start();
    await at.type('gks');
    await at.saved();
    await at.blinks();
    await at.shows('한¦', { composing: true });
    await at.calm(() => at.type('k'));
    await at.shows('하나¦', { composing: true });
    await at.holds('하나¦');
});

row('T31 the wheel scrolls, the syllable goes on, and the caret comes back into view', async (at) => {
    await at.start(Array.from({ length: 80 }, (_, i) => `${i + 1}째 줄\n`).join(''));
    await at.type('gks');
    await at.wheel(-10);
    await at.type('k');
    await until(async () => (await at.state()).value.endsWith('\n하나'), '하나 stands at the end', 3000);
    await at.inView();
    await at.end();
    assert.ok((await at.state()).value.endsWith('80째 줄\n하나'));
});

row('T31 the engine is told where the caret is drawn, in both pages', async (at) => {
    await at.start('가나다');
    for (const which of ['left', 'right']) {
        // It is told at a key of where the caret goes by that, or of where it was before; a busy bus is some keys late.
        const drawn = [];
        for (const [i, key] of [...'gksksk'].entries()) {
            drawn.push(await at.caret());
            await at.type(key);
            if (i < 2) continue;
            const near = [...drawn.slice(-3), await at.caret()];
            const is = (told, caret) => Math.abs(told.x - caret.x) <= 4 && Math.abs(told.y - caret.y) <= 4 && Math.abs(told.height - caret.height) <= 8;
            await until(async () => {
                const told = await at.told();
                return at.bare ? told.height > 10 : near.some((caret) => is(told, caret));
            }, async () => `the engine knows the ${which} caret at ${JSON.stringify(near)} (it was told ${JSON.stringify(await at.told())})`, 3000);
        }
        await at.keyOther();
        await at.type('rk');
    }
});

// ------------------------------------------------------------------------------------------------------------ rows and lists

row('T33 a word that grows past the edge moves to the next row whole', async (at) => {
    if (at.bare) return at.start().then(() => at.type('gksrmf')).then(() => at.shows('한글¦'));
    const filled = await at.fillRow('가나 ');
    const top = await at.caret();
    await at.type('gksrmfgksrmfgksrmf');
    await until(async () => (await at.state()).value.endsWith('한글한글한글'), 'all of the word', 3000);
    const caret = await at.caret();
    assert.ok(caret.y > top.y && caret.x > (await at.left()) + 20, 'the whole word stands in the next row');
    await at.holds(`${filled}한글한글한글¦`);
});

row('T34 composing in the last row that is seen scrolls a little and stays', async (at) => {
    await at.start(Array.from({ length: 60 }, (_, i) => `${i + 1}째 줄\n`).join(''));
    const before = at.bare ? null : await at.caret();
    await at.type('gksrmf');
    await until(async () => (await at.state()).value.endsWith('\n한글'), '한글 stands at the end', 3000);
    await at.inView();
    if (before) assert.ok(Math.abs((await at.caret()).y - before.y) < before.height * 1.5);
});

row('T35 Enter while composing in a list goes on with the list', async (at) => {
    await at.start('- 항');
    await at.type('ahr\n');
    await at.shows(at.bare ? '- 항목\n¦' : '- 항목\n- ¦');
    await at.type('rk');
    await at.shows(at.bare ? '- 항목\n가¦' : '- 항목\n- 가¦', { composing: true });
});

row('T36 Tab while composing: the syllable stands once and the keyboard stays in the page', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('Tab');
    await until(async () => !(await at.state()).composing, 'the syllable is ended', 3000);
    assert.ok(await at.tab.evaluate(() => document.hasFocus() && document.activeElement !== document.body));
    await at.key('shift+Tab', 1);
    await at.quiet();
    await at.type('rk ');
    await at.shows('한가 ¦');
});

row('T37 the first Escape ends the syllable, the second leaves the field', async (at) => {
    await at.start();
    await at.field();
    await at.type('gks');
    await at.key('Escape');
    await at.fieldHolds('한');
    if (at.bare) return;
    await at.key('Escape');
    await at.desk.textbox('Resolution').focused();
});

row('T38 a paste while composing comes after the syllable', async (at) => {
    await at.start('가나다');
    await at.key('ctrl+a');
    await at.key('ctrl+c');
    await at.key('End');
    await at.type('gks');
    await at.key('ctrl+v');
    await at.shows('가나다한가나다¦');
    await at.holds('가나다한가나다¦');
});

row('T39 a Hanja is chosen from the engine’s list by its number, once', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('F9');
    await at.type('1');
    await until(async () => /^[\u4E00-\u9FFF]$/.test((await at.state()).value), async () =>
        `one Hanja stands there (it is ${JSON.stringify((await at.state()).value)})`, 3000);
    await at.type('rk ');
    await until(async () => /^[\u4E00-\u9FFF]가 $/.test((await at.state()).value), 'typing goes on', 3000);
});

row('T40 Delete takes the letter behind the syllable', async (at) => {
    await at.start('a¦b');
    await at.type('gks');
    await at.key('Delete');
    await at.shows('a한¦', { composing: false });
    await at.holds('a한¦');
});

row('T41 Shift+Enter and Enter, one line end each', async (at) => {
    await at.start();
    await at.type('gks');
    await at.key('shift+Return');
    await at.shows('한\n¦');
    await at.type('rk\n\n');
    await at.shows('한\n가\n\n¦');
    await at.holds('한\n가\n\n¦');
});

row('T59 cutting while composing and pasting again', async (at) => {
    await at.start();
    await at.type('gksrmf');
    await at.key('ctrl+a');
    await at.key('ctrl+x');
    await at.shows('¦');
    await at.type('rk ');
    await at.key('ctrl+v');
    await at.shows('가 한글¦');
    await at.holds('가 한글¦');
});
