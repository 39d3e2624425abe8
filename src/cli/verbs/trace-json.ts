import type { Hit, ItemTrace, Miss, Trace } from '../../match';
import { missWords, noteWords, operatorWords, summaryWords } from '../../match';
import { plain } from '../../text';

/**
 * A trace as JSON for scripts, after what identifies its rule: the records, and beside them the sentences that users
 * see.
 */
export function traceJson(
  trace: Trace,
  rule: { readonly rule?: string | null; readonly title?: string },
): string {
  const said = { source: plain(trace.source), summary: plain(summaryWords(trace)) };
  return JSON.stringify({ ...rule, ...trace, ...said }, withWords);
}

/** Adds the sentence to each record that has one. */
function withWords(key: string, value: unknown): unknown {
  if (key === 'miss') return { ...(value as Miss), text: plain(missWords(value as Miss)) };
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && value.kind === 'item') {
    const { mapping, ...item } = value as ItemTrace;
    const words = { operator: operatorWords(item, item.values.length) };
    return { ...item, ...words, ...(mapping ? { mapping: plain(mapping) } : {}) };
  }
  if ('spans' in value) {
    const hit = value as Hit;
    return hit.notes ? { ...hit, note: noteWords(hit.notes) } : hit;
  }
  return value;
}
