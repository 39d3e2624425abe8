import type { EventSlice, EventSource } from '../event';
import { evidence, Recogniser } from '../event';
import type { Words } from '../text';

/** A log source of some of the events. */
export interface SourceFound {
  /** `Sysmon 1`, `Defender DeviceProcessEvents`, `unknown source`. */
  readonly label: string;
  /** How many of the events. */
  readonly count: number;
  /** Position of the first of them. */
  readonly event: number;
  /** How the first of them was recognised, in its own names; no full stop at the end. */
  readonly evidence: Words;
}

/** Counts the log sources of events. */
export class SourcesFound {
  private readonly recogniser = new Recogniser();
  private readonly found = new Map<EventSource, { first: number; count: number }>();

  add({ event }: EventSlice, index: number): void {
    if (!event) return;
    const source = this.recogniser.recognise(event);
    const known = this.found.get(source);
    if (known) known.count++;
    else this.found.set(source, { first: index, count: 1 });
  }

  /** The log sources of `slices`, most frequent first. */
  list(slices: readonly EventSlice[]): SourceFound[] {
    return [...this.found]
      .map(([{ label }, { first, count }]) => ({
        label,
        count,
        event: first,
        evidence: evidence(slices[first]!.event!),
      }))
      .sort((a, b) => b.count - a.count || a.event - b.event);
  }
}
