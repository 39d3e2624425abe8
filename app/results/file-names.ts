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

/** The name of a side's text that has none of its own; for events, by their format. */
function unnamed(side: Side, { formats }: Pick<Outcome, 'formats'>): string {
  if (side === 'rule') return 'rule.yml';
  const [first, ...others] = formats;
  if (!first) return 'events.json';
  return `events.${others.length === 0 ? (ENDINGS.get(first.format) ?? 'txt') : 'txt'}`;
}

/** The name of a side's text on the page. */
export function useName(side: Side): string {
  const own = useSession((s) => (side === 'rule' ? s.ruleName : s.eventsName));
  const other = useResults((r) => unnamed(side, r.outcome));
  return own || other;
}

/** The file name under which a side's text is saved. A text made from several files has a title, not a file name. */
export function fileName(side: Side): string {
  const { ruleName, eventsName } = session.getState();
  const own = side === 'rule' ? ruleName : eventsName;
  return /\.\w+$/.test(own) ? own : unnamed(side, results.getState().outcome);
}
