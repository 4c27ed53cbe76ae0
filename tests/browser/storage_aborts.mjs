// Storage that refuses what it is given, now and then or for a while: it is tried again, and "Saved" is not said before it is true.
import { assert, test, until } from './harness.mjs';
import { begin, filed, watchAcknowledged } from './keeping.mjs';

/**
 * Fails the n-th put of this document, into `store` where one is named: it throws, its transaction is aborted, or all from there on fail
 * until testHeal(). testUndone() names the stores of which a record was really taken back.
 */
function failPut(n, how, store) {
    const put = IDBObjectStore.prototype.put, undone = [];
    let count = 0;
    window.testPuts = () => count;
    window.testUndone = () => undone;
    window.testHeal = () => { n = Infinity; };
    IDBObjectStore.prototype.put = function () {
        if (store && this.name !== store) return put.apply(this, arguments);
        count++;
        if (how === 'on' ? count < n : count !== n) return put.apply(this, arguments);
        if (how === 'abort') {
            const request = put.apply(this, arguments), { transaction, name } = this, stop = () => transaction.abort();
            transaction.addEventListener('abort', () => undone.push(name));
            // A record is committed at once: who waits for the answer to its put finds nothing to take back.
            transaction.commit = stop;
            request.addEventListener('success', stop);
            return request;
        }
        throw new DOMException('the test lets it fail', 'UnknownError');
    };
}

/**
 * In the page: a record whose put has failed is outstanding until it, or the files that have its words, are on the medium. testTooSoon
 * notes each "Saved" that is shown meanwhile.
 */
