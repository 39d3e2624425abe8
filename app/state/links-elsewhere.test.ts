import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeLink } from './open-share';
import { type LinkCode, refusalWords } from './refusals';
import { LINK_LIMITS } from './share';

/*
 * Links that other tools write: the form that docs/links.md promises, and the programs in docs/links.
 */

const FOLDER = join(import.meta.dirname, '../../docs/links');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const WORK = { rule: read('rule.yml'), events: read('events.jsonl') };

const at = (name: string) => join(FOLDER, name);
const run = (program: string, ...words: string[]) =>
  execFileSync(program, [...words, at('rule.yml'), at('events.jsonl')], { encoding: 'utf8' });
/** What a program says without its two files, and that it fails. */
function misused(program: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, [...words, at('rule.yml')], { encoding: 'utf8' });
  expect([status === 0, stdout]).toEqual([false, '']);
  return stderr;
}
const isThere = (program: string, word: string) => spawnSync(program, [word]).status === 0;

function built(): string {
  const binary = join(mkdtempSync(join(tmpdir(), 'link-')), 'link');
  execFileSync('rustc', ['-o', binary, at('link.rs')]);
  return binary;
}

describe('the programs in docs/links write links with the same work', () => {
  for (const [name, program, version, links, words] of [
    ['link.py', 'python3', '--version', 3, () => ['python3', at('link.py')]],
    ['link.mjs', 'node', '--version', 3, () => ['node', at('link.mjs')]],
    ['link.go', 'go', 'version', 3, () => ['go', 'run', at('link.go')]],
    ['link.rs', 'rustc', '--version', 2, () => [built()]],
    ['Link.java', 'java', '--version', 3, () => ['java', at('Link.java')]],
  ] as const)
    test.skipIf(!isThere(program, version))(
      `${name}, where there is ${program}`,
      async () => {
        const [own, ...more] = words() as [string, ...string[]];
        const lines = run(own, ...more)
          .trim()
          .split(/\r?\n/);
        expect(lines).toHaveLength(links);
        for (const line of lines)
          expect(await decodeLink(new URL(line).hash)).toMatchObject({ ok: true, shared: WORK, event: null });
        const said = misused(own, ...more);
        expect(said).toMatch(/rule\.yml events\.jsonl/);
        expect(said).not.toMatch(/Traceback|panic|Exception|Error:/);
      },
      180_000,
    );
});

const b64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');

test.each<[what: string, hash: string, rule: string, events: string]>([
  ['percent-encoded', '#rule=title%3A%20%C3%BC%0A&events=%7B%7D', 'title: ü\n', '{}'],
  ['a plus is a plus', '#rule=a+b', 'a+b', ''],
  ['an = in a value', '#rule=a=b', 'a=b', ''],
  ['an empty pair at the end', '#events=%7B%7D&', '', '{}'],
  ['base64url', `#rule-base64=${b64('ü?>~')}`, 'ü?>~', ''],
  ['base64 with its own signs and filled up', '#rule-base64=w7w/Pn4=', 'ü?>~', ''],
  ['base64 that was percent-encoded', '#rule-base64=w7w%2FPn4%3D', 'ü?>~', ''],
  ['raw deflate', `#rule-deflate=${b64(deflateRawSync('title: ü'))}`, 'title: ü', ''],
  ['zlib', `#rule-deflate=${b64(deflateSync('title: ü'))}`, 'title: ü', ''],
  ['zlib that does not pack', `#rule-deflate=${b64(deflateSync('t', { level: 0 }))}`, 't', ''],
  ['gzip', `#rule-deflate=${b64(gzipSync('title: ü'))}`, 'title: ü', ''],
  ['each text in another form', `#events=%7B%7D&rule-base64=${b64('title: a')}`, 'title: a', '{}'],
  ['the byte order mark of a file', `#rule-base64=${b64('\uFEFFtitle: a')}`, 'title: a', ''],
  ['ends of lines of Windows', '#rule=a%0D%0Ab', 'a\r\nb', ''],
])('%s', async (_, hash, rule, events) => {
  expect(await decodeLink(hash)).toMatchObject({ ok: true, shared: { rule, events } });
});

test.each<[hash: string, event: number | null, ignoreLogsource: boolean]>([
  ['#rule=a', null, false],
  ['#rule=a&event=3&ignore-logsource=yes', 2, true],
  ['#ignore-logsource=no&event=1&rule=a', 0, false],
  [`#v1=${b64(deflateRawSync('{"rule":"a","settings":{"ignoreLogsource":true}}'))}&event=2`, 1, true],
  [`#v1=${b64(deflateRawSync('{"rule":"a"}'))}&ignore-logsource=yes`, null, true],
])('%s chooses', async (hash, event, ignoreLogsource) => {
  expect(await decodeLink(hash)).toMatchObject({
    ok: true,
    event,
    shared: { settings: { ignoreLogsource } },
  });
});

