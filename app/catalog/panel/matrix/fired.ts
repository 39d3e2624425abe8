import type { Hits } from '../rows';

/** Counts the events that several rules matched, each event once. */
export class EventCounter {
  private readonly seen: Uint32Array;
  private round = 0;

  constructor(private readonly hits: Hits) {
    let total = 0;
    for (const events of hits.values()) total = Math.max(total, (events.at(-1) ?? -1) + 1);
    this.seen = new Uint32Array(total);
  }

  /** The number of events that any of the rules matched. */
  count(rules: readonly number[]): number {
    const round = ++this.round;
    let count = 0;
    for (const rule of rules)
      for (const event of this.hits.get(rule) ?? [])
        if (this.seen[event] !== round) {
          this.seen[event] = round;
          count++;
        }
    return count;
  }
}
