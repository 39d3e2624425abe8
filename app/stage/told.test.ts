import { expect, test } from 'vitest';
import { eventSteps, ruleParagraphs } from '../../src/describe';
import { readEvents } from '../../src/event';
import { correlate, explain } from '../../src/match';
import { compileCollection } from '../../src/rule';
import { TEXTS } from '../examples/texts';
import { partsWith, stageLines } from './lines';
import { ruleOf } from './told';

test.each(Object.entries(TEXTS))(
  'every step of %s is on the stage as it is marked',
  (_, { rule, events }) => {
    const { slices } = readEvents(events);
    for (const { plan } of compileCollection(rule).plans)
      for (const { event, range } of slices) {
        if (!event) continue;
        const trace = explain(plan, event);
        const steps = eventSteps({ rule, words: ruleParagraphs(plan), trace });
        expect(steps.at(-1)!.kind).toBe('verdict');
        expect(steps.at(-1)!.holds).toBe(trace.verdict === 'match');
        const told = { steps, rule, events, also: [], eventOf: () => null };
        for (const step of steps) {
          const { text, places } = ruleOf(told, step);
          const inRule = stageLines(text, partsWith(text, places), places);
          const inEvent = stageLines(
            events,
            [range],
            step.events.map((mark) => mark.range),
          );
          for (const [lines, marks] of [
            [inRule, step.rule],
            [inEvent, step.events],
          ] as const) {
            const parts = lines.flatMap((line) => (line.kind === 'line' ? line.parts : []));
            for (const { range: r } of marks)
              expect(parts.some((p) => p.start < r.end && p.end > r.start)).toBe(true);
          }
        }
      }
  },
);

test('law: every firing of the examples says with which of its members it first fires', () => {
  let firings = 0;
  for (const { rule, events } of Object.values(TEXTS)) {
    const collection = compileCollection(rule);
    const read = readEvents(events).slices.flatMap(({ event }) => event ?? []);
    for (const firing of correlate(collection, read).flatMap((result) => result.firings)) {
      firings++;
      const { correlation } = collection.correlations[firing.correlation]!;
      if (correlation.expression) {
        const { at } = firing.members[firing.fires]!;
        const come = firing.members
          .filter((member) => member.at <= at)
          .flatMap((member) => member.references);
        const { alternatives } = correlation.expression;
        expect(alternatives.some(({ occur }) => occur.every((rule) => come.includes(rule)))).toBe(true);
        continue;
      }
      const [only] = correlation.comparisons;
      const wanted =
        only?.operator === 'gte'
          ? only.value
          : correlation.comparisons.length === 0
            ? correlation.rules.length
            : null;
      if (wanted === null) continue;
      const reached = firing.value.findIndex(({ value }) => value >= wanted);
      expect(firing.fires).toBeGreaterThanOrEqual(reached);
      expect(firing.value[firing.fires]!.value).toBeGreaterThanOrEqual(wanted);
      expect(firing.members[firing.fires]!.at).toBe(firing.members[reached]!.at);
    }
  }
  expect(firings).toBeGreaterThan(5);
});
