// A phone in somebody's hand: fingers on the glass as Chromium brings them, its keyboard, and what is seen at a selection.
import { assert, until } from './desk.mjs';
import { page } from './typing.mjs';

/** Options of a test on a phone. Firefox has no protocol for touches. */
export const phone = { browsers: ['chromium'], viewport: { width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, isMobile: true } };

/** One finger, or two at once: places are { x, y } in CSS pixels. Each call returns when the page has heard of it. */
export class Finger {
    static async make(desk) { return Object.assign(new Finger(), { desk, cdp: await desk.tab.createCDPSession() }); }
    send(type, ...points) {
        return this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
    }
    down(...points) { return this.send('touchStart', ...points); }
    move(...points) { return this.send('touchMove', ...points); }
    up() { return this.send('touchEnd'); }
    /** A tap of its own: not the second one of two. */
    async tap(point) {
        await this.desk.still();
        while (performance.now() - (this.tapped ?? 0) < 500) await new Promise((resolve) => setTimeout(resolve, 25));
        await this.tapAgain(point);
    }
    async tapAgain(point) {
        await this.down(point);
        await this.up();
        this.tapped = performance.now();
    }
    /** Over to `to` and off the glass in full swing; the last steps do not wait for each other. */
    async fling(from, to) {
        await this.drag(from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, 3);
        const at = (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
        await Promise.all([this.move(at(0.7)), this.move(at(0.85)), this.move(to), this.up()]);
    }
    /** Down at `from` and over to `to`, still down. */
    async drag(from, to, steps = 8) {
        await this.down(from);
        for (let i = 1; i <= steps; i++) {
            await this.move({ x: from.x + (to.x - from.x) * i / steps, y: from.y + (to.y - from.y) * i / steps });
        }
    }
    /** It trembles until it has no speed that anything could glide on with. */
    async rest(point) {
        for (let i = 0; i < 8; i++) await this.move({ x: point.x, y: point.y + i % 2 });
    }
    async scroll(from, to) {
        await this.drag(from, to);
        await this.rest(to);
        await this.up();
        await this.desk.still();
    }
    /** Rests until something is selected under it, still down. */
    async hold(point, wanted) {
        await this.desk.still();
        await this.down(point);
        if (wanted !== undefined) await until(async () => (await knobs(this.desk)).length > 0, 'there are handles while the finger rests');
    }
    async press(control) {
        await this.desk.still();
        const { box } = await control.enabled();
        await this.tap({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
        await this.desk.still();
    }
}

/** A pair whose resolution holds `text`, on a phone. Nothing has the keyboard. */
export async function written(t, text, name = 'Resolution') {
    const desk = await page(t, text, name);
    await desk.key('Control+Home');
    await desk.still();
    return desk;
}

/** Nothing has the keyboard. */
export async function away(desk) {
    await desk.tab.evaluate(() => document.activeElement.blur());
    await desk.still();
}

/** The middle of the letter behind the caret, after these keys. */
export async function placeOf(desk, ...keys) {
    for (const key of keys) await desk.key(key);
    const { x, y, height } = await desk.caret();
    return { x: x + 6, y: y + height / 2 };
}

export async function selects(desk, wanted) {
    let last;
    await until(async () => (last = await desk.selected()) === wanted, () => `${JSON.stringify(wanted)} is selected (it is ${JSON.stringify(last)})`);
}

const accents = [[47, 93, 98], [131, 183, 188]];

/** The knobs of a selection's handles as they are seen, from the left: the middle of each, CSS pixels. */
export async function knobs(desk, { top = 44, density = 2 } = {}) {
    const picture = await desk.picture();
    const is = (x, y) => accents.some((accent) => accent.every((part, i) => Math.abs(picture.at(x, y)[i] - part) < 3));
    const seen = new Set(), found = [];
    for (let y = top * density; y < picture.height; y += 4) for (let x = 0; x < picture.width; x += 4) {
        if (seen.has(y * picture.width + x) || !is(x, y)) continue;
        const blob = [], todo = [[x, y]];
        while (todo.length) {
            const [px, py] = todo.pop(), key = py * picture.width + px;
            if (px < 0 || py < 0 || px >= picture.width || py >= picture.height || seen.has(key) || !is(px, py)) continue;
            seen.add(key);
            blob.push([px, py]);
            todo.push([px + 1, py], [px - 1, py], [px, py + 1], [px, py - 1]);
        }
        const bottom = Math.max(...blob.map(([, py]) => py));
        const drop = blob.filter(([, py]) => py > bottom - 17 * density);
        const wide = Math.max(...drop.map(([px]) => px)) - Math.min(...drop.map(([px]) => px));
        if (blob.length < 200 * density * density || wide > 22 * density || wide < 14 * density) continue;
        found.push({ x: drop.reduce((sum, [px]) => sum + px, 0) / drop.length / density, y: bottom / density - 8.5 });
    }
    return found.sort((a, b) => a.x - b.x);
}

/** What the menu offers, from the left; empty: there is none. */
export async function offered(desk) {
    const names = /^(Cut|Copy|Paste|Select all|잘라내기|복사|붙여넣기|모두 선택)$/;
    return (await desk.button(names).all()).map((one) => one.name);
}

/** Waits for the menu, and sees that a finger can use it: all of it in the window, above the keyboard. */
export async function menu(desk, wanted, height = 740) {
    let last;
    await until(async () => String(last = await offered(desk)) === String(wanted), () => `the menu offers ${wanted} (it offers ${last})`);
    for (const name of wanted) {
        const { box } = await desk.button(name).info();
        assert.ok(box.height >= 44 && box.width >= 44, `${name} is as large as a finger (${box.width} × ${box.height})`);
        assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= height, `${name} is in sight (${JSON.stringify(box)})`);
    }
}
export const noMenu = (desk) => until(async () => (await offered(desk)).length === 0, 'there is no menu');

/** A keyboard of glass comes and covers the lower part of the window (0: it goes). The page keeps its size, as on iOS. */
export async function keyboard(desk, covered) {
    await desk.tab.evaluate((covered) => {
        Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => window.innerHeight - covered });
        visualViewport.dispatchEvent(new Event('resize'));
    }, covered);
    await desk.still();
}
