import type { KeptState, Reason } from '../../state/history';
import { count } from '../../ui/count';

/** Why a state was kept, after its date. */
const REASONS: Readonly<Record<Reason, string>> = {
  rest: 'between edits',
  left: 'when you left the page',
  example: 'before an example was opened',
  link: 'before a link was opened',
  new: 'before New',
  file: 'before a file was opened',
  catalog: 'before a rule of the catalog was opened',
  log: 'before a large log was opened',
  written: 'before a new rule replaced yours',
  pinned: 'before the pinned version came back',
  fix: 'before a fix or repair',
  replaced: 'before other text was put in its place',
  restored: 'before another state was brought back',
  ended: 'the page stopped over it',
  unread: 'could not be read, and stands here as it was',
  full: 'the browser’s storage was full',
  long: 'too long for the browser’s storage',
  sheet: 'before its sheet was closed',
  import: 'before an import',
  imported: 'from an import',
};

/** What a state was kept before. */
export function reasonWords(why: Reason | null): string {
  return why === null ? 'for a reason of a newer version of the page' : REASONS[why];
}

/** What a state is called: by the user, else by its rule. */
export function calledWords({ name, title }: Pick<KeptState, 'name' | 'title'>): string {
  return name || title || 'Without a title';
}

/** `3 of 6 events match`; empty where that was not known. */
export function countWords({ matches, total }: Pick<KeptState, 'matches' | 'total'>): string {
  if (matches === null || total === null) return '';
  return `${matches.toLocaleString('en')} of ${count(total, 'event')} ${matches === 1 || total === 1 ? 'matches' : 'match'}`;
}

/** The time of day of a moment of today, the date and the time of any other. */
export function whenWords(at: number, now: number): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString('en-GB');
  if (then.toDateString() === new Date(now).toDateString()) return time;
  return `${then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}, ${time.slice(0, 5)}`;
}

/** `12 kB`, `3.4 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000).toLocaleString('en')} kB`;
  return `${Number((bytes / 1_000_000).toFixed(1)).toLocaleString('en')} MB`;
}
