import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogWriter } from '../../testing/evtx/log';
import { element, instance, sub, template } from '../../testing/evtx/model';
import { event, processEvent } from '../../testing/evtx/sample';
import { string, strings } from '../../testing/evtx/values';
import { plain } from '../../text';
import { crc32 } from './crc32';
import { readEvtx } from './read';

const FIRST = 4096; // where the first chunk begins
const RECORD = FIRST + 512;
const CHUNK = 65536;

/** Three chunks of a few records: some define a template or names that later ones use, some are independent. */
const log = new LogWriter();
for (let chunk = 0; chunk < 3; chunk++) {
  if (chunk > 0) log.nextChunk();
  const other = template(element('EventData', {}, [element('Data', {}, [sub(0)]), element('Image')]));
  for (let i = 0; i < 4; i++) {
    const number = chunk * 100 + i;
    log.add(processEvent(number));
    log.add(element('Event', {}, [element('System', {}, [element('EventID', {}, [String(number)])])]));
    log.add(event(number, instance(other, [strings('a', `b${number}`)])));
    log.add(event(number, element('UserData', {}, [element(`Own${number}`, {}, ['x'])])));
  }
}
const whole = log.bytes();
const texts = readEvtx(whole).records.map(({ xml }) => xml);
const codes = (bytes: Uint8Array) => readEvtx(bytes).problems.all.map(({ code }) => code);

/** A copy of the file with some bytes changed. */
function changed(...edits: [at: number, ...bytes: number[]][]): Uint8Array {
  const bytes = whole.slice();
  for (const [at, ...values] of edits) bytes.set(values, at);
  return bytes;
}

/** Every record that does not depend on a changed part must be read with its original text. */
function expectUndamaged(bytes: Uint8Array, hit: (start: number, end: number) => boolean): void {
  const found = new Map(readEvtx(bytes).records.map(({ offset, xml }) => [offset, xml]));
  for (const [i, { start, needs }] of log.records.entries()) {
    if (needs.some((span) => hit(span.start, span.end))) continue;
    expect([start, found.get(start)]).toEqual([start, texts[i]]);
  }
}

it('the file is whole as it was written', () => {
  expect([texts.length, codes(whole)]).toEqual([log.records.length, []]);
});

