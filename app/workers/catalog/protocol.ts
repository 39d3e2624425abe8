import type {
  Answer,
  BrokenFile,
  CatalogMessage,
  CatalogRule,
  Question,
  QuestionKind,
  RunEnd,
} from '../../../src/catalog';
import type { SpecVersion } from '../../../src/knowledge';
import type { CatalogBeacon, Compiling, PackedCatalog, RunSettings } from '../rules-run';

export type { CatalogBeacon, Compiling, PackedCatalog, RunSettings };

/*
 * The requests to the catalog's worker. One job runs at a time. This worker is not the editor's: typing never waits for
 * it.
 */

/** A file that the user opened or dropped; its path includes the folders that it was in. */
export interface OpenedFile {
  readonly path: string;
  readonly file: File;
}

export type Job =
  /** Load the saved catalog, if there is one. */
  | { readonly kind: 'open'; readonly compiling: Compiling }
  /** Load these files as the new catalog and save them. */
  | {
      readonly kind: 'load';
      readonly name: string;
      readonly files: readonly OpenedFile[];
      readonly compiling: Compiling;
    }
  /** Compile the current files again. */
  | { readonly kind: 'again'; readonly compiling: Compiling }
  /** `events` null: the same text as in the run before (it may be large, and posting copies it). */
  | ({
      readonly kind: 'run';
      readonly events: string | null;
      /** Rules are asked one by one from this event on: a run before hung there. */
      readonly carefulFrom?: number;
    } & RunSettings)
  /** Remove the catalog, also from the browser's storage. */
  | { readonly kind: 'remove' };

/** A catalog as the page knows it. */
export interface CatalogInfo {
  readonly name: string;
  /** How many files could be read. */
  readonly files: number;
  readonly rules: readonly CatalogRule[];
  readonly broken: readonly BrokenFile[];
  /**
   * The placeholders that its rules may use, with the values that they were compiled with; no values if there were
   * none.
   */
  readonly placeholders: Compiling['placeholders'];
  /** The version that its rules were read as. */
  readonly spec?: SpecVersion | undefined;
  /** False if the browser had no space left to save it. */
  readonly kept: boolean;
}

/** What a job reports on the way. */
export type JobMessage =
  | Exclude<CatalogMessage, { readonly kind: 'beacon' }>
  | { readonly kind: 'catalog'; readonly catalog: CatalogInfo | null };

export type CatalogRequests = {
  /** The answer is how a run ended; null for other jobs. A cancelled job is superseded. */
  readonly job: { readonly asks: Job; readonly tells: JobMessage; readonly gives: RunEnd | null };
  /** Answered even while a job runs; null if there is no catalog. */
  readonly question: {
    readonly asks: Question;
    readonly tells: never;
    readonly gives: Answer<QuestionKind> | null;
  };
  /** The catalog for other workers; null if there is none. */
  readonly pack: { readonly asks: null; readonly tells: never; readonly gives: PackedCatalog | null };
};
