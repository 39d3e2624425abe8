import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { plain } from '../text';
import { EvtxSource } from './evtx-source';
import { eventTest, parseLogQuery } from './query';
import { EVENTS, FAILS, question, settings, TEXT, WatchedLog } from './testing';

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
    expect(plain(problems[1]!.message)).toMatch(/^Line 48: /);
    const { offset } = problems[1]!;
    expect(new TextDecoder().decode(bytes.subarray(offset, offset + 6))).toBe('{"k":}');
    const [row] = await watched.log.rows(47, 48);
    expect(plain(row!.fault!)).toContain('`"k"`');
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
      // In the first pass, together with the rule, and separately.
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
