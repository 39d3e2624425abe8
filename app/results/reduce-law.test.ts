import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { isEarlier, type KeptPart, type Outcome } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';
import { beginning, type RecordedRun, Recorder, SETTINGS } from './testing';
import { rangeOf, sourceOf, verdictOf } from './verdict-columns';

/*
 * A law: in whatever order messages arrive, and whichever are lost, the state is one that a single run could have given,
 * or it says that it belongs to an earlier rule.
 */

const rule = (value: string, more = '') =>
  `title: T\nlogsource: {product: test}\ndetection:\n    s: {k: ${value}}\n    condition: s\n${more}`;
const COUNT =
  'title: C\ncorrelation: {type: event_count, rules: [a], group-by: [k], timespan: 1m, condition: {gte: 1}}\n';
const events = (...values: readonly string[]) => values.map((k) => JSON.stringify({ k })).join('\n');

const RULES = [
  rule('a'),
  rule('b'),
  `${rule('a', 'name: a\n')}---\n${COUNT}`,
  // In the middle of an edit of the first, and of neither.
  `x: [1\n${rule('a')}`,
  'title: N',
  '',
];
const EVENTS = [events('a', 'b', 'a', 'c'), events('b'), events('c', 'a', 'b', 'b', 'a'), ''];
/** What a user does step by step: a rule, events, whether a version is pinned, whether the engine is new. */
const LIVES: readonly (readonly (readonly [
  rule: number,
  events: number,
  pinned?: boolean,
  restart?: boolean,
])[])[] = [
  [
    [0, 0],
    [1, 0],
    [1, 2],
    [3, 2],
    [0, 2],
  ],
  [
    [0, 0],
    [3, 0],
    [3, 1],
    [4, 1],
    [5, 1],
    [1, 1],
  ],
  [
    [2, 0],
    [2, 2],
    [0, 2],
    [2, 1, true],
    [1, 1, true],
  ],
  [
    [0, 0],
    [0, 0, false, true],
    [3, 0, false, true],
    [0, 2],
  ],
  [
    [4, 0],
    [0, 0],
    [4, 3],
    [1, 3],
    [1, 0],
  ],
];

let lives: (readonly RecordedRun[])[] = [];

beforeAll(async () => {
  lives = await Promise.all(
    LIVES.map(async (steps) => {
      let recorder = new Recorder();
      const runs: RecordedRun[] = [];
      for (const [r, e, pinned, restart] of steps) {
        if (restart) recorder = new Recorder(runs.length);
        const settings = pinned ? { ...SETTINGS, pinned: RULES[0]! } : SETTINGS;
        const recorded = await recorder.asks(RULES[r]!, EVENTS[e]!, { settings });
        runs.push({ ...recorded, told: [...recorded.told, ...(await recorder.looks(1))] });
      }
      return runs;
    }),
  );
});

/** How the messages of a run arrive: which ones, in what order, and how long after the next run has begun. */
interface Delivery {
  readonly told: readonly { readonly index: number; readonly late: boolean }[];
  readonly end: 'ended' | 'failed' | 'lost' | 'never';
  readonly waits: boolean;
  /** The page believes that it already has the answers. */
  readonly again: boolean;
}

const delivery: fc.Arbitrary<Delivery> = fc.record({
  told: fc.oneof(
    // In order, with some lost.
    fc
      .subarray(Array.from({ length: 40 }, (_, i) => i))
      .map((all) => all.map((index) => ({ index, late: false }))),
    fc.array(fc.record({ index: fc.nat(40), late: fc.boolean() }), { maxLength: 30 }),
  ),
  end: fc.constantFrom('ended', 'ended', 'failed', 'lost', 'never'),
  waits: fc.boolean(),
  again: fc.boolean(),
});

function messagesOf(runs: readonly RecordedRun[], deliveries: readonly Delivery[]): Message[] {
  const messages: Message[] = [];
  let late: Message[] = [];
  for (const [i, recorded] of runs.entries()) {
    const { told, end, waits, again } = deliveries[i]!;
    const { run } = recorded;
    messages.push(...beginning(recorded, again), ...late);
    late = [];
    for (const { index, late: isLate } of told) {
      const message = recorded.told[index % recorded.told.length];
      if (message) (isLate ? late : messages).push(message);
    }
    if (waits) messages.push({ kind: 'waited', run });
    if (end === 'lost') messages.push({ kind: 'lost', loss: { crash: 'x' } });
    else if (end !== 'never') messages.push({ kind: 'ended', run, failure: end === 'failed' ? 'x' : null });
  }
  return [...messages, ...late];
}

/** The parts of an outcome that come from its own run, whatever was before. */
function ownPart(outcome: Outcome): Record<string, unknown> {
  const { run, origins, verdicts, ...parts } = outcome;
  const all = Array.from({ length: verdicts.length }, (_, i) => [
    verdictOf(verdicts, i),
    rangeOf(verdicts, i),
    sourceOf(verdicts, i),
  ]);
  const kept = Object.fromEntries(
    (Object.keys(origins) as KeptPart[]).map((part) => [
      part,
      isEarlier(outcome, part) ? 'earlier' : parts[part],
    ]),
  );
  return { ...parts, ...kept, verdicts: all, tally: verdicts.tally };
}

/** What each run alone gave before the next began, from an engine that knew no other rule. */
class Alone {
  private readonly states = new Map<number, State>();
  private newest: number | null = null;

  take(message: Message): void {
    const state = this.newest === null ? START : this.states.get(this.newest)!;
    const next = reduce(state, message);
    if (message.kind !== 'began') {
      if (this.newest !== null) this.states.set(this.newest, next);
      return;
    }
    // The same question asked again continues the run before.
    const isAgain = this.newest !== null && next.newest.outcome.run === this.newest;
    if (!isAgain) this.newest = message.run;
    this.states.set(this.newest!, isAgain ? next : reduce(START, message));
  }

  outcomeOf(run: number): Outcome {
    return this.states.get(run)!.newest.outcome;
  }
}

test('the results are those of one run alone, or say that they are not', () => {
  fc.assert(
    fc.property(
      fc.nat(LIVES.length - 1),
      fc.array(delivery, { minLength: 6, maxLength: 6 }),
      (life, deliveries) => {
        const runs = lives[life]!;
        const alone = new Alone();
        let state: State = START;
        for (const message of messagesOf(runs, deliveries)) {
          const before = state.shown;
          state = reduce(state, message);
          alone.take(message);
          if (state.shown !== before) expectOneRun(state, runs, alone);
        }
      },
    ),
    { numRuns: 200 },
  );
});

function expectOneRun(
  { shown: { outcome, stale } }: State,
  runs: readonly RecordedRun[],
  alone: Alone,
): void {
  if (stale) {
    // From an earlier rule, which compiled.
    expect(outcome.info).not.toBeNull();
    expect(RULES.slice(0, 3)).toContain(outcome.rule);
    return;
  }
  const question = runs.find(({ run }) => run === outcome.run)?.question;
  if (!question) return;
  expect([outcome.rule, outcome.events]).toEqual([question.rule, question.events]);
  const given = ownPart(alone.outcomeOf(outcome.run));
  const here = ownPart(outcome);
  // What is kept from an earlier run says so.
  for (const [part, value] of Object.entries(given))
    if (here[part] !== 'earlier' && here[part] !== value)
      expect({ [part]: here[part] }).toEqual({ [part]: value });
}
