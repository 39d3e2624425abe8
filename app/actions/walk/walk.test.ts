import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { NO_RESULTS, type Results } from '../../results/outcome';
import { placesIn } from '../../results/places';
import { results } from '../../results/results';
import { rangeOf } from '../../results/verdict-columns';
import { type Session, session } from '../../state/session';
import { sheets } from '../../state/sheets';
import { followEvents } from '../choose-event';
import { freshResults, PageState } from './page';
import { ofOutcome, ofTexts } from './shown';
import { forgetPast, prepare, type Step, step, take } from './steps';
import { type Pace, pass, rest, stopTime } from './world';

/*
 * The law of the page, without a browser: whatever a person does, and whatever becomes of the engine and its messages,
 * a page at rest shows what a fresh page gives for the same texts and choices, or says why it does not; and until then
 * what it shows is of the texts beside it, or marked as of before. `FC_SEED` tries other walks.
 */

const START = session.getState();
const SHEETS = sheets.getState();
followEvents();

beforeAll(prepare);
beforeEach(stopTime);
afterEach(() => vi.useRealTimers());

const milliseconds = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(90));
const pace: fc.Arbitrary<Pace> = fc.record({
  messages: fc.array(milliseconds, { minLength: 1, maxLength: 7 }),
  later: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
  work: fc.array(fc.constantFrom(0, 0, 3, 13), { minLength: 1, maxLength: 5 }),
});
/** How long the person waits after a step, or that they wait until the page rests. */
const wait = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(30) },
  { weight: 1, arbitrary: fc.constant(150) },
  { weight: 2, arbitrary: fc.constant('rest' as const) },
);
const walk = fc.array(fc.tuple(step, wait), { minLength: 1, maxLength: 20, size: '+1' });

test('a page at rest shows what a fresh page shows, and until then nothing of another text', async () => {
  await fc.assert(
    fc.asyncProperty(pace, walk, async (pace, steps) => {
      await walkThrough(pace, [...steps, [['variants'], 'rest']]);
    }),
    { numRuns: Number(process.env.WALK_RUNS ?? 25) },
  );
});

async function walkThrough(pace: Pace, steps: readonly (readonly [Step, number | 'rest'])[]): Promise<void> {
  forgetPast();
  sheets.setState(SHEETS, true);
  session.setState(START, true);
  const had = new TextsHad();
  results.setState(NO_RESULTS, true);
  let page = new PageState(pace, session, results);
  const look = () => {
    if (page.threads.waiting === 0) expectOwnTexts(results.getState(), session.getState());
    had.expectOwn(results.getState());
  };
  try {
    for (const [taken, wait] of steps) {
      if (await take(taken, page)) {
        page.close();
        results.setState(NO_RESULTS, true);
        page = new PageState(pace, session, results);
      }
      if (wait !== 'rest') {
        await pass(wait, look);
        continue;
      }
      await rest(() => page.isIdle, look);
      // The worker that it is run again in may have fallen silent, too, before it was asked.
      for (let i = 0; i < 3 && excused(results.getState()); i++) {
        page.connection.runAgain();
        await rest(() => page.isIdle, look);
      }
      await expectFresh(page);
    }
  } finally {
    had.end();
    page.close();
  }
}

/** True where the page says that the engine was stopped over something, and offers to run again. */
function excused({ hang, failure, outcome }: Results): boolean {
  return hang !== null || failure !== null || outcome.stopped.size > 0;
}

async function expectFresh(page: PageState): Promise<void> {
  const shown = results.getState();
  const { sight } = page;
  const fresh = await freshResults(page);
  expect(ofTexts(shown, sight)).toEqual(ofTexts(fresh, sight));
  if (!shown.stale) {
    expect(ofOutcome(shown.outcome, sight)).toEqual(ofOutcome(fresh.outcome, sight));
    return;
  }
  // Only where the text beside it does not compile.
  expect(fresh.outcome.info === null || fresh.documents.some(({ ok }) => !ok)).toBe(true);
  // Then the last good rule is shown, on the events beside it; on those of then once the engine has been restarted.
  const { rule, events } = shown.outcome;
  const last = await freshResults(page, shown.isFinal ? { rule, events } : { rule });
  const parts = ({ outcome }: Results) => {
    const { repairs, page, variants, document, ...rest } = ofOutcome(outcome, sight);
    // The settings may have changed since.
    return shown.isFinal ? { info: rest.info } : rest;
  };
  expect(parts(shown)).toEqual(parts(last));
}

/** The texts that each sheet has had: what is shown beside one was never made from another's. */
class TextsHad {
  private readonly had = new Map<string, Set<string>>();
  readonly end = session.subscribe((now) => this.add(now));

  constructor() {
    this.add(session.getState());
  }

  expectOwn({ outcome, ruleText, eventsText, documents, hang }: Results): void {
    const had = this.had.get(session.getState().sheet)!;
    const shown = [outcome.rule, outcome.events, ruleText, eventsText, ...(hang ? [hang.rule] : [])];
    expect(shown.filter((text) => !had.has(text))).toEqual([]);
    if (ruleText === '') expect(documents).toEqual([]);
  }

  private add({ sheet, rule, events }: Session): void {
    const had = this.had.get(sheet) ?? new Set(['']);
    this.had.set(sheet, had.add(rule).add(events));
  }
}

/** What is shown is of the texts as they are or says that it is not, and each range is on the characters that it was. */
function expectOwnTexts(shown: Results, { rule, events }: Session): void {
  const { outcome, awaited, stale, hang, failure, ruleText, eventsText } = shown;
  const isOwn = outcome.rule === rule && outcome.events === events;
  if (outcome.run > 0 && !stale && !awaited && hang === null && failure === null) expect(isOwn).toBe(true);
  const texts = { rule: { now: rule }, events: { now: events } };
  const expectPlaces = (
    side: 'rule' | 'events',
    of: string,
    ranges: readonly { start: number; end: number }[],
  ) => {
    const place = placesIn(side, of);
    for (const range of ranges) {
      const now = place(range);
      const was = of.slice(range.start, range.end);
      if (now && texts[side].now.slice(now.start, now.end) !== was)
        expect(texts[side].now.slice(now.start, now.end)).toBe(was);
    }
  };
  const marks = [...outcome.marks.values()].flat();
  const { info, verdicts } = outcome;
  expectPlaces('rule', outcome.rule, [
    ...(info?.values ?? []).map(({ range }) => range),
    ...(info?.selections ?? []).flatMap(({ range, uses }) => [range, ...uses]),
    ...marks.map(({ rule }) => rule),
  ]);
  expectPlaces('events', outcome.events, [
    ...marks.map(({ text }) => text),
    ...Array.from({ length: verdicts.length }, (_, i) => rangeOf(verdicts, i)),
  ]);
  expectPlaces(
    'rule',
    ruleText,
    shown.ruleProblems.map(({ range }) => range),
  );
  expectPlaces(
    'events',
    eventsText,
    shown.eventProblems.map(({ range }) => range),
  );
}
