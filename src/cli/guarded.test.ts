import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TERMINAL } from '../limits';
import { holdLimits } from '../limits/testing';
import { claimingZip } from '../testing/claiming-zip';
import { run } from './sigma';

/*
 * What files from elsewhere may not do to a command: lead it out of its paths, around in circles, into too much memory,
 * or into words that a CI server takes for its own commands.
 */

const ID = '5f2c2b0e-9a0e-4f8e-8f5e-0d7a52a1c001';
const RULE = `title: Accounts database
id: ${ID}
logsource: {product: windows, category: process_creation}
detection:
    s: {CommandLine|contains: ntds.dit}
    condition: s
`;
const EVENT = JSON.stringify({ Channel: 'Security', EventID: 4688, CommandLine: 'copy ntds.dit x' });
const GOOD = 'event: {CommandLine: copy ntds.dit x}\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-guarded-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Files = Record<string, string | Uint8Array>;
let number = 0;
/** Writes files and links into a folder of their own and gives its path. */
function tree(files: Files, links: Record<string, string> = {}): string {
  const root = join(folder, String(number++));
  mkdirSync(root);
  const below = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    return join(root, path);
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(below(path), content);
  for (const [path, to] of Object.entries(links)) symlinkSync(to, below(path));
  return root;
}

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, { out: (l) => out.push(l), err: (l) => err.push(l), progress: () => {} });
  return { code, out, err };
}

describe('the events of a test', () => {
  const NOT_WRITTEN = 'a path that is absolute or has `..` in it is not read.';
  const OUTSIDE = 'below the paths of the command, and what is outside of them is not read.';
  const info = (path: string) => `id: 9a2bb7c6-0d2c-4a49-8d4b-2f6a7c0f5e10
rule_metadata: [{id: ${ID}, title: T}]
regression_tests_info:
    - {name: P, type: json, provider: x, match_count: 1, path: '${path}'}
`;
  test.each<[what: string, path: string, given: string[], links: Record<string, string>, why: string]>([
    ['below the folder', 'data/e.json', ['in'], {}, ''],
    ['beside the test', 'e.json', ['in/a.yml', 'in/x/info.yml'], { 'in/x/e.json': '../data/e.json' }, ''],
    ['in the folder of a file', 'data/e.json', ['in/a.yml', 'in/x/info.yml'], {}, ''],
    ['in another folder than the files', 'data/e.json', ['r/a.yml', 'in/x/info.yml'], {}, OUTSIDE],
    ['through a link within', 'l.json', ['in'], { 'in/x/l.json': '../data/e.json' }, ''],
    ['above the folder', 'out.json', ['in'], {}, OUTSIDE],
    ['above the folder, which is given too', 'out.json', ['.'], {}, ''],
    ['a link out of it', 'l.json', ['in'], { 'in/x/l.json': '../../out.json' }, OUTSIDE],
    ['a folder that is a link out of it', 'l/out.json', ['in'], { 'in/l': '..' }, OUTSIDE],
    ['an absolute path', '/ROOT/in/data/e.json', ['in'], {}, NOT_WRITTEN],
    ['a path with a drive', 'C:\\e.json', ['in'], {}, NOT_WRITTEN],
    ['an upward path', 'data/../data/e.json', ['in'], {}, NOT_WRITTEN],
    ['beside a zip', 'out.json', ['in.zip'], {}, OUTSIDE],
  ])('%s', async (_, path, given, links, why) => {
    const files: Files = { 'in/a.yml': RULE, 'r/a.yml': RULE, 'in/data/e.json': EVENT, 'out.json': EVENT };
    const root = tree(files, links);
    const text = info(path.replace('/ROOT', () => root));
    mkdirSync(join(root, 'in/x'), { recursive: true });
    writeFileSync(join(root, 'in/x/info.yml'), text);
    const zip = zipSync({ 'a.yml': strToU8(RULE), 'x/info.yml': strToU8(text) });
    writeFileSync(join(root, 'in.zip'), zip);
    const { code, out } = await call('test', ...given.map((one) => join(root, one)));
    expect([code, out[0]!.startsWith(why === '' ? 'passed' : 'FAILED')]).toEqual([why === '' ? 0 : 1, true]);
    if (why !== '') expect(out[0]).toContain(`there is no file ${path.replace('/ROOT', () => root)}`);
    expect(out[0]!.endsWith(why)).toBe(true);
  });
});

