// Theme, text size, language, and windows from a phone's to the widest.
import { assert, test, until } from './harness.mjs';
import { difference, makePair } from './steps.mjs';

const light = ([r, g, b]) => (r + g + b) / 3;
/** How light the paper of the left page is. */
async function paper(page) {
    const { box } = await page.textbox('Resolution').info();
    return light((await page.picture({ x: box.x + 5, y: box.y + box.height - 30, width: 4, height: 4 })).at(1, 1));
}

for (const dark of [false, true]) {
    test(`the page follows a ${dark ? 'dark' : 'light'} system, and the switch overrides it`, { launch: { dark } }, async (t) => {
        const { page } = t;
        if (t.chromium) await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
        await makePair(page, 'words');
        await until(async () => (await paper(page) < 80) === dark, 'the paper is as the system wishes');
        const themes = [];
        for (let i = 0; i < 3; i++) {  // the first press is a change one sees, and the third is the system's again
            await page.button('Theme').click();
            await page.tab.mouse.move(600, 2);
            await page.still();
            themes.push(await paper(page) < 80 ? 'dark' : 'light');
        }
        const [same, other] = dark ? ['dark', 'light'] : ['light', 'dark'];
        assert.deepEqual(themes, [other, same, same]);
        await page.button('Theme').click();
        await page.saved();
        await page.reload();
        if (t.chromium) await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
        assert.equal(await paper(page) < 80, !dark, 'the choice stays');
    });
}

test('the theme changes with the system while the page is open', { browsers: ['chromium'] }, async (t) => {
    const { page } = t;
    await makePair(page, 'words');
    for (const [value, dark] of [['dark', true], ['light', false]]) {
        await page.tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await until(async () => (await paper(page) < 80) === dark, `the paper is ${value}`);
    }
});

test('text grows and shrinks, wraps anew, and stays so', async (t) => {
    const { page } = t;
    await makePair(page, '돌아보면 여섯 달은 길지 않았고 마감은 늘 일요일 밤이었으며 그래도 열 번 가운데 아홉 번은 약속을 지켰다.');
    await page.key('Control+End');
    const first = await page.caret();
    for (let i = 0; i < 4; i++) await page.button('Larger text').click();
    await page.textbox('Resolution').focus();
    const large = await page.caret();
    assert.ok(large.height > first.height && large.y > first.y, 'taller letters, more rows');
    for (let i = 0; i < 30 && !(await page.button('Larger text').info()).disabled; i++) {
        await page.button('Larger text').activate();
        await page.still();
    }
    assert.ok((await page.button('Larger text').info()).disabled, 'there is a largest size');
    for (let i = 0; i < 40 && !(await page.button('Smaller text').info()).disabled; i++) {
        await page.button('Smaller text').activate();
        await page.still();
    }
    await page.textbox('Resolution').focus();
    const small = await page.caret();
    assert.ok(small.height < first.height);
    await page.saved();
    await page.reload();
    assert.ok((await page.button('Smaller text').info()).disabled);
});

test('the language changes all names at once, and stays', { lang: null }, async (t) => {
    const { page } = t;
    await makePair(page, '글');
    await page.button('Language').click();
    await page.textbox('다짐').there();
    await page.textbox('회고').there();
    for (const name of ['새 시리즈', '새 한 쌍', '가져오기', '내보내기', '되돌리기', '다시 하기']) await page.button(name).there();
    await page.status('저장됨').there();
    assert.equal(await page.tab.evaluate(() => document.documentElement.lang), 'ko');
    await page.reload();
    await page.button('새 시리즈').there();
    await page.button('언어').click();
    await page.button('New series').there();
});

/** Every control lies inside of the window, and none over another. */
function wellPlaced(all, width, height) {
    const shown = all.filter((one) => ['button', 'textbox', 'tab', 'separator', 'status', 'heading', 'text', 'alert'].includes(one.role));
    const wrong = [];
    const say = ({ role, name, box }) => `${role} “${name.slice(0, 30)}” ${[box.x, box.y, box.width, box.height].map(Math.round)}`;
    for (const one of shown) {
        const { x, y, width: w, height: h } = one.box;
        if (x < -0.5 || y < -0.5 || x + w > width + 0.5 || y + h > height + 0.5) wrong.push(`outside: ${say(one)}`);
        if (['button', 'tab', 'textbox'].includes(one.role) && (w < 24 || h < 24)) wrong.push(`too small to hit: ${say(one)}`);
    }
    const solid = shown.filter((one) => one.role !== 'text' && one.role !== 'alert');
    for (let i = 0; i < solid.length; i++) for (let j = i + 1; j < solid.length; j++) {
        const a = solid[i].box, b = solid[j].box;
        const over = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), under = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        if (over > 1 && under > 1) wrong.push(`one over the other: ${say(solid[i])} / ${say(solid[j])}`);
    }
    return wrong;
}

