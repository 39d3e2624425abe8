import { beforeAll, expect, test } from 'vitest';
import { NO_RESULTS, type Results } from '../results/outcome';
import { reduce } from '../results/reduce';
import { type Message, START } from '../results/run-state';
import { beginning, type RecordedRun, Recorder, whole } from '../results/testing';
import type { Hang } from '../workers/engine/client';
import { waitingWords } from './waiting-words';

/*
 * A panel says that it loads only while its content may still come.
 */

const RULE = 'title: T\ndetection:\n    s: {k: a}\n    condition: s\n';
const BROKEN = `x: [1\n${RULE}`;
const EVENTS = '{"k":"a"}';
const HANG: Hang = { rule: RULE, what: '(x+)+', range: null, doing: 'evaluate', event: null };

let good: RecordedRun;
let broken: RecordedRun;
let never: RecordedRun;
let empty: RecordedRun;

beforeAll(async () => {
  const recorder = new Recorder();
  good = await recorder.asks(RULE, EVENTS);
  broken = await recorder.asks(BROKEN, EVENTS);
  empty = await new Recorder().asks('# nothing\n', EVENTS);
  never = await new Recorder().asks('title: none', EVENTS);
});

const after = (messages: readonly Message[]): Results => messages.reduce(reduce, START).shown;
const LOADS = /^Loading…$/;
const STOPPED = /^The engine was stopped/;
const NO_RULE = /^The rule does not compile/;

const CASES: readonly (readonly [string, () => Results, RegExp])[] = [
  ['before anything was asked', () => NO_RESULTS, LOADS],
  ['while the first run is on its way', () => after(beginning(good)), LOADS],
  ['after a run, while a panel’s own content is on its way', () => after(whole(good)), LOADS],
  ['of a rule that never compiled', () => after(whole(never)), NO_RULE],
  ['of a text without a rule', () => after(whole(empty)), /^There is no rule yet/],
  ['while the last good rule is shown', () => after([...whole(good), ...whole(broken)]), NO_RULE],
  ['after the rule hung', () => after([...whole(good), { kind: 'lost', loss: { hang: HANG } }]), STOPPED],
  [
    'after the engine fell over',
    () => after([...whole(good), { kind: 'lost', loss: { crash: 'x' } }]),
    STOPPED,
  ],
  [
    'after the engine fell over, and has come to an end again',
    () =>
      after([
        ...whole(good),
        { kind: 'lost', loss: { crash: 'x' } },
        ...beginning({ ...good, run: 9 }, true),
        { kind: 'ended', run: 9, failure: null },
      ]),
    LOADS,
  ],
  [
    'after one event hung, which stops nothing else',
    () => after([...whole(good), { kind: 'lost', loss: { hang: { ...HANG, event: 0 } } }]),
    LOADS,
  ],
];

test.each(CASES)('%s', (_, results, words) => {
  expect(waitingWords(results())).toMatch(words);
});
