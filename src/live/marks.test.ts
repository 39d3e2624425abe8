import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents } from '../event';
import { Evaluator, explainWith, type Mark, marksOf } from '../match';
import { planOf, ruleOf } from '../testing/oracle/check';
import { eventsInSight } from './on-screen';
import { Person } from './testing';

const RULE = ruleOf("k|contains: 'a'");
const TEXT = Array.from({ length: 400 }, (_, i) => (i % 90 === 5 ? '{' : `{"k":"${i}a"}`)).join('\n');
const SETTINGS = { ignoreLogsource: false, placeholders: {} };
const { slices } = readEvents(TEXT);
const evaluator = new Evaluator(planOf(RULE));
const marksIn = (event: number): readonly Mark[] => {
  const read = slices[event]?.event;
  return read ? marksOf(explainWith(evaluator, read)) : [];
};

/** The events whose marks were posted, each as often as they were. */
function marked(person: Person): number[] {
  return person.messages.flatMap((m) => (m.kind === 'marks' ? m.marks.map(({ event }) => event) : []));
}

test('marks are told of what is in sight, then of a screenful on either side, and of nothing else', async () => {
  const person = new Person();
  const at = slices[200]!.range.start;
  const screen = { event: null, visible: { start: at, end: at + 100 } };
  await person.engine.run(RULE, TEXT, SETTINGS, screen, async () => true);
  const [first, last] = eventsInSight(slices, screen.visible);
  const [inSight, ahead] = person.messages.flatMap((m) => (m.kind === 'marks' ? [m.marks] : []));
  expect(new Set(inSight!.map(({ event }) => event)).size).toBe(last - first);
  const around = [...new Set([...inSight!, ...ahead!].map(({ event }) => event))].sort((a, b) => a - b);
  expect([around[0], around.at(-1)]).toEqual([first - 40, last + 39]);
});

test('however somebody scrolls, each event in sight has all of its marks, and none is told twice', async () => {
  const place = fc.nat(TEXT.length).chain((start) => fc.tuple(fc.constant(start), fc.nat(3000)));
  const look = fc.record({
    place: fc.option(place),
    event: fc.option(fc.nat(slices.length)),
    also: fc.array(fc.nat(slices.length - 1), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 8 }), async (looks) => {
      const person = new Person();
      for (const [i, { place, event, also }] of looks.entries()) {
        const visible = place && { start: place[0], end: place[0] + place[1] };
        const screen = { event, visible, also };
        if (i === 0) await person.engine.run(RULE, TEXT, SETTINGS, screen, async () => true);
        else await person.engine.look(screen);
        const told = marked(person);
        const [first, last] = eventsInSight(slices, visible);
        const wanted = [...also, ...(event === null ? [] : [event])];
        for (let e = first; e < last; e++) wanted.push(e);
        for (const e of wanted)
          expect(told.filter((one) => one === e).length, `event ${e}`).toBe(marksIn(e).length);
      }
    }),
    { numRuns: 60 },
  );
});
