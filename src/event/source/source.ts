import type { EventKind } from './schema';

/** What an event was recognised as. Equal sources are the same object; `id` is small and dense, for tables. */
export interface EventSource {
  readonly id: number;
  /** `Sysmon 1`, `Security 4688`, `unknown source`. */
  readonly label: string;
  readonly product: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  /** False for an event of which nothing tells where it comes from: every rule is applicable to it. */
  readonly known: boolean;
  /** The fields whose values told it, in every event of it; empty where that differs from event to event. */
  readonly because: readonly string[];
  /** Why it was recognised so, in words that fit every event of it: `Channel is Security and EventID is 4688`. */
  readonly evidence: string;
  /** The kind of events in a schema that has its own names for fields; null where they are those that rules use. */
  readonly kind: EventKind | null;
}

const all: EventSource[] = [];

/** Registers a source and gives it its number; called once for each that differs. */
export function newSource(facts: Omit<EventSource, 'id'>): EventSource {
  const source = { id: all.length, ...facts };
  all.push(source);
  return source;
}

/** How many sources there are; further ones would only come from a text that makes them up. */
export function sourceCount(): number {
  return all.length;
}

/** The source of events that nothing identifies. */
export const UNKNOWN: EventSource = newSource({
  label: 'unknown source',
  product: null,
  channel: null,
  provider: null,
  eventId: null,
  known: false,
  because: [],
  evidence: 'the event names no channel and no provider, and its fields fit no source that is known',
  kind: null,
});
