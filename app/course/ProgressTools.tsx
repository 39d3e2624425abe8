import { useRef } from 'react';
import type { Course } from '../../src/teach';
import { count } from '../ui/count';
import { beginAnew } from './anew';
import { takeCourseFile } from './arrive';
import { DRAFT, nameOf, OWN, removeCourse } from './courses';
import { forgetProgress, useProgress } from './progress';
import { openProgress, saveProgress } from './progress-file';

/** Progress as a file, back from one, and gone. */
export function ProgressTools({
  courseKey,
  course,
}: {
  readonly courseKey: string;
  readonly course: Course;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const coursePicker = useRef<HTMLInputElement>(null);
  const damaged = useProgress((s) => s.damaged);
  const isAny = useProgress((s) => s.of.size > 0);
  const names = course.lessons.map(({ id }) => nameOf(courseKey, id));
  return (
    <div className="learn-tools">
      {damaged.length > 0 ? (
        <p className="learn-damaged">
          What this browser has kept of {count(damaged.length, 'lesson')} cannot be read:{' '}
          {damaged.length === 1 ? 'it begins' : 'they begin'} anew. The others are as they were.{' '}
          <button type="button" className="btn-quiet" onClick={() => forgetProgress(damaged)}>
            Remove what cannot be read
          </button>
        </p>
      ) : null}
      <span className="soft">Your progress is kept in this browser.</span>
      <span className="gap" />
      <button type="button" className="btn-quiet" disabled={!isAny} onClick={saveProgress}>
        Save progress as a file
      </button>
      <button type="button" className="btn-quiet" onClick={() => picker.current?.click()}>
        Open a progress file
      </button>
      <button
        type="button"
        className="btn-quiet"
        disabled={!isAny}
        onClick={() => beginAnew(names, course.title)}
      >
        Start the course anew
      </button>
      {courseKey === OWN || courseKey === DRAFT ? null : (
        <button type="button" className="btn-quiet" onClick={() => removeCourse(courseKey)}>
          Remove this course
        </button>
      )}
      <button type="button" className="btn-quiet" onClick={() => coursePicker.current?.click()}>
        Open a course file
      </button>
      <input
        ref={coursePicker}
        type="file"
        hidden
        aria-label="Open course file"
        accept=".yml,.yaml,.json"
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (file) void takeCourseFile(file);
        }}
      />
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="Open progress file"
        accept=".json,application/json"
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (file) void openProgress(file);
        }}
      />
    </div>
  );
}
