import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../match';
import { compile } from '../../../rule';
import { plain } from '../../../text';
import { EventReader, readEvents } from '../../read';

describe('log lines without further structure', () => {
  const row = (text: string, format: string, evidence: string) => ({ text, format, evidence });
  test.each([
    row(
      '192.0.2.7 - - [24/Nov/2026:10:00:00 +0000] "GET /shell.php without an end',
      'plain lines',
      'the line begins like those of web servers',
    ),
    row('Nov 24 10:00:00 gate went down', 'plain lines', 'the line begins with a time as syslog writes it'),
    row('2026-11-24 10:00:00 service started', 'plain lines', 'the line begins with a time'),
    row('[2026-11-24T10:00:00Z] started', 'plain lines', 'the line begins with a time'),
    row('Hello there', 'plain lines', 'no other format was recognised'),
    row('{"time":"2026-11-24T10:00:00Z"}', 'JSON', 'it begins with a brace'),
  ])('$text is $format', ({ text, format, evidence }) => {
    const reader = new EventReader(text);
    while (reader.next());
    const [found] = reader.recognised;
    expect([found?.format, plain(found!.evidence)]).toEqual([format, evidence]);
  });

  test('a keyword is found in a line, at its characters', () => {
    const text = '2026-11-24 10:00:00 ok\n2026-11-24 10:00:01 GET /cmd.JSP?x\n{"a":"cmd.jsp"}';
    const { plan } = compile('title: T\ndetection:\n    k: [cmd.jsp]\n    condition: k\n');
    const found = readEvents(text).slices.map(({ event }) => explain(plan!, event!));
    expect(found.map(({ verdict }) => verdict)).toEqual(['no match', 'match', 'match']);
  });

  test('every line that is no other format is one event, whole', () => {
    const line = fc.stringMatching(/^[ -z]{0,30}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const written = lines.map((l) => `2026-11-24 10:00:00 ${l}`.trimEnd());
        const { slices } = readEvents(written.join('\n'));
        expect(slices.map(({ event }) => event?.get('message'))).toEqual(written);
        for (const { event, range } of slices)
          expect(event?.locate('message')?.toText({ start: 0, end: range.end - range.start })).toEqual([
            range,
          ]);
      }),
    );
  });
});
