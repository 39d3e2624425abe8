import type { EventKind } from './schema';

/**
 * What an event was recognised as. Within one run, which is one `Recogniser`, equal sources are the same object, and
 * `id` is small and dense, for tables.
 */
export interface EventSource {
  readonly id: number;
  /** `Sysmon 1`, `Security 4688`, `unknown source`. */
  readonly label: string;
  readonly product: string | null;
  readonly channel: string | null;
  readonly provider: string | null;
  readonly eventId: number | null;
  /** False for an event that nothing identifies: every rule is applicable to it. */
  readonly known: boolean;
  /** The fields whose values identify it, in every such event; empty if that differs from event to event. */
  readonly because: readonly string[];
  /** Why it was recognised, in words that fit every such event: `Channel is Security and EventID is 4688`. */
  readonly evidence: string;
  /** The kind of events in a schema with its own field names; null if they are those that rules use. */
  readonly kind: EventKind | null;
}

/** The source of events that nothing identifies. */
export const UNKNOWN: EventSource = {
  id: 0,
  label: 'unknown source',
  product: null,
  channel: null,
  provider: null,
  eventId: null,
  known: false,
  because: [],
  evidence: 'the event names no channel and no provider, and its fields match no known source',
  kind: null,
};

type Facts = Omit<EventSource, 'id'>;

/** Sources beyond this many count as unknown: no recording has so many, only a crafted text. */
const MOST_SOURCES = 4000;

/** The sources of one run, each made once. */
export class Sources {
  private readonly made = new Map<string, EventSource>();
  private count = 0;

  /** The source of these facts; `key` is equal for equal facts. Unknown if there are too many. */
  of(key: string, facts: () => Facts): EventSource {
    const known = this.made.get(key);
    if (known) return known;
    if (this.made.size >= MOST_SOURCES) return UNKNOWN;
    const source = this.add(facts());
    this.made.set(key, source);
    return source;
  }

  /** A new source, with its number. */
  add(facts: Facts): EventSource {
    return { id: ++this.count, ...facts };
  }
}
