// Files: the journal out and in again, Markdown posts in and out with the same bytes.
import fs from 'node:fs/promises';
import path from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { assert, fixtures, test, until } from './harness.mjs';
import { makePair, makeSeries, notice, shelf } from './steps.mjs';

const withoutDate = (bytes) => String(bytes).replace(/^ {2}"exported": .*$/m, '');
const exportAll = (page) => page.download(() => page.button('Export').activate());
const journal = (name) => path.join(fixtures, 'journals', name);
const post = (name) => fs.readFile(path.join(fixtures, 'posts', name));

test('a journal exported here is the same in another browser', async (t) => {
    const { page } = t;
    await makeSeries(page, '글또', '9기', '10기');
    for (const [name, words] of [['Resolution', '# 다짐 🌱\n\n- 열 번\n'], ['Retrospective', 'Nine.\n\n끝']]) {
        await page.textbox(name).focus();
        await page.paste(words);
    }
    await makeSeries(page, 'Years', '2025');
    const first = await exportAll(page);
    assert.match(first.name, /^dajim-\d{4}-\d\d-\d\d\.dajim\.json$/);
    await notice(page, /was handed to your browser’s downloads/);

    const file = path.join(await t.folder('export'), first.name);
    await fs.writeFile(file, first.bytes);
    const other = await (await t.stranger()).open('?lang=en');
    await other.pick(file);
    await notice(other, /Imported 2 series and 3 pairs/);
    assert.deepEqual(await shelf(other), ['글또', '9기', '10기', 'Years', '2025']);
    const second = await exportAll(other);
    assert.equal(withoutDate(second.bytes), withoutDate(first.bytes));

    // Once more: it is all there already.
    await other.pick(file);
    await notice(other, /here already; nothing changed/);
    assert.deepEqual(await shelf(other), ['글또', '9기', '10기', 'Years', '2025']);
    assert.equal(withoutDate((await exportAll(other)).bytes), withoutDate(first.bytes));

    // And an import is one step.
    await other.button('Undo').activate();
    await other.button('Begin a pair').there();
});

test('exports and the journals that open fit the published schema', async (t) => {
    const { page } = t;
    const schema = JSON.parse(await fs.readFile(path.join(t.site.folder, 'schema/dajim-1.json')));
    const fits = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const fitting = (bytes) => { assert.ok(fits(JSON.parse(bytes)), JSON.stringify(fits.errors)); };
    for (const name of ['1.0-by-hand', '1.0-two-series', '1.1-goals', '1.2-pasts', '1.3-unknown-members']) fitting(await fs.readFile(journal(`${name}.dajim.json`)));
    await page.pick(journal('1.3-unknown-members.dajim.json'));
    await notice(page, /Imported/);
    await makeSeries(page, '글또', '9기');
    await page.textbox('Resolution').focus();
    await page.paste('# 다짐 🌱\n\n- 열 번\n');
    const exported = (await exportAll(page)).bytes;
    fitting(exported);
    // It is no schema that says yes to everything.
    for (const spoil of [(all) => { all.format = 'other'; }, (all) => { all.version = '2.0'; }, (all) => { delete all.entries; },
                         (all) => { all.entries[0].id = 7; }, (all) => { all.entries.push('words'); }]) {
        const all = JSON.parse(exported);
        spoil(all);
        assert.equal(fits(all), false, String(spoil));
    }
});

test('row 30: journals written by others open, and what is unknown in them is kept', async (t) => {
    const { page } = t;
    await page.pick(journal('1.0-two-series.dajim.json'));
    await notice(page, /Imported 2 series and 3 pairs/);
    assert.deepEqual(await shelf(page), ['글쓰기 모임', '3기', '4기', 'Years', '2024']);
    await page.button('3기').click();
    await page.hasText('Retrospective', '---\ntitle: 여름\n---\n열 편 가운데 일곱 편을 썼다.\n\t끝에는 줄바꿈이 없다');
    const exported = JSON.parse((await exportAll(page)).bytes);
    const given = JSON.parse(await fs.readFile(journal('1.0-two-series.dajim.json')));
    assert.deepEqual(exported.entries.filter((one) => one.kind !== 'revision'), given.entries);

    await page.pick(journal('1.0-by-hand.dajim.json'));
    await notice(page, /Imported 1 series and 2 pairs/);
    await page.pick(journal('1.3-unknown-members.dajim.json'));
    await notice(page, /Imported 1 series and 1 pairs?.*changed outside Dajim/);
    await page.button('2026').nth(1).click();
    await page.hasText('Resolution', '올해는\n하나만 지킨다.\n');
    const pair = JSON.parse((await exportAll(page)).bytes).entries.find((entry) => entry.id === 'document-1');
    assert.deepEqual(pair.fields.sealed, { v: '2026-01-02' });
});

