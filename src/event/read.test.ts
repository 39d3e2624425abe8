import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectLinear } from '../testing/growth';
import { plain } from '../text';
import { faultWords } from './event';
import { EventReader, readEvents, sliceEvents } from './read';

/** Codes of malformed slices, `ok` for events. */
const outcome = (text: string) => readEvents(text).slices.map((slice) => (slice.event ? 'ok' : slice.code));
const texts = (text: string) =>
  readEvents(text).slices.map((slice) => text.slice(slice.range.start, slice.range.end));

describe('formats', () => {
  it.each([
    ['', 'empty', 0],
    [' \n\t', 'empty', 0],
    ['{"a":1}', 'JSON object', 1],
    ['\ufeff{"a":1}\n', 'JSON object', 1],
    ['{\n "a": {\n"b": 1}\n}', 'JSON object', 1],
    ['[]', 'JSON array', 0],
    ['[{"a":1},{"a":2}]', 'JSON array', 2],
    ['[\n  {"a":1},\n  {"a":2}\n]\n', 'JSON array', 2],
    ['{"a":1}\n{"a":2}', 'NDJSON', 2],
    ['{"a":1}\r\n{"a":2}\r\n', 'NDJSON', 2],
    ['{"a":1},\n{"a":2},\n', 'NDJSON', 2],
    ['{"a":1} {"a":2}', 'JSON objects', 2],
    ['{"a":1},{"a":2}{"a":3}', 'JSON objects', 3],
    ['{\n"a":1\n}\n{\n"a":2\n}', 'JSON objects', 2],
    ['{\n"a":[\n{\n"x":1}\n]}\n{"b":"}\\"{"}', 'JSON objects', 2],
    ['plain text', 'plain lines', 1],
    ['plain text\nof two lines', 'plain lines', 2],
    ['"a": 1,', 'malformed JSON', 1],
    ['```json\n{"a":1}\n```\n', 'JSON object', 1],
    ['~~~\nEventID,Image\n1,a\n~~~', 'CSV', 1],
    ['{"Records":[{"a":1},{"a":2}]}', 'JSON array', 2],
    ['{\n "records": [\n{"a":1}\n]\n}\n{"records":[{"a":2}]}', 'JSON array', 2],
    ['{"@odata.context":"x","value":[{"a":1},{"a":2}],"@odata.nextLink":"y"}', 'JSON array', 2],
    ['{"value":[{"a":1}]}', 'JSON object', 1],
    ['{"Records":[1,2]}', 'JSON object', 1],
    ['{"Records":[]}', 'JSON object', 1],
    ['{"a":1,"Records":[{"b":1},{"b":2}]}', 'JSON array', 2],
    [
      '{"took":3,"hits":{"total":{"value":2},"hits":[{"_source":{"a":1}},{"_source":{"a":2}}]}}',
      'JSON array',
      2,
    ],
    ['{"count":2,"events":[{"a":1},{"a":2}],"next":null}', 'JSON array', 2],
    ['{"preview":false,"fields":[{"name":"a"}],"results":[{"a":1},{"a":2}]}', 'JSON array', 2],
    ['{"list":[{"EventID":1},{"EventID":2}]}', 'JSON array', 2],
    ['{"list":[{"name":"a"}]}', 'JSON object', 1],
    ['{"EventID":1,"events":[{"a":1},{"a":2}]}', 'JSON object', 1],
    ['{"eventName":"x","results":[{"a":1}]}', 'JSON object', 1],
    ['{"id":1,"n":1}\n{"id":2,"results":[{"a":1},{"a":2}]}\n{"id":3}', 'JSON array', 4],
    [
      '{"messageType":"DATA_MESSAGE","logEvents":[{"id":"1","message":"m"}]}\n{"messageType":"DATA_MESSAGE","logEvents":[{"id":"2"}]}',
      'JSON array',
      2,
    ],
  ])('%j is %s with %i', (text, format, count) => {
    const document = readEvents(text);
    expect([document.format, document.slices.length]).toEqual([format, count]);
  });
});

describe('an object that never ends', () => {
  it.each([
    '{\ntype=USER_LOGIN msg=audit(1760000000.5:9): op=login',
    '{"a": {"b": 1}\n<Event><System><EventID>1</EventID></System></Event>',
    '{"a": "b\nOct 11 22:14:15 host app[7]: text',
  ])('does not swallow the line after it: %j', (text) => expect(outcome(text).slice(1)).toEqual(['ok']));
});

