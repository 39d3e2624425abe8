import { eventViewerName } from '../../../knowledge';
import { say, type Words } from '../../../text';
import { SIGHT } from '../format';
import { isEventViewer } from './columns';
import { type Cell, cellValue, readRow } from './row';

/**
 * Column names that do not occur in prose: those of Windows, Sysmon, Splunk, Elastic, Defender, and of tools that write
 * tables.
 */
const KNOWN = new Set(
  (
    '_raw _time @timestamp sourcetype EventID EventId EventCode event_id event.code winlog.event_id Event.ID Id ' +
    'TimeCreated TimeGenerated UtcTime Timestamp CreationDate EventTime ' +
    'CommandLine ParentCommandLine ProcessCommandLine InitiatingProcessCommandLine process.command_line NewProcessName ' +
    'Image ParentImage OriginalFileName TargetFilename TargetObject ScriptBlockText QueryName ' +
    'Channel LogName ProviderName Provider SourceName Computer ComputerName MachineName DeviceName Hostname ActionType ' +
    'PayloadData1 Payload MapDescription RuleTitle AuditData host.name SubjectUserName TargetUserName'
  ).split(' '),
);

/** A name as columns have it: not a sentence, a number, or a key with a value. */
const NAME = /^[\p{L}_@$#*(][\p{L}\p{N}_@$#*.:()[\]{}/\\%' -]{0,99}$/u;
const MOST_WORDS = 6;

/** Names of a header's cells. A cell without a name is named by its position. */
export function headerNames(text: string, cells: readonly Cell[]): string[] {
  return cells.map((cell, i) => cellValue(text, cell).trim() || `column ${i + 1}`);
}

/**
 * Where the header begins: PowerShell 5 says above it of what type the rows are (`#TYPE …`), and Excel is told the separator
 * (`sep=;`).
 */
export function headerStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x23 && code !== 0x73) return at;
  const before = /^(?:#TYPE [\w.[\]`+]{1,200}|sep=[,;\t|])[ \t]*\r?\n/.exec(text.slice(at, at + 300));
  return before ? at + before[0].length : at;
}

/** Why the line at `at` is the header of a table with that delimiter; null if it is not. */
export function headerEvidence(text: string, from: number, delimiter: number, called: string): Words | null {
  const at = headerStart(text, from);
  const first = text.charCodeAt(at);
  // JSON, XML and comments begin like this; a column never does.
  if (first === 0x7b || first === 0x5b || first === 0x3c || first === 0x23) return null;
  const sight = text.slice(at, at + SIGHT);
  if (!sight.includes(String.fromCharCode(delimiter)) && !/^"?_raw"?\r?\n/.test(sight)) return null;
  const header = readRow(sight, 0, delimiter);
  if (header.fault && !(header.fault.open && sight.length === SIGHT)) return null;
  // A name cut off at the end of the look-ahead is incomplete.
  const cut = header.next >= sight.length && at + SIGHT < text.length;
  const names = (cut ? header.cells.slice(0, -1) : header.cells).map((cell) => cellValue(sight, cell));
  const viewer = isEventViewer(names) && names.find((name) => eventViewerName(name) === 'Event ID');
  if (!viewer && !areNames(names)) return null;
  const known = viewer || names.find((name) => KNOWN.has(name));
  const what = `the ${at > from ? 'second' : 'first'} line has ${cut ? 'more than ' : ''}${names.length} ${called} names`;
  if (known !== undefined && (names.length > 1 || known === '_raw' || known === '_time'))
    return say`${what}, among them \`${known}\``;
  if (cut || names.length < 2 || !rowsAgree(sight, header.next, names, delimiter)) return null;
  return say`${what}, and the lines below have the same number of values`;
}

function areNames(names: readonly string[]): boolean {
  const seen = new Set<string>();
  let unnamed = 0;
  for (const name of names) {
    if (name === '') {
      if (++unnamed > 1) return false;
      continue;
    }
    if (!NAME.test(name) || name.endsWith(' ') || name.split(' ').length > MOST_WORDS || seen.has(name))
      return false;
    seen.add(name);
  }
  // One word before a comma at the end of its line is no header.
  return names.length > unnamed + (names[names.length - 1] === '' ? 1 : 0);
}

/** True if the rows below have as many cells, and none repeats a name in its column, as data would. */
function rowsAgree(sight: string, from: number, names: readonly string[], delimiter: number): boolean {
  // Two words separated by a comma are a header only if more than one line confirms it.
  const wanted = names.length > 2 ? 1 : 2;
  let seen = 0;
  for (let at = from; seen < wanted && at < sight.length; seen++) {
    const row = readRow(sight, at, delimiter);
    if (row.fault || row.cells.length !== names.length) return false;
    if (row.cells.some((cell, i) => cell.end > cell.start && cellValue(sight, cell) === names[i]))
      return false;
    at = row.next;
  }
  return seen === wanted;
}
