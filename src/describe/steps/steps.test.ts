import { describe, expect, test } from 'vitest';
import { repairs } from '../../authoring';
import { readEvents } from '../../event';
import { explain } from '../../match';
import { planOf, ruleOf } from '../../testing/oracle/check';
import { plain } from '../../text';
import { paragraphsText } from '../words/paragraph';
import { ruleParagraphs } from '../words/rule';
import { eventSteps } from './event-steps';
import { firingSteps } from './firing-steps';
import type { Step, StepMark } from './step';

/** The steps of one event, after the rule in words. */
function told(rule: string, event: object, ignoreLogsource = true) {
  const plan = planOf(rule);
  const events = JSON.stringify(event);
  const { slices } = readEvents(events);
  const trace = explain(plan, slices[0]!.event!, { ignoreLogsource });
  const [change] = trace.verdict === 'match' ? [] : repairs(plan, trace, slices, { ignoreLogsource });
  const steps = eventSteps({ rule, words: ruleParagraphs(plan), trace, change }).slice(1);
  const cut = (text: string, marks: readonly StepMark[]) =>
    marks.map(({ range, kind }) => `${kind} ${text.slice(range.start, range.end)}`);
  return {
    steps: steps.map(({ title, holds, says }) => `${mark(holds)}${plain(title)}: ${paragraphsText(says)}`),
    marksOf: (kind: Step['kind']) => {
      const one = steps.find((s) => s.kind === kind)!;
      return { rule: cut(rule, one.rule), events: cut(events, one.events) };
    },
    speaks: (kind: Step['kind']) => paragraphsText(steps.find((s) => s.kind === kind)!.speaks),
  };
}

const mark = (holds: boolean | null) => (holds === null ? '' : holds ? '✓ ' : '✗ ');

describe('the steps of an event', () => {
  test('that matches go down to the characters', () => {
    const { steps, marksOf, speaks } = told(
      ruleOf('a: {F|contains: [bc, z]}\nf: {G: y}\ncondition: a and not f'),
      { F: 'abcd' },
    );
    expect(steps).toEqual([
      'The condition: `a and not f`',
      '✓ The selection `a`: `F` contains any of 2: `bc`, `z`.',
      'The field `F`: `F` contains any of 2: `bc`, `z`.',
      '✓ The value: `F` is `abcd`, which contains `bc`.',
      '✓ What the rule excludes: `f` does not match, as the rule asks.',
      '✓ The event matches: Matches through `a`.',
    ]);
    expect(marksOf('condition').rule).toEqual(['point a and not f', 'found a', 'found f']);
    expect(marksOf('value')).toEqual({ rule: ['found bc'], events: ['found bc'] });
    expect(speaks('value')).toBe('`bc` finds `bc`, 2 characters.');
    expect(speaks('condition')).toBe('It asks for `a`.\nIt excludes `f`.');
  });

  test('that does not match go to the nearest reason and its repair', () => {
    const { steps, marksOf } = told(ruleOf('a: {F: x}\nb: {G|endswith: .exe}\ncondition: a and b'), {
      F: 'x',
      G: 'tool.ex',
    });
    expect(steps.map((one) => one.split(':')[0])).toEqual([
      'The condition',
      '✓ What matches',
      '✗ The selection `b`',
      'The field `G`',
      '✗ The nearest reason',
      'The nearest change',
      '✗ The event does not match',
    ]);
    expect(marksOf('reason').rule).toEqual(['near .exe']);
    expect(marksOf('reason').events[0]).toMatch(/^near /);
  });

  test('that the condition excludes go to what it excludes', () => {
    const { steps, marksOf } = told(ruleOf('a: {F: x}\nf: {G: y}\ncondition: a and not f'), {
      F: 'x',
      G: 'y',
    });
    expect(steps).toContain('✓ The selection `f`: `f` matches, and the condition excludes it.');
    expect(marksOf('reason').events).toEqual(['found y']);
  });

  test('of another source say so', () => {
    const { steps } = told(
      'title: T\nlogsource: {product: windows, category: process_creation}\ndetection: {a: {F: x}, condition: a}\n',
      { EventID: 4624, Channel: 'Security', F: 'x' },
      false,
    );
    expect(steps.some((one) => one.startsWith('✗ The log source: '))).toBe(true);
    expect(steps.at(-1)).toMatch(/^✗ The rule does not apply/);
  });
});

