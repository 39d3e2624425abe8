import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTime } from '../../../match';
import { expectLinear } from '../../../testing/growth';
import { plain } from '../../../text';
import { EventReader, readEvents } from '../../read';
import { expectWritten } from '../testing';

const IIS = `#Software: Microsoft Internet Information Services 10.0
#Version: 1.0
#Date: 2026-11-24 10:00:00
#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status
2026-11-24 10:00:01 192.0.2.1 GET /owa/auth.aspx a=b&c=d 443 - 203.0.113.7 curl/8.4 - 200
2026-11-24 10:00:02 192.0.2.1 POST /ecp/x.js - 443 LAB\\bob 203.0.113.8 Agent+x https://example.org/ 500
`;
const ZEEK = `#separator \\x09
#set_separator\t,
#empty_field\t(empty)
#unset_field\t-
#path\tdns
#open\t2026-11-24-10-00-00
#fields\tts\tuid\tid.orig_h\tid.resp_p\tquery\tanswers\trejected
#types\ttime\tstring\taddr\tport\tstring\tvector[string]\tbool
1795514400.123456\tCx1\t192.0.2.5\t53\tevil.example.org\t203.0.113.7,203.0.113.8\tF
1795514401.000000\tCx2\t192.0.2.5\t53\t-\t(empty)\tT
#close\t2026-11-24-11-00-00
`;
const events = (text: string) => readEvents(text).slices.flatMap(({ event }) => event ?? []);
const recognisedAs = (text: string) => {
  const reader = new EventReader(text);
  while (reader.next());
  return reader.recognised;
};

describe('fields', () => {
  it.each<[string, number, string, unknown]>([
    [IIS, 0, 'cs-method', 'GET'],
    [IIS, 0, 'cs-uri-query', 'a=b&c=d'],
    [IIS, 0, 'cs-user-agent', 'curl/8.4'],
    [IIS, 0, 'cs(User-Agent)', 'curl/8.4'],
    [IIS, 0, 'cs-username', '-'],
    [IIS, 1, 'cs-username', 'LAB\\bob'],
    [IIS, 1, 'cs-referer', 'https://example.org/'],
    [IIS, 1, 'sc-status', '500'],
    [ZEEK, 0, 'query', 'evil.example.org'],
    [ZEEK, 0, '_path', 'dns'],
    [ZEEK, 0, 'id.orig_h', '192.0.2.5'],
    [ZEEK, 0, 'answers', ['203.0.113.7', '203.0.113.8']],
    [ZEEK, 1, 'query', undefined],
    [ZEEK, 1, 'answers', undefined],
    [ZEEK.replaceAll('\n', '\r\n'), 1, 'rejected', 'T'],
    [`${IIS}${ZEEK}`, 2, 'uid', 'Cx1'],
    ['#Fields: a b\n"x y" z\n', 0, 'a', 'x y'],
    ['#Fields: a b\nx y\n#Fields: b c\nx y\n', 1, 'c', 'y'],
  ])('%#: event %i has %s', (text, i, field, value) => {
    const event = events(text)[i]!;
    expect(event.get(field)).toEqual(value);
    expectWritten(text, event);
  });

  it.each([
    [IIS, '2026-11-24T10:00:01Z', 0],
    [ZEEK, '2026-11-24T10:00:00Z', 123_456],
  ])('the time', (text, iso, micros) =>
    expect(eventTime(events(text)[0]!)?.micros).toBe(Date.parse(iso) * 1000 + micros),
  );
});

describe('a log', () => {
  it('is recognised, and says why', () => {
    expect(recognisedAs(IIS)).toMatchObject([{ written: 'W3C log', count: 2 }]);
    expect(plain(recognisedAs(IIS)[0]!.evidence)).toContain('names 12 columns');
    expect(recognisedAs(ZEEK)).toMatchObject([{ written: 'Zeek log', count: 2 }]);
    expect(recognisedAs(`${ZEEK}{"a": 1}\n`)).toMatchObject([{ count: 2 }, { format: 'JSON', count: 1 }]);
  });

  it.each(['# a comment\na b', '#Fields: one\nx', '#Date: today\n', '#include <x>\n', '#'])(
    'is not claimed: %j',
    (text) => {
      for (const { format } of recognisedAs(text)) expect(format).not.toBe('log with # header');
    },
  );

  it('a row of more or fewer cells is told, and read as far as it goes', () => {
    const { slices } = readEvents('#Fields: a b\nx\ny z\nu v w\n');
    expect(slices.map((s) => (s.event ? s.event.get('a') : s.code))).toEqual([
      'table-fewer-cells',
      'x',
      'y',
      'table-more-cells',
      'u',
    ]);
    expect(slices[0]).toMatchObject({
      line: 2,
      message: ['this row has 1 cell, but the header names 2: ', { code: 'x' }, '.'],
      at: { start: 13, end: 14 },
    });
  });

  it('any text is read without throwing, in order, each value at its characters', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '#Fields: a b\n',
        '#fields\ta\tb\n',
        '#separator \\x7c\n',
        '#path\tx\n',
        '#close\n',
        '#',
        '\n',
      ),
      fc.constantFrom(
        '\t',
        ' ',
        '"',
        '-',
        ',',
        '{"a":1}\n',
        'x y\n',
        'x\ty\n',
        '\r\n',
        '#types\tset[string]\tint\n',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `#Fields: a b\n${pieces.join('')}`;
        let last = -1;
        for (const { range, event } of readEvents(text).slices) {
          expect(range.start).toBeGreaterThanOrEqual(last);
          expect(range.end).toBeLessThanOrEqual(text.length);
          last = range.start;
          if (event?.get('a') !== undefined) expectWritten(text, event);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['rows', 2000, (n: number) => IIS + 'a b c d e f g h i j k l\n'.repeat(n)],
    ['headers', 500, (n: number) => IIS.repeat(n)],
    ['lines of a header', 1000, (n: number) => IIS + '#Date: x\n'.repeat(n)],
    ['a long row', 50_000, (n: number) => IIS + 'a '.repeat(n)],
    ['quotes', 50_000, (n: number) => IIS + '" '.repeat(n)],
    ['short rows', 5000, (n: number) => IIS + 'a\n'.repeat(n)],
  ])('takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => readEvents(text));
  });
});
