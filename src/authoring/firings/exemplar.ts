import { eventJson } from '../../event';
import { correlate, eventsOf } from '../../match';
import { correlationAt, type TriedFirings } from './tried';

/** Events that a correlation has to fire on, or must not. */
export interface ExemplarAsk {
  /** The index of the correlation's document in the text. */
  readonly document: number;
  /** Null: all that match its rules. */
  readonly events: readonly number[] | null;
  readonly fires: boolean;
}

/** Those events with the time of each after the first, in whole seconds. */
export interface Exemplar {
  readonly document: number;
  readonly fires: boolean;
  readonly events: readonly { readonly json: string; readonly offset: number }[];
}

/** An exemplar of more events is no example. */
const MOST_EVENTS = 500;
const SECOND = 1000;

/**
 * Events as an exemplar of a correlation, which holds no log source and whole seconds only. Null if an event says no time, or
 * the correlation would do something else with them.
 */
export function exemplarOf(tried: TriedFirings, { document, events, fires }: ExemplarAsk): Exemplar | null {
  const { collection } = tried;
  const correlation = correlationAt(collection, document);
  if (correlation === null) return null;
  const wanted = new Set(events ?? tried.matching(correlation));
  const timed = tried.events.flatMap((event) => {
    const micros = wanted.has(event.index) ? tried.time(event) : null;
    return micros === null ? [] : [{ event, micros }];
  });
  if (timed.length < wanted.size || timed.length === 0 || timed.length > MOST_EVENTS) return null;
  timed.sort((a, b) => a.micros - b.micros || a.event.index - b.event.index);
  const offsets = timed.map(({ micros }) => Math.floor((micros - timed[0]!.micros) / 1_000_000) * SECOND);
  const given = new Map(timed.map(({ event }, i) => [event.index, offsets[i]! * 1000]));
  const only = timed.map(({ event }) => event);
  const { firings } = correlate(collection, only, { ignoreLogsource: true, times: given })[correlation]!;
  const isWhole = firings.length === 1 && eventsOf(firings[0]!).length === only.length;
  if (fires ? !isWhole : firings.length > 0) return null;
  return {
    document,
    fires,
    events: only.map((event, i) => ({ json: eventJson(event), offset: offsets[i]! })),
  };
}