describe('links in a folder', () => {
  test.each<[what: string, links: Record<string, string>, read: string[], err: string[]]>([
    ['to the folder itself', { self: '.' }, ['a.yml', 'b/c.yml'], []],
    ['to the folder above', { 'b/up': '..' }, ['a.yml', 'b/c.yml'], []],
    ['to a folder beside it', { '0': 'b' }, ['a.yml', 'b/c.yml'], []],
    ['to a folder elsewhere, twice', { x: 'ELSEWHERE', y: 'ELSEWHERE' }, ['a.yml', 'b/c.yml', 'x/d.yml'], []],
    [
      'that leads back to itself',
      { 'l.yml': 'l.yml' },
      ['a.yml', 'b/c.yml'],
      ['l.yml: error: The link leads back to itself. [file-unread]'],
    ],
  ])('%s', async (_, links, read, err) => {
    const other = tree({ 'd.yml': RULE }, { self: '.' });
    const to = Object.entries(links).map(([name, target]) => [
      name,
      target.replace('ELSEWHERE', () => other),
    ]);
    const root = tree({ 'a.yml': RULE, 'b/c.yml': RULE }, Object.fromEntries(to));
    const result = await call('lint', root, '--json');
    const files = new Set(result.out.map((line) => (JSON.parse(line) as { file: string }).file));
    expect([...files]).toEqual(read.map((name) => join(root, name)));
    expect(result.err).toEqual(err.map((line) => join(root, line)));
  });
});

describe('what a zip may unpack to', () => {
  const said = async (size: number) =>
    await call('lint', join(tree({ 'a.zip': claimingZip('a.yml', size) }), 'a.zip'));
  holdLimits(TERMINAL, {
    zippedFile: {
      isBeyond: async (n) => (await said(n)).err.some((line) => line.includes('larger than 256 MB')),
    },
    zippedFiles: {
      isBeyond: async (n) => (await said(n)).err.some((line) => line.includes('more than 512 MB')),
    },
  });

  test('is refused by its size', async () =>
    expect(await said(300_000_000)).toMatchObject({
      code: 1,
      err: [
        expect.stringMatching(
          /a\.zip\/a\.yml: error: The file is larger than 256 MB, too large to be unpacked\. \[file-unread\]$/,
        ),
      ],
    }));

  test('an archive is refused by the size of all that is wanted in it, and what else is named is read', async () => {
    const root = tree({ 'a.zip': claimingZip('a.yml', 600_000_000), 'b.yml': RULE });
    const { code, err } = await call('lint', join(root, 'a.zip'), join(root, 'b.yml'));
    expect([code, err]).toEqual([
      1,
      [`${join(root, 'a.zip')}: error: This archive would decompress to more than 512 MB. [file-unread]`],
    ]);
    // What is not read does not count.
    const other = tree({ 'a.zip': claimingZip('a.bin', 600_000_000) });
    expect((await call('lint', join(other, 'a.zip'))).err.join()).not.toContain('512 MB');
  });
});

test('a file that is larger than a text can be is told in words', async () => {
  const root = tree({ 'a.yml': RULE, 'b.yml': '' });
  // It has holes, and takes no space.
  truncateSync(join(root, 'b.yml'), 3_000_000_000);
  expect(await call('check', root)).toMatchObject({
    code: 1,
    err: [`${join(root, 'b.yml')}: error: The file is larger than a text can be: 512 MB. [file-unread]`],
  });
});

test.each<[what: string, text: string, lint: number, err: RegExp, sum: string]>([
  ['nothing', '', 0, /:1:1: error: This file of tests has no test\. /, 'There is no test.'],
  ['a comment', '# later\n', 0, /:1:1: error: This file of tests has no test\. /, 'There is no test.'],
  ['separators', '---\n---\n', 0, /:1:1: error: This file of tests has no test\. /, 'There is no test.'],
  ['events of a wrong kind', 'event: 1\n---\nevent: []\n', 0, /`event` has to be a map/, 'There is no test.'],
  ['no event', 'match: true\n', 0, /This test has no `event`\./, 'There is no test.'],
  ['a list', '- event: {A: 1}\n', 0, /A test has to be a map/, 'There is no test.'],
  ['a separator first', `---\n---\n${GOOD}`, 0, /^1 test /, '1 test in 1 rule file: 1 passed, 0 failed.'],
  ['a rule', RULE.replace('s:', 's: x'), 1, /a_test\.yaml:5:/, 'There is no test.'],
])('a_test.yaml beside a.yaml that holds %s', async (_, text, lint, err, sum) => {
  const root = tree({ 'a.yaml': RULE, 'a_test.yaml': text });
  const result = await call('test', root);
  expect(result.err[0]).toMatch(err);
  expect(result.err.at(-1)).toBe(sum);
  expect(result.err.join()).not.toContain('Paste one');
  expect((await call('lint', root)).code).toBe(lint);
});

