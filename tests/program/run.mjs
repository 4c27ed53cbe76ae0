// The program for the command line as a person or a script meets it: node tests/program/run.mjs PATH-TO-DAJIM
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deepStrictEqual as same, match, ok } from 'node:assert';

const program = resolve(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'dajim-'));
const file = (name, content) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const run = (...words) => {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status, stdout, stderr };
};
const refused = (words, status, sentence) => {
  const said = run(...words);
  same(said.status, status);
  same(said.stdout, '');
  match(said.stderr, sentence);
};

const post = '---\ntitle: 봄\n---\n## 올해의 목표\n\n- 건강\n  - 주 2회 헤엄치기\n- "기타" 배우기\n\n## 글감\n- 바다\n';

const tests = {
  'goals are an array of text, line, measure, kind and why'() {
    const { status, stdout, stderr } = run('goals', file('post.md', post));
    same(status, 0);
    same(stderr, '');
    const goals = JSON.parse(stdout);
    same(goals.map(goal => [goal.text, goal.line, goal.kind]), [
      ['건강', 6, 'area'], ['주 2회 헤엄치기', 7, 'goal'], ['"기타" 배우기', 8, 'goal'], ['바다', 11, 'topic'],
    ]);
    same(goals[1].measure, { kind: 'rate', amount: 2, unit: '회', per: 'week', every: 1 });
    same(goals[2].measure, null);
    for (const goal of goals) {
      same(Object.keys(goal), ['text', 'line', 'measure', 'kind', 'why']);
      ok(goal.why.length > 0);
    }
    match(goals[0].why, /올해의 목표/);
  },
  'lines are counted as the file has them, with a BOM and CRLF too'() {
    const { stdout } = run('goals', file('windows.md', '\uFEFF' + post.replaceAll('\n', '\r\n')));
    same(JSON.parse(stdout).map(goal => goal.line), [6, 7, 8, 11]);
  },
  'a post without goals is an empty array'() {
    same(run('goals', file('none.md', '날이 춥다.\n')), { status: 0, stdout: '[]\n', stderr: '' });
  },
  'answers name a goal and its passage, and null where one is missing'() {
    const { status, stdout, stderr } = run('answers', file('post.md', post), file('back.md', '## 돌아보며\n\n> 주 2회 헤엄치기\n\n주 2회 헤엄치기는 지켰다.\n'));
    same(status, 0);
    same(stderr, '');
    const answers = JSON.parse(stdout);
    for (const answer of answers) same(Object.keys(answer), ['goal', 'goal_line', 'answer', 'answer_line', 'verdict', 'why']);
    const swim = answers.find(answer => answer.goal === '주 2회 헤엄치기');
    same(swim.goal_line, 7);
    same(swim.verdict, 'kept');
    ok(swim.answer_line >= 3);
    ok(answers.some(answer => answer.goal === '"기타" 배우기' && answer.answer === null && answer.answer_line === null));
  },
  'what cannot be read is told in plain words'() {
    refused(['goals', join(folder, 'missing.md')], 1, /missing\.md: No such file/);
    refused(['goals', folder], 1, /directory/i);
    refused(['goals', file('empty.md', '')], 1, /empty/);
    refused(['answers', file('post.md', post), join(folder, 'missing.md')], 1, /missing\.md: No such file/);
    refused(['goals', file('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))], 1, /not UTF-8/);
    refused(['goals', file('utf16.md', Buffer.from('목표', 'utf16le'))], 1, /not UTF-8/);
    refused(['goals', file('huge.md', 'a'.repeat(10 * 1024 * 1024 + 1))], 1, /larger than 10 MB/);
  },
  'what is not understood gets the usage'() {
    for (const words of [[], ['goals'], ['goals', 'a', 'b'], ['verdicts', 'a']]) refused(words, 2, /dajim goals POST/);
    const { status, stdout } = run('--help');
    same(status, 0);
    match(stdout, /dajim goals POST/);
  },
  'a post of two megabytes is read'() {
    const line = '- 한 달에 두 편을 꾸준히 올리기\n';
    const { status, stdout } = run('goals', file('large.md', '# 목표\n' + line.repeat(50_000)));
    same(status, 0);
    same(JSON.parse(stdout).length, 50_000);
  },
};

let passed = 0, failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    test();
    ++passed;
  } catch (error) {
    ++failed;
    console.log(`${name}: ${error.message}`);
  }
}
rmSync(folder, { recursive: true });
console.log(`program: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
