import type { Hang } from '../workers/engine/client';
import type { Results } from './outcome';
import { reduce } from './reduce';
import { type Message, START, type State } from './run-state';
import { beginning, type RecordedRun, Recorder, whole } from './testing';
import { matchingOf } from './verdict-columns';

/* Runs of the engine, orders in which their messages may arrive, and what the page then shows. */

export const rule = (value: string, title = 'T') =>
  `title: ${title}\nlogsource: {product: test}\ndetection:\n    s: {k: ${value}}\n    condition: s\n`;
export const EVENTS = ['a', 'b', 'a', 'c'].map((k) => JSON.stringify({ k })).join('\n');
export const A = rule('a');
export const B = rule('b');
/** A line that is not YAML above a rule. */
export const BROKEN = `x: [1\n${A}`;

export const HANG: Hang = { rule: A, what: '(x+)+', range: null, doing: 'explain', event: 2 };

/** What the user sees, in short. */
export function seen({ outcome, stale, running, settled, hang, failure }: Results): string {
  const what = outcome.info ? `${outcome.rule === A ? 'A' : outcome.rule === B ? 'B' : '?'}` : 'no rule';
  const matches = outcome.info ? ` ${matchingOf(outcome.verdicts).join('')}` : '';
  const marks = [...outcome.marks.values()].flat().length > 0 ? ' marked' : '';
  const state = [
    stale && 'stale',
    running && 'running',
    !settled && 'new',
    hang && 'hang',
    failure && 'failed',
  ];
  return `${what}${matches}${marks} of ${outcome.total}${state.flatMap((word) => (word ? [` ${word}`] : [])).join('')}`;
}

export const replay = (messages: readonly Message[], from: State = START) => messages.reduce(reduce, from);
export const of = (run: RecordedRun, ...kinds: string[]) =>
  run.told.filter((m) => m.kind === 'told' && kinds.includes(m.message.kind));
export const ended = ({ run }: RecordedRun, failure: string | null = null): Message => ({
  kind: 'ended',
  run,
  failure,
});
export const waited = ({ run }: RecordedRun): Message => ({ kind: 'waited', run });
export const lost: Message = { kind: 'lost', loss: { hang: HANG } };

export let first: RecordedRun;
export let second: RecordedRun;
export let broken: RecordedRun;
export let other: RecordedRun;
/** The first question, asked of a new engine. */
export let again: RecordedRun;
/** The broken text, asked of a new engine. */
export let brokenAnew: RecordedRun;
export let look: readonly Message[];

/** Records the runs. Call it before you use the messages of a case. */
export async function record(): Promise<void> {
  const recorder = new Recorder();
  first = await recorder.asks(A, EVENTS);
  look = await recorder.looks(2);
  second = await recorder.asks(B, EVENTS);
  await recorder.asks(A, EVENTS);
  broken = await recorder.asks(BROKEN, EVENTS);
  other = await recorder.asks('title: N', EVENTS);
  const anew = await new Recorder().asks(A, EVENTS);
  again = { ...anew, run: 7, told: anew.told.map((m) => ({ ...m, run: 7 }) as Message) };
  const none = await new Recorder().asks(BROKEN, EVENTS);
  brokenAnew = { ...none, run: 8, told: none.told.map((m) => ({ ...m, run: 8 }) as Message) };
}

export interface Case {
  readonly name: string;
  readonly messages: () => readonly Message[];
  readonly seen: string;
}

