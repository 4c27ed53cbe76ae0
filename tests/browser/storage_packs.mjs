// A journal of many pairs: most lie in packs, a save carries what changed, and no damage and no missing program takes more than it must.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test } from './harness.mjs';
import { filed, kept, spoil } from './keeping.mjs';

const count = 60;
const wordsOf = (i) => `다짐 ${i}: 아침마다 한 줄`;

/** The page with so many pairs in files, the last of them open. */
async function many(t) {
    const entries = [{ id: 's', kind: 'series', fields: { name: { v: '글 모임' } } }];
    for (let i = 0; i < count; i++) {
        entries.push({ id: `p${i}`, kind: 'pair', series: 's', fields: { name: { v: `${i}기` } } });
        entries.push({ kind: 'resolution', pair: `p${i}`, fields: { text: { v: [wordsOf(i)] } } });
    }
    const file = path.join(await t.folder('many'), 'many.dajim.json');
    await fs.writeFile(file, JSON.stringify({ format: 'dajim', version: '1.1', journal: { id: 'j', title: '기록장' }, entries }));
    const desk = await t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(() => {
        const put = IDBObjectStore.prototype.put;
        window.testPut = [];
        IDBObjectStore.prototype.put = function (value, key) {
            if (this.name === 'FILE_DATA') window.testPut.push(String(key));
            return put.apply(this, arguments);
        };
    }) });
    await desk.pick(file);
    await desk.textbox('Resolution').there();
    await filed(desk, wordsOf(0));
    return desk;
}
const packs = async (desk) => Object.keys((await kept(desk)).files).filter((name) => name.startsWith('/dajim/packs/'));

test('a save among many pairs carries the changed pair and the index', { open: false }, async (t) => {
    const desk = await many(t);
    assert.ok((await packs(desk)).length > 0, 'pairs are packed');
    assert.ok(Object.keys((await kept(desk)).files).length < 20, 'many pairs are few files');
    let text = await desk.wholeText('Resolution');
    for (const word of ['. 더', '. 또 더']) {
        await desk.writeAtEnd('Resolution');
        await desk.tab.evaluate(() => { window.testPut = []; });
        await desk.type(word);
        text += word;
        await filed(desk, text);
    }
    const carried = await desk.tab.evaluate(() => window.testPut);
    const pairs = carried.filter((key) => key.includes('/pairs/'));
    assert.equal(pairs.length, 1, `one pair of ${carried}`);
    assert.deepEqual(carried.filter((key) => !pairs.includes(key)).sort(), ['/dajim/index.json', '/dajim/index.previous.json', 'generation']);
    await desk.reload();
    await desk.hasText('Resolution', text);
});

test('row 25: a pack is damaged: one pair is missed, the others open, nothing is deleted', { open: false }, async (t) => {
    let desk = await many(t);
    const [pack] = await packs(desk), before = (await kept(desk)).files[pack];
    await desk.close();
    const bare = await t.session.open('schema/dajim-1.json', { ready: false });
    t.allow(/favicon|Failed to load resource/);
    await spoil(bare, pack, 'entry.contents = entry.contents.slice(); entry.contents[entry.contents.length >> 1] ^= 1; return entry;');
    const spoilt = (await kept(bare)).files[pack];
    assert.notEqual(spoilt, before);
    desk = await t.session.open();
    await desk.alert(/damaged/).there();
    const { bytes } = await desk.download(() => desk.button('Export').activate());
    const found = JSON.parse(bytes).entries.filter(({ kind }) => kind === 'resolution').map(({ fields }) => fields.text.v.join(''));
    assert.equal(found.filter((words) => /^다짐 \d+: 아침마다 한 줄$/.test(words)).length, count - 1);
    await desk.writeAtEnd('Resolution');
    await desk.type('. 이어서');
    await filed(desk, '. 이어서');
    assert.ok(Object.values((await kept(desk)).files).includes(spoilt), 'what was damaged is kept aside');
    await desk.reload();
    assert.equal((await desk.alert(/damaged/).all()).length, 0, 'after that all is sound');
});

test('without the program the whole journal can be taken home, packs too', { open: false }, async (t) => {
    const desk = await many(t);
    await desk.writeAtEnd('Resolution');
    await desk.type('. 더');
    const text = await desk.wholeText('Resolution');
    await desk.saved();
    assert.equal((await desk.tab.evaluate(() => window.dajimLastWords()))[0], text, 'the words of a pair that was packed until now');
    const { bytes, name } = await desk.download(() => desk.tab.evaluate(() => window.dajimRescue()));
    const file = path.join(await t.folder('home'), name);
    await fs.writeFile(file, bytes);
    const fresh = await (await t.stranger()).open('?lang=en');
    await fresh.pick(file);
    await fresh.textbox('Resolution').there();
    const { entries } = JSON.parse((await fresh.download(() => fresh.button('Export').activate())).bytes);
    assert.deepEqual(entries.filter(({ kind }) => kind === 'pair').map(({ id }) => id), Array.from({ length: count }, (_, i) => `p${i}`));
    const texts = entries.filter(({ kind }) => kind === 'resolution').map(({ fields }) => fields.text.v.join(''));
    assert.equal(texts.filter((words) => words === text).length, 1);
    assert.equal(texts.filter((words) => words.endsWith('한 줄')).length, count - 1);
});
