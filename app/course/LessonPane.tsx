import './lesson.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { asSentence, prose } from '../../src/text';
import { openLearn } from '../state/learn';
import { useSession } from '../state/session';
import { Sentence } from '../ui/Sentence';
import { begun } from './anew';
import { beside, DRAFT, type Placed, useLesson } from './courses';
import { leaveLesson, openLesson, putWork, wasOpened } from './enter';
import { followCourse } from './follow';
import { Help } from './Help';
import { LessonText } from './LessonText';
import { useProgress } from './progress';
import { Results } from './Results';
import { Solutions } from './Solutions';
import { StateMark } from './StateMark';
import { useTried } from './trying';
import { stateOf } from './words';

interface LessonPaneProps {
  /** At the end of its bar: what the page adds. */
  readonly end?: ReactNode;
}

/** The lesson that the sheet is for: what it is about, what came of the work, help, and the way on. */
export function LessonPane({ end }: LessonPaneProps) {
  const name = useSession((s) => s.lesson);
  const placed = useLesson(name);
  const { times } = useStore(begun);
  useEffect(followCourse, []);
  if (!placed) return <Unknown />;
  return <Known key={`${name} ${times}`} placed={placed} end={end} />;
}

/** A lesson of a course that is not in this browser any more. */
function Unknown() {
  return (
    <div className="lesson">
      <div className="lesson-scroll">
        <p>The lesson that this sheet is for is not in this browser any more. The rule and the events are.</p>
        <span className="lesson-tools">
          <button type="button" className="btn" onClick={() => openLearn('lessons')}>
            All lessons
          </button>
        </span>
      </div>
    </div>
  );
}

function Known({ placed, end }: LessonPaneProps & { readonly placed: Placed }) {
  const { lesson, course, at } = placed;
  const state = useProgress(({ of }) => stateOf(of.get(placed.name)));
  const said = useTried((t) => t.said);
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever opens a lesson begins to read here.
  useEffect(() => {
    if (!wasOpened(placed.name)) return;
    // The dialog has to be gone: it keeps the focus.
    const frame = requestAnimationFrame(() => title.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [placed.name]);
  return (
    <div className="lesson">
      <div className="lesson-bar">
        <button
          type="button"
          className="btn-quiet"
          aria-haspopup="dialog"
          onClick={() => openLearn('lessons')}
        >
          All lessons
        </button>
        <span className="soft lesson-place">
          {at + 1} of {course.lessons.length}
        </span>
        <span className="gap" />
        <button
          type="button"
          className="btn-quiet"
          title="Back to your own work, as it was"
          onClick={leaveLesson}
        >
          Leave
        </button>
        {end}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys have to reach it. */}
      <article className="lesson-scroll" tabIndex={0} aria-labelledby="lesson-title">
        {placed.key === DRAFT ? <OfDraft /> : null}
        <p className="lesson-chapter">{lesson.chapter}</p>
        <div className="lesson-head">
          <h2 id="lesson-title" ref={title} tabIndex={-1}>
            {lesson.title}
          </h2>
          <StateMark state={state} />
        </div>
        <LessonText text={lesson.text} courseKey={placed.key} />
        <p className="lesson-goal">
          <strong>Goal</strong> <Sentence words={prose(lesson.goal)} />
        </p>
        <Results lesson={lesson} />
        <Passed placed={placed} />
        <Help placed={placed} />
        <Solutions placed={placed} />
        <span className="lesson-tools">
          <button type="button" className="btn-quiet" onClick={() => putWork(placed)}>
            Start over
          </button>
        </span>
      </article>
      <Ways placed={placed} />
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** A lesson that is being written, tried as a learner would. */
function OfDraft() {
  const back = () => {
    leaveLesson();
    openLearn('write');
  };
  return (
    <p className="lesson-draft">
      <span>You try your own lesson, as a learner would meet it.</span>
      <button type="button" className="btn" onClick={back}>
        Back to writing
      </button>
    </p>
  );
}

/** What is said once it has passed. */
function Passed({ placed }: { readonly placed: Placed }) {
  const isPassed = useTried((t) => t.grade?.isPassed === true);
  const next = beside(placed, 1);
  if (!isPassed) return null;
  return (
    <section className="lesson-passed" aria-label="Passed">
      <p>
        <strong>✓ Passed.</strong> <Sentence words={asSentence(prose(placed.lesson.teaches))} />
      </p>
      {next ? (
        <button type="button" className="btn btn-main" onClick={() => openLesson(next.name)}>
          Next: {next.lesson.title}
        </button>
      ) : (
        <button type="button" className="btn btn-main" onClick={() => openLearn('lessons')}>
          All lessons
        </button>
      )}
    </section>
  );
}

/** To the lesson before and the one behind. */
function Ways({ placed }: { readonly placed: Placed }) {
  const [before, next] = [beside(placed, -1), beside(placed, 1)];
  return (
    <nav className="lesson-ways" aria-label="Lessons before and after">
      <button
        type="button"
        className="btn-quiet"
        disabled={!before}
        title={before?.lesson.title}
        onClick={() => before && openLesson(before.name)}
      >
        ‹ Previous
      </button>
      <span className="gap" />
      <button
        type="button"
        className="btn-quiet"
        disabled={!next}
        title={next?.lesson.title}
        onClick={() => next && openLesson(next.name)}
      >
        Next ›
      </button>
    </nav>
  );
}
