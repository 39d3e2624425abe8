import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../match';
import { compile } from '../../rule';
import { plain } from '../../text';
import { EventReader, readEvents } from '../read';

/** Texts in an unknown format, each with the beginning of the sentence that says what it could be. */
const TEXTS: readonly (readonly [name: string, text: string, guess: RegExp])[] = [
  ['words', 'service went down\nnobody knows why', /^It may be a log in a format of its own\./],
  ['a command line', 'whoami /all', /^It may be a log/],
  ['a number', '42', /^It may be a log/],
  ['a time in brackets', '[12:00] started', /^It may be a log/],
  ['a rule', 'title: A\nlogsource:\n    product: windows\ndetection:\n    s: x\n', /Sigma rule/],
  ['a file of Windows', 'C:\\Users\\jo\\events.evtx', /a file name/],
  ['a file on a share', '\\\\server\\logs\\events.json', /a file name/],
  ['a file of Linux', '/var/log/audit/audit.log', /a file name/],
  ['an address', 'https://example.org/events.json', /an address/],
  ['a web page', '<!DOCTYPE html>\n<html><body>\n<p>An event</p>\n</body></html>', /a web page/],
  ['a piece of one', '<div class="log"><span>An event</span></div>', /a web page/],
  ['an event log', 'ElfFile\0\0\u0001\0', /event log \(\.evtx\)/],
  ['an archive', 'PK\u0003\u0004\u0014\0', /an archive/],
  ['a program', 'MZ\u0090\0\u0003\0\0\0', /a binary file/],
  ['bytes that are no characters', 'ab\ufffd\ufffdcd', /a binary file/],
  ['JSON behind a host', 'Feb 17 host: {"a":1}\nFeb 17 host: {"a":2}', /before `\{` on each line/],
  ['lists of PowerShell', 'Id : 1\nMessage : a\n', /`ConvertTo-Json`/],
  ['YAML', 'EventID: 1\nImage: a\n', /YAML/],
  ['rows without a header', '1,cmd.exe,backup\n2,calc.exe,backup\n', /a table without a header/],
  ['CEF', 'CEF:0|a|b|c|d|e|9|x=1,y', /CEF or LEEF/],
  ['Base64', `${'QUJD'.repeat(20)}==`, /Base64/],
];

describe('text in an unknown format', () => {
  test.each(TEXTS)('%s', (_, text, guess) => {
    const { format, slices, warnings } = readEvents(text);
    expect(format).toBe('plain lines');
    expect(slices.map(({ event }) => event?.get('message'))).toEqual(
      text.split('\n').flatMap((line) => line.trim() || []),
    );
    expect(warnings).toHaveLength(1);
    const [{ code, severity, message, range }] = warnings as [(typeof warnings)[0]];
    expect({ code, severity, at: range.start }).toEqual({
      code: 'format-unknown',
      severity: 'warning',
      at: 0,
    });
    const [said, sentence] = plain(message).split(' can match. ');
    expect(said).toMatch(
      /^Line 1: the format of this text is unknown\. It is read as plain lines: each line is an event, in which keywords$/,
    );
    expect(sentence).toMatch(guess);
  });

  test('keywords match in it, at their characters', () => {
    const text = 'started whoami /all\nnothing';
    const { plan } = compile("title: T\ndetection:\n    k: ['WHOAMI']\n    condition: k\n");
    const verdicts = readEvents(text).slices.map(({ event }) => explain(plan!, event!).verdict);
    expect(verdicts).toEqual(['match', 'no match']);
  });

  test('it may stand between other events, and is told where it begins', () => {
    const text = 'Copied by Jo\n{"a":1}\nThe end\n{"b":1}';
    const { format, slices, warnings } = readEvents(text);
    expect(format).toBe('plain lines and NDJSON');
    expect(slices.map(({ range }) => text.slice(range.start, range.end))).toEqual(text.split('\n'));
    expect(warnings.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      'Copied by Jo',
      'The end',
    ]);
  });

  test.each(['', ' \n\t\n', '```\n```', '{"a":1}', '2026-02-03 10:00:00 started'])('%j is not told', (text) =>
    expect(readEvents(text).warnings).toEqual([]),
  );

  test('what is left of a malformed event is not', () =>
    expect(readEvents('{\n "a": 1 2,\n b: 3\n}\n{"c":1}').warnings).toEqual([]));

  test('nor is anything where a format was chosen', () =>
    expect(readEvents('words', 'JSON').warnings).toEqual([]));

  test('any line that begins no other format is an event, whole, and no text is called no JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reader = new EventReader(`words ${text}`);
        while (reader.next());
        expect(reader.format).not.toMatch(/not JSON/);
        expect(reader.recognised[0]?.at).toBe(0);
      }),
    );
  });
});
