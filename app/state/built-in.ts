import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogsourceFigures } from '../../src/catalog';
import {
  type IndexManifest,
  type IndicatorIndex,
  readIndex,
  readStatistics,
  readValueFigures,
  type StatisticsFile,
  type ValueFigures,
} from '../../src/catalog';

/** A file served with the page, as far as it has loaded. */
export type Served<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly why: string }
  | { readonly state: 'ready'; readonly value: T };

/** Fetched on first use, once. */
export class ServedFile<T> {
  readonly store: StoreApi<Served<T>> = createStore<Served<T>>(() => ({ state: 'waiting' }));
  private asked = false;

  constructor(private readonly read: () => Promise<T>) {}

  /** Fetches it once; after a failure it may be tried again. */
  async load(): Promise<void> {
    if (this.asked) return;
    this.asked = true;
    this.store.setState({ state: 'waiting' }, true);
    try {
      this.store.setState({ state: 'ready', value: await this.read() }, true);
    } catch (error) {
      this.asked = false;
      const why = error instanceof Error ? error.message : String(error);
      this.store.setState({ state: 'failed', why }, true);
    }
  }
}

/** A served file, as far as it has loaded. */
export function useServed<T>(file: ServedFile<T>): Served<T> {
  return useStore(file.store);
}

/** How many rules of SigmaHQ's catalog have an indicator. */
export const builtInIndex = new ServedFile<{
  readonly index: IndicatorIndex;
  readonly manifest: IndexManifest;
}>(async () => {
  const [bytes, manifest] = await Promise.all([
    fetched('indicators.bin').then((answer) => answer.arrayBuffer()),
    fetched('indicators.json').then((answer) => answer.json() as Promise<IndexManifest>),
  ]);
  return { index: readIndex(new Uint8Array(bytes)), manifest };
});

/** Which fields the rules of SigmaHQ's catalog use, by log source. */
export const builtInFigures = new ServedFile<{
  readonly figures: ReadonlyMap<string, LogsourceFigures>;
  readonly manifest: IndexManifest;
}>(async () => {
  const [file, manifest] = await Promise.all([
    fetched('statistics.json').then((answer) => answer.json() as Promise<StatisticsFile>),
    fetched('indicators.json').then((answer) => answer.json() as Promise<IndexManifest>),
  ]);
  return { figures: readStatistics(file), manifest };
});

/** How the rules of SigmaHQ's catalog use values. */
export const builtInValues = new ServedFile<ValueFigures>(async () => {
  const bytes = await fetched('values.bin').then((answer) => answer.arrayBuffer());
  return readValueFigures(new Uint8Array(bytes));
});

/** `SigmaHQ, commit 8eaafff1, 2026-08-05`. */
export function sourceOf({ name, commit, date }: IndexManifest): string {
  return [name, commit ? `commit ${commit}` : '', date ?? ''].filter(Boolean).join(', ');
}

/** From this site only: the address reveals nothing about the rule. */
async function fetched(name: string): Promise<Response> {
  const answer = await fetch(`${import.meta.env.BASE_URL}catalog/${name}`);
  if (!answer.ok) throw new Error(`The server answered ${answer.status} for ${name}.`);
  return answer;
}
