import { strToU8, Zip, ZipDeflate } from 'fflate';
import { readDirectory, unpack } from '../../src/catalog';
import type { SpecVersion } from '../../src/knowledge';
import { KEPT } from '../../src/limits';
import {
  isObject,
  type Reader,
  readBoolean,
  readIndex,
  readMoment,
  readSettings,
  readString,
} from '../state/fields';
import { READERS, type Work } from '../state/session';
import { readTitle } from '../state/sheets-kept';

/*
 * An export: a zip of plain files. Each work has a folder with `rule.yml`, `events.*` and `settings.json`, and `pinned.yml`
 * where a version of the rule is pinned: `work` where
 * there is one sheet, else one in `sheets/` for each, in their order; the folders of History are in `history/`. The first
 * entry says that it is an export. One of the files is enough for a work: whoever packs folders by hand has no settings.
 */

/** Says that a zip is an export, and of which form. */
const MARK = 'sigma-playground.json';
const FORM = 1;
const HISTORY = 'history/';
const SHEETS = 'sheets/';

/** A pinned version of a rule: its text, the name of its file, and what it is read as; null: the same as the rule. */
export interface Pinned {
  readonly rule: string;
  readonly name: string;
  readonly spec: SpecVersion | null;
}

/** A work in an export. */
export interface Folder {
  readonly work: Work;
  /** What History knows of it; null for what is in the editors. */
  readonly kept: { readonly at: number; readonly name: string; readonly starred: boolean } | null;
  /** Of a sheet: the title of its own, and whether it was the chosen one. Absent where it is the only one. */
  readonly sheet?: { readonly title: string; readonly isChosen: boolean };
  /** The version of the rule that it is compared with; absent where there is none. */
  readonly pinned?: Pinned;
}

/** A work with what its folder and its file of events are called. */
export interface NamedFolder extends Folder {
  readonly folder: string;
  readonly eventsFile: string;
}

