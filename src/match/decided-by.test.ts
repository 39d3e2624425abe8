import { describe, expect, test } from 'vitest';
import { EVENT_READINGS, type Readings } from '../knowledge';
import { compile } from '../rule';
import { eventOf, planOf, ruleOf } from '../testing/oracle/check';
import { decidedBy } from './decided-by';
import { ROWS } from './decided-by.cases';
import { Evaluator, evaluate } from './evaluate';

/** An event as it is written: lines as they are, everything else as JSON. */
const written = (event: unknown) => (typeof event === 'string' ? event : JSON.stringify(event));

function decisions(detection: string, event: unknown) {
  return decidedBy(planOf(ruleOf(detection)), eventOf(written(event)));
}

describe.each(EVENT_READINGS)('$id', ({ id, clause, ours, other }) => {
  test.each(ROWS[id].decides)('decides %s on %j', (detection, event) => {
    const decided = decisions(detection, event).find((d) => d.id === id);
    const verdictOurs = evaluate(planOf(ruleOf(detection)), eventOf(written(event))) ? 'match' : 'no match';
    const verdictOther = verdictOurs === 'match' ? 'no match' : 'match';
    expect(decided).toMatchObject({ id, clause, ours, other, verdictOurs, verdictOther });
    expect(decided!.trace.verdict).toBe(verdictOther);
  });

  test.each(ROWS[id].not)('does not decide %s on %j', (detection, event) => {
    expect(decisions(detection, event).map((d) => d.id)).not.toContain(id);
  });
});

test('no interpretation decides a verdict with another reason: the log source, an event that fits either way', () => {
  const rule = ruleOf("F: 'a*b'").replace('product: test', 'product: windows\n  service: sysmon');
  const event = eventOf(JSON.stringify({ Channel: 'Security', EventID: 1, F: 'a\nb' }));
  expect(decidedBy(planOf(rule), event)).toEqual([]);
  expect(decidedBy(planOf(rule), event, { ignoreLogsource: true }).map((d) => d.id)).toEqual([
    'star-newline',
  ]);
  expect(decisions("F: 'a'", { F: 'a' })).toEqual([]);
});

test('mapped fields: several forms of one value are not a list, and names match in any case', () => {
  const base = { Channel: 'Security', EventID: 4688 };
  const rule = (detection: string) =>
    planOf(ruleOf(detection).replace('product: test', 'product: windows\n  category: process_creation'));
  const ids = (detection: string, event: object) =>
    decidedBy(rule(detection), eventOf(JSON.stringify({ ...base, ...event }))).map((d) => d.id);
  expect(ids('ProcessId: 16', { NewProcessId: '0x10' })).toEqual([]);
  expect(ids("image: 'a'", { NewProcessName: 'a' })).toEqual(['field-case']);
});

test('placeholders stay set, and a rule of several recompiles with its own function', () => {
  const text = ruleOf("F|expand: '%p%*'");
  const event = eventOf(JSON.stringify({ F: 'a\n' }));
  const placeholders = { p: ['a'] };
  expect(decidedBy(planOf(text, placeholders), event, { placeholders })).toHaveLength(1);
  const asked: Readings[] = [];
  const recompile = (readings: Readings) => {
    asked.push(readings);
    return compile(text, { placeholders, readings }).plan;
  };
  expect(decidedBy(planOf(text, placeholders), event, { recompile })).toHaveLength(1);
  expect(asked).toContainEqual({ 'star-newline': 'other' });
});

test.each<[id: string, detection: string, event: object]>([
  ['star-newline', "c[any]: {F: 'a*b'}", { c: [{ F: 'a\nb' }] }],
  ['any-code-point', "c[all].F: 'a?'", { c: [{ F: 'a😀' }] }],
  ['case-folding', 'c[any]: {F|fieldref: G}', { c: [{ F: 'é', G: 'É' }] }],
  ['boolean-text', 'c[none].F: true', { c: [{ F: 'True' }] }],
  ['array-member', 'c[any]: {F: a}', { c: [{ F: ['a', 'b'] }] }],
  ['array-member', 'c[0]: a', { c: [['a', 'b']] }],
  ['null-member', 'c[any]: {F: null}', { c: [{ F: [null, 'a'] }] }],
  ['dotted-literal', 'c[any]: {F.G: a}', { c: [{ 'F.G': 'b', F: { G: 'a' } }] }],
  ['dotted-literal', 'c.d[any]: {F: a}', { 'c.d': [{ F: 'b' }], c: { d: [{ F: 'a' }] } }],
  ['dotted-literal', 'c.d[0]: a', { 'c.d': ['b'], c: [{ d: ['a'] }] }],
  ['field-case', 'c[any].d[any].f: a', { c: [{ d: [{ F: 'a' }] }] }],
  ['field-case', 'C[any]: {F: a}', { c: [{ F: 'a' }] }],
  ['neq-absent', 'c[any]: {F|neq: a}', { c: [{ G: 'a' }] }],
  ['windash-option', "c[any]: {F|windash|contains: 'a-b'}", { c: [{ F: 'a/b' }] }],
  ['fieldref-missing', 'c[any]: {F|fieldref: G}', { c: [{ F: '' }] }],
])('in a block %s decides %s', (id, detection, event) => {
  const rule = `sigma-version: 3\n${ruleOf(detection)}`;
  const read = eventOf(JSON.stringify(event));
  const decided = decidedBy(planOf(rule), read).find((one) => one.id === id);
  expect(decided?.verdictOurs).toBe(new Evaluator(planOf(rule)).verdict(read));
  expect(decided?.trace.verdict).toBe(decided?.verdictOther);
});
