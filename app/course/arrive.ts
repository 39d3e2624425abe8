import { type Course, readCourseFile } from '../../src/teach';
import { unmarked } from '../../src/text';
import { textOf } from '../actions/file-text';
import { type LearnLink, learn, openLearn } from '../state/learn';
import { refusalWords } from '../state/refusals';
import { notify } from '../ui/notices';
import { keepCourse, nameOf, shownCourse, takeCourse } from './courses';
import { openLesson } from './enter';
import { openCourseLink } from './links';
import { addSlip } from './slips/checked';

/** Follows a short link of the course. */
export async function followLink({ kind, value }: LearnLink): Promise<void> {
  if (kind === 'lesson') {
    learn.setState({ link: null });
    openLesson(value);
    return;
  }
  const opened = await openCourseLink(`#${kind}=${value}`);
  learn.setState({ link: null });
  if (!opened.ok) {
    notify({ key: 'link', text: refusalWords(opened) });
    return;
  }
  if (opened.kind === 'slip') {
    addSlip(opened.slip);
    openLearn('results');
    return;
  }
  showCourse(opened.course);
}

/** Takes a course and shows it; one lesson alone opens at once. */
function showCourse(course: Course): void {
  const key = takeCourse(course);
  shownCourse.setState({ key });
  const [only, ...more] = course.lessons;
  if (only && more.length === 0) openLesson(nameOf(key, only.id));
  else openLearn('lessons');
}

/** Takes the course of a file, and shows it. */
export async function takeCourseFile(file: File): Promise<void> {
  const tell = (text: string) => notify({ key: 'course', text, for: 12_000 });
  const read = await textOf(file).then(readCourseFile, () => null);
  if (read?.course) {
    showCourse(read.course);
    keepCourse(shownCourse.getState().key);
    return;
  }
  const [problem] = read?.problems ?? [];
  tell(`${file.name} holds no course: ${problem ? unmarked(problem.message) : 'it could not be read.'}`);
}