test.each<[hash: string, spec: string | undefined]>([
  ['#rule=a', undefined],
  ['#rule=a&spec=2.1.0', undefined],
  ['#rule=a&spec=2.2.0', '2.2.0'],
  ['#spec=proposals&rule=a', 'proposals'],
  [`#v1=${b64(deflateRawSync('{"rule":"a","settings":{"spec":"2.2.0"}}'))}`, '2.2.0'],
  [`#v1=${b64(deflateRawSync('{"rule":"a","settings":{"spec":"2.2.0"}}'))}&spec=2.1.0`, undefined],
  [`#v1=${b64(deflateRawSync('{"rule":"a","settings":{"spec":"4.0.0"}}'))}`, undefined],
])('%s is read as version %s', async (hash, spec) => {
  const opened = await decodeLink(hash);
  expect(opened.ok && opened.shared.settings.spec).toBe(spec);
});

test('what the caller reads itself is handed over, and needs no texts', async () => {
  const opened = await decodeLink('#theme=dark&rule=a', new Set(['theme', 'panes']));
  expect(opened.ok && [...opened.others]).toEqual([['theme', 'dark']]);
  expect(await decodeLink('#panes=', new Set(['panes']))).toMatchObject({ ok: true, shared: { rule: '' } });
});

const packed = b64(deflateRawSync('title: something that is long enough to be cut'));
const zlib = b64(deflateSync('title: something that is long enough to be cut'));
const V1 = `v1=${b64(deflateRawSync('{"rule":"a"}'))}`;

test.each<[hash: string, code: LinkCode, said: string]>([
  ['#rule=', 'link-empty', 'neither a rule nor events'],
  ['#event=1', 'link-empty', 'neither a rule nor events'],
  ['#rules=a', 'link-name', '“rules”'],
  ['#constructor=a', 'link-name', '“constructor”'],
  ['#rule-zip=a', 'link-name', '“rule-zip”'],
  ['#rule-percent=a', 'link-name', '“rule-percent”'],
  ['#rule=a&utm=1', 'link-name', '“utm”'],
  ['#rule=a & b', 'link-pair', 'written as %26'],
  [`#rule=a&${'x'.repeat(50)}=1`, 'link-name', `“${'x'.repeat(40)}…”`],
  ['#rule=a&rule-base64=YQ', 'link-twice', 'rule twice'],
  [`#${V1}&events=a`, 'link-twice', 'events twice'],
  ['#v2=abc', 'link-version', 'another version'],
  ['#rule=a&v2=abc', 'link-version', 'another version'],
  ['#rule=a&event=0', 'link-value', '“event”'],
  ['#rule=a&event=-1', 'link-value', '“event”'],
  ['#rule=a&spec=3', 'link-value', '“spec”'],
  ['#rule=a&ignore-logsource=1', 'link-value', '“ignore-logsource”'],
  ['#rule=100%', 'link-percent', 'written as %25'],
  ['#events=%C3', 'link-percent', 'a % in the text of its events'],
  ['#rule-base64=YWJj*', 'link-base64', 'the text of its rule is not base64url'],
  ['#rule-base64=YWJjY', 'link-base64', 'copy the whole link again'],
  ['#events-base64=_w', 'link-utf8', 'the text of its events is not UTF-8'],
  [`#rule-deflate=${packed.slice(0, -8)}`, 'link-broken', 'incomplete'],
  [`#rule-deflate=${zlib.slice(0, -4)}`, 'link-broken', 'incomplete'],
  [`#rule-deflate=${b64('title: a')}`, 'link-broken', 'damaged'],
  ['#rule-deflate=', 'link-broken', 'damaged'],
  [`#rule=${'a'.repeat(LINK_LIMITS.link)}`, 'link-too-large', 'too large'],
  [`#rule-deflate=${b64(deflateRawSync('a'.repeat(LINK_LIMITS.content + 1)))}`, 'link-too-large', 'as files'],
  [
    `#rule=ab&events-deflate=${b64(deflateRawSync('a'.repeat(LINK_LIMITS.content - 1)))}`,
    'link-too-large',
    'as files',
  ],
])('%.60s is refused', async (hash, code, said) => {
  const opened = await decodeLink(hash);
  expect(opened).toMatchObject({ ok: false, code });
  const words = opened.ok ? '' : refusalWords(opened);
  expect(words.toLowerCase()).toContain(said.toLowerCase());
  expect(words).toMatch(/Your work is unchanged\.$/);
});

test('any text comes back in each form, up to the limit', async () => {
  const text = `title: '%"<>&=#+?/\\'\t\r\n ü 漢 😀 \u0000`;
  for (const hash of [
    `#rule=${encodeURIComponent(text)}`,
    `#rule-base64=${b64(text)}`,
    `#rule-deflate=${b64(deflateSync(text))}`,
  ])
    expect(await decodeLink(hash)).toMatchObject({ ok: true, shared: { rule: text } });
  const most = 'a'.repeat(LINK_LIMITS.content);
  const opened = await decodeLink(`#rule-deflate=${b64(deflateRawSync(most))}`);
  expect(opened.ok && opened.shared.rule === most).toBe(true);
});
