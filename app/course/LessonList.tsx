import type { Course } from '../../src/teach';
import { prose } from '../../src/text';
import { useSession } from '../state/session';
import { count } from '../ui/count';
import { Sentence } from '../ui/Sentence';
import { CourseChoice } from './CourseChoice';
import { nameOf, OWN, useCourses, useShownCourse } from './courses';
import { openLesson } from './enter';
import { ProgressTools } from './ProgressTools';
import { useProgress } from './progress';
import { StateMark } from './StateMark';
import { minutesWords, stateOf } from './words';

/** The lessons of a course by chapter, each with what it teaches and how far one is. */
export function LessonList() {
  const all = useCourses();
  const shown = useShownCourse();
  const open = useSession((s) => s.lesson);
  const key = all.has(shown) ? shown : OWN;
  const course = all.get(key);
  if (!course) return null;
  return (
    <div className="learn-list">
      <CourseChoice />
      <CourseHead courseKey={key} course={course} />
      <div className="learn-scroll">
        {chaptersOf(course).map(({ title, lessons }) => (
          <Chapter key={title} courseKey={key} title={title} lessons={lessons} open={open} />
        ))}
      </div>
      <ProgressTools courseKey={key} course={course} />
    </div>
  );
}

/** What the course is about, how far one is, and the lesson to go on with. */
function CourseHead({ courseKey, course }: { readonly courseKey: string; readonly course: Course }) {
  const of = useProgress((s) => s.of);
  const names = course.lessons.map(({ id }) => nameOf(courseKey, id));
  const passed = names.filter((name) => of.get(name)?.state === 'passed').length;
  const next = names.findIndex((name) => of.get(name)?.state !== 'passed');
  const lesson = course.lessons[next];
  return (
    <div className="learn-head">
      <div className="learn-about">
        <h3>{course.title}</h3>
        {course.about === '' ? null : <p className="soft">{course.about}</p>}
        <p className="learn-sum">
          <progress
            className="learn-progress"
            max={Math.max(1, names.length)}
            value={passed}
            aria-label="Passed lessons"
          />
          <span>
            {passed} of {count(names.length, 'lesson')} passed
          </span>
        </p>
      </div>
      {lesson ? (
        <button type="button" className="btn btn-main" onClick={() => openLesson(names[next] ?? '')}>
          {passed === 0 ? 'Begin' : 'Go on'}: {lesson.title}
        </button>
      ) : null}
    </div>
  );
}

interface ChapterProps {
  readonly courseKey: string;
  readonly title: string;
  readonly lessons: readonly { readonly lesson: Course['lessons'][number]; readonly at: number }[];
  /** The lesson that is open. */
  readonly open: string;
}

function Chapter({ courseKey, title, lessons, open }: ChapterProps) {
  const of = useProgress((s) => s.of);
  return (
    <section className="learn-chapter" aria-label={title || 'Lessons'}>
      {title === '' ? null : <h4>{title}</h4>}
      <ol>
        {lessons.map(({ lesson, at }) => {
          const name = nameOf(courseKey, lesson.id);
          return (
            <li key={lesson.id}>
              <button
                type="button"
                className="learn-lesson"
                aria-current={name === open ? 'true' : undefined}
                onClick={() => openLesson(name)}
              >
                <span className="learn-number">{at + 1}</span>
                <span className="learn-title">{lesson.title}</span>
                <span className="learn-teaches soft">
                  <Sentence words={prose(lesson.teaches)} />
                </span>
                <span className="learn-minutes soft">{minutesWords(lesson.minutes)}</span>
                <StateMark state={stateOf(of.get(name))} />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function chaptersOf({ lessons }: Course): Omit<ChapterProps, 'courseKey' | 'open'>[] {
  const chapters = new Map<string, { lesson: Course['lessons'][number]; at: number }[]>();
  for (const [at, lesson] of lessons.entries()) {
    const of = chapters.get(lesson.chapter) ?? [];
    of.push({ lesson, at });
    chapters.set(lesson.chapter, of);
  }
  return [...chapters].map(([title, of]) => ({ title, lessons: of }));
}
