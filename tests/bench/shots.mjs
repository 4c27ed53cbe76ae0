// README's pictures: the example pair in both themes and languages, wide and narrow, as a visitor sees it.
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, launch } from '../browser/browsers.mjs';
import { Session, Site } from '../browser/harness.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
    browser: { type: 'string', default: 'chromium' },
    site: { type: 'string', default: 'build/site' },
} });
const folder = positionals[0] ?? 'docs/shots';
await fs.mkdir(folder, { recursive: true });
const site = await new Site(values.site).start();
const wide = { width: 1440, height: 900, deviceScaleFactor: 1 }, narrow = { width: 360, height: 740, deviceScaleFactor: 2 };
const words = { ko: { example: '예시 한 쌍 보기', left: '다짐', right: '회고' },
                en: { example: 'Look at an example pair', left: 'Resolution', right: 'Retrospective' } };

try {
    for (const theme of ['light', 'dark']) {
        const started = await launch(values.browser, { dark: theme === 'dark' });
        for (const [language, say] of Object.entries(words)) {
            const session = await Session.make(site, started, { part: true });   // somebody new, whose example is in their language
            for (const [size, viewport] of Object.entries({ wide, narrow })) {
                const desk = await session.open(`?lang=${language}`, { viewport });
                if (values.browser === 'chromium') {
                    await desk.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
                }
                const shot = (what) => desk.tab.screenshot({ path: path.join(folder, `${what}-${size}-${language}-${theme}.png`) });
                if (await desk.button(say.example).info()) {
                    await desk.still();
                    await shot('welcome');
                    await desk.button(say.example).click();
                    await desk.textbox(say.left).there();
                }
                if (size === 'narrow') await desk.tabButton(say.left).click();
                await desk.writeAtEnd(size === 'wide' ? say.right : say.left);
                await desk.still();
                await desk.saved();
                await desk.tab.mouse.move(viewport.width / 2, 2);   // where nothing answers to it
                await desk.still();
                await shot('desk');
                await desk.close();
            }
            await session.close();
        }
        await started.close();
    }
} finally {
    await closeAll();
    await site.stop();
}
