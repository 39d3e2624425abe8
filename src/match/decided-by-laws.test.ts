import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_READINGS } from '../knowledge';
import { compile, itemsOf } from '../rule';
import { pair } from '../testing/generate';
import { membersBody, membersEvent, membersRule } from '../testing/generate-members';
import { eventOf, planOf } from '../testing/oracle/check';
import { decidedBy } from './decided-by';
import { Evaluator, evaluate } from './evaluate';
import { explain, explainWith } from './explain';

test('empty readings change nothing', () => {
  fc.assert(
    fc.property(pair, ({ rule, event, placeholders }) => {
      const read = eventOf(JSON.stringify(event));
      const { plan } = compile(rule, { placeholders, readings: {} });
      expect(explain(plan!, read)).toEqual(explain(planOf(rule, placeholders), read));
    }),
    { numRuns: 300 },
  );
});

test('an interpretation decides exactly if the verdicts differ, inside blocks about members too', () => {
  const decided = new Map<string, number>();
  fc.assert(
    fc.property(membersBody, membersEvent, (selection, event) => {
      const rule = membersRule(selection);
      const plan = planOf(rule);
      const read = eventOf(JSON.stringify(event));
      const verdict = new Evaluator(plan).verdict(read);
      const all = decidedBy(plan, read);
      for (const { trace, verdictOther } of all) expect(trace.verdict).toBe(verdictOther);
      const found = all.map(({ id }) => id);
      for (const id of found) decided.set(id, (decided.get(id) ?? 0) + 1);
      const expected = EVENT_READINGS.flatMap(({ id }) => {
        const other = compile(rule, { readings: { [id]: 'other' } }).plan;
        return other && new Evaluator(other).verdict(read) !== verdict ? id : [];
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(decided.size).toBeGreaterThan(2);
});

test('an interpretation decides exactly if the verdicts differ, and `ours` is the result of evaluate', () => {
  const decided = new Map<string, number>();
  fc.assert(
    fc.property(pair, ({ rule, event, placeholders }) => {
      const plan = planOf(rule, placeholders);
      const read = eventOf(JSON.stringify(event));
      const verdict = new Evaluator(plan).verdict(read);
      const found = decidedBy(plan, read, { placeholders });
      for (const d of found) {
        expect(d.verdictOurs).toBe(verdict);
        expect(d.verdictOther).not.toBe(verdict);
        decided.set(d.id, (decided.get(d.id) ?? 0) + 1);
      }
      // This tries every interpretation, including those that `concerns` rules out.
      const expected = EVENT_READINGS.filter(({ id }) => {
        if (id === 're-unanchored' && plan.patterns.some(({ engine }) => engine === 'backtracking'))
          return false;
        const other = compile(rule, { placeholders, readings: { [id]: 'other' } }).plan;
        return other !== null && new Evaluator(other).verdict(read) !== verdict;
      });
      expect(found.map((d) => d.id)).toEqual(expected.map((row) => row.id));
    }),
    { numRuns: 500 },
  );
  expect(decided.size).toBeGreaterThan(3);
});

test('under every reading explain and evaluate agree', () => {
  fc.assert(
    fc.property(pair, fc.constantFrom(...EVENT_READINGS), ({ rule, event, placeholders }, { id }) => {
      const plan = compile(rule, { placeholders, readings: { [id]: 'other' } }).plan!;
      const read = eventOf(JSON.stringify(event));
      const evaluator = new Evaluator(plan);
      const trace = explainWith(evaluator, read);
      expect(trace.matched).toBe(evaluate(plan, read));
      expect(trace.verdict).toBe(evaluator.verdict(read));
      for (const item of trace.selections.flatMap((s) => itemsOf(s.body))) {
        for (const hit of item.values.flatMap((v) => v.hits)) {
          for (const span of hit.spans) {
            expect(span.value.end).toBeLessThanOrEqual(hit.value.length);
            for (const { end } of span.text) expect(end).toBeLessThanOrEqual(read.range.end);
          }
        }
      }
    }),
    { numRuns: 800 },
  );
});
