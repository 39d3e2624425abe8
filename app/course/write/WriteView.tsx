import './write.css';
import { useRef } from 'react';
import { count } from '../../ui/count';
import { DraftForm } from './DraftForm';
import { DraftShare } from './DraftShare';
import { lessonOf } from './draft';
import { addDrafted, drafts, moveDrafted, nameDraft, removeDrafted, useDrafts } from './drafts';
import { openCourseFile } from './files';
import { draftFromWork } from './present';

/** Writing lessons: those of one course in order, the chosen one in a form, and the ways to share them. */
export function WriteView() {
  const isDamaged = useDrafts((s) => s.isDamaged);
  const isEmpty = useDrafts((s) => s.course.lessons.length === 0);
  return (
    <div className="write">
      {isDamaged ? (
        <p className="write-note">
          What this browser had kept of your lessons cannot be read. It stays as it is until you write
          another.
        </p>
      ) : null}
      {isEmpty ? <Nothing /> : <Something />}
    </div>
  );
}

function Nothing() {
  return (
    <div className="write-nothing">
      <p>
        A lesson is made of the work on this page: the present rule becomes its solution, the present events
        stand on screen or are held back, and what you expect of them is what the learner must reach.
      </p>
      <ol className="write-steps">
        <li>
          Write the rule that solves it, and the events: some that it must find, some that it must leave.
        </li>
        <li>Say what is expected of each event, in the strip above the events or under Tests.</li>
        <li>Come back here: hold some events back, and say of which kind each is.</li>
        <li>Write what the lesson is about, try it as a learner, and share it as a link or a file.</li>
      </ol>
      <AddButtons />
    </div>
  );
}

/** A lesson from the present work, or from files. */
function AddButtons() {
  const picker = useRef<HTMLInputElement>(null);
  const add = () => {
    const draft = draftFromWork();
    addDrafted({ kind: 'form', id: 'lesson', draft });
  };
  return (
    <span className="write-tools">
      <button type="button" className="btn" onClick={add}>
        New lesson from the present work
      </button>
      <button type="button" className="btn-quiet" onClick={() => picker.current?.click()}>
        Open a lesson file
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="Open lesson file"
        accept=".yml,.yaml,.json"
        onChange={(e) => {
          const file = e.currentTarget.files?.[0];
          e.currentTarget.value = '';
          if (file) void openCourseFile(file);
        }}
      />
    </span>
  );
}

function Something() {
  const course = useDrafts((s) => s.course);
  const at = useDrafts((s) => s.at);
  const chosen = course.lessons[at];
  return (
    <div className="write-parts">
      <section className="write-course" aria-label="Your course">
        <label className="write-field">
          <span>Course</span>
          <input
            className="field"
            value={course.title}
            placeholder="Only needed for several lessons"
            onChange={(e) => nameDraft({ title: e.target.value })}
          />
        </label>
        <label className="write-field">
          <span>About it</span>
          <textarea
            className="field"
            rows={2}
            value={course.about}
            onChange={(e) => nameDraft({ about: e.target.value })}
          />
        </label>
        <p className="write-sum">
          {course.lessons.length === 1
            ? 'One lesson'
            : `${count(course.lessons.length, 'lesson')}, in their order`}
        </p>
        <ol>
          {course.lessons.map((one, i) => (
            <li key={one.id}>
              <button
                type="button"
                className="write-lesson"
                aria-current={i === at ? 'true' : undefined}
                onClick={() => drafts.setState({ at: i })}
              >
                {i + 1}. {lessonOf(one).title || 'Untitled'}
              </button>
            </li>
          ))}
        </ol>
        <span className="write-tools">
          <button type="button" className="btn-quiet" disabled={at === 0} onClick={() => moveDrafted(-1)}>
            Move up
          </button>
          <button
            type="button"
            className="btn-quiet"
            disabled={at >= course.lessons.length - 1}
            onClick={() => moveDrafted(1)}
          >
            Move down
          </button>
          <button type="button" className="btn-quiet" onClick={removeDrafted}>
            Remove
          </button>
        </span>
        <AddButtons />
        <DraftShare />
      </section>
      {chosen ? <DraftForm key={at} drafted={chosen} /> : null}
    </div>
  );
}
