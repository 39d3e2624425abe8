import { useEffect, useState } from 'react';
import { verdictSaid } from '../../../src/describe';
import { effectivelyChosen } from '../../results/chosen';
import { numberOf } from '../../results/event-number';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { cutText } from '../../ui/cut';

/** Milliseconds without an edit or another choice until a verdict is told: whoever types is not spoken to. */
const REST = 1500;

/** Tells a screen reader in sentences whether the chosen event matches, and why, once somebody who typed rests. */
export default function VerdictTold() {
  const rule = useSession((s) => s.rule);
  const events = useSession((s) => s.events);
  const selected = useSession((s) => s.selected);
  const outcome = useResults((r) => r.outcome);
  const isOpen = useResults((r) => r.running || r.stale);
  const [told, setTold] = useState('');
  const chosen = effectivelyChosen(selected, outcome.verdicts.length);
  const trace = outcome.traces.get(chosen);
  const isOfTexts = !isOpen && outcome.rule === rule && outcome.events === events;
  const sentences =
    isOfTexts && trace && rule !== '' ? verdictSaid(trace, numberOf(chosen), outcome.info?.title ?? '') : [];
  const now = sentences.map((sentence) => cutText(sentence)).join(' ');
  useEffect(() => {
    // While the engine works, what was told stays: to empty it and say the same again would be chatter.
    if (now === '' && rule !== '' && events !== '') return;
    const timer = setTimeout(() => setTold(now), REST);
    return () => clearTimeout(timer);
  }, [now, rule, events]);
  return (
    <p className="visually-hidden" role="status" aria-label="Verdict">
      {told}
    </p>
  );
}
