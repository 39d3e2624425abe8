import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { CatalogRule } from '../../src/catalog';
import { type FindingsFilter, type FindingsTables, type FoundEvent, NO_FILTER } from '../../src/findings';
import { FINDINGS, told } from '../../src/limits';
import { NO_MAPPING, prose, say, type Words } from '../../src/text';
import { catalog, packCatalog } from '../catalog/store';
import { askLog, onOtherLog, openLog } from '../log/store';
import { foundFilter } from '../state/found-filter';
import { session } from '../state/session';
import type { RunSettings } from '../workers/catalog/protocol';
import { failureWords } from '../workers/failure-words';
import type { ExportForm, FindingsRequests } from '../workers/findings/protocol';
import findingsAddress from '../workers/findings/worker?worker&url';
import { patience } from '../workers/patience';
import scanAddress from '../workers/scan/worker?worker&url';
import { startWorker } from '../workers/trusted';
import { WatchedWorker } from '../workers/watched-worker';
import { ScanPool } from './pool';
import { filterOf, sharedOf } from './shared-filter';

/*
 * What the whole catalog finds in the open log. The hits are in a worker of their own; the page holds counts, and the rows on
 * screen.
 */

/** A rule that is left out, and why. */
export interface LeftOutRule {
  readonly rule: number;
  readonly reason: Words;
}

/** Events of a file that no rule was asked about, because it can no longer be read. */
export interface LostEvents {
  /** The file's name. */
  readonly file: string;
  readonly events: number;
}

/** A run of a catalog over a log. */
export interface FindingsRun {
  /** The log's id, and its name. */
  readonly log: number;
  readonly logName: string;
  /** The names of its files. */
  readonly files: readonly string[];
  readonly catalogName: string;
  readonly rules: readonly CatalogRule[];
  readonly settings: RunSettings;
  readonly state: 'preparing' | 'going' | 'stopped' | 'done' | 'failed';
  readonly events: number;
  readonly totalEvents: number;
  /** Events a second since it was last started; null before there is one to tell. */
  readonly rate: number | null;
  readonly hits: number;
  readonly leftOut: readonly LeftOutRule[];
  readonly lost: readonly LostEvents[];
  readonly failure: Words | null;
}

export interface FindingsState {
  readonly run: FindingsRun | null;
  readonly filter: FindingsFilter;
  readonly tables: FindingsTables | null;
  /** Increases with each count. */
  readonly version: number;
}

const NOTHING: FindingsState = { run: null, filter: NO_FILTER, tables: null, version: 0 };

export const findings = createStore<FindingsState>(() => NOTHING);

/** The part of the findings that `select` returns. */
export function useFindings<T>(select: (state: FindingsState) => T): T {
  return useStore(findings, select);
}

/** Building the sets of thousands of rules is one piece of work; so may be an event. */
const PATIENCE = 60_000;
const PATTERN_PATIENCE = 10_000;
/** Milliseconds between two counts while hits come. */
const COUNT_EVERY = 400;

let pool: ScanPool | null = null;
/** What rate is measured from. */
let since = { at: 0, events: 0 };
let timer: ReturnType<typeof setTimeout> | undefined;
let isCounting = false;
let countsAgain = false;

const keeper = new WatchedWorker<FindingsRequests>({
  start: () => startWorker(findingsAddress, 'log-findings'),
  patience: patience(PATTERN_PATIENCE, PATIENCE),
  onLoss: ({ failure }) => {
    pool?.close();
    change({
      state: 'failed',
      failure: say`${failureWords(failure)} The findings are lost; run the rules again.`,
    });
    findings.setState({ tables: null });
  },
});

onOtherLog((id) => {
  if (findings.getState().run?.log !== id) forget();
});
catalog.subscribe((now, was) => {
  // Findings refer to rules by their places in the catalog; one that merely lists another broken file is the same.
  if (now.catalog?.rules !== was.catalog?.rules) forget();
});

/** Drops everything. */
function forget(): void {
  if (!findings.getState().run) return;
  pool?.close();
  pool = null;
  keeper.close();
  foundFilter.setState({ now: null });
  findings.setState({ ...NOTHING, version: findings.getState().version + 1 });
}

