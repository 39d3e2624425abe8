import { FORMAT_NAMES } from '../../../src/event';
import type { Lesson, LessonSettings, RuleLesson, Wanted } from '../../../src/teach';
import {
  isObject,
  type Reader,
  readBoolean,
  readIndex,
  readOneOf,
  readRecord,
  readSpec,
  readString,
  readStrings,
} from '../../state/fields';
import { eventTexts } from '../lesson-work';
import { eventsApart } from './apart';

/*
 * A lesson while it is written: what a form can hold, complete or not. Its events stand in one list, whether they are shown
 * or held back.
 */

export interface DraftEvent {
  readonly text: string;
  readonly expected: Wanted | null;
  readonly isHeld: boolean;
  /** What sort of event it is, if it is held back. */
  readonly kind: string;
}

export interface DraftSolution {
  readonly rule: string;
  readonly does: string;
}

export interface DraftLesson {
  readonly title: string;
  readonly chapter: string;
  readonly teaches: string;
  /** 0 where nothing is said. */
  readonly minutes: number;
  readonly text: string;
  readonly goal: string;
  /** The rule to begin with. */
  readonly rule: string;
  readonly events: readonly DraftEvent[];
  readonly settings: LessonSettings;
  readonly solutions: readonly DraftSolution[];
  readonly hints: readonly string[];
}

/** A lesson of a course that is written: in the form, or from a file with a task that the form does not know. */
export type Drafted =
  | { readonly kind: 'form'; readonly id: string; readonly draft: DraftLesson }
  | { readonly kind: 'file'; readonly id: string; readonly lesson: Lesson };

/** A course that is written. */
export interface DraftCourse {
  readonly title: string;
  readonly about: string;
  readonly lessons: readonly Drafted[];
}

export const NO_DRAFT: DraftCourse = { title: '', about: '', lessons: [] };

/** What a rule to begin with has where there is none yet. */
const FIRST_RULE = `title: Your rule
logsource:
    category: process_creation
    product: windows
`;

const NO_DETECTION = `detection:
    selection:
        Image: ''
    condition: selection
`;

/** A rule to begin with: what stands above the detection of a rule, with nothing to detect yet. */
export function ruleBefore(rule: string): string {
  const at = /^detection:[ \t]*$/m.exec(rule)?.index ?? 0;
  return (at === 0 ? FIRST_RULE : rule.slice(0, at)) + NO_DETECTION;
}

/** The lesson as a learner gets it; `id` is its own. */
export function lessonOf(drafted: Drafted): Lesson {
  if (drafted.kind === 'file') return drafted.lesson;
  const { id, draft } = drafted;
  const { title, chapter, teaches, minutes, text, goal, rule, settings, solutions, hints } = draft;
  const shown = draft.events.filter(({ isHeld }) => !isHeld);
  const said = hints.filter((hint) => hint.trim() !== '');
  return {
    id,
    title,
    chapter,
    teaches,
    ...(minutes > 0 ? { minutes } : {}),
    text,
    task: 'rule',
    goal,
    rule,
    events: shown.map((one) => one.text).join('\n'),
    expected: shown.map(({ expected }) => expected),
    ...(Object.keys(settings).length > 0 ? { settings } : {}),
    held: draft.events.flatMap((one) =>
      one.isHeld ? [{ kind: one.kind, text: one.text, expected: one.expected ?? 'match' }] : [],
    ),
    solutions,
    wrong: [],
    ...(said.length > 0 ? { hints: said } : {}),
  };
}

/** A lesson from a file, for the form as far as that can hold it. */
export function draftedOf(lesson: Lesson): Drafted {
  const { id } = lesson;
  return lesson.task === 'rule' && fitsForm(lesson)
    ? { kind: 'form', id, draft: draftOf(lesson) }
    : { kind: 'file', id, lesson };
}

/** True if the form keeps all that the lesson has. */
function fitsForm({ fires, held, wrong, starts, solutions, events, settings }: RuleLesson): boolean {
  const areHeld = held.every((one) => one.tip === undefined && one.fires === undefined);
  const areRules = solutions.every((one) => one.events === undefined && one.expected === undefined);
  const areApart = eventsApart(events, settings?.format) !== null;
  return fires === undefined && starts === undefined && wrong.length === 0 && areHeld && areRules && areApart;
}

function draftOf(lesson: RuleLesson): DraftLesson {
  const { title, chapter, teaches, minutes = 0, text, goal, rule, settings = {}, hints = [] } = lesson;
  const shown = eventTexts(lesson.events, settings.format).map((one, i) => ({
    text: one,
    expected: lesson.expected[i] ?? null,
    isHeld: false,
    kind: '',
  }));
  const held = lesson.held.map((one) => ({ ...one, isHeld: true }));
  const solutions = lesson.solutions.map((one) => ({ rule: one.rule ?? '', does: one.does }));
  const events = [...shown, ...held];
  return { title, chapter, teaches, minutes, text, goal, rule, events, settings, solutions, hints };
}

/** An id for a title that no other of these lessons has. */
export function idFor(title: string, others: readonly Drafted[]): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const base = words || 'lesson';
  const taken = new Set(others.map(({ id }) => id));
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** The same lesson by another id. */
export function withId(drafted: Drafted, id: string): Drafted {
  return drafted.kind === 'form' ? { ...drafted, id } : { ...drafted, id, lesson: { ...drafted.lesson, id } };
}

const readWanted = readOneOf(['match', 'no match'] as const);

const readEvent: Reader<DraftEvent> = (value) => {
  if (!isObject(value)) return undefined;
  const text = readString(value.text);
  if (text === undefined) return undefined;
  return {
    text,
    expected: readWanted(value.expected) ?? null,
    isHeld: readBoolean(value.isHeld) ?? false,
    kind: readString(value.kind) ?? '',
  };
};

const readSolution: Reader<DraftSolution> = (value) =>
  isObject(value) ? { rule: readString(value.rule) ?? '', does: readString(value.does) ?? '' } : undefined;

const readSettings: Reader<LessonSettings> = (value) => {
  if (!isObject(value)) return undefined;
  const ignoreLogsource = readBoolean(value.ignoreLogsource);
  const placeholders = readRecord(readStrings)(value.placeholders);
  const mapping = readRecord(readString)(value.mapping);
  const format = readOneOf(FORMAT_NAMES)(value.format);
  const spec = readSpec(value.spec);
  return {
    ...(ignoreLogsource === undefined ? {} : { ignoreLogsource }),
    ...(placeholders ? { placeholders } : {}),
    ...(mapping ? { mapping } : {}),
    ...(format ? { format } : {}),
    ...(spec ? { spec } : {}),
  };
};

/** Reads a lesson of the form; what is missing or broken is as in an empty one. */
export const readDraft: Reader<DraftLesson> = (value) => {
  if (!isObject(value)) return undefined;
  const text = (one: unknown) => readString(one) ?? '';
  return {
    title: text(value.title),
    chapter: text(value.chapter),
    teaches: text(value.teaches),
    minutes: readIndex(value.minutes) ?? 0,
    text: text(value.text),
    goal: text(value.goal),
    rule: text(value.rule),
    events: listOf(readEvent, value.events),
    settings: readSettings(value.settings) ?? {},
    solutions: listOf(readSolution, value.solutions),
    hints: readStrings(value.hints) ?? [],
  };
};

function listOf<T>(read: Reader<T>, value: unknown): T[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => read(one) ?? []) : [];
}
