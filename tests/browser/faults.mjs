// The table of faults: what can go wrong with somebody's words, how much of them may be lost, and which tests provoke it.
//
// A test belongs to a row by its name ("row 12: …", "rows 6 7: …"), in the browsers and natively.

/** [row, fault, what may be lost, { chromium, firefox: why it is not provoked there; how: it is provoked otherwise than it happens }] */
const rows = [
    [1, 'killed while typing', 'nothing acknowledged'],
    [2, 'killed while many files are saved', 'nothing acknowledged'],
    [3, 'the renderer crashes', 'nothing acknowledged', { firefox: 'nothing there to crash a page by; killed whole in row 1' }],
    [4, 'the program dies (trap, out of memory)', 'nothing acknowledged'],
    [5, 'power cut, system crash', 'nothing acknowledged', { how: 'as a copy of the running profile: no machine is cut off; records are written with durability strict' }],
    [6, 'the tab is closed', 'nothing'],
    [7, 'reloaded, or another page is opened', 'nothing'],
    [8, 'hidden, then discarded', 'nothing', { firefox: 'nothing there to discard a tab by' }],
    [9, 'frozen', 'nothing', { firefox: 'does not freeze pages; a writer that sleeps is rows 9 12' }],
    [10, 'back out of the browser’s cache of pages', 'nothing', { how: 'in firefox without locks: it puts no page aside that holds one' }],
    [11, 'two windows', 'nothing'],
    [12, 'a window wakes whose lock was stolen', 'nothing'],
    [13, 'two windows of two versions', 'nothing'],
    [14, 'a private window', 'what a private window holds', {}],
    [15, 'no room (quota)', 'nothing acknowledged'],
    [16, 'the disk is full', 'nothing acknowledged'],
    [17, 'no IndexedDB', 'nothing while it is open'],
    [18, 'IndexedDB does not answer', 'nothing'],
    [19, 'another page takes the database', 'nothing'],
    [20, 'site data cleared while it is open', 'nothing', { how: 'in firefox its databases are deleted' }],
    [21, 'site data cleared while it is closed, evicted', 'what was not in a file: cannot be prevented, is said', { how: 'in firefox its databases are deleted' }],
    [22, 'transactions abort', 'nothing acknowledged'],
    [23, 'the connection is lost', 'nothing acknowledged'],
    [24, 'a record is no file any more', 'one version of one pair'],
    [25, 'a file is cut or a bit of it another', 'one version of one pair'],
    [26, 'the clock jumps', 'nothing'],
    [27, 'a coarse clock', 'nothing', { chromium: 'has none' }],
    [28, 'a clock that stands still', 'nothing'],
    [29, 'an import is cut', 'nothing'],
    [30, 'an import of a later version', 'nothing'],
    [31, 'a hostile import', 'nothing'],
    [32, 'an import while one types', 'nothing', { how: 'in firefox with plain letters: nothing there to compose by' }],
    [33, 'an import of one’s own older file', 'nothing'],
    [34, 'killed during an import', 'nothing acknowledged'],
    [35, 'a migration fails', 'nothing'],
    [36, 'a new version while one types', 'nothing'],
    [37, 'a new version that is not whole', 'nothing'],
    [38, 'another window takes the new version', 'nothing'],
    [39, 'page and program of two versions', 'nothing'],
    [40, 'no network', 'nothing'],
    [41, 'offline copy or database gone alone', 'nothing that was in a file'],
    [42, 'a download that does not come', 'nothing', { firefox: 'nothing to refuse it by' }],
    [43, 'a file that others have changed', 'nothing', { firefox: 'cannot write to files' }],
    [44, 'the right to a file is gone', 'nothing', { firefox: 'cannot write to files' }],
    [45, 'undo past an import', 'nothing'],
    [46, 'composing while it is saved, left or reloaded', 'the syllable', { how: 'in firefox as it was recorded: nothing there to compose by' }],
    [47, 'text that is no UTF-8', 'nothing'],
    [48, 'no locks', 'nothing'],
];

/** Numbers of the rows a test's name speaks of. */
export function rowsOf(name) {
    return (/^rows? ([\d ]+):/.exec(name)?.[1].split(' ') ?? []).map(Number);
}

/** doctest's report as results. A test that does not say how it ended, because the program ended with it, has failed. */
export function nativeResults(xml) {
    return xml.split('<TestCase ').slice(1).filter((one) => !/^[^>]*skipped/.test(one)).map((one) => (
        { name: /name="([^"]*)"/.exec(one)[1], where: 'natively', times: 1, failed: !/test_case_success="true"/.test(one) }));
}

/**
 * `results`: [{ name, where: 'chromium', 'firefox' or 'natively', times, failed, skipped }], skipped being the reason. Answers the table
 * as `lines`, and as `forgotten` where a row did not run without a reason: what is tried natively needs no browser.
 */
export function table(results) {
    const places = ['chromium', 'firefox', 'natively'];
    const cell = (row, where, why) => {
        const mine = results.filter((one) => one.where === where && rowsOf(one.name).includes(row));
        if (!mine.length) return { text: '-', why: why?.[where] };
        const failed = mine.filter((one) => one.failed).length, skipped = mine.find((one) => one.skipped)?.skipped;
        if (mine.every((one) => one.skipped)) return { text: 'skipped', why: skipped, skipped };
        return { text: `${mine.reduce((sum, one) => sum + one.times, 0)} ×` + (failed ? `, ${failed} FAILED` : ''), run: true, failed, why: skipped };
    };
    const forgotten = [];
    const lines = rows.map(([row, fault, limit, why]) => {
        const cells = places.map((where) => cell(row, where, why));
        const lost = cells.some((one) => one.failed) ? 'SEE ABOVE' : cells.some((one) => one.run) ? '0' : 'not run';
        const silent = cells[2].run ? [] : places.filter((where, i) => i < 2 && cells[i].text === '-' && !cells[i].why);
        if (silent.length) forgotten.push({ row, fault, where: `in ${silent.join(' and ')}` });
        const reasons = cells.flatMap((one, i) => one.why ? [`${places[i]}: ${one.why}`] : []);
        if (why?.how) reasons.unshift(why.how);
        return [String(row), fault, ...cells.map((one) => one.text), limit, lost, [...new Set(reasons)].join('; ')];
    });
    const all = [['row', 'fault', ...places, 'may be lost', 'lost', 'not run because, or how'], ...lines];
    const widths = all[0].map((_, i) => Math.max(...all.map((line) => line[i].length)));
    return { lines: all.map((line) => line.map((text, i) => text.padEnd(widths[i])).join('  ').trimEnd()), forgotten };
}
