import { LESSONS } from '../limits';
import { count, say } from '../text';
import { type Grade, grade } from './grade';
import type { Answer, Lesson } from './lesson';
import { workOf } from './lesson';
import type { LessonProblem } from './lesson-problem';
import { answerFrom } from './read-lesson';
import { Reading } from './reading';

/*
 * What a learner hands in: which lessons are passed, after how many tries, and with what. Whoever opens it grades the works
 * again.
 */

/** What came of one lesson. */
export interface SlipEntry {
  /** Its id and title. */
  readonly lesson: string;
  readonly title: string;
  readonly passed: boolean;
  /** How often it was tried. */
  readonly tries: number;
  /** How many steps of help were asked for. */
  readonly helped: number;
  /** True if a solution was shown before one passed. */
  readonly sawSolution: boolean;
  /** When it was passed, or tried last: ISO 8601. */
  readonly at: string;
  /** The last work: only the part that the task is about. */
  readonly work: Answer;
}

export interface Slip {
  /** The version of the form. */
  readonly slip: 1;
  /** The title of the course. */
  readonly course: string;
  /** Who hands it in, as they call themselves; may be empty. */
  readonly learner: string;
  /** When it was made: ISO 8601. */
  readonly made: string;
  readonly entries: readonly SlipEntry[];
}

/** A slip, or null if it has an error. */
export interface SlipRead {
  readonly slip: Slip | null;
  readonly problems: readonly LessonProblem[];
}

/** Reads a slip from any value. Never throws; all problems are collected. */
export function readSlip(value: unknown): SlipRead {
  const problems: LessonProblem[] = [];
  const slip = slipFrom(new Reading(value, problems));
  return { slip: problems.some(({ severity }) => severity === 'error') ? null : slip, problems };
}

function slipFrom(read: Reading): Slip | null {
  if (!read.isMap(['slip', 'course', 'learner', 'made', 'entries'])) return null;
  const version = read.at('slip');
  if (version.value !== 1)
    version.error('lesson-kind', say`This is not a slip of a form that is known here.`);
  return {
    slip: 1,
    course: read.at('course').text(true),
    learner: read.at('learner').text(true),
    made: momentFrom(read.at('made')),
    entries: read.at('entries').list(LESSONS.course.value).map(entryFrom),
  };
}

function entryFrom(read: Reading): SlipEntry {
  read.isMap(['lesson', 'title', 'passed', 'tries', 'helped', 'sawSolution', 'at', 'work']);
  const work = read.at('work');
  return {
    lesson: read.at('lesson').text(),
    title: read.at('title').text(true),
    passed: read.at('passed').flag(),
    tries: read.at('tries').count(0),
    helped: read.at('helped').isAbsent ? 0 : read.at('helped').count(0),
    sawSolution: read.at('sawSolution').isAbsent ? false : read.at('sawSolution').flag(),
    at: momentFrom(read.at('at')),
    work: work.isMap(['rule', 'events', 'expected']) ? answerFrom(work, true) : {},
  };
}

/** A moment, with its zone; as it is written. */
function momentFrom(read: Reading): string {
  const text = read.text();
  if (text !== '' && !(MOMENT.test(text) && !Number.isNaN(Date.parse(text))))
    read.error('lesson-type', say`${read.name} must be a moment such as \`2026-03-02T14:05:00Z\`.`);
  return text;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** What an entry is worth. */
export type SlipVerdict =
  /** The work passes, whatever the entry says. */
  | 'passes'
  /** It does not pass, and the entry does not say so. */
  | 'does not pass'
  /** The entry says that it passes, but it does not. */
  | 'does not hold'
  /** There is no such lesson to grade it by. */
  | 'unknown lesson';

export interface CheckedEntry {
  readonly entry: SlipEntry;
  readonly verdict: SlipVerdict;
  /** Null if there is no such lesson. */
  readonly grade: Grade | null;
}

export interface CheckedSlip {
  readonly entries: readonly CheckedEntry[];
  /** How many lessons are passed; each counts once. */
  readonly passed: number;
  /** True if no entry claims more than holds. */
  readonly holds: boolean;
}

/** What an entry is worth after its work was graded again; `grade` is null if there is no such lesson. */
export function checkedEntry(entry: SlipEntry, grade: Grade | null): CheckedEntry {
  const verdict = !grade
    ? 'unknown lesson'
    : grade.isPassed
      ? 'passes'
      : entry.passed
        ? 'does not hold'
        : 'does not pass';
  return { entry, verdict, grade };
}

/** All entries of a slip together. */
export function checkedSlip(entries: readonly CheckedEntry[]): CheckedSlip {
  const passed = new Set(entries.flatMap(({ entry, verdict }) => (verdict === 'passes' ? entry.lesson : [])));
  const isHeld = ({ entry, verdict }: CheckedEntry) =>
    verdict !== 'does not hold' && !(verdict === 'unknown lesson' && entry.passed);
  return { entries, passed: passed.size, holds: entries.every(isHeld) };
}

/**
 * Grades each work of a slip again. For a page, which must not freeze over another person's pattern, grade each in the
 * engine's worker and use `checkedEntry`.
 */
export function checkSlip({ entries }: Slip, lessons: readonly Lesson[]): CheckedSlip {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  return checkedSlip(
    entries.map((entry) => {
      const lesson = byId.get(entry.lesson);
      return checkedEntry(entry, lesson ? grade(lesson, workOf(lesson, entry.work)) : null);
    }),
  );
}

/** The part of a work that the task of a lesson is about. */
export function answerOf({ task }: Lesson, { rule, events, expected }: Required<Answer>): Answer {
  if (task === 'rule') return { rule };
  return task === 'events' ? { events } : { events, expected };
}

/** A slip as a text for people: what came of each lesson, and the last work. It can be read back only as JSON. */
export function slipText({ course, learner, made, entries }: Slip): string {
  const passed = entries.filter((entry) => entry.passed).length;
  const head = [
    course,
    ...(learner === '' ? [] : [learner]),
    `${made.slice(0, 10)}: ${passed} of ${count(entries.length, 'lesson')} passed`,
  ];
  return `${[head.join('\n'), ...entries.map(entryText)].join('\n\n')}\n`;
}

function entryText(
  { title, lesson, passed, tries, helped, sawSolution, at, work }: SlipEntry,
  index: number,
): string {
  const how = [
    passed ? 'passed' : 'not passed',
    count(tries, 'try', 'tries'),
    ...(helped > 0 ? [count(helped, 'hint')] : []),
    ...(sawSolution ? ['solution shown'] : []),
    at.slice(0, 10),
  ];
  const texts = [work.rule, work.events, work.expected?.map((one) => one ?? '-').join(', ')];
  const shown = texts.flatMap((text) => (text === undefined ? [] : indent(text)));
  return [`${index + 1}. ${title || lesson}: ${how.join(', ')}`, ...shown].join('\n');
}

const indent = (text: string) => text.trimEnd().replace(/^(?=.)/gm, '    ');
