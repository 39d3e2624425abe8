import { describe, expect, test } from 'vitest';
import { EVENT_READINGS, type Readings } from '../knowledge';
import { compile } from '../rule';
import { eventOf, planOf, ruleOf } from '../testing/oracle/check';
import { decidedBy } from './decided-by';
import { ROWS } from './decided-by.cases';
import { evaluate } from './evaluate';

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
