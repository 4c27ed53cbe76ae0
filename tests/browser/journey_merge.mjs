// One journal on two devices: edited on both, told before it is merged, taken back in one step, and both texts kept where both changed one line.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { makePair, notice } from './steps.mjs';
import { Hangul } from './typing.mjs';

const exportAll = (page) => page.download(() => page.button('Export').activate());
const slip = (page) => page.control('dialog', 'From this same journal');
const gone = (page) => until(async () => !(await slip(page).info()), 'the slip is gone');
/** The keyboard is where it was once the slip is gone. */
const merge = async (page) => {
    await page.button('Merge').activate();
    await gone(page);
};
const strip = (page) => page.control('group', /^Two devices changed the same place/);

/** Another browser with the same journal, and a way to carry what one has to the other, which is then in front. */
async function twoDevices(t, left, right) {
    const here = t.page;
    await makePair(here, left, right);
    const folder = await t.folder('carried');
    let carried = 0;
    const carry = async (from, to) => {
        const file = path.join(folder, `${++carried}.dajim.json`);
        await from.tab.bringToFront();
        await fs.writeFile(file, (await exportAll(from)).bytes);
        await to.tab.bringToFront();
        await to.pick(file);
        return file;
    };
    const there = await (await t.stranger()).open('?lang=en');
    await carry(here, there);
    await notice(there, /Imported 1 series and 1 pairs/);
    await there.hasText('Resolution', left);
    return { here, there, carry };
}

async function writeAtStart(page, name, words) {
    await page.tab.bringToFront();
    await page.textbox(name).focus();
    await page.key('Control+Home');
    await page.type(words);
}

test('row 45: what two devices wrote in different places comes together, and one undo takes it back', async (t) => {
    const { here, there, carry } = await twoDevices(t, '# 다짐\n\n- 열 번 쓴다\n', '돌아본다');
    await writeAtStart(here, 'Retrospective', 'Here: ');
    await writeAtStart(there, 'Resolution', 'There\n');
    await carry(there, here);
    await slip(here).there();
    await here.text(/1 changed pairs/).there();
    await here.button('Merge').focused();
    await here.key('Enter');
    await gone(here);
    await here.hasText('Resolution', 'There\n# 다짐\n\n- 열 번 쓴다\n');
    await here.hasText('Retrospective', 'Here: 돌아본다');
    await notice(here, /Merged: 1 changed pairs/);
    await here.button('Undo').activate();
    await here.hasText('Resolution', '# 다짐\n\n- 열 번 쓴다\n');
    await here.hasText('Retrospective', 'Here: 돌아본다');
    await here.textbox('Resolution').focus();
    await here.key('Control+y');
    await here.hasText('Resolution', 'There\n# 다짐\n\n- 열 번 쓴다\n');
    // It is kept like anything else, and the other device becomes the same.
    await here.saved();
    await here.reload();
    await here.hasText('Resolution', 'There\n# 다짐\n\n- 열 번 쓴다\n');
    await carry(here, there);
    await merge(there);
    await there.hasText('Retrospective', 'Here: 돌아본다');
});

test('row 33: an old export changes nothing, and leaving the slip neither', async (t) => {
    const { here, there, carry } = await twoDevices(t, '하나\n', '');
    const old = await carry(there, here);
    await notice(here, /here already; nothing changed/);
    await writeAtStart(here, 'Resolution', 'Newer ');
    await here.pick(old);
    await notice(here, /here already; nothing changed/);
    await here.hasText('Resolution', 'Newer 하나\n');
    await writeAtStart(there, 'Resolution', 'Other\n');
    await carry(there, here);
    await slip(here).there();
    await here.key('Escape');
    await gone(here);
    await here.hasText('Resolution', 'Newer 하나\n');
});