test('row 45: an import can be taken back at once', async (t) => {
    const { page } = t;
    await makePair(page, '내 글');
    await page.pick(journal('1.0-two-series.dajim.json'));
    await notice(page, /Imported/);
    await page.button('Take back').click();
    await until(async () => (await shelf(page)).length === 2, 'only my own is here');
    await page.hasText('Resolution', '내 글');
});

test('a post dropped on a page goes there, and its title, date and tags are shown', async (t) => {
    const { page } = t;
    await makePair(page);
    const place = async (name) => {
        const { box } = await page.textbox(name).info();
        return [box.x + box.width / 2, box.y + 80];
    };
    await page.drop({ name: 'crlf.md', bytes: await post('crlf.md') }, ...await place('Retrospective'));
    await notice(page, /Imported “윈도우에서 쓴 글”/);
    await page.text(/윈도우에서 쓴 글 · 2020-11-02 · #일상 · #기록/).there();
    await page.hasText('Retrospective', String(await post('crlf.md')).replaceAll('\r\n', '\n'));
    await page.hasText('Resolution', '');
    await page.drop({ name: 'hugo-yaml.md', bytes: await post('hugo-yaml.md') }, ...await place('Resolution'));
    await page.text(/It's the end of a quarter · 2024-09-30 · #okr · #look back · #work/).there();

    // Words that are there are never replaced: the post gets a pair of its own.
    await page.drop({ name: 'nfd.md', bytes: await post('nfd.md') }, ...await place('Resolution'));
    await notice(page, /has words already, so “.*” was put into a new pair/);
    await page.text(/한글 이름의 파일|#맨/).there().catch(() => {});
    assert.equal((await shelf(page)).length, 3);
    await page.button('Take back').click();
    await until(async () => (await shelf(page)).length === 2, 'the new pair is gone');
    assert.match(await page.wholeText('Resolution'), /We set three objectives/);
});

test('posts exported untouched have the same bytes', { limit: 240000 }, async (t) => {
    const { page } = t;
    const names = t.chromium ? (await fs.readdir(path.join(fixtures, 'posts'))).filter((name) => name.endsWith('.md'))
        : ['bom-crlf.md', 'nfd.md', 'mixed-endings.md', 'crlf-no-final-newline.md', 'emoji-tasks.md'];
    await makePair(page);
    for (const name of names) {
        await page.pick(path.join(fixtures, 'posts', name));
        const end = await until(async () => {
            const all = await page.controls();
            return ['Resolution', 'Retrospective'].find((one) => all.some((control) =>
                control.role === 'button' && !control.disabled && control.name === `Export ${one.toLowerCase()} as Markdown`));
        }, `${name} is here`);
        const { bytes, name: given } = await page.download(() => page.button(`Export ${end.toLowerCase()} as Markdown`).activate());
        assert.equal(bytes.compare(await post(name)), 0, `${name} as it was`);
        assert.equal(given.normalize('NFC'), name.normalize('NFC'));
        await page.button('Undo').activate();
        await until(async () => !(await page.controls()).some((one) => /^Export .* as Markdown$/.test(one.name)), 'the pages are empty again');
    }
});

test('a post that was changed keeps its line endings and its front matter', async (t) => {
    const { page } = t;
    await makePair(page);
    await page.pick(path.join(fixtures, 'posts', 'crlf.md'));
    await notice(page, /Imported/);
    await page.writeAtEnd('Resolution');
    await page.type('더 쓴 줄\n');
    const { bytes } = await page.download(() => page.button('Export resolution as Markdown').activate());
    assert.equal(String(bytes), String(await post('crlf.md')) + '더 쓴 줄\r\n');
});

test('Import opens the browser’s choice of files', { browsers: ['chromium'] }, async (t) => {
    const { page } = t;
    const [chooser] = await Promise.all([page.tab.waitForFileChooser(), page.button('Import').click()]);
    await chooser.accept([journal('1.0-two-series.dajim.json')]);
    await notice(page, /Imported 2 series and 3 pairs/);
    await page.button('2024').click();
    await page.textbox('Resolution').focus();
    const [second] = await Promise.all([page.tab.waitForFileChooser(), page.key('Control+o')]);
    await second.cancel();
    await page.hasText('Resolution', 'One book a month.\nTwenty kilometres a week, at least on the weeks without rain.\n');
});

test('a page written here gets a file name of its series and pair', async (t) => {
    const { page } = t;
    await makeSeries(page, '글또', '10/기');
    await page.textbox('Resolution').focus();
    await page.type('words');
    const { name, bytes } = await page.download(() => page.button('Export resolution as Markdown').click());
    assert.equal(name.normalize('NFC'), '글또 10-기 Resolution.md');
    assert.equal(String(bytes), 'words');
});
