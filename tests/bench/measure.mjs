// How the benches measure: main-thread time by the browser's own account, the same for our page and its peers.
import { readFile } from 'node:fs/promises';

export const median = (list) => rank(list, 0.5);
export const rank = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

const sentence = '오늘은 미루지 않고 한 줄이라도 쓴다. 어제보다 조금 더 또렷하게 적어 두면 내일의 내가 덜 헤맨다. ';
export const prose = (bytes, { newline = '\n' } = {}) => {
    const paragraph = sentence.repeat(3) + newline;
    return paragraph.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(paragraph))));
};

/** Until what was done is shown. */
export const frame = (tab) => () => tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/**
 * What `act` costs the main thread each time, in ms: { all, own, cpu } of lists. `all` is CDP's TaskDuration by the wall clock, `own` its
 * ScriptDuration (JavaScript and wasm), `cpu` the thread's own time in tasks, without its waiting for others: for whoever draws pixels
 * where there is no GPU, above all. What asking itself costs is taken off. Ends after `times`, or after `most` ms.
 */
export async function costs(tab, act, { times = 60, warm = 10, most = Infinity } = {}) {
    const cdp = await tab.createCDPSession(), thread = await tab.createCDPSession(), settled = frame(tab);
    await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
    const metric = async (session, ...wanted) => {
        const { metrics } = await session.send('Performance.getMetrics');
        return wanted.map((one) => metrics.find(({ name }) => name === one).value * 1000);
    };
    const spent = async () => [...await metric(cdp, 'TaskDuration', 'ScriptDuration'), ...await metric(thread, 'TaskDuration')];
    const cost = async (what) => {
        const before = await spent();
        await what();
        return (await spent()).map((now, i) => now - before[i]);
    };
    const press = async () => {
        await act(cdp);
        await settled();
    };
    const begun = performance.now(), found = [], idle = [];
    for (let i = 0; i < warm && performance.now() - begun < most / 3; i++) await press();
    for (let i = 0; i < times && (i < 5 || performance.now() - begun < most); i++) found.push(await cost(press));
    for (let i = 0; i < 20; i++) idle.push(await cost(settled));
    await Promise.all([cdp.detach(), thread.detach()]);
    const [all, own, cpu] = [0, 1, 2].map((at) => found.map((one) => Math.max(0, one[at] - median(idle.map((other) => other[at])))));
    return { all, own, cpu };
}

/** A syllable put in as an input method does. */
export const syllable = (cdp) => cdp.send('Input.insertText', { text: '글' });

/** The most megabytes that any process with a page has in the line of /proc that `line` finds. */
async function mostOf(browser, file, line) {
    const whole = await browser.target().createCDPSession();
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    let most = 0;
    for (const { type, id } of processInfo) {
        if (type !== 'renderer') continue;
        const facts = await readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
        most = Math.max(most, Number(line.exec(facts)?.[1] ?? 0) / 1024);
    }
    await whole.detach();
    return most;
}

/** Megabytes of the process that has the page, shared pages by their share, after its garbage has gone. */
export async function memory(browser, tab) {
    const cdp = await tab.createCDPSession();
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    await cdp.detach();
    return mostOf(browser, 'smaps_rollup', /^Pss: +(\d+) kB/m);
}

/** The most megabytes that the process ever had. */
export const peak = (browser) => mostOf(browser, 'status', /^VmHWM:\s+(\d+) kB/m);
