import type { SigmaEvent } from '../event';
import { EventReader } from '../event';
import { RuleSet } from '../match';
import { compile } from '../rule';
import { catalogs } from './catalogs';
import { diverseLines } from './diverse';

/**
 * Holds all rules and 100,000 events at once, as the page's worker does, and prints the megabytes of heap in use at the
 * end. The benchmark starts it with a heap that cannot exceed the limit.
 */
export function holdEverything(): void {
  const { texts } = catalogs().at(-1)!;
  const plans = texts.flatMap((text) => compile(text).plan ?? []);
  const set = new RuleSet(plans);
  const text = diverseLines(100_000).join('\n');
  const events: SigmaEvent[] = [];
  let matches = 0;
  const reader = new EventReader(text);
  for (let slice = reader.next(); slice; slice = reader.next()) {
    if (!slice.event) continue;
    matches += set.match(slice.event).length;
    slice.event.release?.();
    events.push(slice.event);
  }
  if (matches === 0 || events.length !== 100_000) throw new Error('the events were not matched');
  const { heapUsed, external } = process.memoryUsage();
  console.log(Math.round((heapUsed + external) / 1e6));
}
