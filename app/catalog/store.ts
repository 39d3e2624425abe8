import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Answer, Asked, QuestionKind } from '../../src/catalog';
import { NO_MAPPING, own, say, toldOf, type Words } from '../../src/text';
import { session } from '../state/session';
import { notify } from '../ui/notices';
import { CatalogClient, type CatalogLoss, type JobEnd } from '../workers/catalog/client';
import type {
  CatalogInfo,
  Compiling,
  Job,
  JobMessage,
  OpenedFile,
  PackedCatalog,
} from '../workers/catalog/protocol';
import catalogAddress from '../workers/catalog/worker?worker&url';
import { patience } from '../workers/patience';
import { startWorker } from '../workers/trusted';
import { newRun, type Run, withHits } from './hits';
import { blamed, carefulFrom, leaveOut, leftOut, lossWords } from './left-out';
import type { ServedCatalog } from './manifest';
import { offerRule } from './open-rule';
import { fetchServed } from './served-catalogs';
import { catalogLook, showView } from './view';

/*
 * The user's catalog of rules: what is loaded, which job runs, what the last run found. Nothing starts before the panel
 * is first opened.
 */

export interface CatalogState {
  readonly catalog: CatalogInfo | null;
  /**
   * The current job, measured in files or events or, while a catalog is fetched, in bytes. `total` is null until it is
   * known.
   */
  readonly job: {
    readonly kind: Job['kind'] | 'fetch';
    readonly done: number;
    readonly total: number | null;
  } | null;
  readonly run: Run | null;
  /** The saved catalog was not loaded, because the user cancelled. */
  readonly unread: boolean;
  /** What went wrong, as a sentence. */
  readonly failure: Words | null;
}

export const catalog = createStore<CatalogState>(() => ({
  catalog: null,
  // The panel loads the saved catalog as soon as it is shown. Until then nothing else can be done.
  job: { kind: 'open', done: 0, total: null },
  run: null,
  unread: false,
  failure: null,
}));

/** The part of the catalog's state that `select` returns. */
export function useCatalog<T>(select: (state: CatalogState) => T): T {
  return useStore(catalog, select);
}

/** Building the sets of four thousand rules is one piece of work and takes seconds on a slow machine. */
const PATIENCE = 20_000;
const PATTERN_PATIENCE = 10_000;

const client = new CatalogClient({
  start: () => startWorker(catalogAddress, 'sigma-catalog'),
  onStart: begin,
  onTold: takeIn,
  onEnd: finish,
  onLoss: recover,
  patience: patience(PATTERN_PATIENCE, PATIENCE),
});

/** How often in a row something hung. */
let tries = 0;
let opened = false;
/** The hosted catalog that is being fetched. */
let fetching: AbortController | null = null;
/** Run all rules as soon as they are compiled again. */
let runNext = false;
/** What the catalog was loaded from, for browsers that cannot save it. */
let source: { readonly name: string; readonly files: readonly OpenedFile[] } | null = null;

/** Starts a job of the worker and drops what is being fetched. */
function start(what: Job): void {
  fetching?.abort();
  fetching = null;
  client.start(what);
}

/** Loads the saved catalog, once. */
export function openKept(): void {
  if (opened) return;
  opened = true;
  start({ kind: 'open', compiling: compiling() });
}

/** Loads the saved catalog although the user cancelled that before. */
export function openKeptAgain(): void {
  start({ kind: 'open', compiling: compiling() });
}

/** Loads files as the new catalog. */
export function loadCatalog(name: string, files: readonly OpenedFile[]): void {
  source = { name, files };
  // The saved catalog must not replace it later.
  opened = true;
  start({ kind: 'load', name, files, compiling: compiling() });
}

/** Fetches a catalog that is hosted beside the page and loads it as the new catalog. */
export async function loadServed(one: ServedCatalog): Promise<void> {
  fetching?.abort();
  const own = new AbortController();
  fetching = own;
  const show = (done: number, total: number | null) => {
    if (fetching === own) catalog.setState({ job: { kind: 'fetch', done, total } });
  };
  catalog.setState({ failure: null });
  show(0, null);
  try {
    const file = await fetchServed(one, own.signal, show);
    if (fetching === own) loadCatalog(one.name, [{ path: one.file, file }]);
  } catch (error) {
    if (fetching !== own) return;
    fetching = null;
    const failure = toldOf(error);
    catalog.setState({ job: null, failure: own.signal.aborted ? null : failure });
  }
}

/** Compiles the rules again with the current settings. */
export function compileAgain(): void {
  start({ kind: 'again', compiling: compiling() });
}

/** Removes the catalog. */
export function removeCatalog(): void {
  source = null;
  start({ kind: 'remove' });
}

/** Runs all current rules over the current events. If the settings that rules are compiled with have changed, compiles them again first. */
export function runAll(): void {
  runNext = whatIsNew(catalog.getState().catalog, session.getState().settings) !== null;
  if (runNext) {
    compileAgain();
    return;
  }
  const { events, settings } = session.getState();
  const { ignoreLogsource, mapping = NO_MAPPING, format } = settings;
  const from = carefulFrom(events);
  const careful = from === undefined ? {} : { carefulFrom: from };
  start({ kind: 'run', events, ignoreLogsource, mapping, format, ...careful });
}

