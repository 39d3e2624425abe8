import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Noise, Unwanted } from '../../src/authoring';
import type { FileLoss, LogFile, LogSearch, LogState, LogView, TriedFilter } from '../../src/log';
import { unmarked, type Words } from '../../src/text';
import { keep } from '../actions/keep';
import { chooseSheet, onSheetLeft } from '../actions/sheets';
import { onEventsReplaced, showEvents } from '../actions/work';
import { useFirstNumber } from '../results/event-number';
import { logCounts } from '../results/log-counts';
import { isSameForEngine, liveSettings } from '../state/fields';
import { session } from '../state/session';
import { notify } from '../ui/notices';
import { LogClient } from '../workers/log/client';
import type { LogQuestions } from '../workers/log/protocol';
import logAddress from '../workers/log/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';
import { eventName, fileLossWords, lossWords } from './store-words';

/*
 * The large log that is open, if any. Its file stays on the disk; the page holds only the lines on screen and the one
 * event in the events' editor.
 */

/** An event of the log that is in the events' editor. */
export interface ChosenEvent {
  /** Its index in the file. */
  readonly event: number;
  readonly text: string;
}

export interface OpenLog {
  /** A new id each time a log is opened. */
  readonly id: number;
  readonly name: string;
  readonly files: readonly LogFile[];
  /** Of all files. */
  readonly bytes: number;
  /** Null until the worker has reported its state. */
  readonly state: LogState | null;
  readonly chosen: ChosenEvent | null;
  /** Why its worker ended; null while it runs. */
  readonly loss: Words | null;
}

/** A piece of a log may take long on a slow machine. */
const PATIENCE = 120_000;
const PATTERN_PATIENCE = 5000;
const TRY_AGAIN = ' Change it, then open the log again.';

const opened = createStore<{ readonly log: OpenLog | null }>(() => ({ log: null }));
let client: LogClient | null = null;
let forget = () => {};
/** The events that the log replaced. */
let before: { readonly events: string; readonly eventsName: string } | null = null;

/** The part of the open log that `select` returns; null if none is open. */
export function useLog<T>(select: (log: OpenLog) => T): T | null {
  return useStore(opened, ({ log }) => log && select(log));
}

/** True while a large log is open. */
export function isLogOpen(): boolean {
  return opened.getState().log !== null;
}

/** Calls `listener` with the id of the open log whenever that changes; null where none is open. */
export function onOtherLog(listener: (id: number | null) => void): () => void {
  return opened.subscribe((now, was) => {
    if (now.log?.id !== was.log?.id) listener(now.log?.id ?? null);
  });
}

/** The open log as it is now; null if none is open. */
export function openLog(): OpenLog | null {
  return opened.getState().log;
}

/** Asks the open log; undefined if there is none. */
export function askLog<K extends 'stretches' | 'times'>(
  what: K,
  asks: LogQuestions[K]['asks'],
): Promise<LogQuestions[K]['gives'] | undefined> {
  return client?.ask(what, asks) ?? Promise.resolve(undefined);
}

/** Opens files as a large log that replaces the events in the editor; they are restored when it is closed. */
export function openLargeLog(files: readonly LogFile[], name: string, view: LogView | null = null): void {
  const { events, eventsName } = session.getState();
  if (!before) void keep('log');
  before ??= { events, eventsName };
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const log = { files, name, bytes, state: null, chosen: null, loss: null };
  begin(log, view && { view, search: { text: '', matchCase: false }, rule: session.getState().rule });
}

/** Reopens the log after its worker was ended, with the same search and list. */
export function reopenLog(): void {
  const { log } = opened.getState();
  if (log) begin({ ...log, state: null, chosen: null, loss: null }, log.state);
}

/** Closes the log and restores the events that it replaced. */
export function closeLog(): void {
  const old = before;
  leaveLog();
  if (old) showEvents(old.events, old.eventsName);
}

/** Closes the log and leaves the editor as it is, because other events replace it. */
export function leaveLog(): void {
  end();
  before = null;
  opened.setState({ log: null });
}

/** The log belongs to the sheet in which it was opened. */
function closeWithSheet(): void {
  const { log } = opened.getState();
  const { sheet } = session.getState();
  closeLog();
  if (!log) return;
  const again = () => {
    chooseSheet(sheet);
    if (session.getState().sheet === sheet) openLargeLog(log.files, log.name);
  };
  notify({
    key: 'log',
    text: `${log.name} was closed with the sheet in which it was open.`,
    for: 12_000,
    action: { label: 'Open it again', run: again },
  });
}

/** Changes which events are listed, or their order. */
export function showInLog(view: Partial<LogView>): void {
  const now = opened.getState().log?.state?.view;
  if (now) void client?.work('show', { ...now, ...view });
}

/** Searches the log. */
export function searchLog(search: LogSearch): void {
  void client?.work('search', search);
}

/** Stops the current work. What is done so far stays. */
export function stopLog(): void {
  void client?.work('stop', null);
}

/** Resumes work that was stopped. */
export function resumeLog(): void {
  void client?.work('begin', null);
}

