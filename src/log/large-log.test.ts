import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import type { LiveMessage } from '../live';
import { LiveEngine } from '../live';
import { VERDICTS } from '../match';
import { catalog, recordings } from '../testing/corpus';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { describeWithShared } from '../testing/shared';
import { LogEvaluation } from './evaluation';
import { EvtxSource } from './evtx-source';
import type { LogQuestion } from './messages';
import { eventTest, parseLogQuery } from './query';
import { WatchedLog } from './testing';

const settings = { ignoreLogsource: false, placeholders: {} };
const question = (rule: string, more: Partial<LogQuestion> = {}): LogQuestion => ({
  rule,
  document: 0,
  settings,
  ...more,
});
const rule = (detection: string) =>
  `title: A rule\nlogsource: {product: test}\ndetection:\n    ${detection}\n`;
const FAILS = rule('a: {k: fail}\n    b: {u: ann}\n    condition: a and b');
const WORKS = rule('a: {k: ok}\n    condition: a');
const BROKEN = 'title: A rule\ndetection: {';

const EVENTS = Array.from({ length: 200 }, (_, i) =>
  i % 40 === 7
    ? '{"k":}'
    : JSON.stringify({
        '@timestamp': new Date(1_700_000_000_000 + ((i * 37) % 200) * 1000).toISOString(),
        k: i % 3 === 0 ? 'fail' : 'ok',
        u: i % 2 === 0 ? 'ann' : 'Bob',
        path: `C:\\Wörk\\${i}.exe`,
        list: ['x', i],
      }),
);
const TEXT = EVENTS.join('\n');

/** The verdicts of the ordinary way. */
async function sessionCodes(ruleText: string, events: string, ignoreLogsource: boolean): Promise<number[]> {
  const messages: LiveMessage[] = [];
  const session = new LiveEngine((message) => messages.push(message));
  await session.run(
    ruleText,
    events,
    { ...settings, ignoreLogsource },
    { event: 0, visible: null },
    async () => true,
  );
  const codes: number[] = [];
  for (const message of messages)
    if (message.kind === 'verdicts')
      message.verdicts.codes.forEach((code, i) => {
        codes[message.verdicts.from + i] = code;
      });
  return codes;
}

async function codesOf(watched: WatchedLog): Promise<number[]> {
  return (await watched.log.rows(0, watched.state.listed)).map(({ code }) => code);
}