const WINDOW = {
  words: [['It counts.']],
  condition: 'number of events ≥ 3',
  timespan: 300_000,
  references: [{ title: 'Failed logon' }],
  key: { User: 'ana' },
};

/** So many events, ten seconds apart, each counted. */
const members = (size: number) => ({
  members: Array.from({ length: size }, (_, i) => ({ event: i, at: i * 10_000, references: [0] })),
  value: Array.from({ length: size }, (_, i) => ({ event: i, value: i + 1 })),
  size,
});

describe('the steps of a correlation', () => {
  const says = (steps: readonly Step[]) =>
    steps.map((s) => `${mark(s.holds)}${plain(s.title)}: ${paragraphsText(s.says)}`);

  test('grow until it fires', () => {
    const steps = firingSteps({ ...WINDOW, ...members(4), fires: 2 });
    expect(says(steps).slice(1)).toEqual([
      'The window: `number of events ≥ 3` within 5 minutes.',
      'Event 1: It opens the window: it matches “Failed logon”.',
      'Event 2: 10 seconds after the first: it matches “Failed logon”.',
      'Event 3: 20 seconds after the first: it matches “Failed logon”.',
      '✓ The correlation fires: The window has 3, and so fulfils `number of events ≥ 3`.',
    ]);
    expect(steps.map((s) => s.members)).toEqual([0, 0, 1, 2, 3, 3]);
    expect(paragraphsText(steps.at(-1)!.speaks)).toBe('1 more event belongs to the same firing.');
  });

  test('of a condition over rules say what has occurred, and what has not', () => {
    const steps = firingSteps({
      ...WINDOW,
      ...members(1),
      condition: 'a and not b',
      overRules: true,
      references: [{ title: 'Failed logon' }, { title: 'Known scanner' }],
      absence: { references: [1], from: 0, to: 300_000 },
      fires: 0,
    });
    expect(paragraphsText(steps.at(-2)!.speaks)).toBe(
      '1 rule occurred in the window so far; the rule asks for `a and not b`.',
    );
    expect(says(steps).at(-1)).toBe(
      '✓ The correlation fires: The window fulfils `a and not b`.\n“Known scanner” did not occur from 1970-01-01 00:00:00 to 1970-01-01 00:05:00 UTC.',
    );
  });

  test('say of an event that it must not occur', () => {
    const { members: two } = members(2);
    const steps = firingSteps({
      ...WINDOW,
      ...members(2),
      members: [two[0]!, { ...two[1]!, references: [1] }],
      value: [],
      condition: 'a and not b',
      overRules: true,
      references: [{ title: 'Failed logon' }, { title: 'Known scanner' }],
      blocked: [{ reference: 1, event: 1, at: 10_000 }],
      fires: null,
    });
    expect(says(steps).slice(2, 4)).toEqual([
      'Event 1: It opens the window: it matches “Failed logon”.',
      'Event 2: 10 seconds after the first: it matches “Known scanner”, which must not occur.',
    ]);
  });

  test('that does not fire end with how near it came', () => {
    const steps = firingSteps({ ...WINDOW, ...members(2), value: [], fires: null, text: ['Two of three.'] });
    expect(says(steps).at(-1)).toBe('✗ The correlation does not fire: Two of three.');
  });

  test.each([8, 9, 10, 40])('of %i events pass over none without saying so', (size) => {
    const steps = firingSteps({ ...WINDOW, ...members(size), fires: size - 1 });
    const shown = steps.filter(({ kind }) => kind === 'member');
    expect(shown.length).toBeLessThanOrEqual(8);
    const skipped = shown.map((s) =>
      Number(/(\d+) events? before it/.exec(paragraphsText(s.says))?.[1] ?? 0),
    );
    expect(shown.length + skipped.reduce((a, b) => a + b, 0)).toBe(size);
    expect(shown.at(-1)!.members).toBe(size);
  });
});