function watchSaved() {
    const outstanding = new Set(), put = IDBObjectStore.prototype.put;
    window.testTooSoon = [];
    window.testFailures = 0;
    const kept = (transaction, all) => transaction.addEventListener('complete', () => { for (const one of all) outstanding.delete(one); });
    IDBObjectStore.prototype.put = function (value, key) {
        const { transaction } = this;
        if (this.name === 'FILE_DATA') kept(transaction, [...outstanding]);
        if (this.name !== 'records') return put.apply(this, arguments);
        const missing = () => { window.testFailures++; outstanding.add(key[1]); };
        try {
            const request = put.apply(this, arguments);
            transaction.addEventListener('abort', missing);
            kept(transaction, [key[1]]);
            return request;
        } catch (error) {
            missing();
            throw error;
        }
    };
    new MutationObserver(() => {
        const said = document.querySelector('#mirror [role=status]')?.textContent;
        if (said === 'Saved' && outstanding.size) window.testTooSoon.push([...outstanding].join(' '));
    }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Opens the page with a put that fails, and with acknowledgements told. */
const openFailing = (t, ...facts) => t.session.open('?lang=en', { before: async (tab) => {
    await tab.evaluateOnNewDocument(failPut, ...facts);
    await tab.evaluateOnNewDocument(watchSaved);
    await tab.evaluateOnNewDocument(watchAcknowledged);
} });

/** "Saved" was not shown while a record that had failed was outstanding; answers how many had. */
async function neverTooSoon(desk, when) {
    const [tooSoon, failures] = await desk.tab.evaluate(() => [window.testTooSoon, window.testFailures]);
    assert.deepEqual(tooSoon, [], `Saved is not said of records that failed, ${when}`);
    return failures;
}

for (const how of ['once', 'abort']) {
    test(`row 22: the n-th put fails (${how}), for all n of a session`, { open: false, limit: 400000 }, async (t) => {
        t.allow(/the test lets it fail|AbortError/);
        const undone = new Set();
        let text = '', failures = 0, times = 0;
        // Store by store: which of two stores is written first is not the same in every session.
        for (const store of ['records', 'meta', 'FILE_DATA']) for (let n = 1; ; n++) {
            const desk = await openFailing(t, n, how, store);
            if (!text) await begin(desk);
            else assert.equal(await desk.wholeText('Resolution'), text, `after the failure of a put before that of ${n} into ${store}`);
            await desk.writeAtEnd('Resolution');
            await desk.type(`${n} `);
            await desk.saved(60000);
            await filed(desk, text + `${n} `);
            text += `${n} `;
            failures += await neverTooSoon(desk, `at put ${n} into ${store}`);
            for (const one of await desk.tab.evaluate(() => window.testUndone())) undone.add(one);
            const done = await desk.tab.evaluate(() => window.testPuts()) < n;
            await desk.close();
            if (done) break;
            assert.ok(n < 40, 'a session has so few puts');
            t.provoked(++times);
        }
        assert.ok(failures > 0, 'records were among what failed');
        if (how === 'abort') for (const store of ['records', 'meta', 'FILE_DATA']) assert.ok(undone.has(store), `what was put in ${store} was undone`);
        const desk = await t.session.open();
        await desk.hasText('Resolution', text);
        assert.equal((await desk.alert(/damaged/).all()).length, 0, 'nothing is damaged');
    });
}

/** A pair to write in, once a page that meets with refusals from the start can be used. */
async function beginLate(desk) {
    await until(async () => (await desk.button('Begin a pair').info())?.disabled === false, 'the page can be used', 30000);
    await begin(desk);
}

test('row 22: from the n-th put on all fail: what was acknowledged is there', { open: false, limit: 400000 }, async (t) => {
    t.allow(/the test lets it fail|AbortError/);
    let text = '';
    for (let n = 1; n <= 9; n++) {
        const desk = await openFailing(t, n, 'on');
        if (n === 1) {
            await beginLate(desk);
        } else {
            await desk.textbox('Resolution').there(30000);
            assert.ok((await desk.wholeText('Resolution')).startsWith(text), `after put ${n - 1} and all that followed failed`);
        }
        await desk.writeAtEnd('Resolution');
        text = await desk.wholeText('Resolution');
        await desk.key('End');
        await desk.type(`${n} `);
        await until(async () => await desk.tab.evaluate(() => window.testPuts()) >= n || (await desk.status('Saved').info()), 'storage was tried');
        await desk.key('End');
        await desk.type('그리고 ');
        // The words stay, whatever became of them below.
        assert.ok((await desk.wholeText('Resolution')).startsWith(`${text}${n} 그리고 `));
        if (n === 1) {
            // Nothing could be kept at all: let it work again, so that the next rounds have something to lose.
            await desk.status(/Saving failed/).there();
            await desk.tab.evaluate(() => window.testHeal());
            await desk.saved(90000);
            text = await desk.wholeText('Resolution');
        } else {
            text = (await desk.tab.evaluate(() => window.testAcknowledged)) || text;
        }
        await neverTooSoon(desk, `from put ${n} on`);
        await desk.close();
    }
    const desk = await t.session.open();
    assert.ok((await desk.wholeText('Resolution')).startsWith(text));
});

test('row 22: from the n-th put on all fail for a while: it is said, and afterwards every word is kept', { open: false, limit: 400000 }, async (t) => {
    t.allow(/the test lets it fail|AbortError/);
    let text = '';
    for (const n of [1, 2, 3, 5, 8]) {
        const desk = await openFailing(t, n, 'on');
        if (n === 1) {
            await beginLate(desk);
        } else {
            await desk.hasText('Resolution', text, 30000);
        }
        // Words until one of them is refused, and more while nothing is kept.
        for (let word = 1; !(await desk.status(/Saving failed/).info()); word++) {
            assert.ok(word < 40, 'it is said that saving failed');
            await desk.writeAtEnd('Resolution');
            await desk.type(`${n}-${word} `);
            text += `${n}-${word} `;
            await desk.still();
            await until(() => desk.status(/^(Saved|Saving failed.*)$/).info(), 'it is known what became of it', 30000);
        }
        await desk.writeAtEnd('Resolution');
        await desk.type('그리고 ');
        text += '그리고 ';
        await desk.hasText('Resolution', text);
        await desk.status(/Saving failed/).there();
        // Where not even the first put works, no record is begun.
        const failures = await neverTooSoon(desk, `from put ${n} on`);
        assert.ok(failures > 0 || n === 1, 'a record failed');
        await desk.tab.evaluate(() => window.testHeal());
        await desk.saved(90000);
        await neverTooSoon(desk, `once put ${n} works again`);
        t.provoked(n);
        await desk.close();
    }
    const desk = await t.session.open();
    await desk.hasText('Resolution', text);
    assert.equal((await desk.alert(/damaged/).all()).length, 0, 'nothing is damaged');
});
