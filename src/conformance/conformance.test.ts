import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../event';
import { INTERPRETATIONS } from '../knowledge';
import type { MissReason } from '../match';
import { modifierNamed, modifierNames } from '../rule';
import { oracle } from '../testing/oracle/oracle';
import { type ConformanceCase, readTopics, type VerdictCase } from './cases';
import { clausesFor, contractOf, nameOf, readContract } from './clauses';
import { observeCorrelation, observeDiagnostics, observeVerdict } from './observe';
import { SHOWN_ELSEWHERE } from './shown-elsewhere';

const topics = readTopics();
const all = topics.flatMap((topic) => topic.cases);

/** Which cases the oracle judged, and why it did not judge the others. */
const judged = new Map<string, number>();
const count = (what: string) => judged.set(what, (judged.get(what) ?? 0) + 1);

const kindOf = (one: ConformanceCase) =>
  'diagnostics' in one ? 'diagnostics' : 'firings' in one ? 'firings' : 'verdict';

/** Topics about the form of events. The oracle takes events as JSON. */
const SHAPED = ['event-shapes', 'events', 'schemas'];

/** The oracle supports one detection rule and an event's own fields; null if that is enough. */
function beyondOracle(topic: string, one: VerdictCase, mapped: boolean): string | null {
  if (one.verdict === 'error') return 'an error: no verdict';
  if (/^(?:---|filter:|action:)/m.test(one.rule)) return 'several documents';
  if (one.verdict === 'not applicable') return 'not applicable: log sources are not its business';
  if (mapped) return 'mapped fields';
  if (one.rule.includes('(?P<')) return 'a named group as RE2 writes it';
  if (one.eventText !== undefined && !/^\s*[{[<]/.test(one.eventText)) return 'the event is a line of a log';
  if (SHAPED.includes(topic)) return 'the shape of the event is not flat';
  if (/\b\d{16,}\b/.test(one.rule)) return 'a number that a double cannot hold';
  if (one.clause === 'Limits › depth of an event') return 'a limit of the engine';
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
    expect(oracle(one.rule, event, one.placeholders, one.spec === 'proposals')).toBe(expected === 'match');
  }
  count(beyond === null ? 'run' : `not run, ${beyond}`);
}

describe('the suite as a whole', () => {
  test('each interpretation of a case is in the table, and each in the table has a case', () => {
    const named = new Set(all.flatMap((one) => one.interpretation ?? []));
    expect([...named].sort()).toEqual(INTERPRETATIONS.map(({ id }) => id).sort());
  });

  test('the oracle judged what it can; nothing is left out silently', () => {
    for (const [what, cases] of [...judged].sort((a, b) => b[1] - a[1]))
      console.log(`oracle ${what}: ${cases}`);
    expect([...judged.values()].reduce((sum, n) => sum + n, 0)).toBe(all.length);
    expect(judged.get('run')).toBeGreaterThanOrEqual(600);
  });

  test('at least 600 cases, each with a unique id', () => {
    expect(all.length).toBeGreaterThanOrEqual(600);
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  });

  test('every verdict and every reason in the contract occurs', () => {
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

const REASONS = Object.keys({
  'field absent': true,
  'field null': true,
  'value differs': true,
  'case differs only': true,
  'would match unescaped': true,
  'not in network': true,
  'not a number': true,
  'compared field absent': true,
  'source not applicable': true,
  'blocked by negated': true,
  'field present': true,
  'not a time': true,
  'no member': true,
  'member matches': true,
} satisfies Record<MissReason, true>);

describe('the contract, docs/semantics.md', () => {
  const { clauses, paragraphs } = contractOf(readContract());
  const fits = (reference: string) => clausesFor(reference, clauses).length;

  test('each case names one existing clause', () => {
    expect(
      all
        .filter((one) => fits(one.clause) !== 1)
        .map(({ id, clause }) => `${id}: ${clause} (${fits(clause)})`),
    ).toEqual([]);
  });

  test('each clause has a case, or is in the list of those that another test shows', () => {
    const named = [...all, ...SHOWN_ELSEWHERE].map((one) => one.clause);
    const shown = new Set([...new Set(named)].flatMap((reference) => clausesFor(reference, clauses)));
    const without = clauses.filter((clause) => !shown.has(clause));
    expect(
      without.map((clause) => `${clause.section} › ${nameOf(clause)}`),
      'clauses of docs/semantics.md that need a case in src/conformance/*.json',
    ).toEqual([]);
  });

  test.each(SHOWN_ELSEWHERE)('$clause is shown by $test, and by no case', ({ clause, test: file, says }) => {
    expect(fits(clause)).toBe(1);
    const [shown] = clausesFor(clause, clauses);
    expect(all.filter((one) => clausesFor(one.clause, clauses)[0] === shown)).toEqual([]);
    expect(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8')).toContain(says);
  });

  test('each clause has a name that is unique in its section', () => {
    const names = clauses.map((clause) => `${clause.section} › ${nameOf(clause)}`);
    expect(names.filter((name) => name.endsWith('› '))).toEqual([]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('each modifier, each schema and each reason for a miss is in the contract', () => {
    const rows = (section: string) =>
      clauses.filter((c) => c.section === section && c.kind === 'row').map(({ text }) => text);
    const named = (section: string) => rows(section).flatMap((row) => row.match(/(?<=`)[a-z\d]+/g) ?? []);
    const modifiers = new Set([...named('Modifiers'), ...named('Values')]);
    expect(
      modifierNames().filter((name) => !modifiers.has(name)),
      'modifiers that need a row under Modifiers in docs/semantics.md',
    ).toEqual([]);
    expect(
      named('Modifiers').filter((name) => !modifierNamed(name)),
      'modifiers of docs/semantics.md that src/rule/modifiers/registry.ts lacks',
    ).toEqual([]);
    const schemas = rows('Schemas');
    expect(
      schemas.slice(0, SCHEMAS.length),
      'the first rows under Schemas in docs/semantics.md are those of src/event/source/schemas/list.ts, in its order',
    ).toEqual(SCHEMAS.map(({ name }) => name));
    expect(
      rows('Explanation')
        .map((row) => row.replace(/ NAME$/, ''))
        .sort(),
    ).toEqual([...REASONS].sort());
  });

  test('nothing binding is outside a clause: a section has at most one paragraph, which introduces it', () => {
    const sections = paragraphs.map(({ section }) => section).filter((section) => section !== '');
    expect(sections).toEqual([...new Set(sections)]);
    expect(clauses.length).toBeGreaterThan(100);
  });
});
