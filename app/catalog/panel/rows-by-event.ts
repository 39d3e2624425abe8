import type { CatalogRule } from '../../../src/catalog';
import { type Filter, type Hits, type Rows, shownFindings } from './rows';

/**
 * The findings by event, in the order of the text: each event that any rule matched, with those rules, highest level
 * first. Rows are made when they are read, because a run may have a million of them.
 */
export function rowsByEvent(rules: readonly CatalogRule[], hits: Hits, filter: Filter): Rows {
  const found = shownFindings(rules, hits, filter);
  const only = filter.event;
  const total = found.reduce((most, { events }) => Math.max(most, (events.at(-1) ?? -1) + 1), 0);
  // Where each event's rules begin in one long list: first the counts, then the sums, then filled from there.
  const starts = new Uint32Array(total + 1);
  const each = (take: (event: number, rule: number) => void) => {
    for (const { rule, events } of found) {
      if (only !== null) take(only, rule);
      else for (const event of events) take(event, rule);
    }
  };
  each((event) => {
    starts[event + 1]!++;
  });
  const withRules: number[] = [];
  for (let event = 0; event < total; event++) {
    if (starts[event + 1]! > 0) withRules.push(event);
    starts[event + 1]! += starts[event]!;
  }
  const all = new Uint32Array(starts[total]!);
  const next = starts.slice();
  // Rules come in order of level, so each event's part is in that order too.
  each((event, rule) => {
    all[next[event]!++] = rule;
  });
  return {
    length: withRules.length,
    at: (index) => {
      const event = withRules[index];
      if (event === undefined) return undefined;
      return {
        kind: 'event',
        key: String(event),
        event,
        rules: all.subarray(starts[event]!, starts[event + 1]!),
      };
    },
  };
}
