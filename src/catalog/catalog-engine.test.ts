import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { Evaluator } from '../match';
import { compile } from '../rule';
import { pair } from '../testing/generate';
import { describeWithShared } from '../testing/shared';
import { plain, prose } from '../text';
import type { CatalogOptions } from './catalog';
import { CatalogEngine, type CatalogMessage } from './catalog-engine';
import { isRuleFile, type RuleFile, type UnreadFile } from './rule-file';
import { ZipFiles } from './zip';

const rule = (title: string, condition: string, more = '') =>
  `title: ${title}\nlogsource: {product: windows, category: process_creation}\ndetection:\n    selection: {CommandLine|contains: ${condition}}\n    condition: selection\n${more}`;

const FILES: readonly (RuleFile | UnreadFile)[] = [
  {
    path: 'a/whoami.yml',
    text: rule('Whoami', 'whoami', 'level: high\nstatus: test\nauthor: me\ntags: [attack.t1033]\n'),
  },
  { path: 'broken.yml', text: rule('Broken', 'x').replace('contains', 'contians') },
  { path: 'b/net.yml', text: rule('Net', "'net '", 'level: Critical\ndate: 2026-01-02\n') },
  { path: 'gone.yml', reason: prose('It could not be read.') },
  { path: 'two.yml', text: `${rule('First', 'a')}---\n${rule('Second', 'b', 'level: odd\n')}` },
];

const EVENTS = [
  { Channel: 'Security', EventID: 4688, CommandLine: 'cmd /c whoami' },
  { Channel: 'Security', EventID: 4688, CommandLine: 'NET user' },
  { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 3, CommandLine: 'whoami' },
];
const TEXT = [...EVENTS.map((e) => JSON.stringify(e)), '{"broken":}'].join('\n');

const always = async () => true;

async function loaded(files: readonly (RuleFile | UnreadFile)[] = FILES, options: CatalogOptions = {}) {
  const messages: CatalogMessage[] = [];
  const engine = new CatalogEngine((message) => messages.push(message));
  await engine.load({ total: files.length, files: () => files }, always, options);
  return { engine, messages };
}

/** The hits in `messages`, as pairs of rule and event. */
function pairs(messages: readonly CatalogMessage[]): [number, number][] {
  return messages.flatMap((m) =>
    m.kind === 'hits' ? [...m.rules].map((r, i): [number, number] => [r, m.events[i]!]) : [],
  );
}

