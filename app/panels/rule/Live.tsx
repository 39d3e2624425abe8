import type { Trace } from '../../../src/match';
import { effectivelyChosen } from '../../results/chosen';
import { numberOf } from '../../results/event-number';
import { useResults } from '../../results/results';
import { type VerdictName, verdictOf } from '../../results/verdict-columns';
import { useSession } from '../../state/session';

/** The results of the chosen event for the parts of the rule. */
export interface Live {
  readonly event: number;
  /** One sentence: the verdict, or why there is none. */
  readonly says: string;
  /** The explanation that Explain shows; null if there is no verdict. */
  readonly trace: Trace | null;
}

const SAYS: Readonly<Record<VerdictName, string>> = {
  match: 'matches.',
  'no match': 'does not match.',
  'not applicable':
    'has another log source, so the rule does not apply to it. The parts show what the detection alone gives.',
  error: 'cannot be read, so no part has a verdict.',
};

/** The chosen event's explanation, or why there is none. */
export function useLive(): Live {
  const verdicts = useResults((r) => r.outcome.verdicts);
  const selected = useSession((s) => s.selected);
  const event = effectivelyChosen(selected, verdicts.length);
  const trace = useResults((r) => r.outcome.traces.get(event)) ?? null;
  if (verdicts.length === 0)
    return { event, says: 'There are no events yet, so no part has a verdict.', trace: null };
  if (verdictOf(verdicts, event) === 'error')
    return { event, says: `Event ${numberOf(event)} ${SAYS.error}`, trace: null };
  return { event, says: `Event ${numberOf(event)}${trace ? ` ${SAYS[trace.verdict]}` : '…'}`, trace };
}

/** Which event the marks of a section belong to. */
export function LiveNote({ live: { says, trace } }: { readonly live: Live }) {
  return (
    <p className="rule-live soft">
      {trace && trace.verdict !== 'not applicable' ? <Mark matched={trace.matched} /> : null} {says}
    </p>
  );
}

interface MarkProps {
  readonly matched: boolean | undefined;
  /** The word beside the sign; without it, only the sign. */
  readonly word?: string | undefined;
}

/** A sign and a word for the result of an event; nothing if there is no verdict. */
export function Mark({ matched, word }: MarkProps) {
  if (matched === undefined) return null;
  return (
    <span className={`rule-live-mark ${matched ? 'good' : 'bad'}`}>
      <span aria-hidden="true">{matched ? '✓' : '✗'}</span>
      {word ? ` ${word}` : null}
    </span>
  );
}

/** The result of a selection, in a word. */
export function matchedWord(matched: boolean): string {
  return matched ? 'matched' : 'not matched';
}

/** The result of a gate, a group or a predicate, in a word. */
export function truthWord(matched: boolean): string {
  return matched ? 'true' : 'false';
}
