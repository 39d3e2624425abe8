import { titleOf } from './rule-title';
import type { SheetWork } from './sheet-work';

/*
 * The sheets as values: their row, and the works of those that are not chosen.
 */

/** More sheets than this make a row of tabs that nobody reads; each keeps its texts and their undo in memory. */
export const MOST_SHEETS = 50;

/** What came of a sheet's rule when it was last run: how many of its events matched, or that it does not compile. */
export type Told = { readonly matches: number; readonly total: number } | 'broken';

/** A sheet in the row of tabs. */
export interface Sheet {
  readonly id: string;
  /** Its own; empty where it is called by its rule. */
  readonly title: string;
  /** Null where it is not known. Of the chosen sheet it is as of when it was chosen. */
  readonly told: Told | null;
}

/** All sheets. */
export interface Sheets {
  /** In the order of their tabs. */
  readonly list: readonly Sheet[];
  /** The works of all but the chosen one, by id. */
  readonly away: ReadonlyMap<string, SheetWork>;
}

/** What a sheet is called: by the user, else by its rule, else by its rule's file. */
export function calledOf(title: string, { rule, ruleName }: Pick<SheetWork, 'rule' | 'ruleName'>): string {
  return title || titleOf(rule) || ruleName || 'Untitled';
}

/** The sheets with one more at a place of the row. */
export function withSheet({ list, away }: Sheets, sheet: Sheet, work: SheetWork, at: number): Sheets {
  return { list: [...list.slice(0, at), sheet, ...list.slice(at)], away: new Map(away).set(sheet.id, work) };
}

/** The sheets without one of them. */
export function withoutSheet({ list, away }: Sheets, id: string): Sheets {
  return { list: list.filter((sheet) => sheet.id !== id), away: without(away, id) };
}

/** The sheets with one that was chosen put away, and another taken out, to be chosen. */
export function withChosen(
  { list, away }: Sheets,
  left: { readonly id: string; readonly work: SheetWork; readonly told: Told | null } | null,
  id: string,
): Sheets {
  const rest = left ? new Map(away).set(left.id, left.work) : away;
  return {
    list: left ? list.map((sheet) => (sheet.id === left.id ? { ...sheet, told: left.told } : sheet)) : list,
    away: without(rest, id),
  };
}

/** The sheets with one at another place of the row. */
export function withMoved(now: Sheets, id: string, to: number): Sheets {
  const sheet = now.list.find((one) => one.id === id);
  if (!sheet) return now;
  const others = now.list.filter((one) => one !== sheet);
  const at = Math.min(others.length, Math.max(0, to));
  if (now.list[at] === sheet) return now;
  return { ...now, list: [...others.slice(0, at), sheet, ...others.slice(at)] };
}

function without(away: Sheets['away'], id: string): Sheets['away'] {
  const rest = new Map(away);
  return rest.delete(id) ? rest : away;
}