describe('what is malformed, and where', () => {
  it.each([
    // text, code, the offending characters
    ['{"EventID": 1 "Image": "x"}', 'json-comma-missing', '"Image"'],
    ['{"a" 1}', 'json-colon-missing', '1'],
    ['{"a":1,}', 'json-trailing-comma', ','],
    ['{"a":[1,]}', 'json-trailing-comma', ','],
    ['{"a":"C:\\Windows"}', 'json-escape', '\\W'],
    ['{"a":"C:\\users"}', 'json-escape', '\\u'],
    ["{'a':1}", 'json-name', "'a'"],
    ['{a:1}', 'json-name', 'a'],
    ['{"a":\'x y\'}', 'json-quotes', "'x y'"],
    ['{"a":True}', 'json-literal', 'True'],
    ['{"a":None}', 'json-literal', 'None'],
    ['{"a":cmd.exe}', 'json-quotes', 'cmd.exe'],
    ['{"a":0x1F}', 'json-number', '0x1F'],
    ['{"a":01}', 'json-number', '01'],
    ['{"a":"b\tc"}', 'json-control-character', '\t'],
    ['{"a":"b\nc"}', 'json-string-open', '"b'],
    ['{"a":1 // note\n}', 'json-comment', '//'],
    ['{"a":}', 'json-value-missing', '}'],
    ['{"a":[1}', 'json-bracket', '}'],
    ['{"a":1', 'json-not-closed', '1'],
    ['{"a":{"b":1}', 'json-not-closed', '}'],
    ['[1]', 'json-not-an-object', '1'],
    ['"text"', 'json-not-an-object', '"text"'],
    ['[[{"a":1}]]', 'json-not-an-object', '[{"a":1}]'],
  ])('%j', (text, code, characters) => {
    const slice = readEvents(text).slices[0]!;
    expect(slice.event).toBeUndefined();
    if (slice.event) return;
    expect([slice.code, text.slice(slice.at.start, slice.at.end)]).toEqual([code, characters]);
    expect(plain(faultWords(slice))).toMatch(/^Line 1: .*\.$/);
  });

  it('names the line and says what to write', () => {
    const slice = readEvents('{"a":1}\n{\n "EventID": 1\n "Image": 2\n}').slices[1]!;
    expect(slice.event ? '' : plain(faultWords(slice))).toBe('Line 4: a comma is missing before `"Image"`.');
  });
});

describe('the other events are read', () => {
  it.each([
    ['{"a":1}\n{"b":\n{"c":1}', ['ok', 'json-not-closed', 'ok']],
    ['{"a":1\n{"b":2}\n{"c":3}', ['json-not-closed', 'ok', 'ok']],
    ['{"a":1, {"b":2}', ['json-not-closed', 'ok']],
    ['{"a":"x}\n{"b":2}', ['json-string-open', 'ok']],
    ['[{"a":1 "b":2}, {"c":3}]', ['json-comma-missing', 'ok']],
    ['[\n {\n  "a": 1\n  "b": 2\n },\n {"c":3}\n]', ['json-comma-missing', 'ok']],
    ['[1, {"a":1}, null, {"b":2}]', ['json-not-an-object', 'ok', 'json-not-an-object', 'ok']],
    ['garbage\nmore\n{"a":1}', ['ok', 'ok', 'ok']],
    ['{"a":1} garbage\n{"b":1}', ['ok', 'json-not-json', 'ok']],
    ['{"a":1}}\n{"b":1}', ['ok', 'json-syntax', 'ok']],
    ['{"Records":[{"a":1 "b"},{"c":2}],"x":[{}]}\n{"d":1}', ['json-comma-missing', 'ok', 'ok']],
    ['{"Records":[{"a":1},{"b":2}\n', ['ok', 'ok']],
  ])('%j', (text, expected) => expect(outcome(text)).toEqual(expected));
});

it('gives each event its own stretch of the text', () => {
  expect(texts('{"Records": [ {"a":1}, {"b":2}]}\n')).toEqual(['{"a":1}', '{"b":2}']);
  expect(texts('[ {"a":1} , {"b":[1,{"c":2}]} ]')).toEqual(['{"a":1}', '{"b":[1,{"c":2}]}']);
  expect(texts('{"a":1},\n  {"b":2}\n')).toEqual(['{"a":1}', '{"b":2}']);
});

