import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { explain } from '../../match';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { itemOfCause } from '../members-told';
import { paragraphsText } from './paragraph';
import { verdictParagraphs } from './verdict';

const traceOf = (detection: string, event: object) =>
  explain(
    planOf(`sigma-version: 3\n${ruleOf(detection)}`),
    readEvents(JSON.stringify(event)).slices[0]!.event!,
  );

const BOTH = 's: {"c[any]": {a: x, b|contains: y}}\ncondition: s';
const EXTENDED = 's: {"c[any]": {p: {a: x}, q: {b: y}, condition: p or q}}\ncondition: s';

test.each<[detection: string, event: object, said: string]>([
  [
    BOTH,
    { c: [{ a: 'z' }, { a: 'x', b: 'xyz' }] },
    'In `s`, `c[1].a` is `x`, as the rule asks; `c[1].b` is `xyz`',
  ],
  ['s: {"t[any]": x}\ncondition: s', { t: ['y', 'x'] }, 'In `s`, `t[1]` is `x`, as the rule asks.'],
  ['s: {"o[any].c[any].a": x}\ncondition: s', { o: [{ c: [{ a: 'x' }] }] }, 'In `s`, `o[0].c[0].a` is `x`'],
  [EXTENDED, { c: [{ a: 'x', b: 'n' }] }, 'In `s`, `c[0].a` is `x`, as the rule asks.'],
  [
    's: {z: w, "c[none]": {a: x}}\ncondition: s',
    { z: 'w', c: [{ a: 'y' }] },
    'In `s`, `z` is `w`, as the rule asks.',
  ],
  [BOTH, { c: [{ a: 'x', b: 'n' }] }, 'In `c[0]`, whose `a` matches, `b` is `n`'],
])('%s with %j', (detection, event, said) => {
  expect(paragraphsText(verdictParagraphs(traceOf(detection, event)))).toContain(said);
});

test.each<[detection: string, event: object, field: string | null]>([
  [BOTH, { c: [{ a: 'x', b: 'n' }] }, 'c[0].b'],
  [EXTENDED, { c: [{ a: 'm' }] }, 'c[0].b'],
  ['s: {z: w}\ncondition: s', { z: 'v' }, 'z'],
  [BOTH, { c: [] }, null],
])('the item of the nearest cause: %s with %j', (detection, event, field) => {
  const trace = traceOf(detection, event);
  const [cause] = trace.causes;
  expect(itemOfCause(trace.selections[cause!.selection]!, cause!)?.field ?? null).toBe(field);
});
