import { useEffect, useMemo, useRef } from 'react';
import { PAGE } from '../../src/limits';
import { shortened } from '../../src/text';
import { chooseEvent } from '../actions/choose-event';
import { eventDecorations } from '../editor/event-decorations';
import { effectivelyChosen } from '../results/chosen';
import { lookAt } from '../results/connect';
import { numberOf } from '../results/event-number';
import { placesIn } from '../results/places';
import { useResults } from '../results/results';
import { rangeOf, type VerdictName, verdictOf } from '../results/verdict-columns';
import { useSession } from '../state/session';
import { Spans } from './Spans';
import { type Coloured, spansOf } from './spans';

const CLASSES: Readonly<Record<VerdictName, string>> = {
  match: 'embed-event embed-event-match',
  'no match': 'embed-event',
  'not applicable': 'embed-event embed-event-other',
  error: 'embed-event embed-event-error',
};

/** The events as text that cannot be changed, with what matched coloured. A click chooses an event; the verdicts do by keys. */
export function EventsText() {
  const text = useSession((s) => s.events);
  const selected = useSession((s) => s.selected);
  const outcome = useResults((r) => r.outcome);
  const shown = shortened(text, PAGE.plainLength.value);
  const { verdicts } = outcome;
  const chosen = effectivelyChosen(selected, verdicts.length);
  // Without an editor nothing scrolls: all of what is shown is looked at.
  useEffect(() => lookAt({ start: 0, end: shown.length }), [shown]);
  const events = useMemo(() => blocksOf(shown, outcome, chosen), [shown, outcome, chosen]);
  const current = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for when another event is chosen.
  useEffect(() => intoSight(current.current), [chosen, verdicts.length]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it.
    <section className="embed-text" aria-label="Events" tabIndex={0}>
      {events.map(({ event, start, spans }) =>
        event === null ? (
          <pre key={start}>
            <Spans spans={spans} />
          </pre>
        ) : (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the row of verdicts has the keys.
          <div
            key={start}
            ref={event === chosen ? current : undefined}
            className={`${CLASSES[verdictOf(verdicts, event)]}${event === chosen ? ' embed-event-chosen' : ''}`}
            title={`Event ${numberOf(event)}: ${verdictOf(verdicts, event)}`}
            onClick={() => chooseEvent(event)}
          >
            <pre>
              <Spans spans={spans} />
            </pre>
          </div>
        ),
      )}
    </section>
  );
}

/** Scrolls the text, and nothing around it, until an event is in sight. */
function intoSight(event: HTMLElement | null): void {
  const frame = event?.parentElement;
  if (!event || !frame) return;
  const [inner, outer] = [event.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top;
}

interface Block {
  /** Null for text that belongs to no event. */
  readonly event: number | null;
  readonly start: number;
  readonly spans: ReturnType<typeof spansOf>;
}

type Outcome = Parameters<typeof eventDecorations>[0];

/** The text in pieces: one for each event that is known, and what is left between. */
function blocksOf(text: string, outcome: Outcome, chosen: number): Block[] {
  const place = placesIn('events', outcome.events);
  const all = { start: 0, end: text.length };
  const marks = eventDecorations(outcome, all, chosen).flatMap(({ range, className }): Coloured[] => {
    const at = className ? place(range) : null;
    return at && className ? [{ range: at, className }] : [];
  });
  const blocks: Block[] = [];
  const add = (event: number | null, start: number, end: number) => {
    if (text.slice(start, end).trim() !== '')
      blocks.push({ event, start, spans: spansOf(text, { start, end }, marks) });
  };
  let at = 0;
  for (let event = 0; event < outcome.verdicts.length; event++) {
    const range = place(rangeOf(outcome.verdicts, event));
    if (!range || range.end <= range.start || range.start < at) continue;
    if (range.start >= text.length) break;
    add(null, at, range.start);
    at = Math.min(range.end, text.length);
    add(event, range.start, at);
  }
  add(null, at, text.length);
  return blocks;
}
