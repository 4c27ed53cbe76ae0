// A sealed resolution and what became of its words: as it was sealed, the difference, the trail of a goal; and words told once before.
import { assert, test, until } from './harness.mjs';
import { difference, makePair, notice } from './steps.mjs';

const sealed = '# 다짐\n\n- 글을 5번 쓴다\n- 책을 한 달에 한 권 읽는다';
const now = '# 다짐\n\n- 글을 10번 쓴다\n- 책을 한 달에 한 권 읽는다\n- 달린다';

/** A pair whose resolution was sealed and then amended in two places; the caret stands behind the first. */
async function amended(page) {
    await makePair(page, sealed, '글은 열 번 썼다.');
    await page.key('Control+Home');
    await page.key('ArrowDown', 2);
    await page.key('Control+j');
    await page.control('group', /^Goal “글을 5번/).there();
    await page.button('Seal').click();
    await page.button('Seal it').click();
    await notice(page, /sealed/);
    await page.writeAtEnd('Resolution');
    await page.paste('\n- 달린다');
    await page.key('Control+Home');
    await page.key('ArrowDown', 2);
    await page.key('Home');
    await page.key('ArrowRight', 5);
    await page.key('Delete');
    await page.type('10');
    await page.control('switch', 'What changed').there();
}

test('the words that were sealed and the difference are read, copied, not written in, and the editor is as it was', async (t) => {
    const { page } = t;
    await amended(page);
    const caret = await page.caret();
    await page.control('switch', 'As it was sealed').click();
    const reading = page.textbox('Resolution: As it was sealed');
    assert.equal((await reading.there()).readOnly, true);
    await page.hasText('Resolution: As it was sealed', sealed);
    await page.control('switch', 'What changed').click();
    await page.textbox('Resolution: What changed').focused();
    await page.text('2 added, 1 removed').there();
    assert.match((await page.textbox('Resolution: What changed').info()).description, /2 added, 1 removed/);
    await page.type('x');
    await page.key('Backspace');
    await page.paste('y');
    await page.hasText('Resolution: What changed', '# 다짐\n\n- 글을 5번10번 쓴다\n- 책을 한 달에 한 권 읽는다\n- 달린다');
    await page.key('Escape');
    await page.textbox('Resolution').focused();
    const { x, y } = await page.caret();
    assert.ok(Math.abs(x - caret.x) < 1 && Math.abs(y - caret.y) < 1, `the caret stands where it was (${x}, ${y}; ${caret.x}, ${caret.y})`);
    await page.type('!');
    await page.key('Backspace');
    await page.hasText('Resolution', now);
});

test('keys alone go to a reading and back, and its words stand in the page of a narrow window too', async (t) => {
    const { page } = t;
    await amended(page);
    await page.tab.setViewport({ width: 380, height: 760 });
    await page.tabButton('Resolution').there();
    await page.textbox('Resolution').focus();
    await page.key('Control+Alt+,');
    await page.textbox('Resolution: As it was sealed').focused();
    await page.key('Control+Alt+0');
    await page.textbox('Resolution: What changed').focused();
    assert.equal((await page.control('switch', 'What changed').there()).pressed, true);
    await page.key('Control+Alt+0');
    await page.textbox('Resolution').focused();
    await page.textbox('Resolution: What changed').gone();
    await page.key('Control+Alt+0');
    await page.textbox('Resolution: What changed').focused();
    await page.key('Control+z');   // what is taken back is to be seen
    await page.textbox('Resolution').focused();
});

test('a sealed goal whose words were amended tells its trail', async (t) => {
    const { page } = t;
    await amended(page);
    await page.key('F8');
    await page.text(/^Sealed \d{4}-\d\d-\d\d: “글을 5번 쓴다”$/).there();
    await page.text(/^→ \d{4}-\d\d-\d\d: “글을 10번 쓴다”$/).there();
    await page.textbox('Resolution').focus();
    await page.key('Control+z', 3);   // "10" is typed no more, and what stood there is back
    await page.text(/^→/).gone();
});

const copied = '이번에도 같은 말로 시작하는 문단을 그대로 가져왔다.';
const topics = '## 쓰고 싶은 글\n\n- 도커 이미지 줄이기\n- 쿠버네티스 배포 파이프라인\n- 러스트 소유권';
const posts = `# 돌아보며\n\n## 쓴 글\n\n- 도커 이미지를 줄이는 법\n- 올해 읽은 책\n\n${copied}`;

test('what was copied from the last retrospective is told, and greyed as long as one likes', async (t) => {
    const { page } = t;
    await makePair(page, '', copied);
    await makePair(page, '', `# 새로 쓴다\n\n${copied}\n\n이번에만 있었던 일을 적은 문단이다.`);
    await page.text('1 paragraphs as in the last retrospective').there();
    const grey = page.control('switch', 'Grey what was there last time');
    assert.equal((await grey.there()).pressed, true);
    const { box } = await page.textbox('Retrospective').there();
    const words = { x: box.x, y: box.y, width: box.width, height: 200 };
    await page.writeAtEnd('Retrospective');
    const greyed = await page.picture(words);
    await grey.click();
    await until(async () => !(await grey.info()).pressed, 'it is greyed no more');
    assert.ok(difference(greyed, await page.picture(words)) > 50, 'the words look otherwise');
    await page.writeAtEnd('Retrospective');
    await page.key('Control+Home');
    await page.key('ArrowDown', 2);
    await page.type('x');
    await page.text(/as in the last/).gone();
});

test('topics are compared with the posts that a retrospective lists', async (t) => {
    const { page } = t;
    await makePair(page, topics, posts);
    await page.button('Look for goals').click();
    await page.button('Accept all').click();
    await page.text('3 topics, 1 written · 1 posts not planned').there();
    await page.key('F8');
    await page.control('group', /^Goal “도커 이미지 줄이기/).there();
    await page.text(/Written: “도커 이미지를 줄이는 법”/).there();
    await page.button('Look for answers').click();
    await until(async () => /An answer to “도커 이미지 줄이기”/.test((await page.status(/\?/).info())?.name ?? ''), 'the post is proposed as its answer');
});
