import { VERDICTS } from '../../src/match';
import { editors } from '../editor/editors';
import { results } from '../results/results';
import { newSheetId, session, workOf } from '../state/session';
import {
  calledOf,
  MOST_SHEETS,
  type Sheet,
  type Sheets,
  type Told,
  withChosen,
  withMoved,
  withoutSheet,
  withSheet,
} from '../state/sheet-list';
import { type SheetWork, sheetWorkOf } from '../state/sheet-work';
import { sheets } from '../state/sheets';
import { dismissKey, notify } from '../ui/notices';
import { awaitNothing, showChosen } from './choose-event';
import { keep } from './keep';
import { isOwnWork } from './own-work';

/*
 * What the user does with sheets. Only the chosen one is in the editors and in the engine.
 */

type Listener = () => void;
const leaving = new Set<Listener>();

/** Calls `listener` before another sheet takes the place of the chosen one; gives the function that ends it. */
export function onSheetLeft(listener: Listener): () => void {
  leaving.add(listener);
  return () => leaving.delete(listener);
}

/** Shows another sheet. */
export function chooseSheet(id: string): void {
  const { sheet } = session.getState();
  if (id === sheet || !sheets.getState().away.has(id)) return;
  void keep('rest');
  turnTo(id, putAway());
}

/** Shows the sheet so many places further in the row, in a circle. */
export function chooseNext(step: 1 | -1): void {
  const { list } = sheets.getState();
  const at = placeOf(session.getState().sheet);
  const next = list[(at + step + list.length) % list.length];
  if (next) chooseSheet(next.id);
}

/** Adds a sheet behind the chosen one and shows it; false if there are too many. */
export function openInSheet(work: Partial<SheetWork>, title = ''): boolean {
  if (isFull()) return false;
  void keep('rest');
  const sheet: Sheet = { id: newSheetId(), title, told: null };
  const now = putAway();
  turnTo(sheet.id, withSheet(now, sheet, sheetWorkOf(work), placeOf(session.getState().sheet) + 1));
  return true;
}

/** How many sheets can be opened; one more where the only one is nobody's own, since others take its place. */
export function roomForSheets(): number {
  return MOST_SHEETS - sheets.getState().list.length + (isPlaceholder() ? 1 : 0);
}

/** True while there is but one sheet, with an example or nothing in it. */
function isPlaceholder(): boolean {
  return sheets.getState().list.length === 1 && !isOwnWork(session.getState());
}

/**
 * Adds sheets at the end of the row and shows the one at `shown`, or the first. They take the place of a single sheet that
 * is nobody's own. Gives what closes them again; null where there are none.
 */
export function openAll(
  opened: readonly { readonly work: SheetWork; readonly title: string }[],
  shown: number,
): (() => void) | null {
  const all = opened.map((one) => ({ ...one, id: newSheetId() }));
  const first = all[Math.max(0, shown)];
  if (!first) return null;
  const takesPlace = isPlaceholder();
  void keep('rest');
  let now = putAway();
  const [former] = now.list;
  for (const { id, title, work } of all)
    now = withSheet(now, { id, title, told: null }, work, now.list.length);
  const work = former && now.away.get(former.id);
  turnTo(first.id, takesPlace && former ? withoutSheet(now, former.id) : now);
  return () => {
    if (takesPlace && former && work) reopen(former, work, 0);
    for (const { id } of all) {
      closeSheet(id);
      dismissKey(`closed ${id}`);
    }
  };
}

/** Adds an empty sheet and puts the cursor into its rule. */
export function newSheet(): void {
  const { tab } = session.getState();
  if (!openInSheet({ tab })) return;
  session.setState({ pane: 'rule' });
  editors.rule.handle?.focus();
}

/** Adds a copy of a sheet behind it, and shows that. */
export function duplicateSheet(id: string): void {
  if (isFull()) return;
  chooseSheet(id);
  const { title } = sheetOf(id);
  const work = sheetWorkOf(session.getState());
  openInSheet(work, `${calledOf(title, work)} (copy)`);
}

/** Gives a sheet a title of its own; without one it is called by its rule. */
export function renameSheet(id: string, title: string): void {
  const { rule, ruleName } = workOfSheet(id);
  const given = title.trim();
  // What it is called anyhow is to change with its rule.
  const own = given === calledOf('', { rule, ruleName }) ? '' : given;
  sheets.setState(({ list }) => ({
    list: list.map((one) => (one.id === id ? { ...one, title: own } : one)),
  }));
}

/** Moves a sheet to a place of the row, from 0. */
export function moveSheet(id: string, to: number): void {
  sheets.setState((now) => withMoved(now, id, to));
}

/** Closes a sheet. Its state is kept in History, and a notice brings it back. */
export function closeSheet(id: string): void {
  const at = placeOf(id);
  const sheet = sheets.getState().list[at];
  const work = takeOut(id);
  if (!sheet || !work) return;
  if (work.rule.trim() !== '' || work.events.trim() !== '') tellClosed(sheet, work, at);
}

/**
 * Takes a sheet out of the row without a word, and gives its work, which is kept in History; that of a lesson is kept with
 * the progress in it. Where it was the chosen one, `next` is shown, or the one beside it. Null if there is no other sheet.
 */
