import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LessonWork, Wanted } from '../../src/teach';
import { isObject, type Reader, readIndex, readMoment, readOneOf, readString } from '../state/fields';
import { readLessonName } from '../state/session';
import { forget, keysFrom, load, save } from '../state/storage';
import { notify } from '../ui/notices';

/*
 * How far a learner has come, in the browser: each lesson under a key of its own, so that a damaged one harms no other.
 */

/** How far a learner has come in one lesson. */
export interface Progress {
  readonly state: 'tried' | 'passed';
  /** How many versions were tried. */
  readonly tries: number;
  /** How many steps of help were asked for. */
  readonly helped: number;
  /** True if a solution was shown before one passed. */
  readonly sawSolution: boolean;
  /** The work as it was left. */
  readonly work: LessonWork;
  /** The last work that passed; null if none has. */
  readonly passed: LessonWork | null;
  /** When a version was last tried, in milliseconds since 1970. */
  readonly at: number;
}

/** The progress in all lessons, by their names. */
export interface AllProgress {
  readonly of: ReadonlyMap<string, Progress>;
  /** The lessons whose progress is there and cannot be read. */
  readonly damaged: readonly string[];
}

const PART = 'lesson.';

const readWanted = readOneOf(['match', 'no match'] as const);

/** Reads a work of a lesson. */
export const readLessonWork: Reader<LessonWork> = (value) => {
  if (!isObject(value)) return undefined;
  const [rule, events] = [readString(value.rule), readString(value.events)];
  if (rule === undefined || events === undefined || !Array.isArray(value.expected)) return undefined;
  const expected = value.expected.map((one: unknown): Wanted | null => readWanted(one) ?? null);
  return { rule, events, expected };
};

/** Reads the progress in a lesson; undefined if a part of it is missing or broken. */
export const readProgress: Reader<Progress> = (value) => {
  if (!isObject(value)) return undefined;
  const state = readOneOf(['tried', 'passed'] as const)(value.state);
  const [tries, at, work] = [readIndex(value.tries), readMoment(value.at), readLessonWork(value.work)];
  const helped = readIndex(value.helped) ?? 0;
  const sawSolution = value.sawSolution === true;
  const passed = readLessonWork(value.passed) ?? null;
  if (state === undefined || tries === undefined || at === undefined || work === undefined) return undefined;
  return state === 'passed' && passed === null
    ? undefined
    : { state, tries, helped, sawSolution, work, passed, at };
};

/** Looks up the progress that the browser has kept. */
function found(): AllProgress {
  const names = keysFrom(PART, 'browser').flatMap((key) => readLessonName(key.slice(PART.length)) || []);
  const read = names.map((name) => [name, load(PART + name, readProgress)] as const);
  return {
    of: new Map(read.flatMap(([name, one]) => (one ? [[name, one] as const] : []))),
    damaged: read.flatMap(([name, one]) => (one ? [] : [name])),
  };
}

/** The progress. Outside React, read it through `progress.getState()`. */
export const progress = createStore<AllProgress>(found);

/** The part of it that `select` returns; the component renders again when it changes. */
export function useProgress<T>(select: (state: AllProgress) => T): T {
  return useStore(progress, select);
}

/** Keeps the progress in a lesson. Where the browser has no room for it, it is there until the page is left. */
export function setProgress(name: string, one: Progress): void {
  progress.setState(({ of, damaged }) => ({
    of: new Map(of).set(name, one),
    damaged: damaged.filter((other) => other !== name),
  }));
  if (save(PART + name, one) === 'kept') return;
  notify({
    key: 'progress',
    text: 'This browser has no room for your progress in the course. Save it as a file before you leave.',
    for: 12_000,
  });
}

/** The progress in a lesson of which nothing is kept yet. */
export function firstProgress(work: LessonWork): Progress {
  return { state: 'tried', tries: 0, helped: 0, sawSolution: false, work, passed: null, at: Date.now() };
}

/** Counts that a solution of a lesson was shown, unless one has passed already. */
export function countSolution(name: string, work: LessonWork): void {
  const known = progress.getState().of.get(name) ?? firstProgress(work);
  if (known.passed === null && !known.sawSolution) setProgress(name, { ...known, sawSolution: true });
}

/** Forgets the progress in lessons. */
export function forgetProgress(names: readonly string[]): void {
  for (const name of names) forget(PART + name);
  progress.setState(({ of, damaged }) => ({
    of: new Map([...of].filter(([name]) => !names.includes(name))),
    damaged: damaged.filter((name) => !names.includes(name)),
  }));
}

/** Looks up once more what the browser has kept: another tab may have changed it. */
export function refresh(): void {
  progress.setState(found(), true);
}
