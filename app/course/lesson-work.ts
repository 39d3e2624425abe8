import { readEvents } from '../../src/event';
import { beginning, type Lesson, type LessonSettings, type LessonWork, type Wanted } from '../../src/teach';
import { eventKey } from '../results/expectations';
import { type Expectations, type Settings, withSpec } from '../state/fields';
import type { Session } from '../state/session';
import type { SheetWork } from '../state/sheet-work';

/*
 * The work of a lesson as a sheet has it, and back: what is expected of an event stands in a sheet under the event's text.
 */

/** The texts of the events, in their order. */
export function eventTexts(events: string, format?: LessonSettings['format']): string[] {
  return readEvents(events, format).slices.map(({ range }) => events.slice(range.start, range.end));
}

/** What a sheet for a lesson has, with this work in it. */
export function sheetOfLesson(name: string, lesson: Lesson, work: LessonWork): Partial<SheetWork> {
  return {
    lesson: name,
    rule: work.rule,
    events: work.events,
    ruleName: `${lesson.id}.yml`,
    settings: settingsOf(lesson, work),
  };
}

/** The lesson's settings, with what is expected: by the learner in a task of tests, otherwise by the lesson. */
function settingsOf(
  { task, events: ownEvents, expected, settings = {} }: Lesson,
  work: LessonWork,
): Settings {
  const { ignoreLogsource = false, placeholders = {}, mapping, format, spec } = settings;
  // The lesson's own stay with its own events, wherever those stand by now.
  const [events, wanted] =
    task === 'tests' ? [work.events, work.expected] : [ownEvents, task === 'rule' ? expected : []];
  const keyed = keyedBy(eventTexts(events, format), wanted);
  const made = {
    ignoreLogsource,
    placeholders: Object.fromEntries(Object.entries(placeholders).map(([key, of]) => [key, [...of]])),
    ...(mapping ? { mapping } : {}),
    ...(format ? { format } : {}),
    ...(Object.keys(keyed).length > 0 ? { expected: keyed } : {}),
  };
  return spec ? withSpec(made, spec) : made;
}

function keyedBy(texts: readonly string[], wanted: readonly (Wanted | null)[]): Expectations {
  return Object.fromEntries(
    texts.flatMap((text, i): [string, Wanted][] => {
      const one = wanted[i];
      return one ? [[eventKey(text), one]] : [];
    }),
  );
}

/** The learner's work as it is in the session. */
export function workIn(
  { rule, events, settings }: Pick<Session, 'rule' | 'events' | 'settings'>,
  { task }: Lesson,
): LessonWork {
  if (task !== 'tests') return { rule, events, expected: [] };
  const of = new Map(Object.entries(settings.expected ?? {}));
  return {
    rule,
    events,
    expected: eventTexts(events, settings.format).map((text) => of.get(eventKey(text)) ?? null),
  };
}

/** True if two works are the same in what the lesson looks at. */
export function isSameWork(lesson: Lesson, one: LessonWork, other: LessonWork): boolean {
  if (lesson.task === 'rule') return one.rule === other.rule;
  if (lesson.task === 'events') return one.events === other.events;
  return JSON.stringify(one.expected) === JSON.stringify(other.expected);
}

/** What the lesson gives and grades itself, where the sheet has another by now; null if it is as given. */
export function changedGiven(lesson: Lesson, { rule, events }: Pick<LessonWork, 'rule' | 'events'>) {
  if (lesson.task === 'rule') return events === lesson.events ? null : 'events';
  return rule === lesson.rule ? null : 'rule';
}

/** True if nothing was changed yet. */
export function isBeginning(lesson: Lesson, work: LessonWork): boolean {
  return isSameWork(lesson, work, beginning(lesson));
}
