// The browser is asked to keep the journal for good: once there is something to keep, and its answer is told.
import { assert, test } from './harness.mjs';
import { begin, filed } from './keeping.mjs';

const answers = {
    yes: [true, 'This browser keeps the journal until you delete it.', '이 브라우저는 직접 지울 때까지 기록장을 간직한다.'],
    no: [false, 'This browser may clear the journal when space is short: save a file too.',
         '공간이 모자라면 이 브라우저가 기록장을 지울 수 있다. 파일로도 내보내 둔다.'],
};

/** In the page: the browser answers `lasting` to whoever asks; each question notes how many records were on the medium by then. */
function answer(lasting) {
    const begin = IDBDatabase.prototype.transaction, put = IDBObjectStore.prototype.put, writing = new WeakSet();
    let records = 0;
    window.testAsked = [];
    // Heard of before the page itself hears of it.
    IDBDatabase.prototype.transaction = function () {
        const transaction = begin.apply(this, arguments);
        transaction.addEventListener('complete', () => { if (writing.has(transaction)) records++; });
        return transaction;
    };
    IDBObjectStore.prototype.put = function () {
        if (this.name === 'records') writing.add(this.transaction);
        return put.apply(this, arguments);
    };
    if (!navigator.storage) return;  // the empty page before this one
    navigator.storage.persist = async () => {
        window.testAsked.push(records);
        return lasting;
    };
}
const asked = (desk) => desk.tab.evaluate(() => window.testAsked);

for (const [name, [lasting, english, korean]] of Object.entries(answers)) {
    test(`whether the journal may stay is asked at the first real save, and the answer is told: ${name}`, { open: false }, async (t) => {
        const before = { before: (tab) => tab.evaluateOnNewDocument(answer, lasting) };
        const desk = await t.session.open('?lang=en', before);
        await desk.button('Begin a pair').there();
        assert.deepEqual(await asked(desk), [], 'a visit is no reason to ask');
        assert.equal(await desk.text(english).info(), null);
        await begin(desk);
        await desk.type('간직할 글');
        await desk.saved();
        await desk.text(english).there();
        await desk.type(' 그리고 더');
        await desk.saved();
        const [records, ...more] = await asked(desk);
        assert.ok(records > 0, 'something was kept when it was asked');
        assert.deepEqual(more, [], 'and it was asked once');

        // Whoever comes back to read is not asked; whoever writes is, and told in their language.
        await filed(desk, '간직할 글 그리고 더');
        await desk.close();
        const again = await t.session.open('?lang=ko', before);
        await again.hasText('다짐', '간직할 글 그리고 더');
        assert.deepEqual(await asked(again), []);
        await again.writeAtEnd('다짐');
        await again.type('.');
        await again.saved();
        await again.text(korean).there();
        assert.equal((await asked(again)).length, 1);
    });
}
