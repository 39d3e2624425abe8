import { useState } from 'react';
import { HINT_STEPS, type Hint, type HintStep } from '../../src/teach';
import { chooseEvent } from '../actions/choose-event';
import { goTo } from '../actions/go-to';
import { session, useSession } from '../state/session';
import { Sentence } from '../ui/Sentence';
import { askHint } from './ask';
import type { Placed } from './courses';
import { workIn } from './lesson-work';
import { firstProgress, progress, setProgress } from './progress';
import { useTried } from './trying';

/** What was told of a work that is not right yet. */
interface Told {
  /** The rule that the places of the hints are in. */
  readonly rule: string;
  readonly hints: readonly Hint[];
}

const STEPS: Readonly<Record<HintStep, string>> = { 1: 'Where', 2: 'Why', 3: 'What to write' };

/** "I am stuck": one more step of help with each press, about what stands in the way now. */
export function Help({ placed }: { readonly placed: Placed }) {
  const [told, setTold] = useState<Told>({ rule: '', hints: [] });
  const [why, setWhy] = useState<string | null>(null);
  const isPassed = useTried((t) => t.grade?.isPassed === true);
  const rule = useSession((s) => s.rule);
  const next = HINT_STEPS.find((step) => step > (told.hints.at(-1)?.step ?? 0));
  const ask = async () => {
    const { lesson } = placed;
    const state = session.getState();
    const asked = await askHint(lesson, workIn(state, lesson), next ?? 1);
    if (asked === null) return;
    setWhy('why' in asked ? asked.why : null);
    if ('why' in asked || asked.answer === null) return;
    const hint = asked.answer;
    countHelp(placed);
    // After a change something else may stand in the way: then the help begins anew, with where that is.
    if (hint.step !== 1 && told.hints[0]?.about !== hint.about) {
      const first = await askHint(lesson, workIn(state, lesson), 1);
      if (first && 'answer' in first && first.answer) setTold({ rule: state.rule, hints: [first.answer] });
      return;
    }
    setTold({ rule: state.rule, hints: hint.step === 1 ? [hint] : [...told.hints, hint] });
  };
  if (isPassed) return null;
  return (
    <section className="lesson-help" aria-label="Help">
      <button type="button" className="btn" onClick={() => void ask()}>
        {next === 1 || next === undefined ? 'I am stuck' : 'More help'}
      </button>
      <ol className="lesson-hints" aria-live="polite" aria-label="Hints">
        {told.hints.map((hint) => (
          <li key={hint.step}>
            <span className="lesson-step">{STEPS[hint.step]}</span>
            <span>
              <Sentence words={hint.says} />
            </span>
            {hint.step === 1 ? <Go hint={hint} rule={told.rule} isNow={told.rule === rule} /> : null}
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
