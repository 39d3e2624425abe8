import { editors } from '../editor/editors';
import { showDetectionOf } from '../editor/first-sight';
import { isLog, readLog } from '../engine/open-log';
import { EXAMPLES } from '../examples/index';
import { count } from '../ui/count';
import { dismissKey, notify } from '../ui/notices';
import { isObject, readSettings, readString } from './fields';
import { remember } from './opened-log';
import { saveFile } from './save-file';
import { DEFAULT_NAMES, type Side, session, type Work, workOf } from './session';
import { forget, load, save } from './storage';

const PREVIOUS = 'previous';
/** Milliseconds in which nothing need be said of work that is under way. */
const SOON = 200;

/*
 * Changes of whole texts. They go through the editors, so that undo brings the old text back, and say so in a notice.
 */

/** Puts other work in place of the person's own. */
export function replaceWork(work: Partial<Work>, options: { readonly said: string } | null): void {
  const before = workOf(session.getState());
  put(work);
  const lost = (['rule', 'events'] as const).some(
    (side) => work[side] !== undefined && before[side].trim() !== '',
  );
  if (!options || !lost) return;
  notify({
    key: 'replaced',
    text: options.said,
    for: 12_000,
    action: { label: 'Undo', run: () => put(before) },
  });
}

function put(work: Partial<Work>): void {
  const { rule, events, ...rest } = work;
  session.setState({
    ...rest,
    ...(events === undefined ? {} : { selected: 0 }),
    ...(rule === undefined ? {} : { document: 0, described: 0 }),
  });
  for (const [side, text] of [
    ['rule', rule],
    ['events', events],
  ] as const) {
    if (text === undefined || text === session.getState()[side]) continue;
    const editor = editors[side].handle;
    // The editor's own change event brings the text into the session; without an editor it is set here.
    if (editor) editor.replaceAll(text);
    else session.setState({ [side]: text });
  }
}

/** Puts one event of a log into the events, or brings back what stood there; nothing of it is lost, and nothing is said. */
export function showEvents(events: string, eventsName: string): void {
  put({ events, eventsName });
}

/** Clears one side. */
export function startNew(side: Side): void {
  replaceWork(
    side === 'rule'
      ? { rule: '', ruleName: DEFAULT_NAMES.rule }
      : { events: '', eventsName: DEFAULT_NAMES.events },
    { said: `The ${side === 'rule' ? 'rule was' : 'events were'} cleared.` },
  );
  editors[side].handle?.focus();
}

/** Reads a file into one side. */
export async function openFile(side: Side, file: File): Promise<void> {
  try {
    if (side === 'events' && (await isLog(file))) return await openLog(file);
    const text = await file.text();
    const work =
      side === 'rule' ? { rule: text, ruleName: file.name } : { events: text, eventsName: file.name };
    replaceWork(work, { said: `Replaced by ${file.name}.` });
  } catch {
    notify({ key: 'open', text: `${file.name} could not be read.`, for: 8000 });
  }
}

/**
 * Reads several files into the events, one after the other, each from the beginning of a line. A notice says which file
 * begins where; one that cannot be read is named and left out.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  if (files.length === 1) return openFile('events', first);
  const parts: string[] = [];
  const places: string[] = [];
  const left: string[] = [];
  let line = 1;
  for (const file of files) {
    const text = await eventsIn(file);
    if (text === null) {
      left.push(file.name);
      continue;
    }
    const part = text.endsWith('\n') ? text : `${text}\n`;
    places.push(`${file.name} from line ${line.toLocaleString('en')}`);
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) line++;
    parts.push(part);
  }
  const missing = left.length > 0 ? ` Not read: ${left.join(', ')}.` : '';
  if (parts.length === 0) {
    notify({ key: 'open', text: missing.trim(), for: 12_000 });
    return;
  }
  const work = { events: parts.join(''), eventsName: `${parts.length} files` };
  replaceWork(work, { said: `Replaced by ${parts.length} files.` });
  notify({ key: 'open', text: `${places.join('; ')}.${missing}` });
}

/** A file's events as text; null where there are none to read. */
async function eventsIn(file: File): Promise<string | null> {
  try {
    if (!(await isLog(file))) return await file.text();
    const log = await readLog(file, new AbortController().signal);
    return log && log.records > 0 ? log.text : null;
  } catch {
    return null;
  }
}