describe('what is damaged is named', () => {
  const second = log.records[1]!;
  const fileHeader = (bytes: Uint8Array) => {
    new DataView(bytes.buffer).setUint32(124, crc32(bytes, 0, 120), true);
    return bytes;
  };
  it.each<[string, Uint8Array, string[], number]>([
    ['nothing at all', new Uint8Array(0), ['evtx-not-evtx'], 0],
    ['another file', new TextEncoder().encode('{"a":1}'), ['evtx-not-evtx'], 0],
    ['an old event log', Uint8Array.from([0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65]), ['evtx-old-format'], 0],
    ['a file that ends in its header', whole.slice(0, 100), ['evtx-file-cut'], 0],
    ['a file without chunks', whole.slice(0, FIRST), [], 0],
    ['the signature', changed([0, 0]), ['evtx-file-header'], 48],
    ['the version', fileHeader(changed([38, 9])), ['evtx-file-header'], 48],
    ["the header's checksum", changed([16, 9]), ['evtx-file-header'], 48],
    ['the end of the file', whole.slice(0, FIRST + CHUNK + 100), ['evtx-file-cut'], 16],
    ["a chunk's signature", changed([FIRST, 0]), ['evtx-chunk-signature'], 48],
    ["a chunk's header", changed([FIRST + 16, 9]), ['evtx-chunk-header'], 48],
    ["a chunk's end of records", changed([FIRST + 48, 0xff, 0xff]), ['evtx-chunk-header'], 48],
    ["a chunk's list of names", changed([FIRST + 130, 1]), ['evtx-chunk-header'], 48],
    ["a record's signature", changed([second.start, 1]), ['evtx-chunk-records', 'evtx-bytes-skipped'], 47],
    ["a record's size", changed([second.start + 4, 1]), ['evtx-chunk-records', 'evtx-record-size'], 47],
    ["a record's second size", changed([second.end - 4, 1]), ['evtx-chunk-records', 'evtx-record-size'], 47],
    [
      "a record's first token",
      changed([second.start + 28, 0x77]),
      ['evtx-chunk-records', 'evtx-record-content'],
      47,
    ],
    ['a chunk of zeros', changed([FIRST, ...new Array(CHUNK).fill(0)]), [], 32],
    [
      'a chunk of anything',
      changed([FIRST, ...new Array(CHUNK).fill(7)]),
      ['evtx-chunk-signature', 'evtx-bytes-skipped'],
      32,
    ],
  ])('%s', (_, bytes, expected, records) => {
    const read = readEvtx(bytes);
    expect([read.problems.all.map(({ code }) => code), read.records.length]).toEqual([expected, records]);
    for (const { message } of read.problems.all) expect(plain(message)).toMatch(/^[A-Z`][^\n]*\.$/);
  });

  it('with its place, its number and a sentence', () => {
    const { problems } = readEvtx(changed([second.start + 28, 0x77]));
    expect(problems.all[1]).toEqual({
      code: 'evtx-record-content',
      severity: 'error',
      offset: second.start,
      chunk: 0,
      record: 2,
      message: [
        `Record 2 cannot be read: 0x77 is not a valid binary XML token here (byte ${second.start + 28}). It is left out.`,
      ],
    });
    expect([problems.count, problems.recordsSkipped]).toEqual([2, 1]);
  });

  it('however much, and only the first thousand are kept', () => {
    const many = new LogWriter();
    for (let i = 0; i < 1500; i++) many.add({ kind: 'raw', bytes: Uint8Array.of(0x77) });
    const { records, problems } = readEvtx(many.bytes());
    expect([records.length, problems.count, problems.recordsSkipped, problems.all.length]).toEqual([
      0, 1500, 1500, 1000,
    ]);
  });
});

describe('beyond the end that a chunk names', () => {
  /** The first chunk ends after its fourth record; the checksums are right. */
  function shortened(flags: number, edit: (bytes: Uint8Array) => void = () => {}): Uint8Array {
    const bytes = log.bytes(flags);
    const view = new DataView(bytes.buffer);
    const end = log.records[3]!.end;
    view.setUint32(FIRST + 48, end - FIRST, true);
    view.setUint32(FIRST + 52, crc32(bytes, RECORD, end), true);
    edit(bytes);
    const header = crc32(bytes, FIRST + 128, RECORD, crc32(bytes, FIRST, FIRST + 120));
    view.setUint32(FIRST + 124, header, true);
    return bytes;
  }
  it.each<[string, Uint8Array, number]>([
    ['records are old ones', shortened(0), 4],
    ['they are read in a log that Windows had open', shortened(1), 16],
    [
      'though not where the number is not the next',
      shortened(1, (bytes) => bytes.set([77], log.records[4]!.start + 8)),
      4,
    ],
  ])('%s', (_, bytes, count) => {
    const { records, problems } = readEvtx(bytes);
    expect([records.filter(({ chunk }) => chunk === 0).length, problems.all]).toEqual([count, []]);
  });
});

describe('whatever is damaged, all other records come', () => {
  const place = fc.oneof(
    fc.nat(whole.length - 1),
    // Most of a chunk is empty here, so the rest is hit more often.
    fc.tuple(fc.nat(2), fc.nat(12_000)).map(([chunk, at]) => FIRST + chunk * CHUNK + at),
    fc.constantFrom(
      ...log.records.flatMap(({ start, end }) => [start, start + 4, start + 5, end - 4, end - 2]),
    ),
    fc.constantFrom(0, FIRST, FIRST + 44, FIRST + 48, FIRST + 49, FIRST + 50, FIRST + 124),
  );
  const hasSignature = (bytes: Uint8Array) =>
    [0, FIRST, FIRST + CHUNK, FIRST + 2 * CHUNK].some((at) =>
      String.fromCharCode(...bytes.subarray(at, at + 8)).match(/^Elf(File\0|Chnk)/),
    );

  it('where single bytes have changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { maxLength: 6 }), (flips) => {
        const bytes = whole.slice();
        for (const [at, by] of flips) bytes[at]! ^= by;
        fc.pre(hasSignature(bytes));
        expectUndamaged(bytes, (start, end) =>
          flips.some(([at]) => at >= start && at < end && bytes[at] !== whole[at]),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('where a stretch is overwritten', () => {
    fc.assert(
      fc.property(
        place,
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.boolean(),
        (at, garbage, zeros) => {
          const bytes = whole.slice();
          const cut = garbage.subarray(0, bytes.length - at);
          bytes.set(zeros ? new Uint8Array(cut.length) : cut, at);
          fc.pre(hasSignature(bytes));
          expectUndamaged(bytes, (start, end) => at < end && start < at + cut.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('where the file is cut off', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        expectUndamaged(whole.slice(0, length), (_, end) => end > length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any bytes', () => {
  it('are read without throwing', () => {
    const text = fc.uint8Array({ maxLength: 2000 });
    fc.assert(
      fc.property(text, text, (inHeader, inRecord) => {
        const bytes = whole.slice(0, FIRST + CHUNK);
        bytes.set(inHeader.subarray(8), FIRST + 8);
        const log = new LogWriter();
        log.add({ kind: 'raw', bytes: inRecord }, element('a'));
        readEvtx(bytes);
        readEvtx(inHeader);
        expect(readEvtx(log.bytes()).records.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('as a template or a value cost their record at most', () => {
    const raw = fc.uint8Array({ maxLength: 200 }).map((bytes) => ({ kind: 'raw' as const, bytes }));
    fc.assert(
      fc.property(raw, fc.nat(255), fc.uint8Array({ maxLength: 100 }), (content, type, value) => {
        const log = new LogWriter();
        log.add(instance(template(content), [string('x')]));
        log.add(instance(template(element('a', { b: sub(0) }, [sub(0, type)])), [{ type, content: value }]));
        log.add(element('after'));
        expect(readEvtx(log.bytes()).records.map(({ xml }) => xml)).toContain('<after />');
      }),
      { numRuns: 500 },
    );
  });
});
