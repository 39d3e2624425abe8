import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { run } from './sigma';

const rule = (title: string, detection: string, more = '') =>
  `title: ${title}\n${more}logsource: {product: windows}\ndetection:\n${detection}`;
const TOOL = rule('Tool', "    s: {Image|endswith: '\\tool.exe'}\n    condition: s\n", 'name: tool\n');
const MISTYPED = TOOL.replace('endswith', 'endwith');
const FILTER = `---
title: Not from the build server
logsource: {product: windows}
filter:
    rules: [tool]
    s: {Computer: build01}
    condition: not s
`;
const GLOBAL = `action: global
title: Shared
logsource: {product: windows}
---
detection:
    s: {Image|endswith: '\\tool.exe'}
    condition: s
---
detection:
    s: {Computer: build01}
    condition: s
`;
const TWICE = `${TOOL}---
title: Twice
correlation:
    type: event_count
    rules: [tool]
    group-by: [Computer]
    timespan: 5m
    condition: {gte: 2}
`;
const event = (computer: string, image: string, minute: number) => ({
  Computer: computer,
  Image: `C:\\${image}.exe`,
  UtcTime: `2026-03-01 10:0${minute}:00.000`,
});
const EVENTS = [
  event('build01', 'tool', 0),
  event('desk07', 'tool', 1),
  event('desk07', 'other', 2),
  event('desk07', 'tool', 3),
];
const LINES = EVENTS.map((one) => JSON.stringify(one)).join('\n');
const CSV = `Computer,Image\ndesk07,C:\\tool.exe\ndesk07,C:\\other.exe\n`;
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigma-inputs-'));
  const log = new LogWriter();
  for (let i = 0; i < 5; i++) log.add(processEvent(i));
  const files: Record<string, string | Uint8Array> = {
    'tool.yml': TOOL,
    'tool-utf16.yml': utf16(TOOL),
    'mistyped.yml': MISTYPED,
    'filtered.yml': TOOL + FILTER,
    'global.yml': GLOBAL,
    'two.yml': `${TOOL}---\n${rule('Desk', '    s: {Computer: desk07}\n    condition: s\n')}`,
    'twice.yml': TWICE,
    'any.yml': rule('Any', '    s: {Image|exists: true}\n    condition: s\n'),
    'lines.json': LINES,
    'utf16.json': utf16(LINES),
    'broken.json': `${JSON.stringify(EVENTS[2])}\n{"Image": `,
    'shifted.json': `{"Image": }\n${LINES}`,
    'no-time.json': EVENTS.map(({ UtcTime, ...one }) => JSON.stringify(one)).join('\n'),
    'many.zip': zipSync({
      'a/events.csv': strToU8(CSV),
      'a/notes.md': strToU8('# no events'),
      'b/log.evtx': log.bytes(),
    }),
    'cut.zip': zipSync({ 'events.csv': strToU8(CSV) }).slice(0, 60),
    'csv/events.csv': CSV,
    'csv/more.tsv': CSV.replaceAll(',', '\t'),
    'csv/old.log.1': LINES,
    'odd/events.csv': CSV,
    'empty/readme.md': '# nothing',
    'steering.yml': rule(
      '"\\x1b[2J\\nforged.json#7\\tForged"',
      '    s: {Image|contains: tool}\n    condition: s\n',
    ),
    'steering.json': JSON.stringify({ Image: 'tool \u001b]0;taken\u0007 \u009b2J \u202e' }),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path(name), '..'), { recursive: true });
    writeFileSync(path(name), content);
  }
  symlinkSync(path('absent.json'), path('odd/dangling.json'));
  execFileSync('mkfifo', [path('odd/pipe.json')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function call(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const named = words.map((word) =>
    /^[a-z]/.test(word) && !/^(match|explain|lint|check)$/.test(word) ? path(word) : word,
  );
  const code = await run(named, { out: (l) => out.push(l), err: (l) => err.push(l), progress: () => {} });
  return { code, out, err };
}

/** Events that match, as `FILE#N`, without the folder. */
async function matches(rules: string, events: string, ...more: string[]) {
  const { code, out, err } = await call('match', '--rules', rules, '--events', events, '--json', ...more);
  const found = out.map((line) => JSON.parse(line) as { file: string; event: number });
  return { code, err, found: found.map(({ file, event }) => `${file.slice(folder.length + 1)}#${event}`) };
}

describe('what is read', () => {
  test.each<[what: string, rules: string, events: string, found: string[]]>([
    ['UTF-16 events', 'tool.yml', 'utf16.json', ['utf16.json#0', 'utf16.json#1', 'utf16.json#3']],
    ['a UTF-16 rule', 'tool-utf16.yml', 'lines.json', ['lines.json#0', 'lines.json#1', 'lines.json#3']],
    [
      'tables and rotated logs of a folder',
      'tool.yml',
      'csv',
      ['csv/events.csv#0', 'csv/more.tsv#0', 'csv/old.log.1#0', 'csv/old.log.1#1', 'csv/old.log.1#3'],
    ],
    [
      'tables and event logs of a zip',
      'any.yml',
      'many.zip',
      [0, 1, ...[0, 1, 2, 3, 4]].map((n, i) =>
        i < 2 ? `many.zip/a/events.csv#${n}` : `many.zip/b/log.evtx#${n}`,
      ),
    ],
  ])('%s', async (_, rules, events, found) =>
    expect(await matches(rules, events)).toMatchObject({ code: 0, found }),
  );

  test('what is left out by its name is told', async () =>
    expect((await matches('tool.yml', 'many.zip')).err).toEqual([
      `1 file was left out because of their names, which are not those of events: ${path('many.zip/a/notes.md')}`,
    ]));

  test('a link that leads nowhere and a pipe are told, the rest is read', async () => {
    const { code, err, found } = await matches('tool.yml', 'odd');
    expect({ code, found }).toEqual({ code: 1, found: ['odd/events.csv#0'] });
    expect(err).toEqual([
      `${path('odd/dangling.json')}: error: The link is broken. [file-unread]`,
      `${path('odd/pipe.json')}: error: This is neither a file nor a folder. [file-unread]`,
    ]);
  });

  test('a damaged archive is told, with exit code 1', async () => {
    const { code, err } = await matches('tool.yml', 'cut.zip');
    expect(code).toBe(1);
    expect(err).toEqual([
      `${path('cut.zip')}: error: This is not a zip archive, or it is damaged. [file-unread]`,
    ]);
  });

  test('a folder without events is bad usage', async () =>
    expect(await matches('tool.yml', 'empty')).toMatchObject({ code: 2, found: [] }));
});

describe('the exit code of match', () => {
  test.each<[rules: string, events: string, words: string[], code: number]>([
    ['tool.yml', 'lines.json', [], 0],
    ['tool.yml', 'lines.json', ['--fail-on-match'], 1],
    ['tool.yml', 'lines.json', ['--fail-on-miss'], 0],
    ['mistyped.yml', 'lines.json', [], 1],
    ['mistyped.yml', 'lines.json', ['--fail-on-match'], 1],
    ['tool.yml', 'broken.json', [], 0],
    ['tool.yml', 'broken.json', ['--fail-on-match'], 1],
    ['tool.yml', 'broken.json', ['--fail-on-miss'], 1],
  ])('%s over %s %j: %i', async (rules, events, words, code) =>
    expect((await matches(rules, events, ...words)).code).toBe(code),
  );
});

describe('correlations', () => {
  test('a firing names its events by their place in the file, broken ones counted', async () => {
    const { out } = await call('match', '--rules', 'twice.yml', '--events', 'shifted.json', '--json');
    expect(out.map((line) => JSON.parse(line).events)).toEqual([[2, 4]]);
  });
  test('events without a time are told as left out', async () =>
    expect((await matches('twice.yml', 'no-time.json')).err).toEqual([
      `${path('no-time.json')}#0: warning: 3 events match but are not counted in "Twice": it has no unambiguous time. [correlation-left-out]`,
    ]));
});

describe('explain says what match says', () => {
  const explained = async (rules: string, events: string, n: number) =>
    (await call('explain', '--rule', rules, '--events', events, '--event', String(n), '--json')).out.map(
      (line) => {
        const { rule, title, matched } = JSON.parse(line) as {
          rule?: unknown;
          title?: string;
          matched: boolean;
        };
        return { title: rule === undefined ? null : title, matched };
      },
    );

  test.each<[rules: string, events: string, n: number, told: Awaited<ReturnType<typeof explained>>]>([
    ['tool.yml', 'lines.json', 0, [{ title: null, matched: true }]],
    ['filtered.yml', 'lines.json', 0, [{ title: null, matched: false }]],
    ['filtered.yml', 'lines.json', 1, [{ title: null, matched: true }]],
    ['global.yml', 'lines.json', 0, [true, true].map((matched) => ({ title: 'Shared', matched }))],
    ['global.yml', 'lines.json', 1, [true, false].map((matched) => ({ title: 'Shared', matched }))],
    [
      'two.yml',
      'lines.json',
      2,
      [
        { title: 'Tool', matched: false },
        { title: 'Desk', matched: true },
      ],
    ],
    ['twice.yml', 'lines.json', 1, [{ title: 'Twice', matched: true }]],
    ['twice.yml', 'lines.json', 0, [{ title: 'Twice', matched: false }]],
    ['twice.yml', 'no-time.json', 1, [{ title: 'Twice', matched: false }]],
  ])('%s over event %s#%i', async (rules, events, n, told) =>
    expect(await explained(rules, events, n)).toEqual(told),
  );

  test.each(['tool', 'filtered', 'global', 'two', 'twice'])('%s.yml: the same events', async (name) => {
    const words = ['--rules', `${name}.yml`, '--events', 'lines.json', '--json'];
    const byMatch = (await call('match', ...words)).out.flatMap((line) => {
      const { event, events = [event] } = JSON.parse(line) as { event: number; events?: number[] };
      return events;
    });
    const byExplain: number[] = [];
    for (const n of EVENTS.keys())
      if ((await explained(`${name}.yml`, 'lines.json', n)).some(({ matched }) => matched)) byExplain.push(n);
    expect(byExplain).toEqual([...new Set(byMatch)].sort());
  });

  test('a correlation is explained in words', async () => {
    const told = async (n: string, events = 'lines.json') =>
      (await call('explain', '--rule', 'twice.yml', '--events', events, '--event', n)).out;
    expect(await told('1')).toEqual(['Twice: event 1: match. It fires over events 1, 3.']);
    expect(await told('2')).toEqual(['Twice: event 2: no match. It fires once, without this event.']);
    expect(await told('1', 'no-time.json')).toEqual([
      'Twice: event 1: no match. The event is not counted: it has no unambiguous time.',
    ]);
  });
});

describe('nothing that stands in a rule or an event steers the terminal', () => {
  const STEERING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
  test.each([[[]], [['--json']]])('match %j', async (words) => {
    const { out } = await call('match', '--rules', 'steering.yml', '--events', 'steering.json', ...words);
    expect(out).toHaveLength(1);
    expect(out[0]).not.toMatch(STEERING);
    if (words.length > 0) expect(JSON.parse(out[0]!).title).toBe('\u001b[2J\nforged.json#7\tForged');
    else expect(out[0]!.split('\t')).toHaveLength(4);
  });
  test.each([[[]], [['--json']]])('explain %j', async (words) => {
    const { out } = await call(
      'explain',
      '--rule',
      'steering.yml',
      '--events',
      'steering.json',
      '--event',
      '0',
      ...words,
    );
    expect(out.join('')).not.toMatch(STEERING);
    expect(out.join('')).toContain('\\u202e');
  });
  test('lint and check', async () => {
    for (const verb of ['lint', 'check'])
      expect((await call(verb, 'steering.yml')).out.join('')).not.toMatch(STEERING);
  });
});
