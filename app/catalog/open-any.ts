import type { Dropped, FileAt } from '../actions/dropped';
import { textOf } from '../actions/file-text';
import { openAll, roomForSheets } from '../actions/sheets';
import { openFile } from '../actions/work';
import { openEventFiles } from '../log/open-files';
import { type Side, session } from '../state/session';
import { sheetWorkOf } from '../state/sheet-work';
import { count } from '../ui/count';
import { notify } from '../ui/notices';
import {
  type FileKind,
  isYamlOfEvents,
  kindByContent,
  kindByName,
  LOOKED_AT,
  mayBeExport,
} from './kind-of-file';
import { loadCatalog } from './store';

/*
 * Files are opened as what they are, wherever they were dropped and by whichever button they were chosen.
 */

/** Where files were dropped or chosen: it decides where they themselves do not tell. */
export type Place = Side | 'catalog' | null;

/**
 * Opens files: one rule in its editor; several, and archives, as the catalog, or with tests beside them as a list of tests;
 * events as events. Of a folder that holds rules the rules only,
 * unless it was opened as one of events. What is no text is named and left out.
 */
export async function openAny(dropped: Dropped, place: Place): Promise<void> {
  try {
    if (place !== 'catalog' && ((await openExport(dropped.files)) || (await openTests(dropped)))) return;
    const sorted = await sort(dropped.files, place);
    const inFolder = isFolder(dropped.files);
    // A folder that was opened as one of events may hold anything besides.
    const areRules = sorted.archive.length + sorted.rule.length > 0 && !(inFolder && place === 'events');
    if (areRules) await openRules(dropped.name, sorted, place);
    if (sorted.events.length > 0 && !(areRules && inFolder)) {
      session.setState({ pane: 'events' });
      await openEventFiles(sorted.events);
    }
    if (!areRules && sorted.events.length === 0) tellNone(dropped.files, sorted.binary);
  } catch {
    notify({ key: 'open', text: `${dropped.name} could not be read.`, for: 8000 });
  }
}

/** Opens a zip that this page has exported; false if it is none. */
async function openExport(files: readonly FileAt[]): Promise<boolean> {
  const [only, ...others] = files;
  if (!only || others.length > 0 || !mayBeExport(only.path, only.file.size)) return false;
  const { isArchive } = await import('../actions/archive');
  if (!isArchive(new Uint8Array(await only.file.arrayBuffer()))) return false;
  const { importWork } = await import('../actions/export-work');
  await importWork(only.file);
  return true;
}

/** Files among which there may be tests beside a rule: the rest of the page need not know how they look. */
const TEST_FILE = /(?:^|\/)info\.ya?ml$|_test\.ya?ml$/i;

/** Opens rules together with their tests; false if that is not what these files are. */
async function openTests({ name, files }: Dropped): Promise<boolean> {
  const isZip = files.length === 1 && mayBeExport(files[0]!.path, files[0]!.file.size);
  if (!isZip && !files.some(({ path }) => TEST_FILE.test(path))) return false;
  const { openWithTests } = await import('./open-tests');
  return openWithTests(files, name);
}

type Sorted = Readonly<Record<Exclude<FileKind, 'unknown'>, readonly FileAt[]>>;

async function sort(files: readonly FileAt[], place: Place): Promise<Sorted> {
  const names = await Promise.all(files.map(({ file }) => kindByNameAt(file, place)));
  // Of a folder, what its name does not tell is not read: there may be thousands.
  const byName = place !== 'events' && names.some((kind) => kind !== null) && isFolder(files);
  const kinds = await Promise.all(
    files.map(({ file }, i) => names[i] ?? (byName ? 'unknown' : kindWithin(file))),
  );
  const known = kinds.some((kind) => kind !== 'unknown' && kind !== 'binary');
  // Beside files that are known, one that is not is a README or the like.
  const other = place === 'catalog' || (known && files.length > 1) ? null : (place ?? 'events');
  const of = (kind: FileKind) =>
    files.filter((_, i) => kinds[i] === kind || (kinds[i] === 'unknown' && kind === other));
  return { rule: of('rule'), archive: of('archive'), events: of('events'), binary: of('binary') };
}

function isFolder(files: readonly FileAt[]): boolean {
  return files.some(({ path }) => path.includes('/'));
}

/** Where events are opened, YAML may be events too. */
async function kindByNameAt(file: File, place: Place): Promise<FileKind | null> {
  const kind = kindByName(file.name);
  if (kind !== 'rule' || place !== 'events') return kind;
  return isYamlOfEvents(await firstBytes(file)) ? 'events' : kind;
}

/** None of a file that cannot be read: whoever opens it tells that. */
async function firstBytes(file: File): Promise<Uint8Array> {
  const bytes = await file
    .slice(0, LOOKED_AT)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return new Uint8Array(bytes);
}

async function kindWithin(file: File): Promise<FileKind> {
  return kindByContent(await firstBytes(file));
}

async function openRules(name: string, { rule, archive }: Sorted, place: Place): Promise<void> {
  const [only] = rule;
  if (only && rule.length === 1 && archive.length === 0 && place !== 'catalog') {
    session.setState({ pane: 'rule' });
    await openFile('rule', only.file);
    return;
  }
  session.setState({ tab: 'catalog', pane: 'more' });
  // An archive is known there by its ending.
  const zips = archive.map(({ path, file }) => ({ path: /\.zip$/i.test(path) ? path : `${path}.zip`, file }));
  // What stands under regression_data tells of tests, and is no rule.
  const rules = rule.filter(({ path }) => !/(?:^|\/)regression_data\//.test(path));
  loadCatalog(name, [...rules, ...zips]);
  if (place !== 'catalog' && zips.length === 0) offerSheets(rules);
}

/** A few rules that came at once may also be worked on side by side. */
function offerSheets(rules: readonly FileAt[]): void {
  if (rules.length < 2 || rules.length > roomForSheets()) return;
  notify({
    key: 'open',
    text: `${count(rules.length, 'rule file')} opened as a catalog.`,
    for: 12_000,
    action: { label: 'Open as sheets', run: () => void openAsSheets(rules) },
  });
}

/** Opens each rule in a sheet of its own, without events; those that cannot be read are named. */
async function openAsSheets(rules: readonly FileAt[]): Promise<void> {
  const read = await Promise.all(
    rules.map(async ({ file }) => ({ name: file.name, text: await textOf(file).catch(() => null) })),
  );
  const sheets = read.flatMap(({ name, text }) =>
    text === null ? [] : [{ work: sheetWorkOf({ rule: text, ruleName: name }), title: '' }],
  );
  const lost = read.flatMap(({ name, text }) => (text === null ? [name] : []));
  const undo = openAll(sheets.slice(0, roomForSheets()), 0);
  session.setState({ pane: 'rule', tab: 'explain' });
  const said = `${count(sheets.length, 'rule')} opened in ${sheets.length === 1 ? 'a sheet' : 'sheets'}.`;
  notify({
    key: 'open',
    text: lost.length === 0 ? said : `${said} Not read: ${lost.join(', ')}.`,
    for: 12_000,
    ...(undo ? { action: { label: 'Undo', run: undo } } : {}),
  });
}

function tellNone(files: readonly FileAt[], binary: readonly FileAt[]): void {
  const [one] = binary;
  const text =
    files.length === 0
      ? 'There are no files in what you opened.'
      : one && files.length === 1
        ? `${one.file.name} is neither a rule nor events, and no archive of rules.`
        : 'There are neither rules nor events in what you opened.';
  notify({ key: 'open', text, for: 8000 });
}
