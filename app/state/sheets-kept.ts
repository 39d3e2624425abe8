import { isObject, type Reader, readIndex, readString } from './fields';
import { readSheetId } from './session';
import type { Sheet, Sheets, Told } from './sheet-list';
import { readSheetWork, type SheetWork } from './sheet-work';
import { forget, keysFrom, load, loadRaw, type Shelf, save, saveRaw } from './storage';
import { PAGE } from './work-kept';

/*
 * The sheets are kept beside the work, on both shelves. The work of the chosen one is what `work-kept.ts` keeps; each other
 * sheet stands under a key of its own, and a list says which there are. Where a shelf has no room for one, the list says in
 * which state of History it is. One sheet without a title needs no list.
 */

const LIST = 'sheets';
const PART = 'sheet.';

interface Entry extends Sheet {
  /** The state of History that the sheet is in; empty where it stands on the shelf, or is the chosen one. */
  readonly elsewhere: string;
}

interface List {
  /** The page that wrote it. */
  readonly page: string;
  readonly list: readonly Entry[];
}

const LONGEST_TITLE = 200;

/** Reads the title of a sheet. */
export const readTitle: Reader<string> = (value) => readString(value)?.slice(0, LONGEST_TITLE);

const readTold: Reader<Told> = (value) => {
  if (value === 'broken') return value;
  if (!isObject(value)) return undefined;
  const [matches, total] = [readIndex(value.matches), readIndex(value.total)];
  return matches === undefined || total === undefined ? undefined : { matches, total };
};

const readEntry: Reader<Entry> = (value) => {
  if (!isObject(value)) return undefined;
  const id = readSheetId(value.id);
  return id === undefined
    ? undefined
    : {
        id,
        title: readTitle(value.title) ?? '',
        told: readTold(value.told) ?? null,
        elsewhere: readString(value.elsewhere) ?? '',
      };
};

const readList: Reader<List> = (value) =>
  isObject(value) && typeof value.page === 'string' && Array.isArray(value.list)
    ? { page: value.page, list: value.list.flatMap((entry) => readEntry(entry) ?? []) }
    : undefined;

/** What a shelf has of the sheets. */
export interface SheetsFound extends Sheets {
  /** The states of History that have the sheets for which the shelf had no room, by sheet. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Sheets that cannot be read, as they stood there. */
  readonly unread: readonly string[];
}

/** Looks up the sheets beside the chosen one. A shelf that an earlier version of the page has written has no others. */
export function findSheets(shelf: Shelf, chosen: string): SheetsFound {
  const listed = load(LIST, readList, shelf)?.list ?? [];
  // Where the list is damaged, the sheets themselves may be whole.
  const others = keysFrom(PART, shelf).flatMap((key) => readSheetId(key.slice(PART.length)) ?? []);
  const unlisted = others.filter((id) => id !== chosen && !listed.some((entry) => entry.id === id));
  const entries = [...listed, ...unlisted.map((id) => ({ id, title: '', told: null, elsewhere: '' }))];
  const list = new Map<string, Sheet>();
  const away = new Map<string, SheetWork>();
  const elsewhere = new Map<string, string>();
  const unread: string[] = [];
  for (const { elsewhere: state, ...sheet } of entries) {
    const key = PART + sheet.id;
    const work = load(key, readSheetWork, shelf);
    const raw = work ? null : loadRaw(key, shelf);
    if (sheet.id === chosen) list.set(chosen, sheet);
    else if (work) away.set(sheet.id, work);
    else if (raw !== null) unread.push(raw);
    else if (state !== '') elsewhere.set(sheet.id, state);
    // Nothing is left of it: it was the chosen one, and the shelf had no room even for its id.
    else if (!listed.some(({ id }) => id === chosen)) list.set(chosen, { ...sheet, id: chosen });
    if (away.has(sheet.id) || elsewhere.has(sheet.id)) list.set(sheet.id, sheet);
  }
  const all = [...list.values()];
  const first: Sheet = { id: chosen, title: '', told: null };
  return { list: list.has(chosen) ? all : [first, ...all], away, elsewhere, unread };
}

/** Takes off a shelf what is of no sheet that waits, before the work of the chosen one needs the room. */
export function forgetOtherSheets(shelf: Shelf, { away }: Sheets): void {
  for (const key of keysFrom(PART, shelf)) if (!away.has(key.slice(PART.length))) forget(key, shelf);
}

/** How sheets are written. */
export interface Writing {
  /** The sheets that have changed since this page last wrote them. */
  readonly changed: ReadonlySet<string>;
  /** The work of a sheet as JSON. */
  readonly json: (id: string) => string;
  /** Which state of History has a sheet, as far as that is known. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** True for a sheet that is too long to be written now. */
  readonly isLong?: (id: string) => boolean;
}

/**
 * Writes the sheets on a shelf: those that have changed or, where the shelf holds another page's, all of them. Gives those
 * for which there is no room; the shelf says where else they are.
 */
export function saveSheets(shelf: Shelf, { list, away }: Sheets, writing: Writing): string[] {
  const isOurs = load(LIST, readList, shelf)?.page === PAGE;
  if (list.length === 1 && list[0]?.title === '') {
    forget(LIST, shelf);
    return [];
  }
  const lacking: string[] = [];
  const write = () =>
    save(
      LIST,
      {
        page: PAGE,
        list: list.map((sheet) => ({
          ...sheet,
          elsewhere: (lacking.includes(sheet.id) && writing.elsewhere.get(sheet.id)) || '',
        })),
      } satisfies List,
      shelf,
    );
  // First, while there is room for it.
  if (write() !== 'kept') return [...away.keys()];
  for (const id of away.keys()) {
    const key = PART + id;
    if (isOurs && !writing.changed.has(id) && loadRaw(key, shelf) !== null) continue;
    const isLong = writing.isLong?.(id) === true;
    if (!isLong && saveRaw(key, writing.json(id), shelf) === 'kept') continue;
    if (!isLong) forget(key, shelf);
    lacking.push(id);
  }
  if (lacking.length > 0) write();
  // What stood there is older, and stays until the newer is in History.
  for (const id of lacking) if (writing.elsewhere.has(id)) forget(PART + id, shelf);
  return lacking;
}
