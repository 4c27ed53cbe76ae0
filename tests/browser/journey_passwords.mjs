// Journals that leave and come with a password: out of one browser, into another, and what is said when they do not open.
import fs from 'node:fs/promises';
import path from 'node:path';
import { webcrypto } from 'node:crypto';
import { assert, fixtures, test, until } from './harness.mjs';
import { makePair, notice, shelf, tabTo } from './steps.mjs';

const slip = (page, name) => page.control('dialog', name);
const gone = (page) => until(async () => !(await slip(page).info()), 'the slip is gone');
const write = async (page, name, words) => {
    await page.textbox(name).focus();
    await page.type(words);
};
const withoutDate = (bytes) => String(bytes).replace(/^ {2}"exported": .*$/m, '');
const exportAll = (page) => page.download(() => page.button('Export').activate());

/** Exports with a password, as somebody with a keyboard does; answers the file. */
async function exportWith(page, password) {
    await page.button('Export with a password…').click();
    await page.textbox('Password').focused();
    await page.type(password);
    await page.key('Enter');
    await page.textbox('Password again').focused();
    await page.type(password);
    return page.download(() => page.key('Enter'));
}

/** The recipe of docs/format.md, by another implementation than the browser's. */
async function open({ kdf, cipher, iv, data, version }, password) {
    const bytes = (text) => Buffer.from(text, 'base64');
    const head = ['dajim-encrypted', version, kdf.name, kdf.hash, kdf.iterations, kdf.salt, cipher, iv].map((line) => line + '\n').join('');
    const words = await webcrypto.subtle.importKey('raw', Buffer.from(password.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
    const key = await webcrypto.subtle.deriveKey({ name: kdf.name, hash: kdf.hash, salt: bytes(kdf.salt), iterations: kdf.iterations }, words,
                                                 { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    return Buffer.from(await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv), additionalData: Buffer.from(head) }, key, bytes(data)));
}

test('a journal exported with a password is the same in another browser, and opens by the published recipe', { limit: 240000 }, async (t) => {
    const { page } = t;
    await makePair(page, '# 다짐 🌱\n\n- 열 번', '아홉 번');
    const file = await exportWith(page, 'three unrelated words');
    await notice(page, /“dajim-.*\.dajim\.enc\.json” was handed to your browser’s downloads/);
    await gone(page);
    await page.textbox('Resolution').focused();   // the keyboard is where it was
    assert.match(file.name, /^dajim-\d{4}-\d\d-\d\d\.dajim\.enc\.json$/);
    const container = JSON.parse(file.bytes);
    assert.deepEqual([container.format, container.version, container.cipher, container.kdf.iterations], ['dajim-encrypted', 1, 'AES-256-GCM', 600000]);
    assert.ok(!String(file.bytes).includes('다짐'));
    const plain = await open(container, 'three unrelated words');
    assert.equal(plain.length % 4096, 0);
    const mine = withoutDate((await exportAll(page)).bytes);
    assert.equal(withoutDate(plain).trimEnd(), mine.trimEnd());

    // No two files are encrypted alike.
    const second = JSON.parse((await exportWith(page, 'three unrelated words')).bytes);
    for (const fact of [(one) => one.kdf.salt, (one) => one.iv, (one) => one.data]) assert.notEqual(fact(second), fact(container));

    const where = path.join(await t.folder('export'), file.name);
    await fs.writeFile(where, file.bytes);
    const other = await (await t.stranger()).open('?lang=en');
    await other.pick(where);
    await slip(other, 'This file has a password').there();
    await other.textbox('Password').focused();
    await other.type('three unrelated Words');
    await other.key('Enter');
    await other.alert(/does not open: the password is wrong, or the file was changed/).there();
    await other.textbox('Password').focused();
    await other.type('three unrelated words');   // over what was there
    await other.button('Open').click();
    await notice(other, /Imported 1 series and 1 pairs/);
    await gone(other);
    assert.equal(withoutDate((await exportAll(other)).bytes), mine);
});

test('the test vectors open, a Hangul password however it is typed', async (t) => {
    const { page } = t;
    const vectors = JSON.parse(await fs.readFile(path.join(fixtures, 'encrypted/passwords.json')));
    for (const { file, password, opens_to } of vectors) {
        const plain = await fs.readFile(path.join(fixtures, 'journals', opens_to), 'utf8');
        const bytes = await fs.readFile(path.join(fixtures, 'encrypted', file));
        assert.equal(String(await open(JSON.parse(bytes), password)).trimEnd(), plain.trimEnd());
        for (const form of ['NFC', 'NFD']) {
            await page.pick(path.join(fixtures, 'encrypted', file));
            await page.textbox('Password').focused();
            await page.tab.evaluate((words) => document.execCommand('insertText', false, words), password.normalize(form));
            await page.key('Enter');
            await gone(page);
            await notice(page, /Imported 1 series and 2 pairs/);
            await page.button('Undo').activate();
            await page.button('Begin a pair').there();
        }
    }
});

test('a file that was cut or changed on its way says so before it asks for a password', async (t) => {
    const { page } = t;
    await makePair(page, 'mine');
    const bytes = await fs.readFile(path.join(fixtures, 'encrypted/latin.dajim.enc.json'));
    const text = String(bytes);
    const spoilt = { 'cut.json': bytes.subarray(0, bytes.length / 2), 'short.json': Buffer.from(text.replace(/"data": "(.{400}).*"/, '"data": "$1"')),
                     'changed.json': Buffer.from(text.replace(/"data": "./, (begin) => begin.slice(0, -1) + (begin.endsWith('A') ? 'B' : 'A'))) };
    for (const [name, spoil] of Object.entries(spoilt)) {
        await page.drop({ name, bytes: spoil }, 600, 300);
        await notice(page, new RegExp(`“${name}” is not whole: it was cut off, or changed on its way`));
        assert.equal(await slip(page).info(), null);
    }
    await page.drop({ name: 'slow.json', bytes: Buffer.from(text.replace('"iterations": 1000', '"iterations": 99000000')) }, 600, 300);
    await notice(page, /contents of “slow.json” do not fit together/);

    // A head that was changed is authenticated with the data: as with a wrong password.
    await page.drop({ name: 'head.json', bytes: Buffer.from(text.replace('"iterations": 1000', '"iterations": 1001')) }, 600, 300);
    await page.textbox('Password').focused();
    await page.type('three unrelated words');
    await page.key('Enter');
    await page.alert(/does not open: the password is wrong, or the file was changed/).there();
    await page.key('Escape');
    await gone(page);
    await page.hasText('Resolution', 'mine');
    assert.equal((await shelf(page)).length, 2);
});

test('a password is dots to everybody until it is shown, and nothing of it stays', async (t) => {
    const { page } = t;
    await makePair(page, 'mine');
    await page.button('Export with a password…').click();
    await page.textbox('Password').focused();
    const element = () => page.tab.evaluate(() => {
        const { type, autocomplete, spellcheck, value } = document.activeElement;
        return { type, autocomplete, spellcheck, value, name: document.activeElement.getAttribute('aria-label') };
    });
    await page.type('a secret');
    assert.deepEqual(await element(), { type: 'password', autocomplete: 'new-password', spellcheck: false, value: 'a secret', name: 'Password' });
    await page.key('Control+a');
    await page.still();
    assert.equal(await page.selected(), '');
    await page.key('End');
    await page.key('Backspace');
    await page.key('Home');
    await page.key('Shift+ArrowRight');
    await page.type('A');
    await tabTo(page, page.control('switch', 'Show the password'));
    await page.key('Enter');
    await until(async () => (await page.control('switch', 'Show the password').info()).pressed, 'it is shown');
    await page.textbox('Password').focus();
    assert.deepEqual(await element(), { type: 'text', autocomplete: 'new-password', spellcheck: false, value: 'A secre', name: 'Password' });
    assert.equal(await page.wholeText('Password'), 'A secre');
    assert.ok(!(await page.controls()).some((one) => /secre/.test(one.name + one.description)));

    // Two that differ are told, and who leaves leaves nothing.
    await write(page, 'Password again', 'other');
    await page.key('Enter');
    await page.alert('The two passwords differ.').there();
    assert.ok((await page.textbox('Password again').info()).invalid);
    await page.key('Escape');
    await gone(page);
    await page.button('Export with a password…').click();
    await page.textbox('Password').focused();
    assert.deepEqual(await element(), { type: 'password', autocomplete: 'new-password', spellcheck: false, value: '', name: 'Password' });
    assert.equal((await page.field('Password again')).value, '');
    await page.button('Cancel').click();
    await gone(page);
    await page.hasText('Resolution', 'mine');
});

test('in a narrow window the slip takes the list\'s place, and gives the keyboard back', { viewport: { width: 360, height: 720 } }, async (t) => {
    const { page } = t;
    await page.button('Begin a pair').click();
    await page.textbox('Resolution').focus();
    await page.type('words');
    await page.button('List of pairs').click();
    await slip(page, 'Series and pairs').there();
    await page.button('Export with a password…').click();
    await slip(page, 'Export with a password').there();
    await slip(page, 'Series and pairs').gone();
    await page.textbox('Password').focused();
    await page.type('seen by nobody');
    await page.key('Escape');
    await gone(page);
    await page.textbox('Resolution').focused();
    await page.type(' more');
    await page.hasText('Resolution', 'words more');
});
