import { describe, expect, test } from 'vitest';
import { type EventFormat, readEvents } from '../event';
import { LogWriter } from '../testing/evtx/log';
import { processEvent } from '../testing/evtx/sample';
import { type LogFile, LogFiles } from './log-files';
import type { LogStretch } from './messages';
import { LostFile, type SlicedFile } from './source';
import { EVENTS, FAILS, question, settings, WatchedLog } from './testing';
import { TextSource } from './text-source';

const SMALL = { usual: 700, most: 1 << 20, sight: 200, doubt: 200 };
const small = (file: SlicedFile, format?: EventFormat) => TextSource.open(file, format, SMALL);

const LINES = EVENTS.slice(0, 50);
const CSV = `k,u\n${Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'fail' : 'ok'},ann`).join('\n')}\n`;
const YAML = Array.from({ length: 30 }, (_, i) => `---\nk: fail\nu: ann\nn: ${i}\n`).join('');
const JSON_LIST = JSON.stringify(
  Array.from({ length: 50 }, (_, n) => ({ k: 'ok', n })),
  null,
  1,
);
const XML = Array.from(
  { length: 20 },
  (_, i) =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>${i}</EventID></System><EventData><Data Name="k">fail</Data><Data Name="u">ann</Data></EventData></Event>`,
).join('\n');
const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) bytes[2 + 2 * i] = text.charCodeAt(i);
  return bytes;
};
const writer = new LogWriter();
for (let i = 0; i < 40; i++) writer.add(processEvent(i));

