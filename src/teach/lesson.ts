import type { EventFormat } from '../event';
import type { SpecVersion } from '../knowledge';

/*
 * A lesson, as plain data: it can stand in a file of JSON or YAML, in a link, and be posted. `docs/lessons.md` says how
 * to write one; `readLesson` checks one that comes from outside.
 */

/** What must be found, and what must not. */
export type Wanted = 'match' | 'no match';

/**
 * What the learner works on. `rule`: edits the rule. `events`: edits the events, for a rule that is given. `tests`: says
 * what is expected of the events, so that faulty rules are caught.
 */
export const TASKS = ['rule', 'events', 'tests'] as const;
export type Task = (typeof TASKS)[number];

/** The learner's work. A task looks only at the part that it is about. */
export interface LessonWork {
  readonly rule: string;
  /** As the editor shows them. */
  readonly events: string;
  /** What is expected of each event, by its place in the text; null where nothing is. */
  readonly expected: readonly (Wanted | null)[];
}

/** Parts of a work; the lesson's own beginning stands for what is missing. */
export type Answer = Partial<LessonWork>;

/** An answer that passes. */
export interface Solution extends Answer {
  /** How it does it, in a sentence. */
  readonly does: string;
}

/** A typical answer that does not pass, and the hint that it must get. */
export interface WrongAnswer extends Answer {
  /** The mistake, in a few words. */
  readonly what: string;
  readonly hint: {
    /** What the hint is about: `event 2` (from 1), the code of a problem, the `kind` of what is held back, or `firings`. */
    readonly about: string;
    /** Words that stand in one of its three steps. */
    readonly says?: string;
  };
}

/** What is common to all that is held back. */
interface Held {
  /** What sort it is, in words that finish the sentence "It misses …": `the same program under another name`. */
  readonly kind: string;
  /** What to do about it, in a sentence: told as the last hint if the engine's own would give it away. */
  readonly tip?: string;
}

/** One event that the learner does not see, or several for a correlation. */
export interface HeldEvents extends Held {
  /** In any format. */
  readonly text: string;
  /** `match`: the rule finds at least one of the events. `no match`: it finds none. */
  readonly expected: Wanted;
  /** How often correlations must fire on them. */
  readonly fires?: number;
}

/** Another rule over the learner's events: it says what they must still be. */
export interface HeldRule extends Held {
  readonly rule: string;
  /** What it must say of each event, by its place in the text; null where it does not matter. */
  readonly expected: readonly (Wanted | null)[];
}

/** A rule with a fault, which the learner's expectations must catch. */
export interface FaultyRule extends Held {
  readonly rule: string;
}

/** What the events are evaluated with. */
export interface LessonSettings {
  readonly ignoreLogsource?: boolean;
  readonly placeholders?: Readonly<Record<string, readonly string[]>>;
  /** An event's own name of a field to the name that rules use. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** The one format to read all events as; absent: as recognised. */
  readonly format?: EventFormat;
  /** The version of the specification to read rules as that name none; absent: the published one. */
  readonly spec?: SpecVersion;
}

/** Where the cursor goes when the lesson opens: this text is selected, where it first stands. */
export interface LessonStart {
  readonly in: 'rule' | 'events';
  readonly select: string;
}

interface LessonBase {
  /** Lower-case letters, digits and hyphens. It stands in links. */
  readonly id: string;
  readonly title: string;
  /** The part of the course that it belongs to. */
  readonly chapter: string;
  /** One line for the list. */
  readonly teaches: string;
  /** How long it takes. */
  readonly minutes?: number;
  /** What and why, with a worked example. A few forms of Markdown (`readText`). */
  readonly text: string;
  /** What to reach, in a sentence. */
  readonly goal: string;
  /** The rule to begin with. */
  readonly rule: string;
  /** The events on screen. */
  readonly events: string;
  /**
   * What is wanted of each event on screen, by its place in the text; null where it does not matter. An event is found if a
   * rule that alerts matches it, or if it is in a firing of a correlation that alerts. In a task of `tests`: what is
   * expected at the beginning.
   */
  readonly expected: readonly (Wanted | null)[];
  readonly settings?: LessonSettings;
  readonly solutions: readonly Solution[];
  readonly wrong: readonly WrongAnswer[];
  /** The author's own hints, from the first step on, where the engine has nothing better to say. */
  readonly hints?: readonly string[];
  readonly starts?: LessonStart;
}

/** Change the rule so that it finds what is wanted, on screen and held back. */
export interface RuleLesson extends LessonBase {
  readonly task: 'rule';
  /** How often correlations must fire on the events on screen. */
  readonly fires?: number;
  readonly held: readonly HeldEvents[];
}

/** Write or change events so that the given rule says of each what is wanted. */
export interface EventsLesson extends LessonBase {
  readonly task: 'events';
  readonly held: readonly HeldRule[];
}

/** Say what is expected of events so that the given rule passes, and each faulty one fails. */
export interface TestsLesson extends LessonBase {
  readonly task: 'tests';
  readonly held: readonly FaultyRule[];
}

export type Lesson = RuleLesson | EventsLesson | TestsLesson;

/** Several lessons in order. */
export interface Course {
  readonly title: string;
  /** A few sentences about it; may be empty. */
  readonly about: string;
  readonly lessons: readonly Lesson[];
}

/** The work that a lesson begins with. */
export function beginning({ rule, events, expected, task }: Lesson): LessonWork {
  return { rule, events, expected: task === 'tests' ? expected : [] };
}

/** An answer as a whole work. */
export function workOf(lesson: Lesson, { rule, events, expected }: Answer): LessonWork {
  const begun = beginning(lesson);
  return {
    rule: rule ?? begun.rule,
    events: events ?? begun.events,
    expected: expected ?? begun.expected,
  };
}
