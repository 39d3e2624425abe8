import { PAGE } from '../../../src/limits';
import { cutEntry } from '../../ui/cut';
import './unseen.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Target } from '../../../src/authoring';
import { goTo } from '../../actions/go-to';
import { logCounts } from '../../results/log-counts';
import { useResults } from '../../results/results';
import { useSession } from '../../state/session';
import { count } from '../../ui/count';
import { useGrowing } from '../growing';
import { SelectionName } from '../SelectionName';
import { makeEvent } from './make-event';

/** The values and selections that no event matches, each with a way to make an event that does. */
export function NotExercised() {
  const outcome = useResults((r) => r.outcome);
  const stale = useResults((r) => r.stale);
  const current = useSession((s) => s.rule === outcome.rule);
  // The events of a large log are not in the editor, so nothing can be added to them.
  const log = useStore(logCounts, (s) => s.of !== null);
  const { info, counts, total } = outcome;
  const section = useRef<HTMLElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The row of what was just exercised disappears, and with it the button that had the focus.
    if (counts?.done && asked.current && document.activeElement === document.body) section.current?.focus();
  }, [counts]);
  const make = (target: Target) => {
    asked.current = true;
    void makeEvent(target);
  };
  const isShown = info !== null && counts?.done === true && total > 0 && !log;
  const values = isShown ? unmatched(counts.values, info.values.length) : [];
  const selections = isShown ? unmatched(counts.selections, info.selections.length) : [];
  const most = PAGE.notExercised.value;
  const { shown } = useGrowing(Math.min(most, values.length + selections.length));
  if (!isShown) return null;
  const disabled = stale || !current;
  return (
    <section ref={section} className="unseen" aria-label="Not exercised" tabIndex={-1}>
      <h3>Not exercised by the events</h3>
      <p className="soft">
        {values.length + selections.length === 0
          ? `Every value and selection matches at least one of the ${count(total, 'event')}.`
          : `${values.length.toLocaleString('en')} of ${count(info.values.length, 'value')} and ${selections.length.toLocaleString('en')} of ${count(info.selections.length, 'selection')} match none of the ${count(total, 'event')}.`}
      </p>
      <ul className="unseen-list">
        {selections.slice(0, shown).map((selection) => {
          const { name, range } = info.selections[selection]!;
          return (
            <li key={`selection ${selection}`}>
              <button type="button" className="unseen-place" onClick={() => goTo('rule', range, false)}>
                <SelectionName name={name} index={selection} whole={false} />{' '}
                <span className="soft">as a whole</span>
              </button>
              <Make
                what={`selection ${cutEntry(name)}`}
                disabled={disabled}
                onMake={() => make({ selection, value: null })}
              />
            </li>
          );
        })}
        {values.slice(0, Math.max(0, shown - selections.length)).map((id) => {
          const { selection, range, field, written } = info.values[id]!;
          return (
            <li key={id}>
              <button type="button" className="unseen-place" onClick={() => goTo('rule', range, false)}>
                <SelectionName
                  name={info.selections[selection]?.name ?? ''}
                  index={selection}
                  whole={false}
                />{' '}
                {cutEntry(field ?? 'keyword')} <code>{written}</code>
              </button>
              <Make
                what={`${cutEntry(field ?? 'keyword')} ${written}`}
                disabled={disabled}
                onMake={() => make({ selection, value: id })}
              />
            </li>
          );
        })}
      </ul>
      {values.length > most ? (
        <p className="soft">{count(values.length - most, 'further value')} are dimmed in the rule.</p>
      ) : null}
    </section>
  );
}

/** The numbers of those that no event matches, of so many. */
function unmatched(counts: readonly number[], length: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < length; i++) if (counts[i] === 0) found.push(i);
  return found;
}

interface MakeProps {
  readonly what: string;
  readonly disabled: boolean;
  readonly onMake: () => void;
}

function Make({ what, disabled, onMake }: MakeProps) {
  return (
    <button
      type="button"
      className="btn"
      aria-label={`Make a matching event: ${what}`}
      disabled={disabled}
      onClick={onMake}
    >
      Make a matching event
    </button>
  );
}
