// The table of faults: what can go wrong with somebody's words, how much of them may be lost, and which tests provoke it.
//
// A test belongs to a row by its name ("row 12: …", "rows 6 7: …"), in the browsers and natively.

/** [row, fault, what may be lost, why it is not provoked where it is not: { chromium, firefox, both }] */
const rows = [
    [1, 'killed while typing', 'nothing acknowledged'],
    [2, 'killed while many files are saved', 'nothing acknowledged', { firefox: 'killed so often it does not always hand over the export by which this looks; see row 1' }],
    [3, 'the renderer crashes', 'nothing acknowledged', { firefox: 'nothing there to crash a page by; killed whole in row 1' }],
    [4, 'the program dies (trap, out of memory)', 'nothing acknowledged'],
    [5, 'power cut, system crash', 'nothing acknowledged', { both: 'needs a machine to cut; records are written with durability strict' }],
    [6, 'the tab is closed', 'nothing'],
    [7, 'reloaded, or another page is opened', 'nothing'],
    [8, 'hidden, then discarded', 'nothing', { firefox: 'nothing there to discard a tab by' }],
    [9, 'frozen', 'nothing', { firefox: 'does not freeze pages; a writer that sleeps is rows 9 12' }],
    [10, 'back out of the browser’s cache of pages', 'nothing'],
    [11, 'two windows', 'nothing'],
    [12, 'a window wakes whose lock was stolen', 'nothing'],
    [13, 'two windows of two versions', 'nothing'],
    [14, 'a private window', 'what a private window holds', {}],
    [15, 'no room (quota)', 'nothing acknowledged'],
    [16, 'the disk is full', 'nothing acknowledged'],
    [17, 'no IndexedDB', 'nothing while it is open'],
    [18, 'IndexedDB does not answer', 'nothing'],
    [19, 'another page takes the database', 'nothing'],
    [20, 'site data cleared while it is open', 'nothing', { firefox: 'nothing there to clear it by' }],
    [21, 'site data cleared while it is closed, evicted', 'what was not in a file: cannot be prevented, is said', { firefox: 'clears all of a site at once, and with it the memory that something was there' }],
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
    [32, 'an import while one types', 'nothing', { firefox: 'nothing there to compose by' }],
    [33, 'an import of one’s own older file', 'nothing'],
    [34, 'killed during an import', 'nothing acknowledged', { firefox: 'as row 2' }],
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
    [46, 'composing while it is saved, left or reloaded', 'the syllable'],
    [47, 'text that is no UTF-8', 'nothing'],
    [48, 'no locks', 'nothing'],
];

/** Numbers of the rows a test's name speaks of. */
export function rowsOf(name) {
    return (/^rows? ([\d ]+):/.exec(name)?.[1].split(' ') ?? []).map(Number);
}

/** `results`: [{ name, where: 'chromium', 'firefox' or 'natively', times, failed }]. Answers the table as lines. */
export function table(results) {
    const places = ['chromium', 'firefox', 'natively'];
    const cell = (row, where, why) => {
        const mine = results.filter((one) => one.where === where && rowsOf(one.name).includes(row));
        if (!mine.length) return { text: '-', why: why?.[where] ?? why?.both };
        const failed = mine.filter((one) => one.failed).length;
        return { text: `${mine.reduce((sum, one) => sum + one.times, 0)} ×` + (failed ? `, ${failed} FAILED` : ''), run: true, failed };
    };
    const lines = rows.map(([row, fault, limit, why]) => {
        const cells = places.map((where) => cell(row, where, why));
        const lost = cells.some((one) => one.failed) ? 'SEE ABOVE' : cells.some((one) => one.run) ? '0' : 'not run';
        const reasons = cells.flatMap((one, i) => one.why ? [`${why.both ? '' : places[i] + ': '}${one.why}`] : []);
        return [String(row), fault, ...cells.map((one) => one.text), limit, lost, [...new Set(reasons)].join('; ')];
    });
    const all = [['row', 'fault', ...places, 'may be lost', 'lost', 'not run because'], ...lines];
    const widths = all[0].map((_, i) => Math.max(...all.map((line) => line[i].length)));
    return all.map((line) => line.map((text, i) => text.padEnd(widths[i])).join('  ').trimEnd());
}
