// Engines that cannot be run here, as they were recorded: what they do to the textarea is played to the page. Both browsers.
import { assert, test } from './harness.mjs';
import { changed, marked, page, play, shows } from './typing.mjs';

const traces = [];
/** `steps` done where `before` stands ('¦' its caret) make `after`; then `also` may look further. */
function trace(name, before, steps, after, also = async () => {}) { traces.push({ name, before, steps, after, also }); }

const key229 = (code = 'KeyG') => [['keydown', { key: 'Process', code, keyCode: 229 }]];
const replaced = (put, take = 1) => [...changed('insertReplacementText', put, take), ...key229()];
const inserted = (put) => [...changed('insertText', put), ...key229()];

trace('T42 WebKit composes without a composition event', '앞 ', [
    ...inserted('ㅎ'), ...replaced('하'), ...replaced('한'), ...inserted('ㄱ'), ...replaced('그'), ...replaced('글'),
], '앞 한글¦', async (t) => {
    await t.page.key('Control+z');
    await shows(t.page, '앞 ¦');
});

trace('T42 WebKit: Enter is what the value shows', '', [
    ...inserted('ㅎ'), ...replaced('하'), ...replaced('한'), ['keydown', { key: 'Enter', code: 'Enter', keyCode: 229 }],
    ...changed('insertLineBreak', '\n', 0, null),
], '한\n¦');

trace('T43 Safari in Japanese: the Enter that commits is no line end', '', [
    ['compositionstart', { data: '' }], ['value', { put: '日本' }], ['input', { inputType: 'insertCompositionText', isComposing: true, data: '日本' }],
    ['compositionend', { data: '日本' }], ['keydown', { key: 'Enter', code: 'Enter', keyCode: 229 }],
], '日本¦');

const onGlass = (put, take = 1) => [
    ['keydown', { key: 'Unidentified', code: '', keyCode: 0 }],
    ...changed('deleteContentBackward', '', take, null), ...changed('insertText', put),
];
trace('T44 iOS, two-beolsik: away with the syllable and in with the next', '가나 ', [
    ...changed('insertText', 'ㅎ'), ...onGlass('하'), ...onGlass('한'), ...onGlass('하나'),
], '가나 하나¦');

trace('T45 iOS, 천지인: several are taken away at once', '', [
    ...changed('insertText', 'ㅇ'), ...onGlass('ㅇㆍ'), ...onGlass('아', 2), ...onGlass('안'), ...changed('insertText', 'ㄴ'),
    ...onGlass('녀'), ...onGlass('녕'), ...changed('insertText', 'ㅅ'), ...onGlass('세'), ...onGlass('셍'), ...onGlass('세ㅛ', 1), ...onGlass('세요', 2),
], '안녕세요¦');

trace('T47 GBoard: Backspace is known by the value alone', '한글', [
    ...key229('Backspace'), ...changed('deleteContentBackward', '', 1, null),
], '한¦');

trace('T48 GBoard: a suggestion takes the place of a word', '나의 tex', [
    ...changed('deleteContentBackward', '', 1, null), ...changed('deleteContentBackward', '', 1, null),
    ...changed('deleteContentBackward', '', 1, null), ...changed('insertText', 'Texas '),
], '나의 Texas ¦');

const composed = (put, take, data = put) => [
    ['compositionstart', { data: '' }], ['value', { put, take }], ['input', { inputType: 'insertCompositionText', isComposing: true, data }],
];
trace('T49 Samsung: every stroke is a composition of its own', '앞 ', [
    ...composed('ㅎ', 0), ['compositionend', { data: 'ㅎ' }], ...composed('하', 1), ['compositionend', { data: '하' }],
    ...composed('한', 1), ['compositionend', { data: '한' }],
], '앞 한¦');

trace('T50 Windows: a space in the same task as the end', '', [
    ...composed('한', 0), ['compositionend', { data: '한' }], ['beforeinput', { inputType: 'insertText', data: ' ' }],
    ...changed('insertText', ' '),
], '한 ¦');

trace('T50 Windows: the syllable is told of once more, but stands there once', '', [
    ...composed('한', 0), ['compositionend', { data: '한' }], ['beforeinput', { inputType: 'insertText', data: '한' }],
    ['input', { inputType: 'insertText', data: '한' }], ...changed('insertText', ' '),
], '한 ¦');

trace('T51 a composition begins again before the one before has ended', '', [
    ...composed('하', 0), ['compositionstart', { data: '' }], ['value', { put: '나' }],
    ['input', { inputType: 'insertCompositionText', isComposing: true, data: '나' }], ['compositionend', { data: '나' }],
], '하나¦');

trace('T51 the keyboard goes away and no end is told', '', [...composed('한', 0), ['blur']], '한¦');

