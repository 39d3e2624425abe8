import type { Source } from './item';
import { outlineOf } from './outline';
import { placeAt } from './place';

/** What to ask of the events before making suggestions or a hover. */
export type EventsWanted =
  | {
      /** The field whose values are needed; null for the names of all fields. */
      readonly field: string | null;
      readonly source: Source;
    }
  /** The log sources of the events. */
  | { readonly logsources: true };

/** What `complete` or `hover` needs from the events at a place; null for nothing. Linear. */
export function eventsWanted(text: string, offset: number, by: 'complete' | 'hover'): EventsWanted | null {
  const { kind, path, before, whole, lines } = placeAt(text, offset);
  if (path[0] === 'logsource' && path.length < 3) return by === 'complete' ? { logsources: true } : null;
  if ((path[0] !== 'detection' && path[0] !== 'filter') || path[1] === 'condition') return null;
  const source = outlineOf(lines).logsource;
  if (kind === 'value' && path.length === 3 && by === 'complete')
    return { field: path[2]!.split('|')[0]!, source };
  if (kind !== 'key' || path.length !== 2 || before.includes('|')) return null;
  return { field: by === 'complete' ? null : whole.split('|')[0]!, source };
}
