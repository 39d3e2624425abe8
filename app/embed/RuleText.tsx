import { useMemo } from 'react';
import { PAGE } from '../../src/limits';
import { shortened } from '../../src/text';
import { ruleDecorations } from '../editor/rule-decorations';
import { effectivelyChosen } from '../results/chosen';
import { placesIn } from '../results/places';
import { useResults } from '../results/results';
import { useSession } from '../state/session';
import { Spans } from './Spans';
import { type Coloured, ruleColours, spansOf } from './spans';

/** The rule as text that cannot be changed, with what matches the chosen event coloured. */
export function RuleText() {
  const text = useSession((s) => s.rule);
  const selected = useSession((s) => s.selected);
  const outcome = useResults((r) => r.outcome);
  const stale = useResults((r) => r.stale);
  const shown = shortened(text, PAGE.plainLength.value);
  const spans = useMemo(() => {
    const visible = { start: 0, end: text.length };
    const chosen = effectivelyChosen(selected, outcome.verdicts.length);
    const place = placesIn('rule', outcome.rule);
    const marks = ruleDecorations(outcome, chosen, { countsShown: false, stale, visible }).flatMap(
      ({ range, className }): Coloured[] => {
        const at = className ? place(range) : null;
        return at && className ? [{ range: at, className }] : [];
      },
    );
    // A key that is a selection's name has the colour of the selection.
    const names = new Set(marks.map(({ range }) => range.start));
    const keys = ruleColours(shown).filter(({ range }) => !names.has(range.start));
    return spansOf(shown, { start: 0, end: shown.length }, [...keys, ...marks]);
  }, [text, shown, selected, outcome, stale]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
    <section className="embed-text" aria-label="Rule" tabIndex={0}>
      <pre>
        <Spans spans={spans} />
      </pre>
    </section>
  );
}
