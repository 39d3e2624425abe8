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

holdLimits({ rulePart: TOLD.rulePart }, { rulePart: { isBeyond: (n) => parcelled(ruleOf(n)).length > 1 } });

test('what is posted in parts is whole again, and no part is larger than it may be', () => {
  const most = 3 * TOLD.rulePart.value;
  const size = fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(size, size, (values, selections) => {
      const message = ruleOf(values, selections);
      const posted = parcelled(message);
      for (const one of posted)
        if (one.kind === 'rule-part')
          expect(one.values.length + one.selections.length).toBeLessThanOrEqual(TOLD.rulePart.value);
      const unpacker = new Unpacker();
      const whole = posted.flatMap((one) => unpacker.take(1, one) ?? []);
      expect(whole).toEqual([message]);
    }),
    { numRuns: 20 },
  );
});

test('the parts of a run that was superseded belong to no other', () => {
  const unpacker = new Unpacker();
  for (const part of parcelled(ruleOf(5 * TOLD.rulePart.value)).slice(0, 2)) unpacker.take(1, part);
  const small = ruleOf(1);
  expect(unpacker.take(2, small)).toEqual(small);
});

test('other messages are as they were', () => {
  const message: RunMessage = { kind: 'problems', problems: [] };
  expect(parcelled(message)).toEqual([message]);
  expect(new Unpacker().take(1, message)).toBe(message);
});