/**
 * The lines of the list from place `from`, and the place of the chosen event: -1 if it is not listed or no longer
 * chosen.
 */
export async function logRows(from: number, to: number) {
  const chosen = chosenInLog();
  const answer = await client?.ask('rows', { from, to, chosen });
  return answer && { rows: answer.rows, chosenAt: chosenInLog() === chosen ? answer.chosenAt : -1 };
}

const chosenInLog = (): number => opened.getState().log?.chosen?.event ?? -1;

/** The place of the next matching event after `place`, or the previous one; -1 if there is none. */
export async function matchFrom(place: number, step: 1 | -1): Promise<number> {
  return (await client?.ask('match', { place, step })) ?? -1;
}

/** What the log's matching events have in common; null if the rule changed meanwhile, undefined if the log is gone. */
export async function logNoise(): Promise<Noise | null | undefined> {
  return client?.ask('noise', null);
}

/** A filter that leaves these values out, tried on the log; null and undefined as for `logNoise`. */
export async function tryLeavingOut(unwanted: readonly Unwanted[]): Promise<TriedFilter | null | undefined> {
  return client?.ask('leaveOut', unwanted);
}

let wanted = 0;

/** Shows the event at a place of the list in the events' editor. */
export function chooseInLog(place: number): Promise<void> {
  return choose({ place });
}

/** Shows the event with a number in the events' editor, whether it is listed or not. */
export function chooseEventOfLog(number: number): Promise<void> {
  return choose({ number });
}

async function choose(which: LogQuestions['event']['asks']): Promise<void> {
  const asked = client;
  const number = ++wanted;
  const found = await asked?.ask('event', which);
  const { log } = opened.getState();
  if (!found || !log || asked !== client || number !== wanted) return;
  if ('lost' in found) return tellLost(found.lost);
  opened.setState({ log: { ...log, chosen: found } });
  useFirstNumber.setState(found.event, true);
  showEvents(found.text, eventName(log.files[found.file]!, found.event));
}

/** An event was wanted whose file is gone: told at once, and from then on beside the list. */
function tellLost(lost: FileLoss): void {
  notify({ key: 'log-file', text: unmarked(fileLossWords(lost)), for: 12_000 });
  const { log } = opened.getState();
  if (!log?.state || log.state.losses.some(({ file }) => file === lost.file)) return;
  opened.setState({ log: { ...log, state: { ...log.state, losses: [...log.state.losses, lost] } } });
}

let last = 0;

function begin(
  log: Omit<OpenLog, 'id'>,
  was: Pick<LogState, 'view' | 'search' | 'rule'> | null = null,
  isCareful = false,
): void {
  end();
  const id = ++last;
  opened.setState({ log: { ...log, id } });
  const started = new LogClient({
    start: () => startWorker(logAddress, 'large-log'),
    onState: ({ problems, ...state }) => {
      const now = opened.getState().log;
      if (!now || client !== started) return;
      const isFirst = now.chosen === null && state.listed > 0 && !(now.state && now.state.listed > 0);
      opened.setState({
        log: { ...now, state: { ...state, problems: problems ?? now.state?.problems ?? [] } },
      });
      tellCounts(state);
      if (isFirst) void chooseInLog(0);
    },
    onLoss: (loss) => {
      const now = opened.getState().log;
      if (!now || client !== started) return;
      // A second run, which announces each pattern, finds which of several it was.
      if ('what' in loss && !loss.isSure && !isCareful)
        begin({ ...now, state: null, chosen: null }, now.state, true);
      else opened.setState({ log: { ...now, loss: lossWords(loss, 'this log', TRY_AGAIN) } });
    },
    patience: patience(PATTERN_PATIENCE, PATIENCE),
  });
  client = started;
  const { rule, settings } = session.getState();
  // The index of a selection means nothing in another rule.
  const before = was && {
    search: was.search,
    view: was.rule === rule ? was.view : { ...was.view, selection: null },
  };
  void started.work('open', {
    files: log.files,
    format: settings.format,
    isCareful,
    before,
  });
  ask();
  const ends = [
    onEventsReplaced(leaveLog),
    onSheetLeft(closeWithSheet),
    session.subscribe((now, old) => {
      if (now.settings.format !== old.settings.format) reopenLog();
      else if (
        now.rule !== old.rule ||
        now.document !== old.document ||
        !isSameForEngine(now.settings, old.settings)
      )
        ask();
    }),
  ];
  forget = () => {
    for (const end of ends) end();
  };
}

/** Makes the counts in the rule cover the whole log. */
function tellCounts({ rule, document, values, selections, events, phase }: Omit<LogState, 'problems'>): void {
  const done = phase === 'ready' || phase === 'searching';
  const counts = { values, selections: selections.map((selection) => selection.count), done };
  logCounts.setState({ of: rule === '' ? null : { rule, document, counts, total: events } });
}

function ask(): void {
  const { rule, document, settings } = session.getState();
  void client?.work('evaluate', { rule, document, settings: liveSettings(settings) });
}

function end(): void {
  forget();
  forget = () => {};
  logCounts.setState({ of: null });
  useFirstNumber.setState(0, true);
  client?.close();
  client = null;
}
