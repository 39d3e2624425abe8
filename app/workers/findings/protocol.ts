import type { CatalogRule } from '../../../src/catalog';
import type { FindingsFilter, FindingsTables, FoundEvent, ShareHits } from '../../../src/findings';

/*
 * The requests to the worker that keeps what a catalog found in a large log. Hits stay there; the page gets counts, and the rows
 * that are on screen.
 */

/** The forms of an export. */
export type ExportForm = 'csv' | 'jsonl' | 'markdown';

export type FindingsRequests = {
  /** Forgets everything, and takes the rules that findings are about. */
  readonly begin: {
    readonly asks: {
      readonly rules: readonly CatalogRule[];
      readonly log: string;
      /** The names of its files. */
      readonly files: readonly string[];
      readonly catalog: string;
    };
    readonly tells: never;
    readonly gives: null;
  };
  /** Adds a share; gives the number of hits so far. */
  readonly add: { readonly asks: ShareHits; readonly tells: never; readonly gives: number };
  /** Counts under a filter; rows and exports are of the newest that was counted. */
  readonly count: {
    readonly asks: { readonly filter: FindingsFilter; readonly leftOut: readonly number[] };
    readonly tells: never;
    readonly gives: FindingsTables;
  };
  /** The hits from a place of the list to another. */
  readonly rows: {
    readonly asks: { readonly from: number; readonly to: number };
    readonly tells: never;
    readonly gives: readonly FoundEvent[];
  };
  readonly export: {
    /** `notes`: what a report says besides, as sentences. */
    readonly asks: { readonly form: ExportForm; readonly notes: readonly string[] };
    readonly tells: never;
    readonly gives: Blob;
  };
};
