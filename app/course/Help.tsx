import { useEffect, useState } from 'react';
import { HINT_STEPS, type Hint, type HintStep, isStillWrong, type LessonWork } from '../../src/teach';
import { chooseEvent } from '../actions/choose-event';
import { goTo } from '../actions/go-to';
import { session, useSession } from '../state/session';
import { Sentence } from '../ui/Sentence';
import { askHint } from './ask';
import type { Placed } from './courses';
import { isSameWork, workIn } from './lesson-work';
import { firstProgress, progress, setProgress } from './progress';
import { useTried } from './trying';
import { WORK_NAMES } from './words';

/** What was told of a work that is not right yet. */
interface Told {
  /** The work that the hints are about; null while there are none. */
  readonly work: LessonWork | null;
  readonly hints: readonly Hint[];
}

const NOTHING: Told = { work: null, hints: [] };

const STEPS: Readonly<Record<HintStep, string>> = { 1: 'Where', 2: 'Why', 3: 'What to write' };

/** "I am stuck": one more step of help with each press, about what stands in the way now. */
export function Help({ placed }: { readonly placed: Placed }) {
  const [told, setTold] = useState(NOTHING);
  const [why, setWhy] = useState<string | null>(null);
  const isPassed = useTried((t) => t.grade?.isPassed === true);
  const isChanged = useSession(
    (s) => told.work !== null && !isSameWork(placed.lesson, told.work, workIn(s, placed.lesson)),
  );
  // The grade of the work as it stands.
  const grade = useTried((t) => (t.isAwaited ? null : t.grade));
  const isRight = grade !== null && told.hints.some((hint) => !isStillWrong(hint, grade));
  useEffect(() => {
    if (isRight) setTold(NOTHING);
  }, [isRight]);
  const next = HINT_STEPS.find((step) => step > (told.hints.at(-1)?.step ?? 0));
  const ask = async () => {
    const { lesson } = placed;
    const work = workIn(session.getState(), lesson);
    const asked = await askHint(lesson, work, next ?? 1);
    if (asked === null) return;
    setWhy('why' in asked ? asked.why : null);
    if ('why' in asked || asked.answer === null) return;
    const hint = asked.answer;
    countHelp(placed);
    // After a change something else may stand in the way: then the help begins anew, with where that is.
    if (hint.step !== 1 && told.hints[0]?.about !== hint.about) {
      const first = await askHint(lesson, work, 1);
      if (first && 'answer' in first && first.answer) setTold({ work, hints: [first.answer] });
      return;
    }
    setTold({ work, hints: hint.step === 1 ? [hint] : [...told.hints, hint] });
  };
  if (isPassed) return null;
  return (
    <section className="lesson-help" aria-label="Help">
      <button type="button" className="btn" onClick={() => void ask()}>
        {next === 1 || next === undefined ? 'I am stuck' : 'More help'}
      </button>
      {isChanged ? (
        <p className="soft">
          You have changed {WORK_NAMES[placed.lesson.task].toLowerCase()} since: the hints are about what was
          there before.
        </p>
      ) : null}
      <ol className="lesson-hints" aria-live="polite" aria-label="Hints">
        {told.hints.map((hint) => (
          <li key={hint.step}>
            <span className="lesson-step">{STEPS[hint.step]}</span>
            <span>
              <Sentence words={hint.says} />
            </span>
            {hint.step === 1 ? <Go hint={hint} rule={told.work?.rule ?? ''} isNow={!isChanged} /> : null}
          </li>
        ))}
      </ol>
      {why === null ? null : <p className="bad">{why}</p>}
    </section>
  );
}

function countHelp({ name, lesson }: Placed): void {
  const known = progress.getState().of.get(name);
  const work = workIn(session.getState(), lesson);
  setProgress(name, { ...(known ?? firstProgress(work)), helped: (known?.helped ?? 0) + 1 });
}

/** Leads to what a hint is about. */
function Go({
  hint: { places, event },
  rule,
  isNow,
}: {
  readonly hint: Hint;
  readonly rule: string;
  readonly isNow: boolean;
}) {
  const [place] = places;
  if (place && isNow)
    return (
      <button type="button" className="btn-quiet" onClick={() => goTo('rule', place, true, rule)}>
        Go there
      </button>
    );
  if (event === null) return null;
  return (
    <button
      type="button"
      className="btn-quiet"
      onClick={() => {
        session.setState({ pane: 'events', tab: 'explain' });
        requestAnimationFrame(() => chooseEvent(event));
      }}
    >
      Show event {event + 1}
    </button>
  );
}
