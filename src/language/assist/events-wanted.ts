import { gathered, memberField, membersAt } from './blocks';
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
  const isKey = kind === 'key';
  const members = membersAt(path.slice(2, isKey ? undefined : -1));
  if (members === null || (!isKey && path.length < 3) || (isKey && path.length < 2)) return null;
  const named = (key: string) => ({ field: gathered(memberField(members, key.split('|')[0]!)), source });
  if (!isKey) return kind === 'value' && by === 'complete' ? named(path.at(-1)!) : null;
  if (before.includes('|')) return null;
  return by === 'complete' ? { field: null, source } : named(whole);
}
