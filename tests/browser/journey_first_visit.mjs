// The first visit: an empty desk that explains itself, in the reader's language.
import { assert, test } from './harness.mjs';

const words = {
    en: { title: 'A resolution and its retrospective, side by side', body: /stay in this browser/, language: 'en',
          offers: ['Begin a pair', 'Import a file', 'Look at an example pair'], left: 'Resolution', right: 'Retrospective' },
    ko: { title: '다짐과 회고를 나란히', body: /이 브라우저 안에만/, language: 'ko',
          offers: ['한 쌍 시작하기', '파일 가져오기', '예시 한 쌍 보기'], left: '다짐', right: '회고' },
};

async function explainsItself(page, { title, body, offers, language }) {
    await page.heading(title).there();
    await page.text(body).there();
    for (const name of offers) await page.button(name).enabled();
    assert.equal(await page.tab.evaluate(() => document.documentElement.lang), language);
    await page.saved();
}

async function showsTheExample(page, { offers, left, right }) {
    await page.button(offers[2]).click();
    for (const name of [left, right]) {
        await page.textbox(name).there();
        const text = await page.wholeText(name);
        assert.ok(text.length > 150, `the example's ${name} has words (${text.length})`);
        assert.match(text, name === '다짐' || name === '회고' ? /[가-힣]{2}/ : /\b(the|and)\b/);
    }
    await page.saved();
}

for (const lang of ['en', 'ko']) {
    test(`the empty desk explains itself with ?lang=${lang}, and the example opens`, { lang }, async (t) => {
        await explainsItself(t.page, words[lang]);
        await showsTheExample(t.page, words[lang]);
    });
}

test('the empty desk speaks the Korean of the browser', { lang: null, launch: { language: 'ko-KR' } },
     (t) => explainsItself(t.page, words.ko));

test('the empty desk speaks the English of the browser', { lang: null }, (t) => explainsItself(t.page, words.en));

test('a browser of a third language reads English', { lang: null, browsers: ['chromium'], launch: { language: 'de-DE' } },
     (t) => explainsItself(t.page, words.en));