it('reads the same in pieces', () => {
  const text = '{"a":1}\n{"b" 2}\n{"c":3}';
  expect([...sliceEvents(text)].map((s) => s.range)).toEqual(readEvents(text).slices.map((s) => s.range));
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\n',
      '\\',
      '{"a":1}',
      '{"a":',
      '{"Records":[{"b":1},',
      ' ',
      '\r\n',
      'null',
      '\ufeff',
      "'",
      '//',
      '1',
      '{"b":"x',
      '  {',
    ),
    fc.string({ unit: 'binary' }),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('is read without throwing, in order, with ranges inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const [i, slice] of readEvents(text).slices.entries()) {
          expect(slice.range.start).toBeGreaterThanOrEqual(last);
          expect(slice.range.end).toBeGreaterThan(slice.range.start);
          expect(slice.range.end).toBeLessThanOrEqual(text.length);
          last = slice.range.end;
          if (slice.event) {
            expect(slice.event.index).toBe(i);
            const own = text.slice(slice.range.start, slice.range.end);
            const line = slice.event.get('message');
            // Lines that are not JSON are events too.
            if (line === undefined) expect(slice.event.get('a')).toEqual(JSON.parse(own).a);
            else expect(line).toBe(own);
          } else {
            expect(slice.at.start).toBeGreaterThanOrEqual(slice.range.start);
            expect(slice.at.end).toBeLessThanOrEqual(text.length);
            expect(slice.at.end).toBeGreaterThan(slice.at.start);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('of objects gives what JSON.parse gives', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 });
    const between = fc.constantFrom('\n', '', ' ', ',', ',\n', '\r\n\r\n');
    fc.assert(
      fc.property(objects, between, fc.constantFrom(0, 2), fc.boolean(), (all, separator, indent, array) => {
        const written = all.map((one) => JSON.stringify(one, null, indent));
        const text = array ? JSON.stringify(all, null, indent) : written.join(separator);
        const slices = readEvents(text).slices;
        expect(slices.map((s) => JSON.parse(text.slice(s.range.start, s.range.end)))).toEqual(
          written.map((w) => JSON.parse(w)),
        );
        expect(slices.every((s) => s.event)).toBe(true);
      }),
    );
  });

  it.each([
    ['brackets', 30_000, (n: number) => '['.repeat(n)],
    ['braces', 30_000, (n: number) => '{'.repeat(n)],
    ['objects that never close', 6000, (n: number) => '{"a":'.repeat(n)],
    ['lines that never close', 6000, (n: number) => '{"a":1\n'.repeat(n)],
    ['lone braces on lines', 3000, (n: number) => `${'{\n'.repeat(n)}${'}\n'.repeat(n)}`],
    ['indented lines behind a bracket', 3000, (n: number) => '[1\n {}\n'.repeat(n)],
    ['closing braces', 10_000, (n: number) => '{}}'.repeat(n)],
    ['numbers in an array', 10_000, (n: number) => `[${'1,'.repeat(n)}1]`],
    ['quotes', 15_000, (n: number) => '"'.repeat(n)],
    ['open strings', 6000, (n: number) => '{"a":"\n'.repeat(n)],
    ['one line', 6000, (n: number) => '{"a":1}'.repeat(n)],
    ['a deep event', 30_000, (n: number) => `{"a":${'['.repeat(n)}${']'.repeat(n)}}`],
    ['commas', 30_000, (n: number) => `{"a":1}${','.repeat(n)}`],
    ['wrappers', 500, (n: number) => '{"Records":[{"a":1}],"x":[\n'.repeat(n)],
    ['a long wrapper', 2000, (n: number) => `{"Records":[${'{"a":1},'.repeat(n)}{}]}`],
  ])('takes linear time: %s', (_, size, make) => {
    expectLinear(size, make, (text) => {
      const document = readEvents(text);
      const event = document.slices.find((slice) => slice.event)?.event;
      event?.leaves();
      event?.fields();
      event?.get('a.b.c');
      event?.locate('a');
    });
  });
});

it('tells how far it has come', () => {
  const reader = new EventReader('{"a":1}\n{"a":2}');
  reader.next();
  expect(reader.position).toBe(7);
});
