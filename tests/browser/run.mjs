// Runs the browser tests: node tests/browser/run.mjs [--site build/site] [--browser KIND] [--only PATTERN] [--long] [--faults]
// KIND is chromium, firefox, both of them, ibus, fcitx5 (Chromium with a real Hangul input method), or all. Two run side by side,
// each one test after another; whichever ends first makes room for the next. PATTERN is looked for in "file: name of the test".
// --faults runs what the table of faults names, and prints that table; whoever runs everything finds it in build/test/faults.txt,
// without what is tried natively.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, launch } from './browsers.mjs';
import { nativeResults, rowsOf, table } from './faults.mjs';
import { engines } from './engines.mjs';
import { Site, Unjudged, runTest, tests } from './harness.mjs';

const { values } = parseArgs({ options: {
    site: { type: 'string', default: 'build/site' },
    browser: { type: 'string', default: 'all' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
    native: { type: 'string' },  // doctest's report of the rows that need no browser, as XML
} });
const both = ['chromium', 'firefox'];
const kinds = values.browser === 'all' && !values.faults ? [...both, ...engines] : ['all', 'both'].includes(values.browser) ? both : [values.browser];
const pattern = values.only && new RegExp(values.only, 'i');
// Whoever asks for a part knows that the rest is not tried.
const allRows = values.faults && values.native && !pattern && kinds.length > 1;

const here = import.meta.dirname;
for (const file of (await fs.readdir(here)).filter((name) => /^[a-z]+_.*\.mjs$/.test(name)).sort()) {
    const before = tests.length;
    await import(path.join(here, file));
    for (const one of tests.slice(before)) one.file = file.replace('.mjs', '');
}
const chosen = tests.filter((one) => (values.long || !one.long) && (!values.faults || rowsOf(one.name).length > 0) &&
    (!pattern || pattern.test(`${one.file}: ${one.name}`)));

const shots = path.resolve('build/test-shots');
await fs.rm(shots, { recursive: true, force: true });
const site = await new Site(values.site).start();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => closeAll().finally(() => process.exit(1)));

let passed = 0, failed = 0, skipped = 0, unjudged = 0;
const results = [];  // for the table of faults
async function runKind(kind) {
    let browser, used = 0, hopeless = null;
    // A browser that has died, or served long, makes room for a new one.
    const shared = async () => {
        if (browser && (!browser.browser.connected || used > 40)) {
            await browser.close();
            [browser, used] = [null, 0];
        }
        if (hopeless) throw hopeless;
        browser ??= await launch(kind).catch((error) => {
            if (engines.includes(kind)) hopeless = error;  // its desktop lacks something, and will the next time
            throw error;
        });
        used++;
        return browser;
    };
    const mine = chosen.filter((test) => test.browsers.includes(kind));
    let blind = 0;
    for (const one of mine) {
        const begun = performance.now(), facts = { times: 1, skipped: null };
        let error = await runTest(one, kind, { site, shared, shots, facts, long: values.long });
        // A browser that starts slowly is no fault of the page: what fails is tried once more, and the log says so. A word that is
        // lost now and then is lost: no second try for storage, typing and any row of the table of faults.
        if (error && !/^(storage|input|engine)_/.test(one.file) && rowsOf(one.name).length === 0) {
            console.log(`again   ${kind.padEnd(8)}  ${one.file}: ${one.name}: ${error.message.split('\n')[0]}`);
            error = await runTest(one, kind, { site, shared, shots, facts, long: values.long });
        }
        // Where the control failed, the environment is made anew, once.
        if (error instanceof Unjudged) {
            console.log(`again   ${kind.padEnd(8)}  ${one.file}: ${one.name}: the control failed: ${error.message.split('\n')[0]}`);
            await browser.close();
            browser = null;
            error = await runTest(one, kind, { site, shared, shots, facts, long: values.long });
        }
        const line = `${kind.padEnd(8)}  ${one.file}: ${one.name}  ${Math.round(performance.now() - begun)} ms`;
        if (error instanceof Unjudged) {
            console.log(`control ${line}\n    not judged: ${error.message}`);
            if (++blind * 5 > mine.length) break;
            continue;
        }
        if (!error && facts.skipped) {
            console.log(`skipped ${line}\n    ${facts.skipped}`);
            results.push({ name: one.name, where: kind, times: 0, skipped: facts.skipped });
            skipped++;
            continue;
        }
        results.push({ name: one.name, where: kind, times: facts.times, failed: !!error });
        if (!error) passed++;
        else failed++;
        console.log(error ? `FAILED  ${line}\n    ${error.message}\n${String(error.stack).split('\n').filter((at) => /tests\/browser\/(?!desk|harness)/.test(at)).slice(0, 3).join('\n')}`
                          : `ok      ${line}`);
    }
    await browser?.close();
    unjudged += blind;
    // A control that fails now and then is the environment's; one that fails often means that nothing was tried.
    if (blind * 5 > mine.length) {
        failed++;
        console.log(`FAILED  ${kind}: the control failed in ${blind} of ${mine.length} tests; this environment cannot judge`);
    }
}

try {
    const lane = async () => { while (kinds.length > 0) await runKind(kinds.shift()); };
    await Promise.all([lane(), lane()]);
} finally {
    await closeAll();
    await site.stop();
}
if (values.native) {
    const native = nativeResults(await fs.readFile(values.native, 'utf8')), bad = native.filter((one) => one.failed);
    results.push(...native);
    passed += native.length - bad.length;
    failed += bad.length;
    for (const { name } of bad) console.log(`FAILED  natively  ${name}`);
}
if (values.faults) {
    const { lines, forgotten } = table(results);
    console.log(lines.join('\n'));
    if (allRows) {
        for (const { row, fault, where } of forgotten) console.log(`FAILED  row ${row} (${fault}) was not provoked ${where}, and nobody says why`);
        failed += forgotten.length;
    }
} else if (!pattern && values.browser === 'all') {
    await fs.mkdir('build/test', { recursive: true });
    await fs.writeFile('build/test/faults.txt', table(results).lines.join('\n') + '\n');
}
console.log(`browser: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${unjudged ? `, ${unjudged} not judged, their control failed` : ''}`);
process.exit(failed || !passed ? 1 : 0);
