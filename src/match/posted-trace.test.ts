import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { TOLD } from '../limits';
import { compile } from '../rule';
import { plain } from '../text';
import { explain } from './explain';
import { posted } from './posted-trace';
import type { Trace } from './trace';
import { itemTraces } from './walk-trace';
import { summaryWords } from './words/summary';

const numbered = (count: number, of: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => of(i)).join('');

/** The trace of a detection on one event. */
function traceOf(detection: string, event: Readonly<Record<string, unknown>>): Trace {
  const { plan } = compile(`title: T\nlogsource:\n    category: test\ndetection:\n${detection}`);
  const [slice] = readEvents(JSON.stringify(event)).slices;
  return explain(plan!, slice!.event!, { ignoreLogsource: true });
}

const terms = (count: number, condition = 'or') =>
  `    a:\n        F: x\n    condition: ${Array(count).fill('a').join(` ${condition} `)}\n`;
const fields = (count: number) => `    a:\n${numbered(count, (i) => `        F${i}: x\n`)}    condition: a\n`;
const values = (count: number) =>
  `    a:\n        F:\n${numbered(count, (i) => `            - v${i}\n`)}    condition: a\n`;
const selections = (count: number) =>
  `${numbered(count, (i) => `    s${i}:\n        F: v${i}\n`)}    condition: 1 of s*\n`;

describe('an explanation that is posted', () => {
  test.each([
    ['terms', terms(TOLD.parts.value)],
    ['values', values(TOLD.parts.value)],
    ['selections', selections(TOLD.parts.value)],
    ['fields, as many as causes', fields(TOLD.causes.value)],
  ])('stays whole up to the limit: %s', (_, detection) => {
    const trace = traceOf(detection, { F: 'other' });
    expect(posted(trace)).toEqual(trace);
  });

  test.each([
    ['terms', terms(TOLD.parts.value + 1), { F: 'x' }, { matched: 1, missed: 0 }],
    ['selections', selections(TOLD.parts.value + 1), { F: 'other' }, { matched: 0, missed: 1 }],
  ] as const)('counts what is left out of a condition: %s', (_, detection, event, more) => {
    expect(posted(traceOf(detection, event)).condition.more).toMatchObject(more);
  });

  test.each([
    ['values', values(5000), { F: 'other' }, { matched: 0, missed: 5000 - TOLD.parts.value }],
    [
      'values, one of which matches',
      values(5000),
      { F: 'v4321' },
      { matched: 0, missed: 5000 - TOLD.parts.value },
    ],
    ['fields', fields(5000), { F1: 'x', F2: 'x' }, { matched: 2, missed: 4998 - TOLD.parts.value }],
  ] as const)('counts what is left out of a selection: %s', (_, detection, event, more) => {
    const { body } = posted(traceOf(detection, event)).selections[0]!;
    const own = 'more' in body ? body.more : undefined;
    const first = 'children' in body ? (body.children[0] as { more?: object }).more : undefined;
    expect(own ?? first).toMatchObject(more);
  });

  test('keeps what decides, wherever it stands', () => {
    const matched = posted(traceOf(values(5000), { F: 'v4321' }));
    const told = itemTraces(matched.selections).flatMap(([item]) => item.values.filter((v) => v.matched));
    expect(told.map(({ written }) => written)).toEqual(['v4321']);

    const through = posted(traceOf(selections(5000), { F: 'v4321' }));
    expect(plain(summaryWords(through))).toContain('s4321');

    const whole = traceOf(values(5000), { F: 'v432' + 'x' });
    const missed = posted(whole);
    const [item] = itemTraces(missed.selections)[0]!;
    expect(item.values.map(({ id }) => id)).toContain(whole.causes[0]!.value);
  });

  test('says how much of a miss is missing, and shows the first causes', () => {
    const whole = traceOf(fields(5000), {});
    const short = posted(whole);
    expect(short.causes).toEqual(whole.causes.slice(0, TOLD.causes.value));
    expect(short.moreCauses).toBe(5000 - TOLD.causes.value);
    expect(plain(summaryWords(short))).toBe(plain(summaryWords(whole)));
  });

  test('is never much longer than its limit', () => {
    const nested = `    a:\n${numbered(60, (i) => `        - F${i}:\n${numbered(60, (j) => `            - v${j}\n`)}`)}    condition: a\n`;
    const size = itemTraces(posted(traceOf(nested, {})).selections).reduce(
      (n, [{ values }]) => n + 1 + values.length,
      0,
    );
    expect(size).toBeLessThan(TOLD.whole.value + 2 * 60);
  });
});
