import { useEffect, useMemo, useState } from 'react';
import { chooseEvent } from '../actions/choose-event';
import { effectivelyChosen } from '../results/chosen';
import { lookAtVariants } from '../results/connect';
import { numberOf } from '../results/event-number';
import { stoppedKey } from '../results/outcome';
import { useResults } from '../results/results';
import { usePanel } from '../results/use-panel';
import { session, useSession } from '../state/session';
import { notify } from '../ui/notices';
import { type Place, readPlace, type Show } from './place';
import { evasionsOf, toldOf, windowsOf } from './told';

/** Where the stage is: which kind of show, the index of a window or an evasion, and the step. */
interface At {
  readonly kind: Show['kind'];
  readonly index: number;
  readonly step: number;
}

/** Why there is nothing of a kind. */
const LACKS: Readonly<Record<Show['kind'], (event: number) => string>> = {
  event: () => 'There are no events yet.',
  window: () => 'The rule has no correlation.',
  evasion: (event) =>
    `Event ${event.toLocaleString('en')} has no evasion: only an event that matches by its command line has.`,
};

const BEGIN: At = { kind: 'event', index: 0, step: 0 };

function atOf(place: Place | null): At {
  if (!place) return BEGIN;
  const { show, step } = place;
  return { kind: show.kind, index: show.kind === 'event' ? 0 : show.index, step };
}

/** What the stage shows, and the ways to something else. `address`: the place of a link, empty for none. */
export function useStageShow(address: string) {
  usePanel('explain');
  usePanel('rule');
  usePanel('correlations');
  const results = useResults((r) => r);
  const selected = useSession((s) => s.selected);
  const [at, setAt] = useState<At>(() => atOf(readPlace(address)));
  useEffect(() => {
    const place = readPlace(address);
    if (!place) return;
    setAt(atOf(place));
    if (place.show.kind !== 'window') session.setState({ selected: place.show.event });
  }, [address]);

  const { outcome } = results;
  const event = effectivelyChosen(selected, outcome.verdicts.length);
  useEvasions(event, at.kind === 'evasion');
  const show: Show =
    at.kind === 'window'
      ? { kind: 'window', index: at.index }
      : at.kind === 'event'
        ? { kind: 'event', event }
        : { kind: 'evasion', event, index: at.index };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a show is made of these.
  const shown = useMemo(() => toldOf(results, show, numberOf), [results, show.kind, at.index, event]);
  const steps = shown.told?.steps ?? [];
  const step = Math.max(0, Math.min(at.step, steps.length - 1));

  const windows = windowsOf(results).length;
  const evasions = evasionsOf(outcome, event)?.length ?? 0;
  const total = at.kind === 'window' ? windows : at.kind === 'event' ? outcome.verdicts.length : evasions;
  const current = at.kind === 'event' ? event : Math.max(0, Math.min(at.index, total - 1));
  const kinds: Readonly<Record<Show['kind'], boolean>> = {
    event: true,
    window: results.documents.some(({ kind }) => kind === 'correlation'),
    evasion: outcome.varied.has(event),
  };

  return {
    results,
    shown,
    show,
    event,
    step,
    total,
    current,
    kinds,
    place: { show, step } satisfies Place,
    /** Goes to a step, if there is such a one. */
    goTo: (to: number) => setAt({ ...at, step: Math.max(0, Math.min(to, steps.length - 1)) }),
    /** Shows another event, window or evasion from its first step, if there is such a one. */
    showOther: (by: 1 | -1) => {
      const next = current + by;
      if (next < 0 || next >= total) return;
      setAt({ ...at, index: at.kind === 'event' ? 0 : next, step: 0 });
      if (at.kind === 'event') chooseEvent(next);
    },
    /** Shows another kind, or says that there is nothing of it. */
    showKind: (kind: Show['kind']) => {
      // Whether an event has evasions is known once it is explained.
      const isKnown = kind !== 'evasion' || outcome.traces.has(event);
      if (!kinds[kind] && isKnown) notify({ key: 'stage', text: LACKS[kind](numberOf(event)), for: 6000 });
      else if (kinds[kind] && kind !== at.kind) setAt({ kind, index: 0, step: 0 });
    },
  };
}

/** Has the engine try the evasions of an event, once for each run. */
function useEvasions(event: number, isWanted: boolean): void {
  const run = useResults((r) => r.outcome.run);
  const isReady = useResults(
    ({ running, stale, outcome: { traces, variants, stopped } }) =>
      !running &&
      !stale &&
      traces.has(event) &&
      !variants.has(event) &&
      !stopped.has(stoppedKey('vary', event)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run asks anew.
  useEffect(() => {
    if (isWanted && isReady) lookAtVariants(event);
  }, [isWanted, isReady, event, run]);
}