describe('loading', () => {
  test('rules with what lists tell of them', async () => {
    const { engine } = await loaded();
    expect(engine.rules.map((r) => [r.title, r.level, r.path, r.document])).toEqual([
      ['Whoami', 'high', 'a/whoami.yml', 0],
      ['Net', 'critical', 'b/net.yml', 0],
      ['First', 'none', 'two.yml', 0],
      ['Second', 'none', 'two.yml', 1],
    ]);
    expect(engine.rules[0]).toMatchObject({
      id: null,
      status: 'test',
      author: 'me',
      tags: ['attack.t1033'],
      logsource: { product: 'windows', category: 'process_creation' },
    });
    expect(engine.rules[1]!.date).toBe('2026-01-02');
    expect(await engine.answer({ kind: 'text', asked: 1 })).toBe((FILES[2] as RuleFile).text);
    expect(await engine.answer({ kind: 'text', asked: 9 })).toBeNull();
  });

  test('broken files by path, place and reason; their text is kept', async () => {
    const { engine } = await loaded();
    expect(engine.broken.map((b) => [b.path, b.code, b.line, b.more])).toEqual([
      ['broken.yml', 'modifier-unknown', 4, 0],
      ['gone.yml', 'file-unread', null, 0],
    ]);
    expect(plain(engine.broken[0]!.reason)).toContain('contians');
    expect(engine.files.map((f) => f.path)).toEqual(['a/whoami.yml', 'broken.yml', 'b/net.yml', 'two.yml']);
  });

  test('a rule that only a correlation asks for has no verdict of its own', async () => {
    const correlation = `title: Often\ncorrelation:\n    type: event_count\n    rules: [often]\n    timespan: 1m\n    condition: {gte: 2}\n`;
    const text = `${rule('Often', 'x', 'name: often\n')}---\n${correlation}`;
    const { engine } = await loaded([{ path: 'c.yml', text }]);
    expect(engine.rules).toEqual([]);
    expect(engine.broken).toEqual([]);
  });

  test('a pattern that was found to hang is left out and told', async () => {
    const text = rule('Slow', 'x').replace('contains: x', "re: '(?=a)b'");
    const { engine } = await loaded([{ path: 's.yml', text }], { leaveOut: new Set(['(?=a)b']) });
    expect(engine.rules).toEqual([]);
    expect(engine.broken).toMatchObject([{ path: 's.yml', code: 'pattern-slow', line: 4 }]);
  });

  test('each run tells of a pattern that could hang before it runs, of this catalog only', async () => {
    const slow = (pattern: string) => rule('Slow', 'x').replace('contains: x', `re: '${pattern}'`);
    const [one, two] = await Promise.all([
      loaded([{ path: 's.yml', text: slow('w(?=h)') }]),
      loaded([{ path: 's.yml', text: slow('N(?=E)') }]),
    ]);
    const told = (messages: readonly CatalogMessage[]) =>
      messages.flatMap((m) => (m.kind === 'beacon' ? (m.pattern ?? []) : []));
    for (let times = 1; times < 3; times++) {
      await one.engine.run(TEXT, { ignoreLogsource: true }, always);
      expect([told(one.messages), told(two.messages)]).toEqual([Array(times).fill('w(?=h)'), []]);
    }
  });

  describe('a rule that was left out', () => {
    test('is listed and does not run', async () => {
      const leftOut = [
        { path: 'deep.yml', document: 0, code: 'rule-slow', reason: ['Slow.'] },
        { path: 'gone.yml', document: null, code: 'file-slow', reason: ['Slow too.'] },
      ] as const;
      const files = [
        { path: 'deep.yml', text: rule('Slow', 'x') },
        { path: 'gone.yml', text: rule('Slow', 'x') },
      ];
      const { engine } = await loaded(files, { leftOut });
      expect([engine.rules, engine.files.length]).toEqual([[], 2]);
      expect(engine.broken).toMatchObject([
        { path: 'deep.yml', code: 'rule-slow', line: 4 },
        { path: 'gone.yml', code: 'file-slow', line: null },
      ]);
    });
  });

  test('a careful run finds the same, and says before each rule which it asks', async () => {
    const { engine, messages } = await loaded();
    const plain = await engine.run(TEXT, { ignoreLogsource: true }, always);
    const hits = () => messages.flatMap((m) => (m.kind === 'hits' ? [[...m.rules], [...m.events]] : []));
    const before = hits();
    messages.length = 0;
    expect(await engine.run(TEXT, { ignoreLogsource: true, carefulFrom: 0 }, always)).toEqual(plain);
    expect(hits()).toEqual(before);
    const asked = messages.flatMap((m) => (m.kind === 'beacon' && m.event === 0 ? (m.rule ?? []) : []));
    expect(asked).toEqual(engine.rules.map((_, position) => position));
  });

  test('placeholders', async () => {
    const text = rule('P', "'%who%'").replace('contains', 'expand');
    expect((await loaded([{ path: 'p.yml', text }])).engine.broken[0]!.code).toBe('placeholder-unset');
    const { engine } = await loaded([{ path: 'p.yml', text }], { placeholders: { who: ['whoami'] } });
    expect(engine.broken).toEqual([]);
  });

  test('tells how many of how many, from none to all', async () => {
    const { messages } = await loaded();
    expect(messages[0]).toEqual({ kind: 'loading', done: 0, total: 5 });
    expect(messages.at(-1)).toEqual({ kind: 'loading', done: 5, total: 5 });
  });

  test('stopped half-way, the rules from before stay', async () => {
    const { engine } = await loaded();
    async function* slow() {
      for (let i = 0; ; i++) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        yield { path: `${i}.yml`, text: rule(`Slow ${i}`, 'whoami') };
      }
    }
    let turns = 0;
    const finished = await engine.load({ total: 100, files: slow }, async () => ++turns < 3);
    expect(finished).toBe(false);
    expect(turns).toBe(3);
    expect(engine.rules[0]!.title).toBe('Whoami');
    engine.clear();
    expect(engine.rules).toEqual([]);
    expect(await engine.run(TEXT, { ignoreLogsource: false }, always)).toMatchObject({ hits: 0 });
  });
});

