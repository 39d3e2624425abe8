import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNumber, jsonText, numberWritten, WrittenNumber } from '../../../text';
import { readEvents } from '../../read';
import { mayLoseNumbers, parseJson } from './exact';

const KEPT = [
  '0',
  '-0',
  '1e3',
  '-1.5E1',
  '-7',
  '4688',
  '9007199254740992',
  '0.5',
  '-12.25',
  '100000000000000000000',
];
const LOST = ['1.0', '10.50', '1E-7', '1.0e-3', '1e21', '9007199254740993', '20547673299883311', '1e400'];
const BEYOND = ['-18446744073709551615', '0.12345678901234567890', '0.00000012'];

describe('numbers that a double gives back stay doubles', () => {
  test.each(KEPT)('%s', (written) => {
    const value = parseJson(`{"F":${written}}`) as { F: unknown };
    expect(value.F).toBe(Number(written));
    expect(mayLoseNumbers(`{"F":${written}}`)).toBe(false);
  });
});

describe('others keep their characters', () => {
  test.each([...LOST, ...BEYOND])('%s', (written) => {
    for (const text of [`{"F":${written}}`, `{"a":[1, ${written}\n]}`, `{"a" :\t${written} ,"b":2}`]) {
      const value = Object.values(parseJson(text) as object).flat() as unknown[];
      const found = value.find((one) => one instanceof WrittenNumber);
      expect(String(found)).toBe(written);
      expect(Number(found)).toBe(Number(written));
    }
  });
});

test('in a string they are text', () => {
  expect(parseJson('{"F":"v 1.0, 20547673299883311 and [1.0]","G":1}')).toEqual({
    F: 'v 1.0, 20547673299883311 and [1.0]',
    G: 1,
  });
});

const number = fc.oneof(
  fc.constantFrom(...KEPT, ...LOST, ...BEYOND),
  fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
  fc.tuple(fc.integer(), fc.stringMatching(/^\d{1,25}$/)).map(([whole, part]) => `${whole}.${part}`),
);
/** JSON as text; JavaScript does not format the numbers, because it would write them its own way. */
const json = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    number,
    fc.string().map((text) => JSON.stringify(text)),
    fc.constantFrom('true', 'null'),
    fc.array(tie('value'), { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'x.y'), tie('value')), { maxLength: 3 })
      .map((all) => `{${all.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
  ),
})).value;

/** All numbers as doubles. */
function inDoubles(value: unknown): unknown {
  if (isNumber(value)) return Number(value);
  if (Array.isArray(value)) return value.map(inDoubles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inDoubles(member)]));
}

test('but for the characters of numbers, any JSON is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(json, (text) => {
      const expected: unknown = JSON.parse(text);
      expect(inDoubles(parseJson(text))).toEqual(inDoubles(expected));
    }),
    { numRuns: 1000 },
  );
});

test('a number as an event’s value is told in the characters that the text has', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [first, second] = [a, b].map((written) => String(numberWritten(written))) as [string, string];
      fc.pre(!/e/i.test(a + b) || (first === a && second === b));
      const text = `{"F":${first},"n":{"m":[${second}]},"o":{"p":${second}}}`;
      const event = readEvents(text).slices[0]!.event!;
      event.exact!();
      expect(String(event.get('F'))).toBe(first);
      expect(String(event.get('n.m'))).toBe(second);
      expect(jsonText(event.get('o'))).toBe(`{"p":${second}}`);
      expect(event.leaves().map(({ value }) => String(value))).toEqual([first, second, second]);
      const place = event.locate('F')!;
      expect(text.slice(place.value.start, place.value.end)).toBe(first);
    }),
    { numRuns: 300 },
  );
});

test('no name reaches into a number', () => {
  const event = readEvents('{"F":1.0,"G":20547673299883311}').slices[0]!.event!;
  event.exact!();
  for (const name of ['text', 'value', 'toString', '__proto__', 'constructor', '#text', 'Value'])
    for (const field of ['F', 'G']) expect(event.get(`${field}.${name}`)).toBeUndefined();
  expect(event.fields()).toEqual(['F', 'G']);
});

test('numbers that a double cannot hold are exact without being asked', () => {
  const event = readEvents('{"F":20547673299883311,"L":[1,9007199254740993],"G":1e400}').slices[0]!.event!;
  expect(['F', 'G'].map((name) => String(event.get(name)))).toEqual(['20547673299883311', '1e400']);
  expect(String(event.get('L'))).toBe('1,9007199254740993');
});

test('an event that lets its data go reads them again just so', () => {
  const event = readEvents('{"F":1.0}').slices[0]!.event!;
  event.exact!();
  event.release!();
  expect(event.get('F')).toBe(1);
  event.exact!();
  expect(String(event.get('F'))).toBe('1.0');
});

test('what nests deeper than is read is left as it was', () => {
  const text = `{"F":1.0,"d":${'['.repeat(2000)}1.0${']'.repeat(2000)}}`;
  const event = readEvents(text).slices[0]!.event!;
  event.exact!();
  expect(event.get('F')).toBe(1);
});

test.each([
  ['in an object that a tool put into a text', '{"_raw":"{\\"F\\":20547673299883311,\\"G\\":1.0}","n":1}'],
  ['behind a header of syslog', 'Nov  4 06:07:08 gate app: {"F":20547673299883311,"G":1.0}'],
  ['in the cell of a table', 'CreationDate,AuditData\n2026-01-01,"{""F"":20547673299883311,""G"":1.0}"'],
])('%s', (_, text) => {
  const [slice] = readEvents(text).slices;
  const texts = slice!.event!.leaves().map(({ value }) => String(value));
  expect(texts).toContain('20547673299883311');
  expect(texts).toContain('1.0');
});