/** Files in six formats, one of them empty and one in UTF-16; each has no line end at its own end. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['a.ndjson', LINES.join('\n')],
  ['b.csv', CSV.trimEnd()],
  ['empty.json', ''],
  ['c.yaml', YAML],
  ['d.json', JSON_LIST],
  ['e.xml', XML],
];
const file = (name: string, content: SlicedFile, isEvtx = false): LogFile => ({
  name,
  file: content,
  isEvtx,
});
const FILES: readonly LogFile[] = [
  ...TEXTS.map(([name, text]) => file(name, new Blob([text]))),
  file('f.evtx', new Blob([writer.bytes() as Uint8Array<ArrayBuffer>]), true),
  file('g.csv', new Blob([utf16(CSV)])),
];
const counts = [...TEXTS.map(([, text]) => readEvents(text).slices.length), 40, 60];
const total = counts.reduce((sum, n) => sum + n, 0);

const opened = (files: readonly LogFile[]) => new WatchedLog(new LogFiles(files, undefined, small));
const ask = (watched: WatchedLog) =>
  watched.settle((log) => log.ask(question(FAILS, { settings: { ...settings, ignoreLogsource: true } })));
const eventsOf = (stretches: readonly LogStretch[]) =>
  FILES.map((_, i) => stretches.reduce((sum, one) => sum + (one.file === i ? one.place.count : 0), 0));

/** A file that can be read only so often, or that has lost its end by then. */
function failing(text: string, reads: number, how: 'rejects' | 'is shorter'): SlicedFile {
  const blob = new Blob([text]);
  let left = reads;
  return {
    size: blob.size,
    slice: (start, end) => {
      if (left-- > 0) return blob.slice(start, end);
      if (how === 'is shorter') return blob.slice(start, Math.max(start, end - 100));
      return { arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')) };
    },
  };
}

describe('files of any format are one log', () => {
  test('in which each is read by itself, and each event knows its file', async () => {
    const watched = await opened(FILES).settle();
    expect(watched.state).toMatchObject({ events: total, phase: 'ready', losses: [], failure: null });
    expect(watched.state.done).toBe(watched.state.size);
    expect(watched.state.formats.map(({ format }) => format)).toEqual(['JSON', 'CSV', 'YAML', 'XML']);
    expect(eventsOf(watched.log.stretches())).toEqual(counts);
    const rows = await watched.log.rows(0, total);
    expect(rows.map(({ file: of }) => of)).toEqual(
      counts.flatMap((count, i) => Array.from({ length: count }, () => i)),
    );
    const firsts = counts.map((_, i) => counts.slice(0, i).reduce((sum, n) => sum + n, 0));
    expect(await watched.log.eventText(firsts[1]! + 59)).toBe('k,u\nfail,ann');
    expect(await watched.log.eventText(firsts[3]! + 3)).toContain('n: 3');
    expect(JSON.parse(await watched.log.eventText(firsts[4]! + 7))).toEqual({ k: 'ok', n: 7 });
    expect(await watched.log.eventText(firsts[5]!)).toContain('<EventID>0</EventID>');
    expect(await watched.log.eventText(firsts[6]!)).toContain('<EventID>');
    expect(await watched.log.eventText(firsts[7]!)).toBe('k,u\nok,ann');
  });

  test('with the verdicts and the search of each file alone', async () => {
    const together = await opened(FILES).settle();
    await ask(together);
    const lines = LINES.flatMap((text, i) => (i % 40 === 7 ? [] : [JSON.parse(text)]));
    const matches = lines.filter(({ k, u }) => k === 'fail' && u === 'ann').length;
    // Of the tables every other line, and all of the YAML and the XML.
    expect(together.state.tally).toEqual([total - matches - 112, matches + 110, 0, 2]);
    await together.settle((log) => log.search({ text: 'u:ann', matchCase: true }));
    const ann = lines.filter(({ u }) => u === 'ann').length;
    expect(together.listed).toHaveLength(ann + 60 + 30 + 20 + 60);
  });

  test('and its problems are told per file, at their places in it', async () => {
    const broken = '{"k":1}\n{"k":}\n';
    const watched = await opened([
      file('a', new Blob([broken])),
      file('b', new Blob(['{"k":1}'])),
      file('c', new Blob([`{"k":}\n${broken}`])),
    ]).settle();
    expect(watched.state.problemsOfFiles).toEqual([
      { file: 0, count: 1 },
      { file: 2, count: 2 },
    ]);
    expect(watched.state.problems.map(({ file: of, offset }) => [of, offset])).toEqual([
      [0, 8],
      [2, 0],
      [2, 15],
    ]);
  });
});

describe('a file that cannot be read', () => {
  const others = [file('before', new Blob([CSV])), file('after', new Blob([JSON_LIST]))] as const;
  const among = (one: SlicedFile) => opened([others[0], file('bad', one), others[1]]);

  test.each([
    ['from its beginning', 0, 'rejects'],
    ['from some place on', 4, 'rejects'],
    ['to its end, because it has shrunk', 4, 'is shorter'],
  ] as const)('%s is told, and the others stay', async (_, reads, how) => {
    const watched = await among(failing(EVENTS.join('\n'), reads, how)).settle();
    const { events, losses, failure } = watched.state;
    expect(failure).toBeNull();
    expect(losses).toEqual([{ file: 1, name: 'bad', events: events - 110, isWhole: false }]);
    expect(losses[0]!.events > 0).toBe(reads > 0);
    expect(losses[0]!.events).toBeLessThan(EVENTS.length);
    const last = (await watched.log.rows(events - 1, events))[0]!;
    expect(last).toMatchObject({ file: 2, fault: null });
    // The first read is of the first bytes, which tell the encoding.
    const first = await watched.log.eventText(60).catch((error: unknown) => error);
    if (reads > 0) expect(first).toBeInstanceOf(LostFile);
  });

  test('any more keeps what was found in it, and other rules are asked about the others', async () => {
    const reads = { left: Number.POSITIVE_INFINITY };
    const blob = new Blob([EVENTS.join('\n')]);
    const watched = await among({
      size: blob.size,
      slice: (start, end) =>
        reads.left-- > 0
          ? blob.slice(start, end)
          : { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) },
    }).settle();
    reads.left = 0;
    await ask(watched);
    expect(watched.state).toMatchObject({ phase: 'ready', events: 110 + EVENTS.length, failure: null });
    expect(watched.state.losses).toEqual([{ file: 1, name: 'bad', events: EVENTS.length, isWhole: true }]);
    expect(watched.state.tally).toEqual([80, 30, 0, 0]);
    const [row] = await watched.log.rows(60, 61);
    expect(row).toMatchObject({ file: 1, fault: ['its file can no longer be read.'] });
  });
});