for (const [width, height] of [[360, 640], [640, 360], [760, 700], [1000, 640], [1440, 900], [2560, 1400]]) {
    test(`${width} × ${height}: all is inside, nothing lies over anything`, { viewport: { width, height } }, async (t) => {
        const { page } = t;
        const placed = async (what) => assert.deepEqual(wellPlaced(await page.controls(), width, height), [], what);
        await placed('the empty desk');
        if (await page.button('New pair').info()) await page.button('New pair').activate();
        else await page.button('Begin a pair').activate();
        await page.textbox('Pair name').focused();
        await page.key('Control+a');
        await page.type('아주 긴 이름을 가진 열 번째 기수의 다짐과 회고');
        for (const [name, date] of [['Start date', '2024-10-13'], ['End date', '2025-03-30']]) {
            if (!(await page.textbox(name).info())) continue;
            await page.textbox(name).focus();
            await page.key('Control+a');
            await page.type(date);
        }
        await page.textbox('Resolution').focus();
        await page.type('다짐을 여기에 쓴다. 그리고 words in English, long enough to wrap on any page there is; 그래서 한 번 더 적는다.');
        await page.still();
        await placed('with a pair');
        const least = 4 * 17;
        for (const one of (await page.controls()).filter((one) => one.role === 'textbox' && one.target < 2)) {
            assert.ok(one.box.width >= least && one.box.height >= 60, `room to write in ${one.name} (${JSON.stringify(one.box)})`);
        }
        if (width >= 1440) {  // a comfortable line, not one across the whole desk
            const { box } = await page.textbox('Resolution').info();
            assert.ok(box.width < 34 * 17 + 140, `a line is not too long (${box.width})`);
        }
        if (width < 1000) {
            await page.button('List of pairs').click();
            await page.button('New series').there();
            const inside = (await page.controls()).filter((one) => /^(New|Theme|Language|Line|Larger|Smaller|Delete|Move)/.test(one.name));
            assert.deepEqual(wellPlaced(inside, width, height), [], 'the list');
            await page.tab.mouse.click(width - 10, height - 10);
            await page.button('New series').gone();
        }
    });
}

test('above the keyboard of a phone there is still room to write', { viewport: { width: 360, height: 330 } }, async (t) => {
    const { page } = t;
    await page.button('Begin a pair').activate();
    await page.textbox('Pair name').focused();
    await page.textbox('Resolution').focus();
    await page.type('한 줄\n두 줄\n세 줄\n네 줄\n다섯 줄');
    assert.deepEqual(wellPlaced(await page.controls(), 360, 330), []);
    const { y, height } = await page.caret();
    assert.ok(y > 100 && y + height <= 330, `the caret can be seen (${y})`);
});

test('a narrow window shows the pages as tabs', { viewport: { width: 360, height: 640 } }, async (t) => {
    const { page } = t;
    await page.button('Begin a pair').click();
    await page.textbox('Pair name').focused();
    await page.textbox('Resolution').click();
    await page.textbox('Resolution').focused();
    await page.type('왼쪽');
    assert.equal(await page.textbox('Retrospective').info(), null);
    assert.ok((await page.tabButton('Resolution').info()).selected);
    await page.tabButton('Retrospective').click();
    await page.textbox('Retrospective').there();
    assert.ok((await page.tabButton('Retrospective').info()).selected);
    await page.textbox('Retrospective').click();
    await page.type('오른쪽');
    await page.key('F6');
    await page.textbox('Resolution').focused();
    await page.hasText('Resolution', '왼쪽');
    await page.tabButton('Resolution').focus();
    await page.key('ArrowRight');
    await page.tabButton('Retrospective').focused();
    await page.key('Enter');
    await page.hasText('Retrospective', '오른쪽');
    // Wider again: both are here.
    await page.tab.setViewport({ width: 1200, height: 800 });
    await page.textbox('Resolution').there();
    await page.hasText('Retrospective', '오른쪽');
    await page.hasText('Resolution', '왼쪽');
});

for (const density of [1, 1.25, 2, 3]) {
    test(`T74 letters are sharp at ${density} device pixels`, { browsers: ['chromium'], viewport: { width: 1200, height: 800, deviceScaleFactor: density } }, async (t) => {
        const { page } = t;
        await makePair(page, 'lllllllllllllllll\n글자가 또렷하다 글자가 또렷하다');
        await page.button('Line breaks').focus();
        assert.deepEqual(await page.tab.evaluate(() => {
            const canvas = document.getElementById('canvas');
            return [canvas.width / innerWidth, canvas.height / innerHeight];
        }), [density, density]);
        const { box } = await page.textbox('Resolution').info();
        const picture = await page.picture({ x: box.x + 40, y: box.y, width: 240, height: 60 });
        assert.equal(picture.width, Math.round(240 * density));
        // Blurred letters have few pixels as dark as ink, and many in between.
        let ink = 0, between = 0;
        for (let y = 0; y < picture.height; y++) for (let x = 0; x < picture.width; x++) {
            const value = light(picture.at(x, y));
            if (value < 90) ink++;
            else if (value < 210) between++;
        }
        assert.ok(ink > 100 && ink > between * 0.35, `ink ${ink}, in between ${between}`);
    });
}

test('a window made smaller and larger again shows the same', async (t) => {
    const { page } = t;
    await makePair(page, '가나다라 '.repeat(60), 'words '.repeat(60));
    await page.button('Line breaks').focus();
    await page.tab.mouse.move(600, 2);
    const before = await page.picture();
    for (const [width, height] of [[500, 700], [900, 500], [1200, 800]]) {
        await page.tab.setViewport({ width, height });
        await until(() => page.tab.evaluate((width) => document.getElementById('canvas').width === width, width), 'the canvas follows');
    }
    await page.button('Line breaks').focus();
    await until(async () => difference(await page.picture(), before) < 50, 'the same picture');
});
