import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../../event';
import { evaluate } from '../../match';
import { compile } from '../../rule';
import { condition, event } from '../../testing/generate';
import { truthOf } from './truth';

/*
 * The result for a condition holds for every event. The selections share tests, so that equivalent conditions are not
 * rare.
 */

const NAMES = ['a', 'b', 'c'];
const items = ['F: a', 'F|contains: A', 'F|neq: a', 'G|exists: true', 'G: [a, b]', 'F|contains|all: [a, b]'];
const body = fc.uniqueArray(fc.constantFrom(...items), {
  minLength: 1,
  maxLength: 2,
  selector: (i) => i.split(':')[0],
});

test('a condition that always or never holds does so for every event, and idle parts do not matter', () => {
  const seen = { always: 0, never: 0, sometimes: 0 };
  fc.assert(
    fc.property(
      fc.tuple(body, body, body),
      condition(NAMES),
      fc.array(event, { minLength: 3 }),
      (bodies, written, events) => {
        const selections = bodies.map((lines, i) => `  ${NAMES[i]}: {${lines.join(', ')}}`).join('\n');
        const text = `title: T\nlogsource: {product: test}\ndetection:\n${selections}\n  condition: ${written}\n`;
        const { plan } = compile(text);
        if (!plan) return;
        const truth = truthOf(plan);
        if (!truth) return;
        seen[truth.verdict]++;
        const idle = new Set(truth.idle);
        const [one] = idle;
        // Replace the idle part with something that always holds: nothing may change.
        const without =
          one &&
          `${text.slice(0, one.range.start)}(${NAMES[0]} or not ${NAMES[0]})${text.slice(one.range.end)}`;
        const other = without ? compile(without).plan : null;
        for (const { event } of readEvents(JSON.stringify(events)).slices) {
          const matched = evaluate(plan, event!);
          if (truth.verdict !== 'sometimes') expect(matched, text).toBe(truth.verdict === 'always');
          if (other) expect(evaluate(other, event!), `${text}${without}`).toBe(matched);
        }
      },
    ),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.always, seen.never, seen.sometimes)).toBeGreaterThan(5);
});