trace('T51 an end with no data: the value is what counts', '', [...composed('한', 0), ['compositionend', { data: '' }]], '한¦');

trace('T52 an accent chosen from a list', 'caf', [...changed('insertText', 'e'), ...changed('insertReplacementText', 'é', 1)], 'café¦',
    async (t) => {
        await t.page.key('Control+z');
        await shows(t.page, 'caf¦');
    });

trace('fcitx5: the value stands already when the end is told', '', [
    ...composed('ㅎ', 0), ['value', { put: '하', take: 1 }], ['input', { inputType: 'insertCompositionText', isComposing: true, data: '하' }],
    ['compositionend', { data: '하' }], ...composed('ㄴ', 0), ['compositionend', { data: 'ㄴ' }],
], '하ㄴ¦');

trace('ibus: taken away, ended, and inserted as plain text', '앞 ', [
    ...composed('한', 0), ['compositionupdate', { data: '' }], ['value', { take: 1 }],
    ['input', { inputType: 'insertCompositionText', isComposing: true, data: '' }], ['compositionend', { data: '' }],
    ['beforeinput', { inputType: 'insertText', data: '한' }], ...changed('insertText', '한'),
    ...composed('ㄱ', 0), ['compositionend', { data: 'ㄱ' }],
], '앞 한ㄱ¦');

trace('Firefox on ibus: one more input event after the end', '', [
    ...composed('한', 0), ['compositionend', { data: '한' }], ['input', { inputType: 'insertCompositionText', data: '한' }],
], '한¦');

trace('ㅋ before ㅋ: the new one stands at the caret', 'ㅋ¦ㅋ', [...changed('insertText', 'ㅋ'), ...changed('insertText', 'ㅋ')], 'ㅋㅋㅋ¦ㅋ');

trace('a surrogate pair beside one that begins alike', '😀¦😁', [...changed('insertText', '😂')], '😀😂¦😁');

for (const apart of [false, true]) {
    test(`traces of engines, ${apart ? 'each step a task of its own' : 'all steps in one task'}`, async (t) => {
        for (const { name, before, steps, after, also } of traces) {
            await page(t, before);
            const { writes } = await t.page.field('Resolution');
            await play(t.page, steps, { apart });
            assert.equal((await t.page.field('Resolution')).writes, writes, `${name}: the textarea was not written to`);
            assert.equal(await marked(t.page), after, name);
            await also(t);
            await t.page.key('Control+a');
            await t.page.key('Delete');
            await shows(t.page, '¦');
        }
    });
}

test('T15 ibus on a slow machine: a shortcut waits for the syllable that was taken away and is not yet put in', async (t) => {
    await page(t, '앞 ');
    await play(t.page, composed('한', 0));
    // The moment for which a key is held is over when the test says so.
    await t.page.tab.evaluate(() => {
        const { setTimeout } = window;
        window.testMoments = [];
        window.setTimeout = (act, ms) => ms > 0 && window.testMoments ? window.testMoments.push(act) : setTimeout(act, ms);
    });
    await play(t.page, [['keydown', { key: 'Process', code: 'KeyA', keyCode: 229, ctrlKey: true, isComposing: true }]]);
    await play(t.page, [
        ['compositionupdate', { data: '' }], ['value', { take: 1 }],
        ['input', { inputType: 'insertCompositionText', isComposing: true, data: '' }], ['compositionend', { data: '' }],
    ]);
    await t.page.tab.evaluate(() => {
        const moments = window.testMoments;
        window.testMoments = null;
        for (const over of moments) over();
    });
    assert.equal((await t.page.field('Resolution')).start, 2, 'nothing is selected yet');
    await play(t.page, [['beforeinput', { inputType: 'insertText', data: '한' }], ...changed('insertText', '한')]);
    await shows(t.page, '[앞 한]');
});

test('undo of the browser\'s own menu undoes in the program', async (t) => {
    await page(t, '하나 ');
    await t.page.type('둘');
    await shows(t.page, '하나 둘¦');
    await play(t.page, [['beforeinput', { inputType: 'historyUndo' }]]);
    await shows(t.page, '하나 ¦');
    await play(t.page, [['beforeinput', { inputType: 'historyRedo' }]]);
    await shows(t.page, '하나 둘¦');
});

test('T42 in a one-line field', async (t) => {
    await page(t);
    await t.page.textbox('Pair name').focus();
    await t.page.key('Control+a');
    await t.page.key('Delete');
    await t.page.still();   // its answer to the textarea would fall between two tasks of the trace, which are one in a browser
    await play(t.page, [...inserted('ㅎ'), ...replaced('하'), ...replaced('한'), ...inserted('ㄱ'), ...replaced('그')], { apart: true });
    await shows(t.page, '한그¦', 'Pair name');
    await t.page.button('한그').there();
});
