import { courseFile, readCourseFile } from '../../../src/teach';
import { unmarked } from '../../../src/text';
import { textOf } from '../../actions/file-text';
import { count } from '../../ui/count';
import { notify } from '../../ui/notices';
import { saveFile } from '../../ui/save-file';
import { draftedOf } from './draft';
import { addDrafted, courseOf, drafts, nameDraft } from './drafts';

/** Adds the lessons of a file to those that are written. */
export async function openCourseFile(file: File): Promise<void> {
  const tell = (text: string) => notify({ key: 'draft', text, for: 12_000 });
  const read = await textOf(file).then(readCourseFile, () => null);
  if (!read) return tell(`${file.name} could not be read.`);
  const { course, problems } = read;
  const [problem] = problems;
  if (!course) return tell(`${file.name} holds no lesson: ${problem ? unmarked(problem.message) : ''}`);
  const isFirst = drafts.getState().course.lessons.length === 0;
  addDrafted(...course.lessons.map(draftedOf));
  if (isFirst) nameDraft({ title: course.title, about: course.about });
  tell(`${count(course.lessons.length, 'lesson')} from ${file.name}.`);
}

/** Hands what is written to the browser as a download. */
export function saveCourseFile(): void {
  const { course } = drafts.getState();
  const [only, ...more] = course.lessons;
  const name = only && more.length === 0 ? only.id : 'sigma-course';
  saveFile(`${name}.yml`, courseFile(courseOf(course)), 'application/yaml');
}