/** Puts the records of an event log, as XML, in place of the events. Where there are none, says why and leaves them. */
async function openLog(file: File): Promise<void> {
  const stop = new AbortController();
  const cancel = { label: 'Cancel', run: () => stop.abort() };
  const waiting = setTimeout(
    () => notify({ key: 'reading', text: `Reading ${file.name}…`, action: cancel }),
    SOON,
  );
  const log = await readLog(file, stop.signal).finally(() => {
    clearTimeout(waiting);
    dismissKey('reading');
  });
  if (!log) return;
  const { text, records, problems, problemCount } = log;
  if (records === 0) {
    const why = problems[0]?.message ?? 'It holds no records.';
    notify({ key: 'open', text: `${file.name}: ${why.replaceAll('`', '')}`, for: 12_000 });
    return;
  }
  replaceWork(
    { events: text, eventsName: file.name.replace(/\.evtx$/i, '.xml') },
    { said: `Replaced by ${file.name}.` },
  );
  remember(file.name, log);
  if (problemCount === 0) return;
  const read = count(records, 'record');
  const found = problemCount === 1 ? 'One problem is' : `${problemCount.toLocaleString('en')} problems are`;
  const open = { label: 'Show', run: () => session.setState({ tab: 'problems', pane: 'more' }) };
  notify({
    key: 'open',
    text: `${file.name} is damaged: ${read} could be read. ${found} listed.`,
    for: 12_000,
    action: open,
  });
}

/** Hands one side's text to the browser as a download. */
export function download(side: Side): void {
  const state = session.getState();
  const name = side === 'rule' ? state.ruleName : state.eventsName;
  saveFile(name || DEFAULT_NAMES[side], state[side], 'text/plain;charset=utf-8');
}

/** Loads an example on both sides. */
export function openExample(id: string): void {
  const example = EXAMPLES.find((e) => e.id === id);
  if (!example) return;
  const { rule, events } = example;
  const settings = { ignoreLogsource: false, placeholders: {} };
  const work = { rule, events, settings, ruleName: `${id}.yml`, eventsName: DEFAULT_NAMES.events };
  replaceWork(work, { said: `Replaced by the example “${example.title}”.` });
  showDetectionOf(rule);
}

/** True where the work is the person's own: not empty and none of the examples as they came. */
export function isOwnWork({ rule, events }: Work): boolean {
  if (rule.trim() === '' && events.trim() === '') return false;
  return !EXAMPLES.some((e) => e.rule === rule && e.events === events);
}

/** Keeps the present work aside before a link takes its place. */
export function keepAside(): boolean {
  const work = workOf(session.getState());
  return isOwnWork(work) && save(PREVIOUS, work);
}

/** The work that a link took the place of, if there is any. */
export function workAside(): Work | null {
  return load(PREVIOUS, readWork, null);
}

/** Brings back what `keepAside` kept. */
export function restoreAside(): void {
  const work = workAside();
  if (!work) return;
  replaceWork(work, { said: 'Your previous work is back.' });
  forget(PREVIOUS);
}

function readWork(value: unknown): Work | undefined {
  if (!isObject(value)) return undefined;
  return {
    rule: readString(value.rule) ?? '',
    events: readString(value.events) ?? '',
    ruleName: readString(value.ruleName) ?? DEFAULT_NAMES.rule,
    eventsName: readString(value.eventsName) ?? DEFAULT_NAMES.events,
    settings: readSettings(value.settings) ?? { ignoreLogsource: false, placeholders: {} },
  };
}