describe('a run', () => {
  test.each([
    [
      false,
      [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    ],
    [
      true,
      [
        [0, 0],
        [0, 2],
        [1, 1],
        [2, 0],
        [2, 2],
      ],
    ],
  ])('hits, and the unreadable counted (log sources ignored: %s)', async (ignoreLogsource, expected) => {
    const { engine, messages } = await loaded();
    const end = await engine.run(TEXT, { ignoreLogsource }, always);
    expect(pairs(messages).sort()).toEqual(expected);
    expect(end).toEqual({ events: 4, unreadable: 1, hits: expected.length });
    expect(messages.at(-1)).toEqual({ kind: 'running', events: 4, share: 1 });
  });

  test('no events', async () => {
    const { engine, messages } = await loaded();
    expect(await engine.run('', { ignoreLogsource: false }, always)).toMatchObject({ events: 0, hits: 0 });
    expect(messages.at(-1)).toEqual({ kind: 'running', events: 0, share: 1 });
  });

  test('tells hits as it goes, and stops where it is not wanted any more', async () => {
    const { engine, messages } = await loaded();
    const text = Array.from({ length: 60_000 }, () => JSON.stringify(EVENTS[0])).join('\n');
    let seen = 0;
    const end = await engine.run(text, { ignoreLogsource: false }, async () => {
      seen = pairs(messages).length;
      return seen === 0;
    });
    expect(end).toBeNull();
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThan(120_000);
    const told = messages.filter((m) => m.kind === 'running');
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((m) => m.share > 0 && m.share < 1)).toBe(true);
  });

  test('law: as each rule by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 5 }), fc.boolean(), async (some, ignore) => {
        const placeholders = some[0]!.placeholders;
        const files = some.map((p, i) => ({ path: `${i}.yml`, text: p.rule }));
        const text = some.map((p) => JSON.stringify(p.event)).join('\n');
        const { engine, messages } = await loaded(files, { placeholders });
        await engine.run(text, { ignoreLogsource: ignore }, always);
        const events = readEvents(text).slices.map((s) => s.event!);
        const plans = files.flatMap((f) => compile(f.text, { placeholders }).plan ?? []);
        const alone = plans.flatMap((plan, r) =>
          events.flatMap((event, e) =>
            new Evaluator(plan).verdict(event, { ignoreLogsource: ignore }) === 'match' ? [`${r}/${e}`] : [],
          ),
        );
        expect(
          pairs(messages)
            .map((p) => p.join('/'))
            .sort(),
        ).toEqual(alone.sort());
      }),
    );
  });
});

describeWithShared('the released rules', (dir) => {
  test('are read from their zip, all of them', async () => {
    const zip = new ZipFiles(readFileSync(join(dir, 'corpus', 'sigma-rules.zip')), isRuleFile);
    const engine = new CatalogEngine(() => {});
    await engine.load({ total: zip.size, files: () => zip.read() }, always);
    expect(zip.size).toBe(4039);
    expect(engine.files).toHaveLength(4039);
    const broken = new Set(engine.broken.map((b) => b.path));
    const running = new Set(engine.rules.map((r) => r.path));
    expect(engine.files.filter((f) => !broken.has(f.path) && !running.has(f.path))).toEqual([]);
    expect(new Set(engine.broken.map((b) => b.code))).toEqual(
      new Set(['placeholder-unset', 'condition-aggregation', 'condition-syntax']),
    );
  });
});