/** Stops the current job. */
export function cancelJob(): void {
  if (fetching) {
    fetching.abort();
    return;
  }
  client.cancel();
}

/** Asks something about the catalog. Null if there is none, or if it goes before the answer comes. */
export function askCatalog<K extends QuestionKind>(kind: K, asked: Asked<K>): Promise<Answer<K> | null> {
  return client.ask(kind, asked);
}

/** The catalog for other workers; null if there is none. */
export function packCatalog(): Promise<PackedCatalog | null> {
  return client.pack();
}

/** Shows a rule in the editor, with the user's consent if that replaces their own work. */
export async function openRule(position: number): Promise<void> {
  const rule = catalog.getState().catalog?.rules[position];
  const text = await askCatalog('text', position);
  if (rule && text !== null) offerRule(rule, text);
}

function compiling(): Compiling {
  const { placeholders, spec } = session.getState().settings;
  return { placeholders, spec, leaveOut, leftOut };
}

/** What the catalog's rules were compiled with that has changed since; null if nothing has. */
export function whatIsNew(
  info: CatalogInfo | null,
  now: Pick<Compiling, 'placeholders' | 'spec'>,
): 'version' | 'placeholders' | null {
  if (!info) return null;
  if (info.spec !== now.spec) return 'version';
  const areNew = Object.entries(info.placeholders).some(([name, values]) => {
    const set = own(now.placeholders, name) ?? [];
    return set.length !== values.length || set.some((value, i) => value !== values[i]);
  });
  return areNew ? 'placeholders' : null;
}

function begin(what: Job): void {
  if (what.kind === 'run') showView('findings');
  const run = what.kind === 'run' ? newRun(what.events ?? '', what) : catalog.getState().run;
  // The message about a rule that hung stays while the others run.
  const failure = tries > 0 ? catalog.getState().failure : null;
  catalog.setState({ job: { kind: what.kind, done: 0, total: null }, run, failure });
}

function takeIn(message: JobMessage): void {
  const { job, run } = catalog.getState();
  switch (message.kind) {
    case 'loading':
      catalog.setState({ job: job && { ...job, done: message.done, total: message.total } });
      return;
    case 'running':
      if (run) catalog.setState({ run: { ...run, done: message.events, share: message.share } });
      return;
    case 'hits':
      if (run) catalog.setState({ run: { ...run, hits: withHits(run.hits, message.rules, message.events) } });
      return;
    case 'left-out': {
      const { catalog: info } = catalog.getState();
      const rule = info?.rules[message.rule];
      if (!info || !rule) return;
      const { path, code, reason } = message.file;
      leftOut.push({ path, document: rule.document, code, reason });
      const failure = say`${reason} It is listed under the files that cannot run.`;
      catalog.setState({ catalog: { ...info, broken: [...info.broken, message.file] }, failure });
      return;
    }
    case 'catalog':
      // Results refer to rules by their index in the catalog; in another catalog these mean something else.
      catalog.setState({ catalog: message.catalog, run: null, unread: false });
      if (job?.kind === 'again') return;
      catalogLook.setState({ view: 'rules', similarTo: null });
      if (message.catalog?.kept === false) {
        notify({
          key: 'catalog',
          text: 'This browser has no space left to save the catalog. It is lost when you leave.',
        });
      }
  }
}

function finish(end: JobEnd): void {
  const { job, run } = catalog.getState();
  const next = runNext && end.how === 'done' && job?.kind !== 'run';
  runNext = false;
  if (!next) tries = 0;
  const ended = run && job?.kind === 'run' ? { ...run, state: end.how } : null;
  catalog.setState({
    job: null,
    ...(end.how === 'failed'
      ? { failure: [end.message] }
      : { unread: end.how === 'cancelled' && job?.kind === 'open' }),
    ...(ended ? { run: { ...ended, end: end.how === 'done' ? end.run : null } } : {}),
  });
  if (next) runAll();
}

/** How many times in a row a run starts again by itself, each time without what was found to hang. */
const MOST_TRIES = 20;

/**
 * The worker has ended. Loads the rules again, without the rule, file or pattern that hung. A run starts again; where it
 * is not known which rule hung, it runs the rules one by one.
 */
function recover(loss: CatalogLoss, job: Job | null): void {
  const blame = 'at' in loss ? blamed(loss.at, job, catalog.getState().catalog) : null;
  if (blame) tries++;
  const isTriedAgain = blame !== null && tries <= MOST_TRIES;
  runNext = isTriedAgain && job?.kind === 'run';
  const kept = catalog.getState().catalog?.kept;
  catalog.setState({ job: null, run: null });
  // If it is not known why they could not be loaded, they would only fail again.
  if (job && job.kind !== 'run' && !isTriedAgain)
    catalog.setState({ catalog: null, unread: job.kind === 'open' });
  else if (job?.kind === 'load') start({ ...job, compiling: compiling() });
  else if (kept || !source) start({ kind: 'open', compiling: compiling() });
  else start({ kind: 'load', ...source, compiling: compiling() });
  // After the start, which clears earlier messages.
  catalog.setState({ failure: blame ?? lossWords(loss) });
}