/** Runs every rule of the catalog over every event of the open log that has been read. */
export async function runOverLog(): Promise<void> {
  const [log, { catalog: info }] = [openLog(), catalog.getState()];
  if (!log || !info) return;
  const wanted = foundFilter.getState().now;
  forget();
  const { ignoreLogsource, mapping = NO_MAPPING, format } = session.getState().settings;
  const settings = { ignoreLogsource, mapping, format };
  const run: FindingsRun = {
    log: log.id,
    logName: log.name,
    files: log.files.map(({ name }) => name),
    catalogName: info.name,
    rules: info.rules,
    settings,
    state: 'preparing',
    events: 0,
    totalEvents: 0,
    rate: null,
    hits: 0,
    leftOut: [],
    lost: [],
    failure: null,
  };
  // Of a link, or of the run before.
  setFilter(run, filterOf(wanted, run.rules, run.files));
  const begun = { rules: info.rules, log: log.name, files: run.files, catalog: info.name };
  const [rules, stretches] = await Promise.all([
    packCatalog(),
    askLog('stretches', null),
    keeper.ask('begin', begun),
  ]);
  if (findings.getState().run !== run) return;
  if (!rules || !stretches) {
    change({ state: 'failed', failure: prose('The log or the rules cannot be read any more.') });
    return;
  }
  const own = new ScanPool({
    start: () => startWorker(scanAddress, 'log-scan'),
    patience: patience(PATTERN_PATIENCE, PATIENCE),
    workers: (navigator.hardwareConcurrency || 2) - 1,
    stretches,
    timesOf: (first, count) => askLog('times', { first, count }),
    opening: { rules, files: log.files, format },
    rules: info.rules.length,
    settings,
    onHits: async (hits) => {
      const end = await keeper.ask('add', hits);
      if (pool !== own || end.how !== 'answered') return;
      change({ hits: end.answer });
      if (end.answer >= FINDINGS.hits.value) own.stop();
      countSoon();
    },
    onLeftOut: (rule, reason) => {
      const { leftOut } = findings.getState().run ?? { leftOut: [] };
      change({ leftOut: [...leftOut, { rule, reason }] });
      countSoon();
    },
    onLost: (number, events) => {
      const file = run.files[number] ?? '';
      const lost = findings.getState().run?.lost ?? [];
      const before = lost.find((one) => one.file === file)?.events ?? 0;
      const others = lost.filter((one) => one.file !== file);
      change({ lost: [...others, { file, events: before + events }] });
    },
    onProgress: (events) => {
      const seconds = (performance.now() - since.at) / 1000;
      const done = events - since.events;
      change({ events, ...(seconds > 0.5 && done > 0 ? { rate: done / seconds } : {}) });
    },
    onEnd: (how) => {
      if (pool !== own) return;
      if (typeof how === 'object') change({ state: 'failed', failure: how.failed });
      else change({ state: how, failure: how === 'stopped' ? fullWords() : null });
      count();
    },
  });
  pool = own;
  change({ totalEvents: own.totalEvents });
  goOn();
}

/** Why a run that was stopped cannot go on to any use; null if the user stopped it. */
function fullWords(): Words | null {
  if ((findings.getState().run?.hits ?? 0) < FINDINGS.hits.value) return null;
  return say`The rules found more than ${told(FINDINGS.hits)} times, and the run was stopped. Leave out what is noisy, and run again.`;
}

/** Stops the run. What is found stays. */
export function stopRun(): void {
  pool?.stop();
}

/** Goes on with a run that was stopped or failed. */
export function goOn(): void {
  const { run } = findings.getState();
  if (!run || !pool) return;
  since = { at: performance.now(), events: run.events };
  change({ state: 'going', failure: null, rate: null });
  void pool.run();
}

/** Changes parts of the filter. */
export function filterFindings(part: Partial<FindingsFilter>): void {
  const { run, filter } = findings.getState();
  if (run) setFilter(run, { ...filter, ...part });
  count();
}

function setFilter(run: FindingsRun, filter: FindingsFilter): void {
  findings.setState({ run, filter });
  foundFilter.setState({ now: sharedOf(filter, run.rules) });
}

/** The findings from a place of the list to another. */
export async function findingRows(from: number, to: number): Promise<readonly FoundEvent[]> {
  if (!findings.getState().tables) return [];
  const end = await keeper.ask('rows', { from, to });
  return end.how === 'answered' ? end.answer : [];
}

/** The findings under the filter, written; null if that fails. */
export async function writtenFindings(form: ExportForm, notes: readonly string[]): Promise<Blob | null> {
  const end = await keeper.ask('export', { form, notes });
  return end.how === 'answered' ? end.answer : null;
}

function countSoon(): void {
  timer ??= setTimeout(count, COUNT_EVERY);
}

/** Counts under the present filter; the tables come when that is done. */
function count(): void {
  clearTimeout(timer);
  timer = undefined;
  countsAgain = true;
  if (isCounting) return;
  isCounting = true;
  void (async () => {
    while (countsAgain) {
      countsAgain = false;
      const { run, filter } = findings.getState();
      if (!run || run.state === 'preparing') break;
      const leftOut = run.leftOut.map(({ rule }) => rule);
      const end = await keeper.ask('count', { filter, leftOut });
      const now = findings.getState();
      if (end.how !== 'answered' || now.run?.log !== run.log || now.run.rules !== run.rules) continue;
      findings.setState({ tables: end.answer, version: now.version + 1 });
    }
    isCounting = false;
  })();
}

function change(part: Partial<FindingsRun>): void {
  findings.setState(({ run }) => ({ run: run && { ...run, ...part } }));
}
