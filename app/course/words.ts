import type { Grade, HeldResult, Lesson, ShownResult, Task } from '../../src/teach';
import { prose, unmarked, type Words } from '../../src/text';
import { count } from '../ui/count';
import type { Progress } from './progress';

/*
 * What the page says of lessons.
 */

/** How far a learner has come: a sign and a word, for a sign alone says nothing to many. */
export const STATES = {
  new: { sign: '○', word: 'new' },
  tried: { sign: '◐', word: 'tried' },
  passed: { sign: '✓', word: 'passed' },
} as const;
export type State = keyof typeof STATES;

/** The state of a lesson of which this is kept. */
export function stateOf(one: Progress | undefined): State {
  return one?.state ?? 'new';
}

/** What is wanted of an event on screen. */
export function wantedWords({ expected }: Pick<ShownResult, 'expected'>): string {
  return expected === 'match' ? 'must match' : 'must not match';
}

/** What came of an event on screen. */
export function foundWords({ found, isMissing }: Pick<ShownResult, 'found' | 'isMissing'>): string {
  if (isMissing) return 'is missing';
  if (found === null) return 'cannot be read';
  return found === 'match' ? 'matches' : 'does not match';
}

/** What is told of something held back that is not as it should be. */
export function heldWords(task: Task, { kind, fault }: HeldResult): Words {
  return prose(heldSentence(task, kind, fault));
}

function heldSentence(task: Task, kind: string, fault: HeldResult['fault']): string {
  if (task === 'tests') return `It lets a faulty rule through: ${kind}.`;
  if (task === 'events') return `They still need: ${kind}.`;
  if (fault === 'missed') return `It misses ${kind}.`;
  if (fault === 'found') return `It also finds ${kind}.`;
  return `It fires too often or too rarely: ${kind}.`;
}

/** What a lesson holds back: one of them. */
const HELD_NAMES: Readonly<Record<Task, string>> = {
  rule: 'more event',
  events: 'more rule',
  tests: 'faulty rule',
};

/** How much is held back, while what is on screen is not right yet. */
export function heldBackWords(task: Task, held: number): string {
  const [is, shows] = held === 1 ? ['is', 'It shows'] : ['are', 'They show'];
  const what = count(held, HELD_NAMES[task]);
  return `${what} ${is} held back. ${shows} whether the idea is right, once what is on screen is.`;
}

/** What is told where the part that a lesson gives was changed. */
export const GIVEN_CHANGED = {
  rule: 'This lesson grades its own rule; you changed the one in the editor.',
  events: 'This lesson grades its own events; you changed those in the editor.',
} as const;

/** What a try is called. */
export const WORK_NAMES: Readonly<Record<Task, string>> = {
  rule: 'Your rule',
  events: 'Your events',
  tests: 'Your tests',
};

/** True if all that is on screen is as wanted. What is held back is told only then. */
export function isShownMet({ shown, firings }: Grade): boolean {
  return shown.every(({ isMet }) => isMet) && (firings?.isMet ?? true);
}

/** A grade in sentences, for a screen reader. */
export function gradeWords({ task, title }: Pick<Lesson, 'task' | 'title'>, grade: Grade): string {
  const { problem, shown, firings, held, isPassed } = grade;
  if (problem) return `Not yet: ${unmarked(problem.says)}`;
  if (isPassed) return `Passed: ${title}.`;
  const wrong = shown.filter(({ isMet }) => !isMet);
  const said = wrong.map((one) => `Event ${one.event + 1} ${wantedWords(one)}, but ${foundWords(one)}.`);
  if (firings && !firings.isMet) said.push(firingsWords(firings));
  if (said.length > 0) return `Not yet. ${said.join(' ')}`;
  const faults = held.filter(({ fault }) => fault !== null);
  const right = held.length - faults.length;
  return `What is on screen is right; of what is held back, ${right} of ${held.length}. ${faults
    .map((one) => unmarked(heldWords(task, one)))
    .join(' ')}`;
}

/** How often correlations fire, and how often they must. */
export function firingsWords({ expected, found }: NonNullable<Grade['firings']>): string {
  return `The correlation must fire ${times(expected)} and fires ${times(found)}.`;
}

function times(n: number): string {
  return n === 0 ? 'never' : n === 1 ? 'once' : n === 2 ? 'twice' : `${count(n, 'time')}`;
}

/** How long a lesson takes. */
export function minutesWords(minutes: number | undefined): string {
  return minutes === undefined ? '' : `${minutes} min`;
}
