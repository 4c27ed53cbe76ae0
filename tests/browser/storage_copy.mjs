// The browser's profile is copied file by file while somebody writes, as a machine that loses its power leaves it: half of one moment,
// half of another. What was acknowledged before the copy began is there for a browser that starts on it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { assert, test, until } from './harness.mjs';
import { begin, watchAcknowledged } from './keeping.mjs';

/** By which a browser knows that its profile is in use; the copy is used by nobody. */
const locks = new Set(['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'lock', '.parentlock']);

/** A copy, as `cp -r` makes it: what goes away meanwhile is left out. */
async function copy(from, to) {
    await fs.mkdir(to);
    for (const entry of await fs.readdir(from, { withFileTypes: true })) {
        const source = path.join(from, entry.name), target = path.join(to, entry.name);
        if (entry.isDirectory()) await copy(source, target);
        else if (entry.isFile() && !locks.has(entry.name)) await fs.copyFile(source, target).catch((error) => { if (error.code !== 'ENOENT') throw error; });
    }
}

test('row 5: a copy of the running profile has all that was acknowledged before it was begun', { open: false, limit: 600000 }, async (t) => {
    const copies = await t.folder('copies'), profile = path.join(copies, 'running');
    const desk = await begin(await (await t.launch({ profile })).open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(watchAcknowledged) }));
    let words = 0, copied = false;
    const word = async () => desk.type(`${++words} 다짐 `);
    for (let round = 0; round < 3; round++) {
        const had = words;
        while (words < had + 5) await word();
        // Even rounds copy while records are made, odd ones while files are written as well.
        if (round % 2) await desk.saved();
        await until(() => desk.tab.evaluate(() => window.testAcknowledged), 'something was acknowledged');
        const acknowledged = await desk.tab.evaluate(() => window.testAcknowledged), target = path.join(copies, String(round));
        copied = false;
        await Promise.all([copy(profile, target).then(() => { copied = true; }), (async () => { do await word(); while (!copied); })()]);
        const other = await t.launch({ profile: target });
        const there = await other.open();
        const text = await there.wholeText('Resolution');
        assert.ok(text.includes(acknowledged), `“${acknowledged}” was acknowledged; there is “${text}”`);
        assert.equal((await there.alert(/damaged/).all()).length, 0, 'nothing is damaged');
        await there.writeAtEnd('Resolution');
        await there.type('그리고');
        await there.saved();
        await other.close();
        t.provoked(round + 1);
    }
});
