import { isObject, type Reader, readString } from './fields';
import { BLANK, READERS, type Session, WORK_KEYS, type WorkKey } from './session';

/** What belongs to a sheet: the work, what of it was chosen, and the panel that was open. */
export type SheetKey = Exclude<WorkKey, 'sheet'> | 'tab';
export type SheetWork = Pick<Session, SheetKey>;

const SHEET_KEYS: readonly SheetKey[] = [...WORK_KEYS.filter((key) => key !== 'sheet'), 'tab'];

/** The part of a session that belongs to its sheet; what is not said is as in a new sheet. */
export function sheetWorkOf(of: Partial<SheetWork>): SheetWork {
  return part((key) => of[key] ?? BLANK[key]);
}

/** Reads what was stored of a sheet; undefined where its texts are not there. Other parts take their default. */
export const readSheetWork: Reader<SheetWork> = (value) => {
  if (!isObject(value) || readString(value.rule) === undefined || readString(value.events) === undefined)
    return undefined;
  return part((key) => READERS[key](value[key]) ?? BLANK[key]);
};

function part(of: (key: SheetKey) => unknown): SheetWork {
  return Object.fromEntries(SHEET_KEYS.map((key) => [key, of(key)])) as unknown as SheetWork;
}
