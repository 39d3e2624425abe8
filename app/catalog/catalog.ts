import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RunEnd } from '../../src/catalog/session';
import { session } from '../session/session';
import { startWorker } from '../ui/trusted';
import { CatalogClient } from './client';
import { type FoundByRule, withHits } from './found';
import type { CatalogInfo, Compiling, Job, OpenedFile, Response } from './protocol';
import workerAddress from './worker?worker&url';

/*
 * The person's own catalog, as the page shows it. Nothing of it is loaded before its panel is opened.
 */

/** The job under way, and how far it is. */
export interface Progress {
  readonly kind: Job['kind'];
  readonly done: number;
  /** Files, where files are read. */
  readonly total: number;
  /** From 0 to 1; null while it is not known. */
  readonly share: number | null;
}

/** A run of all rules, under way or over. */
export interface CatalogRun {
  /** What was asked; what differs by now makes the results those of an earlier state. */
  readonly events: string;
  readonly ignoreLogsource: boolean;
  readonly found: FoundByRule;
  /** Events done. */
  readonly done: number;
  readonly state: 'running' | 'stopped' | 'done';
  readonly end: RunEnd | null;
}

export interface CatalogState {
  /** What was kept, if anything was, has been loaded. */
  readonly opened: boolean;
  readonly catalog: CatalogInfo | null;
  readonly progress: Progress | null;
  readonly run: CatalogRun | null;
  /** What went wrong last. */
  readonly trouble: string | null;
}

const START: CatalogState = { opened: false, catalog: null, progress: null, run: null, trouble: null };

/** The state on show: read it outside of React through `catalog.getState()`. */
export const catalog = createStore<CatalogState>(() => START);

/** The part of the state that `select` names; the component renders again when it changes. */
export function useCatalog<T>(select: (state: CatalogState) => T): T {
  return useStore(catalog, select);
}

/** Longer than the editor's engine is given: to make ready thousands of rules takes seconds, and nobody's typing waits. */
const PATIENCE = 10_000;

const client = new CatalogClient({
  start: () => startWorker(workerAddress, 'sigma-catalog'),
  onStart: begin,
  onResponse: takeIn,
  onHang: hung,
  onCrash: (message) => lose(`The catalog was stopped by an error: ${message}`),
  patience: patience(),
});

const leaveOut = new Set<string>();
const asked = new Map<number, ((text: string | null) => void)[]>();
let openedOnce = false;

/** Loads what was kept; the first time only. */
export function openCatalog(): void {
  if (openedOnce) return;
  openedOnce = true;
  client.start({ kind: 'open', compiling: compiling() });
}

/** Reads rules in place of those there are. */
export function loadRules(name: string, files: readonly OpenedFile[]): void {
  catalog.setState({ trouble: null });
  client.start({ kind: 'load', name, files, compiling: compiling() });
}

/** Runs all rules over the events as they are. */
export function runAll(): void {
  catalog.setState({ trouble: null });
  const { events, settings } = session.getState();
  const { ignoreLogsource } = settings;
  client.start({ kind: 'run', events, ignoreLogsource, compiling: compiling() });
}

/** Stops what is under way. */
export function cancel(): void {
  client.cancel();
}

/** Forgets the catalog, in the browser's storage too. */
export function removeCatalog(): void {
  catalog.setState({ trouble: null });
  client.start({ kind: 'remove' });
}

/** The text of a rule's file; null where it is gone. */
export function ruleText(rule: number): Promise<string | null> {
  return new Promise((resolve) => {
    asked.set(rule, [...(asked.get(rule) ?? []), resolve]);
    client.text(rule);
  });
}

function begin(job: Job): void {
  const progress = { kind: job.kind, done: 0, total: 0, share: null };
  if (job.kind !== 'run') catalog.setState({ progress });
  else {
    // Only the client leaves the text out, after this.
    const { events, ignoreLogsource } = job;
    const run = { events: events ?? '', ignoreLogsource, found: new Map(), done: 0, end: null };
    catalog.setState({ progress, run: { ...run, state: 'running' } });
  }
}

function takeIn(response: Response): void {
  const { progress, run } = catalog.getState();
  switch (response.kind) {
    case 'loading': {
      const { done, total } = response;
      if (progress) catalog.setState({ progress: { ...progress, done, total, share: done / (total || 1) } });
      return;
    }
    case 'running': {
      const { events: done, share } = response;
      if (progress) catalog.setState({ progress: { ...progress, done, share } });
      if (run) catalog.setState({ run: { ...run, done } });
      return;
    }
    case 'hits':
      if (run)
        catalog.setState({ run: { ...run, found: withHits(run.found, response.rules, response.events) } });
      return;
    case 'catalog':
      // Positions of rules are those of one catalog; a run that has just begun goes on with the new one.
      catalog.setState({ catalog: response.catalog, run: run?.state === 'running' ? run : null });
      return;
    case 'text':
      answer(response.rule, response.text);
      return;
    case 'ended':
      over(response.run);
      return;
    case 'failed':
      over(null);
      catalog.setState({ trouble: response.message });
      return;
  }
}

function over(end: RunEnd | null): void {
  const { run } = catalog.getState();
  const ended: CatalogRun | null =
    run?.state === 'running' ? { ...run, end, state: end ? 'done' : 'stopped' } : run;
  catalog.setState({ opened: true, progress: null, run: ended });
}

/** The worker was ended, and with it the rules; what was kept is loaded anew, without the pattern that did it. */
function hung(job: Job, pattern: string | null): void {
  const { catalog: before } = catalog.getState();
  if (pattern !== null) leaveOut.add(pattern);
  const what = pattern === null ? 'The work' : `The pattern \`${pattern}\``;
  const kept = before?.kept === true && job.kind !== 'open';
  const next = kept
    ? pattern === null
      ? 'The catalog is loaded again.'
      : 'Rules that hold it are left out; run again.'
    : 'Open the rules again.';
  lose(`${what} took too long and was stopped. ${next}`);
  if (kept) client.start({ kind: 'open', compiling: compiling() });
}

function lose(trouble: string): void {
  over(null);
  for (const rule of [...asked.keys()]) answer(rule, null);
  catalog.setState({ catalog: null, run: null, trouble });
}

function answer(rule: number, text: string | null): void {
  const waiting = asked.get(rule) ?? [];
  asked.delete(rule);
  for (const resolve of waiting) resolve(text);
}

function compiling(): Compiling {
  return { placeholders: session.getState().settings.placeholders, leaveOut: [...leaveOut] };
}

/** Tests shorten the wait with `?patience=300`, as for the editor's engine; it never grows beyond the usual. */
function patience(): number {
  const wished = Number(new URLSearchParams(location.search).get('patience'));
  return wished >= 50 && wished < PATIENCE ? wished : PATIENCE;
}