describe('no line is a command of a CI server', () => {
  const COMMAND = /^\s*::|##(?:vso)?\[/m;
  const NAME = '::error file=x::hi';
  const TITLE = '::warning::hi ##[error]hi ##vso[task.complete]hi';
  const files = () => ({
    [`${NAME}.yml`]: `${RULE.replace('Accounts database', `'${TITLE}'`)}x: &a b\n`,
    [`${NAME}.json`]: `${EVENT}\n{"broken": \n`,
    [`${NAME}.zip`]: 'no zip',
  });
  test.each([
    ['lint', 'RULE'],
    ['lint', 'RULE', '--format', 'sarif'],
    ['lint', 'ZIP'],
    ['check', 'RULE'],
    ['test', 'RULE', '--fail-on-missing', '--coverage'],
    ['match', '--rules', 'RULE', '--events', 'EVENTS'],
    ['match', '--rules', 'RULE', '--events', 'EVENTS', '--json'],
    ['explain', '--rule', 'RULE', '--events', 'EVENTS', '--event', '0'],
  ])('%s %s %s %s', async (...words) => {
    const before = process.cwd();
    process.chdir(tree(files()));
    try {
      const names = new Map([
        ['RULE', `${NAME}.yml`],
        ['EVENTS', `${NAME}.json`],
        ['ZIP', `${NAME}.zip`],
      ]);
      const { out, err } = await call(...words.map((word) => names.get(word) ?? word));
      expect(out.length + err.length).toBeGreaterThan(0);
      for (const line of [...out, ...err]) expect(line).not.toMatch(COMMAND);
      // A name of a file stays one that an editor can open.
      if (words[0] === 'lint')
        expect([...out, ...err].join('\n')).toMatch(/^\.\/::error|"uri":"%3A%3Aerror/m);
      if (words.includes('--json')) expect(JSON.parse(out[0]!)).toMatchObject({ title: TITLE });
    } finally {
      process.chdir(before);
    }
  });
});

describe('SARIF', () => {
  interface Run {
    readonly invocations: readonly { readonly toolExecutionNotifications?: readonly object[] }[];
    readonly results: readonly {
      readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
    }[];
  }
  async function runOf(root: string): Promise<Run> {
    const { out } = await call('lint', root, '--format', 'sarif');
    return (JSON.parse(out[0]!) as { runs: Run[] }).runs[0]!;
  }
  test.each([
    ['../../evil.yml', '(..)/(..)/evil.yml'],
    ['a/../../../evil.yml', 'a/(..)/(..)/(..)/evil.yml'],
    ['/evil.yml', 'evil.yml'],
    ['..a/b...yml', '..a/b...yml'],
  ])('an entry %s stays in its archive', async (entry, named) => {
    const zip = join(tree({ 'r.zip': zipSync({ [entry]: strToU8(RULE) }) }), 'r.zip');
    const [{ locations }] = (await runOf(zip)).results as [Run['results'][number]];
    const { pathname } = new URL(locations[0]!.physicalLocation.artifactLocation.uri, 'file:///');
    expect(decodeURIComponent(pathname)).toBe(`${zip}/${named}`);
  });

  test('a file that cannot be read has a notification', async () => {
    const root = tree({ 'a.yml': RULE, 'b.zip': 'x' }, { 'gone.yml': 'not-there' });
    const [{ toolExecutionNotifications: told }] = (await runOf(root)).invocations as [
      Run['invocations'][number],
    ];
    expect(told).toEqual([
      {
        descriptor: { id: 'file-unread', index: 0 },
        level: 'error',
        message: { text: `${join(root, 'gone.yml')} cannot be read: The link is broken.` },
        locations: [
          { physicalLocation: { artifactLocation: { uri: expect.stringMatching(/^file:.*\/gone\.yml$/) } } },
        ],
      },
    ]);
    expect(readFileSync(join(root, 'a.yml'), 'utf8')).toBe(RULE);
    expect((await runOf(join(root, 'a.yml'))).invocations).toEqual([{ executionSuccessful: true }]);
  });
});
