import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session, workWas } from './session';
import type { Sheets } from './sheet-list';
import { findSheets } from './sheets-kept';

/*
 * The work sheets: several rules with their events side by side. The session is the work of the chosen sheet; the works of
 * the others wait here.
 */

const found = findSheets(workWas.shelf, session.getState().sheet);

/** What of the sheets was not simply there when the page was loaded. */
export const sheetsFound = { elsewhere: found.elsewhere, unread: found.unread };

/** The sheets. Outside React, read them through `sheets.getState()`. */
export const sheets = createStore<Sheets>(() => ({ list: found.list, away: found.away }));

/** The part of the sheets that `select` returns; the component renders again when it changes. */
export function useSheets<T>(select: (state: Sheets) => T): T {
  return useStore(sheets, select);
}
