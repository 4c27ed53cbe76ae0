// A pair of 100 KB with 200 goals and their answers: what proposing them costs, and what the ribbon adds to a frame.
//
// Propose: main-thread ms of looking through the page for goals, or for answers. Scroll: main-thread ms of one turn of the wheel and the
// frames that show it, in the same pair before any goal was taken and with 200 of them tied to their answers; the ratio is the ribbon's.
//
//     --goals 200   --times 60
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, freshFolder, launch } from '../browser/browsers.mjs';
import { Session, Site } from '../browser/harness.mjs';
import { makePair, makeSeries } from '../browser/steps.mjs';
import { costs, median, prose, rank } from './measure.mjs';

const { values } = parseArgs({ options: {
    site: { type: 'string', default: 'build/site' }, goals: { type: 'string', default: '200' }, times: { type: 'string', default: '60' },
} });
const count = Number(values.goals), times = Number(values.times);
const things = ['책', '글', '산책', '노래', '그림', '편지', '사진', '요리', '달리기', '번역'];
const promise = (i) => `${things[i % 10]} ${i + 1}호를 ${i % 7 + 2}번 끝낸다`;
const each = (write) => Array.from({ length: count }, (_, i) => write(i)).join('\n');
const filler = prose(Math.max(200, Math.floor((50 << 10) / count) - 120)).trimEnd();
const posts = {
    'resolution.md': `# 다짐\n\n## 목표\n\n${each((i) => `- ${promise(i)}`)}\n\n## 왜\n\n${each(() => `${filler}\n`)}`,
    'retrospective.md': `# 회고\n\n${each((i) => `> ${promise(i)}\n\n${i % 2 ? '다 지켰다.' : '지키지 못했다.'}\n\n${filler}\n`)}`,
};

const folder = await freshFolder('goals');
for (const [name, text] of Object.entries(posts)) await fs.writeFile(path.join(folder, name), text);
const site = await new Site(values.site).start();
const table = {};
const row = (name, { all, own }, beside) => {
    table[name] = { 'ms': median(all).toFixed(1), 'p99': rank(all, 0.99).toFixed(1), 'its own': median(own).toFixed(1),
                    '× without goals': beside ? (median(all) / median(beside.all)).toFixed(2) : '' };
};

try {
    const session = await Session.make(site, await launch('chromium', { args: ['--disable-smooth-scrolling'] }));
    const desk = await session.open('?lang=en', { viewport: { width: 1440, height: 900 } });
    const press = async (name) => {
        const { box } = await desk.button(name).there();
        return costs(desk.tab, () => desk.tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2), { times: 10, warm: 2 });
    };
    const { box } = await (async () => {
        await makeSeries(desk, 'Bench', 'one');
        await desk.pick(path.join(folder, 'resolution.md'));
        await desk.status(/^A goal\?/).there();
        await desk.button('Close proposals').click();
        await desk.pick(path.join(folder, 'retrospective.md'));
        return desk.textbox('Retrospective').there();
    })();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const scroll = async () => {
        await desk.still();
        await desk.tab.mouse.move(x, y);
        const turn = (deltaY) => (cdp) => cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
        const down = await costs(desk.tab, turn(120), { times });
        await costs(desk.tab, turn(-1e6), { times: 1, warm: 0 });
        return down;
    };
    const without = await scroll();
    row('scroll, no goals', without);
    row('propose goals', await press('Look for goals'));
    await desk.button('Accept all').click();
    await desk.text(new RegExp(`^${count} goals`)).there();
    row('propose answers', await press('Look for answers'));
    await desk.button('Accept all').click();
    await desk.text(new RegExp(`^${count} answered`)).there();
    row(`scroll, ${count} goals`, await scroll(), without);
    await session.close();
} finally {
    await closeAll();
    await site.stop();
    console.table(table);
}
