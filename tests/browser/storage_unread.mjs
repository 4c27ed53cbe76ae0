// A write-ahead record that the browser cannot give back (a large one lies in a file of its own in the profile): it costs itself alone.
import { assert, test, until } from './harness.mjs';
import { begin, kept } from './keeping.mjs';

/** Before the page: whoever asks for record `sequence`, or for all of them, gets an error as of a file that is gone. */
function lose(sequence) {
    const { get, getAll } = IDBObjectStore.prototype;
    // An error that nobody takes upon himself ends the transaction, as a real one does.
    const fail = (store) => {
        const request = {};
        get.call(store, [0, 0]).onsuccess = () => {
            let taken = false;
            request.onerror?.({ preventDefault() { taken = true; }, stopPropagation() {} });
            if (!taken) store.transaction.abort();
        };
        return request;
    };
    IDBObjectStore.prototype.getAll = function () { return this.name === 'records' ? fail(this) : getAll.apply(this, arguments); };
    IDBObjectStore.prototype.get = function (key) { return this.name === 'records' && key[1] === sequence ? fail(this) : get.apply(this, arguments); };
}

test('row 24: a record cannot be read: all before it is there, it is said, and one writes on', async (t) => {
    const desk = await begin(t.page);
    await desk.type('하나');
    await desk.saved();
    // The records that no file has yet; who goes on writing keeps them so.
    const records = async () => {
        const { records, epoch } = await kept(desk);
        return Object.keys(records).map((key) => key.split(',').map(Number)).filter(([of]) => of === epoch).map(([, sequence]) => sequence);
    };
    let text = '하나';
    await until(async () => {
        await desk.type('.');
        await desk.saved();
        text += '.';
        return (await records()).length >= 3;
    }, 'three records are in no file yet', 30000);
    const last = Math.max(...await records());
    t.provoked(1);
    await desk.close();
    const later = await t.session.open('?lang=en', { before: (tab) => tab.evaluateOnNewDocument(lose, last) });
    await later.alert(/damaged/).there();
    await later.hasText('Resolution', text.slice(0, -1));
    await later.writeAtEnd('Resolution');
    await later.type(' 더');
    await later.saved();
    await later.close();
    const again = await t.session.open();
    await again.hasText('Resolution', text.slice(0, -1) + ' 더');
    assert.equal((await again.alert().all()).length, 0, 'it is told once');
});
