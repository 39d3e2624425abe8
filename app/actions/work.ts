import { editors } from '../editor/editors';
import { showDetectionOf } from '../editor/first-sight';
import { EXAMPLES } from '../examples/index';
import { isObject, readSettings, readString } from '../state/fields';
import { DEFAULT_NAMES, type Side, session, type Work, workOf } from '../state/session';
import { forget, load, save } from '../state/storage';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import { isLog, readLog } from '../workers/evtx/open-log';
import { textOf } from './file-text';
import { remember } from './opened-log';
import { tellReading } from './reading-notice';
import { saveFile } from './save-file';

const PREVIOUS = 'previous';

/** Shows what is wrong with the texts and with the files that they came from. */
export const SHOW_PROBLEMS = {
  label: 'Show',
  run: () => session.setState({ tab: 'problems', pane: 'more' }),
};

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
    const text = await textOf(file);
    const work =
      side === 'rule' ? { rule: text, ruleName: file.name } : { events: text, eventsName: file.name };
    replaceWork(work, { said: `Replaced by ${file.name}.` });
  } catch {
    notify({ key: 'open', text: `${file.name} could not be read.`, for: 8000 });
  }
}

/** Puts the records of an event log, as XML, in place of the events. Where there are none, says why and leaves them. */
async function openLog(file: File): Promise<void> {
  const reading = tellReading(`Reading ${file.name}…`);
  const log = await readLog(file, reading.signal).finally(reading.end);
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
  remember([{ name: file.name, ...log }], false);
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
  return load(PREVIOUS, readWork) ?? null;
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