describe('verdicts on a large log', () => {
  test('are those of the ordinary way, with their counts', async () => {
    for (const [text, ignoreLogsource] of [
      [FAILS, false],
      [FAILS, true],
      [WORKS, true],
    ] as const) {
      const watched = await WatchedLog.of(TEXT);
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource } }));
      await watched.settle();
      const codes = await codesOf(watched);
      expect(codes).toEqual(await sessionCodes(text, TEXT, ignoreLogsource));
      expect(watched.state.tally).toEqual(VERDICTS.map((_, v) => codes.filter((code) => code === v).length));
    }
  });

  test('follow the rule, and the last one that compiles stays in force', async () => {
    const watched = await WatchedLog.of(TEXT);
    const ask = (text: string) =>
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource: true } }));
    await watched.settle(() => ask(FAILS));
    const { tally, selections } = watched.state;
    expect(tally[1]).toBeGreaterThan(0);
    expect(selections.map(({ name }) => name)).toEqual(['a', 'b']);
    ask(BROKEN);
    expect(watched.state.tally).toEqual(tally);
    await watched.settle(() => ask(WORKS));
    expect(await codesOf(watched)).toEqual(await sessionCodes(WORKS, TEXT, true));
    expect(watched.state.selections).toEqual([{ name: 'a', count: watched.state.tally[1] }]);
  });

  test('are those of the newest rule, whenever it came', async () => {
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    const expected = await sessionCodes(WORKS, TEXT, true);
    for (let turn = 1; turn < 14; turn++) {
      const watched = await WatchedLog.of(TEXT);
      let turns = 0;
      watched.between = () => {
        if (++turns === turn) watched.log.ask(question(WORKS, ignoring));
      };
      watched.log.ask(question(FAILS, ignoring));
      await watched.settle();
      if (turns < turn) await watched.settle(() => watched.log.ask(question(WORKS, ignoring)));
      expect(watched.state.phase).toBe('ready');
      expect([turn, await codesOf(watched)]).toEqual([turn, expected]);
      expect(watched.state.tally.reduce((sum, n) => sum + n)).toBe(EVENTS.length);
    }
  });

  test('stay where only the title, a comment or the layout is edited', async () => {
    const watched = await WatchedLog.of(TEXT);
    const ask = (text: string) =>
      watched.log.ask(question(text, { settings: { ...settings, ignoreLogsource: true } }));
    await watched.settle(() => ask(FAILS));
    const { tally } = watched.state;
    const edits = [
      FAILS.replace('A rule', 'Another rule'),
      `# new\n${FAILS}`,
      FAILS.replace('detection:', 'description: failures\nlevel: low\ndetection:'),
      FAILS.replace('{k: fail}', '\n        k: fail # so'),
    ];
    for (const text of edits) {
      ask(text);
      expect(watched.state).toMatchObject({ phase: 'ready', rule: text, tally });
    }
  });

  test.each([
    ['a value', FAILS.replace('k: fail', 'k: fails')],
    ['a modifier', FAILS.replace('k: fail', 'k|contains: fail')],
    ['a field', FAILS.replace('k: fail', 'K: fail')],
    ['the type of a value', FAILS.replace('k: fail', 'k: 5').replace('5', "'5'")],
    ['a list for a value', FAILS.replace('k: fail', 'k: [fail]')],
    ['the condition', FAILS.replace('a and b', 'a or b')],
    ['the name of a selection', FAILS.replace('a: {', 'c: {').replace('a and b', 'c and b')],
    ['the log source', FAILS.replace('product: test', 'product: windows')],
  ])('are made anew where %s is edited', (_, text) => {
    const evaluation = new LogEvaluation(() => {});
    expect(evaluation.ask(question(FAILS))).toBe('changed');
    expect(evaluation.ask(question(text))).toBe('changed');
    expect(evaluation.ask(question(text))).toBe('same');
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    expect(evaluation.ask(question(text, ignoring))).toBe('changed');
  });

  test('tell of a pattern that could hang before it runs, and again at the next question', async () => {
    const slow = (value: string) => rule(`a: {k|re: '${value}'}\n    condition: a`);
    const ignoring = { settings: { ...settings, ignoreLogsource: true } };
    const [watched, other] = [await WatchedLog.of(TEXT), await WatchedLog.of(TEXT)];
    await watched.settle((log) => log.ask(question(slow('o(?=k)'), ignoring)));
    await other.settle((log) => log.ask(question(slow('fail'), ignoring)));
    expect([watched.beacons, other.beacons]).toEqual([['o(?=k)'], []]);
    await watched.settle((log) => log.ask(question(`${slow('o(?=k)')}    b: {u: ann}\n`, ignoring)));
    expect(watched.beacons).toEqual(['o(?=k)', 'o(?=k)']);
  });

  test('are made anew where a placeholder gets other values', () => {
    const text = FAILS.replace('k: fail', "k|expand: '%k%'");
    const evaluation = new LogEvaluation(() => {});
    const ask = (values: string[]) =>
      evaluation.ask(question(text, { settings: { ...settings, placeholders: { k: values } } }));
    expect([ask(['a']), ask(['a']), ask(['a', 'b'])]).toEqual(['changed', 'same', 'changed']);
  });

  describeWithShared('of the recordings', (dir) => {
    test('are those of the ordinary way', async () => {
      const all = recordings(dir);
      const rules = catalog(dir).filter(({ text }) => all.some(({ name }) => text.includes(name)));
      const text = all
        .map(({ name }) => readFileSync(join(dir, 'corpus', 'regression', name, 'events.json'), 'utf8'))
        .join('\n');
      const three = `${text}\n${text}\n${text}`;
      const watched = await WatchedLog.of(three, 20_000);
      await watched.settle();
      expect(watched.state.events).toBe(readEvents(three).slices.length);
      let matches = 0;
      for (const { text: ruleText } of rules.slice(0, 25)) {
        await watched.settle(() => watched.log.ask(question(ruleText)));
        const expected = await sessionCodes(ruleText, three, false);
        expect(watched.state.tally).toEqual(
          VERDICTS.map((_, v) => expected.filter((code) => code === v).length),
        );
        watched.log.show({ verdicts: [1], selection: null, order: 'file' });
        expect(watched.listed).toEqual(expected.flatMap((code, i) => (code === 1 ? [i] : [])));
        matches += watched.state.listed;
      }
      expect(matches).toBeGreaterThan(25);
    }, 60_000);
  });
});

