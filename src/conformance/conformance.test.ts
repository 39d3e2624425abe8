import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INTERPRETATIONS } from '../knowledge';
import { oracle } from '../testing/oracle/oracle';
import { describeWithShared } from '../testing/shared';
import { type ConformanceCase, readTopics, type VerdictCase } from './cases';
import { clauseOf, clausesOf } from './clauses';
import { observeCorrelation, observeDiagnostics, observeVerdict } from './observe';

const topics = readTopics();
const all = topics.flatMap((topic) => topic.cases);

/** Which cases the oracle judged, and why it did not judge the others. */
const judged = new Map<string, number>();
const count = (what: string) => judged.set(what, (judged.get(what) ?? 0) + 1);

const kindOf = (one: ConformanceCase) =>
  'diagnostics' in one ? 'diagnostics' : 'firings' in one ? 'firings' : 'verdict';

/** The oracle knows one detection rule and an event's own fields; null where that is enough. */
function beyondOracle(topic: string, one: VerdictCase, mapped: boolean): string | null {
  if (one.verdict === 'error') return 'an error: no verdict';
  if (/^(?:---|filter:|action:)/m.test(one.rule)) return 'several documents';
  if (one.verdict === 'not applicable') return 'not applicable: log sources are not its business';
  if (mapped) return 'mapped fields';
  if (one.rule.includes('(?P<')) return 'a named group as RE2 writes it';
  if (topic === 'event-shapes') return 'the shape of the event is not flat';
  return null;
}

describe.each(topics)('$name', ({ name, cases }) => {
  test.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const kind = kindOf(one);
    if ('diagnostics' in one) {
      expect(observeDiagnostics(one)).toEqual(one.diagnostics);
      count(`not run, ${kind}`);
    } else if ('firings' in one) {
      const { firings, leftOut, silent } = observeCorrelation(one);
      expect(firings).toEqual(one.firings);
      if (one.leftOut) expect(leftOut).toEqual(one.leftOut);
      if (one.silent) expect(silent).toEqual(one.silent);
      count(`not run, ${kind}`);
    } else checkVerdict(name, one);
  });
});

function checkVerdict(topic: string, one: VerdictCase): void {
  const found = observeVerdict(one);
  const { verdict, matched, reason, blockedBy } = found;
  const expected = one.verdict;
  expect({ verdict, matched, reason, blockedBy }).toEqual({
    verdict: expected,
    matched: one.matched,
    reason: one.reason,
    blockedBy: one.blockedBy,
  });
  expect(found.fast).toBe(expected);
  expect(found.detection?.evaluate).toBe(found.detection?.explain);
  if (one.resultingCondition !== undefined) expect(found.resultingCondition).toBe(one.resultingCondition);
  const beyond = beyondOracle(topic, one, found.mapped);
  if (beyond === null) {
    const event: unknown = one.eventText === undefined ? one.event : JSON.parse(one.eventText);
    expect(oracle(one.rule, event, one.placeholders)).toBe(expected === 'match');
  }
  count(beyond === null ? 'run' : `not run, ${beyond}`);
}

describe('the suite as a whole', () => {
  test('each interpretation that a case rests on is in the table, and each of the table has a case', () => {
    const named = new Set(all.flatMap((one) => one.interpretation ?? []));
    expect([...named].sort()).toEqual(INTERPRETATIONS.map(({ id }) => id).sort());
  });

  test('the oracle judged what it can; nothing is left out unsaid', () => {
    for (const [what, cases] of [...judged].sort((a, b) => b[1] - a[1]))
      console.log(`oracle ${what}: ${cases}`);
    expect([...judged.values()].reduce((sum, n) => sum + n, 0)).toBe(all.length);
    expect(judged.get('run')).toBeGreaterThanOrEqual(600);
  });

  test('at least 600 cases, each with an id of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });

  test('every verdict and every reason of the contract is somewhere', () => {
    const verdicts = new Set(all.map((one) => ('verdict' in one ? one.verdict : null)));
    for (const verdict of ['match', 'no match', 'not applicable', 'error'])
      expect(verdicts).toContain(verdict);
    const reasons = new Set(all.map((one) => ('reason' in one ? one.reason : null)));
    for (const reason of REASONS) expect(reasons).toContain(reason);
  });

  test('no match has a reason, a match has none', () => {
    for (const one of all)
      if ('verdict' in one)
        expect([one.id, one.reason !== undefined]).toEqual([
          one.id,
          one.verdict === 'no match' || one.verdict === 'not applicable',
        ]);
  });
});

const REASONS = [
  'field absent',
  'field null',
  'value differs',
  'case differs only',
  'would match unescaped',
  'not in network',
  'not a number',
  'compared field absent',
  'source not applicable',
  'blocked by negated',
  'field present',
  'not a time',
];

/** Sentences of the contract that speak of the program and not of a verdict; each begins so. */
const OF_THE_PROGRAM = [
  'One set of predicates serves', // src/match/laws.test.ts, and each verdict case here
  'Applicability and field mapping come from one table.', // how it is built
];

describeWithShared('the contract', (dir) => {
  const clauses = clausesOf(readFileSync(join(dir, 'semantics.md'), 'utf8'));

  test('each case names a row or sentence that is there', () => {
    expect(
      all.filter((one) => !clauseOf(one.clause, clauses)).map((one) => `${one.id}: ${one.clause}`),
    ).toEqual([]);
  });

  test('each row and each sentence has a case', () => {
    const covered = new Set(all.map((one) => clauseOf(one.clause, clauses)));
    const without = clauses.filter(
      (clause) => !covered.has(clause) && !OF_THE_PROGRAM.some((start) => clause.text.startsWith(start)),
    );
    expect(without.map((clause) => `${clause.section} › ${clause.text}`)).toEqual([]);
  });
});