export const CASES: readonly Case[] = [
  { name: 'nothing yet', messages: () => [], seen: 'no rule of 0 new' },
  { name: 'a run', messages: () => whole(first), seen: 'A 02 marked of 4' },
  {
    name: 'a run shows nothing of itself before it has marks',
    messages: () => [...whole(first), ...beginning(second), ...of(second, 'rule', 'events', 'verdicts')],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'then all at once',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts', 'marks'),
    ],
    seen: 'B 1 marked of 4 running',
  },
  {
    name: 'or what there is, after a while',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts'),
      waited(second),
    ],
    seen: 'B 1 of 4 running',
  },
  {
    name: 'a rule that takes long to compile does not empty the screen',
    messages: () => [...whole(first), ...beginning(second), waited(second)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'and is shown as soon as it is compiled',
    messages: () => [...whole(first), ...beginning(second), waited(second), ...of(second, 'rule')],
    seen: 'B  of 0 running',
  },
  {
    name: 'late messages of an older run change nothing',
    messages: () => [...whole(first), ...whole(second), ...first.told, ended(first, 'no')],
    seen: 'B 1 marked of 4',
  },
  {
    name: 'messages of a run that has not begun change nothing',
    messages: () => [...whole(first), ...second.told, ended(second)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'a run that begins twice begins once',
    messages: () => [...whole(first), ...whole(second), ...beginning(second), ...beginning(first)],
    seen: 'B 1 marked of 4',
  },
  {
    name: 'everything twice is as good as once',
    messages: () => [...beginning(first), ...first.told.flatMap((m) => [m, m]), ended(first), ended(first)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'everything out of turn is as good as in turn',
    messages: () => [...beginning(first), ...[...first.told].reverse(), ended(first)],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'what was lost is missing, and nothing older stands in its place',
    messages: () => [...whole(first), ...beginning(second), ...of(second, 'rule', 'events'), ended(second)],
    seen: 'B  of 4',
  },
  {
    name: 'a run of which nothing came leaves nothing of the one before',
    messages: () => [...whole(first), ...beginning(second), ended(second)],
    seen: 'no rule of 0',
  },
  {
    name: 'a run that fails says so, and shows what there is',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events'),
      ended(second, 'no'),
    ],
    seen: 'B  of 4 failed',
  },
  {
    name: 'what a look gives is taken in after the run has ended',
    messages: () => [...whole(first), ...look],
    seen: 'A 02 marked of 4',
  },
  {
    name: 'a text that does not compile shows the last good rule, marked as such',
    messages: () => [...whole(first), ...whole(broken)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'a text that does not compile and is another rule shows no rule',
    messages: () => [...whole(first), ...whole(other)],
    seen: 'no rule of 4',
  },
  {
    name: 'and goes on showing none until one compiles',
    messages: () => [...whole(first), ...whole({ ...other, run: 2, told: [] }), ...whole(broken)],
    seen: 'no rule of 4',
  },
  {
    name: 'a first text that does not compile shows the events alone',
    messages: () => whole(brokenAnew),
    seen: 'no rule of 4',
  },
  {
    name: 'a loss says so, and shows what there is',
    messages: () => [...whole(first), lost],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'a loss in the middle of a run',
    messages: () => [
      ...whole(first),
      ...beginning(second),
      ...of(second, 'rule', 'events', 'verdicts'),
      lost,
    ],
    seen: 'B 1 of 4 hang',
  },
  {
    name: 'after a restart what was told stays on show, and so does what hung',
    messages: () => [...whole(first), lost, ...beginning(again, true), ...of(again, 'rule', 'events')],
    seen: 'A 02 marked of 4 running hang',
  },
  {
    name: 'until the same has been told again',
    messages: () => [...whole(first), lost, ...beginning(again, true), ...again.told, ended(again)],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'the lost worker’s last words mean nothing',
    messages: () => [
      ...whole(first),
      lost,
      ...beginning(again, true),
      ...first.told,
      ...again.told,
      ended(again),
    ],
    seen: 'A 02 marked of 4 hang',
  },
  {
    name: 'an engine that was restarted knows no good rule: the outcome on show stays, marked as such',
    messages: () => [...whole(first), lost, ...whole(brokenAnew)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'an engine that was restarted without a word, likewise',
    messages: () => [...whole(first), { kind: 'started' }, ...whole(brokenAnew)],
    seen: 'A 02 marked of 4 stale',
  },
  {
    name: 'a question that only looks the same begins anew',
    messages: () => [
      ...whole(second),
      lost,
      ...beginning(again, true),
      ...of(again, 'rule', 'events'),
      waited(again),
    ],
    seen: 'A  of 4 running',
  },
];
