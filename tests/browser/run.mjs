// Runs the browser tests: node tests/browser/run.mjs [--site build/site] [--browser chromium|firefox|both] [--only PATTERN] [--long]
// The two browsers run side by side, each one test after another. PATTERN is looked for in "file: name of the test".
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, launch } from './browsers.mjs';
import { Site, runTest, tests } from './harness.mjs';

const { values } = parseArgs({ options: {
    site: { type: 'string', default: 'build/site' },
    browser: { type: 'string', default: 'both' },
    only: { type: 'string' },
    long: { type: 'boolean', default: false },
} });
const kinds = values.browser === 'both' ? ['chromium', 'firefox'] : [values.browser];
const pattern = values.only && new RegExp(values.only, 'i');

const here = import.meta.dirname;
for (const file of (await fs.readdir(here)).filter((name) => /^[a-z]+_.*\.mjs$/.test(name)).sort()) {
    const before = tests.length;
    await import(path.join(here, file));
    for (const one of tests.slice(before)) one.file = file.replace('.mjs', '');
}
const chosen = tests.filter((one) => (values.long || !one.long) && (!pattern || pattern.test(`${one.file}: ${one.name}`)));

const shots = path.resolve('build/test-shots');
await fs.rm(shots, { recursive: true, force: true });
const site = await new Site(values.site).start();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => closeAll().finally(() => process.exit(1)));

let passed = 0, failed = 0;
async function runKind(kind) {
    let browser, used = 0;
    // A browser that has died, or served long, makes room for a new one.
    const shared = async () => {
        if (browser && (!browser.browser.connected || used > 40)) {
            await browser.close();
            browser = null;
        }
        if (!browser) [browser, used] = [await launch(kind), 0];
        used++;
        return browser;
    };
    for (const one of chosen.filter((test) => test.browsers.includes(kind))) {
        const begun = performance.now();
        let error = await runTest(one, kind, { site, shared, shots });
        // A browser that starts slowly is no fault of the page: what fails is tried once more, and the log says so. A word that is
        // lost now and then is lost: nothing of storage and of typing gets a second try.
        if (error && !/^(storage|input)_/.test(one.file)) {
            console.log(`again   ${kind.padEnd(8)}  ${one.file}: ${one.name}: ${error.message.split('\n')[0]}`);
            error = await runTest(one, kind, { site, shared, shots });
        }
        const line = `${kind.padEnd(8)}  ${one.file}: ${one.name}  ${Math.round(performance.now() - begun)} ms`;
        if (!error) passed++;
        else failed++;
        console.log(error ? `FAILED  ${line}\n    ${error.message}\n${String(error.stack).split('\n').filter((at) => /tests\/browser\/(?!desk|harness)/.test(at)).slice(0, 3).join('\n')}`
                          : `ok      ${line}`);
    }
    await browser?.close();
}

try {
    await Promise.all(kinds.map(runKind));
} finally {
    await closeAll();
    await site.stop();
}
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
