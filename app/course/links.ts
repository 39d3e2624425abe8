import { type Course, type LessonProblem, readCourse, readSlip, type Slip } from '../../src/teach';
import { unmarked } from '../../src/text';
import { unpackLink } from '../state/open-share';
import { type RefusedLink, refuse } from '../state/refusals';
import { type MadeLink, packLink } from '../state/share';

/*
 * Lessons and slips behind the `#` of a link, packed as rules and events are. Browsers do not send that part.
 */

const PREFIXES = { course: '#course=', lesson: '#lesson-file=', slip: '#slip=' } as const;

/** What a link of lessons holds. */
export type CourseLinkKind = keyof typeof PREFIXES;

/** The content of a link, or why it cannot be opened. */
export type OpenedCourseLink =
  | { readonly ok: true; readonly kind: 'course' | 'lesson'; readonly course: Course }
  | { readonly ok: true; readonly kind: 'slip'; readonly slip: Slip }
  | RefusedLink;

/** What the fragment of an address is meant to hold; null if it is none of these. */
export function courseLinkKind(hash: string): CourseLinkKind | null {
  const kinds = Object.keys(PREFIXES) as CourseLinkKind[];
  return kinds.find((kind) => hash.startsWith(PREFIXES[kind])) ?? null;
}

/** The fragment for a course; for a single lesson that has no course around it, that of a lesson. */
export function courseLink(course: Course): Promise<MadeLink> {
  const [lesson] = course.lessons;
  const isAlone = course.lessons.length === 1 && course.title === lesson!.title && course.about === '';
  return isAlone ? packLink(PREFIXES.lesson, lesson) : packLink(PREFIXES.course, course);
}

/** The fragment for a slip. */
export function slipLink(slip: Slip): Promise<MadeLink> {
  return packLink(PREFIXES.slip, slip);
}

/** Reads a fragment. What it holds is checked as a file is. Never throws. */
export async function openCourseLink(hash: string): Promise<OpenedCourseLink> {
  const kind = courseLinkKind(hash);
  const unpacked = await unpackLink(kind ? PREFIXES[kind] : PREFIXES.course, hash);
  if (!unpacked.ok) return unpacked;
  if (kind === 'slip') {
    const { slip, problems } = readSlip(unpacked.value);
    return slip ? { ok: true, kind, slip } : refused('it holds no slip that can be read', problems);
  }
  const { course, problems } = readCourse(unpacked.value);
  return course
    ? { ok: true, kind: kind ?? 'course', course }
    : refused('it holds no lesson that can be read', problems);
}

/** Refused, with the first error as the reason. */
function refused(what: string, problems: readonly LessonProblem[]): RefusedLink {
  const error = problems.find(({ severity }) => severity === 'error');
  const reason = error ? `: ${unmarked(error.message).replace(/\.$/, '')}` : '';
  return { ...refuse('link-content'), why: `${what}${reason}` };
}