describe('the list', () => {
  test('is filtered by verdict and by selection', async () => {
    const watched = await WatchedLog.of(TEXT);
    watched.log.ask(question(FAILS, { settings: { ...settings, ignoreLogsource: true } }));
    await watched.settle();
    const where = (holds: (event: { k: string; u: string }, i: number) => boolean) =>
      EVENTS.flatMap((text, i) => (i % 40 !== 7 && holds(JSON.parse(text), i) ? [i] : []));
    const list = (verdicts: number[] | null, selection: number | null) => {
      watched.log.show({ verdicts, selection, order: 'file' });
      return watched.listed;
    };
    expect(list([1], null)).toEqual(where(({ k, u }) => k === 'fail' && u === 'ann'));
    expect(list([0], null)).toEqual(where(({ k, u }) => k !== 'fail' || u !== 'ann'));
    expect(list([3], null)).toEqual([7, 47, 87, 127, 167]);
    expect(list(null, 0)).toEqual(where(({ k }) => k === 'fail'));
    expect(list([0], 1)).toEqual(where(({ k, u }) => k !== 'fail' && u === 'ann'));
    const found = watched.log.nextMatch(-1, 1);
    expect(found).toBe(-1); // none of those listed
    list(null, null);
    expect(watched.log.nextMatch(0, 1)).toBe(6);
    expect(watched.log.nextMatch(12, -1)).toBe(6);
    expect(watched.log.placeOf(42)).toBe(42);
  });

  test('is in the order of time, up or down; what has no time comes last', async () => {
    const watched = await WatchedLog.of(TEXT);
    await watched.settle();
    const timed = EVENTS.map((_, i) => i).filter((i) => i % 40 !== 7);
    const time = (i: number) => (i * 37) % 200;
    watched.log.show({ verdicts: null, selection: null, order: 'time' });
    expect(watched.listed).toEqual([...timed.sort((a, b) => time(a) - time(b)), 7, 47, 87, 127, 167]);
    watched.log.show({ verdicts: null, selection: null, order: 'time down' });
    expect(watched.listed).toEqual([...timed.sort((a, b) => time(b) - time(a)), 7, 47, 87, 127, 167]);
  });

  test('gives the lines and the texts of its events', async () => {
    const table = `UtcTime,Image,CommandLine\n${Array.from({ length: 99 }, (_, i) => `2026-03-04 08:15:30.000,C:\\${i}.exe,"run ""${i}"""`).join('\r\n')}\n`;
    const watched = await WatchedLog.of(table);
    await watched.settle();
    expect(watched.state).toMatchObject({ events: 99, phase: 'ready', timed: 99, problemCount: 0 });
    expect(watched.state.formats.map(({ format }) => format)).toEqual(['CSV']);
    const [row] = await watched.log.rows(70, 71);
    expect(row).toMatchObject({ event: 70, time: Date.UTC(2026, 2, 4, 8, 15, 30), fault: null });
    expect(row?.summary).toEqual([
      { field: 'CommandLine', value: 'run "70"' },
      { field: 'Image', value: 'C:\\70.exe' },
    ]);
    expect(await watched.log.eventText(70)).toBe(
      'UtcTime,Image,CommandLine\n2026-03-04 08:15:30.000,C:\\70.exe,"run ""70"""',
    );
  });

  test('gives the row of which something is told', async () => {
    const watched = await WatchedLog.of(`Image,CommandLine\na,1\nb,2,3\nc,4\n${'d,5\n'.repeat(200)}`, 300);
    await watched.settle();
    const rows = await watched.log.rows(0, 4);
    expect(rows.map(({ fault }) => fault !== null)).toEqual([false, true, false, false]);
    expect(await watched.log.eventText(1)).toBe('Image,CommandLine\nb,2,3');
    expect(await watched.log.eventText(2)).toBe('Image,CommandLine\nb,2,3');
    expect(watched.state.problems[0]).toMatchObject({ severity: 'warning', event: 1 });
  });

  test('tells what is malformed, with its line and its place in bytes', async () => {
    const watched = await WatchedLog.of(TEXT);
    await watched.settle();
    const { problems, problemCount } = watched.state;
    expect(problemCount).toBe(5);
    const bytes = new TextEncoder().encode(TEXT);
    expect(problems[1]).toMatchObject({ event: 47, severity: 'error' });
    expect(problems[1]?.message).toMatch(/^Line 48: /);
    const { offset } = problems[1]!;
    expect(new TextDecoder().decode(bytes.subarray(offset, offset + 6))).toBe('{"k":}');
    const [row] = await watched.log.rows(47, 48);
    expect(row?.fault).toContain('`"k"`');
  });
});

