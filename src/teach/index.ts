/*
 * Lessons: what one is, how it is graded, and what is said to someone who is stuck.
 */

export {
  type CourseFileRead,
  type CourseRead,
  courseFile,
  type FileProblem,
  readCourse,
  readCourseFile,
} from './course';
export {
  type Grade,
  type GradeOptions,
  type GradeProblem,
  grade,
  gradeSteps,
  type HeldResult,
  type ShownResult,
} from './grade';
export { HINT_STEPS, type Hint, type HintStep, isStillWrong } from './hint';
export { hint, type Tried, type TryAsk, trySteps } from './hints';
export {
  type Answer,
  beginning,
  type Course,
  type EventsLesson,
  type FaultyRule,
  type HeldEvents,
  type HeldRule,
  type Lesson,
  type LessonSettings,
  type LessonStart,
  type LessonWork,
  type RuleLesson,
  type Solution,
  TASKS,
  type Task,
  type TestsLesson,
  type Wanted,
  type WrongAnswer,
  workOf,
} from './lesson';
export { faultSteps, lessonFaults } from './lesson-faults';
export type { LessonCode, LessonProblem } from './lesson-problem';
export { type LessonRead, readLesson } from './read-lesson';
export type { PlaceName } from './reading';
export {
  answerOf,
  type CheckedEntry,
  type CheckedSlip,
  checkedEntry,
  checkedSlip,
  checkSlip,
  readSlip,
  type Slip,
  type SlipEntry,
  type SlipRead,
  type SlipVerdict,
  slipText,
} from './slip';
export {
  type Block,
  codeOf,
  type Inline,
  type LessonLink,
  linksOf,
  readText,
  type TextRead,
} from './text';
