import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../event';
import { compile, type Plan } from '../rule';
import { memberBody, membersBody, membersEvent, membersRule } from '../testing/generate-members';
import { oracle } from '../testing/oracle/oracle';
import { Evaluator, evaluate } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';
import { posted } from './posted-trace';

/* Blocks about members: all ways to a verdict agree, and the quantifiers are to each other as the contract says. */

const RUNS = { numRuns: Number(process.env.RUNS ?? 200) };

const planOf = (selection: unknown): Plan => {
  const { plan, diagnostics } = compile(membersRule(selection));
  if (!plan) throw new Error(`${membersRule(selection)}\n${JSON.stringify(diagnostics)}`);
  return plan;
};
const eventOf = (event: unknown) => readEvents(JSON.stringify(event)).slices[0]!.event!;
const verdict = (selection: unknown, event: unknown) => evaluate(planOf(selection), eventOf(event));

describe('for any rule with blocks and any event with arrays', () => {
  test('the fast path, the explanation, the oracle and many rules at once agree', () => {
    fc.assert(
      fc.property(membersBody, membersEvent, (selection, event) => {
        const plan = planOf(selection);
        const read = eventOf(event);
        const trace = explain(plan, read, { ignoreLogsource: true });
        const found = {
          evaluate: evaluate(plan, read),
          explain: trace.matched,
          posted: posted(trace).matched,
          many: new RuleSet([plan, plan], { ignoreLogsource: true }).match(read).length === 2,
          hasCause: trace.causes.length === 0,
        };
        const matched = oracle(membersRule(selection), JSON.parse(JSON.stringify(event)));
        expect(found).toEqual({
          evaluate: matched,
          explain: matched,
          posted: matched,
          many: matched,
          hasCause: matched,
        });
      }),
      RUNS,
    );
  });

  test('a selection counts as often as it matches', () => {
    fc.assert(
      fc.property(membersBody, membersEvent, (selection, event) => {
        const evaluator = new Evaluator(planOf(selection));
        const values = evaluator.plan.values.map(() => 0);
        const selections = [0];
        const matched = evaluator.evaluate(eventOf(event));
        evaluator.tally(values, selections);
        expect(selections).toEqual([matched ? 1 : 0]);
        expect(values.every((count) => count <= 1)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('quantifiers', () => {
  const both = fc.property(memberBody, membersEvent, (body, event) => {
    const of = (quantifier: string) => verdict({ [`b[${quantifier}]`]: body }, event);
    expect(of('none')).toBe(!of('any'));
    expect(of('all_or_empty')).toBe(of('all') || (event.b as unknown[]).length === 0);
    if ((event.b as unknown[]).length === 1) expect(of('all')).toBe(of('any'));
    if (of('all')) expect(of('any')).toBe(true);
    const [first] = event.b as unknown[];
    if (first !== null && !Array.isArray(first))
      expect(verdict({ 'b[0]': body }, event)).toBe(
        first !== undefined && verdict({ 'b[any]': body }, { b: [first] }),
      );
  });
  test('are to each other as the contract says', () => {
    fc.assert(both, RUNS);
  });

  test('an extended body of one selection is the plain body', () => {
    fc.assert(
      fc.property(memberBody, membersEvent, (body, event) => {
        const extended = { s: body, condition: 's' };
        for (const quantifier of ['any', 'all', 'all_or_empty', 'none'])
          expect(verdict({ [`b[${quantifier}]`]: extended }, event)).toBe(
            verdict({ [`b[${quantifier}]`]: body }, event),
          );
      }),
      RUNS,
    );
  });
});
