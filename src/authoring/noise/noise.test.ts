import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { evaluate } from '../../match';
import { compile } from '../../rule';
import { applyEdits } from '../../text';
import { MOST_DISTINCT } from './counter';
import { leaveOut } from './leave-out';
import { NoiseCount } from './noise';

const RULE = `title: A rule
logsource: {product: test}
detection:
  s:
    k: [fail, denied]
  f:
    u: root
  condition: s and not f
`;
const HOUR = 3_600_000_000;

function noiseOf(rule: string, events: readonly object[], micros: (i: number) => number = () => Number.NaN) {
  const count = new NoiseCount(compile(rule).plan!, true);
  const { slices } = readEvents(events.map((event) => JSON.stringify(event)).join('\n'));
  for (const [i, { event }] of slices.entries()) count.add(event!, micros(i));
  return count.noise;
}

test('matches are counted by hour, field, value of the rule and selection; others are not', () => {
  const noise = noiseOf(
    RULE,
    [
      { k: 'fail', u: 'ann', Computer: 'A' },
      { k: 'Fail', u: 'bob', Computer: 'a', Image: 'x' },
      { k: 'denied', list: [1] },
      { k: 'fail', u: 'root', Computer: 'A' },
      { k: 'ok', Computer: 'A' },
    ],
    (i) => (i === 2 ? Number.NaN : 5 * HOUR + i),
  );
  expect(noise).toEqual({
    matches: 3,
    hours: [{ hour: 5, count: 2 }],
    untimed: 1,
    fields: [
      {
        field: 'Computer',
        isOfRule: false,
        values: [{ value: 'A', count: 2 }],
        distinct: 1,
        untold: 0,
        absent: 1,
      },
      {
        field: 'k',
        isOfRule: true,
        values: [
          { value: 'fail', count: 2 },
          { value: 'denied', count: 1 },
        ],
        distinct: 2,
        untold: 0,
        absent: 0,
      },
      {
        field: 'u',
        isOfRule: true,
        values: [
          { value: 'ann', count: 1 },
          { value: 'bob', count: 1 },
        ],
        distinct: 2,
        untold: 0,
        absent: 1,
      },
      {
        field: 'Image',
        isOfRule: false,
        values: [{ value: 'x', count: 1 }],
        distinct: 1,
        untold: 0,
        absent: 2,
      },
    ],
    selections: [
      { name: 's', count: 3 },
      { name: 'f', count: 0 },
    ],
    values: [2, 1, 0],
  });
});

test('the values of a list are counted once each; null and objects are no values', () => {
  const rule = RULE.replace('k: [fail, denied]', 'k|exists: true').replace('u: root', 'none: 1');
  const [k] = noiseOf(rule, [{ k: ['a', 'A', 2] }, { k: { inner: 1 } }, { k: null }]).fields;
  expect(k).toEqual({
    field: 'k',
    isOfRule: true,
    values: [
      { value: 2, count: 1 },
      { value: 'a', count: 1 },
    ],
    distinct: 2,
    untold: 0,
    absent: 2,
  });
});

test('no more values are told apart than the limit; the others are counted together', () => {
  const rule = RULE.replace('k: [fail, denied]', 'k|exists: true');
  const events = Array.from({ length: MOST_DISTINCT + 5 }, (_, i) => ({ k: `v${i}` }));
  const k = noiseOf(rule, events).fields.find(({ field }) => field === 'k')!;
  expect(k).toMatchObject({ distinct: MOST_DISTINCT, untold: 5 });
  expect(k.values).toHaveLength(100);
});

test('law: leaving out values of the noise leaves out just the matches that have them', () => {
  const value = fc.constantFrom('a', 'A*', 'b\\', "it's", '?', 'x\\*', '', 3, true);
  const event = fc.record(
    { k: fc.constantFrom('fail', 'denied', 'ok'), u: value, v: value },
    { requiredKeys: ['k'] },
  );
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.boolean()),
      (events, choice) => {
        const rule = RULE.replace('u: root', 'u: nobody').replace('k: [fail', 'v|exists: true\n    k: [fail');
        const { fields, matches } = noiseOf(rule, events);
        const chosen = fields
          .filter(({ field }) => field === 'u' || field === 'v')
          .flatMap(({ field, values }) =>
            values.filter(() => choice.next().value).map(({ value }) => ({ field, value })),
          );
        const found = leaveOut(compile(rule).plan!, chosen);
        if ('refused' in found) {
          expect(chosen).toEqual([]);
          return;
        }
        const plan = compile(applyEdits(rule, found.edits)).plan!;
        const { slices } = readEvents(events.map((one) => JSON.stringify(one)).join('\n'));
        const same = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();
        const has = (one: Record<string, unknown>, name: string) => {
          const wanted = chosen.filter(({ field }) => field === name);
          return (
            wanted.length === 0 ||
            (Object.hasOwn(one, name) && wanted.some(({ value }) => same(one[name], value)))
          );
        };
        const before = compile(rule).plan!;
        let left = 0;
        for (const [i, one] of events.entries()) {
          const matched = evaluate(before, slices[i]!.event!);
          const stays = evaluate(plan, slices[i]!.event!);
          expect(stays).toBe(matched && !(has(one, 'u') && has(one, 'v')));
          if (matched && !stays) left++;
        }
        expect(left).toBeLessThanOrEqual(matches);
      },
    ),
    { numRuns: 200 },
  );
});
