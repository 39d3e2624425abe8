import type { RunEnd } from '../../src/catalog';
import { NO_MAPPING } from '../../src/text';
import type { RunSettings } from '../workers/catalog/protocol';

/** A run of all rules over all events, and its progress. */
export interface Run {
  /** The text and the settings of the run. */
  readonly events: string;
  readonly settings: RunSettings;
  /**
   * For each rule, the events that it matched, in ascending order. The lists are filled in place; each batch makes a
   * new map.
   */
  readonly hits: ReadonlyMap<number, readonly number[]>;
  /** How many events are done, and how much of their text that is. */
  readonly done: number;
  readonly share: number;
  readonly state: 'going' | 'done' | 'cancelled' | 'failed';
  readonly end: RunEnd | null;
}

/** A run that has just begun. */
export function newRun(events: string, { ignoreLogsource, mapping = NO_MAPPING, format }: RunSettings): Run {
  return {
    events,
    settings: { ignoreLogsource, mapping, format },
    hits: new Map(),
    done: 0,
    share: 0,
    state: 'going',
    end: null,
  };
}

/** Adds a batch to `hits`: `rules[i]` matches `events[i]`. */
export function withHits(
  hits: ReadonlyMap<number, readonly number[]>,
  rules: ArrayLike<number>,
  events: ArrayLike<number>,
): ReadonlyMap<number, readonly number[]> {
  const all = new Map(hits as ReadonlyMap<number, number[]>);
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] ?? 0;
    const list = all.get(rule);
    if (list) list.push(events[i] ?? 0);
    else all.set(rule, [events[i] ?? 0]);
  }
  return all;
}
