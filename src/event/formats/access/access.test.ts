import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime } from '../../../match';
import { expectLinear } from '../../../testing/growth';
import { plain } from '../../../text';
import { EventReader, readEvents } from '../../read';
import { expectSlices, expectWritten } from '../testing';

const COMBINED =
  '203.0.113.7 - alice [24/Nov/2026:10:00:00 +0100] "GET /a/b.php?cmd=id HTTP/1.1" 200 512 "https://example.org/" "curl/8.4 \\"x\\""';
const COMMON = '203.0.113.7 - - [24/Nov/2026:10:00:00 +0000] "POST /upload HTTP/1.0" 404 -';
const first = (text: string) => readEvents(text).slices[0]!.event!;
const formatOf = (text: string) => {
  const reader = new EventReader(text);
  while (reader.next());
  return reader.recognised[0]!;
};

describe('fields', () => {
  it.each<[string, string, unknown]>([
    [COMBINED, 'c-ip', '203.0.113.7'],
    [COMBINED, 'cs-username', 'alice'],
    [COMBINED, 'date', '24/Nov/2026:10:00:00 +0100'],
    [COMBINED, 'cs-method', 'GET'],
    [COMBINED, 'cs-uri-stem', '/a/b.php'],
    [COMBINED, 'cs-uri-query', '/a/b.php?cmd=id'],
    [COMBINED, 'cs-version', 'HTTP/1.1'],
    [COMBINED, 'sc-status', '200'],
    [COMBINED, 'sc-bytes', '512'],
    [COMBINED, 'cs-referer', 'https://example.org/'],
    [COMBINED, 'cs-user-agent', 'curl/8.4 \\"x\\"'],
    [COMBINED, 'c-useragent', 'curl/8.4 \\"x\\"'],
    [COMBINED, 'c-uri', '/a/b.php?cmd=id'],
    [COMMON, 'cs-uri-query', '/upload'],
    [COMMON, 'cs-username', '-'],
    [COMMON, 'cs-user-agent', undefined],
    [`www.example.org:443 ${COMBINED}`, 'cs-host', 'www.example.org:443'],
    [`www.example.org:443 ${COMBINED}`, 'c-ip', '203.0.113.7'],
    [`2001:db8::1${COMBINED.slice(11)}`, 'c-ip', '2001:db8::1'],
    [COMBINED.replace('alice', 'DOM user'), 'cs-username', 'DOM user'],
    [COMBINED.replace('GET /a/b.php?cmd=id HTTP/1.1', '\\x16\\x03\\x01'), 'cs-uri-query', '\\x16\\x03\\x01'],
    [COMBINED.replace('GET /a/b.php?cmd=id HTTP/1.1', '-'), 'cs-method', undefined],
    [COMBINED.replace('/a/b.php?cmd=id', '/a b?c d'), 'cs-uri-query', '/a b?c d'],
    [COMBINED.replace(' HTTP/1.1', ''), 'cs-uri-query', '/a/b.php?cmd=id'],
    [`${COMBINED} "-" 0.004`, 'text', '"-" 0.004'],
  ])('%s: %s', (text, field, value) => {
    const event = first(text);
    expect(event.get(field)).toEqual(value);
    expectWritten(text, event);
  });

  it('the time is read with its zone', () => {
    const event = first(COMBINED);
    expect(eventTime(event)?.micros).toBe(Date.parse('2026-11-24T09:00:00Z') * 1000);
    const [place] = event.locate('datetime')!.toText({ start: 0, end: 4 });
    expect(COMBINED.slice(place!.start, place!.end)).toBe('24/Nov/2026:10:00:00 +0100');
  });
});

describe('a stretch of lines', () => {
  it('is recognised, and says why', () => {
    expect(formatOf(`${COMMON}\n${COMBINED}`)).toMatchObject({ format: 'access log', count: 2 });
    expect(plain(formatOf(COMBINED).evidence)).toContain('combined format');
    expect(plain(formatOf(COMMON).evidence)).toContain('common format');
  });

  it.each([
    'a b c [24/Nov/2026:10:00:00 +0000] no request',
    '203.0.113.7 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1',
    '[24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '203.0.113.7 - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1',
    '203.0.113.7 - - [24/Nov/2026:10:00:00 +0000] "GET / HTTP/1.1" ok 1',
  ])('is not claimed: %s', (text) => expect(formatOf(text).format).not.toBe('access log'));

  it('a line that is none is kept as text, and the others are read', () => {
    const text = `${COMMON}\nsomething else\n${COMBINED}`;
    const events = readEvents(text).slices.map(({ event }) => event!.get('sc-status') ?? event!.get('text'));
    expect(events).toEqual(['404', 'something else', '200']);
  });

  it('any line is read without throwing, each value at its characters', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        COMMON,
        COMBINED,
        '\n',
        '"',
        '\\',
        ' ',
        '[',
        ']',
        '-',
        '24/Nov/2026:10:00:00 +0000',
        '?',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `${COMMON}\n${pieces.join('')}`;
        expectSlices(text);
        for (const { event } of readEvents(text).slices)
          if (event?.get('sc-status') !== undefined) expectWritten(text, event);
      }),
      { numRuns: 1000 },
    );
  });

  it('values are what was written', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '/', '?', '=', '%', '.', '&', '\\\\', '\\"', '😀') });
    fc.assert(
      fc.property(word, word, word, (target, referer, agent) => {
        const line = `203.0.113.7 - - [24/Nov/2026:10:00:00 +0000] "GET /${target} HTTP/1.1" 200 1 "${referer}" "${agent}"`;
        const event = first(line);
        expect([event.get('cs-uri-query'), event.get('cs-referer'), event.get('cs-user-agent')]).toEqual([
          `/${target}`,
          referer,
          agent,
        ]);
        expectWritten(line, event);
      }),
    );
  });

  it.each([
    ['lines', 1000, (n: number) => `${COMBINED}\n`.repeat(n)],
    ['open quotes', 20_000, (n: number) => `${COMMON} ${'"a '.repeat(n)}`],
    ['backslashes', 100_000, (n: number) => `${COMMON} "${'\\'.repeat(n)}`],
    ['a long request', 50_000, (n: number) => COMMON.replace('/upload', `/${'a '.repeat(n)}`)],
    ['brackets', 10_000, (n: number) => `${COMMON}\n${'[24/Nov/2026:10:00:00 +0000] '.repeat(n)}`],
  ])('takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => readEvents(text));
  });
});
