import { courseFile, readCourseFile } from '../../../src/teach';
import { unmarked } from '../../../src/text';
import { textOf } from '../../actions/file-text';
import { count } from '../../ui/count';
import { notify } from '../../ui/notices';
import { saveFile } from '../../ui/save-file';
import { type Drafted, draftedOf, idFor } from './draft';
import { courseOf, drafts, setDraft } from './drafts';

/** Adds the lessons of a file to those that are written. */
export async function openCourseFile(file: File): Promise<void> {
  const tell = (text: string) => notify({ key: 'draft', text, for: 12_000 });
  const read = await textOf(file).then(readCourseFile, () => null);
  if (!read) return tell(`${file.name} could not be read.`);
  const { course, problems } = read;
  const [problem] = problems;
  if (!course) return tell(`${file.name} holds no lesson: ${problem ? unmarked(problem.message) : ''}`);
  const { course: now } = drafts.getState();
  const lessons = [...now.lessons];
  for (const lesson of course.lessons) {
    const drafted = draftedOf(lesson);
    const isTaken = lessons.some(({ id }) => id === drafted.id);
    lessons.push(isTaken ? withId(drafted, idFor(lesson.title, lessons)) : drafted);
  }
  const { title, about } = now.lessons.length === 0 ? course : now;
  setDraft({ title, about, lessons }, now.lessons.length);
  tell(`${count(course.lessons.length, 'lesson')} from ${file.name}.`);
}

function withId(drafted: Drafted, id: string): Drafted {
  return drafted.kind === 'form' ? { ...drafted, id } : { ...drafted, id, lesson: { ...drafted.lesson, id } };
}

/** Hands what is written to the browser as a download. */
export function saveCourseFile(): void {
  const { course } = drafts.getState();
  const [only, ...more] = course.lessons;
  const name = only && more.length === 0 ? only.id : 'sigma-course';
  saveFile(`${name}.yml`, courseFile(courseOf(course)), 'application/yaml');
}
