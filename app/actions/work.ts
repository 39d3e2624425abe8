import { unmarked } from '../../src/text';
import { editors } from '../editor/editors';
import { isObject, readSettings, readString } from '../state/fields';
import type { Reason } from '../state/history';
import { NAME_OF, withName } from '../state/names';
import { type Side, session, type Work } from '../state/session';
import { sheetWorkOf } from '../state/sheet-work';
import { count } from '../ui/count';
import { type NoticeAction, notify } from '../ui/notices';
import { isLog, readLog } from '../workers/evtx/open-log';
import { chooseOnceRead } from './choose-event';
import { textOf } from './file-text';
import { keep } from './keep';
import { remember } from './opened-log';
import { isOwnWork } from './own-work';
import { tellReading } from './reading-notice';
import { rememberRecording } from './recordings';
import { backToSheet, keepBoth } from './sheets';
import { type Before, before, dismissOnce, undoing } from './undo';

/** Shows the problems of the texts and of the files that they came from. */
export const SHOW_PROBLEMS = {
  label: 'Show',
  run: () => session.setState({ tab: 'problems', pane: 'more' }),
};

/*
 * Changes of whole texts. They go through the editors, so that undo brings back the old text, and show a notice.
 */

/** What is said once work was replaced, and for what reason History keeps what was there. */
export interface Replacing {
  readonly said: string;
  readonly why: Reason;
}

/** Reasons for which other work comes, and the former may be wanted beside it. */
const BY_OTHER_WORK: ReadonlySet<Reason> = new Set(['example', 'file', 'catalog', 'restored', 'import']);

/** Replaces the user's work, and keeps it in History first. Null where whoever calls does both. */
export function replaceWork(work: Partial<Work>, options: Replacing | null): void {
  const old = before();
  const { sheet } = session.getState();
  const former = sheetWorkOf(session.getState());
  if (options) void keep(options.why);
  put(work);
  const sides = SIDES.filter((side) => work[side] !== undefined && session.getState()[side] !== old[side]);
  if (!options || !sides.some((side) => old[side].trim() !== '')) return;
  const isKept = BY_OTHER_WORK.has(options.why) && isOwnWork(former);
  const both = { label: 'Keep both', run: () => keepBoth(former, sheet) };
  offerUndo(options.said, old, sides, isKept ? both : undefined);
}

/**
 * Says that the `sides` were changed, which were as in `old`, and offers to undo just that while they stay as they are;
 * `also` is another way on.
 */
export function offerUndo(said: string, old: Before, sides: readonly Side[], also?: NoticeAction): void {
  const after = before();
  // Each side has a notice of its own: what was done to the other is still to be undone.
  const key = `replaced ${sides.join(' ')}`;
  const run = () => {
    put(undoing(old, after, sides));
    // The notice goes, and the focus with it: on to what has changed.
    if (sides[0]) editors[sides[0]].handle?.focus();
  };
  notify({ key, text: said, for: 12_000, action: { label: 'Undo', run }, ...(also ? { also } : {}) });
  dismissOnce(key, (now) => sides.some((side) => now[side] !== after[side]));
}

const SIDES = ['rule', 'events'] as const;

type Listener = () => void;
const replacing = new Set<Listener>();

/** Calls `listener` before other events take the place of those in the editor; gives the function that ends it. */
export function onEventsReplaced(listener: Listener): () => void {
  replacing.add(listener);
  return () => replacing.delete(listener);
}

function put({ rule, events, ruleName = '', eventsName = '', selected = 0, ...rest }: Partial<Before>): void {
  if (events !== undefined) for (const tell of [...replacing]) tell();
  putText('rule', rule, ruleName);
  putText('events', events, eventsName);
  session.setState({ ...(rule === undefined ? {} : { document: 0, described: 0 }), ...rest });
  if (events !== undefined) chooseOnceRead(selected);
}

function putText(side: Side, text: string | undefined, name: string): void {
  if (text === undefined) return;
  const editor = editors[side].handle;
  // The editor's own change event brings the text into the session; without an editor it is set here.
  if (editor && text !== session.getState()[side]) withName(name, () => editor.replaceAll(text));
  else session.setState({ [side]: text, [NAME_OF[side]]: name });
}

/**
 * Shows one event of a log in the events' editor, or restores what was there before. Nothing is lost, and there is no
 * notice.
 */
export function showEvents(events: string, eventsName: string): void {
  putText('events', events, eventsName);
  chooseOnceRead(0);
}

/** Clears one side. */
export function startNew(side: Side): void {
  replaceWork(side === 'rule' ? { rule: '' } : { events: '' }, {
    said: `The ${side === 'rule' ? 'rule was' : 'events were'} cleared.`,
    why: 'new',
  });
  editors[side].handle?.focus();
}

/** What is said once a side has another text. */
export function replacedBy(side: Side, what: string): string {
  return `The ${side === 'rule' ? 'rule was' : 'events were'} replaced by ${what}.`;
}

/** Reads a file into one side. */
export async function openFile(side: Side, file: File): Promise<void> {
  const { sheet } = session.getState();
  try {
    if (side === 'events' && (await isLog(file))) return await openLog(file);
    const text = await textOf(file);
    backToSheet(sheet);
    const work =
      side === 'rule' ? { rule: text, ruleName: file.name } : { events: text, eventsName: file.name };
    replaceWork(work, { said: replacedBy(side, file.name), why: 'file' });
  } catch {
    notify({ key: 'open', text: `${file.name} could not be read.`, for: 8000 });
  }
}

/** Replaces the events by the records of an event log, as XML. If it has none, says why and leaves the events. */
async function openLog(file: File): Promise<void> {
  const { sheet } = session.getState();
  const reading = tellReading(`Reading ${file.name}…`);
  const log = await readLog(file, reading.signal).finally(reading.end);
  if (!log) return;
  const { text, records, problems, problemCount } = log;
  if (records === 0) {
    const why = problems[0]?.message ?? ['It has no records.'];
    notify({ key: 'open', text: `${file.name}: ${unmarked(why)}`, for: 12_000 });
    return;
  }
  backToSheet(sheet);
  replaceWork(
    { events: text, eventsName: file.name.replace(/\.evtx$/i, '.xml') },
    { said: replacedBy('events', file.name), why: 'file' },
  );
  remember([{ name: file.name, ...log }], false);
  if (problemCount === 0) rememberRecording(session.getState().events, { kind: 'log', file });
  if (problemCount === 0) return;
  const read = count(records, 'record');
  const found = problemCount === 1 ? 'One problem is' : `${problemCount.toLocaleString('en')} problems are`;
  notify({
    key: 'open',
    text: `${file.name} is damaged: ${read} could be read. ${found} listed.`,
    for: 12_000,
    action: SHOW_PROBLEMS,
  });
}

/** Reads what was stored as work; parts that are missing or broken take their default. */
export function readWork(value: unknown): Work | undefined {
  if (!isObject(value)) return undefined;
  return {
    rule: readString(value.rule) ?? '',
    events: readString(value.events) ?? '',
    ruleName: readString(value.ruleName) ?? '',
    eventsName: readString(value.eventsName) ?? '',
    settings: readSettings(value.settings) ?? { ignoreLogsource: false, placeholders: {} },
  };
}