export function takeOut(id: string, next = ''): SheetWork | null {
  const at = placeOf(id);
  const { list, away } = sheets.getState();
  const beside = away.has(next) ? next : (list[at + 1] ?? list[at - 1])?.id;
  if (at < 0 || beside === undefined) return null;
  const isShown = id === session.getState().sheet;
  const now = isShown ? putAway() : sheets.getState();
  const work = now.away.get(id);
  if (!work) return null;
  if (work.lesson === '') void keep('sheet', workOf(work));
  const left = withoutSheet(now, id);
  if (isShown) turnTo(beside, left);
  else sheets.setState(left, true);
  forgetLater(id);
  return work;
}

function tellClosed(sheet: Sheet, work: SheetWork, at: number): void {
  notify({
    key: `closed ${sheet.id}`,
    text: `“${calledOf(sheet.title, work)}” was closed.`,
    for: 12_000,
    action: { label: 'Undo', run: () => reopen(sheet, work, at) },
  });
}

function reopen(sheet: Sheet, work: SheetWork, at: number): void {
  if (isFull()) return;
  closed = closed.filter((id) => id !== sheet.id);
  turnTo(sheet.id, withSheet(putAway(), sheet, work, at));
}

/** The sheets closed last: as long as they can come back, so can the undo of their texts. */
let closed: readonly string[] = [];
const MOST_CLOSED = 3;

function forgetLater(id: string): void {
  closed = [...closed, id];
  for (const old of closed.slice(0, -MOST_CLOSED))
    for (const side of ['rule', 'events'] as const) editors[side].handle?.forget(old);
  closed = closed.slice(-MOST_CLOSED);
}

/** Puts what was in a sheet before into a sheet of its own in front of it, with the title that it had. */
export function keepBoth(former: SheetWork, sheet: string): void {
  if (isFull()) return;
  const { title } = sheetOf(sheet);
  const at = Math.max(0, placeOf(sheet));
  const now = withSheet(sheets.getState(), { id: newSheetId(), title, told: null }, former, at);
  sheets.setState({ ...now, list: now.list.map((one) => (one.id === sheet ? { ...one, title: '' } : one)) });
}

/** Shows a sheet again in which something began that has ended only now; in a new one if it was closed since. */
export function backToSheet(id: string): void {
  if (id === session.getState().sheet) return;
  if (sheets.getState().away.has(id)) chooseSheet(id);
  else openInSheet({});
}

/** Leaves out the chosen sheet, over which the page ended, and shows the one beside it; false if there is no other. */
export function leaveOut(): boolean {
  const { sheet } = session.getState();
  const at = placeOf(sheet);
  const { list } = sheets.getState();
  const next = list[at + 1] ?? list[at - 1];
  if (!next) return false;
  turnTo(next.id, withoutSheet(sheets.getState(), sheet));
  return true;
}

/** The work of a sheet as it is now. */
export function workOfSheet(id: string): SheetWork {
  return sheets.getState().away.get(id) ?? sheetWorkOf(session.getState());
}

/** True, and told, where no more sheets can be opened. */
export function isFull(): boolean {
  const full = sheets.getState().list.length >= MOST_SHEETS;
  if (full)
    notify({
      key: 'sheets',
      text: `There are ${MOST_SHEETS} sheets, and no more can be opened. Close one first.`,
    });
  return full;
}

function sheetOf(id: string): Sheet {
  return sheets.getState().list[placeOf(id)] ?? { id, title: '', told: null };
}

function placeOf(id: string): number {
  return sheets.getState().list.findIndex((one) => one.id === id);
}

/** The sheets, with the chosen one among those that wait. */
function putAway(): Sheets {
  for (const tell of [...leaving]) tell();
  const state = session.getState();
  return withChosen(sheets.getState(), { id: state.sheet, work: sheetWorkOf(state), told: toldNow() }, '');
}

/** Shows one of the sheets that wait. */
function turnTo(id: string, now: Sheets): void {
  const work = now.away.get(id);
  if (!work) return;
  const tab = session.getState().tab;
  awaitNothing();
  const wasShown = (['rule', 'events'] as const).map((side) => editors[side].handle?.open(id, work[side]));
  sheets.setState(withChosen(now, null, id), true);
  // The catalog belongs to no sheet.
  const shown = tab === 'catalog' || work.tab === 'catalog' ? tab : work.tab;
  session.setState({ ...work, tab: shown, sheet: id });
  if (!wasShown[1]) showChosen();
}

/** True where the engine has come to the end of the texts as they stand. */
export function isRead(): boolean {
  const { ruleText, eventsText, settled, running, awaited } = results.getState();
  const { rule, events } = session.getState();
  return ruleText === rule && eventsText === events && settled && !running && !awaited;
}

/** What came of the chosen sheet; null where the engine has not read its texts yet. */
export function toldNow(): Told | null {
  if (!isRead() || session.getState().rule.trim() === '') return null;
  const { ruleProblems, stale, outcome } = results.getState();
  if (stale || ruleProblems.some(({ severity, lint }) => severity === 'error' && !lint)) return 'broken';
  const { verdicts, total } = outcome;
  if (verdicts.length !== total) return null;
  return { matches: verdicts.tally[VERDICTS.indexOf('match')] ?? 0, total };
}
