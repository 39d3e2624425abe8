import type { EventFormat, FORMAT_NAMES } from '../../src/event';
import type { Side } from '../state/session';
import { session, useSession } from '../state/session';
import { type Outcome, results, useResults } from './results';

/** The endings of files by the format of the events in them. */
const ENDINGS: ReadonlyMap<EventFormat, string> = new Map<(typeof FORMAT_NAMES)[number], string>([
  ['JSON', 'json'],
  ['XML', 'xml'],
  ['objects in XML', 'xml'],
  ['auditd', 'log'],
  ['syslog', 'log'],
  ['access log', 'log'],
  ['log with # header', 'log'],
  ['CSV', 'csv'],
  ['TSV', 'tsv'],
  ['CSV with semicolons', 'csv'],
  ['CSV with bars', 'csv'],
  ['YAML', 'yml'],
  ['key=value', 'log'],
]);

/** The name of a text of events that has none of its own, by the formats that were recognised in it. */
export function eventsNameOf(text: string, formats: readonly { readonly format: EventFormat }[]): string {
  const [first, ...others] = formats;
  if (!first) return 'events.json';
  const ending = others.length === 0 ? (ENDINGS.get(first.format) ?? 'txt') : 'txt';
  return `events.${ending === 'json' && isJsonLines(text) ? 'jsonl' : ending}`;
}

/** True for JSON of which the first two lines are an object each. */
function isJsonLines(text: string): boolean {
  const second = objectLineEnd(text, 0);
  return second >= 0 && second < text.length && objectLineEnd(text, second) >= 0;
}

/** Where the line ends that has the first character behind `from`, if an object stands on it; else -1. A line may have millions. */
function objectLineEnd(text: string, from: number): number {
  const start = text.slice(from).search(/\S/) + from;
  if (text[start] !== '{') return -1;
  const feed = text.indexOf('\n', start);
  const end = feed < 0 ? text.length : feed;
  let last = end - 1;
  while (' \t\r'.includes(text[last] ?? '')) last--;
  return last > start && text[last] === '}' ? end : -1;
}

/** The name of a side's text that has none of its own. */
function unnamed(side: Side, events: string, { formats }: Pick<Outcome, 'formats'>): string {
  return side === 'rule' ? 'rule.yml' : eventsNameOf(events, formats);
}

/** The name of a side's text on the page. */
export function useName(side: Side): string {
  const own = useSession((s) => (side === 'rule' ? s.ruleName : s.eventsName));
  const other = useResults((r) => unnamed(side, r.eventsText, r.outcome));
  return own || other;
}

/** The file name under which a side's text is saved. A text made from several files has a title, not a file name. */
export function fileName(side: Side): string {
  const { ruleName, eventsName, events } = session.getState();
  const own = side === 'rule' ? ruleName : eventsName;
  return /\.\w+$/.test(own) ? own : unnamed(side, events, results.getState().outcome);
}
