import type { Grade, HeldResult, Lesson, ShownResult } from '../../src/teach';
import { prose } from '../../src/text';
import { chooseEvent } from '../actions/choose-event';
import { session, useSession } from '../state/session';
import { Sentence } from '../ui/Sentence';
import { changedGiven } from './lesson-work';
import { useTried } from './trying';
import {
  firingsWords,
  foundWords,
  GIVEN_CHANGED,
  heldBackWords,
  heldWords,
  isShownMet,
  WORK_NAMES,
  wantedWords,
} from './words';

/** What came of the work: each event on screen, and what is held back by its kind. */
export function Results({ lesson }: { readonly lesson: Lesson }) {
  const grade = useTried((t) => t.grade);
  const why = useTried((t) => t.why);
  const isAwaited = useTried((t) => t.isAwaited);
  const given = useSession((s) => changedGiven(lesson, s));
  return (
    <section
      className={isAwaited ? 'lesson-results lesson-awaited' : 'lesson-results'}
      aria-labelledby="lesson-results"
      data-graded={isAwaited ? undefined : ''}
    >
      <h3 id="lesson-results" className="lesson-subtitle">
        {WORK_NAMES[lesson.task]}
      </h3>
      {given ? <p className="soft">{GIVEN_CHANGED[given]}</p> : null}
      {why !== null ? (
        <p className="bad">{why}</p>
      ) : grade === null ? (
        <p className="soft">Trying…</p>
      ) : (
        <Graded lesson={lesson} grade={grade} />
      )}
    </section>
  );
}

function Graded({ lesson, grade }: { readonly lesson: Lesson; readonly grade: Grade }) {
  const { problem, shown, firings } = grade;
  if (problem)
    return (
      <p className="lesson-fault">
        <Sign isGood={false} /> <Sentence words={problem.says} />
      </p>
    );
  return (
    <>
      <ul className="lesson-rows" aria-label="Events on screen">
        {shown.map((one) => (
          <ShownRow key={one.event} result={one} />
        ))}
        {firings ? (
          <li className={firings.isMet ? 'lesson-row' : 'lesson-row lesson-fault'}>
            <Sign isGood={firings.isMet} /> <span>{firingsWords(firings)}</span>
          </li>
        ) : null}
      </ul>
      <Held lesson={lesson} grade={grade} />
    </>
  );
}

function ShownRow({ result }: { readonly result: ShownResult }) {
  const { event, isMet } = result;
  const show = () => {
    session.setState({ tab: 'explain' });
    chooseEvent(event);
  };
  return (
    <li className={isMet ? 'lesson-row' : 'lesson-row lesson-fault'}>
      <Sign isGood={isMet} />
      <button
        type="button"
        className="btn-line lesson-event"
        title="Show and explain this event"
        onClick={show}
      >
        Event {event + 1}
      </button>
      <span>
        {wantedWords(result)}
        <span className="soft">
          {isMet ? ', and ' : ', but '}
          {foundWords(result)}
        </span>
      </span>
    </li>
  );
}

/** What is held back: its kinds are told once what is on screen is right. */
function Held({ lesson: { task, held: all }, grade }: { readonly lesson: Lesson; readonly grade: Grade }) {
  const { held } = grade;
  if (all.length === 0) return null;
  if (!isShownMet(grade)) return <p className="soft">{heldBackWords(task, all.length)}</p>;
  const right = held.filter(({ fault }) => fault === null).length;
  return (
    <>
      <p className="lesson-held">
        Held back: {right} of {held.length} right
      </p>
      <ul className="lesson-rows" aria-label="Held back">
        {held.map((one) => (
          <HeldRow key={one.kind} task={task} result={one} />
        ))}
      </ul>
    </>
  );
}

function HeldRow({ task, result }: { readonly task: Lesson['task']; readonly result: HeldResult }) {
  const isRight = result.fault === null;
  return (
    <li className={isRight ? 'lesson-row' : 'lesson-row lesson-fault'}>
      <Sign isGood={isRight} />
      <span>
        <Sentence words={isRight ? prose(result.kind) : heldWords(task, result)} />
      </span>
    </li>
  );
}

function Sign({ isGood }: { readonly isGood: boolean }) {
  return (
    <span className={isGood ? 'lesson-sign good' : 'lesson-sign bad'}>
      <span aria-hidden="true">{isGood ? '✓' : '✗'}</span>
      <span className="visually-hidden">{isGood ? 'right:' : 'not right:'}</span>
    </span>
  );
}
