import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOLD } from '../../../src/limits';
import { holdLimits } from '../../../src/limits/testing';
import { LiveEngine, type LiveMessage } from '../../../src/live';
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
    selections: Array.from({ length: selections }, (_, i) => ({ name: `s${i}`, range, uses: [] })),
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

test('every list of a long rule comes in parts, and is whole again', async () => {
  const most = 40;
  const count = most + 1;
  const times = (of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join('');
  const references = `references:\n${times((i) => `  - https://example.com/${i}\n`)}`;
  const rule = `title: T\nlogsource: {product: t}\ndetection:\n${times((i) => `  s${i}: {F${i}: v}\n`)}  condition: 1 of s*\n`;
  const correlation = `title: C\n${references}correlation: {type: event_count, rules: [T], group-by: [F], timespan: 1d, condition: {gte: 1}}\n`;
  const messages: LiveMessage[] = [];
  const engine = new LiveEngine((message) => messages.push(message));
  await engine.run(
    `${rule}---\n${correlation}`,
    '{"F1":"other"}',
    { ignoreLogsource: true, placeholders: {} },
    { event: 0, visible: null, open: ['rule', 'explain'] },
    async () => true,
  );
  for (const [kind, lists] of [
    ['rule', ['values', 'selections']],
    ['trace', ['selections']],
    ['page', ['fields', 'references 1']],
  ] as const) {
    const message = messages.filter((one) => one.kind === kind).at(-1) as RunMessage;
    const posted = parcelled(message, most);
    const parts = posted.flatMap((one) => (one.kind === 'part' ? [one] : []));
    expect([...new Set(parts.map(({ list }) => list))], kind).toEqual(lists);
    for (const { items } of parts) expect(items.length, kind).toBeLessThanOrEqual(most);
    const unpacker = new Unpacker();
    expect(posted.flatMap((one) => unpacker.take(1, one) ?? [])).toEqual([message]);
  }
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