test('where both changed one line both texts are kept, until it is said which', async (t) => {
    const { here, there, carry } = await twoDevices(t, '하나\n\n둘\n', '');
    await writeAtStart(here, 'Resolution', 'Here ');
    await writeAtStart(there, 'Resolution', 'There ');
    await carry(there, here);
    await here.text(/1 texts kept twice/).there();
    await merge(here);
    await strip(here).there();
    const texts = ['Here 하나\n\n둘\n', 'There 하나\n\n둘\n'];
    const shown = await here.wholeText('Resolution');
    assert.ok(texts.includes(shown), shown);
    const other = texts.find((one) => one !== shown);
    // The difference is drawn in the page's place, and what is to be said is said there too.
    const compare = here.control('switch', 'Compare');
    await compare.activate();
    const reading = here.textbox(/^Resolution: The other version, what changed$/i);
    await reading.there();
    assert.equal((await reading.info()).readOnly, true);
    await here.text('1 added, 1 removed').there();
    await compare.activate();
    await reading.gone();
    await compare.activate();
    await reading.there();
    await here.button('Take the other').activate();
    await reading.gone();
    await here.hasText('Resolution', other);
    await strip(here).there();
    await here.saved();
    await here.reload();
    await here.hasText('Resolution', other);
    await here.button('Both, one below').activate();
    await here.hasText('Resolution', `${other}\n---\n\n${shown}`);
    await until(async () => !(await strip(here).info()), 'nothing is left to choose');
    await here.button('Undo').activate();
    await here.button('Keep this one').activate();
    await until(async () => !(await strip(here).info()), 'nothing is left to choose');
    await here.hasText('Resolution', other);
    // What was chosen here is chosen there.
    await writeAtStart(here, 'Resolution', 'Settled. ');
    await carry(here, there);
    await merge(there);
    await there.hasText('Resolution', `Settled. ${other}`);
    assert.equal(await strip(there).info(), null);
});

/** A file comes from another device while `write` goes on in the very line that it changes; the texts that there are then, to choose from. */
async function comesWhile(t, write) {
    const { here, there } = await twoDevices(t, '하나\n\n둘\n', '');
    await writeAtStart(there, 'Resolution', 'There ');
    await there.tab.bringToFront();
    const { bytes } = await exportAll(there);
    const file = path.join(await t.folder('later'), 'there.dajim.json');
    await fs.writeFile(file, bytes);
    await here.tab.bringToFront();
    await here.textbox('Resolution').focus();
    await here.key('Control+Home');
    await here.key('End');
    await write(here, () => here.pick(file));
    t.provoked(1);
    await slip(here).there();
    await merge(here);
    const texts = [await here.wholeText('Resolution')];
    if (await strip(here).info()) {
        await here.button('Take the other').activate();
        await here.still();
        texts.push(await here.wholeText('Resolution'));
    }
    return texts;
}
const among = (texts, ...all) => {
    for (const words of all) assert.ok(texts.some((text) => text.includes(words)), `${words} is in ${JSON.stringify(texts)}`);
};

test('row 32: a file comes while a syllable is composed in the very line that it changes: the syllable stays', { browsers: ['chromium'] }, async (t) => {
    among(await comesWhile(t, async (here, come) => {
        const method = await Hangul.make(here, 'I');
        await method.type('gks');
        await come();
        method.forget();
    }), '하나한', 'There 하나');
});

test('row 32: a file comes while letters are typed in the very line that it changes: every one of them stays', async (t) => {
    let typed;
    const texts = await comesWhile(t, async (here, come) => {
        // What the text took; once it is asked what to do with the file, the keyboard is with that question.
        await here.tab.evaluate(() => {
            window.testTyped = '';
            window.addEventListener('input', (e) => { window.testTyped += e.data ?? ''; }, true);
        });
        const coming = come();
        for (let word = 1; word <= 40 && !(await slip(here).info()); word++) await here.type(`-${word}`);
        await coming;
        typed = await here.tab.evaluate(() => window.testTyped);
        assert.ok(typed.startsWith('-1'), 'something was typed');
    });
    among(texts, `하나${typed}`, 'There 하나');
});
