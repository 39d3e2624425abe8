import { dump } from 'js-yaml';
import { LESSONS } from '../limits';
import { parseYaml, RuleDiagnostics, type YamlNode } from '../rule';
import { put, type Range, say } from '../text';
import type { Course, Lesson } from './lesson';
import type { LessonProblem } from './lesson-problem';
import { lessonFrom } from './read-lesson';
import { Reading } from './reading';

/*
 * A file of one lesson or of several in order, in YAML or JSON.
 */

/** What was read of a course. */
export interface CourseRead {
  /** Null if it has an error. */
  readonly course: Course | null;
  readonly problems: readonly LessonProblem[];
}

/** Reads a course from any value; a single lesson is a course of one. Never throws; all problems are collected. */
export function readCourse(value: unknown): CourseRead {
  const problems: LessonProblem[] = [];
  const read = new Reading(value, problems);
  const course = isLesson(value) ? courseOfOne(lessonFrom(read)) : courseFrom(read);
  return { course: problems.some(({ severity }) => severity === 'error') ? null : course, problems };
}

const isLesson = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'task');

function courseOfOne(lesson: Lesson | null): Course | null {
  return lesson && { title: lesson.title, about: '', lessons: [lesson] };
}

function courseFrom(read: Reading): Course | null {
  if (!read.isMap(['course', 'title', 'about', 'lessons'])) return null;
  const lessons = read.at('lessons').list(LESSONS.course.value);
  if (lessons.length === 0) read.at('lessons').error('lesson-missing', say`There is no lesson.`);
  const made = {
    title: read.at('title').text(),
    about: read.at('about').text(true),
    lessons: lessons.map(lessonFrom),
  };
  const seen = new Set<string>();
  for (const [i, lesson] of made.lessons.entries()) {
    if (lesson && seen.has(lesson.id))
      lessons[i]!.at('id').error('lesson-same', say`Another lesson has the id \`${lesson.id}\` too.`);
    seen.add(lesson?.id ?? '');
  }
  return { ...made, lessons: made.lessons.flatMap((lesson) => lesson ?? []) };
}

/** A problem of a file, with its place in the text. */
export interface FileProblem extends LessonProblem {
  readonly range: Range;
}

/** What was read of a file. */
export interface CourseFileRead {
  readonly course: Course | null;
  readonly problems: readonly FileProblem[];
}

/** Reads the text of a file: YAML, or JSON, which is YAML too. Never throws; all problems have a place. */
export function readCourseFile(text: string): CourseFileRead {
  const diagnostics = new RuleDiagnostics();
  const [root] = parseYaml(text, diagnostics);
  if (!root || diagnostics.hasErrors) {
    const problems = diagnostics.all.map(
      ({ range, message }): FileProblem => ({
        code: 'lesson-yaml',
        severity: 'error',
        path: [],
        message,
        range,
      }),
    );
    const none: FileProblem = {
      code: 'lesson-yaml',
      severity: 'error',
      path: [],
      message: say`The file is empty.`,
      range: { start: 0, end: 0 },
    };
    return { course: null, problems: problems.length > 0 ? problems : [none] };
  }
  const { course, problems } = readCourse(plainOf(root));
  return { course, problems: problems.map((one) => ({ ...one, range: placeOf(root, one.path) })) };
}

/** A course as a file of YAML; a lesson alone is a file of its own. */
export function courseFile({ title, about, lessons }: Course): string {
  const [lesson, ...more] = lessons;
  const value =
    more.length === 0 && lesson?.title === title && about === '' ? lesson : { title, about, lessons };
  return dump(JSON.parse(JSON.stringify(value)), { lineWidth: -1 });
}

/** The plain value of a node of YAML. */
function plainOf(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plainOf);
  const made: Record<string, unknown> = {};
  for (const { key, value } of node.entries) put(made, key.text, plainOf(value));
  return made;
}

/** Where a path leads; as far as it goes. */
function placeOf(root: YamlNode, path: LessonProblem['path']): Range {
  let node = root;
  for (const step of path) {
    const next =
      node.kind === 'map'
        ? node.entries.findLast(({ key }) => key.text === step)?.value
        : node.kind === 'sequence' && typeof step === 'number'
          ? node.items[step]
          : undefined;
    if (!next) break;
    node = next;
  }
  const { start, end } = node.range;
  return node === root ? { start, end: Math.min(end, start + 1) } : { start, end };
}
