import type { Words } from '../text';

/** The codes of all problems that a lesson, a course or a slip can have. */
export type LessonCode =
  | 'lesson-answer'
  | 'lesson-events'
  | 'lesson-key'
  | 'lesson-kind'
  | 'lesson-link'
  | 'lesson-missing'
  | 'lesson-same'
  | 'lesson-start'
  | 'lesson-too-large'
  | 'lesson-type'
  | 'lesson-yaml';

/** A problem of a lesson. It is collected, never thrown. */
export interface LessonProblem {
  readonly code: LessonCode;
  /** With an `error` the lesson cannot be used. */
  readonly severity: 'error' | 'warning';
  /** Where: keys and indexes, from the outside in. */
  readonly path: readonly (string | number)[];
  readonly message: Words;
}
