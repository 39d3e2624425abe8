import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, fold, itemsOf, MODIFIERS, TextPredicate } from '../rule';
import { event, pair, rule } from '../testing/generate';
import { eventOf, planOf } from '../testing/oracle/check';
import { oracle } from '../testing/oracle/oracle';
import { plain, type Range } from '../text';
import { Evaluator, evaluate } from './evaluate';
import { explain, explainWith } from './explain';
import { marksOf } from './marks';
import type { Trace } from './trace';
import { summaryWords } from './words/summary';

const RUNS = 3000;

test('each modifier is in generated rules: what holds for them holds for it', () => {
  const rules = fc.sample(rule, { numRuns: 2000, seed: 1 }).join('\n');
  const missing = MODIFIERS.filter(
    ({ name, aliases = [] }) => ![name, ...aliases].some((one) => new RegExp(`\\|${one}\\b`).test(rules)),
  );
  expect(
    missing.map(({ name }) => name),
    'modifiers that src/testing/generate.ts does not write; the oracle, src/testing/oracle/item.ts, needs them too',
  ).toEqual([]);
});

describe('one meaning', () => {
  test(`explain, evaluate and the oracle agree on ${RUNS} generated rules and events`, () => {
    let matches = 0;
    let runs = 0;
    fc.assert(
      fc.property(pair, ({ rule, event, placeholders }) => {
        const plan = planOf(rule, placeholders);
        const read = eventOf(JSON.stringify(event));
        const expected = oracle(rule, event, placeholders);
        const found = { evaluate: evaluate(plan, read), explain: explain(plan, read).matched };
        expect(found).toEqual({ evaluate: expected, explain: expected });
        runs++;
        if (expected) matches++;
      }),
      { numRuns: RUNS },
    );
    const share = matches / runs;
    console.log(`share of matches: ${(100 * share).toFixed(1)} % of ${runs}`);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.9);
  });

  test('one Evaluator over many events gives the same as a fresh one', () => {
    fc.assert(
      fc.property(pair, fc.array(event, { minLength: 2, maxLength: 5 }), ({ rule, placeholders }, events) => {
        const plan = planOf(rule, placeholders);
        const reused = new Evaluator(plan);
        for (const one of events) {
          const read = eventOf(JSON.stringify(one));
          expect(reused.evaluate(read)).toBe(evaluate(plan, read));
          expect(explainWith(reused, read)).toEqual(explain(plan, read));
          expect(reused.verdict(read)).toBe(explain(plan, read).verdict);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('tally counts each value and selection that matches, without short-circuiting', () => {
    fc.assert(
      fc.property(pair, fc.array(event, { minLength: 1, maxLength: 5 }), ({ rule, placeholders }, events) => {
        const plan = planOf(rule, placeholders);
        const evaluator = new Evaluator(plan);
        const counted = { values: plan.values.map(() => 0), selections: plan.selections.map(() => 0) };
        const expected = { values: plan.values.map(() => 0), selections: plan.selections.map(() => 0) };
        for (const one of events) {
          const read = eventOf(JSON.stringify(one));
          evaluator.evaluate(read);
          evaluator.tally(counted.values, counted.selections);
          explain(plan, read).selections.forEach((selection, i) => {
            if (selection.matched) expected.selections[i]!++;
            for (const item of itemsOf(selection.body))
              for (const v of item.values) if (v.matched) expected.values[v.id]!++;
          });
        }
        expect(counted).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

function inside(range: Range, text: string): void {
  // Checked so often that `expect` would take most of the time.
  if (range.start >= 0 && range.end >= range.start && range.end <= text.length) return;
  throw new Error(`${range.start} to ${range.end} is no range of ${text.length} characters`);
}

/** Every range of a trace is in its text. */
function checkRanges(trace: Trace, rule: string, events: string): void {
  const nodes = [trace.condition];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    inside(node.rule, rule);
    nodes.push(...node.children);
  }
  for (const selection of trace.selections) {
    inside(selection.rule, rule);
    for (const item of itemsOf(selection.body)) {
      inside(item.rule, rule);
      if (item.eventRange) inside(item.eventRange, events);
      if (item.eventKey) inside(item.eventKey, events);
      for (const value of item.values) {
        inside(value.rule, rule);
        if (value.miss?.near) for (const text of value.miss.near.text) inside(text, events);
        for (const hit of value.hits) {
          if (hit.key) inside(hit.key, events);
          for (const span of hit.spans) {
            inside(span.value, hit.value);
            if (span.rule) inside(span.rule, rule);
            for (const text of span.text) inside(text, events);
          }
        }
      }
    }
  }
  for (const cause of trace.causes) inside(cause.item, rule);
}

describe('explanations', () => {
  test('all ranges are in their text; a match has no cause, a miss has one; a value has a hit or a miss', () => {
    fc.assert(
      fc.property(pair, ({ rule, event, placeholders }) => {
        const events = JSON.stringify(event, null, 1);
        const trace = explain(planOf(rule, placeholders), eventOf(events));
        checkRanges(trace, rule, events);
        expect(trace.causes.length === 0).toBe(trace.matched);
        expect(plain(summaryWords(trace))).not.toBe('');
        for (const mark of marksOf(trace)) inside(mark.text, events);
        for (const item of trace.selections.flatMap((s) => itemsOf(s.body))) {
          if (!item.matched && !item.miss) throw new Error('an item that does not match says no reason');
          for (const { miss, matched } of item.values)
            if ((miss === undefined) !== matched) throw new Error('a value has a hit or a miss');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("a plain value's spans select its characters, in the value and in the events' text", () => {
    let spans = 0;
    fc.assert(
      fc.property(pair, ({ rule, event, placeholders }) => {
        const events = JSON.stringify(event);
        const plan = planOf(rule, placeholders);
        const trace = explain(plan, eventOf(events));
        for (const value of trace.selections.flatMap((s) => itemsOf(s.body).flatMap((i) => i.values))) {
          const predicate = plan.values[value.id]!.variants[0]!.predicate;
          if (plan.values[value.id]!.variants.length > 1 || !(predicate instanceof TextPredicate)) continue;
          const literals = predicate.value.flatMap((p) =>
            p.kind === 'text' ? [predicate.cased ? p.text : fold(p.text)] : [],
          );
          if (predicate.value.some((p) => p.kind === 'dash')) continue;
          for (const hit of value.hits) {
            const matched = hit.spans
              .filter((s) => s.kind === 'match')
              .map((s) => hit.value.slice(s.value.start, s.value.end));
            for (const [i, found] of matched.entries()) {
              const said = predicate.cased ? found : fold(found);
              if (literals.length > 0 && said !== literals[i % literals.length])
                expect(said).toBe(literals[i % literals.length]);
            }
            for (const span of hit.spans) {
              if (span.text.length !== 1) continue;
              const shown = events.slice(span.text[0]!.start, span.text[0]!.end);
              const decoded = hit.value.slice(span.value.start, span.value.end);
              // The text between these characters is what was matched.
              if (decode(shown) !== decoded) expect(decode(shown)).toBe(decoded);
              spans++;
            }
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(spans).toBeGreaterThan(500);
  });
});

function decode(json: string): string {
  return JSON.parse(`"${json}"`) as string;
}

test('every generated rule compiles, without errors other than lints', () => {
  fc.assert(
    fc.property(pair, ({ rule, placeholders }) => {
      const { diagnostics } = compile(rule, { placeholders });
      expect(diagnostics.filter((d) => d.severity === 'error' && !d.lint)).toEqual([]);
      for (const { range } of diagnostics) inside(range, rule);
    }),
    { numRuns: 500 },
  );
});
