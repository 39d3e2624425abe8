import { FORMAT_NAMES, readEvents } from '../event';
import { SPECS } from '../knowledge';
import { LESSONS } from '../limits';
import { own, put, say } from '../text';
import type {
  Answer,
  FaultyRule,
  HeldEvents,
  HeldRule,
  Lesson,
  LessonSettings,
  LessonStart,
  Solution,
  Wanted,
  WrongAnswer,
} from './lesson';
import { TASKS } from './lesson';
import type { LessonProblem } from './lesson-problem';
import { type PlaceName, Reading } from './reading';
import { readText } from './text';

/** What was read of a lesson. */
export interface LessonRead {
  /** Null if it has an error. */
  readonly lesson: Lesson | null;
  readonly problems: readonly LessonProblem[];
}

/**
 * Reads a lesson from any value, as JSON or YAML give it. Never throws; all problems are collected. `called` names places of
 * the lesson in their messages.
 */
export function readLesson(value: unknown, called?: PlaceName): LessonRead {
  const problems: LessonProblem[] = [];
  const lesson = lessonFrom(new Reading(value, problems, [], called));
  return { lesson: problems.some(({ severity }) => severity === 'error') ? null : lesson, problems };
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const KEYS = [
  'lesson',
  'id',
  'title',
  'chapter',
  'teaches',
  'minutes',
  'text',
  'task',
  'goal',
  'rule',
  'events',
  'expected',
  'fires',
  'settings',
  'held',
  'solutions',
  'wrong',
  'hints',
  'starts',
];

/** Reads a lesson at its place; null if it is none at all. */
export function lessonFrom(read: Reading): Lesson | null {
  if (!read.isMap(KEYS)) return null;
  const task = read.at('task').oneOf(TASKS);
  const base = {
    id: idFrom(read.at('id')),
    title: read.at('title').text(),
    chapter: read.at('chapter').text(true),
    teaches: read.at('teaches').text(true),
    ...given('minutes', read.at('minutes'), (one) => one.count(1)),
    text: textFrom(read.at('text')),
    goal: read.at('goal').text(),
    rule: read.at('rule').text(task === 'rule'),
    events: read.at('events').text(true),
    expected: expectedFrom(read.at('expected')),
    ...given('settings', read.at('settings'), settingsFrom),
    solutions: read.at('solutions').list(LESSONS.answers.value).map(solutionFrom),
    wrong: read.at('wrong').list(LESSONS.answers.value).map(wrongFrom),
    ...given('hints', read.at('hints'), (hints) => hints.list(3).map((hint) => hint.text())),
  };
  const held = read.at('held').list(LESSONS.held.value);
  const lesson = {
    ...base,
    ...given('starts', read.at('starts'), (start) => startFrom(start, base)),
    ...(task === 'rule'
      ? {
          task,
          ...given('fires', read.at('fires'), (one) => one.count(0)),
          held: held.map(heldEvents),
        }
      : task === 'events'
        ? { task, held: held.map(heldRule) }
        : { task, held: held.map(faultyRule) }),
  } as Lesson;
  checkLesson(lesson, read);
  return lesson;
}

/** What only the whole shows. */
function checkLesson({ task, events, expected, held, solutions }: Lesson, read: Reading): void {
  const count = eventsIn(events);
  if (task !== 'events' && count === 0)
    read.at('events').error('lesson-events', say`There are no events to learn from.`);
  if (task !== 'events' && expected.length > count)
    read
      .at('expected')
      .error(
        'lesson-events',
        say`There are ${count} events, but something is expected of ${expected.length}.`,
      );
  if (task !== 'tests' && expected.every((one) => one === null))
    read.at('expected').error('lesson-missing', say`Nothing is expected of any event.`);
  if (task === 'tests' && held.length === 0)
    read.at('held').error('lesson-missing', say`There is no faulty rule to catch.`);
  if (solutions.length === 0)
    read
      .at('solutions')
      .error('lesson-missing', say`Without a solution nobody knows that the lesson can be solved.`);
}

/** How many events a text has; what cannot be read counts too. */
function eventsIn(text: string): number {
  return readEvents(text).slices.length;
}

function idFrom(read: Reading): string {
  const id = read.text();
  if (id !== '' && !(ID.test(id) && id.length <= 60))
    read.error(
      'lesson-kind',
      say`An id has up to 60 lower-case letters, digits and single hyphens: \`list-or-map\`.`,
    );
  return id;
}

function textFrom(read: Reading): string {
  const text = read.text();
  for (const problem of readText(text).problems) read.error(problem.code, problem.message);
  return text;
}

/** What is expected of each event: a list of `match`, `no match` and null. */
function expectedFrom(read: Reading): (Wanted | null)[] {
  return read.list().map((one) => (one.value === null ? null : wantedFrom(one)));
}

function wantedFrom(read: Reading): Wanted {
  return read.oneOf(['match', 'no match'] as const);
}

function settingsFrom(read: Reading): LessonSettings {
  if (!read.isMap(['ignoreLogsource', 'placeholders', 'mapping', 'format', 'spec'])) return {};
  return {
    ...given('ignoreLogsource', read.at('ignoreLogsource'), (one) => one.flag()),
    ...given('placeholders', read.at('placeholders'), (all) =>
      recordFrom(all, (one) => one.list().map((value) => value.text())),
    ),
    ...given('mapping', read.at('mapping'), (all) => recordFrom(all, (one) => one.text())),
    ...given('format', read.at('format'), (one) => one.oneOf(FORMAT_NAMES)),
    ...given('spec', read.at('spec'), (one) => one.oneOf(SPECS.map(({ id }) => id))),
  };
}

function recordFrom<T>(read: Reading, member: (one: Reading) => T): Record<string, T> {
  const made: Record<string, T> = {};
  for (const [key, value] of read.entries()) put(made, key, member(value));
  return made;
}

function startFrom(read: Reading, texts: { readonly rule: string; readonly events: string }): LessonStart {
  if (!read.isMap(['in', 'select'])) return { in: 'rule', select: '' };
  const start = { in: read.at('in').oneOf(['rule', 'events'] as const), select: read.at('select').text() };
  if (!texts[start.in].includes(start.select))
    read.at('select').error('lesson-start', say`This text does not stand in \`${start.in}\`.`);
  return start;
}

const HELD = ['kind', 'tip'];

function heldBase(read: Reading, keys: readonly string[]) {
  read.isMap([...HELD, ...keys]);
  return {
    kind: read.at('kind').text(),
    ...given('tip', read.at('tip'), (tip) => tip.text()),
  };
}

function heldEvents(read: Reading): HeldEvents {
  const held = {
    ...heldBase(read, ['text', 'expected', 'fires']),
    text: read.at('text').text(),
    expected: wantedFrom(read.at('expected')),
    ...given('fires', read.at('fires'), (one) => one.count(0)),
  };
  if (held.text !== '' && eventsIn(held.text) === 0)
    read.at('text').error('lesson-events', say`There is no event in this text.`);
  return held;
}

function heldRule(read: Reading): HeldRule {
  return {
    ...heldBase(read, ['rule', 'expected']),
    rule: read.at('rule').text(),
    expected: expectedFrom(read.at('expected')),
  };
}

function faultyRule(read: Reading): FaultyRule {
  return { ...heldBase(read, ['rule']), rule: read.at('rule').text() };
}

const ANSWER = ['rule', 'events', 'expected'];

/** Reads parts of a work; it may be empty only where that is allowed, and so may its texts. */
export function answerFrom(read: Reading, mayBeEmpty = false): Answer {
  const answer = {
    ...given('rule', read.at('rule'), (one) => one.text(mayBeEmpty)),
    ...given('events', read.at('events'), (one) => one.text(mayBeEmpty)),
    ...given('expected', read.at('expected'), expectedFrom),
  };
  if (!mayBeEmpty && ANSWER.every((key) => own<unknown>(answer, key) === undefined))
    read.error('lesson-answer', say`An answer has a \`rule\`, \`events\` or \`expected\`.`);
  return answer;
}

function solutionFrom(read: Reading): Solution {
  if (!read.isMap([...ANSWER, 'does'])) return { does: '' };
  return { ...answerFrom(read), does: read.at('does').text() };
}

function wrongFrom(read: Reading): WrongAnswer {
  if (!read.isMap([...ANSWER, 'what', 'hint'])) return { what: '', hint: { about: '' } };
  const hint = read.at('hint');
  hint.isMap(['about', 'says']);
  return {
    ...answerFrom(read),
    what: read.at('what').text(),
    hint: { about: hint.at('about').text(), ...given('says', hint.at('says'), (one) => one.text()) },
  };
}

/** A key with what is read there; nothing if it is not there. */
function given<K extends string, T>(key: K, read: Reading, make: (read: Reading) => T): { [_ in K]?: T } {
  return read.isAbsent ? {} : ({ [key]: make(read) } as { [_ in K]?: T });
}
