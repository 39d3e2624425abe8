import { expect, test } from 'vitest';
import { tell } from '../testing/oracle/check';
import { itemTraces, walkConditionTrace } from './walk-trace';

const { trace } = tell(
  's:\n  A: 1\n  B: 2\nf_a:\n  - C: 1\n  - D: 1\n    E: 1\nf_b:\n  - word\ncondition: s and not 1 of f_*',
  { A: 1, B: 2 },
);

test('items come in the order of the rule, each with the index of its selection', () => {
  expect(
    itemTraces(trace.selections).map(([{ field }, i]) => `${trace.selections[i]!.name}.${field}`),
  ).toEqual(['s.A', 's.B', 'f_a.C', 'f_a.D', 'f_a.E', 'f_b.null']);
});

test('the condition is walked in the order of the text, each node before its children', () => {
  const met: string[] = [];
  walkConditionTrace(trace.condition, ({ kind, matched }) => {
    met.push(`${kind} ${matched}`);
  });
  expect(met).toEqual([
    'and true',
    'selection true',
    'not true',
    'quantifier false',
    'selection false',
    'selection false',
  ]);
});

test('the children of a node can be skipped', () => {
  const met: string[] = [];
  walkConditionTrace(trace.condition, ({ kind }) => {
    met.push(kind);
    return kind === 'not' ? false : undefined;
  });
  expect(met).toEqual(['and', 'selection', 'not']);
});

test('a joined node says whether all of its children have to hold', () => {
  const told: string[] = [];
  walkConditionTrace(trace.condition, ({ kind, every, written }) => {
    told.push([kind, every, written].join(' ').trim());
  });
  expect(told).toEqual([
    'and true',
    'selection',
    'not',
    'quantifier false 1 of f_*',
    'selection',
    'selection',
  ]);
});
