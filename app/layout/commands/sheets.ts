import { chooseNext, closeSheet, duplicateSheet, moveSheet, newSheet } from '../../actions/sheets';
import { session } from '../../state/session';
import { sheets } from '../../state/sheets';
import { rename } from '../sheets/renaming';
import { type Command, everywhere } from './command';

const areSeveral = () => sheets.getState().list.length > 1;
const here = () => session.getState().sheet;
const move = (step: 1 | -1) => {
  const { list } = sheets.getState();
  moveSheet(here(), list.findIndex(({ id }) => id === here()) + step);
};

/** What is done with sheets. */
export const SHEETS: readonly Command[] = [
  { id: 'new-sheet', section: 'Sheets', title: 'New sheet', run: newSheet },
  {
    id: 'duplicate-sheet',
    section: 'Sheets',
    title: 'Duplicate sheet',
    run: () => duplicateSheet(here()),
  },
  {
    id: 'next-sheet',
    section: 'Sheets',
    title: 'Next sheet',
    keys: everywhere('Alt+Shift+PageDown'),
    repeats: true,
    isAvailable: areSeveral,
    run: () => chooseNext(1),
  },
  {
    id: 'previous-sheet',
    section: 'Sheets',
    title: 'Previous sheet',
    keys: everywhere('Alt+Shift+PageUp'),
    repeats: true,
    isAvailable: areSeveral,
    run: () => chooseNext(-1),
  },
  {
    id: 'rename-sheet',
    section: 'Sheets',
    title: 'Sheet: rename',
    isAvailable: areSeveral,
    run: () => rename(here()),
  },
  {
    id: 'sheet-left',
    section: 'Sheets',
    title: 'Sheet: move left',
    isAvailable: areSeveral,
    run: () => move(-1),
  },
  {
    id: 'sheet-right',
    section: 'Sheets',
    title: 'Sheet: move right',
    isAvailable: areSeveral,
    run: () => move(1),
  },
  {
    id: 'close-sheet',
    section: 'Sheets',
    title: 'Sheet: close',
    isAvailable: areSeveral,
    run: () => closeSheet(here()),
  },
];