/** Writes an export. Between two files others get their turn. */
export async function writeArchive(
  folders: AsyncIterable<NamedFolder> | Iterable<NamedFolder>,
): Promise<Blob> {
  const pieces: BlobPart[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  const add = async (path: string, text: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
    await new Promise((resolve) => setTimeout(resolve));
  };
  await add(MARK, json({ form: FORM }));
  for await (const { folder, work, kept, sheet, pinned, eventsFile } of folders) {
    const { rule, events, ruleName, eventsName, settings } = work;
    await add(`${folder}/rule.yml`, rule);
    await add(`${folder}/${eventsFile}`, events);
    if (pinned) await add(`${folder}/pinned.yml`, pinned.rule);
    const more = {
      ...(kept ? { kept } : {}),
      ...(sheet ? { sheet } : {}),
      ...exactTexts(work, pinned?.rule),
    };
    const ofPinned = pinned
      ? { pinnedName: pinned.name, ...(pinned.spec ? { pinnedSpec: pinned.spec } : {}) }
      : {};
    await add(`${folder}/settings.json`, json({ settings, ruleName, eventsName, ...ofPinned, ...more }));
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}

/** The texts that a file cannot hold as they are: those with half a character, which UTF-8 does not have. */
function exactTexts(
  { rule, events }: Work,
  pinned = '',
): { exact?: { rule?: string; events?: string; pinned?: string } } {
  const exact = {
    ...(HALF_CHARACTER.test(rule) ? { rule } : {}),
    ...(HALF_CHARACTER.test(events) ? { events } : {}),
    ...(HALF_CHARACTER.test(pinned) ? { pinned } : {}),
  };
  return Object.keys(exact).length === 0 ? {} : { exact };
}

const HALF_CHARACTER = /\p{Cs}/u;

/** True if these are the bytes of an export, of whatever form. */
export function isArchive(bytes: Uint8Array): boolean {
  try {
    return readDirectory(bytes).some(({ path }) => path === MARK);
  } catch {
    // No zip, or a damaged one: whoever reads it says so.
    return false;
  }
}

/** What an export holds, or why it cannot be read, as the end of a sentence. */
export type ArchiveRead =
  | { readonly ok: true; readonly folders: readonly Folder[] }
  | { readonly ok: false; readonly why: string };

const refused = (why: string) => ({ ok: false, why }) as const;

/** Reads an export. */
export function readArchive(bytes: Uint8Array): ArchiveRead {
  const texts = new Map<string, string>();
  try {
    const entries = readDirectory(bytes);
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > KEPT.exportUnpacked.value) return refused('its content is too large');
    for (const entry of entries) {
      const content = unpack(bytes, entry);
      if (!content) return refused('it is damaged or incomplete');
      texts.set(entry.path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(content));
    }
  } catch {
    return refused('it is damaged or incomplete');
  }
  const mark = texts.get(MARK);
  if (mark === undefined)
    return refused('it is not an export of the playground (a zip of rules opens in Catalog)');
  const told = parsed(mark);
  if (told === undefined) return refused('it is damaged or incomplete');
  if (readForm(told) !== FORM) return refused('it was made by another version of the playground');
  const works = foldersIn(texts);
  return works.length === 0 ? refused('it has no work in it') : { ok: true, folders: works };
}

function foldersIn(texts: ReadonlyMap<string, string>): Folder[] {
  const eventsOf = new Map<string, string>();
  for (const [path, text] of texts) {
    const folder = /^([\s\S]+)\/events\.[^/]*$/.exec(path)?.[1];
    if (folder !== undefined && !eventsOf.has(folder)) eventsOf.set(folder, text);
  }
  // Whoever packs the folders again may have changed their order.
  const folders = new Set([...texts.keys()].flatMap((path) => OF_WORK.exec(path)?.[1] ?? []));
  const all = [...folders];
  const isSheet = (folder: string) => folder.startsWith(SHEETS);
  return [...all.filter(isSheet).sort(), ...all.filter((folder) => !isSheet(folder))].map((folder) =>
    folderIn(texts, folder, eventsOf.get(folder) ?? ''),
  );
}

/** A file that makes its folder a work. */
const OF_WORK = /^([\s\S]+)\/(?:settings\.json|rule\.yml|events\.[^/]*)$/;

function folderIn(texts: ReadonlyMap<string, string>, folder: string, events: string): Folder {
  const told = parsed(texts.get(`${folder}/settings.json`));
  const of = isObject(told) ? told : {};
  const exact = isObject(of.exact) ? of.exact : {};
  const pinned = readString(exact.pinned) ?? texts.get(`${folder}/pinned.yml`);
  return {
    work: {
      rule: readString(exact.rule) ?? texts.get(`${folder}/rule.yml`) ?? '',
      events: readString(exact.events) ?? events,
      ruleName: readString(of.ruleName) ?? '',
      eventsName: readString(of.eventsName) ?? '',
      settings: readSettings(of.settings) ?? { ignoreLogsource: false, placeholders: {} },
    },
    kept: folder.startsWith(HISTORY) ? (readKept(of.kept) ?? null) : null,
    ...(folder.startsWith(SHEETS) ? { sheet: readSheet(of.sheet) } : {}),
    ...(pinned === undefined ? {} : { pinned: pinnedOf(pinned, of) }),
  };
}

function pinnedOf(rule: string, of: Record<string, unknown>): Pinned {
  return { rule, name: readString(of.pinnedName) ?? '', spec: READERS.pinnedSpec(of.pinnedSpec) ?? null };
}

const readForm: Reader<number> = (value) => (isObject(value) ? readIndex(value.form) : undefined);

const readKept: Reader<NonNullable<Folder['kept']>> = (value) => {
  if (!isObject(value)) return undefined;
  const at = readMoment(value.at);
  if (at === undefined) return undefined;
  return { at, name: readString(value.name) ?? '', starred: readBoolean(value.starred) ?? false };
};

function readSheet(value: unknown): NonNullable<Folder['sheet']> {
  const of = isObject(value) ? value : {};
  return { title: readTitle(of.title) ?? '', isChosen: readBoolean(of.isChosen) ?? false };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The folder of a state of History: its number, when it was kept, and what it is called. */
export function stateFolder(number: number, at: number, called: string): string {
  const when = new Date(at).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return `${HISTORY}${String(number).padStart(4, '0')} ${when} ${plain(called)}`.trimEnd();
}

/** The folder of a sheet: its number in the row, and what it is called. */
export function sheetFolder(number: number, called: string): string {
  return `${SHEETS}${String(number).padStart(2, '0')} ${plain(called)}`.trimEnd();
}

/** A name as every system takes it in a path. */
function plain(called: string): string {
  return called
    .replace(/[\p{Cc}\u2028\u2029\\/:*?"<>|]+/gu, '_')
    .slice(0, 60)
    .replace(/[. ]+$/, '');
}

/** The name of a file of events: its ending is that of the file that the events came from. */
export function eventsFile(eventsName: string): string {
  return `events.${/\.(\w{1,8})$/.exec(eventsName)?.[1]?.toLowerCase() ?? 'txt'}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
