import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemsOf } from '../rule';
import { event as generatedEvent, rule as generatedRule } from '../testing/generate';
import { eventOf, planOf, ruleOf } from '../testing/oracle/check';
import { sameBut } from '../testing/oracle/text';
import { isNumber, type Range } from '../text';
import { explain } from './explain';

/*
 * The ranges of an explanation select what they claim to. The event is written with random escapes, spaces and
 * repeated names, and the text at each range is read back with the language's JSON parser.
 */

const SHORT: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '/': '\\/' };
const BLANKS = ['', '', ' ', '\n', '  ', '\t', '\r\n'];

/** Writes JSON as no program would: `choices` pick among the equivalent ways. */
function write(value: unknown, choices: readonly number[]): string {
  let taken = 0;
  const choose = (of: number) => choices[taken++ % choices.length]! % of;
  const blank = () => BLANKS[choose(BLANKS.length)]!;
  const text = (s: string) => {
    let out = '';
    for (let i = 0; i < s.length; i++) {
      const unit = s[i]!;
      const hex = `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const plain = SHORT[unit] !== undefined && unit !== '/' ? SHORT[unit] : unit < ' ' ? hex : unit;
      // Escape both halves of a surrogate pair, or neither: half a pair is not text.
      const half = unit >= '\ud800' && unit <= '\udfff';
      if (half) out += unit;
      else out += [plain, plain, plain, hex, SHORT[unit] ?? plain][choose(5)];
    }
    return `"${out.replace(/[\ud800-\udbff][\udc00-\udfff]/g, (pair) => (choose(2) ? pair : [...pair.split('')].map((u) => `\\u${u.charCodeAt(0).toString(16)}`).join('')))}"`;
  };
  const one = (v: unknown): string => {
    if (typeof v === 'string') return text(v);
    if (typeof v === 'number' && Number.isInteger(v) && choose(4) === 0) return `${v}e0`;
    if (Array.isArray(v)) return `[${v.map((m) => blank() + one(m) + blank()).join(',')}]`;
    if (typeof v === 'object' && v !== null) {
      const members = Object.entries(v).map(
        ([k, m]) => `${blank()}${text(k)}${blank()}:${blank()}${one(m)}${blank()}`,
      );
      // The last of several equal names counts.
      const [first] = Object.keys(v);
      if (first !== undefined && choose(6) === 0) members.unshift(`${text(first)}:${text('old')}`);
      return `{${members.join(',')}}`;
    }
    return JSON.stringify(v);
  };
  return one(value);
}

const choices = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 });

/** The JSON value at a range; the range of a string excludes the quotes. */
/** A value with all its numbers as doubles. */
function inDoubles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inDoubles);
  if (isNumber(value)) return Number(value);
  return value;
}

function readAt(text: string, { start, end }: Range): unknown {
  const quoted = text[start - 1] === '"' && text[end] === '"';
  return JSON.parse(quoted ? `"${text.slice(start, end)}"` : text.slice(start, end));
}

/** The characters of a part of a string. */
const decoded = (text: string, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => JSON.parse(`"${text.slice(start, end)}"`) as string).join('');

test('`eventRange` and `eventValue` are the value of the field, `eventKey` its name, right before it', () => {
  let seen = 0;
  let nested = 0;
  fc.assert(
    fc.property(generatedRule, generatedEvent, choices, (rule, fields, chosen) => {
      const text = write({ ...fields, last: 'one' }, chosen);
      const event = eventOf(text);
      const trace = explain(planOf(rule, { p: ['a'], 'q.r': ['b'] }), event, { ignoreLogsource: true });
      for (const item of trace.selections.flatMap((s) => itemsOf(s.body))) {
        const { field, eventField, eventRange, eventKey, eventValue } = item;
        if (field === null || eventField === null) {
          expect([eventField, eventRange, eventKey, eventValue]).toEqual([null, null, null, null]);
          if (field !== null) expect(event.get(field)).toBeUndefined();
          continue;
        }
        const value = event.get(field);
        expect(value).toBeDefined();
        // Values from several objects of an array are at several places.
        const gathered = Array.isArray(fields.h) && fields['h.i'] === undefined && field === 'h.i';
        if (gathered) {
          expect(text.slice(0, eventRange!.start)).toMatch(/[{\s,:"]$/);
          continue;
        }
        // A number in another spelling is the same number, in its own characters.
        expect(readAt(text, eventRange!)).toEqual(inDoubles(value));
        if (typeof value === 'string' || isNumber(value)) expect(eventValue).toBe(String(value));
        const name = readAt(text, eventKey!) as string;
        expect(eventField === name || eventField.endsWith(`.${name}`)).toBe(true);
        expect(text.slice(eventKey!.end, eventRange!.start)).toMatch(/^"\s*:\s*"?$/);
        seen++;
        if (name !== eventField) nested++;
      }
    }),
    { numRuns: 250 },
  );
  expect(seen).toBeGreaterThan(50);
  expect(nested).toBeGreaterThan(2);
});

test('the spans of a hit: their places in the text hold the characters that they have in the value', () => {
  let seen = 0;
  fc.assert(
    fc.property(generatedRule, generatedEvent, choices, (rule, fields, chosen) => {
      const text = write(fields, chosen);
      const trace = explain(planOf(rule, { p: ['a'], 'q.r': ['b'] }), eventOf(text), {
        ignoreLogsource: true,
      });
      for (const item of trace.selections.flatMap((s) => itemsOf(s.body)))
        for (const hit of item.values.flatMap((v) => v.hits))
          for (const span of hit.spans) {
            const [first] = span.text;
            const { start } = hit.key ?? { start: 0 };
            if (!first) continue;
            expect(first.start).toBeGreaterThanOrEqual(start);
            const stretch = hit.value.slice(span.value.start, span.value.end);
            // A number in another spelling is marked as a whole.
            if (/^-?\d+e0$/.test(text.slice(first.start, first.end))) continue;
            expect(decoded(text, span.text)).toBe(stretch);
            seen++;
          }
    }),
    { numRuns: 250 },
  );
  expect(seen).toBeGreaterThan(50);
});

/** `near`: a text, and a value of a rule that has something in common with it. */
const LETTERS = ['a', 'b', 'c', 'A', 'é', 'É', 'k', '\u212a', '😀', '"', '\n', '/', ' '];
const word = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...LETTERS), { minLength, maxLength }).map((c) => c.join(''));
const pairs = fc
  .record({
    before: word(0, 3),
    common: word(3, 8),
    after: word(0, 3),
    other: word(1, 4),
    front: fc.boolean(),
    repeat: fc.boolean(),
  })
  .map(({ before, common, after, other, front, repeat }) => ({
    value: front ? other + common : common + other,
    text: before + common + after + (repeat ? common : ''),
  }));

const same = (a: string, b: string) => {
  const [left, right] = [[...a], [...b]];
  return left.length === right.length && left.every((c, i) => sameBut(c, right[i]!));
};

/** Where `part` is in `text`, comparing letters as a rule does. */
function placesOf(part: string, text: string): number[] {
  const all = Array.from({ length: text.length - part.length + 1 }, (_, at) => at);
  return all.filter((at) => same(text.slice(at, at + part.length), part));
}

test('`near` is the longest stretch that value and rule have in common, with its range and what each has beside it', () => {
  const seen = { part: 0, whole: 0, typo: 0, fits: 0 };
  fc.assert(
    fc.property(
      pairs,
      fc.constantFrom('', 'contains', 'startswith', 'endswith'),
      choices,
      ({ value, text: held }, operator, chosen) => {
        const events = write({ E: 1, F: held }, chosen);
        const rule = ruleOf(`F${operator && `|${operator}`}: ${JSON.stringify(value)}`);
        const trace = explain(planOf(rule), eventOf(events), { ignoreLogsource: true });
        const [item] = trace.selections.flatMap((s) => itemsOf(s.body));
        const near = item!.values[0]!.miss?.near;
        if (!near) return;
        seen[near.kind]++;
        const { start, end } = near.value;
        const stretch = held.slice(start, end);
        expect(decoded(events, near.text)).toBe(stretch);
        // The cause and the item report the same range.
        expect(trace.causes[0]!.miss.near).toEqual(near);
        if (near.kind === 'typo') {
          expect(value.toLowerCase()).toContain(near.expected.toLowerCase());
          expect(stretch).toContain(near.found);
          return;
        }
        expect(near.kind === 'whole').toBe(stretch.length === value.length);
        const grows = placesOf(stretch, value).filter(
          (at) =>
            (at > 0 && start > 0 && same(value[at - 1]!, held[start - 1]!)) ||
            (end < held.length &&
              at + stretch.length < value.length &&
              same(value[at + stretch.length]!, held[end]!)),
        );
        expect(
          placesOf(stretch, value).length,
          `${JSON.stringify(stretch)} in ${JSON.stringify(value)}`,
        ).toBeGreaterThan(grows.length);
        const before = near.side === 'before' || (near.side === null && operator === 'endswith');
        const joined = before ? near.expected + stretch : stretch + near.expected;
        expect(
          placesOf(joined, value).length,
          `${JSON.stringify(joined)} in ${JSON.stringify(value)}`,
        ).toBeGreaterThan(0);
        if (before) expect(held.slice(0, start).endsWith(near.found)).toBe(true);
        else expect(held.slice(end).startsWith(near.found)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.part).toBeGreaterThan(50);
  expect(seen.whole).toBeGreaterThan(0);
  expect(seen.typo).toBeGreaterThan(0);
});

test('`near` of a member of an array is in that member', () => {
  const common = 'whoami /';
  fc.assert(
    fc.property(
      fc.array(word(0, 2), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      choices,
      (others, where, chosen) => {
        const at = where % others.length;
        const list = others.map((o, i) => (i === at ? `${o}${common}priv` : o));
        const events = write({ F: list }, chosen);
        const trace = explain(planOf(ruleOf("F|contains: 'whoami /all'")), eventOf(events), {
          ignoreLogsource: true,
        });
        const near = itemsOf(trace.selections[0]!.body)[0]!.values[0]!.miss!.near!;
        expect(decoded(events, near.text).toLowerCase()).toContain(common);
        expect(near.text[0]!.start).toBeGreaterThan(events.indexOf('['));
      },
    ),
    { numRuns: 150 },
  );
});
