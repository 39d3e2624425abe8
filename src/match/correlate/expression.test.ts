import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { expectLinear } from '../../testing/growth';
import { plain } from '../../text';
import { correlate } from './correlate';
import { absenceText } from './correlation-words';

/* Conditions of temporal correlations over their rules. */

const RULES = ['a', 'b', 'c']
  .map(
    (k) =>
      `---\ntitle: ${k.toUpperCase()}\nname: ${k}\nlogsource: {product: t}\ndetection: {s: {k|contains: ${k}}, condition: s}\n`,
  )
  .join('');
const BASE = 1_700_000_000;

const eventsOf = (rows: readonly string[]) =>
  readEvents(
    rows
      .map((row) => {
        const [second, k, u = 'x'] = row.split(' ');
        return JSON.stringify({ '@timestamp': BASE + Number(second), k, u });
      })
      .join('\n'),
  ).slices.map((s) => s.event!);

function compiled(condition: string, type = 'temporal', rules = 'a, b, c', more = '') {
  const collection = compileCollection(
    `title: X\ncorrelation: {type: ${type}, rules: [${rules}], group-by: [u], timespan: 10s, condition: '${condition}'}\n${more}${RULES}`,
    { spec: '2.2.0' },
  );
  expect(collection.diagnostics.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
  return collection;
}

function run(condition: string, rows: readonly string[], type?: string, rules?: string) {
  const collection = compiled(condition, type, rules);
  const result = correlate(collection, eventsOf(rows))[0]!;
  return { ...result, references: collection.correlations[0]!.references };
}

/** Condition, events as `second rules [user]`, firings as `members = values, the member with which it fires`. */
type Row = readonly [condition: string, rows: readonly string[], firings: readonly string[]];

const shown = ({ firings }: ReturnType<typeof run>) =>
  firings.map(
    ({ members, value, fires }) =>
      `${members.map(({ event }) => event).join(' ')} = ${value.map((v) => v.value).join(' ')}, ${fires}`,
  );

describe('temporal', () => {
  test.each<Row>([
    ['a and not b', ['0 a'], ['0 = 1, 0']],
    ['a and not b', ['0 a', '10 b'], []],
    ['a and not b', ['0 a', '10.001 b'], ['0 = 1, 0']],
    // what must not occur is sought from the first event on, not before it
    ['a and not b', ['0 b', '1 a'], ['1 = 1, 0']],
    ['a and not b', ['0 a', '5 b y'], ['0 = 1, 0']],
    // one event of both rules is in its own way, and so is one of the same moment
    ['a and not b', ['0 ab'], []],
    ['a and not b', ['0 b', '0 a'], []],
    // a later event opens a window of its own
    ['a and not b', ['0 a', '5 b', '6 a'], ['2 = 1, 0']],
    ['a and not b', ['0 a', '9 a', '30 a'], ['0 1 = 1 1, 0', '2 = 1, 0']],
    ['a and b and not c', ['0 b', '4 a', '9 a'], ['0 1 2 = 1 2 2, 1']],
    ['a and b and not c', ['0 b', '4 a', '9 c'], []],
    ['a and b and not c', ['0 b', '4 a', '11 c'], ['0 1 = 1 2, 1']],
    // the window is that of the events which are needed: it begins with the second `a`
    ['a and b and not c', ['0 a', '9 a', '12 b', '18 c'], []],
    ['a or b', ['0 a', '50 b'], ['0 = 1, 0', '1 = 1, 0']],
    ['(a or b) and c', ['0 b', '5 c', '40 a', '60 c'], ['0 1 = 1 2, 1']],
    // `not` binds before `and`, and `and` before `or`
    ['a or b and c', ['0 b', '1 a'], ['0 1 = 1 2, 1']],
    ['c and not a or b', ['0 c', '1 a', '20 b'], ['2 = 1, 0']],
    ['c and not (a or b)', ['0 c', '20 c', '21 b', '40 c', '41 a'], ['0 = 1, 0']],
    ['not (not a or not b)', ['0 a', '1 b'], ['0 1 = 1 2, 1']],
    // an alternative that contains another is none
    ['a or a and b and not c', ['0 a', '1 c'], ['0 1 = 1 2, 0']],
  ])('%s over %j', (condition, rows, firings) => expect(shown(run(condition, rows))).toEqual(firings));

  test('an event of a rule that the condition does not name is counted nowhere', () => {
    const result = run('a', ['0 a', '1 b', '2 b']);
    expect([shown(result), result.matched]).toEqual([['0 = 1, 0'], [1, 2, 0]]);
  });
});

describe('temporal_ordered', () => {
  test.each<Row>([
    ['a and b', ['0 b', '1 a'], []],
    ['a and b', ['0 b', '1 a', '2 b'], ['0 1 2 = 1 1 2, 2']],
    // only the rules that make it true are in order
    ['a or b', ['0 b', '1 a'], ['0 1 = 1 1, 0']],
    ['(a or b) and c', ['0 b', '1 a', '2 c'], ['0 1 2 = 1 1 2, 2']],
    ['a and c and not b', ['0 a', '1 c'], ['0 1 = 1 2, 1']],
    // the absence has no place in the order
    ['a and c and not b', ['0 a', '1 b', '2 c'], []],
    ['a and c and not b', ['0 a', '1 c', '10 b'], []],
    ['a and c and not b', ['0 c', '1 a', '2 c', '10.5 b'], []],
    ['a and c and not b', ['0 c', '1 a', '2 c', '11.5 b'], ['1 2 = 1 2, 1']],
    ['a and c', ['4 c', '4 a'], ['0 1 = 2 2, 1']],
  ])('%s over %j', (condition, rows, firings) =>
    expect(shown(run(condition, rows, 'temporal_ordered'))).toEqual(firings),
  );
});

test('a firing says which rules were absent, and from when to when', () => {
  const { firings, references } = run('a and not (b or c)', ['0 a', '3 a', '10 z y']);
  expect(firings.map(({ absence }) => absence)).toEqual([
    { references: [1, 2], from: BASE * 1000, to: (BASE + 10) * 1000 },
  ]);
  expect(absenceText(firings[0]!.absence!, references)).toBe(
    'Neither “B” nor “C” occurred from 2023-11-14 22:13:20 to 2023-11-14 22:13:30 UTC.',
  );
  expect(run('a and b', ['0 a', '3 b']).firings[0]!.absence).toBeUndefined();
});

test.each<[rows: string[], known: number | undefined]>([
  [['0 a'], 0],
  [['0 a', '9.5 b y'], 9.5],
  // events that no rule matches, and those of other groups, say how long the log goes on
  [['0 a', '9 z'], 9],
  [['0 a', '10 z'], undefined],
])('an absence is known until the last event: %j', (rows, known) => {
  const { firings, references } = run('a and not b', rows);
  const absence = firings[0]!.absence!;
  expect(absence.known).toBe(known === undefined ? undefined : (BASE + known) * 1000);
  expect(absenceText(absence, references).includes(' is not known')).toBe(known !== undefined);
});

test.each<
  [condition: string, type: string, rows: string[], missing: number[], blocked: object[], text: string]
>([
  [
    'a and not b',
    'temporal',
    ['0 a', '5 b', '6 b'],
    [],
    [{ reference: 1, event: 1, at: (BASE + 5) * 1000 }],
    'b must not occur, but did at 2023-11-14 22:13:25 UTC',
  ],
  ['a and not b', 'temporal', ['5 b'], [0], [], 'a did not occur'],
  ['a and b and not c', 'temporal', ['0 a', '50 b', '51 c'], [1], [], 'b did not occur'],
  [
    'a and b and not c',
    'temporal',
    ['0 a', '1 c'],
    [1],
    [{ reference: 2, event: 1, at: (BASE + 1) * 1000 }],
    'b did not occur, and c must not occur, but did at 2023-11-14 22:13:21 UTC',
  ],
  ['a and b or a and c', 'temporal', ['0 a'], [1], [], 'b did not occur'],
  [
    'a and b',
    'temporal_ordered',
    ['0 b', '1 a'],
    [],
    [],
    'the rules occurred, but not in the order of a, b, c',
  ],
])('the nearest window of %s (%s) over %j', (condition, type, rows, missing, blocked, text) => {
  const { nearest } = run(condition, rows, type);
  expect([nearest!.missing, nearest!.blocked]).toEqual([missing, blocked]);
  expect(plain(nearest!.text)).toBe(`The closest window for u x: ${text} (required: ${condition}).`);
});

test('a correlation that must not fire is an event that is absent', () => {
  const inner = `---\ntitle: Many\nname: many\ncorrelation: {type: event_count, rules: [b], group-by: [u], timespan: 10s, condition: {gte: 2}}\n`;
  const collection = compiled('a and not many', 'temporal', 'a, many', inner);
  const firings = (rows: string[]) => correlate(collection, eventsOf(rows))[0]!.firings.length;
  expect([firings(['0 a', '1 b']), firings(['0 a', '1 b', '2 b'])]).toEqual([1, 0]);
});

test('very many events of one group do not take quadratic time', () => {
  const list = (size: number) =>
    eventsOf(Array.from({ length: size }, (_, i) => `${i % (size / 2)} ${'ab'[i % 2]}`));
  for (const type of ['temporal', 'temporal_ordered']) {
    const collection = compiled('a and b and not c or b and c', type);
    expectLinear(2000, list, (all) => expect(correlate(collection, all)[0]!.firings).toHaveLength(1));
  }
});