describe('a search', () => {
  const QUERIES = [
    'fail',
    'FAIL ann',
    '-bob',
    'C:\\wörk\\1',
    '"k":"ok"',
    '"""k"":""ok"""',
    'u:ann',
    'u:ann k:fail',
    'path:*\\1*.exe',
    'list:x -u:ANN',
    'list:150',
    'has:path',
    '-has:path',
    'zzz',
    '{ "k":}',
    '1 2',
    'https://x 12:30',
  ];

  test.each(QUERIES)('%s finds what each event by itself says', async (query) => {
    const { slices } = readEvents(TEXT);
    for (const matchCase of [false, true]) {
      const test = eventTest(parseLogQuery(query, matchCase));
      const expected = slices.flatMap(({ event, range }, i) =>
        test(event, TEXT.slice(range.start, range.end)) ? [i] : [],
      );
      // In the first pass, with the rule, and by itself.
      const early = await WatchedLog.of(TEXT);
      early.log.search({ text: query, matchCase });
      await early.settle();
      expect(early.listed).toEqual(expected);
      const late = await WatchedLog.of(TEXT);
      await late.settle();
      await late.settle((log) => log.search({ text: query, matchCase }));
      expect(late.listed).toEqual(expected);
      await late.settle((log) => log.search({ text: '', matchCase }));
      expect(late.state.listed).toBe(EVENTS.length);
    }
  });

  test('for any text in any events', async () => {
    const word = fc.constantFrom('a', 'B', 'ab', 'é', 'É', 'İ', '"', '\\', '}', ',', '{', 'x', '😀', '<');
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 40 }),
        words,
        fc.boolean(),
        async (values, needle, inLine) => {
          const events = values.map((value) => JSON.stringify({ value }));
          const text = inLine ? `[${events.join(',')}]` : events.join('\n');
          const query = parseLogQuery(`"${needle.replaceAll('"', '""')}"`);
          const test = eventTest(query);
          const watched = await WatchedLog.of(text, 100);
          await watched.settle();
          await watched.settle((log) =>
            log.search({ text: `"${needle.replaceAll('"', '""')}"`, matchCase: false }),
          );
          expect(watched.listed).toEqual(events.flatMap((own, i) => (test(undefined, own) ? [i] : [])));
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('a search looks into each event whose lines are mixed with those of others', async () => {
  const text = Array.from({ length: 60 }, (_, i) =>
    [i, i + 1, i]
      .map((n, item) => `type=PATH msg=audit(1772612130.001:${n}): item=${item} name="/ö/${n}"`)
      .join('\n'),
  ).join('\n');
  const { slices } = readEvents(text);
  const test = eventTest(parseLogQuery('/ö/7'));
  const watched = await WatchedLog.of(text);
  await watched.settle();
  await watched.settle((log) => log.search({ text: '/ö/7', matchCase: false }));
  const expected = slices.flatMap(({ event, range }, i) =>
    test(event, text.slice(range.start, range.end)) ? [i] : [],
  );
  expect(expected.length).toBeGreaterThan(0);
  expect(watched.listed).toEqual(expected);
});

describe('a log that is stopped', () => {
  test('while it is opened keeps what it has, and goes on from there', async () => {
    const watched = await WatchedLog.of(TEXT);
    let turns = 0;
    watched.between = () => {
      if (++turns === 3) watched.log.stop();
    };
    await watched.settle();
    const { events, done, size } = watched.state;
    expect(watched.state).toMatchObject({ phase: 'opening', stopped: true });
    expect(events).toBeGreaterThan(0);
    expect(events).toBeLessThan(EVENTS.length);
    expect(done).toBeLessThan(size);
    watched.log.show({ verdicts: null, selection: null, order: 'time' });
    expect(watched.state).toMatchObject({ listed: events, sorted: true });
    await watched.settle();
    expect(watched.state).toMatchObject({ phase: 'ready', stopped: false, events: EVENTS.length });
    expect(watched.state.sorted).toBe(true);
  });

  test('while it is evaluated or searched goes on with the next question', async () => {
    const watched = await WatchedLog.of(TEXT);
    await watched.settle();
    let turns = 0;
    watched.between = () => {
      if (++turns === 2) watched.log.stop();
    };
    await watched.settle((log) => log.ask(question(FAILS)));
    expect(watched.state).toMatchObject({ phase: 'evaluating', stopped: true });
    await watched.settle();
    expect(watched.state).toMatchObject({ phase: 'ready', stopped: false });
    turns = 0;
    await watched.settle((log) => log.search({ text: 'fail', matchCase: false }));
    expect(watched.state).toMatchObject({ phase: 'searching', stopped: true });
    await watched.settle((log) => log.search({ text: 'ok', matchCase: false }));
    expect(watched.state).toMatchObject({ phase: 'ready', stopped: false });
  });

  test('because its file is gone says so', async () => {
    const file = new Blob([TEXT]);
    let reads = 0;
    const fails = {
      size: file.size,
      slice: (start: number, end: number) => {
        if (++reads > 3) return { arrayBuffer: () => Promise.reject(new Error('gone')) };
        return file.slice(start, end);
      },
    };
    const watched = await WatchedLog.of(fails as Blob);
    await watched.settle();
    expect(watched.state.failure).toBe('gone');
    expect(watched.state.events).toBeGreaterThan(0);
  });
});

describe('a Windows event log', () => {
  const writer = new LogWriter();
  for (let i = 0; i < 400; i++) {
    if (i % 50 === 49) writer.nextChunk();
    writer.add(processEvent(i));
  }
  const bytes = writer.bytes();

  test.each([1, 2, 3, 16])('read %i chunks at a time is read as a whole one', async (chunks) => {
    const { readEvtx } = await import('../event');
    const { records } = readEvtx(bytes);
    const watched = new WatchedLog(
      await EvtxSource.open(new Blob([bytes as Uint8Array<ArrayBuffer>]), chunks),
    );
    await watched.settle();
    expect(watched.state).toMatchObject({ phase: 'ready', events: 400, problemCount: 0, done: bytes.length });
    for (const i of [0, 48, 49, 399]) expect(await watched.log.eventText(i)).toBe(records[i]!.xml);
    await watched.settle((log) => log.search({ text: 'EventRecordID:7', matchCase: false }));
    expect(watched.listed).toHaveLength(1);
  });

  test('that is damaged tells where, and gives what is whole', async () => {
    const damaged = bytes.slice() as Uint8Array<ArrayBuffer>;
    const { start } = writer.records[120]!;
    damaged.fill(0x41, start, start + 4);
    const watched = new WatchedLog(await EvtxSource.open(new Blob([damaged]), 1));
    await watched.settle();
    expect(watched.state.events).toBeGreaterThan(350);
    expect(watched.state.events).toBeLessThan(400);
    expect(watched.state.problems[0]).toMatchObject({ code: 'evtx-chunk-records', event: null });
  });

  test('that is none says so', async () => {
    const watched = new WatchedLog(await EvtxSource.open(new Blob(['nothing'])));
    await watched.settle();
    expect(watched.state).toMatchObject({ events: 0, problemCount: 1 });
  });
});
