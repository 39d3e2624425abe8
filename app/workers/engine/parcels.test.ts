import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOLD } from '../../../src/limits';
import { holdLimits } from '../../../src/limits/testing';
import type { RuleInfo } from '../../../src/match';
import { parcelled, Unpacker } from './parcels';
import type { RunMessage } from './protocol';

const range = { start: 0, end: 1 };

function ruleOf(values: number, selections = 0): RunMessage {
  const info: RuleInfo = {
    title: 'T',
    titleRange: null,
    logsource: '',
    logsourceRange: null,
    coverage: '',
    selections: Array.from({ length: selections }, (_, i) => ({ name: `s${i}`, range, uses: [range] })),
    values: Array.from({ length: values }, (_, i) => ({ selection: 0, range, written: `v${i}`, field: 'F' })),
    references: [],
  };
  return { kind: 'rule', ok: true, info, problems: [], documents: [], document: 0, versions: [] };
}

/** What a posted message has in its lists. */
function entriesOf(posted: ReturnType<typeof parcelled>[number]): number {
  if (posted.kind === 'part') return posted.items.length;
  if (posted.kind === 'indicators') return posted.found?.indicators.length ?? 0;
  return posted.kind === 'rule' && posted.info
    ? posted.info.values.length + posted.info.selections.length
    : 0;
}

holdLimits(
  { messagePart: TOLD.messagePart },
  { messagePart: { isBeyond: (n) => parcelled(ruleOf(n)).length > 1 } },
);

function indicatorsOf(count: number): RunMessage {
  const indicators = Array.from({ length: count }, (_, i) => ({
    field: 'F',
    kind: 'match' as const,
    how: [],
    value: `v${i}`,
    negated: false,
    ranges: [range],
    key: `F|match|v${i}`,
  }));
  return { kind: 'indicators', found: { title: 'T', id: null, logsource: {}, indicators } };
}

test('what is posted in parts is whole again, and no message has more than it may', () => {
  const size = fc.integer({ min: 0, max: 3 * TOLD.messagePart.value });
  const message = fc.oneof(
    fc.tuple(size, size).map(([values, selections]) => ruleOf(values, selections)),
    size.map(indicatorsOf),
  );
  fc.assert(
    fc.property(message, (message) => {
      const posted = parcelled(message);
      for (const one of posted) expect(entriesOf(one)).toBeLessThanOrEqual(TOLD.messagePart.value);
      const unpacker = new Unpacker();
      const whole = posted.flatMap((one) => unpacker.take(1, one) ?? []);
      expect(whole).toEqual([message]);
    }),
    { numRuns: 20 },
  );
});

test('the parts of a run that was superseded belong to no other', () => {
  const unpacker = new Unpacker();
  for (const part of parcelled(ruleOf(5 * TOLD.messagePart.value)).slice(0, 2)) unpacker.take(1, part);
  const small = ruleOf(1);
  expect(unpacker.take(2, small)).toEqual(small);
});

test('other messages are as they were', () => {
  const message: RunMessage = { kind: 'problems', problems: [] };
  expect(parcelled(message)).toEqual([message]);
  expect(new Unpacker().take(1, message)).toBe(message);
});
