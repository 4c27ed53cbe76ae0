// Steps that many journeys begin with.
import { until } from './desk.mjs';

/** Presses a button of the shelf that adds a row, and waits until the new one is there and its name is to be written. */
async function add(page, button, name) {
    const before = (await shelf(page)).length;
    await page.button(button).activate();
    await until(async () => (await shelf(page)).length > before, `${button} has added something`);
    await page.textbox(name).focused();
}

/** Makes a pair (and its series, when there is none) and writes its two pages. The page written last has the keyboard. */
export async function makePair(page, left = '', right = '') {
    await add(page, 'New pair', 'Pair name');
    for (const [name, words] of [['Retrospective', right], ['Resolution', left]]) {
        if (!words) continue;
        await page.textbox(name).focus();
        await page.paste(words);
    }
    await page.textbox(left || !right ? 'Resolution' : 'Retrospective').focus();
    await page.still();
}

/** Makes a series and names it, its pairs likewise; what was made last is chosen. */
export async function makeSeries(page, name, ...pairs) {
    await add(page, 'New series', 'Series name');
    await page.type(name);
    for (const pair of pairs) {
        await add(page, 'New pair', 'Pair name');
        await page.key('Control+a');
        await page.type(pair);
    }
    await page.still();
}

/** Names of the shelf's rows from the top: series and pairs as they are listed. */
export async function shelf(page) {
    const all = await page.controls();
    const from = all.findIndex((one) => one.role === 'navigation');
    const to = all.findIndex((one, at) => at > from && one.role === 'button' && /^(New pair|새 한 쌍)$/.test(one.name));
    return all.slice(from + 1, to).filter((one) => one.role === 'button' && !/^(Move|Delete) (series|pair)/.test(one.name)).map((one) => one.name);
}

/** Presses Tab, or Shift+Tab where it comes earlier, until this control has the keyboard. */
export async function tabTo(page, control, most = 60) {
    // Never past the last one: there the keyboard goes to the browser's own bar, and what is pressed then is the browser's.
    const all = await page.controls();
    const { id } = await control.there();
    const back = all.findIndex((one) => one.id === id) < all.findIndex((one) => one.focused);
    for (let presses = 0; presses <= most; presses++) {
        if ((await control.info())?.focused) return;
        await page.key(back ? 'Shift+Tab' : 'Tab');
        await page.still();
    }
    throw new Error(`${most} presses of Tab did not reach ${control}`);
}

/** What stands in the notice once it fits. */
export async function notice(page, fits) {
    let last;
    await until(async () => {
        last = await page.alert().all();
        return last.some((one) => fits.test(one.name));
    }, () => `a notice like ${fits} (there is ${JSON.stringify(last.map((one) => one.name))})`);
    return last.find((one) => fits.test(one.name)).name;
}

/** How many device pixels differ between two pictures of the same size. */
export function difference(one, two) {
    if (one.width !== two.width || one.height !== two.height) return Infinity;
    let count = 0;
    for (let y = 0; y < one.height; y++) for (let x = 0; x < one.width; x++) {
        const a = one.at(x, y), b = two.at(x, y);
        if (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) > 24) count++;
    }
    return count;
}
